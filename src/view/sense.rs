//! One rule for colours: a change is good or bad by its meaning for the company over the displayed span. A change that
//! is displayed as zero is neither.

use crate::text::{self, Text, Unit};

/// Whether an amount is displayed as other than zero; text without digits counts as well.
#[must_use]
pub fn is_something(amount: &str) -> bool {
    let mut digits = amount.chars().filter(char::is_ascii_digit).peekable();
    digits.peek().is_none() || digits.any(|digit| digit != '0')
}

/// Whether the last value is better than the first, for a number where higher is better. `None` if no change is
/// displayed.
#[must_use]
pub fn trend(text: &Text, unit: Unit, values: &[f64]) -> Option<bool> {
    let change = values.last()? - values.first()?;
    is_something(&text::change(text, unit, change)).then_some(change > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_judged_by_its_ends_and_not_by_its_last_step() {
        let of = |values: &[f64]| trend(&Text::default(), Unit::Index, values);
        assert_eq!(of(&[0.60, 0.35, 0.20, 0.21]), Some(false));
        assert_eq!(of(&[0.20, 0.70, 0.60]), Some(true));
        assert_eq!((of(&[0.60, 0.20, 0.6001]), of(&[0.6]), of(&[])), (None, None, None));
    }

    #[test]
    fn what_reads_as_nothing_is_neither_good_nor_bad() {
        assert!(["+$0.6M", "−3 pt", "+0.01", "delivered", ""].into_iter().all(is_something));
        assert!(!["0.00", "+0.0", "$0", "−$0", "0 pt"].into_iter().any(is_something));
    }
}
