//! `off-roadmap guide`, run as a program, and the plans in it.

use std::path::Path;
use std::sync::Arc;

use assert_cmd::Command;
use off_roadmap::scenario::Shelf;
use off_roadmap::text::{Teller, Text};
use off_roadmap::view::guide;

fn off_roadmap(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("off-roadmap").expect("the program is built");
    command.current_dir(folder);
    command
}

#[test]
fn a_guide_is_one_file_with_plans_quarters_truths_and_what_strategies_reach() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    off_roadmap(folder.path()).args(["guide", "heavy-debt"]).assert().success();
    let page = std::fs::read_to_string(folder.path().join("heavy-debt-guide.html")).expect("it was written");
    for needs in ["<script", "<link", "<img", "src=", "@import", "url("] {
        assert!(!page.contains(needs), "{needs}");
    }
    for told in ["For the facilitator only", "120 minutes", "The bank looks at retention", "two halves", "Says yes"] {
        assert!(page.contains(told), "{told}");
    }
    assert!(!page.contains('⟨') && !page.contains("NaN"));
}

#[test]
fn a_guide_to_no_scenario_is_told_and_none_replaces_what_is_none() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let told = off_roadmap(folder.path()).args(["guide", "nothing"]).assert().failure().get_output().stderr.clone();
    assert!(String::from_utf8_lossy(&told).contains("nothing"));
    std::fs::write(folder.path().join("mine.ron"), "()").expect("it can be written");
    off_roadmap(folder.path()).args(["guide", "scale-up", "--out", "mine.ron"]).assert().failure();
    assert_eq!(std::fs::read_to_string(folder.path().join("mine.ron")).expect("it is there"), "()");
}

#[test]
fn the_minutes_of_every_plan_add_up_and_no_scenario_has_a_hole_in_either_language() {
    for language in ["en", "de"] {
        let mut shelf = Shelf::built_in();
        shelf.speak(language);
        for item in shelf.list() {
            let scenario = Arc::new(item.scenario().expect("the built-in shelf is fine").clone());
            let made = guide(&Teller::new(Arc::new(Text::new(language)), scenario), &[("quadrant", 1e6)]);
            for (plan, minutes) in made.agendas.iter().zip([60, 90, 120]) {
                assert_eq!(plan.rows.iter().map(|(minutes, _)| minutes).sum::<u16>(), minutes, "{plan:?}");
            }
            let told = serde_json::to_string(&made).expect("it is plain data");
            assert!(!told.contains('⟨') && !told.contains("NaN") && !made.questions.is_empty(), "{}", made.title);
        }
    }
}
