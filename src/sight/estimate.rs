//! How far estimates may be off: the more discovery, the narrower the range.

use super::Band;

/// How far an estimate of effort may be off at discovery 0: downwards and upwards, relative to the estimate.
const EFFORT_SPREAD: (f64, f64) = (0.35, 0.9);
/// How far an estimate of alignment may be off at discovery 0.
const ALIGNMENT_SPREAD: f64 = 0.25;
/// What remains of a spread at discovery 1.
const NARROWEST: f64 = 0.3;

/// The range of an estimate of effort, in engineer-weeks, given discovery.
#[must_use]
pub fn effort_band(discovery: f64, weeks: f64) -> Band {
    let (down, up) = EFFORT_SPREAD;
    let wide = uncertainty(discovery);
    Band { low: weeks * (1.0 - down * wide), high: weeks * (1.0 + up * wide) }
}

/// The range of an estimate of strategic alignment, 0..1, given discovery.
#[must_use]
pub fn alignment_band(discovery: f64, estimate: f64) -> Band {
    let wide = ALIGNMENT_SPREAD * uncertainty(discovery);
    Band { low: (estimate - wide).max(0.0), high: (estimate + wide).min(1.0) }
}

/// The share of a spread that remains at a level of discovery, 0..1.
fn uncertainty(discovery: f64) -> f64 {
    1.0 - (1.0 - NARROWEST) * discovery
}
