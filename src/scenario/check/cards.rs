//! Checks hand-written specials and templates.

use std::ops::RangeInclusive;

use super::Checker;
use super::company::DOLLARS;
use super::market::{MOST_SEGMENTS, MOST_THEMES};
use crate::scenario::message::Message;
use crate::scenario::model::{Card, Template};

/// Allowed effort of one request, in engineer-weeks.
const EFFORT: RangeInclusive<f64> = 0.5..=10_000.0;
const FEWEST_SPECIALS: usize = 1;
const MOST_SPECIALS: usize = 1_000;
const FEWEST_TEMPLATES: usize = 3;
const MOST_TEMPLATES: usize = 1_000;
const NAMED_PER_QUARTER: RangeInclusive<i64> = 1..=10;

pub fn check(c: &mut Checker) {
    let draft = c.draft;
    let segments = draft.segments.as_ref().filter(|all| all.len() <= MOST_SEGMENTS);
    let segments: Option<Vec<&str>> = segments.map(|all| all.iter().map(|s| s.id.as_str()).collect());
    let themes = draft.themes.as_ref().filter(|all| all.len() <= MOST_THEMES);
    let themes: Option<Vec<&str>> = themes.map(|all| all.iter().map(|t| t.id.as_str()).collect());
    if let Some(specials) = &draft.specials {
        c.ids("specials", specials.iter().map(|card| card.id.as_str()));
        c.at_least("specials", specials.len(), FEWEST_SPECIALS, "specials");
        c.at_most("specials", specials.len(), MOST_SPECIALS);
        for (i, card) in specials.iter().enumerate() {
            let at = format!("specials[{i}]");
            c.refers(&format!("{at}.segment"), &card.segment, segments.as_deref(), "segment");
            c.refers(&format!("{at}.theme"), &card.theme, themes.as_deref(), "theme");
            special(c, &at, card);
        }
    }
    if let Some(templates) = &draft.templates {
        c.at_least("templates", templates.len(), FEWEST_TEMPLATES, "templates");
        c.at_most("templates", templates.len(), MOST_TEMPLATES);
        for (i, template) in templates.iter().enumerate() {
            let at = format!("templates[{i}]");
            c.refers(&format!("{at}.theme"), &template.theme, themes.as_deref(), "theme");
            check_template(c, &at, template);
        }
    }
    if let Some(named) = draft.named_per_quarter {
        c.whole("named_per_quarter", named.into(), NAMED_PER_QUARTER);
    }
}

fn special(c: &mut Checker, at: &str, card: &Card<String, String>) {
    let texts: [(&str, &str); 7] = [
        ("customer", &card.customer),
        ("about", &card.about),
        ("ask", &card.ask),
        ("quote", &card.quote),
        ("need", &card.need),
        ("product_note", &card.product_note),
        ("sales_note", &card.sales_note),
    ];
    c.texts(at, &texts);
    c.whole(&format!("{at}.arr"), card.arr, DOLLARS);
    c.number(&format!("{at}.effort"), card.effort, EFFORT);
    c.number(&format!("{at}.true_effort"), card.true_effort, EFFORT);
    c.shares(at, &[("alignment", card.alignment), ("fit", card.fit), ("champion", card.champion)]);
    c.number(&format!("{at}.alignment_error"), card.alignment_error, -0.5..=0.5);
    c.number(&format!("{at}.simplify"), card.simplify, 0.3..=0.5);
    if let Some((first, last)) = card.enters
        && first > last
    {
        let message = Message::new("finding-enters").with("first", first).with("last", last);
        c.error(&format!("{at}.enters"), message, "hint-enters");
    }
}

fn check_template(c: &mut Checker, at: &str, template: &Template<String>) {
    c.texts(at, &[("ask", &template.ask), ("quote", &template.quote), ("need", &template.need)]);
    c.number(&format!("{at}.effort"), template.effort, EFFORT);
}
