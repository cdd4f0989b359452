//! `off-roadmap compare`: what it shows about several runs, and how it fails.

use std::path::Path;

use assert_cmd::Command;

fn off_roadmap(folder: &Path, args: &[&str]) -> assert_cmd::assert::Assert {
    let mut command = Command::cargo_bin("off-roadmap").expect("the program is built");
    command.current_dir(folder).args(args).assert()
}

/// A folder with runs of two policies on two seeds each, and a run of another scenario.
fn runs() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let simulate = |scenario: &str, policies: &[&str], seeds: &str| {
        let mut args = vec!["simulate", scenario, "--first-seed", "4", "--seeds", seeds, "--runs", "."];
        policies.iter().for_each(|policy| args.extend(["--policy", policy]));
        off_roadmap(folder.path(), &args).success();
    };
    simulate("scale-up", &["accept-all", "purist"], "2");
    simulate("heavy-debt", &["quadrant"], "1");
    folder
}

fn printed(told: &assert_cmd::assert::Assert) -> String {
    String::from_utf8_lossy(&told.get_output().stdout).into_owned()
}

/// The error message, which must be one line.
fn error(told: &assert_cmd::assert::Assert) -> String {
    let output = told.get_output();
    assert!(output.stdout.is_empty());
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(error.lines().count(), 1, "{error}");
    error
}

const PAIR: [&str; 2] = ["scale-up-accept-all-4.run.ron", "scale-up-purist-4.run.ron"];

#[test]
fn two_runs_of_one_seed_are_told_with_where_they_parted() {
    let folder = runs();
    let told = printed(&off_roadmap(folder.path(), &[&["compare"][..], &PAIR].concat()).success());
    for word in ["Says yes", "Keeps it clean", "The scale-up", "first diverged in Q1", "≠", "Decline", "Build as asked"]
    {
        assert!(told.contains(word), "{word} is missing in\n{told}");
    }
    assert!(told.contains("of 2 teams"), "what became of demand: {told}");
    assert!(!told.contains(['⟨', '{']), "{told}");
}

#[test]
fn a_run_is_taken_once_by_whatever_path_or_copy_it_comes() {
    let folder = runs();
    let at = folder.path();
    let again = format!("./{}", PAIR[0]);
    let told = printed(&off_roadmap(at, &["compare", PAIR[0], PAIR[0], &again]).success());
    assert!(told.contains("only one run") && !told.contains("copy"), "{told}");

    let run = std::fs::read_to_string(at.join(PAIR[0])).expect("it is there");
    std::fs::write(at.join("copy.run.ron"), format!("\u{feff}{}", run.replace('\n', "\r\n")))
        .expect("it can be written");
    let told = printed(&off_roadmap(at, &["compare", PAIR[0], "copy.run.ron", PAIR[1]]).success());
    assert!(told.contains("copy.run.ron is a copy of") && !told.contains("Says yes ("), "{told}");
}

#[test]
fn an_earlier_state_of_a_run_is_left_out_and_another_game_of_the_team_is_not() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let at = folder.path();
    let play = |run: &str, lines: usize| {
        let args = ["play", "scale-up", "--terminal", "--seed", "4", "--run", run];
        let mut command = Command::cargo_bin("off-roadmap").expect("the program is built");
        command.current_dir(at).args(args).write_stdin("\n".repeat(lines) + "quit\n").assert().success();
    };
    play("game.run.ron", 120);
    std::fs::copy(at.join("game.run.ron"), at.join("noon.run.ron")).expect("it can be copied");
    play("game.run.ron", 40);
    off_roadmap(
        at,
        &["simulate", "scale-up", "--policy", "purist", "--first-seed", "4", "--seeds", "1", "--runs", "."],
    )
    .success();
    off_roadmap(at, &["rename", PAIR[1], "--team", "Our team"]).success();
    let args = ["compare", "noon.run.ron", "game.run.ron", PAIR[1]];
    let told = printed(&off_roadmap(at, &args).success());
    assert!(told.contains("noon.run.ron is an earlier state of"), "{told}");
    assert_eq!(told.lines().filter(|line| line.starts_with(" Our team (")).count(), 2, "{told}");
}

