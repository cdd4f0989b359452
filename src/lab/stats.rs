//! Mean and standard error of a stream of numbers, in constant memory.

/// A running mean (Welford's algorithm).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stats {
    count: u32,
    mean: f64,
    squares: f64,
}

impl Stats {
    /// Adds a number.
    pub fn push(&mut self, number: f64) {
        self.count += 1;
        let before = number - self.mean;
        self.mean += before / f64::from(self.count);
        self.squares += before * (number - self.mean);
    }

    /// How many numbers were added.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.count
    }

    /// Their mean; 0 if there are none.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// Standard error of the mean; 0 with fewer than two numbers.
    #[must_use]
    pub fn error(&self) -> f64 {
        if self.count < 2 {
            return 0.0;
        }
        let count = f64::from(self.count);
        libm::sqrt(self.squares / (count - 1.0) / count)
    }

    /// Whether the mean is above a bound by more than two standard errors.
    #[must_use]
    pub fn clearly_above(&self, bound: f64) -> bool {
        self.count >= 2 && self.mean - 2.0 * self.error() > bound
    }
}

impl FromIterator<f64> for Stats {
    fn from_iter<I: IntoIterator<Item = f64>>(numbers: I) -> Self {
        let mut stats = Self::default();
        numbers.into_iter().for_each(|number| stats.push(number));
        stats
    }
}

#[cfg(test)]
mod tests {
    use super::Stats;

    #[test]
    fn mean_and_standard_error_are_those_of_the_textbook() {
        let stats: Stats = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0].into_iter().collect();
        assert!((stats.mean() - 5.0).abs() < 1e-12);
        assert!((stats.error() - libm::sqrt(32.0 / 7.0 / 8.0)).abs() < 1e-12);
        assert!(stats.clearly_above(3.0) && !stats.clearly_above(4.5));
    }
}
