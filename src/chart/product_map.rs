//! The plan of the product: districts on a grid, bespoke specials off it, customers on their strings.
//!
//! Coherence is what can be seen first: the less of it is there, the further every tile is turned and shifted.

use super::palette::{Palette, Rgb};
use super::svg::{
    Area, Hold, Sheet, Size, Svg, circle, group, hatch, line, n, rect, short, text_area, width_of, words,
};
use crate::view::{BespokeTile, District, ProductMap};

/// A tile fills this part of its place in the grid.
const FILLED: f64 = 0.8;
/// Degrees by which tiles turn where nothing fits together any more.
const TURN: f64 = 46.0;
/// Parts of a place by which they shift there.
const SHIFT: f64 = 0.36;
/// Degrees by which a special turns that has nothing to do with the strategy.
const SPECIAL_TURN: f64 = 45.0;
/// From the edge of a district to the first ring of specials, and from ring to ring, in places.
const FIRST_RING: f64 = 1.05;
const NEXT_RING: f64 = 1.35;
/// From the last ring to the customers, in places.
const STRING: f64 = 1.15;
/// From the middle of a customer to the edge of the district's part, in places.
const EDGE: f64 = 0.35;
/// Between two specials on a ring, in places.
const BETWEEN: f64 = 1.42;
/// Every district has room for so many tiles, so that most maps have the same scale.
const ROOM: u32 = 30;
/// Districts are this much wider than high.
const SHAPE: f64 = 1.3;
/// From this width on, a picture has names.
const NAMED: f64 = 420.0;
/// From this width on, customers have names too.
const PEOPLED: f64 = 720.0;
/// The map behind words, in parts of the sheet: its width, its height, and where it begins.
const WALL: (f64, f64, f64) = (1.02, 1.16, 0.06);
/// How pale it is at the left edge of the sheet and at the right one, 0..1.
const PALE: (f64, f64) = (1.06, 0.28);
/// From this width on, it explains its signs.
const EXPLAINED: f64 = 640.0;
/// Engineer-weeks of upkeep per line of hatching, and the most lines.
const PER_LINE: f64 = 0.3;
const MOST_LINES: f64 = 5.0;

/// Draws the map. Small pictures have no words; large ones have names where there is room for them.
#[must_use]
pub fn product_map(map: &ProductMap, size: Size, palette: &Palette) -> Svg {
    product_map_between(map, map, 1.0, size, palette)
}

/// Draws the map on its way from one state to another, 0..1: tiles turn, new ones grow, old ones go.
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
        names(&mut sheet, &end.plan, &after.districts, &end.blocks, &end.pins, palette);
    }
    legend.draw(&mut sheet, size, palette);
    sheet.finish()
}

/// The map as a wall behind words: without any of its own, as large as it can be, running off the sheet on the right,
/// and the paler the further to the left.
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

/// Everything on the sheet, and where.
struct Scene<'a> {
    plan: Plan,
    blocks: Vec<Block>,
    pins: Vec<Pin<'a>>,
    coherence: f64,
    /// How large the tiles are that are not on the map before, 0..1, and how many of each district are.
    fresh: (f64, Vec<u32>),
}

impl<'a> Scene<'a> {
    fn new(map: &'a ProductMap, size: Size, manner: Manner) -> Self {
        let plan = Plan::new(map, size, manner);
        let blocks: Vec<Block> = (0..map.districts.len()).map(|i| plan.block(map, i)).collect();
        let pins = blocks.iter().flat_map(|block| plan.pins(map, block)).collect();
        Self { plan, blocks, pins, coherence: map.coherence, fresh: (1.0, Vec::new()) }
    }

    /// What lies between two scenes, 0..1 of the way.
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
            // A new special comes from its customer.
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

    /// How large a tile of a district is, 0..1.
    fn grown(&self, district: usize, tile: u32) -> f64 {
        let (share, there) = &self.fresh;
        let old = there.get(district).is_none_or(|&there| tile < there);
        if old { 1.0 } else { *share }
    }

    /// Draws all of it; `shade` gives the colours of a district.
    fn draw<'p>(&self, sheet: &mut Sheet, map: &ProductMap, shade: &impl Fn(usize) -> &'p Palette) {
        for (district, block) in map.districts.iter().zip(&self.blocks) {
            ground(sheet, &self.plan, district, block, shade(block.position));
        }
        for pin in &self.pins {
            sheet.add(line(pin.at, pin.customer, shade(pin.special.district).control, self.plan.thin));
        }
        for (district, block) in map.districts.iter().zip(&self.blocks) {
            tiles(sheet, self, district, block, shade(block.position));
        }
        for pin in &self.pins {
            special(sheet, &self.plan, pin, shade(pin.special.district));
        }
    }
}

