//! Dragging: a choice can be carried to where it is signed, and then does what pressing it does. It is never needed.

use bevy::picking::Pickable;
use bevy::prelude::*;
use bevy::ui::{InteractionDisabled, OverrideClip, UiTransform, Val2};
use bevy::ui_widgets::Activate;

/// Something is carried once the pointer has gone so far with it, in logical pixels: less is a click.
const FROM: f32 = 8.0;

/// Can be carried.
#[derive(Component, Clone, Copy, Debug, Default)]
pub(super) struct Draggable;

/// Takes what is carried to it: that is then pressed.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct DropPlace;

/// Is being carried; what lies below it is what the pointer is on.
#[derive(Component, Clone, Copy, Debug, Default)]
pub(super) struct Carried;

pub(super) fn plugin(app: &mut App) {
    app.add_observer(carry).add_observer(take).add_observer(put_back);
}

fn carry(
    drag: On<Pointer<Drag>>,
    things: Query<Has<Carried>, (With<Draggable>, Without<InteractionDisabled>)>,
    scale: Res<UiScale>,
    mut commands: Commands,
) {
    let Ok(carried) = things.get(drag.entity) else { return };
    if drag.button != PointerButton::Primary || !(carried || drag.distance.length() >= FROM) {
        return;
    }
    let way = drag.distance / scale.0;
    let transform = UiTransform::from_translation(Val2::px(way.x, way.y));
    // Over everything, also beyond the edge of what scrolls.
    commands.entity(drag.entity).insert((Carried, transform, Pickable::IGNORE, GlobalZIndex(8), OverrideClip));
}

fn take(
    mut drop: On<Pointer<DragDrop>>,
    places: Query<(), With<DropPlace>>,
    carried: Query<Entity, With<Carried>>,
    mut commands: Commands,
) {
    if places.contains(drop.entity) {
        drop.propagate(false);
        for entity in &carried {
            commands.trigger(Activate { entity });
        }
    }
}

fn put_back(end: On<Pointer<DragEnd>>, carried: Query<(), With<Carried>>, mut commands: Commands) {
    if carried.contains(end.entity) {
        commands
            .entity(end.entity)
            .remove::<(Carried, GlobalZIndex, OverrideClip)>()
            .insert((UiTransform::IDENTITY, Pickable::default()));
    }
}
