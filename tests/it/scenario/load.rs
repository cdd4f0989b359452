//! Loading scenarios without mistakes.

use std::path::{Path, PathBuf};

use off_roadmap::scenario::{
    Checked, LoadError, Measure, PARAMETERS, Parameter, Rules, Scenario, Severity, Shelf, Verdict, check_file,
    check_text,
};
use off_roadmap::text::{Paper, Text, report};

const MINIMAL: &str = include_str!("../scenarios/minimal.ron");

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/scenarios").join(name)
}

fn playable(checked: Checked) -> Scenario {
    match checked.verdict {
        Verdict::Playable(scenario) => *scenario,
        _ => panic!("{}", report(&Text::default(), &checked.report, Paper::PLAIN)),
    }
}

/// The minimal scenario with a part of its text replaced.
fn with(old: &str, new: &str) -> Checked {
    assert!(MINIMAL.contains(old), "the fixture has no {old}");
    check_text("changed.ron", &MINIMAL.replacen(old, new, 1))
}

#[test]
fn the_minimal_scenario_is_fine_and_resolved() {
    let checked = check_text("minimal.ron", MINIMAL);
    assert_eq!(checked.report.findings, []);
    let scenario = playable(checked);
    assert_eq!(scenario.id, "minimal");
    let card = &scenario.specials[1];
    assert_eq!((card.segment.index(), card.theme.index()), (1, 1));
    assert_eq!(card.enters, Some((0, 2)));
    assert_eq!(scenario.specials[2].enters, None);
    assert_eq!(scenario.rules.need_base, 0.14);
    assert_eq!(scenario.rules.need_big, Rules::default().need_big);
    assert!(scenario.sources.contains_key("need_base"));
}

#[test]
fn optional_parts_have_defaults() {
    let end = MINIMAL.find("    // From here on everything is optional.").expect("the fixture says where they start");
    let prompts = "prompts: [(\"One?\", \"Two?\")],\n)";
    let text = format!("{}{prompts}", &MINIMAL[..end]).replace("named_per_quarter: 1,", "");
    let scenario = playable(check_text("short.ron", &text));
    assert_eq!(scenario.named_per_quarter, 3);
    assert_eq!(scenario.predictions, [Measure::Bookings, Measure::Coherence, Measure::GrossRetention, Measure::Arr]);
    assert_eq!((scenario.events.len(), scenario.gates.len(), scenario.goals.len()), (0, 0, 0));
    assert_eq!(scenario.rules, Rules::default());
}

#[test]
fn an_extending_scenario_takes_what_it_lacks_and_merges_rules() {
    let checked = check_file(&fixture("extends/child.ron"));
    assert_eq!(checked.report.sources.len(), 3);
    let scenario = playable(checked);
    assert_eq!(scenario.meta.title, "The child");
    assert_eq!(scenario.company.name, "Tourwerk");
    assert_eq!((scenario.rules.need_base, scenario.rules.need_big), (0.2, 2.0));
}

#[test]
fn a_file_without_id_and_meta_is_a_base_and_cannot_be_played() {
    let path = fixture("extends/middle.ron");
    assert!(matches!(check_file(&path).verdict, Verdict::Base));
    let refusal = Shelf::built_in().load(&path.display().to_string());
    assert!(matches!(refusal, Err(LoadError::Base { .. })));
}

#[test]
fn files_that_extend_each_other_are_refused() {
    let checked = check_file(&fixture("extends/circle_a.ron"));
    let messages: Vec<String> = checked.report.errors().map(|finding| finding.message.to_string()).collect();
    assert!(messages.iter().any(|message| message.contains("in a circle")), "{messages:?}");
}

#[test]
fn the_hash_is_that_of_the_content_and_of_the_bases() {
    let hash = |text: &str| playable(check_text("any.ron", text)).hash;
    assert_eq!(hash(MINIMAL), hash(&MINIMAL.replace('\n', "\r\n")));
    assert_ne!(hash(MINIMAL), hash(&MINIMAL.replace("cash: 6000000", "cash: 6000001")));
    let child = playable(check_file(&fixture("extends/child.ron")));
    assert_eq!(child.hash.len(), 64);
    assert_ne!(child.hash, hash(MINIMAL));
}

