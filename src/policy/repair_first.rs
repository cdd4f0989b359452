//! Stop digging: no new specials and a third of engineering on repair for three quarters, then answer by the quadrant.

use super::quadrant_proactive::QuadrantProactive;
use super::{Policy, craft};
use crate::sight::{Request, Sight};
use crate::sim::{Allocation, House, ProductMove, Reform, Response, SalesMove};

/// Quarters of repair before anything new.
const REPAIR: u8 = 3;
/// Coherence at which heavy repair can stop.
const SOUND: f64 = 0.75;

/// The rule that limits new specials afterwards.
const REFORM: Reform = Reform::SpecialsBudget;

pub struct RepairFirst;

impl Policy for RepairFirst {
    fn id(&self) -> &'static str {
        "repair-first"
    }

    fn allocation(&self, sight: &Sight) -> Allocation {
        match (sight.quarter() <= REPAIR, sight.coherence() < SOUND) {
            (true, _) => sight.split(20, 40, 5),
            (false, true) => sight.split(25, 20, 10),
            (false, false) => sight.split(30, 5, 10),
        }
    }

    fn product_moves(&self, sight: &Sight) -> Vec<ProductMove> {
        let mut wishes = if sight.quarter() > 1 { craft::ask_the_board(sight, REFORM) } else { Vec::new() };
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
        if sight.quarter() <= REPAIR {
            House { answers: [Response::Decline; 4] }
        } else {
            QuadrantProactive.house(sight)
        }
    }

    fn answers(&self, sight: &Sight, request: &Request) -> Vec<Response> {
        if sight.quarter() <= REPAIR {
            vec![Response::AlreadyHave, Response::Decline]
        } else {
            QuadrantProactive.answers(sight, request)
        }
    }

    fn defends(&self) -> bool {
        true
    }
}
