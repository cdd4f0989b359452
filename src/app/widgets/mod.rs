//! The widgets every screen is drawn with. They know nothing of the game.
//!
//! # How to write a screen
//!
//! A screen is a function of a resource (its view model) and sends messages (its intents). [`screen_root`]
//! draws the frame once; what changes is a [`panel`], which is redrawn whenever its resource changes. Focus,
//! scroll position, hover and half-typed text are kept over that by **name**, so every control needs one that
//! says what it is (`"table/sign"`).
//!
//! ```
//! use bevy::prelude::*;
//! use off_roadmap::app::theme::{Icon, Tone, space};
//! use off_roadmap::app::widgets::{Area, Button, Shortcut, Tile, Ui, panel, screen_root};
//!
//! #[derive(Message, Clone)]
//! enum TableIntent { Pick(usize), Sign, Back }
//!
//! #[derive(Resource, Default)]
//! struct TableView { answers: Vec<String>, picked: usize, refusal: Option<String> }
//!
//! #[derive(Component)]
//! struct TablePanel;
//!
//! fn plugin(app: &mut App) {
//!     app.add_message::<TableIntent>()
//!         .init_resource::<TableView>()
//!         .add_systems(Startup, open) // in the game: OnEnter(Screen::Table)
//!         .add_systems(Update, panel::<TablePanel, TableView>(draw));
//! }
//!
//! fn open(mut commands: Commands) {
//!     screen_root(&mut commands, "table", |ui| {
//!         ui.top_bar(|ui| { ui.heading("Fieldnote Systems"); });
//!         ui.panel(Area::column(0.0).grow(1.0), TablePanel);
//!     }); // in the game: .insert(DespawnOnExit(Screen::Table))
//! }
//!
//! fn draw(ui: &mut Ui, view: &TableView) {
//!     ui.body_area(Area::grid(&[2.0, 1.0], space::M), |ui| {
//!         ui.card(|ui| { ui.tag(Tone::Joint, "Special 2 of 3"); ui.body("…"); });
//!         ui.scroll("table/answers", space::XS, |ui| {
//!             for (index, answer) in view.answers.iter().enumerate() {
//!                 let tile = Tile::new(format!("table/answer/{index}"), answer).chosen(index == view.picked);
//!                 ui.tile(tile.sends(TableIntent::Pick(index)), |ui| { ui.dots(Tone::Product, 1, 3); });
//!             }
//!         });
//!     });
//!     ui.bottom_bar(
//!         |ui| { ui.button(Button::secondary("table/back", "Back").icon(Icon::ArrowLeft).key(Shortcut::Escape).sends(TableIntent::Back)); },
//!         |ui| { ui.button(Button::primary("table/sign", "Sign").key(Shortcut::Enter).blocked_by(view.refusal.clone()).sends(TableIntent::Sign)); },
//!     );
//! }
//! # let mut game = off_roadmap::app::headless::Headless::new(UVec2::new(1280, 800), |app| { app.add_plugins(plugin); });
//! # assert!(game.layout_problems().is_empty());
//! # game.press("table/sign").unwrap();
//! ```
//!
//! | to draw | call |
//! |---|---|
//! | boxes | [`Ui::page`], [`Ui::row`], [`Ui::column`], [`Ui::card`], [`Ui::area`] with an [`Area`] (`row`, `column`, `grid`, `card`, `soft`), [`Ui::scroll`], [`Ui::filler`], [`Ui::divider`], [`Ui::upright`] |
//! | text | `display` 48, `title` 32, `heading` 24, `subheading` and `body` 18, `label`, `note`, `muted` 16, `caption` 14, `number` 32, `figure` 24; [`Ui::toned`] in a tone, [`Ui::rich`] of [`Span`]s, [`Ui::icon`] |
//! | controls | [`Ui::button`], [`Ui::tile`], [`Ui::choice`], [`Ui::toggle`], [`Ui::slider`], [`Ui::text_field`] |
//! | marks | [`Ui::tag`], [`Ui::icon_tag`], [`Ui::dots`], [`Ui::role_shape`], [`Ui::key_cap`] |
//! | numbers | [`Ui::meter`] of [`MeterPart`]s, [`Ui::range`] of a [`RangeBar`], [`Ui::sparkline`], [`Ui::picture`] of [`Pixels`], [`Ui::drawing_in`] on a [`Canvas`] |
//! | lists | [`Ui::line`] of a [`Line`]: words and an amount, which can be a button; [`Ui::leading`]: a box that is a button |
//! | what is new | [`Ui::arriving`] and [`Ui::counted`] with an [`Arrive`]: it is animated once, and only if it was not there before |
//! | dragging | [`Tile::draggable`] to a [`DropPlace`]: dropping it there does the same as pressing it |
//! | over the screen | [`sheet`] and [`open_plates`]: the keyboard focus stays there until they are despawned |
//! | why | [`Ui::explained`]: a note beside a number while the pointer or the keyboard focus is on it, which opens more when pressed; [`Ui::aside`]: a note beside any control; [`Ui::preview_of`]: a box elsewhere that is shown for a control |
//!
//! Methods that return `EntityCommands` let you `insert` more components. Texts come from the caller, colours are tokens.
//!
//! Keys: Tab and the arrows move the focus, to the links in texts ([`Span::link`]) last. Enter and Space press, Page Up
//! and Page Down scroll, and Enter on a tile that is already chosen presses the button with [`Shortcut::Enter`] instead.
//! A blocked control can have the focus and then shows its reason. If the buttons of the bottom bar change, put the bar
//! into a panel.
//!
//! Where large text leaves no room for columns ([`Ui::narrow`]), grids become one column and a [`Ui::page`] scrolls as a
//! whole. A screen only has to check this where it wants to show less.

