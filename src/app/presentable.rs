//! Ends the app with a code of its own, before the first frame, if the graphics adapter cannot show anything in the window
//! that has opened. Bevy would panic: it takes for granted that each adapter can.

use std::num::NonZero;

use bevy::app::AppExit;
use bevy::ecs::system::NonSendMarker;
use bevy::prelude::*;
use bevy::render::renderer::{RenderAdapter, RenderInstance};
use bevy::window::RawHandleWrapper;
use bevy::winit::WINIT_WINDOWS;
use wgpu::{PresentMode, SurfaceCapabilities};

/// The exit code of an app whose window can show nothing.
pub(super) const UNPRESENTABLE: NonZero<u8> = NonZero::<u8>::MIN.saturating_add(1);

/// What is needed to ask whether a window can be drawn in.
#[derive(Resource)]
pub(super) struct Presenter {
    /// What opens a surface on a window.
    pub instance: RenderInstance,
    /// What draws on it.
    pub adapter: RenderAdapter,
}

/// Asks for each window that has opened. One that can show nothing loses its handle, so that Bevy draws nothing in it.
pub(super) fn require(
    presenter: Option<Res<Presenter>>,
    opened: Query<Entity, Added<RawHandleWrapper>>,
    mut exits: MessageWriter<AppExit>,
    mut commands: Commands,
    _on_the_main_thread: NonSendMarker,
) {
    let Some(presenter) = presenter else { return };
    for window in opened.iter().filter(|&window| !presenter.can_show(window)) {
        commands.entity(window).remove::<RawHandleWrapper>();
        exits.write(AppExit::Error(UNPRESENTABLE));
    }
}

impl Presenter {
    /// Whether the adapter can show pictures in this window.
    fn can_show(&self, window: Entity) -> bool {
        WINIT_WINDOWS.with_borrow(|windows| {
            let Some(window) = windows.get_window(window) else { return true };
            // A surface that cannot be opened has no capabilities either.
            self.instance.create_surface(&**window).is_ok_and(|surface| shows(&surface.get_capabilities(&self.adapter)))
        })
    }
}

/// Whether one of these formats and one of these ways to present, of which Bevy takes the first that waits for the
/// screen, is there. Vulkan promises a queue (`Fifo`), and software drivers have broken that promise: the one of
/// Debian 11 offers nothing on a display without a graphics card.
fn shows(offered: &SurfaceCapabilities) -> bool {
    let queued = [PresentMode::Fifo, PresentMode::FifoRelaxed];
    !offered.formats.is_empty() && queued.iter().any(|mode| offered.present_modes.contains(mode))
}

#[cfg(test)]
mod tests {
    use wgpu::TextureFormat;

    use super::*;

    #[test]
    fn a_driver_that_offers_no_way_to_present_shows_nothing() {
        let formats = vec![TextureFormat::Bgra8UnormSrgb];
        let offered = |present_modes| SurfaceCapabilities { formats: formats.clone(), present_modes, ..default() };
        assert!(!shows(&offered(Vec::new())));
        assert!(!shows(&offered(vec![PresentMode::Immediate])), "Bevy panics without a queue");
        assert!(shows(&offered(vec![PresentMode::Immediate, PresentMode::Fifo])));
        assert!(!shows(&SurfaceCapabilities { present_modes: vec![PresentMode::Fifo], ..default() }));
    }
}
