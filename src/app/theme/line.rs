//! Lines that are a whole number of pixels thick at every scale. Otherwise some would look thicker than
//! others, and some would vanish.

use bevy::prelude::*;
use bevy::ui::UiSystems;
use bevy::window::PrimaryWindow;

/// The thickness in logical pixels of the design: of a node's border, or of a node that is a line itself.
#[derive(Component, Clone, Copy, Debug, PartialEq)]
pub enum Line {
    /// A border all around.
    Around(f32),
    /// A border at the top.
    Top(f32),
    /// A border at the bottom.
    Bottom(f32),
    /// A border all around that is thicker at the bottom, like a key on a keyboard.
    Key(f32, f32),
    /// A horizontal line; the thickness is its height.
    Flat(f32),
    /// A vertical line; the thickness is its width.
    Upright(f32),
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PostUpdate, snap.before(UiSystems::Prepare));
}

fn snap(
    ui_scale: Res<UiScale>,
    window: Query<Ref<Window>, With<PrimaryWindow>>,
    mut nodes: Query<(Ref<Line>, &mut Node)>,
) {
    let (factor, resized) = match window.single() {
        Ok(window) => (window.scale_factor(), window.is_changed()),
        Err(_) => (1.0, false),
    };
    let scale = ui_scale.0 * factor;
    let whole = |thickness| px(whole_pixels(thickness, scale));
    for (line, mut node) in &mut nodes {
        if !(line.is_changed() || ui_scale.is_changed() || resized) {
            continue;
        }
        match *line {
            Line::Around(thickness) => node.border = UiRect::all(whole(thickness)),
            Line::Top(thickness) => node.border = UiRect::top(whole(thickness)),
            Line::Bottom(thickness) => node.border = UiRect::bottom(whole(thickness)),
            Line::Key(side, bottom) => {
                node.border = UiRect { bottom: whole(bottom), ..UiRect::all(whole(side)) };
            }
            Line::Flat(thickness) => node.height = whole(thickness),
            Line::Upright(thickness) => node.width = whole(thickness),
        }
    }
}

/// The nearest thickness in logical pixels that is a whole number of physical pixels, and at least one.
fn whole_pixels(thickness: f32, scale: f32) -> f32 {
    (thickness * scale).round().max(1.0) / scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_never_lost_and_never_blurred() {
        for scale in [0.5, 0.9, 1.0, 1.35, 2.7, 3.0] {
            for thickness in [1.0, 2.0, 3.0] {
                let pixels = whole_pixels(thickness, scale) * scale;
                assert!(pixels > 0.99 && (pixels - pixels.round()).abs() < 0.001, "{thickness} at {scale}: {pixels}");
            }
        }
    }
}
