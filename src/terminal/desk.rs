//! What both desks share: splitting commands into words, listing the moves by kind, finding one of them.

use std::io;

use super::Table;
use super::console::{Typed, items, left};
use crate::text::{Numbers, Unit};
use crate::view::{Door, MoveOption};

/// German words for commands. Every game understands them, because people type as they speak.
const GERMAN: [(&str, &str); 13] = [
    ("fertig", "done"),
    ("zurück", "undo"),
    ("rückgängig", "undo"),
    ("zeigen", "show"),
    ("hilfe", "help"),
    ("zug", "move"),
    ("aktion", "move"),
    ("ziel", "target"),
    ("sanierung", "repair"),
    ("verteidigen", "defend"),
    ("beleg", "defend"),
    ("frag", "ask"),
    ("fragen", "ask"),
];

/// A command at a desk, split into its word and the rest.
pub(super) struct Words<'a> {
    /// The first word, in lower case and in English.
    pub verb: String,
    /// The other words.
    pub rest: Vec<&'a str>,
}

impl<'a> Words<'a> {
    pub(super) fn of(line: &'a str) -> Self {
        // People also write `roadmap: 45` and `roadmap=45`.
        let mut words =
            line.split(|c: char| c.is_whitespace() || matches!(c, ':' | '=')).filter(|word| !word.is_empty());
        let verb = words.next().unwrap_or_default().to_lowercase();
        Self { verb: english(&verb).to_owned(), rest: words.collect() }
    }

    /// The first word if it is the only one: `done 5` is not `done`.
    pub(super) fn alone(&self) -> &str {
        if self.rest.is_empty() { &self.verb } else { "" }
    }
}

/// The English word of a command.
pub(super) fn english(word: &str) -> &str {
    GERMAN.iter().find(|(german, _)| *german == word).map_or(word, |(_, english)| english)
}

/// Parses a position in a list as people write it: `3`, `3.`, `#3`, `(3)`, `３`.
pub(super) fn place(word: &str) -> Option<usize> {
    let digits = word.trim_matches(|c: char| matches!(c, '.' | ',' | ':' | '#' | '(' | ')' | '[' | ']'));
    if digits.is_empty() {
        return None;
    }
    let digit = |c: char| match c {
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => c.to_digit(10),
    };
    digits.chars().try_fold(0_usize, |all, c| all.checked_mul(10)?.checked_add(digit(c)? as usize))
}

/// Parses whole percentages as people write them: `60 40`, `60 %, 40 %`, `60/40`.
pub(super) fn percentages(typed: &str, numbers: &Numbers) -> Option<Vec<u8>> {
    let whole = |share: f64| {
        let percent = libm::round(share * 100.0);
        ((0.0..=255.0).contains(&percent) && libm::fabs(share * 100.0 - percent) < 1e-6).then_some(percent as u8)
    };
    numbers.read_all(typed, Unit::Percent)?.into_iter().map(whole).collect()
}

/// Finds the item of a list that a line means: by its position, its full name, words that match only this item, or
/// position and name as they are shown.
pub(super) fn named<'a, T>(all: &'a [T], line: &str, name: impl Fn(&T) -> &str) -> Option<&'a T> {
    let at = |place: usize| all.get(place.checked_sub(1)?);
    if let Some(place) = place(line) {
        return at(place);
    }
    let line = line.trim_matches(['[', ']']).to_lowercase();
    let numbered = line.split_once(' ').and_then(|(first, rest)| Some((place(first).and_then(at)?, rest)));
    let called = |one: &T, words: &str| name(one).to_lowercase() == words || begins(&name(one).to_lowercase(), words);
    if let Some((one, _)) = numbered.filter(|(one, rest)| called(one, rest)) {
        return Some(one);
    }
    let exact = all.iter().find(|one| name(one).to_lowercase() == line);
    let mut found = all.iter().filter(|one| begins(&name(one).to_lowercase(), &line));
    exact.or_else(|| found.next().filter(|_| found.next().is_none()))
}

