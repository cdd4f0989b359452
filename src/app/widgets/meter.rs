//! Bars: meters with named segments, and uncertain values as ranges on an axis.

use accesskit::Role;
use bevy::prelude::*;

use super::super::theme::{Face, Fill, Token, Tone, space};
use super::picture::hatch;
use super::spoken::spoken;
use super::text::{Span, TextKind, text};
use super::{Area, Ui};

const METER: f32 = 44.0;
const RANGE: f32 = 10.0;
const SWATCH: f32 = 14.0;
/// How far a mark extends beyond its range, in logical pixels.
const MARK: f32 = 5.0;
/// Height of the names below an axis.
const NAME: f32 = 20.0;

/// One part of a meter.
#[derive(Clone, Debug)]
pub struct MeterPart {
    label: String,
    amount: f32,
    tone: Tone,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Solid,
    Tinted,
    Hatched,
}

impl MeterPart {
    /// A part that is available.
    pub fn solid(label: impl Into<String>, amount: f32, tone: Tone) -> Self {
        Self { label: label.into(), amount, tone, kind: Kind::Solid }
    }

    /// A part next to another one in the same tone; it is lighter.
    pub fn tinted(label: impl Into<String>, amount: f32, tone: Tone) -> Self {
        Self { kind: Kind::Tinted, ..Self::solid(label, amount, tone) }
    }

    /// A part that is not available: used up, owed or blocked.
    pub fn hatched(label: impl Into<String>, amount: f32, tone: Tone) -> Self {
        Self { kind: Kind::Hatched, ..Self::solid(label, amount, tone) }
    }
}

/// An uncertain value on an axis; its ends are shares of the axis, from 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct RangeBar {
    /// The low end.
    pub low: f32,
    /// The high end.
    pub high: f32,
    /// Its colour.
    pub tone: Tone,
}

/// The words that a screen reader says for a bar.
pub fn told(words: impl Into<String>) -> impl Bundle {
    spoken(Role::Image, words)
}

