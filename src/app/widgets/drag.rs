//! Dragging: dropping a choice on its drop place does the same as pressing it, so dragging is never necessary.

use bevy::picking::Pickable;
use bevy::prelude::*;
use bevy::ui::{InteractionDisabled, OverrideClip, UiTransform, Val2};
use bevy::ui_widgets::Activate;

/// Moving the pointer at least this far, in logical pixels, is a drag; less is a click.
const FROM: f32 = 8.0;

/// Can be dragged.
#[derive(Component, Clone, Copy, Debug, Default)]
pub(super) struct Draggable;

/// A place to drop something. What is dropped on it counts as pressed.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct DropPlace;

/// Is being dragged. It ignores the pointer, so that the pointer finds what lies below.
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
    // Draw it on top of everything and beyond the edges of scroll areas.
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
