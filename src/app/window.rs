//! The real window.

use std::time::Duration;

use bevy::app::AppExit;
use bevy::input_focus::InputDispatchPlugin;
use bevy::log::{Level, LogPlugin};
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::window::{Monitor, MonitorSelection, PrimaryWindow, WindowMode, WindowResizeConstraints, WindowResolution};
use bevy::winit::{UpdateMode, WinitSettings};

use super::settings::Settings;
use super::start::{StartError, find_display, open_graphics};
use super::theme::DESIGN;
use super::widgets::{Desktop, Motion, SystemClipboard};

/// Only our own warnings, and nobody's chatter: what wgpu and winit tell is for developers (`RUST_LOG` brings it back).
const LOG_FILTER: &str = "off,off_roadmap=warn,bevy_ecs=error,bevy_app=error";

/// Nothing moves by itself: a frame is drawn when something happens, and else only this often. Even one frame every
/// five seconds, Bevy's default for desktop apps, is two hundredths of a core where the processor has to draw.
pub(super) const HEARTBEAT: Duration = Duration::from_secs(60);

/// Opens the window as it was left and runs until it is closed. `setup` adds the game: plugins, resources, screens.
///
/// A missing display or graphics adapter is an error before anything has started, so that the caller can go on
/// without a window.
pub fn run(settings: &Settings, setup: impl FnOnce(&mut App)) -> Result<(), StartError> {
    let _held = find_display()?;
    let render_creation = open_graphics()?;
    let window = Window {
        title: "Off-Roadmap".into(),
        name: Some("off-roadmap".into()),
        resolution: WindowResolution::new(settings.window.0, settings.window.1),
        mode: match settings.full_screen {
            true => WindowMode::BorderlessFullscreen(MonitorSelection::Current),
            false => WindowMode::Windowed,
        },
        resize_constraints: WindowResizeConstraints {
            min_width: DESIGN.x / 2.0,
            min_height: DESIGN.y / 2.0,
            ..default()
        },
        fit_canvas_to_parent: true,
        ..default()
    };
    let mut app = App::new();
    app.add_plugins(
        DefaultPlugins
            // The window asks before it closes if something would be lost.
            .set(WindowPlugin { primary_window: Some(window), close_when_requested: false, ..default() })
            .set(RenderPlugin { render_creation, ..default() })
            .set(LogPlugin { filter: LOG_FILTER.into(), level: Level::WARN, ..default() })
            // The widgets hand keys on themselves.
            .disable::<InputDispatchPlugin>(),
    )
    .insert_resource(pace(HEARTBEAT))
    .insert_resource(Motion::watched())
    .insert_resource(SystemClipboard(Box::new(Desktop::default())))
    .add_plugins(super::plugin)
    .add_systems(Update, fit_on_screen);
    setup(&mut app);
    match app.run() {
        AppExit::Success => Ok(()),
        AppExit::Error(code) => Err(StartError::Failed(code.get())),
    }
}

/// A window that is larger than every screen would hide its foot, and not every system keeps it from being so.
fn fit_on_screen(
    added: Query<(), Added<Monitor>>,
    screens: Query<&Monitor>,
    mut windows: Query<&mut Window, With<PrimaryWindow>>,
) {
    if added.is_empty() {
        return;
    }
    let room = screens.iter().map(Monitor::physical_size).fold(UVec2::ZERO, UVec2::max);
    for mut window in &mut windows {
        let size = window.physical_size();
        let fitting = size.min(room);
        if window.mode == WindowMode::Windowed && room.min_element() > 0 && fitting != size {
            window.resolution.set_physical_resolution(fitting.x, fitting.y);
        }
    }
}

/// Draws when something happens, and else only so often.
pub(super) fn pace(wait: Duration) -> WinitSettings {
    WinitSettings { focused_mode: UpdateMode::reactive(wait), unfocused_mode: UpdateMode::reactive_low_power(wait) }
}
