//! How numbers are written: `$1.24M`, `12 wk`, `34 %`, with a real minus sign. Signs and units come from the language.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Teller, Text};
use crate::ids::Quarter;

/// Placeholder for the number while the words around it are looked up.
const HERE: &str = "\u{FFFC}";

/// What a number measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub enum Unit {
    /// Dollars.
    Dollars,
    /// A share 0..1, written as a percentage.
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
    pub fn write(self, language: &impl AsRef<Numbers>, value: f64) -> String {
        match self {
            Self::Dollars => dollars(language, value),
            Self::Percent => percent(language, value),
            Self::Index => index(value),
            Self::Weeks => weeks(language, value),
            Self::Count => count(value),
        }
    }

    /// Whether a change in this unit is large enough to be written as something other than zero.
    #[must_use]
    pub fn shows(self, change: f64) -> bool {
        match self {
            Self::Dollars => change.abs() > 0.5,
            Self::Percent | Self::Index => (change * 100.0).abs() >= 0.05,
            Self::Weeks | Self::Count => change.abs() >= 0.05,
        }
    }
}

/// The signs and units of a language, for code that writes numbers but no other texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    decimal: String,
    dollars: Around,
    thousand: Around,
    million: Around,
    percent: Around,
    points: Around,
    weeks: Around,
}

/// The text before and after a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Around(String, String);

impl Around {
    fn of(text: &Text, key: &str) -> Self {
        let whole = text.with(key, &[("number", &HERE)]);
        let (before, after) = whole.split_once(HERE).unwrap_or((&whole, ""));
        Self(before.to_owned(), after.to_owned())
    }

    fn put(&self, number: &str) -> String {
        format!("{}{number}{}", self.0, self.1)
    }
}

impl Numbers {
    pub(super) fn of(text: &Text) -> Self {
        Self {
            decimal: text.get("number-decimal"),
            dollars: Around::of(text, "unit-dollars"),
            thousand: Around::of(text, "unit-thousand"),
            million: Around::of(text, "unit-million"),
            percent: Around::of(text, "unit-percent"),
            points: Around::of(text, "unit-points"),
            weeks: Around::of(text, "unit-weeks"),
        }
    }

    /// The decimal separator.
    pub(super) fn decimal_sign(&self) -> char {
        self.decimal.chars().next().unwrap_or('.')
    }

    /// The units of thousands, millions, points and weeks.
    pub(super) fn endings(&self) -> [&str; 4] {
        [&self.thousand, &self.million, &self.points, &self.weeks].map(|around| around.1.as_str())
    }

    /// Replaces the signs in a number that Rust wrote by those of the language.
    fn signs(&self, number: &str) -> String {
        number.replace('-', "−").replace('.', &self.decimal)
    }
}

impl AsRef<Self> for Numbers {
    fn as_ref(&self) -> &Self {
        self
    }
}

/// `$1.24M`, `$180k`, `$900`.
#[must_use]
pub fn dollars(language: &impl AsRef<Numbers>, value: f64) -> String {
    let numbers = language.as_ref();
    let size = value.abs();
    let millions = |digits: usize| numbers.million.put(&numbers.signs(&format!("{:.digits$}", size / 1e6)));
    let amount = match size {
        m if m >= 99_950_000.0 => millions(0),
        m if m >= 9_995_000.0 => millions(1),
        m if m >= 999_500.0 => millions(2),
        k if k >= 999.5 => numbers.thousand.put(&format!("{:.0}", k / 1e3)),
        d => format!("{d:.0}"),
    };
    let sign = if value < -0.5 { "−" } else { "" };
    format!("{sign}{}", numbers.dollars.put(&amount))
}

/// `+$0.6M`, `−$180k`, `$0`.
#[must_use]
pub fn signed_dollars(language: &impl AsRef<Numbers>, value: f64) -> String {
    let sign = if value > 0.5 { "+" } else { "" };
    format!("{sign}{}", dollars(language, value))
}

