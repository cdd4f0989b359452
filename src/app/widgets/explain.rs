//! Explanations: what a number is made of, shown while the pointer or the keyboard is on it.

use accesskit::Role;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::input_focus::{InputFocus, InputFocusVisible};
use bevy::picking::hover::Hovered;
use bevy::prelude::*;
use bevy::ui::{OverrideClip, UiGlobalTransform, UiSystems};
use bevy::window::PrimaryWindow;

use super::super::theme::{Edge, Fill, TARGET, Token, Tone, radius, space};
use super::intent::OnActivate;
use super::press::{Look, Pressable};
use super::spoken::spoken;
use super::{Area, Ui};

const NOTE_WIDTH: f32 = 320.0;

/// The note that belongs to its parent.
#[derive(Component)]
struct Note;

impl Ui<'_, '_> {
    /// Adds something that can be explained: `shown` is always there and `said` by a screen reader, `note` appears
    /// beside it while the pointer or the keyboard is on it. Pressed, it sends `opens`, which should show the whole of
    /// it.
    pub fn explained<M: Message + Clone>(
        &mut self,
        name: impl Into<String>,
        said: impl Into<String>,
        area: Area,
        opens: M,
        shown: impl FnOnce(&mut Ui),
        note: impl FnOnce(&mut Ui),
    ) -> EntityCommands<'_> {
        let mut entity = self.area(area.min_height(TARGET).rounded(radius::CONTROL).named(name), |ui| {
            shown(ui);
            let plate = Area::card().width(NOTE_WIDTH).edge(Token::Control).tweak(|node| {
                node.position_type = PositionType::Absolute;
                node.display = Display::None;
                node.overflow = Overflow::clip();
            });
            ui.area(plate, note).insert((Note, GlobalZIndex(5), OverrideClip));
        });
        let look = Look {
            rest: (Token::Clear, Token::Clear),
            hover: (Token::Soft(Tone::Neutral), Token::Clear),
            press: (Token::Edge(Tone::Neutral), Token::Clear),
        };
        let press = (Pressable, look, Fill(look.rest.0), Edge(look.rest.1), OnActivate::send(opens));
        // Reached last, so that a page never opens with the keyboard on what only explains.
        entity.insert((press, Pickable::default(), TabIndex(1), spoken(Role::Button, said)));
        entity
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PostUpdate, show_notes.before(UiSystems::Layout));
}

fn show_notes(
    focus: Res<InputFocus>,
    visible: Res<InputFocusVisible>,
    window: Query<&Window, With<PrimaryWindow>>,
    owners: Query<(&Hovered, &UiGlobalTransform, &ComputedNode)>,
    mut notes: Query<(&ChildOf, &mut Node), With<Note>>,
) {
    let Ok(window) = window.single() else { return };
    let middle = window.physical_size().as_vec2() / 2.0;
    for (owner, mut node) in &mut notes {
        let Ok((hovered, place, owner_node)) = owners.get(owner.parent()) else { continue };
        let focused = visible.0 && focus.get() == Some(owner.parent());
        if !(hovered.0 || focused) {
            if node.display != Display::None {
                node.display = Display::None;
            }
            continue;
        }
        if node.display == Display::None {
            // Toward the middle of the window there is room.
            let right = place.translation.x > middle.x;
            let below = place.translation.y < middle.y;
            let beside = percent(100);
            node.display = Display::Flex;
            (node.left, node.right) = if right { (auto(), px(0)) } else { (px(0), auto()) };
            (node.top, node.bottom) = if below { (beside, auto()) } else { (auto(), beside) };
            node.margin = UiRect::vertical(px(space::XS));
            // Never over the edge: pressed, the whole of it is shown.
            let edge = if below { window.physical_size().y as f32 - place.translation.y } else { place.translation.y };
            let free = (edge - owner_node.size().y / 2.0) * owner_node.inverse_scale_factor();
            node.max_height = px((free - 2.0 * space::XS).max(TARGET));
        }
    }
}
