//! Sizes in logical pixels of the 1280×800 design.

/// Type sizes.
pub mod size {
    /// Captions and key-caps.
    pub const CAPTION: f32 = 14.0;
    /// Notes, labels and buttons.
    pub const SMALL: f32 = 16.0;
    /// Running text.
    pub const BODY: f32 = 18.0;
    /// Headings and figures.
    pub const HEADING: f32 = 24.0;
    /// Titles and big numbers.
    pub const TITLE: f32 = 32.0;
    /// The one big word of a screen.
    pub const DISPLAY: f32 = 48.0;
    /// The name of the game on the title screen.
    pub const POSTER: f32 = 72.0;
}

/// Distances.
pub mod space {
    /// 4
    pub const XXS: f32 = 4.0;
    /// 8
    pub const XS: f32 = 8.0;
    /// 12
    pub const S: f32 = 12.0;
    /// 16
    pub const M: f32 = 16.0;
    /// 24
    pub const L: f32 = 24.0;
    /// 32
    pub const XL: f32 = 32.0;
    /// 48
    pub const XXL: f32 = 48.0;
}

/// Corner radii.
pub mod radius {
    /// Cards and tinted boxes.
    pub const CARD: f32 = 10.0;
    /// Buttons, fields and tiles.
    pub const CONTROL: f32 = 6.0;
    /// Tags and bars: as round as they are high.
    pub const ROUND: f32 = 999.0;
}

/// The least width and height of anything that can be pressed.
pub const TARGET: f32 = 32.0;
/// The height of buttons and fields.
pub const CONTROL_HEIGHT: f32 = 40.0;
