//! What is told after a signature, and warned of before one.

use super::{Play, Showing};
use crate::app::director::foot;
use crate::ids::Seat;
use crate::play::{Did, Signed};
use crate::sim::{Event, Phase, Response, Step};
use crate::text::{self, Teller};
use crate::view::{self, StepKind};

impl Play {
    /// Warns once about what a signature under this draft gives up. Returns whether it has just done so; the next
    /// signature goes through.
    pub(super) fn gives_up(&mut self, text: &Teller) -> bool {
        let (game, draft) = (self.game(), self.seat.desk().draft());
        let unused = |left: u8, pushes: usize| {
            foot::unused(text, left, pushes).map(|what| text.with("sign-unused", &[("what", &what)]))
        };
        let given_up = match self.step() {
            Step::Plan(Seat::Product) => unused(view::product_desk(game, text, &draft.product).attention, 0),
            Step::Plan(Seat::Sales) => {
                let desk = view::sales_desk(game, text, &draft.sales);
                unused(desk.attention, desk.pushes)
            }
            Step::House(_) if !draft.house.answers.iter().all(|&answer| answer == Response::Decline) => None,
            Step::House(_) => {
                let signed = &game.state().turn.house_signed;
                let first = signed.product.is_none() && signed.sales.is_none();
                first.then(|| text.get("house-all-declined"))
            }
            _ => None,
        };
        let Some(what) = given_up.filter(|_| !self.warned) else { return false };
        self.warned = true;
        self.notice = Some(text.with("sign-gives-up", &[("what", &what)]));
        true
    }

    /// Whether the last signature may be taken back on the page that is shown.
    pub(super) fn may_take_back(&self) -> bool {
        self.showing == Showing::Step && self.seat.may_take_back()
    }

    /// Tells what an act did, and shows the close of a quarter.
    pub(super) fn tell(&mut self, text: &Teller, did: Did) {
        self.notice = match did {
            // What was told stays while somebody drafts: nothing moves under the pointer.
            Did::Drafted => return,
            Did::Shown => None,
            Did::TookBack => Some(text.get("taken-back")),
            Did::Refused(refusal) => Some(text::refusal(text, self.game().state(), &refusal)),
            Did::Signed(signed) => {
                let told = signed.events.iter().find_map(|event| self.told_at_the_table(text, event));
                self.close_of(text, signed);
                told
            }
        };
    }

    /// Shows the close of a quarter if a signature led to it, and the echo year after the last review.
    fn close_of(&mut self, text: &Teller, signed: Signed) {
        if let Some(quarter) = signed.closed() {
            self.showing = Showing::Close(quarter, 0);
            let steps = self.close(text, quarter).steps;
            self.close_steps = steps.len();
            self.gate_step = steps.iter().position(|step| step.kind == StepKind::Gates);
            self.before = Some(signed.before);
        } else if self.game().state().phase == Phase::Ended {
            self.end();
        }
    }

    /// What an event tells everybody at the table: the offer of a computer partner.
    fn told_at_the_table(&self, text: &Teller, event: &Event) -> Option<String> {
        let Event::AnswerSigned(seat, deal, _) = *event else { return None };
        let partner = self.session().log().partner().filter(|partner| partner.seat == seat)?;
        view::partner_offers(self.game(), text, &partner, deal)
    }
}
