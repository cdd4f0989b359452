//! The place of everything on a slide, in points. Words get the largest size at which they fit, and are cut only if they do
//! not fit at the smallest one.

use super::deck::{Block, Captioned, Column, Para, Slide, Tone};
use super::figure::Figure;
use super::fit::{cut, lines_of};
use crate::chart::Size;
use crate::text::Text;

/// Width and height of a slide: 13.33 × 7.5 inches.
pub const SLIDE: Size = Size { width: 960.0, height: 540.0 };
/// The smallest words on a slide, in points.
pub const LEAST: f64 = 28.0;

/// The space around everything, and between things.
const MARGIN: f64 = 48.0;
const GAP: f64 = 14.0;
/// Space inside the box of the question, at each side.
const PADDING: (f64, f64) = (18.0, 11.0);
/// Height of a line, relative to the type size.
const LINE: f64 = 1.2;
/// Space after a paragraph, relative to the type size.
const AFTER: f64 = 0.25;
/// Type sizes to try, the largest first: for titles, for words that stand alone, for several
/// blocks of words, for words beside pictures.
const TITLES: [f64; 3] = [42.0, 38.0, 34.0];
const ALONE: [f64; 6] = [60.0, 52.0, 44.0, 38.0, 32.0, LEAST];
const TOGETHER: [f64; 3] = [38.0, 32.0, LEAST];
const BESIDE: [f64; 2] = [32.0, LEAST];
/// Most lines of a title, of a question, and of a caption.
const MOST_LINES: usize = 2;
/// Space between columns.
const COLUMN_GAP: f64 = 32.0;

/// A slide with everything in its place.
#[derive(Clone, Debug)]
pub struct Laid<'a> {
    /// What stands where, in the order in which it is read.
    pub places: Vec<Place<'a>>,
    /// Whether words had to be cut.
    pub cut: bool,
}

/// Something and its place.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    /// Left edge, in points.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width and height.
    pub size: Size,
    /// What stands there.
    pub item: Item<'a>,
}

/// What stands at a place.
#[derive(Clone, Debug)]
pub enum Item<'a> {
    /// Words, all of one size in points.
    Words(Role, f64, Vec<Para>),
    /// A picture.
    Picture(&'a Figure),
}

/// What words are there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The step of the debrief.
    Part,
    /// How long it takes.
    Minutes,
    /// The title.
    Title,
    /// Content.
    Body,
    /// Words above a picture.
    Caption,
    /// The question, in a box.
    Question,
}

impl Role {
    /// The space inside the box, left and right, and above and below.
    #[must_use]
    pub fn padding(self) -> (f64, f64) {
        if self == Self::Question { PADDING } else { (0.0, 0.0) }
    }

    /// Whether its words are bold.
    #[must_use]
    pub fn bold(self) -> bool {
        matches!(self, Self::Title | Self::Question)
    }
}

/// Finds the place of everything on a slide.
#[must_use]
pub fn layout<'a>(slide: &'a Slide, text: &Text) -> Laid<'a> {
    let mut sheet = Sheet { places: Vec::new(), cut: false };
    let wide = SLIDE.width - 2.0 * MARGIN;
    sheet.words(Role::Part, (MARGIN, 22.0), (wide * 0.7, LEAST * LINE), LEAST, muted(text.get(slide.part.key())));
    let minutes = match slide.minutes {
        0 => String::new(),
        minutes => text.with(if slide.spare { "slides-spare" } else { "slides-minutes" }, &[("minutes", &minutes)]),
    };
    if !minutes.is_empty() {
        let at = (MARGIN + wide * 0.7, 22.0);
        sheet.words(Role::Minutes, at, (wide * 0.3, LEAST * LINE), LEAST, muted(minutes));
    }
    let titles: &[f64] = if slide.blocks.is_empty() { &ALONE } else { &TITLES };
    let (size, lines) = best(&slide.title, titles, wide);
    let height = size * LINE * lines as f64;
    let title = vec![Para::new(slide.title.clone()).bold()];
    sheet.words(Role::Title, (MARGIN, 62.0), (wide, height), size, title);
    let top = 62.0 + height + GAP;
    let bottom = SLIDE.height - 28.0 - sheet.question(slide, wide);
    sheet.blocks(&slide.blocks, top, bottom);
    // The question is read last.
    let asked = sheet.places.iter().position(|place| matches!(place.item, Item::Words(Role::Question, ..)));
    if let Some(question) = asked.map(|at| sheet.places.remove(at)) {
        sheet.places.push(question);
    }
    Laid { places: sheet.places, cut: sheet.cut }
}

fn muted(text: String) -> Vec<Para> {
    vec![Para::new(text).toned(Tone::Muted)]
}

/// The largest size at which a bold text has few enough lines, and how many it has.
fn best(text: &str, sizes: &[f64], width: f64) -> (f64, usize) {
    let lines = |size: f64| lines_of(text, size, true, width);
    let single = sizes.iter().copied().find(|&size| lines(size) == 1);
    let fits = single.or_else(|| sizes.iter().copied().find(|&size| lines(size) <= MOST_LINES));
    let size = fits.unwrap_or(sizes[sizes.len() - 1]);
    (size, lines(size).min(MOST_LINES))
}

struct Sheet<'a> {
    places: Vec<Place<'a>>,
    cut: bool,
}

impl<'a> Sheet<'a> {
    /// Puts words into a box, cut to it.
    fn words(&mut self, role: Role, at: (f64, f64), box_size: (f64, f64), size: f64, paras: Vec<Para>) {
        let (pad_x, pad_y) = role.padding();
        let room = (box_size.0 - 2.0 * pad_x, box_size.1 - 2.0 * pad_y);
        let (paras, cut) = fitted(paras, size, room);
        self.cut |= cut;
        if paras.is_empty() {
            return;
        }
        let size_of_box = Size::new(box_size.0, box_size.1);
        self.places.push(Place { x: at.0, y: at.1, size: size_of_box, item: Item::Words(role, size, paras) });
    }

