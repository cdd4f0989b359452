//! What several strategies do in the same way: the quadrant, proactive work, pushes, predictions.

use super::{Request, Sight};
use crate::sim::formula::{last_measure, most, predicted, telling_width};
use crate::sim::{Cell, DealId, Evidence, Game, House, ProductMove, Quantity, Range, Reform, Response, SalesMove};

/// The last quarter in which a reform is worth asking for.
const LAST_PAPER: u8 = 5;
/// A prediction reaches this far to both sides of the last number, relative to the width that tells nothing.
const PREDICTION: f64 = 0.25;

/// Small and aligned: build it. Big and aligned: build it for everybody. Small and off strategy: only the part that
/// carries the deal. Big and off strategy: no. Whatever solves the true need goes first.
pub fn quadrant(request: &Request) -> Vec<Response> {
    let by_cell: &[Response] = match request.cell {
        Cell::SmallOn => &[Response::BuildAsAsked, Response::Descope, Response::ProductiseLater],
        Cell::BigOn => &[Response::ProductiseLater, Response::Descope],
        Cell::SmallOff => &[Response::Descope, Response::PaidExtension, Response::Decline],
        Cell::BigOff => &[Response::Decline, Response::PaidExtension],
    };
    let mut answers = vec![Response::AlreadyHave];
    if request.cell != Cell::BigOff {
        answers.push(Response::Simplify);
    }
    answers.extend(by_cell);
    answers
}

/// The quadrant while there is room for work; no more than what is covered, and nothing new, past it.
pub fn quadrant_within(sight: &Sight, request: &Request, most: f64) -> Vec<Response> {
    if sight.promised_share() < most {
        quadrant(request)
    } else {
        vec![Response::AlreadyHave, Response::Simplify, Response::Decline]
    }
}

/// The standing answers of the quadrant while there is room for work: small asks on strategy get the part that
/// carries the deal, big ones are built for everybody; past it, small asks hear no.
pub fn house_within(sight: &Sight, most: f64) -> House {
    if sight.promised_share() < most {
        House { answers: [Response::Descope, Response::ProductiseLater, Response::Decline, Response::Decline] }
    } else {
        House { answers: [Response::Decline; 4] }
    }
}

/// Push the largest deals that close now, one token each.
pub fn push_the_largest(sight: &Sight) -> Vec<DealId> {
    let quarter = sight.quarter();
    sight.prospects().into_iter().filter(|deal| deal.closes.0 == quarter).map(|deal| deal.deal).collect()
}

/// The largest prospect of this quarter whose need nobody found yet: product calls, sales opens the door.
fn worth_a_call(sight: &Sight) -> Option<DealId> {
    let quarter = sight.quarter();
    let mut unknown = sight.prospects().into_iter().filter(|deal| deal.closes.0 == quarter && !deal.need_known);
    unknown.next().map(|deal| deal.deal)
}

/// Publish the strategy once, keep the kit going, talk to prospects, and have evidence.
pub fn proactive_product(sight: &Sight) -> Vec<ProductMove> {
    let mut wishes = Vec::new();
    if !sight.strategy_published() {
        wishes.push(ProductMove::PublishStrategy);
    }
    if !sight.has(Evidence::Impact) && !sight.tracking() && sight.strategy_published() {
        wishes.push(ProductMove::TrackSpecials);
    }
    if sight.quarter() > 1 {
        wishes.push(ProductMove::EnablementKit);
    }
    wishes.extend(worth_a_call(sight).into_iter().map(ProductMove::ProspectCall));
    wishes.extend([ProductMove::FunnelReview, ProductMove::PublishVision, ProductMove::WinLoss]);
    wishes
}

/// Open the door for product's calls, coach on the kit, and look for prospects that fit.
pub fn proactive_sales(sight: &Sight) -> Vec<SalesMove> {
    let mut wishes: Vec<SalesMove> = worth_a_call(sight).into_iter().map(SalesMove::BringProductIn).collect();
    if sight.quarter() > 1 {
        wishes.push(SalesMove::CoachReps);
    }
    wishes.extend([SalesMove::ProspectIcp, SalesMove::SharePipeline]);
    wishes
}

/// Whether a reform is still to be asked for; after the middle of a game it pays too late.
pub fn asking(sight: &Sight, reform: Reform) -> bool {
    !sight.adopted(reform) && sight.quarter() <= LAST_PAPER
}

/// The paper as soon as there is enough evidence, and evidence until then.
pub fn ask_the_board(sight: &Sight, reform: Reform) -> Vec<ProductMove> {
    if !asking(sight, reform) {
        return Vec::new();
    }
    vec![ProductMove::BoardPaper(reform), ProductMove::TrackSpecials, ProductMove::PublishVision, ProductMove::WinLoss]
}

/// Sales stands behind the paper in the quarter in which it can be written.
pub fn stand_behind(sight: &Sight, reform: Reform) -> Vec<SalesMove> {
    let ready = asking(sight, reform) && sight.product_can(&[], ProductMove::BoardPaper(reform));
    if ready { vec![SalesMove::SupportPaper] } else { Vec::new() }
}

/// The last number, with some room to both sides.
pub fn predict(game: &Game) -> Range {
    let (scenario, state) = (game.scenario(), game.state());
    let number = predicted(scenario, state.quarter);
    let last = match number {
        crate::scenario::Measure::Bookings => state.get(Quantity::Quota),
        other => last_measure(scenario, state, other),
    };
    let reach = PREDICTION * telling_width(number, last);
    Range { low: last - reach, high: (last + reach).min(most(number).unwrap_or(f64::INFINITY)) }
}
