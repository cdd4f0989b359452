//! A team's report to take home: its whole debrief as one file, for a screen, a phone or paper.

use maud::html;

use super::debrief::{DebriefPage, draw};
use super::file::{File, file};
use super::reveal::DrawFirst;
use crate::text::Text;

/// What such a file is, in its head.
pub const REPORT_MARK: &str = "Off-Roadmap report";

/// Who played, and what.
#[derive(Clone, Debug)]
pub struct Played<'a> {
    /// The name of the team.
    pub team: &'a str,
    /// The names of the two leads; empty where there is none.
    pub leads: [&'a str; 2],
    /// The title of the scenario.
    pub scenario: &'a str,
}

/// The whole file.
#[must_use]
pub fn report_page(text: &Text, played: &Played, from: DebriefPage) -> String {
    let leads: Vec<&str> = played.leads.into_iter().filter(|name| !name.is_empty()).collect();
    let content = html! {
        h1 { (played.team) }
        p.muted {
            (played.scenario)
            @if !leads.is_empty() { " · " (leads.join(" & ")) }
            " · " (text.with("compare-seed-of", &[("seed", &from.debrief.seed)]))
        }
        (draw(text, DebriefPage { whole: true, draw_first: DrawFirst::Here, ..from }))
    };
    let foot = format!("{} · {}", played.team, played.scenario);
    file(text, &File { title: played.team, mark: REPORT_MARK, foot: &foot, content })
}
