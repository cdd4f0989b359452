//! What a split of engineering would do this quarter, as far as product can estimate it.

use super::look::{alignment_band, effort_band};
use super::{Amount, Band};
use crate::sim::formula::{
    aligned_gain, capacity, coherence_hit, new_upkeep, repair_gain, repaired_upkeep, roadmap_gain,
};
use crate::sim::{Allocation, Game, Quantity, WEEK_ONE, Work};
use crate::text::{self, Text, Unit};

/// What a split would move: promises in time, coherence, market gap, upkeep.
pub(super) fn preview(game: &Game, text: &Text, split: Allocation) -> Vec<Amount> {
    let forecast = Forecast::new(game, split);
    let mut lines = Vec::new();
    if forecast.due > 0 {
        lines.push(Amount {
            text: text.get("preview-promises"),
            amount: text.with("preview-in-time", &[("done", &forecast.in_time), ("all", &forecast.due)]),
            good: Some(forecast.in_time == forecast.due),
        });
    }
    let mut line = |key: &str, unit, band: Band, up_is_good: bool| {
        let good = if band.low > 0.0 {
            Some(up_is_good)
        } else if band.high < 0.0 {
            Some(!up_is_good)
        } else {
            None
        };
        lines.push(Amount { text: text.get(key), amount: text::change_range(text, unit, band.low, band.high), good });
    };
    line("measure-coherence", Unit::Index, forecast.coherence, true);
    line("measure-gap", Unit::Index, forecast.gap, true);
    line("measure-upkeep", Unit::Weeks, forecast.upkeep, false);
    lines
}

/// The quarter's close as product can foresee it: by estimates, before anything new is accepted.
struct Forecast {
    due: usize,
    in_time: usize,
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
        let advanced = advanced(game, for_specials);
        let spent: f64 = advanced.iter().map(|step| step.weeks).sum();
        let done: Vec<&Work> = advanced.iter().filter(|step| step.done).map(|step| step.work).collect();
        let late = |work: &&Work| work.open() && work.due <= state.quarter;
        let due = state.works.values().filter(late).filter(|work| !work.late).count();
        let in_time = done.iter().filter(|work| late(work) && !work.late).count();

        let mut marks = Band { low: 0.0, high: 0.0 };
        let mut upkeep = marks;
        for work in &done {
            let (size, alignment) = believed(game, work);
            let hit = |weeks, alignment| coherence_hit(rules, engineering, work.response, weeks, alignment);
            marks.low += hit(size.low, alignment.high);
            marks.high += hit(size.high, alignment.low);
            upkeep.low += new_upkeep(rules, work.response, size.low);
            upkeep.high += new_upkeep(rules, work.response, size.high);
        }
        let share = given.share(split.repair) / engineering;
        let coherence = state.get(Quantity::Coherence);
        let steady = repair_gain(rules, coherence, share) - rules.coherence_decay;
        let removed = repaired_upkeep(rules, state.get(Quantity::Upkeep), share);

        // What the specials do not need goes into the roadmap.
        let roadmap = (given.share(split.roadmap) + for_specials - spent) / engineering;
        let gap = state.get(Quantity::Gap);
        let drift =
            roadmap_gain(rules, gap, state.get(Quantity::Discovery), roadmap) - state.get(Quantity::MarketSpeed);
        let mut lead = Band { low: drift, high: drift };
        for step in &advanced {
            let (_, alignment) = believed(game, step.work);
            let gain = |alignment| aligned_gain(rules, gap, step.work.response, alignment, step.weeks / engineering);
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

/// What would be done on a special in the quarter.
struct Step<'a> {
    work: &'a Work,
    /// Engineer-weeks that it takes.
    weeks: f64,
    /// Whether it is finished with them.
    done: bool,
}

/// What so many weeks would do for the specials, in the order in which they are due.
fn advanced(game: &Game, weeks: f64) -> Vec<Step<'_>> {
    let state = game.state();
    let open = |work: &&Work| work.open() && work.starts <= state.quarter;
    let mut open: Vec<&Work> = state.works.values().filter(open).collect();
    open.sort_by_key(|work| (work.due, work.id));
    let mut left = weeks;
    open.into_iter()
        .map(|work| {
            let needed = work.remaining as f64 / WEEK_ONE;
            let step = Step { work, weeks: needed.min(left), done: needed <= left };
            left -= step.weeks;
            step
        })
        .collect()
}

/// Size and alignment of accepted work, as product believes them.
fn believed(game: &Game, work: &Work) -> (Band, Band) {
    let state = game.state();
    let discovery = state.get(Quantity::Discovery);
    // Once work began its size is known.
    let size =
        if work.begun { Band { low: work.effort, high: work.effort } } else { effort_band(discovery, work.estimate) };
    (size, alignment_band(discovery, work.alignment_estimate))
}
