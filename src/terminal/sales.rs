//! The Sales Lead's plan in the terminal.

use std::io;

use super::Table;
use super::console::Typed;
use super::desk::{Words, named, percentages};
use crate::sim::{Command, SalesMove, SalesPlan};
use crate::text::Numbers;
use crate::view::{self, DealCard, PipelineColumn, SalesDesk};

impl Table<'_> {
    /// Lets the Sales Lead plan until the plan is signed.
    pub(super) fn plan_sales(&mut self) -> io::Result<()> {
        let standing = SalesPlan { target: self.game.game().state().target.clone(), ..SalesPlan::default() };
        let mut drafts = vec![standing.clone()];
        // A plan whose signature was taken back.
        drafts.extend(Some(self.game.desk().draft().sales.clone()).filter(|draft| *draft != standing));
        self.show_sales_desk(&standing)?;
        loop {
            let draft = drafts.last().cloned().unwrap_or_else(|| standing.clone());
            let desk = view::sales_desk(self.game.game(), self.text, &draft);
            self.console.gap()?;
            let summary = self.sales_draft(&desk);
            self.console.say(&summary)?;
            if let Some(goes_on) = &desk.goes_on {
                self.console.say(goes_on)?;
            }
            let typed = self.ask_unsigned(&self.get("terminal-sales-prompt"), drafts.len() > 1)?;
            let line = match typed {
                // The input has ended, so nobody can correct a draft that cannot be signed: sign the plan in force
                // instead.
                Typed::Default if self.console.ended() && desk.why_not.is_some() => {
                    return self.sign(&Command::PlanSales(standing)).map(|_| ());
                }
                Typed::Default => "done".to_owned(),
                Typed::Line(line) => line,
            };
            let words = Words::of(&line);
            match words.alone() {
                "done" => {
                    if self.sign(&Command::PlanSales(draft))? {
                        return Ok(());
                    }
                }
                "undo" if drafts.len() > 1 => drop(drafts.pop()),
                "undo" => {
                    if self.take_back()? {
                        return Ok(());
                    }
                }
                "show" => self.show_sales_desk(&draft)?,
                "?" | "help" => {
                    self.console.say(&self.get("terminal-sales-help"))?;
                    self.explain_moves(&desk.moves)?;
                }
                _ => drafts.extend(self.change_sales(&draft, &desk, &words, &line)?),
            }
        }
    }

    fn sales_draft(&self, desk: &SalesDesk) -> String {
        let target: Vec<String> = desk.target.iter().map(|row| format!("{} {} %", row.name, row.percent)).collect();
        let pushed: Vec<String> = cards(desk)
            .filter(|card| card.pushes > 0)
            .map(|card| format!("{} ×{}", card.customer, card.pushes))
            .collect();
        let chosen: Vec<String> =
            desk.moves.iter().filter(|option| option.chosen).map(|option| option.title.clone()).collect();
        self.text.with(
            "terminal-sales-draft",
            &[("target", &target.join(", ")), ("pushes", &self.list(&pushed)), ("moves", &self.list(&chosen))],
        )
    }

    /// The draft after a command that changes it, or `None` if the command changes nothing.
    fn change_sales(
        &mut self,
        draft: &SalesPlan,
        desk: &SalesDesk,
        words: &Words,
        line: &str,
    ) -> io::Result<Option<SalesPlan>> {
        let mut changed = draft.clone();
        match words.verb.as_str() {
            "move" | "m" => {
                let Some(made) = self.pick_move(&desk.moves, &|made| number(desk, made), &words.rest)? else {
                    return Ok(None);
                };
                match changed.moves.iter().position(|&other| other == made) {
                    Some(at) => drop(changed.moves.remove(at)),
                    None => changed.moves.push(made),
                }
            }
            "push" | "p" => {
                let all: Vec<&DealCard> = cards(desk).collect();
                let Some(card) = named(&all, &words.rest.join(" "), |card| &card.customer) else {
                    self.console.hang("! ", &self.text.with("terminal-push", &[("all", &all.len())]))?;
                    return Ok(None);
                };
                if let Some(why_not) = &card.why_not_push {
                    self.console.hang("! ", why_not)?;
                    return Ok(None);
                }
                changed.pushes.push(card.deal);
            }
            "target" | "t" => {
                let names: Vec<&str> = desk.target.iter().map(|row| row.name.as_str()).collect();
                let Some(target) = shares(&words.rest.join(" "), &names, self.text.numbers()) else {
                    self.console.hang("! ", &self.text.with("terminal-target", &[("segments", &names.len())]))?;
                    return Ok(None);
                };
                changed.target = target;
                if let Err(refusal) = crate::sim::check::target(self.game.game().scenario(), &changed.target) {
                    let sentence = self.refused(&refusal);
                    self.console.hang("! ", &sentence)?;
                    return Ok(None);
                }
            }
            _ => {
                self.unknown(line)?;
                return Ok(None);
            }
        }
        Ok(Some(changed))
    }

    fn show_sales_desk(&mut self, draft: &SalesPlan) -> io::Result<()> {
        let desk = view::sales_desk(self.game.game(), self.text, draft);
        self.console.gap()?;
        self.console.say(&self.text.with("terminal-quota", &[("quota", &desk.quota)]))?;
        self.console.say(&desk.bar.line)?;
        self.console.say(&desk.pay)?;
        let mut place = 0;
        for PipelineColumn { name: column, deals } in &desk.columns {
            self.console.heading(column)?;
            if deals.is_empty() {
                self.console.hang("  ", &self.get("terminal-none"))?;
            }
            for card in deals {
                place += 1;
                self.show_deal(place, card)?;
            }
        }
        self.console.gap()?;
        self.console.say(&desk.run_rate)?;
        if !desk.renewals.is_empty() {
            self.console.heading(&self.get("terminal-renewals"))?;
            for (i, renewal) in desk.renewals.iter().enumerate() {
                let late =
                    if renewal.let_down { format!(" · {}", self.get("terminal-let-down")) } else { String::new() };
                self.console
                    .amount(&format!(" {} {} · {}{late}", i + 1, renewal.name, renewal.segment), &renewal.arr)?;
            }
        }
        self.console.heading(&self.get("terminal-segments"))?;
        for row in &desk.target {
            let market = self.text.with("terminal-market", &[("percent", &row.market)]);
            self.console.hang("  ", &format!("{} · {market} · {}", row.name, row.about))?;
        }
        self.show_moves(&desk.moves, &|made| number(&desk, made), desk.attention, desk.attention_all)
    }

    fn show_deal(&mut self, number: usize, card: &DealCard) -> io::Result<()> {
        let mark = format!(" {number:>3} ");
        self.console.hang(&mark, &format!("{} · {} · {}", card.customer, card.arr, card.segment))?;
        let mut known = vec![card.champion.clone(), card.competitor.clone()];
        if !card.ask.is_empty() {
            known.insert(0, self.text.with("terminal-asks", &[("ask", &card.ask)]));
        }
        known.extend(card.fit.clone());
        known.retain(|fact| !fact.is_empty());
        self.console.hang("     ", &known.join(" · "))
    }
}