/// Whether every word of a line begins some word of a name. Words of one or two letters do not count.
fn begins(name: &str, line: &str) -> bool {
    let word = |word: &str| word.chars().count() > 2 || word.contains(|c: char| c.is_ascii_digit());
    let fits = |word: &str| name.split_whitespace().any(|part| part.starts_with(word));
    !line.is_empty() && line.split_whitespace().all(|typed| word(typed) && fits(typed))
}

/// Moves of one kind, each with the number to type for its target.
struct Group<'a, M> {
    kind: &'a str,
    cost: u8,
    options: Vec<(usize, &'a MoveOption<M>)>,
}

impl<M> Group<'_, M> {
    fn aimed(&self) -> bool {
        self.options.iter().any(|(_, option)| !option.target.is_empty())
    }
}

/// The moves grouped by kind, in their order. `number` gives the number that a target already has elsewhere on the
/// page.
fn groups<'a, M: Copy>(moves: &'a [MoveOption<M>], number: &dyn Fn(M) -> Option<usize>) -> Vec<Group<'a, M>> {
    let mut groups: Vec<Group<M>> = Vec::new();
    for option in moves {
        if groups.last().is_none_or(|group| group.kind != option.kind) {
            groups.push(Group { kind: &option.kind, cost: option.cost, options: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            let place = group.options.len() + 1;
            group.options.push((number(option.made).unwrap_or(place), option));
        }
    }
    groups
}

/// How a search for a move ended.
enum Found<'a, M> {
    One(&'a MoveOption<M>),
    None,
    /// Several kinds of moves fit.
    Several,
    /// The kind is clear, but not the target. Holds the kind.
    Whom(&'a str),
}

/// Finds a move: its kind by number or by words, its target by number or by name.
fn find<'a, M: Copy>(groups: &[Group<'a, M>], words: &[&str]) -> Found<'a, M> {
    let number = |word: &&str| place(word);
    let (kind, words) = match words.split_first() {
        None => return Found::None,
        Some((first, rest)) => match number(first) {
            Some(n) => (Some(n), rest),
            None => (None, words),
        },
    };
    let (target, words) = match words.split_last().map(|(last, before)| (number(last), before)) {
        Some((Some(n), before)) => (Some(n), before),
        _ => (None, words),
    };
    let fits = |group: &Group<M>, option: &MoveOption<M>| {
        let title = format!("{} {}", group.kind, option.title).to_lowercase();
        words.iter().all(|word| title.contains(&word.to_lowercase()))
    };
    let mut hits = Vec::new();
    for (i, group) in groups.iter().enumerate().filter(|(i, _)| kind.is_none_or(|kind| kind == i + 1)) {
        let wanted = |(place, option): &&(usize, &MoveOption<M>)| {
            target.is_none_or(|target| group.aimed() && target == *place) && fits(group, option)
        };
        hits.extend(group.options.iter().filter(wanted).map(|(_, option)| (i, *option)));
    }
    match hits.as_slice() {
        [] => Found::None,
        [(_, one)] => Found::One(one),
        [(first, _), others @ ..] if others.iter().all(|(i, _)| i == first) => Found::Whom(groups[*first].kind),
        _ => Found::Several,
    }
}

