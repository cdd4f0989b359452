//! The frame: what the window shows. A wall at the top, a body, a foot with what can be done next, as plain data that
//! is compared to find out what to redraw.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::act::{Act, ComparePart, DebriefStep, Leaving};
use crate::app::settings::Settings;
use crate::app::theme::Icon;
use crate::app::widgets::Shortcut;
use crate::ids::{DecisionId, Seat};
use crate::play::Tab;
use crate::run::Chair;
use crate::sim::Response;
use crate::view;

/// What the window shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The wall of six numbers, during a game.
    pub wall: Option<Head>,
    /// The middle.
    pub body: Body,
    /// The buttons for what can be done next.
    pub foot: Foot,
    /// A note for somebody who plays for the first time.
    pub note: Option<NotePage>,
    /// What is open over the page.
    pub sheet: Option<SheetPage>,
    /// Explanations pinned over the page or the sheet, the last one on top.
    pub plates: Vec<view::Explained>,
}

/// A note for first-time players.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotePage {
    /// The key of its text.
    pub key: &'static str,
    /// The prefix of the names that it points at.
    pub at: &'static str,
}

/// What is open over the page.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetPage {
    /// Rules, glossary and keys; during a game also which game that is.
    Help(Option<String>),
    /// The product map, the debt ledger, and the seed.
    Map(Box<(view::ProductMap, view::DebtLedger, String)>),
    /// What is not saved or not signed, before leaving.
    Unsaved(Box<UnsavedPage>),
    /// What asking the CEO would mean.
    AskCeo(view::CeoQuestion),
    /// What the CEO decided.
    Letter(Box<view::CeoLetter>),
}

/// The wall, and what is shown with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// The wall.
    pub wall: view::Wall,
    /// Whose page is open; `None` at the table.
    pub owner: Option<Seat>,
    /// A problem everybody should know, such as a run that cannot be saved.
    pub notice: Option<String>,
}

/// The middle of a screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// The title.
    Title(Title),
    /// The games that can be continued.
    Open(OpenRunsPage),
    /// The scenarios.
    Shelf(Vec<ShelfCard>),
    /// The team.
    Setup(Setup),
    /// A workshop before it is opened.
    #[cfg(feature = "room")]
    Host(HostSetup),
    /// A workshop that runs.
    #[cfg(feature = "room")]
    Hosted(HostRunning),
    /// The settings.
    Settings(SettingsPage),
    /// Several saved runs side by side.
    Compare(Box<ComparePage>),
    /// The machine is handed over to a seat.
    HandOver(HandOver),
    /// A seat's briefing.
    Briefing(view::Briefing),
    /// The Product Lead's desk, the product as it is now, what a computer partner announces, and which groups of
    /// moves are open.
    ProductDesk(Box<view::ProductDesk>, view::ProductMap, Option<String>, BTreeSet<usize>),
    /// The Sales Lead's desk, what a computer partner announces, and which groups of moves are open.
    SalesDesk(view::SalesDesk, Option<String>, BTreeSet<usize>),
    /// The house quadrant, what came of the plans, and whose answers are marked.
    House(view::HouseDesk, view::MoveOutcome, Option<String>),
    /// A seat takes its stance on a card.
    Stance(Seat, Box<view::Card>, Option<Response>),
    /// Both look at a card. Has the tabs of all cards, and what a computer partner says about its stance.
    Table(Box<view::Card>, Vec<Tab>, Option<String>),
    /// A seat predicts.
    Predict(Seat, view::Predict, PredictDraft),
    /// The close, up to a step.
    Close(Box<ToldClose>, usize),
    /// The review, the product and the bills as they are now, and the seed.
    Review(Box<view::Review>, view::ProductMap, view::DebtLedger, String),
    /// The echo year.
    Echo(Box<view::Debrief>),
    /// The debrief, what is drawn around it, and which step is open.
    Debrief(Box<view::Debrief>, Box<Around>, DebriefStep),
    /// Nothing, because the thing that the step is about does not exist.
    Nothing,
}

impl Body {
    /// The name of the page, which is the same for every viewer.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Title(_) => "title",
            Self::Open(_) => "open",
            Self::Shelf(_) => "shelf",
            Self::Setup(_) => "setup",
            #[cfg(feature = "room")]
            Self::Host(_) => "host",
            #[cfg(feature = "room")]
            Self::Hosted(_) => "hosted",
            Self::Settings(_) => "settings",
            Self::Compare(_) => "compare",
            Self::HandOver(_) => "hand-over",
            Self::Briefing(_) => "briefing",
            Self::ProductDesk(..) => "product-desk",
            Self::SalesDesk(..) => "sales-desk",
            Self::House(..) => "house",
            Self::Stance(..) => "stance",
            Self::Table(..) => "table",
            Self::Predict(..) => "predict",
            Self::Close(..) => "close",
            Self::Review(..) => "review",
            Self::Echo(_) => "echo",
            Self::Debrief(..) => "debrief",
            Self::Nothing => "nothing",
        }
    }
}

