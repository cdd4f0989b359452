//! Say no with evidence, keep the product clean, and sell to the ideal customer: the roadmap is the growth.

use super::{Policy, craft};
use crate::sight::{Request, Sight};
use crate::sim::{Allocation, Evidence, House, ProductMove, Response, SalesMove};

/// Below this coherence, repair gets more than it takes to keep up.
const SOUND: f64 = 0.8;

pub struct Purist;

impl Policy for Purist {
    fn id(&self) -> &'static str {
        "purist"
    }

    fn allocation(&self, sight: &Sight) -> Allocation {
        if sight.coherence() < SOUND { sight.split(5, 15, 10) } else { sight.split(5, 5, 10) }
    }

    /// Publish the strategy first, then write the kit, and gather evidence with the attention left, since every no
    /// needs some. If attention remains, look at the requests to come.
    fn product_moves(&self, sight: &Sight) -> Vec<ProductMove> {
        let mut wishes = Vec::new();
        if !sight.strategy_published() {
            wishes.push(ProductMove::PublishStrategy);
        }
        if sight.quarter() > 1 {
            wishes.push(ProductMove::EnablementKit);
        }
        if !sight.has(Evidence::Vision) {
            wishes.push(ProductMove::PublishVision);
        }
        if !sight.has(Evidence::Impact) && !sight.tracking() {
            wishes.push(ProductMove::TrackSpecials);
        }
        wishes.push(ProductMove::FunnelReview);
        wishes.extend(craft::proactive_product(sight));
        wishes
    }

    fn target(&self, sight: &Sight) -> Vec<u8> {
        sight.mix_towards_icp(25)
    }

    fn sales_moves(&self, sight: &Sight) -> Vec<SalesMove> {
        let mut wishes = craft::proactive_sales(sight);
        wishes.truncate(2);
        wishes.extend(sight.prospects().into_iter().map(|deal| SalesMove::Qualify(deal.deal)));
        wishes
    }

    fn house(&self, _: &Sight) -> House {
        House { answers: [Response::Decline; 4] }
    }

    fn answers(&self, _: &Sight, _: &Request) -> Vec<Response> {
        vec![Response::AlreadyHave, Response::Decline]
    }

    fn defends(&self) -> bool {
        true
    }
}
