//! Prompts and output of the terminal game: reads lines, takes defaults, wraps what is printed.

use std::io::{self, BufRead, Read, Write};
use std::time::Instant;

use super::Screen;
use super::wrap::{GLUE, SOFT, blocks, filled, wide, wrap};
use crate::text::seen;

/// Most bytes that are read from one line, so that a file without line ends cannot fill the memory.
const LONGEST: u64 = 4096;

/// The words that leave the game at any prompt.
const QUIT: [&str; 4] = ["quit", "exit", "ende", "beenden"];

/// What a person typed at a prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// An empty line, or the end of the input: the default that is shown.
    Default,
    /// Anything else, trimmed.
    Line(String),
}

/// The input and output of the terminal game.
pub(super) struct Console<'a> {
    input: &'a mut dyn BufRead,
    output: &'a mut dyn Write,
    screen: Screen,
    ended: bool,
}

impl<'a> Console<'a> {
    pub(super) fn new(input: &'a mut dyn BufRead, output: &'a mut dyn Write, screen: Screen) -> Self {
        Self { input, output, screen, ended: false }
    }

    pub(super) fn human(&self) -> bool {
        self.screen.human
    }

    /// Whether a person can still scroll back to what was shown before, because the screen cannot be cleared.
    pub(super) fn keeps(&self) -> bool {
        self.screen.human && !self.screen.clears
    }

    /// Whether the input has ended; from then on every prompt takes its default.
    pub(super) fn ended(&self) -> bool {
        self.ended
    }

    /// Shows a prompt and reads one line.
    ///
    /// Typing `quit` leaves the game, and so does closing the input if a person is typing. Both are returned as an
    /// error that [`left`] recognises.
    ///
    /// Enter pressed twice answers one prompt, not the next one too: an empty line that a person typed before the
    /// prompt could be read is dropped, and the prompt is shown again.
    pub(super) fn ask(&mut self, prompt: &str) -> io::Result<Typed> {
        self.ask_dropping(prompt, |typed| *typed == Typed::Default)
    }

    /// Like [`Console::ask`], but for a prompt that another person answers: whatever was typed before it is dropped.
    pub(super) fn ask_next_reader(&mut self, prompt: &str) -> io::Result<Typed> {
        self.ask_dropping(prompt, |_| true)
    }

    fn ask_dropping(&mut self, prompt: &str, dropped: fn(&Typed) -> bool) -> io::Result<Typed> {
        let asked = Instant::now();
        loop {
            let typed = self.ask_once(prompt)?;
            if asked.elapsed() >= self.screen.moment || !dropped(&typed) {
                return Ok(typed);
            }
        }
    }