impl Ui<'_, '_> {
    /// Adds a meter: segments side by side, with widths in proportion to their amounts. Labels that do not fit are cut
    /// off, so show the numbers beside the meter too.
    pub fn meter(&mut self, segments: impl IntoIterator<Item = MeterPart>) -> EntityCommands<'_> {
        let bar = Area::row(2.0).align_stretch().height(METER).rigid();
        self.area(bar, |ui| {
            for segment in segments.into_iter().filter(|segment| segment.amount > 0.0) {
                add_segment(ui, segment);
            }
        })
    }

    /// Adds a hatched range on an axis, followed by its figures; `widths` are those of the axis and of the figures.
    /// Give the ends to a screen reader with [`told`].
    pub fn range(&mut self, widths: (f32, f32), range: RangeBar, figures: impl Into<String>) -> EntityCommands<'_> {
        let (axis, words) = widths;
        self.area(Area::row(space::XS).firm(), |ui| {
            ui.area(Area::row(0.0).width(axis).height(RANGE + 4.0), |ui| {
                let line = Node {
                    position_type: PositionType::Absolute,
                    top: px(RANGE / 2.0 + 1.0),
                    width: percent(100),
                    height: px(2),
                    ..default()
                };
                ui.spawn((line, Fill(Token::Control), Pickable::IGNORE));
                hatched_bar(ui, &range, 2.0);
            });
            ui.area(Area::row(0.0).min_width(words).at_end().firm(), |ui| {
                ui.rich(TextKind::Caption, [Span::toned(figures, range.tone)]);
            });
        })
    }

    /// Adds a hatched range on an axis as wide as the box, with vertical marks at the given shares of the axis. Give it
    /// to a screen reader with [`told`].
    pub fn marked_range(&mut self, range: RangeBar, marks: impl IntoIterator<Item = f32>) -> EntityCommands<'_> {
        self.named_range(range, marks.into_iter().map(|mark| (mark, String::new())).collect())
    }

    /// Adds a hatched range on an axis as wide as the box, with vertical marks at the given shares of the axis and
    /// their names below. Each name ends at its mark.
    pub fn named_range(&mut self, range: RangeBar, marks: Vec<(f32, String)>) -> EntityCommands<'_> {
        let named = marks.iter().any(|(_, name)| !name.is_empty());
        let axis = RANGE + 2.0 * MARK;
        self.area(Area::row(0.0).height(if named { axis + NAME } else { axis }), |ui| {
            let at = |left: f32, top: f32, width: Val, height: f32| Node {
                position_type: PositionType::Absolute,
                left: percent(left * 100.0),
                top: px(top),
                width,
                height: px(height),
                ..default()
            };
            let middle = MARK + RANGE / 2.0;
            ui.spawn((at(0.0, middle - 1.0, percent(100), 2.0), Fill(Token::Control), Pickable::IGNORE));
            hatched_bar(ui, &range, MARK);
            for (mark, name) in marks {
                ui.spawn((at(mark, 0.0, px(2), axis), Fill(Token::Ink), Pickable::IGNORE));
                if !name.is_empty() {
                    let below = Area::row(0.0).at_end().tweak(|node| {
                        node.position_type = PositionType::Absolute;
                        node.top = px(axis);
                        node.width = percent(mark * 100.0);
                    });
                    ui.area(below, |ui| {
                        ui.caption(name);
                    });
                }
            }
        })
    }

    /// Adds a legend that says what the hatched part of a meter is.
    pub fn hatched_legend(&mut self, tone: Tone, label: impl Into<String>) {
        self.row(space::XXS + 2.0, |ui| {
            let swatch = Area::row(0.0).width(SWATCH).height(SWATCH).rounded(3.0);
            ui.area(swatch.fill(Token::Soft(tone)).edge(Token::Strong(tone)), |ui| {
                ui.spawn(hatch(Token::Strong(tone)));
            });
            ui.caption(label);
        });
    }
}

/// A hatched bar from `low` to `high`, as shares of its parent's width.
fn hatched_bar(ui: &mut Ui, range: &RangeBar, top: f32) {
    let (low, high) = (range.low.clamp(0.0, 1.0), range.high.clamp(0.0, 1.0));
    let bar = Area::row(0.0).edge(Token::Strong(range.tone)).rounded(2.0).fill(Token::Soft(range.tone)).tweak(|node| {
        node.position_type = PositionType::Absolute;
        node.left = percent(low * 100.0);
        node.width = percent((high - low) * 100.0);
        node.min_width = px(RANGE);
        node.top = px(top);
        node.height = px(RANGE);
    });
    ui.area(bar, |ui| {
        ui.spawn(hatch(Token::Strong(range.tone)));
    });
}

fn add_segment(ui: &mut Ui, segment: MeterPart) {
    let strong = Token::Strong(segment.tone);
    let hatched = segment.kind == Kind::Hatched;
    let fill = if segment.kind == Kind::Solid { strong } else { Token::Soft(segment.tone) };
    let area =
        Area::row(0.0).centered().grow(segment.amount).rigid().fill(fill).edge(strong).rounded(3.0).tweak(|node| {
            node.overflow = Overflow::clip();
        });
    ui.area(area, |ui| {
        if hatched {
            ui.spawn(hatch(strong));
        }
        if segment.label.is_empty() {
            return;
        }
        let ink = if segment.kind == Kind::Solid { Token::On(segment.tone) } else { strong };
        let plate = Area::row(0.0).padding(3.0, 0.0).rounded(3.0);
        let plate = if hatched { plate.fill(fill) } else { plate };
        ui.area(plate, |ui| {
            ui.spawn((
                text(TextKind::Caption, Face::SemiBold, ink, segment.label),
                TextLayout::justify(Justify::Center),
            ));
        });
    });
}
