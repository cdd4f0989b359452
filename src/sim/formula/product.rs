//! How work affects the product: coherence, upkeep, the market gap.

use crate::scenario::Rules;
use crate::sim::Response;

/// Coherence lost to a special, by its size in weeks and its alignment: `(effort/K)(0.5(1−alignment)·k + 0.03)`.
#[must_use]
pub fn coherence_hit(rules: &Rules, engineering: f64, response: Response, weeks: f64, alignment: f64) -> f64 {
    let misfit = rules.coherence_misfit * (1.0 - alignment) * response.terms(rules).coherence;
    weeks / engineering.max(1.0) * (misfit + rules.coherence_change)
}

/// Coherence that comes back when the special is sunset.
#[must_use]
pub fn sunset_gain(rules: &Rules, engineering: f64, response: Response, weeks: f64, alignment: f64) -> f64 {
    coherence_hit(rules, engineering, response, weeks, alignment) * rules.sunset_coherence
}

/// Upkeep that a special of this many weeks adds, in weeks per quarter.
#[must_use]
pub fn new_upkeep(rules: &Rules, response: Response, weeks: f64) -> f64 {
    weeks * response.terms(rules).upkeep
}

/// Coherence gained by spending a share of engineering on repair: `0.55·share(1−Q)^0.6`.
#[must_use]
pub fn repair_gain(rules: &Rules, coherence: f64, share: f64) -> f64 {
    rules.repair_gain * share * libm::pow(1.0 - coherence, rules.repair_power)
}

/// Upkeep removed by spending a share of engineering on repair, in the unit of `upkeep`.
#[must_use]
pub fn repaired_upkeep(rules: &Rules, upkeep: f64, share: f64) -> f64 {
    rules.repair_upkeep * upkeep * (share / rules.repair_upkeep_full).min(1.0)
}

/// Market gap gained by spending a share of engineering on the roadmap: `0.215·share^0.75(0.65+0.45D)(1−max(G,0)/0.6)`.
#[must_use]
pub fn roadmap_gain(rules: &Rules, gap: f64, discovery: f64, share: f64) -> f64 {
    let directed = rules.gap_undirected + rules.gap_discovery * discovery;
    rules.gap_gain * libm::pow(share.max(0.0), rules.gap_power) * directed * saturation(rules, gap)
}

/// Market gap gained by spending a share of engineering on specials in line with the strategy, weighted by alignment.
#[must_use]
pub fn aligned_gain(rules: &Rules, gap: f64, response: Response, alignment: f64, share: f64) -> f64 {
    rules.gap_special * share * alignment * response.terms(rules).aligned * saturation(rules, gap)
}

/// A product that already leads gains less: `1 − max(G,0)/0.6`.
fn saturation(rules: &Rules, gap: f64) -> f64 {
    1.0 - gap.max(0.0) / rules.gap_limit
}
