//! Line breaking for the terminal: how wide text is, and where it may break.

use core::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::text::together;

/// Put between the words of an amount so that wrapping never separates them; printed as a space.
pub(super) const GLUE: char = '\u{2007}';
/// Put between the words of an item so that wrapping keeps them together if they fit on one line; printed as a space.
pub(super) const SOFT: char = '\u{2008}';

/// Put before an item that does not fit on one line, so that it starts on a new one.
const BEGINS: char = '\n';

/// Columns that a text takes: Chinese, Japanese and Korean characters and most emoji take two.
pub(super) fn wide(text: &str) -> usize {
    text.width()
}

/// A text padded with spaces on the right to a width.
pub(super) fn filled(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(wide(text))))
}

/// Breaks a paragraph into lines of at most `width` columns. Amounts are never broken, other words only if they are
/// longer than a line; paths are never broken, so that they can be copied.
pub(super) fn wrap(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words(paragraph, width) {
        let (begins, word) = word.strip_prefix(BEGINS).map_or((false, word.as_str()), |word| (true, word));
        if !line.is_empty() && (begins || wide(&line) + 1 + wide(word) > width) {
            lines.push(core::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines.into_iter().map(|line| line.replace([GLUE, SOFT], " ")).collect()
}

/// Splits a paragraph into pieces that stay on one line. A dot between items stays with the item before it, and the two
/// ends of a range stay together where there is room.
fn words(paragraph: &str, width: usize) -> Vec<String> {
    let ranges = paragraph.replace(" … ", &format!("{SOFT}…{SOFT}"));
    let glued = together(&ranges.replace(" · ", &format!("{GLUE}· ")), GLUE);
    let mut words = Vec::new();
    for word in glued.split(' ').filter(|word| !word.is_empty()) {
        if wide(word) <= width {
            words.push(word.to_owned());
        } else {
            let mark = if word.contains(SOFT) { BEGINS.to_string() } else { String::new() };
            let loose = together(&format!("{mark}{}", word.replace(SOFT, " ")), GLUE);
            words.extend(loose.split(' ').flat_map(|word| parts(word, width)).map(str::to_owned));
        }
    }
    words
}

/// Splits a word into pieces of at most `width` columns, except a path.
fn parts(word: &str, width: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = word;
    while wide(rest) > width && !rest.contains(['/', '\\']) {
        let (mut end, mut taken) = (0, 0);
        for (at, letter) in rest.grapheme_indices(true) {
            taken += wide(letter);
            if taken > width && at > 0 {
                break;
            }
            end = at + letter.len();
        }
        let (part, after) = rest.split_at(end);
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts
}

/// Groups columns into blocks that fit side by side in `room`; the first `names` columns, which name the rows, are
/// repeated in every block.
pub(super) fn blocks(widths: &[usize], names: usize, room: usize) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let named: usize = widths.iter().take(names).map(|width| width + 2).sum();
    let mut taken = 0;
    for (at, width) in widths.iter().enumerate().skip(names) {
        match blocks.last_mut() {
            Some(block) if taken + 2 + width <= room => {
                block.end = at + 1;
                taken += 2 + width;
            }
            _ => {
                blocks.push(at..at + 1);
                taken = named + width;
            }
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrapping_keeps_every_word() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("", 7), [""]);
        assert_eq!(wrap("in/a/long/path", 4), ["in/a/long/path"]);
    }

    #[test]
    fn a_word_that_is_longer_than_a_line_is_broken_and_wide_letters_count_twice() {
        assert_eq!(wrap("incomprehensible", 6), ["incomp", "rehens", "ible"]);
        assert_eq!(wrap("港湾排水 ok", 5), ["港湾", "排水", "ok"]);
        assert_eq!(wrap("👩‍🚀👩‍🚀", 1).concat(), "👩‍🚀👩‍🚀");
    }

    #[test]
    fn an_amount_is_never_broken() {
        assert_eq!(wrap("worth 3,5 Mio. $ now", 10), ["worth", "3,5 Mio. $", "now"]);
        assert_eq!(wrap("over 100 % now", 8), ["over", "100 %", "now"]);
        assert_eq!(wrap("a · b", 3), ["a ·", "b"]);
        assert_eq!(wrap("coherence −9 … −2", 14), ["coherence", "−9 … −2"]);
        assert_eq!(wrap("ARR +1,2 Mio. $ … +3,4 Mio. $", 14), ["ARR", "+1,2 Mio. $ …", "+3,4 Mio. $"]);
        let items = "3 Harbourline Freight · 180\u{a0}Tsd.\u{a0}$".replace(' ', &SOFT.to_string());
        assert_eq!(wrap(&format!("2 Elm · {items}"), 23)[0], "2 Elm ·");
        assert_eq!(wrap(&items, 23), ["3 Harbourline Freight ·", "180\u{a0}Tsd.\u{a0}$"]);
    }
}
