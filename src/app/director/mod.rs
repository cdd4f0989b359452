//! The director: decides which page is shown, holds the drafts, and interprets acts. It has no Bevy
//! systems and no pixels.
//!
//! Screens are functions of the [`Frame`] that it makes, and send [`Act`]s, which it interprets. It asks the game for
//! the next step and leaves all rules to it.

mod act;
mod compare;
mod foot;
mod frame;
mod game;
#[cfg(feature = "room")]
mod host;
mod kept;
mod late;
mod lobby;
mod notes;
mod open_runs;
mod runs;

pub use act::{
    Act, CompareAct, ComparePart, DebriefStep, Leaving, Lobby, LobbyAct, SeedChoice, Setting, SetupField, Sheet,
    ShowAct, UnsavedAct, WindowAct,
};
pub use frame::{
    Action, AgainAt, Around, Body, ComparePage, Drawn, Foot, Frame, HandOver, Head, NotePage, OpenRun, OpenRunsPage,
    Persona, PredictDraft, RunChoice, SettingsPage, Setup, SheetPage, ShelfCard, Title, ToldClose, UnsavedPage,
};

#[cfg(feature = "room")]
pub use act::{HostAct, HostField};
#[cfg(feature = "room")]
pub use frame::{HostRunning, HostSetup};

use std::path::PathBuf;
use std::sync::Arc;

use compare::Comparing;
use game::Play;
use kept::Unsaved;
use late::Late;
use runs::{Best, Known};

use crate::app::clock;
use crate::app::settings::{Settings, SettingsFile};
use crate::play;
use crate::run::{Session, Team};
use crate::scenario::{Item, Scenario, Shelf, ShelfStamp};
use crate::text::{self, Teller, Text};
use crate::view::{self, Topic};

/// What the director gets from outside.
#[derive(Debug)]
pub struct Outside {
    /// The scenarios.
    pub shelf: Shelf,
    /// The folder for runs; `None` if the system has no place for it.
    pub runs: Option<PathBuf>,
    /// The folder for the rooms of workshops; `None` if the system has no place for it.
    pub rooms: Option<PathBuf>,
    /// The settings and their file.
    pub settings: SettingsFile,
    /// Returns a random seed.
    pub free_seed: fn() -> u64,
    /// Returns the seed of today's date.
    pub today: fn() -> u64,
    /// Opens an address in the browser.
    pub browse: fn(&str) -> std::io::Result<()>,
}

/// What the window opens with.
#[derive(Debug, Default)]
pub enum Opening {
    /// The title.
    #[default]
    Title,
    /// A game in progress, new or loaded.
    Session(Box<Session>),
}

/// The director.
#[derive(Debug)]
pub struct Director {
    text: Arc<Text>,
    /// The scenario on the screen in the current language.
    words: Option<Words>,
    outside: Outside,
    page: Page,
    /// The games that were left, with their drafts; the one left last is at the end.
    kept: Vec<Play>,
    /// The content of the sheet about games that are not saved.
    unsaved: Unsaved,
    /// The folder where a run was saved after the usual folder failed.
    haven: Option<PathBuf>,
    setup: SetupDraft,
    #[cfg(feature = "room")]
    hosting: host::Hosting,
    /// What was on disk when the page was opened, because reading it again for every act would take too long.
    found: Found,
    /// A sentence about what just went wrong outside a game.
    problem: Option<String>,
    /// Whether the settings are open over the page.
    in_settings: bool,
    /// The comparison, if it is open over the page.
    comparing: Option<Comparing>,
    /// The page and the comparison from which a finished run was opened, and to which its debrief leads back.
    behind: Option<(Page, Comparing)>,
    /// The results of the policies and of the saved runs, each computed once.
    known: Known,
    /// The sheets over the page, the top one last.
    sheets: Vec<Sheet>,
    /// The topics that are explained on plates over all of that, the top one last.
    plates: Vec<Topic>,
    quit: bool,
}

/// A scenario in a language.
#[derive(Debug)]
struct Words {
    language: String,
    scenario: Arc<Scenario>,
}

