//! A progress bar on a terminal, and none in a pipe.

use indicatif::{ProgressBar, ProgressStyle};

/// A progress bar for a number of runs, on standard error; it draws nothing if that is not a terminal.
pub(super) fn bar(runs: u64) -> ProgressBar {
    let bar = ProgressBar::new(runs);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} runs, {eta} left") {
        bar.set_style(style);
    }
    bar
}
