//! Sliders: whole numbers in fixed steps.

use accesskit::Role;
use bevy::picking::hover::Hovered;
use bevy::prelude::*;

use super::super::theme::{Edge, Fill, Line, TARGET, Token, Tone, radius, space};
use super::intent::{Blocked, OnValue};
use super::press::Focusable;
use super::slider_scale::SliderScale;
use super::spoken::{Described, spoken};
use super::{Area, Ui};

const BAR: f32 = 8.0;
const THUMB: f32 = 20.0;

/// A slider with its label on the left and its value in words on the right. Finish with [`Ui::slider`].
#[derive(Clone)]
pub struct Slider {
    name: String,
    label: String,
    value_text: String,
    scale: SliderScale,
    tone: Tone,
    label_width: f32,
    blocked: Option<String>,
    intent: Option<OnValue>,
}

impl Slider {
    /// A slider from `min` to `max` in steps of one.
    pub fn new(name: impl Into<String>, label: impl Into<String>, value: i32, min: i32, max: i32) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            value_text: value.to_string(),
            scale: SliderScale { value, min, max, step: 1 },
            tone: Tone::Neutral,
            label_width: 160.0,
            blocked: None,
            intent: None,
        }
    }

    /// Sets the step size; at least 1.
    pub fn step(mut self, step: i32) -> Self {
        self.scale.step = step.max(1);
        self
    }

    /// The text for the current value.
    pub fn value_text(mut self, text: impl Into<String>) -> Self {
        self.value_text = text.into();
        self
    }

    /// Takes the colour of a tone.
    pub fn tone(mut self, tone: Tone) -> Self {
        self.tone = tone;
        self
    }

    /// Sets the width of the label, so that sliders below each other line up.
    pub fn label_width(mut self, width: f32) -> Self {
        self.label_width = width;
        self
    }

    /// Blocks the slider for the given reason.
    pub fn blocked(mut self, reason: impl Into<String>) -> Self {
        self.blocked = Some(reason.into());
        self
    }

    /// Sends the message that `map` makes from each new value.
    pub fn sends<M: Message>(mut self, map: impl Fn(i32) -> M + Send + Sync + 'static) -> Self {
        self.intent = Some(OnValue::send(map));
        self
    }
}

#[derive(Component)]
pub(super) struct Track;

#[derive(Component)]
pub(super) struct Filled;

#[derive(Component)]
pub(super) struct Thumb;

impl Ui<'_, '_> {
    /// Adds a slider.
    pub fn slider(&mut self, slider: Slider) {
        self.area(Area::column(0.0), |ui| {
            ui.area(Area::row(space::S).wrap().min_height(TARGET), |ui| {
                if !slider.label.is_empty() {
                    // If large text leaves no room, the track wraps to the next line.
                    let words = Area::row(0.0).tweak(|node| {
                        node.flex_basis = px(slider.label_width);
                        node.min_width = auto();
                    });
                    ui.area(words, |ui| {
                        ui.label(slider.label.clone());
                    });
                }
                track(ui, &slider);
                ui.area(Area::row(0.0).at_end().tweak(|node| node.min_width = px(112)).firm(), |ui| {
                    ui.note(slider.value_text.clone());
                });
            });
            if let Some(reason) = &slider.blocked {
                ui.caption(reason.clone());
            }
        });
    }
}

fn track(ui: &mut Ui, slider: &Slider) {
    let (color, thumb_edge) = match slider.blocked {
        Some(_) => (Token::Control, Token::Control),
        None => (Token::Strong(slider.tone), Token::Strong(slider.tone)),
    };
    let share = percent(slider.scale.share() * 100.0);
    let mut entity = ui.spawn((
        spoken(Role::Slider, slider.label.clone()),
        Name::new(slider.name.clone()),
        Focusable,
        Hovered::default(),
        slider.scale,
        Node {
            height: px(TARGET),
            padding: UiRect::horizontal(px(THUMB / 2.0)),
            border_radius: BorderRadius::all(px(radius::CONTROL)),
            align_items: AlignItems::Center,
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(96),
            ..default()
        },
    ));
    if let Some(intent) = &slider.intent {
        entity.insert(intent.clone());
    }
    entity.insert(Described(slider.blocked.clone().unwrap_or_else(|| slider.value_text.clone())));
    if let Some(blocked) = slider.blocked.as_ref().and_then(Blocked::new) {
        entity.insert(blocked);
    }
    let rounded = BorderRadius::all(px(BAR / 2.0));
    entity.with_child((
        Track,
        Node { height: px(BAR), flex_grow: 1.0, border_radius: rounded, ..default() },
        Fill(Token::Rail),
        Edge(Token::Control),
        Line::Around(1.0),
        Pickable::IGNORE,
        children![
            (
                Filled,
                Node { width: share, height: percent(100), border_radius: rounded, ..default() },
                Fill(color),
                Pickable::IGNORE,
            ),
            (
                Thumb,
                Node {
                    position_type: PositionType::Absolute,
                    left: share,
                    top: px((BAR - THUMB) / 2.0 - 1.0),
                    width: px(THUMB),
                    height: px(THUMB),
                    margin: UiRect::left(px(-THUMB / 2.0)),
                    border: UiRect::all(px(3)),
                    border_radius: BorderRadius::all(px(THUMB / 2.0)),
                    ..default()
                },
                Fill(Token::Surface),
                Edge(thumb_edge),
                Pickable::IGNORE,
            ),
        ],
    ));
}
