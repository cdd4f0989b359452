//! Answer by the quadrant, and work early with sales on fit, needs and evidence, so fewer and better requests come.

use super::{Policy, craft};
use crate::sight::{Request, Sight};
use crate::sim::{Allocation, House, ProductMove, Response, SalesMove};

/// With promised work above this share of a quarter's engineering, it takes no more.
const MOST: f64 = 0.2;

/// Below this coherence, repair gets more than it takes to keep up.
const SOUND: f64 = 0.8;

pub struct QuadrantProactive;

impl Policy for QuadrantProactive {
    fn id(&self) -> &'static str {
        "quadrant-proactive"
    }

    fn allocation(&self, sight: &Sight) -> Allocation {
        if sight.coherence() < SOUND { sight.split(30, 15, 10) } else { sight.split(30, 5, 10) }
    }

    fn product_moves(&self, sight: &Sight) -> Vec<ProductMove> {
        craft::proactive_product(sight)
    }

    fn target(&self, sight: &Sight) -> Vec<u8> {
        sight.mix_towards_icp(20)
    }

    fn sales_moves(&self, sight: &Sight) -> Vec<SalesMove> {
        craft::proactive_sales(sight)
    }

    fn house(&self, sight: &Sight) -> House {
        craft::house_within(sight, MOST)
    }

    fn answers(&self, sight: &Sight, request: &Request) -> Vec<Response> {
        craft::quadrant_within(sight, request, MOST)
    }

    fn defends(&self) -> bool {
        true
    }
}
