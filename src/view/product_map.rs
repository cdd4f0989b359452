//! The product map: themes as districts of regular tiles, and bespoke specials off the grid around them.

use schemars::JsonSchema;
use serde::Serialize;

use crate::ids::{Quarter, ThemeId, WEEK_ONE, WorkId, round};
use crate::scenario::Scenario;
use crate::sim::formula::upkeep_left;
use crate::sim::{Game, Phase, Quantity, Record, Response, State, Work};
use crate::text::{self, Teller, Unit};

/// Tiles per district at the start, on average.
const BASE: f64 = 12.0;
/// Smallest upkeep worth mentioning, in engineer-weeks.
const TOLD_WEEKS: f64 = 0.05;
/// Tiles that all of engineering would add in a quarter with nothing but roadmap.
const PER_QUARTER: f64 = 16.0;

/// The point in time that a map shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub enum Moment {
    /// The start of the run.
    Start,
    /// Now.
    Now,
}

/// A map of the product.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct ProductMap {
    /// How well it fits together, 0..1.
    pub coherence: f64,
    /// The themes, in the order of the scenario.
    pub districts: Vec<District>,
    /// Bespoke work in the product, oldest first.
    pub specials: Vec<BespokeTile>,
    /// What the symbols mean.
    pub legend: MapLegend,
    /// A sentence about upkeep of older work that is not on the map; empty if there is none.
    pub older: String,
    /// The map in one sentence.
    pub summary: String,
}

/// A theme: a district of regular tiles.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct District {
    /// The theme.
    pub theme: ThemeId,
    /// Its name.
    pub name: String,
    /// A label beside the name if the theme is productised.
    pub productised: Option<String>,
    /// Tiles from the start.
    pub base: u32,
    /// Tiles that roadmap work added.
    pub added: u32,
    /// Tiles that productised specials added.
    pub from_specials: u32,
}

impl District {
    /// All its tiles.
    #[must_use]
    pub fn tiles(&self) -> u32 {
        self.base + self.added + self.from_specials
    }
}

/// A special that is part of the product, for one customer.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct BespokeTile {
    /// The work.
    pub id: WorkId,
    /// Position of its district.
    pub district: usize,
    /// The customer that has it.
    pub customer: String,
    /// Whether that customer has left but the special is still there.
    pub orphaned: bool,
    /// How far it is off strategy, 0..1. Estimated during the run, true once the run is over.
    pub misalignment: f64,
    /// Upkeep in engineer-weeks per quarter.
    pub upkeep: f64,
}

/// What each symbol on the map means, in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct MapLegend {
    /// A tile that was there from the start.
    pub base: String,
    /// A tile that the roadmap added.
    pub added: String,
    /// A place where the roadmap can build.
    pub free: String,
    /// A tile from a productised special.
    pub from_specials: String,
    /// A bespoke tile.
    pub bespoke: String,
    /// A customer.
    pub customer: String,
    /// A customer that left.
    pub orphaned: String,
}

/// Makes the map from the state alone.
#[must_use]
pub fn product_map(game: &Game, text: &Teller, at: Moment) -> ProductMap {
    let (scenario, state) = (game.scenario(), game.state());
    let coherence = stock(state, at, Quantity::Coherence);
    let districts = districts(scenario, state, text, at);
    let specials = specials(text, state, at);
    let older = older(game, text, at);
    let summary = format!("{}{older}", summary(text, coherence, &districts, &specials));
    ProductMap { coherence, districts, specials, legend: legend(text), older, summary }
}

/// The value of a quantity at the start or now.
fn stock(state: &State, at: Moment, quantity: Quantity) -> f64 {
    match (at, state.history.first()) {
        (Moment::Start, Some(record)) => record.get(quantity),
        _ => state.get(quantity),
    }
}

fn districts(scenario: &Scenario, state: &State, text: &Teller, at: Moment) -> Vec<District> {
    let tile = scenario.company.engineering.max(1.0) / PER_QUARTER;
    let weeks: f64 = match at {
        Moment::Start => 0.0,
        Moment::Now => state.history.iter().map(|record: &Record| record.capacity.roadmap).sum(),
    };
    let weights: Vec<f64> = scenario.themes.iter().map(|theme| weight(&theme.id)).collect();
    let base = BASE as usize * weights.len();
    let all = base + whole(weeks / tile);
    let (at_start, today) = (shares(&weights, base), shares(&weights, all));
    let built = |theme: ThemeId| at == Moment::Now && state.themes_built.contains(&theme);
    let themes = text.scenario().themes.iter().enumerate();
    themes
        .map(|(i, theme)| {
            let id = ThemeId(u8::try_from(i).unwrap_or(u8::MAX));
            District {
                theme: id,
                name: theme.name.clone(),
                productised: built(id).then(|| text.get("map-productised")),
                base: at_start[i],
                added: today[i] - at_start[i],
                from_specials: in_product(state, at)
                    .filter(|work| regular(work) && work.theme == id)
                    .map(|work| whole(work.effort / tile).max(1) as u32)
                    .sum(),
            }
        })
        .collect()
}

