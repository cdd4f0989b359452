//! Keeps the window drawing while something is still settling. When nothing changes, the window sleeps.

use bevy::prelude::*;
use bevy::window::{RequestRedraw, WindowEvent};

/// Frames until an input has shown all its effects: message, rebuild, layout, scroll.
const SETTLE: u8 = 4;

/// How many more frames to request.
#[derive(Resource, Default)]
struct Restless(u8);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Restless>().add_systems(Last, stay_awake);
}

fn stay_awake(
    mut restless: ResMut<Restless>,
    mut inputs: MessageReader<WindowEvent>,
    changed: Query<(), Or<(Changed<ComputedNode>, Changed<BackgroundColor>, Changed<ScrollPosition>)>>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let input = inputs.read().filter(|event| matters(event)).count() > 0;
    if input || !changed.is_empty() {
        restless.0 = SETTLE;
    }
    if restless.0 > 0 {
        restless.0 -= 1;
        redraw.write(RequestRedraw);
    }
}

/// Whether an input needs the extra frames. Pointer motion shows its effect in the same frame, and reacting to our own
/// redraw requests would keep the window awake for ever.
fn matters(event: &WindowEvent) -> bool {
    matches!(
        event,
        WindowEvent::KeyboardInput(_)
            | WindowEvent::MouseButtonInput(_)
            | WindowEvent::MouseWheel(_)
            | WindowEvent::TouchInput(_)
            | WindowEvent::Ime(_)
            | WindowEvent::WindowResized(_)
            | WindowEvent::WindowFocused(_)
            | WindowEvent::WindowOccluded(_)
    )
}
