//! The window as this person left it. F11 toggles full screen; the size of the window, and whether it was maximized,
//! are remembered for the next start.

use bevy::app::AppExit;
use bevy::ecs::system::NonSendMarker;
use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::prelude::*;
use bevy::window::{MonitorSelection, PrimaryWindow, WindowMode};
use bevy::winit::WINIT_WINDOWS;

use super::Directing;
use crate::app::director::{Act, Setting};

/// The state of the window while it was not full screen.
#[derive(Resource, Default)]
struct Own {
    /// Its last size in logical pixels while it was not maximized.
    size: Option<(u32, u32)>,
    /// Whether it was maximized.
    maximized: Option<bool>,
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Own>()
        .add_systems(PreUpdate, toggle.after(bevy::input::InputSystems))
        .add_systems(Update, (fill, look).chain())
        .add_systems(Last, remember);
}

fn toggle(mut keys: MessageReader<KeyboardInput>, directing: Res<Directing>, mut acts: MessageWriter<Act>) {
    let pressed =
        |key: &&KeyboardInput| key.state == ButtonState::Pressed && !key.repeat && key.logical_key == Key::F11;
    if keys.read().filter(pressed).count() % 2 == 1 {
        acts.write(Act::Change(Setting::FullScreen(!directing.0.settings().full_screen)));
    }
}

fn fill(directing: Res<Directing>, mut windows: Query<&mut Window, With<PrimaryWindow>>) {
    let Ok(mut window) = windows.single_mut() else { return };
    let mode = match directing.0.settings().full_screen {
        true => WindowMode::BorderlessFullscreen(MonitorSelection::Current),
        false => WindowMode::Windowed,
    };
    if window.mode != mode {
        window.mode = mode;
    }
}

fn look(
    windows: Query<(Entity, &Window), (With<PrimaryWindow>, Changed<Window>)>,
    mut own: ResMut<Own>,
    _main_thread: NonSendMarker,
) {
    let Ok((entity, window)) = windows.single() else { return };
    if window.mode != WindowMode::Windowed {
        return;
    }
    // Only winit's window knows whether it is maximized. If there is none, as in tests, the size counts as its own.
    let maximized = WINIT_WINDOWS.with_borrow(|windows| Some(windows.get_window(entity)?.is_maximized()));
    own.maximized = maximized.or(own.maximized);
    if maximized != Some(true) {
        own.size = Some((window.width() as u32, window.height() as u32));
    }
}

/// Saves the size when the app exits, and not before, because it changes many times while somebody drags an edge.
fn remember(exits: MessageReader<AppExit>, own: Res<Own>, mut directing: ResMut<Directing>) {
    if exits.is_empty() {
        return;
    }
    if let Some(size) = own.size {
        directing.0.act(Act::Change(Setting::WindowSize(size)));
    }
    if let Some(maximized) = own.maximized {
        directing.0.act(Act::Change(Setting::Maximized(maximized)));
    }
}
