//! Building blocks that several strategies share: the quadrant, proactive work, pushes, predictions.

use crate::ids::DealId;
use crate::sight::{Request, Sight};
use crate::sim::formula::{last_measure, most, predicted, telling_width};
use crate::sim::{Cell, Evidence, Game, House, ProductMove, Quantity, Range, Reform, Response, SalesMove};

/// The last quarter in which a reform is worth asking for.
const LAST_PAPER: u8 = 5;
/// How far a prediction reaches to each side of the last number, relative to the width at which it would be worthless.
const PREDICTION: f64 = 0.25;

/// Small and aligned: build it. Big and aligned: build it for everybody. Small and off strategy: build only the part
/// that carries the deal. Big and off strategy: no. Except for the last, solving the true need is preferred if it is
/// known.
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

/// The quadrant while there is room for work; after that, only what is covered or solves the true need.
pub fn quadrant_within(sight: &Sight, request: &Request, most: f64) -> Vec<Response> {
    if sight.promised_share() < most {
        quadrant(request)
    } else {
        vec![Response::AlreadyHave, Response::Simplify, Response::Decline]
    }
}

/// Standing answers while there is room for work: small asks on strategy get the part that carries the deal, big ones
/// on strategy are built for everybody, the rest are declined. Without room, all are declined.
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

/// The largest prospect of this quarter whose need is not known. Both seats use it, so that product calls whom sales
/// brings in.
fn worth_a_call(sight: &Sight) -> Option<DealId> {
    let quarter = sight.quarter();
    let mut unknown = sight.prospects().into_iter().filter(|deal| deal.closes.0 == quarter && !deal.need_known);
    unknown.next().map(|deal| deal.deal)
}

/// Publish the strategy once, write the kit every quarter, talk to prospects, and keep evidence in stock.
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

/// Bring product in for its calls, coach on the kit, and look for prospects that fit.
pub fn proactive_sales(sight: &Sight) -> Vec<SalesMove> {
    let mut wishes: Vec<SalesMove> = worth_a_call(sight).into_iter().map(SalesMove::BringProductIn).collect();
    if sight.quarter() > 1 {
        wishes.push(SalesMove::CoachReps);
    }
    wishes.extend([SalesMove::ProspectIcp, SalesMove::SharePipeline]);
    wishes
}

/// Whether to ask for a reform; after the middle of the game it pays off too late.
pub fn asking(sight: &Sight, reform: Reform) -> bool {
    !sight.adopted(reform) && sight.quarter() <= LAST_PAPER
}

/// Write the paper as soon as there is enough evidence, and collect evidence until then.
pub fn ask_the_board(sight: &Sight, reform: Reform) -> Vec<ProductMove> {
    if !asking(sight, reform) {
        return Vec::new();
    }
    vec![ProductMove::BoardPaper(reform), ProductMove::TrackSpecials, ProductMove::PublishVision, ProductMove::WinLoss]
}

/// Support the paper in the quarter in which it can be written.
pub fn stand_behind(sight: &Sight, reform: Reform) -> Vec<SalesMove> {
    let ready = asking(sight, reform) && sight.product_can(&[], ProductMove::BoardPaper(reform));
    if ready { vec![SalesMove::SupportPaper] } else { Vec::new() }
}

/// Predicts the last number, or the quota for bookings, with some room on both sides.
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
