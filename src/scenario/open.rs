//! From the text of a file to a checked [`Scenario`], or to a list of everything wrong with it.

use super::check::check;
use super::document::{Bases, Document};
use super::draft::Draft;
use super::finding::{Report, Severity, Source};
use super::hash::hash;
use super::model::{Card, Origin, Scenario, Template};
use super::read::{Problem, Reader};
use super::rules::Rules;
use crate::ids::{SegmentId, ThemeId};

/// What a file turned out to be.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// A scenario without errors.
    Playable(Box<Scenario>),
    /// A translation; the title of its scenario.
    Texts(String),
    /// A file that others extend: it has neither an `id` nor a `meta`.
    Base,
    /// A file with errors.
    Broken,
}

/// A file, with what a check found in it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What the file is.
    pub verdict: Verdict,
    /// The findings; warnings only if it is playable.
    pub report: Report,
}

/// Checks the text of a file.
pub fn open(source: Source, bases: &dyn Bases) -> Checked {
    let mut sources = Vec::new();
    let mut problems = Vec::new();
    let document = match Document::read(source, bases, &mut sources, &mut problems) {
        Ok(document) => document,
        Err(problem) => {
            problems.push(problem);
            return Checked { verdict: Verdict::Broken, report: Report::new(sources, errors(problems)) };
        }
    };
    let reader = Reader::default();
    reader.extend(problems);
    let draft = Draft::read(&document, &reader);
    let (problems, unread) = reader.into_problems();
    let found = check(&document, &draft, unread);
    let report = Report::new(sources, errors(problems).into_iter().chain(found).collect());
    let verdict = match (report.has_errors(), document.is_base) {
        (true, _) => Verdict::Broken,
        (false, true) => Verdict::Base,
        (false, false) => {
            let texts = report.sources.iter().map(|source| source.text.clone()).collect();
            let origin = Origin { file: None, texts };
            build(draft, hash(&document.fields), origin)
                .map_or(Verdict::Broken, |scenario| Verdict::Playable(Box::new(scenario)))
        }
    };
    Checked { verdict, report }
}

/// Problems that make a scenario unplayable.
pub fn errors(problems: Vec<Problem>) -> Vec<(Severity, Problem)> {
    problems.into_iter().map(|problem| (Severity::Error, problem)).collect()
}

/// Builds the scenario from a draft without errors.
fn build(draft: Draft, hash: String, origin: Origin) -> Option<Scenario> {
    let segments = draft.segments?;
    let themes = draft.themes?;
    let segment = |id: &str| {
        let position = segments.iter().position(|segment| segment.id == id)?;
        u8::try_from(position).ok().map(SegmentId)
    };
    let theme = |id: &str| {
        let position = themes.iter().position(|theme| theme.id == id)?;
        u8::try_from(position).ok().map(ThemeId)
    };
    let specials: Option<Vec<Card>> = draft.specials?.into_iter().map(|card| card.resolve(segment, theme)).collect();
    let templates: Option<Vec<Template>> =
        draft.templates?.into_iter().map(|template| template.resolve(theme)).collect();
    let mut rules = Rules::default();
    let overrides = draft.rules?;
    for (name, rule) in &overrides {
        if !rules.set(name, rule.value) {
            return None;
        }
    }
    let mut briefings = draft.briefings?;
    briefings.sort_by_key(|briefing| briefing.quarter);
    Some(Scenario {
        id: draft.id?,
        hash,
        origin,
        meta: draft.meta?,
        company: draft.company?,
        specials: specials?,
        templates: templates?,
        segments,
        themes,
        quota: draft.quota?,
        names: draft.names?,
        named_per_quarter: draft.named_per_quarter?,
        roles: draft.roles?,
        briefings,
        events: draft.events?,
        gates: draft.gates?,
        predictions: draft.predictions?,
        rules,
        sources: overrides.into_iter().collect(),
        goals: draft.goals?,
        prompts: draft.prompts?,
        debrief: draft.debrief?,
        winner: draft.winner?,
        tests: draft.tests?,
    })
}
