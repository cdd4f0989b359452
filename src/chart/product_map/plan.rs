//! The layout of a product map: districts on a grid, specials on rings around them, customers outside.

use crate::chart::svg::{Area, Size};
use crate::view::{BespokeTile, District, ProductMap};

/// Degrees by which a completely off-strategy special is turned.
const SPECIAL_TURN: f64 = 45.0;
/// Distance from the edge of a district to the first ring of specials, and below it from ring to ring, in places.
const FIRST_RING: f64 = 1.0;
const NEXT_RING: f64 = 1.35;
/// Distance from the last ring to the customers, in places.
const STRING: f64 = 0.95;
/// Distance from the centre of a customer to the edge of the district's cell, in places.
const EDGE: f64 = 0.3;
/// Distance between two specials on a ring, in places.
const BETWEEN: f64 = 1.42;
/// Each district has room for at least this many tiles, so that most maps have the same scale and the roadmap fills
/// them.
const GROUND: u32 = 25;
/// Ratio of width to height of a district.
const SHAPE: f64 = 1.0;
/// Width and height from which a map has names.
const NAMED: (f64, f64) = (360.0, 260.0);
/// Width from which customers have names too.
const PEOPLED: f64 = 720.0;

/// The purpose of a map.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// To be read: with names, and at the same scale from quarter to quarter.
    Plan,
    /// To be looked at: as large as possible.
    Wall,
}

/// The division of the sheet.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    pub(super) size: Size,
    pub(super) columns: usize,
    pub(super) rows: usize,
    /// Side length of a place in the grid.
    pub(super) place: f64,
    /// Width of thin lines.
    pub(super) thin: f64,
    /// How many tiles each district has room for, at least.
    pub(super) ground: u32,
    /// Height of the highest district, in places.
    pub(super) tallest: f64,
    /// How many rings of specials there are around each district.
    pub(super) rings: usize,
    /// Whether districts have names.
    pub(super) named: bool,
    /// Whether customers have names too.
    pub(super) peopled: bool,
    /// Type size of names.
    pub(super) type_size: f64,
}

/// A district on the sheet.
pub(super) struct Block {
    pub(super) position: usize,
    /// How many tiles it has.
    pub(super) tiles: u32,
    /// The district's part of the sheet.
    pub(super) cell: Area,
    /// The area for its tiles.
    pub(super) area: Area,
}

/// A special on the sheet, and its customer.
pub(super) struct Pin<'a> {
    pub(super) special: &'a BespokeTile,
    pub(super) at: (f64, f64),
    pub(super) turn: f64,
    pub(super) customer: (f64, f64),
    /// The direction away from the district.
    pub(super) out: (f64, f64),
    /// Its size, 0..1, while it appears or disappears.
    pub(super) size: f64,
}

impl Plan {
    pub(super) fn new(map: &ProductMap, size: Size, manner: Manner) -> Self {
        let worded = manner == Manner::Plan;
        let named = worded && size.width >= NAMED.0 && size.width * size.height >= NAMED.0 * NAMED.1;
        let type_size = (size.width / 64.0).clamp(13.0, 20.0);
        let count = map.districts.len().max(1);
        let ground = if worded { ground(map) } else { 0 };
        let (wide, tallest) = extent(largest(map).max(ground));
        let rings = rings(map, ground);
        let around = if worded || !map.specials.is_empty() { 2.0 * (reach(rings) + EDGE) } else { 2.0 * EDGE };
        // Names of customers are at the sides of a district.
        let peopled = worded && size.width >= PEOPLED;
        let beside = if peopled { 4.0 * type_size } else { 0.0 };
        let above = if named { 1.9 * type_size } else { 0.0 };
        let place = |columns: usize| {
            let rows = count.div_ceil(columns);
            let across = (size.width / columns as f64 - beside) / (wide + around);
            let down = (size.height / rows as f64 - above) / (tallest + around);
            across.min(down)
        };
        let columns = (1..=count).max_by(|&a, &b| place(a).total_cmp(&place(b))).unwrap_or(1);
        let place = place(columns).max(0.5);
        let thin = (place * 0.07).clamp(0.5, 1.6);
        let rows = count.div_ceil(columns);
        Self { size, columns, rows, place, thin, ground, tallest, rings, named, peopled, type_size }
    }

    /// The top edge of the districts in a row.
    fn top(&self, cell: Area, above: f64) -> f64 {
        cell.y + above + (cell.height - above - self.tallest * self.place) / 2.0
    }

