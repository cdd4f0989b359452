//! Change the rules instead of the cases: collect evidence at once, ask the board in money by the third quarter, then
//! answer by the quadrant.

use super::quadrant_proactive::QuadrantProactive;
use super::{Policy, craft};
use crate::sight::{Request, Sight};
use crate::sim::{Allocation, House, ProductMove, Reform, Response, SalesMove};

/// The rule change that it asks for.
const REFORM: Reform = Reform::RetainedCommission;

pub struct Reformer;

impl Policy for Reformer {
    fn id(&self) -> &'static str {
        "reformer"
    }

    fn allocation(&self, sight: &Sight) -> Allocation {
        QuadrantProactive.allocation(sight)
    }

    fn product_moves(&self, sight: &Sight) -> Vec<ProductMove> {
        let mut wishes = craft::ask_the_board(sight, REFORM);
        wishes.extend(QuadrantProactive.product_moves(sight));
        wishes
    }

    fn target(&self, sight: &Sight) -> Vec<u8> {
        QuadrantProactive.target(sight)
    }

    fn sales_moves(&self, sight: &Sight) -> Vec<SalesMove> {
        let mut wishes = craft::stand_behind(sight, REFORM);
        wishes.extend(QuadrantProactive.sales_moves(sight));
        wishes
    }

    fn house(&self, sight: &Sight) -> House {
        QuadrantProactive.house(sight)
    }

    fn answers(&self, sight: &Sight, request: &Request) -> Vec<Response> {
        QuadrantProactive.answers(sight, request)
    }

    /// Keeps its evidence for the board.
    fn defends(&self) -> bool {
        false
    }
}
