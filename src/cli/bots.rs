//! `off-roadmap bots`: fills a room with bots that play it through the interface for programs.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use super::output::{Kind, Output};
use super::play::usual_language;
use super::{count, fail, harmless, json, print};
use crate::bots::{self, Address, BadAddress, Manner, Problem, Report};
use crate::run::plain;
use crate::scenario::POLICIES;
use crate::text::Text;

/// Longest time for which a bot thinks, in seconds.
const LONGEST_THOUGHT: f64 = 3_600.0;

/// Fill a room with bots, for a rehearsal or to load a host.
#[derive(Args, Clone, Debug)]
pub struct BotsArgs {
    /// The link that devices open, as the host prints it: http://…/CODE
    pub url: String,
    /// Number of teams to play for; the default is every team in which nobody sits.
    #[arg(long, value_name = "N", value_parser = count(1..=500))]
    pub teams: Option<u32>,
    /// Policy of a team; with several, the teams take turns. The default is every policy except the random one.
    #[arg(long = "policy", value_name = "P", value_parser = POLICIES.to_vec())]
    pub policies: Vec<String>,
    /// Seconds for which a bot thinks before it signs.
    #[arg(long, value_name = "SECONDS", default_value = "2", value_parser = seconds)]
    pub think: f64,
    /// Follow the pages of a browser instead of data: as much work for the host as devices are.
    #[arg(long)]
    pub pages: bool,
    /// Save how fast the host answered, as JSON.
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
}

/// Runs the command.
#[must_use]
pub fn run(args: &BotsArgs) -> ExitCode {
    let text = Text::new(&usual_language());
    match play_and_save(args, &text) {
        Ok(report) => print(&told(&report, &text)),
        Err(problem) => fail(&problem),
    }
}

fn play_and_save(args: &BotsArgs, text: &Text) -> Result<Report, String> {
    // Before they play: nobody waits for a report that cannot be saved.
    let output = args.report.as_deref().map(|path| Output::begin(path, Kind::Report, false)).transpose()?;
    let report = play(args, text)?;
    if let Some(output) = output {
        output.write_whole(json(&report).as_bytes())?;
    }
    Ok(report)
}

fn play(args: &BotsArgs, text: &Text) -> Result<Report, String> {
    let address = Address::of(&args.url).map_err(|bad| match bad {
        BadAddress::NoLink => text.get("bots-no-link"),
        BadAddress::Secure => text.get("bots-secure"),
    })?;
    let policies = if args.policies.is_empty() { bots::sensible() } else { args.policies.clone() };
    let teams = args.teams.map(|teams| teams as usize);
    let manner = Manner { teams, policies, think: Duration::from_secs_f64(args.think), pages: args.pages };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|error| plain(&error))?;
    // If it cannot be raised, fewer bots can be connected at once.
    let _ = rlimit::increase_nofile_limit(u64::MAX);
    let stop = async { drop(tokio::signal::ctrl_c().await) };
    runtime.block_on(bots::play(&address, &manner, stop)).map_err(|problem| match problem {
        Problem::Unreachable(reason) => {
            text.with("bots-unreachable", &[("address", &address.base), ("reason", &harmless(&reason))])
        }
        Problem::Refused(why) => harmless(&why),
        Problem::NoFreeTeam => text.get("bots-no-team"),
    })
}

fn told(report: &Report, text: &Text) -> String {
    let ms = |time: f64| format!("{time:.1}");
    let (answered, seen) = (report.answered_ms, report.seen_by_mate_ms);
    text.with(
        "bots-report",
        &[
            ("seats", &report.seats),
            ("signatures", &report.signatures),
            ("seconds", &format!("{:.0}", report.took_s)),
            ("answered", &ms(answered.p50)),
            ("answered-slow", &ms(answered.p99)),
            ("seen", &ms(seen.p50)),
            ("seen-slow", &ms(seen.p99)),
        ],
    ) + "\n"
}

fn seconds(typed: &str) -> Result<f64, String> {
    let seconds = typed.trim().parse().ok().filter(|seconds| (0.0..=LONGEST_THOUGHT).contains(seconds));
    seconds.ok_or_else(|| format!("this must be a number from 0 to {LONGEST_THOUGHT}"))
}
