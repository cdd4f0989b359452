//! Tests the claims of the game with paired experiments: two teams on the same seeds that differ in one habit.

use std::sync::Arc;

use serde::Serialize;

use super::batch::each;
use super::played::{Played, play, play_with};
use super::stats::Stats;
use crate::ids::SegmentId;
use crate::policy::{Altered, Policy, by_id};
use crate::scenario::{Pay, Scenario, Shelf};
use crate::sight::{Request, Sight};
use crate::sim::{Cause, Game, House, ProductMove, Quantity, Reform, Response, Rule, SalesMove, Subject};

/// A claim, and what the experiment found.
#[derive(Clone, Debug, Serialize)]
pub struct Insight {
    /// What is claimed.
    pub claim: &'static str,
    /// What was measured.
    pub measured: &'static str,
    /// Mean of the paired differences.
    pub effect: f64,
    /// Its standard error.
    pub error: f64,
    /// Whether the claim holds.
    pub holds: bool,
}

/// What an effect must be for a claim to hold.
#[derive(Clone, Copy)]
enum Expect {
    /// More than two standard errors above zero.
    Positive,
    /// At most this far from zero.
    Near(f64),
    /// Not clearly above zero, that is, not by two standard errors.
    NotPositive,
}

struct Experiment {
    claim: &'static str,
    measured: &'static str,
    expect: Expect,
    effect: Box<dyn Fn(u64) -> f64 + Sync>,
}

/// Runs every experiment on the same seeds. Calls `progress` after every pair.
///
/// # Errors
/// A built-in scenario that an experiment needs cannot be loaded.
pub fn insights(seeds: u32, first_seed: u64, mut progress: impl FnMut()) -> Result<Vec<Insight>, String> {
    let experiments = experiments()?;
    let mut findings = Vec::new();
    for experiment in experiments {
        let mut effects = Stats::default();
        each(
            super::seeds(first_seed, seeds),
            |&seed| (experiment.effect)(seed),
            |_, effect| {
                effects.push(effect);
                progress();
            },
        );
        let (effect, error) = (effects.mean(), effects.error());
        let holds = match experiment.expect {
            Expect::Positive => effect > 2.0 * error && effect > 0.0,
            Expect::Near(most) => effect.abs() + 2.0 * error <= most,
            Expect::NotPositive => effect <= 2.0 * error,
        };
        findings.push(Insight { claim: experiment.claim, measured: experiment.measured, effect, error, holds });
    }
    Ok(findings)
}

/// How many experiments there are, for a progress bar.
#[must_use]
pub fn insight_count() -> usize {
    experiments().map_or(0, |all| all.len())
}

fn policy(id: &str) -> Result<&'static dyn Policy, String> {
    by_id(id).ok_or_else(|| format!("there is no policy {id}"))
}

fn experiments() -> Result<Vec<Experiment>, String> {
    let load = |id: &str| Shelf::built_in().load(id).map(Arc::new).map_err(|error| error.to_string());
    let (scale_up, role_swap) = (load("scale-up")?, load("role-swap")?);
    let (quadrant, proactive) = (Altered::of(policy("quadrant")?), Altered::of(policy("quadrant-proactive")?));
    let mut all = wrong_fit(&scale_up, quadrant);
    all.extend(precedent(&scale_up, policy("accept-all")?));
    all.extend(evidence(&scale_up, proactive, Altered::of(policy("purist")?), Altered::of(policy("dictator")?)));
    all.extend(incentives(&role_swap, Altered::of(policy("incentives")?)));
    all.extend(needs(&scale_up, proactive));
    all.extend(enablement(&scale_up, proactive));
    all.extend(board(&role_swap, proactive, Altered::of(policy("reformer")?)));
    all.extend(coherence(&scale_up, quadrant));
    Ok(all)
}

/// The difference in a number between two teams on the same seed: the second minus the first.
fn pair(
    scenario: &Arc<Scenario>,
    (one, two): (Altered, Altered),
    number: fn(&Game) -> f64,
) -> Box<dyn Fn(u64) -> f64 + Sync> {
    let scenario = scenario.clone();
    let with = move |policy: &Altered, seed| number(&play_with(&scenario, seed, |_| policy as &dyn Policy));
    Box::new(move |seed| with(&two, seed) - with(&one, seed))
}

