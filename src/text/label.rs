//! The words for things of the rules: names, causes, decisions, reasons for a refusal.

use super::{Text, Value, quarter_name, weeks};
use crate::scenario::{Measure, Scenario};
use crate::sim::{
    AskText, By, Cause, CustomerId, DealId, Decision, DecisionKind, Evidence, Name, Phase, ProductMove, Quantity,
    Reform, Refusal, Response, Rule, SalesMove, Seat, State, Subject, WorkId,
};

/// The name of a customer or prospect.
#[must_use]
pub fn name(scenario: &Scenario, name: Name) -> String {
    match name {
        Name::Card(id) => scenario.specials.get(id.index()).map_or_else(String::new, |card| card.customer.clone()),
        Name::Words(first, second) => {
            let word = |words: &[String], i: u16| words.get(usize::from(i)).cloned().unwrap_or_default();
            format!("{} {}", word(&scenario.names.first, first), word(&scenario.names.second, second))
        }
    }
}

/// The name behind a deal.
#[must_use]
pub fn deal_name(scenario: &Scenario, state: &State, id: DealId) -> String {
    state.deals.get(&id).map_or_else(String::new, |deal| name(scenario, deal.name))
}

/// The name of a customer, also of one that left.
#[must_use]
pub fn customer_name(scenario: &Scenario, state: &State, id: CustomerId) -> String {
    let current = state.customers.get(&id).map(|customer| customer.name);
    current.or_else(|| state.former.get(&id).copied()).map_or_else(String::new, |known| name(scenario, known))
}

/// What a deal asks for, as a noun phrase.
#[must_use]
pub fn ask_name(scenario: &Scenario, state: &State, id: DealId) -> String {
    let text = state.deals.get(&id).and_then(|deal| deal.ask.as_ref()).map(|ask| ask.text);
    match text {
        Some(AskText::Card(card)) => scenario.specials.get(card.index()).map(|card| card.ask.clone()),
        Some(AskText::Template(template)) => {
            scenario.templates.get(template.index()).map(|template| template.ask.clone())
        }
        None => None,
    }
    .unwrap_or_default()
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
    text.get(match reform {
        Reform::RetainedCommission => "reform-retained-commission",
        Reform::SpecialsBudget => "reform-specials-budget",
        Reform::PaidOnly => "reform-paid-only",
    })
}

/// A named number.
#[must_use]
pub fn measure(text: &Text, measure: Measure) -> String {
    text.get(match measure {
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
    })
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
pub fn cause(text: &Text, scenario: &Scenario, state: &State, cause: &Cause) -> String {
    let about = match cause.subject {
        Some(Subject::Deal(id)) => deal_name(scenario, state, id),
        Some(Subject::Customer(id)) => customer_name(scenario, state, id),
        Some(Subject::Work(id)) => work_name(scenario, state, id),
        Some(Subject::News(id)) => scenario.events.get(id.index()).map(|news| news.title.clone()).unwrap_or_default(),
        Some(Subject::Gate(id)) => scenario.gates.get(id.index()).map(|gate| gate.title.clone()).unwrap_or_default(),
        None => String::new(),
    };
    if about.is_empty() {
        return match (cause.rule, cause.subject) {
            // A customer from before the start that left has no name any more.
            (rule, Some(Subject::Customer(_))) => text.with(rule.key(), &[("name", &text.get("somebody"))]),
            (rule, _) => text.get(plain_key(rule)),
        };
    }
    text.with(cause.rule.key(), &[("name", &about)])
}

/// Rules whose text without a subject differs have their own key with `-all`.
fn plain_key(rule: Rule) -> &'static str {
    match rule {
        Rule::MarketMoves => "rule-market-moves-all",
        Rule::IncoherenceWeighs => "rule-incoherence-weighs-all",
        other => other.key(),
    }
}

