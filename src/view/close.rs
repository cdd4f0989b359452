//! The close, step by step from the events of the quarter, with a waterfall from old ARR to new ARR.

use schemars::JsonSchema;
use serde::Serialize;

use super::change::{Change, Piece, Style};
use super::predict::{recorded, unit};
use super::six::{SIX, Six};
use super::{Amount, Moved, closed_deals, debt_ledger};
use crate::ids::Quarter;
use crate::scenario::{Condition, Effect, Gate, Measure, Outcome};
use crate::sim::{Event, Game, Quantity, Rule};
use crate::text::{self, Teller, Unit};

/// Milli-weeks by which a special must miss its estimate to be mentioned.
const TOLD_WEEKS: i64 = 1000;
/// Lines per step; the rest is summed up by kind.
pub(super) const LINES: usize = 7;

/// The close of a quarter.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Close {
    /// The quarter.
    pub quarter: Quarter,
    /// The steps, in the order in which they happen.
    pub steps: Vec<CloseStep>,
    /// Which of the six numbers moved.
    pub moved: Vec<Moved>,
    /// The change of ARR.
    pub waterfall: Waterfall,
}

/// What a step of the close is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub enum StepKind {
    /// What was delivered, and what is late.
    Work,
    /// Deals won and lost.
    Deals,
    /// Renewals.
    Customers,
    /// Coherence, gap and upkeep.
    Product,
    /// Revenue debt and its interest.
    Debt,
    /// Trust and morale.
    People,
    /// Cash.
    Money,
    /// Gates that were passed or failed.
    Gates,
}

/// A change of one of the six numbers in a step.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct NumberMove {
    /// Which number, as on the wall.
    pub measure: Measure,
    /// Its name.
    pub label: String,
    /// How it is written.
    pub unit: Unit,
    /// Its value before the step; `None` if it had none yet.
    pub from: Option<f64>,
    /// Its value after the step.
    pub to: f64,
    /// By how much.
    pub amount: String,
    /// Whether it went up.
    pub up: bool,
    /// Whether no later step changes it.
    pub last: bool,
}

/// A step of the close.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct CloseStep {
    /// What kind of step it is.
    pub kind: StepKind,
    /// What it is about.
    pub title: String,
    /// One sentence that sums it up.
    pub summary: String,
    /// What happened, one line each.
    pub lines: Vec<Amount>,
    /// Which of the six numbers it changes.
    pub moves: Vec<NumberMove>,
}

/// From last quarter's ARR to this quarter's, in dollars.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct Waterfall {
    /// ARR at the start of the quarter.
    pub start: f64,
    /// ARR won.
    pub won: f64,
    /// Growth at renewals.
    pub grown: f64,
    /// ARR lost, as a negative number.
    pub left: f64,
    /// ARR at the end of the quarter.
    pub end: f64,
}

/// Makes the close of a quarter from its events.
#[must_use]
pub fn close(game: &Game, text: &Teller, quarter: Quarter, events: &[Event]) -> Close {
    let told = |kind: StepKind, key: &str, of: &[Quantity]| numbers(game, text, quarter, kind, (key, of));
    let mut steps: Vec<CloseStep> = vec![
        work(game, text, events),
        closed_deals::step(game, text, events),
        customers(game, text, events),
        told(StepKind::Product, "close-product", &[Quantity::Coherence, Quantity::Gap, Quantity::Upkeep]),
        debt(game, text),
        told(StepKind::People, "close-people", &[Quantity::Trust, Quantity::Morale]),
    ];
    // Gates come before the money, because their effects are part of it.
    steps.extend(gates(game, text, quarter, events));
    steps.push(told(StepKind::Money, "close-money", &[Quantity::Cash]));
    let waterfall = waterfall(game, quarter);
    for step in &mut steps {
        step.moves = moves(game, text, quarter, step.kind, &waterfall);
    }
    // Leave out steps with nothing to show.
    steps.retain(|step| !step.lines.is_empty() || !step.moves.is_empty());
    Close { quarter, steps, moved: moved(game, text, quarter), waterfall }
}

