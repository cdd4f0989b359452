//! One row for each decision: when, at which step, who signed, and what.

use serde_json::Value;

use super::{
    Cell, Column, Holds, RunSource, Signed, Table, deciders, evidence, fields, read, responses, seats, sided_with,
    signers,
};
use crate::ids::{CustomerId, DealId, PerSeat, Seat, WorkId};
use crate::sim::{Allocation, Answer, By, Command, Decision, DecisionKind, ProductMove, SalesMove};

struct Row<'a> {
    decision: &'a Decision,
    /// The signatures that led to it.
    signed: PerSeat<Option<Signed<'a>>>,
}

pub(in crate::data) fn table() -> Table {
    let about = "One row for each decision, in the order in which they took effect. What a seat signs as one plan is \
                 one decision for each part of it. Small asks are answered by the house quadrant and have no \
                 decision of their own.";
    Table::new("decisions", about, fields(&columns()), |source| read(&columns(), &rows(source)))
}

fn rows<'a>(source: &'a RunSource<'a>) -> Vec<Row<'a>> {
    let row = |decision| Row { decision, signed: signed(source, decision) };
    source.game.state().decisions.iter().map(row).collect()
}

fn signed<'a>(source: &RunSource<'a>, decision: &Decision) -> PerSeat<Option<Signed<'a>>> {
    let of = |seat| source.last_of(seat, decision.quarter, |command| led_to(command, decision));
    PerSeat { product: of(Seat::Product), sales: of(Seat::Sales) }
}

/// Whether it is by such a command that a decision is signed.
fn led_to(command: &Command, decision: &Decision) -> bool {
    match (&decision.kind, command) {
        (DecisionKind::Allocation(_) | DecisionKind::Product(_), Command::PlanProduct(_))
        | (DecisionKind::Target(_) | DecisionKind::Push(_) | DecisionKind::Sales(_), Command::PlanSales(_))
        | (DecisionKind::House(_), Command::SignHouse { .. }) => true,
        (DecisionKind::Answer(deal, _), Command::SignAnswer { deal: on, .. }) => deal == on && decision.by == By::Both,
        (DecisionKind::Answer(deal, _), Command::Escalate { deal: on, .. }) => deal == on,
        _ => false,
    }
}

impl Row<'_> {
    fn step(&self) -> &'static str {
        match self.decision.kind {
            DecisionKind::House(_) => STEPS[1],
            DecisionKind::Answer(..) => STEPS[2],
            _ => STEPS[0],
        }
    }

    /// The signature that came last, by which it took effect.
    fn last(&self) -> Option<Signed<'_>> {
        let seconds = |signed: &Signed| signed.moment.map_or(0.0, |moment| moment.room_seconds);
        let both = [self.signed.product, self.signed.sales];
        both.into_iter().flatten().max_by(|a, b| seconds(a).total_cmp(&seconds(b)))
    }

    fn signer(&self, seat: Seat) -> Cell {
        self.signed.get(seat).map(|signed| signed.by()).into()
    }

    fn split(&self) -> Option<Allocation> {
        match self.decision.kind {
            DecisionKind::Allocation(split) => Some(split),
            _ => None,
        }
    }

    fn answer(&self) -> Option<Answer> {
        match self.decision.kind {
            DecisionKind::Answer(_, answer) => Some(answer),
            _ => None,
        }
    }

    fn deal(&self) -> Option<DealId> {
        match self.decision.kind {
            DecisionKind::Answer(deal, _)
            | DecisionKind::Push(deal)
            | DecisionKind::Product(ProductMove::ProspectCall(deal))
            | DecisionKind::Sales(
                SalesMove::Qualify(deal)
                | SalesMove::BringProductIn(deal)
                | SalesMove::PrePromise(deal)
                | SalesMove::Discount(deal),
            ) => Some(deal),
            _ => None,
        }
    }

    fn customer(&self) -> Option<CustomerId> {
        match self.decision.kind {
            DecisionKind::Sales(SalesMove::SaveRenewal(customer)) => Some(customer),
            _ => None,
        }
    }

    fn special(&self) -> Option<WorkId> {
        match self.decision.kind {
            DecisionKind::Product(ProductMove::Sunset(special)) => Some(special),
            _ => None,
        }
    }

    /// The move that cost attention.
    fn made(&self) -> Cell {
        match &self.decision.kind {
            DecisionKind::Product(made) => Cell::word(made),
            DecisionKind::Sales(made) => Cell::word(made),
            _ => Cell::Empty,
        }
    }

    /// Everything that was decided, without the word for what kind it is.
    fn detail(&self) -> Cell {
        match serde_json::to_value(&self.decision.kind) {
            Ok(Value::Object(whole)) => whole.into_iter().next().map(|(_, content)| content.to_string()).into(),
            _ => Cell::Empty,
        }
    }
}