/// What a map is drawn for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// To be read: with names, and in the same scale from quarter to quarter.
    Plan,
    /// To be looked at: as large as there is room.
    Wall,
}

/// How the sheet is divided.
#[derive(Clone, Copy)]
struct Plan {
    size: Size,
    columns: usize,
    rows: usize,
    /// Side of a place in the grid.
    place: f64,
    /// Width of thin lines.
    thin: f64,
    /// Height of the highest district, in places.
    tallest: f64,
    /// Rings of specials around each district.
    rings: usize,
    /// Whether districts have names.
    named: bool,
    /// Whether customers have names too.
    peopled: bool,
    /// How large they are.
    type_size: f64,
}

/// A district on the sheet.
struct Block {
    position: usize,
    /// How many tiles it has.
    tiles: u32,
    /// The part of the sheet that is the district's.
    cell: Area,
    /// What its tiles cover.
    area: Area,
}

/// A special on the sheet, and its customer.
struct Pin<'a> {
    special: &'a BespokeTile,
    at: (f64, f64),
    turn: f64,
    customer: (f64, f64),
    /// Away from the district.
    out: (f64, f64),
    /// How large it is, 0..1, while it comes or goes.
    size: f64,
}

impl Plan {
    fn new(map: &ProductMap, size: Size, manner: Manner) -> Self {
        let worded = manner == Manner::Plan;
        let named = worded && size.width >= NAMED;
        let type_size = (size.width / 64.0).clamp(13.0, 20.0);
        let count = map.districts.len().max(1);
        let room = if worded { ROOM } else { 1 };
        let (wide, high) = extent(map.districts.iter().map(District::tiles).max().unwrap_or(0).max(room));
        let rings = rings(map);
        let around = if worded || !map.specials.is_empty() { 2.0 * (reach(rings) + EDGE) } else { 2.0 * EDGE };
        // Names of customers stand at the sides of a district.
        let peopled = worded && size.width >= PEOPLED;
        let beside = if peopled { 6.5 * type_size } else { 0.0 };
        let above = if named { 1.9 * type_size } else { 0.0 };
        let place = |columns: usize| {
            let rows = count.div_ceil(columns);
            let across = (size.width / columns as f64 - beside) / (wide + around);
            let down = (size.height / rows as f64 - above) / (high + around);
            across.min(down)
        };
        let columns = (1..=count).max_by(|&a, &b| place(a).total_cmp(&place(b))).unwrap_or(1);
        let place = place(columns).max(0.5);
        let thin = (place * 0.07).clamp(0.5, 1.6);
        let tallest = map.districts.iter().map(|district| extent(district.tiles()).1).fold(0.0, f64::max);
        Self { size, columns, rows: count.div_ceil(columns), place, thin, tallest, rings, named, peopled, type_size }
    }

    /// Where every district of a row begins.
    fn top(&self, cell: Area, above: f64) -> f64 {
        cell.y + above + (cell.height - above - self.tallest * self.place) / 2.0
    }

    /// The highest point of the districts in the same row, with all that stands around them.
    fn over_row(&self, block: &Block, pins: &[Pin]) -> f64 {
        let row = |y: f64| y >= block.cell.y && y < block.cell.bottom();
        let customers = pins.iter().map(|pin| pin.customer.1 - self.dot()).filter(|&y| row(y));
        customers.fold(block.area.y - 0.5 * self.place, f64::min)
    }

    fn block(&self, map: &ProductMap, position: usize) -> Block {
        let (column, row) = (position % self.columns, position / self.columns);
        let width = self.size.width / self.columns as f64;
        let height = self.size.height / self.rows as f64;
        // A last row that is not full stands in the middle.
        let in_row = (map.districts.len() - row * self.columns).min(self.columns);
        let indent = (self.columns - in_row) as f64 * width / 2.0;
        let cell = Area { x: indent + column as f64 * width, y: row as f64 * height, width, height };
        let above = if self.named { 1.9 * self.type_size } else { 0.0 };
        let (wide, high) = extent(map.districts[position].tiles());
        let (wide, high) = (wide * self.place, high * self.place);
        let area = Area { x: cell.x + (cell.width - wide) / 2.0, y: self.top(cell, above), width: wide, height: high };
        Block { position, tiles: map.districts[position].tiles(), cell, area }
    }

