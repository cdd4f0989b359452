//! The words for parts of the rules: names, seats, responses, numbers, causes.

use super::{Teller, Text, letters, quarter_name};
use crate::ids::{CustomerId, DealId, Quarter, Seat, WorkId};
use crate::scenario::Measure;
use crate::sim::{AskText, By, Cause, Evidence, Name, Phase, Quantity, Reform, Response, Rule, State, Subject};

/// The name of a customer or prospect.
#[must_use]
pub fn name(text: &Teller, name: Name) -> String {
    match name {
        Name::Card(id) => {
            text.scenario().specials.get(id.index()).map_or_else(String::new, |card| card.customer.clone())
        }
        Name::Words(first, second) => {
            let word = |words: &[String], i: u16| words.get(usize::from(i)).cloned().unwrap_or_default();
            format!("{} {}", word(&text.scenario().names.first, first), word(&text.scenario().names.second, second))
        }
    }
}

/// The name behind a deal, or its number if there is no such deal, which can happen in a run file edited by hand.
#[must_use]
pub fn deal_name(text: &Teller, state: &State, id: DealId) -> String {
    state.deals.get(&id).map_or_else(|| format!("#{}", id.0), |deal| name(text, deal.name))
}

/// The name of a customer, even after it left; its number if there never was one.
#[must_use]
pub fn customer_name(text: &Teller, state: &State, id: CustomerId) -> String {
    let current = state.customers.get(&id).map(|customer| customer.name);
    current.or_else(|| state.former.get(&id).copied()).map_or_else(|| format!("#{}", id.0), |known| name(text, known))
}

/// What a deal asks for, as a noun phrase.
#[must_use]
pub fn ask_name(text: &Teller, state: &State, id: DealId) -> String {
    let ask = state.deals.get(&id).and_then(|deal| deal.ask.as_ref());
    ask.map_or_else(String::new, |ask| request(text, ask.text))
}

/// A request, as a short noun phrase.
#[must_use]
pub fn request(text: &Teller, ask: AskText) -> String {
    let ask = match ask {
        AskText::Card(card) => text.scenario().specials.get(card.index()).map(|card| &card.ask),
        AskText::Template(template) => text.scenario().templates.get(template.index()).map(|template| &template.ask),
    };
    ask.cloned().unwrap_or_default()
}

/// A seat.
#[must_use]
pub fn seat(text: &Text, seat: Seat) -> String {
    text.get(match seat {
        Seat::Product => "seat-product",
        Seat::Sales => "seat-sales",
    })
}

/// A response.
#[must_use]
pub fn response(text: &Text, response: Response) -> String {
    text.get(match response {
        Response::BuildAsAsked => "response-build",
        Response::Descope => "response-descope",
        Response::Simplify => "response-simplify",
        Response::ProductiseLater => "response-productise",
        Response::PaidExtension => "response-paid",
        Response::RoadmapPromise => "response-promise",
        Response::Decline => "response-decline",
        Response::AlreadyHave => "response-have",
    })
}

/// A kind of evidence.
#[must_use]
pub fn evidence(text: &Text, evidence: Evidence) -> String {
    text.get(match evidence {
        Evidence::Vision => "evidence-vision",
        Evidence::Strategy => "evidence-strategy",
        Evidence::Impact => "evidence-impact",
    })
}

/// A reform.
#[must_use]
pub fn reform(text: &Text, reform: Reform) -> String {
    text.get(reform_key(reform))
}

/// The key of a reform.
pub(super) fn reform_key(reform: Reform) -> &'static str {
    match reform {
        Reform::RetainedCommission => "reform-retained-commission",
        Reform::SpecialsBudget => "reform-specials-budget",
        Reform::PaidOnly => "reform-paid-only",
    }
}

/// A policy as a colleague: its name.
#[must_use]
pub fn persona(text: &Text, policy: &str) -> String {
    text.get(&format!("persona-{policy}"))
}

/// How a policy plays.
#[must_use]
pub fn persona_about(text: &Text, policy: &str) -> String {
    text.get(&format!("persona-{policy}-about"))
}

/// A named number.
#[must_use]
pub fn measure(text: &Text, measure: Measure) -> String {
    text.get(measure_key(measure))
}

/// The key of a named number; widgets and notes use it as a stable name.
#[must_use]
pub fn measure_key(measure: Measure) -> &'static str {
    match measure {
        Measure::Cash => "measure-cash",
        Measure::Arr => "measure-arr",
        Measure::Bookings => "measure-bookings",
        Measure::QuotaAttainment => "measure-attainment",
        Measure::GrossRetention => "measure-retention",
        Measure::Coherence => "measure-coherence",
        Measure::Trust => "measure-trust",
        Measure::Gap => "measure-gap",
        Measure::Upkeep => "measure-upkeep",
        Measure::Precedent => "measure-precedent",
        Measure::Morale => "measure-morale",
        Measure::Value => "measure-value",
    }
}