#[test]
fn teams_of_one_name_are_told_apart_by_something_true() {
    let folder = runs();
    let at = folder.path();
    let rename = |run: &str, args: &[&str]| drop(off_roadmap(at, &[&["rename", run][..], args].concat()).success());
    PAIR.iter().for_each(|run| rename(run, &["--team", "Our team"]));
    let compare = || printed(&off_roadmap(at, &[&["compare"][..], &PAIR].concat()).success());
    let told = compare();
    assert_eq!(told.lines().filter(|line| line.starts_with(" Our team ($")).count(), 2, "by what it is worth\n{told}");
    rename(PAIR[0], &["--product", "Ada", "--sales", "Ben"]);
    rename(PAIR[1], &["--product", "Cleo", "--sales", "Dan"]);
    let told = compare();
    assert!(told.contains("Our team (Ada & Ben)") && told.contains("Our team (Cleo & Dan)"), "{told}");
    off_roadmap(at, &[&["compare"][..], &PAIR, &["--out", "page.html"]].concat()).success();
    let page = std::fs::read_to_string(at.join("page.html")).expect("it was written");
    assert!(page.contains("Our team (Ada &amp; Ben)"));
}

#[test]
fn other_scenarios_and_other_seeds_are_said_plainly() {
    let folder = runs();
    let told = printed(&off_roadmap(folder.path(), &["compare", PAIR[0], "scale-up-purist-5.run.ron"]).success());
    assert!(told.contains("different seeds (4, 5)") && !told.contains("parted"), "{told}");
    let told = printed(&off_roadmap(folder.path(), &["compare", PAIR[0], "heavy-debt-quadrant-4.run.ron"]).success());
    assert!(told.contains("different scenarios") && !told.contains("parted"), "{told}");
    let three = [PAIR[0], PAIR[1], "scale-up-purist-5.run.ron"];
    let told = printed(&off_roadmap(folder.path(), &[&["compare"][..], &three].concat()).success());
    assert!(
        told.contains("diverged in Q1") && told.contains("other cards"),
        "one seed does not empty the rest: {told}"
    );
    let told = printed(&off_roadmap(folder.path(), &["compare", PAIR[0]]).success());
    assert!(told.contains("only one run"), "{told}");
}

#[test]
fn the_page_is_one_file_that_needs_nothing_else() {
    let folder = runs();
    let told = off_roadmap(folder.path(), &[&["compare"][..], &PAIR, &["--out", "page.html"]].concat()).success();
    assert!(printed(&told).contains("page.html is saved"));
    let page = std::fs::read_to_string(folder.path().join("page.html")).expect("it was written");
    for needs in ["<script", "<link", "<img", "src=", "@import", "url("] {
        assert!(!page.contains(needs), "{needs}");
    }
    let addresses = page.matches("http").count();
    assert_eq!(addresses, page.matches("http://www.w3.org/2000/svg").count(), "it asks the network for nothing");
    assert_eq!(
        page.matches("<svg").count(),
        1 + 6 + 2 + 2 + 4 + 1,
        "results, six numbers, two products, samples of their lines, curves to choose, and the demand of all teams"
    );
    assert_eq!(page.matches("the runs first diverged here").count(), 1);
    assert!(page.contains("Says yes") && page.contains("The runs first diverged in Q1"));
    assert!(!page.contains('⟨') && !page.contains("NaN"));
    assert_eq!(page.matches("<section").count(), page.matches("</section").count());
}

#[test]
fn the_same_runs_give_the_same_page() {
    let folder = runs();
    for page in ["one.html", "two.html"] {
        off_roadmap(folder.path(), &[&["compare"][..], &PAIR, &["--out", page]].concat()).success();
    }
    let read = |page: &str| std::fs::read(folder.path().join(page)).expect("it was written");
    assert_eq!(read("one.html"), read("two.html"));
}

