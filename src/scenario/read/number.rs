//! Numbers as people write them, and what they mean in a scenario file: `48%`, `0,48`, `$18M`, `18.000.000`.

/// What an author probably meant by something that is not a valid number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// This number.
    Number(String),
    /// A share of 1, written in percent: the share, then the percentage.
    Share(String, String),
    /// Ambiguous: its comma or point may separate thousands or decimals. The number both ways, thousands first.
    Either(String, String),
    /// A number followed by a word that belongs in the field's name, not in its value; the word.
    Unit(String),
    /// A range with a dash: its first and last number.
    Span(String, String),
    /// Something else.
    Unknown,
}

/// Length in bytes of the number at the start of a text, including signs, gaps and units that people write. `alone` is
/// whether a comma followed by a digit cannot begin another value.
pub fn length(text: &str, alone: bool) -> usize {
    let mut at = CURRENCIES
        .iter()
        .find(|name| text.starts_with(**name))
        .map_or(0, |name| name.len() + text[name.len()..].len() - text[name.len()..].trim_start_matches(is_gap).len());
    let mut before = ' ';
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at + c.len_utf8()..];
        let taken = match c {
            _ if c.is_ascii_alphanumeric() || is_currency(c) => true,
            '.' | '_' | '%' | '‰' => true,
            '+' | '-' | '−' | '–' | '—' => {
                at == 0 || is_currency(before) || before == 'e' || before == 'E' || starts_digit(rest)
            }
            '/' => before.is_ascii_digit() && starts_digit(rest),
            ',' => alone && before.is_ascii_digit() && starts_digit(rest),
            '\'' | '’' => before.is_ascii_digit() && three_digits(rest),
            _ if is_gap(c) => before.is_ascii_digit() && three_digits(rest) || unit_length(rest) > 0,
            _ => false,
        };
        if !taken {
            break;
        }
        at += c.len_utf8();
        if is_gap(c) {
            at += unit_length(rest);
        }
        before = text[..at].chars().next_back().unwrap_or(' ');
    }
    at
}

/// Whether a text begins with a number as people write it.
pub fn begins(text: &str) -> bool {
    let text =
        CURRENCIES.iter().find_map(|name| text.strip_prefix(name)).map_or(text, |rest| rest.trim_start_matches(is_gap));
    let mut signs = text.chars();
    match signs.next() {
        Some('0'..='9' | '+' | '-') => true,
        Some('.' | ',' | '−' | '–' | '—') => {
            signs.next().is_some_and(|next| next.is_ascii_digit() || is_currency(next))
        }
        Some(c) if is_currency(c) => {
            signs.next().is_some_and(|next| next.is_ascii_digit() || is_gap(next) || next == '-')
        }
        _ => false,
    }
}

/// Names of currencies that people write before or after an amount.
const CURRENCIES: [&str; 2] = ["USD", "EUR"];

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥')
}

/// Whether a character is white space that may separate digits; a line break separates values instead.
fn is_gap(c: char) -> bool {
    c.is_whitespace() && c != '\n' && c != '\r'
}

fn starts_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn three_digits(text: &str) -> bool {
    text.bytes().take_while(u8::is_ascii_digit).count() == 3
}

/// Length in bytes of the word or sign after a gap that belongs to the number before it; 0 if it is the name of a
/// field.
fn unit_length(text: &str) -> usize {
    if text.starts_with(|c: char| is_currency(c) || matches!(c, '%' | '‰')) {
        return text.chars().next().map_or(0, char::len_utf8);
    }
    let length = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let after = text[length..].trim_start_matches(is_gap);
    let names_something =
        after.starts_with([':', '=', '(', '_']) || text[length..].starts_with(|c: char| c.is_ascii_digit());
    if names_something { 0 } else { length + usize::from(length > 0 && text[length..].starts_with('.')) }
}

