//! The embedded fonts. Their handles are constants, so that spawning text needs no resource.

use bevy::asset::uuid_handle;
use bevy::prelude::*;
use bevy::text::{FontFeatureTag, FontFeatures, FontSource};

use super::Theme;

const REGULAR: Handle<Font> = uuid_handle!("6f2d9a04-6f1c-4a3b-9d0e-1b7a52c0e001");
const MEDIUM: Handle<Font> = uuid_handle!("6f2d9a04-6f1c-4a3b-9d0e-1b7a52c0e002");
const SEMI_BOLD: Handle<Font> = uuid_handle!("6f2d9a04-6f1c-4a3b-9d0e-1b7a52c0e003");
const BOLD: Handle<Font> = uuid_handle!("6f2d9a04-6f1c-4a3b-9d0e-1b7a52c0e004");
const DISPLAY_SEMI_BOLD: Handle<Font> = uuid_handle!("6f2d9a04-6f1c-4a3b-9d0e-1b7a52c0e005");
const DISPLAY_BOLD: Handle<Font> = uuid_handle!("6f2d9a04-6f1c-4a3b-9d0e-1b7a52c0e006");
const ICONS: Handle<Font> = uuid_handle!("6f2d9a04-6f1c-4a3b-9d0e-1b7a52c0e007");

/// A face of the one type family, or the icon font.
#[derive(Component, Clone, Copy, Debug, Default, PartialEq, Eq)]
#[require(TextFont)]
pub enum Face {
    /// Running text.
    #[default]
    Regular,
    /// Buttons, tags, small coloured words.
    Medium,
    /// Labels and emphasis.
    SemiBold,
    /// Headings and numbers, spaced tighter.
    Display,
    /// The icon font.
    Icons,
}

impl Face {
    /// The components of text in this face at a size. Digits all have the same width, so that
    /// numbers line up in columns.
    pub fn at(self, size: f32) -> impl Bundle {
        let features = FontFeatures::builder().enable(FontFeatureTag::TABULAR_FIGURES).build();
        let font = TextFont { font_features: features, ..TextFont::from(self.font(Theme::Light)) };
        (self, font.with_font_size(size))
    }

    /// The font of this face in a theme. In light themes every face is one weight heavier, because dark text on light
    /// looks thinner than it is: glyph edges are blended as light, not as paint.
    fn font(self, theme: Theme) -> Handle<Font> {
        match (self, theme) {
            (Self::Regular, Theme::Dark) => REGULAR,
            (Self::Regular, _) | (Self::Medium, Theme::Dark) => MEDIUM,
            (Self::Medium, _) | (Self::SemiBold, Theme::Dark) => SEMI_BOLD,
            (Self::SemiBold, _) => BOLD,
            (Self::Display, Theme::Dark) => DISPLAY_SEMI_BOLD,
            (Self::Display, _) => DISPLAY_BOLD,
            (Self::Icons, _) => ICONS,
        }
    }
}

/// Gives texts the font weight that suits the theme.
pub(super) fn weigh(theme: Res<Theme>, mut texts: Query<(Ref<Face>, &mut TextFont)>) {
    for (face, mut text) in &mut texts {
        if face.is_changed() || theme.is_changed() {
            let font = FontSource::Handle(face.font(*theme));
            if text.font != font {
                text.font = font;
            }
        }
    }
}

pub(super) fn plugin(app: &mut App) {
    let mut fonts = app.world_mut().resource_mut::<Assets<Font>>();
    let files: [(Handle<Font>, &[u8]); 7] = [
        (REGULAR, include_bytes!("../../../assets/fonts/Inter-Regular.otf")),
        (MEDIUM, include_bytes!("../../../assets/fonts/Inter-Medium.otf")),
        (SEMI_BOLD, include_bytes!("../../../assets/fonts/Inter-SemiBold.otf")),
        (BOLD, include_bytes!("../../../assets/fonts/Inter-Bold.otf")),
        (DISPLAY_SEMI_BOLD, include_bytes!("../../../assets/fonts/InterDisplay-SemiBold.otf")),
        (DISPLAY_BOLD, include_bytes!("../../../assets/fonts/InterDisplay-Bold.otf")),
        (ICONS, include_bytes!("../../../assets/icons/lucide.ttf")),
    ];
    for (handle, bytes) in files {
        if let Err(error) = fonts.insert(&handle, Font::from_bytes(bytes.to_vec())) {
            error!("a font could not be stored: {error}");
        }
    }
}
