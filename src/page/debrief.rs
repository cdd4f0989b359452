//! The debrief of a seat, in the order in which people need it: what it came to, how it felt, what happened, what caused
//! it, what was true, what next.

use maud::{Markup, PreEscaped, html};

use super::origin::{chain, luck, origins};
use super::part::{PICTURE, amount, picture};
use super::reveal::{DrawFirst, reveal};
use crate::chart::{
    LineChart, Size, caused, dots, lines, lines_summary, over_time, product_map, widths, widths_summary,
};
use crate::ids::Seat;
use crate::text::{self, Text};
use crate::view::{
    Again, CardTruth, DOTS, Debrief, DecisionLine, Known, ProductMap, StancePair, TurningPoint, Untold, six_numbers,
};

/// What the debrief of a seat is made from.
#[derive(Clone, Copy, Debug)]
pub struct DebriefPage<'a> {
    /// The debrief.
    pub debrief: &'a Debrief,
    /// In which range most of the policies were, quarter by quarter; empty while they are played.
    pub envelope: &'a [(f64, f64)],
    /// The product at the start and at the end.
    pub maps: &'a [ProductMap; 2],
    /// Whether everything is open, as on paper, or most of it folded.
    pub whole: bool,
    /// How far the reader is with drawing the demand for specials before it is shown.
    pub draw_first: DrawFirst,
}

/// The size of the chart of a number, of the one that tells what caused it, and of a map.
const NUMBER: Size = Size { width: 400.0, height: 170.0 };
const CAUSED: Size = Size { width: 560.0, height: 340.0 };
/// The size of a row of dots.
const ROW: Size = Size { width: 240.0, height: 12.0 };
const MAP: Size = Size { width: 560.0, height: 380.0 };
const WIDTHS: Size = Size { width: 440.0, height: 230.0 };

pub(super) fn draw(text: &Text, from: DebriefPage) -> Markup {
    let debrief = from.debrief;
    html! {
        div.columns {
            (reached(text, from))
            section.card {
                h2 { (text.get(if debrief.insolvent { "echo-title-insolvent" } else { "echo-title" })) }
                p { (text.get(if debrief.insolvent { "echo-about-insolvent" } else { "echo-about" })) }
                @for line in &debrief.echo { (amount(line)) }
            }
        }
        (part(text, "debrief-felt", from.whole, &felt(text, debrief)))
        (part(text, "debrief-happened", from.whole, &happened(text, debrief)))
        // What was drawn belongs before anything that tells it.
        (reveal(text, debrief, from.draw_first))
        (part(text, "debrief-caused", from.whole, &what_caused(text, from)))
        (part(text, "luck-title", from.whole, &luck(text, debrief.luck.as_ref())))
        (part(text, "debrief-cards", from.whole, &cards(text, debrief)))
        section.card {
            h2 { (text.get("talk-title")) }
            ol { @for prompt in &debrief.prompts { li { (prompt) } } }
            h2 { (text.get("next-lesson")) }
            p { (debrief.lesson) }
            p { (text.get("next-home")) }
        }
    }
}

/// A part. It opens by a press, unless everything is open: all of them at once would be many pages long on a phone.
fn part(text: &Text, key: &str, whole: bool, inside: &Markup) -> Markup {
    html! {
        @if whole {
            section { h2 { (text.get(key)) } (inside) }
        } @else {
            details.card { summary { h2 { (text.get(key)) } } (inside) }
        }
    }
}

/// What the company is worth, compared with the policies, and what the two leads reached.
fn reached(text: &Text, from: DebriefPage) -> Markup {
    let debrief = from.debrief;
    html! {
        section.card {
            h1 { (text.get("debrief-value")) ": " (debrief.value) }
            p { (debrief.par.line) }
            @for part in &debrief.value_parts { (amount(part)) }
            @if debrief.par.rows.len() > 1 {
                details open[from.whole] {
                    summary { (text.get("par-title")) }
                    @for row in &debrief.par.rows {
                        div.line { @if row.own { b { (row.name) } } @else { span { (row.name) } } b { (row.amount) } }
                        @if let Some(about) = &row.about { p.small.muted { (about) } }
                    }
                }
            }
            h2 { (text.get("debrief-scores")) }
            @for score in &debrief.scores { (amount(score)) }
            h2 { (text.get("debrief-badges")) }
            @for badge in &debrief.badges {
                div { b class=[badge.earned.then_some("good")] { (if badge.earned { "✓ " } else { "– " }) (badge.title) } }
                p.small.muted { (badge.about) }
            }
        }
    }
}

