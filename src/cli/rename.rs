//! `off-roadmap rename`: changes the names in a saved run, which can still be verified afterwards.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::{fail, harmless, print};
use crate::run::{self, Names};
use crate::text::Text;
use crate::text::letters::{self, LONGEST_NAME};

/// Rename the team or the leads of a run.
#[derive(Args, Clone, Debug)]
pub struct RenameArgs {
    /// The run file.
    pub run: PathBuf,
    /// The names.
    #[command(flatten)]
    pub names: NameArgs,
}

/// The names; at least one.
#[derive(Args, Clone, Debug)]
#[group(required = true, multiple = true)]
pub struct NameArgs {
    /// Name of the team.
    #[arg(long, value_name = "NAME", value_parser = name)]
    pub team: Option<String>,
    /// Name of the Product Lead.
    #[arg(long, value_name = "NAME", value_parser = name)]
    pub product: Option<String>,
    /// Name of the Sales Lead.
    #[arg(long, value_name = "NAME", value_parser = name)]
    pub sales: Option<String>,
}

/// Runs the command: 1 if the run cannot be read or written, or was changed by hand.
#[must_use]
pub fn run(args: &RenameArgs) -> ExitCode {
    let text = Text::default();
    let NameArgs { team, product, sales } = args.names.clone();
    match run::rename(&args.run, &Names { team, product, sales }) {
        Ok(team) => {
            let file = args.run.display().to_string();
            let names: [(&str, &dyn crate::text::Value); 4] =
                [("file", &file), ("team", &team.name), ("product", &team.product), ("sales", &team.sales)];
            print(&format!("{}\n", harmless(&text.with("rename-done", &names))))
        }
        Err(problem) => fail(&problem),
    }
}

/// Parses a name: not blank, and no longer than one that is typed in the game.
fn name(typed: &str) -> Result<String, String> {
    let count = letters::count(&letters::name(typed));
    match count {
        0 => Err("a name must have at least one letter".to_owned()),
        _ if count > LONGEST_NAME => Err(format!("a name has at most {LONGEST_NAME} letters; this one has {count}")),
        _ => Ok(typed.to_owned()),
    }
}