fn value(game: &Game) -> f64 {
    Played::of("", game).value
}

fn early_bookings(game: &Game) -> f64 {
    Played::of("", game).early_bookings()
}

fn opened(game: &Game) -> f64 {
    game.state().history.iter().map(|record| f64::from(record.opened)).sum()
}

/// Specials from customers outside the ideal profile pay off at first and cost more later.
fn wrong_fit(scenario: &Arc<Scenario>, base: Altered) -> Vec<Experiment> {
    let takes = Altered {
        answers: Some(|_, request, answers| if request.prospect.icp { answers } else { vec![Response::BuildAsAsked] }),
        house: Some(|_, house| House {
            answers: [house.answers[0], house.answers[1], Response::BuildAsAsked, Response::BuildAsAsked],
        }),
        ..base
    };
    let declines = Altered {
        answers: Some(|_, request, answers| if request.prospect.icp { answers } else { vec![Response::Decline] }),
        ..base
    };
    vec![
        Experiment {
            claim: "Specials from wrong-fit customers lead bookings in Q1 to Q3",
            measured: "bookings in dollars, taking them less declining them",
            expect: Expect::Positive,
            effect: pair(scenario, (declines, takes), early_bookings),
        },
        Experiment {
            claim: "and lose by the echo year",
            measured: "value in dollars, declining them less taking them",
            expect: Expect::Positive,
            effect: pair(scenario, (takes, declines), value),
        },
    ]
}

/// Share of deals that asked in the last three quarters, minus the share in the first three.
fn rise(game: &Game, count: fn(&crate::sim::Record) -> u32) -> f64 {
    let played = usize::from(game.scenario().meta.quarters);
    let records = &game.state().history[1..=played.min(game.state().history.len() - 1)];
    let share = |records: &[crate::sim::Record]| {
        let all: u32 = records.iter().map(|record| record.opened).sum();
        f64::from(records.iter().map(count).sum::<u32>()) / f64::from(all.max(1))
    };
    let third = 3.min(records.len());
    share(&records[records.len() - third..]) - share(&records[..third])
}

fn precedent(scenario: &Arc<Scenario>, accept_all: &'static dyn Policy) -> Vec<Experiment> {
    // News may change demand by itself; without news, only the team's own answers remain.
    let mut quiet = (**scenario).clone();
    quiet.events.clear();
    let quiet = Arc::new(quiet);
    let (one, two) = (quiet.clone(), quiet);
    vec![
        Experiment {
            claim: "The demand for specials rises with one's own yeses",
            measured: "share of deals that ask, last three quarters less first three",
            expect: Expect::Positive,
            effect: Box::new(move |seed| rise(&play(accept_all, &one, seed), |record| record.asked)),
        },
        Experiment {
            claim: "while base demand is flat",
            measured: "share of deals that would have asked anyway",
            expect: Expect::Near(0.02),
            effect: Box::new(move |seed| rise(&play(accept_all, &two, seed), |record| record.base_asked)),
        },
    ]
}

fn evidence(scenario: &Arc<Scenario>, proactive: Altered, purist: Altered, dictator: Altered) -> Vec<Experiment> {
    let bare = Altered { defends: Some(false), ..purist };
    let mut rich = (**scenario).clone();
    // There is enough evidence for every no, so that the comparison is only about using it.
    rich.company.tokens = (10.0, 10.0, 10.0);
    rich.rules.token_fade = 0.0;
    let rich = Arc::new(rich);
    let reasons = Altered {
        product: Some(|_, _| {
            vec![ProductMove::PublishStrategy, ProductMove::PublishVision, ProductMove::TrackSpecials]
        }),
        defends: Some(true),
        ..dictator
    };
    fn aligned(request: &Request) -> bool {
        request.alignment >= 0.7
    }
    let no = Altered {
        answers: Some(|_, request, answers| if aligned(request) { vec![Response::Decline] } else { answers }),
        ..proactive
    };
    vec![
        Experiment {
            claim: "An undefended no costs pipeline, a defended one far less",
            measured: "deals that came, defended less undefended",
            expect: Expect::Positive,
            effect: pair(&rich, (bare, purist), opened),
        },
        Experiment {
            claim: "The product-led paper and vetoes without evidence end worse than the same declines with evidence",
            measured: "value in dollars, with evidence less without",
            expect: Expect::Positive,
            effect: pair(scenario, (dictator, reasons), value),
        },
        Experiment {
            claim: "A defended yes to an aligned special beats declining it",
            measured: "value in dollars, yes less no",
            expect: Expect::Positive,
            effect: pair(scenario, (no, proactive), value),
        },
    ]
}

