//! Wakes the window up regularly: to notice changed scenario files while the shelf is open, to show what has been
//! computed, and to answer a screen reader while there is one.

use std::time::Duration;

use bevy::a11y::AccessibilityRequested;
use bevy::prelude::*;
use bevy::time::Real;
use bevy::winit::WinitSettings;

use super::Directing;
use crate::app::director::{Act, LobbyAct};
use crate::app::window;

/// Often enough for an author who switches over from an editor, and rarely enough to need little processor
/// time with software rendering.
const EVERY: Duration = Duration::from_secs(2);
/// How often to look whether something has been computed, since that does not wake the window.
const ARRIVAL: Duration = Duration::from_millis(50);
/// How often to look for requests from a screen reader, because they do not wake the window.
const LISTEN: Duration = Duration::from_millis(100);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(First, (keep_pace, look).chain());
}

/// Sets how often a sleeping window wakes up.
fn keep_pace(
    directing: Res<Directing>,
    reader: Option<Res<AccessibilityRequested>>,
    settings: Option<ResMut<WinitSettings>>,
    mut now: Local<Option<Duration>>,
) {
    let wait = match (directing.0.awaits(), reader.is_some_and(|reader| reader.get()), directing.0.watches()) {
        (true, ..) => ARRIVAL,
        (_, true, _) => LISTEN,
        (_, _, true) => EVERY,
        _ => window::HEARTBEAT,
    };
    if let Some(mut settings) = settings
        && *now != Some(wait)
    {
        *now = Some(wait);
        *settings = window::pace(wait);
    }
}

fn look(directing: Res<Directing>, time: Res<Time<Real>>, mut last: Local<Duration>, mut acts: MessageWriter<Act>) {
    if directing.0.watches() && time.elapsed() >= *last + EVERY {
        *last = time.elapsed();
        acts.write(Act::Lobby(LobbyAct::LookAgain));
    }
}
