//! Product decides: no to every special, no evidence, and a paper that says the company should be product-led.

use super::Policy;
use crate::sight::{Request, Sight};
use crate::sim::{Allocation, House, ProductMove, Response};

/// How many quarters pass between papers to the board.
const PAPER_EVERY: u8 = 3;

pub struct Dictator;

impl Policy for Dictator {
    fn id(&self) -> &'static str {
        "dictator"
    }

    fn allocation(&self, sight: &Sight) -> Allocation {
        sight.split(5, 10, 0)
    }

    fn product_moves(&self, sight: &Sight) -> Vec<ProductMove> {
        if sight.quarter() % PAPER_EVERY == 1 { vec![ProductMove::BoardPaperProductLed] } else { Vec::new() }
    }

    fn house(&self, _: &Sight) -> House {
        House { answers: [Response::Decline; 4] }
    }

    fn answers(&self, _: &Sight, _: &Request) -> Vec<Response> {
        vec![Response::Decline]
    }
}