const STEPS: [&str; 3] = ["Plan", "House", "Answer"];

fn steps() -> Vec<String> {
    STEPS.map(str::to_owned).to_vec()
}

fn kinds() -> Vec<String> {
    ["Allocation", "Target", "Push", "Product", "Sales", "House", "Answer"].map(str::to_owned).to_vec()
}

fn share(percent: u8) -> f64 {
    f64::from(percent) / 100.0
}

fn columns<'a>() -> Vec<Column<Row<'a>>> {
    who().into_iter().chain(what()).collect()
}

fn who<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::new("decision", Holds::Id, "Number of the decision in the run; the ledger names it.", |row| {
            row.decision.id.into()
        }),
        Column::new("quarter", Holds::Quarter, "The quarter.", |row| row.decision.quarter.into()),
        Column::new("step", Holds::Word(steps), "The step of the quarter at which it was signed.", |row| {
            row.step().into()
        }),
        Column::new(
            "decided_by",
            Holds::Word(deciders),
            "Whose decision it is: a lead's alone, that of both with two signatures, or the CEO's.",
            |row| Cell::word(&row.decision.by),
        ),
        Column::new(
            "ceo_sided_with",
            Holds::Word(seats),
            "The side whose answer the CEO took; otherwise empty.",
            |row| sided_with(row.decision.by).map(|seat| Cell::word(&seat)).into(),
        ),
        Column::new(
            "product_signed_by",
            Holds::Word(signers),
            "Who signed for the Product Lead, or asked the CEO; empty if that seat did neither. The first format of \
             run files does not tell, and all count as Lead.",
            |row| row.signer(Seat::Product),
        ),
        Column::new("sales_signed_by", Holds::Word(signers), "The same for the Sales Lead.", |row| {
            row.signer(Seat::Sales)
        }),
        Column::new(
            "signed_at",
            Holds::Time,
            "When it was signed last; empty for a run from a file, which has no times.",
            |row| row.last().and_then(|signed| Some(signed.moment?.time.as_str())).into(),
        ),
        Column::new(
            "room_seconds",
            Holds::Seconds,
            "The same in seconds since the room was opened, without pauses of the host.",
            |row| row.last().and_then(|signed| Some(signed.moment?.room_seconds)).into(),
        ),
    ]
}

fn what<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::new(
            "kind",
            Holds::Word(kinds),
            "What was decided: the split of engineering, the target mix, a push on a deal, a move of the Product or \
             the Sales Lead, the house quadrant, or the answer to a card.",
            |row| Cell::word(&row.decision.kind),
        ),
        Column::new("move", Holds::Text, "The move, if it is one, spelled as in run files.", Row::made),
        Column::new("deal", Holds::Id, "The deal that it is about; otherwise empty.", |row| row.deal().into()),
        Column::new("customer", Holds::Id, "The customer that it is about; otherwise empty.", |row| {
            row.customer().into()
        }),
        Column::new("special", Holds::Id, "The accepted special that it is about; otherwise empty.", |row| {
            row.special().into()
        }),
        Column::new("response", Holds::Word(responses), "The answer to a card; otherwise empty.", |row| {
            row.answer().map(|answer| Cell::word(&answer.response)).into()
        }),
        Column::new("defence", Holds::Word(evidence), "The evidence that was to defend the answer.", |row| {
            row.answer().and_then(|answer| answer.defence).map(|evidence| Cell::word(&evidence)).into()
        }),
        Column::new("due", Holds::Quarter, "The quarter named in a roadmap promise; otherwise empty.", |row| {
            row.answer().and_then(|answer| answer.due).into()
        }),
        Column::new("roadmap", Holds::Share, "Share of engineering for the roadmap, if it is a split.", |row| {
            row.split().map(|split| share(split.roadmap)).into()
        }),
        Column::new("specials", Holds::Share, "Share for specials.", |row| {
            row.split().map(|split| share(split.specials)).into()
        }),
        Column::new("repair", Holds::Share, "Share for repair.", |row| {
            row.split().map(|split| share(split.repair)).into()
        }),
        Column::new("discovery", Holds::Share, "Share for discovery.", |row| {
            row.split().map(|split| share(split.discovery)).into()
        }),
        Column::new("detail", Holds::Json, "Everything that was decided, in the words of run files.", Row::detail),
    ]
}
