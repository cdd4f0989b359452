//! An axis with round numbers.

/// Most marks on an axis.
const MOST: usize = 4;

/// A scale from values to positions, with a few round marks.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Axis {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Round values in between, at most four.
    pub ticks: Vec<f64>,
}

impl Axis {
    /// An axis that includes all values; `least` is the smallest step worth a mark.
    pub fn over(values: impl IntoIterator<Item = f64>, least: f64) -> Self {
        let finite = values.into_iter().filter(|value| value.is_finite());
        let (low, high) = finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
        let (low, high) = if low > high { (0.0, 1.0) } else { (low, high) };
        // Widen a tiny range, so that tiny differences look tiny.
        let missing = (2.0 * least - (high - low)).max(0.0);
        let (low, high) = (low - missing / 2.0, high + missing / 2.0);
        let step = step((high - low) / (MOST as f64 - 1.0), least);
        let first = libm::floor(low / step + 1e-9);
        let last = libm::ceil(high / step - 1e-9);
        let count = (last - first) as usize;
        // Rounding both ends outwards may give one mark too many; then leave out some in between.
        let every = count.div_ceil(MOST - 1).max(1);
        let ticks = (0..=count).step_by(every).map(|i| (first + i as f64) * step).collect();
        Self { low: first * step, high: last * step, ticks }
    }

    /// The position of a value: 0 at the lower end, 1 at the upper end.
    pub fn share(&self, value: f64) -> f64 {
        if self.high > self.low { ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0) } else { 0.5 }
    }
}

/// The next round step: 1, 2 or 5 times a power of ten.
fn step(rough: f64, least: f64) -> f64 {
    let rough = rough.max(least).max(1e-12);
    let power = libm::pow(10.0, libm::floor(libm::log10(rough)));
    let round = [1.0, 2.0, 5.0].into_iter().find(|round| round * power >= rough * 0.999_999).unwrap_or(10.0);
    round * power
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_has_at_most_four_round_marks_and_holds_every_value() {
        for (low, high) in [(0.0, 1.0), (-3.2e6, 18.4e6), (0.31, 0.97), (5.0, 5.0), (12.0e6, 12.1e6), (-0.2, -0.1)] {
            let axis = Axis::over([low, high], 0.01);
            assert!((2..=4).contains(&axis.ticks.len()), "{axis:?}");
            assert!(axis.low <= low && axis.high >= high, "{axis:?}");
            assert!(axis.ticks.iter().all(|tick| (axis.low..=axis.high + 1e-9).contains(tick)), "{axis:?}");
        }
    }

    #[test]
    fn no_values_still_have_an_axis() {
        assert_eq!(Axis::over([], 0.01).low, 0.0);
        assert!(Axis::over([f64::NAN], 0.01).share(f64::NAN).is_nan());
    }
}
