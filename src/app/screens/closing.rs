//! The button of the window manager closes the window as *Quit* does: it asks first if something would be lost.

use bevy::prelude::*;
use bevy::window::WindowCloseRequested;

use crate::app::director::Act;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PreUpdate, close.before(super::direct));
}

fn close(mut requests: MessageReader<WindowCloseRequested>, mut acts: MessageWriter<Act>) {
    // Once, however often somebody pressed it within a frame: the second time means it.
    if requests.read().count() > 0 {
        acts.write(Act::Quit);
    }
}
