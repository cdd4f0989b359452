//! The run file: everything that was played, quarter by quarter, as readable RON. Converts from and to text; no file
//! access.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::chair::{Chair, TakenOver};
use super::rename::Names;
use super::signer::Signer;
use crate::ids::{Quarter, Seat};
use crate::scenario::Scenario;
use crate::sim::{Command, Game, Phase};
use crate::text::letters;

/// Version of the format of run files. Older ones are read too: version 1 does not say who signed in place of a lead,
/// version 2 not whether the team had played before.
pub const FORMAT: u32 = 3;
/// The oldest version that is read.
const OLDEST: u32 = 1;
/// Version of the rules. Raise it whenever the same commands lead to a different state.
pub const RULES: u32 = 5;

/// How a run file begins.
pub(super) const HEAD: &str = "OffRoadmapRun(";
/// How the line with the seal begins.
const SEAL: &str = "seal:";
/// Length of the mark beside each command: the first digits of the hash of the state after it.
const MARK: usize = 6;

/// A run: everything needed to play it again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename = "OffRoadmapRun", deny_unknown_fields)]
pub struct RunFile {
    /// Version of the format.
    pub format: u32,
    /// Version of the program that wrote it, for people to read.
    pub engine: String,
    /// Version of the rules.
    pub rules: u32,
    /// Id of the scenario.
    pub scenario: String,
    /// Hash of the meaning of the scenario; runs of earlier versions have the hash of its text.
    pub scenario_hash: String,
    /// Absolute path of the scenario file, unless the scenario is built in.
    pub scenario_file: Option<String>,
    /// Title of a scenario that is not built in, used to ask for the file if it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario_title: Option<String>,
    /// Seed of every draw.
    pub seed: u64,
    /// Who played.
    pub team: Team,
    /// Seats that changed hands in the middle of the run, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken_over: Vec<TakenOver>,
    /// The quarter that a team played again, which it began with what it knew from the first time; `None` for a team
    /// that was never taken back. The quarters before it are as they were the first time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again_from: Option<u8>,
    /// Hash of the whole state before the first command.
    pub start: String,
    /// The signed commands, quarter by quarter.
    pub quarters: Vec<QuarterLog>,
    /// The quarter being played, or the last one if the run is over.
    pub quarter: u8,
    /// Whether the run is over.
    pub ended: bool,
    /// Hash of the text above it, to detect changes by hand.
    seal: String,
    /// Whether the seal matches the text that was read.
    #[serde(skip)]
    sealed: bool,
    /// The line of each command in the text that was read; empty unless there is one line per command.
    #[serde(skip)]
    lines: Vec<usize>,
}

/// Who played.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// Name of the team.
    pub name: String,
    /// Name of the Product Lead.
    pub product: String,
    /// Name of the Sales Lead.
    pub sales: String,
    /// The computer partner, if one person plays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<Chair>,
}

impl Team {
    /// The team with names that fit on one line: without invisible characters or surrounding white space.
    #[must_use]
    fn tidy(self) -> Self {
        let name = letters::name;
        Self { name: name(&self.name), product: name(&self.product), sales: name(&self.sales), ..self }
    }

    /// A team with this name, whose leads are named as the scenario suggests.
    #[must_use]
    pub fn named(name: &str, scenario: &Scenario) -> Self {
        let roles = &scenario.roles;
        let (product, sales) = (roles.product.name.clone(), roles.sales.name.clone());
        Self { name: name.to_owned(), product, sales, partner: None }
    }

    /// The name of a lead.
    #[must_use]
    pub fn lead(&self, seat: Seat) -> &str {
        match seat {
            Seat::Product => &self.product,
            Seat::Sales => &self.sales,
        }
    }
}

/// What was signed in a quarter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuarterLog {
    /// The quarter.
    pub quarter: u8,
    /// The commands, in order.
    pub commands: Vec<Command>,
    /// For each command the first digits of the hash of the state after it, so that replay finds the exact place of a
    /// change.
    pub marks: Vec<String>,
    /// Who signed in place of a lead, by the position of the command, from 1.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub signed_by: BTreeMap<usize, Signer>,
    /// Hash of the whole state after the last command.
    pub state: String,
}

impl QuarterLog {
    /// Everything that was signed, with the quarter, and who signed it if not a lead.
    pub(super) fn signed(&self) -> impl Iterator<Item = (u8, &Command, Option<Signer>)> {
        let signer = |at: usize| self.signed_by.get(&(at + 1)).copied();
        self.commands.iter().enumerate().map(move |(at, command)| (self.quarter, command, signer(at)))
    }
}

