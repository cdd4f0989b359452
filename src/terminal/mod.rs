//! The whole game by lines, for a terminal, for a script, and for machines without a window.
//!
//! Every prompt shows a default, and an empty line takes it: empty lines alone play a game to its end.

mod card;
mod close;
mod console;
mod debrief;
mod desk;
mod partner;
mod product;
mod sales;
mod table;

use std::io::{self, BufRead, Write};

pub use partner::Partnered;

use console::{Console, Typed, left};

use crate::run::Session;
use crate::sim::{Command, Event, Game, Phase, Quarter, Refusal, Seat, Step};
use crate::text::{self, Text};
use crate::view;

/// A game in progress, as the terminal plays it. What saves it, and who plays the other seat, is behind this.
pub trait Play {
    /// The game, to read.
    fn game(&self) -> &Game;

    /// Does a command and tells what happened.
    ///
    /// # Errors
    /// The reason why it cannot be done now.
    fn execute(&mut self, command: &Command) -> Result<Vec<Event>, Refusal>;

    /// What happened in a quarter, for its close.
    fn events(&self, quarter: Quarter) -> &[Event];

    /// Name of the team.
    fn team(&self) -> &str;

    /// The name of a lead, if the team gave one.
    fn lead(&self, _seat: Seat) -> Option<&str> {
        None
    }

    /// Where everything that was signed is saved, so that it can be continued.
    fn saved_at(&self) -> Option<String> {
        None
    }

    /// Why the run is not saved right now, in one sentence.
    fn save_problem(&self) -> Option<&str> {
        None
    }

    /// What a computer partner does at this step and why; none if people play the seat.
    fn partner(&mut self, _step: &Step) -> Option<(Command, String)> {
        None
    }

    /// Whether people play a seat.
    fn human(&self, _seat: Seat) -> bool {
        true
    }
}

impl Play for Session {
    fn game(&self) -> &Game {
        Self::game(self)
    }

    fn execute(&mut self, command: &Command) -> Result<Vec<Event>, Refusal> {
        Self::execute(self, command)
    }

    fn events(&self, quarter: Quarter) -> &[Event] {
        Self::events(self, quarter)
    }

    fn team(&self) -> &str {
        &Self::team(self).name
    }

    fn lead(&self, seat: Seat) -> Option<&str> {
        let team = Self::team(self);
        let name = match seat {
            Seat::Product => &team.product,
            Seat::Sales => &team.sales,
        };
        Some(name.as_str()).filter(|name| !name.is_empty())
    }

    fn saved_at(&self) -> Option<String> {
        Self::saved_at(self).map(|path| path.display().to_string())
    }

    fn save_problem(&self) -> Option<&str> {
        Self::save_problem(self)
    }
}

/// Plays a game to its debrief. `human` says whether a person sits at the terminal: then private pages are handed
/// over and cleared; otherwise plain lines are read and repeated.
///
/// # Errors
/// Only if the input cannot be read or the output cannot be written.
pub fn play(
    game: &mut dyn Play,
    text: &Text,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
    human: bool,
) -> io::Result<()> {
    let console = Console::new(input, output, human);
    let team = game.team().to_owned();
    let mut table = Table { game, text, team, console, shown: None, reader: None, told: None, partner_spoke: false };
    match table.run() {
        Err(error) if left(&error) => table.leave(),
        other => other,
    }
}

/// Everything a page needs.
struct Table<'a> {
    game: &'a mut dyn Play,
    text: &'a Text,
    team: String,
    console: Console<'a>,
    /// The quarter and phase whose heading is on the screen.
    shown: Option<(Quarter, Phase)>,
    /// The seat that sits before the screen; none while both do.
    reader: Option<Seat>,
    /// The last notice, to tell it once.
    told: Option<String>,
    /// Whether a computer partner signed last, so that the person is next.
    partner_spoke: bool,
}

