//! `off-roadmap play`: starts the game in a window, or in the terminal if there can be none.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::io::{Write, stderr, stdin, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::{Args, ValueEnum};

use super::{done, fail, harmless, language, seed};
use crate::ids::Seat;
use crate::play::HotSeat;
use crate::run::{self, Session, Team, free_path, runs_dir};
use crate::scenario::{POLICIES, Scenario, Shelf, broken_texts};
use crate::sim::Phase;
use crate::terminal::{self, Screen};
use crate::text::letters::{self, LONGEST_NAME};
use crate::text::{self, Text};

/// The scenario to play if none is named.
const FIRST_SCENARIO: &str = "scale-up";
/// The `--partner` value for two people without a computer partner.
const NOBODY: &str = "none";
/// How the program ends if only a window would do and none can be opened; what starts it on Windows by a double click
/// (`packaging/windows/starter.rs`) then opens a console.
const NO_WINDOW: u8 = 3;
/// How a program ends that was interrupted, as shells expect it: 128 and the number of the signal.
const INTERRUPTED: i32 = 130;

/// The accepted values of `--partner`.
fn partners() -> Vec<&'static str> {
    POLICIES.iter().copied().chain([NOBODY]).collect()
}

/// Play a scenario.
#[derive(Args, Clone, Debug, Default)]
pub struct PlayArgs {
    /// Id of a scenario on the shelf, or path of a scenario file.
    pub scenario: Option<String>,
    /// Seed of the random numbers; teams with the same seed get the same customers and dice.
    #[arg(long, value_parser = seed, allow_negative_numbers = true)]
    pub seed: Option<u64>,
    /// Name of the team.
    #[arg(long)]
    pub team: Option<String>,
    /// File to save the run in; if it already holds a run, that run is continued.
    #[arg(long, value_name = "FILE")]
    pub run: Option<PathBuf>,
    /// A policy to play the other seat, which gives a reason for every answer; in a continued run it takes over from
    /// the player who left, and `none` gives the seat back to a person.
    #[arg(long, value_name = "PERSONA", value_parser = partners())]
    pub partner: Option<String>,
    /// The seat that you play if there is a partner; the default is product.
    #[arg(long, value_enum, requires = "partner")]
    pub seat: Option<PersonsChair>,
    /// Language of this game, such as `de`; the default is the language in the settings.
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    pub language: Option<String>,
    /// Play in the terminal, without a window.
    #[arg(long)]
    pub terminal: bool,
    /// Type in what a team decided on paper, box by box of its decision sheet, in the terminal.
    #[arg(long, conflicts_with_all = ["partner", "window"])]
    pub from_paper: bool,
    /// Play in a window only: where none can be opened, end with exit code 3 instead of going on in the terminal.
    #[arg(long, conflicts_with = "terminal")]
    pub window: bool,
}

/// A seat, as it is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum PersonsChair {
    /// The Product Lead.
    #[default]
    Product,
    /// The Sales Lead.
    Sales,
}

impl From<PersonsChair> for Seat {
    fn from(chair: PersonsChair) -> Self {
        match chair {
            PersonsChair::Product => Self::Product,
            PersonsChair::Sales => Self::Sales,
        }
    }
}

impl PlayArgs {
    /// The language to use: the one that was typed, or the one in the settings.
    fn speech(&self) -> String {
        self.language.clone().unwrap_or_else(usual_language)
    }

    /// Whether to open on the title screen, because no option says what to play.
    fn open_ended(&self) -> bool {
        self.scenario.is_none() && self.run.is_none() && self.partner.is_none() && !self.from_paper
    }
}

/// Runs the command.
#[must_use]
pub fn run(args: &PlayArgs) -> ExitCode {
    // Report mistakes on the command line before a window opens.
    if !args.open_ended()
        && let Err(problem) = session(args)
    {
        return fail(&problem);
    }
    if !args.terminal && !args.from_paper {
        match window(args) {
            Ok(()) => return ExitCode::SUCCESS,
            #[cfg(feature = "app")]
            Err(Stopped::Failed(problem)) => return fail(&problem),
            Err(Stopped::NoWindow(problem)) if args.window => {
                let _ = fail(&problem);
                return NO_WINDOW.into();
            }
            Err(Stopped::NoWindow(problem)) => {
                let _ = writeln!(stderr(), "{problem} {}", Text::new(&args.speech()).get("terminal-instead"));
            }
        }
    }
    match session(args) {
        Ok(session) => by_lines(session, &Text::new(&args.speech()), args.from_paper),
        Err(problem) => fail(&problem),
    }
}

