//! Words in a picture, laid out in one place so that they stay inside it and never cover each other.

use std::sync::LazyLock;

use svg::node::element::Text;
use ttf_parser::Face;
use unicode_width::UnicodeWidthChar;

use super::fonts::{REGULAR, SEMI_BOLD};
use super::palette::Rgb;
use super::svg::{Area, Sheet, n};

/// Width of a character that the embedded font lacks, and below it of a square one, relative to the type size.
const FOREIGN: f64 = 0.7;
const SQUARE: f64 = 1.05;
/// Safety factor on widths, so that words that just fit do not touch.
const SLACK: f64 = 1.02;
/// Height of letters above the baseline, and below it the line height, relative to the type size.
const ABOVE: f64 = 0.85;
const HIGH: f64 = 1.1;
/// Tolerance for rounding when a label is moved to the edge.
const ROUNDING: f64 = 0.01;

/// Which point of a text is anchored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hold {
    Start,
    Middle,
    End,
}

/// A line of text with its place; `at` is its anchor on the baseline.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub text: String,
    pub at: (f64, f64),
    pub size: f64,
    pub hold: Hold,
    color: Rgb,
    bold: bool,
    /// Colour of an outline that sets it off from lines beneath.
    halo: Option<Rgb>,
    /// Whether it is written from bottom to top.
    upwards: bool,
}

impl Label {
    /// A text that starts at a point.
    pub fn new(text: impl Into<String>, at: (f64, f64), size: f64, color: Rgb) -> Self {
        // XML does not allow control characters.
        let text = text.into().chars().filter(|c| !c.is_control()).collect();
        Self { text, at, size, hold: Hold::Start, color, bold: false, halo: None, upwards: false }
    }

    pub fn hold(self, hold: Hold) -> Self {
        Self { hold, ..self }
    }

    pub fn middle(self) -> Self {
        self.hold(Hold::Middle)
    }

    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub fn halo(self, surface: Rgb) -> Self {
        Self { halo: Some(surface), ..self }
    }

    pub fn upwards(self) -> Self {
        Self { upwards: true, ..self }
    }

    /// The same text in another place.
    pub fn moved(&self, at: (f64, f64), hold: Hold) -> Self {
        Self { at, hold, ..self.clone() }
    }

    /// Cuts the text to a width, with an ellipsis if something is missing.
    pub fn cut(mut self, width: f64) -> Self {
        self.text = shorter(&self.text, width / self.size, self.bold);
        self
    }

    /// The area that it covers.
    pub fn area(&self) -> Area {
        let (x, y) = self.at;
        let long = width(&self.text, self.bold) * self.size;
        let before = match self.hold {
            Hold::Start => 0.0,
            Hold::Middle => long / 2.0,
            Hold::End => long,
        };
        let (above, high) = (self.size * ABOVE, self.size * HIGH);
        match self.upwards {
            false => Area { x: x - before, y: y - above, width: long, height: high },
            true => Area { x: x - above, y: y - long + before, width: high, height: long },
        }
    }

    /// Cuts and moves the text to lie inside an area, provided that is large enough for a line.
    pub fn within(self, limits: Area) -> Self {
        let room = if self.upwards { limits.height } else { limits.width };
        let mut label = self.cut(room);
        let area = label.area();
        label.at.0 += shift(area.x, area.right(), limits.x, limits.right());
        label.at.1 += shift(area.y, area.bottom(), limits.y, limits.bottom());
        label
    }

    fn drawn(&self) -> Text {
        let (x, y) = self.at;
        let anchor = match self.hold {
            Hold::Start => "start",
            Hold::Middle => "middle",
            Hold::End => "end",
        };
        let mut text = Text::new(self.text.as_str())
            .set("x", n(x))
            .set("y", n(y))
            .set("font-size", n(self.size))
            .set("fill", self.color.css())
            .set("text-anchor", anchor);
        if self.bold {
            text = text.set("font-weight", "600");
        }
        if let Some(surface) = self.halo {
            text = text
                .set("paint-order", "stroke")
                .set("stroke", surface.css())
                .set("stroke-width", "3.5")
                .set("stroke-opacity", "0.9")
                .set("stroke-linejoin", "round");
        }
        if self.upwards {
            text = text.set("transform", format!("rotate(-90 {} {})", n(x), n(y)));
        }
        text
    }
}

/// How far to move a span so that it is between two ends. One that is too long starts at the first.
fn shift(from: f64, to: f64, least: f64, most: f64) -> f64 {
    let back = (most - to).min(0.0);
    back + (least - from - back).max(0.0)
}

