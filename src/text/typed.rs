//! Reads numbers that people type: everything the game writes, and similar ways to write it.
//!
//! `$850k–$1.05M`, `850 Tsd. $–1,05 Mio. $`, `900k to 1.2M`, `900-1200k`, `12 %`, `−3 pt`, `2.5 wk`: each in every
//! language, because people type as they learned it and not as the game is set. A point or a comma separates
//! thousands only before exactly three digits; in whole dollars it always does then, because nobody types dollars to
//! a tenth of a cent.

use super::format::{Numbers, Unit};

/// The factor of the first of these words.
const THOUSANDS: f64 = 1e3;
const THOUSAND: [&str; 5] = ["k", "tsd", "thsd", "thousand", "tausend"];
const MILLION: [&str; 7] = ["m", "mn", "mio", "mill", "million", "millions", "millionen"];
const BILLION: [&str; 6] = ["b", "bn", "mrd", "billion", "billions", "milliarden"];
const DOLLARS: [&str; 5] = ["usd", "us", "dollar", "dollars", "buck"];
const PERCENT: [&str; 3] = ["percent", "pct", "prozent"];
const POINTS: [&str; 7] = ["pt", "pts", "pp", "pkt", "points", "punkte", "prozentpunkte"];
const WEEKS: [&str; 8] = ["w", "wk", "wks", "week", "weeks", "wo", "woche", "wochen"];
/// Words between the ends of a range.
const BETWEEN: [&str; 5] = ["to", "bis", "and", "und", "until"];
/// Words before a range.
const BEFORE: [&str; 4] = ["from", "von", "between", "zwischen"];

/// Characters that may surround a range on screen.
const AROUND: &str = "[]()`\"“”„";

/// A piece of what was typed.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece {
    Digits(f64),
    Factor(f64),
    /// A currency sign; `leads` is whether it is right before a number.
    Dollars {
        leads: bool,
    },
    Unit(Unit),
    /// A hyphen, a dash or a minus; `sign` is whether it looks like the sign of the number after it.
    Dash {
        sign: bool,
    },
    Plus,
    Between,
    Before,
}

/// One end of a range: a number with everything around it.
#[derive(Clone, Copy, Debug, Default)]
struct End {
    digits: Option<f64>,
    minus: bool,
    signed: bool,
    dollars: bool,
    factor: Option<f64>,
    unit: Option<Unit>,
}

impl End {
    fn value(&self, factor: Option<f64>) -> f64 {
        let size = self.digits.unwrap_or_default() * factor.unwrap_or(1.0);
        if self.minus { -size } else { size }
    }

    /// Whether this end has no factor and at most one end has a currency, so it may share the factor of the other end.
    fn bare(&self, other: &Self) -> bool {
        self.factor.is_none() && !(self.dollars && other.dollars)
    }

    /// Whether its unit is the expected one, or none.
    fn fits(&self, unit: Unit) -> bool {
        match unit {
            Unit::Dollars => self.unit.is_none(),
            _ if self.dollars || self.factor.is_some() => false,
            // Points of a percentage and points of an index look the same.
            Unit::Percent | Unit::Index => self.unit != Some(Unit::Weeks),
            Unit::Weeks => self.unit.is_none_or(|unit| unit == Unit::Weeks),
            Unit::Count => self.unit.is_none(),
        }
    }
}

