//! The run file: what was played, quarter by quarter, in RON a person can read. Text in, text out, no files.

use serde::{Deserialize, Serialize};

use crate::sim::Command;

/// Version of the format of run files.
pub const FORMAT: u32 = 1;
/// Version of the rules: raised whenever the same commands lead to another state.
pub const RULES: u32 = 1;

/// A run: everything that is needed to play it again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RunFile {
    /// Version of the format.
    pub format: u32,
    /// Version of the program that wrote it, for people.
    pub engine: String,
    /// Version of the rules.
    pub rules: u32,
    /// Id of the scenario.
    pub scenario: String,
    /// Hash of the scenario's content.
    pub scenario_hash: String,
    /// Seed of every draw.
    pub seed: u64,
    /// Who played.
    pub team: Team,
    /// Whether the run is over.
    #[serde(default)]
    pub ended: bool,
    /// What was signed, quarter by quarter.
    pub quarters: Vec<QuarterLog>,
    /// Hash of all of the above.
    #[serde(default)]
    pub seal: String,
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
}

/// What was signed in a quarter.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuarterLog {
    /// The quarter.
    pub quarter: u8,
    /// The commands, in order.
    pub commands: Vec<Command>,
    /// Hash of the whole state after the last of them.
    pub state: String,
}

/// Why a text is not a run of this game.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// It is not a run file, or it is cut off.
    #[error("line {line}, column {column}: this is not a whole run file ({reason})")]
    Syntax {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
        /// What the reader says.
        reason: String,
    },
    /// It is from a newer format.
    #[error("the run file has format {0}, this program reads format {FORMAT}; use the newer program that wrote it")]
    Format(u32),
    /// It was played with other rules.
    #[error(
        "the run was played with version {found} of the rules ({engine}), this program has version {RULES}; \
         it would end differently here, so it is left as it is"
    )]
    Rules {
        /// Version of the rules in the file.
        found: u32,
        /// The program that wrote it.
        engine: String,
    },
}

/// What every version of a run file has, to say something sensible about the foreign ones.
#[derive(Deserialize)]
struct Preamble {
    format: u32,
    #[serde(default)]
    engine: String,
    #[serde(default)]
    rules: u32,
}

impl RunFile {
    /// Reads a run from text. The seal is checked by [`super::replay`], which can say where it is broken.
    ///
    /// # Errors
    /// The text is no run file, or one of another version.
    pub fn parse(text: &str) -> Result<Self, Broken> {
        let preamble: Preamble = ron::from_str(text).map_err(syntax)?;
        if preamble.format != FORMAT {
            return Err(Broken::Format(preamble.format));
        }
        if preamble.rules != RULES {
            return Err(Broken::Rules { found: preamble.rules, engine: preamble.engine });
        }
        ron::from_str(text).map_err(syntax)
    }

    /// Writes the run, sealed.
    #[must_use]
    pub fn to_text(&self) -> String {
        let sealed = Self { seal: self.seal_of(), ..self.clone() };
        let pretty = ron::ser::PrettyConfig::new().depth_limit(4).new_line("\n".to_owned());
        // Plain data always has a text; an empty one would be refused when read.
        let mut text = ron::ser::to_string_pretty(&sealed, pretty).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Whether nothing was changed since it was written.
    #[must_use]
    pub fn sealed(&self) -> bool {
        self.seal == self.seal_of()
    }

    fn seal_of(&self) -> String {
        let bare = Self { seal: String::new(), ..self.clone() };
        blake3::hash(ron::to_string(&bare).unwrap_or_default().as_bytes()).to_hex()[..16].to_owned()
    }
}

fn syntax(error: ron::error::SpannedError) -> Broken {
    Broken::Syntax { line: error.span.start.line, column: error.span.start.col, reason: error.code.to_string() }
}
