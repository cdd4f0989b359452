//! The legend of a product map, along its lower edge.

use super::plan::ground;
use super::tiles::{Kind, MARK, PER_LINE, bespoke, customer, free, tile};
use crate::chart::label::{Label, short, width_of};
use crate::chart::palette::Palette;
use crate::chart::svg::{Sheet, Size};
use crate::view::{District, ProductMap};

/// The legend, along the lower edge.
#[derive(Default)]
pub(super) struct Legend {
    pub(super) height: f64,
    size: f64,
    /// The signs with their labels, line by line.
    lines: Vec<Vec<(Sign, String)>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Regular(Kind),
    Free,
    Bespoke,
    Customer,
    Orphaned,
}

impl Legend {
    /// A legend with only the signs that are on the map.
    pub(super) fn new(map: &ProductMap, size: Size) -> Self {
        let type_size = (size.width / 72.0).clamp(12.0, 15.0);
        let words = &map.legend;
        let any = |count: fn(&District) -> u32| map.districts.iter().any(|district| count(district) > 0);
        let signs = [
            (Sign::Regular(Kind::Base), &words.base, any(|district| district.base)),
            (Sign::Regular(Kind::Added), &words.added, any(|district| district.added)),
            (Sign::Regular(Kind::FromSpecial), &words.from_specials, any(|district| district.from_specials)),
            (Sign::Free, &words.free, map.districts.iter().any(|district| district.tiles() < ground(map))),
            (Sign::Bespoke, &words.bespoke, !map.specials.is_empty()),
            (Sign::Customer, &words.customer, map.specials.iter().any(|special| !special.orphaned)),
            (Sign::Orphaned, &words.orphaned, map.specials.iter().any(|special| special.orphaned)),
        ];
        let mut lines: Vec<Vec<(Sign, String)>> = vec![Vec::new()];
        let mut width = 0.0;
        for (sign, words, _) in signs.into_iter().filter(|(_, _, used)| *used) {
            let room = size.width - 2.0 * type_size;
            let words = short(words, type_size, room - 3.4 * type_size);
            let needed = width_of(&words, type_size) + 3.4 * type_size;
            if width + needed > room && width > 0.0 {
                lines.push(Vec::new());
                width = 0.0;
            }
            width += needed;
            if let Some(line) = lines.last_mut() {
                line.push((sign, words));
            }
        }
        Self { height: (lines.len() as f64 * 1.7 + 0.9) * type_size, size: type_size, lines }
    }

    pub(super) fn draw(&self, sheet: &mut Sheet, size: Size, palette: &Palette) {
        for (i, line) in self.lines.iter().enumerate() {
            let y = size.height - self.height + (0.9 + 1.7 * i as f64) * self.size;
            let wide: f64 = line.iter().map(|(_, words)| width_of(words, self.size) + 3.4 * self.size).sum();
            let mut x = (size.width - wide) / 2.0 + self.size;
            for (sign, text) in line {
                self.sign(sheet, *sign, (x, y), palette);
                let at = (x + self.size * 0.95, y + self.size * 0.36);
                sheet.write(Label::new(text, at, self.size, palette.muted));
                x += width_of(text, self.size) + 3.4 * self.size;
            }
        }
    }

    fn sign(&self, sheet: &mut Sheet, sign: Sign, at: (f64, f64), palette: &Palette) {
        let side = self.size;
        match sign {
            Sign::Regular(kind) => sheet.add(tile(at, side, 0.0, kind, palette.muted, palette)),
            Sign::Free => sheet.add(free([at], side * MARK, palette.muted, side * 0.07)),
            Sign::Bespoke => sheet.add(bespoke(at, side, 14.0, 3.0 * PER_LINE, 1.0, palette)),
            Sign::Customer => sheet.add(customer(at, side * 0.32, false, 1.0, palette)),
            Sign::Orphaned => sheet.add(customer(at, side * 0.32, true, 1.0, palette)),
        }
    }
}