/// The language from the settings.
#[cfg(feature = "app")]
pub(super) fn usual_language() -> String {
    crate::app::settings::SettingsFile::of_this_person().now().language.clone()
}

#[cfg(not(feature = "app"))]
pub(super) fn usual_language() -> String {
    text::DEFAULT_LANGUAGE.to_owned()
}

/// Why the game could not be played to its end in a window.
enum Stopped {
    /// No window can be opened here.
    NoWindow(String),
    /// The window opened and failed.
    #[cfg(feature = "app")]
    Failed(String),
}

#[cfg(feature = "app")]
fn window(args: &PlayArgs) -> Result<(), Stopped> {
    use crate::app::StartError;
    use crate::app::clock::today;
    use crate::app::director::{Director, Opening, Outside};
    use crate::app::settings::SettingsFile;

    let text = Arc::new(Text::new(&args.speech()));
    let opening = if args.open_ended() {
        Opening::Title
    } else {
        let session = session(args).map_err(Stopped::Failed)?;
        tell_of_texts(&session, &text);
        Opening::Session(Box::new(session))
    };
    let settings = SettingsFile::of_this_person();
    let outside = Outside {
        shelf: Shelf::default(),
        runs: runs_dir(),
        #[cfg(feature = "room")]
        rooms: crate::journal::rooms_dir(),
        #[cfg(not(feature = "room"))]
        rooms: None,
        settings,
        free_seed,
        today,
        browse: |link| open::that_detached(link),
    };
    let director = Director::new(text, outside, opening);
    crate::app::open(director).map_err(|error| match error {
        StartError::NoDisplay(_) | StartError::NoAdapter(_) | StartError::Unpresentable => {
            Stopped::NoWindow(error.to_string())
        }
        other => Stopped::Failed(other.to_string()),
    })
}

#[cfg(not(feature = "app"))]
fn window(_: &PlayArgs) -> Result<(), Stopped> {
    Err(Stopped::NoWindow(Text::default().get("no-window-built")))
}

/// Says on standard error if the scenario has a translation that cannot be used.
fn tell_of_texts(session: &Session, text: &Text) {
    if let Some(path) = broken_texts(session.game().scenario(), text.language()) {
        let words = text.with("texts-broken", &[("path", &path.display().to_string())]);
        let _ = writeln!(stderr(), "{}", harmless(&words));
    }
}

fn by_lines(session: Session, text: &Text, from_paper: bool) -> ExitCode {
    tell_of_texts(&session, text);
    tell_when_interrupted(session.path().map(Path::to_path_buf), text.clone());
    let mut game = HotSeat::new(session);
    let screen = Screen::of_this_process();
    let (mut input, mut output) = (stdin().lock(), stdout().lock());
    let played = match from_paper {
        // Who types from a sheet is faster than who reads prompts.
        true => {
            let screen = Screen { moment: Duration::ZERO, ..screen };
            terminal::type_in(&mut game, text, &mut input, &mut output, screen)
        }
        false => terminal::play(&mut game, text, &mut input, &mut output, screen),
    };
    let code = done(played.and_then(|()| output.flush()), "the terminal game stopped");
    // Whatever ended the game, report it if the run could not be saved.
    match game.session_mut().save_again() {
        Ok(()) => code,
        Err(problem) => fail(&problem),
    }
}

/// Says at Ctrl+C where the game goes on. Everything that was signed is on disk already.
fn tell_when_interrupted(path: Option<PathBuf>, text: Text) {
    let told = move || {
        let words = match path.as_ref().filter(|path| path.exists()) {
            Some(path) => text.with("terminal-left-saved", &[("path", &path.display().to_string())]),
            None => text.get("terminal-left-game"),
        };
        let _ = writeln!(stderr(), "\n{}", harmless(&words));
        std::process::exit(INTERRUPTED);
    };
    // Without it Ctrl+C ends the game all the same, only without a word.
    let _ = ctrlc::set_handler(told);
}

