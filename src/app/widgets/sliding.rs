//! How sliders move: by pointer, by arrow keys, and by request.

use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::FocusedInput;
use bevy::picking::pointer::{PointerId, PointerLocation, PointerPress};
use bevy::prelude::*;
use bevy::ui::{ComputedUiRenderTargetInfo, InteractionDisabled, UiGlobalTransform, UiSystems};

use super::intent::OnValue;
use super::slider::{Filled, Thumb, Track};
use super::slider_scale::SliderScale;

/// How many steps Page Up and Page Down move.
const BIG_STEP: i32 = 5;

/// The slider that a pointer is dragging. It is kept by name, because its panel may be rebuilt meanwhile.
#[derive(Resource, Default)]
struct Held(Option<(PointerId, Name)>);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Held>()
        .add_observer(move_by_key)
        .add_observer(take_hold)
        .add_observer(set_value)
        .add_systems(Update, drag)
        .add_systems(PostUpdate, place_thumbs.before(UiSystems::Layout));
}

/// Asks a slider to move. It snaps to the nearest allowed value, and sends its message if that is a new one.
#[derive(EntityEvent, Clone, Copy, Debug)]
pub struct SetSlider {
    /// The slider.
    pub entity: Entity,
    /// The value that is wanted.
    pub wish: f32,
}

fn set_value(
    wanted: On<SetSlider>,
    mut sliders: Query<(&mut SliderScale, Option<&OnValue>), Without<InteractionDisabled>>,
    mut commands: Commands,
) {
    let Ok((mut scale, intent)) = sliders.get_mut(wanted.entity) else {
        return;
    };
    let value = scale.snap(wanted.wish);
    if value != scale.value {
        scale.value = value;
        if let Some(intent) = intent {
            intent.emit(value, &mut commands);
        }
    }
}

fn move_by_key(mut input: On<FocusedInput<KeyboardInput>>, sliders: Query<&SliderScale>, mut commands: Commands) {
    let entity = input.focused_entity;
    let Ok(scale) = sliders.get(entity) else {
        return;
    };
    let wish = match input.input.logical_key {
        Key::ArrowLeft => scale.value - scale.step,
        Key::ArrowRight => scale.value + scale.step,
        Key::PageDown => scale.value - scale.step * BIG_STEP,
        Key::PageUp => scale.value + scale.step * BIG_STEP,
        Key::Home => scale.min,
        Key::End => scale.max,
        _ => return,
    };
    input.propagate(false);
    if input.input.state == ButtonState::Pressed {
        commands.trigger(SetSlider { entity, wish: wish as f32 });
    }
}

fn take_hold(press: On<Pointer<Press>>, sliders: Query<&Name, With<SliderScale>>, mut held: ResMut<Held>) {
    if press.button == PointerButton::Primary
        && let Ok(name) = sliders.get(press.entity)
    {
        held.0 = Some((press.pointer_id, name.clone()));
    }
}

fn drag(
    mut held: ResMut<Held>,
    pointers: Query<(&PointerId, &PointerLocation, &PointerPress)>,
    sliders: Query<(Entity, &Name, &SliderScale, &Children, &ComputedUiRenderTargetInfo)>,
    tracks: Query<(&ComputedNode, &UiGlobalTransform), With<Track>>,
    ui_scale: Res<UiScale>,
    mut commands: Commands,
) {
    let Some((pointer, wanted)) = held.0.clone() else { return };
    let Some((_, location, press)) = pointers.iter().find(|(id, ..)| **id == pointer) else {
        held.0 = None;
        return;
    };
    if !press.is_primary_pressed() {
        held.0 = None;
    }
    let Some((entity, _, scale, children, target)) = sliders.iter().find(|(_, name, ..)| **name == wanted) else {
        return;
    };
    let (Some(location), Some((node, transform))) =
        (location.location(), children.iter().find_map(|child| tracks.get(child).ok()))
    else {
        return;
    };
    // The scale factor of the target includes the UI scale, but the position of the pointer does not.
    let pixel = location.position * target.scale_factor() / ui_scale.0;
    if let Some(point) = node.normalize_point(*transform, pixel) {
        let wish = scale.min as f32 + (point.x + 0.5) * (scale.max - scale.min) as f32;
        commands.trigger(SetSlider { entity, wish });
    }
}

fn place_thumbs(
    sliders: Query<(&SliderScale, &Children), Changed<SliderScale>>,
    tracks: Query<&Children, With<Track>>,
    mut parts: Query<(&mut Node, Has<Thumb>), Or<(With<Thumb>, With<Filled>)>>,
) {
    for (scale, children) in &sliders {
        let share = percent(scale.share() * 100.0);
        for part in children.iter().flat_map(|child| tracks.get(child)).flatten() {
            match parts.get_mut(*part) {
                Ok((mut node, true)) => node.left = share,
                Ok((mut node, false)) => node.width = share,
                Err(_) => {}
            }
        }
    }
}
