//! Slips in a scenario file: each gets a hint that fits, in the right place, and the reader goes on.

use std::fs;

use off_roadmap::scenario::{Checked, check_file, check_text};
use off_roadmap::text::{self, Text};

const MINIMAL: &str = include_str!("../scenarios/minimal.ron");

fn with(old: &str, new: &str) -> Checked {
    assert!(MINIMAL.contains(old), "the fixture has no {old}");
    check_text("slip.ron", &MINIMAL.replacen(old, new, 1))
}

/// Line, column, message and hint of every finding.
fn told(checked: &Checked) -> Vec<String> {
    let findings = checked.report.findings.iter();
    findings.map(|f| format!("{}:{} {} -> {}", f.line, f.column, f.message, f.hint)).collect()
}

/// A slip that is reported once, at the place of `at` in the changed text, with a message and a hint.
fn slip(old: &str, new: &str, at: &str, wrong: &str, hint: &str) {
    let text = MINIMAL.replacen(old, new, 1);
    let place = text.find(new).expect("the slip is in the text") + new.find(at).expect("the place is in the slip");
    let before = &text[..place];
    let line = 1 + before.matches('\n').count();
    let column = 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
    assert_eq!(told(&with(old, new)), [format!("{line}:{column} {wrong} -> {hint}")], "{new}");
}

#[test]
fn numbers_as_people_write_them_lead_to_the_number_that_was_meant() {
    let number = |new: &str, meant: &str| {
        let hint = if meant.starts_with('a') { meant.to_owned() } else { format!("write `{meant}`") };
        slip("cash: 6000000", &format!("cash: {new}"), new, &format!("`{new}` is not a number"), &hint);
    };
    number("$18M", "18_000_000");
    number("18M", "18_000_000");
    number("18 Mio. €", "18_000_000");
    number("18.000.000", "18_000_000");
    number("18,000,000", "18_000_000");
    number("18 000 000", "18_000_000");
    number("6'000'000", "6_000_000");
    number("3.6M", "3_600_000");
    number("900k", "900_000");
    number("75OOOO", "750_000");
    number("USD 74k", "74_000");
    number("EUR 12 000 000", "12_000_000");
    let share = |new: &str, hint: &str| {
        slip("coherence: 0.75", &format!("coherence: {new}"), new, &format!("`{new}` is not a number"), hint);
    };
    share("48%", "a share: write 0.48 for 48 %");
    share("48 %", "a share: write 0.48 for 48 %");
    share("0,48", "write `0.48`");
    share("3/4", "write `0.75`");
    slip(
        "minutes: 60",
        "minutes: 60 min",
        "60 min",
        "`60 min` is not a number",
        "write the number alone, without `min`",
    );
}

#[test]
fn a_typographic_minus_is_read_as_one() {
    let found = told(&with("cash: 6000000", "cash: −200000")).join("\n");
    assert!(found.contains("`−200000` is not a number -> write `-200_000`"), "{found}");
}

#[test]
fn a_hint_never_leads_to_another_number_than_was_meant() {
    let found = |new: &str| told(&with("cash: 6000000", &format!("cash: {new}"))).join("\n");
    assert!(found("3.6").ends_with("write amounts in full: 3_600_000 for 3.6 million"), "{}", found("3.6"));
    assert!(found("18.000").ends_with("write `18_000`"), "{}", found("18.000"));
    assert!(found("6000000.0").ends_with("write `6_000_000`"), "{}", found("6000000.0"));
    assert!(found("12,500").ends_with("write `12_500` or `12.5`, whichever you mean"), "{}", found("12,500"));
    let [minutes] = told(&with("minutes: 60", "minutes: 60.5")).try_into().expect("one finding");
    assert!(minutes.ends_with("round it to a whole number"), "{minutes}");
}

#[test]
fn a_hint_says_what_is_wrong_with_this_number() {
    let found = |new: &str| told(&with("cash: 6000000", &format!("cash: {new}"))).join("\n");
    assert!(found("6e6").ends_with("write `6_000_000`"), "{}", found("6e6"));
    let huge = found("99999999999999999999");
    assert!(huge.ends_with("99999999999999999999 is far too large -> choose a smaller number"), "{huge}");
    assert!(found("\"6000000\"").ends_with("write `6_000_000` without quotes"), "{}", found("\"6000000\""));
    let unquoted = found("true");
    assert!(unquoted.ends_with("write a number like 12 or 1_000_000"), "{unquoted}");
}