/// Why a text is not a run of this game.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// It cannot be read, for this reason.
    Unreadable(std::io::ErrorKind),
    /// It has a file name that no run has; it should have this one.
    Misnamed(String),
    /// Other files are packed into it.
    Packed,
    /// There is nothing in it.
    Empty,
    /// Something stands before the run, which begins in this line.
    Preceded(usize),
    /// It is not a run file.
    Foreign,
    /// Its end is missing; it has this many lines.
    CutOff(usize),
    /// It cannot be parsed.
    Syntax {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
        /// What the parser says.
        reason: String,
    },
    /// It has another format version.
    Format(u32),
    /// It was played with another version of the rules.
    Rules {
        /// Version of the rules in the file.
        found: u32,
        /// The program that wrote it.
        engine: String,
    },
}

/// The part that all versions of a run file share, to give a useful error for other versions.
#[derive(Deserialize)]
#[serde(rename = "OffRoadmapRun")]
struct Preamble {
    format: u32,
    #[serde(default)]
    engine: String,
    #[serde(default)]
    rules: u32,
}

impl RunFile {
    /// The run file of a new game.
    #[must_use]
    pub fn new(game: &Game, team: Team) -> Self {
        let scenario = game.scenario();
        let mut run = Self {
            format: FORMAT,
            engine: format!("off-roadmap {}", env!("CARGO_PKG_VERSION")),
            rules: RULES,
            scenario: scenario.id.clone(),
            scenario_hash: scenario.hash.clone(),
            scenario_file: None,
            scenario_title: None,
            seed: game.state().seed,
            team: team.tidy(),
            taken_over: Vec::new(),
            again_from: None,
            start: game.hash(),
            quarters: Vec::new(),
            quarter: game.state().quarter.0,
            ended: false,
            seal: String::new(),
            sealed: true,
            lines: Vec::new(),
        };
        run.found(scenario);
        run
    }

    /// Records which scenario it is and where its file is, so the run can find it again.
    pub(super) fn found(&mut self, scenario: &Scenario) {
        self.scenario_hash.clone_from(&scenario.hash);
        if let Some(file) = &scenario.origin.file {
            self.scenario_file = Some(file.display().to_string());
            // Keeps the title in the language in which the run began.
            self.scenario_title.get_or_insert_with(|| scenario.meta.title.clone());
        }
    }

    /// The same run with other names.
    #[must_use]
    pub(super) fn renamed(mut self, names: &Names) -> Self {
        let take = |name: &mut String, other: &Option<String>| *name = other.clone().unwrap_or(std::mem::take(name));
        take(&mut self.team.name, &names.team);
        take(&mut self.team.product, &names.product);
        take(&mut self.team.sales, &names.sales);
        self.team = self.team.tidy();
        self
    }

    /// Logs a command executed in a quarter, who signed it if not a lead, and the state it led to.
    pub(super) fn log(&mut self, quarter: Quarter, command: &Command, signer: Option<Signer>, after: &Game) {
        if self.quarters.last().is_none_or(|log| log.quarter != quarter.0) {
            self.quarters.push(QuarterLog { quarter: quarter.0, ..QuarterLog::default() });
        }
        if let Some(log) = self.quarters.last_mut() {
            log.state = after.hash();
            log.marks.push(mark(&log.state).to_owned());
            log.commands.push(command.clone());
            log.signed_by.extend(signer.map(|signer| (log.commands.len(), signer)));
        }
        self.ended = after.state().phase == Phase::Ended;
        self.quarter = if self.ended { quarter.0 } else { after.state().quarter.0 };
    }

    /// Forgets everything that was signed from a quarter on. Call `play_again` afterwards, which corrects the rest.
    pub(super) fn forget_from(&mut self, quarter: Quarter) {
        self.quarters.retain(|log| log.quarter < quarter.0);
        for chair in &mut self.taken_over {
            chair.quarter = chair.quarter.min(quarter.0);
        }
        self.ended = false;
        self.plays_again(quarter);
    }

    /// Notes that it left another run in this quarter, with the chairs as they were there.
    pub(super) fn left(&mut self, run: &Self, from: Quarter) {
        self.taken_over.clone_from(&run.taken_over);
        self.again_from = run.again_from;
        self.plays_again(from);
    }

    /// Notes that the team knew from this quarter on what came.
    fn plays_again(&mut self, from: Quarter) {
        self.again_from = Some(self.again_from.map_or(from.0, |before| before.min(from.0)));
    }

