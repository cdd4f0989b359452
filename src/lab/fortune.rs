//! Luck and skill in one run: what the dice were worth each time they fell, and what was decided between them.
//!
//! One named strategy, [`PLAYS_ON`], tells what a moment of the run is worth: it plays on from there in many futures, each with
//! other dice, and the mean over these futures is the moment's value. What the value is after the dice fell, less what it
//! was before with what was signed fixed and the dice open, is luck; what it gained or lost between is what was decided.
//! Nobody can decide by dice that have not fallen yet and the strategy does not know how these fell, so luck is zero on
//! average whoever plays. Start, decisions and luck add up to the result in every single future, with no remainder.
//!
//! "Die by die" means every command on which dice fall: a close with the opening after it, a verdict of the CEO,
//! prospecting, the echo year. What cards hide stays as it is, so it is luck when a card comes and not when it is
//! opened. This is another figure than [`Spread`](super::Spread), which signs the same answers again on other dice.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::played::finish;
use super::stats::Stats;
use super::verdicts::is_chosen;
use crate::ids::{CustomerId, DealId, Quarter};
use crate::policy::{self, Policy};
use crate::run::RunFile;
use crate::sim::formula::value;
use crate::sim::{Anew, By, Command, DealOutcome, Game, Phase, SalesMove, State};

/// The strategy that plays on from every moment of a run.
pub const PLAYS_ON: &dyn Policy = policy::STAND_IN;
/// In how many futures it plays on from each moment.
const FUTURES: u64 = 160;
/// Spreads the seeds of runs, so that no two runs of other seeds are judged by the same futures: what these have in common
/// would look like luck in all of them.
const APART: u64 = 0x9E37_79B9_7F4A_7C15;
/// The most falls that are named.
const NAMED: usize = 3;

/// How a result came about. All amounts are of company value, in dollars, one number per future.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fortune {
    /// What the company was worth, in dollars.
    pub result: f64,
    /// What the strategy makes of the same start.
    pub start: Stats,
    /// What the team's decisions are worth more than those of the strategy in its place.
    pub decisions: Stats,
    /// What the dice were worth.
    pub luck: Stats,
    /// Decisions and luck by quarter; the echo year counts as the quarter after the last.
    pub quarters: Vec<(Quarter, QuarterFortune)>,
    /// The single falls that were furthest from what was to be expected, those with most ARR to them first, at most three.
    pub falls: Vec<Fall>,
    /// Decisions of the team to which there was another way; a routine that stays as it was is none.
    pub choices: usize,
}

/// Decisions and luck of a quarter, in dollars, one number per future.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct QuarterFortune {
    /// What was decided.
    pub decisions: Stats,
    /// What the dice were worth.
    pub luck: Stats,
}

/// What a single die decided.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fall {
    /// About whom.
    pub about: Fallen,
    /// When.
    pub quarter: Quarter,
    /// Whether it was good for the company: signed, or stayed.
    pub good: bool,
    /// How likely that was to be good just before, 0..1, as a share of the futures.
    pub chance: f64,
    /// What was at stake, in dollars of ARR.
    pub arr: f64,
}

impl Fall {
    /// ARR more or less than was to be expected, in dollars.
    #[must_use]
    pub fn surprise(&self) -> f64 {
        (f64::from(u8::from(self.good)) - self.chance) * self.arr
    }
}

/// Whom a die was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fallen {
    /// A deal that was to be decided.
    Deal(DealId),
    /// A customer that was to renew.
    Renewal(CustomerId),
}

impl Fortune {
    /// Tells luck from decisions in a finished run; `played` is its game. Takes less than a second on two cores.
    #[must_use]
    pub fn of(run: &RunFile, played: &Game) -> Self {
        Self::over(run, played, FUTURES)
    }

    /// The same over another number of futures.
    #[must_use]
    pub fn over(run: &RunFile, played: &Game, futures: u64) -> Self {
        let (course, futures) = (Course::of(run, played), futures.max(1));
        // The same for all teams with a seed, so that they are judged alike.
        let first = run.seed.wrapping_mul(APART).wrapping_add(APART);
        let jobs: Vec<(usize, u64)> =
            (0..course.moments.len()).flat_map(|at| (0..futures).map(move |future| (at, future))).collect();
        let ends: Vec<Ending> =
            jobs.par_iter().map(|&(at, future)| course.moments[at].ending(first.wrapping_add(future))).collect();
        let per_moment: Vec<&[Ending]> = ends.chunks(usize::try_from(futures).unwrap_or(1)).collect();
        course.told(&per_moment, worth(played), chosen(played))
    }
}