    /// Puts the question at the foot and returns its height, with the space above it.
    fn question(&mut self, slide: &Slide, wide: f64) -> f64 {
        if slide.question.is_empty() {
            return 0.0;
        }
        let inner = wide - 2.0 * PADDING.0;
        let (size, lines) = best(&slide.question, &BESIDE, inner);
        let height = size * LINE * lines as f64 + 2.0 * PADDING.1;
        let at = (MARGIN, SLIDE.height - 28.0 - height);
        self.words(Role::Question, at, (wide, height), size, vec![Para::new(slide.question.clone()).bold()]);
        height + GAP
    }

    /// Puts the blocks below each other. Pictures share what the words leave.
    fn blocks(&mut self, blocks: &'a [Block], top: f64, bottom: f64) {
        let wide = SLIDE.width - 2.0 * MARGIN;
        let pictures = blocks.iter().filter(|block| matches!(block, Block::Figures(_))).count();
        let sizes: &[f64] = match (blocks, pictures) {
            ([Block::Words(_)], _) => &ALONE,
            (_, 0) => &TOGETHER,
            _ => &BESIDE,
        };
        let gaps = GAP * blocks.len().saturating_sub(1) as f64;
        let room = (bottom - top - gaps).max(0.0);
        let natural = |size: f64| blocks.iter().map(|block| height(block, size, wide)).sum::<f64>();
        // A picture needs half of the room at least.
        let for_words = if pictures > 0 { room * 0.5 } else { room };
        let size = sizes.iter().copied().find(|&size| natural(size) <= for_words).unwrap_or(LEAST);
        let left = (room - natural(size)).max(0.0);
        let mut y = top;
        for block in blocks {
            let high = match block {
                Block::Figures(_) => left / pictures.max(1) as f64,
                block => height(block, size, wide).min((bottom - y).max(0.0)),
            };
            self.block(block, (y, high), size, wide);
            y += high + GAP;
        }
    }

    fn block(&mut self, block: &'a Block, (y, high): (f64, f64), size: f64, wide: f64) {
        match block {
            Block::Words(paras) => self.words(Role::Body, (MARGIN, y), (wide, high), size, paras.clone()),
            Block::Row(figure, height) => {
                let size = Size::new(wide, *height);
                self.places.push(Place { x: MARGIN, y, size, item: Item::Picture(figure) });
            }
            Block::Columns(columns) => {
                for (at, column) in columns.iter().enumerate() {
                    let (x, width) = place_of(at, columns.len(), wide);
                    self.words(Role::Body, (x, y), (width, high), size, column.paras.clone());
                }
            }
            Block::Figures(figures) => self.figures(figures, (y, high), wide),
        }
    }

    fn figures(&mut self, figures: &'a [Captioned], (y, high): (f64, f64), wide: f64) {
        let width = place_of(0, figures.len(), wide).1;
        let lines = |it: &Captioned| lines_of(&it.caption, LEAST, false, width).min(MOST_LINES);
        let captions = figures.iter().filter(|it| !it.caption.is_empty()).map(lines).max().unwrap_or(0);
        let above = captions as f64 * LEAST * LINE;
        for (at, it) in figures.iter().enumerate() {
            let (x, width) = place_of(at, figures.len(), wide);
            if !it.caption.is_empty() {
                let caption = vec![Para::new(it.caption.clone()).toned(it.tone)];
                self.words(Role::Caption, (x, y), (width, above), LEAST, caption);
            }
            let size = Size::new(width, high - above - if captions > 0 { 6.0 } else { 0.0 });
            let y = y + high - size.height;
            self.places.push(Place { x, y, size, item: Item::Picture(&it.figure) });
        }
    }
}

/// The left edge and the width of one of several things side by side.
fn place_of(at: usize, of: usize, wide: f64) -> (f64, f64) {
    let width = (wide - COLUMN_GAP * of.saturating_sub(1) as f64) / of.max(1) as f64;
    (MARGIN + at as f64 * (width + COLUMN_GAP), width)
}

/// The height of words; pictures have none of their own.
fn height(block: &Block, size: f64, wide: f64) -> f64 {
    match block {
        Block::Words(paras) => paras_height(paras, size, wide),
        Block::Columns(columns) => {
            let width = place_of(0, columns.len(), wide).1;
            let high = |column: &Column| paras_height(&column.paras, size, width);
            columns.iter().map(high).fold(0.0, f64::max)
        }
        Block::Figures(_) => 0.0,
        Block::Row(_, height) => *height,
    }
}

fn paras_height(paras: &[Para], size: f64, width: f64) -> f64 {
    let lines: usize = paras.iter().map(|para| lines_of(&para.text, size, para.bold, width)).sum();
    size * (LINE * lines as f64 + AFTER * paras.len().saturating_sub(1) as f64)
}

/// Paragraphs that fit into a box, and whether something had to be cut.
fn fitted(paras: Vec<Para>, size: f64, (width, height): (f64, f64)) -> (Vec<Para>, bool) {
    let mut kept = Vec::new();
    let mut left = height + 0.5;
    let mut missing = false;
    for para in paras {
        let room = (left / (size * LINE)) as usize;
        let lines = lines_of(&para.text, size, para.bold, width);
        missing |= lines > room;
        if room == 0 {
            continue;
        }
        left -= size * (LINE * lines.min(room) as f64 + AFTER);
        kept.push(Para { text: cut(&para.text, size, para.bold, width, room), ..para });
    }
    (kept, missing)
}
