//! A small pen for SVG: what the pictures need, and nothing else.

use core::fmt::Write;

use super::Rgb;

/// A picture in the making, in logical pixels.
#[derive(Clone, Debug)]
pub struct Svg {
    width: f32,
    height: f32,
    body: String,
}

/// Where a text begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At the point.
    Start,
    /// Around the point.
    Middle,
}

impl Svg {
    /// An empty picture.
    #[must_use]
    pub fn new(width: f32, height: f32) -> Self {
        Self { width, height, body: String::new() }
    }

    /// Defines diagonal hatching in a colour under a name.
    pub fn hatching(&mut self, name: &str, color: Rgb, every: f32) {
        self.add(format_args!(
            "<pattern id='{name}' width='{every}' height='{every}' patternUnits='userSpaceOnUse' \
             patternTransform='rotate(45)'><rect width='{}' height='{every}' fill='{}'/></pattern>",
            every * 0.4,
            hex(color)
        ));
    }

    /// Adds a rectangle around a middle, turned by degrees.
    pub fn tile(&mut self, middle: (f32, f32), size: (f32, f32), turned: f32, look: &str) {
        let ((x, y), (width, height)) = (middle, size);
        self.add(format_args!(
            "<rect x='{:.2}' y='{:.2}' width='{width:.2}' height='{height:.2}' rx='{:.2}' \
             transform='rotate({turned:.2} {x:.2} {y:.2})' {look}/>",
            x - width / 2.0,
            y - height / 2.0,
            width.min(height) * 0.14
        ));
    }

    /// Adds a rectangle by its corner.
    pub fn plate(&mut self, corner: (f32, f32), size: (f32, f32), radius: f32, look: &str) {
        let ((x, y), (width, height)) = (corner, size);
        self.add(format_args!(
            "<rect x='{x:.2}' y='{y:.2}' width='{width:.2}' height='{height:.2}' rx='{radius:.2}' {look}/>"
        ));
    }

    /// Adds a line.
    pub fn line(&mut self, from: (f32, f32), to: (f32, f32), look: &str) {
        self.add(format_args!(
            "<line x1='{:.2}' y1='{:.2}' x2='{:.2}' y2='{:.2}' {look}/>",
            from.0, from.1, to.0, to.1
        ));
    }

    /// Adds a line through points, each written as `x,y`.
    pub fn path(&mut self, points: &[String], color: Rgb, dashes: &str) {
        self.add(format_args!(
            "<polyline points='{}' fill='none' stroke='{}' stroke-width='2.4' stroke-linejoin='round' \
             stroke-dasharray='{dashes}'/>",
            points.join(" "),
            hex(color)
        ));
    }

    /// Adds a filled circle.
    pub fn dot(&mut self, middle: (f32, f32), radius: f32, color: Rgb) {
        self.add(format_args!(
            "<circle cx='{:.2}' cy='{:.2}' r='{radius:.2}' fill='{}'/>",
            middle.0,
            middle.1,
            hex(color)
        ));
    }

    /// Adds a text whose letters stand on a point.
    pub fn text(&mut self, at: (f32, f32), anchor: Anchor, size: f32, color: Rgb, words: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
        };
        self.add(format_args!(
            "<text x='{:.2}' y='{:.2}' text-anchor='{anchor}' font-family='Inter' font-weight='600' \
             font-size='{size:.2}' fill='{}'>{}</text>",
            at.0,
            at.1,
            hex(color),
            escaped(words)
        ));
    }

    /// The whole picture.
    #[must_use]
    pub fn finish(&self) -> String {
        let (width, height) = (self.width, self.height);
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}' viewBox='0 0 {width} {height}'>{}</svg>",
            self.body
        )
    }

    fn add(&mut self, element: core::fmt::Arguments) {
        // Writing to a string cannot fail.
        let _ = self.body.write_fmt(element);
    }
}

/// A colour as SVG writes it.
#[must_use]
pub fn hex([r, g, b]: Rgb) -> String {
    format!("#{r:02X}{g:02X}{b:02X}")
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
