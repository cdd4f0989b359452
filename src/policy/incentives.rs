//! Each lead does what the pay rewards: who is paid on bookings says yes, who is paid on what lasts answers by the
//! quadrant, and the CEO settles the rest.

use super::opportunist::Opportunist;
use super::quadrant::Quadrant;
use super::{Policy, Request, Sight};
use crate::scenario::Pay;
use crate::sim::{Allocation, House, ProductMove, Response, SalesMove, Seat};

pub struct Incentives;

impl Incentives {
    /// How a lead plays that is paid like this.
    fn paid(pay: Pay) -> &'static dyn Policy {
        match pay {
            Pay::Bookings => &Opportunist,
            Pay::Outcomes | Pay::RetainedArr => &Quadrant,
        }
    }

    /// Over the table product speaks first: the specials are built by its people.
    fn by_pay(sight: &Sight) -> &'static dyn Policy {
        Self::paid(sight.pay(sight.seat().unwrap_or(Seat::Product)))
    }
}

impl Policy for Incentives {
    fn id(&self) -> &'static str {
        "incentives"
    }

    fn allocation(&self, sight: &Sight) -> Allocation {
        Self::by_pay(sight).allocation(sight)
    }

    fn product_moves(&self, sight: &Sight) -> Vec<ProductMove> {
        Self::by_pay(sight).product_moves(sight)
    }

    fn target(&self, sight: &Sight) -> Vec<u8> {
        Self::by_pay(sight).target(sight)
    }

    fn sales_moves(&self, sight: &Sight) -> Vec<SalesMove> {
        Self::by_pay(sight).sales_moves(sight)
    }

    fn house(&self, sight: &Sight) -> House {
        Self::by_pay(sight).house(sight)
    }

    fn answers(&self, sight: &Sight, request: &Request) -> Vec<Response> {
        Self::by_pay(sight).answers(sight, request)
    }
}
