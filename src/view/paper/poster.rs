//! The poster of a team: the six numbers to fill in quarter by quarter, the product, and the steps of the debrief.

use serde::Serialize;

use crate::ids::Quarter;
use crate::scenario::Measure;
use crate::sim::Game;
use crate::text::{self, Teller};
use crate::view::{Moment, ProductMap, product_map, wall};

/// A poster.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Poster {
    /// The title of the scenario.
    pub title: String,
    /// The company.
    pub company: String,
    /// The six numbers with their values at the start; empty where there is none yet.
    pub numbers: Vec<(String, String)>,
    /// The names of the quarters.
    pub quarters: Vec<String>,
    /// The product at the start.
    pub map: ProductMap,
    /// The steps of the debrief, each with its questions.
    pub steps: Vec<(String, Vec<String>)>,
    /// What the scenario asks besides.
    pub questions: Vec<String>,
}

/// Makes the poster from a game that has just begun.
#[must_use]
pub fn poster(text: &Teller, start: &Game) -> Poster {
    let scenario = text.scenario();
    // Before the first quarter the quota says only what is to be reached.
    let value = |number: crate::view::WallNumber| match number.measure {
        Measure::QuotaAttainment => (number.label, String::new()),
        _ => (number.label, number.value),
    };
    let short = |quarter| text::quarter_name(text, Quarter(quarter));
    Poster {
        title: scenario.meta.title.clone(),
        company: scenario.company.name.clone(),
        numbers: wall(start, text, "").numbers.into_iter().map(value).collect(),
        quarters: (1..=scenario.meta.quarters).map(short).collect(),
        map: product_map(start, text, Moment::Start),
        steps: steps(text),
        questions: scenario.debrief.clone(),
    }
}

/// The seven steps.
fn steps(text: &Teller) -> Vec<(String, Vec<String>)> {
    let step = |title: &str, questions: &[&str]| (text.get(title), questions.iter().map(|key| text.get(key)).collect());
    vec![
        step("debrief-felt", &["paper-ask-felt", "paper-ask-felt-more"]),
        step("debrief-happened", &["paper-ask-happened", "paper-ask-happened-more"]),
        step("debrief-caused", &["paper-ask-caused", "paper-ask-caused-more"]),
        step("debrief-cards", &["paper-ask-true", "paper-ask-true-more"]),
        step("debrief-what-if", &["paper-ask-if", "paper-ask-if-more"]),
        step("debrief-next", &["next-home"]),
        step("next-title", &["paper-ask-next", "paper-ask-next-more"]),
    ]
}
