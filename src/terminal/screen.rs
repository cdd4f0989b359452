//! What the terminal can do: how wide it is, whether its page can be cleared, whether it shows colours.

use std::env;
use std::io::{IsTerminal, stdin, stdout};

use terminal_size::{Height, Width, terminal_size};

use crate::text::Paper;

/// Columns where nobody says how many there are.
const USUAL_COLUMNS: usize = 80;
/// Lines where nobody says how many there are: more than most windows have.
const USUAL_LINES: usize = 80;
/// No page is narrower; such a window breaks lines by itself.
const FEWEST_COLUMNS: usize = 40;
/// No page is wider: longer lines are hard to read.
const MOST_COLUMNS: usize = 100;

/// Where the game by lines is shown, and who types.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Whether a person sits at the keyboard, to whom private pages are handed over; otherwise plain lines are read and
    /// repeated.
    pub human: bool,
    /// Whether a page can be cleared. Where it cannot, what was shown is scrolled away.
    pub clears: bool,
    /// Columns of the window now.
    pub columns: fn() -> usize,
    /// Lines of the window now.
    pub lines: fn() -> usize,
}

impl Screen {
    /// Plain lines for a script.
    #[must_use]
    pub fn script() -> Self {
        Self { human: false, clears: false, columns: || USUAL_COLUMNS, lines: || USUAL_LINES }
    }

    /// A person at a terminal that can be cleared.
    #[must_use]
    pub fn person() -> Self {
        Self { human: true, clears: true, ..Self::script() }
    }

    /// The terminal of this process. Who types at a keyboard is a person, wherever the output goes.
    #[must_use]
    pub fn of_this_process() -> Self {
        let clears = stdout().is_terminal() && moves();
        Self { human: stdin().is_terminal(), clears, columns, lines }
    }

    /// Columns of a page: a margin is left, because some terminals wrap a line that just fits.
    pub(super) fn page(&self) -> usize {
        (self.columns)().clamp(FEWEST_COLUMNS, MOST_COLUMNS) - 2
    }
}

/// Whether the standard output shows colours: it is a terminal that can, and nobody asked for none.
#[must_use]
pub fn colours() -> bool {
    let unwanted = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    stdout().is_terminal() && !unwanted && moves()
}

/// Columns of the window: what `COLUMNS` says, what the terminal says, or 80.
#[must_use]
pub fn columns() -> usize {
    said("COLUMNS").or_else(|| terminal_size().map(|(Width(columns), _)| columns.into())).unwrap_or(USUAL_COLUMNS)
}

/// What a report on the standard output is printed on.
#[must_use]
pub fn paper() -> Paper {
    if stdout().is_terminal() { Paper { colours: colours(), columns: columns() } } else { Paper::PLAIN }
}

fn lines() -> usize {
    terminal_size().map(|(_, Height(lines))| lines.into()).or_else(|| said("LINES")).unwrap_or(USUAL_LINES)
}

fn said(variable: &str) -> Option<usize> {
    env::var(variable).ok()?.trim().parse().ok().filter(|&count| count > 0)
}

/// Whether the terminal understands more than plain lines.
fn moves() -> bool {
    match env::var("TERM") {
        Ok(term) => !matches!(term.as_str(), "" | "dumb" | "unknown"),
        // On Windows nothing names the terminal, and only newer ones understand.
        Err(_) => cfg!(windows) && env::var_os("WT_SESSION").is_some(),
    }
}
