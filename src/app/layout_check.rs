//! Finds the layout problems that a person would see on the screen: texts that are cut off, nodes that stick out,
//! controls that overlap.

use bevy::input_focus::tab_navigation::TabIndex;
use bevy::prelude::*;
use bevy::text::{PositionedGlyph, TextLayoutInfo};
use bevy::ui::{OverflowAxis, UiGlobalTransform};
use bevy::window::PrimaryWindow;

use super::theme::TARGET;

/// Differences up to this many pixels come from rounding and are not reported.
const TOLERANCE: f32 = 1.5;

/// A node with its place in the window, in physical pixels.
struct Placed {
    entity: Entity,
    rect: Rect,
    /// The part of it that its ancestors do not clip.
    visible: Rect,
    label: String,
}

/// The area that a node may fill.
#[derive(Clone, Copy)]
struct Frame<'a> {
    around: &'a str,
    window: Rect,
    bounds: Rect,
    visible: Rect,
    /// Whether content is clipped on purpose, as in fields and meters.
    clips: bool,
    /// Whether a node may be outside the window, because it can be scrolled into view.
    scrolls: bool,
}

pub(super) fn problems(world: &mut World) -> Vec<String> {
    let mut windows = world.query_filtered::<&Window, With<PrimaryWindow>>();
    let Ok(window) = windows.single(world) else {
        return vec!["there is no window".into()];
    };
    let window = Rect::from_corners(Vec2::ZERO, window.physical_size().as_vec2());
    let frame = Frame { around: "the window", window, bounds: window, visible: window, clips: false, scrolls: false };
    let mut roots = world.query_filtered::<Entity, (With<Node>, Without<ChildOf>)>();
    let roots: Vec<_> = roots.iter(world).collect();
    let mut problems = Vec::new();
    for root in roots {
        let mut placed = Vec::new();
        place(world, root, frame, &mut placed, &mut problems);
        overlaps(world, &placed, &mut problems);
    }
    problems
}

fn place(world: &World, entity: Entity, frame: Frame, placed: &mut Vec<Placed>, problems: &mut Vec<String>) {
    let (Some(node), Some(style), Some(transform)) =
        (world.get::<ComputedNode>(entity), world.get::<Node>(entity), world.get::<UiGlobalTransform>(entity))
    else {
        return;
    };
    let hidden = world.get::<InheritedVisibility>(entity).is_some_and(|visible| !visible.get());
    if hidden || style.display == Display::None {
        return;
    }
    let rect = Rect::from_center_size(transform.translation, node.size());
    let label = label(world, entity);
    if let Some(text) = world.get::<TextLayoutInfo>(entity)
        && world.get::<Text>(entity).is_some()
        && !frame.clips
        && inked(text).cmpgt(node.size() + TOLERANCE).any()
    {
        problems.push(format!("{label}: the text needs {} but has {}", inked(text), node.size()));
    }
    let placed_by_hand = style.position_type == PositionType::Absolute;
    if !frame.clips && !placed_by_hand && !node.is_empty() && !within(rect, frame.bounds, world.resource::<UiScale>().0)
    {
        problems.push(format!("{label}: {} sticks out of {}: {}", show(rect), frame.around, show(frame.bounds)));
    }
    if placed_by_hand
        && !frame.clips
        && !frame.scrolls
        && !node.is_empty()
        && !within(rect, frame.window, world.resource::<UiScale>().0)
    {
        problems.push(format!("{label}: {} sticks out of the window", show(rect)));
    }
    let visible = rect.intersect(frame.visible);
    let mut bounds = rect;
    if style.overflow.x == OverflowAxis::Scroll {
        (bounds.min.x, bounds.max.x) = (f32::MIN, f32::MAX);
    }
    if style.overflow.y == OverflowAxis::Scroll {
        (bounds.min.y, bounds.max.y) = (f32::MIN, f32::MAX);
    }
    let cuts = |axis: OverflowAxis| matches!(axis, OverflowAxis::Clip | OverflowAxis::Hidden);
    let scrolls = bounds != rect;
    let clips = frame.clips || (!scrolls && (cuts(style.overflow.x) || cuts(style.overflow.y)));
    for child in world.get::<Children>(entity).into_iter().flatten() {
        let frame =
            Frame { around: &label, window: frame.window, bounds, visible, clips, scrolls: frame.scrolls || scrolls };
        place(world, *child, frame, placed, problems);
    }
    placed.push(Placed { entity, rect, visible, label });
}

/// The size of what is drawn, in physical pixels. Unlike the size of the layout, it does not include the space at the
/// end of a wrapped line.
fn inked(text: &TextLayoutInfo) -> Vec2 {
    let right = |glyph: &PositionedGlyph| glyph.position.x + glyph.atlas_info.rect.width() / 2.0;
    Vec2::new(text.glyphs.iter().map(right).fold(0.0, f32::max), text.size.y * text.scale_factor)
}

fn overlaps(world: &World, placed: &[Placed], problems: &mut Vec<String>) {
    let scale = world.resource::<UiScale>().0;
    let controls: Vec<_> = placed.iter().filter(|node| world.get::<TabIndex>(node.entity).is_some()).collect();
    for (index, one) in controls.iter().enumerate() {
        if one.rect.size().min_element() + TOLERANCE < TARGET * scale {
            problems.push(format!("{}: {} is too small to hit", one.label, show(one.rect)));
        }
        for other in &controls[index + 1..] {
            let common = one.visible.intersect(other.visible);
            if common.size().cmpgt(Vec2::splat(TOLERANCE)).all() {
                problems.push(format!("{} lies over {}", one.label, other.label));
            }
        }
    }
}

fn within(inner: Rect, outer: Rect, scale: f32) -> bool {
    let outer = outer.inflate(TOLERANCE * scale.max(1.0));
    outer.contains(inner.min) && outer.contains(inner.max)
}

fn show(rect: Rect) -> String {
    let size = rect.size();
    format!("{:.0}×{:.0} at {:.0},{:.0}", size.x, size.y, rect.min.x, rect.min.y)
}

/// A name by which a person can find a node: its own name, or its text and the nearest ancestor with a name.
fn label(world: &World, entity: Entity) -> String {
    if let Some(name) = world.get::<Name>(entity) {
        return format!("`{name}`");
    }
    let own = match world.get::<Text>(entity) {
        Some(text) => format!("“{}”", text.0),
        None => "a box".into(),
    };
    let mut above = entity;
    while let Some(parent) = world.get::<ChildOf>(above) {
        above = parent.parent();
        if let Some(name) = world.get::<Name>(above) {
            return format!("{own} in `{name}`");
        }
    }
    own
}
