//! What a screen reader is told: the role, the name and the state of every control, the texts between them in the
//! order of the screen, and only what is shown. What it asks for in return is done in `obey`.

use accesskit::{Action, Node as Spoken, Role};
use bevy::a11y::{AccessibilityNode, AccessibilitySystems};
use bevy::input_focus::tab_navigation::{TabGroup, TabIndex};
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::ui::{Checkable, Checked, UiSystems};

use super::super::theme::Face;
use super::modal::Sheet;
use super::slider_scale::SliderScale;

/// The components of a control that is read out as a role with a name, and can be pressed from afar.
pub(super) fn spoken(role: Role, name: impl Into<String>) -> impl Bundle {
    let mut node = Spoken::new(role);
    match role {
        Role::Image => {}
        Role::Slider => {
            for action in [Action::Focus, Action::Increment, Action::Decrement, Action::SetValue] {
                node.add_action(action);
            }
        }
        Role::TextInput => {
            node.add_action(Action::Focus);
            node.add_action(Action::SetValue);
        }
        _ => {
            node.add_action(Action::Focus);
            node.add_action(Action::Click);
        }
    }
    (AccessibilityNode::from(node), AccessibleLabel::new(name))
}

/// Says more of a control after its name: a subtitle, or why it is blocked.
#[derive(Component, Clone, Debug)]
pub(super) struct Described(pub String);

/// A text that is not read out where it stands, because something else says it.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Silent;

/// A text that heads what comes after it, and how deep: 1 heads a page.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Heads(pub usize);

/// Says of a choice whether it is made, also while it is not.
pub(super) fn choosable(entity: &mut EntityCommands, chosen: bool) {
    entity.insert(Checkable);
    if chosen {
        entity.insert(Checked);
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        PostUpdate,
        (
            (contain, describe, tell_texts, tell_sliders, tell_fields).before(UiSystems::Prepare),
            // Bevy's own systems take the names of pictures away, and give every decoration a role.
            (name_pictures, name_headings, hide).after(UiSystems::PostLayout).before(AccessibilitySystems::Update),
        ),
    );
}

/// Boxes say nothing, but keep what is in them together and in order.
fn contain(
    boxes: Query<(Entity, Has<Sheet>), (Added<Node>, Without<AccessibilityNode>, Without<Text>)>,
    mut commands: Commands,
) {
    for (entity, sheet) in &boxes {
        let mut node = Spoken::new(if sheet { Role::Dialog } else { Role::GenericContainer });
        if sheet {
            node.set_modal();
        }
        commands.entity(entity).try_insert(AccessibilityNode::from(node));
    }
}

fn describe(mut controls: Query<(&Described, &mut AccessibilityNode), Changed<Described>>) {
    for (described, mut node) in &mut controls {
        if !described.0.is_empty() {
            node.set_description(described.0.clone());
        }
    }
}

/// Texts are read out where they stand; those of a control are its name or its description already.
fn tell_texts(
    mut texts: Query<(Entity, &Text, &Face, Has<Children>, Option<&mut Label>), (Changed<Text>, Without<Silent>)>,
    controls: Query<(), With<TabIndex>>,
    parents: Query<&ChildOf>,
    mut commands: Commands,
) {
    for (entity, text, face, spans, told) in &mut texts {
        if let Some(mut told) = told {
            told.set_changed();
            continue;
        }
        let in_control = parents.iter_ancestors(entity).any(|parent| controls.contains(parent));
        let empty = text.is_empty() && !spans;
        if *face != Face::Icons && !in_control && !empty {
            commands.entity(entity).try_insert(Label);
        }
    }
}

fn tell_sliders(mut sliders: Query<(&SliderScale, &mut AccessibilityNode), Changed<SliderScale>>) {
    for (scale, mut node) in &mut sliders {
        node.set_numeric_value(scale.value.into());
        node.set_min_numeric_value(scale.min.into());
        node.set_max_numeric_value(scale.max.into());
        node.set_numeric_value_step(scale.step.into());
    }
}

fn tell_fields(mut fields: Query<(&EditableText, &mut AccessibilityNode), Changed<EditableText>>) {
    for (field, mut node) in &mut fields {
        let value = field.value().to_string();
        if node.value() != Some(value.as_str()) {
            node.set_value(value);
        }
    }
}

fn name_pictures(
    mut pictures: Query<
        (Option<&AccessibleLabel>, &mut AccessibilityNode),
        (With<ImageNode>, Changed<AccessibilityNode>),
    >,
) {
    for (name, mut node) in &mut pictures {
        match name {
            Some(AccessibleLabel(name)) if node.label() != Some(name.as_str()) => node.set_label(name.clone()),
            None if !node.is_hidden() => node.set_hidden(),
            _ => {}
        }
    }
}

/// To Bevy's own system every text is a label.
fn name_headings(mut headings: Query<(&Heads, &mut AccessibilityNode), Changed<AccessibilityNode>>) {
    for (heads, mut node) in &mut headings {
        if node.role() == Role::Label {
            node.set_role(Role::Heading);
            node.set_level(heads.0);
            if let Some(words) = node.value().map(str::to_owned) {
                node.set_label(words);
            }
        }
    }
}

/// What is not on the screen, or lies below a sheet, is not read out.
fn hide(
    sheets: Query<&GlobalZIndex, With<Sheet>>,
    roots: Query<(Entity, Option<&GlobalZIndex>), With<TabGroup>>,
    notes: Query<(Entity, &Node), (Changed<Node>, Without<TabGroup>, Without<Text>)>,
    mut nodes: Query<&mut AccessibilityNode>,
) {
    let top = sheets.iter().map(|z| z.0).max();
    let below = roots.iter().map(|(root, z)| (root, top.is_some_and(|top| z.map_or(0, |z| z.0) < top)));
    let absent = notes.iter().map(|(entity, node)| (entity, node.display == Display::None));
    for (entity, hidden) in below.chain(absent) {
        match nodes.get_mut(entity) {
            Ok(mut node) if hidden && !node.is_hidden() => node.set_hidden(),
            Ok(mut node) if !hidden && node.is_hidden() => node.clear_hidden(),
            _ => {}
        }
    }
}
