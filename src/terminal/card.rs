//! A card of the table, printed in the terminal.

use std::io;

use super::Table;
use crate::ids::DealId;
use crate::sight::Viewer;
use crate::sim::Answer;
use crate::view::{self, Card, Note, ResponseOption, Stances};

impl Table<'_> {
    pub(super) fn card(&self, viewer: Viewer, deal: DealId, draft: Option<&Answer>) -> Option<Card> {
        view::card(self.game.game(), self.text, viewer, deal, draft)
    }

    pub(super) fn show_card(&mut self, card: &Card) -> io::Result<()> {
        self.console.heading(&format!("{} · {}", card.position, card.customer))?;
        self.console.hang("  ", &card.about)?;
        self.console.hang("  ", &self.text.with("quote", &[("words", &card.quote)]))?;
        self.console.hang("  ", &self.text.with("terminal-asks", &[("ask", &card.ask)]))?;
        let effort = card.effort.clone().unwrap_or_else(|| self.get("effort-unknown"));
        self.console.hang("  ", &format!("{} · {} · {effort}", card.deal_line, card.theme))?;
        for Note { seat, text: note } in &card.notes {
            let who = self.seat(*seat);
            self.console.hang("  ", &self.text.with("terminal-note", &[("seat", &who), ("note", note)]))?;
        }
        for fact in card.facts.iter().chain(&card.need).chain(&card.dealbreaker) {
            self.console.hang("  · ", fact)?;
        }
        Ok(())
    }

    pub(super) fn show_stances(&mut self, card: &Card) -> io::Result<()> {
        if let Stances::Revealed { product, sales, agree } = &card.stances {
            let key = if *agree { "terminal-stances-agree" } else { "terminal-stances-differ" };
            let sentence = self.text.with(key, &[("product", product), ("sales", sales)]);
            self.console.hang("  ", &sentence)?;
        }
        Ok(())
    }

    pub(super) fn show_responses(&mut self, card: &Card) -> io::Result<()> {
        self.console.heading(&self.get("terminal-responses"))?;
        if let Some(left_out) = &card.left_out {
            self.console.hang("  ", left_out)?;
        }
        for (i, option) in card.responses.iter().enumerate() {
            let words = option.why_not.as_ref().unwrap_or(&option.about);
            self.console.hang(&format!("  {} ", i + 1), &format!("{} · {words}", option.title))?;
            if option.why_not.is_none() {
                let preview = self.preview(card, option);
                self.console.hang("    ", &preview)?;
            }
        }
        Ok(())
    }
    /// What an answer does to the deal, and to revenue debt if the viewer can estimate that.
    fn preview(&self, card: &Card, option: &ResponseOption) -> String {
        let (chance, debt) = (&option.chance_line, &option.debt_line);
        if card.cell.is_none() {
            return self.text.with("terminal-preview-deal", &[("chance", chance)]);
        }
        let preview = self.text.with("terminal-preview", &[("chance", chance), ("debt", debt)]);
        if option.mark.is_empty() { preview } else { format!("{preview} · {}", option.mark) }
    }
}
