//! The whole game in text, line by line: for a terminal, for scripts, and for machines without a window.
//!
//! Every prompt shows a default, which an empty line takes, so empty lines alone play a game to its end.

mod card;
mod close;
mod console;
mod debrief;
mod desk;
mod from_paper;
mod product;
mod sales;
mod screen;
mod table;
mod unsaved;
mod wrap;

use std::io::{self, BufRead, Write};
use std::sync::Arc;

use console::{Console, Typed, left};
pub use screen::{Screen, colours, columns, paper};

use crate::ids::{Quarter, Seat};
use crate::play::{Act, Agreed, Did, HotSeat};
use crate::sim::{Command, Phase, Refusal, Step};
use crate::text::{self, Teller, Text, letters};
use crate::view;

/// Plays a game to its debrief, or until somebody leaves.
///
/// For a person at the keyboard, private pages are handed over and cleared, and the end of the input leaves the game.
/// For a script, each line that is read is also printed, and at the end of the input every prompt takes its default.
///
/// # Errors
/// Only if reading the input or writing the output fails.
pub fn play(
    game: &mut HotSeat,
    text: &Text,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    screen: Screen,
) -> io::Result<()> {
    seated(game, text, input, output, screen, |table| table.run())
}

/// Types in what a team decided on paper, box by box, until somebody leaves, the input ends, or the game does. Nothing is
/// private: who types sits at the front.
///
/// # Errors
/// Only if reading the input or writing the output fails.
pub fn type_in(
    game: &mut HotSeat,
    text: &Text,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    screen: Screen,
) -> io::Result<()> {
    seated(game, text, input, output, screen, |table| {
        table.typing = true;
        table.type_in()
    })
}

/// Sits down at a game, and says goodbye when somebody leaves.
fn seated(
    game: &mut HotSeat,
    text: &Text,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    screen: Screen,
    play: impl FnOnce(&mut Table) -> io::Result<()>,
) -> io::Result<()> {
    let text = Arc::new(text.spoken_to(game.session().log().partner().is_some()));
    let text = &Teller::new(text, game.game().scenario().clone());
    let console = Console::new(input, output, screen);
    let team = game.session().log().team_name(text);
    let (shown, reader, told, closing) = (None, None, None, None);
    let mut table = Table { game, text, team, console, typing: false, shown, reader, told, closing };
    match play(&mut table) {
        Err(error) if left(&error) => table.leave(),
        Ok(()) => table.keep_safe(),
        other => other,
    }
}

/// The game and everything that is needed to print it.
struct Table<'a> {
    game: &'a mut HotSeat,
    text: &'a Teller,
    team: String,
    console: Console<'a>,
    /// Whether somebody types in what a team decided on paper: then no page is private, and none waits.
    typing: bool,
    /// The quarter and phase whose heading is on the screen.
    shown: Option<(Quarter, Phase)>,
    /// The seat whose lead is in front of the screen; `None` while both are.
    reader: Option<Seat>,
    /// The last notice that was shown, so that it is shown only once.
    told: Option<String>,
    /// The quarter whose close has not been shown yet.
    closing: Option<Quarter>,
}

/// Most characters of a typed line that an error message repeats.
const REPEATED: usize = 60;

