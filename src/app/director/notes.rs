//! The notes of the first minutes: one thing at a time, beside the thing, each only once.

use super::frame::{Body, NotePage};
use crate::app::settings::Settings;

/// A note: the page it belongs to, the key of its text, and how the names of what it points at begin.
struct Note {
    page: &'static str,
    key: &'static str,
    at: &'static str,
}

const fn note(page: &'static str, key: &'static str, at: &'static str) -> Note {
    Note { page, key, at }
}

/// The notes, in the order in which a page shows them.
const NOTES: [Note; 13] = [
    note("briefing", "note-briefing", "read"),
    note("sales-desk", "note-pipeline", "push-"),
    note("sales-desk", "note-sales-moves", "move-"),
    note("product-desk", "note-engineering", "share-"),
    note("product-desk", "note-product-moves", "move-"),
    note("house", "note-house", "house-"),
    note("stance", "note-stance", "respond-"),
    note("table", "note-board", "respond-"),
    note("table", "note-sign", "sign-"),
    note("predict", "note-predict", "predict-"),
    note("close", "note-close", "next"),
    note("review", "note-review", "measure-"),
    note("review", "note-talk", "read"),
];

/// The next note for a page, unless this person has had it or wants none.
pub(super) fn next(body: &Body, settings: &Settings) -> Option<NotePage> {
    let new = |note: &&Note| settings.notes && !settings.notes_seen.iter().any(|seen| seen == note.key);
    let page = body.name();
    NOTES.iter().filter(|note| note.page == page).find(new).map(|note| NotePage { key: note.key, at: note.at })
}
