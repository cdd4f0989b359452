//! What the tests of runs need: a scenario, a team, and a player who always does the simplest thing.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::sync::Arc;

use off_roadmap::ids::Seat;
use off_roadmap::run::{Session, Team};
use off_roadmap::scenario::{Scenario, Shelf};
use off_roadmap::sim::{Answer, Command, Game, ProductPlan, Range, Response, SalesPlan, Step};

/// The file of the scenario for these tests.
pub const SCENARIO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/scenarios/minimal.ron");

/// The scenario for these tests.
pub fn scenario() -> Arc<Scenario> {
    Arc::new(Shelf::built_in().load(SCENARIO).unwrap())
}

/// Finds that scenario, and no other.
pub fn find(id: &str) -> Result<Arc<Scenario>, String> {
    Some(scenario()).filter(|scenario| scenario.id == id).ok_or_else(|| format!("there is no scenario \"{id}\""))
}

/// A team.
pub fn team() -> Team {
    Team {
        name: "Blue Team".to_owned(),
        product: "Ada".to_owned(),
        sales: "Sam \"the deal\"".to_owned(),
        partner: None,
    }
}

/// A session that saves to a path.
pub fn session(path: Option<std::path::PathBuf>) -> Session {
    Session::new(scenario(), 7, team(), path)
}

/// The next command of that player; `None` once the run is over.
pub fn next_command(game: &Game) -> Option<Command> {
    let state = game.state();
    Some(match *game.steps().first()? {
        Step::ReadBriefing(seat) | Step::ReadReview(seat) => Command::Read { seat },
        Step::Plan(Seat::Product) => Command::PlanProduct(ProductPlan::default()),
        Step::Plan(Seat::Sales) => {
            Command::PlanSales(SalesPlan { target: state.target.clone(), ..SalesPlan::default() })
        }
        Step::House(seat) => Command::SignHouse { seat, house: state.house },
        Step::Stance(seat, deal) => Command::TakeStance { seat, deal, stance: Response::Descope },
        Step::Answer(seat, deal) => Response::ALL
            .into_iter()
            .rev()
            .map(|response| Command::SignAnswer { seat, deal, answer: Answer::plain(response) })
            .find(|command| game.check(command).is_ok())?,
        Step::Predict(seat) => Command::Predict { seat, range: Range { low: 0.25, high: 1.5 } },
        Step::Debrief => return None,
    })
}

/// Plays at most this many commands, and returns how many there were.
pub fn play(session: &mut Session, most: usize) -> usize {
    (0..most)
        .take_while(|_| next_command(session.game()).map(|command| session.execute(&command).unwrap()).is_some())
        .count()
}

/// Plays to the end.
pub fn play_out(session: &mut Session) {
    play(session, 10_000);
}
