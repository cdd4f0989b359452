//! What the window shows about a run afterwards: explanations, notes, the debrief, the comparison, the shelf.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use bevy::a11y::AccessibilityNode;
use bevy::input::keyboard::Key;
use bevy::math::UVec2;
use off_roadmap::app::director::{
    Act, Body, CompareAct, ComparePart, DebriefStep, Director, Lobby, LobbyAct, Opening, Outside, Setting, ShowAct,
    WindowAct,
};
use off_roadmap::app::headless::Headless;
use off_roadmap::app::screens::Directing;
use off_roadmap::app::settings::SettingsFile;
use off_roadmap::app::stage;
use off_roadmap::ids::DecisionId;
use off_roadmap::play;
use off_roadmap::policy;
use off_roadmap::run::{Session, Team};
use off_roadmap::scenario::Shelf;
use off_roadmap::sim::{DecisionKind, Phase};
use off_roadmap::text::Text;
use off_roadmap::view::{StepKind, Term, Topic, TurningPoint};

const SIZE: UVec2 = UVec2::new(1280, 720);

fn outside(runs: Option<PathBuf>) -> Outside {
    Outside {
        shelf: Shelf::built_in(),
        runs,
        rooms: None,
        settings: SettingsFile::default(),
        free_seed: || 7,
        today: || 7,
        browse: |_| Ok(()),
    }
}

fn window(director: Director) -> Headless {
    Headless::new(SIZE, |app| stage(app, director))
}

/// A run with a policy on both seats, saved in a folder.
fn played(folder: &Path, team: &str, by: &str, seed: u64) -> Session {
    let scenario = Arc::new(Shelf::built_in().load("scale-up").unwrap());
    let team = Team { name: team.into(), ..Team::named(team, &scenario) };
    let path = folder.join(format!("{}-{seed}.run.ron", team.name));
    let mut session = Session::new(scenario, seed, team, Some(path));
    session.play_by(policy::by_id(by).unwrap());
    assert_eq!(session.game().state().phase, Phase::Ended);
    session
}

fn body(window: &mut Headless) -> Body {
    window.world().resource::<Directing>().0.frame().body
}

fn shown(window: &mut Headless, words: &str) -> bool {
    window.texts().iter().any(|text| text.contains(words))
}

/// The debrief of a finished run, at its first step.
fn debrief(session: Session, runs: &Path) -> Headless {
    let opening = Opening::Session(Box::new(session));
    let mut game = window(Director::new(Arc::new(Text::default()), outside(Some(runs.into())), opening));
    game.press("next").unwrap();
    game
}

#[test]
fn the_debrief_goes_from_how_it_felt_to_what_next_and_every_step_fits() {
    let folder = tempfile::tempdir().unwrap();
    let session = played(folder.path(), "Juniper", "accept-all", 7);
    let mut game = debrief(session, folder.path());
    for step in DebriefStep::ALL {
        assert!(matches!(body(&mut game), Body::Debrief(_, _, open) if open == step), "{step:?}");
        assert_eq!(game.layout_problems(), Vec::<String>::new(), "{step:?}");
        game.key(Key::Enter);
    }
    assert!(matches!(body(&mut game), Body::Title(_)), "the last step leads out");
}

/// The step of what caused it, with everything told that came of the cards that can be answered again.
fn caused(game: &mut Headless) -> Vec<TurningPoint> {
    game.press("part-debrief-caused").unwrap();
    let Body::Debrief(page, ..) = body(game) else { panic!("the debrief is open") };
    let points = page.turning.expect("it was looked for").points;
    for point in points.iter().filter(|point| point.again.is_some()) {
        game.press(&format!("told-{}", point.decision.unwrap().0)).unwrap();
    }
    points
}

