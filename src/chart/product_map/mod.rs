//! The map of the product: districts on a grid, bespoke specials off it, customers attached to them by strings.
//!
//! Coherence is the first thing people see: the less there is, the further every tile is turned and shifted.

mod legend;
mod names;
mod plan;
mod tiles;

use legend::Legend;
use plan::{Block, Manner, Pin, Plan};

use super::palette::Palette;
use super::svg::{Area, Sheet, Size, Svg, line};
use crate::view::ProductMap;

/// The backdrop relative to the sheet: its width, its height, and its left edge.
const WALL: (f64, f64, f64) = (1.02, 1.16, 0.06);
/// How pale the backdrop is at the left and the right edge of the sheet, 0..1.
const PALE: (f64, f64) = (1.06, 0.28);
/// Width from which the map has a legend.
const EXPLAINED: f64 = 640.0;

/// Draws the map. Small maps have no words; large ones have names where there is room.
#[must_use]
pub fn product_map(map: &ProductMap, size: Size, palette: &Palette) -> Svg {
    product_map_between(map, map, 1.0, size, palette)
}

/// Draws a transition between two maps, at 0..1 of the way: tiles turn, new ones grow, old ones disappear.
#[must_use]
pub fn product_map_between(before: &ProductMap, after: &ProductMap, share: f64, size: Size, palette: &Palette) -> Svg {
    let mut sheet = Sheet::new(size);
    let legend = if size.width >= EXPLAINED { Legend::new(after, size) } else { Legend::default() };
    let room = Size::new(size.width, size.height - legend.height);
    let end = Scene::new(after, room, Manner::Plan);
    if share < 1.0 {
        Scene::new(before, room, Manner::Plan).toward(&end, share.max(0.0)).draw(&mut sheet, after, &|_| palette);
    } else {
        end.draw(&mut sheet, after, &|_| palette);
    }
    if end.plan.named {
        names::names(&mut sheet, &end.plan, &after.districts, &end.blocks, &end.pins, palette);
    }
    legend.draw(&mut sheet, size, palette);
    sheet.finish()
}

/// The map as a backdrop for text: without words, as large as possible, running off the sheet on the right, and paler
/// towards the left.
#[must_use]
pub fn backdrop(map: &ProductMap, size: Size, palette: &Palette) -> Svg {
    let mut sheet = Sheet::new(size);
    let wall = Size::new(size.width * WALL.0, size.height * WALL.1);
    let (left, top) = (size.width * WALL.2, (size.height - wall.height) / 2.0);
    let mut pinned = Sheet::new(wall);
    let scene = Scene::new(map, wall, Manner::Wall);
    let shades: Vec<Palette> = scene
        .blocks
        .iter()
        .map(|block| {
            let along = (left + block.area.x + block.area.width / 2.0) / size.width;
            palette.quiet((PALE.0 + (PALE.1 - PALE.0) * along).clamp(PALE.1, 0.95))
        })
        .collect();
    scene.draw(&mut pinned, map, &|position| shades.get(position).unwrap_or(palette));
    sheet.add(pinned.placed(left, top));
    sheet.finish()
}

/// Everything on the sheet with its position.
struct Scene<'a> {
    plan: Plan,
    blocks: Vec<Block>,
    pins: Vec<Pin<'a>>,
    coherence: f64,
    /// Size of tiles that are new since the previous map, 0..1, and how many tiles of each district are not new.
    fresh: (f64, Vec<u32>),
}

impl<'a> Scene<'a> {
    fn new(map: &'a ProductMap, size: Size, manner: Manner) -> Self {
        let plan = Plan::new(map, size, manner);
        let blocks: Vec<Block> = (0..map.districts.len()).map(|i| plan.block(map, i)).collect();
        let pins = blocks.iter().flat_map(|block| plan.pins(map, block)).collect();
        Self { plan, blocks, pins, coherence: map.coherence, fresh: (1.0, Vec::new()) }
    }

    /// The scene between two scenes, at 0..1 of the way.
    fn toward(&self, end: &Self, share: f64) -> Self {
        let between = |from: f64, to: f64| from + (to - from) * share;
        let point = |from: (f64, f64), to: (f64, f64)| (between(from.0, to.0), between(from.1, to.1));
        let area = |from: Area, to: Area| Area {
            x: between(from.x, to.x),
            y: between(from.y, to.y),
            width: between(from.width, to.width),
            height: between(from.height, to.height),
        };
        let blocks = end.blocks.iter().map(|to| match self.blocks.get(to.position) {
            Some(from) => Block { area: area(from.area, to.area), ..*to },
            None => Block { ..*to },
        });
        let before = |id| self.pins.iter().find(|pin| pin.special.id == id);
        let came = end.pins.iter().map(|to| match before(to.special.id) {
            Some(from) => Pin {
                at: point(from.at, to.at),
                customer: point(from.customer, to.customer),
                turn: between(from.turn, to.turn),
                ..*to
            },
            // A new special moves out from its customer.
            None => Pin { at: point(to.customer, to.at), turn: to.turn * share, size: share, ..*to },
        });
        let stays = |pin: &&Pin| end.pins.iter().any(|to| to.special.id == pin.special.id);
        let left = self.pins.iter().filter(|pin| !stays(pin)).map(|pin| Pin { size: 1.0 - share, ..*pin });
        Self {
            plan: Plan { place: between(self.plan.place, end.plan.place), ..end.plan },
            blocks: blocks.collect(),
            pins: came.chain(left).collect(),
            coherence: between(self.coherence, end.coherence),
            fresh: (share, self.blocks.iter().map(|block| block.tiles).collect()),
        }
    }

    /// Size of a tile of a district, 0..1.
    fn grown(&self, district: usize, tile: u32) -> f64 {
        let (share, there) = &self.fresh;
        let old = there.get(district).is_none_or(|&there| tile < there);
        if old { 1.0 } else { *share }
    }

    /// Draws everything; `shade` returns the palette of a district.
    fn draw<'p>(&self, sheet: &mut Sheet, map: &ProductMap, shade: &impl Fn(usize) -> &'p Palette) {
        for (district, block) in map.districts.iter().zip(&self.blocks) {
            tiles::ground(sheet, &self.plan, district, block, shade(block.position));
        }
        for pin in &self.pins {
            sheet.add(line(pin.at, pin.customer, shade(pin.special.district).control, self.plan.thin));
        }
        for (district, block) in map.districts.iter().zip(&self.blocks) {
            tiles::tiles(sheet, self, district, block, shade(block.position));
        }
        for pin in &self.pins {
            tiles::special(sheet, &self.plan, pin, shade(pin.special.district));
        }
    }
}
