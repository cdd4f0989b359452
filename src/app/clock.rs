//! Local dates and times: the seed of today's date, and dates and times in words.

use std::time::SystemTime;

use jiff::ZonedDateTime;
use jiff::civil::{Date, DateTime};

use crate::text::Text;

/// The years whose dates count as seeds of a day.
const YEARS: std::ops::RangeInclusive<i16> = 2020..=2199;

/// The seed of today's date, so everybody who plays on the same day gets the same one.
#[must_use]
pub fn today() -> u64 {
    seed_of(ZonedDateTime::now().date())
}

/// The seed of a day is its date as a number, such as 20261128.
fn seed_of(day: Date) -> u64 {
    [day.year().unsigned_abs(), day.month().unsigned_abs().into(), day.day().unsigned_abs().into()]
        .into_iter()
        .fold(0, |seed, part| seed * 100 + u64::from(part))
}

/// The day that a seed stands for, if it is the seed of a day.
fn day_of(seed: u64) -> Option<Date> {
    let part = |shift: u64, size: u64| i16::try_from(seed / shift % size).ok();
    let year = i16::try_from(seed / 10_000).ok().filter(|year| YEARS.contains(year))?;
    let (month, day) = (i8::try_from(part(100, 100)?).ok()?, i8::try_from(part(1, 100)?).ok()?);
    Date::new(year, month, day).ok()
}

/// The date in words, if the seed is the seed of a day.
#[must_use]
pub fn date_of_seed(text: &Text, seed: u64) -> Option<String> {
    day_of(seed).map(|day| date(text, day))
}

/// `Seed 7`, or `Seed 20261128 (28 November 2026)`.
#[must_use]
pub fn seed(text: &Text, seed: u64) -> String {
    let number = seed.to_string();
    match date_of_seed(text, seed) {
        Some(date) => text.with("seed-of-day", &[("seed", &number), ("date", &date)]),
        None => text.with("seed-of", &[("seed", &number)]),
    }
}

/// When something happened, in words as of today: `today 14:05`, `yesterday 9:30`, `12 November 2026`. Empty
/// for a time that has no date.
#[must_use]
pub fn when(text: &Text, then: SystemTime) -> String {
    match ZonedDateTime::try_from(then) {
        Ok(then) => said(text, then.datetime(), ZonedDateTime::now().datetime()),
        // The time is outside the years that a date can have.
        Err(_) => String::new(),
    }
}

fn said(text: &Text, then: DateTime, now: DateTime) -> String {
    let time = format!("{}:{:02}", then.hour(), then.minute());
    if then.date() == now.date() {
        text.with("when-today", &[("time", &time)])
    } else if now.date().yesterday().is_ok_and(|yesterday| then.date() == yesterday) {
        text.with("when-yesterday", &[("time", &time)])
    } else {
        date(text, then.date())
    }
}

fn date(text: &Text, day: Date) -> String {
    let (number, month) = (day.day().to_string(), u16::from(day.month().unsigned_abs()));
    // The year is passed as text, because a number would get a thousands separator.
    text.with("when-day", &[("day", &number), ("month", &month), ("year", &day.year().to_string())])
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use jiff::civil::{date, datetime};

    use super::*;

    #[test]
    fn the_seed_of_a_day_is_its_date_and_tells_it() {
        assert_eq!(seed_of(date(2026, 11, 28)), 20_261_128);
        assert_eq!(seed_of(date(2027, 1, 5)), 20_270_105);
        let told = |language, seed| date_of_seed(&Text::new(language), seed);
        assert_eq!(told("en", 20_261_128).unwrap(), "28 November 2026");
        assert_eq!(told("de", 20_270_105).unwrap(), "5. Januar 2027");
        for none in [7, 20_261_131, 20_260_010, 19_000_101, u64::MAX] {
            assert_eq!(told("en", none), None, "{none}");
        }
    }

    #[test]
    fn a_time_is_said_as_people_say_it_today() {
        let now = datetime(2026, 11, 28, 15, 0, 0, 0);
        let told = |then| said(&Text::default(), then, now);
        assert_eq!(told(datetime(2026, 11, 28, 14, 5, 0, 0)), "today 14:05");
        assert_eq!(told(datetime(2026, 11, 27, 23, 59, 0, 0)), "yesterday 23:59");
        assert_eq!(told(datetime(2026, 11, 26, 23, 59, 0, 0)), "26 November 2026");
        assert_eq!(said(&Text::new("de"), datetime(2026, 11, 28, 9, 30, 0, 0), now), "heute 9:30");
        // Stay sensible if the clock was set back.
        assert_eq!(told(datetime(2026, 11, 29, 8, 0, 0, 0)), "29 November 2026");
    }
}
