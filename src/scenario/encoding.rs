//! What the bytes of a file are: UTF-8, UTF-16, or something that is no text, as its beginning shows.

use super::message::Message;

/// Bytes that are not a scenario.
pub struct Foreign {
    /// The text, as far as it can be shown.
    pub text: String,
    /// Byte offset in that text where it stops being readable.
    pub at: usize,
    /// What it is.
    pub message: Message,
    /// What to do.
    pub hint: Message,
}

/// How files of other programs begin, and the message for each.
const BEGINNINGS: [(&[u8], &str); 10] = [
    (b"PK\x03\x04", "finding-office"),
    (b"PK\x05\x06", "finding-office"),
    (b"\xd0\xcf\x11\xe0", "finding-office"),
    (b"{\\rtf", "finding-office"),
    (b"%PDF", "finding-office"),
    (b"\x89PNG", "finding-picture"),
    (b"\xff\xd8\xff", "finding-picture"),
    (b"GIF8", "finding-picture"),
    (b"\x1f\x8b", "finding-packed"),
    (b"7z\xbc\xaf", "finding-packed"),
];

/// The characters of Windows-1252 from 0x80 on; from 0xa0 on they are the same as in Unicode.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The first letters of a text that some program saved as UTF-8 a second time, such as `Ã¶`, and the letter that they
/// were. Finds what becomes of the letters of Western Europe, of typographic quotes and of dashes.
pub fn garbled(text: &str) -> Option<(String, char)> {
    let mut starts = text.char_indices().filter(|(_, letter)| matches!(letter, 'Ã' | 'Â' | 'â'));
    starts.find_map(|(at, first)| {
        let length = if first == 'â' { 3 } else { 2 };
        let letters: Vec<char> = text[at..].chars().take(length).collect();
        // A quote may end with one of these letters: „AMANHÃ”.
        if first != 'â' && matches!(letters.last(), Some('”' | '’' | '»')) {
            return None;
        }
        let bytes: Option<Vec<u8>> = letters.iter().map(|&letter| windows_byte(letter)).collect();
        let meant = String::from_utf8(bytes?).ok()?;
        Some((letters.into_iter().collect(), meant.chars().next()?))
    })
}

/// The byte of a letter in Windows-1252.
fn windows_byte(letter: char) -> Option<u8> {
    match WINDOWS.iter().position(|&other| other == letter) {
        Some(at) => u8::try_from(0x80 + at).ok(),
        None => u8::try_from(u32::from(letter)).ok(),
    }
}

/// The text of a file, or what the file is instead.
pub fn decode(bytes: Vec<u8>) -> Result<String, Foreign> {
    let foreign = |key: &'static str, hint: &'static str| {
        Err(Foreign { text: String::new(), at: 0, message: key.into(), hint: hint.into() })
    };
    if let Some((_, kind)) = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
        return foreign(kind, "hint-plain-text");
    }
    if is_utf16(&bytes) {
        return foreign("finding-utf16", "hint-utf8");
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let byte = bytes.get(at).copied().unwrap_or_default();
        let letter = WINDOWS.get(usize::from(byte).wrapping_sub(0x80)).copied().unwrap_or(char::from(byte));
        let neighbours = [at.checked_sub(1), Some(at + 1)].map(|at| at.and_then(|at| bytes.get(at)).copied());
        let in_a_word = letter.is_alphabetic() && neighbours.iter().flatten().any(u8::is_ascii_alphabetic);
        let quote = matches!(byte, 0x82 | 0x84 | 0x91..=0x97 | 0x80);
        let message = if in_a_word || quote {
            Message::new("finding-windows").with("letter", letter)
        } else {
            "finding-no-text".into()
        };
        Foreign { text: String::from_utf8_lossy(bytes).into_owned(), at, message, hint: "hint-utf8".into() }
    })
}

/// The text of a file that this program wrote, though an editor may have saved it as UTF-16 since.
#[must_use]
pub fn text_in(bytes: Vec<u8>) -> Option<String> {
    if !is_utf16(&bytes) {
        return String::from_utf8(bytes).ok();
    }
    let units = bytes.as_chunks::<2>().0.iter();
    let units: Vec<u16> = if big_endian(&bytes) {
        units.map(|&pair| u16::from_be_bytes(pair)).collect()
    } else {
        units.map(|&pair| u16::from_le_bytes(pair)).collect()
    };
    String::from_utf16(&units).ok()
}

/// The letters of a program's own files are ASCII at their beginning: the zeros lie before them.
fn big_endian(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xfe\xff") || bytes.starts_with(b"\0")
}

/// UTF-16 says so in its first two bytes, or every second byte of its beginning is zero.
fn is_utf16(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(64)];
    let zeros = |parity: usize| start.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let half = start.len() / 2;
    let marked = (bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff")) && bytes.len().is_multiple_of(2);
    marked || half >= 4 && (zeros(0) * 4 >= half * 3) != (zeros(1) * 4 >= half * 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_editor_saved_as_utf_16_is_the_same_text() {
        let written = "OffRoadmapRun(team: \"Grünes Team\")";
        for mark in ["\u{feff}", ""] {
            let text_with_mark = format!("{mark}{written}");
            let little = text_with_mark.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big = text_with_mark.encode_utf16().flat_map(u16::to_be_bytes).collect();
            for bytes in [text_with_mark.clone().into_bytes(), little, big] {
                assert_eq!(text_in(bytes).as_deref(), Some(text_with_mark.as_str()));
            }
        }
        assert_eq!(text_in(b"\xff\xfe\x00\xd8".to_vec()), None, "half a letter");
        assert_eq!(text_in(b"caf\xe9".to_vec()), None);
    }
}
