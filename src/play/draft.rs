//! The draft: what the seats are about to sign.

use super::act::Share;
use crate::ids::{DealId, Quarter, Seat};
use crate::sim::{Answer, Command, Evidence, Game, House, ProductPlan, Range, Response, SalesPlan, State, Step, check};

/// What the seats are about to sign.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The Product Lead's plan.
    pub product: ProductPlan,
    /// The Sales Lead's plan.
    pub sales: SalesPlan,
    /// The house quadrant.
    pub house: House,
    /// The private stance.
    pub stance: Option<Response>,
    /// The answer to a card.
    pub answer: Option<Answer>,
    /// The lower end of the prediction.
    pub low: Option<f64>,
    /// Its upper end.
    pub high: Option<f64>,
}

impl Draft {
    /// The draft at the start of a step: what is in force, or what is already on the table. `partner` is the
    /// seat that a computer plays.
    pub fn for_step(game: &Game, step: &Step, partner: Option<Seat>) -> Self {
        let state = game.state();
        let signed = &state.turn.house_signed;
        let mut draft = Self {
            product: ProductPlan { allocation: state.allocation, moves: Vec::new() },
            sales: SalesPlan { target: state.target.clone(), ..SalesPlan::default() },
            house: possible(state, *signed.product.as_ref().or(signed.sales.as_ref()).unwrap_or(&state.house)),
            ..Self::default()
        };
        if let Step::Answer(_, deal) = *step {
            draft.answer = check::proposed(game.scenario(), state, deal, partner);
        }
        draft
    }

    /// The prediction, once both ends are set.
    pub fn range(&self) -> Option<Range> {
        Some(Range { low: self.low?, high: self.high? })
    }

    /// Sets the lower end of the prediction, and raises the upper end if it is below that.
    pub fn predict_low(&mut self, low: f64) {
        self.low = Some(low);
        self.high = self.high.map(|high| high.max(low));
    }

    /// Sets the upper end of the prediction, and lowers the lower end if it is above that.
    pub fn predict_high(&mut self, high: f64) {
        self.high = Some(high);
        self.low = self.low.map(|low| low.min(high));
    }

    /// Sets a share of engineering, and changes other shares so that they sum to 100: the roadmap first, or the
    /// specials first if the roadmap is being set.
    pub fn allocate(&mut self, share: Share, percent: u8) {
        let split = &mut self.product.allocation;
        let percent = percent.min(100);
        match share {
            Share::Roadmap => split.roadmap = percent,
            Share::Specials => split.specials = percent,
            Share::Repair => split.repair = percent,
            Share::Discovery => split.discovery = percent,
        }
        if share == Share::Roadmap {
            let mut over = i16::from(split.roadmap + split.specials + split.repair + split.discovery) - 100;
            for other in [&mut split.specials, &mut split.repair, &mut split.discovery] {
                let taken = over.clamp(0, i16::from(*other));
                *other -= u8::try_from(taken).unwrap_or(0);
                over -= taken;
            }
            split.specials += u8::try_from(-over.min(0)).unwrap_or(0);
        } else {
            let others = split.specials + split.repair + split.discovery;
            split.roadmap = 100_u8.saturating_sub(others);
            if others > 100 {
                self.trim(share, others - 100);
            }
        }
    }

    /// Takes `over` percent from the shares other than `kept`.
    fn trim(&mut self, kept: Share, mut over: u8) {
        let split = &mut self.product.allocation;
        for (share, part) in [
            (Share::Discovery, &mut split.discovery),
            (Share::Repair, &mut split.repair),
            (Share::Specials, &mut split.specials),
        ] {
            if share != kept {
                let taken = over.min(*part);
                *part -= taken;
                over -= taken;
            }
        }
    }

    /// Sets a segment's share of the target, and changes other shares so that they sum to 100, starting with the last.
    pub fn target(&mut self, segment: usize, percent: u8) {
        let target = &mut self.sales.target;
        let Some(share) = target.get_mut(segment) else { return };
        *share = percent.min(100);
        let sum: i16 = target.iter().map(|&share| i16::from(share)).sum();
        let mut over = sum - 100;
        for other in (0..target.len()).rev().filter(|&other| other != segment) {
            let share = i16::from(target[other]);
            let change = over.clamp(share - 100, share);
            target[other] = u8::try_from(share - change).unwrap_or(0);
            over -= change;
        }
    }

    /// Chooses a response for the answer. Sets a default quarter for a promise, and removes the
    /// quarter from anything else.
    pub fn respond(&mut self, state: &State, response: Response) {
        let defence = self.answer.and_then(|answer| answer.defence);
        self.answer = Some(Answer { defence, ..check::bare(state.quarter, response) });
    }

    /// Chooses the evidence for the answer, or none.
    pub fn defend(&mut self, evidence: Option<Evidence>) {
        if let Some(answer) = &mut self.answer {
            answer.defence = evidence;
        }
    }

    /// Chooses the quarter by which a promise is due.
    pub fn due(&mut self, quarter: Quarter) {
        if let Some(answer) = &mut self.answer {
            answer.due = Some(quarter);
        }
    }

    /// Drafts again what was signed.
    pub(super) fn sign_again(&mut self, signed: Command) {
        match signed {
            Command::PlanProduct(plan) => self.product = plan,
            Command::PlanSales(plan) => self.sales = plan,
            Command::TakeStance { stance, .. } => self.stance = Some(stance),
            Command::SignHouse { house, .. } => self.house = house,
            Command::SignAnswer { answer, .. } => self.answer = Some(answer),
            Command::Predict { range, .. } => (self.low, self.high) = (Some(range.low), Some(range.high)),
            Command::Read { .. } | Command::Escalate { .. } => {}
        }
    }
}

/// The first answer that a seat can sign, *Decline* before all others: what the leads wanted may be impossible.
#[must_use]
pub fn signable(game: &Game, seat: Seat, deal: DealId) -> Answer {
    let can = |answer: &Answer| game.check(&Command::SignAnswer { seat, deal, answer: *answer }).is_ok();
    let responses = [Response::Decline].into_iter().chain(Response::ALL);
    let mut answers = responses.map(|response| check::bare(game.state().quarter, response));
    answers.find(can).unwrap_or(Answer::plain(Response::Decline))
}

/// A house quadrant with the answers that a reform has since forbidden replaced by *Decline*.
pub(super) fn possible(state: &State, mut house: House) -> House {
    for answer in &mut house.answers {
        if check::house(state, &House { answers: [*answer; 4] }).is_err() {
            *answer = Response::Decline;
        }
    }
    house
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_engineering_always_sum_to_a_hundred() {
        let mut draft = Draft::default();
        for (share, percent) in [
            (Share::Specials, 80),
            (Share::Repair, 40),
            (Share::Roadmap, 100),
            (Share::Roadmap, 20),
            (Share::Discovery, 100),
        ] {
            draft.allocate(share, percent);
            let sum: u16 = draft.product.allocation.shares().iter().map(|&share| u16::from(share)).sum();
            assert_eq!(sum, 100, "{share:?} {percent}: {:?}", draft.product.allocation);
        }
    }

    #[test]
    fn a_target_always_sums_to_a_hundred() {
        let mut draft =
            Draft { sales: SalesPlan { target: vec![45, 30, 25], ..SalesPlan::default() }, ..Draft::default() };
        for (segment, percent) in [(0, 90), (0, 10), (2, 100), (1, 55)] {
            draft.target(segment, percent);
            assert_eq!(draft.sales.target.iter().map(|&share| u16::from(share)).sum::<u16>(), 100);
            assert_eq!(draft.sales.target[segment], percent);
        }
    }
}
