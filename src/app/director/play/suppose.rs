//! What would have come of a decision gone otherwise, worked out when somebody asks.

use super::{Play, Showing};
use crate::app::director::act::DebriefStep;
use crate::run::{Change, WhatIf, what_if};
use crate::sim::DecisionId;
use crate::text::Text;
use crate::view::{self, Supposed};

/// A decision with the other ways it could have gone.
#[derive(Debug)]
pub(super) struct Supposing {
    decision: DecisionId,
    /// The ways that were open, each with the run that comes of it.
    others: Vec<(Change, WhatIf)>,
    /// Position of the one that is looked at.
    shown: usize,
}

impl Play {
    /// Opens a step of the debrief; one that supposes something begins with the turning point that cost most.
    pub(super) fn debrief_step(&mut self, step: DebriefStep) {
        self.showing = Showing::Debrief(step);
        if step == DebriefStep::WhatIf && self.supposed.is_none() {
            let debrief = self.debrief(&Text::default());
            let dearest = debrief.turning_points.iter().min_by(|a, b| a.line.weight.total_cmp(&b.line.weight));
            if let Some(point) = dearest {
                self.suppose(point.line.id);
            }
        }
    }

    /// Plays the run again with every other way a decision could have gone.
    pub(super) fn suppose(&mut self, decision: DecisionId) {
        let game = self.session.game();
        let Some(made) = game.state().decisions.get(decision.index()) else { return };
        let other = |change| Some((change, what_if(self.session.run(), game, change)?));
        let others = Change::of(made).into_iter().filter_map(other).collect();
        self.supposed = Some(Supposing { decision, others, shown: 0 });
    }

    pub(super) fn look_at_way(&mut self, way: usize) {
        if let Some(supposing) = &mut self.supposed {
            supposing.shown = way;
        }
    }

    pub(super) fn supposed(&self, text: &Text) -> Option<Supposed> {
        let supposing = self.supposed.as_ref()?;
        view::supposed(self.session.game(), text, supposing.decision, &supposing.others, supposing.shown)
    }
}
