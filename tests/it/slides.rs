//! Slides for a debrief: their order and content, that everything fits on them, and that the PowerPoint file is whole.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::sync::{Arc, LazyLock};

use off_roadmap::lab::{Argument, Finished, Spread};
use off_roadmap::page::slides_page;
use off_roadmap::policy;
use off_roadmap::run::{Session, Team};
use off_roadmap::scenario::Shelf;
use off_roadmap::slide::{
    Block, Deck, Figure, Item, LEAST, Para, Place, Played, Role, Room, SLIDE, SlidePart, layout, lines_of, pptx,
    room_deck, team_deck,
};
use off_roadmap::text::{Teller, Text, languages};
use off_roadmap::view::{self, Entrant, Moment};
use resvg::usvg::roxmltree::Document;
use zip::ZipArchive;

/// Names that are hard to place: sixty letters, right to left, and signs of a page. The others are plain.
fn name(team: usize) -> String {
    match team {
        2 => "The sixty letters of a team that could not agree on less, ok".to_owned(),
        3 => "צוות אלון".to_owned(),
        4 => "<b>A & B</b>".to_owned(),
        team => format!("Team {}", team + 1),
    }
}

/// Runs of different policies with the same cards.
fn runs(count: usize) -> Vec<Session> {
    let scenario = Arc::new(Shelf::built_in().load("scale-up").expect("it is built in"));
    let play = |team: usize| {
        let mut session = Session::new(scenario.clone(), 4, Team::named(&name(team), &scenario), None);
        session.play_by(policy::ALL[team % policy::ALL.len()]);
        session
    };
    (0..count).map(play).collect()
}

static RUNS: LazyLock<Vec<Session>> = LazyLock::new(|| runs(60));
/// What can be said of the first two runs, whose contrasts all decks share, because finding them takes long.
static PAIR: LazyLock<Argument> = LazyLock::new(|| Argument::of(&finished(&RUNS[..2])));

fn finished(sessions: &[Session]) -> Vec<Finished<'_>> {
    sessions.iter().map(|session| Finished { run: session.run(), game: session.game() }).collect()
}

/// The slides about the first runs; of one, about that team.
fn deck(teams: usize, language: &str, marked: Option<usize>) -> Deck {
    let text = Arc::new(Text::new(language));
    if teams == 1 {
        return alone(&text);
    }
    let sessions = &RUNS[..teams];
    let spreads = sessions.iter().map(|session| Spread::of(session.run(), session.game(), 4)).collect();
    let argument = Argument { same_deck: (0..teams).collect(), spreads, contrasts: PAIR.contrasts.clone() };
    let tellers: Vec<Teller> =
        sessions.iter().map(|it| Teller::new(text.clone(), it.game().scenario().clone())).collect();
    let entrant = |(session, teller): (&'static Session, _)| Entrant {
        team: &session.team().name,
        again_from: None,
        leads: ["", ""],
        game: session.game(),
        teller,
        par: None,
    };
    let entrants: Vec<Entrant> = sessions.iter().zip(&tellers).map(entrant).collect();
    let mut compared = view::compare(&entrants, Some(&argument), &text);
    compared.marked = marked;
    room_deck(&text, Room { compared: &compared, debrief: &view::room_debrief(&entrants, &argument, &text) })
}

fn alone(text: &Arc<Text>) -> Deck {
    static VERDICTS: LazyLock<off_roadmap::lab::Verdicts> =
        LazyLock::new(|| off_roadmap::lab::verdicts(RUNS[0].run(), RUNS[0].game()));
    let game = RUNS[0].game();
    let teller = Teller::new(text.clone(), game.scenario().clone());
    let reached = [("accept-all", 9e6), ("purist", 4e7)];
    let debrief = view::debrief(game, &teller, &reached, Some(&VERDICTS));
    let maps = [Moment::Start, Moment::Now].map(|moment| view::product_map(game, &teller, moment));
    let from = Played {
        team: "Team 1",
        scenario: &teller.scenario().meta.title,
        debrief: &debrief,
        envelope: &[],
        reached: &[9e6, 4e7],
        maps: &maps,
    };
    team_deck(text, from)
}

fn titles(deck: &Deck) -> Vec<&str> {
    deck.slides.iter().map(|slide| slide.title.as_str()).collect()
}

