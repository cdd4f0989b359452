//! The Product Lead's plan in the terminal.

use std::io;

use super::Table;
use super::console::{Typed, items};
use super::desk::{Words, english, percentages};
use crate::sim::{Allocation, Command, ProductPlan};
use crate::view::{self, ProductDesk, RequestRow};

impl Table<'_> {
    /// Lets the Product Lead plan until the plan is signed.
    pub(super) fn plan_product(&mut self) -> io::Result<()> {
        let standing = ProductPlan { allocation: self.game.game().state().allocation, moves: Vec::new() };
        let mut drafts = vec![standing.clone()];
        // A plan whose signature was taken back.
        drafts.extend(Some(self.game.desk().draft().product.clone()).filter(|draft| *draft != standing));
        self.show_product_desk(&standing)?;
        loop {
            let draft = drafts.last().cloned().unwrap_or_else(|| standing.clone());
            let desk = self.product_desk(&draft);
            let chosen = desk.moves.iter().filter(|option| option.chosen).map(|option| option.title.clone());
            let chosen: Vec<String> = chosen.collect();
            let split = draft.allocation;
            let summary = self.text.with(
                "terminal-product-draft",
                &[
                    ("roadmap", &split.roadmap),
                    ("specials", &split.specials),
                    ("repair", &split.repair),
                    ("discovery", &split.discovery),
                    ("moves", &self.list(&chosen)),
                ],
            );
            self.console.gap()?;
            self.console.say(&summary)?;
            if let Some(goes_on) = &desk.goes_on {
                self.console.say(goes_on)?;
            }
            if desk.left == 0 {
                let foreseen = desk.preview.iter().map(|line| format!("{} {}", line.text, line.amount));
                let sentence = self.text.with("terminal-foreseen", &[("what", &items(foreseen))]);
                self.console.say(&sentence)?;
            }
            let typed = self.ask_unsigned(&self.get("terminal-product-prompt"), drafts.len() > 1)?;
            let line = match typed {
                // The input has ended, so nobody can correct a draft that cannot be signed: sign the plan in force
                // instead.
                Typed::Default if self.console.ended() && desk.why_not.is_some() => {
                    return self.sign(&Command::PlanProduct(standing)).map(|_| ());
                }
                Typed::Default => "done".to_owned(),
                Typed::Line(line) => line,
            };
            let words = Words::of(&line);
            match words.alone() {
                "done" => {
                    if self.sign(&Command::PlanProduct(draft))? {
                        return Ok(());
                    }
                }
                "undo" if drafts.len() > 1 => drop(drafts.pop()),
                "undo" => {
                    if self.take_back()? {
                        return Ok(());
                    }
                }
                "show" => self.show_product_desk(&draft)?,
                "?" | "help" => {
                    self.console.say(&self.get("terminal-product-help"))?;
                    self.explain_moves(&desk.moves)?;
                }
                _ => drafts.extend(self.change_product(&draft, &desk, &words, &line)?),
            }
        }
    }

    /// The draft after a command that changes it, or `None` if the command changes nothing.
    fn change_product(
        &mut self,
        draft: &ProductPlan,
        desk: &ProductDesk,
        words: &Words,
        line: &str,
    ) -> io::Result<Option<ProductPlan>> {
        let mut changed = draft.clone();
        match words.verb.as_str() {
            "move" | "m" => {
                let Some(made) = self.pick_move(&desk.moves, &|_| None, &words.rest)? else { return Ok(None) };
                match changed.moves.iter().position(|&other| other == made) {
                    Some(at) => drop(changed.moves.remove(at)),
                    None => changed.moves.push(made),
                }
            }
            verb => {
                if share(&mut changed.allocation, verb).is_none() {
                    self.unknown(line)?;
                    return Ok(None);
                }
                if self.split(&mut changed.allocation, line).is_none() {
                    self.console.hang("! ", &self.text.with("terminal-share", &[("word", &verb)]))?;
                    return Ok(None);
                }
                let left = view::product_desk(self.game.game(), self.text, &changed).left;
                if left != 0 {
                    let key = if left > 0 { "terminal-left" } else { "terminal-over" };
                    self.console.hang("  ", &self.text.with(key, &[("percent", &u32::from(left.unsigned_abs()))]))?;
                }
            }
        }
        Ok(Some(changed))
    }

    /// Parses `roadmap 50`, or several shares in one line, as the draft shows them: `roadmap 50 %, specials 20 %`.
    fn split(&self, split: &mut Allocation, line: &str) -> Option<()> {
        let line = line.to_lowercase().replace(['=', ':'], " ");
        let names = |word: &str| word.starts_with(char::is_alphabetic);
        let words: Vec<&str> = line.split_whitespace().collect();
        for part in words.chunk_by(|_, next| !names(next)) {
            let (name, number) = part.split_first()?;
            match percentages(&number.join(" "), self.text.numbers())?.as_slice() {
                [percent @ 0..=100] => *share(split, english(name))? = *percent,
                _ => return None,
            }
        }
        Some(())
    }

    /// The desk, with what the computer partner has announced.
    fn product_desk(&self, draft: &ProductPlan) -> ProductDesk {
        let desk = view::product_desk(self.game.game(), self.text, draft);
        match self.game.session().log().partner() {
            Some(partner) => desk.with_doors(&view::opened(self.game.game(), &partner)),
            None => desk,
        }
    }

    fn show_product_desk(&mut self, draft: &ProductPlan) -> io::Result<()> {
        let desk = self.product_desk(draft);
        self.console.heading(&desk.headline)?;
        let rows: Vec<Vec<String>> =
            desk.bar.iter().map(|part| vec![part.label.clone(), crate::text::weeks(self.text, part.weeks)]).collect();
        self.console.table(&rows)?;
        if !desk.backlog.is_empty() {
            self.console.heading(&self.get("terminal-backlog"))?;
            for row in &desk.backlog {
                let key = if row.late { "terminal-due-late" } else { "terminal-due" };
                let due = self.text.with(key, &[("quarter", &row.due)]);
                self.console.amount(&format!("{} · {} · {}", row.customer, row.ask, row.left), &due)?;
            }
        }
        self.show_requests(&desk.requests)?;
        let themes: Vec<String> = desk
            .themes
            .iter()
            .map(|theme| {
                let key = if theme.built { "terminal-theme-built" } else { "terminal-theme" };
                self.text.with(key, &[("name", &theme.name), ("count", &theme.asked)])
            })
            .collect();
        self.console.heading(&self.get("terminal-themes"))?;
        self.console.hang("  ", &themes.join(" · "))?;
        let tokens: Vec<String> = desk.tokens.iter().map(|token| format!("{} {}", token.label, token.shown)).collect();
        self.console.heading(&self.get("terminal-evidence"))?;
        self.console.hang("  ", &tokens.join(" · "))?;
        if self.game.game().state().quarter.0 > 1 && !desk.coherence.is_empty() {
            self.console.heading(&self.get("terminal-coherence"))?;
            for part in &desk.coherence {
                self.console.amount(&part.text, &part.amount)?;
            }
        }
        self.show_moves(&desk.moves, &|_| None, desk.attention, desk.attention_all)
    }

    fn show_requests(&mut self, requests: &[RequestRow]) -> io::Result<()> {
        if requests.is_empty() {
            return Ok(());
        }
        self.console.heading(&self.get("terminal-requests"))?;
        for row in requests {
            let what = self.text.with(
                "terminal-request",
                &[
                    ("name", &row.customer),
                    ("ask", &row.ask),
                    ("effort", &row.effort_line),
                    ("alignment", &row.alignment_line),
                ],
            );
            let comes = self.text.with("terminal-request-comes", &[("quarter", &row.comes)]);
            self.console.amount(&what, &comes)?;
            for note in &row.notes {
                self.console.hang("    ", &note.text)?;
            }
        }
        Ok(())
    }

    /// Items separated by commas, or the word for none.
    pub(super) fn list(&self, items: &[String]) -> String {
        if items.is_empty() { self.get("terminal-none") } else { items.join(", ") }
    }
}

/// The share that a word names.
fn share<'a>(split: &'a mut Allocation, word: &str) -> Option<&'a mut u8> {
    match word {
        "roadmap" => Some(&mut split.roadmap),
        "specials" => Some(&mut split.specials),
        "repair" => Some(&mut split.repair),
        "discovery" => Some(&mut split.discovery),
        _ => None,
    }
}
