//! Bytes that are no UTF-8 text: what they are instead, told by how they begin.

use super::message::Message;

/// Bytes that are no scenario.
pub struct Foreign {
    /// The text as far as it can be shown.
    pub text: String,
    /// Where in that text it stops being readable.
    pub at: usize,
    /// What it is.
    pub message: Message,
    /// What to do.
    pub hint: Message,
}

/// How files of other programs begin, and what to say of them.
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

/// The letters of Windows-1252 from 0x80 on; those from 0xa0 on are the same in Unicode.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

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

/// UTF-16 says so in its first two bytes, or every second byte of its beginning is zero.
fn is_utf16(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(64)];
    let zeros = |parity: usize| start.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let half = start.len() / 2;
    let marked = (bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff")) && bytes.len().is_multiple_of(2);
    marked || half >= 4 && (zeros(0) * 4 >= half * 3) != (zeros(1) * 4 >= half * 3)
}
