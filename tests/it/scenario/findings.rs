//! Everything that can be wrong with a scenario has a text in every language.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use expect_test::expect;
use off_roadmap::scenario::{
    Arg, LoadError, Message, POLICIES, Report, Shelf, Verdict, check_file, check_found, check_text,
};
use off_roadmap::text::{self, Paper, Text};

const MINIMAL: &str = include_str!("../scenarios/minimal.ron");
const EIGHT: &str = include_str!("../scenarios/eight_mistakes.ron");
const REFERENCE: &str = include_str!("../../../scenarios/REFERENCE.md");
const FINDINGS: &str = include_str!("../../../assets/locales/en/findings.ftl");

/// Texts that no scenario can bring up: the words around findings, mistakes of the program itself, and what depends on
/// the user's permissions.
const NOT_FOUND: [&str; 9] = [
    "finding-error",
    "finding-warning",
    "finding-help",
    "finding-note",
    "finding-here",
    "finding-unreadable-value",
    "hint-compare",
    "finding-unreadable-folder",
    "hint-permission",
];

/// Changes of the minimal scenario, each of which is a mistake.
const CHANGES: &[(&str, &str)] = &[
    // Kinds of values.
    ("difficulty: 1", "difficulty: \"easy\""),
    ("minutes: 60", "minutes: 60.5"),
    ("engineering: 300", "engineering: [1]"),
    ("name: \"Tourwerk\"", "name: Tourwerk"),
    ("hidden_profile: true", "hidden_profile: 1"),
    ("first: [", "first: {}, second: ["),
    ("debrief: [\"Where is this like your company?\"]", "debrief: \"x\""),
    ("quota: (first: 1100000, growth: 0.03)", "quota: 7"),
    ("first_quarter: (1, 2026)", "first_quarter: (1)"),
    ("quota: (first", "quota: Goal(first"),
    ("rules: {", "rules: [], zz: {"),
    ("\"need_base\": (", "need_base: ("),
    ("pay: Outcomes", "pay: \"Outcomes\""),
    ("pay: Outcomes", "pay: 7"),
    ("pay: Outcomes", "pay: Outcome"),
    ("format: 1,", "format: 1, extends: 7,"),
    ("name: \"Tourwerk\"", "name: [1]"),
    ("name: \"Tourwerk\"", "name: \"T\u{c3}\u{b6}rwerk\""),
    ("coherence: 0.75", "coherence: \"high\""),
    ("coherence: 0.75", "coherence: [1]"),
    ("minutes: 60", "minutes: [1]"),
    ("minutes: 60", "minutes: 60-70"),
    ("    themes: [\n", "    themes:\n"),
    ("format: 1,", "\n<<<<<<< zz\nformat: 1,"),
    ("(id: \"reports\",", "id: \"reports\","),
    ("\"need_base\": (value:", "\"need_base\": ("),
    ("name: \"Tourwerk\"", "name: Zz zz"),
    ("name: \"Tourwerk\"", "name: \"Zz \"zz\" zz.\""),
    ("name: \"Tourwerk\"", "name: \"\u{7}\""),
    ("hidden_profile: true", "hidden_profile: [1]"),
    ("company: (", "company: {"),
    ("company: (", "comp\u{430}ny: ("),
    // Fields and choices.
    ("format: 1,", "format: 1, format: 1,"),
    ("AtLeast(Arr, 13000000)", "AtLeast(Arr, 1.200)"),
    ("first: 1100000", "first: 1100"),
    ("growth: 0.03", "grwth: 0.03"),
    ("growth: 0.03", "growth: 0.03, zzzzzzzzzz: 1"),
    ("quota: (first: 1100000, growth: 0.03)", "quota: ()"),
    ("quota: (first: 1100000, growth: 0.03),", ""),
    ("id: \"minimal\",", ""),
    ("id: \"minimal\"", "id: \"-minimal\""),
    ("when: Quarter(3)", "when: Quarter"),
    ("needs: AtLeast(Arr, 13000000)", "needs: AtLeast(13000000)"),
    ("when: If(from: 2, holds: Below(Coherence, 0.6))", "when: If"),
    ("format: 1", "format: 7"),
    ("format: 1", "format: zz"),
    // Numbers.
    ("minutes: 60", "minutes: 99999999"),
    ("engineering: 300", "engineering: 3 000"),
    ("engineering: 300", "engineering: 3,000"),
    ("engineering: 300", "engineering: 3 00"),
    ("cash: 6000000", "cash: 3.6"),
    ("minutes: 60,", "minutes: 60; # zz"),
    ("minutes: 60", "minutes: \u{2060}60"),
    ("minutes: 60,", "\"minutes\": 60,"),
    ("needs: AtLeast(Arr, 13000000)", "needs: Arr >= 13000000"),
    ("cycle: (1, 1),", "cycle: (1, 1)),"),
    ("minutes: 60", "minutes: -1"),
    ("coherence: 0.75", "coherence: 75"),
    ("coherence: 0.75", "coherence: -3"),
    ("difficulty: 1", "difficulty: 9"),
    ("(value: 0.14", "(value: 14"),
    ("holds: Below(Coherence, 0.7)", "holds: Below(Coherence, 7)"),
    ("market_share: 0.6", "market_share: 0.5"),
    ("customer_size: 40000", "customer_size: 9000000"),
    // Texts, ids and lists.
    ("quote: \"We plan by depot. Without a board for each we cannot sign.\"", "quote: \" \""),
    ("id: \"core\"", "id: \"Zz zz\""),
    ("id: \"belmont\"", "id: \"arden\""),
    ("theme: \"reports\"", "theme: \"report\""),
    ("theme: \"reports\"", "theme: \"zzzzzzzzzz\""),
    ("segment: \"core\"", "segment: \"zzzzzzzzzz\""),
    ("policy: \"accept-all\"", "policy: \"zzzzzzzzzz\""),
    ("themes: [", "themes: [], zz: ["),
    ("predictions: [Bookings, Coherence, GrossRetention, Arr]", "predictions: []"),
    ("first: [", "first: [\"Zz\"], third: ["),
    ("\"North\", \"Alder\", \"Silver\", \"River\",", "\"North\","),
    // Rules and the story.
    ("rules: {", "rules: { \"need_base\": (value: 0.1, source: \"Zz.\", trust: Low),"),
    ("rules: {", "rules: { \"luck\": (value: 0.1, source: \"Zz.\", trust: Low),"),
    ("\"need_base\": (", "\"need_bass\": ("),
    ("enters: (2, 4)", "enters: (4, 2)"),
    ("cycle: (1, 2)", "cycle: (3, 2)"),
    ("when: Quarter(3)", "when: Quarter(5)"),
    ("quarter: 3, product", "quarter: 1, product"),
    ("quarter: 1, product", "quarter: 2, product"),
    ("after: 3", "after: 0"),
    ("predictions: [Bookings", "predictions: [Precedent"),
    // Warnings.
    ("themes: [", "themes: [(id: \"zz\", name: \"Zz\", about: \"Zz\"),"),
    ("enters: (2, 4)", "enters: (5, 6)"),
    ("named_per_quarter: 1", "named_per_quarter: 2"),
    ("hidden_profile: true", "hidden_profile: false"),
    ("after: 3", "after: 5"),
    ("AtLeast(Arr, 13000000)", "AtLeast(Arr, 99000000)"),
    ("Below(Coherence, 0.6)", "Below(Coherence, 0)"),
    ("fit: 0.85", "fit: 0.2"),
];