    /// The specials around a district. Each takes the place that is furthest from those before it.
    fn pins<'a>(&self, map: &'a ProductMap, block: &Block) -> Vec<Pin<'a>> {
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

    fn dot(&self) -> f64 {
        (self.place * 0.24).max(1.6)
    }

    fn special_side(&self) -> f64 {
        (self.place * 0.86).max(3.0)
    }
}

/// Columns and rows that so many tiles cover.
fn extent(tiles: u32) -> (f64, f64) {
    places(tiles)
        .into_iter()
        .fold((0.0, 0.0), |(wide, high): (f64, f64), (x, y)| (wide.max(x + 1.0), high.max(y + 1.0)))
}

/// The places of a district in the order in which they are built on: it grows at its right and lower edge, and no
/// tile ever moves.
fn places(tiles: u32) -> Vec<(f64, f64)> {
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
fn rings(map: &ProductMap) -> usize {
    let needed = |(i, district): (usize, &District)| {
        let mut left = map.specials.iter().filter(|special| special.district == i).count();
        let (wide, high) = extent(district.tiles());
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
struct Chance(u32);

impl Chance {
    fn new(thing: u32) -> Self {
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
    fn signed(&self, purpose: u32) -> f64 {
        2.0 * self.share(purpose) - 1.0
    }
}

/// The plate under the tiles of a district.
fn ground(sheet: &mut Sheet, plan: &Plan, district: &District, block: &Block, palette: &Palette) {
    let color = palette.district(block.position);
    let area = block.area.grown(plan.place * 0.3);
    let plate = rect(area, plan.place * 0.35).set("fill", palette.soft(color).css());
    let plate = if district.productised.is_some() {
        plate.set("stroke", color.css()).set("stroke-width", n(plan.thin * 1.8))
    } else {
        plate
    };
    sheet.add(plate);
}

/// The regular tiles: in rows, as far as the product fits together.
fn tiles(sheet: &mut Sheet, scene: &Scene, district: &District, block: &Block, palette: &Palette) {
    let plan = &scene.plan;
    let missing = (1.0 - scene.coherence).clamp(0.0, 1.0);
    let color = palette.district(block.position);
    let mut all = group();
    for (i, (column, row)) in places(district.tiles()).into_iter().enumerate() {
        let chance = Chance::new((block.position as u32) << 16 | i as u32);
        let shift = |purpose| SHIFT * missing * chance.signed(purpose) * plan.place;
        let (x, y) =
            (block.area.x + (column + 0.5) * plan.place + shift(1), block.area.y + (row + 0.5) * plan.place + shift(2));
        let turn = TURN * missing * chance.signed(3);
        let i = u32::try_from(i).unwrap_or(u32::MAX);
        let kind = if i < district.base {
            Kind::Base
        } else if i < district.base + district.added {
            Kind::Added
        } else {
            Kind::FromSpecial
        };
        // A rim keeps tiles apart that lie over one another.
        let side = plan.place * FILLED * scene.grown(block.position, i);
        all = all.add(tile((x, y), side, turn, kind, color, palette));
    }
    sheet.add(all);
}

/// Where a regular tile comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Base,
    Added,
    FromSpecial,
}

fn tile(at: (f64, f64), side: f64, turn: f64, kind: Kind, color: Rgb, palette: &Palette) -> svg::node::element::Group {
    let area = Area::around(at.0, at.1, side / 2.0);
    let fill = if kind == Kind::Base { palette.step_back(color) } else { color };
    let tile = group().add(
        rect(area, side * 0.16)
            .set("fill", fill.css())
            .set("stroke", palette.soft(color).css())
            .set("stroke-width", n(side * 0.06)),
    );
    let tile = if kind == Kind::FromSpecial {
        let mark = Area::around(at.0, at.1, side * 0.2);
        tile.add(rect(mark, side * 0.05).set("fill", palette.surface.css()).set("transform", turned(45.0, at)))
    } else {
        tile
    };
    if libm::fabs(turn) < 0.01 { tile } else { tile.set("transform", turned(turn, at)) }
}

fn turned(degrees: f64, at: (f64, f64)) -> String {
    format!("rotate({} {} {})", n(degrees), n(at.0), n(at.1))
}

/// A bespoke tile and its customer.
fn special(sheet: &mut Sheet, plan: &Plan, pin: &Pin, palette: &Palette) {
    let side = plan.special_side() * pin.size;
    sheet.add(bespoke(pin.at, side, pin.turn, pin.special.upkeep, plan.thin, palette));
    sheet.add(customer(pin.customer, plan.dot() * pin.size, pin.special.orphaned, plan.thin, palette));
}

fn bespoke(
    at: (f64, f64),
    side: f64,
    turn: f64,
    upkeep: f64,
    thin: f64,
    palette: &Palette,
) -> svg::node::element::Group {
    let area = Area::around(at.0, at.1, side / 2.0);
    let edge = thin * 1.5;
    let tile = group().add(
        rect(area, side * 0.1)
            .set("fill", palette.surface.toward(palette.debt, 0.12).css())
            .set("stroke", palette.debt.css())
            .set("stroke-width", n(edge)),
    );
    let lines = libm::ceil(upkeep / PER_LINE).clamp(0.0, MOST_LINES);
    let tile = if lines > 0.0 {
        let inner = area.grown(-edge / 2.0);
        tile.add(hatch(inner, 2.0 * inner.width / lines, palette.debt, edge))
    } else {
        tile
    };
    tile.set("transform", turned(turn, at))
}

fn customer(at: (f64, f64), radius: f64, orphaned: bool, thin: f64, palette: &Palette) -> svg::node::element::Circle {
    let dot = circle(at.0, at.1, radius);
    if orphaned {
        let ring = thin * 1.5;
        return dot
            .set("r", n(radius - ring / 2.0))
            .set("fill", palette.surface.css())
            .set("stroke", palette.muted.css())
            .set("stroke-width", n(ring));
    }
    dot.set("fill", palette.sales.css())
}

/// Names of the districts; names of customers where nothing is in the way.
fn names(sheet: &mut Sheet, plan: &Plan, districts: &[District], blocks: &[Block], pins: &[Pin], palette: &Palette) {
    let mut full = obstacles(plan, blocks, pins);
    for (district, block) in districts.iter().zip(blocks) {
        full.push(title(sheet, plan, district, block, pins, palette));
    }
    let sheet_area = Area { x: 0.0, y: 0.0, width: plan.size.width, height: plan.size.height }.grown(-2.0);
    let size = plan.type_size * 0.88;
    for pin in pins.iter().filter(|_| plan.peopled) {
        let room = |name: &(f64, f64, Hold)| {
            let area = text_area(&pin.special.customer, name.0, name.1, size, name.2).grown(1.0);
            (sheet_area.holds(area) && !full.iter().any(|other| other.meets(area))).then_some(area)
        };
        let Some((name, area)) = beside(plan, pin, size).into_iter().find_map(|name| Some((name, room(&name)?))) else {
            continue;
        };
        full.push(area);
        sheet.add(words(&pin.special.customer, name.0, name.1, size, palette.muted, name.2));
    }
}

/// What no name may cover.
fn obstacles(plan: &Plan, blocks: &[Block], pins: &[Pin]) -> Vec<Area> {
    let mut full: Vec<Area> = blocks.iter().map(|block| block.area.grown(plan.place * 0.4)).collect();
    for pin in pins {
        full.push(Area::around(pin.at.0, pin.at.1, plan.special_side() * 0.68));
        full.push(Area::around(pin.customer.0, pin.customer.1, plan.dot()));
        // The string, in pieces.
        for piece in 1..6 {
            let along = f64::from(piece) / 6.0;
            let between = |from: f64, to: f64| from + (to - from) * along;
            let at = (between(pin.at.0, pin.customer.0), between(pin.at.1, pin.customer.1));
            full.push(Area::around(at.0, at.1, plan.thin));
        }
    }
    full
}

/// Where the name of a customer may stand, the best place first.
fn beside(plan: &Plan, pin: &Pin, size: f64) -> Vec<(f64, f64, Hold)> {
    let (x, y) = pin.customer;
    let gap = plan.dot() + 3.0;
    let level = y + size * 0.35;
    let (right, left) = ((x + gap, level, Hold::Start), (x - gap, level, Hold::End));
    let over = |hold| (x, y - gap, hold);
    let under = |hold| (x, y + gap + size * 0.8, hold);
    let (start, middle, end) = (Hold::Start, Hold::Middle, Hold::End);
    let (across, down) = pin.out;
    if across > 0.6 {
        return vec![right, over(middle), under(middle), over(start), under(start), over(end), under(end)];
    }
    if across < -0.6 {
        return vec![left, over(middle), under(middle), over(end), under(end), over(start), under(start)];
    }
    let sides = if across < 0.0 { [left, right] } else { [right, left] };
    let away = |hold| if down < 0.0 { over(hold) } else { under(hold) };
    vec![away(middle), sides[0], sides[1], away(start), away(end)]
}

/// The name of a district over it, and what it covers.
fn title(sheet: &mut Sheet, plan: &Plan, district: &District, block: &Block, pins: &[Pin], palette: &Palette) -> Area {
    let size = plan.type_size;
    let x = block.area.x + block.area.width / 2.0;
    let y = (plan.over_row(block, pins) - 0.5 * size).max(block.cell.y + size * 1.1);
    let most = block.cell.width - size;
    let all = match &district.productised {
        Some(words) => format!("{} · {words}", district.name),
        None => district.name.clone(),
    };
    // The frame of the district says it too.
    let all = if width_of(&all, size) > most { short(&district.name, size, most) } else { all };
    sheet.add(words(&all, x, y, size, palette.ink, Hold::Middle).set("font-weight", "600"));
    text_area(&all, x, y, size, Hold::Middle)
}

/// What the signs mean, along the lower edge.
#[derive(Default)]
struct Legend {
    height: f64,
    size: f64,
    /// Each sign with its words, line by line.
    lines: Vec<Vec<(Sign, String)>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Regular(Kind),
    Bespoke,
    Customer,
    Orphaned,
}

impl Legend {
    /// Only signs that the map has.
    fn new(map: &ProductMap, size: Size) -> Self {
        let type_size = (size.width / 72.0).clamp(12.0, 15.0);
        let words = &map.legend;
        let any = |count: fn(&District) -> u32| map.districts.iter().any(|district| count(district) > 0);
        let signs = [
            (Sign::Regular(Kind::Base), &words.base, any(|district| district.base)),
            (Sign::Regular(Kind::Added), &words.added, any(|district| district.added)),
            (Sign::Regular(Kind::FromSpecial), &words.from_specials, any(|district| district.from_specials)),
            (Sign::Bespoke, &words.bespoke, !map.specials.is_empty()),
            (Sign::Customer, &words.customer, map.specials.iter().any(|special| !special.orphaned)),
            (Sign::Orphaned, &words.orphaned, map.specials.iter().any(|special| special.orphaned)),
        ];
        let mut lines: Vec<Vec<(Sign, String)>> = vec![Vec::new()];
        let mut width = 0.0;
        for (sign, words, _) in signs.into_iter().filter(|(_, _, used)| *used) {
            let needed = width_of(words, type_size) + 3.4 * type_size;
            if width + needed > size.width - 2.0 * type_size && width > 0.0 {
                lines.push(Vec::new());
                width = 0.0;
            }
            width += needed;
            if let Some(line) = lines.last_mut() {
                line.push((sign, words.clone()));
            }
        }
        Self { height: (lines.len() as f64 * 1.7 + 0.9) * type_size, size: type_size, lines }
    }

    fn draw(&self, sheet: &mut Sheet, size: Size, palette: &Palette) {
        for (i, line) in self.lines.iter().enumerate() {
            let y = size.height - self.height + (0.9 + 1.7 * i as f64) * self.size;
            let wide: f64 = line.iter().map(|(_, words)| width_of(words, self.size) + 3.4 * self.size).sum();
            let mut x = (size.width - wide) / 2.0 + self.size;
            for (sign, text) in line {
                self.sign(sheet, *sign, (x, y), palette);
                let left = x + self.size * 0.95;
                sheet.add(words(text, left, y + self.size * 0.36, self.size, palette.muted, Hold::Start));
                x += width_of(text, self.size) + 3.4 * self.size;
            }
        }
    }

    fn sign(&self, sheet: &mut Sheet, sign: Sign, at: (f64, f64), palette: &Palette) {
        let side = self.size;
        match sign {
            Sign::Regular(kind) => sheet.add(tile(at, side, 0.0, kind, palette.muted, palette)),
            Sign::Bespoke => sheet.add(bespoke(at, side, 14.0, 3.0 * PER_LINE, 1.0, palette)),
            Sign::Customer => sheet.add(customer(at, side * 0.32, false, 1.0, palette)),
            Sign::Orphaned => sheet.add(customer(at, side * 0.32, true, 1.0, palette)),
        }
    }
}
