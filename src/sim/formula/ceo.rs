//! Which side the CEO favours, and why.

use super::{fits, runway_quarters};
use crate::scenario::Scenario;
use crate::sim::{Answer, Deal, Quantity, State};

/// Cash sways the CEO if it lasts fewer than this many quarters.
const SHORT_RUNWAY: f64 = 3.0;

/// The parts of the chance that the CEO sides with sales, each in −1..1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CeoLeaning {
    /// The chance if nothing speaks for either side.
    pub base: f64,
    /// From cash being short; never in favour of product.
    pub cash: f64,
    /// From the CEO's confidence: when it is low the CEO wants deals, when it is high product gets time.
    pub mood: f64,
    /// From evidence of sales that fits its answer.
    pub sales_evidence: f64,
    /// From evidence of product that fits its answer; subtracted.
    pub product_evidence: f64,
}

impl CeoLeaning {
    /// The leaning on a deal, given the differing answers of the two sides.
    #[must_use]
    pub fn of(scenario: &Scenario, state: &State, deal: &Deal, product: &Answer, sales: &Answer) -> Self {
        let rules = &scenario.rules;
        let backed = |answer: &Answer| {
            let fitting = answer.defence.is_some_and(|evidence| fits(scenario, state, deal, answer, evidence));
            if fitting { rules.ceo_evidence } else { 0.0 }
        };
        Self {
            base: rules.ceo_yes,
            cash: if runway_quarters(scenario, state) < SHORT_RUNWAY { rules.ceo_cash } else { 0.0 },
            mood: rules.ceo_mood * (0.5 - state.get(Quantity::Confidence)),
            sales_evidence: backed(sales),
            product_evidence: backed(product),
        }
    }

    /// Chance that the CEO sides with sales, 0..1.
    #[must_use]
    pub fn for_sales(&self) -> f64 {
        (self.base + self.cash + self.mood + self.sales_evidence - self.product_evidence).clamp(0.0, 1.0)
    }
}
