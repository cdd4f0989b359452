//! Where everything of a product map lies: districts on a grid, specials on rings around them, customers outside.

use crate::chart::svg::{Area, Size};
use crate::view::{BespokeTile, District, ProductMap};

/// Degrees by which a special turns that has nothing to do with the strategy.
const SPECIAL_TURN: f64 = 45.0;
/// From the edge of a district to the first ring of specials, and from ring to ring, in places.
const FIRST_RING: f64 = 1.0;
const NEXT_RING: f64 = 1.35;
/// From the last ring to the customers, in places.
const STRING: f64 = 0.95;
/// From the middle of a customer to the edge of the district's part, in places.
const EDGE: f64 = 0.3;
/// Between two specials on a ring, in places.
const BETWEEN: f64 = 1.42;
/// Every district has ground for so many tiles, so that most maps have the same scale and the roadmap fills them.
const GROUND: u32 = 25;
/// Districts are this much wider than high.
const SHAPE: f64 = 1.0;
/// From this width on, a picture has names.
const NAMED: (f64, f64) = (360.0, 260.0);
/// From this width on, customers have names too.
const PEOPLED: f64 = 720.0;

/// What a map is drawn for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// To be read: with names, and in the same scale from quarter to quarter.
    Plan,
    /// To be looked at: as large as there is room.
    Wall,
}

/// How the sheet is divided.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    pub(super) size: Size,
    pub(super) columns: usize,
    pub(super) rows: usize,
    /// Side of a place in the grid.
    pub(super) place: f64,
    /// Width of thin lines.
    pub(super) thin: f64,
    /// Every district has ground for at least so many tiles.
    pub(super) ground: u32,
    /// Height of the highest district, in places.
    pub(super) tallest: f64,
    /// Rings of specials around each district.
    pub(super) rings: usize,
    /// Whether districts have names.
    pub(super) named: bool,
    /// Whether customers have names too.
    pub(super) peopled: bool,
    /// How large they are.
    pub(super) type_size: f64,
}

/// A district on the sheet.
pub(super) struct Block {
    pub(super) position: usize,
    /// How many tiles it has.
    pub(super) tiles: u32,
    /// The part of the sheet that is the district's.
    pub(super) cell: Area,
    /// The ground that its tiles are built on.
    pub(super) area: Area,
}

/// A special on the sheet, and its customer.
pub(super) struct Pin<'a> {
    pub(super) special: &'a BespokeTile,
    pub(super) at: (f64, f64),
    pub(super) turn: f64,
    pub(super) customer: (f64, f64),
    /// Away from the district.
    pub(super) out: (f64, f64),
    /// How large it is, 0..1, while it comes or goes.
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
        // Names of customers stand at the sides of a district.
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

    /// Where every district of a row begins.
    fn top(&self, cell: Area, above: f64) -> f64 {
        cell.y + above + (cell.height - above - self.tallest * self.place) / 2.0
    }

    /// The highest point of the districts in the same row, with all that stands around them.
    pub(super) fn over_row(&self, block: &Block, pins: &[Pin]) -> f64 {
        let row = |y: f64| y >= block.cell.y && y < block.cell.bottom();
        let customers = pins.iter().map(|pin| pin.customer.1 - self.dot()).filter(|&y| row(y));
        customers.fold(block.area.y - 0.5 * self.place, f64::min)
    }

    pub(super) fn block(&self, map: &ProductMap, position: usize) -> Block {
        let (column, row) = (position % self.columns, position / self.columns);
        let width = self.size.width / self.columns as f64;
        let height = self.size.height / self.rows as f64;
        // A last row that is not full stands in the middle.
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

    /// The specials around a district. Each takes the place that is furthest from those before it.
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
        // The golden section spreads any number of them evenly.
        let wish = (0.12 + 0.37 * block.position as f64 + 0.618_034 * k as f64) % 1.0;
        let wished = libm::floor(wish * slots as f64) as usize;
        let slot = (0..slots).map(|step| near(wished, step, slots)).find(|&slot| !taken[ring][slot])?;
        taken[ring][slot] = true;
        let chance = Chance::new(special.id.0);
        let middle = if ring % 2 == 0 { 0.5 } else { 0.0 };
        let along = (slot as f64 + middle + 0.12 * chance.signed(1) * special.misalignment) / slots as f64;
        let offset = ring_at(ring) + 0.3 * special.misalignment * chance.share(2);
        let (at, out) = around(block.area, offset * self.place, along);
        // On the outer rings a customer stands nearer, so that it hides none of those behind it.
        let string = if ring > 0 { STRING * 0.75 } else { reach(self.rings) - offset };
        let sway = 0.35 * chance.signed(3) * self.place;
        let dot =
            (at.0 + out.0 * string * self.place - out.1 * sway, at.1 + out.1 * string * self.place + out.0 * sway);
        let turn = SPECIAL_TURN * special.misalignment * if chance.signed(4) < 0.0 { -1.0 } else { 1.0 };
        Some(Pin { special, at, turn, customer: self.inside(dot), out, size: 1.0 })
    }

    /// A customer stays on the sheet.
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

