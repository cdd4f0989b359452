//! The screens: a wall at the top, a body, a foot. Each is drawn from its part of the director's frame, and redrawn
//! only when that part changes.

mod briefing;
mod calibration;
mod card;
mod chart;
mod close;
mod closing;
mod compare;
mod debrief;
mod desk;
mod foot;
mod full_screen;
#[cfg(feature = "room")]
mod host;
mod house;
mod ledger;
mod letter;
mod lobby;
mod note;
mod open_runs;
mod plates;
mod predict;
mod product_desk;
mod review;
mod sales_desk;
mod settings;
mod sheets;
mod unsaved;
mod wall;
mod watch;

use std::sync::Arc;

use bevy::app::AppExit;
use bevy::ecs::system::SystemParam;
use bevy::input_focus::InputFocus;
use bevy::input_focus::tab_navigation::TabGroup;
use bevy::prelude::*;

use super::director::{Act, Body, Director, Foot, Frame, Head, NotePage, SheetPage, WindowAct};
use super::theme::{TextScale, Theme, Tone};
use super::widgets::{Area, Arrive, KeyNames, LastPlaces, Motion, Span, TextKind, Ui, Unread, panel, screen_root};
use crate::ids::Seat;
use crate::text::Text;
use crate::view::{self, Explained, Term, Topic, is_something};

/// The director as a resource.
#[derive(Resource)]
pub struct Directing(pub Director);

/// A part of the frame as it is shown, with the texts for drawing it.
#[derive(Resource)]
struct Shown<T: Send + Sync + 'static> {
    text: Arc<Text>,
    part: T,
}

#[derive(Component)]
struct HeadPanel;

#[derive(Component)]
struct BodyPanel;

#[derive(Component)]
struct NotePanel;

#[derive(Component)]
struct FootPanel;

/// Adds the game to an app that already has the theme and the widgets.
pub fn plugin(app: &mut App) {
    app.add_message::<Act>()
        .add_plugins((
            closing::plugin,
            full_screen::plugin,
            note::plugin,
            plates::plugin,
            sheets::plugin,
            watch::plugin,
        ))
        .add_systems(Startup, open)
        // Before any input of the frame. An act and its rebuild in one frame would lose the keyboard focus that the same
        // press has set, and Enter would press something else.
        .add_systems(First, direct)
        .add_systems(
            Update,
            (
                panel::<HeadPanel, Shown<Option<Head>>>(|ui, shown| {
                    if let Some(head) = &shown.part {
                        wall::draw(ui, &shown.text, head);
                    }
                }),
                panel::<BodyPanel, Shown<Body>>(|ui, shown| {
                    ui.page(place(&shown.part), |ui| body(ui, &shown.text, &shown.part));
                }),
                panel::<NotePanel, Shown<Option<NotePage>>>(note::draw),
                panel::<FootPanel, Shown<Foot>>(|ui, shown| foot::draw(ui, &shown.part)),
            ),
        );
}

fn open(mut commands: Commands, directing: Res<Directing>, mut looks: Looks) {
    dress(&directing.0, &mut looks);
    let Frame { wall, body, foot, note, sheet, plates } = whole(directing.0.frame());
    let text = directing.0.text().clone();
    commands.insert_resource(Shown { text: text.clone(), part: wall });
    commands.insert_resource(Shown { text: text.clone(), part: body });
    commands.insert_resource(Shown { text: text.clone(), part: foot });
    commands.insert_resource(Shown { text: text.clone(), part: note });
    commands.insert_resource(Shown { text: text.clone(), part: sheet });
    commands.insert_resource(Shown { text, part: plates });
    screen_root(&mut commands, "screen", |ui| {
        // Tab reaches the body first, and the explanations of the numbers on the wall after it.
        ui.panel(Area::column(0.0).firm(), HeadPanel).insert(TabGroup::new(1));
        ui.panel(Area::column(0.0).grow(1.0), BodyPanel);
        ui.panel(Area::column(0.0).firm(), NotePanel);
        ui.panel(Area::column(0.0).firm(), FootPanel);
    });
}