fn incentives(scenario: &Arc<Scenario>, policy: Altered) -> Vec<Experiment> {
    let mut outcomes = (**scenario).clone();
    outcomes.roles.product.pay = Pay::Outcomes;
    let outcomes = Arc::new(outcomes);
    let swapped = scenario.clone();
    let (o, s) = (outcomes.clone(), swapped.clone());
    let played = move |scenario: &Arc<Scenario>, seed| Played::of("", &play(&policy, scenario, seed));
    vec![
        Experiment {
            claim: "Product paid on bookings takes more specials",
            measured: "specials taken, paid on bookings less paid on outcomes",
            expect: Expect::Positive,
            effect: Box::new(move |seed| {
                f64::from(played(&swapped, seed).accepted) - f64::from(played(&outcomes, seed).accepted)
            }),
        },
        Experiment {
            claim: "and ends worse",
            measured: "value in dollars, paid on outcomes less paid on bookings",
            expect: Expect::Positive,
            effect: Box::new(move |seed| played(&o, seed).value - played(&s, seed).value),
        },
    ]
}

fn needs(scenario: &Arc<Scenario>, base: Altered) -> Vec<Experiment> {
    let no_calls = Altered {
        product: Some(|_, wishes| {
            wishes.into_iter().filter(|made| !matches!(made, ProductMove::ProspectCall(_))).collect()
        }),
        ..base
    };
    let simplified = |game: &Game| {
        let answers = game.state().deals.values().filter_map(|deal| deal.ask.as_ref()?.answer);
        answers.filter(|settled| settled.answer.response == Response::Simplify).count() as f64
    };
    fn shared(request: &Request) -> bool {
        request.asked_before >= 2
    }
    let builds = Altered {
        answers: Some(|_, request, answers| if shared(request) { vec![Response::BuildAsAsked] } else { answers }),
        ..base
    };
    let productises =
        Altered {
            answers: Some(|_, request, answers| {
                if shared(request) { vec![Response::AlreadyHave, Response::ProductiseLater] } else { answers }
            }),
            ..base
        };
    vec![
        Experiment {
            claim: "Prospect calls change the right answer on a card",
            measured: "cards answered by solving the true need, with calls less without",
            expect: Expect::Positive,
            effect: pair(scenario, (no_calls, base), simplified),
        },
        Experiment {
            claim: "Productising a shared request beats building it as asked from the third matching deal on",
            measured: "value in dollars, productising less building",
            expect: Expect::Positive,
            effect: pair(scenario, (builds, productises), value),
        },
    ]
}

fn enablement(scenario: &Arc<Scenario>, base: Altered) -> Vec<Experiment> {
    let without = Altered {
        product: Some(|_, wishes| wishes.into_iter().filter(|made| *made != ProductMove::EnablementKit).collect()),
        sales: Some(|_, wishes| wishes.into_iter().filter(|made| *made != SalesMove::CoachReps).collect()),
        ..base
    };
    // Coaching is left out, but the kit and all other moves stay the same.
    let half = Altered { product: base.product, ..without };
    let idle = Altered {
        product: Some(|_, wishes| {
            wishes
                .into_iter()
                .filter(|made| matches!(made, ProductMove::EnablementKit | ProductMove::PublishStrategy))
                .collect()
        }),
        sales: Some(|_, _| Vec::new()),
        ..half
    };
    let nothing = Altered {
        product: Some(|_, wishes| wishes.into_iter().filter(|made| *made == ProductMove::PublishStrategy).collect()),
        ..idle
    };
    let both = Altered { sales: Some(|_, _| vec![SalesMove::CoachReps]), ..idle };
    let enabled =
        |game: &Game| game.state().history[usize::from(game.scenario().meta.quarters)].get(Quantity::Enablement);
    vec![
        Experiment {
            claim: "Half-done enablement is nearly nothing",
            measured: "enablement after the last quarter, the kit alone less nothing",
            expect: Expect::Near(0.1),
            effect: pair(scenario, (nothing, idle), enabled),
        },
        Experiment {
            claim: "and done by both sides it works",
            measured: "value in dollars, kit and coaching less the kit alone",
            expect: Expect::Positive,
            effect: pair(scenario, (idle, both), value),
        },
    ]
}

