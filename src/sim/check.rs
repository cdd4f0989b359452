//! Whether a command is allowed now, and why not. The single checks are public because screens use them to enable
//! buttons.

use super::command::Command;
use super::formula::answer_estimate;
use super::ledger::Quantity;
use super::moves::{
    ATTENTION, Allocation, PUSHES, PUSHES_PER_DEAL, ProductMove, ProductPlan, Reform, STEP, SalesMove, SalesPlan,
};
use super::refusal::Refusal;
use super::response::{Answer, Evidence, House, Response};
use super::step::predicts_early;
use super::{Ask, Deal, Fact, Phase, State, Work};
use crate::ids::{CustomerId, DealId, Quarter, Seat, WorkId};
use crate::scenario::Scenario;

/// How many quarters ahead a promise may be due, at most.
const LONGEST_PROMISE: u8 = 4;
/// How many quarters ahead a promise is due if no quarter was named.
const USUAL_PROMISE: u8 = 2;

type Check = Result<(), Refusal>;

/// Whether a command is allowed now.
///
/// # Errors
/// Why it is not allowed.
pub fn command(scenario: &Scenario, state: &State, command: &Command) -> Check {
    match command {
        Command::Read { seat } => read(state, *seat),
        Command::PlanProduct(plan) => product_plan(scenario, state, plan),
        Command::PlanSales(plan) => sales_plan(scenario, state, plan),
        Command::SignHouse { house, .. } => sign_house(scenario, state, house),
        Command::TakeStance { seat, deal, .. } => stance(state, *seat, *deal),
        Command::SignAnswer { deal, answer: signed, .. } => answer(scenario, state, *deal, signed),
        Command::Escalate { deal, .. } => escalate(state, *deal),
        Command::Predict { seat, range } => {
            if state.phase == Phase::Table {
                unless(!state.turn.house_settled, Refusal::HouseFirst)?;
                unless(!predicts_early(state, *seat), Refusal::StancesFirst)?;
            } else {
                phase(state, Phase::Close)?;
            }
            unless(state.turn.predictions.get(*seat).is_some(), Refusal::AlreadySigned(*seat))?;
            let sound = range.low.is_finite() && range.high.is_finite() && range.low <= range.high;
            unless(!sound, Refusal::BadRange)
        }
    }
}

fn unless(holds: bool, refusal: Refusal) -> Check {
    if holds { Err(refusal) } else { Ok(()) }
}

fn phase(state: &State, needs: Phase) -> Check {
    unless(state.phase != needs, Refusal::WrongPhase { now: state.phase, needs })
}

fn read(state: &State, seat: Seat) -> Check {
    if state.phase != Phase::Review {
        phase(state, Phase::Briefing)?;
    }
    unless(*state.turn.read.get(seat), Refusal::AlreadySigned(seat))
}

fn product_plan(scenario: &Scenario, state: &State, plan: &ProductPlan) -> Check {
    phase(state, Phase::Plan)?;
    unless(state.turn.product_plan.is_some(), Refusal::AlreadySigned(Seat::Product))?;
    allocation(plan.allocation)?;
    each(&plan.moves, |before, new| product_move(scenario, state, before, new))
}

fn sales_plan(scenario: &Scenario, state: &State, plan: &SalesPlan) -> Check {
    phase(state, Phase::Plan)?;
    unless(state.turn.sales_plan.is_some(), Refusal::AlreadySigned(Seat::Sales))?;
    target(scenario, &plan.target)?;
    each(&plan.pushes, |before, new| push(state, before, new))?;
    each(&plan.moves, |before, new| sales_move(state, before, new))
}

/// Checks each item against the ones before it.
fn each<T: Copy>(items: &[T], check: impl Fn(&[T], T) -> Check) -> Check {
    items.iter().enumerate().try_for_each(|(i, &item)| check(&items[..i], item))
}

