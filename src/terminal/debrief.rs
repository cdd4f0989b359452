//! The debrief in the terminal: what the company became, which decisions caused it, what was true.

use std::io;

use super::console::{Typed, items};
use super::{Table, cut};
use crate::lab::{self, Fortune};
use crate::text::{Unit, Value, count, dollars};
use crate::view::{self, Amount, Chain, Debrief, DecisionLine, DemandPoint, Shape};

/// Most decisions that are listed after the turning points, in the order of the quarters.
const DECISIONS: usize = 20;

impl Table<'_> {
    pub(super) fn debrief(&mut self) -> io::Result<()> {
        let game = self.game.game();
        let reached = lab::par(game.scenario(), game.state().seed);
        let run = self.game.session().run();
        let page = view::debrief(game, self.text, &reached, Some(&lab::verdicts(run, game)));
        let page = page.with_luck(game, self.text, Some(&Fortune::of(run, game)));
        self.console.title(&self.text.with("terminal-debrief", &[("team", &self.team)]))?;
        if page.insolvent {
            self.console.say(&self.get("terminal-insolvent"))?;
        }
        self.console.say(&self.text.with("terminal-value", &[("value", &page.value)]))?;
        self.console.say(&page.par.line)?;
        self.amounts("terminal-value-parts", &page.value_parts)?;
        self.console.heading(&self.get("par-title"))?;
        for row in &page.par.rows {
            self.console.amount(&row.name, &row.amount)?;
        }
        self.amounts("terminal-scores", &page.scores)?;
        self.badges(&page)?;
        self.timeline(&page)?;
        self.turning(&page)?;
        self.luck(&page)?;
        self.origins(&page)?;
        self.decisions(&page)?;
        self.truths(&page)?;
        self.untold(&page)?;
        self.foresight(&page)?;
        self.demand(&page)?;
        self.amounts("terminal-echo", &page.echo)?;
        self.console.heading(&self.get("terminal-talk"))?;
        for prompt in &page.prompts {
            self.console.hang("  · ", prompt)?;
        }
        self.console.gap()?;
        self.console.say(&self.seed())?;
        if let Some(path) = self.game.session().saved_at() {
            self.console.say(&self.text.with("terminal-saved", &[("path", &path.display().to_string())]))?;
        }
        Ok(())
    }

    fn amounts(&mut self, key: &str, lines: &[Amount]) -> io::Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        self.console.heading(&self.get(key))?;
        for line in lines {
            self.console.amount(&line.text, &line.amount)?;
        }
        Ok(())
    }

    fn badges(&mut self, page: &Debrief) -> io::Result<()> {
        self.console.heading(&self.get("terminal-badges"))?;
        for badge in &page.badges {
            let mark = if badge.earned { "  ✓ " } else { "  – " };
            self.console.hang(mark, &format!("{}: {}", badge.title, badge.about))?;
        }
        Ok(())
    }

    fn timeline(&mut self, page: &Debrief) -> io::Result<()> {
        self.console.heading(&self.get("terminal-timeline"))?;
        let wall = view::wall(self.game.game(), self.text, &self.team);
        let mut head = vec![String::new()];
        head.extend(wall.numbers.iter().map(|number| number.label.clone()));
        head.push(self.get("terminal-debt-column"));
        let mut rows = vec![head];
        for point in &page.timeline {
            let units = [Unit::Dollars, Unit::Dollars, Unit::Percent, Unit::Percent, Unit::Index, Unit::Index];
            // A quarter without a quota has no attainment.
            let cell = |(unit, value): (Unit, Option<f64>)| match value {
                Some(value) => unit.write(self.text, value),
                None => self.get("not-yet"),
            };
            let mut row = vec![point.label.clone()];
            row.extend(units.into_iter().zip(point.six).map(cell));
            row.push(dollars(self.text, point.debt));
            rows.push(row);
        }
        self.console.table(&rows)
    }

    fn turning(&mut self, page: &Debrief) -> io::Result<()> {
        let Some(turning) = &page.turning else { return Ok(()) };
        self.console.heading(&self.get("turning-title"))?;
        self.console.say(&turning.about)?;
        for point in &turning.points {
            self.console.amount(&point.title, &point.amount)?;
            let known = point.known.as_ref().map(|known| known.lines(self.text)).unwrap_or_default();
            let truth = point.truth.as_ref().map(|truth| self.text.with("truth-true", &[("what", truth)]));
            let ways = point.ways.iter().map(|way| way.told.clone());
            for told in point
                .contrary
                .clone()
                .into_iter()
                .chain(ways)
                .chain(point.others.clone())
                .chain(point.moved.clone())
                .chain(known)
                .chain(truth)
                .chain(point.stances.clone())
            {
                self.console.hang("     ", &told)?;
            }
            if let Some(chain) = point.decision.and_then(|id| page.chain(id)) {
                self.chain(chain)?;
            }
        }
        Ok(())
    }

    fn chain(&mut self, chain: &Chain) -> io::Result<()> {
        self.console.hang("     ", &self.get("chain-title"))?;
        for link in &chain.links {
            let lead = format!("       {}{} ", "  ".repeat(link.depth), link.quarter);
            self.console.hang(&lead, &format!("{}: {}", link.text, link.amounts))?;
        }
        let sum = match chain.sum.as_str() {
            "" => self.get("chain-sum-small"),
            sum => self.text.with("chain-sum", &[("sum", &sum)]),
        };
        for told in chain.rest.iter().chain([&sum]).chain(&chain.touched) {
            self.console.hang("       ", told)?;
        }
        Ok(())
    }

    fn luck(&mut self, page: &Debrief) -> io::Result<()> {
        let Some(luck) = &page.luck else { return Ok(()) };
        self.console.heading(&self.get("luck-title"))?;
        self.console.say(&luck.told)?;
        for fall in &luck.falls {
            self.console.hang("  · ", fall)?;
        }
        self.console.say(&luck.decided)?;
        for part in &luck.parts {
            self.console.amount(&part.text, &part.amount)?;
        }
        self.console.say(&luck.about)
    }

    fn origins(&mut self, page: &Debrief) -> io::Result<()> {
        self.console.heading(&self.get("origins-title"))?;
        let heads = ["measure-arr", "measure-cash", "measure-value"].map(|key| self.get(key));
        let rows = page
            .origins
            .rows
            .iter()
            .map(|row| vec![row.name.clone(), row.arr.clone(), row.cash.clone(), row.value.clone()]);
        let rows: Vec<Vec<String>> =
            std::iter::once([vec![String::new()], heads.to_vec()].concat()).chain(rows).collect();
        self.console.table(&rows)?;
        self.console.say(&page.origins.about)
    }

    fn decisions(&mut self, page: &Debrief) -> io::Result<()> {
        self.console.heading(&self.get("terminal-decisions"))?;
        for line in page.decisions.iter().filter(|line| !line.moved.is_empty()).take(DECISIONS) {
            self.decision(line)?;
        }
        Ok(())
    }

    fn decision(&mut self, line: &DecisionLine) -> io::Result<()> {
        self.console.hang(&format!("  {} ", line.quarter), &format!("{} ({})", line.text, line.by))?;
        let moved = line.moved.iter().map(|moved| format!("{} {}", moved.label, moved.amount));
        self.console.hang("     ", &items(moved))
    }

    fn truths(&mut self, page: &Debrief) -> io::Result<()> {
        if page.cards.is_empty() {
            return Ok(());
        }
        self.console.heading(&self.get("terminal-truths"))?;
        for card in &page.cards {
            self.console.hang(&format!("  {} ", card.quarter), &format!("{} · {}", card.customer, card.ask))?;
            self.console.hang("     ", &format!("{} · {}", card.answer, card.outcome))?;
            let both = self.text.with("terminal-truth", &[("believed", &card.believed), ("truth", &card.truth)]);
            self.console.hang("     ", &both)?;
        }
        self.stances(page)
    }

    /// What became of demand, after people have drawn it from memory.
    fn demand(&mut self, page: &Debrief) -> io::Result<()> {
        self.console.heading(&self.get("reveal-title"))?;
        let drew = if page.reveal.drawn_first { self.draw()? } else { None };
        let first = page.demand.first().map_or(0.0, |point| point.asked);
        let sketch = drew.map(|shape| shape.over(page.demand.len(), first)).unwrap_or_default();
        let row = |(at, DemandPoint { quarter, base, asked }): (usize, &DemandPoint)| {
            let drawn = sketch.get(at).map(|drawn| count(*drawn));
            [quarter.clone(), count(*base), count(*asked)].into_iter().chain(drawn).collect()
        };
        let rows: Vec<Vec<String>> = page.demand.iter().enumerate().map(row).collect();
        let head = [String::new(), self.get("terminal-demand-base"), self.get("terminal-demand-asked")];
        let head = head.into_iter().chain(drew.map(|_| self.get("reveal-sketch"))).collect();
        self.console.heading(&self.get("terminal-demand"))?;
        self.console.table(&[vec![head], rows].concat())?;
        self.console.say(&page.reveal.told)?;
        if page.reveal.drawn_first { self.console.say(&self.get("reveal-ask")) } else { Ok(()) }
    }

    /// Asks for the curve that people remember; `None` if they do not want to draw.
    fn draw(&mut self) -> io::Result<Option<Shape>> {
        self.console.say(&self.get("reveal-draw"))?;
        for (at, shape) in Shape::ALL.into_iter().enumerate() {
            let named = [("number", &(at + 1) as &dyn Value), ("shape", &shape.name(self.text))];
            self.console.hang("  ", &self.text.with("terminal-draw", &named))?;
        }
        let prompt = self.get("terminal-draw-prompt");
        while let Typed::Line(line) = self.console.ask(&prompt)? {
            match line.parse::<usize>().ok().and_then(|number| Shape::ALL.get(number.checked_sub(1)?)) {
                Some(shape) => return Ok(Some(*shape)),
                None => self.console.hang("! ", &self.text.with("terminal-no-curve", &[("line", &cut(&line))]))?,
            }
        }
        Ok(None)
    }

    /// How wide the ranges of both leads were, against how often they held.
    fn foresight(&mut self, page: &Debrief) -> io::Result<()> {
        if page.foresight.is_empty() {
            return Ok(());
        }
        self.console.heading(&self.get("foresight-title"))?;
        for lead in &page.foresight {
            self.console.hang("  ", &lead.told)?;
        }
        self.console.hang("  ", &self.get("foresight-about"))
    }

    /// The cards on which the stances differed and the truth speaks for one of them.
    fn stances(&mut self, page: &Debrief) -> io::Result<()> {
        self.console.hang("  ", &page.stances)?;
        for pair in &page.pairs {
            let Some(nearer) = &pair.nearer else { continue };
            let were = [("product", &pair.product as &dyn Value), ("sales", &pair.sales)];
            let told = format!("{} · {} {nearer}", pair.customer, self.text.with("stances-were", &were));
            self.console.hang(&format!("  {} ", pair.quarter), &told)?;
        }
        Ok(())
    }

    /// What stood on the pages of one seat only.
    fn untold(&mut self, page: &Debrief) -> io::Result<()> {
        if page.untold.is_empty() {
            return Ok(());
        }
        self.console.heading(&self.get("untold-title"))?;
        self.console.say(&self.get("untold-about"))?;
        for one in &page.untold {
            self.console.hang(&format!("  {} ", one.quarter), &format!("{} · {}", one.customer, one.told))?;
        }
        Ok(())
    }
}
