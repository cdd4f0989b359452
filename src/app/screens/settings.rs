//! The settings: language, theme, text size, window, motion and notes; and the list of keys.

use super::{desk, sheets};
use crate::app::director::{Act, Setting, SettingsPage};
use crate::app::settings::TEXT_SIZES;
use crate::app::theme::{Theme, Tone, space};
use crate::app::widgets::{Area, Choice, Tile, Ui};
use crate::text::Text;

const COLUMN: f32 = 760.0;

/// Draws the settings.
pub(super) fn draw(ui: &mut Ui, text: &Text, page: &SettingsPage) {
    desk::middle(ui, "settings", COLUMN, |ui| {
        ui.title(text.get("settings-title"));
        if let Some(problem) = &page.problem {
            ui.area(Area::soft(Tone::Debt), |ui| {
                ui.note(problem.clone());
            });
        }
        languages(ui, text, page);
        themes(ui, text, page);
        sizes(ui, text, page);
        window(ui, text, page);
        motion(ui, text, page);
        notes(ui, text, page);
        ui.subheading(text.get("help-keys"));
        sheets::keys(ui, text);
    });
}

fn themes(ui: &mut Ui, text: &Text, page: &SettingsPage) {
    ui.subheading(text.get("settings-theme"));
    ui.area(Area::grid(&[1.0, 1.0, 1.0], space::S).firm(), |ui| {
        for theme in Theme::ALL {
            let (name, title, about) = match theme {
                Theme::Light => ("theme-light", text.get("theme-light"), text.get("theme-light-about")),
                Theme::Dark => ("theme-dark", text.get("theme-dark"), text.get("theme-dark-about")),
                Theme::Contrast => ("theme-contrast", text.get("theme-contrast"), text.get("theme-contrast-about")),
            };
            let chosen = page.settings.theme == theme;
            ui.tile(
                Tile::new(name, title).subtitle(about).chosen(chosen).sends(Act::Change(Setting::Theme(theme))),
                |_| {},
            );
        }
    });
}

fn sizes(ui: &mut Ui, text: &Text, page: &SettingsPage) {
    ui.subheading(text.get("settings-text"));
    ui.area(Area::row(space::XS).wrap().firm(), |ui| {
        for size in TEXT_SIZES {
            let label = text.with("settings-text-size", &[("percent", &size)]);
            let choice = Choice::new(format!("text-{size}"), label, page.settings.text_size == size);
            ui.choice(choice.sends(Act::Change(Setting::TextSize(size))));
        }
    });
    ui.muted(text.get("settings-text-about"));
}

fn window(ui: &mut Ui, text: &Text, page: &SettingsPage) {
    ui.subheading(text.get("settings-window"));
    ui.area(Area::row(space::XS).wrap().firm(), |ui| {
        for (name, full) in [("window-own", false), ("window-full", true)] {
            let choice = Choice::new(name, text.get(name), page.settings.full_screen == full);
            ui.choice(choice.sends(Act::Change(Setting::FullScreen(full))));
        }
    });
    ui.muted(text.get("settings-window-about"));
}

fn motion(ui: &mut Ui, text: &Text, page: &SettingsPage) {
    ui.subheading(text.get("settings-motion"));
    let on = page.settings.motion;
    ui.row(0.0, |ui| {
        ui.toggle("motion", text.get("settings-motion-on"), on, Act::Change(Setting::Motion(!on)));
    });
    ui.muted(text.get("settings-motion-about"));
}

/// The languages, unless there is only one.
fn languages(ui: &mut Ui, text: &Text, page: &SettingsPage) {
    if page.languages.len() < 2 {
        return;
    }
    ui.subheading(text.get("settings-language"));
    ui.area(Area::row(space::XS).wrap().firm(), |ui| {
        for (language, name) in &page.languages {
            let chosen = page.settings.language == *language;
            let choice = Choice::new(format!("language-{language}"), name.clone(), chosen);
            ui.choice(choice.sends(Act::Change(Setting::Language(language.clone()))));
        }
    });
}

fn notes(ui: &mut Ui, text: &Text, page: &SettingsPage) {
    ui.subheading(text.get("settings-notes"));
    ui.area(Area::row(space::XS).wrap().firm(), |ui| {
        let fresh = page.settings.notes && page.settings.notes_seen.is_empty();
        for (name, key, on, wanted) in [
            ("notes-again", "settings-notes-again", fresh, true),
            ("notes-none", "settings-notes-none", !page.settings.notes, false),
        ] {
            ui.choice(Choice::new(name, text.get(key), on).sends(Act::Change(Setting::Notes(wanted))));
        }
    });
    ui.muted(text.get("settings-notes-about"));
}
