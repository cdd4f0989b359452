//! The product map as a picture: districts of tiles, and what stands beside them.
//!
//! Tiles stand as straight as the product is coherent, so that coherence can be seen from across the room.

use super::svg::{Anchor, hex};
use super::{Palette, Svg};
use crate::view::{Bespoke, District, ProductMap};

/// Columns of tiles in a district.
const COLUMNS: usize = 6;
/// Rows of tiles in a district; what is more is not drawn.
const ROWS: usize = 4;
/// How far a tile turns in a product without coherence, in degrees.
const TURN: f32 = 38.0;
/// How far it is shifted then, in tiles.
const SHIFT: f32 = 0.42;
/// How far a special turns that fits nothing, in degrees.
const ASKEW: f32 = 52.0;
/// Places around a district where specials can stand; who comes later stands further out.
const PLACES: usize = 22;
/// From one special to the next: no divisor in common with the places, so that they spread.
const STEP: usize = 7;
/// From this width on there is room for names, in logical pixels.
const ROOM_FOR_NAMES: f32 = 420.0;

/// Draws the map at a size in logical pixels.
#[must_use]
pub fn product_map(map: &ProductMap, size: (f32, f32), palette: &Palette) -> Svg {
    let mut svg = Svg::new(size.0, size.1);
    let columns = if map.districts.len() > 4 && size.0 > size.1 { 3 } else { 2 };
    let rows = map.districts.len().div_ceil(columns).max(1);
    let cell = (size.0 / columns as f32, size.1 / rows as f32);
    svg.hatching("debt", palette.debt, (cell.0.min(cell.1) / 34.0).max(2.0));
    let names = size.0 >= ROOM_FOR_NAMES;
    for (number, district) in map.districts.iter().enumerate() {
        let corner = ((number % columns) as f32 * cell.0, (number / columns) as f32 * cell.1);
        let mut drawing = Drawing { svg: &mut svg, palette, number, coherence: map.coherence as f32 };
        drawing.district(district, corner, cell, names);
    }
    svg
}

/// One district being drawn.
struct Drawing<'a> {
    svg: &'a mut Svg,
    palette: &'a Palette,
    number: usize,
    coherence: f32,
}

impl Drawing<'_> {
    fn district(&mut self, district: &District, corner: (f32, f32), cell: (f32, f32), names: bool) {
        let head = if names { (cell.1 * 0.1).clamp(14.0, 26.0) } else { 0.0 };
        let middle = (corner.0 + cell.0 / 2.0, corner.1 + head + (cell.1 - head) / 2.0);
        let tile = (cell.0 * 0.6 / COLUMNS as f32).min((cell.1 - head) * 0.56 / ROWS as f32);
        let plate = (tile * (COLUMNS as f32 + 0.5), tile * (ROWS as f32 + 0.5));
        let theme = self.number % self.palette.themes.len();
        let ways: Vec<Way> =
            (0..district.specials.len()).map(|at| Way::new(self.number, at, middle, plate, tile)).collect();
        for way in &ways {
            self.tie(way, tile);
        }
        let soft = format!("fill='{}'", hex(self.palette.themes_soft[theme]));
        self.svg.plate((middle.0 - plate.0 / 2.0, middle.1 - plate.1 / 2.0), plate, tile * 0.3, &soft);
        for number in 0..district.tiles.min(COLUMNS * ROWS) {
            let productised = number + district.productised >= district.tiles;
            self.tile(number, productised, middle, tile);
        }
        for (special, way) in district.specials.iter().zip(&ways) {
            self.special(special, way.here, tile);
        }
        if names {
            let at = (middle.0, corner.1 + head);
            self.svg.text(at, Anchor::Middle, (head * 0.72).max(12.0), self.palette.ink, &district.name);
        }
    }

    /// A regular tile: straight in a coherent product.
    fn tile(&mut self, number: usize, productised: bool, middle: (f32, f32), tile: f32) {
        let key = (self.number * COLUMNS * ROWS + number) as u32;
        let loose = (1.0 - self.coherence).clamp(0.0, 1.0);
        let loose = loose * loose;
        let (column, row) = (number % COLUMNS, number / COLUMNS);
        let step = |at: usize, all: usize| (at as f32 - (all as f32 - 1.0) / 2.0) * tile;
        let shift = |salt| chance(key, salt) * SHIFT * tile * loose;
        let at = (middle.0 + step(column, COLUMNS) + shift(1), middle.1 + step(row, ROWS) + shift(2));
        let color = hex(self.palette.themes[self.number % self.palette.themes.len()]);
        let turned = chance(key, 3) * TURN * loose;
        self.svg.tile(at, (tile * 0.84, tile * 0.84), turned, &format!("fill='{color}'"));
        if productised {
            self.svg.dot(at, tile * 0.16, self.palette.surface);
        }
    }

    /// Something built for one customer: off the grid, askew, hatched.
    fn special(&mut self, special: &Bespoke, at: (f32, f32), tile: f32) {
        let turned = (ASKEW * special.askew as f32) * if chance(special.id, 5) < 0.0 { -1.0 } else { 1.0 };
        let side = tile * (0.72 + 0.1 * special.upkeep.min(3.0) as f32);
        let edge = format!("stroke='{}' stroke-width='{:.2}'", hex(self.palette.debt), (tile * 0.07).max(0.8));
        self.svg.tile(at, (side, side), turned, &format!("fill='{}' {edge}", hex(self.palette.debt_soft)));
        self.svg.tile(at, (side, side), turned, &format!("fill='url(#debt)' {edge}"));
    }

    /// The thread from a special to its customer.
    fn tie(&mut self, way: &Way, tile: f32) {
        let thread = format!("stroke='{}' stroke-width='{:.2}'", hex(self.palette.muted), (tile * 0.05).max(0.7));
        self.svg.line(way.here, way.customer, &thread);
        self.svg.dot(way.customer, tile * 0.13, self.palette.muted);
    }
}

/// Where a special and its customer stand around a district.
struct Way {
    here: (f32, f32),
    customer: (f32, f32),
}

impl Way {
    fn new(district: usize, at: usize, middle: (f32, f32), plate: (f32, f32), tile: f32) -> Self {
        let turn = ((district * 5 + at * STEP) % PLACES) as f32 / PLACES as f32;
        let ring = (at / PLACES) as f32;
        let away = tile * (0.75 + 0.7 * ring);
        Self { here: around(turn, middle, plate, away), customer: around(turn, middle, plate, away + tile * 0.85) }
    }
}

/// A place on the way around a plate, so far from its edge.
fn around(turn: f32, middle: (f32, f32), plate: (f32, f32), away: f32) -> (f32, f32) {
    let (width, height) = (plate.0 + 2.0 * away, plate.1 + 2.0 * away);
    let (left, top) = (middle.0 - width / 2.0, middle.1 - height / 2.0);
    let along = turn * 2.0 * (width + height);
    if along < width {
        (left + along, top)
    } else if along < width + height {
        (left + width, top + along - width)
    } else if along < 2.0 * width + height {
        (left + 2.0 * width + height - along, top + height)
    } else {
        (left, top + 2.0 * (width + height) - along)
    }
}

/// A number from −1 to 1 that is always the same for the same thing.
fn chance(key: u32, salt: u32) -> f32 {
    let mut mixed = key.wrapping_mul(0x9E37_79B9) ^ salt.wrapping_mul(0x85EB_CA6B);
    mixed = (mixed ^ (mixed >> 16)).wrapping_mul(0x21F0_AAAD);
    mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x735A_2D97);
    ((mixed ^ (mixed >> 15)) & 0xFFFF) as f32 / 32767.5 - 1.0
}
