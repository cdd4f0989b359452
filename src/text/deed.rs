//! The words for what people do: moves, reforms, decisions.

use super::label::{customer_name, deal_name, reform, response, work_name};
use super::{Text, count, percent};
use crate::scenario::Scenario;
use crate::sim::{Decision, DecisionKind, ProductMove, Reform, SalesMove, State};

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
pub fn product_move_about(text: &Text, scenario: &Scenario, made: ProductMove) -> String {
    let key = match made {
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
    };
    let what = match made {
        ProductMove::BoardPaper(wanted) => reform_about(text, scenario, wanted),
        _ => String::new(),
    };
    let streak = quarters(scenario.rules.threshold_quarters);
    text.with(key, &[("what", &what), ("tokens", &count(scenario.rules.board_tokens)), ("quarters", &streak)])
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
pub fn sales_move_about(text: &Text, scenario: &Scenario, made: SalesMove) -> String {
    let key = match made {
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
    };
    let rules = &scenario.rules;
    text.with(
        key,
        &[
            ("discount", &percent(rules.discount_share)),
            ("deals", &(rules.prospecting_deals as u32)),
            ("risk", &percent(1.0 - rules.save_factor)),
            ("quarters", &quarters(rules.threshold_quarters)),
        ],
    )
}

/// Quarters in a row, in words of the rules.
fn quarters(number: f64) -> String {
    count(libm::ceil(number))
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

/// What a reform does, in a sentence.
#[must_use]
pub fn reform_about(text: &Text, scenario: &Scenario, reform: Reform) -> String {
    let key = match reform {
        Reform::RetainedCommission => "reform-retained-commission-about",
        Reform::SpecialsBudget => "reform-specials-budget-about",
        Reform::PaidOnly => "reform-paid-only-about",
    };
    text.with(key, &[("share", &percent(scenario.rules.specials_budget))])
}