/// Whole texts, each with a mistake.
const TEXTS: &[&str] = &[
    "/* zz",
    "(id: \"zz",
    "(id: \"\\q\")",
    "(id: 1x)",
    "(id: 1x2)",
    "(id: 1, ?: 2)",
    "<zz>",
    "zz: 1",
    "{\"zz\": 1}",
    "#![enable(implicit_some)]\n()",
    "() ()",
    "(id: ",
    "(id: ,)",
    "(id: “zz”)",
    "(id: ?)",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    "(id: 1, , id: 2)",
    "(id = 1)",
    "(format: 1",
    "(cycle: (1, 1])",
    "(id: 1 format: 2)",
    "(news: [Gap: 1])",
    "[1]",
    "()",
    "(format: 1, extends: \"zz.ron\", id: \"zz\")",
];

/// Files of a folder, each with a mistake by itself or in combination with the others.
const FILES: &[(&str, &[u8])] = &[
    ("picture.ron", b"(format: 1, \xff\xfe)"),
    ("child.ron", b"(format: 1, extends: \"picture.ron\", id: \"zz\")"),
    ("circle.ron", b"(format: 1, extends: \"circle.ron\", id: \"zz\")"),
    ("one.ron", MINIMAL.as_bytes()),
    ("two.ron", MINIMAL.as_bytes()),
    ("one.de.ron", b"{ \"zz.zz\": \"zz\", \"zz.zz\": \"zz\", \"title\": \" \" }"),
    ("two.de.ron", b"[1]"),
    ("office.ron", b"PK\x03\x04"),
    ("run.ron", b"OffRoadmapRun(format: 1"),
    ("photo.ron", b"GIF89a"),
    ("packed.ron", b"\x1f\x8b"),
    ("wide.ron", b"\xff\xfe(\0)\0"),
    ("windows.ron", b"(id: \"zz\xfczz\")"),
    ("gone.de.ron", b"{}"),
    ("zz.ron", MINIMAL.as_bytes()),
    ("zz.de.ron", b"{ \"title\": \"zz\" }"),
];

