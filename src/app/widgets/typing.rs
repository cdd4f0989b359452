//! What Bevy's text field does not do: spaces and Backspace with Shift held, text with Alt held, copy and paste on
//! every keyboard and with other programs, and a limit on the number of letters.

use bevy::clipboard::Clipboard;
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::FocusedInput;
use bevy::prelude::*;
use bevy::text::{EditableText, FontCx, LayoutCx, TextEdit, apply_text_edits};

use super::clipboard::{SystemClipboard, copied, share};
use super::keys::Keys;
use crate::text::letters;

/// The most letters that a field accepts.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct AtMost(pub usize);

pub(super) fn plugin(app: &mut App) {
    app.add_observer(type_more).add_systems(PostUpdate, edit.before(apply_text_edits));
}

fn type_more(mut input: On<FocusedInput<KeyboardInput>>, mut fields: Query<&mut EditableText>, keys: Res<Keys>) {
    let Ok(mut field) = fields.get_mut(input.focused_entity) else { return };
    if field.is_composing() || !input.input.state.is_pressed() {
        return;
    }
    if let Some(edit) = left_out(&input.input, &keys) {
        field.queue_edit(edit);
        input.propagate(false);
    }
}

/// The edit that a key means where Bevy's own field does nothing.
fn left_out(input: &KeyboardInput, keys: &Keys) -> Option<TextEdit> {
    let (shift, command) = (keys.shift(), keys.command());
    match &input.logical_key {
        Key::Insert if shift && !command => Some(TextEdit::Paste),
        Key::Insert if command && !shift => Some(TextEdit::Copy),
        Key::Backspace if shift && command => Some(TextEdit::BackspaceWord),
        Key::Backspace if shift => Some(TextEdit::Backspace),
        Key::Character(typed) if command => commanded(&keys.meant(input)).filter(|_| shift || !is_latin(typed)),
        Key::Character(_) | Key::Unidentified(_) if keys.alt() && !command => text(input),
        Key::Space if (shift || keys.alt()) && !command => text(input),
        _ => None,
    }
}

fn is_latin(typed: &str) -> bool {
    typed.is_ascii()
}

/// The edit that a letter means with the command modifier.
fn commanded(key: &Key) -> Option<TextEdit> {
    let Key::Character(letter) = key else { return None };
    match letter.to_lowercase().as_str() {
        "a" => Some(TextEdit::SelectAll),
        "c" => Some(TextEdit::Copy),
        "x" => Some(TextEdit::Cut),
        "v" => Some(TextEdit::Paste),
        _ => None,
    }
}

/// The text that a key types, according to the system.
fn text(input: &KeyboardInput) -> Option<TextEdit> {
    let typed = input.text.clone().filter(|typed| !typed.is_empty() && !typed.chars().any(char::is_control))?;
    Some(TextEdit::Insert(typed))
}

/// Applies the pending edits one by one; typed or pasted text is cut to the part that fits and can be displayed.
fn edit(
    mut fields: Query<(&mut EditableText, Option<&AtMost>)>,
    mut fonts: ResMut<FontCx>,
    mut layouts: ResMut<LayoutCx>,
    mut own: ResMut<Clipboard>,
    mut system: Option<ResMut<SystemClipboard>>,
) {
    for (mut field, most) in &mut fields {
        if field.pending_edits.is_empty() {
            continue;
        }
        for edit in std::mem::take(&mut field.pending_edits) {
            let copies = matches!(edit, TextEdit::Copy | TextEdit::Cut) && field.editor().selected_text().is_some();
            let edit = match edit {
                TextEdit::Insert(typed) => fitting(&field, most, &typed).map(|typed| TextEdit::Insert(typed.into())),
                TextEdit::ImeCommit { value } => {
                    Some(TextEdit::ImeCommit { value: fitting(&field, most, &value).unwrap_or_default().into() })
                }
                TextEdit::Paste => copied(&mut own, system.as_deref_mut())
                    .and_then(|pasted| fitting(&field, most, &pasted))
                    .map(|pasted| TextEdit::Insert(pasted.into())),
                other => Some(other),
            };
            let Some(edit) = edit else { continue };
            field.queue_edit(edit);
            field.apply_pending_edits(&mut fonts, &mut layouts.0, &mut own, |_| true);
            if copies {
                share(&mut own, system.as_deref_mut());
            }
        }
    }
}

/// The part of a typed or pasted text that fits into a field, replacing the selection; `None` if nothing does.
fn fitting(field: &EditableText, most: Option<&AtMost>, typed: &str) -> Option<String> {
    let typed = letters::one_line(typed);
    let fits = match most {
        Some(AtMost(most)) => {
            let replaced = field.editor().selected_text().map_or(0, letters::count);
            let there = letters::count(&field.value().to_string()).saturating_sub(replaced);
            letters::first(&typed, most.saturating_sub(there)).to_owned()
        }
        None => typed,
    };
    Some(fits).filter(|fits| !fits.is_empty())
}
