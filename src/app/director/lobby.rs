//! The pages outside a game: title, shelf, team set-up.

use std::path::Path;
use std::sync::Arc;

use super::act::{Lobby, LobbyAct, SeedChoice, SetupField};
use super::frame::{Body, Frame, Persona, Setup, ShelfCard, Title};
use super::{Director, Page, Play, SetupDraft, foot};
use crate::app::clock;
use crate::policy::{self, Policy};
use crate::run::{Session, Team, free_path};
use crate::scenario::{Finding, Item, Scenario, ShelfStamp, Verdict};
use crate::sim::Game;
use crate::text::{self, Text, letters};
use crate::view::{self, Moment};

impl Director {
    pub(super) fn lobby_frame(&self, page: Lobby) -> Frame {
        let (body, foot) = match page {
            Lobby::Title => {
                let problem = self.problem.clone().or_else(|| self.outside.settings.problem(&self.text));
                let last = self.found.open.iter().find(|run| run.why_not.is_none()).cloned();
                #[cfg(feature = "room")]
                let hosts = self.hosts();
                #[cfg(not(feature = "room"))]
                let hosts = None;
                let title = Title { last, open: self.found.open.len(), hosts, problem, map: self.found.map.clone() };
                let foot = foot::title(&self.text, &title);
                (Body::Title(title), foot)
            }
            Lobby::Open => (Body::Open(self.open_runs_page()), foot::open_runs(&self.text)),
            Lobby::Shelf => (Body::Shelf(self.shelf()), foot::shelf(&self.text)),
            #[cfg(feature = "room")]
            Lobby::Host => self.host_frame(),
            Lobby::Setup => {
                let setup = self.setup_view();
                let foot = foot::setup(&self.text, &setup);
                (Body::Setup(setup), foot)
            }
        };
        Frame { wall: None, body, foot, note: None, sheet: None, plates: Vec::new() }
    }

    pub(super) fn lobby_act(&mut self, act: LobbyAct) {
        match act {
            LobbyAct::Go(lobby) => self.leave_for(lobby),
            LobbyAct::LookAgain => self.look_again(),
            LobbyAct::Continue(path) => self.continue_run(&path),
            LobbyAct::Resume(kept) => self.resume(kept),
            LobbyAct::More => self.show_more(),
            LobbyAct::Choose(id) => self.choose(&id),
            LobbyAct::Type(field, typed) => self.setup.type_into(field, typed),
            LobbyAct::Partner(partner) => self.setup.team.partner = partner,
            LobbyAct::Seed(SeedChoice::Free) => {
                self.setup.seed = String::new();
                self.setup.drawn = (self.outside.free_seed)();
            }
            LobbyAct::Seed(SeedChoice::Today) => self.setup.seed = (self.outside.today)().to_string(),
            LobbyAct::Again => self.again(),
            LobbyAct::Start => self.start(),
            #[cfg(feature = "room")]
            LobbyAct::Host(act) => self.host_act(act),
        }
    }

    /// Goes to a page outside the game from where the window is. A game that is not saved is not left without asking.
    fn leave_for(&mut self, lobby: Lobby) {
        match self.page {
            Page::Game(_) if lobby == Lobby::Title && self.behind.is_some() => self.back_to_comparison(),
            Page::Game(_) => self.leave(lobby),
            Page::Lobby(_) => self.go(lobby),
        }
    }

    /// Opens a page outside the game, with what is on disk now.
    pub(super) fn go(&mut self, lobby: Lobby) {
        self.put_aside();
        match lobby {
            Lobby::Title | Lobby::Open => self.look_at_runs(),
            Lobby::Shelf => {
                self.read_shelf(self.outside.shelf.stamp());
                self.ask_for_best();
            }
            #[cfg(feature = "room")]
            Lobby::Host => {
                self.read_shelf(self.outside.shelf.stamp());
                self.look_at_rooms();
            }
            Lobby::Setup => {}
        }
        self.page = Page::Lobby(lobby);
    }

