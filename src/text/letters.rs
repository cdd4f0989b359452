//! Letters as people count them: how long a text is, how much of it fits, and which characters are visible.

use unicode_segmentation::UnicodeSegmentation;

/// Longest name of a team or a lead that fits wherever names are shown, in letters.
pub const LONGEST_NAME: usize = 24;

/// Most characters in one letter. An emoji of a family has ten; with more accents, a letter would cover other lines.
const MOST_IN_LETTER: usize = 10;

/// The number of letters in a text; an accented letter or a flag counts as one.
#[must_use]
pub fn count(text: &str) -> usize {
    text.graphemes(true).count()
}

/// The first `most` letters of a text.
#[must_use]
pub fn first(text: &str, most: usize) -> &str {
    text.grapheme_indices(true).nth(most).map_or(text, |(end, _)| &text[..end])
}

/// Typed or pasted text as one line of visible letters; line breaks and tabs become spaces.
#[must_use]
pub fn one_line(typed: &str) -> String {
    let line = typed.trim_matches(['\n', '\r', '\t']).replace("\r\n", " ").replace(['\n', '\r', '\t'], " ");
    line.replace(unseen, "").graphemes(true).flat_map(|letter| letter.chars().take(MOST_IN_LETTER)).collect()
}

/// A name as it is saved: one line without spaces around it. Empty if nothing in it is visible.
#[must_use]
pub fn name(typed: &str) -> String {
    one_line(typed).trim().trim_start_matches(joiner).trim().to_owned()
}

/// A name that nobody else has: the second Ada is `Ada 2`.
#[must_use]
pub fn unlike(name: String, taken: impl Fn(&str) -> bool) -> String {
    let mut numbered = (2..).map(|number| format!("{name} {number}")).filter(|name| !taken(name));
    if taken(&name) { numbered.next().unwrap_or_default() } else { name }
}

/// A name as it is shown. It is cut if it is too long, which happens to names that were not typed here.
#[must_use]
pub fn shown(name: &str) -> String {
    match count(name) > LONGEST_NAME {
        true => format!("{}…", first(name, LONGEST_NAME - 1).trim_end()),
        false => name.to_owned(),
    }
}

/// Whether a character is invisible or changes the direction of others. Joiners do not count, since Persian and emoji
/// need them.
pub(super) fn unseen(char: char) -> bool {
    char.is_control()
        || matches!(char,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}')
}

/// Whether a character only joins its neighbours.
fn joiner(char: char) -> bool {
    matches!(char, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

/// A number spelled with these ASCII signs, the first one standing for zero: so many signs, the lowest place first.
#[must_use]
pub fn spelled(mut number: u64, signs: &[u8], length: usize) -> String {
    let count = signs.len().max(1) as u64;
    let sign = |_| {
        let at = (number % count) as usize;
        number /= count;
        signs.get(at).copied().map(char::from)
    };
    (0..length).filter_map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_counted_as_people_count_them() {
        assert_eq!(count("Zoe\u{308}"), 3);
        assert_eq!(count("👩‍👩‍👧‍👦🇨🇭"), 2);
        assert_eq!(first("Zoe\u{308}x", 3), "Zoe\u{308}");
        assert_eq!(first("ab", 3), "ab");
    }

    #[test]
    fn what_is_pasted_becomes_one_line_that_can_be_seen() {
        assert_eq!(one_line("  42\r\n"), "  42");
        assert_eq!(one_line("Team\nBlue\tTwo"), "Team Blue Two");
        assert_eq!(one_line("a\u{202e}b\u{200b}c\u{1b}[31m"), "abc[31m");
        assert_eq!(one_line("می\u{200c}خواهم 👩‍🚀"), "می\u{200c}خواهم 👩‍🚀");
        let piled = format!("Z{}", "\u{336}".repeat(500));
        assert_eq!(one_line(&piled).chars().count(), MOST_IN_LETTER);
    }

    #[test]
    fn a_name_of_which_nothing_can_be_seen_is_none() {
        assert_eq!(name(" \u{200b}\u{2060}\u{200d} "), "");
        assert_eq!(name(" ❤\u{fe0f} "), "❤\u{fe0f}");
    }

    #[test]
    fn a_name_that_is_too_long_is_shown_cut() {
        assert_eq!(shown("Aspen"), "Aspen");
        let long = "é".repeat(60);
        assert_eq!(shown(&long), format!("{}…", "é".repeat(23)));
    }
}
