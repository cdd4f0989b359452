//! Asking the CEO: the question before it is asked, and the letter that comes back.

use super::Play;
use crate::ids::Seat;
use crate::sim::Step;
use crate::text::Teller;
use crate::view::{self, CeoLetter, CeoQuestion};

impl Play {
    /// What asking the CEO would mean, if the CEO can be asked about the card on the screen.
    pub(in super::super) fn question(&self, text: &Teller) -> Option<CeoQuestion> {
        let Step::Answer(_, deal) = self.step() else { return None };
        view::ceo_question(self.game(), text, deal, self.leads())
    }

    /// The letter from the CEO, until it is put away.
    pub(in super::super) fn letter(&self, text: &Teller) -> Option<CeoLetter> {
        let letter = self.seat.letter()?;
        view::ceo_letter(&letter.before, self.game(), text, letter.deal, self.leads())
    }

    /// Whether there is a letter that has not been put away.
    pub(in super::super) fn has_letter(&self) -> bool {
        self.seat.letter().is_some()
    }

    /// Puts the letter away after it was read.
    pub(in super::super) fn put_letter_away(&mut self) {
        self.seat.put_letter_away();
    }

    fn leads(&self) -> [&str; 2] {
        Seat::BOTH.map(|seat| self.session().team().lead(seat))
    }
}
