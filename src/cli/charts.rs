//! What commands share that save charts as files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::output::{Kind, Output, marked, marked_svg};
use super::print;
use crate::chart::{NamedChart, Palette, outlined, png};
use crate::run::plain;
use crate::text::Text;

/// Pixels of a PNG for each unit of a chart.
const SCALE: f32 = 2.0;

/// Where charts go, and as what.
#[derive(Args, Clone, Debug)]
pub struct ChartFiles {
    /// Save every chart as a picture of its own in this folder.
    #[arg(long, value_name = "FOLDER")]
    pub charts: Option<PathBuf>,
    /// What the pictures are.
    #[arg(long, value_enum, default_value_t = ChartFormat::Svg, requires = "charts")]
    pub format: ChartFormat,
}

/// A format for pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ChartFormat {
    /// Sharp at every size; the words are outlines, so it looks the same everywhere.
    Svg,
    /// Pixels, twice as many as the charts on pages have.
    Png,
}

impl ChartFiles {
    /// Makes the folder, if charts are asked for; so a mistake is told before anything is worked out.
    ///
    /// # Errors
    /// A sentence for the user: it is a file, or cannot be made.
    pub(super) fn begin(&self, text: &Text) -> Result<(), String> {
        let Some(folder) = &self.charts else { return Ok(()) };
        let path = folder.display().to_string();
        if folder.is_file() {
            return Err(text.with("charts-file", &[("path", &path)]));
        }
        fs::create_dir_all(folder)
            .map_err(|error| text.with("charts-cannot", &[("path", &path), ("reason", &plain(&error))]))
    }

    /// Saves the charts and says how many. No file that is there already is replaced unless it is such a chart, or `force`
    /// is set; then nothing is saved at all.
    ///
    /// # Errors
    /// A sentence for the user: a file is something else, or cannot be written.
    pub(super) fn save(&self, charts: &[NamedChart], force: bool, text: &Text) -> Result<ExitCode, String> {
        let Some(folder) = &self.charts else { return Ok(ExitCode::SUCCESS) };
        let begun: Vec<Output> =
            charts.iter().map(|chart| self.output(folder, chart, force)).collect::<Result<_, String>>()?;
        for (chart, output) in charts.iter().zip(begun) {
            let drawn = self.drawn(chart).ok_or_else(|| text.with("charts-drawn", &[("name", &chart.name)]))?;
            output.write_whole(&drawn)?;
        }
        let path = folder.display().to_string();
        Ok(print(&format!("{}\n", text.with("charts-saved", &[("count", &charts.len()), ("path", &path)]))))
    }

    fn output(&self, folder: &Path, chart: &NamedChart, force: bool) -> Result<Output, String> {
        let (kind, ending) = match self.format {
            ChartFormat::Svg => (Kind::Svg, "svg"),
            ChartFormat::Png => (Kind::Png, "png"),
        };
        Output::begin(&folder.join(format!("{}.{ending}", chart.name)), kind, force)
    }

    fn drawn(&self, chart: &NamedChart) -> Option<Vec<u8>> {
        let ground = Palette::print().surface;
        match self.format {
            ChartFormat::Svg => outlined(&chart.picture, ground, &chart.told).map(|svg| marked_svg(&svg).into_bytes()),
            ChartFormat::Png => png(&chart.picture, ground, SCALE).map(|png| marked(&png)),
        }
    }
}
