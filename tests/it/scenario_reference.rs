//! The field reference says what the program reads. After a change of the types that is meant:
//! `UPDATE_EXPECT=1 cargo test --test it scenario_reference`.

use std::collections::BTreeSet;

use expect_test::expect_file;
use off_roadmap::scenario::{check_text, reference};

#[test]
fn the_field_reference_is_what_the_types_say() {
    expect_file!["../../scenarios/REFERENCE.md"].assert_eq(&reference());
}

#[test]
fn a_field_is_called_optional_exactly_if_a_file_may_leave_it_out() {
    let page = reference();
    let table = page.split("## ").nth(1).expect("the first section is the file");
    let needed: BTreeSet<&str> = table
        .lines()
        .filter(|line| line.starts_with("| `") && !line.contains("May be absent."))
        .filter_map(|line| line.split('`').nth(1))
        .filter(|field| *field != "id")
        .collect();
    let bare = check_text("bare.ron", "(format: 1, id: \"bare\")");
    let missing: BTreeSet<&str> = bare
        .report
        .errors()
        .filter(|finding| finding.message.contains("is missing"))
        .map(|finding| finding.path.as_str())
        .collect();
    assert_eq!(needed, missing);
}