/// The run to continue, or a new one.
fn session(args: &PlayArgs) -> Result<Session, String> {
    let text = Text::new(&args.speech());
    let mut shelf = Shelf::default();
    shelf.speak(text.language());
    let find = |id: &str| shelf.load(id).map(Arc::new).map_err(|error| text::message(&text, &error.message()));
    if let Some(path) = args.run.as_deref().filter(|path| path.exists()) {
        let session = match args.scenario.as_deref() {
            // Use the scenario named on the command line: the run alone may not lead to its file.
            Some(named) => find(named).map(|named| Session::open(path, |_| Ok(named.clone())))?,
            None => Session::open(path, find),
        };
        let mut session = session.map_err(|error| error.told(&text))?;
        if let Some(problem) = contradiction(args, &session) {
            return Err(problem);
        }
        take_chairs(args, &mut session);
        if args.from_paper && session.team().partner.is_some() {
            return Err(text.with("paper-partner", &[("path", &path.display().to_string())]));
        }
        return Ok(session);
    }
    let scenario = find(args.scenario.as_deref().unwrap_or(FIRST_SCENARIO))?;
    let team = team(args, &scenario, &text)?;
    let path = args.run.clone().or_else(|| free(&scenario, &team));
    Ok(Session::new(scenario, args.seed.unwrap_or_else(free_seed), team, path))
}

/// What on the command line contradicts the run that is to be continued, as a sentence.
fn contradiction(args: &PlayArgs, session: &Session) -> Option<String> {
    let seed = session.run().seed;
    let team = &session.team().name;
    let path = args.run.as_deref().unwrap_or(Path::new("")).display();
    if let Some(wanted) = args.seed.filter(|&wanted| wanted != seed) {
        return Some(format!(
            "{path} is a run with seed {seed}, not {wanted}; choose another file, or leave out --seed"
        ));
    }
    let partner = session.team().partner.as_ref().map(|chair| chair.persona.as_str());
    if let (Some(wanted), Some(partner)) = (args.partner.as_deref().filter(|&wanted| wanted != NOBODY), partner)
        && wanted != partner
    {
        return Some(format!(
            "{path} is a run with the partner {partner}, not {wanted}; choose another file, or leave out --partner"
        ));
    }
    if args.partner.is_some() && session.game().state().phase == Phase::Ended {
        return Some(format!("{path} is a finished run, so nobody can take over a role in it; leave out --partner"));
    }
    let wanted = args.team.as_deref().filter(|wanted| wanted.trim() != team)?;
    Some(format!("{path} is a run of \"{team}\", not of \"{wanted}\"; choose another file, or leave out --team"))
}

/// The partner that was asked for, in the seat that the person did not take.
fn partner(args: &PlayArgs, seat: PersonsChair) -> Option<run::Chair> {
    let persona = args.partner.clone().filter(|persona| persona != NOBODY)?;
    Some(run::Chair { seat: Seat::from(seat).other(), persona })
}

/// Gives a seat of a continued run to a computer partner, or back to a person, if the command line says so.
fn take_chairs(args: &PlayArgs, session: &mut Session) {
    let goes_on = args.seat.is_none() && session.team().partner.is_some();
    if args.partner.as_deref().is_some_and(|wanted| wanted == NOBODY || !goes_on) {
        session.take_chairs(partner(args, args.seat.unwrap_or_default()));
    }
}

/// The team with the name that was typed; the same length limit as in the window.
fn team(args: &PlayArgs, scenario: &Scenario, text: &Text) -> Result<Team, String> {
    let named = letters::name(args.team.as_deref().unwrap_or_default());
    let count = letters::count(&named);
    if count > LONGEST_NAME {
        return Err(text.with("team-too-long", &[("most", &LONGEST_NAME), ("count", &count)]));
    }
    let named = if named.is_empty() { text.get("team-default") } else { named };
    let partner = partner(args, args.seat.unwrap_or_default());
    Ok(Team { partner, ..Team::named(&named, scenario) })
}

fn free(scenario: &Scenario, team: &Team) -> Option<PathBuf> {
    Some(free_path(&runs_dir()?, &scenario.id, &team.name, free_seed()))
}

/// A random seed, short enough to be read out loud.
fn free_seed() -> u64 {
    // A new hasher is seeded with random keys from the system.
    RandomState::new().build_hasher().finish() % 1_000_000
}