#[test]
fn a_card_is_answered_again_before_what_came_of_it_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut game = debrief(played(folder.path(), "Juniper", "accept-all", 7), folder.path());
    game.press("part-debrief-caused").unwrap();
    let Body::Debrief(page, ..) = body(&mut game) else { panic!("the debrief is open") };
    let points = page.turning.expect("it was looked for").points;
    let point = points.into_iter().find(|point| point.again.is_some()).expect("one of them is about a card");
    let (card, again) = (point.decision.unwrap().0, point.again.unwrap());
    assert!(shown(&mut game, &again.title) && !shown(&mut game, &point.amount), "the amount would tell");
    for (position, choice) in again.choices.iter().enumerate() {
        game.press(&format!("again-{card}-{position}")).unwrap();
        assert!(shown(&mut game, &choice.told) && !shown(&mut game, &point.amount));
        assert_eq!(game.layout_problems(), Vec::<String>::new(), "{}", choice.label);
    }
    game.press(&format!("told-{card}")).unwrap();
    assert!(shown(&mut game, &point.amount));
    assert_eq!(game.layout_problems(), Vec::<String>::new());
    game.press(&format!("table-{card}")).unwrap();
    assert!(!shown(&mut game, &point.amount), "it can be put away for others");
}

#[test]
fn what_became_of_demand_is_drawn_from_memory_before_it_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let mut game = debrief(played(folder.path(), "Juniper", "accept-all", 7), folder.path());
    game.press("part-debrief-caused").unwrap();
    let Body::Debrief(page, ..) = body(&mut game) else { panic!("the debrief is open") };
    assert!(page.reveal.drawn_first, "who takes everything drives demand up");
    let why = "because of what you had said yes to before";
    assert!(page.reveal.told.contains(why) && !shown(&mut game, why), "it would tell");
    game.press("draw-2").unwrap();
    assert!(shown(&mut game, why) && shown(&mut game, "You drew: "));
    assert_eq!(game.layout_problems(), Vec::<String>::new());
}

#[test]
fn a_run_that_went_otherwise_is_kept_beside_the_one_it_left_and_can_be_compared_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let session = played(folder.path(), "Juniper", "accept-all", 7);
    let own = std::fs::read(session.path().unwrap()).unwrap();
    let path = session.path().unwrap().to_path_buf();
    let mut game = debrief(session, folder.path());
    game.press("part-debrief-what-if").unwrap();
    game.press("keep-branch").unwrap();
    assert!(shown(&mut game, "is kept beside this run"));
    assert_eq!(game.layout_problems(), Vec::<String>::new());
    assert_eq!(std::fs::read(path).unwrap(), own, "it never takes the place of the run");
    let kept: Vec<_> = off_roadmap::run::list(folder.path()).into_iter().filter_map(|listed| listed.run.ok()).collect();
    assert_eq!(kept.len(), 2);
    assert!(kept.iter().any(|run| run.team.name.ends_with("(Juniper)") && run.again_from.is_some()));
    game.press("compare").unwrap();
    assert!(shown(&mut game, "(Juniper)"), "{:?}", game.texts());
}

/// The first decision among the turning points, and its position among them.
fn first_decision(game: &mut Headless) -> (usize, DecisionId) {
    let Body::Debrief(page, ..) = body(game) else { panic!("the debrief is open") };
    let points = page.turning.expect("it was looked for").points;
    let mut decisions = points.iter().enumerate().filter_map(|(at, point)| Some((at, point.decision?)));
    decisions.next().expect("a decision turned the run")
}

#[test]
fn a_turning_point_leads_to_everything_that_its_decision_moved() {
    let folder = tempfile::tempdir().unwrap();
    let moved = |point: &TurningPoint| point.moved.is_some().then_some(point.decision).flatten();
    let found = ["accept-all", "bridge", "quadrant-proactive"].into_iter().find_map(|policy| {
        let mut game = debrief(played(folder.path(), policy, policy, 7), folder.path());
        let points = caused(&mut game);
        let decided = points.iter().enumerate().find_map(|(at, point)| Some((at, moved(point)?)));
        decided.map(|decided| (game, decided))
    });
    let (mut game, (at, decision)) = found.expect("a decision moved something");
    game.press(&format!("turning-{at}")).unwrap();
    let plates = game.world().resource::<Directing>().0.frame().plates;
    assert_eq!(plates.last().map(|plate| plate.topic), Some(Topic::Decision(decision)));
    assert!(!plates[0].parts.is_empty());
    assert_eq!(game.layout_problems(), Vec::<String>::new());
}

