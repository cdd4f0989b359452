//! `off-roadmap simulate`: lets policies play a scenario on many seeds; prints a table, or one row per run.

use std::io::{self, Write, stdout};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::bar::bar;
use super::output::{Kind, Output};
use super::table::table;
use super::{count, done, enough_seeds, fail, seed};
use crate::lab::{self, Job, Played, Stats, each_until};
use crate::policy::{self, Policy};
use crate::run::{RUN_ENDING, Session, Team, plain};
use crate::scenario::{POLICIES, Scenario, Shelf};
use crate::text::{Text, dollars, percent, persona};

/// Have policies play many seeds of a scenario.
#[derive(Args, Clone, Debug)]
pub struct SimulateArgs {
    /// Id on the shelf, or path of a scenario file.
    pub scenario: String,
    /// A policy to play; can be given several times. The default is all policies.
    #[arg(long = "policy", value_name = "P", value_parser = POLICIES.to_vec())]
    pub policies: Vec<String>,
    /// Number of seeds for each policy.
    #[arg(long, default_value_t = 100, value_parser = count(1..=10_000_000), allow_negative_numbers = true)]
    pub seeds: u32,
    /// The first seed.
    #[arg(long, default_value_t = lab::FIRST_SEED, value_parser = seed, allow_negative_numbers = true)]
    pub first_seed: u64,
    /// A table of means, or one row per run.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub format: Format,
    /// Write to this file instead of standard output.
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Replace an existing file, even if this command did not make it.
    #[arg(long, requires = "out")]
    pub force: bool,
    /// Also save every run as a run file in this folder.
    #[arg(long, value_name = "DIR")]
    pub runs: Option<PathBuf>,
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Means and standard errors per policy.
    Table,
    /// One row per run.
    Csv,
    /// One JSON document with one object per run.
    Json,
}

impl Format {
    fn kind(self) -> Kind {
        match self {
            Self::Table => Kind::Table,
            Self::Csv => Kind::Csv,
            Self::Json => Kind::Json,
        }
    }
}

/// One run, as a row. Money is in dollars, shares are from 0 to 1.
#[derive(Serialize)]
struct Row<'a> {
    scenario: &'a str,
    scenario_hash: &'a str,
    engine: &'static str,
    policy: &'static str,
    #[serde(serialize_with = "lab::as_text")]
    seed: u64,
    value: f64,
    arr: f64,
    cash: f64,
    early_bookings: f64,
    gross_retention: f64,
    coherence: f64,
    trust: f64,
    gap: f64,
    precedent: f64,
    off_share: f64,
    accepted: u32,
    survived: bool,
}

/// Runs the command.
#[must_use]
pub fn run(args: &SimulateArgs) -> ExitCode {
    if let Err(problem) = enough_seeds(args.first_seed, args.seeds) {
        return fail(&problem);
    }
    let scenario = match Shelf::default().load(&args.scenario) {
        Ok(scenario) => Arc::new(scenario),
        Err(error) => return fail(&error),
    };
    let Some(path) = &args.out else {
        let mut out = stdout();
        return ended(simulate(args, &scenario, &mut out).and_then(|()| out.flush()), "the output");
    };
    // An existing file stays until the new one is complete.
    let mut out = match Output::begin(path, args.format.kind(), args.force) {
        Ok(out) => out,
        Err(problem) => return fail(&problem),
    };
    match simulate(args, &scenario, &mut out) {
        Ok(()) => out.finish().map_or_else(|problem| fail(&problem), |()| ExitCode::SUCCESS),
        failed => ended(failed, &path.display().to_string()),
    }
}

/// The exit code of a simulation that wrote to `name`.
fn ended(result: io::Result<()>, name: &str) -> ExitCode {
    match result {
        Err(error) if error.kind() == io::ErrorKind::Other => fail(&error),
        other => done(other, &format!("{name} cannot be written")),
    }
}

fn policies(args: &SimulateArgs) -> Vec<&'static dyn Policy> {
    let wanted = |policy: &&dyn Policy| args.policies.is_empty() || args.policies.iter().any(|id| id == policy.id());
    policy::ALL.into_iter().filter(wanted).collect()
}

fn simulate(args: &SimulateArgs, scenario: &Arc<Scenario>, out: &mut dyn Write) -> io::Result<()> {
    if let Some(folder) = &args.runs {
        std::fs::create_dir_all(folder).map_err(|error| cannot(folder, &error))?;
    }
    let policies = policies(args);
    let seeds = lab::seeds(args.first_seed, args.seeds);
    let bar = bar(policies.len() as u64 * u64::from(args.seeds));
    let jobs = policies
        .iter()
        .flat_map(|&policy| seeds.clone().map(move |seed| Job { scenario: scenario.clone(), policy, seed }));
    let mut writer = Writer::new(args.format, scenario, out)?;
    let run = |job: &Job| match &args.runs {
        None => Ok(job.run()),
        Some(folder) => save(folder, job),
    };
    let written = each_until(jobs, run, |_, played: io::Result<Played>| {
        bar.inc(1);
        writer.row(&played?)
    });
    bar.finish_and_clear();
    written?;
    writer.end()
}

