//! One run of a policy from the start through the echo year, and a summary of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::policy::{self, Policy};
use crate::scenario::{Measure, Scenario};
use crate::sim::formula::{gross_retention, measure, off_share, value};
use crate::sim::{By, DecisionKind, Game, ProductMove, Quantity, Response, SalesMove, State};

/// The summary of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Played {
    /// The policy that played both seats.
    pub policy: &'static str,
    /// The seed.
    pub seed: u64,
    /// Company value after the echo year, in dollars.
    pub value: f64,
    /// ARR after the echo year, in dollars.
    pub arr: f64,
    /// Cash after the echo year, in dollars.
    pub cash: f64,
    /// New ARR signed per quarter played, in dollars.
    pub bookings: Vec<f64>,
    /// Gross retention of the last four quarters, 0..1.
    pub gross_retention: f64,
    /// Coherence after the echo year, 0..1.
    pub coherence: f64,
    /// Trust after the echo year, 0..1.
    pub trust: f64,
    /// Market gap after the echo year.
    pub gap: f64,
    /// Precedent after the echo year, 0..1.
    pub precedent: f64,
    /// Share of ARR off strategy, 0..1.
    pub off_share: f64,
    /// Specials that were accepted on the table or by the house.
    pub accepted: u32,
    /// Whether the cash lasted to the end.
    pub survived: bool,
    /// Responses and moves used at least once, by name.
    pub used: BTreeSet<&'static str>,
}

/// Plays a policy on both seats to the end of the echo year, without a ledger because nobody asks for causes.
#[must_use]
pub fn play(policy: &dyn Policy, scenario: &Arc<Scenario>, seed: u64) -> Game {
    finish(Game::without_ledger(scenario.clone(), seed), |_| policy)
}

/// Plays a game with its ledger; the policy can be chosen anew at each step.
#[must_use]
pub fn play_with<'a>(scenario: &Arc<Scenario>, seed: u64, policy: impl Fn(&Game) -> &'a dyn Policy) -> Game {
    finish(Game::new(scenario.clone(), seed), policy)
}

/// Plays a game on to its end; the policy can be chosen anew at each step.
pub(super) fn finish<'a>(mut game: Game, policy: impl Fn(&Game) -> &'a dyn Policy) -> Game {
    while let Some(step) = game.steps().into_iter().next() {
        let Some(command) = policy::command(policy(&game), &game, &step) else { break };
        if let Err(refusal) = game.advance(&command) {
            debug_assert!(false, "a policy asked for what cannot be done: {command:?}: {refusal:?}");
            break;
        }
    }
    game
}

impl Played {
    /// The summary of a finished run.
    #[must_use]
    pub fn of(policy: &'static str, game: &Game) -> Self {
        let (scenario, state) = (game.scenario(), game.state());
        let played = usize::from(scenario.meta.quarters);
        Self {
            policy,
            seed: state.seed,
            value: value(scenario, state).total,
            arr: state.get(Quantity::Arr),
            cash: state.get(Quantity::Cash),
            bookings: bookings(state).take(played).collect(),
            gross_retention: gross_retention(scenario, state),
            coherence: state.get(Quantity::Coherence),
            trust: state.get(Quantity::Trust),
            gap: state.get(Quantity::Gap),
            precedent: state.get(Quantity::Precedent),
            off_share: off_share(state),
            accepted: accepted(state),
            survived: !state.insolvent,
            used: used(state),
        }
    }

    /// A number at the end of the run, as named in scenario conditions.
    #[must_use]
    pub fn measure(game: &Game, number: Measure) -> f64 {
        measure(game.scenario(), game.state(), number)
    }

    /// New ARR of the first three quarters, in dollars.
    #[must_use]
    pub fn early_bookings(&self) -> f64 {
        self.bookings.iter().take(3).sum()
    }
}

/// New ARR of each closed quarter.
fn bookings(state: &State) -> impl Iterator<Item = f64> + '_ {
    let all = |record: &crate::sim::Record| record.get(Quantity::Bookings);
    state.history.windows(2).map(move |pair| all(&pair[1]) - all(&pair[0]))
}

fn accepted(state: &State) -> u32 {
    let answers = state.deals.values().filter_map(|deal| deal.ask.as_ref()?.answer);
    answers.filter(|settled| settled.answer.response.builds() && settled.by != By::Autopilot).count() as u32
}

fn used(state: &State) -> BTreeSet<&'static str> {
    let moves = state.decisions.iter().filter_map(|decision| match &decision.kind {
        DecisionKind::Product(made) => Some(product_move(*made)),
        DecisionKind::Sales(made) => Some(sales_move(*made)),
        _ => None,
    });
    let answers = state.deals.values().filter_map(|deal| deal.ask.as_ref()?.answer);
    let responses =
        answers.filter(|settled| settled.by != By::Autopilot).map(|settled| response(settled.answer.response));
    moves.chain(responses).collect()
}

/// All responses and moves that a policy can use, by name.
pub(super) const TOOLS: [&str; 31] = [
    "build-as-asked",
    "descope",
    "simplify",
    "productise-later",
    "paid-extension",
    "roadmap-promise",
    "decline",
    "already-have",
    "funnel-review",
    "prospect-call",
    "win-loss",
    "enablement-kit",
    "publish-vision",
    "publish-strategy",
    "track-specials",
    "board-paper-commission",
    "board-paper-budget",
    "board-paper-paid-only",
    "sunset",
    "qualify",
    "bring-product-in",
    "coach-reps",
    "share-pipeline",
    "pre-promise",
    "discount",
    "save-renewal",
    "reprice",
    "prospect-icp",
    "support-paper",
    "block-paper",
    "board-paper-product-led",
];

fn response(response: Response) -> &'static str {
    TOOLS[response as usize]
}

fn product_move(made: ProductMove) -> &'static str {
    use crate::sim::Reform;
    match made {
        ProductMove::FunnelReview => "funnel-review",
        ProductMove::ProspectCall(_) => "prospect-call",
        ProductMove::WinLoss => "win-loss",
        ProductMove::EnablementKit => "enablement-kit",
        ProductMove::PublishVision => "publish-vision",
        ProductMove::PublishStrategy => "publish-strategy",
        ProductMove::TrackSpecials => "track-specials",
        ProductMove::BoardPaper(Reform::RetainedCommission) => "board-paper-commission",
        ProductMove::BoardPaper(Reform::SpecialsBudget) => "board-paper-budget",
        ProductMove::BoardPaper(Reform::PaidOnly) => "board-paper-paid-only",
        ProductMove::BoardPaperProductLed => "board-paper-product-led",
        ProductMove::Sunset(_) => "sunset",
    }
}

fn sales_move(made: SalesMove) -> &'static str {
    match made {
        SalesMove::Qualify(_) => "qualify",
        SalesMove::BringProductIn(_) => "bring-product-in",
        SalesMove::CoachReps => "coach-reps",
        SalesMove::SharePipeline => "share-pipeline",
        SalesMove::PrePromise(_) => "pre-promise",
        SalesMove::Discount(_) => "discount",
        SalesMove::SaveRenewal(_) => "save-renewal",
        SalesMove::RepriceOffStrategy => "reprice",
        SalesMove::ProspectIcp => "prospect-icp",
        SalesMove::SupportPaper => "support-paper",
        SalesMove::BlockPaper => "block-paper",
    }
}