/// What was probably meant by something that is not a valid number.
pub fn meant(written: &str) -> Meant {
    let text: String = written.chars().filter(|c| !is_gap(*c) && !matches!(c, '\'' | '’' | '_')).collect();
    let text = text.replace(['−', '–', '—'], "-").replace(is_currency, "");
    let text = CURRENCIES.iter().fold(text, |text, name| text.replace(name, ""));
    let negative = text.starts_with('-');
    let text = text.trim_start_matches(['-', '+']);
    if let Some(share) = fraction(text) {
        return Meant::Number(if negative { format!("-{share}") } else { share });
    }
    let digits = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(text.len());
    let (digits, unit) = text.split_at(digits);
    let number = |digits: &str, shift| shifted(digits, shift).map(|n| if negative { format!("-{n}") } else { n });
    if let Some((last, "")) =
        unit.strip_prefix('-').map(|rest| rest.split_at(rest.bytes().take_while(u8::is_ascii_digit).count()))
    {
        return match (number(digits, 0), shifted(last, 0)) {
            (Some(first), Some(last)) => Meant::Span(first, last),
            _ => Meant::Unknown,
        };
    }
    let Some(shift) = shift_of(unit) else {
        if let Some(retyped) = with_digits(text) {
            return number(&retyped, 0).map_or(Meant::Unknown, Meant::Number);
        }
        let known =
            unit.chars().all(|c| c.is_alphabetic() || c == '.') && digits.ends_with(|c: char| c.is_ascii_digit());
        return if known { Meant::Unit(unit.to_owned()) } else { Meant::Unknown };
    };
    match (separated(digits), shift) {
        (Some((share, None)), -2) => match (number(&share, -2), number(&share, 0)) {
            (Some(share), Some(percent)) => Meant::Share(share, percent),
            _ => Meant::Unknown,
        },
        (Some((one, None)), _) => number(&one, shift).map_or(Meant::Unknown, Meant::Number),
        (Some((thousands, Some(decimal))), _) => match (number(&thousands, shift), number(&decimal, shift)) {
            (Some(thousands), Some(decimal)) => Meant::Either(thousands, decimal),
            _ => Meant::Unknown,
        },
        (None, _) => Meant::Unknown,
    }
}

/// A number with letters typed for digits that look like them, such as `75OOOO`; `None` if there are other letters.
fn with_digits(text: &str) -> Option<String> {
    let digit = |c: char| match c {
        'O' | 'o' => Some('0'),
        'l' | 'I' => Some('1'),
        _ => c.is_ascii_digit().then_some(c),
    };
    text.chars().map(digit).collect()
}

/// A fraction such as `3/4` as a decimal number with at most four decimals.
fn fraction(text: &str) -> Option<String> {
    let (top, bottom) = text.split_once('/')?;
    let (top, bottom): (u32, u32) = (top.parse().ok()?, bottom.parse().ok()?);
    let decimal = format!("{:.4}", f64::from(top) / f64::from((bottom > 0).then_some(bottom)?));
    Some(decimal.trim_end_matches('0').trim_end_matches('.').to_owned())
}

/// The power of ten that a unit stands for.
fn shift_of(unit: &str) -> Option<i32> {
    Some(match unit.trim_end_matches('.').to_lowercase().as_str() {
        "" => 0,
        "%" | "percent" | "pct" | "prozent" => -2,
        "‰" => -3,
        "k" | "tsd" | "thousand" | "tausend" => 3,
        "m" | "mm" | "mn" | "mio" | "million" | "millions" | "millionen" => 6,
        "b" | "bn" | "mrd" | "billion" | "billions" | "milliarde" | "milliarden" => 9,
        _ => return None,
    })
}

/// Digits with at most one decimal point, and the other reading if they are ambiguous.
fn separated(digits: &str) -> Option<(String, Option<String>)> {
    if !digits.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let bare = || digits.replace(['.', ','], "");
    let seps: Vec<(usize, char)> = digits.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).collect();
    let Some(&(last, sign)) = seps.last() else { return Some((bare(), None)) };
    let decimal = || format!("{}.{}", digits[..last].replace(['.', ','], ""), &digits[last + 1..]);
    let alone = seps.iter().filter(|(_, other)| *other == sign).count() == 1;
    let groups_of_three = digits.split(['.', ',']).skip(1).all(|group| group.len() == 3);
    match (seps.len(), alone) {
        (1, _) if groups_of_three && (1..=3).contains(&last) && !digits.starts_with('0') => {
            Some((bare(), Some(decimal())))
        }
        (1, _) => Some((decimal(), None)),
        (_, true) => Some((decimal(), None)),
        (_, false) => groups_of_three.then(|| (bare(), None)),
    }
}

