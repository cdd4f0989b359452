//! Letters that look like others, letters that nobody sees, and signs that command a screen.

/// Letters of other scripts, and the letters of the keyboard that they look like.
const LOOK_ALIKES: [(&str, &str); 2] = [
    ("авеԁһіјӏмнкорѕтухсԛԝАВЕЅІЈМНКОРТУХСԌ", "abedhijlmhkopstyxcqwABESIJMHKOPTYXCG"),
    ("αενιορυκτχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeviopuktxABEZHIKMNOPTYX"),
];

/// Whether a character takes no place on a screen: zero-width spaces, marks of direction, soft hyphens.
pub fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
        || turns_text(letter)
}

/// Whether a character may not stand in a text: it commands a terminal, or turns what comes after it.
pub fn is_refused(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\t')) || turns_text(letter)
}

/// Whether a character changes the direction of the letters after it until another one ends that.
fn turns_text(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The first letter of another script that looks like one of the keyboard, and the word with the letters of the
/// keyboard; none if there is no such letter, or one that looks like nothing else.
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
    // The wide letters of Chinese and Japanese keyboards stand in the order of ASCII.
    if let 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' | '＿' = letter {
        return char::from_u32(u32::from(letter) - 0xfee0);
    }
    let found = |(theirs, ours): &(&str, &str)| theirs.chars().zip(ours.chars()).find(|(other, _)| *other == letter);
    LOOK_ALIKES.iter().find_map(found).map(|(_, ours)| ours)
}

/// The number of a character as character tables write it, such as U+200B.
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
