//! Lines over the quarters, drawn as large as the box they stand in.

use resvg::tiny_skia::{Color, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Rect, Stroke, Transform};

use crate::app::theme::{Token, Tone};
use crate::app::widgets::{Canvas, Pixels, span};

/// Sizes in logical pixels.
const LINE: f32 = 2.5;
const DOT: f32 = 3.5;
const LAST_DOT: f32 = 5.5;
const MARGIN: f32 = 7.0;

/// A line over the quarters.
pub(super) struct Chart {
    /// One value per quarter.
    pub values: Vec<f32>,
    /// The first value of the echo year; the part from there on is shaded.
    pub echo: usize,
    /// The colour of the line.
    pub tone: Tone,
}

impl Chart {
    /// Draws the line; nothing if there are not two values.
    pub(super) fn draw(&self, canvas: Canvas) -> Option<Pixels> {
        let mut pixmap = Pixmap::new(canvas.size.x, canvas.size.y)?;
        let points = self.points(canvas)?;
        self.shade_echo(&mut pixmap, canvas, &points);
        let line = Stroke {
            width: LINE * canvas.scale,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
        };
        let color = paint(canvas, Token::Strong(self.tone));
        pixmap.stroke_path(&through(&points)?, &color, &line, Transform::identity(), None);
        for (i, &(x, y)) in points.iter().enumerate() {
            let radius = if i + 1 == points.len() { LAST_DOT } else { DOT } * canvas.scale;
            let dot = PathBuilder::from_circle(x, y, radius)?;
            pixmap.fill_path(&dot, &color, FillRule::Winding, Transform::identity(), None);
        }
        Some(Pixels::from_pixmap(&pixmap))
    }

    fn points(&self, canvas: Canvas) -> Option<Vec<(f32, f32)>> {
        let gaps = self.values.len().checked_sub(1).filter(|&gaps| gaps > 0)? as f32;
        let (least, most) = span(&self.values);
        let margin = MARGIN * canvas.scale;
        let (width, height) = (canvas.size.x as f32 - 2.0 * margin, canvas.size.y as f32 - 2.0 * margin);
        let share = |value: f32| if most > least { (value - least) / (most - least) } else { 0.5 };
        let point =
            |(i, &value): (usize, &f32)| (margin + i as f32 / gaps * width, margin + (1.0 - share(value)) * height);
        Some(self.values.iter().enumerate().map(point).collect())
    }

    /// What nobody decided any more stands on grey.
    fn shade_echo(&self, pixmap: &mut Pixmap, canvas: Canvas, points: &[(f32, f32)]) {
        let last_played = self.echo.checked_sub(1).and_then(|last| points.get(last));
        let Some((&(from, _), true)) = last_played.zip(Some(self.echo < points.len())) else { return };
        let (width, height) = (canvas.size.x as f32, canvas.size.y as f32);
        if let Some(area) = Rect::from_ltrb(from, 0.0, width, height) {
            let shade = paint(canvas, Token::Soft(Tone::Neutral));
            pixmap.fill_rect(area, &shade, Transform::identity(), None);
        }
    }
}

fn through(points: &[(f32, f32)]) -> Option<Path> {
    let mut line = PathBuilder::new();
    for (i, &(x, y)) in points.iter().enumerate() {
        if i == 0 { line.move_to(x, y) } else { line.line_to(x, y) }
    }
    line.finish()
}

fn paint(canvas: Canvas, token: Token) -> Paint<'static> {
    let [r, g, b] = canvas.theme.rgb(token);
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(Color::from_rgba8(r, g, b, 255));
    paint
}
