//! What can be played but is probably not meant.

use std::collections::BTreeSet;

use super::{Checker, plain};
use crate::scenario::model::{Card, Company, Condition, Gate, Measure, News, When};

pub fn check(c: &mut Checker) {
    let Some(quarters) = c.last_quarter() else { return };
    let draft = c.draft;
    if let Some(specials) = &draft.specials {
        themes(c, specials);
        deck(c, specials, quarters);
    }
    for (i, gate) in draft.gates.iter().flatten().enumerate() {
        check_gate(c, i, gate, quarters);
    }
    for (i, news) in draft.events.iter().flatten().enumerate() {
        check_news(c, i, news);
    }
    ideal_customer(c);
}

fn themes(c: &mut Checker, specials: &[Card<String, String>]) {
    let draft = c.draft;
    let asked = specials.iter().map(|card| &card.theme);
    let used: BTreeSet<&String> =
        asked.chain(draft.templates.iter().flatten().map(|template| &template.theme)).collect();
    for (i, theme) in draft.themes.iter().flatten().enumerate() {
        if !used.contains(&theme.id) {
            let message = format!("nobody asks for the theme \"{}\"", theme.id);
            c.warning(&format!("themes[{i}].id"), message, "use it in a special or a template, or remove it");
        }
    }
}

fn deck(c: &mut Checker, specials: &[Card<String, String>], quarters: u8) {
    let mut hidden = 0;
    let mut usable = 0;
    for (i, card) in specials.iter().enumerate() {
        match card.enters {
            Some((first, _)) if first >= quarters => {
                let message = format!(
                    "this card can never appear: what enters in quarter {quarters} or later is decided after the game"
                );
                c.warning(&format!("specials[{i}].enters"), message, "let it enter earlier, or remove it");
            }
            _ => {
                usable += 1;
                hidden += usize::from(card.hidden_profile);
            }
        }
    }
    let quarters = usize::from(quarters);
    let wanted = quarters * usize::from(c.draft.named_per_quarter.unwrap_or_default());
    if usable < wanted {
        let message = format!("{usable} cards for {wanted} named prospects: the deck runs out before the game ends");
        c.warning("specials", message, "write more cards, or lower `named_per_quarter`");
    }
    if hidden < quarters {
        let message =
            format!("{hidden} cards with `hidden_profile: true`, one for each of the {quarters} quarters is meant");
        c.warning("specials", message, "let more cards need both private notes to be judged right");
    }
}

fn check_gate(c: &mut Checker, i: usize, gate: &Gate, quarters: u8) {
    if gate.after > quarters {
        let message = format!("nobody reaches this gate: the game ends with quarter {quarters}");
        c.warning(&format!("gates[{i}].after"), message, format!("write {quarters} or less"));
    }
    if let Some((reason, hint)) = out_of_reach(c, &gate.needs) {
        c.warning(&format!("gates[{i}].needs"), format!("nobody reaches this gate: {reason}"), hint);
    }
}

fn check_news(c: &mut Checker, i: usize, news: &News) {
    if let When::If { holds, .. } = &news.when
        && let Some((reason, hint)) = out_of_reach(c, holds)
    {
        c.warning(&format!("events[{i}].when.holds"), format!("this never happens: {reason}"), hint);
    }
}

/// Why a condition cannot hold in a game that starts here, and what to do.
fn out_of_reach(c: &Checker, condition: &Condition) -> Option<(String, &'static str)> {
    let company = c.draft.company.as_ref()?;
    match *condition {
        Condition::AtLeast(measure, bound) => (bound > highest(measure, company)?)
            .then(|| (format!("`{measure:?}` of {} is far beyond the start", plain(bound)), "lower the bound")),
        Condition::Below(measure, bound) => (bound <= lowest(measure)?)
            .then(|| (format!("`{measure:?}` does not fall below {}", plain(bound)), "raise the bound")),
    }
}

fn lowest(measure: Measure) -> Option<f64> {
    match measure {
        Measure::Cash => None,
        Measure::Gap => Some(-0.6),
        _ => Some(0.0),
    }
}

/// More than this is out of reach within one game.
fn highest(measure: Measure, company: &Company) -> Option<f64> {
    let arr = company.arr as f64;
    Some(match measure {
        Measure::Arr => 5.0 * arr,
        Measure::Bookings => 2.0 * arr,
        Measure::Cash => company.cash as f64 + 5.0 * arr,
        Measure::Value => company.cash as f64 + 50.0 * arr,
        Measure::QuotaAttainment => 3.0,
        Measure::GrossRetention | Measure::Coherence | Measure::Trust | Measure::Morale => 0.99,
        Measure::Gap => 0.59,
        Measure::Upkeep | Measure::Precedent => return None,
    })
}

fn ideal_customer(c: &mut Checker) {
    let Some([ideal, others @ ..]) = c.draft.segments.as_deref() else { return };
    if let Some(better) = others.iter().find(|segment| segment.fit > ideal.fit) {
        let message = format!("the first segment is the ideal customer, but \"{}\" has a better fit", better.id);
        c.warning("segments[0].fit", message, "put the segment with the best fit first");
    }
}
