//! A special as it is seen: estimates as ranges, and secrets only if they are known.

use super::estimate::{alignment_band, effort_band};
use super::{Band, Sight};
use crate::ids::{CustomerId, Quarter};
use crate::sim::check;
use crate::sim::formula::{
    answer_estimate, churn_risk, coherence_hit, decided_arr, decline_factor, fee, fits, new_upkeep, price, schedule,
    trust_of_no, upkeep_debt,
};
use crate::sim::{Answer, Ask, Cell, Customer, Deal, Evidence, Fact, Quantity, Refusal, Response};

/// A deal with what it asks for, as somebody sees it.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// Who looks.
    pub sight: Sight<'a>,
    /// The deal.
    pub deal: &'a Deal,
    /// What it asks for.
    pub ask: &'a Ask,
}

impl<'a> Asked<'a> {
    /// A deal as somebody sees it; none if it asks for nothing.
    #[must_use]
    pub fn of(sight: Sight<'a>, deal: &'a Deal) -> Option<Self> {
        Some(Self { sight, deal, ask: deal.ask.as_ref()? })
    }

    /// Whether the viewer knows the estimated effort.
    #[must_use]
    pub fn estimated(&self) -> bool {
        self.sight.knows(Fact::Estimate(self.deal.id))
    }

    /// The cell of the quadrant by the estimates, if the effort is known.
    #[must_use]
    pub fn cell(&self) -> Option<Cell> {
        let (effort, alignment) = (self.ask.effort_estimate, self.ask.alignment_estimate);
        self.estimated().then(|| Cell::of(effort, alignment, self.sight.engineering(), self.sight.rules()))
    }

    /// Effort as asked, in engineer-weeks, if it is known.
    #[must_use]
    pub fn effort(&self) -> Option<Band> {
        self.estimated().then(|| self.spread(self.ask.effort_estimate))
    }

    fn spread(&self, weeks: f64) -> Band {
        effort_band(self.sight.state().get(Quantity::Discovery), weeks)
    }

    /// Strategic alignment, 0..1.
    #[must_use]
    pub fn alignment(&self) -> Band {
        alignment_band(self.sight.state().get(Quantity::Discovery), self.ask.alignment_estimate)
    }

    /// Effort of a response, in engineer-weeks; `None` if it needs no work or the viewer does not know the effort.
    #[must_use]
    pub fn weeks(&self, response: Response) -> Option<Band> {
        let unknown_need = response == Response::Simplify && !self.sight.knows(Fact::Need(self.deal.id));
        (response.builds() && self.estimated() && !unknown_need).then(|| self.revealed_weeks(response))
    }

    /// Effort of a response by product's estimate, for places where product reveals it; zero if it needs no work.
    #[must_use]
    pub fn revealed_weeks(&self, response: Response) -> Band {
        let discovery = self.sight.state().get(Quantity::Discovery);
        let weeks = answer_estimate(self.sight.rules(), self.ask, discovery, response);
        self.spread(if response.builds() { weeks } else { 0.0 })
    }

    /// Whether the response means work of a size that the viewer does not know.
    #[must_use]
    pub fn unsized_work(&self, response: Response) -> bool {
        response.builds() && self.weeks(response).is_none()
    }

    /// Why a response is not possible. The specials budget counts only if the estimate is known.
    #[must_use]
    pub fn refused(&self, response: Response) -> Option<Refusal> {
        let state = self.sight.state();
        let affordable = || match self.estimated() {
            true => check::budget(self.sight.scenario(), state, self.deal, self.ask, response),
            false => Ok(()),
        };
        check::response(state, self.deal, self.ask, response).and_then(|()| affordable()).err()
    }

    /// Whether evidence fits an answer. For impact it depends on what only product counts and estimates.
    #[must_use]
    pub fn fits(&self, answer: &Answer, evidence: Evidence) -> bool {
        let seen = evidence != Evidence::Impact || self.estimated();
        seen && fits(self.sight.scenario(), self.sight.state(), self.deal, answer, evidence)
    }

    fn defended(&self, answer: &Answer) -> bool {
        answer.defence.is_some_and(|kind| self.fits(answer, kind))
    }

