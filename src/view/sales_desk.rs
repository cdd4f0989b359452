//! The Sales Lead's desk: pipeline by expected close, quota, renewals, target mix, pushes, moves.

use schemars::JsonSchema;
use serde::Serialize;

use super::past::goes_on;
use super::prospect::{champion, competitor, fit};
use super::{MoveOption, move_effects, stake};
use crate::ids::{CustomerId, DealId, Seat};
use crate::scenario::Pay;
use crate::sight::{Band, Sight};
use crate::sim::check;
use crate::sim::formula::{SECOND_ACCELERATOR, decline_factor, pay, price, win_rate};
use crate::sim::{ATTENTION, Customer, Deal, Fact, Game, Name, PUSHES, Quantity, Response, SalesMove, SalesPlan};
use crate::text::{self, Teller, Unit, quarter_name};

/// Renewals to show.
const RENEWALS: usize = 6;

/// The desk.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct SalesDesk {
    /// Columns of the pipeline board.
    pub columns: Vec<PipelineColumn>,
    /// The many small deals, in words.
    pub run_rate: String,
    /// This quarter's quota.
    pub quota: String,
    /// The quota as a bar.
    pub bar: QuotaBar,
    /// What the Sales Lead is paid for this quarter, in words.
    pub pay: String,
    /// Commission so far.
    pub commission: String,
    /// The largest customers that renew this quarter.
    pub renewals: Vec<Renewal>,
    /// Target mix.
    pub target: Vec<TargetRow>,
    /// Percentage points of the target not assigned yet.
    pub left: i16,
    /// Push tokens left.
    pub pushes: usize,
    /// Attention points left.
    pub attention: u8,
    /// Attention points per quarter.
    pub attention_all: u8,
    /// Moves that can be chosen.
    pub moves: Vec<MoveOption<SalesMove>>,
    /// In the last quarter: what the target means for the echo year.
    pub goes_on: Option<String>,
    /// Why the plan cannot be signed.
    pub why_not: Option<String>,
}

/// Standard deviations around the mean that contain four out of five results.
const LIKELY: f64 = 1.28;

/// The quota, what the pipeline is likely to bring this quarter, and where commission accelerates.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct QuotaBar {
    /// The quota, in dollars.
    pub quota: f64,
    /// Likely bookings this quarter, in dollars. The low end is for declining every special, the high end for building
    /// all.
    pub likely: Band,
    /// Bookings from which commission accelerates; empty if pay has no accelerator.
    pub marks: Vec<Accelerator>,
    /// The same in words.
    pub line: String,
}

/// Bookings from which commission accelerates.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Accelerator {
    /// Bookings, in dollars.
    pub from: f64,
    /// The share of the quota and the factor, in words.
    pub name: String,
}

/// A column of the pipeline board: the named deals that close at the same time.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct PipelineColumn {
    /// Its name.
    pub name: String,
    /// The deals, the largest first.
    pub deals: Vec<DealCard>,
}

/// A named deal.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct DealCard {
    /// Its id.
    pub deal: DealId,
    /// The prospect.
    pub customer: String,
    /// Who they are; empty for ordinary deals.
    pub about: String,
    /// ARR.
    pub arr: String,
    /// Segment.
    pub segment: String,
    /// What they ask for; empty if nothing.
    pub ask: String,
    /// Strength of the champion, in words.
    pub champion: String,
    /// What was heard about the competitor; empty without an ask.
    pub competitor: String,
    /// True fit in words, if qualified.
    pub fit: Option<String>,
    /// Whether product may call them.
    pub consent: bool,
    /// Push tokens in the draft.
    pub pushes: usize,
    /// Push tokens from earlier quarters.
    pub pushed_before: usize,
    /// Why no push token can be added.
    pub why_not_push: Option<String>,
}

/// A renewal of the quarter.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Renewal {
    /// The customer.
    pub customer: CustomerId,
    /// Its name.
    pub name: String,
    /// ARR.
    pub arr: String,
    /// Segment.
    pub segment: String,
    /// Whether a promise to it is late.
    pub let_down: bool,
}

/// A segment in the target mix.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct TargetRow {
    /// Its name.
    pub name: String,
    /// Who they are.
    pub about: String,
    /// Target in percent.
    pub percent: u8,
    /// The market's share without steering, in percent.
    pub market: String,
}

/// Makes the desk from a draft of the plan.
#[must_use]
pub fn sales_desk(game: &Game, text: &Teller, draft: &SalesPlan) -> SalesDesk {
    let state = game.state();
    let sum: i16 = draft.target.iter().map(|&share| i16::from(share)).sum();
    let spent: u8 = draft.moves.iter().map(|made| made.cost()).sum();
    let refused = game.check(&crate::sim::Command::PlanSales(draft.clone())).err();
    SalesDesk {
        columns: columns(game, text, draft),
        run_rate: run_rate(game, text),
        quota: text::dollars(text, state.get(Quantity::Quota)),
        bar: bar(game, text, draft),
        pay: paid_for(game, text),
        commission: text::dollars(text, state.get(Quantity::Commission)),
        renewals: renewals(game, text),
        target: target(text, draft),
        left: 100 - sum,
        pushes: PUSHES.saturating_sub(draft.pushes.len()),
        attention: ATTENTION.saturating_sub(spent),
        attention_all: ATTENTION,
        moves: moves(game, text, draft),
        goes_on: goes_on(game, text, "plan-goes-on-target"),
        why_not: refused.map(|refusal| text::refusal(text, state, &refusal)),
    }
}