/// How many decisions people took to which there was another way.
fn chosen(played: &Game) -> usize {
    let decisions = &played.state().decisions;
    let people = |by: By| matches!(by, By::Product | By::Sales | By::Both | By::Ceo(_));
    decisions.iter().filter(|made| people(made.by) && is_chosen(decisions, made)).count()
}

fn worth(game: &Game) -> f64 {
    value(game.scenario(), game.state()).total
}

/// A moment of a run from which the strategy plays on.
struct Moment {
    game: Game,
    /// What was signed and is done first, because the dice fall on it.
    signed: Option<Command>,
    /// What the dice that fall on it decide.
    watched: Vec<Watched>,
}

/// Something that is decided by a die on a command.
#[derive(Clone, Copy, Debug)]
struct Watched {
    about: Fallen,
    quarter: Quarter,
    arr: f64,
}

/// How a future ended, and which of the watched dice fell well.
struct Ending {
    worth: f64,
    good: Vec<bool>,
}

impl Moment {
    /// Plays on with the dice of a seed.
    fn ending(&self, dice: u64) -> Ending {
        let mut game = self.game.clone();
        // A game that is over is worth what it is worth.
        if game.state().phase != Phase::Ended {
            game.turn_luck(dice, Anew::Dice);
        }
        if let Some(signed) = &self.signed {
            // What was signed was allowed, and no rule about signing asks for dice.
            let done = game.advance(signed);
            debug_assert!(done.is_ok(), "{signed:?} was signed: {done:?}");
        }
        let good = self.watched.iter().map(|it| fell_well(game.state(), it.about)).collect();
        Ending { worth: worth(&finish(game, |_| PLAYS_ON)), good }
    }
}

/// Whether a deal was won, or a customer is still there.
fn fell_well(state: &State, about: Fallen) -> bool {
    match about {
        Fallen::Deal(id) => state.deals.get(&id).is_some_and(|deal| matches!(deal.outcome, Some(DealOutcome::Won(_)))),
        Fallen::Renewal(id) => state.customers.contains_key(&id),
    }
}

/// A command on which dice fell.
struct Event {
    quarter: Quarter,
    /// The moment before, among the moments of the course.
    before: usize,
    /// The moment after; the one before the next event if nothing was decided between.
    after: usize,
    /// The watched dice as they fell in the run, in the order of the moment before.
    fell: Vec<bool>,
}

/// A run as moments with the dice that fell between them. The first moment is the start.
struct Course {
    moments: Vec<Moment>,
    events: Vec<Event>,
}

impl Course {
    fn of(run: &RunFile, played: &Game) -> Self {
        let mut game = Game::without_ledger(played.scenario().clone(), run.seed);
        let mut course = Self { moments: Vec::new(), events: Vec::new() };
        course.moment(&game, None);
        let mut open = false;
        for command in run.quarters.iter().flat_map(|log| &log.commands) {
            let before = game.clone();
            // It cannot be refused, because it was done before.
            let _ = game.advance(command);
            let read = matches!(command, Command::Read { .. });
            let over = game.state().phase == Phase::Ended;
            if open && !read {
                let after = course.moment(&before, None);
                course.close(after, before.state());
                open = false;
            }
            // The deals of a quarter come with the close before it, because nobody decides anything between.
            if !rolls(&before, &game, command) || open && !over {
                continue;
            }
            let at = course.moment(&before, Some(command));
            if open {
                course.close(at, before.state());
            }
            course.open(at, &before, read);
            open = true;
        }
        if open {
            let after = course.moment(&game, None);
            course.close(after, game.state());
        }
        course
    }

    /// Adds a moment and returns its position.
    fn moment(&mut self, game: &Game, signed: Option<&Command>) -> usize {
        let watched = if signed.is_some() { watched(game) } else { Vec::new() };
        self.moments.push(Moment { game: game.clone(), signed: signed.cloned(), watched });
        self.moments.len() - 1
    }

