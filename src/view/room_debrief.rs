//! What a facilitator needs of several runs to lead the debrief of a room: how the leads stood to each other, where demand
//! came from, and the contrasts in a form that can be asked before it is told.

use serde::Serialize;

use super::argued::CONTRASTS;
use super::debrief::stances_alike;
use super::dots::dots;
use super::entrant::Entrant;
use super::past::label;
use super::reveal::demand;
use super::truth::{CardTruth, cards};
use crate::ids::PerSeat;
use crate::lab::{Argument, Contrast, Side};
use crate::sim::{By, DecisionKind, Game, Phase, Response};
use crate::text::{self, Text};

/// What is needed of several runs beyond their comparison. All lists about teams have the order of the runs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoomDebrief {
    /// The titles of the scenarios that were played, each once.
    pub scenarios: Vec<String>,
    /// What the scenario teaches; no longer secret, as it has been played. Empty if there were several.
    pub lesson: String,
    /// What to talk about; empty if there were several scenarios.
    pub prompts: Vec<String>,
    /// For each team, on how many cards the two private stances were the same, and on how many there were two.
    pub alike: Vec<(usize, usize)>,
    /// Where the demand for specials came from; `None` if the teams' own answers explain less than half of its rise.
    pub demand: Option<RoomDemand>,
    /// What luck added to the result of each team, in dollars; `None` for a team that is not ranked.
    pub luck: Vec<Option<f64>>,
    /// The cards that were answered differently and where that mattered, in the order of the comparison.
    pub contrasts: Vec<CardContrast>,
}

/// The demand for specials in several runs, per hundred deals.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoomDemand {
    /// Names of the quarters.
    pub quarters: Vec<String>,
    /// What would have come at the initial precedent, on average over the teams.
    pub base: Vec<f64>,
    /// What came, by team and quarter.
    pub asked: Vec<Vec<f64>>,
}

/// A card that teams answered differently.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CardContrast {
    /// The quarter and the prospect.
    pub title: String,
    /// The prospect.
    pub customer: String,
    /// The request.
    pub ask: String,
    /// Every answer that was given, with the teams that gave it, the most frequent first.
    pub answers: Vec<(String, Vec<usize>)>,
    /// The two answers that are compared.
    pub groups: [ContrastGroup; 2],
    /// What the other answer would have been worth; the largest difference first.
    pub sides: Vec<ContrastSide>,
    /// What was true of the card.
    pub truth: String,
}

/// Teams that gave the same answer to a card, and what one of them knew.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContrastGroup {
    /// The answer.
    pub answer: String,
    /// The teams that gave it.
    pub teams: Vec<usize>,
    /// The team whose knowledge is told.
    pub knew: usize,
    /// What that team believed of the card when it signed.
    pub believed: String,
    /// What its leads would have done, if both took a stance.
    pub stances: Option<PerSeat<String>>,
    /// How the deal ended for it.
    pub outcome: String,
}

/// What another answer would have been worth to a team.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContrastSide {
    /// The team.
    pub team: usize,
    /// The other answer.
    pub other: String,
    /// What that would have been worth, with its sign.
    pub amount: String,
    /// Whether it would have been better.
    pub better: bool,
    /// In how many of twenty futures it would have been better.
    pub dots: u8,
}

/// Collects it; `argument` is what can be said of the same runs.
#[must_use]
pub fn room_debrief(runs: &[Entrant], argument: &Argument, text: &Text) -> RoomDebrief {
    let mut scenarios: Vec<String> = Vec::new();
    for run in runs {
        let title = &run.teller.scenario().meta.title;
        if !scenarios.contains(title) {
            scenarios.push(title.clone());
        }
    }
    let only = (scenarios.len() == 1).then(|| runs[0].teller.scenario());
    let luck = |at: usize| {
        let ranked = argument.same_deck.iter().position(|&run| run == at)?;
        argument.spreads.get(ranked).map(crate::lab::Spread::above_mean)
    };
    RoomDebrief {
        lesson: only.map(|scenario| scenario.meta.lesson.clone()).unwrap_or_default(),
        prompts: only.map(|scenario| scenario.debrief.clone()).unwrap_or_default(),
        scenarios,
        alike: runs.iter().map(|run| stances_alike(run.game)).collect(),
        demand: room_demand(runs),
        luck: (0..runs.len()).map(luck).collect(),
        contrasts: argument
            .contrasts
            .iter()
            .take(CONTRASTS)
            .filter_map(|it| contrast(runs, &argument.same_deck, it, text))
            .collect(),
    }
}

