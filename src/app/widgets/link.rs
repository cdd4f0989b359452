//! Links: words in a text that lead somewhere. They are no layout nodes of their own, but the keyboard reaches them
//! like any control, after the other controls. The focused link is shown inverted, and Enter or Space opens it.

use accesskit::{Rect as Bounds, Role};
use bevy::a11y::{AccessibilityNode, AccessibilitySystems};
use bevy::ecs::system::SystemParam;
use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::input_focus::{FocusedInput, InputFocus, InputFocusVisible};
use bevy::prelude::*;
use bevy::text::{ComputedTextBlock, TextBackgroundColor, TextLayoutInfo, Underline};
use bevy::ui::{UiGlobalTransform, UiSystems};
use bevy::ui_widgets::Activate;

use super::super::theme::{Ink, Theme, Token, Tone};
use super::intent::OnActivate;
use super::spoken::spoken;

/// The colour of links, and of the text of a focused link on it.
const INK: Token = Token::Strong(Tone::Joint);
const ON_INK: Token = Token::On(Tone::Joint);

/// Words in a text that lead somewhere.
#[derive(Component, Clone, Copy, Debug, Default)]
pub(super) struct Link;

/// The components of a span that is a link. Its tab index keeps a page from opening with the focus on it.
pub(super) fn link(name: String, words: &str, intent: OnActivate) -> impl Bundle {
    (
        Link,
        Name::new(name),
        intent,
        Ink(INK),
        Underline,
        TextBackgroundColor(Color::NONE),
        TabIndex(1),
        spoken(Role::Link, words),
        Pickable::default(),
    )
}

/// The positions of links.
#[derive(SystemParam)]
pub(super) struct Links<'w, 's> {
    links: Query<'w, 's, (Entity, &'static ChildOf), With<Link>>,
    texts: Query<
        'w,
        's,
        (
            &'static ComputedNode,
            &'static UiGlobalTransform,
            &'static InheritedVisibility,
            &'static TextLayoutInfo,
            &'static ComputedTextBlock,
        ),
    >,
}

impl Links<'_, '_> {
    pub(super) fn iter(&self) -> impl Iterator<Item = Entity> {
        self.links.iter().map(|(link, _)| link)
    }

    pub(super) fn contains(&self, entity: Entity) -> bool {
        self.links.contains(entity)
    }

    /// The text that contains a link.
    pub(super) fn text(&self, link: Entity) -> Option<Entity> {
        self.links.get(link).ok().map(|(_, text)| text.parent())
    }

    /// The rectangle of a link in physical pixels, relative to the centre of its text. If the link is broken over two
    /// lines, only its first part.
    fn in_text(&self, link: Entity) -> Option<Rect> {
        let (node, _, _, layout, block) = self.texts.get(self.text(link)?).ok()?;
        let section = block.entities().iter().position(|part| part.entity == link)?;
        let run = layout.run_geometry.iter().find(|run| run.section_index == section)?;
        let corner = node.content_box().min;
        Some(Rect::from_corners(corner + run.bounds.min, corner + run.bounds.max))
    }

    /// The rectangle of a visible link in the window, in physical pixels, and the factor to convert
    /// that to logical pixels.
    pub(super) fn place(&self, link: Entity) -> Option<(Rect, f32)> {
        let (node, transform, visible, ..) = self.texts.get(self.text(link)?).ok()?;
        let place = self.in_text(link).filter(|_| visible.get() && !node.is_empty())?;
        let (from, to) = (transform.transform_point2(place.min), transform.transform_point2(place.max));
        Some((Rect::from_corners(from, to), node.inverse_scale_factor()))
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_observer(open_by_click).add_observer(open_by_key).add_systems(
        PostUpdate,
        (
            invert.before(UiSystems::Prepare),
            tell_places.after(UiSystems::PostLayout).before(AccessibilitySystems::Update),
        ),
    );
}

fn open_by_click(mut click: On<Pointer<Click>>, links: Query<(), With<Link>>, mut commands: Commands) {
    if links.contains(click.entity) && click.button == PointerButton::Primary {
        click.propagate(false);
        commands.trigger(Activate { entity: click.entity });
    }
}

fn open_by_key(
    mut input: On<FocusedInput<KeyboardInput>>,
    links: Query<(), With<Link>>,
    visible: Res<InputFocusVisible>,
    mut commands: Commands,
) {
    let (entity, key) = (input.focused_entity, &input.input);
    let meant = key.logical_key == Key::Space || (key.logical_key == Key::Enter && visible.0);
    let opens = key.state == ButtonState::Pressed && meant;
    if !opens || !links.contains(entity) {
        return;
    }
    let first = !key.repeat;
    input.propagate(false);
    if first {
        commands.trigger(Activate { entity });
    }
}

/// Shows the focused link inverted, because a focus ring would need a node.
fn invert(
    focus: Res<InputFocus>,
    visible: Res<InputFocusVisible>,
    theme: Res<Theme>,
    mut links: Query<(Entity, &mut Ink, &mut TextBackgroundColor), With<Link>>,
) {
    for (entity, mut ink, mut ground) in &mut links {
        let (wanted, behind) = match visible.0 && focus.get() == Some(entity) {
            true => (ON_INK, theme.color(INK)),
            false => (INK, Color::NONE),
        };
        ink.set_if_neq(Ink(wanted));
        ground.set_if_neq(TextBackgroundColor(behind));
    }
}

/// Sets the bounds of links for a screen reader, because Bevy does so only for nodes.
fn tell_places(links: Links, mut told: Query<(Entity, &mut AccessibilityNode), With<Link>>) {
    for (entity, mut node) in &mut told {
        let Some(Rect { min, max }) = links.in_text(entity) else { continue };
        let bounds = Bounds::new(min.x.into(), min.y.into(), max.x.into(), max.y.into());
        if node.bounds() != Some(bounds) {
            node.set_bounds(bounds);
        }
    }
}
