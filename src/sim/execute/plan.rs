//! Resolving the two plans: what the leads do with their attention.

use super::{pipeline, turn::Turn};
use crate::ids::{DealId, DecisionId, Seat, WorkId};
use crate::sim::check::{self, token_stock};
use crate::sim::formula::{sunset_gain, upkeep_of};
use crate::sim::{
    By, Cause, DecisionKind, Event, Evidence, Fact, PaperFate, ProductMove, Quantity, Reform, Rule, SalesMove, Subject,
};

/// Resolves the plans once both are signed. Sales goes first, because some of product's moves need sales' consent.
pub(super) fn resolve_when_both_signed(turn: &mut Turn) {
    let plans = &turn.state().turn;
    let (Some(product), Some(sales)) = (plans.product_plan.clone(), plans.sales_plan.clone()) else { return };
    turn.decide(By::Sales, DecisionKind::Target(sales.target.clone()));
    turn.decide(By::Product, DecisionKind::Allocation(product.allocation));
    for deal in sales.pushes {
        turn.decide(By::Sales, DecisionKind::Push(deal));
        turn.emit(Event::Pushed(deal));
    }
    // Sharing comes last, so that it includes what sales found out this quarter.
    let (shared, before): (Vec<_>, Vec<_>) =
        sales.moves.into_iter().partition(|made| *made == SalesMove::SharePipeline);
    for made in before.into_iter().chain(shared) {
        let decision = turn.decide(By::Sales, DecisionKind::Sales(made));
        turn.emit(Event::SalesMoved(made, decision));
        sales_move(turn, made, decision);
    }
    for made in product.moves {
        let decision = turn.decide(By::Product, DecisionKind::Product(made));
        product_move(turn, made, decision);
    }
    pipeline::set_table(turn);
}

fn sales_move(turn: &mut Turn, made: SalesMove, decision: DecisionId) {
    let rules = &turn.scenario().rules;
    let by = |rule| Cause::rule(rule).by(Some(decision));
    match made {
        SalesMove::Qualify(deal) => turn.emit(Event::Learned(Seat::Sales, Fact::Fit(deal))),
        SalesMove::SharePipeline => {
            share_pipeline(turn);
            turn.change(Quantity::Trust, rules.trust_share, by(Rule::PipelineShared));
        }
        SalesMove::PrePromise(deal) => {
            turn.change(Quantity::Trust, -rules.trust_prepromise, by(Rule::PrePromise).about(Subject::Deal(deal)));
        }
        SalesMove::ProspectIcp => pipeline::open_prospected(turn),
        SalesMove::BringProductIn(_)
        | SalesMove::CoachReps
        | SalesMove::Discount(_)
        | SalesMove::SaveRenewal(_)
        | SalesMove::RepriceOffStrategy
        | SalesMove::SupportPaper
        | SalesMove::BlockPaper => {}
    }
}

/// What sales knows about the named deals becomes common knowledge, including fits it paid to find out.
fn share_pipeline(turn: &mut Turn) {
    let deals: Vec<DealId> = turn.state().open_deals().filter(|deal| deal.named).map(|deal| deal.id).collect();
    for deal in deals {
        let told =
            [Fact::Champion(deal), Fact::Competitor(deal), Fact::SalesNote(deal), Fact::Request(deal), Fact::Fit(deal)];
        for fact in told {
            if turn.state().knows(Seat::Sales, fact) {
                turn.emit(Event::Learned(Seat::Product, fact));
            }
        }
    }
}

