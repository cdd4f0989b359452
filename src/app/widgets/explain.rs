//! Explanations of what something is made of or would do. They are shown while the pointer or the keyboard focus is on
//! it, in a note beside it or in a reserved place.

use bevy::ecs::entity::EntityHashMap;
use bevy::input_focus::{InputFocus, InputFocusVisible};
use bevy::picking::hover::Hovered;
use bevy::prelude::*;
use bevy::ui::{OverrideClip, UiGlobalTransform, UiSystems};
use bevy::window::PrimaryWindow;

use super::super::theme::{TARGET, Token, space};
use super::{Area, Ui};

const NOTE_WIDTH: f32 = 320.0;
/// The width in logical pixels at which a reason wraps. On one line, it would push other controls out of their row.
pub(super) const REASON_WIDTH: f32 = 240.0;

/// A note that belongs to its parent node.
#[derive(Component)]
struct Note;

/// One of several boxes that share a place: of those with the same parent, one is shown at a time.
#[derive(Component)]
enum Preview {
    /// Shown while the pointer or the keyboard focus is on the widget with this name.
    Of(Name),
    /// Shown while none of the others is.
    Usual,
}

impl Ui<'_, '_> {
    /// Adds something that can be explained. `shown` is always visible, and a screen reader reads out `said`;
    /// `note` appears beside it while the pointer or the keyboard focus is on it. Pressing it sends `opens`,
    /// which should show the full explanation.
    pub fn explained<M: Message + Clone>(
        &mut self,
        name: impl Into<String>,
        said: impl Into<String>,
        area: Area,
        opens: M,
        shown: impl FnOnce(&mut Ui),
        note: impl FnOnce(&mut Ui),
    ) -> EntityCommands<'_> {
        self.leading(name, said, area, opens, |ui| {
            shown(ui);
            ui.aside(NOTE_WIDTH, note);
        })
    }

    /// Adds a note beside the current widget, shown while the pointer or the keyboard focus is on that widget.
    pub fn aside(&mut self, width: f32, draw: impl FnOnce(&mut Ui)) {
        let plate = Area::card().padding(space::S, space::S).width(width).edge(Token::Control).tweak(|node| {
            node.position_type = PositionType::Absolute;
            node.display = Display::None;
            node.overflow = Overflow::clip();
        });
        self.area(plate, draw).insert((Note, GlobalZIndex(5), OverrideClip));
    }

    /// Adds a box that is shown while the pointer or the keyboard focus is on the widget with this name. Of all such
    /// boxes with the same parent, one is shown at a time; the pointer takes precedence over the keyboard.
    pub fn preview_of(&mut self, widget: impl Into<String>, area: Area, draw: impl FnOnce(&mut Ui)) {
        let hidden = area.tweak(|node| node.display = Display::None);
        self.area(hidden, draw).insert(Preview::Of(Name::new(widget.into())));
    }

    /// Adds the box that is shown while none of the [previews](Ui::preview_of) is.
    pub fn preview_else(&mut self, area: Area, draw: impl FnOnce(&mut Ui)) {
        self.area(area, draw).insert(Preview::Usual);
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PostUpdate, (show_notes, show_previews).before(UiSystems::Layout));
}

fn show_previews(
    focus: Res<InputFocus>,
    visible: Res<InputFocusVisible>,
    widgets: Query<(Entity, &Name, &Hovered)>,
    mut previews: Query<(&ChildOf, &Preview, &mut Node)>,
) {
    let named = |preview: &Preview, wanted: &dyn Fn(Entity, &Hovered) -> bool| match preview {
        Preview::Of(name) => widgets.iter().any(|(entity, other, hovered)| other == name && wanted(entity, hovered)),
        Preview::Usual => false,
    };
    let rank = |preview: &Preview| match preview {
        Preview::Usual => 1,
        of if named(of, &|_, hovered| hovered.0) => 3,
        of if named(of, &|entity, _| visible.0 && focus.get() == Some(entity)) => 2,
        Preview::Of(_) => 0,
    };
    let mut best: EntityHashMap<u8> = EntityHashMap::default();
    for (parent, preview, _) in &previews {
        let best = best.entry(parent.parent()).or_default();
        *best = rank(preview).max(*best);
    }
    for (parent, preview, mut node) in &mut previews {
        let rank = rank(preview);
        let shown = rank > 0 && best.get(&parent.parent()) == Some(&rank);
        let display = if shown { Display::Flex } else { Display::None };
        if node.display != display {
            node.display = display;
        }
    }
}

fn show_notes(
    focus: Res<InputFocus>,
    visible: Res<InputFocusVisible>,
    window: Query<&Window, With<PrimaryWindow>>,
    owners: Query<(&Hovered, &UiGlobalTransform, &ComputedNode)>,
    mut notes: Query<(&ChildOf, &mut Node), With<Note>>,
) {
    let Ok(window) = window.single() else { return };
    let size = window.physical_size().as_vec2();
    let middle = size / 2.0;
    for (owner, mut node) in &mut notes {
        let Ok((hovered, place, owner_node)) = owners.get(owner.parent()) else { continue };
        let focused = visible.0 && focus.get() == Some(owner.parent());
        if !(hovered.0 || focused) {
            if node.display != Display::None {
                node.display = Display::None;
            }
            continue;
        }
        // Recompute the place in every frame, because an owner that has just appeared has no place of its own yet.
        let mut shown = node.clone();
        shown.display = Display::Flex;
        // Open towards the middle of the window, where there is room.
        let right = place.translation.x > middle.x;
        let below = place.translation.y < middle.y;
        let beside = percent(100);
        (shown.left, shown.right) = if right { (auto(), px(0)) } else { (px(0), auto()) };
        (shown.top, shown.bottom) = if below { (beside, auto()) } else { (auto(), beside) };
        shown.margin = UiRect::vertical(px(space::XS));
        // Never extend beyond the window; what is cut off can be read by pressing the widget.
        let free = |room: f32| px((room * owner_node.inverse_scale_factor() - 2.0 * space::XS).max(TARGET));
        let half = owner_node.size() / 2.0;
        let edge = if below { size.y - place.translation.y } else { place.translation.y };
        shown.max_height = free(edge - half.y);
        let edge = if right { place.translation.x } else { size.x - place.translation.x };
        shown.max_width = free(edge + half.x);
        node.set_if_neq(shown);
    }
}