#[test]
fn a_run_that_goes_on_and_a_name_with_signs_of_a_page_are_shown_as_they_are() {
    let folder = runs();
    let run = folder.path().join("team.ron");
    let run = run.to_str().expect("it is text");
    let args = ["play", "scale-up", "--terminal", "--seed", "4", "--team", "<b>A & B</b>", "--run", run];
    let mut command = Command::cargo_bin("off-roadmap").expect("the program is built");
    command.current_dir(folder.path()).args(args).write_stdin("\n\n\n\nquit\n").assert().success();
    off_roadmap(folder.path(), &["compare", run, PAIR[0], "--out", "page.html"]).success();
    let page = std::fs::read_to_string(folder.path().join("page.html")).expect("it was written");
    assert!(page.contains("&lt;b&gt;A &amp; B&lt;/b&gt;") && !page.contains("<b>A"));
    assert!(page.contains("still playing"), "the run was left in the middle");
    let (cards, to_come) = (page.matches("did not come").count(), page.matches("not yet").count());
    assert!(cards == 0 && to_come > 10, "what is still to come is not missed: {cards}, {to_come}");
}

#[test]
fn a_folder_stands_for_the_runs_in_it() {
    let folder = runs();
    let told = printed(&off_roadmap(folder.path(), &["compare", "."]).success());
    for word in [
        "Says yes (seed 4)",
        "Says yes (seed 5)",
        "Keeps it clean (seed 5)",
        "Sorts by the quadrant",
        "different scenarios",
    ] {
        assert!(told.contains(word), "{word} is missing in\n{told}");
    }
    std::fs::create_dir(folder.path().join("empty")).expect("it can be made");
    assert!(error(&off_roadmap(folder.path(), &["compare", "empty"]).code(1)).contains("empty"));
}

#[test]
fn a_missing_a_foreign_and_a_changed_run_are_told_in_one_line() {
    let folder = runs();
    let at = folder.path();
    assert!(error(&off_roadmap(at, &["compare", PAIR[0], "nowhere.ron"]).code(1)).contains("nowhere.ron"));
    std::fs::write(at.join("foreign.ron"), "(hello: 1)").expect("it can be written");
    assert!(error(&off_roadmap(at, &["compare", "foreign.ron"]).code(1)).contains("not a run file"));
    let run = std::fs::read_to_string(at.join(PAIR[0])).expect("it is there");
    std::fs::write(at.join("changed.ron"), run.replacen("seed: 4", "seed: 5", 1)).expect("it can be written");
    assert!(error(&off_roadmap(at, &["compare", PAIR[1], "changed.ron"]).code(1)).contains("changed.ron"));
    off_roadmap(at, &["compare"]).code(2);
}

#[test]
fn a_page_never_takes_the_place_of_a_run_and_a_folder_that_is_none_is_told() {
    let folder = runs();
    let at = folder.path();
    let before = std::fs::read(at.join(PAIR[0])).expect("it is there");
    let same = format!("./{}", PAIR[0]);
    error(&off_roadmap(at, &["compare", PAIR[0], "--out", &same]).code(1));
    assert_eq!(std::fs::read(at.join(PAIR[0])).expect("it is there"), before);
    let file_as_folder = format!("{}/page.html", PAIR[1]);
    assert!(error(&off_roadmap(at, &["compare", PAIR[0], "--out", &file_as_folder]).code(1)).contains("page.html"));
}

/// The content of a file.
fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).expect("it is there")
}

#[test]
fn a_page_never_takes_the_place_of_a_run_or_a_scenario_or_anything_else_unless_forced() {
    let folder = runs();
    let at = folder.path();
    std::fs::copy("scenarios/scale-up.ron", at.join("mine.ron")).expect("it can be copied");
    std::fs::write(at.join("notes.html"), "<!DOCTYPE html><p>my notes").expect("it can be written");
    std::fs::hard_link(at.join(PAIR[0]), at.join("linked.html")).expect("it can be linked");
    for victim in [PAIR[0], "scale-up-purist-5.run.ron", "mine.ron", "notes.html", "linked.html"] {
        let before = read(at, victim);
        let told = off_roadmap(at, &["compare", PAIR[0], PAIR[1], "--out", victim]).code(1);
        assert!(error(&told).contains(victim) && error(&told).contains("--force"), "{}", error(&told));
        assert_eq!(read(at, victim), before, "{victim}");
    }
    off_roadmap(at, &["compare", PAIR[0], PAIR[1], "--out", "fresh.ron"]).code(1);
    assert!(!at.join("fresh.ron").exists(), "it would be taken for a scenario");
    off_roadmap(at, &["compare", PAIR[0], PAIR[1], "--out", "."]).code(1);
    off_roadmap(at, &["compare", PAIR[0], PAIR[1], "--out", "notes.html", "--force"]).success();
    assert!(read(at, "notes.html").contains("Says yes"));
    assert!(read(at, "linked.html").contains("commands: ["));
}

