//! The window: Bevy lives here and nowhere else.
