//! Handles the close button of the window manager like *Quit*, which asks first if something would be lost.

use bevy::prelude::*;
use bevy::window::WindowCloseRequested;

use crate::app::director::{Act, WindowAct};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreUpdate, close);
}

fn close(mut requests: MessageReader<WindowCloseRequested>, mut acts: MessageWriter<Act>) {
    // Only one act, even if the button was pressed several times within a frame: a second one would confirm the first.
    if requests.read().count() > 0 {
        acts.write(Act::Window(WindowAct::Quit));
    }
}