fn columns(game: &Game, text: &Teller, draft: &SalesPlan) -> Vec<PipelineColumn> {
    let state = game.state();
    let now = state.quarter;
    let in_column = |pick: &dyn Fn(&Deal) -> bool| {
        let mut deals: Vec<&Deal> = state.open_deals().filter(|deal| deal.named && pick(deal)).collect();
        deals.sort_by_key(|deal| -deal.arr.0);
        deals.into_iter().map(|deal| deal_card(game, text, draft, deal)).collect()
    };
    let named = |key: &str, quarter| text.with(key, &[("quarter", &quarter_name(text, quarter))]);
    vec![
        PipelineColumn { name: named("column-now", now), deals: in_column(&|deal| deal.closes == now) },
        PipelineColumn {
            name: named("column-next", now.plus(1)),
            deals: in_column(&|deal| deal.closes == now.plus(1)),
        },
        PipelineColumn { name: text.get("column-later"), deals: in_column(&|deal| deal.closes > now.plus(1)) },
    ]
}

fn deal_card(game: &Game, text: &Teller, draft: &SalesPlan, deal: &Deal) -> DealCard {
    let state = game.state();
    let about = match deal.name {
        Name::Card(id) => text.scenario().specials.get(id.index()).map(|card| card.about.clone()),
        Name::Words(..) => None,
    };
    let refused = check::push(state, &draft.pushes, deal.id).err();
    DealCard {
        deal: deal.id,
        customer: text::name(text, deal.name),
        about: about.unwrap_or_default(),
        arr: text::dollars(text, deal.arr.f64()),
        segment: text.scenario().segments[deal.segment.index()].name.clone(),
        ask: text::ask_name(text, state, deal.id),
        champion: champion(text, deal),
        competitor: deal.ask.as_ref().map_or_else(String::new, |ask| competitor(text, deal, ask)),
        fit: Sight::of(game, Seat::Sales).knows(Fact::Fit(deal.id)).then(|| fit(text, deal.fit)),
        consent: deal.consent || draft.moves.contains(&SalesMove::BringProductIn(deal.id)),
        pushes: draft.pushes.iter().filter(|&&other| other == deal.id).count(),
        pushed_before: deal.pushes.into(),
        why_not_push: refused.map(|refusal| text::refusal(text, state, &refusal)),
    }
}

fn run_rate(game: &Game, text: &Teller) -> String {
    let state = game.state();
    let due = state.due_deals().filter(|deal| !deal.named);
    let (count, arr) = due.fold((0_usize, 0.0), |(count, arr), deal| (count + 1, arr + deal.arr.f64()));
    text.with("run-rate", &[("count", &count), ("arr", &text::dollars(text, arr))])
}

/// Expected bookings of the deals closing this quarter, with the draft's pushes and discounts: mean and standard
/// deviation if every special gets the win factor `answer`.
fn brings(game: &Game, draft: &SalesPlan, answer: f64) -> (f64, f64) {
    let (scenario, state) = (game.scenario(), game.state());
    let (mut mean, mut variance) = (0.0, 0.0);
    for deal in state.due_deals() {
        let pushes = draft.pushes.iter().filter(|&&other| other == deal.id).count();
        let discounted = draft.moves.contains(&SalesMove::Discount(deal.id));
        let pushes = deal.pushes.saturating_add(u8::try_from(pushes).unwrap_or(u8::MAX));
        let planned = Deal { ask: None, pushes, ..deal.clone() };
        // The special has no answer yet.
        let answered = if deal.ask.is_some() { answer } else { 1.0 };
        let lift = if discounted { scenario.rules.win_discount * answered } else { answered };
        let chance = (win_rate(scenario, state, &planned) * lift).min(scenario.rules.win_max);
        let arr = price(&scenario.rules, deal.arr.f64(), discounted, false);
        mean += arr * chance;
        variance += arr * arr * chance * (1.0 - chance);
    }
    (mean, libm::sqrt(variance))
}

fn bar(game: &Game, text: &Teller, draft: &SalesPlan) -> QuotaBar {
    let rules = &game.scenario().rules;
    let declined = decline_factor(rules, true, true, false);
    let built = Response::BuildAsAsked.terms(rules).win;
    let ((least, below), (most, above)) = (brings(game, draft, declined), brings(game, draft, built));
    let quota = game.state().get(Quantity::Quota);
    let likely = Band { low: (least - LIKELY * below).max(0.0), high: most + LIKELY * above };
    let shown = text::range(text, Unit::Dollars, likely.low, likely.high);
    QuotaBar {
        quota,
        likely,
        marks: accelerators(game)
            .into_iter()
            .map(|(share, factor)| Accelerator { from: share * quota, name: mark(text, share, factor) })
            .collect(),
        line: text.with("quota-line", &[("quota", &text::dollars(text, quota)), ("likely", &shown)]),
    }
}