/// The deals by name, in the order of their numbers on the page.
fn cards(desk: &SalesDesk) -> impl Iterator<Item = &DealCard> {
    desk.columns.iter().flat_map(|column| &column.deals)
}

/// The share of each segment, in percent: in the order of the segments, or behind their names in any order, because the
/// draft shows them with their names. `None` if it is neither.
fn shares(line: &str, names: &[&str], numbers: &Numbers) -> Option<Vec<u8>> {
    let mut rest = line.to_lowercase();
    let mut found = Vec::new();
    // A name may be a part of a longer one.
    let mut by_length: Vec<(usize, String)> = names.iter().map(|name| name.to_lowercase()).enumerate().collect();
    by_length.sort_by_key(|(_, name)| std::cmp::Reverse(name.len()));
    for (segment, name) in by_length {
        if let Some(at) = rest.find(&name) {
            rest.replace_range(at..at + name.len(), &" ".repeat(name.len()));
            found.push((at, segment));
        }
    }
    let shares = percentages(&rest, numbers).filter(|shares| shares.len() == names.len())?;
    if found.is_empty() {
        return Some(shares);
    }
    found.sort_unstable();
    let mut target = vec![0; names.len()];
    for (share, (_, segment)) in shares.into_iter().zip(&found) {
        target[*segment] = share;
    }
    (found.len() == names.len()).then_some(target)
}

/// The number that the target of a move has on the page.
fn number(desk: &SalesDesk, made: SalesMove) -> Option<usize> {
    let place = match made {
        SalesMove::Qualify(id)
        | SalesMove::BringProductIn(id)
        | SalesMove::PrePromise(id)
        | SalesMove::Discount(id) => cards(desk).position(|card| card.deal == id),
        SalesMove::SaveRenewal(id) => desk.renewals.iter().position(|renewal| renewal.customer == id),
        _ => None,
    };
    place.map(|place| place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;

    #[test]
    fn shares_stand_in_the_order_of_the_segments_or_behind_their_names() {
        let text = Text::default();
        let names = ["Service contractors", "Operators", "Public bodies and operators"];
        let read = |line: &str| shares(line, &names, text.numbers());
        assert_eq!(read("45 30 25"), Some(vec![45, 30, 25]));
        assert_eq!(
            read("Service contractors 45 %, Operators 30 %, Public bodies and operators 25 %"),
            read("45 30 25")
        );
        assert_eq!(read("public bodies and operators 25, operators 30, service contractors 45"), read("45 30 25"));
        for wrong in ["45 30", "operators 30", "operators 45, 30, 25", "operators 45 45, service contractors 10", ""] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
