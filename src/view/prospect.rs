//! Describes a prospect: its champion, its competitor, its fit.

use crate::sight::ChampionSeems;
use crate::sim::{Ask, Deal};
use crate::text::Teller;

/// The strength of a champion, in words.
pub(super) fn champion(text: &Teller, deal: &Deal) -> String {
    champion_seems(text, ChampionSeems::of(deal))
}

/// The impression that a champion makes, in words.
pub(super) fn champion_seems(text: &Teller, seems: ChampionSeems) -> String {
    text.get(match seems {
        ChampionSeems::Weak => "champion-weak",
        ChampionSeems::Fair => "champion-fair",
        ChampionSeems::Strong => "champion-strong",
    })
}

/// What sales heard about the competitor.
pub(super) fn competitor(text: &Teller, deal: &Deal, _: &Ask) -> String {
    text.get(if deal.competitor_heard { "competitor-has" } else { "competitor-has-not" })
}

/// True fit, in words.
pub(super) fn fit(text: &Teller, fit: f64) -> String {
    text.get(match fit {
        f if f < 0.35 => "fit-poor",
        f if f < 0.7 => "fit-partly",
        _ => "fit-good",
    })
}
