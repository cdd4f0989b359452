//! The games that can be continued, with team, scenario, quarter, and when each was played.

use crate::app::director::{Act, LobbyAct, OpenRun, OpenRunsPage};
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, Button, Tile, Ui};
use crate::text::Text;

/// Draws the list.
pub(super) fn draw(ui: &mut Ui, text: &Text, page: &OpenRunsPage) {
    ui.body_area(Area::column(space::M), |ui| {
        ui.title(text.get("open-title"));
        ui.scroll("open-runs", space::S, |ui| {
            if page.runs.is_empty() {
                ui.note(text.get("open-none"));
            }
            let rows: Vec<(usize, &OpenRun)> = page.runs.iter().enumerate().collect();
            for row in rows.chunks(2) {
                ui.area(Area::grid(&[1.0, 1.0], space::S).firm(), |ui| {
                    for &(position, run) in row {
                        draw_run(ui, run, position);
                    }
                });
            }
            more(ui, text, page.more);
        });
    });
}

/// A game that can be continued, or the reason why not.
fn draw_run(ui: &mut Ui, run: &OpenRun, position: usize) {
    let name = format!("game-{position}");
    match &run.why_not {
        None => {
            let tile = Tile::new(name, run.team.clone()).subtitle(run.about.clone()).tone(Tone::Joint).action();
            ui.tile(tile.sends(run.act.clone()), |_| {});
        }
        Some(reason) => {
            let tile = Tile::new(name, format!("{} · {}", run.team, run.about)).blocked(reason.clone()).action();
            ui.tile(tile, |_| {});
        }
    }
}

/// A button that shows more of a long list, if there is more.
pub(super) fn more(ui: &mut Ui, text: &Text, count: usize) {
    if count > 0 {
        ui.area(Area::row(0.0).firm(), |ui| {
            ui.button(
                Button::secondary("more", text.with("list-more", &[("count", &count)]))
                    .sends(Act::Lobby(LobbyAct::More)),
            );
        });
    }
}