#[derive(Debug)]
enum Page {
    Lobby(Lobby),
    Game(Box<Play>),
}

/// What the pages outside the game found on disk.
#[derive(Debug, Default)]
struct Found {
    /// The games that are not over, the newest first.
    open: Vec<OpenRun>,
    /// The number of them that are listed.
    shown: usize,
    /// The product of the newest run, or of a company before its first quarter.
    map: view::ProductMap,
    shelf: Vec<Item>,
    /// The best result for every scenario that was played to its end, as a share of par, by scenario id.
    best: Late<Best>,
    /// The state of the shelf's files when it was read.
    stamp: ShelfStamp,
}

/// The set-up as typed.
#[derive(Clone, Debug, Default)]
struct SetupDraft {
    scenario: Option<Arc<Scenario>>,
    team: Team,
    /// The seed as typed.
    seed: String,
    /// The seed that is used if none is typed.
    drawn: u64,
}

impl Director {
    /// A director that starts with this opening.
    #[must_use]
    pub fn new(text: Arc<Text>, outside: Outside, opening: Opening) -> Self {
        let page = match opening {
            Opening::Title => Page::Lobby(Lobby::Title),
            Opening::Session(session) => Page::Game(Box::new(Play::new(*session))),
        };
        let found = Found::default();
        let mut director = Self {
            text,
            words: None,
            outside,
            page,
            kept: Vec::new(),
            unsaved: Unsaved::default(),
            haven: None,
            setup: SetupDraft::default(),
            #[cfg(feature = "room")]
            hosting: host::Hosting::default(),
            found,
            problem: None,
            in_settings: false,
            comparing: None,
            behind: None,
            known: Known::default(),
            sheets: Vec::new(),
            plates: Vec::new(),
            quit: false,
        };
        director.outside.shelf.speak(director.text.language());
        director.address();
        if let Page::Lobby(lobby) = director.page {
            director.go(lobby);
        }
        director
    }

    /// What the window shows now.
    #[must_use]
    pub fn frame(&self) -> Frame {
        let mut frame = match &self.page {
            Page::Lobby(page) => self.lobby_frame(*page),
            Page::Game(play) => play.frame(&self.teller(play)),
        };
        if let Some(body) = self.compare_body() {
            let foot = foot::compare(&self.text, self.can_save_comparison());
            (frame.wall, frame.body, frame.foot) = (None, body, foot);
        }
        if self.in_settings {
            frame.body = Body::Settings(self.settings_page());
            frame.foot = foot::settings(&self.text);
        } else if frame.wall.is_some() {
            frame.foot.left.push(foot::open_settings(&self.text, false));
            frame.foot.left.push(foot::open_map(&self.text));
        }
        frame.foot.left.push(foot::open_help(&self.text));
        if let Page::Game(play) = &self.page {
            frame.note = notes::next(&frame.body, self.settings(), play.moment());
        }
        frame.sheet = self.sheets.last().map(|&sheet| self.sheet(sheet));
        let told = match &self.page {
            Page::Game(play) => Some((play, self.teller(play))),
            Page::Lobby(_) => None,
        };
        let told = told.as_ref().map(|(play, teller)| play.told(teller));
        frame.plates = self.plates.iter().map(|&topic| view::explained(told, &self.text, topic)).collect();
        frame
    }

    fn sheet(&self, sheet: Sheet) -> SheetPage {
        match sheet {
            Sheet::Help => SheetPage::Help(self.played()),
            Sheet::Map => self.in_game(|play| Some(play.map_page(&self.teller(play)))),
            Sheet::AskCeo => self.in_game(|play| play.question(&self.teller(play)).map(SheetPage::AskCeo)),
            Sheet::Letter => self.in_game(|play| play.letter(&self.teller(play)).map(Box::new).map(SheetPage::Letter)),
            Sheet::Unsaved(way) => SheetPage::Unsaved(Box::new(self.unsaved_page(way))),
        }
    }

