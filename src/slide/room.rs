//! The slides about several runs: what a facilitator shows after a workshop. The ranking comes after the first contrast,
//! and every contrast is asked before it is told.

use super::deck::{Block, Captioned, Column, Deck, Para, Slide, SlidePart, Tone};
use super::figure::Figure;
use super::shared::{asks, demand, ending, felt, opening, short};
use crate::chart::{Counts, LineChart, Series, Strips, compared, results};
use crate::text::{self, Text, Unit};
use crate::view::{Argued, CardContrast, Comparison, ContrastGroup, DOTS, HabitRow, Ranked, RoomDebrief, RoomDemand};

/// Up to so many teams, each has a name in every picture; of more, dots and counts are shown.
const NAMED: usize = 8;
/// Product maps and habits on a slide.
const MAPS: usize = 3;
const HABITS: usize = 4;
/// Parts of a value that a column names.
const PARTS: usize = 4;
/// Letters of team names that fit into a line of a column; more teams are counted.
const LETTERS: usize = 26;
/// The ends of an axis of shares.
const WHOLE: [f64; 2] = [0.0, 1.0];
/// Height of a row of twenty dots, in points.
const DOT_ROW: f64 = 34.0;

/// What the slides about several runs are made from.
#[derive(Clone, Copy, Debug)]
pub struct Room<'a> {
    /// The comparison of the runs.
    pub compared: &'a Comparison,
    /// What a debrief needs beyond it.
    pub debrief: &'a RoomDebrief,
}

/// The slides, in the sequence of a debrief.
#[must_use]
pub fn room_deck(text: &Text, room: Room) -> Deck {
    let teller = Slides { text, room };
    let contrasts = &room.debrief.contrasts;
    let mut slides = vec![felt(text)];
    slides.extend(teller.alike());
    slides.push(teller.six());
    slides.push(teller.maps());
    slides.extend(teller.parting());
    slides.extend(contrasts.first().into_iter().flat_map(|it| teller.contrast(it, false)));
    slides.extend(teller.ranking());
    slides.extend(contrasts.iter().skip(1).flat_map(|it| teller.contrast(it, true)));
    slides.extend(teller.habits());
    slides.extend(room.debrief.demand.iter().flat_map(|it| demand(text, teller.demand(it))));
    slides.extend(teller.truths());
    slides.extend(ending(text, &room.debrief.lesson, &room.debrief.prompts));
    let title = text.with("slides-title", &[("about", &room.debrief.scenarios.join(", "))]);
    let opening = opening(text, title.clone(), teller.about(), &slides);
    slides.insert(0, opening);
    Deck { title, slides }
}

struct Slides<'a> {
    text: &'a Text,
    room: Room<'a>,
}

