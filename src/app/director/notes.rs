//! The notes for first-time players: one at a time, beside what it is about, each only once. The notes on coherence and
//! debt come when these first move.

use super::frame::{Body, NotePage};
use crate::app::settings::Settings;

/// A note: its page, the key of its text, the prefix of the names that it points at, and when it is due.
struct Note {
    page: &'static str,
    key: &'static str,
    at: &'static str,
    due: fn(Moments) -> bool,
}

/// What has happened so far, as far as notes depend on it.
#[derive(Clone, Copy)]
pub(super) struct Moments {
    /// The players are in their first quarter.
    pub first_quarter: bool,
    /// Coherence has moved.
    pub coherence: bool,
    /// Revenue debt has grown by something that was signed.
    pub debt: bool,
}

const fn note(page: &'static str, key: &'static str, at: &'static str) -> Note {
    Note { page, key, at, due: |moments| moments.first_quarter }
}

const fn when(due: fn(Moments) -> bool, page: &'static str, key: &'static str, at: &'static str) -> Note {
    Note { page, key, at, due }
}

/// The notes, in the order in which a page shows them.
const NOTES: [Note; 15] = [
    note("briefing", "note-briefing", "read"),
    note("sales-desk", "note-pipeline", "spot-pipeline"),
    note("sales-desk", "note-sales-moves", "spot-moves"),
    note("product-desk", "note-engineering", "spot-shares"),
    note("product-desk", "note-product-moves", "spot-moves"),
    note("house", "note-house", "spot-house"),
    note("stance", "note-stance", "spot-answers"),
    note("table", "note-board", "spot-answers"),
    note("table", "note-sign", "sign-"),
    note("predict", "note-predict", "spot-range"),
    note("close", "note-close", "next"),
    note("review", "note-review", "measure-"),
    when(|moments| moments.coherence, "review", "note-coherence", "measure-coherence"),
    when(|moments| moments.debt, "review", "note-debt", "map"),
    note("review", "note-talk", "read"),
];

/// The next note for a page, if there is one that this person has not read and notes are wanted.
pub(super) fn next(body: &Body, settings: &Settings, moments: Moments) -> Option<NotePage> {
    let new = |note: &&Note| settings.notes && !settings.notes_seen.iter().any(|seen| seen == note.key);
    let page = body.name();
    let due = |note: &&Note| note.page == page && (note.due)(moments);
    NOTES.iter().filter(due).find(new).map(|note| NotePage { key: note.key, at: note.at })
}
