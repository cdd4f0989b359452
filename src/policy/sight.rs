//! What a policy may see: the game as one seat knows it, or what both know at the table.

use std::cmp::Reverse;

use crate::ids::{CustomerId, DealId, Quarter, Seat, SegmentId, WorkId};
use crate::scenario::{Measure, Pay, Rules, Segment};
use crate::sim::check::{self, has_token};
use crate::sim::formula::{attainment, fits, last_measure, runway_quarters};
use crate::sim::{
    Allocation, Answer, Cell, Deal, Evidence, Fact, Game, ProductMove, Quantity, Reform, Response, STEP, SalesMove,
};
use crate::view::Viewer;

/// A game as seen by a seat, or at the table.
#[derive(Clone, Copy)]
pub struct Sight<'a> {
    game: &'a Game,
    viewer: Viewer,
}

/// A named deal in the pipeline, as seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prospect {
    /// The deal.
    pub deal: DealId,
    /// When it is decided.
    pub closes: Quarter,
    /// Its ARR, in dollars.
    pub arr: f64,
    /// Whether it is in the ideal customer profile.
    pub icp: bool,
    /// Fit to the strategy: the true one if sales qualified the deal, otherwise that of its segment.
    pub fit: f64,
    /// Whether the true fit is known.
    pub qualified: bool,
    /// Whether the true need is known.
    pub need_known: bool,
}

/// A special on the table, as seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    /// The deal that asks.
    pub prospect: Prospect,
    /// Estimated effort in engineer-weeks; if the estimate is not known, half of what counts as big.
    pub effort: f64,
    /// Estimated strategic alignment, 0..1.
    pub alignment: f64,
    /// Its cell in the house quadrant.
    pub cell: Cell,
    /// How many earlier deals asked for its theme.
    pub asked_before: usize,
    /// Whether sales promised it before asking.
    pub promised: bool,
}

impl<'a> Sight<'a> {
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

    /// The rule book.
    #[must_use]
    pub fn rules(&self) -> &'a Rules {
        &self.game.scenario().rules
    }

    /// The seed, for players with their own dice.
    #[must_use]
    pub(super) fn seed(&self) -> u64 {
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

    /// Open named deals, by closing quarter and then largest first.
    #[must_use]
    pub fn prospects(&self) -> Vec<Prospect> {
        let state = self.game.state();
        let mut named: Vec<&Deal> = state.open_deals().filter(|deal| deal.named).collect();
        named.sort_by_key(|deal| (deal.closes, Reverse(deal.arr), deal.id));
        named.into_iter().map(|deal| self.prospect(deal)).collect()
    }

    fn prospect(&self, deal: &Deal) -> Prospect {
        let knows = |fact| self.viewer.knows(self.game.state(), fact);
        let qualified = knows(Fact::Fit(deal.id));
        Prospect {
            deal: deal.id,
            closes: deal.closes,
            arr: deal.arr.f64(),
            icp: deal.segment == SegmentId(0),
            fit: if qualified { deal.fit } else { self.segments()[deal.segment.index()].fit },
            qualified,
            need_known: knows(Fact::Need(deal.id)),
        }
    }

    /// What a deal asks for, if known.
    #[must_use]
    pub fn request(&self, id: DealId) -> Option<Request> {
        let state = self.game.state();
        let knows = |fact| self.viewer.knows(state, fact);
        let deal = state.deals.get(&id).filter(|_| knows(Fact::Request(id)))?;
        let ask = deal.ask.as_ref()?;
        let unknown = self.rules().big_ask_effort * self.engineering() / 2.0;
        let effort = if knows(Fact::Estimate(id)) { ask.effort_estimate } else { unknown };
        Some(Request {
            prospect: self.prospect(deal),
            effort,
            alignment: ask.alignment_estimate,
            cell: Cell::of(effort, ask.alignment_estimate, self.engineering(), self.rules()),
            asked_before: state.deals.requests_before(ask.theme, deal.closes),
            promised: deal.prepromised.is_some(),
        })
    }

    /// Whether a response is possible for a card. The specials budget counts only if the estimate is known.
    #[must_use]
    pub fn open(&self, id: DealId, response: Response) -> bool {
        let state = self.game.state();
        let Some(deal) = state.deals.get(&id) else { return false };
        let Some(ask) = &deal.ask else { return false };
        let affordable = !self.viewer.knows(state, Fact::Estimate(id))
            || check::budget(self.game.scenario(), state, deal, ask, response).is_ok();
        affordable && check::response(state, deal, ask, response).is_ok()
    }

    /// The full answer for a bare response.
    #[must_use]
    pub fn bare(&self, response: Response) -> Answer {
        check::bare(self.game.state().quarter, response)
    }

    /// Evidence that is available and fits an answer; the kind with the most tokens.
    #[must_use]
    pub fn defence(&self, id: DealId, answer: &Answer) -> Option<Evidence> {
        let (scenario, state) = (self.game.scenario(), self.game.state());
        let deal = state.deals.get(&id)?;
        // Whether impact evidence fits depends on what only product counts and estimates.
        let seen = |kind: &Evidence| *kind != Evidence::Impact || self.viewer.knows(state, Fact::Estimate(id));
        let fitting = |kind: &Evidence| self.has(*kind) && seen(kind) && fits(scenario, state, deal, answer, *kind);
        Evidence::ALL.into_iter().filter(fitting).max_by_key(|kind| state.stock(check::token_stock(*kind)))
    }

    /// Whether a house quadrant can be put in force.
    #[must_use]
    pub fn allows(&self, house: &crate::sim::House) -> bool {
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

    /// Specials that are live in the product, most upkeep first. Known only to product.
    #[must_use]
    pub fn live_specials(&self) -> Vec<WorkId> {
        let mut live: Vec<_> = self.game.state().works.values().filter(|work| work.live() && work.upkeep > 0).collect();
        live.sort_by_key(|work| (Reverse(work.upkeep), work.id));
        live.into_iter().map(|work| work.id).collect()
    }

    /// Renewals of this quarter inside the ideal customer profile, largest first. Known only to sales.
    #[must_use]
    pub fn renewals(&self) -> Vec<CustomerId> {
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
