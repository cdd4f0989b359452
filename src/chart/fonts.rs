//! The fonts of pictures and of the window: the embedded ones, and system fonts for letters that those lack.

use std::sync::{Arc, LazyLock};

pub use resvg::usvg::fontdb::ID;
use resvg::usvg::fontdb::{Database, FaceInfo, Source, Style, Weight};

/// The fonts that pictures use.
pub(super) const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
const MEDIUM: &[u8] = include_bytes!("../../assets/fonts/Inter-Medium.otf");
pub(super) const SEMI_BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");

static OWN: LazyLock<Arc<Database>> = LazyLock::new(|| Arc::new(own()));

/// Searching the system's fonts takes a moment, so it is done only when a letter first needs one.
static ALL: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = own();
    fonts.load_system_fonts();
    fonts.set_sans_serif_family("Inter");
    Arc::new(fonts)
});

fn own() -> Database {
    let mut fonts = Database::new();
    for face in [REGULAR, MEDIUM, SEMI_BOLD] {
        fonts.load_font_source(Source::Binary(Arc::new(face)));
    }
    fonts.set_sans_serif_family("Inter");
    fonts
}

/// The fonts needed for a text.
pub(super) fn for_text(text: &str) -> Arc<Database> {
    if text.chars().any(is_rare) { ALL.clone() } else { OWN.clone() }
}

/// Whether the embedded fonts may lack a character. They have the Latin, Greek and Cyrillic letters, and common
/// symbols.
#[must_use]
pub fn is_rare(char: char) -> bool {
    !matches!(char, '\u{0}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}' | '\u{200b}'..='\u{200f}' | '\u{2010}'..='\u{25ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e000}'..='\u{f8ff}')
        && !char.is_whitespace()
}

/// A system font that has a character, with the contents of its file; `None` if there is none.
#[must_use]
pub fn with_letter(char: char) -> Option<(ID, Vec<u8>)> {
    let plain = |face: &&FaceInfo| face.style == Style::Normal && face.weight == Weight::NORMAL;
    let mut faces: Vec<_> = ALL.faces().filter(plain).collect();
    // Prefer sans-serif fonts, and general families over special ones, which tend to have longer names.
    faces.sort_by_key(|face| (!face.post_script_name.contains("Sans"), face.monospaced, face.post_script_name.len()));
    let id = faces.iter().map(|face| face.id).find(|&id| has_letter(id, char))?;
    let data = ALL.with_face_data(id, |data, _| data.to_vec())?;
    Some((id, data))
}

/// Whether a font returned by [`with_letter`] also has another character.
#[must_use]
pub fn has_letter(font: ID, char: char) -> bool {
    let has =
        |data: &[u8], index| ttf_parser::Face::parse(data, index).is_ok_and(|face| face.glyph_index(char).is_some());
    ALL.with_face_data(font, has) == Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_letters_need_no_other_fonts() {
        assert!("Æñ Жук Ωμέγα “€” ≥ → ●".chars().all(|char| !is_rare(char)));
        assert!("東京".chars().chain("שלום".chars()).chain("ไทย🚀".chars()).all(is_rare));
    }

    #[test]
    fn a_letter_that_no_font_has_is_not_found() {
        assert!(with_letter('\u{10fffd}').is_none());
    }
}
