//! Names on a product map: of every district, and of customers where nothing is in the way.

use super::plan::{Block, Pin, Plan};
use crate::chart::label::{Hold, Label, width_of};
use crate::chart::palette::Palette;
use crate::chart::svg::{Area, Sheet};
use crate::view::District;

/// Writes the names of districts, and those of customers where nothing is in the way.
pub(super) fn names(
    sheet: &mut Sheet,
    plan: &Plan,
    districts: &[District],
    blocks: &[Block],
    pins: &[Pin],
    palette: &Palette,
) {
    for (district, block) in districts.iter().zip(blocks) {
        title(sheet, plan, district, block, pins, palette);
    }
    for area in obstacles(plan, blocks, pins) {
        sheet.keep_free(area);
    }
    let sheet_area = Area { x: 0.0, y: 0.0, width: plan.size.width, height: plan.size.height }.grown(-2.0);
    let size = plan.type_size * 0.88;
    for pin in pins.iter().filter(|_| plan.peopled) {
        let name = Label::new(&pin.special.customer, pin.customer, size, palette.muted);
        let places = beside(plan, pin, size).into_iter().map(|(x, y, hold)| name.moved((x, y), hold));
        let free = |name: &Label| {
            let area = name.area().grown(1.0);
            sheet_area.holds(area) && !sheet.covers(area)
        };
        if let Some(name) = places.into_iter().find(free) {
            sheet.write(name);
        }
    }
}

/// Areas that names must not cover.
fn obstacles(plan: &Plan, blocks: &[Block], pins: &[Pin]) -> Vec<Area> {
    let mut full: Vec<Area> = blocks.iter().map(|block| block.area.grown(plan.place * 0.4)).collect();
    for pin in pins {
        full.push(Area::around(pin.at.0, pin.at.1, plan.special_side() * 0.68));
        full.push(Area::around(pin.customer.0, pin.customer.1, plan.dot()));
        // The string, as a row of small areas.
        for piece in 1..6 {
            let along = f64::from(piece) / 6.0;
            let between = |from: f64, to: f64| from + (to - from) * along;
            let at = (between(pin.at.0, pin.customer.0), between(pin.at.1, pin.customer.1));
            full.push(Area::around(at.0, at.1, plan.thin));
        }
    }
    full
}

/// Possible places for the name of a customer, best first.
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

/// Writes the name of a district above it.
fn title(sheet: &mut Sheet, plan: &Plan, district: &District, block: &Block, pins: &[Pin], palette: &Palette) {
    let size = plan.type_size;
    let x = block.area.x + block.area.width / 2.0;
    let y = (plan.over_row(block, pins) - 0.5 * size).max(block.cell.y + size * 1.1);
    let most = block.cell.width - 0.3 * size;
    let all = match &district.productised {
        Some(words) => format!("{} · {words}", district.name),
        None => district.name.clone(),
    };
    // If there is no room for the label, the frame of the district still shows it.
    let all = if width_of(&all, size) > most { district.name.clone() } else { all };
    sheet.write(Label::new(all, (x, y), size, palette.ink).middle().bold().cut(most));
}
