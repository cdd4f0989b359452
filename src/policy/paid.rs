//! Customers who want something special pay for it; what many want is built once, for everybody.

use super::{Policy, craft};
use crate::sight::{Request, Sight};
use crate::sim::{Allocation, House, ProductMove, Reform, Response, SalesMove};

/// With promised work above this share of a quarter's engineering, it takes no more.
const MOST: f64 = 0.25;
/// Below this coherence, repair gets more than it takes to keep up.
const SOUND: f64 = 0.8;
/// How many requests on a theme it takes to build it for everybody.
const SHARED: usize = 3;
/// Alignment that this takes as well.
const ALIGNED: f64 = 0.6;

/// The rule change that it asks the board for.
const REFORM: Reform = Reform::PaidOnly;

pub struct Paid;

impl Policy for Paid {
    fn id(&self) -> &'static str {
        "paid"
    }

    fn allocation(&self, sight: &Sight) -> Allocation {
        if sight.coherence() < SOUND { sight.split(35, 15, 5) } else { sight.split(35, 5, 5) }
    }

    fn product_moves(&self, sight: &Sight) -> Vec<ProductMove> {
        let mut wishes = craft::ask_the_board(sight, REFORM);
        wishes.extend(craft::proactive_product(sight));
        wishes
    }

    fn target(&self, sight: &Sight) -> Vec<u8> {
        sight.mix_towards_icp(20)
    }

    fn sales_moves(&self, sight: &Sight) -> Vec<SalesMove> {
        let mut wishes = craft::stand_behind(sight, REFORM);
        wishes.extend(craft::proactive_sales(sight));
        wishes
    }

    fn house(&self, sight: &Sight) -> House {
        let small = if sight.promised_share() < MOST { Response::PaidExtension } else { Response::Decline };
        House { answers: [small; 4] }
    }

    fn answers(&self, sight: &Sight, request: &Request) -> Vec<Response> {
        if sight.promised_share() > MOST {
            return vec![Response::AlreadyHave, Response::Decline];
        }
        let shared = request.alignment >= ALIGNED && request.asked_before >= SHARED;
        let own = if shared { Response::ProductiseLater } else { Response::PaidExtension };
        vec![Response::AlreadyHave, own, Response::PaidExtension]
    }

    fn defends(&self) -> bool {
        true
    }
}
