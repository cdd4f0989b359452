//! The words for what people do: moves, reforms, decisions.

use super::label::{customer_name, deal_name, reform, reform_key, response, work_name};
use super::{Teller, Text, count, percent};
use crate::scenario::Pay;
use crate::sim::{Decision, DecisionKind, ProductMove, Reform, SalesMove, State};

/// The text key for a kind of Product Lead move.
fn product_key(made: ProductMove) -> &'static str {
    match made {
        ProductMove::FunnelReview => "move-funnel-review",
        ProductMove::ProspectCall(_) => "move-prospect-call",
        ProductMove::WinLoss => "move-win-loss",
        ProductMove::EnablementKit => "move-enablement-kit",
        ProductMove::PublishVision => "move-publish-vision",
        ProductMove::PublishStrategy => "move-publish-strategy",
        ProductMove::TrackSpecials => "move-track-specials",
        ProductMove::BoardPaper(_) => "move-board-paper",
        ProductMove::BoardPaperProductLed => "move-board-paper-product-led",
        ProductMove::Sunset(_) => "move-sunset",
    }
}

/// A stable id of a Product Lead move, for tests and widgets: `prospect-call-1001`.
#[must_use]
pub fn product_move_id(made: ProductMove) -> String {
    let number = match made {
        ProductMove::ProspectCall(deal) => Some(deal.0),
        ProductMove::Sunset(work) => Some(work.0),
        ProductMove::BoardPaper(wanted) => return reform_key(wanted).replace("reform-", "board-paper-"),
        _ => None,
    };
    id(product_key(made), number)
}

/// The target of a Product Lead move, as a name; empty if it has none.
#[must_use]
pub fn product_move_target(text: &Teller, state: &State, made: ProductMove) -> String {
    match made {
        ProductMove::ProspectCall(deal) => deal_name(text, state, deal),
        ProductMove::BoardPaper(wanted) => reform(text, wanted),
        ProductMove::Sunset(work) => work_name(text, state, work),
        _ => String::new(),
    }
}

/// A move of the Product Lead, as a title.
#[must_use]
pub fn product_move(text: &Teller, state: &State, made: ProductMove) -> String {
    text.with(product_key(made), &[("name", &product_move_target(text, state, made))])
}

/// The kind of a move of the Product Lead: its title without its target.
#[must_use]
pub fn product_move_kind(text: &Text, made: ProductMove) -> String {
    text.get(match made {
        ProductMove::ProspectCall(_) => "move-prospect-call-kind",
        ProductMove::BoardPaper(_) => "move-board-paper-kind",
        ProductMove::Sunset(_) => "move-sunset-kind",
        other => product_key(other),
    })
}

/// A key without `move-`, followed by the number of the target.
fn id(key: &str, number: Option<u32>) -> String {
    let kind = key.trim_start_matches("move-");
    number.map_or_else(|| kind.to_owned(), |number| format!("{kind}-{number}"))
}

/// What a move of the Product Lead does, in one sentence.
#[must_use]
pub fn product_move_about(text: &Teller, made: ProductMove) -> String {
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
        ProductMove::BoardPaper(wanted) => reform_about(text, wanted),
        _ => String::new(),
    };
    let streak = quarters(text.scenario().rules.threshold_quarters);
    text.with(key, &[("what", &what), ("tokens", &count(text.scenario().rules.board_tokens)), ("quarters", &streak)])
}

/// The text key for a kind of Sales Lead move.
fn sales_key(made: SalesMove) -> &'static str {
    match made {
        SalesMove::Qualify(_) => "move-qualify",
        SalesMove::BringProductIn(_) => "move-bring-product-in",
        SalesMove::CoachReps => "move-coach-reps",
        SalesMove::SharePipeline => "move-share-pipeline",
        SalesMove::PrePromise(_) => "move-pre-promise",
        SalesMove::Discount(_) => "move-discount",
        SalesMove::SaveRenewal(_) => "move-save-renewal",
        SalesMove::RepriceOffStrategy => "move-reprice",
        SalesMove::ProspectIcp => "move-prospect-icp",
        SalesMove::SupportPaper => "move-support-paper",
        SalesMove::BlockPaper => "move-block-paper",
    }
}

/// A stable id of a Sales Lead move, for tests and widgets: `discount-1001`.
#[must_use]
pub fn sales_move_id(made: SalesMove) -> String {
    let number = match made {
        SalesMove::Qualify(deal)
        | SalesMove::BringProductIn(deal)
        | SalesMove::PrePromise(deal)
        | SalesMove::Discount(deal) => Some(deal.0),
        SalesMove::SaveRenewal(customer) => Some(customer.0),
        _ => None,
    };
    id(sales_key(made), number)
}

