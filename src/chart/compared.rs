//! Several runs in pictures: one of the six numbers as lines, and their results as ranges.

use super::decided::Decided;
use super::lines::{LineChart, Series};
use super::ranges::RangeRow;
use crate::text::Text;
use crate::view::{ComparedNumber, Comparison, Ranked};

/// The line chart of a number, with one line per run.
#[must_use]
pub fn compared(comparison: &Comparison, number: &ComparedNumber, text: &Text) -> LineChart {
    let series = comparison.teams.iter().zip(&number.lines).map(|(team, values)| Series {
        name: team.name.clone(),
        values: values.iter().map(|value| value.unwrap_or(f64::NAN)).collect(),
        marks: Vec::new(),
    });
    LineChart {
        title: number.label.clone(),
        unit: number.unit,
        numbers: text.numbers().clone(),
        quarters: comparison.quarters.clone(),
        echo: comparison.echo,
        echo_label: text.get("compare-echo"),
        series: series.collect(),
        marked: comparison.marked,
        band: Vec::new(),
        band_label: String::new(),
        decided: Decided::default(),
    }
}

/// What the teams reached, each on the range of what its decisions come to with other dice; `marked` is the position of a
/// highlighted team among all.
#[must_use]
pub fn results(ranking: &[Ranked], marked: Option<usize>) -> Vec<RangeRow> {
    let row = |team: &Ranked| RangeRow {
        label: team.name.clone(),
        low: team.range[0],
        high: team.range[1],
        actual: Some(team.worth),
        of: None,
        quiet: marked.is_some_and(|marked| marked != team.team),
    };
    ranking.iter().map(row).collect()
}