/// Columns and rows that so many tiles cover.
fn extent(tiles: u32) -> (f64, f64) {
    places(tiles)
        .into_iter()
        .fold((0.0, 0.0), |(wide, high): (f64, f64), (x, y)| (wide.max(x + 1.0), high.max(y + 1.0)))
}

/// Tiles of the largest district.
fn largest(map: &ProductMap) -> u32 {
    map.districts.iter().map(District::tiles).max().unwrap_or(0).max(1)
}

/// Places that every district of a plan has.
pub(super) fn ground(map: &ProductMap) -> u32 {
    largest(map).max(GROUND)
}

/// The places of a district in the order in which they are built on: it grows at its right and lower edge, and no
/// tile ever moves.
pub(super) fn places(tiles: u32) -> Vec<(f64, f64)> {
    let side = libm::ceil(libm::sqrt(f64::from(tiles)) * SHAPE) as u32 + 1;
    let mut places: Vec<(u32, u32)> = (0..side).flat_map(|row| (0..side).map(move |column| (column, row))).collect();
    // Whole rows and columns in turn; in each from its start.
    let shell = |&(column, row): &(u32, u32)| (f64::from(column) / SHAPE).max(f64::from(row));
    places.sort_by(|a, b| shell(a).total_cmp(&shell(b)).then(a.1.cmp(&b.1)).then(a.0.cmp(&b.0)));
    places.into_iter().take(tiles as usize).map(|(column, row)| (f64::from(column), f64::from(row))).collect()
}

fn ring_at(ring: usize) -> f64 {
    FIRST_RING + NEXT_RING * ring as f64
}

/// From the edge of a district to its customers, in places.
fn reach(rings: usize) -> f64 {
    ring_at(rings.saturating_sub(1)) + 0.3 + STRING
}

/// Specials that fit on a ring around a block of a size in places.
fn slots(wide: f64, high: f64, ring: usize) -> usize {
    (libm::floor((2.0 * (wide + high) + core::f64::consts::TAU * ring_at(ring)) / BETWEEN) as usize).max(4)
}

/// Rings that the district needs that needs most; a map without specials has the scale of one with some.
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

/// A place around a wished one: itself, then its neighbours on both sides.
fn near(wished: usize, step: usize, slots: usize) -> usize {
    let by = step.div_ceil(2);
    if step % 2 == 1 { (wished + by) % slots } else { (wished + slots - by % slots) % slots }
}

/// A point at a distance from an area, 0..1 of the way around it, and the direction away from the area.
fn around(area: Area, distance: f64, along: f64) -> ((f64, f64), (f64, f64)) {
    let bend = distance * core::f64::consts::FRAC_PI_2;
    let mut way = (along - libm::floor(along)) * (2.0 * (area.width + area.height) + 4.0 * bend);
    // Each side, and the bend after it: where it starts, where it leads, and which way is out.
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

/// Chance that is always the same for the same thing.
pub(super) struct Chance(u32);

impl Chance {
    pub(super) fn new(thing: u32) -> Self {
        Self(thing.wrapping_mul(0x9E37_79B9) ^ 0x85EB_CA6B)
    }

    /// 0..1, another one for each purpose.
    fn share(&self, purpose: u32) -> f64 {
        let mut hash = self.0.wrapping_add(purpose.wrapping_mul(0xC2B2_AE35));
        for _ in 0..2 {
            hash = (hash ^ (hash >> 15)).wrapping_mul(0x2C1B_3C6D);
            hash ^= hash >> 13;
        }
        f64::from(hash >> 8) / f64::from(1_u32 << 24)
    }

    /// −1..1.
    pub(super) fn signed(&self, purpose: u32) -> f64 {
        2.0 * self.share(purpose) - 1.0
    }
}