/// What was typed, shortened so that it fits into a sentence.
fn cut(line: &str) -> String {
    match line.char_indices().nth(REPEATED) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

impl Table<'_> {
    fn run(&mut self) -> io::Result<()> {
        self.welcome()?;
        self.partner()?;
        loop {
            self.notice()?;
            self.close()?;
            let step = self.next_step();
            if let Step::Debrief = step {
                return self.debrief();
            }
            if !self.sit_down(step.seat().filter(|_| step.private()))? {
                continue;
            }
            self.head()?;
            match step {
                Step::ReadBriefing(seat) => self.briefing(seat)?,
                Step::Plan(Seat::Product) => self.plan_product()?,
                Step::Plan(Seat::Sales) => self.plan_sales()?,
                Step::House(seat) => self.house(seat)?,
                Step::Stance(seat, deal) => self.stance(seat, deal)?,
                Step::Answer(seat, deal) => self.answer(seat, deal)?,
                Step::Predict(seat) => self.predict(seat)?,
                Step::ReadReview(_) => self.review()?,
                Step::Debrief => return Ok(()),
            }
        }
    }

    /// The next step. A script for two people answers the steps in the order of the rules, because there is no machine
    /// to hand over.
    fn next_step(&self) -> Step {
        match self.console.human() || self.game.session().log().partner().is_some() {
            true => self.game.step(),
            false => self.game.game().steps().into_iter().next().unwrap_or(Step::Debrief),
        }
    }

    fn get(&self, key: &str) -> String {
        self.text.get(key)
    }

    /// `Product Lead`, or `Ana (Product Lead)`.
    fn seat(&self, seat: Seat) -> String {
        let role = text::seat(self.text, seat);
        match self.game.session().team().lead(seat) {
            "" => role,
            name => self.text.with("terminal-lead", &[("name", &letters::shown(name)), ("role", &role)]),
        }
    }

    /// Says goodbye to somebody who leaves before the end.
    fn leave(&mut self) -> io::Result<()> {
        self.keep_safe()?;
        self.console.gap()?;
        self.console.say(&self.seed())?;
        let words = match self.game.session().saved_at() {
            Some(path) => self.text.with("terminal-left-saved", &[("path", &path.display().to_string())]),
            None => self.get("terminal-left-game"),
        };
        self.console.say(&words)
    }

    fn refused(&self, refusal: &Refusal) -> String {
        text::refusal(self.text, self.game.game().state(), refusal)
    }

    fn welcome(&mut self) -> io::Result<()> {
        let meta = &self.text.scenario().meta;
        self.console.title(&self.text.with("terminal-title", &[("scenario", &meta.title), ("team", &self.team)]))?;
        self.console.say(&meta.situation)?;
        self.console.gap()?;
        self.console.say(&self.seed())?;
        self.console.say(&self.get("terminal-how"))?;
        if self.console.keeps() && self.two_people() {
            self.console.say(&self.get("terminal-keeps"))?;
        }
        for chair in self.game.session().run().taken_over.clone() {
            self.console.say(&chair.told(self.text))?;
        }
        Ok(())
    }

    /// A sentence with the seed and what it can be used for.
    fn seed(&self) -> String {
        self.text.with("terminal-seed", &[("seed", &self.game.session().run().seed.to_string())])
    }

    /// Shows a problem with saving, once.
    fn notice(&mut self) -> io::Result<()> {
        let notice = self.game.session().save_problem(self.text);
        if notice != self.told {
            if let Some(words) = &notice {
                self.console.hang("! ", words)?;
            }
            self.told = notice;
        }
        Ok(())
    }

    /// Shows what the computer partner did in response, with its reason if both leads may see it.
    fn partner(&mut self) -> io::Result<()> {
        let Some(partner) = self.game.session().log().partner() else { return Ok(()) };
        for did in self.game.take_partner_did() {
            let words = match did.command {
                Command::SignAnswer { deal, .. } => view::partner_says(&did.after, self.text, &partner, deal),
                Command::Escalate { .. } => Some(self.get("partner-escalates")),
                _ => None,
            };
            if let Some(reason) = words {
                let who = self.seat(partner.seat);
                self.console.hang("  ", &self.text.with("terminal-partner", &[("seat", &who), ("reason", &reason)]))?;
            }
            if let Command::Escalate { .. } = did.command {
                self.tell_letter()?;
            }
        }
        Ok(())
    }

    /// Asks the leads to swap before a private page, and calls both back after it. Returns whether they did: who signed
    /// last may take that back before the other lead has the machine.
    fn sit_down(&mut self, reader: Option<Seat>) -> io::Result<bool> {
        let before = self.reader;
        if before == reader || !self.two_people() || !self.console.human() || self.typing {
            self.reader = reader;
            self.game.act(Act::Take);
            return Ok(true);
        }
        // A page that both may read stays on the screen until the next reader is there.
        if before.is_some() {
            self.console.clear()?;
        }
        self.console.gap()?;
        let prompt = match reader {
            Some(seat) => self.text.with("terminal-hand-over", &[("seat", &self.seat(seat))]),
            None => self.get("terminal-together"),
        };
        while let Typed::Line(line) = self.console.ask_next_reader(&prompt)? {
            if desk::Words::of(&line).alone() != "undo" {
                self.only_enter(&line)?;
            } else if self.take_back()? {
                return Ok(false);
            }
        }
        self.reader = reader;
        self.game.act(Act::Take);
        self.shown = None;
        self.console.clear().map(|()| true)
    }

    fn two_people(&self) -> bool {
        Seat::BOTH.iter().all(|&seat| self.game.session().log().human(seat))
    }

    /// Prints the wall, once for each phase and reader.
    fn head(&mut self) -> io::Result<()> {
        let game = self.game.game();
        let now = (game.state().quarter, game.state().phase);
        if self.shown == Some(now) {
            return Ok(());
        }
        self.shown = Some(now);
        let wall = view::wall(game, self.text, &self.team);
        self.console.title(&format!("{} · {} · {}", wall.company, wall.position, wall.phase))?;
        let row = |pick: fn(&view::WallNumber) -> &String| wall.numbers.iter().map(|n| pick(n).clone()).collect();
        self.console.table(&[row(|n| &n.label), row(|n| &n.value), row(|n| &n.change)])?;
        let Some(debt) = &wall.debt else { return Ok(()) };
        let words = self.text.with("terminal-debt", &[("debt", &debt.total), ("interest", &debt.interest)]);
        self.console.hang("  ", &words)
    }

    /// Executes a command, or prints why it was refused. Returns whether it was executed.
    fn sign(&mut self, command: &Command) -> io::Result<bool> {
        match self.game.execute(command) {
            Ok(_) => self.respond(),
            Err(refusal) => self.refuse(&refusal),
        }
    }

    /// Takes back the last signature, if who sits here still may. Returns whether it did.
    fn take_back(&mut self) -> io::Result<bool> {
        let took = matches!(self.game.act(Act::Undo), Did::TookBack);
        let words = self.get(if took { "taken-back" } else { "terminal-nothing-to-undo" });
        self.console.hang("  ", &words)?;
        Ok(took)
    }

    /// Signs for both leads who sit here, or prints why that was refused. Returns whether it was signed.
    fn agree(&mut self, seat: Seat, agreed: Agreed) -> io::Result<bool> {
        match self.game.sign_together(seat, agreed) {
            Ok(_) => self.respond(),
            Err(refusal) => self.refuse(&refusal),
        }
    }

    /// Shows what follows a signature: the letter of a CEO who was asked, and what a computer partner did.
    fn respond(&mut self) -> io::Result<bool> {
        self.tell_letter()?;
        self.partner().map(|()| true)
    }

    fn refuse(&mut self, refusal: &Refusal) -> io::Result<bool> {
        let words = self.refused(refusal);
        self.console.hang("! ", &words)?;
        // The input has ended, so nobody can choose something else; the same default would be refused for ever.
        if self.console.ended() { Err(io::Error::other(words)) } else { Ok(false) }
    }

    /// Says that a line makes no sense here.
    fn unknown(&mut self, line: &str) -> io::Result<()> {
        let words = self.text.with("terminal-unknown", &[("line", &cut(line))]);
        self.console.hang("! ", &words)
    }

    /// Says that only Enter leads on here.
    fn only_enter(&mut self, line: &str) -> io::Result<()> {
        let words = self.text.with("terminal-only-enter", &[("line", &cut(line))]);
        self.console.hang("! ", &words)
    }

    /// Waits for Enter. A command that was meant for another page is reported, not silently swallowed.
    fn go_on(&mut self) -> io::Result<()> {
        if self.typing {
            return Ok(());
        }
        self.console.gap()?;
        let prompt = self.get("terminal-go-on");
        while let Typed::Line(line) = self.console.ask(&prompt)? {
            self.only_enter(&line)?;
        }
        Ok(())
    }

    fn briefing(&mut self, seat: Seat) -> io::Result<()> {
        let page = view::briefing(self.game.game(), self.text, seat);
        if let Some(about) = &page.about {
            self.console.gap()?;
            self.console.say(about)?;
        }
        if !page.goals.is_empty() {
            self.console.heading(&self.get("terminal-goals"))?;
            for goal in &page.goals {
                self.console.hang("  · ", goal)?;
            }
        }
        // News comes before what the review has already shown.
        for view::Bulletin { title, text: words } in page.news.iter().chain(&page.gates) {
            self.console.heading(title)?;
            self.console.hang("  ", words)?;
        }
        for happened in page.happened.iter().filter(|happened| !happened.causes.is_empty()) {
            self.console.heading(&self.text.with("terminal-why", &[("number", &happened.number)]))?;
            for cause in &happened.causes {
                self.console.amount(&cause.text, &cause.amount)?;
            }
        }
        self.console.heading(&self.text.with("terminal-private", &[("seat", &self.seat(seat))]))?;
        self.console.hang("  ", &page.page)?;
        self.console.hang("  ", &page.pay)?;
        self.console.hang("  ", &self.text.with("terminal-quota", &[("quota", &page.quota)]))?;
        self.go_on()?;
        self.sign(&Command::Read { seat }).map(|_| ())
    }
}
