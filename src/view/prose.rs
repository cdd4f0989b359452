//! Running text with links to the glossary. The only place that finds terms of the game in a text.

use super::Term;
use crate::text::Text;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text of the piece.
    pub words: String,
    /// The term that it names, if any.
    pub term: Option<Term>,
}

/// Splits a text at the terms listed in the language files. Each term is linked once, except `but`, which is the term
/// that the text itself is about.
#[must_use]
pub fn prose(text: &Text, words: &str, but: Option<Term>) -> Vec<Piece> {
    let mut known = known(text);
    known.retain(|(_, term)| Some(*term) != but);
    let mut pieces = Vec::new();
    let (mut from, mut at) = (0, 0);
    while at < words.len() {
        let starts = words[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        let found = known.iter().filter(|_| starts).find_map(|(name, term)| Some((length(&words[at..], name)?, *term)));
        if let Some((long, term)) = found {
            plain(&mut pieces, &words[from..at]);
            pieces.push(Piece { words: words[at..at + long].to_owned(), term: Some(term) });
            at += long;
            from = at;
            known.retain(|(_, other)| *other != term);
        } else {
            at += words[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    plain(&mut pieces, &words[from..]);
    pieces
}

fn plain(pieces: &mut Vec<Piece>, words: &str) {
    if !words.is_empty() {
        pieces.push(Piece { words: words.to_owned(), term: None });
    }
}

/// The words for terms in this language, longest first, so that “revenue debt” is found before “debt”.
fn known(text: &Text) -> Vec<(String, Term)> {
    let mut known = Vec::new();
    for &term in Term::ALL {
        let key = format!("{}-words", term.key());
        if text.has(&key) {
            known.extend(text.get(&key).split(", ").map(|name| (name.to_lowercase(), term)));
        }
    }
    known.sort_by_key(|(name, _)| std::cmp::Reverse(name.chars().count()));
    known
}

/// Length in bytes if a text begins with a name as a whole word, ignoring case.
fn length(text: &str, name: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    for wanted in name.chars() {
        let (_, letter) = letters.next()?;
        if !letter.to_lowercase().eq(std::iter::once(wanted)) {
            return None;
        }
    }
    let end = letters.clone().next().map_or(text.len(), |(at, _)| at);
    let ends = letters.next().is_none_or(|(_, after)| !after.is_alphanumeric());
    ends.then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_at_words_of_the_game_and_nowhere_else() {
        let text = Text::default();
        let words = "Coherence falls, and Coherence costs; incoherence is no word.";
        let pieces = prose(&text, words, None);
        let found: Vec<_> = pieces.iter().filter_map(|piece| Some((piece.words.as_str(), piece.term?))).collect();
        assert_eq!(found, [("Coherence", Term::Coherence)], "only the first, and only whole words");
        assert_eq!(pieces.iter().map(|piece| piece.words.as_str()).collect::<String>(), words);
        assert!(prose(&text, words, Some(Term::Coherence)).iter().all(|piece| piece.term.is_none()));
        assert_eq!(prose(&text, "", None), []);
    }
}