#[test]
fn brackets_that_are_missing_around_an_element_are_named_once() {
    let unclosed = told(&with("            enters: (0, 1),\n        ),\n", "            enters: (0, 1),\n"));
    assert_eq!(unclosed.len(), 1, "{unclosed:?}");
    assert!(unclosed[0].starts_with("69:9 this `(` is never closed"), "{unclosed:?}");
    let unopened = told(&with("        (\n            id: \"belmont\",", "            id: \"belmont\","));
    assert_eq!(unopened.len(), 1, "{unopened:?}");
    assert!(unopened[0].contains("a `(` is missing before this field"), "{unopened:?}");
    let short = told(&with("(id: \"reports\",", "id: \"reports\","));
    assert_eq!(short.len(), 1, "{short:?}");
    let listless = told(&with("    themes: [\n", "    themes:\n"));
    assert_eq!(listless.len(), 1, "{listless:?}");
    assert!(listless[0].starts_with("64:9 this is the first of several values"), "{listless:?}");
    let mixed = told(&with("\"need_base\": (value:", "\"need_base\": ("));
    assert_eq!(mixed.len(), 1, "{mixed:?}");
    assert!(mixed[0].ends_with("give each value its name: (name: value, …)"), "{mixed:?}");
}

#[test]
fn a_missing_colon_is_named_wherever_the_field_stands() {
    let found = |old: &str, new: &str| {
        let found = told(&with(old, new));
        assert_eq!(found.len(), 1, "{new}: {found:?}");
        assert!(found[0].contains("a `:` is missing here"), "{new}: {found:?}");
    };
    found("name: \"Planning\", about:", "name \"Planning\", about:");
    found("(id: \"planning\", name:", "(id \"planning\", name:");
    found("            ask: \"a planning", "            ask \"a planning");
}

#[test]
fn an_item_whose_value_stands_behind_a_colon_is_shown_as_it_should_be() {
    for new in ["[Morale: -0.05]", "[Morale = -0.05]", "[\n                Morale: -0.05,\n            ]"] {
        let found = told(&with("[Confidence(-0.05), Morale(-0.05)]", new));
        let [finding] = found.as_slice() else { panic!("{new}: {found:?}") };
        assert!(finding.ends_with("not behind a colon -> write `Morale(-0.05)`"), "{finding}");
    }
}

#[test]
fn marks_of_other_tools_are_named() {
    let semicolon = told(&with("company: (", "; mine\n    company: ("));
    assert_eq!(semicolon.len(), 1, "{semicolon:?}");
    assert!(semicolon[0].ends_with("a comment does not begin with `;` -> begin it with `//`"), "{semicolon:?}");
    let both = "<<<<<<< HEAD\n        cash: 6000000,\n=======\n        cash: 7000000,\n>>>>>>> theirs\n";
    let conflict = told(&with("        cash: 6000000,\n", both));
    assert_eq!(conflict.len(), 2, "{conflict:?}");
    assert!(conflict.iter().all(|told| told.ends_with("keep one of the two versions, and remove the marks")));
}

#[test]
fn letters_that_were_saved_twice_are_told_with_the_letter_that_was_meant() {
    let title = |title: &str| told(&with("name: \"Tourwerk\"", &format!("name: \"{title}\"")));
    let garbled = |found: &str, meant: &str| {
        let all = title(&format!("K{found}ln")).join("\n");
        assert!(all.contains(&format!("`{found}` was probably `{meant}` -> ")), "{found}: {all}");
    };
    garbled("Ã¶", "ö");
    garbled("Ãœ", "Ü");
    garbled("â€“", "–");
    garbled("â€ž", "„");
    for fine in ["Köln", "SÃO “AMANHÃ”", "Château"] {
        assert!(!title(fine).join("\n").contains("probably"), "{fine}");
    }
}

