//! What if: what would have followed if a decision had gone another way. Trying that takes a while.

use std::path::Path;

use super::{Play, Showing};
use crate::app::director::act::DebriefStep;
use crate::app::director::late::Late;
use crate::ids::DecisionId;
use crate::lab::{MEASURED, Tried, tried};
use crate::run::{Otherwise, RunFile, Session, branch, free_path};
use crate::sim::{By, Decision, DecisionKind, Game};
use crate::text::Teller;
use crate::view::{self, DecisionLine, Supposed};

/// A decision, and the other ways in which it could have gone.
#[derive(Debug)]
pub(super) struct Supposing {
    decision: DecisionId,
    /// The other possible ways, the best one first.
    others: Late<Vec<Tried>>,
    /// The position of the way that is shown.
    shown: usize,
}

impl Supposing {
    pub(super) fn awaits(&self) -> bool {
        self.others.is_coming()
    }

    pub(super) fn arrive(&mut self) -> bool {
        self.others.arrive()
    }
}

impl Play {
    /// Opens a step of the debrief. *What if* starts with the first turning point that could have gone another way.
    pub(super) fn debrief_step(&mut self, text: &Teller, step: DebriefStep) {
        self.showing = Showing::Debrief(step);
        match step {
            DebriefStep::WhatIf if self.supposed.is_none() => {
                let debrief = self.debrief(text);
                let turning =
                    debrief.turning.iter().flat_map(|turning| &turning.points).filter_map(|point| point.decision);
                let mut all = turning.chain(self.weightiest_card(&debrief));
                if let Some(first) = all.find(|&decision| self.has_ways(decision)) {
                    self.suppose(first);
                }
            }
            _ => {}
        }
    }

    /// Whether a decision could have gone another way.
    fn has_ways(&self, decision: DecisionId) -> bool {
        let game = self.game();
        game.state().decisions.get(decision.index()).is_some_and(|made| !Otherwise::of(game, made).is_empty())
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
        let (run, game) = (self.session().run().clone(), self.game().clone());
        let others = Late::ask(move || best_first(ways(&run, &game, decision)));
        self.supposed = Some(Supposing { decision, others, shown: 0 });
    }

    pub(super) fn look_at_way(&mut self, way: usize) {
        if let Some(supposing) = &mut self.supposed {
            supposing.shown = way;
        }
    }

    /// Keeps the run with the way that is shown beside this one. Returns where, or why not.
    pub(super) fn keep_branch(&self, text: &Teller) -> Option<String> {
        let supposing = self.supposed.as_ref()?;
        let other = supposing.others.here()?.get(supposing.shown)?;
        let (session, game) = (self.session(), self.game());
        let name = view::branch_name(game, text, &other.change, &session.team().name);
        let branch = branch(session.run(), game, &other.change, &name)?;
        let Some(folder) = session.path().and_then(Path::parent) else { return Some(text.get("branch-nowhere")) };
        let path = free_path(folder, &session.run().scenario, &name, session.run().seed);
        Some(match Session::keep(branch, path) {
            Ok(kept) => {
                let path = kept.path().map_or_else(String::new, |path| path.display().to_string());
                text.with("branch-kept", &[("name", &name), ("path", &path)])
            }
            Err(problem) => problem.told(text),
        })
    }

    pub(super) fn supposed(&self, text: &Teller) -> Option<Supposed> {
        let supposing = self.supposed.as_ref()?;
        let others = supposing.others.here().map(Vec::as_slice);
        view::supposed(self.game(), text, supposing.decision, others, supposing.shown)
    }
}

/// The other ways in which a decision could have gone, each tried in many futures.
fn ways(run: &RunFile, game: &Game, decision: DecisionId) -> Vec<Tried> {
    let made: Option<&Decision> = game.state().decisions.get(decision.index());
    made.map_or_else(Vec::new, |made| tried(run, game, made, MEASURED))
}

fn best_first(mut ways: Vec<Tried>) -> Vec<Tried> {
    let mean = |way: &Tried| way.apart.difference.mean();
    ways.sort_by(|a, b| mean(b).total_cmp(&mean(a)));
    ways
}
