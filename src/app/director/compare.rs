//! Comparing saved runs: which there are, which are chosen, and what they show. Like the settings, the
//! comparison opens over another page.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::act::{CompareAct, ComparePart};
use super::frame::{Body, ComparePage, RunChoice};
use super::late::Late;
use super::open_runs::PORTION;
use super::runs::{Known, OnDisk, Saved, same_place, sentence};
use super::{Director, Page};
use crate::ids::Quarter;
use crate::lab::{Argument, Finished};
use crate::page::compare_page;
use crate::run::{self, Mismatch, RunFile, StoreError, replay};
use crate::sim::Game;
use crate::text::{Teller, Text, quarter_name};
use crate::view::{self, Comparison, Entrant};

/// Most runs that can be compared; the lines of more could not be told apart.
pub(super) const MOST: usize = 6;

/// What is being compared.
#[derive(Debug)]
pub(super) struct Comparing {
    offers: Vec<Offer>,
    /// How many of the runs are listed.
    shown: usize,
    part: ComparePart,
    compared: Option<Comparison>,
    /// The chosen runs that have not been replayed yet.
    replayed: Late<Replays>,
    /// What can be said of the chosen runs.
    argued: Late<Argument>,
    /// Where the comparison was saved as a page, or why it could not be.
    saved: Option<Result<PathBuf, StoreError>>,
}

/// Replayed runs by their files, and par of their decks.
#[derive(Debug)]
struct Replays {
    games: Vec<(PathBuf, Result<Game, Mismatch>)>,
    known: Known,
}

impl Replays {
    /// Replays runs, and computes par for those that are over.
    fn of(runs: Vec<Saved>, mut known: Known) -> Self {
        for saved in runs.iter().filter(|saved| saved.run.ended) {
            known.par_of(saved);
        }
        let game = |saved: Saved| (saved.path, replay(&saved.run, &saved.scenario).map(|played| played.game));
        Self { games: runs.into_iter().map(game).collect(), known }
    }
}

/// A run on disk, which can be chosen if it can be replayed.
#[derive(Debug)]
struct Offer {
    file: OnDisk,
    chosen: bool,
    /// The game, or why it could not be replayed; `None` before the first attempt.
    game: Option<Result<Game, String>>,
}

impl Offer {
    fn saved(&self) -> Option<&Saved> {
        self.file.found.as_ref().ok()
    }

    /// Whether the other file holds the same run.
    fn same_run(&self, other: &Self) -> bool {
        matches!((self.saved(), other.saved()), (Some(own), Some(other)) if own.run.same_run(&other.run))
    }
}

impl Comparing {
    pub(super) fn awaits(&self) -> bool {
        self.replayed.is_coming() || self.argued.is_coming()
    }

    pub(super) fn show_more(&mut self) {
        self.shown += PORTION;
    }

    /// The comparison of the chosen runs; `None` if there are none.
    fn comparison(&self, text: &Arc<Text>, known: &Known) -> Option<Comparison> {
        let chosen = self.offers.iter().filter(|offer| offer.chosen);
        let played: Vec<(&Saved, &Game, Teller)> = chosen
            .filter_map(|offer| {
                let (saved, game) = (offer.saved()?, offer.game.as_ref()?.as_ref().ok()?);
                Some((saved, game, Teller::new(text.clone(), saved.scenario.clone())))
            })
            .collect();
        let entrants: Vec<Entrant> = played
            .iter()
            .map(|(saved, game, teller)| {
                let (team, par) = (&saved.run.team, known.par(saved).filter(|_| saved.run.ended));
                let again_from = saved.run.again_from.map(Quarter);
                Entrant { team: &team.name, again_from, leads: [&team.product, &team.sales], game, teller, par }
            })
            .collect();
        (!entrants.is_empty()).then(|| view::compare(&entrants, self.argued.here(), text))
    }

    /// Begins to work out what can be said of the chosen runs.
    fn argue(&mut self) {
        let chosen = self.offers.iter().filter(|offer| offer.chosen);
        let runs: Vec<(RunFile, Game)> = chosen
            .filter_map(|offer| Some((offer.saved()?.run.clone(), offer.game.as_ref()?.as_ref().ok()?.clone())))
            .collect();
        self.argued =
            Late::ask(move || Argument::of(&runs.iter().map(|(run, game)| Finished { run, game }).collect::<Vec<_>>()));
    }

