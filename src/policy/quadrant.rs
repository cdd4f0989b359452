//! Sort every special by effort and strategic alignment, answer by its cell, and keep specials to a fifth of
//! engineering.

use super::{Policy, craft};
use crate::sight::{Request, Sight};
use crate::sim::{Allocation, House, Response};

/// With promised work above this share of a quarter's engineering, it takes no more.
const MOST: f64 = 0.2;

pub struct Quadrant;

impl Policy for Quadrant {
    fn id(&self) -> &'static str {
        "quadrant"
    }

    fn allocation(&self, sight: &Sight) -> Allocation {
        sight.split(35, 0, 5)
    }

    fn house(&self, sight: &Sight) -> House {
        craft::house_within(sight, MOST)
    }

    fn answers(&self, sight: &Sight, request: &Request) -> Vec<Response> {
        craft::quadrant_within(sight, request, MOST)
    }
}
