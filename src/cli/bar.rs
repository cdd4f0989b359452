//! A progress bar on a terminal, and none in a pipe.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar for so many runs; it draws on standard error, and nowhere if that is no terminal.
pub(super) fn bar(runs: u64) -> ProgressBar {
    let bar = ProgressBar::new(runs);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} runs, {eta} left") {
        bar.set_style(style);
    }
    bar
}
