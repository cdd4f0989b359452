//! Triggers a rebuild when a scenario is added, and tells a release build which commit it is.

use std::env;
use std::path::Path;
use std::process::Command;

fn main() {
    // The folder is embedded, but the compiler only notices changes of files that it already knows.
    println!("cargo::rerun-if-changed=scenarios");
    let version = env::var("CARGO_PKG_VERSION").unwrap_or_default();
    let version = match commit() {
        Some(commit) => format!("{version} ({commit})"),
        None => version,
    };
    println!("cargo::rustc-env=OFF_ROADMAP_VERSION={version}");
}

/// The commit of a release build, if it is built from a repository. Everyday builds do not name it: each commit would
/// compile them anew.
fn commit() -> Option<String> {
    if env::var("PROFILE").as_deref() != Ok("release") || !Path::new(".git").exists() {
        return None;
    }
    println!("cargo::rerun-if-changed=.git/HEAD");
    println!("cargo::rerun-if-changed=.git/logs/HEAD");
    let git = Command::new("git").args(["rev-parse", "--short=9", "HEAD"]).output().ok()?;
    let commit = String::from_utf8(git.stdout).ok()?;
    Some(commit.trim().to_owned()).filter(|commit| !commit.is_empty())
}
