//! Looks for changed scenario files while the shelf is open, so that an author sees what was saved.

use std::time::Duration;

use bevy::prelude::*;
use bevy::time::Real;
use bevy::winit::WinitSettings;

use super::Directing;
use crate::app::director::Act;
use crate::app::window;

/// Often enough for somebody who comes over from an editor, rarely enough that a software renderer stays cool.
const EVERY: Duration = Duration::from_secs(2);

pub(super) fn plugin(app: &mut App) {
    app.add_systems(First, (keep_pace, look).chain());
}

/// The window sleeps until something happens, so it has to wake up to look.
fn keep_pace(directing: Res<Directing>, settings: Option<ResMut<WinitSettings>>, mut watching: Local<bool>) {
    if let Some(mut settings) = settings
        && *watching != directing.0.watches()
    {
        *watching = directing.0.watches();
        *settings = window::pace(if *watching { EVERY } else { window::HEARTBEAT });
    }
}

fn look(directing: Res<Directing>, time: Res<Time<Real>>, mut last: Local<Duration>, mut acts: MessageWriter<Act>) {
    if directing.0.watches() && time.elapsed() >= *last + EVERY {
        *last = time.elapsed();
        acts.write(Act::LookAgain);
    }
}
