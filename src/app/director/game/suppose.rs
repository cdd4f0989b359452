//! What if: computes, on demand, what would have followed if a decision had gone another way.

use super::{Play, Showing};
use crate::app::director::act::DebriefStep;
use crate::ids::DecisionId;
use crate::lab::{Tried, tried};
use crate::sim::{By, DecisionKind};
use crate::text::Teller;
use crate::view::{self, DecisionLine, Supposed};

/// The number of futures in which each way is tried.
const FUTURES: u32 = 100;

/// A decision, and the other ways in which it could have gone.
#[derive(Debug)]
pub(super) struct Supposing {
    decision: DecisionId,
    /// The other possible ways, the best one first.
    others: Vec<Tried>,
    /// The position of the way that is shown.
    shown: usize,
}

impl Play {
    /// Opens a step of the debrief. *What if* starts with the first turning point that could have gone another way.
    pub(super) fn debrief_step(&mut self, text: &Teller, step: DebriefStep) {
        self.showing = Showing::Debrief(step);
        if step != DebriefStep::WhatIf || self.supposed.is_some() {
            return;
        }
        let debrief = self.debrief(text);
        let turning = debrief.turning_points.iter().map(|point| point.line.id);
        for point in turning.chain(self.weightiest_card(&debrief)) {
            self.suppose(point);
            if self.supposed.as_ref().is_some_and(|supposing| !supposing.others.is_empty()) {
                return;
            }
        }
    }

    /// The answer at the table that had the largest effect, or the first decision if no card was answered.
    fn weightiest_card(&self, debrief: &view::Debrief) -> Option<DecisionId> {
        let at_table = |line: &&DecisionLine| matches!(line.who, By::Both | By::Ceo(_)) && self.is_card(line.id);
        let cards = debrief.decisions.iter().filter(at_table);
        let most = cards.max_by(|a, b| a.weight.abs().total_cmp(&b.weight.abs()));
        most.or(debrief.decisions.first()).map(|line| line.id)
    }

    fn is_card(&self, decision: DecisionId) -> bool {
        let made = self.game().state().decisions.get(decision.index());
        made.is_some_and(|made| matches!(made.kind, DecisionKind::Answer(..)))
    }

    /// Chooses a decision, and replays the run with every other way in which it could have gone.
    pub(super) fn suppose(&mut self, decision: DecisionId) {
        let game = self.game();
        let Some(made) = game.state().decisions.get(decision.index()) else { return };
        let mut others = tried(self.session().run(), game, made, FUTURES);
        let mean = |other: &Tried| other.apart.difference.mean();
        others.sort_by(|a, b| mean(b).total_cmp(&mean(a)));
        self.supposed = Some(Supposing { decision, others, shown: 0 });
    }

    /// For each turning point, whether another way would have been better. Computed once.
    pub(super) fn instead(&self, text: &Teller, debrief: &view::Debrief) -> Vec<Option<String>> {
        let game = self.game();
        let ids = || debrief.turning_points.iter().map(|point| point.line.id);
        let of = |id: DecisionId| {
            let made = game.state().decisions.get(id.index());
            (id, made.map_or_else(Vec::new, |made| tried(self.session().run(), game, made, FUTURES)))
        };
        let turns = self.turns.get_or_init(|| ids().map(of).collect());
        turns.iter().map(|(id, tried)| view::instead(game, text, *id, tried)).collect()
    }

    pub(super) fn look_at_way(&mut self, way: usize) {
        if let Some(supposing) = &mut self.supposed {
            supposing.shown = way;
        }
    }

    pub(super) fn supposed(&self, text: &Teller) -> Option<Supposed> {
        let supposing = self.supposed.as_ref()?;
        view::supposed(self.game(), text, supposing.decision, &supposing.others, supposing.shown)
    }
}