#[test]
fn a_tab_of_the_debrief_keeps_the_keyboard() {
    let folder = tempfile::tempdir().unwrap();
    let mut game = debrief(played(folder.path(), "Juniper", "accept-all", 7), folder.path());
    for part in ["part-debrief-caused", "part-debrief-cards"] {
        game.focus(part).unwrap();
        game.key(Key::Enter);
        assert_eq!(game.focused().as_deref(), Some(part));
    }
}

#[test]
fn any_decision_can_be_supposed_to_have_gone_otherwise() {
    let folder = tempfile::tempdir().unwrap();
    let session = played(folder.path(), "Juniper", "accept-all", 7);
    let cards = session.game().state().decisions.iter();
    let card = cards.filter(|made| matches!(made.kind, DecisionKind::Answer(..))).nth(3).unwrap().id;
    let mut game = debrief(session, folder.path());
    game.press("part-debrief-what-if").unwrap();
    let supposed = |game: &mut Headless| match body(game) {
        Body::Debrief(_, around, DebriefStep::WhatIf) => around.supposed.expect("a decision is chosen"),
        other => panic!("{} is open", other.name()),
    };
    assert!(supposed(&mut game).compared.is_some(), "it begins with a card");
    game.press(&format!("suppose-{}", card.0)).unwrap();
    let first = supposed(&mut game);
    assert_eq!(first.decision, card);
    assert!(first.ways.len() > 3 && first.ways.iter().filter(|way| way.shown).count() == 1);
    for (i, way) in first.ways.iter().enumerate() {
        game.press(&format!("way-{i}")).unwrap();
        let now = supposed(&mut game);
        assert_eq!(now.ways.iter().position(|way| way.shown), Some(i));
        assert!(now.compared.is_some() && now.apart.is_some_and(|told| told.contains("of 160 futures")));
        assert!(shown(&mut game, &way.difference));
        assert_eq!(game.layout_problems(), Vec::<String>::new(), "{}", way.label);
    }
}

#[test]
fn what_caused_it_shows_the_rules_of_thumb_behind_the_team_and_the_debt_with_the_decisions_behind_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut game = debrief(played(folder.path(), "Juniper", "accept-all", 7), folder.path());
    game.press("part-debrief-caused").unwrap();
    let Body::Debrief(page, around, _) = body(&mut game) else { panic!("the debrief is open") };
    assert_eq!(around.envelope.len(), page.timeline.len());
    assert!(around.envelope.iter().all(|(low, high)| low <= high));
    let mut pictures = game.world().query::<&AccessibilityNode>();
    let told = pictures.iter(game.world()).filter_map(|node| node.label()).find(|told| told.contains("rules of thumb"));
    assert!(told.is_some_and(|told| told.ends_with("at the end.")), "{told:?}");
    let points = caused(&mut game);
    let first = points.iter().find(|point| point.mark == Some(1)).expect("a decision has a mark");
    assert!(shown(&mut game, &format!("1 · {}", first.title)), "it has the number of its mark");
    assert!(shown(&mut game, &page.ledger.total));
    game.press("bill-0").unwrap();
    let plates = game.world().resource::<Directing>().0.frame().plates;
    assert_eq!(plates.last().map(|plate| plate.topic), Some(page.ledger.bills[0].topic));
}

#[test]
fn plates_open_beside_each_other_and_close_one_by_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut game = debrief(played(folder.path(), "Juniper", "accept-all", 7), folder.path());
    let plates = |game: &mut Headless| game.world().resource::<Directing>().0.frame().plates.len();
    game.focus("measure-coherence").unwrap();
    game.key(Key::Space);
    assert_eq!((plates(&mut game), game.focused().as_deref()), (1, Some("unpin")), "a number is pinned by Space");
    game.press("term-special").unwrap();
    assert_eq!(plates(&mut game), 2);
    assert_eq!(game.layout_problems(), Vec::<String>::new());
    game.press("below-term-repair").unwrap();
    assert_eq!(plates(&mut game), 2, "another word of the first plate takes the place of what it had opened");
    game.key(Key::Escape);
    game.key(Key::Escape);
    assert_eq!((plates(&mut game), game.focused().as_deref()), (0, Some("measure-coherence")), "back to the number");
}

