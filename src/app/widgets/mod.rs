//! The widgets every screen is drawn with. They know nothing of the game.

mod awake;
mod button;
mod choice;
mod field;
mod focus;
mod intent;
mod meter;
mod panel;
mod picture;
mod press;
mod screen;
mod scroll;
mod slider;
mod tag;
mod text;
mod ui;

pub use button::Button;
pub use choice::Tile;
pub use field::TextField;
pub use focus::{Primary, Sheet};
pub use intent::{Blocked, OnActivate, OnText, OnValue, Shortcut};
pub use meter::{Range, Segment};
pub use panel::{panel, rebuild};
pub use picture::Pixels;
pub use press::Focusable;
pub use screen::{screen_root, sheet};
pub use slider::{SetSlider, Slider, SliderScale};
pub use text::{Span, TextKind};
pub use ui::{Area, Ui};

use bevy::app::App;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((
        awake::plugin,
        field::plugin,
        focus::plugin,
        intent::plugin,
        picture::plugin,
        press::plugin,
        scroll::plugin,
        slider::plugin,
    ));
}