mod awake;
mod button;
mod choice;
mod clipboard;
mod control;
mod drag;
mod explain;
mod field;
mod focus;
mod intent;
mod keys;
mod line;
mod link;
mod meter;
mod modal;
mod motion;
mod obey;
mod panel;
mod picture;
mod plates;
mod press;
mod radio;
mod screen;
mod scroll;
mod slider;
mod slider_scale;
mod sliding;
mod spoken;
mod tag;
mod text;
mod typing;
mod ui;
mod unread;

pub use button::Button;
pub use choice::Tile;
pub use clipboard::{Desktop, Exchange, SystemClipboard};
pub use drag::DropPlace;
pub use field::TextField;
pub use focus::{LastPlaces, Primary};
pub use intent::{Blocked, KeyNames, OnActivate, OnText, OnValue, Shortcut};
pub use line::Line;
pub use meter::{MeterPart, RangeBar, told};
pub use modal::Sheet;
pub use motion::{Arrive, Motion};
pub use panel::{panel, rebuild};
pub use picture::{Canvas, Pixels};
pub use plates::{Eye, Plates, lay_out, open_plates};
pub use press::{Focusable, PointAt};
pub use radio::Choice;
pub use screen::{screen_root, sheet};
pub use slider::Slider;
pub use slider_scale::SliderScale;
pub use sliding::SetSlider;
pub(super) use text::{JOINER, NARROW, NO_BREAK};
pub use text::{Span, TextKind};
pub use ui::{Area, Ui};
pub use unread::Unread;

use bevy::app::App;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins((
        (awake::plugin, motion::plugin, press::plugin, drag::plugin, sliding::plugin, scroll::plugin),
        (
            keys::plugin,
            focus::plugin,
            intent::plugin,
            link::plugin,
            explain::plugin,
            field::plugin,
            typing::plugin,
            unread::plugin,
        ),
        (obey::plugin, spoken::plugin, picture::plugin, tag::plugin, text::plugin),
    ));
}
