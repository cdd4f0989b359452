//! The fonts, embedded, behind fixed handles, so that spawning text needs no resource.

use bevy::asset::uuid_handle;
use bevy::prelude::*;
use bevy::text::{FontFeatureTag, FontFeatures};

const REGULAR: Handle<Font> = uuid_handle!("6f2d9a04-6f1c-4a3b-9d0e-1b7a52c0e001");
const MEDIUM: Handle<Font> = uuid_handle!("6f2d9a04-6f1c-4a3b-9d0e-1b7a52c0e002");
const SEMI_BOLD: Handle<Font> = uuid_handle!("6f2d9a04-6f1c-4a3b-9d0e-1b7a52c0e003");
const DISPLAY: Handle<Font> = uuid_handle!("6f2d9a04-6f1c-4a3b-9d0e-1b7a52c0e004");
const ICONS: Handle<Font> = uuid_handle!("6f2d9a04-6f1c-4a3b-9d0e-1b7a52c0e005");

/// A face of the one type family, or the icons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Face {
    /// Running text.
    #[default]
    Regular,
    /// Buttons, tags, small coloured words.
    Medium,
    /// Labels and emphasis.
    SemiBold,
    /// Headings and numbers of 24 and more, drawn tighter.
    Display,
    /// The icon font.
    Icons,
}

impl Face {
    /// The font component for this face at a size. Figures have one width, so that numbers stand in columns.
    pub fn at(self, size: f32) -> TextFont {
        let handle = match self {
            Self::Regular => REGULAR,
            Self::Medium => MEDIUM,
            Self::SemiBold => SEMI_BOLD,
            Self::Display => DISPLAY,
            Self::Icons => ICONS,
        };
        TextFont {
            font_features: FontFeatures::builder().enable(FontFeatureTag::TABULAR_FIGURES).build(),
            ..TextFont::from(handle).with_font_size(size)
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    let mut fonts = app.world_mut().resource_mut::<Assets<Font>>();
    let files: [(Handle<Font>, &[u8]); 5] = [
        (REGULAR, include_bytes!("../../../assets/fonts/Inter-Regular.otf")),
        (MEDIUM, include_bytes!("../../../assets/fonts/Inter-Medium.otf")),
        (SEMI_BOLD, include_bytes!("../../../assets/fonts/Inter-SemiBold.otf")),
        (DISPLAY, include_bytes!("../../../assets/fonts/InterDisplay-SemiBold.otf")),
        (ICONS, include_bytes!("../../../assets/icons/lucide.ttf")),
    ];
    for (handle, bytes) in files {
        if let Err(error) = fonts.insert(&handle, Font::from_bytes(bytes.to_vec())) {
            error!("a font could not be stored: {error}");
        }
    }
}
