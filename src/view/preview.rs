//! A forecast of what a split of engineering would do this quarter, as far as product can estimate it.

use super::Amount;
use crate::ids::WEEK_ONE;
use crate::scenario::Measure;
use crate::sight::{Band, alignment_band, effort_band};
use crate::sim::formula::{
    aligned_gain, capacity, coherence_hit, new_upkeep, repair_gain, repaired_upkeep, roadmap_gain,
};
use crate::sim::{Allocation, Game, Quantity, Work};
use crate::text::{self, Text, Unit};

/// How much further than usual the total of several specials can be off in all but one of a hundred cases.
const SURPRISE: f64 = 1.25;
/// Assumed limit on support, relative to last quarter.
const SUPPORT_GROWS: f64 = 1.15;

/// The effects of a split: promises in time, coherence, market gap, upkeep.
pub(super) fn preview(game: &Game, text: &Text, split: Allocation) -> Vec<Amount> {
    let forecast = Forecast::new(game, split);
    let mut lines = Vec::new();
    if forecast.due > 0 {
        lines.push(promises(text, forecast.due, forecast.in_time));
    }
    let mut line = |measure: Measure, unit, band: Band, up_is_good: bool| {
        let good = if band.low > 0.0 {
            Some(up_is_good)
        } else if band.high < 0.0 {
            Some(!up_is_good)
        } else {
            None
        };
        lines.push(Amount {
            text: text::measure(text, measure),
            amount: text::change_range(text, unit, band.low, band.high),
            good,
        });
    };
    line(Measure::Coherence, Unit::Index, forecast.coherence, true);
    line(Measure::Gap, Unit::Index, forecast.gap, true);
    line(Measure::Upkeep, Unit::Weeks, forecast.upkeep, false);
    lines
}

/// How many promises will be in time. Good if all of them surely will, bad if it is impossible for all.
fn promises(text: &Text, due: usize, (sure, possible): (usize, usize)) -> Amount {
    let key = if sure == possible { "preview-in-time" } else { "preview-in-time-range" };
    Amount {
        text: text.get("preview-promises"),
        amount: text.with(key, &[("sure", &sure), ("done", &possible), ("all", &due)]),
        good: match (sure == due, possible == due) {
            (true, _) => Some(true),
            (false, true) => None,
            (false, false) => Some(false),
        },
    }
}

/// The close of the quarter as product can foresee it: from estimates, before anything new is accepted.
struct Forecast {
    due: usize,
    /// Surely, and at best.
    in_time: (usize, usize),
    coherence: Band,
    gap: Band,
    upkeep: Band,
}

impl Forecast {
    fn new(game: &Game, split: Allocation) -> Self {
        let (scenario, state) = (game.scenario(), game.state());
        let rules = &scenario.rules;
        let engineering = state.get(Quantity::Engineering).max(1.0);
        let given = capacity(scenario, state, state.support_weeks);
        let for_specials = given.share(split.specials);
        // Support grows with off-strategy customers won this quarter, who are not known yet.
        let pressed = capacity(scenario, state, state.support_weeks * SUPPORT_GROWS).share(split.specials);
        let ahead = Ahead::new(game, for_specials);
        let sure = Ahead::new(game, pressed.min(for_specials)).sure;
        let due = state.works.values().filter(|work| is_due(game, work)).count();
        let in_time = (ahead.in_time(game, sure), ahead.in_time(game, ahead.possible));

        let mut marks = Band { low: 0.0, high: 0.0 };
        let mut upkeep = marks;
        for (i, (work, _)) in ahead.steps.iter().enumerate().take(ahead.possible) {
            let (size, alignment) = believed(game, work);
            let hit = |weeks, alignment| coherence_hit(rules, engineering, work.response, weeks, alignment);
            if i < sure {
                marks.low += hit(size.low, alignment.high);
                upkeep.low += new_upkeep(rules, work.response, size.low);
            }
            marks.high += hit(size.high, alignment.low);
            upkeep.high += new_upkeep(rules, work.response, size.high);
        }
        let share = given.share(split.repair) / engineering;
        let coherence = state.get(Quantity::Coherence);
        let steady = repair_gain(rules, coherence, share) - rules.coherence_decay;
        let removed = repaired_upkeep(rules, state.get(Quantity::Upkeep), share);

        // What the specials do not need goes to the roadmap.
        let gap = state.get(Quantity::Gap);
        let drift = |spent: f64| {
            let roadmap = (given.share(split.roadmap) + for_specials - spent) / engineering;
            roadmap_gain(rules, gap, state.get(Quantity::Discovery), roadmap) - state.get(Quantity::MarketSpeed)
        };
        let mut lead = Band { low: drift(ahead.taken.high), high: drift(ahead.taken.low) };
        for (work, weeks) in &ahead.steps {
            let (_, alignment) = believed(game, work);
            let gain = |alignment| aligned_gain(rules, gap, work.response, alignment, weeks / engineering);
            lead.low += gain(alignment.low);
            lead.high += gain(alignment.high);
        }
        Self {
            due,
            in_time,
            coherence: Band { low: steady - marks.high, high: steady - marks.low },
            gap: lead,
            upkeep: Band { low: upkeep.low - removed, high: upkeep.high - removed },
        }
    }
}