fn felt(text: &Text, debrief: &Debrief) -> Markup {
    html! {
        div.columns {
            div {
                h3 { (text.get("felt-stances")) }
                p { (debrief.stances) }
                @for pair in &debrief.pairs { (stances(text, pair)) }
            }
            div {
                @if !debrief.foresight.is_empty() { (foresight(text, debrief)) }
                h3 { (text.get("felt-forecasts")) }
                @for forecast in &debrief.forecasts {
                    p.small.muted { (forecast.quarter) }
                    (super::quarter::predicted(text, forecast))
                }
            }
        }
    }
}

/// How wide the ranges of both were, against how often they held.
fn foresight(text: &Text, debrief: &Debrief) -> Markup {
    let leads = &debrief.foresight;
    html! {
        h3 { (text.get("foresight-title")) }
        (picture(&widths(leads, text, WIDTHS, &PICTURE), &widths_summary(leads, text)))
        @for lead in leads { p.small { (lead.told) } }
        p.small.muted { (text.get("foresight-about")) }
    }
}

fn stances(text: &Text, pair: &StancePair) -> Markup {
    let (key, class) = if pair.agree { ("felt-same", "good") } else { ("felt-apart", "muted") };
    html! {
        div.seat {
            div.line { span { b { (pair.quarter) } " · " (pair.customer) } b class=(class) { (text.get(key)) } }
            p.small {
                span.product { (text::seat(text, Seat::Product)) ": " (pair.product) } " · "
                span.sales { (text::seat(text, Seat::Sales)) ": " (pair.sales) }
            }
            p.small.muted { (text.with("felt-signed", &[("answer", &pair.answer)])) }
            @if let Some(nearer) = &pair.nearer { p.small { (nearer) } }
        }
    }
}

fn happened(text: &Text, debrief: &Debrief) -> Markup {
    let chart = |(at, (measure, unit))| {
        let values = debrief.timeline.iter().map(|point| point.six.get(at).copied().flatten().unwrap_or(f64::NAN));
        over_time(text, debrief, text::measure(text, measure), unit, values.collect())
    };
    html! { div.columns.three { @for number in six_numbers().into_iter().enumerate().map(chart) { (drawn(text, &number, NUMBER)) } } }
}

/// A chart below its title.
fn drawn(text: &Text, chart: &LineChart, size: Size) -> Markup {
    html! { div { h3 { (chart.title) } (picture(&lines(chart, size, &PICTURE), &lines_summary(chart, text))) } }
}

fn what_caused(text: &Text, from: DebriefPage) -> Markup {
    let debrief = from.debrief;
    html! {
        div.columns {
            (drawn(text, &caused(text, debrief, from.envelope, |point| from.whole || point.again.is_none()), CAUSED))
            div {
                h3 { (text.get("turning-title")) }
                @match &debrief.turning {
                    None => p.muted { (text.get("turning-coming")) },
                    Some(turning) => {
                        p.small.muted { (turning.about) }
                        @for point in &turning.points { (told(text, from, point)) }
                    }
                }
            }
            div {
                @for (key, map) in ["map-before", "map-after"].iter().zip(from.maps) {
                    h3 { (text.get(key)) }
                    (picture(&product_map(map, MAP, &PICTURE), &map.summary))
                }
            }
        }
        div.line { b { (text.get("measure-debt")) } b { (debrief.ledger.total) } }
        @for bill in &debrief.ledger.parts { div.line.small { span { (bill.name) } b { (bill.amount) } } }
        (origins(text, &debrief.origins))
        details open[from.whole] {
            summary { (text.get("caused-every")) }
            @for line in &debrief.decisions { (decision(text, from, line)) }
        }
    }
}