#[test]
fn conditions_as_people_write_them_are_told_in_the_form_of_the_format() {
    let old = "needs: AtLeast(Arr, 13000000)";
    let wrong = "a condition is not written with a sign";
    slip(old, "needs: Coherence >= 0.56", "Coherence", wrong, "write `AtLeast(Coherence, 0.56)`");
    slip(old, "needs: Coherence < 0.56", "Coherence", wrong, "write `Below(Coherence, 0.56)`");
    let [share] = told(&with(old, "needs: AtLeast(GrossRetention, 84)")).try_into().expect("one finding");
    assert!(share.ends_with("a share: write 0.84 for 84 %"), "{share}");
}

#[test]
fn quotes_are_told_where_they_went_wrong() {
    let name = "name: \"Tourwerk\"";
    slip(name, "name: \"Tourwerk", "\"", "this text is never closed", "end it with `\"`");
    slip(name, "name: Tourwerk\"", "T", "a text stands in straight double quotes", "write `\"Tourwerk\"`");
    slip(name, "name: Tour werk", "T", "a text stands in straight double quotes", "write `\"Tour werk\"`");
    for (new, at) in
        [("name: “Tourwerk”", "“"), ("name: „Tourwerk\"", "„"), ("name: 'Tourwerk'", "'"), ("name: ‚Tourwerk‘", "‚")]
    {
        slip(name, new, at, "a text stands in straight double quotes", "write `\"Tourwerk\"`");
    }
    slip(name, "name: \"Tourwerk”", "”", "a text stands in straight double quotes", "write `\"Tourwerk\"`");
    let inner = "write a quote inside a text as `\\\"`, or use `“` and `”`";
    slip(name, "name: \"He said \"old\" to us.\"", "\"old", "this quote ends the text too early", inner);
    slip(name, "name: \"Nur „nicht fragen\" hilft.\"", "\" hilft", "this quote ends the text too early", inner);
    let list = "\"North\", \"Alder\"";
    slip(list, "\"North, \"Alder\"", "\"North", "this text is never closed", "end it with `\"`");
}

#[test]
fn brackets_are_told_where_they_were_opened() {
    let round = "add the `)`";
    slip(
        "quota: (first: 1100000, growth: 0.03)",
        "quota: (first: 1100000, growth: 0.03",
        "(",
        "this `(` is never closed",
        round,
    );
    let closed_by = |checked: &Checked| told(checked).join("\n");
    let curly = closed_by(&with("company: (", "company: {"));
    assert!(curly.contains("this `{` is closed by a `)` in line") && curly.ends_with("write `( )`"), "{curly}");
    assert_eq!(curly.lines().count(), 1, "{curly}");
    let company = MINIMAL.find("    company: (").expect("the fixture has a company");
    let text = MINIMAL.replacen("    ),\n    // The first segment", "    // The first segment", 1);
    let [unclosed] = told(&check_text("slip.ron", &text)).try_into().expect("one finding");
    let line = 1 + MINIMAL[..company].matches('\n').count();
    assert_eq!(unclosed, format!("{line}:14 this `(` is never closed -> add the `)`"));
    slip("cycle: (1, 1),", "cycle: (1, 1)),", "),", "this `)` closes nothing", "remove it");
    slip(
        "goals: [\"End above the par of this scenario.\", \"Keep coherence above 0.65.\"]",
        "goals: [\"End above the par of this scenario.\", \"Keep coherence above 0.65.\"",
        "[",
        "this `[` is never closed",
        "add the `]`",
    );
}

#[test]
fn a_group_of_another_length_is_told_how_many_values_it_takes() {
    let found = told(&with("tokens: (0, 1, 0)", "tokens: (1, 0)")).join("\n");
    assert!(found.contains("3 values") && found.ends_with("write (value, value, value)"), "{found}");
}