    fn ask_once(&mut self, prompt: &str) -> io::Result<Typed> {
        // Keep the `>` at the end of the prompt on the same line as the last word.
        let prompt = seen(prompt).replace(" >", &format!("{GLUE}>"));
        write!(self.output, "{} ", wrap(&prompt, self.screen.page()).join("\n"))?;
        self.output.flush()?;
        let line = self.read()?;
        if !self.screen.human {
            writeln!(self.output, "{line}")?;
        }
        if QUIT.iter().any(|word| line.eq_ignore_ascii_case(word)) || self.screen.human && self.ended {
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
        // Prompts show commands in backticks, so some people type them too.
        Ok(seen(&String::from_utf8_lossy(&bytes)).trim().trim_matches('`').trim().to_owned())
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

    /// Clears the screen for the next reader. If a person's terminal cannot be cleared, scrolls the last page away.
    pub(super) fn clear(&mut self) -> io::Result<()> {
        match (self.screen.human, self.screen.clears) {
            (false, _) => Ok(()),
            (true, true) => write!(self.output, "\x1b[2J\x1b[3J\x1b[H"),
            (true, false) => write!(self.output, "{}", "\n".repeat((self.screen.lines)())),
        }
    }

    /// Prints a line across the whole width, with a title in it.
    pub(super) fn title(&mut self, title: &str) -> io::Result<()> {
        self.gap()?;
        let title = seen(title);
        match self.screen.page().checked_sub(wide(&title) + 4) {
            Some(rest) => writeln!(self.output, "── {title} {}", "─".repeat(rest)),
            None => self.hang("── ", &title),
        }
    }

    /// Prints a heading inside a page.
    pub(super) fn heading(&mut self, heading: &str) -> io::Result<()> {
        self.gap()?;
        self.say(heading)
    }

    /// Prints an empty line.
    pub(super) fn gap(&mut self) -> io::Result<()> {
        writeln!(self.output)
    }

    /// Prints a wrapped paragraph.
    pub(super) fn say(&mut self, text: &str) -> io::Result<()> {
        self.hang("", text)
    }

    /// Prints a wrapped paragraph after a mark; its later lines are indented to match the first.
    pub(super) fn hang(&mut self, mark: &str, text: &str) -> io::Result<()> {
        let indent = wide(mark);
        let room = self.screen.page().saturating_sub(indent);
        let mut lead = mark.to_owned();
        for paragraph in text.lines() {
            for line in wrap(&seen(paragraph), room) {
                writeln!(self.output, "{}", format!("{lead}{line}").trim_end())?;
                lead = " ".repeat(indent);
            }
        }
        Ok(())
    }

    /// Prints a wrapped paragraph with the same mark before every line.
    pub(super) fn line(&mut self, mark: &str, text: &str) -> io::Result<()> {
        let room = self.screen.page().saturating_sub(wide(mark)).max(20);
        for line in seen(text).lines().flat_map(|paragraph| wrap(paragraph, room)) {
            writeln!(self.output, "{}", format!("{mark}{line}").trim_end())?;
        }
        Ok(())
    }

    /// Prints words on the left and an amount at the right edge, or below the words if there is no room beside them.
    pub(super) fn amount(&mut self, text: &str, amount: &str) -> io::Result<()> {
        let (page, amount) = (self.screen.page(), seen(amount));
        let room = page.saturating_sub(wide(&amount) + 4);
        if room < page / 3 {
            self.hang("  ", text)?;
            return self.hang("      ", &amount);
        }
        let lines = wrap(&seen(text), room);
        let last = lines.len().saturating_sub(1);
        for (i, line) in lines.iter().enumerate() {
            let line = if i == last { format!("  {}  {amount}", filled(line, room)) } else { format!("  {line}") };
            writeln!(self.output, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// Prints rows in columns as wide as their longest cell. Columns that do not fit are printed below the others; if
    /// the first column names the rows, it is repeated there.
    pub(super) fn table(&mut self, rows: &[Vec<String>]) -> io::Result<()> {
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| seen(cell)).collect()).collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| wide(cell)).max();
        let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
        let names = usize::from(columns > 1 && rows[0].first().is_some_and(String::is_empty));
        let room = self.screen.page().saturating_sub(2);
        for (place, block) in blocks(&widths, names, room).into_iter().enumerate() {
            if place > 0 {
                self.gap()?;
            }
            let shown: Vec<usize> = (0..names).chain(block).collect();
            let tells = |row: &&Vec<String>| shown.iter().any(|&at| row.get(at).is_some_and(|cell| !cell.is_empty()));
            for row in rows.iter().filter(tells) {
                let cells = shown.iter().filter_map(|&at| row.get(at).map(|cell| filled(cell, widths[at])));
                let line = cells.collect::<Vec<_>>().join("  ");
                match wide(line.trim_end()) > room {
                    true => self.hang("  ", &line)?,
                    false => writeln!(self.output, "{}", format!("  {line}").trim_end())?,
                }
            }
        }
        Ok(())
    }
}

/// Whether this error means that somebody left the game, which is not a failure.
pub(super) fn left(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Interrupted
}

/// Joins items with dots, so that wrapping keeps the words of each item together where it can.
pub(super) fn items(items: impl IntoIterator<Item = String>) -> String {
    let glued: Vec<String> = items.into_iter().map(|item| item.replace(' ', &SOFT.to_string())).collect();
    glued.join(" · ")
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn ask_all(input: &[u8], times: usize) -> (Vec<Typed>, bool) {
        let (mut input, mut output) = (input, Vec::new());
        let mut console = Console::new(&mut input, &mut output, Screen::script());
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
    fn what_a_person_typed_before_a_prompt_could_be_read_does_not_answer_it() {
        let screen = Screen { moment: Duration::from_secs(60), ..Screen::person() };
        let (mut input, mut output) = (&b"\n\nroadmap 25\nroadmap 40\n"[..], Vec::new());
        let mut console = Console::new(&mut input, &mut output, screen);
        assert_eq!(console.ask(">").unwrap(), Typed::Line("roadmap 25".to_owned()));
        assert!(left(&console.ask_next_reader(">").unwrap_err()), "a line for the last reader answers nothing");
        assert_eq!(String::from_utf8(output).unwrap(), "> > > > > ");
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
    fn what_cannot_be_seen_is_not_read() {
        let (typed, _) = ask_all("\u{feff}0.9M\u{200b} 1.2M\u{202e}\r\n".as_bytes(), 1);
        assert_eq!(typed, [Typed::Line("0.9M 1.2M".to_owned())]);
        assert_eq!(ask_all(b" `roadmap 25` \n", 1).0, [Typed::Line("roadmap 25".to_owned())]);
    }

    /// What is written to a page of 40 columns.
    fn narrow(write: impl Fn(&mut Console) -> io::Result<()>) -> String {
        let (mut input, mut output) = (&b""[..], Vec::new());
        let screen = Screen { columns: || 40, ..Screen::script() };
        write(&mut Console::new(&mut input, &mut output, screen)).unwrap();
        String::from_utf8(output).unwrap()
    }

    #[test]
    fn a_prompt_that_is_longer_than_the_page_is_wrapped() {
        let asked =
            narrow(|console| console.ask("Ana of the Long Name (Product Lead), from and to [$1.05M] >").map(drop));
        assert_eq!(asked, "Ana of the Long Name (Product Lead),\nfrom and to [$1.05M] > \n");
    }

    #[test]
    fn columns_without_room_follow_below_behind_the_names_of_the_rows() {
        let row = |cells: [&str; 4]| cells.map(str::to_owned).to_vec();
        let rows = [row(["", "Cash in the bank", "Recurring", "Trust"]), row(["Q1", "$1.20M", "$12.0M", "64"])];
        let written = narrow(|console| console.table(&rows));
        assert_eq!(
            written,
            "      Cash in the bank  Recurring\n  Q1  $1.20M            $12.0M\n\n      Trust\n  Q1  64\n"
        );
    }

    #[test]
    fn an_amount_that_is_too_long_stands_under_its_words() {
        let written = narrow(|console| console.amount("Harbour Drainage", "late, and due in the spring"));
        assert_eq!(written, "  Harbour Drainage\n      late, and due in the spring\n");
        let beside = narrow(|console| console.amount("港湾排水", "$1.05M"));
        assert_eq!(beside, "  港湾排水                      $1.05M\n");
    }
}
