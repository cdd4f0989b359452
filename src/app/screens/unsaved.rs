//! The sheet shown before leaving a game or closing the window if something is not saved or not signed: what would be
//! lost, and where it could be saved.

use super::desk;
use crate::app::director::{Act, Leaving, UnsavedAct, UnsavedPage, WindowAct};
use crate::app::theme::{Icon, Tone, space};
use crate::app::widgets::{Area, Button, Primary, Shortcut, TextField, Tile, Ui};
use crate::text::Text;

const COLUMN: f32 = 760.0;
/// Distance from the top of a label to the top of its field.
const BELOW_LABEL: f32 = 26.0;

/// Draws the sheet.
pub(super) fn draw(ui: &mut Ui, text: &Text, page: &UnsavedPage) {
    let done = page.lost.is_empty() && page.drafts.is_empty();
    ui.page("unsaved", |ui| {
        desk::middle(ui, "unsaved", COLUMN, |ui| {
            ui.title(text.get(title(page, done)));
            said(ui, page);
            if !page.lost.is_empty() {
                ways(ui, text, page);
            }
        });
    });
    ui.bottom_bar(
        |ui| {
            let back = Button::secondary("shut", text.get("unsaved-back")).icon(Icon::ArrowLeft).key(Shortcut::Escape);
            let mut back = ui.button(back.sends(Act::Window(WindowAct::Shut)));
            if !done {
                // Make going back the primary action, so that nothing is lost by pressing Enter without reading.
                back.insert(Primary);
            }
        },
        |ui| {
            let (act, key) = match (page.way, done) {
                (Leaving::Leave, true) => (Act::Unsaved(UnsavedAct::Leave), "unsaved-leave"),
                (Leaving::Leave, false) => (Act::Unsaved(UnsavedAct::Leave), "unsaved-leave-anyway"),
                (Leaving::Close, true) => (Act::Window(WindowAct::Quit), "unsaved-close"),
                (Leaving::Close, false) => (Act::Window(WindowAct::Quit), "unsaved-close-anyway"),
            };
            let out = match done {
                true => Button::primary("way-out", text.get(key)),
                false => Button::secondary("way-out", text.get(key)).tone(Tone::Debt),
            };
            ui.button(out.sends(act));
        },
    );
}

fn title(page: &UnsavedPage, done: bool) -> &'static str {
    match (done, page.lost.is_empty()) {
        (true, _) => "unsaved-done-title",
        (false, true) => "unsaved-draft-title",
        (false, false) => "unsaved-title",
    }
}

/// What would be lost, and the result of the last attempt to save it.
fn said(ui: &mut Ui, page: &UnsavedPage) {
    let lost = page.lost.iter().map(|words| (Tone::Debt, words));
    let drafts = page.drafts.iter().map(|words| (Tone::Caution, words));
    let told = page.told.iter().map(|told| match told {
        Ok(words) => (Tone::Joint, words),
        Err(words) => (Tone::Caution, words),
    });
    for (tone, words) in lost.chain(drafts).chain(told) {
        ui.area(Area::soft(tone).firm(), |ui| {
            ui.note(words.clone());
        });
    }
}

/// The ways to save it: in the usual place after all, in a folder that most systems have, or in a typed folder.
fn ways(ui: &mut Ui, text: &Text, page: &UnsavedPage) {
    ui.body(text.get(match page.way {
        Leaving::Leave => "unsaved-about-leave",
        Leaving::Close => "unsaved-about-close",
    }));
    ui.area(Area::row(0.0).firm(), |ui| {
        ui.button(Button::secondary("save-again", text.get("unsaved-again")).sends(Act::Unsaved(UnsavedAct::Again)));
    });
    ui.label(text.get("unsaved-elsewhere"));
    ui.area(Area::grid(&vec![1.0; page.folders.len().max(1)], space::XS).firm(), |ui| {
        for (position, (name, folder)) in page.folders.iter().enumerate() {
            let tile = Tile::new(format!("folder-{position}"), name.clone())
                .subtitle(folder.display().to_string())
                .action()
                .sends(Act::Unsaved(UnsavedAct::In(folder.clone())));
            ui.tile(tile, |_| {});
        }
    });
    ui.area(Area::row(space::S).align_start().firm(), |ui| {
        ui.area(Area::column(0.0).grow(1.0), |ui| {
            let field = TextField::new("folder", text.get("unsaved-folder"), page.typed.clone())
                .hint(text.get("unsaved-folder-hint"))
                .on_submit(|_| Act::Unsaved(UnsavedAct::InTyped))
                .on_change(|typed| Act::Unsaved(UnsavedAct::Type(typed.to_owned())));
            ui.text_field(field);
        });
        ui.area(Area::row(0.0).tweak(|node| node.padding.top = bevy::ui::px(BELOW_LABEL)), |ui| {
            let blocked = page.typed.trim().is_empty().then(|| text.get("unsaved-folder-first"));
            let save = Button::secondary("save-in-typed", text.get("unsaved-save-there"));
            ui.button(save.blocked_by(blocked).reason_aside().sends(Act::Unsaved(UnsavedAct::InTyped)));
        });
    });
}