    /// The highest point of a row of districts with everything around them.
    pub(super) fn over_row(&self, block: &Block, pins: &[Pin]) -> f64 {
        let row = |y: f64| y >= block.cell.y && y < block.cell.bottom();
        let customers = pins.iter().map(|pin| pin.customer.1 - self.dot()).filter(|&y| row(y));
        customers.fold(block.area.y - 0.5 * self.place, f64::min)
    }

    pub(super) fn block(&self, map: &ProductMap, position: usize) -> Block {
        let (column, row) = (position % self.columns, position / self.columns);
        let width = self.size.width / self.columns as f64;
        let height = self.size.height / self.rows as f64;
        // Centre a last row that is not full.
        let in_row = (map.districts.len() - row * self.columns).min(self.columns);
        let indent = (self.columns - in_row) as f64 * width / 2.0;
        let cell = Area { x: indent + column as f64 * width, y: row as f64 * height, width, height };
        let above = if self.named { 1.9 * self.type_size } else { 0.0 };
        let tiles = map.districts[position].tiles();
        let (wide, high) = extent(tiles.max(self.ground));
        let (wide, high) = (wide * self.place, high * self.place);
        let area = Area { x: cell.x + (cell.width - wide) / 2.0, y: self.top(cell, above), width: wide, height: high };
        Block { position, tiles, cell, area }
    }

    /// The specials around a district, spread evenly over the inner rings first.
    pub(super) fn pins<'a>(&self, map: &'a ProductMap, block: &Block) -> Vec<Pin<'a>> {
        let mut taken: Vec<Vec<bool>> = (0..self.rings).map(|ring| vec![false; self.slots(block, ring)]).collect();
        let here = map.specials.iter().filter(|special| special.district == block.position);
        here.enumerate().filter_map(|(k, special)| self.pin(block, &mut taken, k, special)).collect()
    }

    fn slots(&self, block: &Block, ring: usize) -> usize {
        slots(block.area.width / self.place, block.area.height / self.place, ring)
    }

    fn pin<'a>(&self, block: &Block, taken: &mut [Vec<bool>], k: usize, special: &'a BespokeTile) -> Option<Pin<'a>> {
        let ring = taken.iter().position(|ring| ring.contains(&false))?;
        let slots = taken[ring].len();
        // Steps of the golden ratio spread any number of specials evenly.
        let wish = (0.12 + 0.37 * block.position as f64 + 0.618_034 * k as f64) % 1.0;
        let wished = libm::floor(wish * slots as f64) as usize;
        let slot = (0..slots).map(|step| near(wished, step, slots)).find(|&slot| !taken[ring][slot])?;
        taken[ring][slot] = true;
        let chance = Chance::new(special.id.0);
        let middle = if ring % 2 == 0 { 0.5 } else { 0.0 };
        let along = (slot as f64 + middle + 0.12 * chance.signed(1) * special.misalignment) / slots as f64;
        let offset = ring_at(ring) + 0.3 * special.misalignment * chance.share(2);
        let (at, out) = around(block.area, offset * self.place, along);
        // Customers on the outer rings are closer to their specials, so they hide none of those behind.
        let string = if ring > 0 { STRING * 0.75 } else { reach(self.rings) - offset };
        let sway = 0.35 * chance.signed(3) * self.place;
        let dot =
            (at.0 + out.0 * string * self.place - out.1 * sway, at.1 + out.1 * string * self.place + out.0 * sway);
        let turn = SPECIAL_TURN * special.misalignment * if chance.signed(4) < 0.0 { -1.0 } else { 1.0 };
        Some(Pin { special, at, turn, customer: self.inside(dot), out, size: 1.0 })
    }

    /// Moves a customer onto the sheet.
    fn inside(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let edge = self.dot() + self.thin;
        (x.clamp(edge, (self.size.width - edge).max(edge)), y.clamp(edge, (self.size.height - edge).max(edge)))
    }

    pub(super) fn dot(&self) -> f64 {
        (self.place * 0.24).max(1.6)
    }

    pub(super) fn special_side(&self) -> f64 {
        (self.place * 0.86).max(3.0)
    }
}

/// Columns and rows that this many tiles take up.
fn extent(tiles: u32) -> (f64, f64) {
    places(tiles)
        .into_iter()
        .fold((0.0, 0.0), |(wide, high): (f64, f64), (x, y)| (wide.max(x + 1.0), high.max(y + 1.0)))
}

/// Number of tiles of the largest district.
fn largest(map: &ProductMap) -> u32 {
    map.districts.iter().map(District::tiles).max().unwrap_or(0).max(1)
}

/// Number of places that each district gets.
pub(super) fn ground(map: &ProductMap) -> u32 {
    largest(map).max(GROUND)
}

