//! Scales the interface so that every window shows at least the 1280×800 design. If large text leaves too little room
//! for columns, pages are laid out for a narrow room instead.

use bevy::prelude::*;
use bevy::window::PrimaryWindow;

/// The size every screen is designed for, in logical pixels.
pub const DESIGN: Vec2 = Vec2::new(1280.0, 800.0);
const LEAST_SCALE: f32 = 0.5;
/// How much of a window's extra size goes into a larger scale; the rest shows more content.
const LARGER: f32 = 0.6;
/// Below this width in logical pixels, columns do not fit side by side.
const NARROW: f32 = 1000.0;

/// How much room the window leaves for a page.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Room {
    /// Columns are side by side, and each scrolls on its own.
    #[default]
    Wide,
    /// Columns are below each other, and the page scrolls as a whole.
    Narrow,
}

/// The player's own text size as a scale, applied on top of the scale for the window.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct TextScale(pub f32);

impl Default for TextScale {
    fn default() -> Self {
        Self(1.0)
    }
}

/// The scale at which a window of this size shows at least the design. Of the extra size of a larger window, a part
/// goes into a larger scale and the rest shows more content.
pub fn ui_scale(window: Vec2, text_scale: TextScale) -> f32 {
    let fit = (window / DESIGN).min_element();
    let scale = if fit > 1.0 { 1.0 + (fit - 1.0) * LARGER } else { fit.max(LEAST_SCALE) };
    scale * text_scale.0.clamp(0.8, 2.0)
}

/// The room that a window of this size leaves for a page.
pub fn room(window: Vec2, text_scale: TextScale) -> Room {
    if window.x / ui_scale(window, text_scale) < NARROW { Room::Narrow } else { Room::Wide }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<TextScale>().init_resource::<Room>().add_systems(First, follow_window);
}

fn follow_window(
    text_scale: Res<TextScale>,
    window: Query<Ref<Window>, With<PrimaryWindow>>,
    mut scale: ResMut<UiScale>,
    mut left: ResMut<Room>,
) {
    let Ok(window) = window.single() else { return };
    if window.is_changed() || text_scale.is_changed() {
        let wanted = ui_scale(window.size(), *text_scale);
        if (scale.0 - wanted).abs() > f32::EPSILON {
            scale.0 = wanted;
        }
        left.set_if_neq(room(window.size(), *text_scale));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_window_shows_at_least_the_design() {
        for (width, height) in [(1280.0, 720.0), (1280.0, 800.0), (1920.0, 1080.0), (3840.0, 2160.0)] {
            let window = Vec2::new(width, height);
            let logical = window / ui_scale(window, TextScale::default());
            assert!(logical.cmpge(DESIGN - 0.01).all(), "{window} shows only {logical}");
        }
    }

    #[test]
    fn a_larger_window_shows_more_and_not_only_larger() {
        let window = Vec2::new(1920.0, 1080.0);
        let scale = ui_scale(window, TextScale::default());
        assert!(scale > 1.15, "it is larger: {scale}");
        assert!(window.y / scale > DESIGN.y * 1.1, "and shows more: {}", window.y / scale);
    }

    #[test]
    fn only_large_text_makes_a_window_narrow() {
        for window in [(1280.0, 720.0), (1280.0, 800.0), (3840.0, 2160.0)].map(Vec2::from) {
            // A larger window has room for larger text.
            let large = if window.x > 1280.0 { Room::Wide } else { Room::Narrow };
            for (scale, wanted) in [(0.8, Room::Wide), (1.0, Room::Wide), (1.5, large), (2.0, Room::Narrow)] {
                assert_eq!(room(window, TextScale(scale)), wanted, "{window} at {scale}");
            }
        }
    }

    #[test]
    fn a_tiny_window_is_not_scaled_into_dust() {
        assert_eq!(ui_scale(Vec2::new(100.0, 100.0), TextScale::default()), LEAST_SCALE);
    }
}
