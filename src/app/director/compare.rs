//! Saved runs side by side: which there are, which are chosen, and what they tell. It lies over the page it was opened
//! from, like the settings.

use std::path::{Path, PathBuf};

use super::act::ComparePart;
use super::frame::{Body, ComparePage, RunChoice};
use super::runs::Saved;
use super::{Director, Page};
use crate::chart::compare_page;
use crate::run::{self, StoreError, replay};
use crate::sim::{Game, Phase, Quarter};
use crate::text::{Text, quarter_name};
use crate::view::{self, Comparison, Entrant};

/// Runs that are offered, from the newest on.
const OFFERED: usize = 40;
/// Runs that are compared at most: more lines than that cannot be told from each other.
pub(super) const MOST: usize = 6;

/// What is being compared.
#[derive(Debug)]
pub(super) struct Comparing {
    offers: Vec<Offer>,
    part: ComparePart,
    compared: Option<Comparison>,
    /// Where its page was saved, or why it could not be.
    saved: Option<Result<PathBuf, StoreError>>,
}

/// A run that can be chosen.
#[derive(Debug)]
struct Offer {
    saved: Saved,
    chosen: bool,
    /// The game, once it was played again, or why it could not be.
    game: Option<Result<Game, String>>,
}

impl Comparing {
    /// Whether a run is not chosen, and a copy of one that is.
    fn is_copy(&self, offer: &Offer) -> bool {
        let same = |other: &Offer| other.chosen && other.saved.run.same_run(&offer.saved.run);
        !offer.chosen && self.offers.iter().any(same)
    }
}

impl Director {
    /// Opens the comparison with the run on the screen, or the newest one, and another one of the same deck.
    pub(super) fn open_compare(&mut self) {
        let current = match &self.page {
            Page::Game(play) => play.session.path().map(Path::to_path_buf),
            Page::Lobby(_) => None,
        };
        let saved = self.saved(OFFERED, |_| true);
        let mut offers: Vec<Offer> =
            saved.into_iter().map(|saved| Offer { saved, chosen: false, game: None }).collect();
        let is_current = |offer: &Offer| current.as_ref().is_some_and(|path| *path == offer.saved.path);
        let first = offers.iter().position(is_current).or_else(|| (!offers.is_empty()).then_some(0));
        if let Some(first) = first {
            let (deck, run) = (offers[first].saved.deck(), offers[first].saved.run.clone());
            offers[first].chosen = true;
            let same = |offer: &&mut Offer| {
                !offer.chosen && offer.saved.run.ended && offer.saved.deck() == deck && !offer.saved.run.same_run(&run)
            };
            if let Some(other) = offers.iter_mut().find(same) {
                other.chosen = true;
            }
        }
        self.comparing = Some(Comparing { offers, part: ComparePart::Numbers, compared: None, saved: None });
        self.compare_again();
    }

    /// Takes a run in or out.
    pub(super) fn pick(&mut self, path: &Path) {
        let Some(comparing) = &mut self.comparing else { return };
        let full = comparing.offers.iter().filter(|offer| offer.chosen).count() >= MOST;
        let Some(at) = comparing.offers.iter().position(|offer| offer.saved.path == path) else { return };
        let open = !full && !comparing.is_copy(&comparing.offers[at]);
        comparing.offers[at].chosen = !comparing.offers[at].chosen && open;
        self.compare_again();
    }

    pub(super) fn compare_part(&mut self, part: ComparePart) {
        if let Some(comparing) = &mut self.comparing {
            comparing.part = part;
        }
    }

    /// Plays what was chosen again and puts it side by side.
    fn compare_again(&mut self) {
        let Some(mut comparing) = self.comparing.take() else { return };
        for offer in comparing.offers.iter_mut().filter(|offer| offer.chosen && offer.game.is_none()) {
            let played = replay(&offer.saved.run, &offer.saved.scenario);
            offer.game = Some(played.map(|played| played.game).map_err(|mismatch| mismatch.to_string()));
        }
        let chosen = comparing.offers.iter().filter(|offer| offer.chosen);
        let entrants: Vec<Entrant> = chosen
            .filter_map(|offer| {
                let game = offer.game.as_ref()?.as_ref().ok()?;
                let par =
                    (game.state().phase == Phase::Ended).then(|| self.pars.of(game.scenario(), game.state().seed));
                let team = &offer.saved.run.team;
                Some(Entrant { team: &team.name, leads: [&team.product, &team.sales], game, par })
            })
            .collect();
        comparing.compared = (!entrants.is_empty()).then(|| view::compare(&entrants, &self.text));
        comparing.saved = None;
        self.comparing = Some(comparing);
    }

    /// Saves what is compared as a page, beside the runs.
    pub(super) fn save_comparison(&mut self) {
        let Some(comparing) = &mut self.comparing else { return };
        let (Some(compared), Some(folder)) = (&comparing.compared, &self.outside.runs) else { return };
        let names: Vec<&str> = compared.teams.iter().map(|team| team.name.as_str()).collect();
        let path = run::free_page(folder, &names);
        comparing.saved = Some(run::write(&path, &compare_page(compared, &self.text)).map(|()| path));
    }

    /// Whether there is something to save, and a place for it.
    pub(super) fn can_save_comparison(&self) -> bool {
        self.outside.runs.is_some() && self.comparing.as_ref().is_some_and(|comparing| comparing.compared.is_some())
    }

    /// The page, if it is open.
    pub(super) fn compare_body(&self) -> Option<Body> {
        let comparing = self.comparing.as_ref()?;
        let full = comparing.offers.iter().filter(|offer| offer.chosen).count() >= MOST;
        let choice = |offer: &Offer| {
            let broken = offer.game.as_ref().and_then(|game| game.as_ref().err().cloned());
            let copy = comparing.is_copy(offer).then(|| self.text.get("compare-chosen-copy"));
            let full = (full && !offer.chosen).then(|| self.text.with("compare-full", &[("most", &MOST)]));
            RunChoice {
                path: offer.saved.path.clone(),
                team: offer.saved.run.team.name.clone(),
                about: about(&self.text, &offer.saved),
                ended: offer.saved.run.ended,
                chosen: offer.chosen,
                why_not: broken.or(copy).or(full),
            }
        };
        Some(Body::Compare(Box::new(ComparePage {
            runs: comparing.offers.iter().map(choice).collect(),
            part: comparing.part,
            compared: comparing.compared.clone(),
            saved: comparing.saved.as_ref().map(|saved| match saved {
                Ok(path) => Ok(self.text.with("compare-saved", &[("path", &path.display().to_string())])),
                Err(problem) => Err(problem.told(&self.text)),
            }),
        })))
    }
}

/// `The scale-up · seed 7 · finished`.
fn about(text: &Text, saved: &Saved) -> String {
    let at = if saved.run.ended {
        text.get("compare-finished")
    } else {
        quarter_name(text, &saved.scenario, Quarter(saved.run.quarter))
    };
    let title = &saved.scenario.meta.title;
    text.with("compare-run", &[("scenario", title), ("seed", &saved.run.seed.to_string()), ("at", &at)])
}