/// Whole tiles; a negative amount gives none.
fn whole(amount: f64) -> usize {
    libm::floor(amount.max(0.0)) as usize
}

/// A theme's share of the roadmap. Varies between themes, but is always the same for one theme.
fn weight(id: &str) -> f64 {
    let hash = id.bytes().fold(0xCBF2_9CE4_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(16_777_619));
    0.75 + 0.5 * f64::from(hash >> 16) / 65_536.0
}

/// Assigns tiles one by one to the theme that is furthest behind, so adding a tile never moves another.
fn shares(weights: &[f64], tiles: usize) -> Vec<u32> {
    let mut given = vec![0_u32; weights.len()];
    for _ in 0..tiles {
        let behind = |i: &usize| (f64::from(given[*i]) + 0.5) / weights[*i];
        let next = (0..weights.len()).min_by(|a, b| behind(a).total_cmp(&behind(b)));
        if let Some(next) = next {
            given[next] += 1;
        }
    }
    given
}

/// Specials that were part of the product at a moment.
fn in_product(state: &State, at: Moment) -> impl Iterator<Item = &Work> {
    state.works.values().filter(move |work| match at {
        Moment::Start => work.delivered == Some(Quarter(0)),
        Moment::Now => work.live(),
    })
}

/// Whether a special was built for everybody.
fn regular(work: &Work) -> bool {
    work.response == Response::ProductiseLater
}

fn specials(text: &Teller, state: &State, at: Moment) -> Vec<BespokeTile> {
    let bespoke: Vec<&Work> = in_product(state, at).filter(|work| !regular(work)).collect();
    let left = upkeep_left(round(stock(state, at, Quantity::Upkeep) * WEEK_ONE), in_product(state, at));
    let ended = state.phase == Phase::Ended;
    bespoke
        .into_iter()
        .map(|work| BespokeTile {
            id: work.id,
            district: work.theme.index(),
            customer: text::customer_name(text, state, work.customer),
            orphaned: at == Moment::Now && !state.customers.contains_key(&work.customer),
            misalignment: 1.0 - if ended { work.alignment } else { work.alignment_estimate }.clamp(0.0, 1.0),
            upkeep: left(work) as f64 / WEEK_ONE,
        })
        .collect()
}

/// A sentence about upkeep older than everything on the map, with a leading space.
fn older(game: &Game, text: &Teller, at: Moment) -> String {
    let state = game.state();
    let remains = round(stock(state, at, Quantity::Upkeep) * WEEK_ONE);
    let left = upkeep_left(remains, in_product(state, at));
    let weeks = (remains - in_product(state, at).map(left).sum::<i64>()) as f64 / WEEK_ONE;
    if weeks < TOLD_WEEKS { String::new() } else { text.with("map-older", &[("weeks", &text::weeks(text, weeks))]) }
}

fn legend(text: &Teller) -> MapLegend {
    MapLegend {
        base: text.get("map-base"),
        added: text.get("map-added"),
        free: text.get("map-free"),
        from_specials: text.get("map-from-specials"),
        bespoke: text.get("map-bespoke"),
        customer: text.get("map-customer"),
        orphaned: text.get("map-orphaned"),
    }
}

fn summary(text: &Teller, coherence: f64, districts: &[District], specials: &[BespokeTile]) -> String {
    let tiles: u32 = districts.iter().map(District::tiles).sum();
    let upkeep: f64 = specials.iter().map(|special| special.upkeep).sum();
    text.with(
        "map-summary",
        &[
            ("coherence", &Unit::Index.write(text, coherence)),
            ("districts", &districts.len()),
            ("tiles", &tiles),
            ("specials", &specials.len()),
            ("upkeep", &text::weeks(text, upkeep)),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_further_tile_never_moves_another_one() {
        let weights = [1.2, 0.8, 1.0, 0.75];
        for tiles in 0..60 {
            let (before, after) = (shares(&weights, tiles), shares(&weights, tiles + 1));
            assert!(before.iter().zip(&after).all(|(b, a)| b <= a));
            assert_eq!(after.iter().sum::<u32>(), tiles as u32 + 1);
        }
    }

    #[test]
    fn a_scenario_without_themes_has_an_empty_map() {
        assert_eq!(shares(&[], 12), Vec::<u32>::new());
    }
}