/// Whether this is a valid split of engineering.
///
/// # Errors
/// The shares do not move in steps, or do not sum to 100.
pub fn allocation(allocation: Allocation) -> Check {
    shares(&allocation.shares())
}

/// Whether this is a valid target mix: one share per segment, in steps, with a sum of 100.
///
/// # Errors
/// Why it is not allowed.
pub fn target(scenario: &Scenario, target: &[u8]) -> Check {
    let (given, needed) = (target.len(), scenario.segments.len());
    unless(given != needed, Refusal::WrongSegments { given: clip(given), needed: clip(needed) })?;
    shares(target)
}

fn shares(shares: &[u8]) -> Check {
    if let Some(&odd) = shares.iter().find(|&&share| share % STEP != 0) {
        return Err(Refusal::NotAStep(odd));
    }
    let sum = shares.iter().map(|&share| u16::from(share)).sum();
    unless(sum != 100, Refusal::SharesDoNotSum(sum))
}

fn clip(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX)
}

/// Whether another push token can be put on a deal.
///
/// # Errors
/// Why it is not allowed.
pub fn push(state: &State, before: &[DealId], deal: DealId) -> Check {
    let there = usize::from(named_deal(state, deal)?.pushes);
    unless(before.len() >= PUSHES, Refusal::TooManyPushes { allowed: clip(PUSHES) })?;
    let on_it = before.iter().filter(|&&other| other == deal).count();
    unless(there + on_it >= PUSHES_PER_DEAL, Refusal::TooManyPushesOnDeal { allowed: clip(PUSHES_PER_DEAL) })
}

/// Whether the Product Lead can add a move after those in `before`.
///
/// # Errors
/// Why it is not allowed.
pub fn product_move(scenario: &Scenario, state: &State, before: &[ProductMove], new: ProductMove) -> Check {
    attention(before.iter().map(|made| made.cost()), new.cost())?;
    unless(before.contains(&new), Refusal::MoveTwice)?;
    match new {
        ProductMove::ProspectCall(id) => {
            let deal = named_deal(state, id)?;
            unless(deal.ask.is_none() && state.knows(Seat::Product, Fact::Request(id)), Refusal::NothingAsked(id))?;
            unless(state.knows(Seat::Product, Fact::Need(id)), Refusal::KnownAlready)
        }
        ProductMove::PublishVision => fresh(scenario, state, Evidence::Vision),
        ProductMove::PublishStrategy if !state.strategy_published => Ok(()),
        ProductMove::PublishStrategy => fresh(scenario, state, Evidence::Strategy),
        ProductMove::BoardPaper(reform) => {
            one_paper(before)?;
            unless(state.reforms.contains_key(&reform), Refusal::AdoptedAlready(reform))?;
            let there = tokens(state);
            let needed = scenario.rules.board_tokens;
            // Rounded down, so that slightly too little evidence is not displayed as enough.
            let tenths = |tokens: f64| libm::floor(tokens * 10.0) as u16;
            unless(there < needed, Refusal::NotEnoughEvidence { needed: tenths(needed), there: tenths(there) })
        }
        ProductMove::BoardPaperProductLed => one_paper(before),
        ProductMove::Sunset(id) => work(state, id).map(|_| ()),
        ProductMove::FunnelReview | ProductMove::WinLoss | ProductMove::EnablementKit | ProductMove::TrackSpecials => {
            Ok(())
        }
    }
}

