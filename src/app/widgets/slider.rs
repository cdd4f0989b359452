//! Sliders and steppers: whole numbers in fixed steps, by pointer and by arrow keys.

use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::FocusedInput;
use bevy::picking::hover::Hovered;
use bevy::picking::pointer::{PointerId, PointerLocation, PointerPress};
use bevy::prelude::*;
use bevy::ui::{ComputedUiRenderTargetInfo, InteractionDisabled, UiGlobalTransform};

use super::super::theme::{Edge, Fill, Icon, TARGET, Token, Tone, radius, space};
use super::intent::{Blocked, OnValue};
use super::press::Focusable;
use super::{Area, Button, Ui};

const BAR: f32 = 8.0;
const THUMB: f32 = 20.0;
const BIG_STEP: i32 = 5;

/// A slider with its name on the left and its value in words on the right. Finish with [`Ui::slider`].
#[derive(Clone)]
pub struct Slider {
    name: String,
    label: String,
    value_text: String,
    scale: SliderScale,
    tone: Tone,
    label_width: f32,
    blocked: Option<String>,
    intent: Option<OnValue>,
}

/// Where a slider stands and what it allows.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub struct SliderScale {
    /// Where it stands.
    pub value: i32,
    /// The least it allows.
    pub min: i32,
    /// The most it allows.
    pub max: i32,
    /// The distance between two allowed values.
    pub step: i32,
}

impl SliderScale {
    /// The allowed value next to a wish.
    pub fn snap(self, wish: f32) -> i32 {
        let step = self.step.max(1);
        let steps = ((wish - self.min as f32) / step as f32).round() as i32;
        (self.min + steps * step).min(self.max).max(self.min)
    }

    fn share(self) -> f32 {
        match self.max - self.min {
            ..=0 => 0.0,
            span => (self.value - self.min) as f32 / span as f32,
        }
    }
}

impl Slider {
    /// A slider from `min` to `max` in steps of one.
    pub fn new(name: impl Into<String>, label: impl Into<String>, value: i32, min: i32, max: i32) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            value_text: value.to_string(),
            scale: SliderScale { value, min, max, step: 1 },
            tone: Tone::Neutral,
            label_width: 160.0,
            blocked: None,
            intent: None,
        }
    }

    /// Moves in steps of this size.
    pub fn step(mut self, step: i32) -> Self {
        self.scale.step = step.max(1);
        self
    }

    /// Says its value in these words.
    pub fn value_text(mut self, text: impl Into<String>) -> Self {
        self.value_text = text.into();
        self
    }

    /// Takes the colour of a tone.
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Gives the label this width, so that sliders below each other line up.
    pub fn label_width(mut self, width: f32) -> Self {
        self.label_width = width;
        self
    }

    /// Cannot be moved, for the given reason.
    pub fn blocked(mut self, reason: impl Into<String>) -> Self {
        self.blocked = Some(reason.into());
        self
    }

    /// Sends what `map` makes of each new value.
    pub fn sends<M: Message>(mut self, map: impl Fn(i32) -> M + Send + Sync + 'static) -> Self {
        self.intent = Some(OnValue::send(map));
        self
    }
}

#[derive(Component)]
struct Track;

#[derive(Component)]
struct Filled;

#[derive(Component)]
struct Thumb;

/// The slider that a pointer has taken hold of, by name, so that a panel may be rebuilt under the pointer.
#[derive(Resource, Default)]
struct Held(Option<(PointerId, Name)>);

impl Ui<'_, '_> {
    /// Adds a slider.
    pub fn slider(&mut self, slider: Slider) {
        self.area(Area::column(0.0), |ui| {
            ui.area(Area::row(space::S).min_height(TARGET), |ui| {
                if !slider.label.is_empty() {
                    ui.area(Area::row(0.0).width(slider.label_width), |ui| {
                        ui.label(slider.label.clone());
                    });
                }
                track(ui, &slider);
                ui.area(Area::row(0.0).at_end().tweak(|node| node.min_width = px(96)).firm(), |ui| {
                    ui.note(slider.value_text.clone());
                });
            });
            if let Some(reason) = &slider.blocked {
                ui.caption(reason.clone());
            }
        });
    }

    /// Adds a number with a button on either side; each button sends the number it leads to.
    pub fn stepper<M: Message + Clone>(
        &mut self,
        name: impl Into<String>,
        scale: SliderScale,
        value_text: impl Into<String>,
        sends: impl Fn(i32) -> M,
    ) {
        let name = name.into();
        let button = |ui: &mut Ui, part: &str, icon: Icon, value: i32| {
            let button = Button::secondary(format!("{name}/{part}"), "").icon(icon).sends(sends(value));
            match (scale.min..=scale.max).contains(&value) {
                true => ui.button(button),
                false => ui.button(button.blocked("")),
            };
        };
        self.row(space::XS, |ui| {
            button(ui, "less", Icon::Minus, scale.value - scale.step);
            ui.label(value_text);
            button(ui, "more", Icon::Plus, scale.value + scale.step);
        });
    }
}