/// The target of a Sales Lead move, as a name; empty if it has none.
#[must_use]
pub fn sales_move_target(text: &Teller, state: &State, made: SalesMove) -> String {
    match made {
        SalesMove::Qualify(deal)
        | SalesMove::BringProductIn(deal)
        | SalesMove::PrePromise(deal)
        | SalesMove::Discount(deal) => deal_name(text, state, deal),
        SalesMove::SaveRenewal(customer) => customer_name(text, state, customer),
        _ => String::new(),
    }
}

/// A move of the Sales Lead, as a title.
#[must_use]
pub fn sales_move(text: &Teller, state: &State, made: SalesMove) -> String {
    text.with(sales_key(made), &[("name", &sales_move_target(text, state, made))])
}

/// The kind of a move of the Sales Lead: its title without its target.
#[must_use]
pub fn sales_move_kind(text: &Text, made: SalesMove) -> String {
    text.get(match made {
        SalesMove::Qualify(_) => "move-qualify-kind",
        SalesMove::BringProductIn(_) => "move-bring-product-in-kind",
        SalesMove::PrePromise(_) => "move-pre-promise-kind",
        SalesMove::Discount(_) => "move-discount-kind",
        SalesMove::SaveRenewal(_) => "move-save-renewal-kind",
        other => sales_key(other),
    })
}

/// What a move of the Sales Lead does, in one sentence.
#[must_use]
pub fn sales_move_about(text: &Teller, made: SalesMove) -> String {
    let key = match made {
        SalesMove::Qualify(_) => "move-qualify-about",
        SalesMove::BringProductIn(_) => "move-bring-product-in-about",
        SalesMove::CoachReps => "move-coach-reps-about",
        SalesMove::SharePipeline => "move-share-pipeline-about",
        SalesMove::PrePromise(_) => "move-pre-promise-about",
        SalesMove::Discount(_) => "move-discount-about",
        SalesMove::SaveRenewal(_) => "move-save-renewal-about",
        SalesMove::RepriceOffStrategy => "move-reprice-about",
        SalesMove::ProspectIcp => "move-prospect-icp-about",
        SalesMove::SupportPaper => "move-support-paper-about",
        SalesMove::BlockPaper => "move-block-paper-about",
    };
    let rules = &text.scenario().rules;
    text.with(
        key,
        &[
            ("discount", &percent(text, rules.discount_share)),
            ("deals", &(rules.prospecting_deals as u32)),
            ("risk", &percent(text, 1.0 - rules.save_factor)),
            ("raise", &percent(text, rules.reprice_raise)),
            ("churn", &percent(text, rules.churn_reprice)),
            ("quarters", &quarters(rules.threshold_quarters)),
        ],
    )
}

/// A parameter in quarters as a whole number.
fn quarters(number: f64) -> String {
    count(libm::ceil(number))
}

/// A decision, on one line.
#[must_use]
pub fn decision(text: &Teller, state: &State, decision: &Decision) -> String {
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
            let parts: Vec<String> = text
                .scenario()
                .segments
                .iter()
                .zip(target)
                .map(|(segment, share)| format!("{} {}", segment.name, percent(text, f64::from(*share) / 100.0)))
                .collect();
            text.with("decision-target", &[("mix", &parts.join(", "))])
        }
        DecisionKind::Push(id) => text.with("decision-push", &[("name", &deal_name(text, state, *id))]),
        DecisionKind::Product(made) => product_move(text, state, *made),
        DecisionKind::Sales(made) => sales_move(text, state, *made),
        DecisionKind::House(house) => {
            let answers: Vec<String> = house.answers.iter().map(|&answer| response(text, answer)).collect();
            text.with("decision-house", &[("answers", &answers.join(" · "))])
        }
        DecisionKind::Answer(id, answer) => text.with(
            "decision-answer",
            &[("name", &deal_name(text, state, *id)), ("response", &response(text, answer.response))],
        ),
    }
}

/// What a reform changes, and for whom.
#[must_use]
pub fn reform_about(text: &Teller, reform: Reform) -> String {
    let (roles, rules) = (&text.scenario().roles, &text.scenario().rules);
    let bookings = |pay: Pay, key| (pay == Pay::Bookings).then_some(key);
    let keys = match reform {
        // Both leads lose a bonus on bookings if they have one.
        Reform::RetainedCommission => vec![
            bookings(roles.sales.pay, "reform-retained-commission-about"),
            bookings(roles.product.pay, "reform-retained-bonus-about"),
            Some("reform-retained-mix-about"),
        ],
        Reform::SpecialsBudget => vec![Some("reform-specials-budget-about")],
        Reform::PaidOnly => vec![Some("reform-paid-only-about")],
    };
    let (share, mix) = (percent(text, rules.specials_budget), percent(text, rules.retained_comp_mix));
    let asks = percent(text, 1.0 - rules.paid_only_asks);
    let told = |key| text.with(key, &[("share", &share), ("mix", &mix), ("asks", &asks)]);
    keys.into_iter().flatten().map(told).collect::<Vec<_>>().join(" ")
}
