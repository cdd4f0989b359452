//! What a facilitator needs to know of a scenario before others play it. It tells all its secrets.

use serde::Serialize;

use crate::ids::Quarter;
use crate::scenario::{Card, News, Scenario, When};
use crate::sim::formula::predicted;
use crate::text::{self, Teller, Unit};

/// Minutes for the introduction, and for the first quarter.
const INTRODUCTION: u16 = 10;
const FIRST: u16 = 10;
/// The fewest minutes for another quarter, and the most that are useful.
const QUARTER: (u16, u16) = (5, 10);
/// Share of the time that the debrief takes, and the share of that for comparing the teams.
const DEBRIEF: f64 = 0.3;
/// The meetings that agendas are made for, in minutes.
const MEETINGS: [u16; 3] = [60, 90, 120];

/// A facilitator's guide.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Guide {
    /// The title of the scenario, its situation, and what it teaches.
    pub title: String,
    /// The situation in two lines.
    pub situation: String,
    /// What it teaches.
    pub lesson: String,
    /// Plans for meetings of different lengths.
    pub agendas: Vec<Agenda>,
    /// What the company is, to be said at the start.
    pub about: String,
    /// What both leads are told to aim for.
    pub goals: Vec<String>,
    /// What each lead is paid for.
    pub pay: [String; 2],
    /// What happens in each quarter.
    pub quarters: Vec<GuideQuarter>,
    /// News that depends on how a team plays: its title, and what it says.
    pub conditional: Vec<(String, String)>,
    /// The hand-written specials, those with two halves first.
    pub cards: Vec<GuideCard>,
    /// What the strategies reach on average, best first: name, rule of thumb, company value.
    pub strategies: Vec<(String, String, String)>,
    /// The questions of the debrief.
    pub questions: Vec<String>,
}

/// A plan for a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Agenda {
    /// How long it is.
    pub title: String,
    /// Minutes and what they are for.
    pub rows: Vec<(u16, String)>,
    /// What does not fit; `None` if the whole game does.
    pub rest: Option<String>,
}

/// What happens in a quarter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GuideQuarter {
    /// Its name.
    pub name: String,
    /// What only the Product Lead, and only the Sales Lead reads; `None` if there is nothing new.
    pub pages: Option<[String; 2]>,
    /// What comes in the news, and which gate is decided after it.
    pub news: Vec<(String, String)>,
    /// What both leads predict.
    pub predicts: String,
    /// What both are asked afterwards.
    pub asks: [String; 2],
}

/// A special, with what neither lead knows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GuideCard {
    /// The prospect.
    pub customer: String,
    /// The request.
    pub ask: String,
    /// What product knows, and what sales knows.
    pub notes: [String; 2],
    /// What is true, in a sentence.
    pub truth: String,
    /// The need behind it.
    pub need: String,
    /// Whether each half leans one way and both together the other.
    pub two_halves: bool,
}

/// Makes a guide; `reached` has what the policies reach on average, in dollars.
#[must_use]
pub fn guide(text: &Teller, reached: &[(&str, f64)]) -> Guide {
    let scenario = text.scenario();
    let mut reached: Vec<(&str, f64)> = reached.to_vec();
    reached.sort_by(|a, b| b.1.total_cmp(&a.1));
    let strategy =
        |(id, value): (&str, f64)| (text::persona(text, id), text::persona_about(text, id), text::dollars(text, value));
    let mut cards: Vec<GuideCard> = scenario.specials.iter().map(|it| card(text, it)).collect();
    cards.sort_by_key(|card| !card.two_halves);
    Guide {
        title: scenario.meta.title.clone(),
        situation: scenario.meta.situation.clone(),
        lesson: scenario.meta.lesson.clone(),
        agendas: MEETINGS.into_iter().map(|minutes| agenda(text, minutes, scenario.meta.quarters)).collect(),
        about: scenario.company.about.clone(),
        goals: scenario.goals.clone(),
        pay: [scenario.roles.product.about.clone(), scenario.roles.sales.about.clone()],
        quarters: (1..=scenario.meta.quarters).map(|at| quarter(text, scenario, at)).collect(),
        conditional: scenario.events.iter().filter(|news| scheduled(news).is_none()).map(told).collect(),
        cards,
        strategies: reached.into_iter().map(strategy).collect(),
        questions: scenario.debrief.clone(),
    }
}

/// A plan: the introduction, the first quarter, the others, the debrief, and the teams side by side.
fn agenda(text: &Teller, minutes: u16, quarters: u8) -> Agenda {
    let debrief = (f64::from(minutes) * DEBRIEF) as u16;
    let compare = debrief / 3;
    let left = minutes.saturating_sub(INTRODUCTION + FIRST + debrief);
    let others = u16::from(quarters.saturating_sub(1));
    let fit = others.min(left / QUARTER.0);
    let each = (left / fit.max(1)).clamp(QUARTER.0, QUARTER.1);
    let spare = left.saturating_sub(each * fit);
    let rest = others - fit;
    let row = |minutes: u16, key: &str| (minutes, text.get(key));
    Agenda {
        title: text.with("guide-minutes", &[("minutes", &minutes)]),
        rows: vec![
            row(INTRODUCTION, "guide-introduction"),
            row(FIRST, "guide-first"),
            (each * fit, text.with("guide-others", &[("quarters", &fit), ("minutes", &each)])),
            row(debrief - compare + spare, "guide-debrief"),
            row(compare, "guide-compare"),
        ],
        rest: (rest > 0).then(|| text.with("guide-rest", &[("quarters", &rest)])),
    }
}

fn scheduled(news: &News) -> Option<u8> {
    match news.when {
        When::Quarter(quarter) => Some(quarter),
        When::If { .. } => None,
    }
}

fn told(news: &News) -> (String, String) {
    (news.title.clone(), news.text.clone())
}

fn quarter(text: &Teller, scenario: &Scenario, at: u8) -> GuideQuarter {
    let page = scenario.briefings.iter().find(|page| page.quarter == at);
    let news = scenario.events.iter().filter(|news| scheduled(news) == Some(at)).map(told);
    let gates = scenario.gates.iter().filter(|gate| gate.after == at);
    let gates = gates.map(|gate| (text.with("guide-gate", &[("title", &gate.title)]), gate.text.clone()));
    let asks = scenario.prompts.get(usize::from(at - 1) % scenario.prompts.len().max(1)).cloned().unwrap_or_default();
    GuideQuarter {
        name: text::quarter_name(text, Quarter(at)),
        pages: page.map(|page| [page.product.clone(), page.sales.clone()]),
        news: news.chain(gates).collect(),
        predicts: text::measure(text, predicted(scenario, Quarter(at))),
        asks: [asks.0, asks.1],
    }
}

fn card(text: &Teller, card: &Card) -> GuideCard {
    let weeks = |weeks: f64| Unit::Weeks.write(text, weeks);
    let index = |share: f64| Unit::Index.write(text, share);
    let truth = text.with(
        if card.dealbreaker { "guide-truth-breaks" } else { "guide-truth" },
        &[
            ("effort", &weeks(card.effort)),
            ("true", &weeks(card.true_effort)),
            ("alignment", &index(card.alignment)),
            ("fit", &index(card.fit)),
        ],
    );
    GuideCard {
        customer: card.customer.clone(),
        ask: card.ask.clone(),
        notes: [card.product_note.clone(), card.sales_note.clone()],
        truth,
        need: card.need.clone(),
        two_halves: card.hidden_profile,
    }
}
