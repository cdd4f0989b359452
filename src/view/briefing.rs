//! The briefing of a seat: what happened and why, news, this quarter's quota, the private page.

use schemars::JsonSchema;
use serde::Serialize;

use super::change::Change;
use super::past::quarter_label;
use super::six::SIX;
use super::{Amount, CauseLine, Term};
use crate::ids::{Quarter, Seat};
use crate::sim::{Game, Quantity};
use crate::text::{self, Teller};

/// Lines for what moved a number.
const CAUSES: usize = 4;

/// A briefing.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Briefing {
    /// Whose.
    pub seat: Seat,
    /// `Q1 2027 · quarter 2 of 8`.
    pub quarter: String,
    /// What the company is; only in the first quarter.
    pub about: Option<String>,
    /// What the team should aim for; only in the first quarter.
    pub goals: Vec<String>,
    /// What moved ARR, coherence and trust last quarter.
    pub happened: Vec<Happened>,
    /// Headlines and texts of this quarter's news.
    pub news: Vec<Bulletin>,
    /// Gates: what the company has to reach, and by when.
    pub gates: Vec<Bulletin>,
    /// This quarter's quota.
    pub quota: String,
    /// The private page.
    pub page: String,
    /// Whether this seat already read the same page, because there is no new one for this quarter.
    pub again: bool,
    /// What the seat is paid for.
    pub pay: String,
}

/// Something that the briefing announces.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Bulletin {
    /// Its headline.
    pub title: String,
    /// What it says.
    pub text: String,
}

/// What moved a number last quarter.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Happened {
    /// The number.
    pub number: String,
    /// The largest causes.
    pub causes: Vec<Amount>,
    /// The term that explains the number in full.
    pub term: Term,
}

/// Makes the briefing of a seat.
#[must_use]
pub fn briefing(game: &Game, text: &Teller, seat: Seat) -> Briefing {
    let state = game.state();
    let first = state.quarter <= Quarter(1);
    let page = text.scenario().briefings.iter().rfind(|page| page.quarter <= state.quarter.0);
    let news = state.news.iter().filter(|(quarter, _)| *quarter == state.quarter);
    Briefing {
        seat,
        quarter: quarter_label(game, text, state.quarter),
        about: first.then(|| text.scenario().company.about.clone()),
        goals: if first { text.scenario().goals.clone() } else { Vec::new() },
        happened: if first { Vec::new() } else { happened(game, text, Quarter(state.quarter.0 - 1)) },
        news: news
            .filter_map(|(_, id)| text.scenario().events.get(id.index()))
            .map(|news| Bulletin { title: news.title.clone(), text: news.text.clone() })
            .collect(),
        gates: gates(game, text),
        quota: text::dollars(text, state.get(Quantity::Quota)),
        again: page.is_some_and(|page| page.quarter < state.quarter.0),
        page: page.map_or_else(String::new, |page| match seat {
            Seat::Product => page.product.clone(),
            Seat::Sales => page.sales.clone(),
        }),
        pay: match seat {
            Seat::Product => text.scenario().roles.product.about.clone(),
            Seat::Sales => text.scenario().roles.sales.about.clone(),
        },
    }
}

fn happened(game: &Game, text: &Teller, quarter: Quarter) -> Vec<Happened> {
    SIX.iter()
        .filter(|six| matches!(six.term, Term::Arr | Term::Coherence | Term::Trust))
        .map(|six| {
            let causes = Change::of_six(game, text, six, quarter).causes(text, CAUSES);
            let line = |cause: CauseLine| Amount { text: cause.text, amount: cause.amount, good: Some(cause.up) };
            Happened { number: six.label(text), causes: causes.into_iter().map(line).collect(), term: six.term }
        })
        .collect()
}

/// Gates to come with what they need, and gates that were just passed or failed.
fn gates(game: &Game, text: &Teller) -> Vec<Bulletin> {
    let state = game.state();
    let mut told = Vec::new();
    for (i, gate) in text.scenario().gates.iter().enumerate() {
        let id = crate::ids::GateId(u16::try_from(i).unwrap_or(u16::MAX));
        match state.gates.get(&id) {
            None => {
                let by = text::quarter_name(text, Quarter(gate.after));
                let title = text.with("gate-ahead", &[("title", &gate.title), ("quarter", &by)]);
                told.push(Bulletin { title, text: gate.text.clone() });
            }
            Some(&passed) if gate.after + 1 == state.quarter.0 => {
                let outcome = if passed { &gate.passed } else { &gate.failed };
                told.push(Bulletin { title: gate.title.clone(), text: outcome.text.clone() });
            }
            Some(_) => {}
        }
    }
    told
}