/// The parts of the frame; a panel draws each of them.
#[derive(SystemParam)]
struct Parts<'w> {
    head: Option<ResMut<'w, Shown<Option<Head>>>>,
    middle: Option<ResMut<'w, Shown<Body>>>,
    note: Option<ResMut<'w, Shown<Option<NotePage>>>>,
    foot: Option<ResMut<'w, Shown<Foot>>>,
    sheet: Option<ResMut<'w, Shown<Option<SheetPage>>>>,
    plates: Option<ResMut<'w, Shown<Vec<Explained>>>>,
}

/// Passes what people did to the director, and shows what that changed.
fn direct(
    mut acts: MessageReader<Act>,
    mut directing: ResMut<Directing>,
    parts: Parts,
    mut looks: Looks,
    (mut places, mut focus, mut unread): (ResMut<LastPlaces>, ResMut<InputFocus>, ResMut<Unread>),
    mut exit: MessageWriter<AppExit>,
) {
    let acts: Vec<Act> = acts.read().cloned().collect();
    if !directing.bypass_change_detection().0.arrive() && acts.is_empty() {
        return;
    }
    for act in acts {
        directing.0.act(act);
    }
    if directing.0.wants_to_quit() {
        exit.write(AppExit::Success);
    }
    dress(&directing.0, &mut looks);
    let frame = whole(directing.0.frame());
    let text = directing.0.text();
    if parts.middle.as_ref().is_some_and(|shown| begins(&shown.part, &frame.body)) {
        places.forget(&mut focus);
        unread.turn();
    }
    show(parts.head, text, frame.wall);
    show(parts.middle, text, frame.body);
    show(parts.note, text, frame.note);
    show(parts.foot, text, frame.foot);
    show(parts.sheet, text, frame.sheet);
    show(parts.plates, text, frame.plates);
}

/// Removes the foot from pages that draw their own buttons.
fn whole(mut frame: Frame) -> Frame {
    if matches!(frame.body, Body::HandOver(_)) {
        frame.foot = Foot::default();
    }
    frame
}

/// The settings that affect the whole window.
#[derive(SystemParam)]
struct Looks<'w> {
    theme: ResMut<'w, Theme>,
    scale: ResMut<'w, TextScale>,
    motion: ResMut<'w, Motion>,
    keys: ResMut<'w, KeyNames>,
}

/// Applies the settings to the whole window.
fn dress(director: &Director, looks: &mut Looks) {
    let settings = director.settings();
    looks.theme.set_if_neq(settings.theme);
    looks.scale.set_if_neq(settings.text_scale());
    looks.motion.set_if_neq(Motion { wanted: settings.motion, ..*looks.motion });
    let text = director.text();
    looks.keys.set_if_neq(KeyNames {
        enter: text.get("key-enter"),
        escape: text.get("key-escape"),
        control: text.get("key-control"),
    });
}

fn show<T: PartialEq + Send + Sync>(shown: Option<ResMut<Shown<T>>>, text: &Arc<Text>, part: T) {
    if let Some(mut shown) = shown
        && (shown.part != part || !Arc::ptr_eq(&shown.text, text))
    {
        shown.part = part;
        shown.text = text.clone();
    }
}

/// The name under which the scroll position of a page is kept: a new page opens at its top, a known
/// one where it was left.
fn place(body: &Body) -> String {
    let page = body.name();
    match body {
        Body::HandOver(sheet) => format!("{page}-{:?}", sheet.to),
        Body::Briefing(briefing) => format!("{page}-{:?}", briefing.seat),
        Body::Stance(seat, card, _) => format!("{page}-{seat:?}-{}", card.customer),
        Body::Table(card, ..) => format!("{page}-{}", card.customer),
        Body::Predict(seat, ..) => format!("{page}-{seat:?}"),
        Body::Debrief(_, _, step) => step.key().to_owned(),
        Body::Compare(compared) => compared.part.key().to_owned(),
        _ => page.to_owned(),
    }
}