#[test]
fn two_saved_runs_are_put_side_by_side_from_the_debrief_and_from_the_title() {
    let folder = tempfile::tempdir().unwrap();
    played(folder.path(), "Cedar", "purist", 7);
    let session = played(folder.path(), "Juniper", "accept-all", 7);
    let mut game = debrief(session, folder.path());
    game.press("compare").unwrap();
    let Body::Compare(page) = body(&mut game) else { panic!("the comparison is open") };
    let chosen: Vec<&str> = page.runs.iter().filter(|run| run.chosen).map(|run| run.team.as_str()).collect();
    assert_eq!(chosen.len(), 2, "the run on the screen and the other one of its deck: {:?}", page.runs);
    for part in ComparePart::ALL {
        game.press(part.key()).unwrap();
        assert_eq!(game.layout_problems(), Vec::<String>::new(), "{part:?}");
    }
    assert!(shown(&mut game, "The runs first diverged"));
    game.key(Key::Escape);
    assert!(matches!(body(&mut game), Body::Debrief(..)), "back to where it was opened from");
    game.key(Key::Escape);
    game.press("compare-runs").unwrap();
    game.press("run-0").unwrap();
    game.press("run-1").unwrap();
    let Body::Compare(page) = body(&mut game) else { panic!("the comparison is open") };
    assert!(page.compared.is_none() && page.runs.iter().all(|run| !run.chosen), "both were taken out");
}

#[test]
fn teams_of_one_name_are_told_apart_and_a_copy_is_not_put_beside_its_run() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    let first = played(&own, "Our team", "purist", 7).path().unwrap().to_owned();
    std::fs::rename(&first, folder.path().join("a.run.ron")).unwrap();
    std::fs::copy(folder.path().join("a.run.ron"), folder.path().join("copy.run.ron")).unwrap();
    let session = played(folder.path(), "Our team", "accept-all", 7);
    let mut game = debrief(session, folder.path());
    game.press("compare").unwrap();
    let Body::Compare(page) = body(&mut game) else { panic!("the comparison is open") };
    let names: Vec<&str> = page.compared.as_ref().unwrap().teams.iter().map(|team| team.name.as_str()).collect();
    assert!(names.len() == 2 && names.iter().all(|name| name.starts_with("Our team ($")), "{names:?}");
    let left: Vec<_> = page.runs.iter().filter(|run| !run.chosen).collect();
    assert_eq!(left.len(), 1);
    assert!(left[0].why_not.as_ref().is_some_and(|why| why.contains("copy")), "{left:?}");
}

#[test]
fn done_leads_from_the_debrief_of_a_compared_run_back_to_the_comparison_with_the_same_runs() {
    let folder = tempfile::tempdir().unwrap();
    for (team, policy) in [("Cedar", "purist"), ("Birch", "paid"), ("Ash", "quadrant")] {
        played(folder.path(), team, policy, 7);
    }
    let mut game =
        window(Director::new(Arc::new(Text::default()), outside(Some(folder.path().into())), Opening::Title));
    game.press("compare-runs").unwrap();
    let chosen = |game: &mut Headless| {
        let Body::Compare(page) = body(game) else { panic!("the comparison is open") };
        let chosen = page.runs.iter().filter(|run| run.chosen).map(|run| run.team.clone());
        (chosen.collect::<Vec<_>>(), page.part)
    };
    game.press("run-0").unwrap();
    game.press("run-2").unwrap();
    game.press(ComparePart::Cards.key()).unwrap();
    let before = chosen(&mut game);
    game.press("open-2").unwrap();
    game.press("next").unwrap();
    game.press("part-debrief-next").unwrap();
    game.press("done").unwrap();
    assert_eq!(chosen(&mut game), before);
    game.press("back").unwrap();
    assert!(matches!(body(&mut game), Body::Title(_)), "and from there to where it was opened");
}