impl Table<'_> {
    /// Shows a prompt. A person who wants to leave before signing what was changed is told that it is not saved, and
    /// asked again.
    pub(super) fn ask_unsigned(&mut self, prompt: &str, changed: bool) -> io::Result<Typed> {
        let asked = self.console.ask(prompt);
        if !(asked.as_ref().is_err_and(left) && changed && self.console.human()) {
            return asked;
        }
        if self.console.ended() {
            self.console.hang("! ", &self.get("terminal-unsigned-end"))?;
            return asked;
        }
        self.console.hang("! ", &self.get("terminal-unsigned"))?;
        match self.console.ask(prompt)? {
            // Who thinks better of it does not mean to sign.
            Typed::Default => self.ask_unsigned(prompt, changed),
            typed => Ok(typed),
        }
    }

    /// Lists the moves of a desk by kind, numbered, with the possible targets of each.
    pub(super) fn show_moves<M: Copy>(
        &mut self,
        moves: &[MoveOption<M>],
        number: &dyn Fn(M) -> Option<usize>,
        left: u8,
        all: u8,
    ) -> io::Result<()> {
        let heading = self.text.with("terminal-moves", &[("left", &left), ("all", &all)]);
        self.console.heading(&heading)?;
        for (i, group) in groups(moves, number).iter().enumerate() {
            let chosen = group.options.iter().any(|(_, option)| option.chosen);
            let mark = format!(" {}{:>2} ", if chosen { "✓" } else { " " }, i + 1);
            self.console.hang(&mark, &format!("{} {}", group.kind, "●".repeat(usize::from(group.cost))))?;
            if group.aimed() {
                self.show_targets(group)?;
            }
            let mut reasons: Vec<&String> = group.options.iter().filter_map(|(_, o)| o.why_not.as_ref()).collect();
            reasons.dedup();
            for why_not in reasons {
                self.console.hang("     – ", why_not)?;
            }
        }
        Ok(())
    }

    /// Lists the targets of a kind, grouped by whether a door to them is open if that matters.
    fn show_targets<M: Copy>(&mut self, group: &Group<M>) -> io::Result<()> {
        let name = |(place, option): &(usize, &MoveOption<M>)| {
            format!("{place} {}{}", option.aimed_at(), if option.chosen { " ✓" } else { "" })
        };
        for (door, heading) in Door::groups(group.options.iter().map(|(_, option)| option.door)) {
            if let Some(heading) = heading {
                self.console.hang("       ", &self.get(heading))?;
            }
            let behind = group.options.iter().filter(|(_, option)| option.door == door);
            self.console.hang("       ", &items(behind.map(name)))?;
        }
        Ok(())
    }

    /// The move that the words mean, if there is exactly one and it can be made; otherwise prints why not.
    pub(super) fn pick_move<M: Copy>(
        &mut self,
        moves: &[MoveOption<M>],
        number: &dyn Fn(M) -> Option<usize>,
        words: &[&str],
    ) -> io::Result<Option<M>> {
        let all = groups(moves, number);
        let said = super::cut(&words.join(" "));
        let sentence = match find(&all, words) {
            Found::One(option) => match &option.why_not {
                None => return Ok(Some(option.made)),
                Some(why_not) => why_not.clone(),
            },
            Found::None => self.text.with("terminal-no-move", &[("words", &said)]),
            Found::Several => self.text.with("terminal-several-moves", &[("words", &said)]),
            Found::Whom(kind) => self.text.with("terminal-whom", &[("kind", &kind), ("words", &said)]),
        };
        self.console.hang("! ", &sentence)?;
        Ok(None)
    }

    /// Explains what the moves of a desk do. What is the same as for the move before is not repeated.
    pub(super) fn explain_moves<M: Copy>(&mut self, moves: &[MoveOption<M>]) -> io::Result<()> {
        for group in groups(moves, &|_| None) {
            let (mut about, mut moved) = ("", String::new());
            // Where the descriptions within a kind differ, each goes under the title of its own move.
            let own = group.options.windows(2).any(|pair| pair[0].1.about != pair[1].1.about);
            for (_, option) in group.options {
                if option.about != about {
                    let name = if own { &option.title } else { group.kind };
                    self.console.hang("  · ", &format!("{name}: {}", option.about))?;
                    about = &option.about;
                }
                let now = told(option);
                if now != moved && !now.is_empty() {
                    let of = if option.target.is_empty() { String::new() } else { format!("{}: ", option.target) };
                    self.console.hang("      ", &format!("{of}{now}"))?;
                }
                moved = now;
            }
        }
        Ok(())
    }
}