#[test]
fn a_page_is_written_again_over_itself_and_into_a_pipe() {
    let folder = runs();
    let at = folder.path();
    for _ in 0..2 {
        off_roadmap(at, &["compare", PAIR[0], PAIR[1], "--out", "new/page.html"]).success();
    }
    #[cfg(unix)]
    {
        let told = off_roadmap(at, &["compare", PAIR[0], PAIR[1], "--out", "/dev/stdout"]).success();
        assert!(printed(&told).contains("<!DOCTYPE html>"));
    }
}

#[test]
fn of_a_folder_what_can_be_compared_is_and_for_the_rest_a_sentence_says_why_not() {
    let folder = runs();
    let at = folder.path();
    let run = read(at, PAIR[0]);
    std::fs::write(at.join("._Aspen.run.ron"), b"\x00\x05\x16\x07").expect("it can be written");
    std::fs::write(at.join("cut.run.ron"), &run[..500]).expect("it can be written");
    std::fs::write(at.join("old.run.ron"), run.replace("rules: 5", "rules: 2")).expect("it can be written");
    std::fs::write(at.join("sent.run.ron.txt"), &run).expect("it can be written");
    std::fs::rename(at.join(PAIR[1]), at.join("PURIST.RUN.RON")).expect("it can be renamed");
    std::fs::create_dir(at.join("folder.run.ron")).expect("it can be made");
    std::fs::write(at.join("renamed by hand.ron"), &run).expect("it can be written");
    std::fs::write(at.join("kept.run.ron.bak"), &run).expect("it can be written");
    std::fs::write(at.join("packed.run.ron.zip"), b"PK\x03\x04").expect("it can be written");
    std::fs::write(at.join("team b.zip"), b"PK\x03\x04").expect("it can be written");
    std::fs::write(at.join("sent (1).run.ron"), &run[..500]).expect("it can be written");
    std::fs::write(at.join("sent (1).run.ron.txt"), &run).expect("it can be written");
    std::fs::write(at.join("noted.run.ron"), format!("// mine\n{run}")).expect("it can be written");
    let linked = tempfile::tempdir().expect("there is room for a folder");
    std::fs::write(linked.path().join("far.run.ron"), &run).expect("it can be written");
    #[cfg(unix)]
    std::os::unix::fs::symlink(linked.path(), at.join("linked")).expect("it can be linked");
    std::fs::create_dir(at.join("more")).expect("it can be made");
    std::fs::write(at.join("more/inside.run.ron"), &run).expect("it can be written");
    let told = off_roadmap(at, &["compare", ".", "--out", "page.html"]).code(1);
    let errors = String::from_utf8_lossy(&told.get_output().stderr).into_owned();
    for (file, why) in [
        ("cut.run.ron", "cut off"),
        ("old.run.ron", "version 2 of the rules"),
        ("sent.run.ron.txt", "rename it to sent.run.ron"),
        ("folder.run.ron", "directory"),
        ("renamed by hand.ron", "rename it to renamed by hand.run.ron"),
        ("more", "has runs too"),
        ("kept.run.ron.bak", "rename it to kept.run.ron"),
        ("packed.run.ron.zip", "unpack it first"),
        ("team b.zip", "unpack it first"),
        ("linked", "has runs too"),
        ("sent (1).run.ron.txt", "rename it to sent (1)-2.run.ron"),
        ("noted.run.ron", "the run begins only in line 2"),
    ] {
        let line = errors.lines().find(|line| line.contains(file)).unwrap_or_default();
        assert!(line.contains(why), "{file}: {errors}");
    }
    assert!(!errors.contains("Aspen"), "{errors}");
    let page = read(at, "page.html");
    assert!(page.contains("Says yes") && page.contains("Keeps it clean") && page.contains("cut.run.ron"), "{page}");
}
