//! Slides as plain data: what is on them, in which order, for how long, and what to say.

use super::figure::Figure;

/// All slides of a debrief.
#[derive(Clone, Debug)]
pub struct Deck {
    /// What it is about.
    pub title: String,
    /// The slides in their order.
    pub slides: Vec<Slide>,
}

impl Deck {
    /// The minutes of the slides that are not optional.
    #[must_use]
    pub fn minutes(&self) -> u16 {
        self.slides.iter().filter(|slide| !slide.spare).map(|slide| u16::from(slide.minutes)).sum()
    }
}

/// A slide.
#[derive(Clone, Debug)]
pub struct Slide {
    /// The step of the debrief that it belongs to.
    pub part: SlidePart,
    /// Its idea, in a few words.
    pub title: String,
    /// What it shows, from top to bottom; empty if the question is all.
    pub blocks: Vec<Block>,
    /// What the facilitator asks; empty if there is nothing to ask.
    pub question: String,
    /// Minutes to spend on it, as a suggestion.
    pub minutes: u8,
    /// Whether it can be left out.
    pub spare: bool,
    /// What the speaker needs to know, paragraph by paragraph.
    pub notes: Vec<String>,
}

/// The steps of a debrief, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SlidePart {
    /// The title.
    Opening,
    /// How it felt.
    Felt,
    /// What happened.
    Happened,
    /// What caused it.
    Caused,
    /// What was true.
    True,
    /// What if.
    WhatIf,
    /// Like your company.
    Company,
    /// What next.
    Next,
}

impl SlidePart {
    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Opening => "slides-opening",
            Self::Felt => "debrief-felt",
            Self::Happened => "debrief-happened",
            Self::Caused => "debrief-caused",
            Self::True => "debrief-cards",
            Self::WhatIf => "debrief-what-if",
            Self::Company => "slides-company",
            Self::Next => "next-title",
        }
    }
}

/// Something that a slide shows.
#[derive(Clone, Debug)]
pub enum Block {
    /// Paragraphs over the whole width.
    Words(Vec<Para>),
    /// Texts side by side.
    Columns(Vec<Column>),
    /// Pictures side by side, which take the room that is left.
    Figures(Vec<Captioned>),
    /// A picture that is only a row of this height, in points.
    Row(Box<Figure>, f64),
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Para {
    /// Its text.
    pub text: String,
    /// Whether it is bold.
    pub bold: bool,
    /// Its colour.
    pub tone: Tone,
}

impl Para {
    /// A plain paragraph.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: false, tone: Tone::Ink }
    }

    /// The same in bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same in another colour.
    #[must_use]
    pub fn toned(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }
}

/// The colour of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As usual.
    Ink,
    /// Less important.
    Muted,
    /// Good for the company.
    Good,
    /// Bad for the company.
    Bad,
    /// A highlighted team.
    Marked,
}

/// A text beside others.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its paragraphs.
    pub paras: Vec<Para>,
}

/// A picture with words above it.
#[derive(Clone, Debug)]
pub struct Captioned {
    /// The words; empty if the title says enough.
    pub caption: String,
    /// The colour of the words.
    pub tone: Tone,
    /// The picture.
    pub figure: Figure,
}

impl Captioned {
    /// A picture without words of its own.
    #[must_use]
    pub fn plain(figure: Figure) -> Block {
        Block::Figures(vec![Self { caption: String::new(), tone: Tone::Ink, figure }])
    }
}
