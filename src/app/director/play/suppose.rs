//! What would have come of a decision gone otherwise, worked out when somebody asks.

use super::{Play, Showing};
use crate::app::director::act::DebriefStep;
use crate::lab::{Apart, Futures, apart};
use crate::run::{Change, Fork, WhatIf};
use crate::sim::formula::value;
use crate::sim::{By, DecisionId, DecisionKind, Game};
use crate::text::Text;
use crate::view::{self, DecisionLine, Supposed};

/// Futures in which a way is tried.
const FUTURES: u32 = 100;

/// A decision with the other ways it could have gone.
#[derive(Debug)]
pub(super) struct Supposing {
    decision: DecisionId,
    /// The ways that were open, each with the run that comes of it.
    others: Vec<(Change, WhatIf)>,
    /// Position of the one that is looked at.
    shown: usize,
    /// What the run comes to with other luck, and what that one would have been worth then.
    futures: Futures,
    apart: Option<Apart>,
}

impl Play {
    /// Opens a step of the debrief; one that supposes something begins with the card that moved most.
    pub(super) fn debrief_step(&mut self, step: DebriefStep) {
        self.showing = Showing::Debrief(step);
        if step == DebriefStep::WhatIf
            && self.supposed.is_none()
            && let Some(card) = self.weightiest_card()
        {
            self.suppose(card);
        }
    }

    /// The answer at the table that moved most; any decision, if no card was answered.
    fn weightiest_card(&self) -> Option<DecisionId> {
        let debrief = self.debrief(&Text::default());
        let at_table = |line: &&DecisionLine| matches!(line.who, By::Both | By::Ceo(_)) && self.is_card(line.id);
        let cards = debrief.decisions.iter().filter(at_table);
        let most = cards.max_by(|a, b| a.weight.abs().total_cmp(&b.weight.abs()));
        most.or(debrief.decisions.first()).map(|line| line.id)
    }

    fn is_card(&self, decision: DecisionId) -> bool {
        let made = self.session.game().state().decisions.get(decision.index());
        made.is_some_and(|made| matches!(made.kind, DecisionKind::Answer(..)))
    }

    /// Plays the run again with every other way a decision could have gone.
    pub(super) fn suppose(&mut self, decision: DecisionId) {
        let game = self.session.game();
        let Some(made) = game.state().decisions.get(decision.index()) else { return };
        let fork = Fork::at(self.session.run(), game, decision);
        let other = |change| fork.as_ref()?.gone(&change).map(|other| (change, other));
        let others: Vec<_> = Change::of(game, made).into_iter().filter_map(other).collect();
        // The way that changes most is the one to look at first.
        let worth = |game: &Game| value(game.scenario(), game.state()).total;
        let changes = |(_, other): &(Change, WhatIf)| (worth(&other.game) - worth(game)).abs();
        let most = (0..others.len()).max_by(|&a, &b| changes(&others[a]).total_cmp(&changes(&others[b])));
        let futures = fork.map(|fork| Futures::of(&fork, FUTURES)).unwrap_or_default();
        self.supposed = Some(Supposing { decision, shown: 0, others, futures, apart: None });
        self.look_at_way(most.unwrap_or(0));
    }

    pub(super) fn look_at_way(&mut self, way: usize) {
        let Some(supposing) = &mut self.supposed else { return };
        supposing.shown = way;
        let fork = Fork::at(self.session.run(), self.session.game(), supposing.decision);
        let change = supposing.others.get(way).map(|(change, _)| change);
        supposing.apart = fork.zip(change).and_then(|(fork, change)| apart(&fork, &supposing.futures, change));
    }

    pub(super) fn supposed(&self, text: &Text) -> Option<Supposed> {
        let supposing = self.supposed.as_ref()?;
        let shown = (supposing.shown, supposing.apart);
        view::supposed(self.session.game(), text, supposing.decision, &supposing.others, shown)
    }
}