/// The title.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Title {
    /// The newest game that can be continued, if any.
    pub last: Option<OpenRun>,
    /// The number of unfinished games, including those that cannot be continued.
    pub open: usize,
    /// The code of the workshop that this window hosts.
    pub hosts: Option<String>,
    /// A sentence about what just went wrong.
    pub problem: Option<String>,
    /// The product of the newest run, or of a company before its first quarter.
    pub map: view::ProductMap,
}

/// A workshop before it is opened.
#[cfg(feature = "room")]
#[derive(Clone, Debug, PartialEq)]
pub struct HostSetup {
    /// The scenarios: id and title.
    pub scenarios: Vec<(String, String)>,
    /// The id of the chosen one.
    pub scenario: String,
    /// The number of teams, as typed.
    pub teams: String,
    /// What is wrong with it.
    pub teams_error: Option<String>,
    /// The minutes for a quarter, as typed.
    pub minutes: String,
    /// What is wrong with them.
    pub minutes_error: Option<String>,
    /// The seed, as typed.
    pub seed: String,
    /// What is wrong with it.
    pub seed_error: Option<String>,
    /// Whether each team has another seed.
    pub each: bool,
    /// Whether it is a rehearsal, of which nothing is kept.
    pub rehearsal: bool,
    /// When teams wait for each other.
    pub pace: crate::room::Pace,
    /// The rooms that can go on.
    pub rooms: Vec<KeptRoom>,
    /// A sentence about what just went wrong.
    pub problem: Option<String>,
}

/// A room that can go on.
#[cfg(feature = "room")]
#[derive(Clone, Debug, PartialEq)]
pub struct KeptRoom {
    /// Its code.
    pub code: String,
    /// Scenario, teams, and when it was used.
    pub about: String,
    /// Its file.
    pub path: PathBuf,
}

/// A workshop that runs.
#[cfg(feature = "room")]
#[derive(Clone, Debug, PartialEq)]
pub struct HostRunning {
    /// The title of the scenario.
    pub title: String,
    /// The code of the room.
    pub code: String,
    /// How far the room is.
    pub position: String,
    /// The address that devices open.
    pub url: String,
    /// The addresses of this machine, the chosen one first, and whether a device came in there.
    pub addresses: Vec<(String, bool)>,
    /// The teams.
    pub teams: Vec<HostedTeam>,
    /// Those who have no seat.
    pub arriving: Vec<String>,
    /// The file of the room; `None` for a rehearsal of which nothing is kept.
    pub room: Option<String>,
    /// A sentence about what just went wrong.
    pub problem: Option<String>,
}

/// A team of a workshop.
#[cfg(feature = "room")]
#[derive(Clone, Debug, PartialEq)]
pub struct HostedTeam {
    /// Its name.
    pub name: String,
    /// Those who play in it.
    pub people: Vec<String>,
}

/// The games that are not over.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenRunsPage {
    /// The newest ones.
    pub runs: Vec<OpenRun>,
    /// The number of games that are not listed.
    pub more: usize,
}

/// A game that is not over.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenRun {
    /// The team, or the name of the file if the run cannot be read.
    pub team: String,
    /// The scenario, the quarter, and when it was played.
    pub about: String,
    /// Why it cannot be continued; `None` if it can.
    pub why_not: Option<String>,
    /// The act that continues it.
    pub act: Act,
}

/// What would be lost by leaving, and where it could be saved.
#[derive(Clone, Debug, PartialEq)]
pub struct UnsavedPage {
    /// How somebody is leaving.
    pub way: Leaving,
    /// One sentence for each game that is not saved.
    pub lost: Vec<String>,
    /// One sentence for each game with a draft that is not signed.
    pub drafts: Vec<String>,
    /// Folders to save in: name and path.
    pub folders: Vec<(String, PathBuf)>,
    /// The folder as typed so far.
    pub typed: String,
    /// The result of the last attempt: where the game was saved, or why it could not be.
    pub told: Option<Result<String, String>>,
}

/// A scenario on the shelf.
#[derive(Clone, Debug, PartialEq)]
pub struct ShelfCard {
    /// Its id.
    pub id: String,
    /// Its title, or the name of the file if it cannot be read.
    pub title: String,
    /// The situation.
    pub situation: String,
    /// The lesson, unless it is hidden.
    pub lesson: Option<String>,
    /// `90 minutes · 8 quarters · difficulty 1 of 5`.
    pub facts: String,
    /// The product before the first quarter.
    pub map: view::ProductMap,
    /// The best result so far, if the scenario was played to its end.
    pub best: Option<String>,
    /// Errors, if it cannot be played: one per line, as `check` prints them.
    pub errors: Vec<String>,
}

/// The team set-up.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Setup {
    /// Title of the chosen scenario.
    pub scenario: String,
    /// Its situation.
    pub situation: String,
    /// Name of the team.
    pub team: String,
    /// Name of the Product Lead.
    pub product: String,
    /// Name of the Sales Lead.
    pub sales: String,
    /// The chair of the computer partner, if one person plays.
    pub partner: Option<Chair>,
    /// The available partners.
    pub personas: Vec<Persona>,
    /// The seed as typed.
    pub seed: String,
    /// What is shown while no seed is typed: the seed that was drawn.
    pub seed_hint: String,
    /// Which seed is played, and where it comes from.
    pub seed_about: String,
    /// What is wrong with the typed seed.
    pub seed_error: Option<String>,
}

