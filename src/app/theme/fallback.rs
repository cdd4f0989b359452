//! Fonts for characters that the embedded fonts lack. When such a character first appears, the system's fonts are
//! searched for it, and a font that has it is added as a fallback.

use std::collections::BTreeSet;

use bevy::prelude::*;
use bevy::text::{EditableText, FontCx, TextSpan};
use bevy::ui::UiSystems;
use bevy::window::RequestRedraw;
use parley::fontique::{Blob, Collection, FallbackKey, FamilyId, ScriptExt};

use crate::chart::{FontId, has_letter, is_rare, with_letter};

/// The characters that were searched for so far.
#[derive(Resource, Default)]
pub struct Letters {
    looked_for: BTreeSet<char>,
    missing: BTreeSet<char>,
    fonts: Vec<FontId>,
}

impl Letters {
    /// Whether no font has one of the characters of a text.
    #[must_use]
    pub fn lack(&self, text: &str) -> bool {
        text.chars().any(|char| self.missing.contains(&char))
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Letters>().add_systems(PostUpdate, look.before(UiSystems::Content));
}

fn look(
    texts: Query<&Text, Changed<Text>>,
    spans: Query<&TextSpan, Changed<TextSpan>>,
    fields: Query<&EditableText, Changed<EditableText>>,
    mut set: Query<&mut TextFont>,
    mut letters: ResMut<Letters>,
    mut fonts: ResMut<FontCx>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let mut rare = BTreeSet::new();
    let words = texts.iter().map(|text| text.0.as_str()).chain(spans.iter().map(|span| span.0.as_str()));
    words.for_each(|words| rare.extend(words.chars().filter(|&char| is_rare(char))));
    fields.iter().for_each(|field| rare.extend(field.value().to_string().chars().filter(|&char| is_rare(char))));
    rare.retain(|char| !letters.looked_for.contains(char));
    if rare.is_empty() {
        return;
    }
    for char in rare {
        letters.looked_for.insert(char);
        if letters.fonts.iter().any(|&font| has_letter(font, char)) {
            continue;
        }
        match with_letter(char) {
            Some((id, data)) => {
                letters.fonts.push(id);
                add(&mut fonts.collection, data);
            }
            None => {
                letters.missing.insert(char);
            }
        }
    }
    for mut font in &mut set {
        font.set_changed();
    }
    redraw.write(RequestRedraw);
}

/// Registers the fonts of a file as a fallback for every script, and for emoji.
fn add(collection: &mut Collection, data: Vec<u8>) {
    let families: Vec<FamilyId> =
        collection.register_fonts(Blob::from(data), None).into_iter().map(|(family, _)| family).collect();
    for &(script, _) in parley::fontique::Script::all_samples() {
        collection.append_fallbacks(FallbackKey::new(script, None), families.iter().copied());
    }
    collection.append_generic_families(parley::GenericFamily::Emoji, families.into_iter());
}
