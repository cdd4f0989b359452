//! `off-roadmap.exe`: what a double click starts. It opens the game without a console window behind it.
//!
//! The game itself is `off-roadmap.com`, a console program, so that whatever is typed in a console works as everywhere.
//! A single program cannot be both: Windows opens a console for one kind, and does not wait for the other.
#![windows_subsystem = "windows"]

use std::env;
use std::fs::File;
use std::os::windows::process::CommandExt;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

/// The game, in the same folder.
const GAME: &str = "off-roadmap.com";
/// What it says of an error, in the folder for temporary files.
const ERRORS: &str = "off-roadmap-errors.txt";
/// How the game ends if no window can be opened (`NO_WINDOW` in `src/cli/play.rs`).
const NO_WINDOW: i32 = 3;
/// Starts a console program without a console.
const CREATE_NO_WINDOW: u32 = 0x0800_0000;
/// Opens a console for it.
const CREATE_NEW_CONSOLE: u32 = 0x0000_0010;

fn main() -> ExitCode {
    let program = env::current_exe().unwrap_or_default();
    let folder = program.parent().unwrap_or(Path::new("."));
    if !folder.join(GAME).exists() {
        // Explorer starts programs inside a zip, too, but unpacks nothing else.
        return in_console(folder, "echo Please unpack the whole zip first: off-roadmap.com must be in the same folder.");
    }
    match in_window(&folder.join(GAME)) {
        Ok(Some(0)) => ExitCode::SUCCESS,
        // The game says why, and goes on by lines.
        Ok(Some(NO_WINDOW)) => in_console(folder, GAME),
        // The errors are in UTF-8. The game goes on by lines.
        _ => in_console(folder, &format!("chcp 65001 >nul & type \"%TEMP%\\{ERRORS}\" & {GAME} play --terminal")),
    }
}

/// Plays in a window until it is closed, and gives the exit code.
fn in_window(game: &Path) -> std::io::Result<Option<i32>> {
    let errors = File::create(env::temp_dir().join(ERRORS))?;
    let mut command = Command::new(game);
    command.args(["play", "--window"]).creation_flags(CREATE_NO_WINDOW);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(errors);
    Ok(command.status()?.code())
}

/// Opens a console that stays open when the command in it has ended.
fn in_console(folder: &Path, command: &str) -> ExitCode {
    let mut console = Command::new("cmd");
    console.arg("/K").raw_arg(command).current_dir(folder).creation_flags(CREATE_NEW_CONSOLE);
    match console.spawn() {
        Ok(_) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
