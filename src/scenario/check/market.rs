//! Checks segments, themes and the names of customers.

use super::Checker;
use crate::scenario::message::Message;
use crate::scenario::model::Segment;

/// How far shares may be from a sum of 1, so that three times 0.333 is fine.
const ROUNDING: f64 = 0.0015;
/// A market needs a segment off the strategy, or there is no temptation.
const FEWEST_SEGMENTS: usize = 2;
/// As many as fit on a screen.
pub const MOST_SEGMENTS: usize = 12;
/// As many as fit on a screen.
pub const MOST_THEMES: usize = 60;
const FEWEST_THEMES: usize = 2;
/// With fewer first or second names, customer names would repeat very soon.
const FEWEST_NAMES: usize = 4;

pub fn check(c: &mut Checker) {
    let draft = c.draft;
    if let Some(segments) = &draft.segments {
        c.ids("segments", segments.iter().map(|s| s.id.as_str()));
        c.at_least("segments", segments.len(), FEWEST_SEGMENTS, "segments");
        c.at_most("segments", segments.len(), MOST_SEGMENTS);
        for (i, segment) in segments.iter().enumerate() {
            check_segment(c, &format!("segments[{i}]"), segment);
        }
        sum(c, segments, "market_share", |segment| segment.market_share);
        sum(c, segments, "customer_share", |segment| segment.customer_share);
    }
    if let Some(themes) = &draft.themes {
        c.ids("themes", themes.iter().map(|t| t.id.as_str()));
        c.at_least("themes", themes.len(), FEWEST_THEMES, "themes");
        c.at_most("themes", themes.len(), MOST_THEMES);
        for (i, theme) in themes.iter().enumerate() {
            c.texts(&format!("themes[{i}]"), &[("name", &theme.name), ("about", &theme.about)]);
        }
    }
    if let Some(names) = &draft.names {
        check_names(c, "names.first", &names.first);
        check_names(c, "names.second", &names.second);
    }
}

fn check_segment(c: &mut Checker, at: &str, segment: &Segment) {
    c.texts(at, &[("name", &segment.name), ("about", &segment.about)]);
    let shares = [
        ("market_share", segment.market_share),
        ("customer_share", segment.customer_share),
        ("win", segment.win),
        ("churn", segment.churn),
        ("fit", segment.fit),
    ];
    c.shares(at, &shares);
    c.number(&format!("{at}.size"), segment.size, 0.05..=50.0);
    c.number(&format!("{at}.asks"), segment.asks, 0.0..=10.0);
    let (shortest, longest) = segment.cycle;
    c.whole(&format!("{at}.cycle[0]"), shortest.into(), 1..=4);
    c.whole(&format!("{at}.cycle[1]"), longest.into(), 1..=4);
    if shortest > longest {
        let message = Message::new("finding-cycle").with("shortest", shortest).with("longest", longest);
        c.error(&format!("{at}.cycle"), message, "hint-cycle");
    }
}

fn sum(c: &mut Checker, segments: &[Segment], field: &str, share: fn(&Segment) -> f64) {
    let unread = (0..segments.len()).any(|i| !c.was_read(&format!("segments[{i}].{field}")));
    let sum: f64 = segments.iter().map(share).sum();
    if !unread && !segments.is_empty() && (sum - 1.0).abs() > ROUNDING {
        let shares: Vec<String> = segments.iter().map(|segment| format!("{}", share(segment))).collect();
        let sum = format!("{sum:.3}");
        let sum = sum.trim_end_matches('0').trim_end_matches('.');
        let message = Message::new("finding-sum").with("field", field).with("sum", sum);
        let message = message.with("shares", shares.join(" + "));
        c.error(&format!("segments[{}].{field}", segments.len() - 1), message, "hint-sum");
    }
}

fn check_names(c: &mut Checker, at: &str, names: &[String]) {
    c.at_least(at, names.len(), FEWEST_NAMES, "names");
    for (i, name) in names.iter().enumerate() {
        c.text(&format!("{at}[{i}]"), name);
    }
}
