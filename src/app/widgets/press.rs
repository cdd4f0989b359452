//! Pressing: turns clicks and keys on a widget into `Activate`, and shows which widget is hovered, pressed or focused.

use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::input_focus::{FocusedInput, InputFocus, InputFocusVisible};
use bevy::picking::hover::Hovered;
use bevy::prelude::*;
use bevy::ui::{Checked, InteractionDisabled, Pressed, UiSystems};
use bevy::ui_widgets::Activate;

use super::super::theme::{Edge, Fill, Theme, Token, Tone};
use super::drag::{Carried, DropPlace};
use super::unread::Reading;

/// Width of the focus ring, and its distance from the widget.
const FOCUS: (f32, f32) = (3.0, 2.0);

/// Distance of the ring from a box that a note points at.
const SPOT: f32 = 3.0;

/// Something that can have the keyboard focus, which is shown by a ring.
#[derive(Component, Clone, Copy, Debug, Default)]
#[require(TabIndex(0), Outline = Outline::new(px(FOCUS.0), px(FOCUS.1), Color::NONE))]
pub struct Focusable;

/// A box that a note can point at as a whole.
#[derive(Component, Clone, Copy, Debug, Default)]
#[require(Outline = Outline::new(px(FOCUS.0), px(FOCUS.1), Color::NONE))]
pub(super) struct Spot;

/// The prefix of the names that a note points at. They have a ring of their own while they do not have the focus.
#[derive(Resource, Default)]
pub struct PointAt(pub Option<&'static str>);

/// Something that can be pressed.
#[derive(Component, Clone, Copy, Debug, Default)]
#[require(Focusable, Hovered)]
pub(super) struct Pressable;

/// The mouse button went down on it before anybody could have read it, so releasing the button does nothing.
#[derive(Component, Clone, Copy, Debug)]
struct Early;

/// Background and border of something that can be pressed: at rest, under the pointer, and held down.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Look {
    pub rest: (Token, Token),
    pub hover: (Token, Token),
    pub press: (Token, Token),
}

impl Look {
    /// A look that does not react, for what is blocked.
    pub(super) fn still(fill: Token, edge: Token) -> Self {
        Self { rest: (fill, edge), hover: (fill, edge), press: (fill, edge) }
    }

    /// The look of one of several choices, in the colour of a tone.
    pub(super) fn of_choice(tone: Tone, chosen: bool, blocked: bool) -> Self {
        match (blocked, chosen) {
            (true, _) => Self::still(Token::Clear, Token::Line),
            (false, true) => {
                let (fill, edge) = (Token::Soft(tone), Token::Strong(tone));
                Self { press: (Token::Edge(tone), edge), ..Self::still(fill, edge) }
            }
            (false, false) => Self {
                rest: (Token::Surface, Token::Line),
                hover: (Token::Surface, Token::Control),
                press: (Token::Soft(tone), Token::Control),
            },
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<PointAt>()
        .add_observer(press_by_key)
        .add_observer(press_by_click)
        .add_observer(hold)
        .add_systems(PreUpdate, let_go.after(bevy::input::InputSystems))
        .add_systems(Update, dress)
        .add_systems(PostUpdate, ring_focus.before(UiSystems::Prepare));
}

fn press_by_key(
    mut input: On<FocusedInput<KeyboardInput>>,
    widgets: Query<(Has<InteractionDisabled>, Has<Checked>), With<Pressable>>,
    visible: Res<InputFocusVisible>,
    mut reading: Reading,
    mut commands: Commands,
) {
    let Ok((blocked, chosen)) = widgets.get(input.focused_entity) else {
        return;
    };
    let key = &input.input;
    let enter = key.logical_key == Key::Enter;
    if key.state != ButtonState::Pressed || !(enter || key.logical_key == Key::Space) {
        return;
    }
    // Enter on the current choice goes on to the primary action of the screen, and so does Enter while the focus is not
    // visible, such as after a click.
    if enter && (chosen || !visible.0) {
        return;
    }
    let entity = input.focused_entity;
    let repeat = key.repeat;
    input.propagate(false);
    if !blocked && !repeat && !reading.too_early(entity) {
        commands.trigger(Activate { entity });
    }
}

fn press_by_click(
    mut click: On<Pointer<Click>>,
    widgets: Query<(Has<InteractionDisabled>, Has<Early>), With<Pressable>>,
    mut commands: Commands,
) {
    let Ok((blocked, early)) = widgets.get(click.entity) else {
        return;
    };
    click.propagate(false);
    if !blocked && !early && click.button == PointerButton::Primary {
        commands.trigger(Activate { entity: click.entity });
    }
}

fn hold(
    press: On<Pointer<Press>>,
    widgets: Query<(), (With<Pressable>, Without<InteractionDisabled>)>,
    mut reading: Reading,
    mut commands: Commands,
) {
    if press.button != PointerButton::Primary || !widgets.contains(press.entity) {
        return;
    }
    if reading.too_early(press.entity) {
        commands.entity(press.entity).insert(Early);
    } else {
        commands.entity(press.entity).insert(Pressed).remove::<Early>();
    }
}

fn let_go(
    mut releases: MessageReader<Pointer<Release>>,
    mut cancels: MessageReader<Pointer<Cancel>>,
    held: Query<Entity, (With<Pressable>, With<Pressed>)>,
    mut commands: Commands,
) {
    if releases.read().count() + cancels.read().count() > 0 {
        for entity in &held {
            commands.entity(entity).remove::<Pressed>();
        }
    }
}

fn dress(mut widgets: Query<(&Look, &Hovered, Has<Pressed>, &mut Fill, &mut Edge)>) {
    for (look, hovered, pressed, mut fill, mut edge) in &mut widgets {
        let (wanted_fill, wanted_edge) = match (hovered.0, pressed) {
            (true, true) => look.press,
            (true, false) => look.hover,
            (false, _) => look.rest,
        };
        fill.set_if_neq(Fill(wanted_fill));
        edge.set_if_neq(Edge(wanted_edge));
    }
}

fn ring_focus(
    focus: Res<InputFocus>,
    visible: Res<InputFocusVisible>,
    theme: Res<Theme>,
    point: Res<PointAt>,
    carried: Query<(), With<Carried>>,
    mut rings: Query<
        (Entity, Option<&Name>, Has<DropPlace>, Has<Spot>, &mut Outline),
        Or<(With<Focusable>, With<Spot>)>,
    >,
) {
    for (entity, name, place, spot, mut ring) in &mut rings {
        let named = || point.0.zip(name).is_some_and(|(at, name)| name.starts_with(at));
        let pointed = || named() || (place && !carried.is_empty());
        // A note can point at many things side by side, so their rings are thin and do not overlap.
        let (width, offset, color) = match visible.0 && focus.get() == Some(entity) {
            true => (FOCUS.0, FOCUS.1, theme.color(Token::Focus)),
            false if pointed() => (2.0, if spot { SPOT } else { 0.0 }, theme.color(Token::Point)),
            false => (FOCUS.0, FOCUS.1, Color::NONE),
        };
        ring.set_if_neq(Outline::new(px(width), px(offset), color));
    }
}
