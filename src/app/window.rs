//! Opens the real window and runs the app in it.

use std::time::Duration;

use bevy::app::AppExit;
use bevy::input_focus::InputDispatchPlugin;
use bevy::log::{Level, LogPlugin};
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::window::{Monitor, MonitorSelection, PrimaryWindow, WindowMode, WindowResizeConstraints, WindowResolution};
use bevy::winit::{UpdateMode, WinitSettings};

use super::icon;
use super::presentable::{self, UNPRESENTABLE};
use super::settings::Settings;
use super::start::{StartError, find_display, open_graphics};
use super::theme::DESIGN;
use super::widgets::{Desktop, Motion, SystemClipboard};

/// Only warnings from this program. What wgpu and winit log is of use to developers only, who can set `RUST_LOG`.
const LOG_FILTER: &str = "off,off_roadmap=warn,bevy_ecs=error,bevy_app=error";

/// A frame is drawn when something happens, and otherwise only this often, because nothing moves by itself. With
/// software rendering, even one frame every five seconds (Bevy's default for desktop apps) takes 2 % of a core.
pub(super) const HEARTBEAT: Duration = Duration::from_secs(60);

/// The part of a screen that is not available to a window, in physical pixels: its frame, and the panel of the desktop.
const AROUND: UVec2 = UVec2::new(0, 80);

/// Opens the window as it was last left and runs until it is closed. `setup` adds the game:
/// plugins, resources, screens.
///
/// A missing display or graphics adapter is an error before anything has started, so that the caller can go on
/// without a window.
pub fn run(settings: &Settings, setup: impl FnOnce(&mut App)) -> Result<(), StartError> {
    let _held = find_display()?;
    let graphics = open_graphics()?;
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
            // The director asks before the window closes if something would be lost.
            .set(WindowPlugin { primary_window: Some(window), close_when_requested: false, ..default() })
            .set(RenderPlugin { render_creation: graphics.creation, ..default() })
            .set(LogPlugin { filter: LOG_FILTER.into(), level: Level::WARN, ..default() })
            // The widgets dispatch keys themselves.
            .disable::<InputDispatchPlugin>(),
    )
    .insert_resource(pace(HEARTBEAT))
    .insert_resource(Motion::watched())
    .insert_resource(SystemClipboard(Box::new(Desktop::default())))
    .insert_resource(Wanted { maximized: settings.maximized })
    .add_plugins(super::plugin)
    .add_systems(First, presentable::require)
    .add_systems(Update, (fit_on_screen, icon::give));
    if let Some(presenter) = graphics.presenter {
        app.insert_resource(presenter);
    }
    setup(&mut app);
    match app.run() {
        AppExit::Error(UNPRESENTABLE) => Err(StartError::Unpresentable),
        AppExit::Success => Ok(()),
        AppExit::Error(code) => Err(StartError::Failed(code.get())),
    }
}

/// How the window should open.
#[derive(Resource)]
struct Wanted {
    maximized: bool,
}

/// A window larger than the desktop would hide the foot of the page, and not every system prevents that. So the window
/// is shrunk to fit, and maximized.
fn fit_on_screen(
    added: Query<(), Added<Monitor>>,
    screens: Query<&Monitor>,
    wanted: Res<Wanted>,
    mut windows: Query<&mut Window, With<PrimaryWindow>>,
) {
    if added.is_empty() {
        return;
    }
    let room = screens.iter().map(Monitor::physical_size).fold(UVec2::ZERO, UVec2::max);
    for mut window in windows.iter_mut().filter(|window| window.mode == WindowMode::Windowed) {
        let fitting = fitting(window.physical_size(), room);
        if let Some(size) = fitting {
            window.resolution.set_physical_resolution(size.x, size.y);
        }
        if fitting.is_some() || wanted.maximized {
            window.set_maximized(true);
        }
    }
}

/// The size in physical pixels that a window should have instead, or `None` if it fits on a screen of this size beside
/// its own frame and the panel of the desktop.
fn fitting(size: UVec2, screen: UVec2) -> Option<UVec2> {
    let room = screen.saturating_sub(AROUND);
    let fitting = size.min(room);
    (room.min_element() > 0 && fitting != size).then_some(fitting)
}

/// Draws when something happens, and otherwise once per `wait`.
pub(super) fn pace(wait: Duration) -> WinitSettings {
    WinitSettings { focused_mode: UpdateMode::reactive(wait), unfocused_mode: UpdateMode::reactive_low_power(wait) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_leaves_room_for_its_frame_and_the_bar_of_the_desktop() {
        let (small, large) = (UVec2::new(1280, 800), UVec2::new(1920, 1080));
        assert_eq!(fitting(small, large), None);
        assert_eq!(fitting(small, small), Some(UVec2::new(1280, 720)));
        assert_eq!(fitting(large, small), Some(UVec2::new(1280, 720)));
        assert_eq!(fitting(small, UVec2::ZERO), None, "a screen that tells no size");
    }
}
