//! Pictures: pixels from elsewhere (charts, maps), sparklines, and the hatching of what is uncertain or owed.

use accesskit::Role;
use bevy::asset::{RenderAssetUsages, uuid_handle};
use bevy::image::Image;
use bevy::prelude::*;
use bevy::render::render_resource::{Extent3d, TextureDimension, TextureFormat};
use bevy::ui::UiSystems;
use resvg::tiny_skia::{LineCap, LineJoin, Paint, PathBuilder, Pixmap, Stroke, Transform as SkiaTransform};

use super::super::theme::{Theme, Tint, Token, Tone};
use super::Ui;
use super::motion::Arrive;
use super::spoken::spoken;

const HATCH: Handle<Image> = uuid_handle!("6f2d9a04-6f1c-4a3b-9d0e-1b7a52c0e010");
/// Width and height of the hatch tile in its own pixels, and how many of those make a logical pixel.
const HATCH_SIDE: u32 = 32;
const HATCH_FINENESS: f32 = 4.0;
/// The least range that the axis of a sparkline shows, as a share of the largest value.
const LEAST_SPAN: f32 = 0.05;
/// Pixels of a sparkline per logical pixel.
const SPARK_FINENESS: f32 = 3.0;
/// The number of steps in which a drawing grows; it is limited because each step is drawn on the CPU.
const STAGES: f32 = 12.0;

/// The height of a drawing in logical pixels if nothing else determines it.
const FREE_HEIGHT: f32 = 240.0;

/// A picture as rows of red, green, blue and (straight) alpha.
#[derive(Clone, Debug)]
pub struct Pixels {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Four bytes per pixel.
    pub rgba: Vec<u8>,
}

impl Pixels {
    /// Converts what `tiny_skia` has drawn, which has premultiplied alpha.
    pub fn from_pixmap(pixmap: &Pixmap) -> Self {
        let mut rgba = pixmap.data().to_vec();
        for (bytes, pixel) in rgba.chunks_exact_mut(4).zip(pixmap.pixels()) {
            // Most pixels are fully transparent or opaque, and those are the same with both kinds of alpha.
            if !matches!(pixel.alpha(), 0 | 255) {
                let color = pixel.demultiply();
                bytes.copy_from_slice(&[color.red(), color.green(), color.blue(), color.alpha()]);
            }
        }
        Self { width: pixmap.width(), height: pixmap.height(), rgba }
    }

    pub(super) fn into_image(self) -> Image {
        let size = Extent3d { width: self.width, height: self.height, depth_or_array_layers: 1 };
        let mut data = self.rgba;
        // A buffer of the wrong length would make the renderer panic.
        data.resize(self.width as usize * self.height as usize * 4, 0);
        Image::new(size, TextureDimension::D2, data, TextureFormat::Rgba8UnormSrgb, RenderAssetUsages::RENDER_WORLD)
    }
}

/// The surface that a drawing is drawn on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Canvas {
    /// Width and height in physical pixels.
    pub size: UVec2,
    /// Physical pixels per logical pixel.
    pub scale: f32,
    /// The theme to take colours from.
    pub theme: Theme,
    /// The progress from 0 to 1 while it is animated by [`Arrive::grow`], and 1 otherwise.
    pub share: f32,
}

/// A picture that is redrawn whenever the size of its box or the theme changes, so that it is sharp at every size.
#[derive(Component)]
struct Drawing {
    draw: Box<dyn Fn(Canvas) -> Option<Pixels> + Send + Sync>,
    drawn: Option<Canvas>,
}

/// The components of a hatching that covers its parent.
pub(super) fn hatch(token: Token) -> impl Bundle {
    (
        ImageNode {
            image: HATCH,
            image_mode: NodeImageMode::Tiled { tile_x: true, tile_y: true, stretch_value: 1.0 / HATCH_FINENESS },
            ..default()
        },
        Tint(token),
        Node {
            position_type: PositionType::Absolute,
            left: px(0),
            top: px(0),
            width: percent(100),
            height: percent(100),
            ..default()
        },
        Pickable::IGNORE,
    )
}

impl Ui<'_, '_> {
    /// Adds a picture at a size in logical pixels. Draw it with twice as many pixels, so that it is
    /// sharp in large windows.
    pub fn picture(&mut self, pixels: Pixels, size: Vec2) -> EntityCommands<'_> {
        let mut entity = self
            .spawn((Node { width: px(size.x), height: px(size.y), flex_shrink: 0.0, ..default() }, Pickable::IGNORE));
        entity.queue(move |mut entity: EntityWorldMut| {
            let image = entity.resource_mut::<Assets<Image>>().add(pixels.into_image());
            // Stretch, because otherwise the node would take its size from the pixels.
            entity.insert(ImageNode::new(image).with_mode(NodeImageMode::Stretch));
        });
        entity
    }

    /// Adds a drawing in a box; `told` is what a screen reader says for it.
    pub fn drawing_in(
        &mut self,
        mut node: Node,
        told: impl Into<String>,
        draw: impl Fn(Canvas) -> Option<Pixels> + Send + Sync + 'static,
    ) -> EntityCommands<'_> {
        if self.narrow() && !matches!(node.height, Val::Px(_)) {
            // On a page that scrolls there is no fixed height to take a share of.
            (node.height, node.min_height, node.flex_grow) = (auto(), px(FREE_HEIGHT), 1.0);
        }
        self.spawn((node, Pickable::IGNORE, spoken(Role::Image, told), Drawing { draw: Box::new(draw), drawn: None }))
    }

    /// Adds a small line of past values that ends in a dot; `told` is what a screen reader says for it.
    pub fn sparkline(&mut self, values: &[f32], size: Vec2, tone: Tone, told: impl Into<String>) {
        if let Some(pixels) = draw_sparkline(values, size * SPARK_FINENESS) {
            // The line becomes narrower if a text beside it needs the room.
            let node = Node { width: px(size.x), min_width: px(0), height: px(size.y), ..default() };
            self.picture(pixels, size).insert((node, Tint(Token::Strong(tone)), spoken(Role::Image, told)));
        }
    }
}

