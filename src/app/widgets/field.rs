//! Text fields: a label, one line to type in, a hint while it is empty, and an error below.

use std::time::Duration;

use accesskit::Role;
use bevy::prelude::*;
use bevy::text::{EditableText, LineHeight, TextCursorStyle, TextEditChange};

use super::super::theme::{
    CONTROL_HEIGHT, Edge, Face, Fill, Icon, Ink, Letters, Line, Theme, Token, Tone, radius, size, space,
};
use super::focus::First;
use super::intent::{OnSubmit, OnText, Submit};
use super::press::Focusable;
use super::spoken::{Described, Silent, spoken};
use super::text::{TextKind, icon, text};
use super::typing::AtMost;
use super::{Area, Ui};
use crate::text::letters;

/// A text field. Finish with [`Ui::text_field`].
#[derive(Clone)]
pub struct TextField {
    name: String,
    label: String,
    value: String,
    hint: String,
    error: Option<String>,
    most: Option<(usize, String)>,
    unreadable: Option<String>,
    first: bool,
    on_change: Option<OnText>,
    on_submit: Option<OnText>,
}

impl TextField {
    /// A field with a label and its current text.
    pub fn new(name: impl Into<String>, label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            value: value.into(),
            hint: String::new(),
            error: None,
            most: None,
            unreadable: None,
            first: false,
            on_change: None,
            on_submit: None,
        }
    }

    /// Shows what to type while the field is empty.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// Shows below the field what is wrong with the text.
    pub fn error(mut self, error: Option<impl Into<String>>) -> Self {
        self.error = error.map(Into::into);
        self
    }

    /// Accepts at most this many letters, and shows `says` below the field once it is full.
    pub fn at_most(mut self, most: usize, says: impl Into<String>) -> Self {
        self.most = Some((most, says.into()));
        self
    }

    /// Shows `says` below the field while no font has one of its letters.
    pub fn unreadable(mut self, says: impl Into<String>) -> Self {
        self.unreadable = Some(says.into());
        self
    }

    /// Gives the field the keyboard focus when its screen opens.
    pub fn first(mut self) -> Self {
        self.first = true;
        self
    }

    /// Sends what `map` makes of the text whenever it changes.
    pub fn on_change<M: Message>(mut self, map: impl Fn(&str) -> M + Send + Sync + 'static) -> Self {
        self.on_change = Some(OnText::send(map));
        self
    }

    /// Sends what `map` makes of the text on Enter. Without it, Enter goes to the primary action.
    pub fn on_submit<M: Message>(mut self, map: impl Fn(&str) -> M + Send + Sync + 'static) -> Self {
        self.on_submit = Some(OnText::send(map));
        self
    }
}

/// The text that a field last reported, and where to report changes.
#[derive(Component, Clone)]
pub(super) struct Field {
    pub text: String,
    on_change: Option<OnText>,
}

/// The message below a field while no font has one of its letters.
#[derive(Component)]
struct UnreadableOf(Entity);

/// The hint of a field.
#[derive(Component)]
struct HintOf(Entity);

