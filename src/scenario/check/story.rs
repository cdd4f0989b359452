//! Checks briefings, news, gates, predictions, prompts and the claims of a scenario.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::company::GAP;
use super::{Checker, from_to, in_percent, plain};
use crate::scenario::message::Message;
use crate::scenario::model::{Claim, Condition, Effect, Measure, Outcome, When};

/// The ids of the built-in policies, for use in claims.
pub const POLICIES: &[&str] = &[
    "accept-all",
    "decline-all",
    "purist",
    "quadrant",
    "quadrant-proactive",
    "opportunist",
    "bridge",
    "paid",
    "repair-first",
    "dictator",
    "reformer",
    "turnaround",
    "incentives",
    "random",
];

/// Numbers that both leads see every quarter and that change noticeably within one.
const PREDICTABLE: &[Measure] = &[
    Measure::Bookings,
    Measure::Arr,
    Measure::Cash,
    Measure::QuotaAttainment,
    Measure::GrossRetention,
    Measure::Coherence,
    Measure::Trust,
];

const MONEY: RangeInclusive<f64> = 0.0..=1e12;

pub fn check(c: &mut Checker) {
    briefings(c);
    events(c);
    gates(c);
    predictions(c);
    texts(c);
    claims(c);
}

fn briefings(c: &mut Checker) {
    let Some(briefings) = &c.draft.briefings else { return };
    let mut seen = BTreeSet::new();
    for (i, briefing) in briefings.iter().enumerate() {
        let at = format!("briefings[{i}]");
        c.texts(&at, &[("product", &briefing.product), ("sales", &briefing.sales)]);
        c.quarter(&format!("{at}.quarter"), briefing.quarter);
        if !seen.insert(briefing.quarter) {
            let message = Message::new("finding-two-briefings").with("quarter", briefing.quarter);
            c.error(&format!("{at}.quarter"), message, "hint-one-briefing");
        }
    }
    if !seen.contains(&1) && !c.has_stand_ins("briefings") {
        c.error("briefings", "finding-no-briefing", "hint-add-briefing");
    }
}

fn events(c: &mut Checker) {
    let Some(events) = &c.draft.events else { return };
    c.ids("events", events.iter().map(|news| news.id.as_str()));
    for (i, news) in events.iter().enumerate() {
        let at = format!("events[{i}]");
        c.texts(&at, &[("title", &news.title), ("text", &news.text)]);
        match &news.when {
            When::Quarter(quarter) => c.quarter(&format!("{at}.when[0]"), *quarter),
            When::If { from, holds } => {
                c.quarter(&format!("{at}.when.from"), *from);
                condition(c, &format!("{at}.when.holds"), holds);
            }
        }
        effects(c, &format!("{at}.effects"), &news.effects);
    }
}

fn gates(c: &mut Checker) {
    let Some(gates) = &c.draft.gates else { return };
    c.ids("gates", gates.iter().map(|gate| gate.id.as_str()));
    for (i, gate) in gates.iter().enumerate() {
        let at = format!("gates[{i}]");
        c.texts(&at, &[("title", &gate.title), ("text", &gate.text)]);
        if gate.after == 0 {
            c.error(&format!("{at}.after"), "finding-gate-before-start", "hint-one-or-more");
        }
        condition(c, &format!("{at}.needs"), &gate.needs);
        outcome(c, &format!("{at}.passed"), &gate.passed);
        outcome(c, &format!("{at}.failed"), &gate.failed);
    }
}

fn outcome(c: &mut Checker, at: &str, outcome: &Outcome) {
    c.texts(at, &[("text", &outcome.text)]);
    effects(c, &format!("{at}.effects"), &outcome.effects);
}

fn effects(c: &mut Checker, at: &str, effects: &[Effect]) {
    for (i, effect) in effects.iter().enumerate() {
        let path = format!("{at}[{i}][0]");
        let (value, range) = match effect {
            Effect::Cash(dollars) => (*dollars as f64, -1e11..=1e11),
            Effect::Engineering(weeks) => (*weeks, -10_000.0..=10_000.0),
            Effect::Gap(gap) => (*gap, -1.2..=1.2),
            Effect::MarketSpeed(speed) => (*speed, -0.5..=0.5),
            Effect::Quota(factor) => (*factor, 0.1..=10.0),
            Effect::Coherence(share)
            | Effect::Trust(share)
            | Effect::Confidence(share)
            | Effect::Morale(share)
            | Effect::Precedent(share)
            | Effect::Need(share) => (*share, -1.0..=1.0),
        };
        value_in(c, &path, effect_name(effect), value, range);
    }
}

