//! The games that can be continued: all unfinished ones, on disk or kept in this window, newest first. Games that
//! cannot be continued have a reason.

use super::Director;
use super::act::{Act, LobbyAct};
use super::frame::{OpenRun, OpenRunsPage};
use super::game::Play;
use super::runs::{OnDisk, Saved};
use crate::app::clock;
use crate::ids::Quarter;
use crate::run::{Session, replay};
use crate::sim::Game;
use crate::text::quarter_name;
use crate::view::{self, Moment};

/// Rows of a list of files that are shown at first, and again with every press of *more*.
pub(super) const PORTION: usize = 60;
/// The scenario whose product is on the title before anybody has played.
const FIRST_SCENARIO: &str = "scale-up";

impl Director {
    /// Looks for the games that can be continued, and for the product of the newest run.
    pub(super) fn look_at_runs(&mut self) {
        let files = self.on_disk();
        self.problem = self.problem.take().or_else(|| self.unreadable_folder());
        let kept = self.kept.iter().enumerate().rev().filter(|(_, play)| play.session().unsaved());
        let mut open: Vec<OpenRun> = kept.map(|(at, play)| self.kept_run(at, play)).collect();
        let told_already = |file: &&OnDisk| self.ahead_of(&file.path).is_some();
        let over = |file: &&OnDisk| file.run().is_some_and(|run| run.ended);
        open.extend(files.iter().filter(|file| !over(file) && !told_already(file)).map(|file| self.saved_run(file)));
        // Games that can be continued come first; each part stays sorted, newest first.
        open.sort_by_key(|run| run.why_not.is_some());
        let newest = files.iter().filter_map(|file| file.found.as_ref().ok());
        let newest = newest.take(PORTION).find_map(|saved| Some(replay(&saved.run, &saved.scenario).ok()?.game));
        let first = || self.find(FIRST_SCENARIO).ok().map(|scenario| Game::new(scenario, 1));
        let map = newest.or_else(first).map(|game| view::product_map(&game, &self.tells(game.scenario()), Moment::Now));
        self.found.map = map.unwrap_or_default();
        self.found.open = open;
        self.found.shown = PORTION;
    }

    /// A game that only this window has, because it is not saved.
    fn kept_run(&self, at: usize, play: &Play) -> OpenRun {
        let session: &Session = play.session();
        let game = session.game();
        let quarter = match session.run().ended {
            true => self.text.get("compare-finished"),
            false => quarter_name(&self.tells(game.scenario()), game.state().quarter),
        };
        let about = [game.scenario().meta.title.clone(), quarter, self.text.get("open-unsaved")];
        OpenRun {
            team: session.team().name.clone(),
            about: about.join(" · "),
            why_not: None,
            act: Act::Lobby(LobbyAct::Resume(at)),
        }
    }

    fn saved_run(&self, file: &OnDisk) -> OpenRun {
        let played = clock::when(&self.text, file.played);
        let (about, why_not) = match &file.found {
            Ok(Saved { run, scenario, .. }) => {
                let quarter = quarter_name(&self.tells(scenario), Quarter(run.quarter));
                (vec![scenario.meta.title.clone(), quarter, played], None)
            }
            Err(refused) => {
                let named = refused.run.is_some().then(|| file.file_name());
                (named.into_iter().chain([played]).collect(), Some(refused.why.clone()))
            }
        };
        OpenRun {
            team: file.name(),
            about: about.join(" · "),
            why_not,
            act: Act::Lobby(LobbyAct::Continue(file.path.clone())),
        }
    }

    pub(super) fn open_runs_page(&self) -> OpenRunsPage {
        let open = &self.found.open;
        let shown = self.found.shown.min(open.len());
        OpenRunsPage { runs: open[..shown].to_vec(), more: open.len() - shown }
    }

    /// Lists more rows on the current page.
    pub(super) fn show_more(&mut self) {
        match &mut self.comparing {
            Some(comparing) => comparing.show_more(),
            None => self.found.shown += PORTION,
        }
    }
}
