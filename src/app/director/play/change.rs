//! Applies acts that change the draft.

use super::Play;
use crate::app::director::act::Act;
use crate::sim::Step;
use crate::view;

impl Play {
    /// Changes the draft, if that is what an act does; what changes nothing is nothing to undo.
    pub(super) fn change(&mut self, step: &Step, act: &Act) {
        let before = self.draft.clone();
        let draft = &mut self.draft;
        match *act {
            Act::Allocate(share, percent) => draft.allocate(share, percent),
            Act::Target(segment, percent) => draft.target(segment, percent),
            Act::ProductMove(made) => toggle(&mut draft.product.moves, made),
            Act::SalesMove(made) => toggle(&mut draft.sales.moves, made),
            Act::Push(deal) => draft.sales.pushes.push(deal),
            Act::Unpush(deal) => draft.sales.pushes.retain(|&other| other != deal),
            Act::House(cell, response) => draft.house.answers[cell as usize] = response,
            Act::Respond(response) if matches!(step, Step::Stance(..)) => draft.stance = Some(response),
            Act::Respond(response) => draft.respond(self.session.game().state(), response),
            Act::Defend(evidence) => {
                if let Some(answer) = &mut draft.answer {
                    answer.defence = evidence;
                }
            }
            Act::Due(quarter) => {
                if let Some(answer) = &mut draft.answer {
                    answer.due = Some(quarter);
                }
            }
            Act::Low(steps) => {
                let step = self.prediction_step();
                self.draft.predict_low(f64::from(steps) * step);
            }
            Act::High(steps) => {
                let step = self.prediction_step();
                self.draft.predict_high(f64::from(steps) * step);
            }
            _ => return,
        }
        if self.draft != before {
            self.undo.push(before);
        }
    }

    fn prediction_step(&self) -> f64 {
        view::predict_step(self.session.game())
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|other| *other == item) {
        Some(at) => {
            list.remove(at);
        }
        None => list.push(item),
    }
}