pub(super) fn line(text: String, amount: String, good: Option<bool>) -> Amount {
    Amount { text, amount, good }
}

/// Keeps the first lines and adds how many more there are.
fn short(text: &Teller, mut lines: Vec<Amount>) -> Vec<Amount> {
    if lines.len() > LINES {
        let more = lines.len() - LINES + 1;
        lines.truncate(LINES - 1);
        lines.push(line(text.with("and-more", &[("count", &more)]), String::new(), None));
    }
    lines
}

fn work(game: &Game, text: &Teller, events: &[Event]) -> CloseStep {
    let state = game.state();
    let (mut delivered, mut late) = (0_usize, 0_usize);
    // Order: late work, new themes, missed estimates, deliveries.
    let mut lines: Vec<(i64, Amount)> = Vec::new();
    for event in events {
        match event {
            Event::WorkLate(id) => {
                late += 1;
                let name = text::work_name(text, state, *id);
                lines.push((i64::MIN, line(text.with("close-late", &[("name", &name)]), String::new(), Some(false))));
            }
            Event::ThemeBuilt(theme, _) => {
                let name = &text.scenario().themes[theme.index()].name;
                let words = text.with("close-theme", &[("name", name)]);
                lines.push((i64::MIN + 1, line(words, String::new(), Some(true))));
            }
            Event::WorkGrew(id, weeks) if weeks.abs() >= TOLD_WEEKS => {
                let name = text::work_name(text, state, *id);
                let key = if *weeks > 0 { "close-grew" } else { "close-shrank" };
                let amount = text::change(text, Unit::Weeks, *weeks as f64 / Quantity::Backlog.unit());
                lines.push((-weeks.abs(), line(text.with(key, &[("name", &name)]), amount, Some(*weeks < 0))));
            }
            Event::WorkDelivered(id, upkeep) => {
                delivered += 1;
                let weeks = text::weeks(text, *upkeep as f64 / Quantity::Upkeep.unit());
                let name = text::work_name(text, state, *id);
                let upkeep = text.with("close-upkeep", &[("weeks", &weeks)]);
                lines.push((0, line(text.with("close-delivered", &[("name", &name)]), upkeep, Some(true))));
            }
            _ => {}
        }
    }
    lines.sort_by_key(|(rank, _)| *rank);
    CloseStep {
        kind: StepKind::Work,
        moves: Vec::new(),
        title: text.get("close-work"),
        summary: text.with("close-work-summary", &[("delivered", &delivered), ("late", &late)]),
        lines: short(text, lines.into_iter().map(|(_, line)| line).collect()),
    }
}

fn customers(game: &Game, text: &Teller, events: &[Event]) -> CloseStep {
    let (mut stayed, mut left) = (0_usize, 0_usize);
    let mut lost = Vec::new();
    for event in events {
        match event {
            Event::Renewed(..) => stayed += 1,
            Event::CustomerLeft(_) => left += 1,
            Event::Changed(entry) if entry.quantity == Quantity::LostArr => {
                let words = text::cause(text, game.state(), &entry.cause);
                lost.push(Piece { rule: Some(entry.cause.rule), ..Piece::plain(words, -entry.amount as f64) });
            }
            _ => {}
        }
    }
    let lost = Change::new(Style::unit(Unit::Dollars), lost).in_lines(text, LINES).read(text).0;
    CloseStep {
        kind: StepKind::Customers,
        moves: Vec::new(),
        title: text.get("close-customers"),
        summary: text.with("close-customers-summary", &[("stayed", &stayed), ("left", &left)]),
        lines: lost.into_iter().map(|read| read.line(true)).collect(),
    }
}