/// The places of a district in the order in which they are used. It grows at its right and lower edges, so no tile ever
/// moves.
pub(super) fn places(tiles: u32) -> Vec<(f64, f64)> {
    let side = libm::ceil(libm::sqrt(f64::from(tiles)) * SHAPE) as u32 + 1;
    let mut places: Vec<(u32, u32)> = (0..side).flat_map(|row| (0..side).map(move |column| (column, row))).collect();
    // Fill rows and columns in turn, each from its beginning.
    let shell = |&(column, row): &(u32, u32)| (f64::from(column) / SHAPE).max(f64::from(row));
    places.sort_by(|a, b| shell(a).total_cmp(&shell(b)).then(a.1.cmp(&b.1)).then(a.0.cmp(&b.0)));
    places.into_iter().take(tiles as usize).map(|(column, row)| (f64::from(column), f64::from(row))).collect()
}

fn ring_at(ring: usize) -> f64 {
    FIRST_RING + NEXT_RING * ring as f64
}

/// Distance from the edge of a district to its customers, in places.
fn reach(rings: usize) -> f64 {
    ring_at(rings.saturating_sub(1)) + 0.3 + STRING
}

/// How many specials fit on a ring around a block; its size is in places.
fn slots(wide: f64, high: f64, ring: usize) -> usize {
    (libm::floor((2.0 * (wide + high) + core::f64::consts::TAU * ring_at(ring)) / BETWEEN) as usize).max(4)
}

/// How many rings the fullest district needs. At least one, so a map keeps its scale when the first special comes.
fn rings(map: &ProductMap, ground: u32) -> usize {
    let needed = |(i, district): (usize, &District)| {
        let mut left = map.specials.iter().filter(|special| special.district == i).count();
        let (wide, high) = extent(district.tiles().max(ground));
        let mut rings = 0;
        while left > 0 {
            left = left.saturating_sub(slots(wide, high, rings));
            rings += 1;
        }
        rings
    };
    map.districts.iter().enumerate().map(needed).max().unwrap_or(0).max(1)
}

/// The slots around a wished one, by distance: itself, then its neighbours on both sides.
fn near(wished: usize, step: usize, slots: usize) -> usize {
    let by = step.div_ceil(2);
    if step % 2 == 1 { (wished + by) % slots } else { (wished + slots - by % slots) % slots }
}

/// A point at a distance from an area, 0..1 of the way around it, with the direction away from the area.
fn around(area: Area, distance: f64, along: f64) -> ((f64, f64), (f64, f64)) {
    let bend = distance * core::f64::consts::FRAC_PI_2;
    let mut way = (along - libm::floor(along)) * (2.0 * (area.width + area.height) + 4.0 * bend);
    // Each side with the bend after it: where it begins, its direction, and its length.
    let sides = [
        ((area.x, area.y), (1.0, 0.0), area.width),
        ((area.right(), area.y), (0.0, 1.0), area.height),
        ((area.right(), area.bottom()), (-1.0, 0.0), area.width),
        ((area.x, area.bottom()), (0.0, -1.0), area.height),
    ];
    for (from, ahead, length) in sides {
        let out = (ahead.1, -ahead.0);
        if way < length {
            let on_side = (from.0 + ahead.0 * way, from.1 + ahead.1 * way);
            return ((on_side.0 + out.0 * distance, on_side.1 + out.1 * distance), out);
        }
        way -= length;
        if way < bend {
            let (sin, cos) = (libm::sin(way / distance), libm::cos(way / distance));
            let out = (out.0 * cos + ahead.0 * sin, out.1 * cos + ahead.1 * sin);
            let corner = (from.0 + ahead.0 * length, from.1 + ahead.1 * length);
            return ((corner.0 + out.0 * distance, corner.1 + out.1 * distance), out);
        }
        way -= bend;
    }
    ((area.x, area.y - distance), (0.0, -1.0))
}

/// Pseudo-random numbers that are always the same for the same thing.
pub(super) struct Chance(u32);

impl Chance {
    pub(super) fn new(thing: u32) -> Self {
        Self(thing.wrapping_mul(0x9E37_79B9) ^ 0x85EB_CA6B)
    }

    /// A number in 0..1, different for each purpose.
    fn share(&self, purpose: u32) -> f64 {
        let mut hash = self.0.wrapping_add(purpose.wrapping_mul(0xC2B2_AE35));
        for _ in 0..2 {
            hash = (hash ^ (hash >> 15)).wrapping_mul(0x2C1B_3C6D);
            hash ^= hash >> 13;
        }
        f64::from(hash >> 8) / f64::from(1_u32 << 24)
    }

    /// A number in −1..1, different for each purpose.
    pub(super) fn signed(&self, purpose: u32) -> f64 {
        2.0 * self.share(purpose) - 1.0
    }
}
