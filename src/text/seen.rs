//! What of a text from outside may be shown: nothing that commands a terminal, hides, or turns what follows.

use super::letters::unseen;

/// A name, a path or a title as it may be shown, in a terminal, on a page or in the window.
///
/// Marks of direction go too: a name that turns the line around it would turn the rest of the page.
#[must_use]
pub fn seen(text: &str) -> String {
    text.replace(unseen, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_neither_commands_a_terminal_nor_turns_the_line_around_it() {
        assert_eq!(seen("\u{1b}[31mRed\u{7}"), "[31mRed");
        assert_eq!(seen("Aspen \u{202e}nepsA\u{2066}\u{200f}"), "Aspen nepsA");
        assert_eq!(seen("אלון 👩\u{200d}💻"), "אלון 👩\u{200d}💻");
    }
}