/// What moved some quantities, largest causes first.
fn numbers(
    game: &Game,
    text: &Teller,
    quarter: Quarter,
    kind: StepKind,
    (key, quantities): (&str, &[Quantity]),
) -> CloseStep {
    let each = (LINES + 1) / quantities.len();
    let mut lines = Vec::new();
    let mut sums = Vec::new();
    for &quantity in quantities {
        // What does not fit is summed up, so that the visible lines still add up.
        let (causes, sum) = Change::of(game, text, quantity, quarter).in_lines(text, each.max(2)).read(text);
        let name = text::quantity(text, quantity);
        sums.push(format!("{name} {sum}"));
        lines.extend(causes.into_iter().map(|cause| {
            let words = text.with("close-cause", &[("number", &name), ("cause", &cause.text)]);
            line(words, cause.amount, Some(cause.up != (quantity == Quantity::Upkeep)))
        }));
    }
    CloseStep { kind, title: text.get(key), summary: sums.join(" · "), lines, moves: Vec::new() }
}

/// What the debt costs according to the books: engineering weeks and lost renewals.
fn debt(game: &Game, text: &Teller) -> CloseStep {
    let ledger = debt_ledger(game, text);
    let lines = ledger.parts.into_iter().map(|part| {
        let words = text.with("close-cause", &[("number", &part.name), ("cause", &part.about)]);
        line(words, part.amount, Some(false))
    });
    CloseStep {
        kind: StepKind::Debt,
        title: text.get("debt-total"),
        summary: text.with("close-debt-summary", &[("debt", &ledger.total), ("interest", &ledger.interest)]),
        lines: lines.collect(),
        moves: Vec::new(),
    }
}

/// The numbers on the wall that belong to a step, and how it changed them.
fn moves(game: &Game, text: &Teller, quarter: Quarter, kind: StepKind, bar: &Waterfall) -> Vec<NumberMove> {
    let history = &game.state().history;
    let Some(now) = history.iter().find(|record| record.quarter == quarter) else { return Vec::new() };
    let Some(before) = history.iter().rfind(|record| record.quarter < quarter) else { return Vec::new() };
    let of = |measure: Measure, within: Option<(f64, f64)>, last: bool| {
        let six = Six::of(measure)?;
        let (from, to) = within.unwrap_or(((six.then)(before), (six.then)(now)));
        // There was no quota before the first quarter.
        let from = (measure != Measure::QuotaAttainment || before.quarter.0 > 0).then_some(from);
        let change = to - from.unwrap_or(0.0);
        let amount = from.map_or_else(String::new, |_| text::change_beside(text, six.unit, change, to));
        let told = from.is_none() || six.unit.shows(change);
        let label = six.label(text);
        told.then_some(NumberMove {
            measure,
            label,
            unit: six.unit,
            from,
            to: to + 0.0,
            amount,
            up: change > 0.0,
            last,
        })
    };
    let after_deals = bar.start + bar.won;
    let moves = match kind {
        StepKind::Deals => {
            vec![of(Measure::Arr, Some((bar.start, after_deals)), false), of(Measure::QuotaAttainment, None, true)]
        }
        StepKind::Customers => {
            vec![of(Measure::Arr, Some((after_deals, bar.end)), true), of(Measure::GrossRetention, None, true)]
        }
        StepKind::Product => vec![of(Measure::Coherence, None, true)],
        StepKind::People => vec![of(Measure::Trust, None, true)],
        StepKind::Money => vec![of(Measure::Cash, None, true)],
        StepKind::Work | StepKind::Debt | StepKind::Gates => Vec::new(),
    };
    moves.into_iter().flatten().collect()
}

