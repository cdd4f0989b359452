//! Who may know what: a game as one seat sees it, or what both know at the table. Policies and views get private facts
//! only through a [`Sight`], so each rule about knowledge is written once.

mod asked;
mod band;
mod deal;
mod estimate;
mod number;
mod viewer;

pub use asked::Asked;
pub use band::Band;
pub use deal::{ChampionSeems, Prospect, Request};
pub use estimate::{alignment_band, effort_band};
pub use viewer::Viewer;

use std::cmp::Reverse;

use crate::ids::{CustomerId, DealId, Seat, SegmentId, WorkId};
use crate::scenario::{Measure, Pay, Rules, Scenario, Segment};
use crate::sim::check::{self, has_token};
use crate::sim::formula::{attainment, last_measure, runway_quarters};
use crate::sim::{Allocation, Evidence, Fact, Game, House, ProductMove, Quantity, Reform, STEP, SalesMove, State};

/// A game as seen by a seat, or at the table.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    game: &'a Game,
    viewer: Viewer,
}

impl<'a> Sight<'a> {
    /// As a viewer sees the game.
    #[must_use]
    pub fn new(game: &'a Game, viewer: Viewer) -> Self {
        Self { game, viewer }
    }

    /// As a seat sees the game.
    #[must_use]
    pub fn of(game: &'a Game, seat: Seat) -> Self {
        Self { game, viewer: Viewer::Seat(seat) }
    }

    /// As both see it at the table: only what both know.
    #[must_use]
    pub fn table(game: &'a Game) -> Self {
        Self { game, viewer: Viewer::Table }
    }

    /// The seat that looks; `None` at the table.
    #[must_use]
    pub fn seat(&self) -> Option<Seat> {
        match self.viewer {
            Viewer::Seat(seat) => Some(seat),
            Viewer::Table => None,
        }
    }

    /// Who looks.
    #[must_use]
    pub fn viewer(&self) -> Viewer {
        self.viewer
    }

    /// Whether the viewer knows a fact.
    #[must_use]
    pub fn knows(&self, fact: Fact) -> bool {
        match self.viewer {
            Viewer::Seat(seat) => self.game.state().knows(seat, fact),
            Viewer::Table => self.game.state().both_know(fact),
        }
    }

