//! The house quadrant: four cells, each with a standing answer.

use super::briefing::amount;
use super::desk::LINE;
use crate::app::director::Act;
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, Choice, Ui};
use crate::play;
use crate::sim::Cell;
use crate::text::Text;
use crate::view::{HouseCell, HouseDesk, MoveOutcome};

/// Greatest height of the outcome of the plans; what does not fit scrolls.
const OUTCOME: f32 = 150.0;

/// Least height of a cell.
const CELL: f32 = 176.0;

/// Draws the house quadrant: on strategy at the top, off strategy at the bottom; small on the left, big on the right.
pub(super) fn draw(ui: &mut Ui, text: &Text, desk: &HouseDesk, outcome: &MoveOutcome, says: Option<&str>) {
    ui.body_area(Area::column(space::S), |ui| {
        if !outcome.lines.is_empty() {
            outcome_of_plans(ui, text, outcome);
        }
        ui.scroll("house", space::S, |ui| {
            ui.row(space::S, |ui| {
                ui.role_shape(Tone::Joint);
                ui.heading(text.get("house-title"));
            });
            ui.muted(text.with("house-about", &[("catches", &desk.catches)]));
            if let Some(says) = says {
                ui.note(says);
            }
            ui.area(Area::column(space::S).firm().spot("spot-house"), |ui| {
                for row in desk.cells.chunks(2) {
                    // The four cells form a picture with two axes, so they stay side by side.
                    ui.area(Area::grid(&[1.0, 1.0], space::S).firm().min_height(CELL).rigid(), |ui| {
                        for cell in row {
                            draw_cell(ui, cell);
                        }
                    });
                }
            });
        });
    });
}

/// What the moves in the two plans led to, shown before anything is decided about it.
fn outcome_of_plans(ui: &mut Ui, text: &Text, outcome: &MoveOutcome) {
    ui.area(Area::soft(Tone::Joint).firm().tweak(|node| node.max_height = bevy::ui::Val::Px(OUTCOME)), |ui| {
        ui.label(text.get("outcome-title"));
        ui.scroll("outcome", space::XXS, |ui| {
            for line in &outcome.lines {
                amount(ui, line);
            }
        });
    });
}

/// Draws a cell. What its answer leads to is shown below the answers on reserved lines, so that
/// choosing one moves nothing.
fn draw_cell(ui: &mut Ui, cell: &HouseCell) {
    ui.area(Area::soft(cell_tone(cell.cell)).padding(space::M, space::S).grow(1.0), |ui| {
        ui.subheading(cell.title.clone());
        ui.caption(format!("{} · {}", cell.now, cell.last));
        // If there is little room, every answer is only as wide as its name.
        let answers = if ui.narrow() { Area::row(space::XS).wrap() } else { Area::grid(&[1.0; 3], space::XS) };
        ui.area(answers.padding(0.0, space::XXS), |ui| {
            for (i, option) in cell.options.iter().enumerate() {
                let name = format!("house-{}-{i}", cell.cell as usize);
                let choice = Choice::new(name, option.title.clone(), option.chosen);
                let choice = choice.tone(cell_tone(cell.cell)).blocked_by(option.why_not.clone());
                ui.choice(choice.sends(Act::Play(play::Act::House(cell.cell, option.response))));
            }
        });
        let lines = if ui.narrow() { 4.0 } else { 2.0 };
        ui.area(Area::column(0.0).min_height(lines * LINE).firm(), |ui| {
            for words in [&cell.expected, &cell.was].into_iter().flatten() {
                ui.caption(words.clone());
            }
        });
    });
}

fn cell_tone(cell: Cell) -> Tone {
    match cell {
        Cell::SmallOn => Tone::Good,
        Cell::BigOn => Tone::Product,
        Cell::SmallOff => Tone::Caution,
        Cell::BigOff => Tone::Debt,
    }
}
