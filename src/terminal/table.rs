//! The table in the terminal: the house quadrant, the private stances, the answers.

use std::io;

use super::Table;
use super::console::{Typed, items};
use super::desk::{Words, named, place};
use crate::ids::{DealId, Seat};
use crate::play::{Agreed, signable};
use crate::sight::Viewer;
use crate::sim::{Answer, Command, Evidence, House, Response, check};
use crate::view::{self, Card};

impl Table<'_> {
    /// Lets the leads agree on the house quadrant.
    pub(super) fn house(&mut self, seat: Seat) -> io::Result<()> {
        let standing = self.game.desk().draft().house;
        let mut draft = standing;
        self.tell_outcomes()?;
        self.console.heading(&self.get("terminal-house"))?;
        self.show_house(&draft)?;
        loop {
            let Typed::Line(line) = self.ask_unsigned(&self.get("terminal-house-prompt"), draft != standing)? else {
                let house = if self.console.ended() { standing } else { draft };
                return self.agree(seat, Agreed::House(house)).map(drop);
            };
            let words = Words::of(&line);
            let answer = words.rest.join(" ");
            match (words.verb.as_str(), answer.as_str()) {
                ("done", "") => return self.agree(seat, Agreed::House(draft)).map(drop),
                ("undo", "") if draft != standing => {
                    draft = standing;
                    self.show_house(&draft)?;
                }
                ("undo", "") => {
                    if self.take_back()? {
                        return Ok(());
                    }
                }
                ("?" | "help", "") => self.console.say(&self.get("terminal-house-help"))?,
                (cell, answer) if !answer.is_empty() => {
                    let desk = view::house(self.game.game(), self.text, &draft);
                    let cell = place(cell).and_then(|cell| cell.checked_sub(1));
                    let options = cell.and_then(|at| desk.cells.get(at)).map(|cell| &cell.options);
                    let option = options.and_then(|all| named(all, answer, |option| &option.title));
                    match (option, cell) {
                        (Some(option), Some(at)) => match &option.why_not {
                            Some(why_not) => self.console.hang("! ", why_not)?,
                            None => {
                                draft.answers[at] = option.response;
                                self.show_house(&draft)?;
                            }
                        },
                        _ => self.unknown(&line)?,
                    }
                }
                _ => self.unknown(&line)?,
            }
        }
    }

    /// Shows what came of the moves in the signed plans.
    pub(super) fn tell_outcomes(&mut self) -> io::Result<()> {
        let game = self.game.game();
        let events = self.game.session().log().events(game.state().quarter);
        let came = view::outcome(game, self.text, Viewer::Table, events);
        if !came.lines.is_empty() {
            self.console.heading(&self.get("terminal-came"))?;
        }
        for line in came.lines {
            self.console.amount(&line.text, &line.amount)?;
        }
        Ok(())
    }

    fn show_house(&mut self, draft: &House) -> io::Result<()> {
        let desk = view::house(self.game.game(), self.text, draft);
        self.console.hang("  ", &desk.catches)?;
        for (i, cell) in desk.cells.iter().enumerate() {
            let answer = crate::text::response(self.text, cell.answer);
            self.console.hang(&format!("  {} ", i + 1), &format!("{}: {answer}", cell.title))?;
            self.console.hang("    ", &format!("{} · {}", cell.now, cell.last))?;
            if let Some(expected) = &cell.expected {
                self.console.hang("    ", expected)?;
            }
        }
        let options = desk.cells.first().map(|cell| cell.options.as_slice()).unwrap_or_default();
        let names = options.iter().enumerate().map(|(i, option)| format!("{} {}", i + 1, option.title));
        let answers = self.text.with("terminal-house-answers", &[("answers", &items(names))]);
        self.console.hang("  ", &answers)
    }

    /// Asks a seat for its private stance.
    pub(super) fn stance(&mut self, seat: Seat, deal: DealId) -> io::Result<()> {
        let Some(card) = self.card(Viewer::Seat(seat), deal, None) else { return Ok(()) };
        self.show_card(&card)?;
        self.show_responses(&card)?;
        let default = self.usual(&card);
        let name = crate::text::response(self.text, default);
        let prompt = self.text.with("terminal-stance-prompt", &[("seat", &self.seat(seat)), ("default", &name)]);
        loop {
            let stance = match self.console.ask(&prompt)? {
                Typed::Default => default,
                Typed::Line(line) => match named(&card.responses, &line, |option| &option.title) {
                    Some(option) => match &option.why_not {
                        None => option.response,
                        Some(why_not) => {
                            self.console.hang("! ", why_not)?;
                            continue;
                        }
                    },
                    None => {
                        match Words::of(&line).alone() {
                            "?" | "help" => self.console.say(&self.get("terminal-stance-help"))?,
                            "undo" => {
                                if self.take_back()? {
                                    return Ok(());
                                }
                            }
                            _ => self.unknown(&line)?,
                        }
                        continue;
                    }
                },
            };
            self.sign(&Command::TakeStance { seat, deal, stance })?;
            return Ok(());
        }
    }

    /// The stance that an empty line takes: what the house quadrant says for asks like this, if the seat knows the cell
    /// and that answer is possible; otherwise the first possible answer.
    fn usual(&self, card: &Card) -> Response {
        let open = |response: &Response| {
            card.responses.iter().any(|option| option.response == *response && option.why_not.is_none())
        };
        let house = self.game.game().state().house;
        let standing = card.cell.map(|cell| house.answer(cell));
        standing.into_iter().chain(Response::ALL).find(open).unwrap_or(Response::Decline)
    }

    /// Lets the leads agree on an answer, or ask the CEO. If their stances differ, no answer is chosen in advance.
    pub(super) fn answer(&mut self, seat: Seat, deal: DealId) -> io::Result<()> {
        let standing = self.proposed(deal);
        let mut draft = standing;
        let Some(card) = self.card(Viewer::Table, deal, draft.as_ref()) else { return Ok(()) };
        self.show_card(&card)?;
        self.show_stances(&card)?;
        self.show_responses(&card)?;
        let tokens = items(card.defences.iter().map(|defence| defence.label.clone()));
        self.console.hang("  ", &self.text.with("terminal-defences", &[("evidence", &tokens)]))?;
        if card.why_no_ceo.is_none() {
            self.console.hang("  ", &card.ceo)?;
        }
        loop {
            let Some(card) = self.card(Viewer::Table, deal, draft.as_ref()) else { return Ok(()) };
            let prompt = self.answer_prompt(draft.as_ref(), &card);
            let Typed::Line(line) = self.ask_unsigned(&prompt, draft != standing)? else {
                let answer = if self.console.ended() { standing } else { draft };
                if self.by_default(seat, deal, answer, &card)? {
                    return Ok(());
                }
                draft = standing;
                continue;
            };
            let words = Words::of(&line);
            match (words.verb.as_str(), words.rest.as_slice()) {
                ("done", []) => match draft {
                    Some(answer) => {
                        if self.sign_answer(seat, deal, answer)? {
                            return Ok(());
                        }
                    }
                    None => self.console.hang("! ", &self.get("answer-first"))?,
                },
                ("undo", []) if draft != standing => draft = standing,
                ("undo", []) => {
                    if self.take_back()? {
                        return Ok(());
                    }
                }
                ("?" | "help", []) => self.console.say(&self.get("terminal-answer-help"))?,
                ("ask", [] | ["ceo"]) | ("ceo" | "escalate", [] | ["fragen"]) => {
                    if self.sure_of_ceo(&card)? && self.ask_ceo(seat, deal)? {
                        return Ok(());
                    }
                }
                ("defend", [] | [_]) => match &mut draft {
                    Some(draft) => self.defend(draft, &card, words.rest.first().copied())?,
                    None => self.console.hang("! ", &self.get("answer-first"))?,
                },
                ("by", _) => self.promise_by(draft.as_mut(), &card, &words.rest.join(" "))?,
                _ => match named(&card.responses, &line, |option| &option.title) {
                    None => self.unknown(&line)?,
                    Some(option) => match &option.why_not {
                        Some(why_not) => self.console.hang("! ", why_not)?,
                        None => {
                            let defence = draft.and_then(|draft| draft.defence);
                            let bare = check::bare(self.game.game().state().quarter, option.response);
                            draft = Some(Answer { defence, ..bare });
                        }
                    },
                },
            }
        }
    }

    /// What an empty line does: it signs the draft. If there is none, a person has to choose, while a script asks the
    /// CEO, which is what the rules prescribe for two leads who do not agree.
    fn by_default(&mut self, seat: Seat, deal: DealId, draft: Option<Answer>, card: &Card) -> io::Result<bool> {
        match draft {
            Some(answer) => self.sign_answer(seat, deal, answer),
            None if self.console.human() => {
                self.console.hang("! ", &self.get("answer-first"))?;
                Ok(false)
            }
            None if card.why_no_ceo.is_none() => self.ask_ceo(seat, deal),
            None => self.sign_answer(seat, deal, signable(self.game.game(), seat, deal)),
        }
    }

    fn answer_prompt(&self, draft: Option<&Answer>, card: &Card) -> String {
        let default = match draft {
            Some(answer) => self.in_words(answer),
            None if self.console.human() => return self.get("terminal-answer-open"),
            None if card.why_no_ceo.is_none() => "ask ceo".to_owned(),
            None => self.in_words(&signable(self.game.game(), Seat::Product, card.deal)),
        };
        self.text.with("terminal-answer-prompt", &[("answer", &default)])
    }

    /// Asks whether a person really wants the CEO to decide, because that is final and costs trust. Does not ask if the
    /// rules would refuse it anyway.
    fn sure_of_ceo(&mut self, card: &Card) -> io::Result<bool> {
        if !self.console.human() || card.why_no_ceo.is_some() {
            return Ok(true);
        }
        let typed = self.console.ask(&self.text.with("terminal-ceo-sure", &[("trust", &card.ceo_cost)]))?;
        let yes = self.get("terminal-yes");
        Ok(matches!(typed, Typed::Line(line) if yes.split(' ').any(|word| line.eq_ignore_ascii_case(word))))
    }

    pub(super) fn ask_ceo(&mut self, seat: Seat, deal: DealId) -> io::Result<bool> {
        self.sign(&Command::Escalate { seat, deal })
    }

    /// Prints the CEO's letter, if one has come, as a block of its own.
    pub(super) fn tell_letter(&mut self) -> io::Result<()> {
        let team = self.game.session().team();
        let leads = Seat::BOTH.map(|seat| team.lead(seat));
        let told = self
            .game
            .letter()
            .and_then(|letter| view::ceo_letter(&letter.before, self.game.game(), self.text, letter.deal, leads));
        self.game.put_letter_away();
        let Some(letter) = told else { return Ok(()) };
        let mark = "  │ ";
        self.console.gap()?;
        self.console
            .line(mark, &self.text.with("terminal-letter", &[("company", &letter.company), ("date", &letter.date)]))?;
        for words in [&letter.to, &letter.subject, &letter.opening] {
            self.console.line(mark, words)?;
        }
        for side in &letter.sides {
            self.console
                .line(mark, &self.text.with("terminal-letter-side", &[("who", &side.who), ("answer", &side.answer)]))?;
        }
        for words in [&letter.decision].into_iter().chain(&letter.reasons).chain([&letter.cost, &letter.moral]) {
            self.console.line(mark, words)?;
        }
        self.console.line(mark, &letter.signature)?;
        self.console.gap()
    }

    /// Handles `defend strategy`, and `defend` alone, which removes the evidence.
    fn defend(&mut self, draft: &mut Answer, card: &Card, word: Option<&str>) -> io::Result<()> {
        let Some(word) = word else {
            draft.defence = None;
            return Ok(());
        };
        let wanted = Evidence::ALL.into_iter().find(|evidence| {
            let name = crate::text::evidence(self.text, *evidence).to_lowercase();
            name.starts_with(&word.to_lowercase())
        });
        match wanted.and_then(|evidence| card.defences.iter().find(|defence| defence.evidence == evidence)) {
            None => self.unknown(word),
            Some(defence) => match &defence.why_not {
                Some(why_not) => self.console.hang("! ", why_not),
                None => {
                    draft.defence = Some(defence.evidence);
                    let key = if defence.fits { "terminal-fits" } else { "terminal-fits-not" };
                    let sentence = self.text.with(key, &[("evidence", &defence.label)]);
                    self.console.hang("  ", &sentence)
                }
            },
        }
    }

    /// Handles `by 2` or `by q3`: sets the quarter of a promise.
    fn promise_by(&mut self, draft: Option<&mut Answer>, card: &Card, typed: &str) -> io::Result<()> {
        let promise = draft.filter(|draft| draft.response == Response::RoadmapPromise);
        match (named(&card.promise_quarters, typed, |due| &due.name), promise) {
            (Some(due), Some(draft)) => draft.due = Some(due.quarter),
            _ => {
                let names: Vec<String> = card
                    .promise_quarters
                    .iter()
                    .enumerate()
                    .map(|(i, due)| format!("{} {}", i + 1, due.name))
                    .collect();
                let sentence = self.text.with("terminal-by", &[("quarters", &names.join(", "))]);
                self.console.hang("! ", &sentence)?;
            }
        }
        Ok(())
    }

    /// The answer that is already on the table: see [`check::proposed`].
    pub(super) fn proposed(&self, deal: DealId) -> Option<Answer> {
        let game = self.game.game();
        check::proposed(
            game.scenario(),
            game.state(),
            deal,
            self.game.session().log().partner().map(|partner| partner.seat),
        )
    }

    fn in_words(&self, answer: &Answer) -> String {
        let mut words = crate::text::response(self.text, answer.response);
        if let Some(due) = answer.due {
            let quarter = crate::text::quarter_name(self.text, due);
            words = self.text.with("terminal-answer-due", &[("answer", &words), ("quarter", &quarter)]);
        }
        if let Some(evidence) = answer.defence {
            let name = crate::text::evidence(self.text, evidence);
            words = self.text.with("terminal-answer-defended", &[("answer", &words), ("evidence", &name)]);
        }
        words
    }

    /// Signs an answer. Prints it once it is in force.
    pub(super) fn sign_answer(&mut self, seat: Seat, deal: DealId, answer: Answer) -> io::Result<bool> {
        let signed = self.agree(seat, Agreed::Answer(deal, answer))?;
        if signed {
            self.tell_answer(deal)?;
        }
        Ok(signed)
    }

    fn settled(&self, deal: DealId) -> Option<crate::sim::Settled> {
        self.game.game().state().deals.get(&deal)?.ask.as_ref()?.answer
    }

    fn tell_answer(&mut self, deal: DealId) -> io::Result<()> {
        let Some(settled) = self.settled(deal) else { return Ok(()) };
        let by = crate::text::by(self.text, settled.by);
        let answer = self.in_words(&settled.answer);
        let sentence = self.text.with("terminal-signed", &[("answer", &answer), ("by", &by)]);
        self.console.hang("  ", &sentence)
    }
}