/// `34 %` for a share.
#[must_use]
pub fn percent(language: &impl AsRef<Numbers>, share: f64) -> String {
    let numbers = language.as_ref();
    numbers.percent.put(&numbers.signs(&format!("{:.0}", whole(share * 100.0))))
}

/// `34.2 %` for a share.
#[must_use]
pub fn percent_in_tenths(language: &impl AsRef<Numbers>, share: f64) -> String {
    let numbers = language.as_ref();
    numbers.percent.put(&decimal(numbers, share * 100.0))
}

/// `+3 pt` for a change in a share, `+0.4 pt` if small.
#[must_use]
pub fn percent_points(language: &impl AsRef<Numbers>, change: f64) -> String {
    let numbers = language.as_ref();
    numbers.points.put(&signed(numbers, change * 100.0))
}

/// `75` for a stock of 0.75.
#[must_use]
pub fn index(stock: f64) -> String {
    count(stock * 100.0)
}

/// `12 wk`; `2.5 wk` if small.
#[must_use]
pub fn weeks(language: &impl AsRef<Numbers>, value: f64) -> String {
    let numbers = language.as_ref();
    numbers.weeks.put(&bare_weeks(numbers, value))
}

fn bare_weeks(numbers: &Numbers, value: f64) -> String {
    let value = tenths(value);
    if value.abs() < 9.95 && libm::fabs(value - libm::round(value)) > 0.05 {
        numbers.signs(&format!("{value:.1}"))
    } else {
        count(value)
    }
}

/// A count.
#[must_use]
pub fn count(value: f64) -> String {
    format!("{:.0}", whole(value)).replace('-', "−")
}

/// `9–20 wk`, or one number if both ends look the same.
#[must_use]
pub fn range(language: &impl AsRef<Numbers>, unit: Unit, low: f64, high: f64) -> String {
    let numbers = language.as_ref();
    let (from, to) = (unit.write(numbers, low), unit.write(numbers, high));
    if from == to {
        return to;
    }
    format!("{}–{to}", without_unit_of(&from, &to))
}

/// A number without its unit if the other end has the same one: `9–20 wk`, but `$163k–$245k`.
fn without_unit_of<'a>(from: &'a str, to: &str) -> &'a str {
    let digits = |text: &str| text.rfind(|c: char| c.is_ascii_digit()).map_or(0, |last| last + 1);
    let (from_end, to_end) = (digits(from), digits(to));
    let leads = from.starts_with(|c: char| c.is_ascii_digit());
    if leads && from[from_end..] == to[to_end..] { &from[..from_end] } else { from }
}

/// A change in a unit, with its sign.
#[must_use]
pub fn change(language: &impl AsRef<Numbers>, unit: Unit, value: f64) -> String {
    let numbers = language.as_ref();
    match unit {
        Unit::Dollars => signed_dollars(numbers, value),
        Unit::Percent => percent_points(numbers, value),
        Unit::Index => signed(numbers, value * 100.0),
        Unit::Weeks => numbers.weeks.put(&signed(numbers, value)),
        Unit::Count => signed(numbers, value),
    }
}

/// The width of a range: in points for a share or an index, otherwise in the unit.
#[must_use]
pub fn width(language: &impl AsRef<Numbers>, unit: Unit, width: f64) -> String {
    let numbers = language.as_ref();
    match unit {
        Unit::Percent | Unit::Index => numbers.points.put(&count(width * 100.0)),
        unit => unit.write(numbers, width),
    }
}

/// A range of changes: `+1 … +3`, or one number if both ends look the same.
#[must_use]
pub fn change_range(language: &impl AsRef<Numbers>, unit: Unit, low: f64, high: f64) -> String {
    let numbers = language.as_ref();
    let (from, to) = (change(numbers, unit, low), change(numbers, unit, high));
    if from == to {
        return to;
    }
    let pair = |scale: f64| format!("{} … {}", signed(numbers, low * scale), signed(numbers, high * scale));
    match unit {
        Unit::Weeks => numbers.weeks.put(&pair(1.0)),
        Unit::Percent => numbers.points.put(&pair(100.0)),
        _ => format!("{from} … {to}"),
    }
}