impl Table<'_> {
    fn run(&mut self) -> io::Result<()> {
        self.welcome()?;
        loop {
            self.notice()?;
            let Some(step) = self.next_step() else { return Ok(()) };
            if self.partner(&step)? {
                continue;
            }
            if let Step::Debrief = step {
                return self.debrief();
            }
            self.sit_down(step.seat().filter(|_| step.private()))?;
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

    /// The suggested step; but a partner who just signed lets the person answer before it signs anew.
    fn next_step(&self) -> Option<Step> {
        let steps = self.game.game().steps();
        let person = |step: &&Step| step.seat().is_none_or(|seat| self.game.human(seat));
        let spoken = steps.iter().find(person).filter(|_| self.partner_spoke);
        spoken.or(steps.first()).cloned()
    }

    fn get(&self, key: &str) -> String {
        self.text.get(key)
    }

    /// `Product Lead`, or `Ana (Product Lead)`.
    fn seat(&self, seat: Seat) -> String {
        let role = text::seat(self.text, seat);
        match self.game.lead(seat) {
            Some(name) => self.text.with("terminal-lead", &[("name", &name), ("role", &role)]),
            None => role,
        }
    }

    /// Says goodbye to who leaves before the end.
    fn leave(&mut self) -> io::Result<()> {
        self.console.gap()?;
        let words = match self.game.saved_at() {
            Some(path) => self.text.with("terminal-left-saved", &[("path", &path)]),
            None => self.get("terminal-left-game"),
        };
        self.console.say(&words)
    }

    fn refused(&self, refusal: &Refusal) -> String {
        text::refusal(self.text, self.game.game().scenario(), self.game.game().state(), refusal)
    }

    fn welcome(&mut self) -> io::Result<()> {
        let scenario = self.game.game().scenario().clone();
        self.console
            .title(&self.text.with("terminal-title", &[("scenario", &scenario.meta.title), ("team", &self.team)]))?;
        self.console.say(&scenario.meta.situation)?;
        self.console.gap()?;
        self.console.say(&self.get("terminal-how"))
    }

    /// Tells once what the players should know.
    fn notice(&mut self) -> io::Result<()> {
        let notice = self.game.save_problem().map(str::to_owned);
        if notice != self.told {
            if let Some(words) = &notice {
                self.console.hang("! ", words)?;
            }
            self.told = notice;
        }
        Ok(())
    }

    /// Lets a computer partner act, and tells its reason where both may hear it.
    fn partner(&mut self, step: &Step) -> io::Result<bool> {
        let Some(seat) = step.seat().filter(|seat| !self.game.human(*seat)) else { return Ok(false) };
        let Some((command, reason)) = self.game.partner(step) else { return Ok(false) };
        if self.game.execute(&command).is_err() {
            return Ok(false);
        }
        self.partner_spoke = matches!(step, Step::House(_) | Step::Answer(..));
        let public = matches!(step, Step::House(_) | Step::Answer(..));
        if public && !reason.is_empty() {
            let who = self.seat(seat);
            self.console.hang("  ", &self.text.with("terminal-partner", &[("seat", &who), ("reason", &reason)]))?;
        }
        Ok(true)
    }

    /// Before a private page the other lead looks away; after it both look again.
    fn sit_down(&mut self, reader: Option<Seat>) -> io::Result<()> {
        let two_people = Seat::BOTH.iter().all(|&seat| self.game.human(seat));
        let changed = self.reader != reader;
        self.reader = reader;
        if !changed || !two_people || !self.console.human() {
            return Ok(());
        }
        self.console.clear()?;
        let prompt = match reader {
            Some(seat) => self.text.with("terminal-hand-over", &[("seat", &self.seat(seat))]),
            None => self.get("terminal-together"),
        };
        self.console.ask(&prompt)?;
        self.shown = None;
        self.console.clear()
    }

    /// The wall, once per phase and reader.
    fn head(&mut self) -> io::Result<()> {
        let game = self.game.game();
        let now = (game.state().quarter, game.state().phase);
        if self.shown == Some(now) {
            return Ok(());
        }
        self.shown = Some(now);
        let wall = view::wall(game, self.text, &self.team);
        self.console.title(&format!("{} · {} · {}", wall.company, wall.quarter, wall.phase))?;
        let row = |pick: fn(&view::WallNumber) -> &String| wall.numbers.iter().map(|n| pick(n).clone()).collect();
        self.console.table(&[row(|n| &n.label), row(|n| &n.value), row(|n| &n.change)])?;
        self.console.hang("  ", &self.text.with("terminal-debt", &[("debt", &wall.debt), ("interest", &wall.interest)]))
    }

    /// Does a command, or tells why not.
    fn sign(&mut self, command: &Command) -> io::Result<bool> {
        self.partner_spoke = false;
        match self.game.execute(command) {
            Ok(_) => Ok(true),
            Err(refusal) => {
                let words = self.refused(&refusal);
                self.console.hang("! ", &words)?;
                // Nobody is left to choose something else, and the same default would be refused for ever.
                if self.console.ended() { Err(io::Error::other(words)) } else { Ok(false) }
            }
        }
    }

    /// One sentence for input that means nothing here.
    fn unknown(&mut self, line: &str) -> io::Result<()> {
        let words = self.text.with("terminal-unknown", &[("line", &line)]);
        self.console.hang("! ", &words)
    }

    /// Waits for the reader. A command that was meant for another page is not swallowed silently.
    fn go_on(&mut self) -> io::Result<()> {
        self.console.gap()?;
        let prompt = self.get("terminal-go-on");
        while let Typed::Line(line) = self.console.ask(&prompt)? {
            self.unknown(&line)?;
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
        for (number, causes) in page.happened.iter().filter(|(_, causes)| !causes.is_empty()) {
            self.console.heading(&self.text.with("terminal-why", &[("number", number)]))?;
            for cause in causes {
                self.console.amount(&cause.text, &cause.amount)?;
            }
        }
        for (title, words) in page.news.iter().chain(&page.gates) {
            self.console.heading(title)?;
            self.console.hang("  ", words)?;
        }
        self.console.heading(&self.text.with("terminal-private", &[("seat", &self.seat(seat))]))?;
        self.console.hang("  ", &page.page)?;
        self.console.hang("  ", &page.pay)?;
        self.console.hang("  ", &self.text.with("terminal-quota", &[("quota", &page.quota)]))?;
        self.go_on()?;
        self.sign(&Command::Read { seat }).map(|_| ())
    }
}