/// A turning point. Who sees it on a device sits down at the table again before anything of it is told.
fn told(text: &Text, from: DebriefPage, point: &TurningPoint) -> Markup {
    html! {
        div.seat {
            @match point.again.as_ref().filter(|_| !from.whole) {
                None => (turned(text, from, point)),
                Some(table) => {
                    (again(text, table))
                    details { summary { (text.get("again-show")) } (turned(text, from, point)) }
                }
            }
        }
    }
}

/// A table to sit down at again: each answer opens to what is said to who gives it now.
fn again(text: &Text, table: &Again) -> Markup {
    html! {
        div.line { b { (table.title) } }
        p.small.muted { (text.get("again-title")) }
        p.small { (table.ask) }
        p.small.muted { (table.about) }
        blockquote { (table.quote) }
        (known(text, &table.known))
        h4 { (text.get("again-question")) }
        @for choice in &table.choices {
            details.choice name=(table.title) {
                summary { (choice.label) }
                p.small class=[choice.right.then_some("good")] { (choice.told) }
            }
        }
    }
}

fn known(text: &Text, known: &Known) -> Markup {
    html! { @for line in known.lines(text) { p.small { (line) } } }
}

fn turned(text: &Text, from: DebriefPage, point: &TurningPoint) -> Markup {
    html! {
        div.line { span { b { @if let Some(mark) = point.mark { (mark) " · " } (point.title) } } b class=(if point.good { "good" } else { "bad" }) { (point.amount) } }
        @if let Some(contrary) = &point.contrary { p.small { b { (contrary) } } }
        @for way in &point.ways {
            p.small { (way.told) }
            // The sentence says the same.
            div.dots { (PreEscaped(dots(way.better, DOTS, ROW, &PICTURE).ornament())) }
        }
        @if let Some(others) = &point.others { p.small { (others) } }
        @match point.decision.and_then(|id| from.debrief.chain(id)) {
            Some(led) => details open[from.whole] {
                summary.small { (text.get("chain-title")) @if let Some(moved) = &point.moved { ": " (moved) } }
                (chain(text, led))
            },
            None => @if let Some(moved) = &point.moved { p.small { (moved) } },
        }
        @if let Some(then) = &point.known { (known(text, then)) }
        @if let Some(truth) = &point.truth { p.small { (text.with("truth-true", &[("what", truth)])) } }
        @if let Some(stances) = &point.stances { p.small.muted { (stances) } }
    }
}

fn decision(text: &Text, from: DebriefPage, line: &DecisionLine) -> Markup {
    // A single effect is all that it moved.
    let led = from.debrief.chain(line.id).filter(|chain| chain.links.len() > 1);
    html! {
        div.seat {
            b { (line.quarter) " · " (line.text) } " " span.small.muted { (line.by) }
            @match led {
                Some(led) => details open[from.whole] { summary.small { (line.moved_line()) } (chain(text, led)) },
                None => @if !line.moved.is_empty() { p.small { (line.moved_line()) } },
            }
        }
    }
}

fn cards(text: &Text, debrief: &Debrief) -> Markup {
    html! {
        @if !debrief.untold.is_empty() {
            h3 { (text.get("untold-title")) }
            p.muted { (text.get("untold-about")) }
            div.columns { @for one in &debrief.untold { (untold(one)) } }
        }
        p.muted { (text.get("cards-about")) }
        div.columns { @for card in &debrief.cards { (truth(text, card)) } }
    }
}

fn untold(one: &Untold) -> Markup {
    html! { div.seat { b { (one.quarter) " · " (one.customer) } p.small { (one.told) } } }
}

fn truth(text: &Text, card: &CardTruth) -> Markup {
    html! {
        div.seat {
            div.line { span { b { (card.quarter) " · " (card.customer) } } span.small { (card.outcome) } }
            p.small { (card.ask) }
            p.small { b { (text.get("truth-believed-head")) ": " } (card.believed) }
            p.small { b { (text.get("truth-true-head")) ": " } (card.truth) }
            p.small.muted {
                (text.with("truth-answer", &[
                    ("product", &card.stances.product), ("sales", &card.stances.sales), ("answer", &card.answer),
                ]))
            }
        }
    }
}
