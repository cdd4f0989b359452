//! Every chart of a comparison or of a debrief as a picture of its own, with a name for its file.

use super::compared::{compared, results};
use super::debriefed::{caused, demanded, over_time};
use super::lines::{LineChart, lines, lines_summary};
use super::palette::Palette;
use super::product_map::product_map;
use super::ranges::{ranges, ranges_summary};
use super::svg::{Size, Svg};
use crate::run::slug;
use crate::scenario::Measure;
use crate::text::{self, Text, Unit};
use crate::view::{Comparison, Debrief, ProductMap, six_numbers};

/// The size of a chart: half of a slide's width in a document is enough to read it.
const CHART: Size = Size { width: 820.0, height: 460.0 };
/// Height of a team among the results.
const TEAM: f64 = 34.0;

/// A chart as a picture of its own.
#[derive(Clone, Debug)]
pub struct NamedChart {
    /// A name for its file without an ending: lower-case letters and digits, and hyphens between them.
    pub name: String,
    /// The picture.
    pub picture: Svg,
    /// What it shows, in words.
    pub told: String,
}

/// The charts of a comparison: the results, the six numbers, and the product of each team.
#[must_use]
pub fn comparison_charts(from: &Comparison, text: &Text, palette: &Palette) -> Vec<NamedChart> {
    let ranking = from.argued.as_ref().map_or(&[][..], |argued| &argued.ranking);
    let rows = results(ranking, from.marked);
    let size = Size { height: TEAM * (rows.len() as f64 + 1.5), ..CHART };
    let results = (rows.len() > 1).then(|| NamedChart {
        name: "results".to_owned(),
        picture: ranges(&rows, Unit::Dollars, text.numbers(), size, palette),
        told: ranges_summary(&rows, Unit::Dollars, text),
    });
    let numbers = from.numbers.iter().zip(six_numbers());
    let numbers = numbers
        .map(|(number, (measure, _))| line_chart(name_of(measure), &compared(from, number, text), text, palette));
    let maps = from.maps.iter().enumerate().map(|(at, map)| {
        let grey = palette.grey();
        let shade = if from.marked.is_some_and(|marked| marked != at) { &grey } else { palette };
        let team = from.teams.get(at).map_or("", |team| team.name.as_str());
        map_chart(format!("product-{:02}-{}", at + 1, slug(team)), map, team, shade)
    });
    results.into_iter().chain(numbers).chain(maps).collect()
}

/// The charts of a debrief: the six numbers, what caused them, the demand for specials, and the product at the start and
/// at the end.
#[must_use]
pub fn debrief_charts(
    from: &Debrief,
    envelope: &[(f64, f64)],
    maps: &[ProductMap; 2],
    text: &Text,
    palette: &Palette,
) -> Vec<NamedChart> {
    let numbers = six_numbers().into_iter().enumerate().map(|(at, (measure, unit))| {
        let values = from.timeline.iter().map(|point| point.six.get(at).copied().flatten().unwrap_or(f64::NAN));
        let chart = over_time(text, from, text::measure(text, measure), unit, values.collect());
        line_chart(name_of(measure), &chart, text, palette)
    });
    let causes = [("causes", caused(text, from, envelope, |_| true)), ("demand", demanded(text, from))];
    let causes = causes.into_iter().map(|(name, chart)| line_chart(name, &chart, text, palette));
    let maps = ["product-before", "product-after"].into_iter().zip(maps);
    let maps = maps.map(|(name, map)| map_chart(name.to_owned(), map, "", palette));
    numbers.chain(causes).chain(maps).collect()
}

/// The name of a file about a number, the same in every language.
fn name_of(measure: Measure) -> &'static str {
    text::measure_key(measure).trim_start_matches("measure-")
}

fn line_chart(name: &str, chart: &LineChart, text: &Text, palette: &Palette) -> NamedChart {
    NamedChart { name: name.to_owned(), picture: lines(chart, CHART, palette), told: lines_summary(chart, text) }
}

fn map_chart(name: String, map: &ProductMap, team: &str, palette: &Palette) -> NamedChart {
    let told = if team.is_empty() { map.summary.clone() } else { format!("{team}: {}", map.summary) };
    NamedChart { name, picture: product_map(map, CHART, palette), told }
}
