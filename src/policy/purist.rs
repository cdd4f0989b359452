//! Say no with evidence, keep the product clean, and sell to the ideal customer: the roadmap is the growth.

use super::{Policy, Request, Sight, craft};
use crate::sim::{Allocation, Evidence, House, ProductMove, Response, SalesMove};

pub struct Purist;

impl Policy for Purist {
    fn id(&self) -> &'static str {
        "purist"
    }

    fn allocation(&self, sight: &Sight) -> Allocation {
        sight.split(5, 10, 10)
    }

    /// Evidence first: every no needs some.
    fn product_moves(&self, sight: &Sight) -> Vec<ProductMove> {
        let mut wishes = Vec::new();
        if !sight.has(Evidence::Strategy) {
            wishes.push(ProductMove::PublishStrategy);
        }
        if !sight.has(Evidence::Vision) {
            wishes.push(ProductMove::PublishVision);
        }
        if !sight.has(Evidence::Impact) && !sight.tracking() {
            wishes.push(ProductMove::TrackSpecials);
        }
        wishes.extend(craft::proactive_product(sight));
        wishes
    }

    fn target(&self, sight: &Sight) -> Vec<u8> {
        sight.mix_towards_icp(25)
    }

    fn sales_moves(&self, sight: &Sight) -> Vec<SalesMove> {
        craft::proactive_sales(sight)
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