/// A computer partner.
#[derive(Clone, Debug, PartialEq)]
pub struct Persona {
    /// Its policy.
    pub id: &'static str,
    /// Its name.
    pub name: String,
    /// Its rule of thumb.
    pub about: String,
}

/// The settings.
#[derive(Clone, Debug, PartialEq)]
pub struct SettingsPage {
    /// The current settings.
    pub settings: Settings,
    /// The codes of the languages and their own names.
    pub languages: Vec<(String, String)>,
    /// A sentence if the settings could not be read or saved.
    pub problem: Option<String>,
}

/// Several saved runs side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparePage {
    /// The saved runs, the newest first.
    pub runs: Vec<RunChoice>,
    /// The number of runs that are not listed.
    pub more: usize,
    /// Which part is open.
    pub part: ComparePart,
    /// The comparison of the chosen runs; `None` if none is chosen.
    pub compared: Option<view::Comparison>,
    /// Whether chosen runs are still being replayed.
    pub coming: bool,
    /// Where the comparison was saved as a page, or why it could not be.
    pub saved: Option<Result<String, String>>,
}

/// A saved run that can be compared.
#[derive(Clone, Debug, PartialEq)]
pub struct RunChoice {
    /// Where it is.
    pub path: PathBuf,
    /// The team, or the name of the file if the run cannot be read.
    pub team: String,
    /// The scenario, the seed, and how far it was played.
    pub about: String,
    /// Whether it was played to its end.
    pub ended: bool,
    /// Whether it is part of the comparison.
    pub chosen: bool,
    /// Why it cannot be chosen; `None` if it can.
    pub why_not: Option<String>,
}

/// The close of a quarter, and the company before and after it.
#[derive(Clone, Debug, PartialEq)]
pub struct ToldClose {
    /// The close.
    pub close: view::Close,
    /// The product before and after.
    pub maps: [view::ProductMap; 2],
    /// The debt before and after.
    pub ledgers: [view::DebtLedger; 2],
}

/// What the debrief page shows besides the debrief itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Around {
    /// The product before and after.
    pub maps: [view::ProductMap; 2],
    /// For every quarter, the range of ARR in dollars that most of the policies had at its end on the same seed.
    pub envelope: Vec<(f64, f64)>,
    /// What would have followed from another decision. `None` unless that is shown.
    pub supposed: Option<view::Supposed>,
    /// The tables that people sat down at again.
    pub again: BTreeMap<DecisionId, AgainAt>,
    /// Whether people drew what became of demand.
    pub drawn: Drawn,
}

/// How people come to what became of demand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drawn {
    /// They have not drawn it yet.
    #[default]
    NotYet,
    /// They see it, and drew this before.
    Seen(Option<view::Shape>),
}

/// How far people are at a table that they sit down at again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AgainAt {
    /// The answer that they gave last, by its position.
    pub given: Option<usize>,
    /// Whether they want to see what came of it.
    pub told: bool,
}

/// The sheet between two private pages.
#[derive(Clone, Debug, PartialEq)]
pub struct HandOver {
    /// Who gets the machine.
    pub to: Seat,
    /// The name of that lead.
    pub name: String,
    /// What that lead is going to do.
    pub task: String,
    /// A problem everybody should know, such as a game that cannot be saved.
    pub problem: Option<String>,
    /// The buttons, the primary one last. They are on the page itself, because it has no foot.
    pub ways: Vec<Action>,
}

/// A prediction being made, in steps of the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct PredictDraft {
    /// Lower end, once it is set.
    pub low: Option<i32>,
    /// Upper end, once it is set.
    pub high: Option<i32>,
    /// The smallest and largest step that can be chosen.
    pub limits: (i32, i32),
}

/// What can be done next.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Foot {
    /// Leaving and secondary actions.
    pub left: Vec<Action>,
    /// A short remark beside the primary action.
    pub hint: String,
    /// What came of the last act. It lies over the page, so nothing moves under the pointer.
    pub notice: Option<String>,
    /// Actions on the right; the last one is the primary one.
    pub right: Vec<Action>,
}

/// A button of the foot.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// Its name, for tests and for the focus.
    pub name: &'static str,
    /// Its label.
    pub label: String,
    /// An icon before the label.
    pub icon: Option<Icon>,
    /// Whether only the icon is shown. The label is then still read out by screen readers.
    pub bare: bool,
    /// What it does.
    pub act: Act,
    /// Its shortcut.
    pub shortcut: Option<Shortcut>,
    /// Whose it is.
    pub seat: Option<Seat>,
    /// Why it cannot be used now.
    pub blocked: Option<String>,
    /// What it does, if its label does not say enough.
    pub note: Option<String>,
    /// Whether it has already been done, like a signature that was given.
    pub done: bool,
    /// A second line, which changes with the choices on the page; empty if there is no choice yet.
    pub below: Option<String>,
}