#[test]
fn habits_from_other_formats_and_keyboards_are_told() {
    slip("minutes: 60,", "minutes: 60, # note", "#", "a comment does not begin with `#`", "begin it with `//`");
    slip("minutes: 60,", "minutes: 60, -- note", "--", "a comment does not begin with `--`", "begin it with `//`");
    slip("minutes: 60,", "minutes: 60;", ";", "`;` is not a comma", "values and fields are separated by commas");
    let twice = told(&with("minutes: 60,", "minutes: 60,,"));
    assert_eq!(twice, ["12:21 there is a comma too many here -> remove it"]);
    slip("minutes: 60,", "minutes = 60,", "=", "a `:` is missing here", "write `minutes: …`");
    slip(
        "minutes: 60,",
        "\"minutes\": 60,",
        "\"",
        "the name of a field stands without quotes",
        "write `minutes` without quotes",
    );
    slip(
        "hidden_profile: true",
        "hidden_profile: True",
        "True",
        "expected `true` or `false`, found the name `True`",
        "write `true`",
    );
    slip(
        "hidden_profile: true",
        "hidden_profile: yes",
        "yes",
        "expected `true` or `false`, found the name `yes`",
        "write `true`",
    );
    slip(
        "theme: \"reports\"",
        "theme: reports",
        "reports",
        "expected a text, found the name `reports`",
        "write `\"reports\"`",
    );
    slip(
        "company: (",
        "cоmpany: (",
        "c",
        "the `о` (U+043E) in `cоmpany` only looks like a letter of the Latin alphabet",
        "type it again: `company`",
    );
    slip(
        "minutes: 60,",
        "minutes: \u{200b}60,",
        "\u{200b}",
        "an invisible character (U+200B) stands here",
        "delete it",
    );
    assert_eq!(told(&with("minutes: 60,", "minutes:\u{a0}60,")), Vec::<String>::new(), "a blank is a blank");
}

#[test]
fn a_text_that_commands_the_terminal_or_turns_the_line_is_refused() {
    slip(
        "name: \"Tourwerk\"",
        "name: \"\\u{1b}[31mTourwerk\"",
        "\\u",
        "the control character U+001B may not stand in a text",
        "delete it",
    );
    slip(
        "name: \"Tourwerk\"",
        "name: \"Tour\u{7}werk\"",
        "\u{7}",
        "the control character U+0007 may not stand in a text",
        "delete it",
    );
    slip(
        "name: \"Tourwerk\"",
        "name: \"Tour\u{202e}werk\"",
        "\u{202e}",
        "the control character U+202E may not stand in a text",
        "delete it",
    );
}

#[test]
fn several_slips_are_listed_at_once_and_mistakes_behind_them_too() {
    let text = MINIMAL.replace("name: \"Tourwerk\",", "name: \"Tourwerk,").replace("coherence: 0.75", "coherence: 48%");
    let text = text.replace("minutes: 60,", "minutes: 60").replace("theme: \"reports\"", "theme: \"report\"");
    let found = told(&check_text("slips.ron", &text)).join("\n");
    for part in ["is missing here", "this text is never closed", "`48%` is not a number", "no theme \"report\""] {
        assert!(found.contains(part), "{part} is not in\n{found}");
    }
}

#[test]
fn files_of_other_programs_are_known_by_what_they_are() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("mine.ron");
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let cases: [(Vec<u8>, &str); 9] = [
        (b"PK\x03\x04\x14\x00rest".to_vec(), "a word processor document"),
        (b"{\\rtf1\\ansi".to_vec(), "a word processor document"),
        ([b"\xff\xfe".to_vec(), utf16("(format: 1)")].concat(), "this is UTF-16 text"),
        (utf16("(format: 1, id: \"mine\")"), "this is UTF-16 text"),
        (b"(format: 1, id: \"gr\xfc\xdfe\")".to_vec(), "`ü` stands here"),
        (b"<!DOCTYPE html><html>".to_vec(), "this is a web page"),
        (b"  \n".to_vec(), "there is nothing in this file"),
        (b"{\"format\": 1}".to_vec(), "a scenario is a group of named fields, this is a map"),
        (b"format: 1\nid: mine\n".to_vec(), "a scenario stands in round brackets"),
    ];
    for (bytes, wrong) in cases {
        fs::write(&path, bytes).expect("a file for the test");
        let checked = check_file(&path);
        let [finding] = checked.report.findings.as_slice() else { panic!("{wrong}: {:?}", checked.report.findings) };
        assert!(finding.message.to_string().contains(wrong), "{}", finding.message);
        let german = text::message(&Text::new("de"), &finding.message);
        assert_ne!(german, finding.message.to_string());
    }
}