    /// Reads the shelf again if a file was saved, added or removed. A game in progress keeps its scenario.
    pub(super) fn look_again(&mut self) {
        #[cfg(feature = "room")]
        if matches!(self.page, Page::Lobby(Lobby::Host)) {
            self.look_at_rooms();
        }
        let stamp = self.outside.shelf.stamp();
        if self.watches() && stamp != self.found.stamp {
            self.read_shelf(stamp);
        }
    }

    fn read_shelf(&mut self, stamp: ShelfStamp) {
        self.found.shelf = self.outside.shelf.list();
        self.found.stamp = stamp;
    }

    /// The scenario with this id or path.
    pub(super) fn find(&self, place: &str) -> Result<Arc<Scenario>, String> {
        self.outside.shelf.load(place).map(Arc::new).map_err(|error| text::message(&self.text, &error.message()))
    }

    /// Continues a saved run, and puts the game on the screen aside.
    pub(super) fn continue_run(&mut self, path: &Path) {
        let comparing = self.comparing.take();
        let told =
            |page: &Page| matches!(page, Page::Game(play) if play.session().run().ended && !play.session().unsaved());
        let aside = comparing.is_some() && told(&self.page);
        let before = aside.then(|| std::mem::replace(&mut self.page, Page::Lobby(Lobby::Title)));
        self.put_aside();
        if let Some(kept) = self.ahead_of(path) {
            return self.resume(kept);
        }
        match Session::open(path, |place| self.find(place)) {
            Ok(session) => {
                let over = session.run().ended;
                self.page = Page::Game(self.kept_or_new(session));
                let below = before.unwrap_or(Page::Lobby(Lobby::Title));
                self.behind = comparing.filter(|_| over).map(|comparing| (below, comparing));
            }
            Err(error) => {
                self.problem = Some(error.told(&self.text));
                self.go(Lobby::Title);
            }
        }
    }

    fn shelf(&self) -> Vec<ShelfCard> {
        let card = |item: &Item| match &item.checked.verdict {
            Verdict::Playable(scenario) => Some(self.playable(scenario)),
            Verdict::Broken => Some(broken(&self.text, item)),
            Verdict::Base | Verdict::Texts(_) => None,
        };
        self.found.shelf.iter().filter_map(card).collect()
    }

    fn playable(&self, scenario: &Scenario) -> ShelfCard {
        let meta = &scenario.meta;
        let best = self.found.best.here().and_then(|best| best.shares.get(&scenario.id));
        let scenario = Arc::new(scenario.clone());
        ShelfCard {
            id: scenario.id.clone(),
            title: meta.title.clone(),
            situation: meta.situation.clone(),
            // Show a hidden lesson to somebody who has already played the scenario.
            lesson: (best.is_some() || !meta.hide_lesson).then(|| meta.lesson.clone()),
            map: view::product_map(&Game::new(scenario.clone(), 1), &self.tells(&scenario), Moment::Start),
            best: best.map(|share| self.text.with("shelf-best", &[("share", &text::percent(&*self.text, *share))])),
            facts: self.text.with(
                "shelf-facts",
                &[
                    ("minutes", &u32::from(meta.minutes)),
                    ("quarters", &meta.quarters),
                    ("difficulty", &meta.difficulty),
                ],
            ),
            errors: Vec::new(),
        }
    }

    fn choose(&mut self, id: &str) {
        let chosen = self.found.shelf.iter().find(|item| item.id == id && item.scenario().is_some());
        let Some(scenario) = chosen.and_then(|item| item.scenario().cloned()) else { return };
        let team = Team::named("", &scenario);
        let drawn = (self.outside.free_seed)();
        self.setup = SetupDraft { scenario: Some(Arc::new(scenario)), team, seed: String::new(), drawn };
        self.go(Lobby::Setup);
    }

    /// Sets up the game that was just played again, with the same customers and the same dice.
    pub(super) fn again(&mut self) {
        self.behind = None;
        let Page::Game(play) = &self.page else { return };
        let (run, scenario) = (play.session().run(), play.session().game().scenario().clone());
        self.setup = SetupDraft {
            scenario: Some(scenario),
            team: run.team.clone(),
            seed: run.seed.to_string(),
            drawn: (self.outside.free_seed)(),
        };
        self.go(Lobby::Setup);
    }

