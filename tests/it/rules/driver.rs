//! Plays quarters for the tests of the rules, so that two games can differ in a single decision.

use std::sync::Arc;

use off_roadmap::ids::{DealId, Seat, WorkId};
use off_roadmap::scenario::Scenario;
use off_roadmap::sim::{
    Allocation, Answer, Command, Customer, Deal, Event, Game, House, Phase, ProductMove, ProductPlan, Quantity, Range,
    Refusal, Response, Rule, SalesMove, SalesPlan, Step, Work,
};

use crate::view::driver::scenario;

/// The deal of the first card of a laboratory, which is decided in the first quarter.
pub const CARD: DealId = DealId(1000);
/// Standing answers that cause no work.
pub const NO_HOUSE: House = House { answers: [Response::Decline; 4] };

/// The laboratory: the minimal scenario with only the named prospects, of whom the first is decided in the first
/// quarter. Nobody else asks for anything, and everybody who gets a yes signs.
pub fn lab(cards: &[&str]) -> Scenario {
    let mut lab = scenario(&[]);
    let card = |id: &&str| lab.specials.iter().find(|card| card.id == **id).cloned().expect("a card of the fixture");
    lab.specials = cards.iter().map(card).collect();
    for (at, card) in lab.specials.iter_mut().enumerate() {
        card.enters = Some(if at == 0 { (0, 0) } else { (3, 3) });
    }
    lab.events.clear();
    lab.gates.clear();
    lab.meta.quarters = 6;
    lab.company.cash = 60_000_000;
    lab.rules.deals_per_quarter = 12.0;
    lab.rules.big_deal_chance = 0.0;
    lab.rules.need_base = 0.0;
    lab.rules.need_precedent = 0.0;
    lab.rules.win_max = 1.0;
    for segment in &mut lab.segments {
        segment.win = 0.9;
        segment.churn = 0.0;
    }
    lab
}

/// What both seats do in a quarter.
#[derive(Clone, Default)]
pub struct Script {
    pub product: Vec<ProductMove>,
    pub sales: Vec<SalesMove>,
    pub pushes: Vec<DealId>,
    pub allocation: Option<Allocation>,
    pub target: Option<Vec<u8>>,
    pub house: Option<House>,
    /// The answer to the first card; every other card is declined.
    pub answer: Option<Answer>,
}

impl Script {
    pub fn product(moves: &[ProductMove]) -> Self {
        Self { product: moves.to_vec(), ..Self::default() }
    }

    pub fn sales(moves: &[SalesMove]) -> Self {
        Self { sales: moves.to_vec(), ..Self::default() }
    }

    pub fn answering(answer: Answer) -> Self {
        Self { answer: Some(answer), ..Self::default() }
    }

    pub fn yes() -> Self {
        Self::answering(Answer::plain(Response::BuildAsAsked))
    }

    pub fn and_sales(mut self, moves: &[SalesMove]) -> Self {
        self.sales.extend(moves);
        self
    }

    pub fn split(mut self, roadmap: u8, specials: u8, repair: u8, discovery: u8) -> Self {
        self.allocation = Some(Allocation { roadmap, specials, repair, discovery });
        self
    }
}

/// A game, with all events so far.
pub struct Play {
    pub game: Game,
    pub events: Vec<Event>,
}

impl Play {
    pub fn new(scenario: Scenario, seed: u64) -> Self {
        Self { game: Game::new(Arc::new(scenario), seed), events: Vec::new() }
    }

    /// Executes a command that must be possible.
    pub fn act(&mut self, command: &Command) -> Vec<Event> {
        let new = self.game.execute(command).unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"));
        self.events.extend(new.clone());
        new
    }

    fn both(&mut self, command: impl Fn(Seat) -> Command) {
        for seat in Seat::BOTH {
            self.act(&command(seat));
        }
    }

    /// Both seats read their page.
    pub fn read(&mut self) {
        self.both(|seat| Command::Read { seat });
    }

