//! Futures as dots in a row, filled where a way was better: a share as something that can be counted.

use super::palette::Palette;
use super::svg::{Sheet, Size, Svg, circle, n};

/// Draws `of` dots, the first `full` of them filled.
#[must_use]
pub fn dots(full: u8, of: u8, size: Size, palette: &Palette) -> Svg {
    let mut sheet = Sheet::new(size);
    let step = (size.width / f64::from(of.max(1))).min(size.height);
    let (radius, border) = (step * 0.36, step * 0.1);
    for at in 0..of {
        let dot = circle((f64::from(at) + 0.5) * step, size.height / 2.0, radius)
            .set("stroke", if at < full { palette.good } else { palette.muted }.css())
            .set("stroke-width", n(border));
        sheet.add(dot.set("fill", if at < full { palette.good.css() } else { "none".to_owned() }));
    }
    sheet.finish()
}