impl Slides<'_> {
    fn get(&self, key: &str) -> String {
        self.text.get(key)
    }

    fn teams(&self) -> usize {
        self.room.compared.teams.len()
    }

    fn name(&self, team: usize) -> String {
        self.room.compared.teams.get(team).map(|team| short(&team.name)).unwrap_or_default()
    }

    fn names(&self) -> Vec<String> {
        (0..self.teams()).map(|team| self.name(team)).collect()
    }

    fn marked(&self) -> Option<usize> {
        self.room.compared.marked
    }

    /// The colour of words about a team.
    fn tone(&self, team: usize) -> Tone {
        match self.marked() {
            Some(marked) if marked == team => Tone::Marked,
            Some(_) => Tone::Muted,
            None => Tone::Ink,
        }
    }

    fn count(&self, teams: usize) -> String {
        self.text.with("slides-teams", &[("count", &teams)])
    }

    /// The names of teams, or how many they are.
    fn who(&self, teams: &[usize]) -> String {
        let names: Vec<String> = teams.iter().map(|&team| self.name(team)).collect();
        let all = names.join(", ");
        if text::letters::count(&all) <= LETTERS { all } else { self.count(teams.len()) }
    }

    /// What the first slide says: who played, and what to know before comparing.
    fn about(&self) -> Vec<String> {
        let names = self.names().join(", ");
        let few = self.teams() <= NAMED && text::letters::count(&names) <= 4 * LETTERS;
        let who = if few { names } else { self.count(self.teams()) };
        [who].into_iter().chain(self.room.compared.notes.iter().take(1).cloned()).collect()
    }

    fn strips(&self, rows: Vec<(String, Vec<Option<f64>>)>, unit: Unit, within: &[f64]) -> Block {
        let (numbers, within) = (self.text.numbers().clone(), within.to_vec());
        let (names, marked) = (self.names(), self.marked());
        Captioned::plain(Figure::Strips(Strips { rows, within, unit, numbers, names, marked }))
    }

    /// How often both leads wanted the same.
    fn alike(&self) -> Option<Slide> {
        let alike = &self.room.debrief.alike;
        let (same, all) = alike.iter().fold((0, 0), |(same, all), team| (same + team.0, all + team.1));
        let share = |&(same, all): &(usize, usize)| (all > 0).then(|| same as f64 / all as f64);
        let row = (self.get("slides-alike-row"), alike.iter().map(share).collect());
        let title = self.text.with("slides-alike-title", &[("same", &same), ("all", &all)]);
        let slide = asks(SlidePart::Felt, 1, title, self.get("slides-alike-ask"), self.get("slides-alike-note"));
        (all > 0).then(|| Slide { blocks: vec![self.strips(vec![row], Unit::Percent, &WHOLE)], ..slide })
    }

    /// The six numbers as small multiples.
    fn six(&self) -> Slide {
        let from = self.room.compared;
        let chart = |number| {
            let chart = compared(from, number, self.text);
            let named = |(at, series): (usize, Series)| Series { name: self.name(at), ..series };
            LineChart { series: chart.series.into_iter().enumerate().map(named).collect(), ..chart }
        };
        let figure = Figure::Multiples(from.numbers.iter().map(chart).collect(), self.get("slides-six-middle"));
        let title = self.get("slides-six-title");
        let slide = asks(SlidePart::Happened, 3, title, self.get("slides-six-ask"), self.get("slides-six-note"));
        Slide { blocks: vec![Captioned::plain(figure)], ..slide }
    }

    /// The products: all of them, or of many the most coherent one, the middle one and the least.
    fn maps(&self) -> Slide {
        let maps = &self.room.compared.maps;
        let mut order: Vec<usize> = (0..maps.len()).collect();
        let few = order.len() <= MAPS;
        if !few {
            order.sort_by(|&a, &b| maps[b].coherence.total_cmp(&maps[a].coherence));
            let middle = self.marked().filter(|marked| Some(marked) != order.first() && Some(marked) != order.last());
            order = [order.first().copied(), middle.or(order.get(order.len() / 2).copied()), order.last().copied()]
                .into_iter()
                .flatten()
                .collect();
        }
        let figure = |team: usize| Captioned {
            caption: self.text.with(
                "slides-map",
                &[("team", &self.name(team)), ("coherence", &Unit::Index.write(self.text, maps[team].coherence))],
            ),
            tone: self.tone(team),
            figure: Figure::Map(Box::new(maps[team].clone()), self.marked().is_some_and(|marked| marked != team)),
        };
        let title = self.get(if few { "slides-maps-title" } else { "slides-maps-ends" });
        let slide = asks(SlidePart::Happened, 2, title, self.get("slides-maps-ask"), self.get("slides-maps-note"));
        Slide { blocks: vec![Block::Figures(order.into_iter().map(figure).collect())], ..slide }
    }

    /// The first card on which the runs diverged, unless the first contrast is about the same one.
    fn parting(&self) -> Option<Slide> {
        let card = self.room.compared.cards.iter().find(|card| card.first)?;
        let told = format!("{} · {}", card.quarter, card.customer);
        if self.room.debrief.contrasts.first().is_some_and(|it| it.title == told) {
            return None;
        }
        let mut answers: Vec<(&str, Vec<usize>)> = Vec::new();
        for (team, given) in card.answers.iter().enumerate() {
            // Who decided it does not matter here.
            let what = given.answer.split(" · ").next().unwrap_or_default();
            match answers.iter_mut().find(|(answer, _)| *answer == what) {
                Some((_, teams)) => teams.push(team),
                None => answers.push((what, vec![team])),
            }
        }
        answers.sort_by_key(|(_, teams)| std::cmp::Reverse(teams.len()));
        let figure = Figure::Counts(Counts {
            rows: answers
                .iter()
                .map(|(answer, teams)| {
                    let own = self.marked().is_some_and(|marked| teams.contains(&marked));
                    ((*answer).to_owned(), teams.len(), own)
                })
                .collect(),
            marks: self.marked().is_some(),
        });
        let title = self.text.with("slides-parting-title", &[("quarter", &card.quarter), ("customer", &card.customer)]);
        let slide =
            asks(SlidePart::Happened, 2, title, self.get("slides-parting-ask"), self.get("slides-parting-note"));
        let ask = Block::Words(vec![Para::new(card.ask.clone()).toned(Tone::Muted)]);
        let who = answers.iter().map(|(answer, teams)| format!("{answer}: {}", self.all(teams)));
        let notes = slide.notes.iter().cloned().chain(who).collect();
        Some(Slide { spare: true, blocks: vec![ask, Captioned::plain(figure)], notes, ..slide })
    }

    /// All names of teams, for notes.
    fn all(&self, teams: &[usize]) -> String {
        teams.iter().map(|&team| self.name(team)).collect::<Vec<_>>().join(", ")
    }

    /// What the leads of a team would have done.
    fn stances(&self, group: &ContrastGroup) -> Option<Para> {
        let stances = group.stances.as_ref()?;
        let values: [(&str, &dyn text::Value); 2] = [("product", &stances.product), ("sales", &stances.sales)];
        Some(Para::new(self.text.with("slides-stances", &values)))
    }

    /// A contrast: first both answers with what was known, then what came of them.
    fn contrast(&self, it: &CardContrast, spare: bool) -> [Slide; 2] {
        let [one, other] = &it.groups;
        let believed =
            |group: &ContrastGroup| Para::new(self.text.with("truth-believed", &[("what", &group.believed)]));
        // What both believed is said once.
        let alike = one.believed == other.believed;
        let column = |group: &ContrastGroup| {
            let own = self.marked().is_some_and(|marked| group.teams.contains(&marked));
            let who = Para::new(self.who(&group.teams)).toned(if own { Tone::Marked } else { Tone::Muted });
            let answer = Para::new(group.answer.clone()).bold();
            let last = if alike { self.stances(group) } else { Some(believed(group)) };
            Column { paras: [answer, who].into_iter().chain(last).collect() }
        };
        let asked = Para::new(it.ask.clone()).toned(Tone::Muted);
        let ask = Block::Words([asked].into_iter().chain(alike.then(|| believed(one))).collect());
        let columns = Block::Columns(it.groups.iter().map(column).collect());
        let note = self.get("slides-contrast-note");
        let first = asks(SlidePart::Caused, 3, it.title.clone(), self.get("slides-contrast-ask"), note);
        let knew = it.groups.iter().map(|group| {
            self.text.with("slides-contrast-knew", &[("answer", &group.answer), ("team", &self.name(group.knew))])
        });
        let stances = it
            .groups
            .iter()
            .filter(|_| !alike)
            .filter_map(|group| Some(format!("{}: {}", self.name(group.knew), self.stances(group)?.text)));
        let who = it.answers.iter().map(|(answer, teams)| format!("{answer}: {}", self.all(teams)));
        let notes = first.notes.iter().cloned().chain(knew).chain(stances).chain(who).collect();
        [Slide { blocks: vec![ask, columns], notes, spare, ..first }, Slide { spare, ..self.came(it) }]
    }

    /// What came of a contrast, luck taken out.
    fn came(&self, it: &CardContrast) -> Slide {
        let mut blocks = Vec::new();
        for side in it.sides.iter().take(2) {
            let told = self.text.with(
                "slides-came-side",
                &[
                    ("team", &self.name(side.team)),
                    ("other", &side.other),
                    ("amount", &side.amount),
                    ("dots", &side.dots),
                    ("of", &DOTS),
                ],
            );
            let tone = if self.marked() == Some(side.team) { Tone::Marked } else { Tone::Ink };
            blocks.push(Block::Words(vec![Para::new(told).toned(tone)]));
            blocks.push(Block::Row(Box::new(Figure::Dots(side.dots, DOTS)), DOT_ROW));
        }
        let ended: Vec<String> = it.groups.iter().map(|group| format!("{}: {}", group.answer, group.outcome)).collect();
        let ended = ended.join(" · ");
        // Two sides leave no room for it.
        if it.sides.len() < 2 {
            blocks.push(Block::Words(vec![Para::new(ended.clone()).toned(Tone::Muted)]));
        }
        let [one, other] = &it.groups;
        let values: [(&str, &dyn text::Value); 2] = [("one", &self.name(one.knew)), ("other", &self.name(other.knew))];
        let question = self.text.with("slides-came-ask", &values);
        let title = self.text.with("slides-came-title", &[("customer", &it.customer)]);
        let slide = asks(SlidePart::Caused, 3, title, question, self.get("slides-came-note"));
        let truth = self.text.with("truth-true", &[("what", &it.truth)]);
        let notes = slide.notes.iter().cloned().chain([truth, ended]).collect();
        Slide { blocks, notes, ..slide }
    }

    /// Who is ahead, what the distance is made of, and how much of it was luck.
    fn ranking(&self) -> Vec<Slide> {
        let Some(argued) = self.room.compared.argued.as_ref().filter(|it| it.ranking.len() > 1) else {
            return Vec::new();
        };
        vec![self.ranked(argued), self.bridges(&argued.ranking), self.luck(&argued.ranking)]
    }

    fn ranked(&self, argued: &Argued) -> Slide {
        let ranking = &argued.ranking;
        let few = ranking.len() <= NAMED;
        let block = match few {
            true => {
                let mut rows = results(ranking, self.marked());
                for (row, team) in rows.iter_mut().zip(ranking) {
                    row.label = format!("{} {}", team.rank, short(&team.name));
                }
                Captioned::plain(Figure::Ranges(rows))
            }
            false => {
                let mut values = vec![None; self.teams()];
                for team in ranking {
                    values[team.team] = Some(team.worth);
                }
                self.strips(vec![(self.get("measure-value"), values)], Unit::Dollars, &[])
            }
        };
        let title = self.get(if few { "slides-ranking-title" } else { "slides-ranking-many" });
        let slide = asks(SlidePart::Caused, 3, title, self.get("slides-ranking-ask"), self.get("slides-ranking-note"));
        let chart = few.then(|| self.get("argued-chart-about"));
        let ends = |team: &Ranked| format!("{} {}: {}", team.rank, short(&team.name), team.value);
        // The notes of a printed page have room for the ends of a long ranking.
        let told: Vec<String> = match few {
            true => ranking.iter().map(ends).collect(),
            false => {
                let last = ranking.iter().skip(ranking.len().max(3) - 3).map(ends);
                ranking.iter().take(5).map(ends).chain(["…".to_owned()]).chain(last).collect()
            }
        };
        let notes = slide.notes.iter().cloned().chain(chart).chain(argued.about.iter().cloned()).chain(told).collect();
        Slide { blocks: vec![block], notes, ..slide }
    }

    /// From the average to the first team, and to the highlighted or the last one.
    fn bridges(&self, ranking: &[Ranked]) -> Slide {
        let first = &ranking[0];
        let own = ranking.iter().find(|team| Some(team.team) == self.marked() && team.team != first.team);
        let other = own.unwrap_or(&ranking[ranking.len() - 1]);
        let column = |team: &Ranked| {
            let tone = self.tone(team.team);
            let head = [short(&team.name), team.value.clone()].map(|it| Para::new(it).bold().toned(tone));
            let line = |part: &crate::view::Amount| {
                let tone = if part.good == Some(true) { Tone::Good } else { Tone::Bad };
                Para::new(format!("{} {}", part.amount, part.text)).toned(tone)
            };
            Column { paras: head.into_iter().chain(team.largest.iter().take(PARTS).map(line)).collect() }
        };
        let title = self.get("slides-bridge-title");
        let slide = asks(SlidePart::Caused, 2, title, self.get("slides-bridge-ask"), self.get("slides-bridge-note"));
        let why = [first, other].into_iter().map(|team| format!("{}: {}", short(&team.name), team.why));
        let notes = slide.notes.iter().cloned().chain(why).collect();
        Slide { spare: true, blocks: vec![Block::Columns(vec![column(first), column(other)])], notes, ..slide }
    }

    fn luck(&self, ranking: &[Ranked]) -> Slide {
        let row = (self.get("slides-luck-row"), self.room.debrief.luck.clone());
        let title = self.get("slides-luck-title");
        let slide = asks(SlidePart::Caused, 2, title, self.get("slides-luck-ask"), self.get("slides-luck-note"));
        let told = ranking.iter().filter(|team| ranking.len() <= NAMED || self.marked() == Some(team.team));
        let told = told.map(|team| format!("{}: {}", short(&team.name), team.luck));
        let notes = slide.notes.iter().cloned().chain(told).collect();
        Slide { spare: true, blocks: vec![self.strips(vec![row], Unit::Dollars, &[0.0])], notes, ..slide }
    }

    /// The habits in which the teams differ most.
    fn habits(&self) -> Option<Slide> {
        let habits = &self.room.compared.argued.as_ref()?.habits;
        let spread = |row: &&HabitRow| {
            let ends =
                row.numbers.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), &it| (l.min(it), h.max(it)));
            ends.1 - ends.0
        };
        let mut rows: Vec<&HabitRow> = habits.iter().filter(|row| row.share).collect();
        rows.sort_by(|a, b| spread(b).total_cmp(&spread(a)));
        rows.truncate(HABITS);
        // The notes say of what these are shares.
        let label = |row: &HabitRow| row.label.split(',').next().unwrap_or_default().to_owned();
        let row = |row: &HabitRow| (label(row), row.numbers.iter().copied().map(Some).collect());
        let rows: Vec<_> = rows.into_iter().filter(|row| spread(row) > 0.0).map(row).collect();
        let title = self.get("habits-title");
        let slide = asks(SlidePart::Caused, 3, title, self.get("slides-habits-ask"), self.get("slides-habits-note"));
        (self.teams() > 1 && !rows.is_empty())
            .then(|| Slide { blocks: vec![self.strips(rows, Unit::Percent, &WHOLE)], ..slide })
    }

    /// The demand of every team over the base, or of many the range they span.
    fn demand(&self, from: &RoomDemand) -> Figure {
        let base = Series { name: self.get("slides-demand-base"), values: from.base.clone(), marks: Vec::new() };
        let team = |team: usize| Series {
            name: self.name(team),
            values: from.asked.get(team).cloned().unwrap_or_default(),
            marks: Vec::new(),
        };
        let few = self.teams() <= NAMED;
        let teams: Vec<Series> = match few {
            true => (0..self.teams()).map(team).collect(),
            false => self.marked().into_iter().map(team).collect(),
        };
        let at = |quarter: usize| {
            let known = from.asked.iter().filter_map(|asked| asked.get(quarter).copied());
            known.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), it| (low.min(it), high.max(it)))
        };
        Figure::Lines(LineChart {
            title: self.get("demand-title"),
            unit: Unit::Count,
            numbers: self.text.numbers().clone(),
            quarters: from.quarters.clone(),
            echo: None,
            echo_label: String::new(),
            marked: self.marked().map(|marked| if few { marked } else { 0 }),
            series: teams.into_iter().chain([base]).collect(),
            band: if few { Vec::new() } else { (0..from.quarters.len()).map(at).collect() },
            band_label: self.count(self.teams()),
            decided: crate::chart::Decided::default(),
        })
    }

    /// What was true of the cards on which the teams differed.
    fn truths(&self) -> Option<Slide> {
        let column = |it: &CardContrast| Column {
            paras: vec![
                Para::new(it.title.clone()).bold(),
                Para::new(self.text.with("truth-believed", &[("what", &it.groups[0].believed)])).toned(Tone::Muted),
                Para::new(self.text.with("truth-true", &[("what", &it.truth)])),
            ],
        };
        let columns: Vec<Column> = self.room.debrief.contrasts.iter().take(2).map(column).collect();
        let title = self.get("debrief-cards");
        let slide = asks(SlidePart::True, 2, title, self.get("slides-true-ask"), self.get("slides-true-note"));
        (!columns.is_empty()).then(|| Slide { blocks: vec![Block::Columns(columns)], ..slide })
    }
}
