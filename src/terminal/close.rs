//! The prediction, the close and the review by lines.

use std::io;

use super::Table;
use super::console::{Typed, items};
use crate::sim::{Command, Phase, Range, Seat};
use crate::text::{Numbers, Unit};
use crate::view;

impl Table<'_> {
    /// A seat predicts a number; after the second prediction the quarter closes and is told.
    pub(super) fn predict(&mut self, seat: Seat) -> io::Result<()> {
        let page = view::predict(self.game.game(), self.text);
        self.console.heading(&self.text.with("terminal-predict", &[("number", &page.label)]))?;
        let past: Vec<Vec<String>> =
            page.past.iter().map(|(quarter, value)| vec![quarter.clone(), value.clone()]).collect();
        self.console.table(&past)?;
        let default = crate::text::range(self.text, page.unit, page.start.low, page.start.high);
        let prompt = self.text.with("terminal-predict-prompt", &[("seat", &self.seat(seat)), ("default", &default)]);
        let quarter = self.game.game().state().quarter;
        loop {
            let range = match self.console.ask(&prompt)? {
                Typed::Default => page.start,
                Typed::Line(line) => match range(&line, page.unit, self.text.numbers()) {
                    Some(range) => range,
                    None => {
                        self.console.hang("! ", &self.get("terminal-predict-help"))?;
                        continue;
                    }
                },
            };
            if self.sign(&Command::Predict { seat, range })? {
                break;
            }
        }
        if matches!(self.game.game().state().phase, Phase::Review | Phase::Ended) {
            self.sit_down(None)?;
            self.tell_close(quarter)?;
        }
        Ok(())
    }

    fn tell_close(&mut self, quarter: crate::sim::Quarter) -> io::Result<()> {
        let close = view::close(self.game.game(), self.text, quarter, self.game.events(quarter));
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
                let key = if prediction.hit { "terminal-hit" } else { "terminal-missed" };
                self.console.hang("  ", &self.text.with(key, &[("seat", &who), ("range", &prediction.range)]))?;
            }
            self.console.heading(&self.get("terminal-talk"))?;
            for prompt in [&review.prompts.0, &review.prompts.1].into_iter().filter(|prompt| !prompt.is_empty()) {
                self.console.hang("  · ", prompt)?;
            }
        }
        self.go_on()?;
        for seat in Seat::BOTH {
            let waits = !*self.game.game().state().turn.read.get(seat);
            if waits && self.game.human(seat) && self.game.game().state().quarter == quarter {
                self.sign(&Command::Read { seat })?;
            }
        }
        Ok(())
    }
}

/// Two numbers as people write them: `0.9M 1.2M`, `$900k to $1.1M`, `85 92` for percent and indices.
fn range(line: &str, unit: Unit, numbers: &Numbers) -> Option<Range> {
    let mut ends = line
        .split_whitespace()
        .filter(|word| !matches!(*word, "to" | "-" | "–"))
        .map(|word| value(word, unit, numbers));
    let (low, high) = (ends.next()??, ends.next()??);
    if ends.next().is_some() || low > high {
        return None;
    }
    Some(Range { low, high })
}

fn value(word: &str, unit: Unit, numbers: &Numbers) -> Option<f64> {
    let word = numbers.typed(&word.replace(['$', '%'], "")).to_lowercase();
    let (digits, factor) = match word.strip_suffix('m') {
        Some(digits) => (digits, 1e6),
        None => match word.strip_suffix('k') {
            Some(digits) => (digits, 1e3),
            None => (word.as_str(), 1.0),
        },
    };
    let number = digits.parse::<f64>().ok().filter(|number| number.is_finite())? * factor;
    Some(match unit {
        Unit::Percent | Unit::Index => number / 100.0,
        Unit::Dollars | Unit::Weeks | Unit::Count => number,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    #[test]
    fn a_range_is_read_as_people_write_it() {
        let text = Text::default();
        let pair = |line, unit| range(line, unit, text.numbers()).map(|range| (range.low, range.high));
        assert_eq!(pair("$900k to 1.2M", Unit::Dollars), Some((900_000.0, 1_200_000.0)));
        assert_eq!(pair("85 % 92 %", Unit::Percent), None);
        assert_eq!(pair("85% 92%", Unit::Percent), Some((0.85, 0.92)));
        assert_eq!(pair("−10 10", Unit::Index), Some((-0.1, 0.1)));
        assert_eq!(pair("2 1", Unit::Count), None);
        assert_eq!(pair("nan inf", Unit::Count), None);
        assert_eq!(pair("1", Unit::Count), None);
    }
}
