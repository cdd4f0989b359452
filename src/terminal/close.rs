//! The prediction, the close and the review in the terminal.

use std::io;

use super::Table;
use super::console::{Typed, items};
use super::desk::Words;
use crate::ids::Seat;
use crate::sim::{Command, Phase, Range};
use crate::view::{self, Came, Predict};

impl Table<'_> {
    /// A seat predicts a number.
    pub(super) fn predict(&mut self, seat: Seat) -> io::Result<()> {
        let page = view::predict(self.game.game(), self.text);
        self.console.heading(&self.text.with("terminal-predict", &[("number", &page.label)]))?;
        let past: Vec<Vec<String>> =
            page.past.iter().map(|past| vec![past.quarter.clone(), past.value.clone()]).collect();
        self.console.table(&past)?;
        self.console.hang("  ", &self.text.with("predict-about", &[("width", &page.telling)]))?;
        loop {
            let Some(range) = self.range(seat, &page)? else { return Ok(()) };
            if self.sign(&Command::Predict { seat, range })? {
                break;
            }
        }
        Ok(())
    }

    /// Shows the close of a quarter once it has happened, whichever signature completed it.
    pub(super) fn close(&mut self) -> io::Result<()> {
        let state = self.game.game().state();
        match (state.phase, self.closing) {
            (Phase::Table | Phase::Close, _) => self.closing = Some(state.quarter),
            (Phase::Review | Phase::Ended, Some(quarter)) => {
                self.closing = None;
                self.sit_down(None)?;
                self.tell_close(quarter)?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Asks for the range that a seat will sign. Repeats what was typed as it was understood, so a
    /// person can correct it. `None` if an earlier signature is taken back instead.
    fn range(&mut self, seat: Seat, page: &Predict) -> io::Result<Option<Range>> {
        let who = self.seat(seat);
        let written = |range: Range| crate::text::range(self.text, page.unit, range.low, range.high);
        let mut range = page.usual;
        loop {
            let default = written(range);
            let prompt = self.text.with("terminal-predict-prompt", &[("seat", &who), ("default", &default)]);
            let Typed::Line(line) = self.ask_unsigned(&prompt, range != page.usual)? else {
                return Ok(Some(range));
            };
            match self.text.numbers().read_range(&line, page.unit) {
                Some((low, high)) if !page.possible(Range { low, high }) => {
                    let (number, range) = (&page.label, written(Range { low, high }));
                    let never = self.text.with("terminal-impossible", &[("number", number), ("range", &range)]);
                    self.console.hang("! ", &never)?;
                }
                None if Words::of(&line).alone() == "undo" => {
                    if range != page.usual {
                        range = page.usual;
                    } else if self.take_back()? {
                        return Ok(None);
                    }
                }
                None => {
                    let help = self.text.with("terminal-predict-help", &[("example", &written(page.usual))]);
                    self.console.hang("! ", &help)?;
                }
                Some((low, high)) => {
                    range = Range { low, high };
                    let understood = self.text.with("terminal-understood", &[("range", &written(range))]);
                    self.console.hang("  ", &understood)?;
                    if page.far(range) {
                        let far = self.text.with("terminal-far", &[("usual", &written(page.usual))]);
                        self.console.hang("! ", &far)?;
                    }
                    if !self.console.human() {
                        return Ok(Some(range));
                    }
                }
            }
        }
    }

    fn tell_close(&mut self, quarter: crate::ids::Quarter) -> io::Result<()> {
        let close = view::close(self.game.game(), self.text, quarter, self.game.session().log().events(quarter));
        self.console.title(&self.get("phase-close"))?;
        for step in &close.steps {
            self.console.heading(&format!("{}: {}", step.title, step.summary))?;
            for line in &step.lines {
                self.console.amount(&line.text, &line.amount)?;
            }
        }
        let bar = close.waterfall;
        self.console.gap()?;
        let dollars = |amount: f64| crate::text::dollars(self.text, amount);
        let sentence = self.text.with(
            "terminal-waterfall",
            &[
                ("start", &dollars(bar.start)),
                ("won", &crate::text::signed_dollars(self.text, bar.won)),
                ("grown", &crate::text::signed_dollars(self.text, bar.grown)),
                ("left", &crate::text::signed_dollars(self.text, bar.left)),
                ("end", &dollars(bar.end)),
            ],
        );
        self.console.say(&sentence)?;
        let moved = close.moved.iter().map(|moved| format!("{} {}", moved.label, moved.amount));
        let moved = items(moved);
        if !moved.is_empty() {
            self.console.say(&moved)?;
        }
        if self.game.game().state().phase == Phase::Review { self.go_on() } else { Ok(()) }
    }

    /// Both read the review together.
    pub(super) fn review(&mut self) -> io::Result<()> {
        let quarter = self.game.game().state().quarter;
        if let Some(review) = view::review(self.game.game(), self.text, quarter) {
            self.console.heading(&self.get("terminal-payslips"))?;
            for slip in &review.payslips {
                let who = self.seat(slip.seat);
                let total = self.text.with("terminal-payslip", &[("seat", &who), ("total", &slip.total)]);
                self.console.amount(&total, &slip.earned)?;
            }
            for number in &review.numbers {
                self.console
                    .heading(&format!("{}: {} → {} ({})", number.label, number.before, number.now, number.change))?;
                for cause in &number.causes {
                    self.console.amount(&cause.text, &cause.amount)?;
                }
            }
            let came = &review.calibration;
            let heading = self.text.with("terminal-result", &[("number", &came.number), ("value", &came.result)]);
            self.console.heading(&heading)?;
            for prediction in &came.predictions {
                let who = self.seat(prediction.seat);
                let key = match prediction.came {
                    Came::Held => "terminal-hit",
                    Came::TooWide => "terminal-too-wide",
                    Came::Missed => "terminal-missed",
                };
                let told = [("seat", &who), ("range", &prediction.range), ("points", &prediction.points.to_string())];
                let told = told.map(|(name, value)| (name, value as &dyn crate::text::Value));
                self.console.hang("  ", &self.text.with(key, &told))?;
            }
            self.console.heading(&self.get("terminal-talk"))?;
            for prompt in review.prompts.iter().filter(|prompt| !prompt.is_empty()) {
                self.console.hang("  · ", prompt)?;
            }
            if let Some(ahead) = &review.ahead {
                self.console.gap()?;
                self.console.say(ahead)?;
            }
        }
        self.go_on()?;
        for seat in Seat::BOTH {
            let waits = !*self.game.game().state().turn.read.get(seat);
            if waits && self.game.session().log().human(seat) && self.game.game().state().quarter == quarter {
                self.sign(&Command::Read { seat })?;
            }
        }
        Ok(())
    }
}
