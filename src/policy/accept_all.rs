//! Say yes to whatever is asked, exactly as asked: a deal in the hand is worth the work.

use super::Policy;
use crate::sight::{Request, Sight};
use crate::sim::{Allocation, House, Response, SalesMove};

pub struct AcceptAll;

impl Policy for AcceptAll {
    fn id(&self) -> &'static str {
        "accept-all"
    }

    fn allocation(&self, sight: &Sight) -> Allocation {
        sight.split(60, 0, 0)
    }

    fn sales_moves(&self, sight: &Sight) -> Vec<SalesMove> {
        let discounts = sight.prospects().into_iter().take(2).map(|deal| SalesMove::Discount(deal.deal));
        discounts.chain([SalesMove::ProspectIcp]).collect()
    }

    fn house(&self, _: &Sight) -> House {
        House { answers: [Response::BuildAsAsked; 4] }
    }

    fn answers(&self, _: &Sight, _: &Request) -> Vec<Response> {
        vec![Response::BuildAsAsked]
    }
}