fn track(ui: &mut Ui, slider: &Slider) {
    let (color, thumb_edge) = match slider.blocked {
        Some(_) => (Token::Control, Token::Control),
        None => (Token::Strong(slider.tone), Token::Strong(slider.tone)),
    };
    let share = percent(slider.scale.share() * 100.0);
    let mut entity = ui.spawn((
        Name::new(slider.name.clone()),
        Focusable,
        Hovered::default(),
        slider.scale,
        Node {
            height: px(TARGET),
            padding: UiRect::horizontal(px(THUMB / 2.0)),
            border_radius: BorderRadius::all(px(radius::CONTROL)),
            align_items: AlignItems::Center,
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(96),
            ..default()
        },
    ));
    if let Some(intent) = &slider.intent {
        entity.insert(intent.clone());
    }
    if let Some(reason) = &slider.blocked {
        entity.insert(Blocked(reason.clone()));
    }
    let rounded = BorderRadius::all(px(BAR / 2.0));
    entity.with_child((
        Track,
        Node { height: px(BAR), flex_grow: 1.0, border_radius: rounded, ..default() },
        Fill(Token::Rail),
        Pickable::IGNORE,
        children![
            (
                Filled,
                Node { width: share, height: px(BAR), border_radius: rounded, ..default() },
                Fill(color),
                Pickable::IGNORE,
            ),
            (
                Thumb,
                Node {
                    position_type: PositionType::Absolute,
                    left: share,
                    top: px((BAR - THUMB) / 2.0),
                    width: px(THUMB),
                    height: px(THUMB),
                    margin: UiRect::left(px(-THUMB / 2.0)),
                    border: UiRect::all(px(3)),
                    border_radius: BorderRadius::all(px(THUMB / 2.0)),
                    ..default()
                },
                Fill(Token::Surface),
                Edge(thumb_edge),
                Pickable::IGNORE,
            ),
        ],
    ));
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Held>()
        .add_observer(move_by_key)
        .add_observer(take_hold)
        .add_observer(set_value)
        .add_systems(Update, drag)
        .add_systems(PostUpdate, place_thumbs.before(bevy::ui::UiSystems::Layout));
}

/// Asks a slider to stand somewhere; it snaps, moves and says so if that is news.
#[derive(EntityEvent, Clone, Copy, Debug)]
pub struct SetSlider {
    /// The slider.
    pub entity: Entity,
    /// Where it should stand.
    pub wish: f32,
}

fn set_value(
    wanted: On<SetSlider>,
    mut sliders: Query<(&mut SliderScale, Option<&OnValue>), Without<InteractionDisabled>>,
    mut commands: Commands,
) {
    let Ok((mut scale, intent)) = sliders.get_mut(wanted.entity) else {
        return;
    };
    let value = scale.snap(wanted.wish);
    if value != scale.value {
        scale.value = value;
        if let Some(intent) = intent {
            intent.emit(value, &mut commands);
        }
    }
}

fn move_by_key(mut input: On<FocusedInput<KeyboardInput>>, sliders: Query<&SliderScale>, mut commands: Commands) {
    let entity = input.focused_entity;
    let Ok(scale) = sliders.get(entity) else {
        return;
    };
    let wish = match input.input.logical_key {
        Key::ArrowLeft => scale.value - scale.step,
        Key::ArrowRight => scale.value + scale.step,
        Key::PageDown => scale.value - scale.step * BIG_STEP,
        Key::PageUp => scale.value + scale.step * BIG_STEP,
        Key::Home => scale.min,
        Key::End => scale.max,
        _ => return,
    };
    input.propagate(false);
    if input.input.state == ButtonState::Pressed {
        commands.trigger(SetSlider { entity, wish: wish as f32 });
    }
}

fn take_hold(press: On<Pointer<Press>>, sliders: Query<&Name, With<SliderScale>>, mut held: ResMut<Held>) {
    if press.button == PointerButton::Primary
        && let Ok(name) = sliders.get(press.entity)
    {
        held.0 = Some((press.pointer_id, name.clone()));
    }
}

fn drag(
    mut held: ResMut<Held>,
    pointers: Query<(&PointerId, &PointerLocation, &PointerPress)>,
    sliders: Query<(Entity, &Name, &SliderScale, &Children, &ComputedUiRenderTargetInfo)>,
    tracks: Query<(&ComputedNode, &UiGlobalTransform), With<Track>>,
    ui_scale: Res<UiScale>,
    mut commands: Commands,
) {
    let Some((pointer, wanted)) = held.0.clone() else { return };
    let Some((_, location, press)) = pointers.iter().find(|(id, ..)| **id == pointer) else {
        held.0 = None;
        return;
    };
    if !press.is_primary_pressed() {
        held.0 = None;
    }
    let Some((entity, _, scale, children, target)) = sliders.iter().find(|(_, name, ..)| **name == wanted) else {
        return;
    };
    let (Some(location), Some((node, transform))) =
        (location.location(), children.iter().find_map(|child| tracks.get(child).ok()))
    else {
        return;
    };
    // The target's factor includes the scale of the interface; the pointer is measured without it.
    let pixel = location.position * target.scale_factor() / ui_scale.0;
    if let Some(point) = node.normalize_point(*transform, pixel) {
        let wish = scale.min as f32 + (point.x + 0.5) * (scale.max - scale.min) as f32;
        commands.trigger(SetSlider { entity, wish });
    }
}

fn place_thumbs(
    sliders: Query<(&SliderScale, &Children), Changed<SliderScale>>,
    tracks: Query<&Children, With<Track>>,
    mut parts: Query<(&mut Node, Has<Thumb>), Or<(With<Thumb>, With<Filled>)>>,
) {
    for (scale, children) in &sliders {
        let share = percent(scale.share() * 100.0);
        for part in children.iter().flat_map(|child| tracks.get(child)).flatten() {
            match parts.get_mut(*part) {
                Ok((mut node, true)) => node.left = share,
                Ok((mut node, false)) => node.width = share,
                Err(_) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slider_only_stands_on_its_steps_and_ends() {
        let scale = SliderScale { value: 0, min: 0, max: 98, step: 5 };
        assert_eq!(scale.snap(12.4), 10);
        assert_eq!(scale.snap(12.6), 15);
        assert_eq!(scale.snap(-40.0), 0);
        assert_eq!(scale.snap(400.0), 98);
    }
}