/// Shares of the quota from which commission accelerates, each with its factor.
fn accelerators(game: &Game) -> Vec<(f64, f64)> {
    let rules = &game.scenario().rules;
    match pay(game.scenario(), game.state(), Seat::Sales) {
        Pay::Bookings => vec![(1.0, rules.accelerator_1), (SECOND_ACCELERATOR, rules.accelerator_2)],
        Pay::RetainedArr | Pay::Outcomes => Vec::new(),
    }
}

/// `100 % · ×1.5`
fn mark(text: &Teller, share: f64, factor: f64) -> String {
    text.with("quota-mark", &[("share", &text::percent(text, share)), ("factor", &text::decimal(text, factor))])
}

fn paid_for(game: &Game, text: &Teller) -> String {
    let scenario = game.scenario();
    let rules = &scenario.rules;
    let rate = Unit::Percent.write(text, rules.commission);
    match pay(scenario, game.state(), Seat::Sales) {
        Pay::Bookings => text.with(
            "pay-bookings",
            &[
                ("rate", &rate),
                ("first", &text::decimal(text, rules.accelerator_1)),
                ("second", &text::decimal(text, rules.accelerator_2)),
            ],
        ),
        Pay::RetainedArr => text.with("pay-retained", &[("rate", &rate)]),
        Pay::Outcomes => {
            text.with("pay-outcomes", &[("bonus", &text::dollars(text, scenario.roles.sales.bonus as f64))])
        }
    }
}

/// The largest customers that renew this quarter, those that were let down first.
fn renewing(game: &Game) -> impl Iterator<Item = &Customer> {
    let state = game.state();
    let mut due: Vec<_> = state.customers.values().filter(|customer| customer.renews == state.quarter).collect();
    due.sort_by_key(|customer| (customer.let_down.is_none(), -customer.arr.0));
    due.into_iter().take(RENEWALS)
}

fn renewals(game: &Game, text: &Teller) -> Vec<Renewal> {
    renewing(game)
        .map(|customer| Renewal {
            customer: customer.id,
            name: text::name(text, customer.name),
            arr: text::dollars(text, customer.arr.f64()),
            segment: text.scenario().segments[customer.segment.index()].name.clone(),
            let_down: customer.let_down.is_some(),
        })
        .collect()
}

fn target(text: &Teller, draft: &SalesPlan) -> Vec<TargetRow> {
    let row = |(i, segment): (usize, &crate::scenario::Segment)| TargetRow {
        name: segment.name.clone(),
        about: segment.about.clone(),
        percent: draft.target.get(i).copied().unwrap_or(0),
        market: text::percent(text, segment.market_share),
    };
    text.scenario().segments.iter().enumerate().map(row).collect()
}

fn moves(game: &Game, text: &Teller, draft: &SalesPlan) -> Vec<MoveOption<SalesMove>> {
    let state = game.state();
    candidates(game)
        .into_iter()
        .map(|made| {
            let chosen = draft.moves.contains(&made);
            let refused = check::sales_move(state, &draft.moves, made).err().filter(|_| !chosen);
            let (effects, gives) = move_effects::sales(game, text, made);
            MoveOption {
                made,
                id: text::sales_move_id(made),
                kind: text::sales_move_kind(text, made),
                target: text::sales_move_target(text, state, made),
                stake: stake::sales(game, text, made),
                title: text::sales_move(text, state, made),
                about: text::sales_move_about(text, made),
                effects,
                gives,
                door: None,
                cost: made.cost(),
                chosen,
                why_not: refused.map(|refusal| text::refusal(text, state, &refusal)),
            }
        })
        .collect()
}

fn candidates(game: &Game) -> Vec<SalesMove> {
    let state = game.state();
    let mut named: Vec<&Deal> = state.open_deals().filter(|deal| deal.named).collect();
    named.sort_by_key(|deal| (deal.closes, -deal.arr.0));
    let mut all = vec![
        SalesMove::SharePipeline,
        SalesMove::CoachReps,
        SalesMove::ProspectIcp,
        SalesMove::RepriceOffStrategy,
        SalesMove::SupportPaper,
        SalesMove::BlockPaper,
    ];
    let of = |open: &dyn Fn(&Deal) -> bool, made: fn(DealId) -> SalesMove| -> Vec<SalesMove> {
        named.iter().filter(|deal| open(deal)).map(|deal| made(deal.id)).collect()
    };
    all.extend(of(&|deal| !deal.consent, SalesMove::BringProductIn));
    all.extend(of(&|deal| !Sight::of(game, Seat::Sales).knows(Fact::Fit(deal.id)), SalesMove::Qualify));
    all.extend(of(&|deal| deal.ask.is_some() && deal.prepromised.is_none(), SalesMove::PrePromise));
    all.extend(of(&|deal| deal.discount.is_none(), SalesMove::Discount));
    all.extend(renewing(game).map(|customer| SalesMove::SaveRenewal(customer.id)));
    all
}
