//! The table: the house quadrant, the cards, two signatures, the CEO.

use super::close_when_foreseen;
use super::turn::Turn;
use crate::ids::{DealId, DecisionId, Seat};
use crate::sim::check::{self, token_stock};
use crate::sim::dice::Purpose;
use crate::sim::formula::{CeoLeaning, fits};
use crate::sim::{
    Answer, Ask, By, Cause, Cell, DecisionKind, Event, Fact, House, Phase, Quantity, Refusal, Response, Rule, Settled,
    Subject,
};

/// How Sales can honour a promise made before asking, in order of preference.
const OWED: [Response; 2] = [Response::BuildAsAsked, Response::PaidExtension];

/// A seat signs a house quadrant; once both sign the same one, it is in force and answers the small asks.
pub(super) fn sign_house(turn: &mut Turn, seat: Seat, house: House) {
    turn.emit(Event::HouseSigned(seat, house));
    if *turn.state().turn.house_signed.get(seat.other()) != Some(house) {
        return;
    }
    let decision = turn.decide(By::Both, DecisionKind::House(house));
    turn.emit(Event::HouseSettled(house, decision));
    for deal in turn.state().turn.small_asks.clone() {
        answer_small(turn, deal, house, decision);
    }
    close_when_done(turn);
}

/// A small ask is answered by what covers it, else by the standing answer of its cell, else by what the reforms allow.
fn answer_small(turn: &mut Turn, id: DealId, house: House, decision: DecisionId) {
    let Some(deal) = turn.state().deals.get(&id) else { return };
    let Some(ask) = &deal.ask else { return };
    let engineering = turn.get(Quantity::Engineering);
    let cell = Cell::of(ask.effort_estimate, ask.alignment_estimate, engineering, &turn.scenario().rules);
    let wanted = if check::covers(turn.state(), ask) { Response::AlreadyHave } else { house.answer(cell) };
    let open = |response| {
        check::response(turn.state(), deal, ask, response)
            .and_then(|()| check::budget(turn.scenario(), turn.state(), deal, ask, response))
    };
    let (response, by) = match open(wanted) {
        Ok(()) => (wanted, By::House),
        Err(Refusal::BoundByPromise) => {
            (OWED.into_iter().find(|&owed| open(owed).is_ok()).unwrap_or(OWED[0]), By::Sales)
        }
        Err(refusal) => (Response::Decline, reform_behind(refusal)),
    };
    settle(turn, id, Answer::plain(response), by, Some(decision));
}

/// Who gets the credit for a refusal: a reform's no is not one side's no to the other.
fn reform_behind(refusal: Refusal) -> By {
    match refusal {
        Refusal::OverBudget { .. } => By::Reform(crate::sim::Reform::SpecialsBudget),
        Refusal::PaidOnly => By::Reform(crate::sim::Reform::PaidOnly),
        _ => By::House,
    }
}

/// A seat takes its stance. Once both have, the stances are shown and sales learns product's estimate.
pub(super) fn take_stance(turn: &mut Turn, seat: Seat, deal: DealId, stance: Response) {
    turn.emit(Event::StanceTaken(seat, deal, stance));
    let revealed = ask(turn, deal).is_some_and(|ask| ask.stances.get(seat.other()).is_some());
    if revealed {
        turn.emit(Event::StancesRevealed(deal));
        turn.emit(Event::Learned(Seat::Sales, Fact::Estimate(deal)));
    }
}

/// A seat signs an answer; once both sign the same one, it is in force.
pub(super) fn sign_answer(turn: &mut Turn, seat: Seat, deal: DealId, answer: Answer) {
    turn.emit(Event::AnswerSigned(seat, deal, answer));
    if ask(turn, deal).is_some_and(|ask| *ask.signed.get(seat.other()) == Some(answer)) {
        decide(turn, deal, answer, By::Both);
        close_when_done(turn);
    }
}

/// The CEO decides between the two sides by cash, evidence and mood. Asking the CEO costs trust.
pub(super) fn escalate(turn: &mut Turn, seat: Seat, id: DealId) {
    turn.emit(Event::Escalated(seat, id));
    let Some(deal) = turn.state().deals.get(&id) else { return };
    let Some(ask) = &deal.ask else { return };
    let [Some(product), Some(sales)] = [Seat::Product, Seat::Sales].map(|seat| check::side(turn.state(), ask, seat))
    else {
        return;
    };
    let die = turn.dice().roll(Purpose::Ceo, turn.state().quarter.0, id.0).unit();
    let leaning = CeoLeaning::of(turn.scenario(), turn.state(), deal, &product, &sales);
    let sides_with_sales = die < leaning.for_sales();
    let (first, second) = if sides_with_sales { (Seat::Sales, Seat::Product) } else { (Seat::Product, Seat::Sales) };
    let of = |seat: Seat| if seat == Seat::Sales { sales } else { product };
    // If one side's answer is not possible, the other side wins. If neither is, the answer is no, or whatever Sales
    // owes because of a promise.
    let owed = OWED.map(|owed| (Seat::Sales, Answer::plain(owed)));
    let no = (Seat::Product, Answer::plain(Response::Decline));
    let (side, answer) = [first, second]
        .into_iter()
        .map(|seat| (seat, of(seat)))
        .chain([no])
        .chain(owed)
        .find(|(_, answer)| check::answer(turn.scenario(), turn.state(), id, answer).is_ok())
        .unwrap_or(no);
    let decision = decide(turn, id, answer, By::Ceo(side));
    let cause = Cause::rule(Rule::Escalation).about(Subject::Deal(id)).by(Some(decision));
    turn.change(Quantity::Trust, -turn.scenario().rules.trust_escalation, cause);
    close_when_done(turn);
}

fn decide(turn: &mut Turn, deal: DealId, answer: Answer, by: By) -> DecisionId {
    let decision = turn.decide(by, DecisionKind::Answer(deal, answer));
    settle(turn, deal, answer, by, Some(decision));
    decision
}

/// Puts an answer in force, spends its token, and claims its share of a specials budget.
fn settle(turn: &mut Turn, id: DealId, answer: Answer, by: By, decision: Option<DecisionId>) {
    let Some(deal) = turn.state().deals.get(&id) else { return };
    let Some(ask) = &deal.ask else { return };
    let (scenario, state) = (turn.scenario(), turn.state());
    let defended = answer.defence.is_some_and(|evidence| fits(scenario, state, deal, &answer, evidence));
    let claim = check::claim(scenario, state, deal, ask, answer.response);
    if let Some(evidence) = answer.defence {
        let cause = Cause::rule(Rule::TokenUsed).about(Subject::Deal(id)).by(decision);
        turn.change(token_stock(evidence), -1.0, cause);
    }
    turn.emit(Event::Answered(id, Settled { answer, by, decision, defended }));
    turn.emit(Event::BudgetClaimed(claim));
}

fn close_when_done(turn: &mut Turn) {
    let state = turn.state();
    let open = state.cards().iter().any(|&deal| ask(turn, deal).is_some_and(|ask| ask.answer.is_none()));
    if state.turn.house_settled && !open {
        turn.emit(Event::PhaseBegan(Phase::Close));
        close_when_foreseen(turn);
    }
}

fn ask<'a>(turn: &'a Turn, deal: DealId) -> Option<&'a Ask> {
    turn.state().deals.get(&deal)?.ask.as_deref()
}