#[test]
fn slides_keep_the_sequence_of_a_debrief_and_each_asks_something() {
    for teams in [1, 2, 9, 60] {
        let deck = deck(teams, "en", None);
        let parts: Vec<SlidePart> = deck.slides.iter().map(|slide| slide.part).collect();
        assert!(parts.is_sorted(), "{teams}: {parts:?}");
        let all: BTreeSet<SlidePart> = parts.iter().copied().collect();
        assert_eq!(all.len(), 8, "{teams}: every step has a slide: {all:?}");
        for slide in &deck.slides[1..] {
            assert!(!slide.question.is_empty() && slide.minutes > 0 && !slide.notes.is_empty(), "{slide:?}");
        }
        assert!((20..=40).contains(&deck.minutes()), "{teams}: {} minutes", deck.minutes());
    }
}

#[test]
fn a_contrast_is_asked_before_it_is_told_and_the_ranking_comes_after_the_first() {
    for teams in [2, 9, 60] {
        let deck = deck(teams, "en", None);
        let titles = titles(&deck);
        let ranking =
            titles.iter().position(|it| it.starts_with("Who is ahead") || it.starts_with("What the companies"));
        let told: Vec<usize> = (0..titles.len()).filter(|&at| titles[at].starts_with("What came of it")).collect();
        assert!(!told.is_empty(), "the two policies differ where it matters: {titles:?}");
        assert!(ranking.is_some_and(|ranking| told[0] < ranking), "{titles:?}");
        for &at in &told {
            let asked = &deck.slides[at - 1];
            assert_eq!(asked.question, "What differs, and what do you expect came of it?");
            let said = format!("{:?}", asked.blocks);
            assert!(said.contains("Believed: ") && !said.contains("on average"), "it gives nothing away: {said}");
        }
    }
}

#[test]
fn few_teams_are_named_and_many_are_dots() {
    let ranges = |deck: &Deck| figures(deck).filter(|it| matches!(it, Figure::Ranges(_))).count();
    assert_eq!((ranges(&deck(2, "en", None)), ranges(&deck(60, "en", None))), (1, 0));
    for (teams, maps) in [(2, 2), (9, 3), (60, 3)] {
        let deck = deck(teams, "en", None);
        assert_eq!(figures(&deck).filter(|it| matches!(it, Figure::Map(..))).count(), maps);
    }
}

fn figures(deck: &Deck) -> impl Iterator<Item = &Figure> {
    deck.slides.iter().flat_map(|slide| &slide.blocks).flat_map(|block| match block {
        Block::Figures(figures) => figures.iter().map(|it| &it.figure).collect(),
        Block::Row(figure, _) => vec![figure.as_ref()],
        Block::Words(_) | Block::Columns(_) => Vec::new(),
    })
}

/// How high words are: lines × size.
fn high(paras: &[Para], size: f64, place: &Place, role: Role) -> f64 {
    let width = place.size.width - 2.0 * role.padding().0;
    let lines: usize = paras.iter().map(|para| lines_of(&para.text, size, para.bold, width)).sum();
    lines as f64 * size * 1.2 + 2.0 * role.padding().1
}

#[test]
fn everything_fits_on_its_slide_in_every_language_and_nothing_is_cut() {
    for language in languages() {
        let text = Text::new(&language);
        for teams in [1, 2, 6, 9, 20, 60] {
            for slide in &deck(teams, &language, None).slides {
                let laid = layout(slide, &text);
                assert!(!laid.cut, "{language} {teams}: {slide:#?}");
                for place in &laid.places {
                    let (right, bottom) = (place.x + place.size.width, place.y + place.size.height);
                    assert!(place.x >= 0.0 && place.y >= 0.0 && right <= SLIDE.width && bottom <= SLIDE.height);
                    match &place.item {
                        Item::Words(role, size, paras) => {
                            assert!(*size >= LEAST, "{size}");
                            let high = high(paras, *size, place, *role);
                            assert!(high <= place.size.height + 1.0, "{language} {teams}: {high} {place:?}");
                            let said = format!("{paras:?}");
                            assert!(!said.contains('⟨') && !said.contains("NaN"), "{said}");
                        }
                        Item::Picture(Figure::Dots(..)) => {}
                        Item::Picture(_) => assert!(place.size.height >= 150.0, "{language} {teams}: {place:?}"),
                    }
                }
                assert!(!overlap(&laid.places), "{language} {teams}: {slide:#?}");
            }
        }
    }
}

