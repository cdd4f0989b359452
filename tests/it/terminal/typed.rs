//! The game in the terminal as people type and read it: numbers, prompts, narrow windows, terminals
//! that cannot be cleared.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::cell::RefCell;
use std::io::{self, BufRead, Read, Write};
use std::rc::Rc;
use std::sync::Arc;

use off_roadmap::ids::Seat;
use off_roadmap::play::HotSeat;
use off_roadmap::run::{Session, Team};
use off_roadmap::scenario::Shelf;
use off_roadmap::sim::{Command, Range};
use off_roadmap::terminal::{Screen, play};
use off_roadmap::text::Text;
use unicode_width::UnicodeWidthStr;

/// The output so far.
#[derive(Clone, Default)]
struct Page(Rc<RefCell<Vec<u8>>>);

impl Page {
    fn text(&self) -> String {
        String::from_utf8(self.0.borrow().clone()).unwrap()
    }
}

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// An input that answers each prompt after reading it.
struct Typist<'a> {
    page: Page,
    answer: Box<dyn FnMut(&str) -> String + 'a>,
    typed: Vec<u8>,
}

impl Read for Typist<'_> {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

impl BufRead for Typist<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.typed.is_empty() {
            let text = self.page.text();
            // A prompt may take several lines.
            let prompt: Vec<&str> = text.lines().rev().take(3).collect();
            self.typed = ((self.answer)(&prompt.into_iter().rev().collect::<Vec<_>>().join(" ")) + "\n").into_bytes();
        }
        Ok(&self.typed)
    }

    fn consume(&mut self, count: usize) {
        self.typed.drain(..count);
    }
}

/// Plays a game in a language; `answer` answers every prompt.
fn typed<'a>(
    scenario: &str,
    language: &str,
    screen: Screen,
    answer: impl FnMut(&str) -> String + 'a,
) -> (HotSeat, String) {
    let mut shelf = Shelf::built_in();
    shelf.speak(language);
    let scenario = Arc::new(shelf.load(scenario).unwrap());
    let mut game = HotSeat::new(Session::new(scenario.clone(), 7, Team::named("Juniper", &scenario), None));
    let page = Page::default();
    let mut typist = Typist { page: page.clone(), answer: Box::new(answer), typed: Vec::new() };
    play(&mut game, &Text::new(language), &mut typist, &mut page.clone(), screen).unwrap();
    (game, page.text())
}

/// Whether a prompt asks for a prediction.
fn predicts(prompt: &str) -> bool {
    prompt.contains("from and to [") || prompt.contains("von und bis [")
}

/// The predictions of the first quarter.
fn predictions(game: &HotSeat) -> Vec<(Seat, Range)> {
    let commands = game.session().run().quarters[0].commands.iter();
    commands
        .filter_map(|command| match command {
            Command::Predict { seat, range } => Some((*seat, *range)),
            _ => None,
        })
        .collect()
}

#[test]
fn a_range_means_the_same_in_both_languages_and_is_said_back() {
    for (language, said) in [("en", "Understood: $900k–$1.20M."), ("de", "Verstanden: 900 Tsd. $–1,20 Mio. $.")] {
        for range in [
            "900 to 1.2M",
            "900-1,2 Mio",
            "0.9M 1.2M",
            "0,9M 1,2M",
            "900k-1.2M",
            "900-1200k",
            "$900k–$1.20M",
            "900 Tsd. $–1,2 Mio. $",
        ] {
            let mut signed = false;
            let (session, output) =
                typed("scale-up", language, Screen::script(), |prompt| match (predicts(prompt), signed) {
                    (true, false) => {
                        signed = true;
                        range.to_owned()
                    }
                    (_, true) => "quit".to_owned(),
                    _ => String::new(),
                });
            let (_, signed) = predictions(&session)[0];
            assert_eq!(signed, Range { low: 900_000.0, high: 1_200_000.0 }, "{language}: {range}");
            assert!(output.replace('\u{a0}', " ").contains(said), "{language}: {range}");
        }
    }
}

