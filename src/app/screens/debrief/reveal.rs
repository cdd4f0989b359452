//! What became of the demand for specials: people draw it from memory before they see it.

use super::chart;
use crate::app::director::{Act, Drawn, ShowAct};
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, Button, TextKind, Tile, Ui};
use crate::chart::{drawn, lines, lines_summary, shape};
use crate::text::Text;
use crate::view::{Debrief, Shape};

/// Height of the curve, and of one to choose.
const CURVE: f32 = 190.0;
const CHOICE: f32 = 54.0;

/// Draws the curves to choose from, or the real one.
pub(super) fn draw(ui: &mut Ui, text: &Text, debrief: &Debrief, drawn: Drawn) {
    match drawn {
        Drawn::NotYet if debrief.reveal.drawn_first => ask(ui, text),
        Drawn::NotYet => seen(ui, text, debrief, None),
        Drawn::Seen(shape) => seen(ui, text, debrief, shape),
    }
}

fn ask(ui: &mut Ui, text: &Text) {
    ui.caption(text.get("reveal-draw"));
    for (row, pair) in Shape::ALL.chunks(2).enumerate() {
        ui.area(Area::grid(&[1.0, 1.0], space::XS).firm(), |ui| {
            for (column, &one) in pair.iter().enumerate() {
                let tile = Tile::new(format!("draw-{}", 2 * row + column), one.name(text)).tone(Tone::Joint);
                ui.column(space::XXS, |ui| {
                    ui.tile(tile.sends(Act::Show(ShowAct::Draw(Some(one)))), |_| {});
                    chart::draw(ui, CHOICE, one.name(text), move |size, palette| shape(one, size, palette));
                });
            }
        });
    }
    ui.area(Area::row(0.0).firm(), |ui| {
        let now = Button::secondary("draw-none", text.get("reveal-now")).small();
        ui.button(now.sends(Act::Show(ShowAct::Draw(None))));
    });
}

fn seen(ui: &mut Ui, text: &Text, debrief: &Debrief, shape: Option<Shape>) {
    let curve = drawn(text, debrief, shape);
    let told = lines_summary(&curve, text);
    ui.caption(curve.title.clone());
    chart::draw(ui, CURVE, told, move |size, palette| lines(&curve, size, palette));
    if let Some(shape) = shape {
        ui.caption(text.with("reveal-drew", &[("shape", &shape.name(text))]));
    }
    ui.note(debrief.reveal.told.clone());
    if debrief.reveal.drawn_first {
        ui.toned(TextKind::Note, Tone::Joint, text.get("reveal-ask"));
    }
    ui.caption(text.get("reveal-how"));
}