fn cannot(path: &Path, error: &io::Error) -> io::Error {
    io::Error::other(format!("{} cannot be written: {}", path.display(), plain(error)))
}

/// Plays a job as a session, so its run can be saved, replayed and compared.
fn save(folder: &Path, job: &Job) -> io::Result<Played> {
    let path = folder.join(format!("{}-{}-{}{RUN_ENDING}", job.scenario.id, job.policy.id(), job.seed));
    let name = persona(&Text::default(), job.policy.id());
    let team = Team::named(&name, &job.scenario);
    let mut session = Session::new(job.scenario.clone(), job.seed, team, None);
    session.play_by(job.policy);
    session.save_as(&path).map_err(io::Error::other)?;
    Ok(Played::of(job.policy.id(), session.game()))
}

/// Writes rows as they arrive, or their means at the end.
struct Writer<'a> {
    format: Format,
    scenario: &'a Scenario,
    out: &'a mut dyn Write,
    sums: Vec<(&'static str, [Stats; 6])>,
    rows: usize,
}

impl<'a> Writer<'a> {
    fn new(format: Format, scenario: &'a Scenario, out: &'a mut dyn Write) -> io::Result<Self> {
        if format == Format::Json {
            out.write_all(b"[")?;
        }
        Ok(Self { format, scenario, out, sums: Vec::new(), rows: 0 })
    }

    fn row(&mut self, played: &Played) -> io::Result<()> {
        match self.format {
            Format::Table => self.sum(played),
            Format::Csv => {
                let mut csv = csv::WriterBuilder::new().has_headers(self.rows == 0).from_writer(&mut *self.out);
                csv.serialize(row(self.scenario, played)).map_err(io::Error::other)?;
                csv.flush()?;
            }
            Format::Json => {
                self.out.write_all(if self.rows == 0 { b"\n" } else { b",\n" })?;
                serde_json::to_writer(&mut *self.out, &row(self.scenario, played))?;
            }
        }
        self.rows += 1;
        Ok(())
    }

    fn sum(&mut self, played: &Played) {
        if self.sums.last().is_none_or(|(policy, _)| *policy != played.policy) {
            self.sums.push((played.policy, [Stats::default(); 6]));
        }
        let numbers =
            [played.value, played.arr, played.early_bookings(), played.gross_retention, played.coherence, played.trust];
        if let Some((_, sums)) = self.sums.last_mut() {
            sums.iter_mut().zip(numbers).for_each(|(sum, number)| sum.push(number));
        }
    }

    fn end(self) -> io::Result<()> {
        let text = Text::default();
        match self.format {
            Format::Table => {
                let head = ["policy", "runs", "value", "± s.e.", "ARR", "Q1–Q3 bookings", "GRR", "coherence", "trust"];
                let rows = self.sums.iter().map(|(policy, [value, arr, early, retention, coherence, trust])| {
                    vec![
                        (*policy).to_owned(),
                        value.count().to_string(),
                        dollars(&text, value.mean()),
                        dollars(&text, value.error()),
                        dollars(&text, arr.mean()),
                        dollars(&text, early.mean()),
                        percent(&text, retention.mean()),
                        percent(&text, coherence.mean()),
                        percent(&text, trust.mean()),
                    ]
                });
                let of = format!("{} · {} · {}", self.scenario.id, self.scenario.hash, env!("CARGO_PKG_VERSION"));
                writeln!(self.out, "{}\n{of}", table(&head, rows))
            }
            Format::Csv => Ok(()),
            Format::Json => self.out.write_all(b"\n]\n"),
        }
    }
}

fn row<'a>(scenario: &'a Scenario, played: &Played) -> Row<'a> {
    Row {
        scenario: &scenario.id,
        scenario_hash: &scenario.hash,
        engine: env!("CARGO_PKG_VERSION"),
        policy: played.policy,
        seed: played.seed,
        value: played.value,
        arr: played.arr,
        cash: played.cash,
        early_bookings: played.early_bookings(),
        gross_retention: played.gross_retention,
        coherence: played.coherence,
        trust: played.trust,
        gap: played.gap,
        precedent: played.precedent,
        off_share: played.off_share,
        accepted: played.accepted,
        survived: played.survived,
    }
}