/// How far the specials would get, in order of their due dates.
struct Ahead<'a> {
    /// Each with the engineer-weeks spent on it.
    steps: Vec<(&'a Work, f64)>,
    /// How many would surely be done; below it, how many could be done.
    sure: usize,
    possible: usize,
    /// Engineer-weeks spent on all of them.
    taken: Band,
}

impl<'a> Ahead<'a> {
    /// With `weeks` available. A special that is not begun may be much larger than estimated, but it is unlikely that
    /// all of them are: the error of a sum grows more slowly than the sum.
    fn new(game: &'a Game, weeks: f64) -> Self {
        let state = game.state();
        let open = |work: &&Work| work.open() && work.starts <= state.quarter;
        let mut open: Vec<&Work> = state.works.values().filter(open).collect();
        open.sort_by_key(|work| (work.due, work.id));
        let mut ahead = Self { steps: Vec::new(), sure: 0, possible: 0, taken: Band::default() };
        let (mut usual, mut unsure, mut left) = (0.0, 0.0, weeks);
        for work in open {
            let size = size(work);
            let middle = (size.low + size.high) / 2.0;
            let off = (size.high - size.low) / 2.0 * SURPRISE;
            usual += middle;
            unsure += off * off;
            let all = Band { low: usual - libm::sqrt(unsure), high: usual + libm::sqrt(unsure) };
            ahead.sure += usize::from(all.high <= weeks);
            ahead.possible += usize::from(all.low <= weeks);
            ahead.taken = Band { low: all.low.clamp(0.0, weeks), high: all.high.min(weeks) };
            let given = middle.min(left);
            ahead.steps.push((work, given));
            left -= given;
        }
        ahead
    }

    /// How many of the first specials are promised for this quarter and not late yet.
    fn in_time(&self, game: &Game, first: usize) -> usize {
        self.steps.iter().take(first).filter(|(work, _)| is_due(game, work)).count()
    }
}

/// Whether a special is promised for this quarter or earlier and not late yet.
fn is_due(game: &Game, work: &Work) -> bool {
    let state = game.state();
    work.open() && !work.late && work.due <= state.quarter && state.customers.contains_key(&work.customer)
}

/// Engineer-weeks that a special still takes. If it is not begun, the estimate has its full spread.
fn size(work: &Work) -> Band {
    let remaining = work.remaining as f64 / WEEK_ONE;
    if work.begun { Band { low: remaining, high: remaining } } else { effort_band(0.0, remaining) }
}

/// Size and alignment of accepted work, as far as product knows.
fn believed(game: &Game, work: &Work) -> (Band, Band) {
    let discovery = game.state().get(Quantity::Discovery);
    // The true size is known once work begins.
    let size = if work.begun { Band { low: work.effort, high: work.effort } } else { effort_band(0.0, work.estimate) };
    (size, alignment_band(discovery, work.alignment_estimate))
}
