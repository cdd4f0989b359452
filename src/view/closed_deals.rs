//! The step of the close about deals: which were signed, with reductions of their price, and which were lost.

use super::change::{Change, Piece, Style};
use super::close::{LINES, line};
use super::signed::Off;
use super::{Amount, CloseStep, StepKind};
use crate::ids::DealId;
use crate::sim::{Entry, Event, Game, Rule, Subject};
use crate::text::{self, Teller, Unit};

/// Makes the step from the events of a quarter.
pub(super) fn step(game: &Game, text: &Teller, events: &[Event]) -> CloseStep {
    let state = game.state();
    let entries: Vec<&Entry> =
        events.iter().filter_map(|event| if let Event::Changed(entry) = event { Some(entry) } else { None }).collect();
    let (mut named, mut small, mut lost) = (Vec::new(), Vec::new(), Vec::new());
    let mut lost_in_all = 0_usize;
    for event in events {
        match event {
            Event::DealWon(id, customer) => {
                let off = Off::of_arr(&entries, Subject::Deal(*id));
                let words = off.told(text, decided(game, text, *id, "close-won"));
                let piece = Piece { rule: Some(Rule::DealWon), ..Piece::plain(words, customer.arr.f64()) };
                let known = state.deals.get(id).is_some_and(|deal| deal.named);
                if known { &mut named } else { &mut small }.push(piece);
            }
            Event::DealLost(id) => {
                lost_in_all += 1;
                if let Some(deal) = state.deals.get(id).filter(|deal| deal.named) {
                    lost.push((deal.arr.f64(), decided(game, text, *id, "close-lost")));
                }
            }
            _ => {}
        }
    }
    let summary = text.with("close-deals-summary", &[("won", &(named.len() + small.len())), ("lost", &lost_in_all)]);
    let gone = lost_lines(text, lost);
    // Named deals come first; the small ones share the remaining lines.
    let mut room = LINES.saturating_sub(gone.len());
    let mut signed = Vec::new();
    for pieces in [named, small] {
        let told = Change::new(Style::unit(Unit::Dollars), pieces).in_lines(text, room.max(1)).read(text).0;
        room = room.saturating_sub(told.len());
        signed.extend(told.into_iter().map(|read| read.line(true)));
    }
    CloseStep {
        kind: StepKind::Deals,
        moves: Vec::new(),
        title: text.get("close-deals"),
        summary,
        lines: signed.into_iter().chain(gone).collect(),
    }
}

/// A deal that was signed or lost, with the answer to its special.
fn decided(game: &Game, text: &Teller, id: DealId, key: &str) -> String {
    let told = text.with(key, &[("name", &text::deal_name(text, game.state(), id))]);
    let answer = game.state().deals.get(&id).and_then(|deal| deal.ask.as_ref()?.answer);
    answer.map_or_else(
        || told.clone(),
        |settled| {
            let answer = text::response(text, settled.answer.response);
            text.with("close-answered", &[("what", &told), ("answer", &answer)])
        },
    )
}

/// The named deals that were lost, largest first; those that do not fit share one line.
fn lost_lines(text: &Teller, mut lost: Vec<(f64, String)>) -> Vec<Amount> {
    lost.sort_by(|a, b| b.0.total_cmp(&a.0));
    let rest = if lost.len() > LINES / 2 { lost.split_off(LINES / 2 - 1) } else { Vec::new() };
    let told = lost.into_iter().map(|(arr, words)| line(words, text::dollars(text, arr), Some(false)));
    let more = (!rest.is_empty()).then(|| {
        let arr = rest.iter().map(|(arr, _)| arr).sum();
        line(text.with("close-more-lost", &[("count", &rest.len())]), text::dollars(text, arr), Some(false))
    });
    told.chain(more).collect()
}
