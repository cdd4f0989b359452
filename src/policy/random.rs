//! Do anything that is allowed, without looking: what a team that knows nothing would reach.

use super::Policy;
use crate::ids::DealId;
use crate::sight::{Request, Sight};
use crate::sim::{Allocation, Dice, House, ProductMove, Purpose, Reform, Response, Roll, SalesMove};

/// Makes this player's dice differ from the game's.
const OTHER_DICE: u64 = 0x5EED_0FF0;
/// Kinds of choices, each with its own dice.
const ALLOCATION: u32 = 1;
const PRODUCT: u32 = 2;
const SALES: u32 = 3;
const HOUSE: u32 = 4;
const TARGET: u32 = 5;
const PUSHES: u32 = 6;

pub struct Random;

fn dice(sight: &Sight, choice: u32) -> Roll {
    Dice::new(sight.seed() ^ OTHER_DICE).roll(Purpose::Deal, sight.quarter(), choice)
}

fn shuffled<T>(mut items: Vec<T>, roll: &mut Roll) -> Vec<T> {
    for last in (1..items.len()).rev() {
        items.swap(last, roll.below(u32::try_from(last + 1).unwrap_or(1)) as usize);
    }
    items
}

/// Distributes 100 percent over `boxes` at random, in steps of five.
fn thrown(boxes: usize, roll: &mut Roll) -> Vec<u8> {
    let mut shares = vec![0; boxes];
    for _ in 0..20 {
        let at = roll.below(u32::try_from(boxes).unwrap_or(1)) as usize;
        shares[at] += 5;
    }
    shares
}

impl Policy for Random {
    fn id(&self) -> &'static str {
        super::DICE
    }

    fn allocation(&self, sight: &Sight) -> Allocation {
        let shares = thrown(4, &mut dice(sight, ALLOCATION));
        Allocation { roadmap: shares[0], specials: shares[1], repair: shares[2], discovery: shares[3] }
    }

    fn product_moves(&self, sight: &Sight) -> Vec<ProductMove> {
        let mut all = vec![
            ProductMove::FunnelReview,
            ProductMove::WinLoss,
            ProductMove::EnablementKit,
            ProductMove::PublishVision,
            ProductMove::PublishStrategy,
            ProductMove::TrackSpecials,
            ProductMove::BoardPaperProductLed,
        ];
        all.extend(Reform::ALL.map(ProductMove::BoardPaper));
        all.extend(sight.prospects().into_iter().map(|deal| ProductMove::ProspectCall(deal.deal)));
        all.extend(sight.live_specials().into_iter().take(4).map(ProductMove::Sunset));
        shuffled(all, &mut dice(sight, PRODUCT))
    }

    fn target(&self, sight: &Sight) -> Vec<u8> {
        thrown(sight.segments().len(), &mut dice(sight, TARGET))
    }

    fn sales_moves(&self, sight: &Sight) -> Vec<SalesMove> {
        let mut all = vec![
            SalesMove::CoachReps,
            SalesMove::SharePipeline,
            SalesMove::ProspectIcp,
            SalesMove::RepriceOffStrategy,
            SalesMove::SupportPaper,
            SalesMove::BlockPaper,
        ];
        for deal in sight.prospects() {
            let id = deal.deal;
            all.extend([
                SalesMove::Qualify(id),
                SalesMove::BringProductIn(id),
                SalesMove::PrePromise(id),
                SalesMove::Discount(id),
            ]);
        }
        all.extend(sight.renewals().into_iter().take(4).map(SalesMove::SaveRenewal));
        shuffled(all, &mut dice(sight, SALES))
    }

    fn pushes(&self, sight: &Sight) -> Vec<DealId> {
        let all = sight.prospects().into_iter().map(|deal| deal.deal).collect();
        shuffled(all, &mut dice(sight, PUSHES))
    }

    fn house(&self, sight: &Sight) -> House {
        let mut roll = dice(sight, HOUSE);
        let standing = Response::STANDING;
        House { answers: [(); 4].map(|()| standing[roll.below(standing.len() as u32) as usize]) }
    }

    fn answers(&self, sight: &Sight, request: &Request) -> Vec<Response> {
        let mut answers = shuffled(Response::ALL.to_vec(), &mut dice(sight, 1_000 + request.prospect.deal.0));
        answers.retain(|&response| response != Response::RoadmapPromise || sight.quarters_left() > 1);
        answers
    }
}