/// What a move does to the numbers and what it yields, in one line.
fn told<M>(option: &MoveOption<M>) -> String {
    let effects = option.effects.iter().map(|effect| format!("{} {} {}", effect.label, effect.shown, effect.when));
    let gives = (!option.gives.is_empty()).then(|| option.gives.clone());
    effects.chain(gives).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moves() -> Vec<MoveOption<u8>> {
        let option = |made, kind: &str, target: &str, title: &str| MoveOption {
            made,
            id: String::new(),
            kind: kind.to_owned(),
            target: target.to_owned(),
            stake: String::new(),
            title: title.to_owned(),
            about: String::new(),
            effects: Vec::new(),
            gives: String::new(),
            door: None,
            cost: 1,
            chosen: false,
            why_not: None,
        };
        vec![
            option(1, "Prospect call", "Arden", "Call Arden"),
            option(2, "Prospect call", "Birk", "Call Birk"),
            option(3, "Sunset a special", "Birk", "Sunset the special of Birk"),
            option(4, "Publish the vision", "", "Publish the vision"),
        ]
    }

    fn found(words: &str) -> Result<u8, &'static str> {
        let moves = moves();
        // In this list Birk is number 2, but elsewhere on the page it has number 7, which is the one to type.
        let groups = groups(&moves, &|made| (made == 2).then_some(7));
        match find(&groups, &words.split(' ').collect::<Vec<_>>()) {
            Found::One(option) => Ok(option.made),
            Found::None => Err("none"),
            Found::Several => Err("several"),
            Found::Whom(_) => Err("whom"),
        }
    }

    #[test]
    fn a_move_is_found_by_the_number_of_its_kind_and_of_its_target() {
        assert_eq!(found("3"), Ok(4));
        assert_eq!(found("1 1"), Ok(1));
        assert_eq!(found("1 7"), Ok(2));
        assert_eq!(found("1"), Err("whom"));
        assert_eq!(found("1 2"), Err("none"));
        assert_eq!(found("3 1"), Err("none"));
        assert_eq!(found("0"), Err("none"));
    }

    #[test]
    fn something_in_a_list_is_named_by_its_place_or_by_words_that_no_other_has() {
        let all = ["Decline", "Build it", "Build a part"];
        let found = |line| named(&all, line, |one| one).copied();
        assert_eq!((found("2"), found("2."), found("#1")), (Some("Build it"), Some("Build it"), Some("Decline")));
        assert_eq!((found("PART"), found("build it"), found("build")), (Some("Build a part"), Some("Build it"), None));
        assert_eq!((found("0"), found("4"), found("xyzzy"), found("")), (None, None, None, None));
        assert_eq!(
            (found("[Build it]"), found("2 Build it"), found("２")),
            (Some("Build it"), Some("Build it"), Some("Build it"))
        );
        assert_eq!(found("1 Build it"), None, "the number and the name of two");
        assert_eq!((found("d"), found("dec"), found("cline")), (None, Some("Decline"), None));
    }

    #[test]
    fn percentages_are_whole_and_written_as_people_like() {
        let text = crate::text::Text::default();
        let read = |typed| percentages(typed, text.numbers());
        for typed in ["60 40", "60 %, 40 %", "60/40", "60%;40%", "60.0 40,0"] {
            assert_eq!(read(typed), Some(vec![60, 40]), "{typed}");
        }
        assert_eq!((read("0.6 0.4"), read("-5"), read("60 x"), read("99999")), (None, None, None, None));
    }

    #[test]
    fn a_move_is_found_by_words() {
        assert_eq!(found("vision"), Ok(4));
        assert_eq!(found("prospect 1"), Ok(1));
        assert_eq!(found("call birk"), Ok(2));
        assert_eq!(found("birk"), Err("several"));
        assert_eq!(found("call"), Err("whom"));
        assert_eq!(found("xyzzy"), Err("none"));
    }
}
