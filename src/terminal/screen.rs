//! What the terminal can do: how wide it is, whether it can be cleared, whether it shows colours.

use std::env;
use std::io::{IsTerminal, stdin, stdout};
use std::time::Duration;

use terminal_size::{Height, Width, terminal_size};

use crate::text::Paper;

/// Columns where nobody says how many there are.
const USUAL_COLUMNS: usize = 80;
/// Lines if the terminal does not report any: more than most windows have, so that scrolling by as many hides a page.
const USUAL_LINES: usize = 80;
/// Pages are never narrower than this; a narrower terminal wraps the lines itself.
const FEWEST_COLUMNS: usize = 40;
/// Pages are never wider than this, because long lines are hard to read.
const MOST_COLUMNS: usize = 100;

/// Nobody reads a prompt faster than this. As long as the window waits after a press.
const MOMENT: Duration = Duration::from_millis(400);

/// The terminal that the game is shown on, and who types.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Whether a person is at the keyboard, and private pages have to be handed over; otherwise lines are read from a
    /// script and printed as they are read.
    pub human: bool,
    /// Whether the screen can be cleared. If not, old pages are scrolled away.
    pub clears: bool,
    /// How long after a prompt an empty line is not an answer to it yet, because it was typed before the prompt was
    /// read.
    pub moment: Duration,
    /// Returns the current number of columns.
    pub columns: fn() -> usize,
    /// Returns the current number of lines.
    pub lines: fn() -> usize,
}

impl Screen {
    /// Plain lines, for a script.
    #[must_use]
    pub fn script() -> Self {
        Self { human: false, clears: false, moment: Duration::ZERO, columns: || USUAL_COLUMNS, lines: || USUAL_LINES }
    }

    /// A terminal that can be cleared, with a person at it, who may answer at once.
    #[must_use]
    pub fn person() -> Self {
        Self { human: true, clears: true, ..Self::script() }
    }

    /// The terminal of this process. If the input is a terminal, a person is typing, wherever the output goes.
    #[must_use]
    pub fn of_this_process() -> Self {
        let clears = stdout().is_terminal() && moves();
        let human = stdin().is_terminal();
        let moment = if human { MOMENT } else { Duration::ZERO };
        Self { human, clears, moment, columns, lines }
    }

    /// Columns of a page. Leaves a margin, because some terminals wrap a line that fits exactly.
    pub(super) fn page(&self) -> usize {
        (self.columns)().clamp(FEWEST_COLUMNS, MOST_COLUMNS) - 2
    }
}

/// Whether to print colours: standard output is a terminal that has them, and `NO_COLOR` is not set.
#[must_use]
pub fn colours() -> bool {
    let unwanted = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    stdout().is_terminal() && !unwanted && moves()
}

/// Columns of the terminal: from `COLUMNS`, else from the terminal, else 80.
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

/// Whether the terminal understands escape sequences.
fn moves() -> bool {
    match env::var("TERM") {
        Ok(term) => !matches!(term.as_str(), "" | "dumb" | "unknown"),
        // Windows has no `TERM`; of its terminals, only the newer one that sets `WT_SESSION` is
        // known to understand them.
        Err(_) => cfg!(windows) && env::var_os("WT_SESSION").is_some(),
    }
}
