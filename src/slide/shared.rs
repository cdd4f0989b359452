//! The slides that the debriefs of one run and of several have in common, and how names are written on slides.

use super::deck::{Block, Captioned, Para, Slide, SlidePart, Tone};
use super::figure::Figure;
use crate::text::{Text, letters};

/// The most letters of a team's name on a slide.
const LONGEST: usize = 26;

/// Ends a name that is written from right to left, so that a number after it stays where it is.
const LEFT_TO_RIGHT: char = '\u{200e}';

/// A name as it stands on slides, cut if it is too long.
pub(super) fn short(name: &str) -> String {
    let name = match letters::count(name) > LONGEST {
        true => format!("{}…", letters::first(name, LONGEST - 1).trim_end()),
        false => name.to_owned(),
    };
    let turns = name.chars().any(|letter| matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fefc}'));
    if turns { format!("{name}{LEFT_TO_RIGHT}") } else { name }
}

/// A slide with a title, a question and what to say about it.
pub(super) fn asks(part: SlidePart, minutes: u8, title: String, question: String, note: String) -> Slide {
    Slide { part, title, blocks: Vec::new(), question, minutes, spare: false, notes: vec![note] }
}

/// The first slide; its time is that of all others, so it comes last.
pub(super) fn opening(text: &Text, about: String, lines: Vec<String>, others: &[Slide]) -> Slide {
    let minutes: u16 = others.iter().filter(|slide| !slide.spare).map(|slide| u16::from(slide.minutes)).sum();
    let time = text.with("slides-time", &[("minutes", &minutes)]);
    let paras = lines.into_iter().map(Para::new).chain([Para::new(time).toned(Tone::Muted)]).collect();
    Slide {
        part: SlidePart::Opening,
        title: about,
        blocks: vec![Block::Words(paras)],
        question: String::new(),
        minutes: 0,
        spare: false,
        notes: vec![text.get("slides-open-note")],
    }
}

/// How it felt, before any figure.
pub(super) fn felt(text: &Text) -> Slide {
    let note = text.get("slides-felt-note");
    let slide = asks(SlidePart::Felt, 2, text.get("slides-felt-title"), text.get("slides-felt-ask"), note);
    Slide { blocks: vec![Block::Words(vec![Para::new(text.get("slides-felt-line"))])], ..slide }
}

/// Everybody draws how demand rose, and then sees it.
pub(super) fn demand(text: &Text, chart: Figure) -> [Slide; 2] {
    let note = text.get("slides-draw-note");
    let draw = asks(SlidePart::True, 2, text.get("slides-draw-title"), text.get("slides-draw-ask"), note);
    let line = Para::new(text.get("slides-draw-line"));
    let note = text.get("slides-demand-note");
    let shown = asks(SlidePart::True, 2, text.get("slides-demand-title"), text.get("slides-demand-ask"), note);
    [Slide { blocks: vec![Block::Words(vec![line])], ..draw }, Slide { blocks: vec![Captioned::plain(chart)], ..shown }]
}

/// Take one signature back; like your company; what next.
pub(super) fn ending(text: &Text, lesson: &str, prompts: &[String]) -> Vec<Slide> {
    let words = |keys: Vec<String>| vec![Block::Words(keys.into_iter().map(Para::new).collect())];
    let title = text.get("slides-back-title");
    let back = asks(SlidePart::WhatIf, 4, title, text.get("slides-back-ask"), text.get("slides-back-note"));
    let lines = vec![text.get("slides-back-choose"), text.get("slides-back-know"), text.get("slides-back-sign")];
    let back = Slide { blocks: words(lines), ..back };
    let title = text.get("debrief-next");
    let note = text.get("slides-company-note");
    let company = asks(SlidePart::Company, 4, title, text.get("slides-company-ask"), note);
    let mut notes = company.notes.clone();
    if !prompts.is_empty() {
        notes.push(text.get("slides-prompts"));
        notes.extend(prompts.iter().cloned());
    }
    let company = Slide { blocks: words(vec![text.get("next-home")]), notes, ..company };
    let title = text.get("next-lesson");
    let lesson = (!lesson.is_empty()).then(|| Slide {
        blocks: words(vec![lesson.to_owned()]),
        ..asks(SlidePart::Next, 1, title, text.get("slides-lesson-ask"), text.get("slides-lesson-note"))
    });
    let title = text.get("slides-promise-title");
    let promise = asks(SlidePart::Next, 3, title, text.get("slides-promise-ask"), text.get("slides-promise-note"));
    let lines = vec![text.get("slides-promise-write"), text.get("slides-promise-say")];
    let promise = Slide { blocks: words(lines), ..promise };
    [back, company].into_iter().chain(lesson).chain([promise]).collect()
}
