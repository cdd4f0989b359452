//! What a screen reader gets: the role, name and state of every control, the texts between them in the order of the
//! screen, and only what is visible. `obey` handles its requests.

use accesskit::{Action, Node as Spoken, Role};
use bevy::a11y::{AccessibilityNode, AccessibilitySystems};
use bevy::input_focus::tab_navigation::{TabGroup, TabIndex};
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::ui::{Checkable, Checked, UiSystems};

use super::super::theme::Face;
use super::modal::Sheet;
use super::slider_scale::SliderScale;

/// The components of a control with a role and a name for a screen reader, which can also press it.
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

/// More about a control, read out after its name: a subtitle, or why it is blocked.
#[derive(Component, Clone, Debug)]
pub(super) struct Described(pub String);

/// A text that is not read out by itself, because something else says it.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Silent;

/// A heading and its level; the title of a page has level 1.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Heads(pub usize);

/// Marks an entity as a choice, so that a screen reader says whether it is chosen or not.
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
            // Run after Bevy's own systems, which remove the names of pictures and give every decoration a role.
            (name_pictures, name_headings, hide).after(UiSystems::PostLayout).before(AccessibilitySystems::Update),
        ),
    );
}

/// Makes boxes containers, which are not read out but keep their content together and in order.
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

/// Makes texts readable where they are, except in controls, where they are already part of the name or description.
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

/// Makes headings out of the labels that Bevy's own system makes of every text.
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

/// Hides what is not on the screen, or lies below a sheet, from the screen reader.
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
