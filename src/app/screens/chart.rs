//! Shows the pictures of the chart module: sharp at every size, in the colours of the theme, and in
//! words for screen readers.

use bevy::prelude::*;

use crate::app::widgets::{Arrive, Pixels, Ui};
use crate::chart::{self, Palette, Size, Svg};
use crate::view::ProductMap;

/// Adds a picture as wide as its parent and of this height; `told` is what a screen reader says for it.
pub(super) fn draw(
    ui: &mut Ui,
    height: f32,
    told: impl Into<String>,
    picture: impl Fn(Size, &Palette) -> Svg + Send + Sync + 'static,
) {
    draw_in(ui, Node { width: percent(100), height: px(height), flex_shrink: 0.0, ..default() }, told, picture);
}

/// Adds a picture in a box.
pub(super) fn draw_in(
    ui: &mut Ui,
    node: Node,
    told: impl Into<String>,
    picture: impl Fn(Size, &Palette) -> Svg + Send + Sync + 'static,
) {
    draw_at(ui, node, told, move |_, size, palette| picture(size, palette));
}

fn draw_at<'a>(
    ui: &'a mut Ui,
    node: Node,
    told: impl Into<String>,
    picture: impl Fn(f64, Size, &Palette) -> Svg + Send + Sync + 'static,
) -> EntityCommands<'a> {
    ui.drawing_in(node, told, move |canvas| {
        let size = canvas.size.as_vec2() / canvas.scale;
        let size = Size::new(size.x.into(), size.y.into());
        let svg = picture(canvas.share.into(), size, &Palette::of(canvas.theme.colors()));
        let drawn = chart::pixels(&svg, canvas.scale)?;
        Some(Pixels { width: drawn.width, height: drawn.height, rgba: drawn.rgba })
    })
}

/// Adds a picture that grows from nothing, unless there was one with this name before. `picture` also gets
/// the progress from 0 to 1.
pub(super) fn draw_growing(
    ui: &mut Ui,
    (name, arrive): (&str, Arrive),
    node: Node,
    told: impl Into<String>,
    picture: impl Fn(f64, Size, &Palette) -> Svg + Send + Sync + 'static,
) {
    draw_at(ui, node, told, picture).insert((Name::new(name.to_owned()), arrive));
}

/// Adds the product map as wide as its parent and of this height.
pub(super) fn product_map(ui: &mut Ui, map: &ProductMap, height: f32) {
    let drawn = map.clone();
    draw(ui, height, map.summary.clone(), move |size, palette| chart::product_map(&drawn, size, palette));
}

/// Adds the product map in a box.
pub(super) fn product_map_in(ui: &mut Ui, map: &ProductMap, node: Node) {
    let drawn = map.clone();
    draw_in(ui, node, map.summary.clone(), move |size, palette| chart::product_map(&drawn, size, palette));
}

/// Adds the product map in a box, changing from one state to another.
pub(super) fn product_map_between(ui: &mut Ui, moving: (&str, Arrive), [before, after]: &[ProductMap; 2], node: Node) {
    let (from, to) = (before.clone(), after.clone());
    draw_growing(ui, moving, node, after.summary.clone(), move |share, size, palette| {
        chart::product_map_between(&from, &to, share, size, palette)
    });
}

/// Adds the product map as a background for what follows, as large as its parent.
pub(super) fn backdrop(ui: &mut Ui, map: &ProductMap) {
    let node = Node { position_type: PositionType::Absolute, width: percent(100), height: percent(100), ..default() };
    let drawn = map.clone();
    draw_in(ui, node, map.summary.clone(), move |size, palette| chart::backdrop(&drawn, size, palette));
}
