//! One row for each answered card: what was believed of it, what was true, and what became of it.

use super::{
    Cell, Column, Holds, RunSource, Table, answered_cards, deciders, fields, read, responses, who, whos, words,
};
use crate::ids::{PerSeat, Seat, WorkId};
use crate::scenario::Scenario;
use crate::sim::{Ask, AskText, Deal, DealOutcome, Fact, Settled, State, Work};

struct Row<'a> {
    scenario: &'a Scenario,
    state: &'a State,
    deal: &'a Deal,
    ask: &'a Ask,
    settled: Settled,
    /// The special in the backlog or the product, if the deal was won with it.
    work: Option<&'a Work>,
}

pub(in crate::data) fn table() -> Table {
    let about = "One row for each card that was answered at the table: what was believed, what was true, and what \
                 became of it. Cards without an answer stay closed.";
    Table::new("cards", about, fields(&columns()), |source| read(&columns(), &rows(source)))
}

fn rows<'a>(source: &'a RunSource<'a>) -> Vec<Row<'a>> {
    let (scenario, state) = (source.scenario(), source.game.state());
    let row = |(deal, settled): (&'a Deal, Settled)| {
        let work = state.works.get(&WorkId(deal.id.0));
        Some(Row { scenario, state, deal, ask: deal.ask.as_deref()?, settled, work })
    };
    answered_cards(&source.game).into_iter().filter_map(row).collect()
}

impl Row<'_> {
    /// Which seats know a fact.
    fn known(&self, fact: Fact) -> Cell {
        let [product, sales] = Seat::BOTH.map(|seat| self.state.knows(seat, fact));
        who(&PerSeat { product, sales }).into()
    }

    /// The hand-written special.
    fn special(&self) -> Option<&str> {
        match self.ask.text {
            AskText::Card(id) => self.scenario.specials.get(id.index()).map(|card| card.id.as_str()),
            AskText::Template(_) => None,
        }
    }

    fn hidden_profile(&self) -> bool {
        match self.ask.text {
            AskText::Card(id) => self.scenario.specials.get(id.index()).is_some_and(|card| card.hidden_profile),
            AskText::Template(_) => false,
        }
    }

    fn outcome(&self) -> Cell {
        self.deal.outcome.map(|outcome| Cell::word(&outcome)).into()
    }
}

fn outcomes() -> Vec<String> {
    words(&[DealOutcome::Won(crate::ids::CustomerId(0)), DealOutcome::Lost])
}

fn columns<'a>() -> Vec<Column<Row<'a>>> {
    card().into_iter().chain(truth()).chain(known()).chain(became()).collect()
}

fn card<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::new("quarter", Holds::Quarter, "The quarter in which it was on the table.", |row| {
            row.deal.closes.into()
        }),
        Column::new("deal", Holds::Id, "Number of the deal that asks.", |row| row.deal.id.into()),
        Column::new(
            "card",
            Holds::Text,
            "Id of the hand-written special; empty for one made from a template.",
            |row| row.special().into(),
        ),
        Column::new(
            "hidden_profile",
            Holds::Flag,
            "Whether each private note leans one way and both together the other.",
            |row| row.hidden_profile().into(),
        ),
        Column::new("segment", Holds::Text, "Id of the market segment.", |row| {
            row.scenario.segments.get(row.deal.segment.index()).map(|segment| segment.id.as_str()).into()
        }),
        Column::new("theme", Holds::Text, "Id of the product theme.", |row| {
            row.scenario.themes.get(row.ask.theme.index()).map(|theme| theme.id.as_str()).into()
        }),
        Column::new("arr", Holds::Dollars, "ARR of the deal before discounts.", |row| row.deal.arr.into()),
    ]
}