    fn scenario(&self) -> &'a Scenario {
        self.game.scenario()
    }

    fn state(&self) -> &'a State {
        self.game.state()
    }

    /// The rule book.
    #[must_use]
    pub fn rules(&self) -> &'a Rules {
        &self.game.scenario().rules
    }

    /// The seed, for players with their own dice.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.game.state().seed
    }

    /// The segments of the market, the ideal customer profile first.
    #[must_use]
    pub fn segments(&self) -> &'a [Segment] {
        &self.game.scenario().segments
    }

    /// The quarter, 1 and up.
    #[must_use]
    pub fn quarter(&self) -> u8 {
        self.game.state().quarter.0
    }

    /// Quarters left to play, including this one.
    #[must_use]
    pub fn quarters_left(&self) -> u8 {
        self.game.scenario().meta.quarters.saturating_sub(self.quarter()) + 1
    }

    /// What a seat is paid for now.
    #[must_use]
    pub fn pay(&self, seat: Seat) -> Pay {
        crate::sim::formula::pay(self.game.scenario(), self.game.state(), seat)
    }

    /// Coherence, 0..1; public, on the wall.
    #[must_use]
    pub fn coherence(&self) -> f64 {
        self.game.state().get(Quantity::Coherence)
    }

    /// Trust, 0..1; public, on the wall.
    #[must_use]
    pub fn trust(&self) -> f64 {
        self.game.state().get(Quantity::Trust)
    }

    /// Gross retention of the last year, 0..1; public, on the wall.
    #[must_use]
    pub fn gross_retention(&self) -> f64 {
        last_measure(self.game.scenario(), self.game.state(), Measure::GrossRetention)
    }

    /// Bookings over quota so far this quarter, 1 = 100 %.
    #[must_use]
    pub fn attainment(&self) -> f64 {
        attainment(self.game.state())
    }

    /// How many quarters the cash lasts at the pace of the last one.
    #[must_use]
    pub fn runway(&self) -> f64 {
        runway_quarters(self.game.scenario(), self.game.state())
    }

    /// Engineering on paper, in engineer-weeks.
    #[must_use]
    pub fn engineering(&self) -> f64 {
        self.game.state().get(Quantity::Engineering)
    }

    /// Promised work as a share of a quarter's engineering: the backlog plus this quarter's answers.
    #[must_use]
    pub fn promised_share(&self) -> f64 {
        let state = self.game.state();
        (state.get(Quantity::Backlog) + state.turn.budget_used) / self.engineering().max(1.0)
    }

    /// Evidence of all kinds, in tokens.
    #[must_use]
    pub fn tokens(&self) -> f64 {
        check::tokens(self.game.state())
    }

    /// Whether a kind of evidence can still defend a decision.
    #[must_use]
    pub fn has(&self, evidence: Evidence) -> bool {
        has_token(self.game.scenario(), self.game.state(), evidence)
    }

    /// Whether the strategy was ever published.
    #[must_use]
    pub fn strategy_published(&self) -> bool {
        self.game.state().strategy_published
    }

    /// Whether the board adopted a reform.
    #[must_use]
    pub fn adopted(&self, reform: Reform) -> bool {
        self.game.state().reforms.contains_key(&reform)
    }

    /// Whether impact tokens are on the way.
    #[must_use]
    pub fn tracking(&self) -> bool {
        self.game.state().tracking.is_some()
    }

    /// The market's own mix, in percent.
    #[must_use]
    pub fn market_mix(&self) -> Vec<u8> {
        crate::sim::market_mix(self.game.scenario())
    }

    /// The market's mix with this many more points on the ideal customer profile, taken from the last segment.
    #[must_use]
    pub fn mix_towards_icp(&self, points: u8) -> Vec<u8> {
        let mut mix = self.market_mix();
        if let [first, .., last] = mix.as_mut_slice() {
            let moved = points.min(*last / STEP * STEP);
            *first += moved;
            *last -= moved;
        }
        mix
    }

    /// Whether a house quadrant can be put in force.
    #[must_use]
    pub fn allows(&self, house: &House) -> bool {
        check::house(self.game.state(), house).is_ok()
    }

    /// Whether the Product Lead can add a move to those before it.
    #[must_use]
    pub fn product_can(&self, before: &[ProductMove], wish: ProductMove) -> bool {
        check::product_move(self.game.scenario(), self.game.state(), before, wish).is_ok()
    }

    /// Whether the Sales Lead can add a move to those before it.
    #[must_use]
    pub fn sales_can(&self, before: &[SalesMove], wish: SalesMove) -> bool {
        check::sales_move(self.game.state(), before, wish).is_ok()
    }

    /// Whether the Sales Lead can add a push token.
    #[must_use]
    pub fn push_can(&self, before: &[DealId], wish: DealId) -> bool {
        check::push(self.game.state(), before, wish).is_ok()
    }

    /// Specials that are live in the product, most upkeep first. Known only to product; nobody else sees any.
    #[must_use]
    pub fn live_specials(&self) -> Vec<WorkId> {
        if self.seat() != Some(Seat::Product) {
            return Vec::new();
        }
        let mut live: Vec<_> = self.game.state().works.values().filter(|work| work.live() && work.upkeep > 0).collect();
        live.sort_by_key(|work| (Reverse(work.upkeep), work.id));
        live.into_iter().map(|work| work.id).collect()
    }

    /// Renewals of this quarter inside the ideal customer profile, largest first. Known only to sales; nobody else
    /// sees any.
    #[must_use]
    pub fn renewals(&self) -> Vec<CustomerId> {
        if self.seat() != Some(Seat::Sales) {
            return Vec::new();
        }
        let state = self.game.state();
        let due = state.customers.values().filter(|one| one.renews == state.quarter && one.segment == SegmentId(0));
        let mut due: Vec<_> = due.collect();
        due.sort_by_key(|customer| (Reverse(customer.arr), customer.id));
        due.into_iter().map(|customer| customer.id).collect()
    }

    /// A split of engineering that gives these percentages and leaves the rest to the roadmap.
    #[must_use]
    pub fn split(&self, specials: u8, repair: u8, discovery: u8) -> Allocation {
        Allocation { roadmap: 100 - specials - repair - discovery, specials, repair, discovery }
    }
}
