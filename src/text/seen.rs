//! Makes text from outside safe to show: removes what controls a terminal, is invisible, or changes the text direction.

use super::letters::unseen;

/// A name, path or title that is safe to show in a terminal, on a page or in the window.
///
/// Direction marks are removed too, because they could reverse the rest of the line or page.
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
