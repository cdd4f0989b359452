//! Bars: a meter with named segments, and ranges on an axis for what is not certain.

use bevy::prelude::*;

use super::super::theme::{Face, Fill, Token, Tone};
use super::picture::hatch;
use super::text::{TextKind, text};
use super::{Area, Ui};

const METER: f32 = 44.0;
const RANGE: f32 = 10.0;
const RANGES: f32 = 28.0;

/// One part of a meter.
#[derive(Clone, Debug)]
pub struct Segment {
    label: String,
    amount: f32,
    tone: Tone,
    hatched: bool,
}

impl Segment {
    /// A part that is there to be used.
    pub fn solid(label: impl Into<String>, amount: f32, tone: Tone) -> Self {
        Self { label: label.into(), amount, tone, hatched: false }
    }

    /// A part that is gone already: eaten, owed, blocked.
    pub fn hatched(label: impl Into<String>, amount: f32, tone: Tone) -> Self {
        Self { hatched: true, ..Self::solid(label, amount, tone) }
    }
}

/// An uncertain value on an axis, in shares of the axis from 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    /// The low end.
    pub low: f32,
    /// The high end.
    pub high: f32,
    /// Its colour.
    pub tone: Tone,
}

impl Ui<'_, '_> {
    /// Adds a meter: segments side by side, each as wide as its amount. A label that does not fit is cut off, so
    /// say the numbers beside the meter too.
    pub fn meter(&mut self, segments: impl IntoIterator<Item = Segment>) -> EntityCommands<'_> {
        let bar = Area::row(2.0).align_stretch().height(METER);
        self.area(bar, |ui| {
            for segment in segments.into_iter().filter(|segment| segment.amount > 0.0) {
                add_segment(ui, segment);
            }
        })
    }

    /// Adds an axis with up to two hatched ranges: the first above the line, the second below it.
    pub fn ranges(&mut self, width: f32, ranges: &[Range]) -> EntityCommands<'_> {
        let area = Area::row(0.0).width(width).height(RANGES);
        self.area(area, |ui| {
            let axis = Node {
                position_type: PositionType::Absolute,
                top: px(RANGES / 2.0 - 1.0),
                width: percent(100),
                height: px(2),
                ..default()
            };
            ui.spawn((axis, Fill(Token::Line), Pickable::IGNORE));
            for (range, top) in ranges.iter().zip([0.0, RANGES / 2.0 + 4.0]) {
                let (low, high) = (range.low.clamp(0.0, 1.0), range.high.clamp(0.0, 1.0));
                let bar =
                    Area::row(0.0).edge(Token::Strong(range.tone)).rounded(2.0).fill(Token::Soft(range.tone)).tweak(
                        |node| {
                            node.position_type = PositionType::Absolute;
                            node.left = percent(low * 100.0);
                            node.width = percent((high - low) * 100.0);
                            node.min_width = px(4);
                            node.top = px(top);
                            node.height = px(RANGE);
                        },
                    );
                ui.area(bar, |ui| {
                    ui.spawn(hatch(Token::Strong(range.tone)));
                });
            }
        })
    }
}

fn add_segment(ui: &mut Ui, segment: Segment) {
    let strong = Token::Strong(segment.tone);
    let fill = if segment.hatched { Token::Soft(segment.tone) } else { strong };
    let area = Area::row(0.0).centered().grow(segment.amount).fill(fill).edge(strong).rounded(3.0).tweak(|node| {
        node.overflow = Overflow::clip();
    });
    ui.area(area, |ui| {
        if segment.hatched {
            ui.spawn(hatch(strong));
        }
        if segment.label.is_empty() {
            return;
        }
        let ink = if segment.hatched { strong } else { Token::On(segment.tone) };
        let plate = Area::row(0.0).padding(3.0, 0.0).rounded(3.0);
        let plate = if segment.hatched { plate.fill(fill) } else { plate };
        ui.area(plate, |ui| {
            ui.spawn((
                text(TextKind::Caption, Face::SemiBold, ink, segment.label),
                TextLayout::justify(Justify::Center),
            ));
        });
    });
}
