//! What the players were told so far: while a quarter closes, the game as it was before, and nothing of its end.

use std::sync::Arc;

use super::{Play, Showing};
use crate::app::clock;
use crate::app::director::frame::SheetPage;
use crate::app::director::notes::Moments;
use crate::scenario::Scenario;
use crate::sim::{Entry, Game, Quantity, Quarter, Record};
use crate::text::Text;
use crate::view::{self, Moment, Told, Viewer};

/// The least change of coherence that is seen: a tenth of a point of a number from 0 to 100, rounded.
const SEEN: f64 = 0.0005;

/// Quarters after the game that are told as well.
const ECHO: u8 = 4;

impl Play {
    /// The game as the players were told it: while a quarter is told, as it was before, until the last step.
    fn told_game(&self) -> &Game {
        match (self.showing, &self.before) {
            (Showing::Close(_, step), Some(before)) if step < self.close_steps => before,
            _ => self.session.game(),
        }
    }

    /// The product map and the debt ledger.
    pub(in super::super) fn map_page(&self, text: &Text) -> SheetPage {
        let game = self.told_game();
        let seed = clock::seed(text, game.state().seed);
        SheetPage::Map(Box::new((view::product_map(game, text, Moment::Now), view::debt_ledger(game, text), seed)))
    }

    /// When a note of the first minutes is due.
    pub(in super::super) fn moment(&self) -> Moments {
        let game = self.told_game();
        let moved = |wanted: &[Quantity]| {
            let new = |entry: &&Entry| entry.quarter > Quarter(0) && entry.quarter <= self.told().quarter;
            game.ledger().iter().filter(new).any(|entry| entry.amount > 0 && wanted.contains(&entry.quantity))
        };
        let coherence = |record: &Record| record.get(Quantity::Coherence);
        let history = &game.state().history;
        Moments {
            first_quarter: game.state().quarter == Quarter(1),
            coherence: history.windows(2).any(|pair| (coherence(&pair[1]) - coherence(&pair[0])).abs() >= SEEN),
            debt: moved(&[Quantity::Upkeep, Quantity::Backlog]),
        }
    }

    /// The game as the players were told it, the last quarter of it that they know the end of, and who looks.
    pub(in super::super) fn told(&self) -> Told<'_> {
        let game = self.told_game();
        let step = self.step();
        let private = step.seat().filter(|_| self.showing == Showing::Step && step.private());
        let viewer = private.map_or(Viewer::Table, Viewer::Seat);
        Told { game, quarter: game.state().quarter.plus(ECHO), viewer }
    }

    /// Tells the scenario in other words.
    pub(in super::super) fn retell(&mut self, scenario: Arc<Scenario>) {
        if let Some(before) = &mut self.before {
            before.retell(scenario.clone());
        }
        if let Some((asked, _)) = &mut self.letter {
            asked.retell(scenario.clone());
        }
        self.session.retell(scenario);
    }
}
