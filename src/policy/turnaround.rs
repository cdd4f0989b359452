//! Let off-strategy customers pay or leave and sunset old specials for three quarters, then answer by the quadrant.

use super::Policy;
use super::quadrant_proactive::QuadrantProactive;
use crate::sight::{Request, Sight};
use crate::sim::{Allocation, House, ProductMove, Response, SalesMove};

/// Quarters of cutting before anything new.
const CUT: u8 = 3;

pub struct Turnaround;

impl Policy for Turnaround {
    fn id(&self) -> &'static str {
        "turnaround"
    }

    fn allocation(&self, sight: &Sight) -> Allocation {
        if sight.quarter() <= CUT { sight.split(20, 15, 5) } else { QuadrantProactive.allocation(sight) }
    }

    fn product_moves(&self, sight: &Sight) -> Vec<ProductMove> {
        if sight.quarter() <= CUT {
            sight.live_specials().into_iter().map(ProductMove::Sunset).collect()
        } else {
            QuadrantProactive.product_moves(sight)
        }
    }

    fn target(&self, sight: &Sight) -> Vec<u8> {
        QuadrantProactive.target(sight)
    }

    fn sales_moves(&self, sight: &Sight) -> Vec<SalesMove> {
        if sight.quarter() > CUT {
            return QuadrantProactive.sales_moves(sight);
        }
        let largest = sight.renewals().into_iter().take(1).map(SalesMove::SaveRenewal);
        [SalesMove::RepriceOffStrategy].into_iter().chain(largest).collect()
    }

    fn house(&self, sight: &Sight) -> House {
        if sight.quarter() <= CUT {
            House { answers: [Response::Descope, Response::Decline, Response::Decline, Response::Decline] }
        } else {
            QuadrantProactive.house(sight)
        }
    }

    fn answers(&self, sight: &Sight, request: &Request) -> Vec<Response> {
        if sight.quarter() <= CUT {
            vec![Response::AlreadyHave, Response::Decline]
        } else {
            QuadrantProactive.answers(sight, request)
        }
    }

    fn defends(&self) -> bool {
        true
    }
}