/// A message, and the text of the file that it is about.
struct Found {
    message: Message,
    about: String,
}

fn found(about: &str, report: &Report, all: &mut Vec<Found>) {
    for finding in &report.findings {
        for message in [&finding.message, &finding.hint] {
            all.push(Found { message: message.clone(), about: about.to_owned() });
        }
    }
}

fn everything() -> Vec<Found> {
    let mut all = Vec::new();
    for (old, new) in CHANGES {
        assert!(MINIMAL.contains(old), "the fixture has no {old}");
        found(&format!("{old} {new}"), &check_text("zz.ron", &MINIMAL.replacen(old, new, 1)).report, &mut all);
    }
    let early = MINIMAL.replace("quarters: 4", "quarters: 99").replace("Quarter(3)", "Quarter(0)");
    let themes: String = (0..70).map(|i| format!("(id: \"t{i}\", name: \"t\", about: \"t\"),")).collect();
    let rules = format!("rules: {{{}", "\"zz\": 1,".repeat(500));
    let generated =
        [early, MINIMAL.replace("themes: [", &format!("themes: [{themes}")), MINIMAL.replace("rules: {", &rules)];
    for text in &generated {
        found("t zz", &check_text("zz.ron", text).report, &mut all);
    }
    for text in TEXTS {
        found(text, &check_text("zz.ron", text).report, &mut all);
    }
    files(&mut all);
    all
}

fn files(all: &mut Vec<Found>) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let write = |name: &str, content: &[u8]| fs::write(folder.path().join(name), content).expect("it can be written");
    for (name, content) in FILES {
        write(name, content);
    }
    for i in 0..10 {
        write(&format!("f{i}.ron"), format!("(format: 1, extends: \"f{}.ron\", id: \"f{i}\")", i + 1).as_bytes());
    }
    write("large.ron", &vec![b' '; 5_000_000]);
    write("sent.ron.txt", MINIMAL.as_bytes());
    let about = format!("{} f0 f1 f2 f3 f4 f5 f6 f7 f8 f9 f10 large zz minimal scale-up", folder.path().display())
        + &FILES.iter().map(|(name, _)| format!(" {name}")).collect::<String>();
    write("copy.ron", MINIMAL.replace("\"minimal\"", "\"scale-up\"").as_bytes());
    let names = FILES.iter().map(|(name, _)| *name).chain(["large.ron", "f0.ron", "nowhere.ron", "copy.ron"]);
    for name in names {
        found(&format!("{about} nowhere"), &check_file(&folder.path().join(name)).report, all);
    }
    if cfg!(unix) {
        found(&format!("{about} dev null"), &check_found(Path::new("/dev/null")).report, all);
    }
    let about = about + " sent txt";
    let shelf = Shelf::built_in().with_folder(folder.path());
    for item in shelf.list() {
        found(&about, &item.checked.report, all);
    }
    refusals(&shelf, folder.path(), &about, all);
}

fn refusals(shelf: &Shelf, folder: &Path, about: &str, all: &mut Vec<Found>) {
    let ids: String = shelf.list().iter().map(|item| format!(" {}", item.id)).collect();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/scenarios/extends/middle.ron");
    let place = |name: &str| folder.join(name).display().to_string();
    let places = [
        "minmal".into(),
        "nothing".into(),
        place("no.ron"),
        place(""),
        base.display().to_string(),
        place("child.ron"),
        place("zz.de.ron"),
    ];
    for wanted in places {
        let refusal: LoadError = shelf.load(&wanted).expect_err("it cannot be loaded");
        all.push(Found { message: refusal.message(), about: format!("{about} {wanted}{ids}") });
    }
}

