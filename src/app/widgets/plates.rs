//! Plates: cards pinned over the page, beside what they explain. The keyboard focus stays in them.

use bevy::ecs::system::SystemParam;
use bevy::input_focus::tab_navigation::TabGroup;
use bevy::input_focus::{InputFocus, InputFocusVisible};
use bevy::picking::hover::Hovered;
use bevy::prelude::*;
use bevy::ui::UiGlobalTransform;
use bevy::window::PrimaryWindow;

use super::super::theme::{Token, space};
use super::link::Links;
use super::modal::Sheet;
use super::{Area, Ui};

/// Width of a plate in logical pixels; two fit side by side wherever room is not narrow.
const PLATE: f32 = 400.0;
/// Room kept free at the edges of the window.
const EDGE: f32 = 20.0;
/// If there is less height than this above and below the anchor, plates take the full height of the window.
const LEAST: f32 = 320.0;

/// The box that contains the plates, and the rectangle that they are placed beside.
#[derive(Component, Clone, Copy, Debug)]
pub struct Plates {
    anchor: Rect,
}

/// Finds what the person is looking at: what has the visible keyboard focus, or otherwise what the pointer is on.
#[derive(SystemParam)]
pub struct Eye<'w, 's> {
    focus: Res<'w, InputFocus>,
    visible: Res<'w, InputFocusVisible>,
    scale: Res<'w, UiScale>,
    window: Query<'w, 's, &'static Window, With<PrimaryWindow>>,
    hovered: Query<'w, 's, (&'static Hovered, &'static ComputedNode, &'static UiGlobalTransform)>,
    nodes: Query<'w, 's, (&'static ComputedNode, &'static UiGlobalTransform)>,
    links: Links<'w, 's>,
}

impl Eye<'_, '_> {
    /// The size of the window in logical pixels of the design.
    pub fn window(&self) -> Vec2 {
        self.window.single().map_or(Vec2::ZERO, Window::size) / self.scale.0
    }

    fn anchor(&self) -> Rect {
        let place = |node: &ComputedNode, place: &UiGlobalTransform| {
            Rect::from_center_size(
                place.translation * node.inverse_scale_factor(),
                node.size() * node.inverse_scale_factor(),
            )
        };
        let focused = |entity: Entity| {
            let link =
                self.links.place(entity).map(|(Rect { min, max }, scale)| Rect::from_corners(min * scale, max * scale));
            link.or_else(|| self.nodes.get(entity).ok().map(|(node, transform)| place(node, transform)))
        };
        if let Some(focused) = self.focus.get().filter(|_| self.visible.0).and_then(focused) {
            return focused;
        }
        let under = self.hovered.iter().filter(|(hovered, node, _)| hovered.0 && !node.is_empty());
        let under = under.map(|(_, node, transform)| place(node, transform));
        let smallest = under.min_by(|a, b| a.size().element_product().total_cmp(&b.size().element_product()));
        let pointer = || {
            let at = self.window.single().ok()?.cursor_position()? / self.scale.0;
            Some(Rect::from_center_size(at, Vec2::splat(space::L)))
        };
        smallest.or_else(pointer).unwrap_or_else(|| Rect::from_center_size(self.window() / 2.0, Vec2::ZERO))
    }
}

/// Opens the layer for `count` plates over the page; a click outside of them sends `outside`. A panel with
/// `marker` must draw the plates.
pub fn open_plates<M: Message + Clone>(
    commands: &mut Commands,
    eye: &Eye,
    count: usize,
    marker: impl Component,
    outside: M,
) {
    let plates = Plates { anchor: eye.anchor() };
    let row = lay_out(&plates, eye, count);
    let whole = Node { position_type: PositionType::Absolute, width: percent(100), height: percent(100), ..default() };
    let mut root = commands.spawn((Name::new("plates"), whole, TabGroup::modal(), Sheet, GlobalZIndex(20), plates));
    root.observe(move |click: On<Pointer<Click>>, mut messages: MessageWriter<M>| {
        if click.original_event_target() == click.entity {
            messages.write(outside.clone());
        }
    });
    root.with_children(|spawner| {
        spawner.spawn((row, Pickable::IGNORE, marker));
    });
}

/// Places `count` plates on the side of the anchor that has most room.
pub fn lay_out(plates: &Plates, eye: &Eye, count: usize) -> Node {
    let (window, anchor) = (eye.window(), plates.anchor);
    let gaps = count.saturating_sub(1) as f32;
    let wide = count as f32 * PLATE + gaps * space::S;
    let mut node = Node {
        position_type: PositionType::Absolute,
        column_gap: px(space::S),
        align_items: AlignItems::FlexStart,
        ..default()
    };
    // If not all of them fit, the last one stays in the window.
    if wide + 2.0 * EDGE > window.x {
        node.right = px(EDGE);
    } else {
        node.left = px(anchor.min.x.clamp(EDGE, window.x - EDGE - wide));
    }
    let (upper, lower) = (anchor.min.y.clamp(0.0, window.y), anchor.max.y.clamp(0.0, window.y));
    let (above, below) = (upper - space::XS - EDGE, window.y - lower - space::XS - EDGE);
    if above.max(below) < LEAST {
        (node.top, node.height) = (px(EDGE), px(window.y - 2.0 * EDGE));
    } else if below >= above {
        (node.top, node.height) = (px(lower + space::XS), px(below));
    } else {
        (node.bottom, node.height) = (px(window.y - upper + space::XS), px(above));
        node.align_items = AlignItems::FlexEnd;
    }
    node
}

impl Ui<'_, '_> {
    /// Adds a plate.
    pub fn plate(&mut self, draw: impl FnOnce(&mut Ui)) {
        let plate = Area::card().rigid().width(PLATE).edge(Token::Control).tweak(|node| node.max_height = percent(100));
        // A click on a plate must not count as a click outside.
        self.area(plate, draw).insert(Pickable::default());
    }
}
