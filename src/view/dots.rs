//! Futures as dots that can be counted.

use crate::lab::Gain;

/// Futures are told as so many dots: people judge counts of a few better than shares.
pub const DOTS: u8 = 20;

/// In how many of twenty futures a way would have been better.
pub(super) fn dots(gain: &Gain) -> u8 {
    libm::round(gain.share() * f64::from(DOTS)) as u8
}
