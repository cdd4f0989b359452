//! The messages for somebody who made mistakes in a scenario file.

use expect_test::{Expect, expect};
use off_roadmap::scenario::{Checked, check_text};
use off_roadmap::text::{Paper, Text, report};

const MINIMAL: &str = include_str!("../scenarios/minimal.ron");
const EIGHT: &str = include_str!("../scenarios/eight_mistakes.ron");

/// The minimal scenario with a part of its text replaced.
fn with(old: &str, new: &str) -> Checked {
    assert!(MINIMAL.contains(old), "the fixture has no {old}");
    check_text("changed.ron", &MINIMAL.replacen(old, new, 1))
}

/// Place, path, message and hint of every finding.
fn lines(checked: &Checked) -> String {
    let findings = checked.report.findings.iter();
    findings.map(|f| format!("{}:{} {}: {} -> {}\n", f.line, f.column, f.path, f.message, f.hint)).collect()
}

fn one(old: &str, new: &str, expected: Expect) {
    expected.assert_eq(&lines(&with(old, new)));
}

#[test]
fn eight_mistakes_are_eight_findings_with_their_places() {
    let checked = check_text("eight_mistakes.ron", EIGHT);
    assert_eq!(checked.report.errors().count(), 8);
    expect![[r#"
        13:21 meta.difficulty: expected a whole number, found the text "easy" -> write a number like 12 or 1_000_000, without quotes
        24:20 company.coherence: `coherence` is 75, but it goes from 0 to 1 -> a share: write 0.75 for 75 %
        53:27 segments[1].market_share: `market_share` of all segments sums to 1.1 (0.6 + 0.5), not to 1 -> change the shares so that they sum to 1
        69:9 specials[0].champion: the field `champion` is missing here -> add `champion: …`
        97:20 specials[1].theme: there is no theme "report" -> did you mean "reports"?
        134:13 specials[2].salesnote: there is no field `salesnote` here -> did you mean `sales_note`?
        175:38 roles.sales.pay: there is no `Booking` here -> did you mean `Bookings`?
        212:9 rules.need_bass: there is no rule "need_bass" -> did you mean "need_base"?
    "#]].assert_eq(&lines(&checked));
}

#[test]
fn findings_are_shown_with_the_line_and_a_caret() {
    let checked = check_text("eight_mistakes.ron", EIGHT);
    expect![[r#"
        error: expected a whole number, found the text "easy"
          --> eight_mistakes.ron:13:21
           |
        13 |         difficulty: "easy",
           |                     ^^^^^^ meta.difficulty
           |
           = help: write a number like 12 or 1_000_000, without quotes

        error: `coherence` is 75, but it goes from 0 to 1
          --> eight_mistakes.ron:24:20
           |
        24 |         coherence: 75,
           |                    ^^ company.coherence
           |
           = help: a share: write 0.75 for 75 %

        error: `market_share` of all segments sums to 1.1 (0.6 + 0.5), not to 1
          --> eight_mistakes.ron:53:27
           |
        53 |             market_share: 0.5,
           |                           ^^^ segments[1].market_share
           |
           = help: change the shares so that they sum to 1

        error: the field `champion` is missing here
          --> eight_mistakes.ron:69:9
           |
        69 |         (
           |         ^ specials[0].champion
           |
           = help: add `champion: …`

        error: there is no theme "report"
          --> eight_mistakes.ron:97:20
           |
        97 |             theme: "report",
           |                    ^^^^^^^^ specials[1].theme
           |
           = help: did you mean "reports"?

        error: there is no field `salesnote` here
           --> eight_mistakes.ron:134:13
            |
        134 |             salesnote: "Their IT is against us, their planner is for us.",
            |             ^^^^^^^^^ specials[2].salesnote
            |
            = help: did you mean `sales_note`?

        error: there is no `Booking` here
           --> eight_mistakes.ron:175:38
            |
        175 |         sales: (name: "Sascha", pay: Booking, about: "Your commission: 10 % of new ARR, more past quota.", bonus: 0),
            |                                      ^^^^^^^ roles.sales.pay
            |
            = help: did you mean `Bookings`?

        error: there is no rule "need_bass"
           --> eight_mistakes.ron:212:9
            |
        212 |         "need_bass": (value: 0.14, source: "Chosen so that the first card comes in the first quarter.", trust: Design),
            |         ^^^^^^^^^^^ rules.need_bass
            |
            = help: did you mean "need_base"?"#]].assert_eq(&report(&Text::default(), &checked.report, Paper::PLAIN));
}

#[test]
fn a_missing_comma_is_reported_where_it_belongs() {
    one(
        "minutes: 60,",
        "minutes: 60",
        expect![[r#"
        12:20 : a `,` or `)` is missing here -> values and fields are separated by commas
    "#]],
    );
}

#[test]
fn a_bracket_that_is_never_closed_is_reported_where_it_opens() {
    let cut = MINIMAL.find("    segments: [").expect("the fixture has segments");
    expect![[r#"
        3:1 : this `(` is never closed -> add the `)`
    "#]]
    .assert_eq(&lines(&check_text("cut.ron", &MINIMAL[..cut])));
}

#[test]
fn the_wrong_bracket_is_named() {
    one(
        "cycle: (1, 1),",
        "cycle: (1, 1],",
        expect![[r#"
        47:25 : `]` does not close the `(` that is open -> write `)`
    "#]],
    );
}

#[test]
fn an_unclosed_text_is_reported_where_it_starts() {
    let text = MINIMAL.replace("debrief: [\"Where is this like your company?\"],", "debrief: [\"Where],");
    let text = &text[..text.find("tests:").expect("the fixture has tests")];
    expect![[r#"
        229:15 : this text is never closed -> end it with `"`
    "#]]
    .assert_eq(&lines(&check_text("cut.ron", text)));
}

#[test]
fn an_equals_sign_or_a_curly_quote_gets_a_hint() {
    one(
        "cash: 6000000",
        "cash = 6000000",
        expect![[r#"
        20:14 : a `:` is missing here -> write `cash: …`
    "#]],
    );
    one(
        "name: \"Tourwerk\"",
        "name: “Tourwerk”",
        expect![[r#"
        17:15 : a text stands in straight double quotes -> write `"Tourwerk"`
    "#]],
    );
}

#[test]
fn a_newer_format_is_refused_in_one_sentence() {
    one(
        "format: 1",
        "format: 7",
        expect![[r#"
        4:13 format: this file has format 7, this version of the game reads up to format 1 -> play it with a newer version of the game
    "#]],
    );
    one(
        "format: 1",
        "format: 0",
        expect![[r#"
        4:13 format: the number 0 is not a format version -> write `format: 1`
    "#]],
    );
    one(
        "format: 1,",
        "",
        expect![[r#"
        3:1 format: the field `format` is missing: the version of the file format -> add `format: 1,` as the first field
    "#]],
    );
}

#[test]
fn a_group_without_its_fields_lists_all_of_them() {
    one(
        "quota: (first: 1100000, growth: 0.03)",
        "quota: ()",
        expect![[r#"
        67:12 quota.first: the field `first` is missing here -> add `first: …`
        67:12 quota.growth: the field `growth` is missing here -> add `growth: …`
    "#]],
    );
    one(
        "quota: (first: 1100000, growth: 0.03)",
        "quota: 7",
        expect![[r#"
        67:12 quota: expected a group of named fields, found the number 7 -> write (name: value, …)
    "#]],
    );
}

#[test]
fn an_id_that_is_used_twice_is_reported_at_the_second_place() {
    one(
        "id: \"belmont\"",
        "id: \"arden\"",
        expect![[r#"
        94:17 specials[1].id: the id "arden" is used twice in `specials` -> give each its own id
    "#]],
    );
}

#[test]
fn blank_texts_and_short_lists_are_errors() {
    one(
        "quote: \"We plan by depot. Without a board for each we cannot sign.\"",
        "quote: \" \"",
        expect![[r#"
        77:20 specials[0].quote: `quote` is blank -> write the text
    "#]],
    );
    let first =
        &MINIMAL[MINIMAL.find("first: [\n").expect("names")..MINIMAL.find("],\n        second:").expect("names")];
    one(
        first,
        "first: [\"North\"",
        expect![[r#"
            171:16 names.first: too few names: 1, at least 4 are needed -> add 3
        "#]],
    );
}

#[test]
fn quarters_and_cycles_must_be_possible() {
    one(
        "when: Quarter(3)",
        "when: Quarter(5)",
        expect![[r#"
            196:27 events[0].when[0]: quarter 5 is not played -> the game has quarters 1 to 4
        "#]],
    );
    one(
        "cycle: (1, 2)",
        "cycle: (3, 2)",
        expect![[r#"
        58:20 segments[1].cycle: the shortest sales cycle (3) is longer than the longest (2) -> write (shortest, longest)
    "#]],
    );
    one(
        "first_quarter: (1, 2026)",
        "first_quarter: (2026, 1)",
        expect![[r#"
            19:25 company.first_quarter[0]: 2026 is far too large -> choose a smaller number
            19:31 company.first_quarter[1]: `first_quarter[1]` is 1, but it goes from 1990 to 2100 -> choose a whole number from 1990 to 2100
        "#]],
    );
    one(
        "enters: (2, 4)",
        "enters: (4, 2)",
        expect![[r#"
        160:21 specials[3].enters: the last quarter to enter (2) is before the first (4) -> write (first, last)
    "#]],
    );
    one(
        "quarter: 1, product",
        "quarter: 2, product",
        expect![[r#"
            188:16 briefings: quarter 1 has no briefing -> add one: the leads read it before their first plan
        "#]],
    );
}

#[test]
fn variants_are_checked_in_name_and_form() {
    one(
        "when: Quarter(3)",
        "when: Quarter",
        expect![[r#"
            196:19 events[0].when: `Quarter` has another form -> write `Quarter(value)`
        "#]],
    );
    one(
        "when: Quarter(3)",
        "when: Quarters(3)",
        expect![[r#"
            196:19 events[0].when: there is no `Quarters` here -> did you mean `Quarter`?
        "#]],
    );
    one(
        "pay: Outcomes",
        "pay: \"Outcomes\"",
        expect![[r#"
            184:39 roles.product.pay: expected a name, found the text "Outcomes" -> write `Outcomes` without quotes
        "#]],
    );
    one(
        "needs: AtLeast(Arr, 13000000)",
        "needs: AtLeast(13000000)",
        expect![[r#"
            215:20 gates[0].needs: `AtLeast` has another form -> write `AtLeast(value, value)`
        "#]],
    );
    one(
        "holds: Below(Coherence, 0.7)",
        "holds: Below(Coherence, 7)",
        expect![[r#"
            231:80 tests[0].holds[1]: 7 is out of range: `Coherence` goes from 0 to 1 -> a share: write 0.07 for 7 %
        "#]],
    );
}

#[test]
fn rules_are_checked_by_name_and_range() {
    one(
        "(value: 0.14",
        "(value: 14",
        expect![[r#"
            222:30 rules.need_base.value: `need_base` is 14, but it goes from 0 to 1 -> choose a number from 0 to 1; the default is 0.12
        "#]],
    );
    one(
        "rules: {",
        "rules: { \"need_base\": (value: 0.1, source: \"Again.\", trust: Low),",
        expect![[r#"
            222:9 rules.need_base: the rule `need_base` is set twice -> keep one of the two
        "#]],
    );
    one(
        "rules: {",
        "rules: { \"luck\": (value: 0.1, source: \"None.\", trust: Low),",
        expect![[r#"
            221:14 rules.luck: there is no rule "luck" -> the names and what they do are in scenarios/REFERENCE.md
        "#]],
    );
}

#[test]
fn predictions_are_numbers_that_both_leads_see() {
    one(
        "predictions: [Bookings",
        "predictions: [Precedent",
        expect![[r#"
            220:19 predictions[0]: `Precedent` cannot be predicted: the leads do not both see it every quarter -> use one of Bookings, Arr, Cash, QuotaAttainment, GrossRetention, Coherence, Trust
        "#]],
    );
}

#[test]
fn a_claim_names_a_policy_that_exists() {
    one(
        "policy: \"accept-all\"",
        "policy: \"acceptall\"",
        expect![[r#"
            231:18 tests[0].policy: there is no policy "acceptall" -> did you mean "accept-all"?
        "#]],
    );
}

#[test]
fn a_base_that_does_not_exist_is_the_only_finding() {
    let text = "(format: 1, extends: \"nowhere.ron\", id: \"lost\")";
    expect![[r#"
        1:22 extends: there is no file "nowhere.ron" to extend -> name a file beside this one, or a built-in scenario
    "#]]
    .assert_eq(&lines(&check_text("lost.ron", text)));
}

#[test]
fn deep_nesting_is_an_error_and_no_stack_overflow() {
    let text = format!("(format: 1, id: {}", "[".repeat(200_000));
    expect![[r#"
        1:48 : this is nested too deeply -> a scenario needs far fewer levels of brackets
    "#]]
    .assert_eq(&lines(&check_text("deep.ron", &text)));
}

#[test]
fn a_huge_file_full_of_mistakes_ends_in_a_list_that_can_be_read() {
    let rules: String = (0..50_000).map(|i| format!("\"r{i}\": 1,")).collect();
    let themes: String = (0..50_000).map(|i| format!("(id: \"t{i}\"),")).collect();
    let fields: String = (0..50_000).map(|i| format!("f{i}: 1,")).collect();
    let text = format!("(format: 1, id: \"huge\", rules: {{{rules}}}, themes: [{themes}], {fields})");
    assert_eq!(check_text("huge.ron", &text).report.findings.len(), 500);
}
