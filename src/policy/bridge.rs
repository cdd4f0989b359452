//! Borrow for three quarters to reach solid ground, then clean up and answer by the quadrant.

use super::Policy;
use super::opportunist::Opportunist;
use super::quadrant_proactive::QuadrantProactive;
use crate::ids::DealId;
use crate::sight::{Request, Sight};
use crate::sim::{Allocation, Cell, House, ProductMove, Response, SalesMove};

/// Quarters of borrowing.
const BORROW: u8 = 3;

pub struct Bridge;

impl Bridge {
    fn today(sight: &Sight) -> &'static dyn Policy {
        if sight.quarter() <= BORROW { &Opportunist } else { &QuadrantProactive }
    }
}

impl Policy for Bridge {
    fn id(&self) -> &'static str {
        "bridge"
    }

    /// After borrowing, repair gets more than the quadrant would give it.
    fn allocation(&self, sight: &Sight) -> Allocation {
        if sight.quarter() <= BORROW { Opportunist.allocation(sight) } else { sight.split(30, 15, 10) }
    }

    fn product_moves(&self, sight: &Sight) -> Vec<ProductMove> {
        Self::today(sight).product_moves(sight)
    }

    fn target(&self, sight: &Sight) -> Vec<u8> {
        Self::today(sight).target(sight)
    }

    /// In the last quarter of borrowing, sales promises the special of the first prospect before asking.
    fn sales_moves(&self, sight: &Sight) -> Vec<SalesMove> {
        let largest = sight.prospects().into_iter().take(1).map(|deal| SalesMove::PrePromise(deal.deal));
        let borrowing = largest.filter(|_| sight.quarter() == BORROW);
        borrowing.chain(Self::today(sight).sales_moves(sight)).collect()
    }

    fn pushes(&self, sight: &Sight) -> Vec<DealId> {
        Self::today(sight).pushes(sight)
    }

    fn house(&self, sight: &Sight) -> House {
        Self::today(sight).house(sight)
    }

    /// Big, off-strategy asks get a promised date instead of work, which is another way of borrowing.
    fn answers(&self, sight: &Sight, request: &Request) -> Vec<Response> {
        let mut answers = Self::today(sight).answers(sight, request);
        if sight.quarter() <= BORROW && request.cell == Cell::BigOff {
            answers.insert(0, Response::RoadmapPromise);
        }
        answers
    }

    fn defends(&self) -> bool {
        true
    }
}
