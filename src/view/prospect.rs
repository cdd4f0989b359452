//! Describes a prospect: its champion, its competitor, its fit.

use super::Band;
use crate::sim::{Ask, Deal};
use crate::text::Text;

/// How strong a champion appears in conversation: the name of a range, and the range in 0..1.
fn champion_range(deal: &Deal) -> (&'static str, Band) {
    match deal.champion {
        weak if weak < 0.34 => ("champion-weak", Band { low: 0.0, high: 0.34 }),
        fair if fair < 0.67 => ("champion-fair", Band { low: 0.34, high: 0.67 }),
        _ => ("champion-strong", Band { low: 0.67, high: 1.0 }),
    }
}

/// The strength of a champion, in words.
pub(super) fn champion(text: &Text, deal: &Deal) -> String {
    text.get(champion_range(deal).0)
}

/// The strength of a champion as a range in 0..1.
pub(super) fn champion_band(deal: &Deal) -> Band {
    champion_range(deal).1
}

/// What sales heard about the competitor.
pub(super) fn competitor(text: &Text, deal: &Deal, _: &Ask) -> String {
    text.get(if deal.competitor_heard { "competitor-has" } else { "competitor-has-not" })
}

/// True fit, in words.
pub(super) fn fit(text: &Text, fit: f64) -> String {
    text.get(match fit {
        f if f < 0.35 => "fit-poor",
        f if f < 0.7 => "fit-partly",
        _ => "fit-good",
    })
}