    fn setup_view(&self) -> Setup {
        let draft = &self.setup;
        let meta = draft.scenario.as_ref().map(|scenario| &scenario.meta);
        Setup {
            scenario: meta.map_or_else(String::new, |meta| meta.title.clone()),
            situation: meta.map_or_else(String::new, |meta| meta.situation.clone()),
            team: draft.team.name.clone(),
            product: draft.team.product.clone(),
            sales: draft.team.sales.clone(),
            partner: draft.team.partner.clone(),
            personas: personas(&self.text),
            seed: draft.seed.clone(),
            seed_hint: self.text.with("seed-drawn", &[("seed", &draft.drawn.to_string())]),
            seed_about: self.seed_about(),
            seed_error: self.seed().is_err().then(|| self.text.with("seed-error", &[("most", &u64::MAX.to_string())])),
        }
    }

    /// The typed seed, or the drawn one if nothing is typed.
    fn seed(&self) -> Result<u64, std::num::ParseIntError> {
        match self.setup.seed.trim() {
            "" => Ok(self.setup.drawn),
            typed => typed.parse(),
        }
    }

    /// Which seed will be played and where it comes from; empty while the typed seed is not valid.
    fn seed_about(&self) -> String {
        let Ok(seed) = self.seed() else { return String::new() };
        let number = seed.to_string();
        if self.setup.seed.trim().is_empty() {
            return self.text.with("seed-about-drawn", &[("seed", &number)]);
        }
        match clock::date_of_seed(&self.text, seed) {
            Some(date) => self.text.with("seed-about-day", &[("seed", &number), ("date", &date)]),
            None => self.text.with("seed-about-own", &[("seed", &number)]),
        }
    }

    fn start(&mut self) {
        // Two presses before the next frame start one game.
        let Page::Lobby(_) = self.page else { return };
        let (Ok(seed), Some(scenario)) = (self.seed(), self.setup.scenario.clone()) else { return };
        let named = |typed: &str, otherwise: String| match letters::name(typed) {
            name if name.is_empty() => otherwise,
            name => name,
        };
        let team = Team {
            name: named(&self.setup.team.name, self.text.get("team-default")),
            product: named(&self.setup.team.product, scenario.roles.product.name.clone()),
            sales: named(&self.setup.team.sales, scenario.roles.sales.name.clone()),
            partner: self.setup.team.partner.clone(),
        };
        let chance = (self.outside.free_seed)();
        let path = self.run_folder().map(|folder| free_path(folder, &scenario.id, &team.name, chance));
        self.page = Page::Game(Box::new(Play::new(Session::new(scenario, seed, team, path))));
    }
}

impl SetupDraft {
    fn type_into(&mut self, field: SetupField, typed: String) {
        match field {
            SetupField::Team => self.team.name = typed,
            SetupField::Product => self.team.product = typed,
            SetupField::Sales => self.team.sales = typed,
            SetupField::Seed => self.seed = typed,
        }
    }
}

/// The available partners, without the random policy. The partner who does what the pay rewards comes first, because
/// that is how most people play.
fn personas(text: &Text) -> Vec<Persona> {
    let persona = |policy: &dyn Policy| Persona {
        id: policy.id(),
        name: text::persona(text, policy.id()),
        about: text::persona_about(text, policy.id()),
    };
    let mut all: Vec<&dyn Policy> = policy::ALL.into_iter().filter(|policy| policy.id() != policy::DICE).collect();
    all.sort_by_key(|policy| policy.id() != "incentives");
    all.into_iter().map(persona).collect()
}

fn broken(text: &Text, item: &Item) -> ShelfCard {
    let line = |finding: &Finding| {
        format!("{}:{}:{} {}", finding.file, finding.line, finding.column, text::message(text, &finding.message))
    };
    ShelfCard {
        id: item.id.clone(),
        title: item.file.clone(),
        situation: String::new(),
        lesson: None,
        facts: String::new(),
        map: view::ProductMap::default(),
        best: None,
        errors: item.checked.report.errors().map(line).collect(),
    }
}
