//! The product map: a plan of the product, drawn from the state alone.
//!
//! Themes are districts of regular tiles. Roadmap work adds tiles in place, what is productised adds one to its
//! district, and a special built for one customer stands beside it, the more askew the less it fits the strategy.

use serde::Serialize;

use crate::sim::{Game, Phase, Quantity, Quarter, Record, Response, Work};
use crate::text::{self, Text, Unit};

/// Tiles of a district before anybody plays.
const FIRST_TILES: usize = 8;
/// Roadmap work that adds a tile somewhere, as a share of a quarter of engineering.
const TILE: f64 = 0.12;

/// When the product is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// Before the first quarter.
    Start,
    /// Now.
    Now,
}

/// A plan of the product.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ProductMap {
    /// Its themes.
    pub districts: Vec<District>,
    /// Coherence, 0..1.
    pub coherence: f64,
    /// The same in a sentence.
    pub summary: String,
}

/// A theme of the product.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct District {
    /// Its name.
    pub name: String,
    /// Regular tiles.
    pub tiles: usize,
    /// Of them those that were once asked for by one customer and built for everybody.
    pub productised: usize,
    /// What was built for one customer and lives.
    pub specials: Vec<Bespoke>,
}

/// Something built for one customer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bespoke {
    /// A number that stays, for where it stands.
    pub id: u32,
    /// How far it is off strategy, 0..1: as estimated, and truly once the game is over.
    pub askew: f64,
    /// Upkeep in engineer-weeks per quarter.
    pub upkeep: f64,
}

/// Makes the map.
#[must_use]
pub fn product_map(game: &Game, text: &Text, moment: Moment) -> ProductMap {
    let (scenario, state) = (game.scenario(), game.state());
    let until = match moment {
        Moment::Start => Quarter(0),
        Moment::Now => state.quarter.plus(u8::MAX / 2),
    };
    let mut districts: Vec<District> = scenario
        .themes
        .iter()
        .map(|theme| District { name: theme.name.clone(), tiles: FIRST_TILES, ..District::default() })
        .collect();
    let count = districts.len().max(1);
    for tile in 0..roadmap_tiles(game, until) {
        districts[tile % count].tiles += 1;
    }
    for work in state.works.values().filter(|work| lives(work, moment, until)) {
        let Some(district) = districts.get_mut(work.theme.index()) else { continue };
        if work.response == Response::ProductiseLater {
            district.tiles += 1;
            district.productised += 1;
        } else {
            district.specials.push(bespoke(work, state.phase == Phase::Ended));
        }
    }
    let told = state.history.iter().rfind(|record| record.quarter <= until);
    let coherence = told.map_or(state.get(Quantity::Coherence), |record| record.get(Quantity::Coherence));
    let summary = summary(text, &districts, coherence);
    ProductMap { districts, coherence, summary }
}

fn roadmap_tiles(game: &Game, until: Quarter) -> usize {
    let share = |record: &Record| record.capacity.roadmap / record.get(Quantity::Engineering).max(1.0);
    let done: f64 = game.state().history.iter().filter(|record| record.quarter <= until).map(share).sum();
    (done / TILE) as usize
}

/// What was taken out later was there at the start.
fn lives(work: &Work, moment: Moment, until: Quarter) -> bool {
    let there = work.delivered.is_some_and(|delivered| delivered <= until);
    there && (moment == Moment::Start || !work.sunset)
}

fn bespoke(work: &Work, over: bool) -> Bespoke {
    let alignment = if over { work.alignment } else { work.alignment_estimate };
    Bespoke { id: work.id.0, askew: 1.0 - alignment, upkeep: work.upkeep as f64 / Quantity::Upkeep.unit() }
}

fn summary(text: &Text, districts: &[District], coherence: f64) -> String {
    let tiles: usize = districts.iter().map(|district| district.tiles).sum();
    let specials: usize = districts.iter().map(|district| district.specials.len()).sum();
    let upkeep: f64 = districts.iter().flat_map(|district| &district.specials).map(|special| special.upkeep).sum();
    text.with(
        "map-summary",
        &[
            ("tiles", &tiles),
            ("specials", &specials),
            ("upkeep", &text::weeks(upkeep)),
            ("coherence", &Unit::Index.write(coherence)),
        ],
    )
}
