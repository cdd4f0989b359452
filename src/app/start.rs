//! Finds the display and the graphics adapter before Bevy starts, because Bevy panics if either is missing.

use std::sync::Arc;

use bevy::render::renderer::{
    RenderAdapter, RenderAdapterInfo, RenderDevice, RenderInstance, RenderQueue, WgpuWrapper,
};
use bevy::render::settings::RenderCreation;
use bevy::tasks::block_on;
use thiserror::Error;

use super::presentable::Presenter;

/// Why the window cannot open. Each error is one sentence for the player.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StartError {
    /// There is no display to open a window on. Holds the reason.
    #[error("There is no display to open a window on ({0}).")]
    NoDisplay(String),
    /// There is no graphics adapter to draw with. Holds what the graphics library says, which is too long and
    /// technical for the player.
    #[error("There is no graphics adapter that can draw the window.")]
    NoAdapter(String),
    /// A window has opened that the graphics adapter cannot draw in. It is closed before anything is lost.
    #[error("The graphics driver cannot draw in a window on this display.")]
    Unpresentable,
    /// The window opened and then failed. Holds the exit code.
    #[error("The window closed with an error (code {0}). “Continue” resumes the game from the last signature.")]
    Failed(u8),
    /// A picture could not be drawn or saved. Holds the reason.
    #[error("The picture could not be saved ({0}).")]
    Picture(String),
}

/// A connection to the display. It is kept open while the window is: an X server restarts when its last client leaves,
/// and may not answer winit while it does.
#[cfg(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))))]
pub(super) type Display = x11rb::rust_connection::RustConnection;

/// There is nothing to keep open.
#[cfg(not(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android")))))]
pub(super) type Display = ();

/// Looks for a display in the same way as winit does.
#[cfg(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android"))))]
pub(super) fn find_display() -> Result<Display, StartError> {
    use x11rb::errors::ConnectError;

    let missing = |what: &str| StartError::NoDisplay(what.into());
    let Some(display) = std::env::var_os("DISPLAY").filter(|display| !display.is_empty()) else {
        return Err(missing("DISPLAY is not set"));
    };
    if x11_dl::xlib::Xlib::open().is_err()
        || x11_dl::xcursor::Xcursor::open().is_err()
        || x11_dl::xlib_xcb::Xlib_xcb::open().is_err()
        || x11_dl::xinput2::XInput2::open().is_err()
    {
        return Err(missing("an X11 client library is missing"));
    }
    let display = display.to_string_lossy();
    match x11rb::connect(None) {
        Ok((display, _)) => Ok(display),
        Err(ConnectError::SetupAuthenticate(_) | ConnectError::SetupFailed(_)) => {
            Err(missing(&format!("the X server at {display} refuses the connection")))
        }
        Err(_) => Err(missing(&format!("no X server answers at {display}"))),
    }
}

/// Platforms other than Unix with X11 always have a display.
#[cfg(not(all(unix, not(any(target_os = "macos", target_os = "ios", target_os = "android")))))]
pub(super) fn find_display() -> Result<Display, StartError> {
    Ok(())
}

/// An open graphics adapter.
pub(super) struct Graphics {
    /// What Bevy draws with.
    pub creation: RenderCreation,
    /// Asks whether a window can be drawn in, where that can be known before Bevy tries.
    pub presenter: Option<Presenter>,
}

/// Opens a graphics adapter for Bevy. In a browser, Bevy has to do this itself.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn open_graphics() -> Result<Graphics, StartError> {
    let missing = |error: &dyn std::fmt::Display| StartError::NoAdapter(error.to_string());
    let descriptor = wgpu::InstanceDescriptor {
        backends: wgpu::Backends::from_env().unwrap_or(wgpu::Backends::all()),
        flags: wgpu::InstanceFlags::empty().with_env(),
        ..wgpu::InstanceDescriptor::new_without_display_handle()
    };
    let instance = wgpu::Instance::new(descriptor);
    let adapter =
        block_on(instance.request_adapter(&wgpu::RequestAdapterOptions::default())).map_err(|error| missing(&error))?;
    let wanted = wgpu::DeviceDescriptor {
        required_features: adapter.features()
            - wgpu::Features::all_experimental_mask()
            - wgpu::Features::MAPPABLE_PRIMARY_BUFFERS,
        required_limits: adapter.limits(),
        ..wgpu::DeviceDescriptor::default()
    };
    let (device, queue) = block_on(adapter.request_device(&wanted)).map_err(|error| missing(&error))?;
    let info = RenderAdapterInfo(WgpuWrapper::new(adapter.get_info()));
    let adapter = RenderAdapter(Arc::new(WgpuWrapper::new(adapter)));
    let instance = RenderInstance(Arc::new(WgpuWrapper::new(instance)));
    let presenter = Presenter { instance: instance.clone(), adapter: adapter.clone() };
    let queue = RenderQueue(Arc::new(WgpuWrapper::new(queue)));
    Ok(Graphics {
        creation: RenderCreation::manual(RenderDevice::from(device), queue, info, adapter, instance),
        // A second surface on one window is a matter of course in X11 and Wayland only.
        presenter: cfg!(all(unix, not(target_os = "macos"))).then_some(presenter),
    })
}

/// In a browser, adapters are only available later, so Bevy waits for one itself.
#[cfg(target_arch = "wasm32")]
pub(super) fn open_graphics() -> Result<Graphics, StartError> {
    Ok(Graphics { creation: RenderCreation::default(), presenter: None })
}
