//! Change the rule instead of the cases: collect evidence at once, ask the board in money by the third quarter, then
//! answer by the quadrant.

use super::quadrant_proactive::QuadrantProactive;
use super::{Policy, Request, Sight};
use crate::sim::{Allocation, House, ProductMove, Reform, Response, SalesMove};

/// Until when the board is asked; later it pays too late.
const LATEST: u8 = 5;

pub struct Reformer;

impl Reformer {
    /// Whether the board is still to be asked.
    fn asking(sight: &Sight) -> bool {
        !sight.adopted(Reform::RetainedCommission) && sight.quarter() <= LATEST
    }
}

impl Policy for Reformer {
    fn id(&self) -> &'static str {
        "reformer"
    }

    fn allocation(&self, sight: &Sight) -> Allocation {
        QuadrantProactive.allocation(sight)
    }

    fn product_moves(&self, sight: &Sight) -> Vec<ProductMove> {
        let mut wishes = Vec::new();
        if Self::asking(sight) {
            wishes.extend([
                ProductMove::BoardPaper(Reform::RetainedCommission),
                ProductMove::TrackSpecials,
                ProductMove::PublishVision,
                ProductMove::WinLoss,
            ]);
        }
        wishes.extend(QuadrantProactive.product_moves(sight));
        wishes
    }

    fn target(&self, sight: &Sight) -> Vec<u8> {
        QuadrantProactive.target(sight)
    }

    fn sales_moves(&self, sight: &Sight) -> Vec<SalesMove> {
        let mut wishes = Vec::new();
        if Self::asking(sight) && sight.product_can(&[], ProductMove::BoardPaper(Reform::RetainedCommission)) {
            wishes.push(SalesMove::SupportPaper);
        }
        wishes.extend(QuadrantProactive.sales_moves(sight));
        wishes
    }

    fn house(&self, sight: &Sight) -> House {
        QuadrantProactive.house(sight)
    }

    fn answers(&self, sight: &Sight, request: &Request) -> Vec<Response> {
        QuadrantProactive.answers(sight, request)
    }

    /// Evidence is kept for the board until it has decided.
    fn defends(&self) -> bool {
        false
    }
}