/// Whether the keyboard focus should start anew on a page. While somebody goes from tab to tab, it stays.
fn begins(before: &Body, now: &Body) -> bool {
    let tabs = matches!((before, now), (Body::Debrief(..), Body::Debrief(..)) | (Body::Compare(_), Body::Compare(_)));
    !tabs && place(before) != place(now)
}

/// Draws a page. It is animated when it first appears, but not when it changes later.
fn body(ui: &mut Ui, text: &Text, body: &Body) {
    ui.arriving(format!("page-{}", place(body)), Arrive::rise(), Area::column(0.0).grow(1.0), |ui| {
        page(ui, text, body);
    });
}

fn page(ui: &mut Ui, text: &Text, body: &Body) {
    match body {
        Body::Title(title) => lobby::title(ui, text, title),
        Body::Open(page) => open_runs::draw(ui, text, page),
        Body::Shelf(cards) => lobby::shelf(ui, text, cards),
        Body::Setup(setup) => lobby::setup(ui, text, setup),
        #[cfg(feature = "room")]
        Body::Host(page) => host::setup(ui, text, page),
        #[cfg(feature = "room")]
        Body::Hosted(page) => host::running(ui, text, page),
        Body::Settings(page) => settings::draw(ui, text, page),
        Body::Compare(page) => compare::draw(ui, text, page),
        Body::HandOver(sheet) => lobby::hand_over(ui, text, sheet),
        Body::Briefing(briefing) => briefing::draw(ui, text, briefing),
        Body::ProductDesk(desk, map, says, group) => product_desk::draw(ui, text, desk, map, says.as_deref(), group),
        Body::SalesDesk(desk, says, group) => sales_desk::draw(ui, text, desk, says.as_deref(), group),
        Body::House(desk, outcome, says) => house::draw(ui, text, desk, outcome, says.as_deref()),
        Body::Stance(seat, card, stance) => card::stance(ui, text, *seat, card, *stance),
        Body::Table(card, tabs, says) => card::table(ui, text, card, tabs, says.as_deref()),
        Body::Predict(seat, predict, draft) => predict::draw(ui, text, *seat, predict, *draft),
        Body::Close(close, step) => close::draw(ui, text, close, *step),
        Body::Review(review, map, ledger, seed) => review::draw(ui, text, review, (map, ledger), seed),
        Body::Echo(debrief) => debrief::echo(ui, text, debrief),
        Body::Debrief(debrief, around, tab) => debrief::draw(ui, text, debrief, around, *tab),
        Body::Nothing => {}
    }
}

/// Running text with links to the glossary, which open after the given number of plates. `but` is the term that the
/// text is about, which is no link.
fn prose(ui: &mut Ui, text: &Text, kind: TextKind, words: &str, after: usize, but: Option<Term>) {
    let span = |piece: view::Piece| match piece.term {
        Some(term) => Span::link(
            format!("link-{}", term.key()),
            piece.words,
            Act::Window(WindowAct::Explain(after, Topic::Term(term))),
        ),
        None => Span::plain(piece.words),
    };
    ui.rich(kind, view::prose(text, words, but).into_iter().map(span));
}

/// The tone of a seat.
fn tone(seat: Seat) -> Tone {
    match seat {
        Seat::Product => Tone::Product,
        Seat::Sales => Tone::Sales,
    }
}

/// The tone of an amount that is good, bad or neither. An amount that reads as nothing is neither.
fn weighed(amount: &str, good: Option<bool>) -> Tone {
    judged(good.filter(|_| is_something(amount)))
}

/// The tone of a change that is good, bad or neither.
fn judged(good: Option<bool>) -> Tone {
    match good {
        Some(true) => Tone::Good,
        Some(false) => Tone::Debt,
        None => Tone::Neutral,
    }
}
