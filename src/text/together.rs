//! Keeps a number, its sign and its unit on one line.

/// Signs that can come before a number with a space between.
const SIGNS: [&str; 7] = ["−", "+", "±", "×", "≈", "≤", "≥"];
/// Units that can come after a number with a space between.
const UNITS: [&str; 10] = ["%", "$", "×", "Tsd.", "Mio.", "Mrd.", "wk", "Wo.", "pt", "Pkt."];
/// Units that can come before a currency.
const MONEY: [&str; 3] = ["Tsd.", "Mio.", "Mrd."];

/// The text with `space` in place of the spaces inside amounts, so that lines do not break there:
/// `100 %`, `3,5 Mio. $`, `× 2`.
#[must_use]
pub fn together(text: &str, space: char) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = "";
    for (place, word) in text.split(' ').enumerate() {
        if place > 0 {
            out.push(if belong(before, word) { space } else { ' ' });
        }
        out.push_str(word);
        before = word;
    }
    out
}

/// Whether two words are parts of one amount.
fn belong(before: &str, word: &str) -> bool {
    let is_unit = |unit: &&str| {
        // Accepts `%).` and `$,`, but not `$5` or `ptarmigan`.
        word.strip_prefix(*unit).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let ends_in_money = MONEY.iter().any(|money| before.ends_with(money));
    let number = before.ends_with(|c: char| c.is_ascii_digit());
    // Such as `Q4 2027`.
    let quarter = matches!(before, "Q1" | "Q2" | "Q3" | "Q4") && word.starts_with("20");
    let amount = word.starts_with(|c: char| c.is_ascii_digit() || c == '$');
    quarter
        || number && UNITS.iter().any(&is_unit)
        || ends_in_money && is_unit(&"$")
        || SIGNS.contains(&before) && amount
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_its_sign_and_its_unit_are_one_word() {
        let words = |text: &str| together(text, '\u{A0}').split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words("keeps (30 %)."), ["keeps", "(30\u{A0}%)."]);
        assert_eq!(words("ab 3,5 Mio. $ ARR"), ["ab", "3,5\u{A0}Mio.\u{A0}$", "ARR"]);
        assert_eq!(words("won × 2 or +4 pt"), ["won", "×\u{A0}2", "or", "+4\u{A0}pt"]);
        assert_eq!(words("after Q4 2027, at Q4 and"), ["after", "Q4\u{A0}2027,", "at", "Q4", "and"]);
        assert_eq!(words("of 5 $7 % left"), ["of", "5", "$7\u{A0}%", "left"]);
        assert_eq!(words("a − b, a part of %"), ["a", "−", "b,", "a", "part", "of", "%"]);
    }
}
