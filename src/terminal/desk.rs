//! What both desks share: the list of moves, finding one by its words, undoing.

use std::io;

use super::Table;
use crate::view::MoveOption;

/// A command at a desk, split into its word and the rest.
pub(super) struct Words<'a> {
    /// The first word, in small letters.
    pub verb: String,
    /// The other words.
    pub rest: Vec<&'a str>,
}

impl<'a> Words<'a> {
    pub(super) fn of(line: &'a str) -> Self {
        let mut words = line.split_whitespace();
        Self { verb: words.next().unwrap_or_default().to_lowercase(), rest: words.collect() }
    }

    /// The other words as numbers, if all of them are; percent signs are welcome.
    pub(super) fn numbers(&self) -> Option<Vec<u8>> {
        self.rest.iter().map(|word| word.trim_end_matches('%').parse().ok()).collect()
    }

    /// The single number behind the word.
    pub(super) fn number(&self) -> Option<u8> {
        match self.numbers()?.as_slice() {
            [number] => Some(*number),
            _ => None,
        }
    }
}

/// How a search for a move ended.
pub(super) enum Found {
    /// One move.
    One(usize),
    /// None.
    None,
    /// Several: a number decides.
    Several,
}

/// Finds a move by its number in the list, by words of its title, or by words and the number among those that match.
pub(super) fn find<M>(moves: &[MoveOption<M>], words: &[&str]) -> Found {
    let number = |word: &&str| word.parse::<usize>().ok().filter(|&n| n > 0);
    let (wanted, nth) = match words.split_last() {
        Some((last, before)) => match number(last) {
            Some(n) if before.is_empty() => return if n <= moves.len() { Found::One(n - 1) } else { Found::None },
            Some(n) => (before, Some(n)),
            None => (words, None),
        },
        None => return Found::None,
    };
    let fits = |title: &str| {
        let title = title.to_lowercase();
        wanted.iter().all(|word| title.contains(&word.to_lowercase()))
    };
    let hits: Vec<usize> = (0..moves.len()).filter(|&i| fits(&moves[i].title)).collect();
    match (hits.as_slice(), nth) {
        ([], _) => Found::None,
        (hits, Some(n)) => hits.get(n - 1).map_or(Found::None, |&i| Found::One(i)),
        ([one], None) => Found::One(*one),
        _ => Found::Several,
    }
}

impl Table<'_> {
    /// The moves of a desk, numbered.
    pub(super) fn show_moves<M>(&mut self, moves: &[MoveOption<M>], left: u8, all: u8) -> io::Result<()> {
        let heading = self.text.with("terminal-moves", &[("left", &left), ("all", &all)]);
        self.console.heading(&heading)?;
        for (i, option) in moves.iter().enumerate() {
            let mark = if option.chosen { "✓" } else { " " };
            let cost = "●".repeat(usize::from(option.cost));
            self.console.hang(&format!(" {mark}{:>3} ", i + 1), &format!("{} {cost}", option.title))?;
            if let Some(why_not) = &option.why_not {
                self.console.hang("       – ", why_not)?;
            }
        }
        Ok(())
    }

    /// The move that the words mean, or a sentence why there is none.
    pub(super) fn pick_move<M: Copy>(&mut self, moves: &[MoveOption<M>], words: &[&str]) -> io::Result<Option<M>> {
        let sentence = match find(moves, words) {
            Found::One(i) => match &moves[i].why_not {
                None => return Ok(Some(moves[i].made)),
                Some(why_not) => why_not.clone(),
            },
            Found::None => self.text.with("terminal-no-move", &[("words", &words.join(" "))]),
            Found::Several => self.text.with("terminal-several-moves", &[("words", &words.join(" "))]),
        };
        self.console.hang("! ", &sentence)?;
        Ok(None)
    }

    /// What the moves of a desk do, for those who ask.
    pub(super) fn explain_moves<M>(&mut self, moves: &[MoveOption<M>]) -> io::Result<()> {
        let mut last = String::new();
        for option in moves {
            if option.about != last {
                self.console.hang("  · ", &format!("{}: {}", option.title, option.about))?;
                last.clone_from(&option.about);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moves() -> Vec<MoveOption<u8>> {
        ["Call Arden", "Call Birk", "Publish the vision"]
            .iter()
            .zip(0..)
            .map(|(title, made)| MoveOption {
                made,
                id: String::new(),
                kind: String::new(),
                target: String::new(),
                title: (*title).to_owned(),
                about: String::new(),
                cost: 1,
                chosen: false,
                why_not: None,
            })
            .collect()
    }

    #[test]
    fn a_move_is_found_by_number_by_words_and_by_both() {
        assert!(matches!(find(&moves(), &["3"]), Found::One(2)));
        assert!(matches!(find(&moves(), &["vision"]), Found::One(2)));
        assert!(matches!(find(&moves(), &["call", "2"]), Found::One(1)));
        assert!(matches!(find(&moves(), &["call", "birk"]), Found::One(1)));
        assert!(matches!(find(&moves(), &["call"]), Found::Several));
        assert!(matches!(find(&moves(), &["0"]), Found::None));
        assert!(matches!(find(&moves(), &["4"]), Found::None));
        assert!(matches!(find(&moves(), &[]), Found::None));
    }
}
