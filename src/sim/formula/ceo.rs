//! Whom the CEO sides with, and what speaks for either side.

use super::{fits, runway_quarters};
use crate::scenario::Scenario;
use crate::sim::{Answer, Deal, Quantity, State};

/// The CEO listens to cash when it lasts less than this many quarters.
const SHORT_RUNWAY: f64 = 3.0;

/// The parts of the chance that the CEO sides with sales, each a share in −1..1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CeoLeaning {
    /// When nothing speaks for either side.
    pub base: f64,
    /// Because cash is short; never for product.
    pub cash: f64,
    /// Because of the CEO's confidence: low asks for deals, high gives product time.
    pub mood: f64,
    /// Because sales brings evidence that fits its answer.
    pub sales_evidence: f64,
    /// Because product does; speaks against sales.
    pub product_evidence: f64,
}

impl CeoLeaning {
    /// Whom the CEO leans to over a deal on which the two sides stand for different answers.
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