/// The ends of the axis. It covers at least a small share of the values, so that tiny changes look tiny.
fn span(values: &[f32]) -> (f32, f32) {
    let least = values.iter().copied().fold(f32::INFINITY, f32::min);
    let most = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let missing = (LEAST_SPAN * most.abs().max(least.abs()) - (most - least)).max(0.0);
    (least - missing / 2.0, most + missing / 2.0)
}

/// Draws in white; the tint adds the colour of the theme.
fn draw_sparkline(values: &[f32], size: Vec2) -> Option<Pixels> {
    let mut pixmap = Pixmap::new(size.x as u32, size.y as u32)?;
    let (least, most) = span(values);
    let margin = 3.0 * SPARK_FINENESS;
    let across = (size.x - 2.0 * margin) / (values.len().checked_sub(1)?.max(1)) as f32;
    let point = |(index, value): (usize, &f32)| {
        let share = if most > least { (value - least) / (most - least) } else { 0.5 };
        Vec2::new(margin + index as f32 * across, size.y - margin - share * (size.y - 2.0 * margin))
    };
    let points: Vec<_> = values.iter().enumerate().map(point).collect();
    let (first, last) = (points.first()?, points.last()?);
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(255, 255, 255, 255);
    let mut line = PathBuilder::new();
    line.move_to(first.x, first.y);
    for point in &points[1..] {
        line.line_to(point.x, point.y);
    }
    if let Some(path) = line.finish() {
        let stroke = Stroke {
            width: 2.0 * SPARK_FINENESS,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
        };
        pixmap.stroke_path(&path, &paint, &stroke, SkiaTransform::identity(), None);
    }
    let dot = PathBuilder::from_circle(last.x, last.y, margin)?;
    pixmap.fill_path(&dot, &paint, resvg::tiny_skia::FillRule::Winding, SkiaTransform::identity(), None);
    Some(Pixels::from_pixmap(&pixmap))
}

/// One tile of diagonal lines, which continue in the next tile.
fn draw_hatch() -> Pixels {
    let side = HATCH_SIDE as f32;
    let alpha = |x: u32, y: u32| {
        // Distance to the middle of the line along one axis; the pattern repeats after one side.
        let along = (x as f32 + y as f32 + 0.5) % side;
        let distance = (along - side / 2.0).abs();
        ((side * 0.18 - distance) / 2.0 + 0.5).clamp(0.0, 1.0)
    };
    let rows = (0..HATCH_SIDE).flat_map(|y| (0..HATCH_SIDE).map(move |x| (x, HATCH_SIDE - 1 - y)));
    Pixels {
        width: HATCH_SIDE,
        height: HATCH_SIDE,
        rgba: rows.flat_map(|(x, y)| [255, 255, 255, (alpha(x, y) * 255.0) as u8]).collect(),
    }
}

/// Redraws drawings whose size, theme or animation progress has changed.
fn draw(
    theme: Res<Theme>,
    mut drawings: Query<(Entity, &ComputedNode, Option<&Arrive>, &mut Drawing)>,
    mut images: ResMut<Assets<Image>>,
    mut commands: Commands,
) {
    for (entity, node, arrive, mut drawing) in &mut drawings {
        let scale = node.inverse_scale_factor().recip();
        let share = arrive.map_or(1.0, |arrive| (arrive.share() * STAGES).round() / STAGES);
        let canvas = Canvas { size: node.size().as_uvec2(), scale, theme: *theme, share };
        if canvas.size.min_element() == 0 || drawing.drawn == Some(canvas) {
            continue;
        }
        drawing.drawn = Some(canvas);
        if let Some(pixels) = (drawing.draw)(canvas) {
            let image = images.add(pixels.into_image());
            commands.entity(entity).insert(ImageNode::new(image).with_mode(NodeImageMode::Stretch));
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PostUpdate, draw.after(UiSystems::Layout));
    let mut images = app.world_mut().resource_mut::<Assets<Image>>();
    if let Err(error) = images.insert(&HATCH, draw_hatch().into_image()) {
        error!("the hatching could not be stored: {error}");
    }
}
