//! What a person can do on a screen. Widgets send acts; the director interprets them.

use std::path::PathBuf;

use bevy::prelude::Message;

use crate::app::theme::Theme;
use crate::run::Chair;
use crate::sim::{Cell, DealId, DecisionId, Evidence, ProductMove, Quarter, Response, SalesMove, Seat};
use crate::view::Topic;

/// Something a person did.
#[derive(Message, Clone, Debug, PartialEq)]
pub enum Act {
    /// Go to a page outside the game.
    Go(Lobby),
    /// Look whether the files behind the page were changed.
    LookAgain,
    /// Close the window.
    Quit,
    /// Open the settings over the page, or go back to it.
    Settings(bool),
    /// Open a sheet over the page.
    Open(Sheet),
    /// Explain something on a plate, after so many of those that are pinned already.
    Explain(usize, Topic),
    /// Close the plate or the sheet that was opened last.
    Shut,
    /// A note of the first minutes was read.
    NoteRead(&'static str),
    /// Show the notes of the first minutes from the start, or none any more.
    Notes(bool),
    /// Take a theme.
    Theme(Theme),
    /// Take a size of the text, in percent.
    TextSize(u16),
    /// Fill the screen, or be a window.
    FullScreen(bool),
    /// The window was left with this width and height, in logical pixels.
    WindowSize((u32, u32)),
    /// The window was left as large as the desktop lets it be, or not.
    Maximized(bool),
    /// Let things move on the screen, or not.
    Motion(bool),
    /// Take a language.
    Language(String),
    /// Continue a saved run.
    Continue(PathBuf),
    /// Continue a game that this window kept, by its place among those.
    Resume(usize),
    /// Show more rows of a long list.
    More,
    /// Try once more to save what is not saved.
    SaveAgain,
    /// Save what is not saved in another folder.
    SaveIn(PathBuf),
    /// Type the name of another folder.
    TypeFolder(String),
    /// Save what is not saved in the folder that was typed.
    SaveInTyped,
    /// Leave a game that is not saved; this window keeps it.
    LeaveUnsaved,
    /// Choose a scenario to set up.
    Choose(String),
    /// Type into a field of the set-up.
    Type(Field, String),
    /// Put a computer partner on a seat, or people on both.
    Partner(Option<Chair>),
    /// Take a seed.
    Seed(SeedChoice),
    /// Set the same team, scenario and seed up again.
    Again,
    /// Start the game.
    Start,
    /// The seat that was called has the machine now.
    Take,
    /// The seat has read its page.
    Read,
    /// Give a share of engineering, in percent.
    Allocate(Share, u8),
    /// Give a segment a share of the target, in percent.
    Target(usize, u8),
    /// Take or drop a move of the Product Lead.
    ProductMove(ProductMove),
    /// Take or drop a move of the Sales Lead.
    SalesMove(SalesMove),
    /// Put a push token on a deal.
    Push(DealId),
    /// Take the push tokens of a deal back.
    Unpush(DealId),
    /// Save what is compared as a page for a browser.
    SaveComparison,
    /// Show a group of moves, or hide it again.
    Group(usize),
    /// Take the last change of the draft back.
    Undo,
    /// Sign the plan, the stance or the prediction of the seat that has the machine.
    Sign,
    /// Sign as a seat at the table.
    SignAs(Seat),
    /// Set a standing answer.
    House(Cell, Response),
    /// Look at a card.
    Card(DealId),
    /// Choose a response: a stance in private, an answer at the table.
    Respond(Response),
    /// Attach evidence, or none.
    Defend(Option<Evidence>),
    /// Name the quarter of a promise.
    Due(Quarter),
    /// Ask the CEO.
    Escalate,
    /// Move the lower end of the prediction, in steps.
    Low(i32),
    /// Move the upper end of the prediction, in steps.
    High(i32),
    /// The next step of the close, or the page after it.
    Next,
    /// All steps of the close at once.
    Skip,
    /// Put saved runs side by side over the page, or go back to it.
    Compare(bool),
    /// Take a run into the comparison, or out of it.
    Pick(PathBuf),
    /// Show a part of the comparison.
    ComparePart(ComparePart),
    /// Show a step of the debrief.
    Step(DebriefStep),
    /// Look at what would have come of a decision gone otherwise.
    Suppose(DecisionId),
    /// Look at another way in which it could have gone.
    Way(usize),
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
    /// The team.
    Setup,
}

/// What can lie over a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Rules, words and keys.
    Help,
    /// The product map and the debt ledger.
    Map,
    /// What asking the CEO means, before it is done.
    AskCeo,
    /// What the CEO decided.
    Letter,
    /// What is not saved, or not signed, on the way out.
    Unsaved(Way),
}

/// The way out that somebody took.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Out of the game, to the title.
    Leave,
    /// Out of the window.
    Close,
}

/// A step of the debrief, in the order people need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DebriefStep {
    /// How it felt: the private stances, trust, what was foreseen.
    Felt,
    /// What happened: scores, and the six numbers.
    Happened,
    /// What caused it: the turning points, and every decision.
    Caused,
    /// What was true of every card.
    Cards,
    /// What would have come of a decision gone otherwise.
    WhatIf,
    /// Where it is like your company, and what next.
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

    /// The step after it.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().skip_while(|&step| step != self).nth(1)
    }
}

/// A part of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparePart {
    /// The teams and the six numbers.
    Numbers,
    /// The products.
    Products,
    /// The same cards, and where the runs diverged.
    Cards,
}

impl ComparePart {
    /// All parts, in order.
    pub const ALL: [Self; 3] = [Self::Numbers, Self::Products, Self::Cards];

    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Numbers => "compare-numbers",
            Self::Products => "compare-maps",
            Self::Cards => "compare-cards",
        }
    }
}

/// A field of the set-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
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
    /// Any.
    Free,
    /// The date: everybody who plays today gets the same.
    Today,
}

/// A share of engineering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// The roadmap.
    Roadmap,
    /// The backlog of specials.
    Specials,
    /// Repair.
    Repair,
    /// Discovery.
    Discovery,
}
