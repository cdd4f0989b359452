//! What a split of engineering would do this quarter, as far as product can estimate it.

use super::look::{alignment_band, effort_band};
use super::{Amount, Band};
use crate::sim::formula::{capacity, coherence_hit, repair_gain, repaired_upkeep, roadmap_gain};
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
        let weeks = |percent: u8| capacity(scenario, state, state.support_weeks).available * f64::from(percent) / 100.0;
        let (done, spent) = delivered(game, weeks(split.specials));
        let late = |work: &&Work| work.open() && work.due <= state.quarter;
        let due = state.works.values().filter(late).filter(|work| !work.late).count();
        let in_time = done.iter().filter(|work| late(work) && !work.late).count();

        let mut marks = Band { low: 0.0, high: 0.0 };
        let mut new_upkeep = marks;
        for work in &done {
            let (size, alignment) = believed(game, work);
            let hit = |weeks, alignment| coherence_hit(rules, engineering, work.response, weeks, alignment);
            marks.low += hit(size.low, alignment.high);
            marks.high += hit(size.high, alignment.low);
            let rate = work.response.terms(rules).upkeep;
            new_upkeep.low += size.low * rate;
            new_upkeep.high += size.high * rate;
        }
        let share = weeks(split.repair) / engineering;
        let coherence = state.get(Quantity::Coherence);
        let steady = repair_gain(rules, coherence, share) - rules.coherence_decay;
        let removed = repaired_upkeep(rules, state.get(Quantity::Upkeep), share);

        // What the specials do not need goes into the roadmap.
        let roadmap = (weeks(split.roadmap) + weeks(split.specials) - spent) / engineering;
        let gap = state.get(Quantity::Gap);
        let drift =
            roadmap_gain(rules, gap, state.get(Quantity::Discovery), roadmap) - state.get(Quantity::MarketSpeed);
        let saturation = 1.0 - gap.max(0.0) / rules.gap_limit;
        let aligned = rules.gap_special * spent / engineering * saturation;
        Self {
            due,
            in_time,
            coherence: Band { low: steady - marks.high, high: steady - marks.low },
            gap: Band { low: drift, high: drift + aligned },
            upkeep: Band { low: new_upkeep.low - removed, high: new_upkeep.high - removed },
        }
    }
}

/// The specials that would be finished with so many weeks, in the order in which they are due, and the weeks it took.
fn delivered(game: &Game, weeks: f64) -> (Vec<&Work>, f64) {
    let state = game.state();
    let open = |work: &&Work| work.open() && work.starts <= state.quarter;
    let mut open: Vec<&Work> = state.works.values().filter(open).collect();
    open.sort_by_key(|work| (work.due, work.id));
    let mut left = weeks;
    let mut done = Vec::new();
    for work in open {
        let needed = work.remaining as f64 / WEEK_ONE;
        if needed <= left {
            done.push(work);
        }
        left -= needed.min(left);
    }
    (done, weeks - left)
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
