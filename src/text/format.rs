//! How numbers are written: `$1.24M`, `12 wk`, `34 %`, a minus that is a minus sign.

use serde::Serialize;

use crate::scenario::Scenario;
use crate::sim::Quarter;

/// How a number is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Unit {
    /// Dollars.
    Dollars,
    /// A share 0..1, written in percent.
    Percent,
    /// A stock 0..1, written 0 to 100.
    Index,
    /// Engineer-weeks.
    Weeks,
    /// A count.
    Count,
}

impl Unit {
    /// Writes a value in this unit.
    #[must_use]
    pub fn write(self, value: f64) -> String {
        match self {
            Self::Dollars => dollars(value),
            Self::Percent => percent(value),
            Self::Index => index(value),
            Self::Weeks => weeks(value),
            Self::Count => count(value),
        }
    }
}

fn minus(text: String) -> String {
    text.replace('-', "−")
}

/// `$1.24M`, `$180k`, `$900`.
#[must_use]
pub fn dollars(value: f64) -> String {
    let sign = if value <= -0.5 { "−" } else { "" };
    let size = value.abs();
    let digits = match size {
        m if m >= 99_950_000.0 => format!("{:.0}M", m / 1e6),
        m if m >= 9_995_000.0 => format!("{:.1}M", m / 1e6),
        m if m >= 999_500.0 => format!("{:.2}M", m / 1e6),
        k if k >= 1000.0 => format!("{:.0}k", k / 1e3),
        d => format!("{d:.0}"),
    };
    format!("{sign}${digits}")
}

/// `+$0.6M`, `−$180k`, `$0`.
#[must_use]
pub fn signed_dollars(value: f64) -> String {
    if value >= 0.5 { format!("+{}", dollars(value)) } else { dollars(value) }
}

/// `34 %` of a share.
#[must_use]
pub fn percent(share: f64) -> String {
    minus(format!("{:.0} %", whole(share * 100.0)))
}

/// `+3 pt` of a change of a share, `+0.4 pt` when small.
#[must_use]
pub fn percent_points(change: f64) -> String {
    format!("{} pt", signed(change * 100.0))
}

/// `75` of a stock 0.75.
#[must_use]
pub fn index(stock: f64) -> String {
    minus(format!("{:.0}", whole(stock * 100.0)))
}

/// `12 wk`, `2.5 wk` when small.
#[must_use]
pub fn weeks(value: f64) -> String {
    let value = tenths(value);
    minus(if value.abs() < 9.95 && libm::fabs(value - libm::round(value)) > 0.05 {
        format!("{value:.1} wk")
    } else {
        format!("{:.0} wk", whole(value))
    })
}

/// A count.
#[must_use]
pub fn count(value: f64) -> String {
    minus(format!("{:.0}", whole(value)))
}

/// `9 to 20 wk`.
#[must_use]
pub fn range(unit: Unit, low: f64, high: f64) -> String {
    let (low, high) = (unit.write(low), unit.write(high));
    if low == high {
        return high;
    }
    format!("{}–{high}", bare(&low))
}

/// A number without its unit, where the unit follows at the end of a range.
fn bare(number: &str) -> &str {
    number.trim_end_matches(" wk").trim_end_matches(" %").trim_end_matches(" pt")
}

/// A change in a unit, with its sign.
#[must_use]
pub fn change(unit: Unit, value: f64) -> String {
    match unit {
        Unit::Dollars => signed_dollars(value),
        Unit::Percent => percent_points(value),
        Unit::Index => signed(value * 100.0),
        Unit::Weeks => format!("{} wk", signed(value)),
        Unit::Count => signed(value),
    }
}

/// A change between two ends: `+1 to +3`, one number where both read the same.
#[must_use]
pub fn change_range(unit: Unit, low: f64, high: f64) -> String {
    let (low, high) = (change(unit, low), change(unit, high));
    if low == high { high } else { format!("{} … {high}", bare(&low)) }
}

/// A plain number with one decimal, such as a multiple: `4.5`.
#[must_use]
pub fn decimal(value: f64) -> String {
    minus(format!("{:.1}", tenths(value)))
}

/// The same with its sign: `+1.7`, `−0.3`.
#[must_use]
pub fn signed_decimal(value: f64) -> String {
    let value = tenths(value);
    if value == 0.0 { "0.0".to_owned() } else { minus(format!("{value:+.1}")) }
}

/// A change in the scale of the value that it is shown beside: `−$0.6M` beside `$4.10M`.
#[must_use]
pub fn change_beside(unit: Unit, value: f64, beside: f64) -> String {
    let millions = tenths(value / 1e6);
    if unit == Unit::Dollars && beside.abs() >= 999_500.0 && libm::fabs(millions) > 0.05 {
        let sign = if millions < 0.0 { "−" } else { "+" };
        return format!("{sign}${:.1}M", libm::fabs(millions));
    }
    change(unit, value)
}

/// `+3`, `−12`; `+0.4` when small, `0` for nothing.
fn signed(value: f64) -> String {
    let value = tenths(value);
    minus(match libm::fabs(value) {
        none if none < 0.05 => "0".to_owned(),
        small if small < 0.95 => format!("{value:+.1}"),
        _ => format!("{value:+.0}"),
    })
}

/// Rounded to tenths; what rounds to nothing has no sign.
fn tenths(value: f64) -> f64 {
    if libm::fabs(value) < 0.05 { 0.0 } else { libm::round(value * 10.0) / 10.0 }
}

/// Rounded; what rounds to nothing has no sign.
fn whole(value: f64) -> f64 {
    if libm::fabs(value) < 0.5 { 0.0 } else { libm::round(value) }
}

/// The calendar name of a quarter: `Q3 2027`.
#[must_use]
pub fn quarter_name(scenario: &Scenario, quarter: Quarter) -> String {
    let (first, year) = scenario.company.first_quarter;
    let position = u16::from(first.saturating_sub(1)) + u16::from(quarter.0.saturating_sub(1));
    format!("Q{} {}", position % 4 + 1, year + position / 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_short_and_a_minus_is_a_minus_sign() {
        assert_eq!(dollars(1_240_000.0), "$1.24M");
        assert_eq!(dollars(12_000_000.0), "$12.0M");
        assert_eq!(dollars(180_400.0), "$180k");
        assert_eq!(signed_dollars(-600_000.0), "−$600k");
        assert_eq!(signed_dollars(0.2), "$0");
        assert_eq!(change_beside(Unit::Dollars, -600_000.0, 4_100_000.0), "−$0.6M");
        assert_eq!(change_beside(Unit::Dollars, 40_000.0, 4_100_000.0), "+$40k");
    }

    #[test]
    fn shares_and_weeks_have_their_unit() {
        assert_eq!(percent(0.344), "34 %");
        assert_eq!(percent_points(-0.03), "−3 pt");
        assert_eq!(weeks(2.5), "2.5 wk");
        assert_eq!(weeks(12.4), "12 wk");
        assert_eq!(range(Unit::Weeks, 9.0, 20.0), "9–20 wk");
        assert_eq!(change(Unit::Index, -0.0001), "0");
        assert_eq!(change(Unit::Index, -0.004), "−0.4");
        assert_eq!(change(Unit::Index, 0.073), "+7");
        assert_eq!(change(Unit::Weeks, -2.0), "−2 wk");
        assert_eq!(index(-0.002), "0");
    }
}
