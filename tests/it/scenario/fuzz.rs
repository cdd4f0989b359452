//! No input makes the reader panic.

use std::sync::LazyLock;

use off_roadmap::scenario::check_text;
use off_roadmap::text::{self, Paper, Text};
use proptest::prelude::*;

static ENGLISH: LazyLock<Text> = LazyLock::new(Text::default);
const MINIMAL: &str = include_str!("../scenarios/minimal.ron");

/// Checks a text and formats the findings, as the window and the command line do.
fn survive(source: &str) -> Result<(), TestCaseError> {
    let report = check_text("any.ron", source).report;
    let shown = text::report(&ENGLISH, &report, Paper::PLAIN);
    prop_assert_eq!(shown.is_empty(), report.findings.is_empty());
    for finding in &report.findings {
        prop_assert!(finding.line >= 1 && finding.column >= 1);
        for told in [&finding.message, &finding.hint].map(|message| text::message(&ENGLISH, message)) {
            prop_assert!(!told.is_empty() && !told.starts_with('⟨'), "{}", told);
        }
        prop_assert!(source.get(finding.span.clone()).is_some(), "{:?} is no place in the text", finding.span);
    }
    Ok(())
}

/// Pieces that have a meaning in a scenario file.
fn piece() -> impl Strategy<Value = String> {
    let words = [
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "\"",
        "r#\"",
        "\"#",
        "/*",
        "*/",
        "//",
        "\\",
        "'",
        "\n",
        "\r\n",
        "\u{feff}",
        "ü",
        "-",
        "1",
        "1e999",
        "-0.0",
        "99999999999999999999",
        "NaN",
        "None",
        "Some(",
        "Quarter(",
        "If(",
        "true",
        "format: ",
        "id: ",
        "extends: \"any.ron\"",
        "themes: ",
        "\"\"",
        "\u{0}",
        "\u{1F600}",
        "#![enable(implicit_some)]",
    ];
    prop_oneof![proptest::sample::select(words.to_vec()).prop_map(String::from), any::<char>().prop_map(String::from)]
}

/// A change of the minimal scenario: where it is, how much it removes, what it inserts.
fn change() -> impl Strategy<Value = (prop::sample::Index, usize, String)> {
    (any::<prop::sample::Index>(), 0_usize..40, prop_oneof![Just(String::new()), piece()])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_checked_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        survive(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn any_pieces_of_a_scenario_are_checked_without_a_panic(pieces in prop::collection::vec(piece(), 0..60)) {
        survive(&pieces.concat())?;
        survive(&format!("(format: 1, {}", pieces.concat()))?;
    }

    #[test]
    fn a_changed_scenario_is_checked_without_a_panic(changes in prop::collection::vec(change(), 1..6)) {
        let mut text = MINIMAL.to_owned();
        for (at, removed, added) in changes {
            let start = text.floor_char_boundary(at.index(text.len() + 1));
            let end = text.ceil_char_boundary((start + removed).min(text.len()));
            text.replace_range(start..end, &added);
        }
        survive(&text)?;
    }

    #[test]
    fn a_scenario_with_any_number_in_place_of_another_is_checked_without_a_panic(
        at in any::<prop::sample::Index>(),
        number in prop_oneof![any::<f64>().prop_map(|n| n.to_string()), any::<i64>().prop_map(|n| n.to_string())],
    ) {
        let numbers: Vec<(usize, &str)> = MINIMAL.match_indices(|c: char| c.is_ascii_digit()).collect();
        let (start, digit) = numbers[at.index(numbers.len())];
        let mut text = MINIMAL.to_owned();
        text.replace_range(start..start + digit.len(), &number);
        survive(&text)?;
    }
}
