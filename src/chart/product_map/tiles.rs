//! Draws what is on a product map: plates, regular tiles, bespoke specials and their customers.

use svg::node::element::Path;

use super::Scene;
use super::plan::{Block, Chance, Pin, Plan, places};
use crate::chart::palette::{Palette, Rgb};
use crate::chart::svg::{Area, Sheet, circle, group, hatch, n, rect};
use crate::view::District;

/// Size of a tile relative to its place in the grid.
const FILLED: f64 = 0.8;
/// Half the width of the mark on a free place, relative to a place.
pub(super) const MARK: f64 = 0.12;
/// Largest turn of a tile in degrees, at coherence 0.
const TURN: f64 = 46.0;
/// Largest shift of a tile relative to its place, at coherence 0.
const SHIFT: f64 = 0.36;
/// Engineer-weeks of upkeep per line of hatching; below it, the largest number of lines.
pub(super) const PER_LINE: f64 = 0.3;
const MOST_LINES: f64 = 5.0;

/// Draws the plate under the tiles of a district, with a mark where the roadmap can still build.
pub(super) fn ground(sheet: &mut Sheet, plan: &Plan, district: &District, block: &Block, palette: &Palette) {
    let color = palette.district(block.position);
    let area = block.area.grown(plan.place * 0.3);
    let plate = rect(area, plan.place * 0.35).set("fill", palette.soft(color).css());
    let plate = if district.productised.is_some() {
        plate.set("stroke", color.css()).set("stroke-width", n(plan.thin * 1.8))
    } else {
        plate
    };
    sheet.add(plate);
    let arm = plan.place * MARK;
    let at = |(column, row): (f64, f64)| {
        (block.area.x + (column + 0.5) * plan.place, block.area.y + (row + 0.5) * plan.place)
    };
    let left = places(plan.ground).into_iter().skip(block.tiles as usize).map(at);
    sheet.add(free(left, arm, palette.step_back(color), plan.thin));
}

/// Marks on free places.
pub(super) fn free(places: impl IntoIterator<Item = (f64, f64)>, arm: f64, color: Rgb, thin: f64) -> Path {
    let mark = |(x, y)| format!("M{} {}h{}M{} {}v{}", n(x - arm), n(y), n(2.0 * arm), n(x), n(y - arm), n(2.0 * arm));
    let marks: String = places.into_iter().map(mark).collect();
    Path::new().set("d", marks).set("stroke", color.css()).set("stroke-width", n(thin))
}

/// Draws the regular tiles, which form straight rows as far as the product is coherent.
pub(super) fn tiles(sheet: &mut Sheet, scene: &Scene, district: &District, block: &Block, palette: &Palette) {
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
        // A rim separates overlapping tiles.
        let side = plan.place * FILLED * scene.grown(block.position, i);
        all = all.add(tile((x, y), side, turn, kind, color, palette));
    }
    sheet.add(all);
}

/// Where a regular tile comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Base,
    Added,
    FromSpecial,
}

pub(super) fn tile(
    at: (f64, f64),
    side: f64,
    turn: f64,
    kind: Kind,
    color: Rgb,
    palette: &Palette,
) -> svg::node::element::Group {
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

/// Draws a bespoke tile and its customer.
pub(super) fn special(sheet: &mut Sheet, plan: &Plan, pin: &Pin, palette: &Palette) {
    let side = plan.special_side() * pin.size;
    sheet.add(bespoke(pin.at, side, pin.turn, pin.special.upkeep, plan.thin, palette));
    sheet.add(customer(pin.customer, plan.dot() * pin.size, pin.special.orphaned, plan.thin, palette));
}

pub(super) fn bespoke(
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

pub(super) fn customer(
    at: (f64, f64),
    radius: f64,
    orphaned: bool,
    thin: f64,
    palette: &Palette,
) -> svg::node::element::Circle {
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