/// The demand in all runs, if the teams' own precedents explain at least half of its rise.
fn room_demand(runs: &[Entrant]) -> Option<RoomDemand> {
    let all: Vec<_> = runs.iter().map(|run| demand(run.game, run.teller)).collect();
    let longest = all.iter().max_by_key(|points| points.len())?;
    let mean = |at: usize, of: fn(&super::DemandPoint) -> f64| {
        let known: Vec<f64> = all.iter().filter_map(|points| points.get(at)).map(of).collect();
        known.iter().sum::<f64>() / known.len().max(1) as f64
    };
    let base: Vec<f64> = (0..longest.len()).map(|at| mean(at, |point| point.base)).collect();
    let asked: Vec<f64> = (0..longest.len()).map(|at| mean(at, |point| point.asked)).collect();
    own_demand(&base, &asked).then(|| RoomDemand {
        quarters: longest.iter().map(|point| point.quarter.clone()).collect(),
        base,
        asked: all.iter().map(|points| points.iter().map(|point| point.asked).collect()).collect(),
    })
}

/// Whether demand rose, and at least half of the rise is above what would have come anyway. The first and the last third of
/// the quarters are compared, because single quarters differ by chance.
#[must_use]
pub fn own_demand(base: &[f64], asked: &[f64]) -> bool {
    let third = (asked.len() / 3).max(1);
    let mean = |of: &[f64]| of.iter().sum::<f64>() / of.len().max(1) as f64;
    if asked.len() < 2 || base.len() != asked.len() {
        return false;
    }
    let (start, end) = (mean(&asked[..third]), mean(&asked[asked.len() - third..]));
    let above = |range: core::ops::Range<usize>| mean(&asked[range.clone()]) - mean(&base[range]);
    let own = above(asked.len() - third..asked.len()) - above(0..third);
    end - start > 0.5 && own >= 0.5 * (end - start)
}

fn contrast(runs: &[Entrant], deck: &[usize], contrast: &Contrast, text: &Text) -> Option<CardContrast> {
    let first = contrast.sides.first()?;
    let run = runs.get(first.team)?;
    let deal = run.game.state().deals.get(&contrast.deal)?;
    // Other decks have other cards under the same numbers.
    let given = |(at, run): (usize, &Entrant)| deck.contains(&at).then(|| answered(run.game, contrast)).flatten();
    let given: Vec<Option<Response>> = runs.iter().enumerate().map(given).collect();
    let gave = |response: Response| -> Vec<usize> {
        given.iter().enumerate().filter(|(_, given)| **given == Some(response)).map(|(at, _)| at).collect()
    };
    let mut answers: Vec<(String, Vec<usize>)> = Response::ALL
        .into_iter()
        .map(|response| (text::response(text, response), gave(response)))
        .filter(|(_, teams)| !teams.is_empty())
        .collect();
    answers.sort_by_key(|(_, teams)| std::cmp::Reverse(teams.len()));
    let group = |response: Response| {
        let teams = gave(response);
        let raced = contrast.sides.iter().find(|side| side.gave == response).map(|side| side.team);
        let knew = raced.or_else(|| teams.first().copied())?;
        let card = truth(runs.get(knew)?, contrast)?;
        let PerSeat { product, sales } = card.stances;
        let both = !product.is_empty() && !sales.is_empty();
        Some(ContrastGroup {
            answer: text::response(text, response),
            teams,
            knew,
            believed: card.believed,
            stances: both.then_some(PerSeat { product, sales }),
            outcome: card.outcome,
        })
    };
    let customer = text::deal_name(run.teller, run.game.state(), deal.id);
    Some(CardContrast {
        title: format!("{} · {customer}", label(run.game, run.teller, deal.closes)),
        customer,
        ask: text::ask_name(run.teller, run.game.state(), deal.id),
        answers,
        groups: [group(first.gave)?, group(first.other)?],
        sides: contrast.sides.iter().map(|side| told(side, text)).collect(),
        truth: truth(run, contrast)?.truth,
    })
}

/// What a team answered at the table.
fn answered(game: &Game, contrast: &Contrast) -> Option<Response> {
    let over = game.state().phase == Phase::Ended;
    let all = game.state().decisions.iter().filter(|made| over && matches!(made.by, By::Both | By::Ceo(_)));
    all.filter_map(|made| match made.kind {
        DecisionKind::Answer(deal, answer) if deal == contrast.deal => Some(answer.response),
        _ => None,
    })
    .next()
}

fn truth(run: &Entrant, contrast: &Contrast) -> Option<CardTruth> {
    cards(run.game, run.teller).into_iter().find(|card| card.deal == contrast.deal)
}

fn told(side: &Side, text: &Text) -> ContrastSide {
    let mean = side.gain.difference.mean();
    ContrastSide {
        team: side.team,
        other: text::response(text, side.other),
        amount: text::signed_dollars(text, mean),
        better: mean > 0.0,
        dots: dots(&side.gain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn demand_is_shown_only_if_the_teams_own_answers_explain_most_of_its_rise() {
        let flat = [10.0; 9];
        let rising = [10.0, 10.0, 11.0, 12.0, 14.0, 16.0, 18.0, 20.0, 22.0];
        assert!(own_demand(&flat, &rising));
        assert!(!own_demand(&rising, &rising), "the market explains all of it");
        assert!(!own_demand(&flat, &flat), "nothing rose");
        assert!(!own_demand(&[], &[]) && !own_demand(&[1.0], &[9.0]));
    }
}
