//! Games that this window keeps, because they were left or cannot be saved. While the window is open, no draft and no
//! signature is lost, and nobody closes it without being told what would be.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::act::{Leaving, Lobby, Sheet, UnsavedAct};
use super::frame::UnsavedPage;
use super::game::Play;
use super::runs::same_place;
use super::{Director, Page};
use crate::run::{Session, StoreError, refuges, typed_folder};
use crate::text::{Teller, Text, quarter_name};

/// The content of the sheet about games that are not saved or not signed.
#[derive(Debug, Default)]
pub(super) struct Unsaved {
    /// One sentence for each game that is not saved.
    lost: Vec<String>,
    /// One sentence for each game with a draft that nobody has signed.
    drafts: Vec<String>,
    /// The folder as typed so far.
    typed: String,
    /// Where the games were saved, or why they could not be.
    told: Option<Result<String, String>>,
}

impl Director {
    pub(super) fn unsaved_act(&mut self, act: UnsavedAct) {
        match act {
            UnsavedAct::Again => self.save_again(),
            UnsavedAct::In(folder) => self.save_in(&folder),
            UnsavedAct::Type(typed) => self.unsaved.typed = typed,
            UnsavedAct::InTyped => self.save_in_typed(),
            UnsavedAct::Leave => self.leave_unsaved(),
        }
    }

    /// Leaves the game on the screen. If it still cannot be saved, asks first.
    pub(super) fn leave(&mut self, lobby: Lobby) {
        self.try_to_save(Leaving::Leave);
        if self.unsaved.lost.is_empty() { self.go(lobby) } else { self.ask(Leaving::Leave) }
    }

    /// Leaves the game on the screen although it is not saved; this window keeps it.
    fn leave_unsaved(&mut self) {
        self.sheets.clear();
        self.go(Lobby::Title);
    }

    /// Closes the window. If something would be lost, asks first, and closes when asked again.
    pub(super) fn close(&mut self) {
        let asked = self.sheets.last() == Some(&Sheet::Unsaved(Leaving::Close));
        self.try_to_save(Leaving::Close);
        match asked || self.unsaved.lost.is_empty() && self.unsaved.drafts.is_empty() {
            true => self.quit = true,
            false => self.ask(Leaving::Close),
        }
    }

    fn ask(&mut self, way: Leaving) {
        (self.unsaved.typed, self.unsaved.told) = (String::new(), None);
        self.open(Sheet::Unsaved(way));
    }

    /// Tries again to save what is not saved, and reports the result.
    fn save_again(&mut self) {
        let Some(&Sheet::Unsaved(way)) = self.sheets.last() else { return };
        self.try_to_save(way);
        self.unsaved.told = match self.unsaved.lost.is_empty() {
            true => Some(Ok(self.text.get("unsaved-saved-now"))),
            false => Some(Err(self.text.get("unsaved-still"))),
        };
    }

    /// Saves what is not saved in the typed folder.
    fn save_in_typed(&mut self) {
        if let Some(folder) = typed_folder(&self.unsaved.typed) {
            self.save_in(&folder);
        }
    }

    /// Saves what is not saved in another folder, and from now on looks for runs there too.
    fn save_in(&mut self, folder: &Path) {
        let Some(&Sheet::Unsaved(way)) = self.sheets.last() else { return };
        let mut saved: Vec<String> = Vec::new();
        let mut failed: Option<StoreError> = None;
        for play in self.games() {
            if play.session().unsaved() {
                match play.session_mut().save_in(folder) {
                    Ok(path) => saved.push(path.display().to_string()),
                    Err(problem) => failed = Some(problem),
                }
            }
        }
        if !saved.is_empty() {
            let folder = folder.to_path_buf();
            self.haven = Some(folder.clone());
            self.outside.settings.change(move |settings| settings.runs_in(&folder));
        }
        self.unsaved.told = Some(match failed {
            Some(problem) => Err(format!("{}.", problem.told(&self.text))),
            None => Ok(self.text.with("unsaved-saved", &[("path", &saved.join(", "))])),
        });
        self.try_to_save(way);
    }