    /// Removes the last command from the log. Call `play_again` afterwards, which corrects the state of the log.
    pub(super) fn unlog(&mut self) -> Option<Command> {
        let log = self.quarters.last_mut()?;
        log.signed_by.remove(&log.commands.len());
        let command = log.commands.pop()?;
        log.marks.truncate(log.commands.len());
        if log.commands.is_empty() {
            self.quarters.pop();
        }
        Some(command)
    }

    /// Reads a run from text. [`super::replay`] verifies it and reports where it was changed.
    ///
    /// # Errors
    /// The text is not a run file, or has another version.
    pub fn parse(text: &str) -> Result<Self, Broken> {
        let text = &text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
        if text.trim().is_empty() {
            return Err(Broken::Empty);
        }
        if HEAD.starts_with(text.trim()) {
            return Err(cut_off(text));
        }
        if !text.trim_start().starts_with(HEAD) {
            let begins = text.lines().position(|line| line.starts_with(HEAD));
            return Err(begins.map_or(Broken::Foreign, |before| Broken::Preceded(before + 1)));
        }
        let preamble: Preamble = ron::from_str(text).map_err(|error| syntax(text, error))?;
        if !(OLDEST..=FORMAT).contains(&preamble.format) {
            return Err(Broken::Format(preamble.format));
        }
        if preamble.rules != RULES {
            return Err(Broken::Rules { found: preamble.rules, engine: preamble.engine });
        }
        let mut run: Self = ron::from_str(text).map_err(|error| syntax(text, error))?;
        run.sealed = run.seal == seal_of(text) && ends_at_seal(text, &run.seal);
        run.format = FORMAT;
        run.team = run.team.tidy();
        run.lines = command_lines(text, &run);
        Ok(run)
    }

    /// Writes the run, sealed.
    #[must_use]
    pub fn to_text(&self) -> String {
        let bare = Self { seal: String::new(), ..self.clone() };
        let pretty = ron::ser::PrettyConfig::new().depth_limit(4).new_line("\n".to_owned());
        // Plain data can always be written; if not, the empty text would be refused when read.
        let text = ron::ser::to_string_pretty(&bare, pretty).unwrap_or_default();
        let text = text.replacen('(', HEAD, 1) + "\n";
        let seal = seal_of(&text);
        text.replace(&format!("\n    {SEAL} \"\""), &format!("\n    {SEAL} \"{seal}\""))
    }

    /// Whether the text is unchanged since it was written.
    #[must_use]
    pub fn sealed(&self) -> bool {
        self.sealed
    }

    /// The line of a command in the text that was read; commands are counted from 0 over all quarters.
    pub(super) fn line(&self, command: usize) -> Option<usize> {
        self.lines.get(command).copied()
    }
}

/// The mark of a command: the first digits of the hash of the state after it.
pub(super) fn mark(hash: &str) -> &str {
    hash.get(..MARK).unwrap_or(hash)
}

fn syntax(text: &str, error: ron::error::SpannedError) -> Broken {
    if text.lines().rfind(|line| !line.trim().is_empty()).is_none_or(|last| last.trim_end() != ")") {
        return cut_off(text);
    }
    Broken::Syntax { line: error.span.start.line, column: error.span.start.col, reason: error.code.to_string() }
}

fn cut_off(text: &str) -> Broken {
    Broken::CutOff(text.lines().count().max(1))
}

/// The hash of every line above the seal, ignoring white space at both ends of a line.
fn seal_of(text: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    for line in text.lines().map(str::trim).take_while(|line| !line.starts_with(SEAL)) {
        hasher.update(line.as_bytes());
        hasher.update(b"\n");
    }
    hasher.finalize().to_hex()[..16].to_owned()
}

/// Whether only the seal and the closing bracket follow the sealed part.
fn ends_at_seal(text: &str, seal: &str) -> bool {
    let end = text.lines().map(str::trim).skip_while(|line| !line.starts_with(SEAL)).filter(|line| !line.is_empty());
    end.eq([format!("{SEAL} \"{seal}\",").as_str(), ")"])
}

/// The line number of each line between `commands: [` and its end; empty unless there is one per command.
fn command_lines(text: &str, run: &RunFile) -> Vec<usize> {
    let mut inside = false;
    let mut lines = Vec::new();
    for (number, line) in text.lines().map(str::trim).enumerate() {
        match line {
            "commands: [" => inside = true,
            "]," => inside = false,
            _ if inside => lines.push(number + 1),
            _ => {}
        }
    }
    let commands: usize = run.quarters.iter().map(|log| log.commands.len()).sum();
    if lines.len() == commands { lines } else { Vec::new() }
}