/// Whether the Sales Lead can add a move after those in `before`.
///
/// # Errors
/// Why it is not allowed.
pub fn sales_move(state: &State, before: &[SalesMove], new: SalesMove) -> Check {
    attention(before.iter().map(|made| made.cost()), new.cost())?;
    unless(before.contains(&new), Refusal::MoveTwice)?;
    match new {
        SalesMove::Qualify(id) => {
            named_deal(state, id)?;
            unless(state.knows(Seat::Sales, Fact::Fit(id)), Refusal::QualifiedAlready(id))
        }
        SalesMove::BringProductIn(id) => {
            let deal = named_deal(state, id)?;
            unless(deal.consent, Refusal::BroughtInAlready(id))
        }
        SalesMove::PrePromise(id) => {
            let deal = named_deal(state, id)?;
            unless(deal.ask.is_none(), Refusal::NothingAsked(id))?;
            unless(deal.prepromised.is_some(), Refusal::PromisedAlready(id))
        }
        SalesMove::Discount(id) => {
            let deal = named_deal(state, id)?;
            unless(deal.discount.is_some(), Refusal::DiscountedAlready(id))
        }
        SalesMove::SaveRenewal(id) => renewal(state, id),
        SalesMove::SupportPaper => unless(before.contains(&SalesMove::BlockPaper), Refusal::SupportOrBlock),
        SalesMove::BlockPaper => unless(before.contains(&SalesMove::SupportPaper), Refusal::SupportOrBlock),
        SalesMove::CoachReps | SalesMove::SharePipeline | SalesMove::RepriceOffStrategy | SalesMove::ProspectIcp => {
            Ok(())
        }
    }
}

fn attention(before: impl Iterator<Item = u8>, new: u8) -> Check {
    let needed = before.sum::<u8>() + new;
    unless(needed > ATTENTION, Refusal::NotEnoughAttention { needed, there: ATTENTION })
}

fn named_deal(state: &State, id: DealId) -> Result<&Deal, Refusal> {
    let deal = state.deals.get(&id).filter(|deal| deal.outcome.is_none()).ok_or(Refusal::NoSuchDeal(id))?;
    if deal.named { Ok(deal) } else { Err(Refusal::NotNamed(id)) }
}

fn renewal(state: &State, id: CustomerId) -> Check {
    let customer = state.customers.get(&id).ok_or(Refusal::NoSuchCustomer(id))?;
    unless(customer.renews != state.quarter, Refusal::NotDue(id))
}

fn work(state: &State, id: WorkId) -> Result<&Work, Refusal> {
    state.works.get(&id).filter(|work| work.live()).ok_or(Refusal::NoSuchWork(id))
}

fn one_paper(before: &[ProductMove]) -> Check {
    let paper = |made: &ProductMove| matches!(made, ProductMove::BoardPaper(_) | ProductMove::BoardPaperProductLed);
    unless(before.iter().any(paper), Refusal::OnePaper)
}

/// Publishing again is refused while the last tokens can still defend a decision.
fn fresh(scenario: &Scenario, state: &State, evidence: Evidence) -> Check {
    unless(has_token(scenario, state, evidence), Refusal::StillFresh(evidence))
}

/// The ledger quantity that holds tokens of a kind.
#[must_use]
pub fn token_stock(evidence: Evidence) -> Quantity {
    match evidence {
        Evidence::Vision => Quantity::Vision,
        Evidence::Strategy => Quantity::Strategy,
        Evidence::Impact => Quantity::Impact,
    }
}

/// Whether there is a token of a kind that can still defend a decision.
#[must_use]
pub fn has_token(scenario: &Scenario, state: &State, evidence: Evidence) -> bool {
    state.get(token_stock(evidence)) >= scenario.rules.token_min
}

/// All evidence together, in tokens.
#[must_use]
pub fn tokens(state: &State) -> f64 {
    Evidence::ALL.iter().map(|&evidence| state.get(token_stock(evidence))).sum()
}

/// Whether a house quadrant can be put in force.
///
/// # Errors
/// Why it is not allowed.
pub fn house(state: &State, house: &House) -> Check {
    for response in house.answers {
        unless(!Response::STANDING.contains(&response), Refusal::NotStanding(response))?;
        paid_only(state, response)?;
    }
    Ok(())
}

