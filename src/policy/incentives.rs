//! Each lead does what the pay rewards: a lead paid on bookings says yes, a lead paid on lasting results answers by the
//! quadrant, and the CEO settles the rest.

use super::opportunist::Opportunist;
use super::quadrant::Quadrant;
use super::{Policy, craft};
use crate::ids::Seat;
use crate::scenario::Pay;
use crate::sight::{Request, Sight};
use crate::sim::{Allocation, House, ProductMove, Reform, Response, SalesMove};

/// The rule that product would change and sales would keep.
const REFORM: Reform = Reform::RetainedCommission;

pub struct Incentives;

impl Incentives {
    /// The policy of a lead with this kind of pay.
    fn paid(pay: Pay) -> &'static dyn Policy {
        match pay {
            Pay::Bookings => &Opportunist,
            Pay::Outcomes | Pay::RetainedArr => &Quadrant,
        }
    }

    /// At the table product's pay decides, because its people build the specials.
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

    /// A product lead who is not paid on bookings wants to change the pay of a sales lead who is.
    fn product_moves(&self, sight: &Sight) -> Vec<ProductMove> {
        let mut wishes = Vec::new();
        if sight.pay(Seat::Product) != Pay::Bookings && sight.pay(Seat::Sales) == Pay::Bookings {
            wishes.extend(craft::ask_the_board(sight, REFORM));
        }
        wishes.extend(Self::by_pay(sight).product_moves(sight));
        wishes
    }

    fn target(&self, sight: &Sight) -> Vec<u8> {
        Self::by_pay(sight).target(sight)
    }

    /// A sales lead who is paid on bookings blocks that paper.
    fn sales_moves(&self, sight: &Sight) -> Vec<SalesMove> {
        let mut wishes = Vec::new();
        if sight.pay(Seat::Sales) == Pay::Bookings && sight.product_can(&[], ProductMove::BoardPaper(REFORM)) {
            wishes.push(SalesMove::BlockPaper);
        }
        wishes.extend(Self::by_pay(sight).sales_moves(sight));
        wishes
    }

    fn house(&self, sight: &Sight) -> House {
        Self::by_pay(sight).house(sight)
    }

    fn answers(&self, sight: &Sight, request: &Request) -> Vec<Response> {
        Self::by_pay(sight).answers(sight, request)
    }

    /// Evidence may convince the CEO, but it does not change a bonus.
    fn listens(&self) -> bool {
        false
    }

    fn defends(&self) -> bool {
        true
    }
}