impl Numbers {
    /// The typed number, if there is exactly one. Dollars, weeks and counts are returned as they are, percentages and
    /// indexes as shares of one.
    #[must_use]
    pub fn read(&self, typed: &str, unit: Unit) -> Option<f64> {
        match self.read_all(typed, unit)?.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// All typed numbers, in order and scaled as by [`Numbers::read`]; `None` if there is anything else.
    #[must_use]
    pub fn read_all(&self, typed: &str, unit: Unit) -> Option<Vec<f64>> {
        let ends = ends(&self.pieces_of(typed, unit)?, true).filter(|ends| ends.iter().all(|end| end.fits(unit)))?;
        Some(ends.iter().map(|end| end.value(end.factor) * scale(unit)).collect())
    }

    /// The two typed ends of a range, lower one first. A factor on one end counts for both where that makes sense:
    /// `900-1200k`, but `900k–1.2M`.
    #[must_use]
    pub fn read_range(&self, typed: &str, unit: Unit) -> Option<(f64, f64)> {
        let pieces = self.pieces_of(typed, unit)?;
        // In `5 -10` the dash may be a sign, or the author forgot a space.
        [true, false].into_iter().find_map(|signs| range(&ends(&pieces, signs)?, unit))
    }

    fn pieces_of(&self, typed: &str, unit: Unit) -> Option<Vec<Piece>> {
        let pieces = self.pieces(typed, false)?;
        let whole_dollars = unit == Unit::Dollars && !pieces.iter().any(|piece| matches!(piece, Piece::Factor(_)));
        if whole_dollars { self.pieces(typed, true) } else { Some(pieces) }
    }

    /// `whole`: a sign before exactly three digits separates thousands, whatever the language.
    fn pieces(&self, typed: &str, whole: bool) -> Option<Vec<Piece>> {
        let letters: Vec<char> = typed.to_lowercase().chars().map(plain).collect();
        let at = |place: usize| letters.get(place).copied().unwrap_or(' ');
        let mut pieces = Vec::new();
        let mut place = 0;
        while place < letters.len() {
            let start = place;
            place += 1;
            match letters[start] {
                '.' | '…' if at(start) == '…' || at(place) == '.' => {
                    place = end_of(&letters, start, |c| c == '.' || c == '…');
                    pieces.push(Piece::Between);
                }
                letter if letter.is_ascii_digit() || matches!(letter, '.' | ',') && at(place).is_ascii_digit() => {
                    while at(place).is_ascii_digit() || parts(at(place)) && at(place + 1).is_ascii_digit() {
                        place += 1;
                    }
                    let number: String = letters[start..place].iter().collect();
                    pieces.push(Piece::Digits(self.number(&number, whole)?));
                }
                '$' => pieces.push(Piece::Dollars { leads: at(place).is_ascii_digit() }),
                '%' => pieces.push(Piece::Unit(Unit::Percent)),
                '+' => pieces.push(Piece::Plus),
                '-' => {
                    let apart = start == 0 || letters[start - 1].is_whitespace();
                    pieces.push(Piece::Dash { sign: apart && !at(place).is_whitespace() });
                }
                '/' | ';' | ':' => pieces.push(Piece::Between),
                letter if letter.is_alphabetic() => {
                    place = end_of(&letters, start, char::is_alphabetic);
                    let word: String = letters[start..place].iter().collect();
                    pieces.push(self.word(&word, at(place).is_ascii_digit())?);
                    // The point of an abbreviation such as `Mio.`.
                    place += usize::from(at(place) == '.');
                }
                ',' | '.' | '~' | '≈' => {}
                letter if letter.is_whitespace() || AROUND.contains(letter) => {}
                _ => return None,
            }
        }
        Some(pieces)
    }

    fn word(&self, word: &str, leads: bool) -> Option<Piece> {
        let own = self.units().into_iter().find(|(written, _)| written == word).map(|(_, piece)| piece);
        let known: [(&[&str], Piece); 9] = [
            (&THOUSAND, Piece::Factor(THOUSANDS)),
            (&MILLION, Piece::Factor(1e6)),
            (&BILLION, Piece::Factor(1e9)),
            (&DOLLARS, Piece::Dollars { leads }),
            (&PERCENT, Piece::Unit(Unit::Percent)),
            (&POINTS, Piece::Unit(Unit::Index)),
            (&WEEKS, Piece::Unit(Unit::Weeks)),
            (&BETWEEN, Piece::Between),
            (&BEFORE, Piece::Before),
        ];
        own.or_else(|| known.iter().find(|(words, _)| words.contains(&word)).map(|(_, piece)| *piece))
    }

    /// The words for units in this language.
    fn units(&self) -> [(String, Piece); 4] {
        let word = |unit: &str| unit.trim().trim_end_matches('.').to_lowercase();
        let [thousand, million, points, weeks] = self.endings();
        [
            (word(thousand), Piece::Factor(1e3)),
            (word(million), Piece::Factor(1e6)),
            (word(points), Piece::Unit(Unit::Index)),
            (word(weeks), Piece::Unit(Unit::Weeks)),
        ]
    }

    /// Digits with what separates them. A sign that could part thousands or decimals is what the language says, unless
    /// it cannot be that.
    fn number(&self, written: &str, whole: bool) -> Option<f64> {
        let last = written.rfind(parts).and_then(|at| written[at..].chars().next());
        let signs = |sign: char| written.matches(sign).count();
        let others = written.chars().any(|c| parts(c) && Some(c) != last);
        let decimal = last.filter(|&sign| {
            let single = signs(sign) == 1 && matches!(sign, '.' | ',');
            single && (others || !in_thousands(written) || !whole && self.decimal_sign() == sign)
        });
        let (whole, tenths) = decimal.and_then(|sign| written.split_once(sign)).unwrap_or((written, ""));
        if whole.contains(parts) && !in_thousands(whole) {
            return None;
        }
        let whole = whole.replace(parts, "");
        format!("0{whole}.{tenths}0").parse().ok().filter(|number: &f64| number.is_finite())
    }
}

/// Whether a single kind of separator splits a number into thousands: one to three digits, then groups of three.
fn in_thousands(written: &str) -> bool {
    let sign = written.chars().find(|&c| parts(c));
    let mut groups = written.split(parts);
    let first = groups.next().unwrap_or_default();
    let leads = (1..=3).contains(&first.len()) && first.trim_start_matches('0') == first;
    leads && written.chars().all(|c| !parts(c) || Some(c) == sign) && groups.all(|group| group.len() == 3)
}

/// Whether a character can separate digits of one number.
fn parts(letter: char) -> bool {
    matches!(letter, '.' | ',' | '\'' | '’' | '_' | '\u{A0}' | '\u{202F}')
}

/// Replaces characters that mean the same as another one.
fn plain(letter: char) -> char {
    match letter {
        '−' | '–' | '—' | '―' | '‐' | '‑' | '‒' | '﹣' => '-',
        '\u{2007}' => '\u{A0}',
        '\u{2009}' => '\u{202F}',
        wide @ '！'..='～' => char::from_u32(u32::from(wide) - 0xFEE0).unwrap_or(wide),
        other => other,
    }
}

fn end_of(letters: &[char], start: usize, belongs: impl Fn(char) -> bool) -> usize {
    letters[start..].iter().position(|&letter| !belongs(letter)).map_or(letters.len(), |length| start + length)
}

/// Combines pieces to numbers. `signs` is whether a dash that looks like a sign is taken as one.
fn ends(pieces: &[Piece], signs: bool) -> Option<Vec<End>> {
    let mut ends: Vec<End> = Vec::new();
    let mut end = End::default();
    // Whether a word or a dash requires another number to follow.
    let mut more = false;
    for &piece in pieces {
        let done = end.digits.is_some();
        let next = match piece {
            Piece::Digits(_) | Piece::Plus | Piece::Between | Piece::Dash { .. } => done,
            Piece::Dollars { leads } => done && (leads || end.dollars),
            Piece::Factor(_) | Piece::Unit(_) | Piece::Before => false,
        };
        if next {
            ends.push(core::mem::take(&mut end));
            more = false;
        }
        match piece {
            Piece::Digits(digits) => end.digits = Some(digits),
            Piece::Dollars { .. } if !end.dollars => end.dollars = true,
            Piece::Factor(factor) if done && end.factor.is_none() => end.factor = Some(factor),
            Piece::Unit(unit) if done && end.unit.is_none() => end.unit = Some(unit),
            Piece::Between if next => more = true,
            Piece::Dash { sign } if next && !(sign && signs) => more = true,
            Piece::Dash { .. } if !end.signed => (end.minus, end.signed) = (true, true),
            Piece::Plus if !end.signed => end.signed = true,
            Piece::Before if ends.is_empty() && !done => {}
            _ => return None,
        }
    }
    match end.digits {
        Some(_) => ends.push(end),
        None if more || end.signed || end.dollars => return None,
        None => {}
    }
    (!ends.is_empty()).then_some(ends)
}

fn range(ends: &[End], unit: Unit) -> Option<(f64, f64)> {
    let &[low, high] = ends else { return None };
    if !low.fits(unit) || !high.fits(unit) {
        return None;
    }
    let pair = |one: Option<f64>, other: Option<f64>| {
        let (from, to) = (low.value(one) * scale(unit), high.value(other) * scale(unit));
        (from <= to).then_some((from, to))
    };
    let shared_by_low = low.bare(&high).then(|| pair(high.factor, high.factor)).flatten();
    let shared_by_high = || high.bare(&low).then(|| pair(low.factor, low.factor)).flatten();
    // `900 to 1.1M`: 900 million is more than 1.1 million, and nobody means 900 dollars.
    let in_thousands = || {
        let millions = high.factor.is_some_and(|factor| factor > THOUSANDS);
        (low.bare(&high) && millions).then(|| pair(Some(THOUSANDS), high.factor)).flatten()
    };
    shared_by_low.or_else(in_thousands).or_else(|| pair(low.factor, high.factor)).or_else(shared_by_high)
}

fn scale(unit: Unit) -> f64 {
    match unit {
        Unit::Percent | Unit::Index => 0.01,
        Unit::Dollars | Unit::Weeks | Unit::Count => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Text;
    use super::super::format::{change, change_beside, change_range, range};
    use super::*;

    fn languages() -> [Text; 2] {
        ["en", "de"].map(Text::new)
    }

    /// Reads a range in one language.
    fn pair(language: &str, typed: &str, unit: Unit) -> Option<(f64, f64)> {
        let tidy = |value: f64| libm::round(value * 1e6) / 1e6;
        Text::new(language).numbers().read_range(typed, unit).map(|(low, high)| (tidy(low), tidy(high)))
    }

    #[test]
    fn a_range_of_money_means_the_same_in_every_language() {
        let examples = [
            ("0.9M 1.2M", 900e3, 1.2e6),
            ("0,9M 1,2M", 900e3, 1.2e6),
            ("$850k–$1.05M", 850e3, 1.05e6),
            ("850 Tsd. $–1,05 Mio. $", 850e3, 1.05e6),
            ("850\u{A0}Tsd.\u{A0}$–1,05\u{A0}Mio.\u{A0}$", 850e3, 1.05e6),
            ("900k-1.2M", 900e3, 1.2e6),
            ("900-1200k", 900e3, 1.2e6),
            ("$900-1200k", 900e3, 1.2e6),
            ("163–245 Tsd. $", 163e3, 245e3),
            ("$900k to $1.2M", 900e3, 1.2e6),
            ("von 900 Tsd. bis 1,2 Mio.", 900e3, 1.2e6),
            ("between 0.9 and 1.2 million", 900e3, 1.2e6),
            ("0.9m - 1.2", 900e3, 1.2e6),
            ("900'000..1’200’000", 900e3, 1.2e6),
            ("1.200.000,50 $ 1,300,000.50 $", 1_200_000.5, 1_300_000.5),
            ("−$600k–−$200k", -600e3, -200e3),
            ("-600k -200k", -600e3, -200e3),
            ("600k -900k", 600e3, 900e3),
            ("$0–$950k", 0.0, 950e3),
            ("[$850k–$1.05M]", 850e3, 1.05e6),
            ("`~850 Tsd. $–1,05 Mio. $`.", 850e3, 1.05e6),
            ("９００ｋ １．２Ｍ", 900e3, 1.2e6),
            ("900,000 1,200,000", 900e3, 1.2e6),
            ("900.000 1.200.000", 900e3, 1.2e6),
            ("900.000-950.000", 900e3, 950e3),
        ];
        for (typed, low, high) in examples {
            let read = ["en", "de"].map(|language| pair(language, typed, Unit::Dollars));
            assert_eq!(read, [Some((low, high)); 2], "{typed}");
        }
    }

    #[test]
    fn a_separator_parts_thousands_only_before_three_digits() {
        let money = |language: &str, typed| Text::new(language).numbers().read(typed, Unit::Dollars);
        for (typed, english, german) in [
            ("1,200 M", 1.2e9, 1.2e6),
            ("1.200 M", 1.2e6, 1.2e9),
            ("1,200", 1200.0, 1200.0),
            ("1.200", 1200.0, 1200.0),
            ("0.900", 0.9, 0.9),
            ("0,900", 0.9, 0.9),
            ("1,25", 1.25, 1.25),
            ("1.25", 1.25, 1.25),
            ("1.2345", 1.2345, 1.2345),
            ("1,200.5", 1200.5, 1200.5),
            ("1.200,5", 1200.5, 1200.5),
            (".5", 0.5, 0.5),
            ("5.", 5.0, 5.0),
        ] {
            assert_eq!((money("en", typed), money("de", typed)), (Some(english), Some(german)), "{typed}");
        }
        for typed in ["1.2.3", "1,20,300.5", "12_34", "1.2,3.4", "", "$", "-", "1-", "k", "1kk", "--1", "nan", "1e6"] {
            assert_eq!((money("en", typed), money("de", typed)), (None, None), "{typed}");
        }
    }

    #[test]
    fn percent_indices_and_weeks_are_read_with_or_without_their_unit() {
        assert_eq!(pair("en", "85 % 92 %", Unit::Percent), Some((0.85, 0.92)));
        assert_eq!(pair("en", "85–92 %", Unit::Percent), Some((0.85, 0.92)));
        assert_eq!(pair("de", "85,5 bis 92,5 Prozent", Unit::Percent), Some((0.855, 0.925)));
        assert_eq!(pair("en", "−10 10", Unit::Index), Some((-0.1, 0.1)));
        assert_eq!(pair("de", "+0,4 … +3 Pkt.", Unit::Percent), Some((0.004, 0.03)));
        assert_eq!(pair("de", "2,5–20 Wo.", Unit::Weeks), Some((2.5, 20.0)));
        assert_eq!(Text::default().numbers().read_all("60 %, 40 %", Unit::Percent), Some(vec![0.6, 0.4]));
        assert_eq!(Text::default().numbers().read_all("60/40", Unit::Count), Some(vec![60.0, 40.0]));
    }

    #[test]
    fn what_is_no_range_of_the_unit_is_refused() {
        for (typed, unit) in [
            ("2 1", Unit::Count),
            ("1", Unit::Count),
            ("1 2 3", Unit::Count),
            ("nan inf", Unit::Count),
            ("1M 2M", Unit::Percent),
            ("$1 $2", Unit::Weeks),
            ("85 % 92 %", Unit::Dollars),
            ("€900k €1M", Unit::Dollars),
        ] {
            assert_eq!((pair("en", typed, unit), pair("de", typed, unit)), (None, None), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn all_that_the_game_writes_is_read_as_what_it_says(
            size in prop_oneof![-2.0e3..2.0e3, -2.0e6..2.0e6, -2.0e9..2.0e9],
            more in prop_oneof![0.0..2.0e3, 0.0..2.0e6, 0.0..2.0e9],
        ) {
            for text in languages() {
                let numbers = text.numbers();
                for unit in [Unit::Dollars, Unit::Percent, Unit::Index, Unit::Weeks, Unit::Count] {
                    let written = unit.write(&text, size);
                    let read = numbers.read(&written, unit).map(|value| unit.write(&text, value));
                    prop_assert_eq!(read, Some(written));
                    let written = change(&text, unit, size);
                    let read = numbers.read(&written, unit).map(|value| change(&text, unit, value));
                    prop_assert_eq!(read, Some(written));
                    for write in [range, change_range] {
                        let written = write(&text, unit, size, size + more);
                        let read = match numbers.read_range(&written, unit) {
                            Some((low, high)) => Some(write(&text, unit, low, high)),
                            // Both ends look the same.
                            None => numbers.read(&written, unit).map(|value| write(&text, unit, value, value)),
                        };
                        prop_assert_eq!(read, Some(written));
                    }
                }
                let written = change_beside(&text, Unit::Dollars, size, 4.1e6);
                let read = numbers.read(&written, Unit::Dollars).map(|v| change_beside(&text, Unit::Dollars, v, 4.1e6));
                prop_assert_eq!(read, Some(written));
            }
        }

        #[test]
        fn whatever_is_typed_is_a_number_or_none(typed in "[-–0-9.,' $%kM+a-z/]{0,12}") {
            for text in languages() {
                for value in text.numbers().read_all(&typed, Unit::Dollars).into_iter().flatten() {
                    prop_assert!(value.is_finite());
                }
            }
        }
    }
}
