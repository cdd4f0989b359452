//! The look: palette (raw colours) → tokens (roles) → theme (which palette), type, sizes, icons.
//!
//! A node carries the *role* of its colours as components ([`Fill`], [`Edge`], [`Ink`], [`Tint`]); the active
//! [`Theme`] turns roles into colours, so a change of theme needs no rebuild.

mod fallback;
mod fonts;
mod icons;
mod line;
mod metrics;
mod paint;
mod scale;
mod tokens;

pub use fallback::Letters;
pub use fonts::Face;
pub use icons::Icon;
pub use line::Line;
pub use metrics::{CONTROL_HEIGHT, TARGET, radius, size, space};
pub use paint::{Edge, Fill, Ink, Shadow, Tint};
pub use scale::{DESIGN, Room, TextScale, room, ui_scale};
pub use tokens::{Theme, Token, Tone};

use bevy::app::App;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((fallback::plugin, fonts::plugin, line::plugin, paint::plugin, scale::plugin));
}
