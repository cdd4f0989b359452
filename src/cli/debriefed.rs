//! What commands share that tell the debrief of one finished run.

use std::sync::Arc;

use crate::lab::{self, Benchmark, Fortune};
use crate::run::Session;
use crate::text::{Teller, Text};
use crate::view::{self, Debrief, Moment, ProductMap};

/// A finished run with everything that its debrief tells.
pub(super) struct Debriefed {
    /// The words of its scenario.
    pub teller: Teller,
    /// The name of the team.
    pub team: String,
    /// What the strategies reach from the same start.
    pub field: Benchmark,
    /// The debrief, with what turned the run and what was luck.
    pub debrief: Debrief,
    /// The product at the start and at the end.
    pub maps: [ProductMap; 2],
}

impl Debriefed {
    /// Works it out, which takes a few seconds.
    pub fn of(session: &Session, text: &Arc<Text>) -> Self {
        let game = session.game();
        let teller = Teller::new(text.clone(), game.scenario().clone());
        let field = lab::field(game.scenario(), game.state().seed);
        let verdicts = lab::verdicts(session.run(), game);
        let fortune = Fortune::of(session.run(), game);
        let debrief = view::debrief(game, &teller, &field.reached, Some(&verdicts));
        let debrief = debrief.with_luck(game, &teller, Some(&fortune));
        let maps = [Moment::Start, Moment::Now].map(|moment| view::product_map(game, &teller, moment));
        Self { team: session.log().team_name(&teller), teller, field, debrief, maps }
    }
}
