//! What the players may know so far. While the close of a quarter is being shown, that is the game before the close, so
//! that nothing gives its end away.

use super::{Play, Showing};
use crate::app::clock;
use crate::app::director::frame::SheetPage;
use crate::app::director::notes::Moments;
use crate::ids::Quarter;
use crate::sight::Viewer;
use crate::sim::{Entry, Game, Quantity, Record};
use crate::text::Teller;
use crate::view::{self, Moment, Told};

/// The least change of coherence that is visible: half of the smallest unit shown, a tenth of a point from 0 to 100.
const SEEN: f64 = 0.0005;

/// Quarters of the echo year, which may be shown as well.
const ECHO: u8 = 4;

impl Play {
    /// The game as far as the players know it: before the last step of a close, the game before that close.
    fn told_game(&self) -> &Game {
        match (self.showing, &self.before) {
            (Showing::Close(_, step), Some(before)) if step < self.close_steps => before,
            _ => self.game(),
        }
    }

    /// The product map and the debt ledger.
    pub(in super::super) fn map_page(&self, text: &Teller) -> SheetPage {
        let game = self.told_game();
        let seed = clock::seed(text, game.state().seed);
        SheetPage::Map(Box::new((view::product_map(game, text, Moment::Now), view::debt_ledger(game, text), seed)))
    }

    /// What has happened so far, as far as the notes depend on it.
    pub(in super::super) fn moment(&self) -> Moments {
        let game = self.told_game();
        let moved = |wanted: &[Quantity]| {
            let new = |entry: &&Entry| entry.quarter > Quarter(0) && entry.quarter <= game.state().quarter.plus(ECHO);
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

    /// The game as far as the players know it, up to which quarter, and who is looking.
    pub(in super::super) fn told<'a>(&'a self, teller: &'a Teller) -> Told<'a> {
        let game = self.told_game();
        let step = self.step();
        let private = step.seat().filter(|_| self.showing == Showing::Step && step.private());
        let viewer = private.map_or(Viewer::Table, Viewer::Seat);
        Told { game, teller, quarter: game.state().quarter.plus(ECHO), viewer }
    }
}
