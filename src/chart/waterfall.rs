//! A waterfall chart: from one amount to another, step by step.

use serde::Serialize;

use super::axis::Axis;
use super::label::{Label, bold_width_of};
use super::palette::Palette;
use super::svg::{Area, Sheet, Size, Svg, hatch, line, n, rect};
use crate::text::{Text, dollars, signed_dollars};
use crate::view::{Waterfall, is_something};

/// A bar: a whole amount, or a step from the bar before. In dollars.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// What it is.
    pub label: String,
    /// The amount.
    pub amount: f64,
    /// The amount as displayed.
    pub shown: String,
    /// Whether it is a whole amount and not a step.
    pub whole: bool,
}

/// The bars of a quarter's close, from ARR to ARR.
#[must_use]
pub fn waterfall_bars(from: &Waterfall, text: &Text) -> Vec<Bar> {
    let bar = |label: String, amount: f64, whole: bool| {
        let shown = if whole { dollars(text, amount) } else { signed_dollars(text, amount) };
        Bar { label, amount, shown, whole }
    };
    vec![
        bar(text.get("waterfall-start"), from.start, true),
        bar(text.get("waterfall-won"), from.won, false),
        bar(text.get("waterfall-grown"), from.grown, false),
        bar(text.get("waterfall-left"), from.left, false),
        bar(text.get("waterfall-end"), from.end, true),
    ]
}

/// Draws the bars. Steps down are hatched, so they can be distinguished without colour.
#[must_use]
pub fn waterfall(bars: &[Bar], size: Size, palette: &Palette) -> Svg {
    waterfall_growing(bars, 1.0, size, palette)
}

/// Draws the bars while they grow one after the other, at 0..1 of the way.
#[must_use]
pub fn waterfall_growing(bars: &[Bar], share: f64, size: Size, palette: &Palette) -> Svg {
    let mut sheet = Sheet::new(size);
    let type_size = type_size(bars, size);
    let spans = spans(bars);
    let axis = axis(&spans);
    let area = Area { x: 0.0, y: type_size * 1.8, width: size.width, height: (size.height - type_size * 3.8).max(4.0) };
    let wide = area.width / bars.len().max(1) as f64;
    let y = |value: f64| area.bottom() - axis.share(value) * area.height;
    for (i, (bar, &(from, to))) in bars.iter().zip(&spans).enumerate() {
        let grown = (share * bars.len() as f64 - i as f64).clamp(0.0, 1.0);
        if grown <= 0.0 {
            break;
        }
        let from = from.max(axis.low);
        let to = from + (to - from) * grown;
        let x = area.x + (i as f64 + 0.14) * wide;
        let (top, bottom) = (y(from.max(to)), y(from.min(to)));
        let drawn = Area { x, y: top, width: wide * 0.72, height: (bottom - top).max(2.0) };
        let middle = drawn.x + drawn.width / 2.0;
        let down = !bar.whole && bar.amount < 0.0;
        let color = if bar.whole || !is_something(&bar.shown) {
            palette.ink
        } else if down {
            palette.debt
        } else {
            palette.good
        };
        let fill = if down { palette.surface.toward(color, 0.14) } else { color };
        sheet.add(rect(drawn, 3.0).set("fill", fill.css()));
        if down {
            sheet.add(hatch(drawn, 7.0, color, 1.6));
            let edge = rect(drawn, 3.0).set("fill", "none").set("stroke", color.css());
            sheet.add(edge.set("stroke-width", n(1.6)));
        }
        // A bar that is still growing has no amount yet.
        if grown < 1.0 {
            break;
        }
        if i + 1 < bars.len() {
            let level = y(to);
            sheet.add(line((drawn.right(), level), (drawn.right() + wide * 0.28, level), palette.control, 1.0));
        }
        sheet.write(Label::new(&bar.shown, (middle, top - type_size * 0.5), type_size, color).middle().bold());
        let under = (middle, area.bottom() + type_size * 1.5);
        sheet.write(Label::new(&bar.label, under, type_size * 0.9, palette.muted).middle().cut(wide * 0.98));
    }
    sheet.add(line((0.0, area.bottom()), (size.width, area.bottom()), palette.control, 1.2));
    sheet.finish()
}

/// The largest type size at which the amounts fit side by side.
fn type_size(bars: &[Bar], size: Size) -> f64 {
    let widest = bars.iter().map(|bar| bold_width_of(&bar.shown, 1.0)).fold(1.0, f64::max);
    let room = size.width / bars.len().max(1) as f64 * 0.98;
    (size.width / 34.0).clamp(10.0, 18.0).min(room / widest)
}

/// The bars in words.
#[must_use]
pub fn waterfall_summary(bars: &[Bar]) -> String {
    let told = |bar: &Bar| format!("{} {}", bar.label, bar.shown);
    bars.iter().map(told).collect::<Vec<_>>().join(" · ")
}

/// Each bar's start and end.
fn spans(bars: &[Bar]) -> Vec<(f64, f64)> {
    let mut level = 0.0;
    let mut spans = Vec::new();
    for bar in bars {
        let to = if bar.whole { bar.amount } else { level + bar.amount };
        spans.push((if bar.whole { 0.0 } else { level }, to));
        level = to;
    }
    spans
}

/// The axis begins a little below the lowest bar end, because steps are small compared with the whole.
fn axis(spans: &[(f64, f64)]) -> Axis {
    let ends = || spans.iter().map(|&(_, to)| to);
    let (low, high) = (ends().fold(f64::INFINITY, f64::min), ends().fold(f64::NEG_INFINITY, f64::max));
    if !low.is_finite() || !high.is_finite() {
        return Axis { low: 0.0, high: 1.0, ticks: Vec::new() };
    }
    let below = low - 0.6 * (high - low).max(low.abs() * 0.05);
    let low = if low >= 0.0 { below.max(0.0) } else { below };
    Axis { low, high: if high > low { high } else { low + 1.0 }, ticks: Vec::new() }
}