    /// Tries to save whatever is not saved, and notes what would be lost: by leaving the game on the screen,
    /// or by closing the window.
    fn try_to_save(&mut self, way: Leaving) {
        let text = self.text.clone();
        let (mut lost, mut drafts) = (Vec::new(), Vec::new());
        for play in self.games() {
            if let Some(problem) = problem(&text, play.session_mut()) {
                lost.push(told(&text, play.session(), "unsaved-game", &problem));
            }
            if way == Leaving::Close && play.drafted() {
                drafts.push(told(&text, play.session(), "unsaved-draft", ""));
            }
            if way == Leaving::Leave {
                break;
            }
        }
        (self.unsaved.lost, self.unsaved.drafts) = (lost, drafts);
    }

    /// All games of this window, starting with the one on the screen.
    fn games(&mut self) -> impl Iterator<Item = &mut Play> {
        let shown = match &mut self.page {
            Page::Game(play) => Some(play),
            Page::Lobby(_) => None,
        };
        shown.into_iter().map(Box::as_mut).chain(self.kept.iter_mut().rev())
    }

    pub(super) fn unsaved_page(&self, way: Leaving) -> UnsavedPage {
        let failed = self.outside.runs.as_deref();
        let folders = refuges(failed).into_iter().map(|refuge| (self.text.get(refuge.key), refuge.folder));
        UnsavedPage {
            way,
            lost: self.unsaved.lost.clone(),
            drafts: self.unsaved.drafts.clone(),
            folders: folders.collect(),
            typed: self.unsaved.typed.clone(),
            told: self.unsaved.told.clone(),
        }
    }

    /// Moves the game on the screen to the kept games, including its draft.
    pub(super) fn put_aside(&mut self) {
        if let Page::Game(play) = std::mem::replace(&mut self.page, Page::Lobby(Lobby::Title)) {
            // A game that is over and saved need not be kept, because it can be opened from its file again.
            if play.session().unsaved() || !play.session().run().ended {
                self.kept.push(*play);
            }
        }
    }

    /// Returns to a game that this window kept.
    pub(super) fn resume(&mut self, position: usize) {
        self.comparing = None;
        if position < self.kept.len() {
            let mut play = self.kept.remove(position);
            self.put_aside();
            play.come_back();
            self.page = Page::Game(Box::new(play));
        }
    }

    /// The position of the kept game that could not be saved to this file. It is ahead of the file.
    pub(super) fn ahead_of(&self, path: &Path) -> Option<usize> {
        let here = |session: &Session| session.path().is_some_and(|own| same_place(own, path));
        self.kept.iter().position(|play| play.session().unsaved() && here(play.session()))
    }

    /// The kept game with this run, including its drafts, unless its file has changed meanwhile; otherwise a new one.
    pub(super) fn kept_or_new(&mut self, session: Session) -> Box<Play> {
        let path = session.path().map(Path::to_path_buf);
        let here = |play: &Play| path.is_some() && play.session().path() == path.as_deref();
        let kept = self.kept.iter().position(here).map(|at| self.kept.remove(at));
        match kept.filter(|kept| kept.session().run().to_text() == session.run().to_text()) {
            Some(mut kept) => {
                kept.come_back();
                Box::new(kept)
            }
            None => Box::new(Play::new(session)),
        }
    }

    /// The folder for new runs: where the last game was saved after the usual folder failed, or
    /// otherwise the usual folder.
    pub(super) fn run_folder(&self) -> Option<&PathBuf> {
        self.haven.as_ref().or(self.outside.runs.as_ref())
    }
}

/// Tries to save a game that is not saved. If that fails, the reason, as a part of a sentence.
fn problem(text: &Text, session: &mut Session) -> Option<String> {
    let tried = session.save_again();
    session.unsaved().then(|| tried.err().map_or_else(|| text.get("unsaved-nowhere"), |problem| problem.told(text)))
}

/// A sentence about a game that is not saved or not signed.
fn told(text: &Arc<Text>, session: &Session, key: &str, problem: &str) -> String {
    let game = session.game();
    let text = &Teller::new(text.clone(), game.scenario().clone());
    let quarter = quarter_name(text, game.state().quarter);
    let scenario = &game.scenario().meta.title;
    let team = &session.team().name;
    text.with(key, &[("team", team), ("scenario", scenario), ("quarter", &quarter), ("problem", &problem)])
}
