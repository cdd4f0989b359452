//! Take the specials that bring the most money per week of work, up to a third of engineering.

use super::Policy;
use crate::sight::{Request, Sight};
use crate::sim::{Allocation, House, Response, SalesMove};

/// With promised work above this share of a quarter's engineering, it takes no more.
const MOST: f64 = 0.35;
/// ARR in dollars per week of work from which a special is worth it.
const GOOD: f64 = 6_000.0;

pub struct Opportunist;

impl Policy for Opportunist {
    fn id(&self) -> &'static str {
        "opportunist"
    }

    fn allocation(&self, sight: &Sight) -> Allocation {
        sight.split(45, 0, 0)
    }

    fn sales_moves(&self, sight: &Sight) -> Vec<SalesMove> {
        let mut wishes: Vec<SalesMove> =
            sight.prospects().into_iter().map(|deal| SalesMove::Discount(deal.deal)).take(2).collect();
        wishes.push(SalesMove::ProspectIcp);
        wishes
    }

    fn house(&self, _: &Sight) -> House {
        House { answers: [Response::BuildAsAsked, Response::Descope, Response::BuildAsAsked, Response::Decline] }
    }

    fn answers(&self, sight: &Sight, request: &Request) -> Vec<Response> {
        let per_week = request.prospect.arr / request.effort.max(1.0);
        if sight.promised_share() > MOST {
            vec![Response::AlreadyHave, Response::Decline]
        } else if per_week >= GOOD {
            vec![Response::AlreadyHave, Response::BuildAsAsked, Response::Simplify, Response::Descope]
        } else {
            vec![Response::AlreadyHave, Response::Descope, Response::Simplify, Response::Decline]
        }
    }
}