/// Collects the keys of a message and of the messages in it.
fn keys(message: &Message, all: &mut BTreeSet<&'static str>) {
    all.insert(message.key);
    for (_, arg) in &message.args {
        if let Arg::Message(inner) = arg {
            keys(inner, all);
        }
    }
}

/// The words in Latin letters.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    parts.filter(|part| part.len() > 1 && part.contains(|c: char| c.is_ascii_alphabetic()))
}

#[test]
fn everything_that_can_be_wrong_is_found_somewhere_here() {
    let mut seen = BTreeSet::new();
    for found in everything() {
        keys(&found.message, &mut seen);
    }
    let defined = FINDINGS.lines().filter_map(|line| line.split_once(" = ")).map(|(key, _)| key);
    let defined = defined.filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase()));
    let missed: Vec<&str> = defined.filter(|key| !NOT_FOUND.contains(key) && !seen.contains(key)).collect();
    assert_eq!(missed, Vec::<&str>::new());
}

#[test]
fn every_finding_is_told_whole_in_every_language() {
    let all = everything();
    for language in text::languages() {
        let text = Text::new(&language);
        for Found { message, .. } in &all {
            let told = text::message(&text, message);
            assert!(!told.is_empty() && !told.contains('⟨') && !told.contains("{$"), "{language}: {told}");
        }
    }
}

#[test]
fn no_language_but_english_tells_a_finding_in_english() {
    let english = Text::default();
    for language in text::languages().into_iter().filter(|language| language != "en") {
        let text = Text::new(&language);
        let prose = |told: &str| told.split(['`', '"']).step_by(2).flat_map(words).count();
        for Found { message, .. } in everything() {
            let (ours, theirs) = (text::message(&english, &message), text::message(&text, &message));
            assert!(ours != theirs || prose(&ours) == 0, "{language}: {theirs}");
        }
    }
}

#[test]
fn a_made_up_language_leaves_no_word_of_the_code_in_a_finding() {
    let text = Text::made_up();
    let quoted = |source: &'static str| source.split('`').skip(1).step_by(2).flat_map(words);
    let ids = MINIMAL.split("id: \"").skip(1).filter_map(|rest| rest.split('"').next()).flat_map(words);
    let format: BTreeSet<&str> =
        quoted(REFERENCE).chain(ids).chain(POLICIES.iter().flat_map(|policy| words(policy))).collect();
    let mut escaped = BTreeSet::new();
    for Found { message, about } in everything() {
        let told = text::message(&text, &message);
        let known: BTreeSet<&str> = words(&about).collect();
        let odd = words(&told).find(|word| !format.contains(word) && !known.contains(word));
        escaped.extend(odd.map(|word| format!("“{word}” in “{told}”")));
    }
    assert_eq!(escaped, BTreeSet::new());
}

#[test]
fn a_german_player_reads_in_german_what_is_wrong() {
    let german = Text::new("de");
    let checked = check_text("eight_mistakes.ron", EIGHT);
    assert!(matches!(checked.verdict, Verdict::Broken));
    let told = |message| text::message(&german, message);
    let lines: String =
        checked.report.findings.iter().map(|f| format!("{} -> {}\n", told(&f.message), told(&f.hint))).collect();
    expect![[r#"
        erwartet wird eine ganze Zahl, gefunden wurde der Text "easy" -> schreib eine Zahl wie 12 oder 1_000_000, ohne Anführungszeichen
        `coherence` ist 75, möglich ist 0 bis 1 -> ein Anteil: schreib 0.75 für 75 %
        `market_share` aller Segmente ergibt zusammen 1.1 (0.6 + 0.5), nicht 1 -> ändere die Anteile, bis sie zusammen 1 ergeben
        hier fehlt das Feld `champion` -> ergänze `champion: …`
        es gibt kein Thema "report" -> ist "reports" gemeint?
        ein Feld `salesnote` gibt es hier nicht -> ist `sales_note` gemeint?
        `Booking` gibt es hier nicht -> ist `Bookings` gemeint?
        es gibt keine Regel "need_bass" -> ist "need_base" gemeint?
    "#]].assert_eq(&lines);
    let shown = text::report(&german, &checked.report, Paper::PLAIN);
    assert!(shown.starts_with("Fehler: ") && shown.contains("= Hilfe: "), "{shown}");
}