    /// A sheet about the game; the help if there is no game, or nothing to show.
    fn in_game(&self, sheet: impl FnOnce(&Play) -> Option<SheetPage>) -> SheetPage {
        let page = match &self.page {
            Page::Game(play) => sheet(play),
            Page::Lobby(_) => None,
        };
        page.unwrap_or_else(|| SheetPage::Help(self.played()))
    }

    /// Which game is played: team, scenario and seed.
    fn played(&self) -> Option<String> {
        let Page::Game(play) = &self.page else { return None };
        let (session, teller) = (play.session(), self.teller(play));
        let seed = clock::seed(&self.text, session.run().seed);
        let scenario = &teller.scenario().meta.title;
        Some(self.text.with("game-played", &[("team", &session.team().name), ("scenario", scenario), ("seed", &seed)]))
    }

    /// Opens a sheet on top of the others; if it is already open, it moves to the top.
    fn open(&mut self, sheet: Sheet) {
        self.plates.clear();
        self.sheets.retain(|&other| other != sheet);
        self.sheets.push(sheet);
    }

    fn shut_sheet(&mut self) {
        if let (Some(Sheet::Letter), Page::Game(play)) = (self.sheets.pop(), &mut self.page) {
            play.put_letter_away();
        }
    }

    fn settings_page(&self) -> SettingsPage {
        let name = |language: String| {
            let text = Text::new(&language);
            let name = text.get("language-name");
            (language, name)
        };
        SettingsPage {
            settings: self.settings().clone(),
            languages: text::languages().into_iter().map(name).collect(),
            problem: self.outside.settings.problem(&self.text),
        }
    }