/// What was believed, beside what was true.
fn truth<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::new("effort_estimate", Holds::Weeks, "Effort as estimated.", |row| row.ask.effort_estimate.into()),
        Column::new("effort_true", Holds::Weeks, "Effort as it truly is, if built as asked.", |row| {
            row.ask.effort.into()
        }),
        Column::new("alignment_estimate", Holds::Share, "Strategic alignment as estimated.", |row| {
            row.ask.alignment_estimate.into()
        }),
        Column::new("alignment_true", Holds::Share, "Strategic alignment as it truly is.", |row| {
            row.ask.alignment.into()
        }),
        Column::new("fit_true", Holds::Share, "True fit of the prospect to the strategy.", |row| row.deal.fit.into()),
        Column::new("dealbreaker_true", Holds::Flag, "Whether the deal truly depends on the request.", |row| {
            row.ask.dealbreaker.into()
        }),
        Column::new("simplify_true", Holds::Share, "Share of the effort that would solve the true need.", |row| {
            row.ask.simplify.into()
        }),
        Column::new(
            "shared_true",
            Holds::Flag,
            "Whether others ask for the same, so that building it for all helps.",
            |row| row.ask.shared.into(),
        ),
        Column::new("champion_true", Holds::Share, "Strength of the champion, which only Sales sees.", |row| {
            row.deal.champion.into()
        }),
        Column::new("competitor_heard", Holds::Flag, "Whether the competitor has it, as Sales heard.", |row| {
            row.deal.competitor_heard.into()
        }),
        Column::new("competitor_true", Holds::Flag, "Whether the competitor truly has it.", |row| {
            row.deal.competitor_has.into()
        }),
        Column::new("die", Holds::Share, "The die of the deal, which is won if its win rate is above it.", |row| {
            row.deal.die.into()
        }),
    ]
}

/// What was found out.
fn known<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::new("need_known_to", Holds::Word(whos), "Which leads found out the true need.", |row| {
            row.known(Fact::Need(row.deal.id))
        }),
        Column::new(
            "dealbreaker_known_to",
            Holds::Word(whos),
            "Which found out whether the deal depends on it.",
            |row| row.known(Fact::Dealbreaker(row.deal.id)),
        ),
        Column::new("fit_known_to", Holds::Word(whos), "Which found out the fit.", |row| {
            row.known(Fact::Fit(row.deal.id))
        }),
        Column::new("champion_known_to", Holds::Word(whos), "Which know how strong the champion is.", |row| {
            row.known(Fact::Champion(row.deal.id))
        }),
    ]
}

/// The answer and what became of it.
fn became<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::new("response", Holds::Word(responses), "The answer.", |row| Cell::word(&row.settled.answer.response)),
        Column::new("decided_by", Holds::Word(deciders), "Who decided: both, or the CEO.", |row| {
            Cell::word(&row.settled.by)
        }),
        Column::new("decision", Holds::Id, "Number of the decision in the run.", |row| row.settled.decision.into()),
        Column::new("pushes", Holds::Count, "Push tokens on the deal.", |row| row.deal.pushes.into()),
        Column::new("discounted", Holds::Flag, "Whether a discount was given.", |row| {
            row.deal.discount.is_some().into()
        }),
        Column::new("promised_before", Holds::Flag, "Whether Sales had promised it before asking.", |row| {
            row.deal.prepromised.is_some().into()
        }),
        Column::new("outcome", Holds::Word(outcomes), "How the deal ended; empty while it is open.", Row::outcome),
        Column::new("special", Holds::Id, "Number of the accepted special; empty if none was started.", |row| {
            row.work.map(|work| work.id).into()
        }),
        Column::new("work_due", Holds::Quarter, "When the customer expects it.", |row| {
            row.work.map(|work| work.due).into()
        }),
        Column::new("work_delivered", Holds::Quarter, "When it was delivered; empty if it was not.", |row| {
            row.work.and_then(|work| work.delivered).into()
        }),
        Column::new("work_late", Holds::Flag, "Whether it became late.", |row| row.work.map(|work| work.late).into()),
        Column::new("work_upkeep", Holds::Weeks, "Upkeep that it added, per quarter.", |row| {
            row.work.map(|work| work.upkeep as f64 / crate::ids::WEEK_ONE).into()
        }),
    ]
}
