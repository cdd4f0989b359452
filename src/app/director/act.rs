//! Acts: everything that a person can do on a screen. Widgets send them; the director interprets them.

use std::path::PathBuf;

use bevy::prelude::Message;

use crate::app::theme::Theme;
use crate::ids::DecisionId;
use crate::play;
use crate::run::Chair;
use crate::view::{Shape, Topic};

/// Something a person did.
#[derive(Message, Clone, Debug, PartialEq)]
pub enum Act {
    /// With the window.
    Window(WindowAct),
    /// With the settings.
    Change(Setting),
    /// On the pages outside a game.
    Lobby(LobbyAct),
    /// With games that are not saved.
    Unsaved(UnsavedAct),
    /// In the comparison of runs.
    Compare(CompareAct),
    /// In the game on the screen, without changing it: look at something else.
    Show(ShowAct),
    /// In the game on the screen.
    Play(play::Act),
}

/// What a person does with the window.
#[derive(Clone, Debug, PartialEq)]
pub enum WindowAct {
    /// Close it.
    Quit,
    /// Open the settings over the page, or close them.
    Settings(bool),
    /// Open a sheet over the page.
    Open(Sheet),
    /// Explain something on a new plate, after keeping this many of the plates that are already pinned.
    Explain(usize, Topic),
    /// Close the plate or the sheet that was opened last.
    Shut,
}

/// A change of the settings.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// Mark a note as read.
    NoteRead(&'static str),
    /// Show all notes for first-time players again, or stop showing any.
    Notes(bool),
    /// Choose a theme.
    Theme(Theme),
    /// Choose a text size, in percent.
    TextSize(u16),
    /// Switch full screen on or off.
    FullScreen(bool),
    /// Remember the width and height of the window, in logical pixels, when it closes.
    WindowSize((u32, u32)),
    /// Remember whether the window was maximized, when it closes.
    Maximized(bool),
    /// Switch animations on or off.
    Motion(bool),
    /// Choose a language.
    Language(String),
}

/// What a person does on the pages outside a game, or to get there.
#[derive(Clone, Debug, PartialEq)]
pub enum LobbyAct {
    /// Go to a page.
    Go(Lobby),
    /// Check whether the files behind the page have changed.
    LookAgain,
    /// Continue a saved run.
    Continue(PathBuf),
    /// Continue a game that this window kept, by its position among those.
    Resume(usize),
    /// Show more rows of a long list.
    More,
    /// Choose a scenario to set up.
    Choose(String),
    /// Type into a field of the set-up.
    Type(SetupField, String),
    /// Let a computer partner play a seat, or people both.
    Partner(Option<Chair>),
    /// Choose where the seed comes from.
    Seed(SeedChoice),
    /// Set up a game with the same team, scenario and seed again.
    Again,
    /// Start the game.
    Start,
    /// Host a workshop.
    #[cfg(feature = "room")]
    Host(HostAct),
}

/// What a person does to host a workshop.
#[cfg(feature = "room")]
#[derive(Clone, Debug, PartialEq)]
pub enum HostAct {
    /// Choose the scenario.
    Scenario(String),
    /// Type into a field.
    Type(HostField, String),
    /// Choose when teams wait for each other.
    Pace(crate::room::Pace),
    /// Give each team another seed, or all the same one.
    Each(bool),
    /// Open a rehearsal, or a workshop that is kept.
    Rehearsal(bool),
    /// Open the workshop.
    Open,
    /// Go on with the room in this file.
    GoOn(PathBuf),
    /// Let devices come in at this address.
    Prefer(String),
    /// Open the console in the browser.
    Console,
    /// Open the wall in the browser.
    Wall,
    /// End the workshop. Its room goes on whenever it is opened again.
    Close,
}

/// A field of the page that opens a workshop.
#[cfg(feature = "room")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostField {
    /// The number of teams.
    Teams,
    /// The minutes for a quarter.
    Minutes,
    /// The seed.
    Seed,
}