impl Sheet {
    /// Whether an area is on the sheet and covers neither words nor anything that has to stay free of words.
    pub fn is_free(&self, area: Area) -> bool {
        self.limits().grown(ROUNDING).holds(area) && !self.covers(area)
    }

    /// Writes a label, cut and moved to be on the sheet. A label that would cover other words is left out.
    pub fn write(&mut self, label: Label) {
        let label = label.within(self.limits());
        let area = label.area();
        if label.text.is_empty() || !self.is_free(area) {
            return;
        }
        self.keep_free(area);
        self.add(label.drawn());
    }
}

/// The regular and the bold font of labels.
static FACES: LazyLock<[Option<Face<'static>>; 2]> =
    LazyLock::new(|| [REGULAR, SEMI_BOLD].map(|face| Face::parse(face, 0).ok()));

/// The approximate width of a text in the fonts of pictures, in the unit of the type size.
#[must_use]
pub fn text_width(text: &str, size: f64, bold: bool) -> f64 {
    width(text, bold) * size
}

/// The approximate width of a text.
pub(super) fn width_of(text: &str, size: f64) -> f64 {
    width(text, false) * size
}

/// The approximate width of a bold text.
pub(super) fn bold_width_of(text: &str, size: f64) -> f64 {
    width(text, true) * size
}

/// The approximate width of a text, relative to the type size.
fn width(text: &str, bold: bool) -> f64 {
    text.chars().map(|letter| advance(letter, bold)).sum::<f64>() * SLACK
}

/// How far the letters of Latin scripts advance, in the regular and the bold font. Placing the words of one board asks
/// for thousands of them, and most of the time went into looking them up in the fonts.
static LATIN: LazyLock<[Vec<f64>; 2]> =
    LazyLock::new(|| [false, true].map(|bold| ('\0'..LATIN_END).map(|letter| looked_up(letter, bold)).collect()));
/// The first letter after the Latin blocks.
const LATIN_END: char = '\u{250}';

/// How far a letter advances, relative to the type size.
fn advance(letter: char, bold: bool) -> f64 {
    let latin = LATIN[usize::from(bold)].get(letter as usize);
    latin.copied().unwrap_or_else(|| looked_up(letter, bold))
}

fn looked_up(letter: char, bold: bool) -> f64 {
    let known = FACES[usize::from(bold)].as_ref().and_then(|face| {
        let units = face.glyph_hor_advance(face.glyph_index(letter)?)?;
        Some(f64::from(units) / f64::from(face.units_per_em()))
    });
    known.unwrap_or(match letter.width() {
        Some(0) => 0.0,
        Some(1) | None => FOREIGN,
        Some(_) => SQUARE,
    })
}

/// A text cut to a width, with an ellipsis if something is missing; empty if there is no room for even one letter.
pub(super) fn short(text: &str, size: f64, width: f64) -> String {
    shorter(text, width / size, false)
}

fn shorter(text: &str, room: f64, bold: bool) -> String {
    if width(text, bold) <= room {
        return text.to_owned();
    }
    let mut room = room / SLACK - advance('…', bold);
    let fits = |&next: &char| {
        room -= advance(next, bold);
        room >= 0.0
    };
    let kept: String = text.chars().take_while(fits).collect();
    if kept.is_empty() { kept } else { format!("{}…", kept.trim_end()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INK: Rgb = Rgb(0, 0, 0);

    #[test]
    fn a_label_at_the_edge_moves_inside_and_one_that_is_too_long_is_cut() {
        let limits = Area { x: 0.0, y: 0.0, width: 100.0, height: 40.0 };
        let at_the_edge = Label::new("$1.10M", (98.0, 2.0), 12.0, INK).middle().within(limits);
        assert!(limits.holds(at_the_edge.area()) && at_the_edge.text == "$1.10M", "{at_the_edge:?}");
        let long = Label::new("a text that is much too long", (50.0, 20.0), 12.0, INK).within(limits);
        assert!(limits.holds(long.area()) && long.text.ends_with('…'), "{long:?}");
        let upwards = Label::new("alignment of it all", (1.0, 20.0), 12.0, INK).upwards().middle().within(limits);
        assert!(limits.holds(upwards.area()) && upwards.text.ends_with('…'), "{upwards:?}");
    }

    #[test]
    fn letters_that_fill_a_square_are_wide_and_marks_over_letters_have_no_width() {
        assert!(width_of("漢字", 10.0) > width_of("an", 10.0) * 1.5);
        assert!((width_of("e\u{301}", 10.0) - width_of("e", 10.0)).abs() < 1e-9);
    }
}