impl Ui<'_, '_> {
    /// Adds a text field.
    pub fn text_field(&mut self, field: TextField) {
        let full = field.most.as_ref().filter(|(most, _)| letters::count(&field.value) >= *most);
        let full = full.map(|(_, says)| says.clone());
        let described = field.error.clone().or_else(|| full.clone()).unwrap_or_else(|| field.hint.clone());
        self.area(Area::column(space::XXS), |ui| {
            if !field.label.is_empty() {
                ui.label(field.label.clone());
            }
            let mut of = Entity::PLACEHOLDER;
            ui.area(Area::column(0.0), |ui| {
                let mut editable = EditableText::new(&field.value);
                editable.cursor_width = 0.1;
                // A blinking cursor would make the window draw all the time.
                editable.cursor_blink_period = Duration::MAX;
                let inset = (CONTROL_HEIGHT - size::BODY * 1.35) / 2.0 - 1.0;
                let mut entity = ui.spawn((
                    spoken(Role::TextInput, field.label.clone()),
                    Described(described),
                    Name::new(field.name),
                    Focusable,
                    editable,
                    Field { text: field.value, on_change: field.on_change },
                    Face::Regular.at(size::BODY),
                    LineHeight::RelativeToFont(1.35),
                    Ink(Token::Ink),
                    TextLayout::no_wrap(),
                    TextCursorStyle::default(),
                    Fill(Token::Surface),
                    Line::Around(1.0),
                    Edge(if field.error.is_some() { Token::Strong(Tone::Debt) } else { Token::Control }),
                    Node {
                        padding: UiRect::axes(px(space::S), px(inset)),
                        border_radius: BorderRadius::all(px(radius::CONTROL)),
                        overflow: Overflow::clip(),
                        ..default()
                    },
                ));
                if let Some((most, _)) = &field.most {
                    entity.insert(AtMost(*most));
                }
                if field.first {
                    entity.insert(First);
                }
                if let Some(intent) = field.on_submit {
                    entity.insert(OnSubmit(intent));
                }
                let entity = entity.id();
                of = entity;
                ui.spawn((
                    (HintOf(entity), Silent),
                    text(TextKind::Body, Face::Regular, Token::Muted, field.hint),
                    Node {
                        position_type: PositionType::Absolute,
                        left: px(space::S + 1.0),
                        top: px(inset + 1.0),
                        ..default()
                    },
                ));
            });
            if let Some(says) = field.unreadable {
                let hidden = Area::column(0.0).tweak(|node| node.display = Display::None);
                ui.area(hidden, |ui| {
                    ui.caption(says);
                })
                .insert(UnreadableOf(of));
            }
            if let Some(full) = full {
                ui.caption(full);
            }
            if let Some(error) = field.error {
                ui.area(Area::row(space::XXS), |ui| {
                    ui.spawn(icon(Icon::Warning, size::CAPTION, Token::Strong(Tone::Debt)));
                    ui.toned(TextKind::Caption, Tone::Debt, error);
                });
            }
        });
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_observer(report_change)
        .add_observer(submit)
        .add_systems(Update, color_cursors)
        .add_systems(PostUpdate, (show_hints, show_unreadable).before(bevy::ui::UiSystems::Layout));
}

fn report_change(change: On<TextEditChange>, mut fields: Query<(&EditableText, &mut Field)>, mut commands: Commands) {
    let Ok((editable, mut field)) = fields.get_mut(change.event_target()) else {
        return;
    };
    // Moving the cursor is reported as a change too.
    let text = editable.value().to_string();
    if text == field.text {
        return;
    }
    field.text = text;
    if let Some(intent) = &field.on_change {
        intent.emit(&field.text, &mut commands);
    }
}

fn submit(submit: On<Submit>, fields: Query<(&EditableText, &OnSubmit)>, mut commands: Commands) {
    if let Ok((editable, OnSubmit(intent))) = fields.get(submit.entity)
        && !editable.is_composing()
    {
        intent.emit(&editable.value().to_string(), &mut commands);
    }
}

fn show_hints(fields: Query<&EditableText, Changed<EditableText>>, mut hints: Query<(&HintOf, &mut Visibility)>) {
    for (hint, mut visibility) in &mut hints {
        if let Ok(field) = fields.get(hint.0) {
            let empty = field.value().to_string().is_empty();
            visibility.set_if_neq(if empty { Visibility::Inherited } else { Visibility::Hidden });
        }
    }
}

fn show_unreadable(letters: Res<Letters>, fields: Query<&EditableText>, mut notes: Query<(&UnreadableOf, &mut Node)>) {
    for (of, mut node) in &mut notes {
        let lacks = fields.get(of.0).is_ok_and(|field| letters.lack(&field.value().to_string()));
        let display = if lacks { Display::Flex } else { Display::None };
        if node.display != display {
            node.display = display;
        }
    }
}

fn color_cursors(theme: Res<Theme>, mut cursors: Query<(Ref<Field>, &mut TextCursorStyle)>) {
    for (field, mut style) in &mut cursors {
        if field.is_added() || theme.is_changed() {
            *style = TextCursorStyle {
                color: theme.color(Token::Ink),
                selection_color: theme.color(Token::Edge(Tone::Product)),
                unfocused_selection_color: Color::NONE,
                selected_text_color: None,
            };
        }
    }
}
