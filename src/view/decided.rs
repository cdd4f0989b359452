//! Explains a decision: when and by whom it was signed, and everything it has changed since.

use super::change::{Change, Piece, Style};
use super::explained::{Numbers, better};
use super::signed::Off;
use super::{Amount, Explained, Part, Told, Topic, explained};
use crate::ids::DecisionId;
use crate::sim::{Entry, Quantity};
use crate::text::{self, Teller};

/// Lines for the effects of a decision on a number. There can be many, because a house quadrant answers a dozen asks at
/// once.
const MOVED_BY: usize = 5;

impl Told<'_> {
    /// Explains a decision: when, who, what, and its effects since, by number.
    pub(super) fn decision(&self, text: &Teller, id: DecisionId) -> Explained {
        let state = self.game.state();
        let Some(decision) = state.decisions.get(id.index()) else { return explained(None, text, Topic::Decision(id)) };
        let quarter = text::quarter_name(text, decision.quarter);
        let about = text.with("decision-signed", &[("quarter", &quarter), ("who", &text::by(text, decision.by))]);
        let mine: Vec<&Entry> = self
            .game
            .ledger()
            .iter()
            .filter(|entry| entry.cause.decision == Some(id) && entry.quarter <= self.quarter)
            .collect();
        let known = Quantity::ALL.into_iter().filter(|&quantity| self.sight().may_know(quantity));
        let parts = known.filter_map(|quantity| self.moved_by(text, &mine, quantity)).collect();
        let title = text::decision(text, state, decision);
        Numbers::parts(parts).explain(Topic::Decision(id), title, about, Vec::new())
    }

    /// The effect of a decision on a number, in total and by quarter.
    fn moved_by(&self, text: &Teller, entries: &[&Entry], quantity: Quantity) -> Option<Part> {
        let mut pieces: Vec<Piece> = Vec::new();
        for entry in entries.iter().filter(|entry| entry.quantity == quantity) {
            let mut cause = text::cause(text, self.game.state(), &entry.cause);
            // A reduction of the price comes from another decision, so this amount is before it.
            let alike = self.game.ledger().iter().filter(|other| other.quarter == entry.quarter);
            if Off::of(alike, entry).amount() != 0 {
                cause = text.with("signed-before-discount", &[("what", &cause)]);
            }
            let quarter = text::quarter_name(text, entry.quarter);
            let words = text.with("decision-moved", &[("quarter", &quarter), ("cause", &cause)]);
            let value = entry.amount as f64 / quantity.unit();
            match pieces.iter_mut().find(|piece| piece.text == words) {
                Some(piece) => piece.value += value,
                None => pieces.push(Piece { rule: Some(entry.cause.rule), ..Piece::plain(words, value) }),
            }
        }
        let change = Change::new(Style::quantity(quantity), pieces).in_lines(text, MOVED_BY);
        let up = change.whole() > 0.0;
        let (read, amount) = change.read(text);
        if read.is_empty() {
            return None;
        }
        let told: Vec<String> = read.into_iter().map(|read| format!("{} {}", read.text, read.amount)).collect();
        let amount = Amount { text: text::quantity(text, quantity), amount, good: Some(up == better(quantity)) };
        Some(Part { amount, behind: Some(told.join("\n")), leads: Some(Topic::Number(quantity)) })
    }
}
