//! Checks whether the scenarios teach what they should: the seven balance conditions, on paired seeds.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;

use super::batch::{Job, each};
use super::played::{Played, TOOLS, play};
use super::stats::Stats;
use crate::policy::{self, Policy};
use crate::scenario::{PARAMETERS, Parameter, Scenario};
use crate::sim::Game;
use crate::sim::formula::value;

/// How many different winners there must be over all scenarios. Conditions about the shelf need at least as many
/// scenarios.
const WINNERS: usize = 4;
/// A policy counts as close to the best if it reaches this share of its value.
const CLOSE: f64 = 0.9;
/// Share of the scenarios in which one policy may be close to the best: 5 of 8.
const CLOSE_IN: f64 = 5.0 / 8.0;
/// Policies that must win nowhere.
const EXTREMES: [&str; 2] = ["accept-all", "decline-all"];
/// Largest share of the best value that accept-all may reach; below it, the limit for random.
const ACCEPT_ALL_MOST: f64 = 0.6;
const RANDOM_MOST: f64 = 0.7;
/// Traps: they must be playable, but no good policy uses them.
const TRAPS: [&str; 2] = ["board-paper-product-led", "block-paper"];
/// Share of its value by which a parameter is moved to see whether it has an effect.
const NUDGE: f64 = 0.25;
/// Seeds to try for that. One is not enough, because some rules, such as an escalation with little cash, apply rarely.
const SEEDS_TRIED: u32 = 5;

/// The table of one scenario.
#[derive(Clone, Debug, Serialize)]
pub struct ScenarioTable {
    /// Id of the scenario.
    pub scenario: String,
    /// The policy that should win, if the scenario names one.
    pub intended: Option<String>,
    /// One row per policy, the best first.
    pub rows: Vec<Row>,
    /// How far the intended winner leads the next policy: mean and standard error of the paired difference.
    pub lead: Option<(f64, f64)>,
    #[serde(skip)]
    used_by_winner: BTreeSet<&'static str>,
}

/// The results of a policy on a scenario.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// The policy.
    pub policy: &'static str,
    /// Mean value, in dollars.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
    /// Value as a share of the best.
    pub of_best: f64,
    /// Mean bookings of the first three quarters, in dollars.
    pub early_bookings: f64,
    /// Mean ARR at the end, in dollars.
    pub arr: f64,
    /// Mean gross retention at the end, 0..1.
    pub gross_retention: f64,
    /// Mean coherence at the end, 0..1.
    pub coherence: f64,
    /// Mean trust at the end, 0..1.
    pub trust: f64,
    /// Share of the runs that did not run out of cash.
    pub survived: f64,
}

/// A condition of the balance.
#[derive(Clone, Debug, Serialize)]
pub struct Requirement {
    /// Its number in the rule book, 1 to 7.
    pub number: u8,
    /// What must hold.
    pub what: &'static str,
    /// Where it does not hold; empty if it does.
    pub broken: Vec<String>,
}

/// Tables and conditions.
#[derive(Clone, Debug, Serialize)]
pub struct Balance {
    /// Seeds per policy and scenario.
    pub seeds: u32,
    /// The first seed. Written as text, because numbers in JSON are exact only up to 2^53.
    #[serde(serialize_with = "super::as_text")]
    pub first_seed: u64,
    /// One table per scenario.
    pub tables: Vec<ScenarioTable>,
    /// The seven conditions. 1, 2 and 7 are about the whole shelf and are left out for fewer than four scenarios.
    pub conditions: Vec<Requirement>,
}

impl Balance {
    /// Whether there are enough scenarios for the conditions about the whole shelf.
    #[must_use]
    pub fn of_shelf(&self) -> bool {
        is_shelf(&self.tables)
    }

    /// Whether all conditions hold.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.conditions.iter().all(|condition| condition.broken.is_empty())
    }
}

/// Plays every policy on every scenario with the same seeds, and checks the conditions.
///
/// Calls `progress` after every run.
pub fn balance(scenarios: &[Arc<Scenario>], seeds: u32, first_seed: u64, mut progress: impl FnMut()) -> Balance {
    let tables: Vec<ScenarioTable> =
        scenarios.iter().map(|scenario| table(scenario, seeds, first_seed, &mut progress)).collect();
    let mut conditions = vec![extremes(&tables), accept_all(&tables), random(&tables), intended(&tables)];
    if is_shelf(&tables) {
        conditions.splice(0..0, [winners(&tables), nobody_everywhere(&tables)]);
        conditions.push(everything_matters(&tables, scenarios, first_seed));
    }
    Balance { seeds, first_seed, tables, conditions }
}