fn effect_name(effect: &Effect) -> &'static str {
    match effect {
        Effect::Cash(_) => "Cash",
        Effect::Engineering(_) => "Engineering",
        Effect::Coherence(_) => "Coherence",
        Effect::Gap(_) => "Gap",
        Effect::MarketSpeed(_) => "MarketSpeed",
        Effect::Trust(_) => "Trust",
        Effect::Confidence(_) => "Confidence",
        Effect::Morale(_) => "Morale",
        Effect::Precedent(_) => "Precedent",
        Effect::Quota(_) => "Quota",
        Effect::Need(_) => "Need",
    }
}

fn condition(c: &mut Checker, at: &str, condition: &Condition) {
    let (Condition::AtLeast(measure, bound) | Condition::Below(measure, bound)) = condition;
    let range = match measure {
        Measure::Cash => -1e12..=1e12,
        Measure::Arr | Measure::Bookings | Measure::Value => MONEY,
        Measure::QuotaAttainment => 0.0..=10.0,
        Measure::Gap => GAP,
        Measure::Upkeep => 0.0..=100_000.0,
        Measure::GrossRetention | Measure::Coherence | Measure::Trust | Measure::Precedent | Measure::Morale => {
            0.0..=1.0
        }
    };
    if c.was_read(&format!("{at}[0]")) {
        value_in(c, &format!("{at}[1]"), &format!("{measure:?}"), *bound, range);
    }
}

fn value_in(c: &mut Checker, path: &str, name: &str, value: f64, range: RangeInclusive<f64>) {
    if !range.contains(&value) {
        let (min, max) = (plain(*range.start()), plain(*range.end()));
        let message = from_to("finding-beyond-range", &min, &max).with("name", name).with("found", plain(value));
        let hint = in_percent(value, &range).unwrap_or_else(|| from_to("hint-choose-number", &min, &max));
        c.error(path, message, hint);
    }
}

fn predictions(c: &mut Checker) {
    let Some(predictions) = &c.draft.predictions else { return };
    c.at_least("predictions", predictions.len(), 1, "predictions");
    for (i, measure) in predictions.iter().enumerate() {
        if !PREDICTABLE.contains(measure) {
            let known: Vec<String> = PREDICTABLE.iter().map(|measure| format!("{measure:?}")).collect();
            let message = Message::new("finding-not-predictable").with("name", format!("{measure:?}"));
            let hint = Message::new("hint-predictable").with("names", known.join(", "));
            c.error(&format!("predictions[{i}]"), message, hint);
        }
    }
}

fn texts(c: &mut Checker) {
    let draft = c.draft;
    for (at, list) in [("goals", &draft.goals), ("debrief", &draft.debrief)] {
        for (i, text) in list.iter().flatten().enumerate() {
            c.text(&format!("{at}[{i}]"), text);
        }
    }
    let Some(prompts) = &draft.prompts else { return };
    c.at_least("prompts", prompts.len(), 1, "prompts");
    for (i, (first, second)) in prompts.iter().enumerate() {
        c.text(&format!("prompts[{i}][0]"), first);
        c.text(&format!("prompts[{i}][1]"), second);
    }
}

fn claims(c: &mut Checker) {
    if let Some(Some(winner)) = &c.draft.winner {
        c.refers("winner", winner, Some(POLICIES), "policy");
    }
    let Some(claims) = &c.draft.tests else { return };
    for (i, Claim { policy, seeds, share, holds }) in claims.iter().enumerate() {
        let at = format!("tests[{i}]");
        c.refers(&format!("{at}.policy"), policy, Some(POLICIES), "policy");
        c.whole(&format!("{at}.seeds"), (*seeds).into(), 1..=100_000);
        c.number(&format!("{at}.share"), *share, 0.0..=1.0);
        condition(c, &format!("{at}.holds"), holds);
    }
}