fn sign_house(_: &Scenario, state: &State, signed: &House) -> Check {
    phase(state, Phase::Table)?;
    unless(state.turn.house_settled, Refusal::Settled)?;
    house(state, signed)
}

/// A card of this quarter's table that has no answer yet, once the house quadrant is settled.
fn card(state: &State, id: DealId) -> Result<(&Deal, &Ask), Refusal> {
    phase(state, Phase::Table)?;
    unless(!state.turn.house_settled, Refusal::HouseFirst)?;
    unless(!state.cards().contains(&id), Refusal::NotOnTable(id))?;
    let deal = state.deals.get(&id).ok_or(Refusal::NoSuchDeal(id))?;
    let ask = deal.ask.as_ref().ok_or(Refusal::NothingAsked(id))?;
    unless(ask.answer.is_some(), Refusal::Settled)?;
    Ok((deal, ask))
}

/// Whether a seat can take a private stance on a card.
///
/// # Errors
/// Why it is not allowed.
pub fn stance(state: &State, seat: Seat, id: DealId) -> Check {
    let (_, ask) = card(state, id)?;
    unless(ask.stances.get(seat).is_some(), Refusal::AlreadySigned(seat))
}

/// Whether an answer to a card can be signed.
///
/// # Errors
/// Why it is not allowed.
pub fn answer(scenario: &Scenario, state: &State, id: DealId, answer: &Answer) -> Check {
    let (deal, ask) = card(state, id)?;
    unless(Seat::BOTH.iter().any(|&seat| ask.stances.get(seat).is_none()), Refusal::StancesFirst)?;
    response(state, deal, ask, answer.response)?;
    budget(scenario, state, deal, ask, answer.response)?;
    due(state, answer)?;
    match answer.defence {
        Some(evidence) => unless(!has_token(scenario, state, evidence), Refusal::NoToken(evidence)),
        None => Ok(()),
    }
}

/// Whether a response is possible for a card, ignoring signatures and the [`budget`].
///
/// # Errors
/// Why it is not allowed.
pub fn response(state: &State, deal: &Deal, ask: &Ask, response: Response) -> Check {
    let covered = covers(state, ask);
    match response {
        Response::AlreadyHave => unless(!covered, uncovered(state, ask))?,
        Response::Decline => unless(deal.prepromised.is_some(), Refusal::BoundByPromise)?,
        Response::Simplify => unless(!state.both_know(Fact::Need(deal.id)), Refusal::NeedUnknown)?,
        Response::ProductiseLater => unless(covered, Refusal::CoveredAlready)?,
        _ => {}
    }
    paid_only(state, response)
}

/// Why nothing covers an ask. The reasons differ because a player who remembers building something similar will wonder
/// why it does not count.
fn uncovered(state: &State, ask: &Ask) -> Refusal {
    if state.themes_built.contains(&ask.theme) {
        return Refusal::ThemeFallsShort;
    }
    let built = |work: &Work| work.theme == ask.theme && work.decision.is_some() && work.live();
    if state.works.values().any(built) { Refusal::BuiltForOneCustomer } else { Refusal::NothingCoversIt }
}

/// Whether a productised theme covers an ask.
#[must_use]
pub fn covers(state: &State, ask: &Ask) -> bool {
    ask.shared && state.themes_built.contains(&ask.theme)
}

fn paid_only(state: &State, response: Response) -> Check {
    let allowed = !response.builds() || matches!(response, Response::PaidExtension | Response::ProductiseLater);
    unless(state.in_force(Reform::PaidOnly) && !allowed, Refusal::PaidOnly)
}

