//! Counter-based randomness: every draw is a function of (seed, purpose, quarter, entity).
//!
//! Changing one decision therefore changes no other draw, and neither does adding a new purpose.

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use super::normal::quantile;

/// What a draw is for. The number is part of the draw, so never renumber, only append.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Purpose {
    /// The order of the hand-written prospects.
    CardOrder = 1,
    /// An ordinary deal.
    Deal = 2,
    /// Whatever the card of a named deal leaves open.
    NamedDeal = 3,
    /// A customer from before the start.
    StartCustomer = 4,
    /// A renewal.
    Renewal = 5,
    /// An escalation.
    Ceo = 6,
    /// A deal that prospecting found.
    ProspectedDeal = 7,
    /// A special from before the start.
    StartWork = 8,
    /// An open deal after [`Game::turn_luck`](super::Game::turn_luck).
    OtherLuck = 9,
    /// The order of the names.
    Names = 10,
    /// The fit of a customer whom nobody qualified, after [`Game::turn_luck`](super::Game::turn_luck).
    OtherFit = 11,
    /// The size of work that nobody has begun, after [`Game::turn_luck`](super::Game::turn_luck).
    OtherWork = 12,
}

/// Source of all draws of a run.
#[derive(Clone, Debug)]
pub struct Dice {
    key: [u8; 32],
}

impl Dice {
    /// The dice of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let mut key = [0; 32];
        ChaCha8Rng::seed_from_u64(seed).fill(&mut key);
        Self { key }
    }

    /// The draws of one entity.
    #[must_use]
    pub fn roll(&self, purpose: Purpose, quarter: u8, entity: u32) -> Roll {
        let mut rolls = self.rolls(purpose, quarter);
        rolls.of(entity);
        rolls.roll
    }

    /// The draws of many entities. Cheaper than one [`Dice::roll`] for each, as they share a generator.
    #[must_use]
    pub fn rolls(&self, purpose: Purpose, quarter: u8) -> Rolls {
        Rolls { roll: Roll { rng: self.stream(purpose, quarter) } }
    }

    /// The same for entities that need only one number each.
    #[must_use]
    pub fn units(&self, purpose: Purpose, quarter: u8) -> Units {
        Units { rng: self.stream(purpose, quarter), made: None, numbers: [0.0; UNITS as usize] }
    }

    fn stream(&self, purpose: Purpose, quarter: u8) -> ChaCha8Rng {
        let mut rng = ChaCha8Rng::from_seed(self.key);
        rng.set_stream(u64::from(purpose as u8) << 8 | u64::from(quarter));
        rng
    }
}

/// The draws of the entities of a purpose and quarter.
pub struct Rolls {
    roll: Roll,
}

impl Rolls {
    /// The draws of an entity, from its first; each entity has room for 64 numbers.
    pub fn of(&mut self, entity: u32) -> &mut Roll {
        self.roll.rng.set_word_pos(u128::from(entity) * 128);
        &mut self.roll
    }
}

/// One number for each entity of a purpose and quarter, generated in blocks.
pub struct Units {
    rng: ChaCha8Rng,
    /// The block that `numbers` holds.
    made: Option<u32>,
    numbers: [f64; UNITS as usize],
}

/// Numbers per block.
const UNITS: u32 = 32;

impl Units {
    /// The number of an entity, in 0..1.
    pub fn of(&mut self, entity: u32) -> f64 {
        let block = entity / UNITS;
        if self.made != Some(block) {
            self.made = Some(block);
            self.rng.set_word_pos(u128::from(block) * u128::from(UNITS) * 2);
            self.numbers = core::array::from_fn(|_| self.rng.random());
        }
        self.numbers[(entity % UNITS) as usize]
    }
}

/// The draws of one entity, in a fixed order.
pub struct Roll {
    rng: ChaCha8Rng,
}

impl Roll {
    /// A number in 0..1.
    pub fn unit(&mut self) -> f64 {
        self.rng.random::<f64>()
    }

    /// A whole number below `n`; 0 if `n` is 0.
    pub fn below(&mut self, n: u32) -> u32 {
        if n == 0 { 0 } else { self.rng.random_range(0..n) }
    }

    /// A normally distributed number.
    pub fn normal(&mut self) -> f64 {
        // Shifted by half a step, so that neither 0 nor 1 can come up.
        const HALF_STEP: f64 = 1.0 / (1_u64 << 54) as f64;
        quantile(self.unit() + HALF_STEP)
    }

    /// A lognormally distributed factor with median 1.
    pub fn lognormal(&mut self, sigma: f64) -> f64 {
        libm::exp(sigma * self.normal())
    }

    /// Picks an index by weight; the weights sum to about 1.
    pub fn pick(&mut self, weights: impl IntoIterator<Item = f64>) -> usize {
        let mut left = self.unit();
        let mut last = 0;
        for (position, weight) in weights.into_iter().enumerate() {
            last = position;
            if left < weight {
                return position;
            }
            left -= weight;
        }
        last
    }
}
