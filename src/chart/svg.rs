//! A picture as SVG, and the few shapes that pictures consist of.

use svg::node::element::{Circle, Group, Line, Path, Rectangle};
use svg::{Document, Node};

use super::palette::Rgb;

/// The font family of all pictures; the first is embedded where pixels are rendered.
pub(super) const FAMILY: &str = "Inter, system-ui, sans-serif";

/// Width and height in logical pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Size {
    /// A size; an invalid one becomes the smallest possible.
    #[must_use]
    pub fn new(width: f64, height: f64) -> Self {
        let side = |side: f64| if side.is_finite() { side.clamp(1.0, 20_000.0) } else { 1.0 };
        Self { width: side(width), height: side(height) }
    }
}

/// A picture.
#[derive(Clone, Debug)]
pub struct Svg {
    /// The size at which to show it.
    pub size: Size,
    document: Document,
}

impl Svg {
    /// The picture as a separate document.
    #[must_use]
    pub fn document(&self) -> String {
        self.document.to_string()
    }

    /// The picture as a separate document on a ground, so that it can be read on any background.
    pub(super) fn grounded(&self, ground: Rgb) -> String {
        let document = self.document();
        let ground = format!("<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>", ground.css());
        match document.split_once('>') {
            Some((opening, rest)) if !opening.ends_with('/') => format!("{opening}>{ground}{rest}"),
            _ => document,
        }
    }

    /// The picture for use inside a page, with a label for screen readers. It fills the available width.
    #[must_use]
    pub fn inline(&self, label: &str) -> String {
        fluid(self.document.clone().set("role", "img").set("aria-label", label))
    }

    /// The picture for use inside a page, hidden from screen readers. It fills the available width.
    #[must_use]
    pub fn ornament(&self) -> String {
        fluid(self.document.clone().set("aria-hidden", "true"))
    }
}

/// A picture without a fixed size.
fn fluid(mut document: Document) -> String {
    if let Some(attributes) = document.get_attributes_mut() {
        attributes.retain(|name, _| name != "width" && name != "height");
    }
    document.to_string()
}

/// A drawing surface; later shapes cover earlier ones.
pub(super) struct Sheet {
    size: Size,
    document: Document,
    /// Areas with words, and areas that words must not cover.
    full: Vec<Area>,
}

impl Sheet {
    /// An empty, transparent sheet.
    pub fn new(size: Size) -> Self {
        let document = Document::new()
            .set("viewBox", format!("0 0 {} {}", n(size.width), n(size.height)))
            .set("width", n(size.width))
            .set("height", n(size.height))
            .set("font-family", FAMILY)
            .set("font-size", "12");
        Self { size, document, full: Vec::new() }
    }

    pub fn add(&mut self, shape: impl Into<Box<dyn Node>>) {
        self.document.append(shape);
    }

    /// The whole sheet.
    pub fn limits(&self) -> Area {
        Area { x: 0.0, y: 0.0, width: self.size.width, height: self.size.height }
    }

    /// Keeps an area free of words.
    pub fn keep_free(&mut self, area: Area) {
        self.full.push(area);
    }

    /// Whether an area covers words, or an area that words must not cover.
    pub fn covers(&self, area: Area) -> bool {
        self.full.iter().any(|other| other.meets(area))
    }

    /// The sheet as a group in another one, with its upper left corner at a point.
    pub fn placed(self, x: f64, y: f64) -> Group {
        let group = Group::new().set("transform", format!("translate({} {})", n(x), n(y)));
        let shapes = Node::get_children(&self.document).into_iter().flatten();
        shapes.fold(group, |group, shape| group.add(shape.clone()))
    }

    pub fn finish(self) -> Svg {
        Svg { size: self.size, document: self.document }
    }
}

/// A number with as few digits as are exact enough for drawing.
pub(super) fn n(value: f64) -> String {
    let hundredths = libm::round(value * 100.0) / 100.0;
    // Avoids "-0" and values that are not numbers.
    if hundredths == 0.0 || !hundredths.is_finite() { "0".to_owned() } else { hundredths.to_string() }
}

/// An axis-aligned rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Area {
    pub fn around(x: f64, y: f64, half: f64) -> Self {
        Self { x: x - half, y: y - half, width: 2.0 * half, height: 2.0 * half }
    }

    pub fn grown(self, by: f64) -> Self {
        Self { x: self.x - by, y: self.y - by, width: self.width + 2.0 * by, height: self.height + 2.0 * by }
    }

    pub fn moved(self, by: (f64, f64)) -> Self {
        Self { x: self.x + by.0, y: self.y + by.1, ..self }
    }

    pub fn right(self) -> f64 {
        self.x + self.width
    }

    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    pub fn meets(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    pub fn holds(self, other: Self) -> bool {
        self.x <= other.x && self.y <= other.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }
}

pub(super) fn group() -> Group {
    Group::new()
}

pub(super) fn rect(area: Area, radius: f64) -> Rectangle {
    Rectangle::new()
        .set("x", n(area.x))
        .set("y", n(area.y))
        .set("width", n(area.width.max(0.0)))
        .set("height", n(area.height.max(0.0)))
        .set("rx", n(radius))
}

pub(super) fn circle(x: f64, y: f64, radius: f64) -> Circle {
    Circle::new().set("cx", n(x)).set("cy", n(y)).set("r", n(radius))
}

pub(super) fn line(from: (f64, f64), to: (f64, f64), color: Rgb, width: f64) -> Line {
    Line::new()
        .set("x1", n(from.0))
        .set("y1", n(from.1))
        .set("x2", n(to.0))
        .set("y2", n(to.1))
        .set("stroke", color.css())
        .set("stroke-width", n(width))
}

/// A line through points.
pub(super) fn through(points: &[(f64, f64)], color: Rgb, width: f64) -> Path {
    Path::new()
        .set("d", steps(points))
        .set("fill", "none")
        .set("stroke", color.css())
        .set("stroke-width", n(width))
        .set("stroke-linejoin", "round")
}

/// The area between two lines that run in the same direction.
pub(super) fn between(one: &[(f64, f64)], other: &[(f64, f64)], color: Rgb) -> Path {
    let around: Vec<_> = one.iter().chain(other.iter().rev()).copied().collect();
    Path::new().set("d", steps(&around) + "Z").set("fill", color.css()).set("stroke", "none")
}

fn steps(points: &[(f64, f64)]) -> String {
    let step = |(i, (x, y)): (usize, &(f64, f64))| format!("{}{} {}", if i == 0 { 'M' } else { 'L' }, n(*x), n(*y));
    points.iter().enumerate().map(step).collect()
}

/// Diagonal lines over an area, this far apart. They end at its edges, so no clipping is needed.
pub(super) fn hatch(area: Area, apart: f64, color: Rgb, width: f64) -> Path {
    let (x, y, w, h) = (area.x, area.y, area.width.max(0.0), area.height.max(0.0));
    let apart = apart.max((w + h) / 400.0).max(0.1);
    let mut lines = String::new();
    // Lines x + y = c, from bottom left to top right.
    let mut c = apart / 2.0;
    while c < w + h {
        let from = if c <= h { (x, y + c) } else { (x + c - h, y + h) };
        let to = if c <= w { (x + c, y) } else { (x + w, y + c - w) };
        lines += &steps(&[from, to]);
        c += apart;
    }
    Path::new().set("d", lines).set("fill", "none").set("stroke", color.css()).set("stroke-width", n(width))
}