    /// The chance to win with an answer, 0..1: what the viewer knows about the deal, times the effect of the answer.
    /// Pushes and discounts are left out, so the number is the same in private and at the table.
    #[must_use]
    pub fn chance(&self, answer: &Answer) -> Band {
        let base = self.sight.chance(&Deal { pushes: 0, discount: None, ..self.deal.clone() });
        let most = self.sight.rules().win_max;
        let factor = self.win(answer);
        Band { low: (base.low * factor.low).min(most), high: (base.high * factor.high).min(most) }
    }

    /// The factor on the win rate. Whether a no is fatal is known only if the dealbreaker is.
    fn win(&self, answer: &Answer) -> Band {
        let rules = self.sight.rules();
        if answer.response != Response::Decline {
            return Band::exactly(answer.response.terms(rules).win);
        }
        let known = self.sight.knows(Fact::Dealbreaker(self.deal.id));
        let defended = self.defended(answer);
        // Nobody ever knows for sure whether the competitor has what is asked for.
        let (worst, best) = if known { (self.ask.dealbreaker, self.ask.dealbreaker) } else { (true, false) };
        let no = |dealbreaker, competitor| decline_factor(rules, dealbreaker, competitor, defended);
        Band { low: no(worst, true), high: no(best, false) }
    }

    /// Coherence that a special takes, by the estimates of effort and alignment.
    #[must_use]
    pub fn coherence(&self, response: Response) -> Band {
        let Some(weeks) = self.weeks(response) else { return Band::default() };
        let alignment = self.alignment();
        let (rules, engineering) = (self.sight.rules(), self.sight.engineering());
        let hit = |weeks: f64, alignment: f64| coherence_hit(rules, engineering, response, weeks, alignment);
        Band { low: hit(weeks.low, alignment.high), high: hit(weeks.high, alignment.low) }
    }

    /// Trust that a no costs, defended or not, 0..1.
    #[must_use]
    pub fn no(&self, defended: bool) -> f64 {
        let share = self.deal.arr.f64() / decided_arr(self.sight.state());
        trust_of_no(self.sight.rules(), share, defended)
    }

    /// Trust that a no costs with the defence it has, 0..1.
    #[must_use]
    pub fn trust_cost(&self, no: &Answer) -> f64 {
        self.no(self.defended(no))
    }

    /// Revenue debt if the deal is won, in dollars: from the customer's poor fit, plus the upkeep over eight quarters.
    #[must_use]
    pub fn debt(&self, response: Response) -> Band {
        let rules = self.sight.rules();
        let misfit = self.deal.arr.f64() * (1.0 - self.sight.fit(self.deal));
        let upkeep = |weeks| upkeep_debt(rules, new_upkeep(rules, response, weeks));
        let weeks = self.weeks(response).unwrap_or_default();
        Band { low: misfit + upkeep(weeks.low), high: misfit + upkeep(weeks.high) }
    }

    /// ARR if the deal is signed, in dollars, without a discount. Assumes that reps give nothing away, since nobody
    /// knows yet whether they will be past their quota.
    #[must_use]
    pub fn price(&self) -> f64 {
        price(self.sight.rules(), self.deal.arr.f64(), false, false)
    }

    /// The fee for the work, in dollars, if its size is known.
    #[must_use]
    pub fn fee(&self, response: Response) -> Option<Band> {
        let weeks = self.weeks(response)?;
        let of = |weeks| fee(self.sight.rules(), response, weeks);
        Some(Band { low: of(weeks.low), high: of(weeks.high) })
    }

    /// ARR that customers like this one are expected to take away at their first renewal, as a share of today's ARR, if
    /// the product stays as it is.
    #[must_use]
    pub fn leaving(&self, signed: Band, renews: Quarter) -> Band {
        let customer = Customer {
            id: CustomerId(self.deal.id.0),
            name: self.deal.name,
            segment: self.deal.segment,
            arr: self.deal.arr,
            fit: self.sight.fit(self.deal),
            renews,
            deal: Some(self.deal.id),
            let_down: None,
            sunset: None,
            saving: None,
        };
        let (scenario, state) = (self.sight.scenario(), self.sight.state());
        let churn = churn_risk(scenario, state, &customer).total().clamp(0.0, 1.0);
        let arr = state.get(Quantity::Arr).max(1.0);
        Band { low: signed.low * churn / arr, high: signed.high * churn / arr }
    }

    /// The quarter in which the customer expects delivery.
    #[must_use]
    pub fn delivery(&self, answer: &Answer) -> Quarter {
        schedule(self.sight.rules(), self.sight.state().quarter, answer).1
    }
}