/// A decimal number times a power of ten, exactly, written as the format requires.
pub fn shifted(digits: &str, shift: i32) -> Option<String> {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let point = i32::try_from(whole.len()).ok()? + shift;
    let mut all = format!("{whole}{part}");
    if all.is_empty() || all.len() > 30 || !all.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut point = point;
    while point < 0 {
        all.insert(0, '0');
        point += 1;
    }
    let point = usize::try_from(point).ok()?;
    while all.len() < point {
        all.push('0');
    }
    let (whole, part) = all.split_at(point);
    let (whole, part) = (whole.trim_start_matches('0'), part.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0".to_owned() } else { grouped(whole) };
    Some(if part.is_empty() { whole } else { format!("{whole}.{part}") })
}

/// Digits with an underscore between groups of three, for ten thousand and more.
fn grouped(digits: &str) -> String {
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) && digits.len() > 4 {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Meant {
        Meant::Number(text.into())
    }

    #[test]
    fn what_people_write_is_understood() {
        assert_eq!(meant("48%"), Meant::Share("0.48".into(), "48".into()));
        assert_eq!(meant("4,8 %"), Meant::Share("0.048".into(), "4.8".into()));
        assert_eq!(meant("0,48"), number("0.48"));
        assert_eq!(meant("$18M"), number("18_000_000"));
        assert_eq!(meant("18 Mio. €"), number("18_000_000"));
        assert_eq!(meant("3,6M"), number("3_600_000"));
        assert_eq!(meant("18.000.000"), number("18_000_000"));
        assert_eq!(meant("18,000,000.50"), number("18_000_000.5"));
        assert_eq!(meant("6 000 000"), number("6_000_000"));
        assert_eq!(meant("6'000"), number("6000"));
        assert_eq!(meant("−0.2"), number("-0.2"));
        assert_eq!(meant("12,500"), Meant::Either("12_500".into(), "12.5".into()));
        assert_eq!(meant("0,125"), number("0.125"));
        assert_eq!(meant("60min"), Meant::Unit("min".into()));
        assert_eq!(meant("1-2"), Meant::Span("1".into(), "2".into()));
        assert_eq!(meant("3/4"), number("0.75"));
        assert_eq!(meant("1/3"), number("0.3333"));
        assert_eq!(meant("1/0"), Meant::Unknown);
        assert_eq!(meant("EUR 12 000"), number("12_000"));
        assert_eq!(meant("75OOOO"), number("750_000"));
        assert_eq!(meant("l2"), number("12"));
        assert_eq!(meant("1x2"), Meant::Unknown);
        assert_eq!(meant("1.00,0.0"), Meant::Unknown);
    }

    #[test]
    fn a_number_ends_where_the_next_value_begins() {
        let taken = |text, alone| &text[..length(text, alone)];
        assert_eq!(taken("1, 2", true), "1");
        assert_eq!(taken("1,2", false), "1");
        assert_eq!(taken("0,48,", true), "0,48");
        assert_eq!(taken("18 Mio. €,", true), "18 Mio. €");
        assert_eq!(taken("300 coherence: 0.75", true), "300");
        assert_eq!(taken("3 000)", true), "3 000");
        assert_eq!(taken("60 min, 7", true), "60 min");
        assert_eq!(taken("USD 74k,", true), "USD 74k");
        assert_eq!(taken("3/4,", true), "3/4");
        assert_eq!(taken("3 // a note", true), "3");
        assert_eq!(taken("-0.25", true), "-0.25");
        assert_eq!(taken("1e-3", true), "1e-3");
    }
}