#[test]
fn what_if_opens_on_the_first_turning_point_with_the_best_alternative_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut game = debrief(played(folder.path(), "Juniper", "accept-all", 7), folder.path());
    game.press("part-debrief-caused").unwrap();
    let (_, first) = first_decision(&mut game);
    game.press("part-debrief-what-if").unwrap();
    let Body::Debrief(_, around, DebriefStep::WhatIf) = body(&mut game) else { panic!("what if is open") };
    let supposed = around.supposed.expect("a decision is chosen");
    assert_eq!(supposed.decision, first);
    assert!(supposed.ways[0].shown, "{:?}", supposed.ways);
    let worth = |shown: &str| {
        let digits: String = shown.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        let size = match shown.chars().last() {
            Some('M') => 1e6,
            Some('k') => 1e3,
            _ => 1.0,
        };
        digits.parse::<f64>().unwrap_or(0.0) * size * if shown.starts_with('−') { -1.0 } else { 1.0 }
    };
    let worths: Vec<f64> = supposed.ways.iter().map(|way| worth(&way.difference)).collect();
    assert!(worths.windows(2).all(|pair| pair[0] >= pair[1]), "{:?}", supposed.ways);
}

#[test]
fn what_takes_a_while_to_compute_is_shown_when_it_arrives() {
    let folder = tempfile::tempdir().unwrap();
    let path = played(folder.path(), "Juniper", "accept-all", 7).path().unwrap().to_path_buf();
    let mut director = Director::new(Arc::new(Text::default()), outside(Some(folder.path().into())), Opening::Title);
    let page = |director: &Director| match director.frame().body {
        Body::Debrief(page, around, _) => (page, around),
        body => panic!("the debrief is open, not {}", body.name()),
    };
    director.act(Act::Lobby(LobbyAct::Continue(path)));
    director.act(Act::Show(ShowAct::Next));
    assert!(page(&director).0.par.line.ends_with('…'), "{}", page(&director).0.par.line);
    director.act(Act::Show(ShowAct::Step(DebriefStep::Caused)));
    assert!(page(&director).0.turning.is_none());
    director.settle();
    assert!(page(&director).0.par.line.contains("Par on this seed is"), "{}", page(&director).0.par.line);
    assert!(page(&director).0.turning.is_some());
    director.act(Act::Show(ShowAct::Step(DebriefStep::WhatIf)));
    let supposed = |director: &Director| page(director).1.supposed.expect("a decision is chosen");
    let (before, ()) = (supposed(&director), director.settle());
    let after = supposed(&director);
    assert_eq!((before.decision, before.title.as_str()), (after.decision, after.title.as_str()));
    assert!(before.ways.is_empty() && before.notes[0].ends_with('…'), "{before:?}");
    assert!(!after.ways.is_empty() && after.compared.is_some(), "{after:?}");
    director.act(Act::Compare(CompareAct::Open(true)));
    let compared = |director: &Director| match director.frame().body {
        Body::Compare(page) => (page.compared.is_some(), page.coming),
        body => panic!("the comparison is open, not {}", body.name()),
    };
    assert_eq!(compared(&director), (false, true));
    director.settle();
    assert_eq!(compared(&director), (true, false));
}

#[test]
fn six_runs_are_compared_and_saved_as_a_page_beside_them() {
    let folder = tempfile::tempdir().unwrap();
    for (team, policy) in [
        ("Ash", "quadrant"),
        ("Birch", "purist"),
        ("Cedar", "paid"),
        ("Elm", "decline-all"),
        ("Fir", "bridge"),
        ("Hazel", "random"),
    ] {
        played(folder.path(), team, policy, 7);
    }
    let mut game = debrief(played(folder.path(), "Juniper", "accept-all", 7), folder.path());
    game.press("compare").unwrap();
    for run in 0..7 {
        let Body::Compare(page) = body(&mut game) else { panic!("the comparison is open") };
        if !page.runs[run].chosen && page.runs[run].why_not.is_none() {
            game.press(&format!("run-{run}")).unwrap();
        }
    }
    for part in ComparePart::ALL {
        game.press(part.key()).unwrap();
        assert_eq!(game.layout_problems(), Vec::<String>::new(), "{part:?}");
    }
    let pages = || {
        let mut pages: Vec<PathBuf> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
            .collect();
        pages.sort();
        pages
    };
    game.press("save-comparison").unwrap();
    game.press("save-comparison").unwrap();
    assert_eq!(pages().len(), 2, "a second page does not take the place of the first one");
    let Body::Compare(page) = body(&mut game) else { panic!("the comparison is open") };
    let (teams, told) = (page.compared.unwrap().teams, page.saved.unwrap().unwrap());
    assert_eq!(teams.len(), 6);
    assert!(pages().iter().any(|page| told.contains(page.to_str().unwrap())), "{told}");
    assert_eq!(game.layout_problems(), Vec::<String>::new());
    let html = std::fs::read_to_string(&pages()[0]).unwrap();
    assert!(teams.iter().all(|team| html.contains(&team.name)));
}

