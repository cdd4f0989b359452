//! Does what a screen reader asks for: press, focus, move a slider, type into a field, scroll.

use accesskit::{Action, ActionData};
use bevy::a11y::{AccessibilitySystems, ActionRequest};
use bevy::input_focus::{FocusCause, InputFocus, InputFocusVisible};
use bevy::prelude::*;
use bevy::text::{EditableText, TextEdit};
use bevy::ui::InteractionDisabled;
use bevy::ui_widgets::{Activate, ScrollIntoView};
use bevy::window::RequestRedraw;

use super::focus::Reach;
use super::slider_scale::SliderScale;
use super::sliding::SetSlider;

pub(super) fn plugin(app: &mut App) {
    app.add_message::<ActionRequest>().add_systems(PostUpdate, obey.after(AccessibilitySystems::Update));
}

fn obey(
    mut requests: MessageReader<ActionRequest>,
    reach: Reach,
    blocked: Query<(), With<InteractionDisabled>>,
    sliders: Query<&SliderScale>,
    mut fields: Query<&mut EditableText>,
    mut focus: ResMut<InputFocus>,
    mut visible: ResMut<InputFocusVisible>,
    mut redraw: MessageWriter<RequestRedraw>,
    mut commands: Commands,
) {
    for ActionRequest(request) in requests.read() {
        // Nothing else would wake the window.
        redraw.write(RequestRedraw);
        let Some(entity) = Entity::try_from_bits(request.target_node.0) else { continue };
        if request.action == Action::ScrollIntoView {
            commands.trigger(ScrollIntoView { entity });
            continue;
        }
        if !reach.contains(entity) {
            continue;
        }
        let mut slide = |wish: f32| commands.trigger(SetSlider { entity, wish });
        match (request.action, sliders.get(entity), &request.data) {
            (Action::Increment, Ok(scale), _) => slide((scale.value + scale.step) as f32),
            (Action::Decrement, Ok(scale), _) => slide((scale.value - scale.step) as f32),
            (Action::SetValue, Ok(_), Some(ActionData::NumericValue(wish))) => slide(*wish as f32),
            (Action::SetValue, Err(_), Some(ActionData::Value(typed))) => {
                if let Ok(mut field) = fields.get_mut(entity) {
                    field.queue_edit(TextEdit::SelectAll);
                    field.queue_edit(match typed.as_ref() {
                        "" => TextEdit::Delete,
                        typed => TextEdit::Insert(typed.into()),
                    });
                }
            }
            (Action::Click, Err(_), _) if !blocked.contains(entity) => commands.trigger(Activate { entity }),
            // A blocked action responds by showing its reason.
            (Action::Click | Action::Focus, ..) => {
                focus.set(entity, FocusCause::Navigated);
                visible.0 = true;
            }
            _ => {}
        }
    }
}
