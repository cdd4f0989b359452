//! The line charts of a debrief: the six numbers, what caused them, and where the demand for specials came from.

use super::decided::Decided;
use super::lines::{LineChart, Mark, Series};
use crate::ids::Seat;
use crate::sim::By;
use crate::text::{self, Text, Unit};
use crate::view::{Debrief, DemandPoint, Shape, TurningPoint};

/// Values over the quarters of the game and the echo year, as one line.
#[must_use]
pub fn over_time(text: &Text, debrief: &Debrief, title: String, unit: Unit, values: Vec<f64>) -> LineChart {
    over_quarters(text, debrief, title, unit, vec![Series { name: String::new(), values, marks: Vec::new() }])
}

/// ARR and revenue debt with the turning points and every decision, and the range in which most of the policies were
/// until the company's last quarter (`envelope`, which may be empty). Only those turning points are marked that `told` says
/// may be known.
#[must_use]
pub fn caused(
    text: &Text,
    debrief: &Debrief,
    envelope: &[(f64, f64)],
    told: impl Fn(&TurningPoint) -> bool,
) -> LineChart {
    let mark = |point: &TurningPoint| {
        let (number, quarter) = (point.mark?, usize::from(point.at?.0));
        told(point).then(|| Mark { number, quarter, label: point.name.clone(), good: point.good })
    };
    let arr = Series {
        name: text.get("measure-arr"),
        values: debrief.timeline.iter().map(|point| point.six[1].unwrap_or(f64::NAN)).collect(),
        marks: debrief.turning.iter().flat_map(|turning| &turning.points).filter_map(mark).collect(),
    };
    let debt = Series {
        name: text.get("measure-debt"),
        values: debrief.timeline.iter().map(|point| point.debt).collect(),
        marks: Vec::new(),
    };
    LineChart {
        band: envelope.iter().take(debrief.timeline.len()).copied().collect(),
        band_label: if envelope.is_empty() { String::new() } else { text.get("caused-envelope") },
        decided: decided(text, debrief),
        ..over_quarters(text, debrief, text.get("caused-chart"), Unit::Dollars, vec![arr, debt])
    }
}

/// Where demand came from: the base demand was flat, and what came on top followed from the team's own precedents.
#[must_use]
pub fn demanded(text: &Text, debrief: &Debrief) -> LineChart {
    let line = |key: &str, of: fn(&DemandPoint) -> f64| Series {
        name: text.get(key),
        values: debrief.demand.iter().map(of).collect(),
        marks: Vec::new(),
    };
    LineChart {
        quarters: debrief.demand.iter().map(|demand| demand.quarter.clone()).collect(),
        echo: None,
        echo_label: String::new(),
        ..over_quarters(
            text,
            debrief,
            text.get("demand-title"),
            Unit::Count,
            vec![line("demand-asked", |demand| demand.asked), line("demand-base", |demand| demand.base)],
        )
    }
}

/// The same, with the curve that somebody drew from memory.
#[must_use]
pub fn drawn(text: &Text, debrief: &Debrief, shape: Option<Shape>) -> LineChart {
    let mut chart = demanded(text, debrief);
    let first = debrief.demand.first().map_or(0.0, |point| point.asked);
    chart.series.extend(shape.map(|shape| Series {
        name: text.get("reveal-sketch"),
        values: shape.over(debrief.demand.len(), first),
        marks: Vec::new(),
    }));
    chart
}

fn over_quarters(text: &Text, debrief: &Debrief, title: String, unit: Unit, series: Vec<Series>) -> LineChart {
    LineChart {
        title,
        unit,
        numbers: text.numbers().clone(),
        quarters: debrief.timeline.iter().map(|point| point.label.clone()).collect(),
        echo: debrief.timeline.iter().position(|point| point.echo),
        echo_label: text.get("compare-echo"),
        series,
        marked: None,
        band: Vec::new(),
        band_label: String::new(),
        decided: Decided::default(),
    }
}

/// The decisions that people or the CEO made, by who signed them. Leaves out what follows from the house quadrant, from
/// reforms, and from the autopilot of the echo year.
fn decided(text: &Text, debrief: &Debrief) -> Decided {
    let who = |by: &By| match by {
        By::Product => Some(Some(Seat::Product)),
        By::Sales => Some(Some(Seat::Sales)),
        By::Both | By::Ceo(_) => Some(None),
        By::House | By::Reform(_) | By::Autopilot => None,
    };
    let marks = debrief.decisions.iter().filter_map(|line| Some((usize::from(line.at.0), who(&line.who)?)));
    Decided {
        marks: marks.collect(),
        labels: [text::seat(text, Seat::Product), text::seat(text, Seat::Sales), text.get("decided-both")],
    }
}
