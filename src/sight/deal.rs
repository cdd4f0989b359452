//! Deals as they are seen: those in the pipeline, what they ask for, and how likely they are won.

use std::cmp::Reverse;

use super::{Asked, Band, Sight, Viewer};
use crate::ids::{DealId, Quarter, Seat, SegmentId};
use crate::sim::check;
use crate::sim::formula::win_rate;
use crate::sim::{Answer, Cell, Deal, Evidence, Fact, Response};

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
    /// Open named deals, by closing quarter and then largest first.
    #[must_use]
    pub fn prospects(&self) -> Vec<Prospect> {
        let state = self.game.state();
        let mut named: Vec<&Deal> = state.open_deals().filter(|deal| deal.named).collect();
        named.sort_by_key(|deal| (deal.closes, Reverse(deal.arr), deal.id));
        named.into_iter().map(|deal| self.prospect(deal)).collect()
    }

    fn prospect(&self, deal: &Deal) -> Prospect {
        Prospect {
            deal: deal.id,
            closes: deal.closes,
            arr: deal.arr.f64(),
            icp: deal.segment == SegmentId(0),
            fit: self.fit(deal),
            qualified: self.knows(Fact::Fit(deal.id)),
            need_known: self.knows(Fact::Need(deal.id)),
        }
    }

    /// Fit to the strategy, 0..1: the true one if it is known, else that of the segment.
    #[must_use]
    pub fn fit(&self, deal: &Deal) -> f64 {
        if self.knows(Fact::Fit(deal.id)) { deal.fit } else { self.segments()[deal.segment.index()].fit }
    }

    /// The strength of the champion, 0..1: a rough range to those who met them, completely unknown to others.
    #[must_use]
    pub fn champion(&self, deal: &Deal) -> Band {
        let (low, high) = if self.knows(Fact::Champion(deal.id)) { deal.champion_seems() } else { (0.0, 1.0) };
        Band { low, high }
    }

    /// The chance to win a deal before any answer to its special, 0..1.
    #[must_use]
    pub fn chance(&self, deal: &Deal) -> Band {
        // Leave out what the viewer does not know, so the formula cannot reveal it.
        let mut seen = Deal { ask: None, competitor_has: false, fit: self.fit(deal), ..deal.clone() };
        if !self.sees_selling() {
            (seen.pushes, seen.discount) = (0, None);
        }
        let champion = self.champion(deal);
        let with = |champion| win_rate(self.game.scenario(), self.game.state(), &Deal { champion, ..seen.clone() });
        Band { low: with(champion.low), high: with(champion.high) }
    }

    /// Whether pushes and discounts are seen, which are private to sales.
    #[must_use]
    pub fn sees_selling(&self) -> bool {
        self.viewer == Viewer::Seat(Seat::Sales)
    }

    /// A deal with what it asks for; none if it asks for nothing.
    #[must_use]
    pub fn asked(&self, id: DealId) -> Option<Asked<'a>> {
        Asked::of(*self, self.game.state().deals.get(&id)?)
    }

    /// What a deal asks for, if known.
    #[must_use]
    pub fn request(&self, id: DealId) -> Option<Request> {
        let asked = self.asked(id).filter(|_| self.knows(Fact::Request(id)))?;
        let (deal, ask) = (asked.deal, asked.ask);
        let unknown = self.rules().big_ask_effort * self.engineering() / 2.0;
        let effort = if asked.estimated() { ask.effort_estimate } else { unknown };
        Some(Request {
            prospect: self.prospect(deal),
            effort,
            alignment: ask.alignment_estimate,
            cell: Cell::of(effort, ask.alignment_estimate, self.engineering(), self.rules()),
            asked_before: self.game.state().deals.requests_before(ask.theme, deal.closes),
            promised: deal.prepromised.is_some(),
        })
    }

    /// Whether a response is possible for a card.
    #[must_use]
    pub fn open(&self, id: DealId, response: Response) -> bool {
        self.asked(id).is_some_and(|asked| asked.refused(response).is_none())
    }

    /// The full answer for a bare response.
    #[must_use]
    pub fn bare(&self, response: Response) -> Answer {
        check::bare(self.game.state().quarter, response)
    }

    /// Evidence that is available and fits an answer; the kind with the most tokens.
    #[must_use]
    pub fn defence(&self, id: DealId, answer: &Answer) -> Option<Evidence> {
        let asked = self.asked(id)?;
        let fitting = |kind: &Evidence| self.has(*kind) && asked.fits(answer, *kind);
        let stock = |kind: &Evidence| self.game.state().stock(check::token_stock(*kind));
        Evidence::ALL.into_iter().filter(fitting).max_by_key(stock)
    }
}

/// How strong a champion seems in conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChampionSeems {
    /// Below a third.
    Weak,
    /// Between one third and two.
    Fair,
    /// Above two thirds.
    Strong,
}

impl ChampionSeems {
    /// The impression that a deal's champion makes on somebody who meets them.
    #[must_use]
    pub fn of(deal: &Deal) -> Self {
        Self::of_strength(deal.champion)
    }

    /// The same for a strength, 0..1.
    #[must_use]
    pub fn of_strength(champion: f64) -> Self {
        match Deal::seems(champion) {
            (low, _) if low <= 0.0 => Self::Weak,
            (_, high) if high < 1.0 => Self::Fair,
            _ => Self::Strong,
        }
    }
}
