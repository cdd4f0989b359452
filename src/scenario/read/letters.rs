//! Deceptive characters: letters that look like others, invisible ones, and ones that control a terminal.

/// Letters of other scripts, and the ASCII letters they look like, in the same order.
const LOOK_ALIKES: [(&str, &str); 2] = [
    ("авеԁһіјӏмнкорѕтухсԛԝАВЕЅІЈМНКОРТУХСԌ", "abedhijlmhkopstyxcqwABESIJMHKOPTYXCG"),
    ("αενιορυκτχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeviopuktxABEZHIKMNOPTYX"),
];

/// Whether a character is invisible: zero-width spaces, direction marks, soft hyphens.
pub fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
        || turns_text(letter)
}

/// Whether a character is not allowed in a text: it controls a terminal, or changes the direction of what follows.
pub fn is_refused(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\t')) || turns_text(letter)
}

/// Whether a character changes the text direction until another one ends it.
fn turns_text(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The first non-ASCII letter of a word, and the word in ASCII. `None` if there is none, or one has no ASCII
/// look-alike.
pub fn look_alike(word: &str) -> Option<(char, String)> {
    let mut first = None;
    let plain = word.chars().map(|letter| {
        if letter.is_ascii() {
            return Some(letter);
        }
        first = first.or(Some(letter));
        plain_letter(letter)
    });
    let plain: Option<String> = plain.collect();
    Some((first?, plain?))
}

fn plain_letter(letter: char) -> Option<char> {
    // Full-width letters from Chinese and Japanese keyboards have the same order as ASCII.
    if let 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' | '＿' = letter {
        return char::from_u32(u32::from(letter) - 0xfee0);
    }
    let found = |(theirs, ours): &(&str, &str)| theirs.chars().zip(ours.chars()).find(|(other, _)| *other == letter);
    LOOK_ALIKES.iter().find_map(found).map(|(_, ours)| ours)
}

/// The code of a character, such as U+200B.
pub fn code(letter: char) -> String {
    format!("U+{:04X}", u32::from(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_look_alike_has_its_letter() {
        for (theirs, ours) in LOOK_ALIKES {
            assert_eq!(theirs.chars().count(), ours.chars().count());
        }
        assert_eq!(look_alike("cоmpany"), Some(('о', "company".into())));
        assert_eq!(look_alike("company"), None);
        assert_eq!(look_alike("größe"), None);
    }
}
