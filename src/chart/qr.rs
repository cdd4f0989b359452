//! A code that a phone's camera reads.

use qrcode::{Color, EcLevel, QrCode};
use svg::node::element::Path;

use super::palette::Rgb;
use super::svg::{Sheet, Size, Svg, rect};

/// Cells of white around a code, without which cameras do not find it.
const MARGIN: usize = 4;
const BLACK: Rgb = Rgb(0, 0, 0);
const WHITE: Rgb = Rgb(255, 255, 255);

/// The code of an address as a square with sides of this length, black on white in every theme. It stays white if the
/// address is too long for a code.
#[must_use]
pub fn qr(address: &str, side: f64) -> Svg {
    let mut sheet = Sheet::new(Size::new(side, side));
    sheet.add(rect(sheet.limits(), 0.0).set("fill", WHITE.css()));
    if let Ok(code) = QrCode::with_error_correction_level(address, EcLevel::M) {
        let drawn = dark_cells(&code, side);
        sheet.add(Path::new().set("d", drawn).set("fill", BLACK.css()).set("shape-rendering", "crispEdges"));
    }
    sheet.finish()
}

/// The dark cells of a code as one path.
fn dark_cells(code: &QrCode, side: f64) -> String {
    let cells = code.width();
    let cell = side / (cells + 2 * MARGIN) as f64;
    let at = |position: usize| (position + MARGIN) as f64 * cell;
    let mut drawn = String::new();
    for (y, row) in code.to_colors().chunks(cells).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(PartialEq::eq) {
            if run.first() == Some(&Color::Dark) {
                let width = run.len() as f64 * cell;
                drawn += &format!("M{:.2} {:.2}h{width:.2}v{cell:.2}h-{width:.2}z", at(x), at(y));
            }
            x += run.len();
        }
    }
    drawn
}
