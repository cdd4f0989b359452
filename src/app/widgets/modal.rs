//! The marker of what lies over the screen and keeps the keyboard focus.

use bevy::prelude::*;

/// A sheet over the whole window. While it is open, the keyboard focus stays in it.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Sheet;
