//! The briefing of a seat: what happened and why, news, this quarter's quota, the private page.

use serde::Serialize;

use super::explain::explain;
use super::{Amount, wall::quarter_label};
use crate::sim::{Game, Quantity, Quarter, Seat};
use crate::text::{self, Text};

/// Causes shown per number.
const CAUSES: usize = 3;

/// A briefing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Briefing {
    /// Whose.
    pub seat: Seat,
    /// `Q1 2027 · quarter 2 of 8`.
    pub quarter: String,
    /// What the company is; in the first quarter only.
    pub about: Option<String>,
    /// What the team is told to aim for; in the first quarter only.
    pub goals: Vec<String>,
    /// What moved ARR and coherence last quarter, and why.
    pub happened: Vec<(String, Vec<Amount>)>,
    /// Headlines and texts of the quarter.
    pub news: Vec<(String, String)>,
    /// What is asked of the company, by when.
    pub gates: Vec<(String, String)>,
    /// This quarter's quota.
    pub quota: String,
    /// The private page.
    pub page: String,
    /// What the seat is paid for.
    pub pay: String,
}

/// Makes the briefing of a seat.
#[must_use]
pub fn briefing(game: &Game, text: &Text, seat: Seat) -> Briefing {
    let (scenario, state) = (game.scenario(), game.state());
    let first = state.quarter <= Quarter(1);
    let page = scenario.briefings.iter().rfind(|page| page.quarter <= state.quarter.0);
    let news = state.news.iter().filter(|(quarter, _)| *quarter == state.quarter);
    Briefing {
        seat,
        quarter: quarter_label(game, text, state.quarter),
        about: first.then(|| scenario.company.about.clone()),
        goals: if first { scenario.goals.clone() } else { Vec::new() },
        happened: if first { Vec::new() } else { happened(game, text, Quarter(state.quarter.0 - 1)) },
        news: news
            .filter_map(|(_, id)| scenario.events.get(id.index()))
            .map(|news| (news.title.clone(), news.text.clone()))
            .collect(),
        gates: gates(game, text),
        quota: text::dollars(state.get(Quantity::Quota)),
        page: page.map_or_else(String::new, |page| match seat {
            Seat::Product => page.product.clone(),
            Seat::Sales => page.sales.clone(),
        }),
        pay: match seat {
            Seat::Product => scenario.roles.product.about.clone(),
            Seat::Sales => scenario.roles.sales.about.clone(),
        },
    }
}

fn happened(game: &Game, text: &Text, quarter: Quarter) -> Vec<(String, Vec<Amount>)> {
    [Quantity::Arr, Quantity::Coherence, Quantity::Trust]
        .into_iter()
        .map(|quantity| {
            let causes = explain(game, text, quantity, quarter)
                .into_iter()
                .take(CAUSES)
                .map(|line| Amount { text: line.text, amount: line.amount, good: Some(line.stored > 0) })
                .collect();
            (text::quantity(text, quantity), causes)
        })
        .collect()
}

/// Gates ahead with what they need, and gates just passed or failed.
fn gates(game: &Game, text: &Text) -> Vec<(String, String)> {
    let (scenario, state) = (game.scenario(), game.state());
    let mut told = Vec::new();
    for (i, gate) in scenario.gates.iter().enumerate() {
        let id = crate::sim::GateId(u16::try_from(i).unwrap_or(u16::MAX));
        match state.gates.get(&id) {
            None => {
                let by = text::quarter_name(scenario, Quarter(gate.after));
                told.push((text.with("gate-ahead", &[("title", &gate.title), ("quarter", &by)]), gate.text.clone()));
            }
            Some(&passed) if gate.after + 1 == state.quarter.0 => {
                let outcome = if passed { &gate.passed } else { &gate.failed };
                told.push((gate.title.clone(), outcome.text.clone()));
            }
            Some(_) => {}
        }
    }
    told
}
