//! `off-roadmap compare --slides`, `--charts` and `--highlight`: what they write, and how they fail.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use assert_cmd::assert::Assert;

fn off_roadmap(folder: &Path, args: &[&str]) -> Assert {
    Command::cargo_bin("off-roadmap").expect("the program is built").current_dir(folder).args(args).assert()
}

const PAIR: [&str; 2] = ["scale-up-accept-all-4.run.ron", "scale-up-purist-4.run.ron"];

/// A folder with two finished runs, and one that was left in the middle.
fn runs() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let args = ["simulate", "scale-up", "--policy", "accept-all", "--policy", "purist", "--first-seed", "4"];
    off_roadmap(folder.path(), &[&args[..], &["--seeds", "1", "--runs", "."]].concat()).success();
    let args = ["play", "scale-up", "--terminal", "--seed", "4", "--run", "open.ron"];
    let mut command = Command::cargo_bin("off-roadmap").expect("the program is built");
    command.current_dir(folder.path()).args(args).write_stdin("\n\n\n\nquit\n").assert().success();
    folder
}

fn compare(folder: &Path, args: &[&str]) -> Assert {
    off_roadmap(folder, &[&["compare"][..], &PAIR, args].concat())
}

fn said(told: &Assert) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&told.get_output().stdout), text(&told.get_output().stderr))
}

#[test]
fn slides_are_a_page_or_a_powerpoint_file_as_their_name_says() {
    let folder = runs();
    let at = folder.path();
    let told = compare(at, &["--slides", "deck.html", "--language", "de"]).success();
    assert!(said(&told).0.contains("deck.html") && !said(&told).0.contains("│"), "no table beside it");
    let page = fs::read_to_string(at.join("deck.html")).expect("it was written");
    assert!(page.contains("<html lang=\"de\">") && page.contains("Wie hat es sich angefühlt?"));
    compare(at, &["--slides", "deck.PPTX", "--out", "page.html"]).success();
    let file = fs::read(at.join("deck.PPTX")).expect("it was written");
    assert!(file.starts_with(b"PK") && at.join("page.html").exists());
    let told = compare(at, &["--slides", "deck.pdf"]).code(1);
    assert!(said(&told).1.contains("deck.pdf") && said(&told).1.contains(".pptx"), "{}", said(&told).1);
}

#[test]
fn slides_replace_only_slides_of_their_kind() {
    let folder = runs();
    let at = folder.path();
    for name in ["deck.html", "deck.pptx"] {
        fs::write(at.join(name), "PK my own slides").expect("it can be written");
        let told = compare(at, &["--slides", name]).code(1);
        assert!(said(&told).1.contains("--force"), "{}", said(&told).1);
        assert_eq!(fs::read_to_string(at.join(name)).expect("it is there"), "PK my own slides");
        compare(at, &["--slides", name, "--force"]).success();
        compare(at, &["--slides", name]).success();
    }
    compare(at, &["--out", "page.html"]).success();
    compare(at, &["--slides", "page.html"]).code(1);
    compare(at, &["--force"]).code(2);
}

#[test]
fn slides_about_one_run_are_its_debrief_and_a_run_that_goes_on_has_none() {
    let folder = runs();
    let at = folder.path();
    off_roadmap(at, &["compare", PAIR[0], "--slides", "deck.html"]).success();
    let page = fs::read_to_string(at.join("deck.html")).expect("it was written");
    let asks = ["You sit at this table again", "Would you do it again, every time?"];
    assert!(page.contains("Debrief: Says yes") && asks.iter().any(|ask| page.contains(ask)), "it has turning points");
    let told = off_roadmap(at, &["compare", "open.ron", "--slides", "open.html"]).code(1);
    assert!(said(&told).1.contains("not finished yet") && !at.join("open.html").exists(), "{}", said(&told).1);
    off_roadmap(at, &["compare", PAIR[0], "open.ron", "--slides", "both.html"]).success();
}

#[test]
fn a_highlighted_team_is_marked_and_one_that_is_not_there_is_told_with_those_that_are() {
    let folder = runs();
    let at = folder.path();
    let told = compare(at, &["--highlight", "keeps it CLEAN"]).success();
    assert!(said(&told).0.contains("▸ Keeps it clean") && !said(&told).0.contains("▸ Says yes"));
    compare(at, &["--highlight", "Keeps it clean", "--out", "page.html"]).success();
    let page = fs::read_to_string(at.join("page.html")).expect("it was written");
    assert!(page.contains("<tr class=\"marked\">") && page.contains("card marked"));
    let told = compare(at, &["--highlight", "Aspen", "--out", "other.html"]).code(1);
    let error = said(&told).1;
    assert!(error.contains("“Aspen”") && error.contains("Says yes, Keeps it clean"), "{error}");
    assert!(error.lines().count() == 1 && !at.join("other.html").exists(), "{error}");
}

#[test]
fn charts_are_pictures_that_need_no_font_and_replace_nothing_else() {
    let folder = runs();
    let at = folder.path();
    compare(at, &["--charts", "charts"]).success();
    let names = |folder: &str| {
        let found = fs::read_dir(at.join(folder)).expect("it is there");
        let mut names: Vec<String> =
            found.map(|it| it.expect("it can be read").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    let expected = [
        "arr.svg",
        "attainment.svg",
        "cash.svg",
        "coherence.svg",
        "product-01-says-yes.svg",
        "product-02-keeps-it-clean.svg",
        "results.svg",
        "retention.svg",
        "trust.svg",
    ];
    assert_eq!(names("charts"), expected);
    let chart = fs::read_to_string(at.join("charts/arr.svg")).expect("it is there");
    assert!(!chart.contains("<text") && chart.contains("<title>") && chart.contains("Says yes from"), "{chart:.500}");
    off_roadmap(at, &["report", PAIR[0], "--charts", "team", "--format", "png"]).success();
    let png = fs::read(at.join("team/causes.png")).expect("it is there");
    assert!(png.starts_with(b"\x89PNG") && names("team").len() == 10, "{:?}", names("team"));
    fs::write(at.join("charts/arr.svg"), "<svg>mine</svg>").expect("it can be written");
    let told = compare(at, &["--charts", "charts"]).code(1);
    assert!(said(&told).1.contains("arr.svg") && said(&told).1.contains("--force"));
    assert_eq!(fs::read_to_string(at.join("charts/arr.svg")).expect("it is there"), "<svg>mine</svg>");
    compare(at, &["--charts", "charts", "--force"]).success();
    compare(at, &["--charts", "charts"]).success();
    let told = compare(at, &["--charts", PAIR[0]]).code(1);
    assert!(said(&told).1.contains("is a file"), "{}", said(&told).1);
    compare(at, &["--format", "png"]).code(2);
}
