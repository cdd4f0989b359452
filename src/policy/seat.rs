//! Turns the wishes of a policy into one command of a seat at a step.

use super::{Policy, craft};
use crate::ids::{DealId, Seat};
use crate::sight::Sight;
use crate::sim::{Answer, Command, Evidence, Game, House, ProductPlan, Response, SalesPlan, Step, check};

/// What a policy does at a step; `None` when the run is over.
#[must_use]
pub fn command(policy: &dyn Policy, game: &Game, step: &Step) -> Option<Command> {
    Some(match *step {
        Step::ReadBriefing(seat) | Step::ReadReview(seat) => Command::Read { seat },
        Step::Plan(Seat::Product) => Command::PlanProduct(product_plan(policy, &Sight::of(game, Seat::Product))),
        Step::Plan(Seat::Sales) => Command::PlanSales(sales_plan(policy, &Sight::of(game, Seat::Sales))),
        Step::House(seat) => Command::SignHouse { seat, house: house(policy, game, seat) },
        Step::Stance(seat, deal) => {
            let stance = wanted(policy, &Sight::of(game, seat), deal).response;
            Command::TakeStance { seat, deal, stance }
        }
        Step::Answer(seat, deal) => answer(policy, game, seat, deal),
        Step::Predict(seat) => Command::Predict { seat, range: craft::predict(game) },
        Step::Debrief => return None,
    })
}

fn product_plan(policy: &dyn Policy, sight: &Sight) -> ProductPlan {
    let mut moves = Vec::new();
    for wish in policy.product_moves(sight) {
        if sight.product_can(&moves, wish) {
            moves.push(wish);
        }
    }
    ProductPlan { allocation: policy.allocation(sight), moves }
}

fn sales_plan(policy: &dyn Policy, sight: &Sight) -> SalesPlan {
    let (mut moves, mut pushes) = (Vec::new(), Vec::new());
    for wish in policy.sales_moves(sight) {
        if sight.sales_can(&moves, wish) {
            moves.push(wish);
        }
    }
    for wish in policy.pushes(sight) {
        if sight.push_can(&pushes, wish) {
            pushes.push(wish);
        }
    }
    SalesPlan { target: policy.target(sight), pushes, moves }
}

/// Signs the other side's quadrant if there is one, since small asks are not worth a conflict; otherwise its own.
fn house(policy: &dyn Policy, game: &Game, seat: Seat) -> House {
    let other = game.state().turn.house_signed.get(seat.other());
    let sight = Sight::table(game);
    other.unwrap_or_else(|| {
        let mut house = policy.house(&sight);
        for answer in &mut house.answers {
            let alone = House { answers: [*answer; 4] };
            if !sight.allows(&alone) {
                *answer = Response::PaidExtension;
            }
        }
        house
    })
}

/// The best possible answer, with evidence if the policy uses it.
fn wanted(policy: &dyn Policy, sight: &Sight, deal: DealId) -> Answer {
    let wishes = sight.request(deal).map(|request| policy.answers(sight, &request)).unwrap_or_default();
    let fallback = [Response::Decline, Response::BuildAsAsked, Response::PaidExtension];
    let response = wishes.into_iter().chain(fallback).find(|&response| sight.open(deal, response));
    let mut answer = sight.bare(response.unwrap_or(Response::Decline));
    if policy.defends() {
        answer.defence = sight.defence(deal, &answer);
    }
    answer
}

/// Signs what the other side signed if that is acceptable, otherwise its own answer. If both insist, it asks the CEO.
fn answer(policy: &dyn Policy, game: &Game, seat: Seat, deal: DealId) -> Command {
    let own = wanted(policy, &Sight::of(game, seat), deal);
    let Some(ask) = game.state().deals.get(&deal).and_then(|deal| deal.ask.as_ref()) else {
        return Command::SignAnswer { seat, deal, answer: own };
    };
    // Evidence or a budget that it counted on may have been used for another card since it was signed.
    let possible = |answer: &Answer| check::answer(game.scenario(), game.state(), deal, answer).is_ok();
    let (mine, other) = (ask.signed.get(seat), ask.signed.get(seat.other()).filter(possible));
    match other {
        Some(answer) if acceptable(policy, game, seat, deal, &answer) => Command::SignAnswer { seat, deal, answer },
        Some(_) if mine.is_some() && check::escalate(game.state(), deal).is_ok() => Command::Escalate { seat, deal },
        Some(answer) if mine.is_some() => Command::SignAnswer { seat, deal, answer },
        _ => Command::SignAnswer { seat, deal, answer: own },
    }
}

/// A counter-offer: another possible answer it would sign, if the other side signed an unacceptable one. Never a no,
/// which would not be a compromise.
pub(super) fn offer(policy: &dyn Policy, game: &Game, seat: Seat, deal: DealId) -> Option<Answer> {
    let signed = &game.state().deals.get(&deal)?.ask.as_ref()?.signed;
    let (mine, theirs) = ((*signed.get(seat))?, (*signed.get(seat.other()))?);
    if acceptable(policy, game, seat, deal, &theirs) {
        return None;
    }
    let sight = Sight::of(game, seat);
    let wishes = policy.answers(&sight, &sight.request(deal)?);
    let known = [mine.response, Response::Decline];
    let other = wishes.into_iter().find(|&wish| !known.contains(&wish) && sight.open(deal, wish))?;
    Some(sight.bare(other))
}

/// Whether it would sign an answer itself, or the other side has fitting evidence for it and the policy listens.
fn acceptable(policy: &dyn Policy, game: &Game, seat: Seat, deal: DealId, answer: &Answer) -> bool {
    let sight = Sight::of(game, seat);
    let evidence = |kind: Evidence| sight.defence(deal, answer) == Some(kind);
    let wishes = sight.request(deal).map(|request| policy.answers(&sight, &request)).unwrap_or_default();
    wishes.contains(&answer.response) || policy.listens() && answer.defence.is_some_and(evidence)
}
