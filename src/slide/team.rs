//! The slides about one run: a team's debrief. Every turning point is asked before it is told.

use super::deck::{Block, Captioned, Column, Deck, Para, Slide, SlidePart, Tone};
use super::figure::Figure;
use super::shared::{asks, demand, ending, felt, opening, short};
use crate::chart::{Decided, LineChart, Strips, caused, demanded, over_time};
use crate::text::{self, Text, Unit};
use crate::view::{CardTruth, DOTS, Debrief, ProductMap, TurningPoint, own_demand, six_numbers};

/// Height of a row of twenty dots, in points.
const DOT_ROW: f64 = 34.0;
/// Strategies that the notes name.
const NAMED: usize = 5;

/// A run that was played to its debrief.
#[derive(Clone, Copy, Debug)]
pub struct Played<'a> {
    /// The name of the team.
    pub team: &'a str,
    /// The title of the scenario.
    pub scenario: &'a str,
    /// Its debrief, with what turned it.
    pub debrief: &'a Debrief,
    /// In which range most of the strategies were, quarter by quarter.
    pub envelope: &'a [(f64, f64)],
    /// What the strategies reached, in dollars.
    pub reached: &'a [f64],
    /// The product at the start and at the end.
    pub maps: &'a [ProductMap; 2],
}

/// The slides, in the sequence of a debrief.
#[must_use]
pub fn team_deck(text: &Text, from: Played) -> Deck {
    let debrief = from.debrief;
    let points = debrief.turning.iter().flat_map(|turning| &turning.points);
    let mut slides = vec![felt(text)];
    slides.extend(alike(text, debrief));
    slides.push(six(text, debrief));
    slides.push(maps(text, from.maps));
    slides.push(causes(text, from));
    let turned = points.enumerate().flat_map(|(at, point)| turned(text, point).map(|it| Slide { spare: at > 0, ..it }));
    slides.extend(turned);
    let (base, asked): (Vec<f64>, Vec<f64>) = debrief.demand.iter().map(|point| (point.base, point.asked)).unzip();
    if own_demand(&base, &asked) {
        slides.extend(demand(text, Figure::Lines(demanded(text, debrief))));
    }
    slides.extend(truths(text, debrief));
    slides.push(strategies(text, from));
    slides.extend(ending(text, &debrief.lesson, &debrief.prompts));
    let title = text.with("slides-title", &[("about", &short(from.team))]);
    let opening = opening(text, title.clone(), vec![from.scenario.to_owned()], &slides);
    slides.insert(0, opening);
    Deck { title, slides }
}

/// The stances of both leads, card by card.
fn alike(text: &Text, debrief: &Debrief) -> Option<Slide> {
    let (same, all) = (debrief.pairs.iter().filter(|pair| pair.agree).count(), debrief.pairs.len());
    let title = text.with("slides-alike-title", &[("same", &same), ("all", &all)]);
    let slide = asks(SlidePart::Felt, 1, title, text.get("slides-alike-ask"), text.get("slides-alike-note"));
    let of = u8::try_from(all).unwrap_or(u8::MAX);
    let row = Block::Row(Box::new(Figure::Dots(u8::try_from(same).unwrap_or(of), of)), DOT_ROW);
    let apart = debrief.pairs.iter().find(|pair| !pair.agree).map(|pair| {
        let values: [(&str, &dyn text::Value); 2] = [("product", &pair.product), ("sales", &pair.sales)];
        let head = Para::new(format!("{} · {}", pair.quarter, pair.customer)).bold();
        Block::Words(vec![head, Para::new(text.with("slides-stances", &values))])
    });
    (all > 0).then(|| Slide { blocks: [row].into_iter().chain(apart).collect(), ..slide })
}

fn six(text: &Text, debrief: &Debrief) -> Slide {
    let chart = |(at, (measure, unit))| {
        let values = debrief.timeline.iter().map(|point| point.six.get(at).copied().flatten().unwrap_or(f64::NAN));
        over_time(text, debrief, text::measure(text, measure), unit, values.collect())
    };
    let figure = Figure::Multiples(six_numbers().into_iter().enumerate().map(chart).collect(), String::new());
    let title = text.get("slides-six-title");
    let slide = asks(SlidePart::Happened, 3, title, text.get("slides-six-ask-one"), text.get("slides-six-note"));
    Slide { blocks: vec![Captioned::plain(figure)], ..slide }
}