/// A plain number with one decimal, such as a multiple: `4.5`.
#[must_use]
pub fn decimal(language: &impl AsRef<Numbers>, value: f64) -> String {
    language.as_ref().signs(&format!("{:.1}", tenths(value)))
}

/// The same with a sign: `+1.7`, `−0.3`.
#[must_use]
pub fn signed_decimal(language: &impl AsRef<Numbers>, value: f64) -> String {
    let value = tenths(value);
    let number = if value == 0.0 { "0.0".to_owned() } else { format!("{value:+.1}") };
    language.as_ref().signs(&number)
}

/// A plain number with two decimals, for numbers that have to add up on screen: `4.58`.
#[must_use]
pub fn hundredths(language: &impl AsRef<Numbers>, value: f64) -> String {
    language.as_ref().signs(&format!("{value:.2}"))
}

/// The same with a sign: `+0.70`, `−0.13`.
#[must_use]
pub fn signed_hundredths(language: &impl AsRef<Numbers>, value: f64) -> String {
    let value = libm::round(value * 100.0) / 100.0;
    let number = if value == 0.0 { "0.00".to_owned() } else { format!("{value:+.2}") };
    language.as_ref().signs(&number)
}

/// A change given in the scale of its unit (points, not shares), with one decimal: `+1.7`, `−0.3 pt`.
#[must_use]
pub fn change_in_tenths(language: &impl AsRef<Numbers>, unit: Unit, value: f64) -> String {
    let numbers = language.as_ref();
    let number = signed_decimal(numbers, value);
    match unit {
        Unit::Percent => numbers.points.put(&number),
        Unit::Weeks => numbers.weeks.put(&number),
        _ => number,
    }
}

/// A change in the scale of the value beside it: `−$0.6M` beside `$4.10M`. Below a tenth of a million it stays in
/// thousands.
#[must_use]
pub fn change_beside(language: &impl AsRef<Numbers>, unit: Unit, value: f64, beside: f64) -> String {
    let numbers = language.as_ref();
    if unit == Unit::Dollars && beside.abs() >= 999_500.0 && value.abs() >= 99_500.0 {
        let millions = tenths(value / 1e6);
        let sign = if millions < 0.0 { "−" } else { "+" };
        let amount = numbers.million.put(&numbers.signs(&format!("{:.1}", libm::fabs(millions))));
        return format!("{sign}{}", numbers.dollars.put(&amount));
    }
    change(numbers, unit, value)
}

/// `+3`, `−12`; `+0.4` if small, `0` for nothing.
fn signed(numbers: &Numbers, value: f64) -> String {
    let value = tenths(value);
    numbers.signs(&match libm::fabs(value) {
        none if none < 0.05 => "0".to_owned(),
        small if small < 0.95 => format!("{value:+.1}"),
        _ => format!("{value:+.0}"),
    })
}

/// Rounds to tenths, without a minus sign on zero.
fn tenths(value: f64) -> f64 {
    if libm::fabs(value) < 0.05 { 0.0 } else { libm::round(value * 10.0) / 10.0 }
}

/// Rounds, without a minus sign on zero.
fn whole(value: f64) -> f64 {
    if libm::fabs(value) < 0.5 { 0.0 } else { libm::round(value) }
}

/// The calendar name of a quarter: `Q3 2027`.
#[must_use]
pub fn quarter_name(text: &Teller, quarter: Quarter) -> String {
    let (first, year) = text.scenario().company.first_quarter;
    let position = u16::from(first.saturating_sub(1)) + u16::from(quarter.0.saturating_sub(1));
    let (number, year) = (position % 4 + 1, (year + position / 4).to_string());
    text.with("quarter-name", &[("number", &number), ("year", &year)])
}