/// Gates that were passed or failed after the quarter.
fn gates(game: &Game, text: &Teller, quarter: Quarter, events: &[Event]) -> Option<CloseStep> {
    let mut lines = Vec::new();
    for event in events {
        if let Event::GateChecked(id, passed) = event
            && let Some(gate) = text.scenario().gates.get(id.index())
        {
            let outcome = if *passed { &gate.passed } else { &gate.failed };
            lines.push(line(outcome.text.clone(), measured(game, text, quarter, gate, outcome), Some(*passed)));
        }
    }
    let title = |id: &crate::ids::GateId| text.scenario().gates.get(id.index()).map(|gate| gate.title.clone());
    let titles: Vec<String> = events
        .iter()
        .filter_map(|event| if let Event::GateChecked(id, _) = event { title(id) } else { None })
        .collect();
    (!lines.is_empty()).then(|| CloseStep {
        kind: StepKind::Gates,
        title: text.get("close-gates"),
        summary: titles.join(" · "),
        lines,
        moves: Vec::new(),
    })
}

/// The number that a gate checked, with one decimal so that a miss is not rounded up. The gate's own effects are
/// subtracted, because they came after the check.
fn measured(game: &Game, text: &Teller, quarter: Quarter, gate: &Gate, outcome: &Outcome) -> String {
    let (Condition::AtLeast(number, _) | Condition::Below(number, _)) = gate.needs;
    let record = game.state().history.iter().find(|record| record.quarter == quarter);
    let Some(after) = record.and_then(|record| recorded(game, record, number)) else { return String::new() };
    let value = after - outcome.effects.iter().map(|effect| moves_measure(effect, number)).sum::<f64>();
    let value = match unit(number) {
        Unit::Percent => text::percent_in_tenths(text, value),
        Unit::Index => text::decimal(text, 100.0 * value),
        unit => unit.write(text, value),
    };
    text.with("gate-measured", &[("number", &text::measure(text, number)), ("value", &value)])
}

/// How much an effect changes a number that a gate can check.
fn moves_measure(effect: &Effect, number: Measure) -> f64 {
    match (effect, number) {
        (Effect::Cash(dollars), Measure::Cash) => *dollars as f64,
        (Effect::Coherence(share), Measure::Coherence)
        | (Effect::Gap(share), Measure::Gap)
        | (Effect::Trust(share), Measure::Trust)
        | (Effect::Morale(share), Measure::Morale)
        | (Effect::Precedent(share), Measure::Precedent) => *share,
        _ => 0.0,
    }
}

/// How the quarter changed the six numbers.
fn moved(game: &Game, text: &Teller, quarter: Quarter) -> Vec<Moved> {
    let history = &game.state().history;
    let Some(now) = history.iter().find(|record| record.quarter == quarter) else { return Vec::new() };
    let Some(before) = history.iter().rfind(|record| record.quarter < quarter) else { return Vec::new() };
    let moved = |six: &Six| {
        let (was, is) = ((six.then)(before), (six.then)(now));
        let amount = text::change_beside(text, six.unit, is - was, is);
        six.unit.shows(is - was).then(|| Moved { label: six.label(text), amount, up: is > was })
    };
    SIX.iter().filter_map(moved).collect()
}

fn waterfall(game: &Game, quarter: Quarter) -> Waterfall {
    let record = |quarter: u8| game.state().history.iter().find(|record| record.quarter.0 == quarter);
    let arr = |record: Option<&crate::sim::Record>| record.map_or(0.0, |record| record.get(Quantity::Arr));
    let mut bar = Waterfall {
        start: arr(record(quarter.0.saturating_sub(1))),
        end: arr(record(quarter.0)),
        ..Waterfall::default()
    };
    for entry in game.ledger().iter().filter(|entry| entry.quantity == Quantity::Arr && entry.quarter == quarter) {
        match entry.cause.rule {
            Rule::DealWon | Rule::Discount | Rule::DiscountCreep => bar.won += entry.amount as f64,
            Rule::Expansion => bar.grown += entry.amount as f64,
            // Customers that stay pay the new price; the ARR of those that leave is counted as lost.
            Rule::Repriced if entry.amount > 0 => bar.grown += entry.amount as f64,
            _ => bar.left += entry.amount as f64,
        }
    }
    bar
}
