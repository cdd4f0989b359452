//! Say no to every special and put all engineering on the roadmap; sales sells what is there.

use super::Policy;
use crate::sight::{Request, Sight};
use crate::sim::{Allocation, House, Response, SalesMove};

pub struct DeclineAll;

impl Policy for DeclineAll {
    fn id(&self) -> &'static str {
        "decline-all"
    }

    fn allocation(&self, sight: &Sight) -> Allocation {
        sight.split(5, 5, 0)
    }

    fn sales_moves(&self, _: &Sight) -> Vec<SalesMove> {
        vec![SalesMove::ProspectIcp]
    }

    fn house(&self, _: &Sight) -> House {
        House { answers: [Response::Decline; 4] }
    }

    fn answers(&self, _: &Sight, _: &Request) -> Vec<Response> {
        vec![Response::Decline]
    }
}
