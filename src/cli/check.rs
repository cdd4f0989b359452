//! `off-roadmap check`: lists every mistake in every file, with its line and how to fix it.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use serde::Serialize;

use super::{harmless, plain, print};
use crate::lab::{self, ClaimResult};
use crate::scenario::{Checked, Condition, Finding, LoadError, Severity, Shelf, Verdict, check_files, ron_files};
use crate::text::{self, Paper, Text, percent};

/// Check scenario files.
#[derive(Args, Clone, Debug)]
pub struct CheckArgs {
    /// Scenario files, folders of them, or ids on the shelf.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<String>,
    /// Print one JSON document.
    #[arg(long)]
    pub json: bool,
    /// Also check the claims in `tests`, by letting policies play each of them on its seeds.
    #[arg(long)]
    pub run_tests: bool,
}

/// What a check prints, and its exit code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkup {
    /// For standard output.
    pub output: String,
    /// For standard error.
    pub complaint: String,
    /// 0 if all is fine, 1 if there are errors or a claim does not hold, 2 if a path does not exist.
    pub code: u8,
}

/// Runs the command.
#[must_use]
pub fn run(args: &CheckArgs) -> ExitCode {
    let outcome = check(args, &Shelf::default(), crate::terminal::paper());
    let printed = print(&outcome.output);
    let _ = write!(std::io::stderr(), "{}", outcome.complaint);
    if outcome.code == 0 { printed } else { ExitCode::from(outcome.code) }
}

/// Checks everything that the arguments name.
#[must_use]
pub fn check(args: &CheckArgs, shelf: &Shelf, paper: Paper) -> Checkup {
    let mut files = Vec::new();
    for path in &args.paths {
        match open(path, shelf) {
            Ok(found) => files.extend(found),
            Err(complaint) => {
                return Checkup { output: String::new(), complaint: harmless(&complaint) + "\n", code: 2 };
            }
        }
    }
    let proofs = if args.run_tests { prove(&files) } else { Vec::new() };
    let broken =
        files.iter().any(|(_, checked)| checked.report.has_errors()) || proofs.iter().any(|proof| !proof.holds);
    let code = u8::from(broken);
    let output = if args.json { json(&files, &proofs) } else { text(&files, paper) + &lines(&proofs) };
    Checkup { output, complaint: String::new(), code }
}

/// The files at a path, or the file with an id, each with its findings.
fn open(path: &str, shelf: &Shelf) -> Result<Vec<(String, Checked)>, String> {
    let place = Path::new(path);
    if !place.is_dir() {
        return shelf.check_as_listed(path).map_err(|error: LoadError| error.to_string());
    }
    let files = ron_files(place).map_err(|error| format!("{path} cannot be read: {}", plain(&error)))?;
    if files.is_empty() {
        return Err(format!("{path} contains no scenario: no file in it ends in .ron"));
    }
    Ok(check_files(&files))
}

fn text(files: &[(String, Checked)], paper: Paper) -> String {
    let english = Text::default();
    let mut text = String::new();
    let mut shown: Vec<&Finding> = Vec::new();
    for (_, checked) in files {
        let mut report = checked.report.clone();
        // A mistake in a base would be reported again for every scenario that extends it.
        report.findings.retain(|finding| !shown.contains(&finding));
        shown.extend(&checked.report.findings);
        if !report.findings.is_empty() {
            text += &text::report(&english, &report, paper);
            text += "\n\n";
        }
    }
    for (file, checked) in files {
        text += &harmless(&format!("{file}: {}", summary(checked)));
        text.push('\n');
    }
    text
}

fn summary(checked: &Checked) -> String {
    let errors = checked.report.errors().count();
    let warnings = checked.report.warnings().count();
    let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let what = match &checked.verdict {
        Verdict::Playable(scenario) => format!("\"{}\" is fine", scenario.meta.title),
        Verdict::Texts(title) => format!("the texts of \"{title}\" are fine"),
        Verdict::Base => "fine (a base for other scenarios, so it is not on the shelf)".into(),
        Verdict::Broken => count(errors, "error"),
    };
    if warnings == 0 { what } else { format!("{what}, {}", count(warnings, "warning")) }
}

/// A claim made by a scenario, and how often it held.
#[derive(Serialize)]
struct Proof {
    scenario: String,
    claim: String,
    wanted: f64,
    share: f64,
    holds: bool,
}

fn prove(files: &[(String, Checked)]) -> Vec<Proof> {
    let playable = files.iter().filter_map(|(_, checked)| match &checked.verdict {
        Verdict::Playable(scenario) => Some(Arc::new((**scenario).clone())),
        _ => None,
    });
    playable
        .flat_map(|scenario| {
            lab::prove(&scenario, lab::FIRST_SEED).into_iter().map(move |result| proof(&scenario.id, &result))
        })
        .collect()
}

fn proof(scenario: &str, result: &ClaimResult) -> Proof {
    let (number, sign, bound) = match result.claim.holds {
        Condition::AtLeast(number, bound) => (number, "at least", bound),
        Condition::Below(number, bound) => (number, "below", bound),
    };
    Proof {
        scenario: scenario.to_owned(),
        claim: format!("{}: {number:?} {sign} {bound} on {} seeds", result.claim.policy, result.claim.seeds),
        wanted: result.claim.share,
        share: result.share,
        holds: result.holds(),
    }
}

fn lines(proofs: &[Proof]) -> String {
    let text = Text::default();
    let line = |proof: &Proof| {
        let mark = if proof.holds { "holds" } else { "DOES NOT HOLD" };
        let (share, wanted) = (percent(&text, proof.share), percent(&text, proof.wanted));
        format!(
            "{}: {}: true in {share} of the runs, at least {wanted} required: {mark}\n",
            proof.scenario, proof.claim
        )
    };
    proofs.iter().map(line).collect()
}

/// What `--json` prints.
#[derive(Serialize)]
struct Document<'a> {
    checked: Vec<&'a str>,
    errors: usize,
    warnings: usize,
    findings: Vec<Found<'a>>,
    #[serde(skip_serializing_if = "<[Proof]>::is_empty")]
    tests: &'a [Proof],
}

/// A finding with its message in English; programs identify it by its key.
#[derive(Serialize)]
struct Found<'a> {
    #[serde(flatten)]
    finding: &'a Finding,
    key: &'static str,
    message: String,
    hint: String,
}

fn json<'a>(files: &'a [(String, Checked)], proofs: &[Proof]) -> String {
    let mut findings: Vec<&Finding> = Vec::new();
    for finding in files.iter().flat_map(|(_, checked)| &checked.report.findings) {
        if !findings.contains(&finding) {
            findings.push(finding);
        }
    }
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let english = Text::default();
    let found = |finding: &'a Finding| Found {
        finding,
        key: finding.message.key,
        message: text::message(&english, &finding.message),
        hint: text::message(&english, &finding.hint),
    };
    let document = Document {
        checked: files.iter().map(|(file, _)| file.as_str()).collect(),
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        findings: findings.iter().copied().map(found).collect(),
        tests: proofs,
    };
    super::json(&document)
}