/// Whether the specials budget has room for an answer. Note that a refusal reveals something about the estimated
/// effort.
///
/// A special that Sales promised before asking is exempt; otherwise there might be no possible answer left.
///
/// # Errors
/// Why it is not allowed.
pub fn budget(scenario: &Scenario, state: &State, deal: &Deal, ask: &Ask, response: Response) -> Check {
    if !state.in_force(Reform::SpecialsBudget) || !response.builds() || deal.prepromised.is_some() {
        return Ok(());
    }
    let budget = scenario.rules.specials_budget * state.get(Quantity::Engineering);
    let left = budget - state.turn.budget_used;
    let claim = claim(scenario, state, deal, ask, response);
    unless(claim > left, Refusal::OverBudget { left: left.max(0.0) as u32 })
}

/// Expected engineer-weeks for an answer: its estimated effort times the usual win rate in the deal's segment. It uses
/// the usual rate so as not to reveal what only sales knows about the deal.
#[must_use]
pub fn claim(scenario: &Scenario, state: &State, deal: &Deal, ask: &Ask, response: Response) -> f64 {
    let discovery = state.get(Quantity::Discovery);
    let usual = scenario.segments[deal.segment.index()].win * response.terms(&scenario.rules).win;
    answer_estimate(&scenario.rules, ask, discovery, response) * usual.min(scenario.rules.win_max)
}

/// The first and the last quarter that a promise may name.
#[must_use]
pub fn promise_window(state: &State) -> (Quarter, Quarter) {
    (state.quarter.plus(1), state.quarter.plus(LONGEST_PROMISE))
}

fn due(state: &State, answer: &Answer) -> Check {
    let (first, last) = promise_window(state);
    match (answer.response, answer.due) {
        (Response::RoadmapPromise, Some(due)) if first <= due && due <= last => Ok(()),
        (Response::RoadmapPromise, _) => Err(Refusal::DueOutOfRange { first, last }),
        (_, None) => Ok(()),
        (_, Some(_)) => Err(Refusal::DueWithoutPromise),
    }
}

/// Whether the CEO can be asked: both sides took a stance, and they differ.
///
/// # Errors
/// Why it is not allowed.
pub fn escalate(state: &State, id: DealId) -> Check {
    let (_, ask) = card(state, id)?;
    let sides = Seat::BOTH.map(|seat| side(state, ask, seat));
    match sides {
        [Some(product), Some(sales)] => unless(product == sales, Refusal::NothingToEscalate),
        _ => Err(Refusal::StancesFirst),
    }
}

/// The answer on the table, if it can be signed: the one signed last, or else the one both stances agree on; `None` if
/// the stances differ. A computer partner always signs its own stance, so its signature counts only if it makes a
/// different offer.
#[must_use]
pub fn proposed(scenario: &Scenario, state: &State, id: DealId, partner: Option<Seat>) -> Option<Answer> {
    let ask = state.deals.get(&id)?.ask.as_ref()?;
    let last = ask.signed_last.unwrap_or(Seat::Product);
    let meant =
        |seat: &Seat, signed: &Answer| partner != Some(*seat) || *ask.stances.get(*seat) != Some(signed.response);
    let signed = |seat: Seat| (*ask.signed.get(seat)).filter(|signed| meant(&seat, signed));
    let agreed = ask.stances.product.filter(|stance| ask.stances.sales == Some(*stance));
    let agreed = agreed.map(|stance| bare(state.quarter, stance));
    let lies_there = signed(last).or_else(|| signed(last.other())).or(agreed)?;
    answer(scenario, state, id, &lies_there).is_ok().then_some(lies_there)
}

/// What a seat stands for: the answer it signed, or else its stance.
#[must_use]
pub fn side(state: &State, ask: &Ask, seat: Seat) -> Option<Answer> {
    ask.signed.get(seat).or_else(|| ask.stances.get(seat).map(|stance| bare(state.quarter, stance)))
}

/// The full answer for a bare response: no defence, and for a promise the usual due quarter.
#[must_use]
pub fn bare(now: Quarter, response: Response) -> Answer {
    let due = (response == Response::RoadmapPromise).then(|| now.plus(USUAL_PROMISE));
    Answer { due, ..Answer::plain(response) }
}