/// The quarter before the last: too late for a rule that takes two quarters to come into force.
fn second_last(sight: &Sight) -> bool {
    sight.quarters_left() == 2
}

fn board(scenario: &Arc<Scenario>, proactive: Altered, reformer: Altered) -> Vec<Experiment> {
    const PAPER: ProductMove = ProductMove::BoardPaper(Reform::RetainedCommission);
    let same_defence = Altered { defends: Some(false), ..proactive };
    let late = Altered {
        product: Some(|sight, wishes| if second_last(sight) { [vec![PAPER], wishes].concat() } else { wishes }),
        sales: Some(
            |sight, wishes| if second_last(sight) { [vec![SalesMove::SupportPaper], wishes].concat() } else { wishes },
        ),
        ..same_defence
    };
    vec![
        Experiment {
            claim: "A board paper in money by Q3 beats the same attention spent on anything else",
            measured: "value in dollars, with the paper less without",
            expect: Expect::Positive,
            effect: pair(scenario, (same_defence, reformer), value),
        },
        Experiment {
            claim: "and not in the second last quarter",
            measured: "value in dollars, with the late paper less without",
            expect: Expect::NotPositive,
            effect: pair(scenario, (same_defence, late), value),
        },
    ]
}

/// ARR of good-fit customers lost to incoherence in a range of quarters.
fn lost_to_incoherence(game: &Game, quarters: core::ops::RangeInclusive<u8>) -> f64 {
    let left = |cause: &Cause| match cause.subject {
        Some(Subject::Customer(id)) => !game.state().customers.contains_key(&id),
        _ => false,
    };
    let icp = |cause: &Cause| match cause.subject {
        Some(Subject::Customer(id)) => segment(game, id) == Some(SegmentId(0)),
        _ => false,
    };
    let its = game.ledger().iter().filter(|entry| {
        entry.quantity == Quantity::LostArr
            && entry.cause.rule == Rule::IncoherenceWeighs
            && quarters.contains(&entry.quarter.0)
            && left(&entry.cause)
            && icp(&entry.cause)
    });
    its.map(|entry| entry.amount as f64).sum()
}

/// The segment of a customer that left: from its deal, or by drawing the start of the game again.
fn segment(game: &Game, id: crate::ids::CustomerId) -> Option<SegmentId> {
    let first = Game::new(game.scenario().clone(), game.state().seed);
    let from_start = first.state().customers.get(&id).map(|customer| customer.segment);
    from_start.or_else(|| {
        let deals = game.state().deals.values();
        deals.filter(|deal| deal.outcome == Some(crate::sim::DealOutcome::Won(id))).map(|deal| deal.segment).next()
    })
}

fn coherence(scenario: &Arc<Scenario>, base: Altered) -> Vec<Experiment> {
    fn early(sight: &Sight) -> bool {
        sight.quarter() <= 2
    }
    let digs = Altered {
        answers: Some(|sight, _, answers| if early(sight) { vec![Response::BuildAsAsked] } else { answers }),
        house: Some(|sight, house| if early(sight) { House { answers: [Response::BuildAsAsked; 4] } } else { house }),
        ..base
    };
    let waits = Altered {
        answers: Some(|sight, _, answers| if early(sight) { vec![Response::Decline] } else { answers }),
        house: Some(|sight, house| if early(sight) { House { answers: [Response::Decline; 4] } } else { house }),
        ..base
    };
    vec![
        Experiment {
            claim: "Lost coherence drives good-fit customers away",
            measured: "their ARR lost to incoherence in Q3 to Q7, two quarters of yes less two of no",
            expect: Expect::Positive,
            effect: pair(scenario, (waits, digs), |game| lost_to_incoherence(game, 3..=7)),
        },
        Experiment {
            claim: "two to four quarters after the yes, hardly at once",
            measured: "a tenth of that loss in Q3 to Q6 less the loss in Q1 and Q2, in dollars",
            expect: Expect::Positive,
            effect: pair(scenario, (waits, digs), |game| {
                lost_to_incoherence(game, 3..=6) / 10.0 - lost_to_incoherence(game, 1..=2)
            }),
        },
    ]
}