/// What a special in the backlog or the product is called.
#[must_use]
pub fn work_name(scenario: &Scenario, state: &State, id: WorkId) -> String {
    state.works.get(&id).map_or_else(String::new, |work| deal_name(scenario, state, work.deal))
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

/// A move of the Product Lead, as a title.
#[must_use]
pub fn product_move(text: &Text, scenario: &Scenario, state: &State, made: ProductMove) -> String {
    let named = |key: &str, name: String| text.with(key, &[("name", &name)]);
    match made {
        ProductMove::FunnelReview => text.get("move-funnel-review"),
        ProductMove::ProspectCall(id) => named("move-prospect-call", deal_name(scenario, state, id)),
        ProductMove::WinLoss => text.get("move-win-loss"),
        ProductMove::EnablementKit => text.get("move-enablement-kit"),
        ProductMove::PublishVision => text.get("move-publish-vision"),
        ProductMove::PublishStrategy => text.get("move-publish-strategy"),
        ProductMove::TrackSpecials => text.get("move-track-specials"),
        ProductMove::BoardPaper(wanted) => named("move-board-paper", reform(text, wanted)),
        ProductMove::BoardPaperProductLed => text.get("move-board-paper-product-led"),
        ProductMove::Sunset(id) => named("move-sunset", work_name(scenario, state, id)),
    }
}

/// What a move of the Product Lead does, in a sentence.
#[must_use]
pub fn product_move_about(text: &Text, made: ProductMove) -> String {
    text.get(match made {
        ProductMove::FunnelReview => "move-funnel-review-about",
        ProductMove::ProspectCall(_) => "move-prospect-call-about",
        ProductMove::WinLoss => "move-win-loss-about",
        ProductMove::EnablementKit => "move-enablement-kit-about",
        ProductMove::PublishVision => "move-publish-vision-about",
        ProductMove::PublishStrategy => "move-publish-strategy-about",
        ProductMove::TrackSpecials => "move-track-specials-about",
        ProductMove::BoardPaper(_) => "move-board-paper-about",
        ProductMove::BoardPaperProductLed => "move-board-paper-product-led-about",
        ProductMove::Sunset(_) => "move-sunset-about",
    })
}

/// A move of the Sales Lead, as a title.
#[must_use]
pub fn sales_move(text: &Text, scenario: &Scenario, state: &State, made: SalesMove) -> String {
    let named = |key: &str, name: String| text.with(key, &[("name", &name)]);
    match made {
        SalesMove::Qualify(id) => named("move-qualify", deal_name(scenario, state, id)),
        SalesMove::BringProductIn(id) => named("move-bring-product-in", deal_name(scenario, state, id)),
        SalesMove::CoachReps => text.get("move-coach-reps"),
        SalesMove::SharePipeline => text.get("move-share-pipeline"),
        SalesMove::PrePromise(id) => named("move-pre-promise", deal_name(scenario, state, id)),
        SalesMove::Discount(id) => named("move-discount", deal_name(scenario, state, id)),
        SalesMove::SaveRenewal(id) => named("move-save-renewal", customer_name(scenario, state, id)),
        SalesMove::ProspectIcp => text.get("move-prospect-icp"),
        SalesMove::SupportPaper => text.get("move-support-paper"),
        SalesMove::BlockPaper => text.get("move-block-paper"),
    }
}

/// What a move of the Sales Lead does, in a sentence.
#[must_use]
pub fn sales_move_about(text: &Text, made: SalesMove) -> String {
    text.get(match made {
        SalesMove::Qualify(_) => "move-qualify-about",
        SalesMove::BringProductIn(_) => "move-bring-product-in-about",
        SalesMove::CoachReps => "move-coach-reps-about",
        SalesMove::SharePipeline => "move-share-pipeline-about",
        SalesMove::PrePromise(_) => "move-pre-promise-about",
        SalesMove::Discount(_) => "move-discount-about",
        SalesMove::SaveRenewal(_) => "move-save-renewal-about",
        SalesMove::ProspectIcp => "move-prospect-icp-about",
        SalesMove::SupportPaper => "move-support-paper-about",
        SalesMove::BlockPaper => "move-block-paper-about",
    })
}

/// A decision, in a line.
#[must_use]
pub fn decision(text: &Text, scenario: &Scenario, state: &State, decision: &Decision) -> String {
    match &decision.kind {
        DecisionKind::Allocation(split) => text.with(
            "decision-allocation",
            &[
                ("roadmap", &split.roadmap),
                ("specials", &split.specials),
                ("repair", &split.repair),
                ("discovery", &split.discovery),
            ],
        ),
        DecisionKind::Target(target) => {
            let parts: Vec<String> = scenario
                .segments
                .iter()
                .zip(target)
                .map(|(segment, percent)| format!("{} {percent} %", segment.name))
                .collect();
            text.with("decision-target", &[("mix", &parts.join(", "))])
        }
        DecisionKind::Push(id) => text.with("decision-push", &[("name", &deal_name(scenario, state, *id))]),
        DecisionKind::Product(made) => product_move(text, scenario, state, *made),
        DecisionKind::Sales(made) => sales_move(text, scenario, state, *made),
        DecisionKind::House(house) => {
            let answers: Vec<String> = house.answers.iter().map(|&answer| response(text, answer)).collect();
            text.with("decision-house", &[("answers", &answers.join(" · "))])
        }
        DecisionKind::Answer(id, answer) => text.with(
            "decision-answer",
            &[("name", &deal_name(scenario, state, *id)), ("response", &response(text, answer.response))],
        ),
    }
}

/// Why something is refused: what is wrong, and what to do.
#[must_use]
pub fn refusal(text: &Text, scenario: &Scenario, state: &State, refusal: &Refusal) -> String {
    let key = refusal.key();
    let one = |name: &str, value: &dyn Value| text.with(key, &[(name, value)]);
    let tokens = |tenths: u16| format!("{:.1}", f64::from(tenths) / 10.0);
    match *refusal {
        Refusal::WrongPhase { now, needs } => {
            text.with(key, &[("now", &phase(text, now)), ("needs", &phase(text, needs))])
        }
        Refusal::AlreadySigned(who) => one("seat", &seat(text, who)),
        Refusal::SharesDoNotSum(sum) => one("sum", &u32::from(sum)),
        Refusal::NotAStep(share) => one("share", &share),
        Refusal::WrongSegments { given, needed } => text.with(key, &[("given", &given), ("needed", &needed)]),
        Refusal::NotEnoughAttention { needed, there } => text.with(key, &[("needed", &needed), ("there", &there)]),
        Refusal::TooManyPushes { allowed } | Refusal::TooManyPushesOnDeal { allowed } => one("allowed", &allowed),
        Refusal::NoSuchDeal(id)
        | Refusal::NotNamed(id)
        | Refusal::NothingAsked(id)
        | Refusal::QualifiedAlready(id)
        | Refusal::BroughtInAlready(id)
        | Refusal::PromisedAlready(id)
        | Refusal::NotOnTable(id) => one("name", &deal_name(scenario, state, id)),
        Refusal::NoSuchCustomer(id) | Refusal::NotDue(id) => one("name", &customer_name(scenario, state, id)),
        Refusal::NoSuchWork(id) => one("name", &work_name(scenario, state, id)),
        Refusal::StillFresh(kind) | Refusal::NoToken(kind) => one("evidence", &evidence(text, kind)),
        Refusal::NotEnoughEvidence { needed, there } => {
            text.with(key, &[("needed", &tokens(needed)), ("there", &tokens(there))])
        }
        Refusal::AdoptedAlready(changed) => one("reform", &reform(text, changed)),
        Refusal::NotStanding(wanted) => one("response", &response(text, wanted)),
        Refusal::DueOutOfRange { first, last } => {
            text.with(key, &[("first", &quarter_name(scenario, first)), ("last", &quarter_name(scenario, last))])
        }
        Refusal::OverBudget { left } => one("left", &weeks(f64::from(left))),
        Refusal::MoveTwice
        | Refusal::KnownAlready
        | Refusal::OnePaper
        | Refusal::SupportOrBlock
        | Refusal::HouseFirst
        | Refusal::Settled
        | Refusal::StancesFirst
        | Refusal::BoundByPromise
        | Refusal::NeedUnknown
        | Refusal::NothingCoversIt
        | Refusal::CoveredAlready
        | Refusal::DueWithoutPromise
        | Refusal::PaidOnly
        | Refusal::NothingToEscalate
        | Refusal::BadRange => text.get(key),
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
