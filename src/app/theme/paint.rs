//! Turns the roles that nodes carry into the colours of the active theme.

use bevy::prelude::*;
use bevy::ui::UiSystems;

use super::fonts::weigh;
use super::{Theme, Token};

/// The role of a node's background.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
#[require(BackgroundColor)]
pub struct Fill(pub Token);

/// The role of a node's border.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
#[require(BorderColor)]
pub struct Edge(pub Token);

/// The role of a text's colour.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
#[require(TextColor)]
pub struct Ink(pub Token);

/// The role of the colour an image is multiplied with.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
#[require(ImageNode)]
pub struct Tint(pub Token);

/// The soft shadow that lifts a card off the paper.
#[derive(Component, Clone, Copy, Debug, Default)]
#[require(BoxShadow)]
pub struct Shadow;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Theme>().add_systems(Update, paint_window.run_if(resource_changed::<Theme>)).add_systems(
        PostUpdate,
        (weigh, paint_fills, paint_edges, paint_inks, paint_tints, paint_shadows).before(UiSystems::Prepare),
    );
}

fn paint_window(theme: Res<Theme>, mut clear: ResMut<ClearColor>) {
    clear.0 = theme.color(Token::Paper);
}

fn paint_fills(theme: Res<Theme>, mut nodes: Query<(Ref<Fill>, &mut BackgroundColor)>) {
    for (role, mut color) in &mut nodes {
        if role.is_changed() || theme.is_changed() {
            color.set_if_neq(BackgroundColor(theme.color(role.0)));
        }
    }
}

fn paint_edges(theme: Res<Theme>, mut nodes: Query<(Ref<Edge>, &mut BorderColor)>) {
    for (role, mut color) in &mut nodes {
        if role.is_changed() || theme.is_changed() {
            color.set_if_neq(BorderColor::all(theme.color(role.0)));
        }
    }
}

fn paint_inks(theme: Res<Theme>, mut texts: Query<(Ref<Ink>, &mut TextColor)>) {
    for (role, mut color) in &mut texts {
        if role.is_changed() || theme.is_changed() {
            color.set_if_neq(TextColor(theme.color(role.0)));
        }
    }
}

fn paint_tints(theme: Res<Theme>, mut images: Query<(Ref<Tint>, &mut ImageNode)>) {
    for (role, mut image) in &mut images {
        if role.is_changed() || theme.is_changed() {
            image.color = theme.color(role.0);
        }
    }
}

fn paint_shadows(theme: Res<Theme>, mut nodes: Query<(Ref<Shadow>, &mut BoxShadow)>) {
    for (role, mut shadow) in &mut nodes {
        if role.is_added() || theme.is_changed() {
            *shadow = BoxShadow::new(theme.shadow(), px(0), px(2), px(0), px(6));
        }
    }
}