fn product_move(turn: &mut Turn, made: ProductMove, decision: DecisionId) {
    let rules = &turn.scenario().rules;
    let by = |rule| Cause::rule(rule).by(Some(decision));
    if let ProductMove::ProspectCall(deal) = made
        && !turn.state().deals.get(&deal).is_some_and(|deal| deal.consent)
    {
        turn.emit(Event::CallRefused(deal, decision));
        return;
    }
    turn.emit(Event::ProductMoved(made, decision));
    match made {
        ProductMove::FunnelReview => review_funnel(turn),
        ProductMove::ProspectCall(deal) => call(turn, deal),
        ProductMove::PublishVision => {
            turn.change(Quantity::Vision, rules.vision_tokens, by(Rule::VisionPublished));
        }
        ProductMove::PublishStrategy => {
            turn.change(Quantity::Strategy, rules.strategy_tokens, by(Rule::StrategyPublished));
            turn.emit(Event::StrategyPublished);
        }
        ProductMove::BoardPaper(reform) => board_paper(turn, reform, decision),
        ProductMove::BoardPaperProductLed => {
            turn.change(Quantity::Trust, -rules.trust_product_led, by(Rule::ProductLedPaper));
            turn.emit(Event::PaperRejected(PaperFate::NotInMoney, decision));
        }
        ProductMove::Sunset(work) => sunset(turn, work, decision),
        // These take effect later: kept-up work when the quarter closes, tracking at the next briefing.
        ProductMove::WinLoss | ProductMove::EnablementKit | ProductMove::TrackSpecials => {}
    }
}

/// Product sees the requests of the named deals before they come to the table.
fn review_funnel(turn: &mut Turn) {
    let deals: Vec<DealId> =
        turn.state().open_deals().filter(|deal| deal.named && deal.ask.is_some()).map(|deal| deal.id).collect();
    for deal in deals {
        for fact in [Fact::Request(deal), Fact::Estimate(deal), Fact::ProductNote(deal)] {
            turn.emit(Event::Learned(Seat::Product, fact));
        }
    }
}

/// Both leads were in the room, so both know the result.
fn call(turn: &mut Turn, deal: DealId) {
    for seat in Seat::BOTH {
        for fact in [Fact::Request(deal), Fact::Need(deal), Fact::Dealbreaker(deal)] {
            turn.emit(Event::Learned(seat, fact));
        }
    }
}

/// A paper needs evidence (checked when signed) and sales' support. The evidence is used up only if the board adopts
/// it.
fn board_paper(turn: &mut Turn, reform: Reform, decision: DecisionId) {
    let rules = &turn.scenario().rules;
    let sales = |wanted: SalesMove| turn.state().turn.sales_moves.iter().find(|(made, _)| *made == wanted).copied();
    if let Some((_, blocked_by)) = sales(SalesMove::BlockPaper) {
        let cause = Cause::rule(Rule::PaperBlocked).by(Some(blocked_by));
        turn.change(Quantity::Trust, -rules.trust_block, cause);
        turn.emit(Event::PaperRejected(PaperFate::Blocked, decision));
    } else if sales(SalesMove::SupportPaper).is_none() {
        turn.emit(Event::PaperRejected(PaperFate::Unsupported, decision));
    } else {
        spend_evidence(turn, decision);
        let from = turn.state().quarter.plus(rules.board_delay as u8);
        turn.emit(Event::ReformAdopted(reform, from, decision));
    }
}

/// Uses up a paper's evidence, taking from each kind in proportion to its stock.
fn spend_evidence(turn: &mut Turn, decision: DecisionId) {
    let share = (turn.scenario().rules.board_tokens / check::tokens(turn.state()).max(f64::EPSILON)).min(1.0);
    for evidence in Evidence::ALL {
        let stock = token_stock(evidence);
        let spent = turn.get(stock) * share;
        turn.change(stock, -spent, Cause::rule(Rule::PaperWritten).by(Some(decision)));
    }
}

/// Upkeep goes away, part of the coherence comes back, and the customer is unhappy.
fn sunset(turn: &mut Turn, id: WorkId, decision: DecisionId) {
    let Some(work) = turn.state().works.get(&id).cloned() else { return };
    let cause = Cause::rule(Rule::Sunset).about(Subject::Work(id)).by(Some(decision));
    let (rules, engineering) = (&turn.scenario().rules, turn.get(Quantity::Engineering));
    let back = sunset_gain(rules, engineering, work.response, work.effort, work.alignment);
    let upkeep = upkeep_of(turn.state())(&work);
    turn.change_stored(Quantity::Upkeep, -upkeep, cause);
    turn.change(Quantity::Coherence, back, cause);
    turn.emit(Event::SpecialSunset(id, decision));
}