/// Whether two things lie over one another.
fn overlap(places: &[Place]) -> bool {
    let meet = |a: &Place, b: &Place| {
        a.x < b.x + b.size.width - 1.0
            && b.x < a.x + a.size.width - 1.0
            && a.y < b.y + b.size.height - 1.0
            && b.y < a.y + a.size.height - 1.0
    };
    (0..places.len()).any(|i| (0..i).any(|j| meet(&places[i], &places[j])))
}

#[test]
fn words_that_are_too_long_are_cut_to_their_box() {
    let text = Text::default();
    let mut slide = deck(2, "en", None).slides.remove(1);
    slide.title = "A title that goes on and on ".repeat(20);
    slide.blocks = vec![Block::Words(vec![Para::new("Words and more words ".repeat(60)), Para::new("and the end")])];
    let laid = layout(&slide, &text);
    assert!(laid.cut && !overlap(&laid.places));
    for place in &laid.places {
        let Item::Words(role, size, paras) = &place.item else { continue };
        assert!(high(paras, *size, place, *role) <= place.size.height + 1.0, "{place:?}");
    }
}

#[test]
fn a_highlighted_team_is_marked_and_every_other_one_is_grey() {
    let text = Text::default();
    let marked = deck(9, "en", Some(3));
    let maps = figures(&marked).filter_map(|it| if let Figure::Map(_, quiet) = it { Some(*quiet) } else { None });
    assert_eq!(maps.filter(|quiet| !quiet).count(), 1, "its product is among the three, and the only one in colour");
    for figure in figures(&marked) {
        if let Figure::Strips(strips) = figure {
            assert_eq!(strips.marked, Some(3));
            assert!(figure.told(&text).contains("צוות אלון"));
        }
    }
}

#[test]
fn the_page_needs_nothing_else_and_shows_names_as_they_are() {
    let page = slides_page(&deck(9, "en", None), &Text::default());
    for needs in ["<link", "<img", "src=", "@import", "url(", "⟨", "NaN", "<b>A"] {
        assert!(!page.contains(needs), "{needs}");
    }
    assert_eq!(page.matches("http").count(), page.matches("http://www.w3.org/2000/svg").count());
    assert_eq!(page.matches("<script").count(), 1);
    assert!(page.contains("&lt;b&gt;A &amp; B&lt;/b&gt;"));
    assert_eq!(page.matches("<section").count(), page.matches("<details class=\"notes\"").count());
    assert_eq!(page.matches("<h1").count(), 1);
}

/// The parts of a file, by their paths.
fn parts(file: Vec<u8>) -> BTreeMap<String, Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(file)).expect("it is a package");
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).expect("it is there");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("it can be read");
        parts.insert(part.name().expect("it is text").into_owned(), bytes);
    }
    parts
}

/// The text of an XML part.
fn xml(parts: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(parts[path].clone()).expect("it is text")
}

/// What is written on a part.
fn written(xml: &str) -> String {
    let document = Document::parse(xml).expect("it is well-formed");
    let texts = document.descendants().filter(|node| node.tag_name().name() == "t").filter_map(|node| node.text());
    texts.collect::<Vec<_>>().join("\n")
}

/// The relations of a part: id and path.
fn relations(parts: &BTreeMap<String, Vec<u8>>, part: &str) -> Vec<(String, String)> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let path = if folder.is_empty() { format!("_rels/{name}.rels") } else { format!("{folder}/_rels/{name}.rels") };
    let Some(bytes) = parts.get(&path) else { return Vec::new() };
    let text = String::from_utf8(bytes.clone()).expect("it is text");
    let document = Document::parse(&text).expect("it is well-formed");
    let all = document.root_element().children().filter(|node| node.is_element());
    let get = |node: &resvg::usvg::roxmltree::Node, name: &str| node.attribute(name).unwrap_or_default().to_owned();
    all.map(|node| (get(&node, "Id"), get(&node, "Target").trim_start_matches('/').to_owned())).collect()
}

