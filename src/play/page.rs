//! Pages: what one seat sees of a game now, as plain data. The only way to a seat's page, for every front end.

use schemars::JsonSchema;
use serde::Serialize;

use super::desk::Desk;
use crate::ids::{DealId, Seat};
use crate::run::Log;
use crate::sight::Viewer;
use crate::sim::{Answer, By, Response, Step};
use crate::text::{self, Teller};
use crate::view::{self, Moment};

/// The page of a step.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub enum Page {
    /// A seat reads its briefing.
    Briefing(view::Briefing),
    /// The Product Lead plans.
    ProductDesk {
        /// The desk with the draft.
        desk: Box<view::ProductDesk>,
        /// The product.
        map: view::ProductMap,
        /// What a computer partner announces before the plan.
        announced: Option<String>,
    },
    /// The Sales Lead plans.
    SalesDesk {
        /// The desk with the draft.
        desk: view::SalesDesk,
        /// What a computer partner announces before the plan.
        announced: Option<String>,
    },
    /// Both agree on the house quadrant.
    House {
        /// The quadrant with the draft.
        desk: view::HouseDesk,
        /// What came of the moves in the signed plans.
        outcome: view::MoveOutcome,
        /// What a computer partner says to the draft.
        says: Option<String>,
    },
    /// A seat takes its private stance on a card.
    Stance {
        /// The seat.
        seat: Seat,
        /// The card as this seat knows it.
        card: Box<view::Card>,
        /// The stance in the draft.
        stance: Option<Response>,
    },
    /// Both agree on the answer to a card.
    Table {
        /// The card as both know it.
        card: Box<view::Card>,
        /// All cards of the table.
        tabs: Vec<Tab>,
        /// Whether each seat signed the answer in the draft.
        signed: [(Seat, bool); 2],
        /// What a computer partner says.
        says: Option<String>,
    },
    /// A seat predicts a number.
    Predict {
        /// The seat.
        seat: Seat,
        /// The number.
        predict: view::Predict,
    },
    /// Both read the review.
    Review {
        /// The review.
        review: Box<view::Review>,
        /// The product.
        map: view::ProductMap,
        /// The debt.
        ledger: view::DebtLedger,
        /// What the clock or a stand-in signed.
        signed_for: Vec<String>,
    },
    /// The seat has nothing to do until the other one has acted.
    Waiting,
    /// The game is over.
    Debrief,
}

/// A card of the table as a tab.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Tab {
    /// The deal.
    pub deal: DealId,
    /// The prospect's name.
    pub customer: String,
    /// The answer, once it is in force.
    pub answer: Option<String>,
    /// Whether the CEO chose it.
    pub overruled: bool,
    /// Whether it is the current card.
    pub shown: bool,
}

/// The page of a step; `None` if what the step is about does not exist, which the rules should prevent.
#[must_use]
pub fn page_of(log: &Log, step: &Step, desk: &Desk, teller: &Teller) -> Option<Page> {
    let (game, draft, partner) = (log.game(), desk.draft(), log.partner());
    let announced = || view::announced(game, teller, &partner?);
    Some(match *step {
        Step::ReadBriefing(seat) => Page::Briefing(view::briefing(game, teller, seat)),
        Step::Plan(Seat::Product) => {
            let desk = view::product_desk(game, teller, &draft.product);
            let desk = match &partner {
                Some(partner) => desk.with_doors(&view::opened(game, partner)),
                None => desk,
            };
            let map = view::product_map(game, teller, Moment::Now);
            Page::ProductDesk { desk: Box::new(desk), map, announced: announced() }
        }
        Step::Plan(Seat::Sales) => {
            Page::SalesDesk { desk: view::sales_desk(game, teller, &draft.sales), announced: announced() }
        }
        Step::House(_) => Page::House {
            desk: view::house(game, teller, &draft.house),
            outcome: view::outcome(game, teller, Viewer::Table, log.events(game.state().quarter)),
            says: partner.and_then(|partner| view::partner_proposes(game, teller, &partner, &draft.house)),
        },
        Step::Stance(seat, deal) => {
            let stance = draft.stance.map(Answer::plain);
            let card = view::card(game, teller, Viewer::Seat(seat), deal, stance.as_ref())?;
            Page::Stance { seat, card: Box::new(card), stance: draft.stance }
        }
        Step::Answer(_, deal) => {
            let card = view::card(game, teller, Viewer::Table, deal, draft.answer.as_ref())?;
            Page::Table {
                signed: signed(log, &card, draft.answer),
                tabs: tabs(log, desk, teller),
                says: partner.and_then(|partner| view::partner_says(game, teller, &partner, deal)),
                card: Box::new(card),
            }
        }
        Step::Predict(seat) => Page::Predict { seat, predict: view::predict(game, teller) },
        Step::ReadReview(_) => Page::Review {
            review: Box::new(view::review(game, teller, game.state().quarter)?),
            map: view::product_map(game, teller, Moment::Now),
            ledger: view::debt_ledger(game, teller),
            signed_for: log.signed_in(game.state().quarter).map_or_else(Vec::new, |log| view::signed_for(teller, log)),
        },
        Step::Debrief => Page::Debrief,
    })
}

/// Whether each seat signed an answer. If a computer partner made the last offer, the person can still sign an answer
/// that they already signed.
fn signed(log: &Log, card: &view::Card, answer: Option<Answer>) -> [(Seat, bool); 2] {
    let ask = log.game().state().deals.get(&card.deal).and_then(|deal| deal.ask.as_ref());
    let offered = ask.and_then(|ask| ask.signed_last).is_some_and(|last| !log.human(last));
    card.signed.clone().map(|(seat, signed, _)| (seat, signed.is_some() && signed == answer && !offered))
}

fn tabs(log: &Log, desk: &Desk, teller: &Teller) -> Vec<Tab> {
    let state = log.game().state();
    let settled = |deal| state.deals.get(&deal).and_then(|deal| deal.ask.as_ref()?.answer);
    let tab = |&deal: &DealId| Tab {
        deal,
        customer: text::deal_name(teller, state, deal),
        answer: settled(deal).map(|settled| text::response(teller, settled.answer.response)),
        overruled: settled(deal).is_some_and(|settled| matches!(settled.by, By::Ceo(_))),
        shown: desk.card() == Some(deal),
    };
    state.cards().iter().map(tab).collect()
}
