//! View models: what one seat may see on one screen, ready to draw. Pure functions of a game.
//!
//! A view for a seat is made only from what that seat knows, so a screen has no secrets that it could leak.

mod account;
mod again;
mod answers;
mod argued;
mod board;
mod books;
mod briefing;
mod card;
mod ceo;
mod chain;
mod change;
mod close;
mod closed_deals;
mod compare;
mod debrief;
mod debt_ledger;
mod decided;
mod decisions;
mod dots;
mod effects;
mod entrant;
mod evidence;
mod explain;
mod explained;
mod felt;
mod foresight;
mod glossary;
mod guide;
mod house;
mod known;
mod look;
mod luck;
mod move_effects;
mod origins;
mod outcome;
mod paper;
mod partner;
mod past;
mod predict;
mod preview;
mod product_desk;
mod product_map;
mod prose;
mod prospect;
mod reveal;
mod review;
mod room_debrief;
mod sales_desk;
mod score;
mod sense;
mod signed;
mod signed_for;
mod six;
mod stake;
mod touched;
mod truth;
mod turning;
mod untold;
mod wall;
mod what_if;

pub use again::{Again, AgainChoice};
pub use answers::{Defence, ResponseOption, Stances};
pub use argued::{Argued, ContrastTold, HabitRow, Ranked};
pub use board::{Board, Spot};
pub use books::{Books, Effect, Source};
pub use briefing::{Briefing, Bulletin, Happened, briefing};
pub use card::{Card, Number, card};
pub use ceo::{CeoLetter, CeoQuestion, Side, ceo_letter, ceo_question};
pub use chain::{Chain, Link};
pub use close::{Close, CloseStep, NumberMove, StepKind, Waterfall, close};
pub use compare::{ComparedAnswer, ComparedCard, ComparedNumber, ComparedTeam, Comparison, compare};
pub use debrief::{Debrief, Par, ParRow, TimelinePoint, debrief};
pub use debt_ledger::{Bill, DebtLedger, debt_ledger};
pub use decisions::{DecisionLine, Moved};
pub use dots::DOTS;
pub use effects::{NumberEffect, widest};
pub use entrant::Entrant;
pub use evidence::Token;
pub use explain::{LedgerLine, decision_line, explain};
pub use explained::{Explained, Part, TermLink, Told, Topic, explained};
pub use felt::StancePair;
pub use foresight::{Foreseen, Foresight};
pub use glossary::Term;
pub use guide::{Agenda, Guide, GuideCard, GuideQuarter, guide};
pub use house::{HouseCell, HouseDesk, HouseOption, house};
pub use known::Known;
pub use look::{Note, PromiseQuarter};
pub use luck::{Luck, LuckOfQuarter, luck};
pub use origins::{Origin, Origins};
pub use outcome::{MoveOutcome, outcome};
pub use paper::{
    Aim, AnswerRow, CARD_LETTERS, DecisionSheet, HalfAnswer, HalfCard, NotNow, NumberedMove, PRODUCT_KINDS, Poster,
    QuarterSheets, RoleMove, RoleSheet, SALES_KINDS, SeatDesk, SeatSheet, SpecialCard, TableCard, TableRules,
    blank_decisions, deal_number, numbered_product, numbered_sales, poster, product_aim, quarter_sheets,
    response_number, role_sheet, sales_aim, special_cards, table_rules,
};
pub use partner::{announced, opened, partner_offers, partner_proposes, partner_says};
pub use predict::{PastValue, Predict, predict, predict_step};
pub use product_desk::{
    AllocationRow, BacklogRow, CapacityPart, PartKind, ProductDesk, RequestRow, ThemeRow, product_desk,
};
pub use product_map::{BespokeTile, District, MapLegend, Moment, ProductMap, product_map};
pub use prose::{Piece, prose};
pub use reveal::{DemandPoint, Demanded, Reveal, Rise, Shape, TeamDemand, demanded};
pub use review::{Calibration, Came, CauseLine, NumberReview, Payslip, Prediction, Review, review};
pub use room_debrief::{CardContrast, ContrastGroup, ContrastSide, RoomDebrief, RoomDemand, own_demand, room_debrief};
pub use sales_desk::{Accelerator, DealCard, PipelineColumn, QuotaBar, Renewal, SalesDesk, TargetRow, sales_desk};
pub use score::Badge;
pub use sense::{is_something, trend};
pub use signed_for::signed_for;
pub use six::six_numbers;
pub use truth::CardTruth;
pub use turning::{OtherWay, Turning, TurningPoint};
pub use untold::Untold;
pub use wall::{PhaseMark, TrackMark, Wall, WallDebt, WallNumber, wall, wall_at};
pub use what_if::{Supposed, Way, branch_name, supposed};

use schemars::JsonSchema;
use serde::Serialize;

/// A line of text with an amount, such as a cause and its effect.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Amount {
    /// What it is about.
    pub text: String,
    /// The amount as displayed.
    pub amount: String,
    /// Whether it is good for the company; `None` if neither or unknown.
    pub good: Option<bool>,
}

/// A move that can be chosen on a desk.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct MoveOption<M> {
    /// The move itself.
    pub made: M,
    /// A stable id for tests and widgets, such as `prospect-call-1001`.
    pub id: String,
    /// Its kind, which is the title without the target. Moves of one kind follow one another.
    pub kind: String,
    /// The customer, deal or special it is aimed at; empty if none.
    pub target: String,
    /// What is at stake there, such as ARR; empty if nothing.
    pub stake: String,
    /// Its title.
    pub title: String,
    /// What it does.
    pub about: String,
    /// Its effects on those of the six numbers that it moves, as far as the seat knows.
    pub effects: Vec<NumberEffect>,
    /// What else it gives, or what it gives before it moves any of them; may be empty.
    pub gives: String,
    /// Whether the other lead consents; `None` if no consent is needed.
    pub door: Option<Door>,
    /// Attention points it costs.
    pub cost: u8,
    /// Whether it is in the draft.
    pub chosen: bool,
    /// Why it cannot be added to the draft.
    pub why_not: Option<String>,
}

impl<M> MoveOption<M> {
    /// The target, with what is at stake.
    pub(crate) fn aimed_at(&self) -> String {
        if self.stake.is_empty() { self.target.clone() } else { format!("{} · {}", self.target, self.stake) }
    }
}

/// Whether the other lead consents to a move that needs it, as far as the seat knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub enum Door {
    /// The other lead consents.
    Open,
    /// The other lead has not consented yet.
    Closed,
    /// The other lead does not consent this quarter.
    Shut,
}

impl Door {
    /// Groups the targets of one kind of move by consent. Each group has the text key of its heading; empty groups are
    /// left out.
    #[must_use]
    pub fn groups(targets: impl Iterator<Item = Option<Self>>) -> Vec<(Option<Self>, Option<&'static str>)> {
        let there: Vec<Option<Self>> = targets.collect();
        let closed = if there.contains(&Some(Self::Open)) { "calls-closed" } else { "calls-none" };
        let groups = [
            (Some(Self::Open), Some("calls-open")),
            (Some(Self::Closed), Some(closed)),
            (Some(Self::Shut), Some("calls-shut")),
            (None, None),
        ];
        groups.into_iter().filter(|(door, _)| there.contains(door)).collect()
    }
}