#[test]
fn every_rule_can_be_set_by_its_name() {
    let rule = |p: &Parameter| format!("{:?}: (value: {}, source: \"Test.\", trust: Design),", p.name, p.max);
    let all: String = PARAMETERS.iter().map(rule).collect();
    let start = MINIMAL.find("rules: {").expect("the fixture sets rules");
    let end = MINIMAL.find("    goals:").expect("goals come after the rules");
    let text = format!("{}rules: {{{all}}},\n{}", &MINIMAL[..start], &MINIMAL[end..]);
    let scenario = playable(check_text("rules.ron", &text));
    for parameter in PARAMETERS {
        assert_eq!(scenario.rules.get(parameter.name), Some(parameter.max), "{}", parameter.name);
    }
}

#[test]
fn warnings_stand_apart_from_errors() {
    let checked = with("themes: [", "themes: [(id: \"idle\", name: \"Idle\", about: \"Nobody asks.\"),");
    let found: Vec<(Severity, &str)> =
        checked.report.findings.iter().map(|finding| (finding.severity, finding.path.as_str())).collect();
    assert_eq!(found, [(Severity::Warning, "themes[0].id")]);
    assert!(matches!(checked.verdict, Verdict::Playable(_)));
}

#[test]
fn too_few_names_for_the_customers_of_a_game_are_a_warning() {
    let few = MINIMAL.replace("\"North\", \"Alder\", \"Silver\", \"River\",", "\"North\",");
    let warned = |text: &str| {
        let report = check_text("names.ron", text).report;
        report.warnings().map(|finding| finding.path.clone()).collect::<Vec<_>>()
    };
    assert_eq!(warned(&few), ["names"]);
    // Fewer deals need fewer names.
    let rare = "rules: {\n\"deals_per_quarter\": (value: 20, source: \"A quiet market.\", trust: Design),";
    assert_eq!(warned(&few.replace("rules: {", rare)), [""; 0]);
}

#[test]
fn a_number_with_a_point_before_three_digits_is_a_warning_where_thousands_may_be_meant() {
    let warned = |old: &str, new: &str| {
        let report = with(old, new).report;
        report.warnings().map(|finding| finding.message.to_string()).collect::<Vec<_>>()
    };
    let told = |written: &str, read: &str| {
        vec![format!("`{written}` is read as {read}: a point separates decimals, never thousands")]
    };
    assert_eq!(warned("engineering: 300", "engineering: 250.000"), told("250.000", "250"));
    assert_eq!(warned("AtLeast(Arr, 13000000)", "AtLeast(Arr, 1.200)"), told("1.200", "1.2"));
    assert_eq!(warned("engineering: 300", "engineering: 300.5"), [""; 0]);
    assert_eq!(warned("growth: 0.03", "growth: 0.030"), [""; 0], "a share is no thousand");
}

#[test]
fn an_amount_in_thousands_is_a_warning() {
    let warned = |old: &str, new: &str| {
        let report = with(old, new).report;
        report.warnings().map(|finding| finding.message.to_string()).collect::<Vec<_>>()
    };
    let told = warned("first: 1100000", "first: 1100");
    assert!(told.len() == 1 && told[0].starts_with("1100 is next to nothing beside an ARR of "), "{told:?}");
    assert_eq!(warned("first: 1100000", "first: 110000"), [""; 0], "a small quota is a quota");
}

#[test]
fn what_can_never_happen_in_a_game_is_a_warning() {
    let text = MINIMAL
        .replace("named_per_quarter: 1", "named_per_quarter: 2")
        .replace("enters: (2, 4)", "enters: (5, 6)")
        .replace("after: 3", "after: 5")
        .replace("AtLeast(Arr, 13000000)", "AtLeast(Arr, 99000000)")
        .replace("Below(Coherence, 0.6)", "Below(Coherence, 0)");
    let checked = check_text("odd.ron", &text);
    let paths: Vec<&str> = checked.report.warnings().map(|finding| finding.path.as_str()).collect();
    assert_eq!(
        paths,
        ["specials", "specials", "specials[3].enters", "events[1].when.holds", "gates[0].after", "gates[0].needs"]
    );
    playable(checked);
}
