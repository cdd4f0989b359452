//! The field reference matches what the program reads. To update it after an intended change of the types, run
//! `UPDATE_EXPECT=1 cargo test --test it scenario_reference`.

use std::collections::BTreeSet;

use expect_test::expect_file;
use off_roadmap::policy;
use off_roadmap::scenario::{Shelf, check_text, reference};
use off_roadmap::text::Text;

#[test]
fn the_field_reference_is_what_the_types_say() {
    expect_file!["../../../scenarios/REFERENCE.md"].assert_eq(&reference());
}

#[test]
fn a_field_is_called_optional_exactly_if_a_file_may_leave_it_out() {
    let page = reference();
    let table = page.split("## ").nth(1).expect("the first section is the file");
    let needed: BTreeSet<&str> = table
        .lines()
        .filter(|line| line.starts_with("| `") && !line.ends_with(" Optional. |"))
        .filter_map(|line| line.split('`').nth(1))
        .filter(|field| *field != "id")
        .collect();
    let bare = check_text("bare.ron", "(format: 1, id: \"bare\")");
    let missing: BTreeSet<&str> = bare
        .report
        .errors()
        .filter(|finding| finding.message.to_string().contains("is missing"))
        .map(|finding| finding.path.as_str())
        .collect();
    assert_eq!(needed, missing);
}

#[test]
fn the_guide_tells_every_strategy_and_where_it_wins() {
    let guide = include_str!("../../../scenarios/README.md");
    let texts = Text::new("en");
    let shelf = Shelf::built_in().list();
    for policy in policy::ALL {
        let id = policy.id();
        let won = shelf.iter().filter_map(|item| item.scenario()).filter(|of| of.winner.as_deref() == Some(id));
        let won: Vec<&str> = won.map(|scenario| scenario.id.as_str()).collect();
        let row = format!("| `{id}` | {} | {} |", texts.get(&format!("persona-{id}-about")), won.join(", "));
        assert!(guide.contains(&row), "the guide lacks: {row}");
    }
}