    /// Whether a run is not chosen itself, but a copy of it in another file is.
    fn is_copy(&self, offer: &Offer) -> bool {
        !offer.chosen && self.offers.iter().any(|other| other.chosen && other.same_run(offer))
    }
}

impl Director {
    pub(super) fn compare_act(&mut self, act: CompareAct) {
        match act {
            CompareAct::Open(true) => self.open_compare(),
            CompareAct::Open(false) => self.comparing = None,
            CompareAct::Pick(path) => self.pick(&path),
            CompareAct::Part(part) => self.compare_part(part),
            CompareAct::Save => self.save_comparison(),
        }
    }

    /// Opens the comparison. Chooses the run on the screen, or else the newest one, and another finished run with the
    /// same deck if there is one.
    fn open_compare(&mut self) {
        let current = match &self.page {
            Page::Game(play) => play.session().path().map(Path::to_path_buf),
            Page::Lobby(_) => None,
        };
        let offer = |file| Offer { file, chosen: false, game: None };
        let mut offers: Vec<Offer> = self.on_disk().into_iter().map(offer).collect();
        let is_current = |offer: &Offer| current.as_ref().is_some_and(|path| same_place(path, &offer.file.path));
        let first = offers.iter().position(|offer| offer.saved().is_some() && is_current(offer));
        let first = first.or_else(|| offers.iter().position(|offer| offer.saved().is_some()));
        let shown = first.and_then(|first| offers[first].saved().cloned());
        if let (Some(first), Some(shown)) = (first, shown) {
            offers[first].chosen = true;
            let other =
                |saved: &Saved| saved.run.ended && saved.deck() == shown.deck() && !saved.run.same_run(&shown.run);
            let same = |offer: &&mut Offer| offer.saved().is_some_and(other);
            if let Some(other) = offers.iter_mut().find(same) {
                other.chosen = true;
            }
        }
        let part = ComparePart::Why;
        self.comparing = Some(Comparing {
            offers,
            shown: PORTION,
            part,
            compared: None,
            replayed: Late::Unasked,
            argued: Late::Unasked,
            saved: None,
        });
        self.compare_again();
    }

    /// Goes back from the debrief of a run to the comparison from which it was opened, with the same runs chosen.
    pub(super) fn back_to_comparison(&mut self) {
        let Some((page, comparing)) = self.behind.take() else { return };
        match page {
            Page::Lobby(lobby) => self.go(lobby),
            game @ Page::Game(_) => self.page = game,
        }
        self.comparing = Some(comparing);
        self.compare_again();
    }

    /// Adds a run to the comparison, or removes it.
    fn pick(&mut self, path: &Path) {
        let Some(comparing) = &mut self.comparing else { return };
        let full = comparing.offers.iter().filter(|offer| offer.chosen).count() >= MOST;
        let wanted = |offer: &Offer| offer.file.path == path && offer.saved().is_some();
        let Some(at) = comparing.offers.iter().position(wanted) else { return };
        let open = !full && !comparing.is_copy(&comparing.offers[at]);
        comparing.offers[at].chosen = !comparing.offers[at].chosen && open;
        self.compare_again();
    }

    fn compare_part(&mut self, part: ComparePart) {
        if let Some(comparing) = &mut self.comparing {
            comparing.part = part;
        }
    }

    /// Compares the chosen runs, once all of them are replayed.
    fn compare_again(&mut self) {
        let Some(comparing) = &mut self.comparing else { return };
        comparing.saved = None;
        let new = |offer: &&Offer| offer.chosen && offer.game.is_none();
        let new: Vec<Saved> = comparing.offers.iter().filter(new).filter_map(|offer| offer.saved().cloned()).collect();
        if new.is_empty() {
            comparing.replayed = Late::Unasked;
            comparing.argue();
            comparing.compared = comparing.comparison(&self.text, &self.known);
            return;
        }
        let known = self.known.clone();
        comparing.replayed = Late::ask(move || Replays::of(new, known));
    }