#[test]
fn a_page_that_cannot_be_saved_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let runs = folder.path().join("runs");
    let session = played(&runs, "Juniper", "accept-all", 7);
    let mut game = debrief(session, &runs);
    game.press("compare").unwrap();
    std::fs::remove_dir_all(&runs).unwrap();
    std::fs::write(&runs, "in the way").unwrap();
    game.press("save-comparison").unwrap();
    let Body::Compare(page) = body(&mut game) else { panic!("the comparison is open") };
    let problem = page.saved.unwrap().unwrap_err();
    assert!(problem.contains("cannot be saved") && problem.contains(runs.to_str().unwrap()), "{problem}");
}

#[test]
fn the_shelf_tells_the_best_result_and_the_lesson_of_what_was_played_to_its_end() {
    let folder = tempfile::tempdir().unwrap();
    played(folder.path(), "Juniper", "quadrant-proactive", 7);
    let card = |runs: Option<PathBuf>| {
        let mut director = Director::new(Arc::new(Text::default()), outside(runs), Opening::Title);
        director.act(Act::Lobby(LobbyAct::Go(Lobby::Shelf)));
        assert!(matches!(director.frame().body, Body::Shelf(_)), "it opens before the results are there");
        director.settle();
        let Body::Shelf(cards) = director.frame().body else { panic!("the shelf is open") };
        cards.into_iter().find(|card| card.id == "scale-up").unwrap()
    };
    assert_eq!(card(None).best, None);
    assert_eq!(card(None).lesson, None, "nobody has played it, and it does not say that it may be read before");
    let played = card(Some(folder.path().into()));
    assert!(played.best.as_deref().is_some_and(|best| best.contains("% of par")), "{:?}", played.best);
    assert!(played.lesson.is_some());
}

#[test]
fn a_scenario_that_says_so_shows_its_lesson_from_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let told = include_str!("../scenarios/minimal.ron").replacen(
        "        // hide_lesson: true, ",
        "        hide_lesson: false, ",
        1,
    );
    std::fs::write(folder.path().join("own.ron"), told).unwrap();
    let shelf = Shelf::built_in().with_folder(folder.path());
    let outside = Outside { shelf, ..outside(None) };
    let mut director = Director::new(Arc::new(Text::default()), outside, Opening::Title);
    director.act(Act::Lobby(LobbyAct::Go(Lobby::Shelf)));
    let Body::Shelf(cards) = director.frame().body else { panic!("the shelf is open") };
    let card = cards.into_iter().find(|card| card.id == "minimal").unwrap();
    assert!(card.lesson.is_some(), "{card:?}");
}

#[test]
fn coherence_and_debt_explain_themselves_when_they_first_move_in_whatever_quarter() {
    let folder = tempfile::tempdir().unwrap();
    let scenario = Arc::new(Shelf::built_in().load("scale-up").unwrap());
    let team = Team::named("Juniper", &scenario);
    let mut session = Session::new(scenario, 7, team, Some(folder.path().join("a.run.ron")));
    let policy = policy::by_id("accept-all").unwrap();
    // Up to the review of the third quarter.
    while (session.game().state().quarter.0, session.game().state().phase) != (3, Phase::Review) {
        let step = session.game().steps().into_iter().next().unwrap();
        session.execute(&policy::command(policy, session.game(), &step).unwrap()).unwrap();
    }
    let opening = Opening::Session(Box::new(session));
    let mut director = Director::new(Arc::new(Text::default()), outside(None), opening);
    let mut seen = Vec::new();
    while let Some(note) = director.frame().note {
        seen.push(note.key);
        director.act(Act::Change(Setting::NoteRead(note.key)));
    }
    assert_eq!(seen, ["note-coherence", "note-debt"], "the notes of the first quarter are over");
    director.act(Act::Window(WindowAct::Explain(0, Topic::Term(Term::Coherence))));
    assert!(!director.frame().plates[0].parts.is_empty());
}

