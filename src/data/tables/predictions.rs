//! One row for each prediction of a lead, against the result.

use super::{Cell, Column, Holds, RunSource, Signed, Table, fields, read, seats, signers, words};
use crate::ids::{Quarter, Seat};
use crate::scenario::Measure;
use crate::sim::formula::{points, predicted};
use crate::sim::{Command, Range};

/// A prediction against the result.
struct Row<'a> {
    quarter: Quarter,
    seat: Seat,
    measure: Measure,
    range: Range,
    result: f64,
    signed: Option<Signed<'a>>,
}

pub(in crate::data) fn table() -> Table {
    let about = "One row for each prediction in a closed quarter. A prediction is a range; leads state no \
                 confidence, and a narrower range is worth more points.";
    Table::new("predictions", about, fields(&columns()), |source| read(&columns(), &rows(source)))
}

fn rows<'a>(source: &RunSource<'a>) -> Vec<Row<'a>> {
    let of = |record: &crate::sim::Record, seat: Seat| {
        let quarter = record.quarter;
        let signed = source.last_of(seat, quarter, |command| matches!(command, Command::Predict { .. }));
        let measure = predicted(source.scenario(), quarter);
        let range = (*record.predictions.get(seat))?;
        Some(Row { quarter, seat, measure, range, result: record.predicted, signed })
    };
    let history = &source.game.state().history;
    history.iter().flat_map(|record| Seat::BOTH.map(|seat| of(record, seat))).flatten().collect()
}

impl Row<'_> {
    fn inside(&self) -> bool {
        self.range.low <= self.result && self.result <= self.range.high
    }

    fn came(&self) -> &'static str {
        match (self.range.held(self.result), self.inside()) {
            (true, _) => CAME[0],
            (false, true) => CAME[1],
            (false, false) => CAME[2],
        }
    }
}

const CAME: [&str; 3] = ["Held", "TooWide", "Missed"];

fn came() -> Vec<String> {
    CAME.map(str::to_owned).to_vec()
}

fn measures() -> Vec<String> {
    words(&[
        Measure::Cash,
        Measure::Arr,
        Measure::Bookings,
        Measure::QuotaAttainment,
        Measure::GrossRetention,
        Measure::Coherence,
        Measure::Trust,
        Measure::Gap,
        Measure::Upkeep,
        Measure::Precedent,
        Measure::Morale,
        Measure::Value,
    ])
}

fn unit(measure: Measure) -> &'static str {
    match measure {
        Measure::Cash | Measure::Arr | Measure::Bookings | Measure::Value => UNITS[0],
        Measure::Upkeep => UNITS[1],
        Measure::QuotaAttainment
        | Measure::GrossRetention
        | Measure::Coherence
        | Measure::Trust
        | Measure::Gap
        | Measure::Precedent
        | Measure::Morale => UNITS[2],
    }
}

const UNITS: [&str; 3] = ["dollars", "engineer-weeks", "share"];

fn units() -> Vec<String> {
    UNITS.map(str::to_owned).to_vec()
}

fn columns<'a>() -> Vec<Column<Row<'a>>> {
    vec![
        Column::new("quarter", Holds::Quarter, "The quarter.", |row| row.quarter.into()),
        Column::new("seat", Holds::Word(seats), "Whose prediction.", |row| Cell::word(&row.seat)),
        Column::new(
            "measure",
            Holds::Word(measures),
            "The number that was predicted for the end of the quarter.",
            |row| Cell::word(&row.measure),
        ),
        Column::new("unit", Holds::Word(units), "The unit of low, high and result.", |row| unit(row.measure).into()),
        Column::new("low", Holds::Number, "Lower end of the range.", |row| row.range.low.into()),
        Column::new("high", Holds::Number, "Upper end of the range.", |row| row.range.high.into()),
        Column::new("result", Holds::Number, "How it came out.", |row| row.result.into()),
        Column::new("hit", Holds::Flag, "Whether the result is inside the range, however wide that is.", |row| {
            row.inside().into()
        }),
        Column::new(
            "came",
            Holds::Word(came),
            "TooWide if the result is inside a range so wide that it could hardly have missed, which is worth \
             nothing.",
            |row| row.came().into(),
        ),
        Column::new("points", Holds::Points, "What it is worth.", |row| {
            points(row.measure, row.range, row.result).into()
        }),
        Column::new("signed_by", Holds::Word(signers), "Who predicted.", |row| {
            row.signed.map(|signed| signed.by()).into()
        }),
        Column::new("signed_at", Holds::Time, "When; empty for a run from a file, which has no times.", |row| {
            row.signed.and_then(|signed| Some(signed.moment?.time.as_str())).into()
        }),
    ]
}