fn maps(text: &Text, maps: &[ProductMap; 2]) -> Slide {
    let figure = |(key, map): (&str, &ProductMap)| Captioned {
        caption: text
            .with("slides-map", &[("team", &text.get(key)), ("coherence", &Unit::Index.write(text, map.coherence))]),
        tone: Tone::Ink,
        figure: Figure::Map(Box::new(map.clone()), false),
    };
    let figures = ["slides-map-before", "slides-map-after"].into_iter().zip(maps).map(figure).collect();
    let title = text.get("slides-map-title");
    let slide = asks(SlidePart::Happened, 2, title, text.get("slides-maps-ask"), text.get("slides-maps-note"));
    Slide { blocks: vec![Block::Figures(figures)], ..slide }
}

/// ARR and debt with what turned them.
fn causes(text: &Text, from: Played) -> Slide {
    let chart = caused(text, from.debrief, from.envelope, |_| true);
    // The marks of all decisions are too small for a slide.
    let chart = LineChart { decided: Decided::default(), ..chart };
    let title = text.get("slides-caused-title");
    let slide = asks(SlidePart::Caused, 3, title, text.get("slides-caused-ask"), text.get("slides-caused-note"));
    let about = from.debrief.turning.iter().map(|turning| turning.about.clone());
    let notes = slide.notes.iter().cloned().chain(about).collect();
    Slide { blocks: vec![Captioned::plain(Figure::Lines(chart))], notes, ..slide }
}

/// A turning point: first the table again with what was known, then what other ways would have been worth.
fn turned(text: &Text, point: &TurningPoint) -> [Slide; 2] {
    let known = point.known.iter().flat_map(|known| known.lines(text)).map(Para::new);
    let lines: Vec<Para> = known.chain(point.stances.iter().map(Para::new)).collect();
    let blocks = if lines.is_empty() { Vec::new() } else { vec![Block::Words(lines)] };
    let title = point.title.clone();
    let ask = text.get(if point.decision.is_some() { "slides-turn-ask" } else { "slides-turn-habit" });
    let again = Slide { blocks, ..asks(SlidePart::Caused, 2, title, ask, text.get("slides-turn-note")) };
    let mut blocks = Vec::new();
    for way in point.ways.iter().take(2) {
        blocks.push(Block::Words(vec![Para::new(way.told.clone())]));
        blocks.push(Block::Row(Box::new(Figure::Dots(way.better, DOTS)), DOT_ROW));
    }
    let title = format!("{}: {}", point.name, point.amount);
    let told = asks(SlidePart::Caused, 2, title, text.get("slides-turned-ask"), text.get("slides-turned-note"));
    let truth = point.truth.as_ref().map(|truth| text.with("truth-true", &[("what", truth)]));
    let notes = told.notes.iter().cloned().chain(point.moved.clone()).chain(truth).collect();
    [again, Slide { blocks, notes, ..told }]
}

/// What was believed and what was true of two cards, those first on which the leads differed.
fn truths(text: &Text, debrief: &Debrief) -> Option<Slide> {
    let mut cards: Vec<&CardTruth> = debrief.cards.iter().collect();
    cards.sort_by_key(|card| card.stances.product == card.stances.sales);
    let column = |card: &CardTruth| Column {
        paras: vec![
            Para::new(format!("{} · {}", card.quarter, card.customer)).bold(),
            Para::new(text.with("truth-believed", &[("what", &card.believed)])).toned(Tone::Muted),
            Para::new(text.with("truth-true", &[("what", &card.truth)])),
        ],
    };
    let columns: Vec<Column> = cards.into_iter().take(2).map(column).collect();
    let title = text.get("debrief-cards");
    let slide = asks(SlidePart::True, 2, title, text.get("slides-true-ask"), text.get("slides-true-note"));
    (!columns.is_empty()).then(|| Slide { blocks: vec![Block::Columns(columns)], ..slide })
}

/// What strategies reached with the same cards and the same luck.
fn strategies(text: &Text, from: Played) -> Slide {
    let debrief = from.debrief;
    let values = from.reached.iter().copied().chain([debrief.worth]).map(Some).collect();
    let names: Vec<String> = from.reached.iter().map(|_| String::new()).chain([short(from.team)]).collect();
    let numbers = text.numbers().clone();
    let rows = vec![(text.get("measure-value"), values)];
    let strips =
        Strips { rows, within: Vec::new(), unit: Unit::Dollars, numbers, marked: Some(names.len() - 1), names };
    let title = text.get("slides-par-title");
    let slide = asks(SlidePart::WhatIf, 2, title, text.get("slides-par-ask"), text.get("slides-par-note"));
    let best = debrief.par.rows.iter().take(NAMED).map(|row| format!("{}: {}", row.name, row.amount));
    let notes = slide.notes.iter().cloned().chain([debrief.par.line.clone()]).chain(best).collect();
    Slide { spare: true, blocks: vec![Captioned::plain(Figure::Strips(strips))], notes, ..slide }
}
