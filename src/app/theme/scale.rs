//! Keeps the 1280×800 design whole on every window: the interface is scaled, the layout is not squeezed.

use bevy::prelude::*;
use bevy::window::PrimaryWindow;

/// The size every screen is designed for, in logical pixels.
pub const DESIGN: Vec2 = Vec2::new(1280.0, 800.0);
const LEAST_SCALE: f32 = 0.5;

/// The player's own magnification, on top of what the window asks for.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub struct TextScale(pub f32);

impl Default for TextScale {
    fn default() -> Self {
        Self(1.0)
    }
}

/// The scale at which a window of this size shows at least the design.
pub fn ui_scale(window: Vec2, text_scale: TextScale) -> f32 {
    (window / DESIGN).min_element().max(LEAST_SCALE) * text_scale.0.clamp(0.8, 2.0)
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<TextScale>().add_systems(First, follow_window);
}

fn follow_window(
    text_scale: Res<TextScale>,
    window: Query<Ref<Window>, With<PrimaryWindow>>,
    mut scale: ResMut<UiScale>,
) {
    let Ok(window) = window.single() else { return };
    if window.is_changed() || text_scale.is_changed() {
        let wanted = ui_scale(window.size(), *text_scale);
        if (scale.0 - wanted).abs() > f32::EPSILON {
            scale.0 = wanted;
        }
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
    fn a_tiny_window_is_not_scaled_into_dust() {
        assert_eq!(ui_scale(Vec2::new(100.0, 100.0), TextScale::default()), LEAST_SCALE);
    }
}