/// A number of the ledger.
#[must_use]
pub fn quantity(text: &Text, quantity: Quantity) -> String {
    text.get(match quantity {
        Quantity::Cash => "measure-cash",
        Quantity::Arr => "measure-arr",
        Quantity::Bookings => "measure-bookings",
        Quantity::LostArr => "quantity-lost-arr",
        Quantity::Commission => "quantity-commission",
        Quantity::Bonus => "quantity-bonus",
        Quantity::Quota => "quantity-quota",
        Quantity::Engineering => "quantity-engineering",
        Quantity::Upkeep => "measure-upkeep",
        Quantity::Backlog => "quantity-backlog",
        Quantity::Coherence => "measure-coherence",
        Quantity::Gap => "measure-gap",
        Quantity::MarketSpeed => "quantity-market-speed",
        Quantity::Need => "quantity-need",
        Quantity::Precedent => "measure-precedent",
        Quantity::Trust => "measure-trust",
        Quantity::Confidence => "quantity-confidence",
        Quantity::Morale => "measure-morale",
        Quantity::Discovery => "quantity-discovery",
        Quantity::Enablement => "quantity-enablement",
        Quantity::Vision => "quantity-vision",
        Quantity::Strategy => "quantity-strategy",
        Quantity::Impact => "quantity-impact",
        Quantity::PromisesKept => "quantity-promises-kept",
        Quantity::PromisesBroken => "quantity-promises-broken",
    })
}

/// Why a number changed, in a few words.
#[must_use]
pub fn cause(text: &Teller, state: &State, cause: &Cause) -> String {
    let about = match cause.subject {
        Some(Subject::Deal(id)) => deal_name(text, state, id),
        Some(Subject::Customer(id)) => customer_name(text, state, id),
        Some(Subject::Work(id)) => work_name(text, state, id),
        Some(Subject::News(id)) => {
            text.scenario().events.get(id.index()).map(|news| news.title.clone()).unwrap_or_default()
        }
        Some(Subject::Gate(id)) => {
            text.scenario().gates.get(id.index()).map(|gate| gate.title.clone()).unwrap_or_default()
        }
        None => String::new(),
    };
    if about.is_empty() {
        return match (cause.rule, cause.subject) {
            // A customer without a name.
            (rule, Some(Subject::Customer(_))) => text.with(rule.key(), &[("name", &text.get("somebody"))]),
            (rule, _) => text.get(plain_key(rule)),
        };
    }
    text.with(cause.rule.key(), &[("name", &about)])
}

/// Several causes of one kind on one line: `Deals signed: 6`, or `6 more` after some that are listed by name.
#[must_use]
pub fn causes(text: &Text, rule: Rule, count: usize, more: bool) -> String {
    let what = group_key(rule).map_or_else(String::new, |key| text.get(key));
    text.with(if more { "causes-more" } else { "causes-all" }, &[("what", &what), ("count", &count)])
}

/// Whether several causes with this rule can be summed up on one line.
#[must_use]
pub fn has_group(rule: Rule) -> bool {
    group_key(rule).is_some()
}

/// The text key for several causes with a rule; `None` for rules that apply once a quarter or have a name of their own.
fn group_key(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::DealWon => "causes-deal-won",
        Rule::Churn => "causes-churn",
        Rule::Expansion => "causes-expansion",
        Rule::Repriced => "causes-repriced",
        Rule::Fee => "causes-fee",
        Rule::WorkAccepted => "causes-work-accepted",
        Rule::WorkGrew => "causes-work-grew",
        Rule::WorkDropped => "causes-work-dropped",
        Rule::WorkDone => "causes-work-done",
        Rule::NewUpkeep => "causes-new-upkeep",
        Rule::Sunset => "causes-sunset",
        Rule::MisalignedWork => "causes-misaligned-work",
        Rule::AlignedWork => "causes-aligned-work",
        Rule::MarketMoves => "causes-market-moves",
        Rule::LatePromise => "causes-late-promise",
        Rule::PromiseKept => "causes-promise-kept",
        Rule::IncoherenceWeighs => "causes-incoherence-weighs",
        Rule::Escalation => "causes-escalation",
        Rule::PrePromise => "causes-pre-promise",
        Rule::TokenUsed => "causes-token-used",
        Rule::RenewalTold => "causes-renewal-told",
        _ => return None,
    })
}

/// The text key of a rule without a subject. Some rules have a different text for that, under their key with `-all`.
fn plain_key(rule: Rule) -> &'static str {
    match rule {
        Rule::MarketMoves => "rule-market-moves-all",
        Rule::IncoherenceWeighs => "rule-incoherence-weighs-all",
        other => other.key(),
    }
}

/// The name of a special in the backlog or the product, which is that of its customer.
#[must_use]
pub fn work_name(text: &Teller, state: &State, id: WorkId) -> String {
    state.works.get(&id).map_or_else(String::new, |work| customer_name(text, state, work.customer))
}

/// Who decided.
#[must_use]
pub fn by(text: &Text, by: By) -> String {
    match by {
        By::Product => text.get("seat-product"),
        By::Sales => text.get("seat-sales"),
        By::Both => text.get("by-both"),
        By::Ceo(side) => text.with("by-ceo", &[("seat", &seat(text, side))]),
        By::House => text.get("by-house"),
        By::Reform(changed) => reform(text, changed),
        By::Autopilot => text.get("by-autopilot"),
    }
}

/// A phase.
#[must_use]
pub fn phase(text: &Text, phase: Phase) -> String {
    text.get(match phase {
        Phase::Briefing => "phase-briefing",
        Phase::Plan => "phase-plan",
        Phase::Table => "phase-table",
        Phase::Close => "phase-close",
        Phase::Review => "phase-review",
        Phase::Ended => "phase-ended",
    })
}

/// The name of a team, which says so if it played again from a quarter on and knew what would come.
#[must_use]
pub fn team_name(text: &Teller, name: &str, again_from: Option<Quarter>) -> String {
    let name = letters::shown(name);
    let again = |quarter| text.with("team-again", &[("team", &name), ("quarter", &quarter_name(text, quarter))]);
    again_from.map_or_else(|| name.clone(), again)
}
