//! Scroll areas, with wheel, keys and a visible bar; the focused widget is always scrolled into view.

use bevy::input_focus::{InputFocus, InputFocusVisible};
use bevy::picking::events::Scroll;
use bevy::prelude::*;
use bevy::ui::UiSystems;
use bevy::ui_widgets::{ControlOrientation, ScrollArea, ScrollIntoView, Scrollbar, ScrollbarThumb};

use super::super::theme::{Fill, Token, space};
use super::link::Links;
use super::{Area, Ui};

/// Padding inside the area, because the focus ring would be cut off otherwise.
pub(super) const RING_ROOM: f32 = 5.0;
const LINE: f32 = 48.0;

/// Scrolls the area that contains a widget, or otherwise the first one on the screen.
#[derive(Event, Clone, Copy, Debug)]
pub(super) struct ScrollBy {
    from: Option<Entity>,
    lines: f32,
    pages: f32,
}

impl ScrollBy {
    pub(super) fn line(from: Option<Entity>, lines: f32) -> Self {
        Self { from, lines, pages: 0.0 }
    }

    pub(super) fn page(from: Option<Entity>, pages: f32) -> Self {
        Self { from, lines: 0.0, pages }
    }
}

impl Ui<'_, '_> {
    /// Adds a box that scrolls into view when it appears.
    pub fn revealed(&mut self, area: Area, draw: impl FnOnce(&mut Ui)) {
        self.area(area, draw).insert(Reveal);
    }

    /// Adds a column that takes the remaining room and scrolls if it is too long. Where room is
    /// narrow, the page scrolls instead.
    pub fn scroll(&mut self, name: impl Into<String>, gap: f32, draw: impl FnOnce(&mut Ui)) {
        if self.narrow() {
            self.area(Area::column(gap).firm().named(name), draw);
            return;
        }
        let frame = Area::row(space::XXS).align_stretch().grow(1.0).tweak(|node| {
            node.margin = UiRect::all(px(-RING_ROOM));
        });
        let inside = Area::column(gap).padding(RING_ROOM, RING_ROOM).grow(1.0).named(name);
        self.scrolling(frame, inside, draw);
    }

    /// Adds a column as high as its content, which scrolls if there is less room.
    pub fn scroll_fit(&mut self, name: impl Into<String>, gap: f32, draw: impl FnOnce(&mut Ui)) {
        let frame = Area::row(space::XXS).align_stretch().tweak(|node| {
            node.margin = UiRect::all(px(-RING_ROOM));
            node.min_height = px(0);
        });
        let inside = Area::column(gap).padding(RING_ROOM, RING_ROOM).grow(1.0).named(name);
        self.scrolling(frame, inside, draw);
    }

    /// Adds a page. Where room is narrow it scrolls as a whole, elsewhere its columns scroll separately. Every page
    /// needs its own name, because its scroll position is kept by name.
    pub fn page(&mut self, name: impl Into<String>, draw: impl FnOnce(&mut Ui)) {
        if !self.narrow() {
            return draw(self);
        }
        let frame = Area::row(0.0).align_stretch().grow(1.0);
        self.scrolling(frame, Area::column(0.0).grow(1.0).named(name), draw);
    }

    fn scrolling(&mut self, frame: Area, inside: Area, draw: impl FnOnce(&mut Ui)) {
        self.area(frame.rigid(), |ui| {
            let inside = inside.rigid().tweak(|node| node.overflow = Overflow::scroll_y());
            let target = ui.area(inside, draw).insert((ScrollArea, Pickable::default())).id();
            ui.spawn((
                Node { width: px(8), flex_shrink: 0.0, ..default() },
                Scrollbar::new(target, ControlOrientation::Vertical, 32.0),
                Visibility::Hidden,
                children![(
                    ScrollbarThumb { border_radius: BorderRadius::all(px(4)), ..default() },
                    Fill(Token::Control),
                )],
            ));
        });
    }
}

/// Scrolls into view as soon as it has been laid out.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Reveal;

pub(super) fn plugin(app: &mut App) {
    app.add_observer(scroll_by)
        .add_observer(wheel_over_bar)
        .add_systems(Update, follow_focus)
        .add_systems(PostUpdate, (show_bars, reveal).after(UiSystems::Layout));
}

fn reveal(waiting: Query<(Entity, &ComputedNode), With<Reveal>>, mut commands: Commands) {
    for (entity, node) in &waiting {
        if !node.is_empty() {
            commands.entity(entity).remove::<Reveal>();
            commands.trigger(ScrollIntoView { entity });
        }
    }
}

fn scroll_by(
    wanted: On<ScrollBy>,
    parents: Query<&ChildOf>,
    mut areas: Query<(Entity, &ComputedNode, &mut ScrollPosition), With<ScrollArea>>,
) {
    let around = wanted.from.and_then(|entity| parents.iter_ancestors(entity).find(|parent| areas.contains(*parent)));
    // Do not scroll an area on the page below a sheet.
    let root = wanted.from.map(|entity| parents.root_ancestor(entity));
    let near = |area: &Entity| root.is_none_or(|root| parents.root_ancestor(*area) == root);
    let Some(area) = around.or_else(|| areas.iter().map(|(area, ..)| area).filter(near).min()) else {
        return;
    };
    let Ok((_, node, mut position)) = areas.get_mut(area) else {
        return;
    };
    let page = node.size().y * node.inverse_scale_factor();
    let room = (node.content_size().y * node.inverse_scale_factor() - page).max(0.0);
    let step = wanted.lines * LINE + wanted.pages * (page - LINE);
    position.y = (position.y + step).clamp(0.0, room);
}

/// Lets the wheel scroll an area while the pointer is on its scroll bar.
fn wheel_over_bar(mut wheel: On<Pointer<Scroll>>, bars: Query<&Scrollbar>, mut commands: Commands) {
    if let Ok(bar) = bars.get(wheel.entity) {
        wheel.propagate(false);
        let (pointer, place) = (wheel.pointer_id, wheel.pointer_location.clone());
        commands.trigger(Pointer::new(pointer, place, wheel.event.clone(), bar.target));
    }
}

fn follow_focus(
    focus: Res<InputFocus>,
    visible: Res<InputFocusVisible>,
    links: Links,
    nodes: Query<(), With<ComputedNode>>,
    mut commands: Commands,
) {
    if focus.is_changed()
        && visible.0
        && let Some(entity) = focus.get().map(|entity| links.text(entity).unwrap_or(entity))
        && nodes.contains(entity)
    {
        commands.trigger(ScrollIntoView { entity });
    }
}

fn show_bars(mut bars: Query<(&Scrollbar, &mut Visibility)>, areas: Query<&ComputedNode>) {
    for (bar, mut visibility) in &mut bars {
        let Ok(area) = areas.get(bar.target) else { continue };
        visibility.set_if_neq(match area.content_size().y > area.size().y + 1.0 {
            true => Visibility::Inherited,
            false => Visibility::Hidden,
        });
    }
}
