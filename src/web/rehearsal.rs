//! Bots that play the free teams of a rehearsal, so that a facilitator can try everything alone.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::host::Host;
use crate::bots::{self, Address, Manner, sensible};
use crate::room::Room;

/// How long bots think before they sign: about as long as it takes to follow them.
const THINK: Duration = Duration::from_secs(5);

/// Whether bots can be asked to play: it is a rehearsal, there is a free team, and none play yet.
pub(super) fn can_fill(host: &Host, room: &Room) -> bool {
    let free = room.teams().any(|(id, _)| !room.plays(id));
    let asked = host.rehearsing.load(Ordering::Relaxed);
    host.opening().rehearsal && free && !room.locked() && !asked && host.link_here().is_some()
}

/// Lets bots play all free teams until the game is over or the host closes. They come in as devices do.
pub(super) fn fill(host: &Arc<Host>) {
    let Some(Ok(address)) = host.link_here().map(|link| Address::of(&link)) else { return };
    let can = can_fill(host, &host.room());
    if !can || host.rehearsing.swap(true, Ordering::Relaxed) {
        return;
    }
    let host = host.clone();
    let mut closing = host.versions.closing();
    tokio::spawn(async move {
        let manner = Manner { teams: None, policies: sensible(), think: THINK, pages: false };
        let stop = async { drop(closing.wait_for(|closing| *closing).await) };
        // If somebody else was quicker, no team is free any more.
        let _ = bots::play(&address, &manner, stop).await;
        host.rehearsing.store(false, Ordering::Relaxed);
    });
}
