//! Lines in, lines out: asks, takes defaults, wraps what it prints.

use std::io::{self, BufRead, Read, Write};

/// Columns of a page.
const WIDTH: usize = 78;
/// Bytes of a line that are read; nobody types more, and a file without line ends must not fill the memory.
const LONGEST: u64 = 4096;

/// Leaves the game at any prompt.
const QUIT: &str = "quit";

/// What a person typed at a prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// An empty line, or the end of the input: the default that is shown.
    Default,
    /// Anything else, trimmed.
    Line(String),
}

/// The two ends of a terminal.
pub(super) struct Console<'a> {
    input: &'a mut dyn BufRead,
    output: &'a mut dyn Write,
    /// Whether a person sits at it, so that pages are cleared and input need not be repeated.
    human: bool,
    ended: bool,
}

impl<'a> Console<'a> {
    pub(super) fn new(input: &'a mut dyn BufRead, output: &'a mut dyn Write, human: bool) -> Self {
        Self { input, output, human, ended: false }
    }

    pub(super) fn human(&self) -> bool {
        self.human
    }

    /// Whether the input is used up: from now on every prompt takes its default.
    pub(super) fn ended(&self) -> bool {
        self.ended
    }

    /// Shows a prompt and reads one line.
    ///
    /// Who types `quit` leaves, and so does a person who closes the input; the error says so to [`left`].
    pub(super) fn ask(&mut self, prompt: &str) -> io::Result<Typed> {
        write!(self.output, "{prompt} ")?;
        self.output.flush()?;
        let line = self.read()?;
        if !self.human {
            writeln!(self.output, "{line}")?;
        }
        if line.eq_ignore_ascii_case(QUIT) || self.human && self.ended {
            return Err(io::ErrorKind::Interrupted.into());
        }
        Ok(if line.is_empty() { Typed::Default } else { Typed::Line(line) })
    }

    fn read(&mut self) -> io::Result<String> {
        let mut bytes = Vec::new();
        if !self.ended {
            self.input.take(LONGEST).read_until(b'\n', &mut bytes)?;
        }
        self.ended = bytes.is_empty();
        if !self.ended && bytes.last() != Some(&b'\n') {
            self.skip_rest_of_line()?;
        }
        let line = String::from_utf8_lossy(&bytes);
        Ok(line.chars().filter(|c| !c.is_control()).collect::<String>().trim().to_owned())
    }

    fn skip_rest_of_line(&mut self) -> io::Result<()> {
        loop {
            let buffer = self.input.fill_buf()?;
            if buffer.is_empty() {
                return Ok(());
            }
            let (used, done) = match buffer.iter().position(|&byte| byte == b'\n') {
                Some(at) => (at + 1, true),
                None => (buffer.len(), false),
            };
            self.input.consume(used);
            if done {
                return Ok(());
            }
        }
    }

    /// An empty page for the next reader; only a person's terminal is cleared.
    pub(super) fn clear(&mut self) -> io::Result<()> {
        if self.human { write!(self.output, "\x1b[2J\x1b[3J\x1b[H") } else { Ok(()) }
    }

    /// A line over the whole width with a title in it.
    pub(super) fn title(&mut self, title: &str) -> io::Result<()> {
        let rest = WIDTH.saturating_sub(title.chars().count() + 4);
        writeln!(self.output, "\n── {title} {}", "─".repeat(rest))
    }

    /// A heading inside a page.
    pub(super) fn heading(&mut self, heading: &str) -> io::Result<()> {
        writeln!(self.output, "\n{heading}")
    }

    /// An empty line.
    pub(super) fn gap(&mut self) -> io::Result<()> {
        writeln!(self.output)
    }

    /// A paragraph, wrapped.
    pub(super) fn say(&mut self, text: &str) -> io::Result<()> {
        self.hang("", text)
    }

    /// A wrapped paragraph behind a mark; its later lines stand under the first one.
    pub(super) fn hang(&mut self, mark: &str, text: &str) -> io::Result<()> {
        let indent = mark.chars().count();
        let room = WIDTH.saturating_sub(indent).max(20);
        let mut first = true;
        for paragraph in text.lines() {
            for line in wrap(paragraph, room) {
                let lead = if first { mark.to_owned() } else { " ".repeat(indent) };
                writeln!(self.output, "{}", format!("{lead}{line}").trim_end())?;
                first = false;
            }
        }
        Ok(())
    }

    /// Words on the left, an amount on the right edge.
    pub(super) fn amount(&mut self, text: &str, amount: &str) -> io::Result<()> {
        if amount.is_empty() {
            return self.hang("  ", text);
        }
        let room = WIDTH.saturating_sub(amount.chars().count() + 4).max(20);
        let lines = wrap(text, room);
        let last = lines.len().saturating_sub(1);
        for (i, line) in lines.iter().enumerate() {
            if i == last {
                let fill = room.saturating_sub(line.chars().count());
                writeln!(self.output, "  {line}{}  {amount}", " ".repeat(fill))?;
            } else {
                writeln!(self.output, "  {line}")?;
            }
        }
        Ok(())
    }

    /// Rows in columns that are as wide as their longest cell.
    pub(super) fn table(&mut self, rows: &[Vec<String>]) -> io::Result<()> {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|c| c.chars().count()).max();
        let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
        for row in rows {
            let mut line = String::from("  ");
            for (cell, width) in row.iter().zip(&widths) {
                let fill = width.saturating_sub(cell.chars().count());
                line.push_str(&format!("{cell}{}  ", " ".repeat(fill)));
            }
            writeln!(self.output, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

/// Whether somebody left the game, which is no failure.
pub(super) fn left(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Interrupted
}

/// Items whose words stay together when they are wrapped.
pub(super) fn items(items: impl IntoIterator<Item = String>) -> String {
    let glued: Vec<String> = items.into_iter().map(|item| item.replace(' ', "\u{a0}")).collect();
    glued.join(" · ")
}

/// Breaks a paragraph into lines of at most so many characters; a longer word stands alone.
fn wrap(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in paragraph.split(' ').filter(|word| !word.is_empty()) {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(core::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask_all(input: &[u8], times: usize) -> (Vec<Typed>, bool) {
        let (mut input, mut output) = (input, Vec::new());
        let mut console = Console::new(&mut input, &mut output, false);
        let typed = (0..times).map(|_| console.ask(">").unwrap()).collect();
        (typed, console.ended())
    }

    #[test]
    fn an_empty_line_and_the_end_of_the_input_take_the_default() {
        let (typed, ended) = ask_all(b"\n  \nyes\n", 4);
        assert_eq!(typed, [Typed::Default, Typed::Default, Typed::Line("yes".to_owned()), Typed::Default]);
        assert!(ended);
    }

    #[test]
    fn a_line_that_is_too_long_or_not_text_is_one_line() {
        let mut bytes = vec![b'a'; 10_000];
        bytes.extend(b"\n\xff\xfe\x07ok\n");
        let (typed, _) = ask_all(&bytes, 2);
        assert!(matches!(&typed[0], Typed::Line(line) if line.len() == 4096));
        assert!(matches!(&typed[1], Typed::Line(line) if line.ends_with("ok")));
    }

    #[test]
    fn wrapping_keeps_every_word() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("", 7), [""]);
        assert_eq!(wrap("incomprehensible", 4), ["incomprehensible"]);
    }
}