/// A quarter of the game by its number: `Q3`.
#[must_use]
pub fn quarter_number(text: &Text, number: u8) -> String {
    text.with("quarter-number", &[("number", &number)])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A number with plain spaces in place of no-break ones.
    fn read(number: String) -> String {
        number.replace('\u{A0}', " ")
    }

    #[test]
    fn money_is_short_and_a_minus_is_a_minus_sign() {
        let text = Text::default();
        assert_eq!(dollars(&text, 1_240_000.0), "$1.24M");
        assert_eq!(dollars(&text, 12_000_000.0), "$12.0M");
        assert_eq!(dollars(&text, 180_400.0), "$180k");
        assert_eq!(signed_dollars(&text, -600_000.0), "−$600k");
        assert_eq!(signed_dollars(&text, 0.2), "$0");
        assert_eq!(change_beside(&text, Unit::Dollars, -600_000.0, 4_100_000.0), "−$0.6M");
        for (value, written) in
            [(40e3, "+$40k"), (49_521.0, "+$50k"), (50e3, "+$50k"), (-99_499.0, "−$99k"), (99_500.0, "+$0.1M")]
        {
            assert_eq!(change_beside(&text, Unit::Dollars, value, 4_100_000.0), written);
        }
    }

    #[test]
    fn shares_and_weeks_have_their_unit() {
        let text = Text::default();
        assert_eq!(read(percent(&text, 0.344)), "34 %");
        assert_eq!(read(percent_points(&text, -0.03)), "−3 pt");
        assert_eq!(read(weeks(&text, 2.5)), "2.5 wk");
        assert_eq!(read(weeks(&text, 12.4)), "12 wk");
        assert_eq!(read(range(&text, Unit::Weeks, 9.0, 20.0)), "9–20 wk");
        assert_eq!(change(&text, Unit::Index, -0.0001), "0");
        assert_eq!(change(&text, Unit::Index, -0.004), "−0.4");
        assert_eq!(change(&text, Unit::Index, 0.073), "+7");
        assert_eq!(read(change(&text, Unit::Weeks, -2.0)), "−2 wk");
        assert_eq!(index(-0.002), "0");
    }

    #[test]
    fn a_language_has_its_own_signs_and_units() {
        let text = Text::new("de");
        assert_eq!(read(dollars(&text, -1_240_000.0)), "−1,24 Mio. $");
        assert_eq!(read(dollars(&text, 180_400.0)), "180 Tsd. $");
        assert_eq!(read(range(&text, Unit::Weeks, 2.5, 20.0)), "2,5–20 Wo.");
        assert_eq!(read(range(&text, Unit::Dollars, 163_000.0, 245_000.0)), "163–245 Tsd. $");
        assert_eq!(read(range(&text, Unit::Dollars, 163_000.0, 1_240_000.0)), "163 Tsd. $–1,24 Mio. $");
        assert_eq!(read(range(&Text::default(), Unit::Dollars, 163_000.0, 245_000.0)), "$163k–$245k");
        assert_eq!(read(range(&Text::default(), Unit::Percent, 0.31, 0.44)), "31–44 %");
        assert_eq!(read(change_range(&text, Unit::Percent, 0.004, 0.03)), "+0,4 … +3 Pkt.");
    }

    #[test]
    fn a_change_shows_if_and_only_if_it_is_not_written_as_zero() {
        let text = Text::default();
        for unit in [Unit::Dollars, Unit::Percent, Unit::Index, Unit::Weeks, Unit::Count] {
            for step in -400..=400 {
                let value = f64::from(step) * if unit == Unit::Dollars { 0.01 } else { 0.000_25 };
                let written = change(&text, unit, value).chars().any(|digit| ('1'..='9').contains(&digit));
                assert_eq!(unit.shows(value), written, "{unit:?} {value}");
            }
        }
    }
}