/// What a person does with games that are not saved.
#[derive(Clone, Debug, PartialEq)]
pub enum UnsavedAct {
    /// Try again to save them.
    Again,
    /// Save them in another folder.
    In(PathBuf),
    /// Type into the field for another folder.
    Type(String),
    /// Save them in the typed folder.
    InTyped,
    /// Leave anyway; this window keeps them.
    Leave,
}

/// What a person does in the comparison of runs.
#[derive(Clone, Debug, PartialEq)]
pub enum CompareAct {
    /// Open it over the page, or close it.
    Open(bool),
    /// Add a run, or remove it.
    Pick(PathBuf),
    /// Show a part.
    Part(ComparePart),
    /// Save it as a page for a browser.
    Save,
}

/// What a person looks at in a game.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShowAct {
    /// The next step of the close, or the page after it.
    Next,
    /// The last step of the close, but not past a step with a gate.
    Skip,
    /// The moves of a group, or no longer.
    Group(usize),
    /// A step of the debrief.
    Step(DebriefStep),
    /// What would have followed if this decision had gone another way.
    Suppose(DecisionId),
    /// Another way in which it could have gone, by its position.
    Way(usize),
    /// The run with the other way that is shown, as a run of its own, kept beside this one.
    KeepBranch,
    /// What is said to who gives this answer to a card of the debrief now, by its position.
    Again(DecisionId, usize),
    /// What became of demand, after people drew this curve, or none.
    Draw(Option<Shape>),
    /// What came of a card of the debrief, or its table again.
    Told(DecisionId, bool),
}

/// A page outside the game.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lobby {
    /// The title.
    Title,
    /// The games that can be continued.
    Open,
    /// The scenarios.
    Shelf,
    /// The team set-up.
    Setup,
    /// A workshop: before it is opened, and while it runs.
    #[cfg(feature = "room")]
    Host,
}

/// What can be opened over a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Rules, glossary and keys.
    Help,
    /// The product map and the debt ledger.
    Map,
    /// What asking the CEO means, before it is done.
    AskCeo,
    /// What the CEO decided.
    Letter,
    /// What is not saved or not signed, before leaving.
    Unsaved(Leaving),
}

/// How somebody is leaving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// From the game to the title.
    Leave,
    /// By closing the window.
    Close,
}

/// A step of the debrief, in the order people need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DebriefStep {
    /// How it felt: the private stances, trust, what was predicted.
    Felt,
    /// What happened: scores, and the six numbers.
    Happened,
    /// What caused it: the turning points, and every decision.
    Caused,
    /// What was true of every card.
    Cards,
    /// What if: what would have followed if a decision had gone another way.
    WhatIf,
    /// How the game compares with your own company, and what next.
    Next,
}

impl DebriefStep {
    /// All steps, in order.
    pub const ALL: [Self; 6] = [Self::Felt, Self::Happened, Self::Caused, Self::Cards, Self::WhatIf, Self::Next];

    /// The key of its name, which is also the name of its page.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Felt => "debrief-felt",
            Self::Happened => "debrief-happened",
            Self::Caused => "debrief-caused",
            Self::Cards => "debrief-cards",
            Self::WhatIf => "debrief-what-if",
            Self::Next => "debrief-next",
        }
    }

    /// The step after it; `None` after the last one.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().skip_while(|&step| step != self).nth(1)
    }
}

/// A part of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparePart {
    /// Who is ahead, why, and whether it was luck.
    Why,
    /// The teams and the six numbers.
    Numbers,
    /// The products.
    Products,
    /// The same cards, and where the runs diverged.
    Cards,
}

impl ComparePart {
    /// All parts, in order.
    pub const ALL: [Self; 4] = [Self::Why, Self::Numbers, Self::Products, Self::Cards];

    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Why => "compare-why",
            Self::Numbers => "compare-numbers",
            Self::Products => "compare-maps",
            Self::Cards => "compare-cards",
        }
    }
}

/// A field of the set-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetupField {
    /// Name of the team.
    Team,
    /// Name of the Product Lead.
    Product,
    /// Name of the Sales Lead.
    Sales,
    /// The seed.
    Seed,
}

/// Where a seed comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeedChoice {
    /// A random one.
    Free,
    /// Today's date, so that everybody who plays today gets the same one.
    Today,
}
