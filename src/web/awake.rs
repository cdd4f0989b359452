//! Keeps the machine and its screen awake while a workshop runs: the projector shows the wall.

use keepawake::{Builder, KeepAwake};

/// Keeps the machine awake for as long as this is there. A system that lets nobody do so falls asleep as it likes; the room
/// is paused then, and nothing is lost.
pub(super) async fn keep() -> Option<KeepAwake> {
    // It asks other programs, which may take their time.
    tokio::task::spawn_blocking(|| with_screen(true).or_else(|| with_screen(false))).await.ok().flatten()
}

/// With the screen or, where no desktop can keep that on, without it.
fn with_screen(screen: bool) -> Option<KeepAwake> {
    Builder::default()
        .display(screen)
        .idle(true)
        .sleep(true)
        .app_name("Off-Roadmap")
        .reason("A workshop is running")
        .create()
        .ok()
}
