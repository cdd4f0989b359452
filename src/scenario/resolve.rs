//! Replaces ids in a file by positions in the scenario.

use super::model::{Card, Template};
use crate::ids::{SegmentId, ThemeId};

impl Card<String, String> {
    /// The card with its segment and theme looked up; `None` if one of them does not exist.
    pub(super) fn resolve(
        self,
        segment: impl Fn(&str) -> Option<SegmentId>,
        theme: impl Fn(&str) -> Option<ThemeId>,
    ) -> Option<Card> {
        Some(Card {
            segment: segment(&self.segment)?,
            theme: theme(&self.theme)?,
            id: self.id,
            customer: self.customer,
            about: self.about,
            arr: self.arr,
            ask: self.ask,
            quote: self.quote,
            need: self.need,
            dealbreaker: self.dealbreaker,
            effort: self.effort,
            true_effort: self.true_effort,
            alignment: self.alignment,
            alignment_error: self.alignment_error,
            simplify: self.simplify,
            fit: self.fit,
            champion: self.champion,
            competitor_has: self.competitor_has,
            product_note: self.product_note,
            sales_note: self.sales_note,
            hidden_profile: self.hidden_profile,
            enters: self.enters,
        })
    }
}

impl Template<String> {
    /// The template with its theme looked up; `None` if it does not exist.
    pub(super) fn resolve(self, theme: impl Fn(&str) -> Option<ThemeId>) -> Option<Template> {
        Some(Template {
            theme: theme(&self.theme)?,
            ask: self.ask,
            quote: self.quote,
            need: self.need,
            effort: self.effort,
        })
    }
}
