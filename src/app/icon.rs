//! Gives the window its icon, for the title bar and the list of open windows.

use bevy::ecs::system::NonSendMarker;
use bevy::prelude::*;
use bevy::winit::WINIT_WINDOWS;
use winit::window::Icon;

use crate::chart::document_pixels;

/// The icon, also of the pages in a browser and of the installed program.
const ICON: &str = include_str!("../../assets/icon.svg");
/// Pixels of the picture for each pixel that the drawing names: 64 on each side.
const SCALE: f32 = 2.0;

/// Hands the icon to each window that has opened. Bevy has no setting for it. Windows and X11 show it; macOS takes the
/// icon of the bundle, and Wayland the one of the desktop entry.
pub(super) fn give(opened: Query<Entity, Added<Window>>, _on_the_main_thread: NonSendMarker) {
    for window in &opened {
        WINIT_WINDOWS.with_borrow(|windows| {
            if let Some(window) = windows.get_window(window) {
                window.set_window_icon(icon());
            }
        });
    }
}

fn icon() -> Option<Icon> {
    let picture = document_pixels(ICON, SCALE)?;
    Icon::from_rgba(picture.rgba, picture.width, picture.height).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_of_the_window_can_be_drawn() {
        assert!(icon().is_some());
    }
}
