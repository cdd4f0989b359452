//! How many lines a text takes, and a text cut to its lines. The widths are those of the fonts of pictures, with some to
//! spare for other fonts.

use crate::chart::text_width;

/// Share of a width that is used, since a browser or PowerPoint may have another font.
const USED: f64 = 0.94;

/// How many lines a text takes at a type size, in a box of a width.
#[must_use]
pub fn lines_of(text: &str, size: f64, bold: bool, width: f64) -> usize {
    breaks(text, size, bold, width).len().max(1)
}

/// A text that takes at most so many lines, with an ellipsis if something is missing.
pub(super) fn cut(text: &str, size: f64, bold: bool, width: f64, lines: usize) -> String {
    let ends = breaks(text, size, bold, width);
    if ends.len() <= lines {
        return text.to_owned();
    }
    let Some(&end) = lines.checked_sub(1).and_then(|last| ends.get(last)) else { return String::new() };
    // Makes room for the ellipsis, word by word.
    let mut kept = text[..end].trim_end();
    while lines_of(&format!("{kept}…"), size, bold, width) > lines {
        let Some((before, _)) = kept.rsplit_once(' ') else {
            let last = kept.char_indices().next_back().map_or(0, |(at, _)| at);
            kept = &kept[..last];
            if kept.is_empty() {
                break;
            }
            continue;
        };
        kept = before.trim_end();
    }
    format!("{}…", kept.trim_end_matches([',', ';', ':', '.']))
}

/// Where each line ends, as positions in the text. A word that is wider than the box is broken anywhere.
fn breaks(text: &str, size: f64, bold: bool, width: f64) -> Vec<usize> {
    let room = width * USED;
    let wide = |part: &str| text_width(part, size, bold);
    let mut ends = Vec::new();
    let (mut start, mut at) = (0, 0);
    for word in text.split_inclusive(' ') {
        let end = at + word.len();
        if wide(text[start..end].trim_end()) > room && at > start {
            ends.push(at);
            start = at;
        }
        while wide(text[start..end].trim_end()) > room {
            let fits = text[start..end].char_indices().map(|(i, letter)| start + i + letter.len_utf8());
            let last = fits.take_while(|&to| wide(&text[start..to]) <= room).last();
            // A letter that is wider than the box stands alone.
            let one = text[start..end].chars().next().map_or(end, |letter| start + letter.len_utf8());
            let to = last.unwrap_or(one);
            if to >= end {
                break;
            }
            ends.push(to);
            start = to;
        }
        at = end;
    }
    if start < text.len() {
        ends.push(text.len());
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_more_lines_the_narrower_its_box_is() {
        let text = "What differs, and what do you expect came of it?";
        let lines: Vec<usize> =
            [900.0, 400.0, 200.0, 100.0].iter().map(|&it| lines_of(text, 28.0, false, it)).collect();
        assert!(lines[0] == 1 && lines.windows(2).all(|pair| pair[0] < pair[1]), "{lines:?}");
        assert!(lines_of("Donaudampfschifffahrtsgesellschaft", 28.0, false, 120.0) > 3, "a long word is broken");
        assert_eq!((lines_of("", 28.0, false, 100.0), lines_of("漢", 28.0, false, 1.0)), (1, 1));
    }

    #[test]
    fn a_text_that_is_cut_takes_the_lines_it_has_and_says_that_something_is_missing() {
        let text = "Takes specials for three quarters to reach solid ground, then repairs what they left behind.";
        for lines in 1..4 {
            let cut = cut(text, 28.0, true, 300.0, lines);
            assert!(cut.ends_with('…') && lines_of(&cut, 28.0, true, 300.0) <= lines, "{cut}");
        }
        assert_eq!(cut("short", 28.0, false, 300.0, 1), "short");
        assert_eq!(cut(text, 28.0, false, 300.0, 0), "");
        let long = "x".repeat(300);
        assert!(lines_of(&cut(&long, 28.0, false, 300.0, 2), 28.0, false, 300.0) <= 2);
    }
}