/// Statistics of one policy over the seeds.
#[derive(Clone, Default)]
struct Sum {
    value: Stats,
    values: Vec<f64>,
    early: Stats,
    arr: Stats,
    retention: Stats,
    coherence: Stats,
    trust: Stats,
    survived: Stats,
    used: BTreeSet<&'static str>,
}

impl Sum {
    fn take(&mut self, played: &Played) {
        self.value.push(played.value);
        self.values.push(played.value);
        self.early.push(played.early_bookings());
        self.arr.push(played.arr);
        self.retention.push(played.gross_retention);
        self.coherence.push(played.coherence);
        self.trust.push(played.trust);
        self.survived.push(f64::from(u8::from(played.survived)));
        self.used.extend(&played.used);
    }

    fn row(&self, policy: &'static str, best: f64) -> Row {
        Row {
            policy,
            value: self.value.mean(),
            error: self.value.error(),
            of_best: self.value.mean() / best,
            early_bookings: self.early.mean(),
            arr: self.arr.mean(),
            gross_retention: self.retention.mean(),
            coherence: self.coherence.mean(),
            trust: self.trust.mean(),
            survived: self.survived.mean(),
        }
    }
}

fn table(scenario: &Arc<Scenario>, seeds: u32, first_seed: u64, progress: &mut impl FnMut()) -> ScenarioTable {
    let mut sums: Vec<(&'static dyn Policy, Sum)> = policy::ALL.map(|policy| (policy, Sum::default())).into();
    for (policy, sum) in &mut sums {
        let policy = *policy;
        let jobs = super::seeds(first_seed, seeds).map(|seed| Job { scenario: scenario.clone(), policy, seed });
        each(jobs, Job::run, |_, played| {
            sum.take(&played);
            progress();
        });
    }
    sums.sort_by(|(_, a), (_, b)| b.value.mean().total_cmp(&a.value.mean()));
    let best = sums.first().map_or(1.0, |(_, sum)| sum.value.mean());
    ScenarioTable {
        scenario: scenario.id.clone(),
        intended: scenario.winner.clone(),
        lead: scenario.winner.as_deref().and_then(|id| lead(&sums, id)),
        used_by_winner: sums.first().map(|(_, sum)| sum.used.clone()).unwrap_or_default(),
        rows: sums.iter().map(|(policy, sum)| sum.row(policy.id(), best)).collect(),
    }
}

/// The paired difference between a policy and the best of the others.
fn lead(sums: &[(&'static dyn Policy, Sum)], id: &str) -> Option<(f64, f64)> {
    let (_, own) = sums.iter().find(|(policy, _)| policy.id() == id)?;
    let (_, next) = sums.iter().find(|(policy, _)| policy.id() != id)?;
    let differences: Stats = own.values.iter().zip(&next.values).map(|(own, next)| own - next).collect();
    Some((differences.mean(), differences.error()))
}

fn is_shelf(tables: &[ScenarioTable]) -> bool {
    tables.len() >= WINNERS
}

fn winners(tables: &[ScenarioTable]) -> Requirement {
    let winners: BTreeSet<&str> = tables.iter().filter_map(|table| Some(table.rows.first()?.policy)).collect();
    let broken = if winners.len() < WINNERS {
        vec![format!("{} different winners, {WINNERS} are wanted", winners.len())]
    } else {
        Vec::new()
    };
    Requirement { number: 1, what: "at least four different policies win", broken }
}

fn nobody_everywhere(tables: &[ScenarioTable]) -> Requirement {
    let most = libm::ceil(CLOSE_IN * tables.len() as f64) as usize;
    let close = |policy: &str| {
        let rows = tables.iter().flat_map(|table| &table.rows);
        rows.filter(|row| row.policy == policy && row.of_best >= CLOSE).count()
    };
    let broken = policy::ALL
        .iter()
        .map(|policy| (policy.id(), close(policy.id())))
        .filter(|(_, count)| *count > most)
        .map(|(id, count)| format!("{id} reaches 90 % of the best in {count} of {} scenarios", tables.len()))
        .collect();
    Requirement { number: 2, what: "no policy is within 90 % of the best in more than five of eight scenarios", broken }
}

fn extremes(tables: &[ScenarioTable]) -> Requirement {
    let won = |table: &&ScenarioTable| table.rows.first().is_some_and(|row| EXTREMES.contains(&row.policy));
    let broken = tables.iter().filter(won).map(|table| format!("{}: {} wins", table.scenario, table.rows[0].policy));
    Requirement { number: 3, what: "neither accept-all nor decline-all wins", broken: broken.collect() }
}

fn row<'a>(table: &'a ScenarioTable, policy: &str) -> Option<&'a Row> {
    table.rows.iter().find(|row| row.policy == policy)
}

fn accept_all(tables: &[ScenarioTable]) -> Requirement {
    let mut broken = Vec::new();
    for table in tables {
        let Some(own) = row(table, "accept-all") else { continue };
        if let Some(ahead) = table.rows.iter().find(|row| row.early_bookings > own.early_bookings) {
            broken.push(format!("{}: {} books more in Q1 to Q3", table.scenario, ahead.policy));
        }
        if own.of_best > ACCEPT_ALL_MOST {
            broken.push(format!("{}: it ends at {:.0} % of the best value", table.scenario, own.of_best * 100.0));
        }
    }
    Requirement {
        number: 4,
        what: "accept-all leads bookings in Q1 to Q3 and ends at 60 % of the best or less",
        broken,
    }
}

fn random(tables: &[ScenarioTable]) -> Requirement {
    let broken = tables
        .iter()
        .filter_map(|table| Some((table, row(table, policy::DICE)?)))
        .filter(|(_, row)| row.of_best >= RANDOM_MOST)
        .map(|(table, row)| format!("{}: {:.0} %", table.scenario, row.of_best * 100.0))
        .collect();
    Requirement { number: 5, what: "random stays below 70 % of the best", broken }
}

fn intended(tables: &[ScenarioTable]) -> Requirement {
    let mut broken = Vec::new();
    for table in tables {
        let Some(intended) = &table.intended else { continue };
        match table.lead {
            Some((mean, error)) if mean > 2.0 * error && mean > 0.0 => {}
            Some((mean, error)) => broken.push(format!(
                "{}: {intended} leads the next by {:.2}M ± {:.2}M",
                table.scenario,
                mean / 1e6,
                error / 1e6
            )),
            None => broken.push(format!("{}: nobody plays {intended}", table.scenario)),
        }
    }
    Requirement { number: 6, what: "the intended winner of a scenario wins by more than two standard errors", broken }
}

fn everything_matters(tables: &[ScenarioTable], scenarios: &[Arc<Scenario>], seed: u64) -> Requirement {
    let used: BTreeSet<&str> = tables.iter().flat_map(|table| table.used_by_winner.iter().copied()).collect();
    let idle = TOOLS.iter().filter(|tool| !TRAPS.contains(tool) && !used.contains(*tool));
    let mut broken: Vec<String> = idle.map(|tool| format!("no winning policy ever uses {tool}")).collect();
    broken
        .extend(dead_parameters(scenarios, seed).into_iter().map(|name| format!("the parameter {name} has no effect")));
    Requirement {
        number: 7,
        what: "winning policies use every response and move, and every parameter has an effect",
        broken,
    }
}

/// Parameters that change neither the final state nor the value of any run tried.
fn dead_parameters(scenarios: &[Arc<Scenario>], first_seed: u64) -> Vec<&'static str> {
    let mut dead: Vec<&Parameter> = PARAMETERS.iter().collect();
    for scenario in scenarios {
        let seeds = super::seeds(first_seed, SEEDS_TRIED);
        let tried = seeds.flat_map(|seed| policy::ALL.map(|policy| Job { scenario: scenario.clone(), policy, seed }));
        let mut as_it_is: Vec<(Job, Game)> = Vec::new();
        each(tried, end, |job, game| as_it_is.push((job, game)));
        let matters = |parameter: &&Parameter| {
            as_it_is.iter().any(|(job, before)| {
                let other = |scenario| end(&Job { scenario, ..job.clone() });
                variants(scenario, parameter).any(|scenario| differ(before, &other(scenario)))
            })
        };
        let mut left = Vec::new();
        each(dead.into_iter(), matters, |parameter, matters| {
            if !matters {
                left.push(parameter);
            }
        });
        dead = left;
    }
    dead.into_iter().map(|parameter| parameter.name).collect()
}

fn end(job: &Job) -> Game {
    play(job.policy, &job.scenario, job.seed)
}

/// Whether two games ended differently. The value is compared too, because some parameters affect only that.
fn differ(one: &Game, other: &Game) -> bool {
    let worth = |game: &Game| value(game.scenario(), game.state()).total;
    worth(one) != worth(other) || one.state() != other.state()
}

/// The scenario with other values of a parameter: a quarter more, a quarter less, and both ends of its range.
fn variants(scenario: &Scenario, parameter: &Parameter) -> impl Iterator<Item = Arc<Scenario>> {
    let now = scenario.rules.get(parameter.name).unwrap_or_default();
    let values = [now * (1.0 + NUDGE), now * (1.0 - NUDGE), parameter.max, parameter.min];
    values.into_iter().filter(move |&value| value != now).map(move |value| {
        let mut variant = scenario.clone();
        variant.rules.set(parameter.name, value.clamp(parameter.min, parameter.max));
        Arc::new(variant)
    })
}