#[test]
fn a_person_can_correct_a_range_before_it_is_signed() {
    let mut answers = ["900 apples", "900-1200", "900-1200k", "", "quit"].into_iter();
    let (session, output) = typed("scale-up", "en", Screen::person(), |prompt| {
        if predicts(prompt) { answers.next().unwrap().to_owned() } else { String::new() }
    });
    assert_eq!(predictions(&session), [(Seat::Product, Range { low: 900_000.0, high: 1_200_000.0 })]);
    assert!(output.contains("Understood: $900–$1k."), "{output}");
    assert!(output.contains("Type two numbers, the lower one first, such as `$"), "{output}");
    assert!(output.contains("from and to [$900k–$1.20M]"), "{output}");
}

#[test]
fn a_range_that_is_impossible_or_far_from_what_was_is_questioned_before_it_is_signed() {
    let mut answers = ["-3M -2M", "90M 120M", "900k 1.2M", "", "quit"].into_iter();
    let (session, output) = typed("scale-up", "en", Screen::person(), |prompt| {
        if predicts(prompt) { answers.next().unwrap().to_owned() } else { String::new() }
    });
    assert_eq!(predictions(&session), [(Seat::Product, Range { low: 900_000.0, high: 1_200_000.0 })]);
    let output = output.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(output.contains("cannot be −$3.00M–−$2.00M."), "{output}");
    assert_eq!(output.matches("That is far from what it was so far").count(), 1, "{output}");
}

#[test]
fn a_range_that_could_hardly_miss_is_not_told_as_missed() {
    let mut ranges = 0;
    let (_, output) = typed("scale-up", "en", Screen::script(), |prompt| {
        ranges += usize::from(predicts(prompt));
        if predicts(prompt) && ranges <= 2 { "0 90M".to_owned() } else { String::new() }
    });
    let words = output.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("inside, but so wide that it is worth nothing"), "{output}");
}

#[test]
fn only_enter_leads_past_a_hand_over() {
    let mut asked = 0;
    let (_, output) = typed("scale-up", "en", Screen::person(), |_| {
        asked += 1;
        ["undo", "?", "", "quit"].get(asked - 1).copied().unwrap_or("quit").to_owned()
    });
    assert_eq!(output.matches("does nothing here: press Enter").count(), 1, "{output}");
    assert_eq!(output.matches("There is nothing to take back.").count(), 1, "{output}");
}

#[test]
fn a_command_with_something_behind_it_is_not_the_command() {
    let mut lines = ["done 5", "undo 2", "fertig"].into_iter();
    let (_, output) = typed("scale-up", "en", Screen::script(), |prompt| match prompt {
        prompt if prompt.contains("Product Lead [done]") => lines.next().unwrap_or("done").to_owned(),
        _ => String::new(),
    });
    for line in ["done 5", "undo 2"] {
        assert!(output.contains(&format!("! “{line}”")), "{line}: {output}");
    }
    assert!(!output.contains("“fertig”"), "the German word signs: {output}");
}

#[test]
fn a_share_may_be_typed_with_a_colon_or_an_equals_sign() {
    let mut lines = ["Roadmap: 40", "specials=30", "repair: 20", "discovery=10"].into_iter();
    let (_, output) = typed("scale-up", "en", Screen::script(), |prompt| match prompt {
        prompt if prompt.contains("Product Lead [done]") => lines.next().unwrap_or("done").to_owned(),
        _ => String::new(),
    });
    assert!(output.contains("roadmap 40 %, specials 30 %, repair 20 %, discovery 10 %"), "{output}");
}

#[test]
fn a_person_who_leaves_with_an_unsigned_plan_is_told_that_it_is_not_saved() {
    let mut lines = ["roadmap 20", "quit", "roadmap 25", "quit", "quit"].into_iter();
    let (session, output) = typed("scale-up", "en", Screen::person(), |prompt| match prompt {
        prompt if prompt.contains("Product Lead [done]") => lines.next().unwrap_or("done").to_owned(),
        _ => String::new(),
    });
    assert_eq!(output.matches("What you changed here is not signed").count(), 2, "{output}");
    assert!(!session.session().run().to_text().contains("PlanProduct"), "{output}");
}

