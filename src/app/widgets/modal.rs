//! What lies over the screen and keeps the keyboard.

use bevy::prelude::*;

/// A full-window sheet over the screen: while it stands, the keyboard stays in it.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Sheet;
