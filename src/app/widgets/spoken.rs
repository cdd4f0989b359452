//! What a screen reader says of a control: its role and its name.

use accesskit::{Node, Role};
use bevy::a11y::AccessibilityNode;
use bevy::ecs::bundle::Bundle;
use bevy::prelude::AccessibleLabel;

/// The components of a control that is read out as a role with a name.
pub(super) fn spoken(role: Role, name: impl Into<String>) -> impl Bundle {
    (AccessibilityNode::from(Node::new(role)), AccessibleLabel::new(name))
}