#[test]
fn a_powerpoint_file_has_every_part_that_it_names_and_says_what_each_is() {
    for teams in [1, 9] {
        let parts = parts(pptx(&deck(teams, "en", None), &Text::default()).expect("it can be written"));
        let types = xml(&parts, "[Content_Types].xml");
        let types = Document::parse(&types).expect("it is well-formed");
        let all = || types.root_element().children().filter(|node| node.is_element());
        let covered = |path: &str| {
            all().any(|node| node.attribute("PartName") == Some(&format!("/{path}")))
                || all().any(|node| node.attribute("Extension").is_some_and(|it| path.ends_with(&format!(".{it}"))))
        };
        for path in parts.keys().filter(|path| *path != "[Content_Types].xml") {
            assert!(covered(path), "{path}");
            if !path.ends_with(".png") {
                Document::parse(&xml(&parts, path)).unwrap_or_else(|error| panic!("{path}: {error}"));
            }
        }
        let overrides = all().filter_map(|node| node.attribute("PartName")).map(|it| it.trim_start_matches('/'));
        overrides.for_each(|path| assert!(parts.contains_key(path), "{path}"));
        let mut named: BTreeSet<String> = BTreeSet::new();
        let from = [""].into_iter().chain(parts.keys().map(String::as_str));
        for part in from {
            let all = relations(&parts, part);
            let ids: BTreeSet<&String> = all.iter().map(|(id, _)| id).collect();
            assert_eq!(ids.len(), all.len(), "{part}: every relation has an id of its own");
            for (_, target) in &all {
                assert!(parts.contains_key(target), "{part} names {target}");
                named.insert(target.clone());
            }
            if part.ends_with(".xml") && part != "[Content_Types].xml" {
                let text = xml(&parts, part);
                let used = text.match_indices("\"rId").map(|(at, _)| text[at + 1..].split('"').next().unwrap_or(""));
                used.for_each(|id| assert!(ids.contains(&id.to_owned()), "{part} uses {id}"));
            }
        }
        let lost = parts.keys().filter(|path| !path.ends_with(".rels") && *path != "[Content_Types].xml");
        let lost: Vec<_> = lost.filter(|path| !named.contains(*path)).collect();
        assert_eq!(lost, Vec::<&String>::new(), "no part is there for nothing");
    }
}

#[test]
fn a_powerpoint_file_has_titles_questions_and_notes_as_text_and_words_for_every_picture() {
    let deck = deck(9, "de", None);
    let file = pptx(&deck, &Text::new("de")).expect("it can be written");
    let parts = parts(file.clone());
    let mut all = String::new();
    for (at, slide) in deck.slides.iter().enumerate() {
        let path = format!("ppt/slides/slide{}.xml", at + 1);
        let said = written(&xml(&parts, &path));
        assert!(said.contains(&slide.title) && said.contains(&slide.question), "{said}");
        let notes = written(&xml(&parts, &format!("ppt/notesSlides/notesSlide{}.xml", at + 1)));
        slide.notes.iter().for_each(|note| assert!(notes.contains(note), "{notes}"));
        let text = xml(&parts, &path);
        let document = Document::parse(&text).expect("it is well-formed");
        let pictures = document.descendants().filter(|node| node.tag_name().name() == "pic");
        for picture in pictures {
            let told = picture.descendants().find_map(|node| node.attribute("descr"));
            assert!(told.is_some_and(|told| !told.is_empty()), "{path}");
        }
        assert!(text.contains("type=\"title\"") && text.contains("lang=\"de\""), "{path}");
        all += &(said + &notes);
    }
    assert!(all.contains("<b>A & B</b>"), "a name is shown as it is");
    assert!(!all.contains("The sixty letters of a team that could not agree on less"), "a long name is cut");
    assert_eq!(file, pptx(&deck, &Text::new("de")).expect("it can be written"), "the same slides, the same file");
}

#[test]
fn what_xml_does_not_allow_is_left_out_of_a_powerpoint_file() {
    let mut deck = deck(2, "en", None);
    deck.title = "a\u{0}b\u{b}\u{ffff}c ]]> &amp; \"d\"".to_owned();
    deck.slides.truncate(1);
    deck.slides[0].title.clone_from(&deck.title);
    deck.slides[0].notes = vec![deck.title.clone()];
    let parts = parts(pptx(&deck, &Text::default()).expect("it can be written"));
    for path in ["ppt/slides/slide1.xml", "ppt/notesSlides/notesSlide1.xml"] {
        assert!(written(&xml(&parts, path)).contains("abc ]]> &amp; \"d\""), "{path}");
    }
}