#[test]
fn whatever_a_prompt_shows_as_a_range_can_be_typed() {
    for language in ["en", "de"] {
        let (session, output) = typed("scale-up", language, Screen::script(), |prompt| {
            let shown = prompt.rsplit_once('[').and_then(|(_, rest)| rest.split_once(']'));
            shown.filter(|_| predicts(prompt)).map(|(range, _)| range.to_owned()).unwrap_or_default()
        });
        assert!(session.session().run().ended);
        let refused = output.lines().find(|line| line.starts_with("! "));
        assert_eq!(refused, None, "{language}");
    }
}

#[test]
fn shares_and_answers_are_typed_as_they_are_shown() {
    let lines = |prompt: &str, once: &mut Vec<&'static str>| -> String {
        let wanted = match prompt {
            prompt if prompt.contains("Product Lead [done]") => "p",
            prompt if prompt.contains("what would you do?") => "s",
            _ => return String::new(),
        };
        let at = once.iter().position(|line| line.starts_with(wanted));
        at.map(|at| once.remove(at)[1..].to_owned()).unwrap_or_default()
    };
    let mut once = vec!["proadmap 45 %, specials 25 %, repair 20 %, discovery 10 %.", "sDECLINE"];
    let (session, output) = typed("scale-up", "en", Screen::script(), |prompt| lines(prompt, &mut once));
    assert!(output.contains("Plan: roadmap 45 %, specials 25 %, repair 20 %, discovery 10 %."), "{output}");
    assert!(session.session().run().to_text().contains("stance: Decline"), "{output}");
}

#[test]
fn no_line_is_wider_than_the_window_and_no_amount_is_broken() {
    const UNITS: [&str; 7] = ["%", "$", "Tsd.", "Mio.", "Wo.", "wk", "pt"];
    let at = |language: &str, screen: Screen| {
        let columns = (screen.columns)();
        let (_, output) = typed("scale-up", language, screen, |_| String::new());
        for line in output.lines() {
            assert!(line.width() <= columns, "{columns} in {language}: {line}");
        }
        let lines: Vec<&str> = output.lines().map(str::trim).collect();
        for pair in lines.windows(2) {
            let number = pair[0].ends_with(|c: char| c.is_ascii_digit() || "−+±×".contains(c));
            let money = ["Tsd", "Tsd.", "Mio", "Mio."].iter().any(|end| pair[0].ends_with(end));
            let unit = UNITS.iter().any(|unit| pair[1].split([' ', '\u{a0}']).next() == Some(unit));
            let broken = number && unit || money && pair[1].starts_with(['$', '.']);
            assert!(!broken, "{columns} in {language}: {pair:?}");
        }
        output
    };
    let english = at("en", Screen { columns: || 40, ..Screen::script() });
    let german = at("de", Screen { columns: || 40, ..Screen::script() });
    at("de", Screen { columns: || 57, ..Screen::script() });
    // Each language has its own quotation marks.
    assert!(english.contains('“') && !english.contains('„'));
    assert!(german.contains('„') && german.contains('“') && !german.contains('”'));
}

#[test]
fn a_terminal_that_cannot_be_cleared_scrolls_a_private_page_away() {
    let screen = Screen { clears: false, lines: || 30, ..Screen::person() };
    let mut left = 6;
    let (_, output) = typed("scale-up", "en", screen, |_| {
        left -= 1;
        if left == 0 { "quit".to_owned() } else { String::new() }
    });
    assert!(!output.contains('\x1b'), "{output}");
    assert!(output.contains("cannot be cleared"), "{output}");
    let private = output.find("For Mara").or_else(|| output.find(" only\n")).expect("a private page");
    let other = output[private..].find("Next: ").expect("the other lead is asked for");
    assert!(output[private..private + other].contains(&"\n".repeat(30)), "{output}");
}

#[test]
fn what_is_typed_cannot_command_turn_or_flood_the_page() {
    let long = "\u{202e}<b>שלום</b> \u{1b}[31m".to_owned() + &"x".repeat(4000);
    let mut once = Some(long);
    let (_, output) = typed("scale-up", "en", Screen::script(), |prompt| match prompt.contains("Enter to continue") {
        true => once.take().unwrap_or_default(),
        false => String::new(),
    });
    assert!(!output.contains('\u{202e}') && !output.contains('\x1b'));
    let said = output.lines().find(|line| line.starts_with("! “<b>שלום</b>")).expect("it is said back");
    assert!(said.width() <= 78, "{said}");
}