#[test]
fn a_turning_point_says_what_another_way_would_have_been_worth() {
    let folder = tempfile::tempdir().unwrap();
    let mut game = debrief(played(folder.path(), "Juniper", "accept-all", 7), folder.path());
    game.press("part-debrief-caused").unwrap();
    let Body::Debrief(page, ..) = body(&mut game) else { panic!("the debrief is open") };
    let turning = page.turning.expect("it was looked for");
    assert!(shown(&mut game, &turning.about) && turning.about.contains("160 futures"), "{}", turning.about);
    assert!(turning.points.iter().any(|point| !point.good), "who takes everything could have done better");
    caused(&mut game);
    for point in &turning.points {
        assert!(!point.ways.is_empty() && shown(&mut game, &point.amount), "{point:?}");
        assert!(point.ways.iter().all(|way| shown(&mut game, &way.told)), "{point:?}");
    }
}

#[test]
fn the_same_team_can_play_the_same_seed_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut game = debrief(played(folder.path(), "Juniper", "accept-all", 7), folder.path());
    game.press("part-debrief-next").unwrap();
    game.press("again").unwrap();
    let Body::Setup(setup) = body(&mut game) else { panic!("the set-up is open") };
    assert_eq!((setup.team.as_str(), setup.seed.as_str()), ("Juniper", "7"));
    game.press("start").unwrap();
    let directing = game.world().resource::<Directing>();
    let session = directing.0.session().expect("a game is open");
    assert_eq!((session.run().seed, session.game().state().quarter.0), (7, 1));
}

#[test]
fn a_skipped_close_stops_where_a_gate_is_told_with_what_it_looked_at() {
    let scenario = Arc::new(Shelf::built_in().load("hungry-series-a").unwrap());
    let gate = scenario.gates[0].clone();
    let mut session = Session::new(scenario.clone(), 7, Team::named("Juniper", &scenario), None);
    let policy = policy::by_id("quadrant").unwrap();
    while (session.game().state().quarter.0, session.game().state().phase) != (gate.after, Phase::Close) {
        let step = session.game().steps().into_iter().next().unwrap();
        session.execute(&policy::command(policy, session.game(), &step).unwrap()).unwrap();
    }
    let opening = Opening::Session(Box::new(session));
    let mut director = Director::new(Arc::new(Text::default()), outside(None), opening);
    for _ in 0..2 {
        director.act(Act::Play(play::Act::Take));
        crate::app::motion::foresee(&mut director);
        director.act(Act::Play(play::Act::Sign));
    }
    director.act(Act::Show(ShowAct::Skip));
    let at = |director: &Director| match director.frame().body {
        Body::Close(told, step) => (told, step),
        other => panic!("{} is open", other.name()),
    };
    let (told, step) = at(&director);
    assert_eq!(told.close.steps[step].kind, StepKind::Gates);
    assert!(!told.close.steps[step].lines[0].amount.is_empty(), "{:?}", told.close.steps[step]);
    director.act(Act::Show(ShowAct::Skip));
    assert_eq!(at(&director).1, told.close.steps.len(), "then to the end");
}

#[test]
fn whoever_goes_on_from_a_page_has_read_its_note() {
    let scenario = Arc::new(Shelf::built_in().load("scale-up").unwrap());
    let session = Session::new(scenario.clone(), 7, Team::named("Juniper", &scenario), None);
    let mut director = Director::new(Arc::new(Text::default()), outside(None), Opening::Session(Box::new(session)));
    director.act(Act::Play(play::Act::Take));
    let note = director.frame().note.expect("the first page has a note").key;
    director.act(Act::Play(play::Act::Read));
    assert_eq!(director.settings().notes_seen, [note]);
}
