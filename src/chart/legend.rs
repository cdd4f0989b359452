//! A legend below a picture: signs with names, in as many rows as they need, each name cut to its place.

use super::label::{Label, width_of};
use super::palette::Palette;
use super::svg::{Area, Sheet};

/// Height of a row, width of a sign, and the space after an entry, relative to the type size.
const ROW: f64 = 1.3;
const SIGN: f64 = 1.4;
const AFTER: f64 = 0.8;
/// Most entries in a row.
const MOST: usize = 4;

/// A legend.
pub(super) struct Legend<'a> {
    names: &'a [String],
    columns: usize,
    width: f64,
    type_size: f64,
}

impl<'a> Legend<'a> {
    /// A legend for names, empty if there are none.
    pub fn new(names: &'a [String], width: f64, type_size: f64) -> Self {
        let widest =
            names.iter().map(|name| width_of(name, type_size)).fold(1.0, f64::max) + type_size * (SIGN + 0.4 + AFTER);
        let fit = ((width / widest) as usize).clamp(1, MOST);
        // Two rows at most: cut names are better than a picture that is all legend.
        let columns = fit.max(names.len().div_ceil(2)).min(names.len().max(1));
        Self { names, columns, width, type_size }
    }

    /// Its height, with the space above it.
    pub fn height(&self) -> f64 {
        let rows = self.names.len().div_ceil(self.columns);
        if rows == 0 { 0.0 } else { self.type_size * (ROW * rows as f64 + 0.5) }
    }

    /// Draws it from `top` on; `sign` draws the sign of a position into an area.
    pub fn draw(&self, sheet: &mut Sheet, top: f64, palette: &Palette, sign: impl Fn(&mut Sheet, usize, Area, f64)) {
        let place = self.width / self.columns as f64;
        for (i, name) in self.names.iter().enumerate() {
            let (x, row) = ((i % self.columns) as f64 * place, (i / self.columns) as f64);
            let base = top + self.type_size * (0.5 + ROW * row + 0.85);
            let area =
                Area { x, y: base - self.type_size * 0.85, width: self.type_size * SIGN, height: self.type_size };
            sign(sheet, i, area, self.type_size);
            let at = (area.right() + self.type_size * 0.4, base);
            sheet.write(Label::new(name, at, self.type_size, palette.ink).cut(x + place - at.0 - self.type_size * 0.3));
        }
    }
}