    fn open(&mut self, at: usize, before: &Game, echo: bool) {
        let quarter = if echo { before.state().quarter.plus(1) } else { before.state().quarter };
        self.events.push(Event { quarter, before: at, after: at, fell: Vec::new() });
    }

    fn close(&mut self, after: usize, state: &State) {
        let Some(event) = self.events.last_mut() else { return };
        event.after = after;
        event.fell = self.moments[event.before].watched.iter().map(|it| fell_well(state, it.about)).collect();
    }

    /// Adds up what each future says.
    fn told(&self, ends: &[&[Ending]], result: f64, choices: usize) -> Fortune {
        let mut quarters: BTreeMap<Quarter, QuarterFortune> = BTreeMap::new();
        let (mut start, mut decisions, mut luck) = (Stats::default(), Stats::default(), Stats::default());
        for future in 0..ends.first().map_or(0, |start| start.len()) {
            let worth = |moment: usize| ends[moment].get(future).map_or(0.0, |ending| ending.worth);
            let mut sums: BTreeMap<Quarter, [f64; 2]> = BTreeMap::new();
            let mut last = 0;
            for event in &self.events {
                let [decided, fell] = sums.entry(event.quarter).or_default();
                *decided += worth(event.before) - worth(last);
                *fell += worth(event.after) - worth(event.before);
                last = event.after;
            }
            start.push(worth(0));
            decisions.push(sums.values().map(|[decided, _]| decided).sum());
            luck.push(sums.values().map(|[_, fell]| fell).sum());
            for (quarter, [decided, fell]) in sums {
                let told = quarters.entry(quarter).or_default();
                told.decisions.push(decided);
                told.luck.push(fell);
            }
        }
        Fortune {
            result,
            start,
            decisions,
            luck,
            quarters: quarters.into_iter().collect(),
            falls: self.falls(ends),
            choices,
        }
    }

    /// The falls that were furthest from what was to be expected.
    fn falls(&self, ends: &[&[Ending]]) -> Vec<Fall> {
        let mut falls: Vec<Fall> = self.events.iter().flat_map(|event| self.falls_of(event, ends)).collect();
        falls.sort_by(|a, b| libm::fabs(b.surprise()).total_cmp(&libm::fabs(a.surprise())));
        falls.truncate(NAMED);
        falls
    }

    fn falls_of(&self, event: &Event, ends: &[&[Ending]]) -> Vec<Fall> {
        let futures = ends[event.before];
        let all = self.moments[event.before].watched.iter().zip(&event.fell).enumerate();
        all.map(|(at, (&Watched { about, quarter, arr }, &good))| {
            let well = futures.iter().filter(|end| end.good.get(at) == Some(&true)).count();
            Fall { about, quarter, good, chance: well as f64 / futures.len().max(1) as f64, arr }
        })
        .collect()
    }
}

/// Whether dice fall on a command.
fn rolls(before: &Game, after: &Game, command: &Command) -> bool {
    let (was, is) = (before.state(), after.state());
    let closed = was.phase != is.phase && matches!(is.phase, Phase::Review | Phase::Ended);
    let opened = was.quarter != is.quarter;
    let asked = matches!(command, Command::Escalate { .. });
    let prospected = was.phase == Phase::Plan
        && is.phase == Phase::Table
        && is.turn.sales_moves.iter().any(|(made, _)| *made == SalesMove::ProspectIcp);
    closed || opened || asked || prospected
}

/// What is decided by dice before anybody decides again: the deals and renewals that are due, in the echo year all of them.
fn watched(before: &Game) -> Vec<Watched> {
    let state = before.state();
    let last = before.scenario().meta.quarters;
    let reviewed = state.phase == Phase::Review;
    // At the last review, this quarter is over and the next four run by themselves.
    let until = if reviewed { Quarter(last).plus(4) } else { state.quarter };
    let from = if reviewed { state.quarter.plus(1) } else { state.quarter };
    let deals = state.deals.closing_from(from).filter(|deal| deal.outcome.is_none() && deal.closes <= until);
    let deals = deals.map(|deal| Watched { about: Fallen::Deal(deal.id), quarter: deal.closes, arr: deal.arr.f64() });
    let renews = state.customers.values().filter(|customer| (from..=until).contains(&customer.renews));
    let renews = renews.map(|it| Watched { about: Fallen::Renewal(it.id), quarter: it.renews, arr: it.arr.f64() });
    deals.chain(renews).collect()
}