    /// Takes in the runs that were replayed meanwhile. One that does not replay is not chosen; its entry shows why.
    pub(super) fn compared_arrives(&mut self) -> bool {
        let Some(comparing) = &mut self.comparing else { return false };
        if comparing.argued.arrive() {
            comparing.compared = comparing.comparison(&self.text, &self.known);
            return true;
        }
        if !comparing.replayed.arrive() {
            return false;
        }
        // Nothing is asked for again that could not be computed.
        let Late::Here(Replays { games, known }) = std::mem::take(&mut comparing.replayed) else { return true };
        self.known.learn(&known);
        for (path, game) in games {
            let Some(offer) = comparing.offers.iter_mut().find(|offer| offer.file.path == path) else { continue };
            let game = game.map_err(|mismatch| sentence(&mismatch.told(&self.text)));
            offer.chosen = game.is_ok();
            offer.game = Some(game);
        }
        self.compare_again();
        true
    }

    /// Saves the comparison as a page in the folder for runs.
    fn save_comparison(&mut self) {
        let Some(comparing) = self.comparing.as_mut().filter(|comparing| !comparing.awaits()) else { return };
        let (Some(compared), Some(folder)) = (&comparing.compared, &self.outside.runs) else { return };
        let names: Vec<&str> = compared.teams.iter().map(|team| team.name.as_str()).collect();
        let path = run::free_page(folder, &names);
        comparing.saved = Some(run::write_new(&path, &compare_page(compared, &self.text)).map(|()| path));
    }

    /// Whether there is a comparison of all chosen runs, and a folder to save it in.
    pub(super) fn can_save_comparison(&self) -> bool {
        let whole = |comparing: &Comparing| comparing.compared.is_some() && !comparing.awaits();
        self.outside.runs.is_some() && self.comparing.as_ref().is_some_and(whole)
    }

    /// The page, if the comparison is open.
    pub(super) fn compare_body(&self) -> Option<Body> {
        let comparing = self.comparing.as_ref()?;
        let full = comparing.offers.iter().filter(|offer| offer.chosen).count() >= MOST;
        let choice = |offer: &Offer| {
            let refused = offer.file.found.as_ref().err().map(|refused| refused.why.clone());
            let broken = offer.game.as_ref().and_then(|game| game.as_ref().err().cloned());
            let copy = comparing.is_copy(offer).then(|| self.text.get("compare-chosen-copy"));
            let full = (full && !offer.chosen).then(|| self.text.with("compare-full", &[("most", &MOST)]));
            RunChoice {
                path: offer.file.path.clone(),
                team: offer.file.name(),
                about: about(&self.text, &offer.file),
                ended: offer.file.run().is_some_and(|run| run.ended),
                chosen: offer.chosen,
                why_not: refused.or(broken).or(copy).or(full),
            }
        };
        Some(Body::Compare(Box::new(ComparePage {
            runs: comparing.offers.iter().take(comparing.shown).map(choice).collect(),
            more: comparing.offers.len().saturating_sub(comparing.shown),
            part: comparing.part,
            compared: comparing.compared.clone(),
            coming: comparing.awaits(),
            saved: comparing.saved.as_ref().map(|saved| match saved {
                Ok(path) => Ok(self.text.with("compare-saved", &[("path", &path.display().to_string())])),
                Err(problem) => Err(problem.told(&self.text)),
            }),
        })))
    }
}

/// `The scale-up · seed 7 · finished`. If the run cannot be replayed, the name of its file.
fn about(text: &Arc<Text>, file: &OnDisk) -> String {
    let Ok(saved) = &file.found else {
        return if file.run().is_some() { file.file_name() } else { String::new() };
    };
    let text = Teller::new(text.clone(), saved.scenario.clone());
    let at =
        if saved.run.ended { text.get("compare-finished") } else { quarter_name(&text, Quarter(saved.run.quarter)) };
    let title = &saved.scenario.meta.title;
    text.with("compare-run", &[("scenario", title), ("seed", &saved.run.seed.to_string()), ("at", &at)])
}
