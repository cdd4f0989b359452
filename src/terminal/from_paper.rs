//! Types in what a team decided on paper: one prompt for each numbered box of its decision sheet, in their order.

use std::io;

use super::Table;
use super::console::{Typed, items};
use super::desk::{Words, percentages, place};
use crate::ids::{DealId, Quarter, Seat};
use crate::play::Agreed;
use crate::sight::Viewer;
use crate::sim::{
    Allocation, Answer, Command, Evidence, House, Phase, ProductMove, ProductPlan, Range, Response, SalesPlan, Step,
    check,
};
use crate::text;
use crate::view::{
    self, Aim, Bulletin, CARD_LETTERS, NumberedMove, PRODUCT_KINDS, SALES_KINDS, deal_number, response_number,
};

/// What stands for a letter to the CEO in the box of an answer.
const CEO: [&str; 3] = ["ceo", "c", "-"];
/// Words before the quarter of a promise, which mean nothing more.
const BY: [&str; 2] = ["by", "bis"];

/// What was typed for a box.
enum Written {
    /// The box is empty.
    Nothing,
    /// The box before is to be typed again.
    Undo,
    Words(String),
}

impl Table<'_> {
    /// Types in one quarter after another, until the debrief or until somebody leaves. The end of the input leaves too:
    /// what is not on the sheet is not decided.
    pub(super) fn type_in(&mut self) -> io::Result<()> {
        let title = self.text.scenario().meta.title.clone();
        self.console.title(&self.text.with("terminal-title", &[("scenario", &title), ("team", &self.team)]))?;
        self.console.say(&self.get("paper-type-how"))?;
        loop {
            self.notice()?;
            self.close()?;
            match self.next_box() {
                Step::ReadBriefing(_) => self.open_quarter()?,
                Step::Plan(Seat::Product) => self.type_product()?,
                Step::Plan(Seat::Sales) => self.type_sales()?,
                Step::House(seat) => self.type_house(seat)?,
                Step::Stance(seat, _) => self.type_stances(seat)?,
                Step::Predict(seat) => self.type_prediction(seat)?,
                Step::Answer(seat, deal) => self.type_answer(seat, deal)?,
                Step::ReadReview(_) => self.review()?,
                Step::Debrief => return self.debrief(),
            }
        }
    }

    /// The next box: all of Product's piece of a sheet before that of Sales, and what both sign last.
    fn next_box(&self) -> Step {
        let steps = self.game.game().steps();
        let own = |seat| steps.iter().find(|step| step.private() && step.seat() == Some(seat));
        own(Seat::Product).or_else(|| own(Seat::Sales)).or(steps.first()).cloned().unwrap_or(Step::Debrief)
    }

    /// Tells what everybody may hear at the beginning of a quarter, and where its sheets come from.
    fn open_quarter(&mut self) -> io::Result<()> {
        self.head()?;
        let page = view::briefing(self.game.game(), self.text, Seat::Product);
        for Bulletin { title, text: words } in page.news.iter().chain(&page.gates) {
            self.console.heading(title)?;
            self.console.hang("  ", words)?;
        }
        for seat in Seat::BOTH {
            if !*self.game.game().state().turn.read.get(seat) {
                self.sign(&Command::Read { seat })?;
            }
        }
        self.console.gap()?;
        match self.game.session().saved_at() {
            Some(path) => {
                let path = path.display().to_string();
                self.console.say(&self.text.with("paper-type-sheets", &[("path", &path)]))
            }
            None => Ok(()),
        }
    }

    /// Shows the prompt of a box and reads what stands in it.
    fn ask_box(&mut self, prompt: &str, help: &str) -> io::Result<Written> {
        loop {
            match self.console.ask(prompt)? {
                Typed::Default if self.console.ended() => return Err(io::ErrorKind::Interrupted.into()),
                Typed::Default => return Ok(Written::Nothing),
                Typed::Line(line) => match Words::of(&line).alone() {
                    "undo" => return Ok(Written::Undo),
                    "?" | "help" => self.console.hang("  ", help)?,
                    _ => return Ok(Written::Words(line)),
                },
            }
        }
    }

    /// Asks for a box until what is typed can be read, or the box before is to be typed again: then `None`.
    fn read_box<T>(
        &mut self,
        prompt: &str,
        help: &str,
        empty: Option<T>,
        read: impl Fn(&Self, &str) -> Result<T, String>,
    ) -> io::Result<Option<T>> {
        let mut empty = empty;
        loop {
            let problem = match self.ask_box(prompt, help)? {
                Written::Undo => return Ok(None),
                Written::Nothing => match empty.take() {
                    Some(value) => return Ok(Some(value)),
                    None => help.to_owned(),
                },
                Written::Words(line) => match read(self, &line) {
                    Ok(value) => return Ok(Some(value)),
                    Err(problem) => problem,
                },
            };
            self.console.hang("! ", &problem)?;
        }
    }

    /// Boxes 1 and 2.
    fn type_product(&mut self) -> io::Result<()> {
        let standing = self.game.game().state().allocation;
        let prompt = self.text.with("paper-type-split", &[("default", &spaced(&standing.shares()))]);
        let help = self.get("paper-type-split-help");
        let split = self.read_box(&prompt, &help, Some(standing), |table, line| {
            let split = percentages(line, table.text.numbers()).as_deref().and_then(Allocation::of);
            let split = split.ok_or_else(|| table.get("paper-type-split-help"))?;
            check::allocation(split).map(|()| split).map_err(|refusal| table.refused(&refusal))
        })?;
        let Some(allocation) = split else { return self.take_back().map(drop) };
        let (prompt, help) = (self.get("paper-type-product-moves"), self.get("paper-type-moves-help"));
        let moves =
            self.read_box(&prompt, &help, Some(Vec::new()), |table, line| table.product_moves(line, allocation))?;
        let Some(moves) = moves else { return Ok(()) };
        self.sign(&Command::PlanProduct(ProductPlan { allocation, moves })).map(drop)
    }

    /// Boxes 3, 4 and 5.
    fn type_sales(&mut self) -> io::Result<()> {
        let standing = self.game.game().state().target.clone();
        let segments: Vec<String> = self.text.scenario().segments.iter().map(|one| one.name.clone()).collect();
        let prompt =
            self.text.with("paper-type-target", &[("segments", &segments.join(", ")), ("default", &spaced(&standing))]);
        let help = self.text.with("paper-type-target-help", &[("count", &segments.len())]);
        let target = self.read_box(&prompt, &help, Some(standing), |table, line| {
            let target = percentages(line, table.text.numbers()).unwrap_or_default();
            let fits = check::target(table.game.game().scenario(), &target);
            fits.map(|()| target).map_err(|refusal| table.refused(&refusal))
        })?;
        let Some(target) = target else { return self.take_back().map(drop) };
        let plan = SalesPlan { target, ..SalesPlan::default() };
        let (prompt, help) = (self.get("paper-type-pushes"), self.get("paper-type-pushes-help"));
        let plan = self.read_box(&prompt, &help, Some(plan.clone()), |table, line| table.pushes(line, plan.clone()))?;
        let Some(plan) = plan else { return Ok(()) };
        let (prompt, help) = (self.get("paper-type-sales-moves"), self.get("paper-type-moves-help"));
        let plan =
            self.read_box(&prompt, &help, Some(plan.clone()), |table, line| table.sales_moves(line, plan.clone()))?;
        let Some(plan) = plan else { return Ok(()) };
        self.sign(&Command::PlanSales(plan)).map(drop)
    }

    fn product_moves(&self, line: &str, allocation: Allocation) -> Result<Vec<ProductMove>, String> {
        let aims: Vec<bool> = PRODUCT_KINDS.iter().map(|&made| view::product_aim(made) != Aim::Nothing).collect();
        let mut plan = ProductPlan { allocation, moves: Vec::new() };
        for (kind, target) in self.aimed(line, &aims)? {
            let desk = view::product_desk(self.game.game(), self.text, &plan);
            let all = view::numbered_product(self.game.game().state(), &desk.moves);
            plan.moves.push(self.one_of(&all, kind, target)?);
        }
        Ok(plan.moves)
    }

    fn sales_moves(&self, line: &str, mut plan: SalesPlan) -> Result<SalesPlan, String> {
        let aims: Vec<bool> = SALES_KINDS.iter().map(|&made| view::sales_aim(made) != Aim::Nothing).collect();
        for (kind, target) in self.aimed(line, &aims)? {
            let desk = view::sales_desk(self.game.game(), self.text, &plan);
            let all = view::numbered_sales(self.game.game().state(), &desk.moves);
            plan.moves.push(self.one_of(&all, kind, target)?);
        }
        Ok(plan)
    }

    /// The numbers of moves in a line; behind those of a kind that aims at something follows the number of that.
    fn aimed(&self, line: &str, aims: &[bool]) -> Result<Vec<(usize, Option<u32>)>, String> {
        let mut numbers = self.numbers(line)?.into_iter();
        let mut moves = Vec::new();
        while let Some(kind) = numbers.next() {
            let at = kind as usize;
            let aims = at.checked_sub(1).and_then(|at| aims.get(at));
            let aims = aims.ok_or_else(|| self.text.with("paper-type-no-move", &[("number", &kind)]))?;
            let target = if *aims { numbers.next() } else { None };
            if *aims && target.is_none() {
                return Err(self.text.with("paper-type-no-target", &[("number", &kind)]));
            }
            moves.push((at, target));
        }
        Ok(moves)
    }

    fn one_of<M: Copy>(&self, all: &[NumberedMove<M>], kind: usize, target: Option<u32>) -> Result<M, String> {
        let found = all.iter().find(|made| made.kind == kind && made.target == target);
        let Some(NumberedMove { option, .. }) = found else {
            let target = target.map_or_else(String::new, |target| target.to_string());
            return Err(self.text.with("paper-type-not-now", &[("number", &kind), ("target", &target)]));
        };
        match &option.why_not {
            _ if option.chosen => Err(self.text.with("paper-type-twice", &[("move", &option.title)])),
            Some(why_not) => Err(format!("{}: {why_not}", option.title)),
            None => Ok(option.made),
        }
    }

    fn pushes(&self, line: &str, mut plan: SalesPlan) -> Result<SalesPlan, String> {
        for number in self.numbers(line)? {
            let state = self.game.game().state();
            let deal = state.open_deals().find(|deal| deal.named && deal_number(deal) == number);
            let deal = deal.ok_or_else(|| self.text.with("paper-type-no-deal", &[("number", &number)]))?.id;
            check::push(state, &plan.pushes, deal).map_err(|refusal| self.refused(&refusal))?;
            plan.pushes.push(deal);
        }
        Ok(plan)
    }

    /// Box 6, after telling what lies on the table.
    fn type_house(&mut self, seat: Seat) -> io::Result<()> {
        self.tell_table()?;
        let standing = self.game.desk().draft().house;
        let numbers = standing.answers.map(|answer| response_number(answer).to_string());
        let prompt = self.text.with("paper-type-house", &[("default", &numbers.join(" "))]);
        let help = self.get("paper-type-house-help");
        let house = self.read_box(&prompt, &help, Some(standing), |table, line| {
            let answers = table.answers(line, 4)?;
            let house = House { answers: answers.try_into().map_err(|_| table.get("paper-type-house-help"))? };
            check::house(table.game.game().state(), &house).map_err(|refusal| table.refused(&refusal))?;
            Ok(house)
        })?;
        match house {
            Some(house) => self.agree(seat, Agreed::House(house)).map(drop),
            None => self.take_back().map(drop),
        }
    }

    /// Tells what came of the plans, to both and to each lead alone, and which cards lie on the table, once.
    fn tell_table(&mut self) -> io::Result<()> {
        let state = self.game.game().state();
        let now = (state.quarter, Phase::Table);
        if self.shown == Some(now) {
            return Ok(());
        }
        self.shown = Some(now);
        self.console.title(&self.get("paper-at-table"))?;
        self.tell_outcomes()?;
        for seat in Seat::BOTH {
            self.tell_alone(seat)?;
        }
        self.console.gap()?;
        let cards = self.game.game().state().cards().to_vec();
        for (letter, deal) in CARD_LETTERS.into_iter().zip(cards) {
            let halves = Seat::BOTH.map(|seat| self.card(Viewer::Seat(seat), deal, None));
            let [Some(product), Some(sales)] = halves else { continue };
            self.console.hang(&format!("  {letter}  "), &self.numbered(deal))?;
            let effort = product.effort.unwrap_or_default();
            self.console.hang("     ", &format!("{}: {effort}", self.seat(Seat::Product)))?;
            self.console.hang("     ", &format!("{}: {}", self.seat(Seat::Sales), items(sales.facts)))?;
        }
        let house = view::house(self.game.game(), self.text, &self.game.game().state().house);
        self.console.gap()?;
        self.console.say(&house.catches)
    }

    /// Tells what came of the plans and only one lead may hear.
    fn tell_alone(&mut self, seat: Seat) -> io::Result<()> {
        let (game, text) = (self.game.game(), self.text);
        let events = self.game.session().log().events(game.state().quarter);
        let both = view::outcome(game, text, Viewer::Table, events).lines;
        let own = view::outcome(game, text, Viewer::Seat(seat), events).lines;
        let own: Vec<String> = own.into_iter().filter(|line| !both.contains(line)).map(|line| line.text).collect();
        if !own.is_empty() {
            self.console.heading(&text.with("terminal-private", &[("seat", &self.seat(seat))]))?;
        }
        for line in own {
            self.console.hang("  ", &line)?;
        }
        Ok(())
    }

    /// The number and the name of a deal.
    fn numbered(&self, deal: DealId) -> String {
        let state = self.game.game().state();
        let number = state.deals.get(&deal).map_or(0, deal_number);
        format!("{number} {}", text::deal_name(self.text, state, deal))
    }

    /// Boxes 7 and 9: the stances of a lead on all cards that still need one.
    fn type_stances(&mut self, seat: Seat) -> io::Result<()> {
        self.tell_table()?;
        let steps = self.game.game().steps();
        let open = steps.iter().filter_map(|step| match *step {
            Step::Stance(who, deal) if who == seat => Some(deal),
            _ => None,
        });
        let cards: Vec<DealId> = open.collect();
        let names: Vec<String> = cards.iter().map(|&deal| self.numbered(deal)).collect();
        let key = if seat == Seat::Product { "paper-type-product-stances" } else { "paper-type-sales-stances" };
        let prompt = self.text.with(key, &[("cards", &names.join(", "))]);
        let help = self.text.with("paper-type-stances-help", &[("count", &cards.len())]);
        let stances = self.read_box(&prompt, &help, None, |table, line| {
            let stances = table.answers(line, cards.len())?;
            for (&deal, &stance) in cards.iter().zip(&stances) {
                table.possible(Viewer::Seat(seat), deal, stance)?;
            }
            Ok(stances)
        })?;
        let Some(stances) = stances else { return self.take_back().map(drop) };
        for (deal, stance) in cards.into_iter().zip(stances) {
            if !self.sign(&Command::TakeStance { seat, deal, stance })? {
                break;
            }
        }
        Ok(())
    }

    /// That an answer is possible, as far as a viewer knows, or why it is not.
    fn possible(&self, viewer: Viewer, deal: DealId, response: Response) -> Result<(), String> {
        let card = self.card(viewer, deal, None);
        let option = card.iter().flat_map(|card| &card.responses).find(|option| option.response == response);
        match option.and_then(|option| option.why_not.as_ref()) {
            Some(why_not) => Err(format!("{}: {why_not}", self.numbered(deal))),
            None => Ok(()),
        }
    }

    /// Boxes 8 and 10: the prediction of a lead.
    fn type_prediction(&mut self, seat: Seat) -> io::Result<()> {
        let page = view::predict(self.game.game(), self.text);
        let written = |range: Range| text::range(self.text, page.unit, range.low, range.high);
        let key = if seat == Seat::Product { "paper-type-product-predicts" } else { "paper-type-sales-predicts" };
        let prompt = self.text.with(key, &[("number", &page.label)]);
        let help = self.text.with("terminal-predict-help", &[("example", &written(page.usual))]);
        let range = self.read_box(&prompt, &help, None, |table, line| {
            let (low, high) = table.text.numbers().read_range(line, page.unit).ok_or_else(|| help.clone())?;
            let range = Range { low, high };
            let shown = text::range(table.text, page.unit, low, high);
            match page.possible(range) {
                true => Ok(range),
                false => Err(table.text.with("terminal-impossible", &[("number", &page.label), ("range", &shown)])),
            }
        })?;
        let Some(range) = range else { return self.take_back().map(drop) };
        let understood = self.text.with("terminal-understood", &[("range", &written(range))]);
        self.console.hang("  ", &understood)?;
        if page.far(range) {
            let far = self.text.with("paper-type-far", &[("usual", &written(page.usual))]);
            self.console.hang("! ", &far)?;
        }
        self.sign(&Command::Predict { seat, range }).map(drop)
    }

    /// Box 11, a row for each card.
    fn type_answer(&mut self, seat: Seat, deal: DealId) -> io::Result<()> {
        self.tell_table()?;
        let proposed = self.proposed(deal);
        let stance = |seat: Seat| {
            let ask = self.game.game().state().deals.get(&deal).and_then(|deal| deal.ask.as_ref());
            ask.and_then(|ask| *ask.stances.get(seat))
                .map_or_else(String::new, |stance| response_number(stance).to_string())
        };
        let default = proposed.map_or_else(String::new, |answer| format!(" [{}]", response_number(answer.response)));
        let prompt = self.text.with(
            "paper-type-answer",
            &[
                ("card", &self.numbered(deal)),
                ("product", &stance(Seat::Product)),
                ("sales", &stance(Seat::Sales)),
                ("default", &default),
            ],
        );
        let help = self.get("paper-type-answer-help");
        let empty = proposed.map(Some);
        let answer = self.read_box(&prompt, &help, empty, |table, line| table.signed_answer(line, deal))?;
        match answer {
            None => self.take_back().map(drop),
            Some(None) => self.ask_ceo(seat, deal).map(drop),
            Some(Some(answer)) => {
                let wasted = self.wasted(deal, &answer);
                self.sign_answer(seat, deal, answer)?;
                match wasted {
                    Some(words) => self.console.hang("! ", &words),
                    None => Ok(()),
                }
            }
        }
    }

    /// What a row says: `2`, `7 s` with evidence, `6 q3` with a quarter, or `ceo`, which is `None`.
    fn signed_answer(&self, line: &str, deal: DealId) -> Result<Option<Answer>, String> {
        let help = || self.get("paper-type-answer-help");
        let words: Vec<String> = tokens(line).map(str::to_lowercase).collect();
        let (first, rest) = words.split_first().ok_or_else(help)?;
        if CEO.contains(&first.as_str()) && rest.is_empty() {
            return Ok(None);
        }
        let response = place(first).and_then(response).ok_or_else(help)?;
        self.possible(Viewer::Table, deal, response)?;
        let mut answer = check::bare(self.game.game().state().quarter, response);
        for word in rest.iter().filter(|word| !BY.contains(&word.as_str())) {
            match (self.evidence(word), self.due(word)) {
                (Some(evidence), _) => answer.defence = Some(evidence),
                (None, Some(quarter)) if response == Response::RoadmapPromise => answer.due = Some(quarter),
                _ => return Err(help()),
            }
        }
        let command = Command::SignAnswer { seat: Seat::Product, deal, answer };
        self.game.game().check(&command).map(|()| Some(answer)).map_err(|refusal| self.refused(&refusal))
    }

    /// The evidence that a word begins.
    fn evidence(&self, word: &str) -> Option<Evidence> {
        let named = |evidence: &Evidence| text::evidence(self.text, *evidence).to_lowercase().starts_with(word);
        Evidence::ALL.into_iter().find(named)
    }

    /// The quarter of a promise that `q3`, `3` or `Q3 2027` names; the next four have different numbers.
    fn due(&self, word: &str) -> Option<Quarter> {
        let number = place(word.trim_start_matches('q'))?;
        let (first, last) = check::promise_window(self.game.game().state());
        let (begins, _) = self.text.scenario().company.first_quarter;
        let of_year = |quarter: u8| (usize::from(begins) + usize::from(quarter) + 2) % 4 + 1;
        (first.0..=last.0).find(|&quarter| of_year(quarter) == number).map(Quarter)
    }

    /// That evidence does not fit an answer, in words.
    fn wasted(&self, deal: DealId, answer: &Answer) -> Option<String> {
        let card = self.card(Viewer::Table, deal, Some(answer))?;
        let spent = card.defences.iter().find(|defence| defence.chosen && !defence.fits)?;
        Some(self.text.with("terminal-fits-not", &[("evidence", &text::evidence(self.text, spent.evidence))]))
    }

    /// As many answers as there are boxes, by their numbers.
    fn answers(&self, line: &str, count: usize) -> Result<Vec<Response>, String> {
        let help = || self.text.with("paper-type-stances-help", &[("count", &count)]);
        let numbers = self.numbers(line)?;
        let answers: Option<Vec<Response>> = numbers.iter().map(|&number| response(number as usize)).collect();
        answers.filter(|answers| answers.len() == count).ok_or_else(help)
    }

    /// The whole numbers in a line.
    fn numbers(&self, line: &str) -> Result<Vec<u32>, String> {
        let number = |word: &str| {
            let number = place(word).and_then(|number| u32::try_from(number).ok());
            number.ok_or_else(|| self.text.with("paper-type-no-number", &[("word", &super::cut(word))]))
        };
        tokens(line).map(number).collect()
    }
}

/// The answer with this number.
fn response(number: usize) -> Option<Response> {
    Response::ALL.get(number.checked_sub(1)?).copied()
}

/// The words of a line, however they are kept apart.
fn tokens(line: &str) -> impl Iterator<Item = &str> {
    let apart = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '+' | '/');
    line.split(apart).filter(|word| !word.is_empty())
}

/// Shares as they are typed.
fn spaced(shares: &[u8]) -> String {
    shares.iter().map(u8::to_string).collect::<Vec<_>>().join(" ")
}
