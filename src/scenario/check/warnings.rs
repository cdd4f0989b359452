//! Warnings: what can be played but is probably not intended.

use std::collections::BTreeSet;

use super::{Checker, plain};
use crate::scenario::finding::Severity;
use crate::scenario::message::Message;
use crate::scenario::model::{Card, Company, Condition, Gate, Measure, News, When};
use crate::scenario::read::{Kind, Node, Problem};
use crate::scenario::rules::Rules;

pub fn check(c: &mut Checker) {
    for field in &c.document.fields {
        thousands(c, &field.name, &field.value);
    }
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
    amounts(c);
    names(c, quarters);
}

/// Warns about an amount that is next to nothing beside the company's ARR: it was probably written in thousands.
fn amounts(c: &mut Checker) {
    /// An amount is at least this share of ARR.
    const LEAST: f64 = 1e-4;
    let draft = c.draft;
    let Some(arr) = draft.company.as_ref().map(|company| company.arr) else { return };
    let quota = draft.quota.iter().map(|quota| ("quota.first".to_owned(), quota.first));
    let cash =
        draft.company.iter().map(|company| ("company.cash".to_owned(), company.cash)).filter(|(_, cash)| *cash > 0);
    let cards = draft.specials.iter().flatten().enumerate().map(|(i, card)| (format!("specials[{i}].arr"), card.arr));
    for (path, amount) in quota.chain(cash).chain(cards) {
        if (amount as f64) < LEAST * arr as f64 {
            let message =
                Message::new("finding-tiny").with("amount", plain(amount as f64)).with("arr", plain(arr as f64));
            c.warning(&path, message, "hint-whole-dollars");
        }
    }
}

/// Warns about `510.000`, which a person means as 510,000 and the format reads as 510.
fn thousands(c: &mut Checker, path: &str, node: &Node) {
    match &node.kind {
        Kind::Number(written) if looks_like_thousands(written) => {
            let decimal = written.trim_end_matches('0').trim_end_matches('.');
            let message = Message::new("finding-thousands").with("written", written.as_str()).with("read", decimal);
            let hint = Message::new("hint-either-number").with("thousands", written.replace('.', ""));
            let problem = Problem::new(node.span, path, message, hint.with("decimal", decimal));
            c.found.push((Severity::Warning, problem));
        }
        Kind::List(items) | Kind::Tuple(_, items) => {
            items.iter().enumerate().for_each(|(i, item)| thousands(c, &format!("{path}[{i}]"), item));
        }
        Kind::Struct(_, fields) => {
            fields.iter().for_each(|field| thousands(c, &format!("{path}.{}", field.name), &field.value));
        }
        Kind::Map(entries) => entries.iter().for_each(|(_, value)| thousands(c, path, value)),
        _ => {}
    }
}

/// Whether a decimal number has exactly three decimals, the last of them a zero that nobody would write.
fn looks_like_thousands(written: &str) -> bool {
    let Some((whole, decimals)) = written.trim_start_matches(['-', '+']).split_once('.') else { return false };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let leads = (1..=3).contains(&whole.len()) && digits(whole) && !whole.starts_with('0');
    leads && decimals.len() == 3 && digits(decimals) && decimals.ends_with('0')
}

fn themes(c: &mut Checker, specials: &[Card<String, String>]) {
    let draft = c.draft;
    let asked = specials.iter().map(|card| &card.theme);
    let used: BTreeSet<&String> =
        asked.chain(draft.templates.iter().flatten().map(|template| &template.theme)).collect();
    for (i, theme) in draft.themes.iter().flatten().enumerate() {
        if !used.contains(&theme.id) {
            let message = Message::new("finding-idle-theme").with("id", theme.id.as_str());
            c.warning(&format!("themes[{i}].id"), message, "hint-idle-theme");
        }
    }
}

fn deck(c: &mut Checker, specials: &[Card<String, String>], quarters: u8) {
    let mut hidden = 0;
    let mut usable = 0;
    for (i, card) in specials.iter().enumerate() {
        match card.enters {
            Some((first, _)) if first >= quarters => {
                let message = Message::new("finding-never-enters").with("quarter", quarters);
                c.warning(&format!("specials[{i}].enters"), message, "hint-enter-earlier");
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
        let message = Message::new("finding-small-deck").with("cards", usable).with("wanted", wanted);
        c.warning("specials", message, "hint-small-deck");
    }
    if hidden < quarters {
        let message = Message::new("finding-few-hidden").with("cards", hidden).with("quarters", quarters);
        c.warning("specials", message, "hint-few-hidden");
    }
}

fn check_gate(c: &mut Checker, i: usize, gate: &Gate, quarters: u8) {
    if gate.after > quarters {
        let message = Message::new("finding-late-gate").with("last", quarters);
        c.warning(&format!("gates[{i}].after"), message, Message::new("hint-or-less").with("last", quarters));
    }
    if let Some((reason, hint)) = out_of_reach(c, &gate.needs) {
        let message = Message::new("finding-closed-gate").with("reason", reason);
        c.warning(&format!("gates[{i}].needs"), message, hint);
    }
}

fn check_news(c: &mut Checker, i: usize, news: &News) {
    if let When::If { holds, .. } = &news.when
        && let Some((reason, hint)) = out_of_reach(c, holds)
    {
        let message = Message::new("finding-never-happens").with("reason", reason);
        c.warning(&format!("events[{i}].when.holds"), message, hint);
    }
}

/// Why a condition can never hold in a game with this start, with a hint.
fn out_of_reach(c: &Checker, condition: &Condition) -> Option<(Message, &'static str)> {
    let company = c.draft.company.as_ref()?;
    let (measure, bound, beyond, reason, hint) = match *condition {
        Condition::AtLeast(measure, bound) => {
            (measure, bound, bound > highest(measure, company)?, "bound-too-high", "hint-lower-bound")
        }
        Condition::Below(measure, bound) => {
            (measure, bound, bound <= lowest(measure)?, "bound-too-low", "hint-raise-bound")
        }
    };
    let reason = Message::new(reason).with("name", format!("{measure:?}")).with("bound", plain(bound));
    beyond.then_some((reason, hint))
}

/// Names come twice if a game can have more customers and prospects than there are pairs of words.
fn names(c: &mut Checker, quarters: u8) {
    let (Some(names), Some(company)) = (&c.draft.names, &c.draft.company) else { return };
    let mut rules = Rules::default();
    for (name, rule) in c.draft.rules.iter().flatten() {
        // An unknown name is reported with the rules.
        rules.set(name, rule.value);
    }
    let deals = rules.most_deals() + rules.prospecting_deals;
    // Deals also enter before the first quarter.
    let wanted =
        company.arr as f64 / company.customer_size.max(1) as f64 + deals * f64::from(quarters.saturating_add(1));
    let pairs = names.first.len() * names.second.len();
    if (pairs as f64) < wanted {
        let message =
            Message::new("finding-few-names").with("pairs", pairs).with("wanted", libm::ceil(wanted) as usize);
        c.warning("names", message, "hint-few-names");
    }
}

fn lowest(measure: Measure) -> Option<f64> {
    match measure {
        Measure::Cash => None,
        Measure::Gap => Some(-0.6),
        _ => Some(0.0),
    }
}

/// The value above which a number is out of reach within one game.
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
        let message = Message::new("finding-better-fit").with("id", better.id.as_str());
        c.warning("segments[0].fit", message, "hint-best-first");
    }
}