    /// From the briefing to the table, with both plans signed.
    pub fn plan(&mut self, script: &Script) {
        self.read();
        let state = self.game.state();
        let product =
            ProductPlan { allocation: script.allocation.unwrap_or(state.allocation), moves: script.product.clone() };
        let target = script.target.clone().unwrap_or_else(|| state.target.clone());
        let sales = SalesPlan { target, pushes: script.pushes.clone(), moves: script.sales.clone() };
        self.act(&Command::PlanProduct(product));
        self.act(&Command::PlanSales(sales));
    }

    /// Both sign the house quadrant.
    pub fn house(&mut self, house: House) {
        self.both(|seat| Command::SignHouse { seat, house });
    }

    /// Both take a stance on a card.
    pub fn stances(&mut self, deal: DealId, product: Response, sales: Response) {
        self.act(&Command::TakeStance { seat: Seat::Product, deal, stance: product });
        self.act(&Command::TakeStance { seat: Seat::Sales, deal, stance: sales });
    }

    /// Both sign an answer, after taking it as their stance.
    pub fn answer(&mut self, deal: DealId, answer: Answer) {
        self.stances(deal, answer.response, answer.response);
        self.both(|seat| Command::SignAnswer { seat, deal, answer });
    }

    /// From the table to the predictions.
    pub fn table(&mut self, script: &Script) {
        self.house(script.house.unwrap_or(NO_HOUSE));
        for deal in self.game.state().cards().to_vec() {
            let given = script.answer.filter(|_| deal == CARD);
            self.answer(deal, given.unwrap_or(Answer::plain(Response::Decline)));
        }
    }

    /// Both predict, and the quarter resolves.
    pub fn close(&mut self) {
        self.both(|seat| Command::Predict { seat, range: Range { low: 0.0, high: 1.0 } });
    }

    /// From the briefing to the review.
    pub fn until_review(&mut self, script: &Script) {
        self.plan(script);
        self.table(script);
        self.close();
    }

    /// From one briefing to the next.
    pub fn quarter(&mut self, script: &Script) {
        self.until_review(script);
        if self.game.state().phase == Phase::Review {
            self.read();
        }
    }

    /// Plays whole quarters, one script each.
    pub fn quarters(scenario: Scenario, seed: u64, scripts: &[Script]) -> Self {
        let mut play = Self::new(scenario, seed);
        for script in scripts {
            play.quarter(script);
        }
        play
    }

    /// Declines everything and does nothing else until the run is over.
    pub fn until_the_end(&mut self) {
        while !self.game.steps().contains(&Step::Debrief) {
            self.quarter(&Script::default());
        }
    }

    pub fn get(&self, quantity: Quantity) -> f64 {
        self.game.state().get(quantity)
    }

    /// The sum of the entries of a rule in a quarter, in the quantity's own unit.
    pub fn moved(&self, quantity: Quantity, rule: Rule, quarter: u8) -> f64 {
        let entries = self.game.ledger().iter();
        let its = entries.filter(|e| e.quantity == quantity && e.cause.rule == rule && e.quarter.0 == quarter);
        its.map(|entry| entry.amount).sum::<i64>() as f64 / quantity.unit()
    }

    /// The value of a number at the end of a quarter.
    pub fn at(&self, quantity: Quantity, quarter: u8) -> f64 {
        let record = self.game.state().history.iter().find(|record| record.quarter.0 == quarter);
        record.expect("a closed quarter").get(quantity)
    }

    pub fn deal(&self) -> &Deal {
        self.game.state().deals.get(&CARD).expect("it was opened")
    }

    pub fn work(&self) -> &Work {
        self.game.state().works.values().find(|work| work.id == WorkId(CARD.0)).expect("the card became work")
    }

    pub fn customer(&self) -> &Customer {
        let mut customers = self.game.state().customers.values();
        customers.find(|customer| customer.deal == Some(CARD)).expect("the card became a customer")
    }

    /// Whether an answer to the card can be signed, after both have taken a stance.
    pub fn open(&self, answer: Answer) -> Result<(), Refusal> {
        self.game.check(&Command::SignAnswer { seat: Seat::Product, deal: CARD, answer })
    }
}

/// Whether two numbers are equal except for the rounding of entries.
pub fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-5 * (1.0 + a.abs().max(b.abs()))
}