    /// The settings of the window.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        self.outside.settings.now()
    }

    /// The texts in the current language.
    #[must_use]
    pub fn text(&self) -> &Arc<Text> {
        &self.text
    }

    /// Whether the window should close.
    #[must_use]
    pub fn wants_to_quit(&self) -> bool {
        self.quit
    }

    /// The game on the screen, if there is one.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        match &self.page {
            Page::Lobby(_) => None,
            Page::Game(play) => Some(play.session()),
        }
    }

    /// Whether the page shows what may change at any time: files that somebody edits, or the people of a workshop.
    #[must_use]
    pub fn watches(&self) -> bool {
        match self.page {
            Page::Lobby(Lobby::Shelf) => true,
            // People come and go.
            #[cfg(feature = "room")]
            Page::Lobby(Lobby::Host) => true,
            Page::Lobby(_) | Page::Game(_) => false,
        }
    }

    /// Performs an act, whether a person or a timer has sent it.
    pub fn act(&mut self, act: Act) {
        self.problem = None;
        if act == Act::Play(play::Act::Read) {
            self.read_note();
        }
        match act {
            Act::Window(act) => self.window_act(act),
            Act::Change(setting) => self.change(setting),
            Act::Lobby(act) => self.lobby_act(act),
            Act::Unsaved(act) => self.unsaved_act(act),
            Act::Compare(act) => self.compare_act(act),
            Act::Show(act) => self.show(act),
            Act::Play(act) => self.play(act),
        }
        self.address();
    }

    fn window_act(&mut self, act: WindowAct) {
        match act {
            WindowAct::Quit => self.close(),
            WindowAct::Settings(open) => self.in_settings = open,
            WindowAct::Open(sheet) => self.open(sheet),
            WindowAct::Explain(after, topic) => {
                self.plates.truncate(after);
                self.plates.push(topic);
            }
            WindowAct::Shut => {
                if self.plates.pop().is_none() {
                    self.shut_sheet();
                }
            }
        }
    }

    fn change(&mut self, setting: Setting) {
        if let Setting::Language(language) = &setting {
            self.speak(language);
        }
        self.outside.settings.change(move |settings| match &setting {
            Setting::NoteRead(key) => settings.note_read(key),
            Setting::Notes(shown) => {
                settings.notes = *shown;
                settings.notes_seen.clear();
            }
            Setting::Theme(theme) => settings.theme = *theme,
            Setting::TextSize(percent) => settings.text_size = *percent,
            Setting::FullScreen(full) => settings.full_screen = *full,
            Setting::WindowSize(size) => settings.window = *size,
            Setting::Maximized(whole) => settings.maximized = *whole,
            Setting::Motion(wanted) => settings.motion = *wanted,
            Setting::Language(language) => settings.language.clone_from(language),
        });
    }

    /// Whether something is being computed that the page will show when it arrives.
    #[must_use]
    pub fn awaits(&self) -> bool {
        let in_game = matches!(&self.page, Page::Game(play) if play.awaits());
        let compared = self.comparing.as_ref().is_some_and(Comparing::awaits);
        in_game || compared || self.found.best.is_coming()
    }

    /// Takes in what has been computed meanwhile, and returns whether there was anything.
    pub fn arrive(&mut self) -> bool {
        let in_game = match &mut self.page {
            Page::Game(play) => play.arrive(),
            Page::Lobby(_) => false,
        };
        let compared = self.compared_arrives();
        let best = self.best_arrives();
        in_game || compared || best
    }

    /// Waits for everything that is being computed: for pictures, and for tests.
    pub fn settle(&mut self) {
        while self.awaits() {
            if !self.arrive() {
                std::thread::yield_now();
            }
        }
    }

    /// Chooses the texts for one person or for two, and the words of the scenario on the screen.
    fn address(&mut self) {
        let alone = self.session().is_some_and(|session| session.log().partner().is_some());
        if alone != self.text.alone() {
            self.text = Arc::new(self.text.spoken_to(alone));
        }
        let Some(played) = self.session().map(|session| session.game().scenario().clone()) else { return };
        let language = self.text.language();
        let fits = |words: &Words| words.scenario.hash == played.hash && words.language == language;
        if !self.words.as_ref().is_some_and(fits) {
            let found = self.outside.shelf.load(&played.place()).ok().filter(|found| found.hash == played.hash);
            self.words = Some(Words { language: language.to_owned(), scenario: found.map_or(played, Arc::new) });
        }
    }

    /// Tells games of a scenario, with the words that it has.
    fn tells(&self, scenario: &Arc<Scenario>) -> Teller {
        Teller::new(self.text.clone(), scenario.clone())
    }

    /// Tells the game on the screen.
    fn teller(&self, play: &Play) -> Teller {
        Teller::new(self.text.clone(), told(&self.words, play))
    }

    /// Shows something else of the game.
    fn show(&mut self, act: ShowAct) {
        let Page::Game(play) = &mut self.page else { return };
        let teller = Teller::new(self.text.clone(), told(&self.words, play));
        play.show(&teller, act);
    }

    /// Plays on, and opens the letter that the CEO may have sent.
    fn play(&mut self, act: play::Act) {
        let Page::Game(game) = &mut self.page else { return };
        let teller = Teller::new(self.text.clone(), told(&self.words, game));
        game.act(&teller, act);
        let news = game.has_letter();
        if act == play::Act::Escalate {
            self.sheets.retain(|&sheet| sheet != Sheet::AskCeo);
        }
        if news {
            self.open(Sheet::Letter);
        }
    }

    /// Marks the note of a page that a player leaves as read, so that the next notes can be shown.
    fn read_note(&mut self) {
        if let Some(note) = self.frame().note {
            self.outside.settings.change(move |settings| settings.note_read(note.key));
        }
    }

    fn speak(&mut self, language: &str) {
        self.text = Arc::new(Text::new(language));
        self.outside.shelf.speak(language);
        if let Some(scenario) = &mut self.setup.scenario
            && let Ok(found) = self.outside.shelf.load(&scenario.place())
        {
            *scenario = Arc::new(found);
        }
    }
}

/// The scenario of a game in the language of the words, if they are its own.
fn told(words: &Option<Words>, play: &Play) -> Arc<Scenario> {
    let played = play.session().game().scenario();
    let words = words.as_ref().filter(|words| words.scenario.hash == played.hash);
    words.map_or(played, |words| &words.scenario).clone()
}
