//! The foot of each page: the buttons for what can be done next, the primary one last.

#[cfg(feature = "room")]
use super::act::HostAct;
use super::act::{Act, CompareAct, DebriefStep, Lobby, LobbyAct, Sheet, ShowAct, WindowAct};
use super::compare::MOST;
pub(super) use super::frame::Foot;
#[cfg(feature = "room")]
use super::frame::HostSetup;
use super::frame::{Action, Setup, Title};
use crate::app::theme::Icon;
use crate::app::widgets::Shortcut;
use crate::ids::Seat;
use crate::play;
use crate::sim::{Response, Step};
use crate::text::{self, Text};
use crate::view::Card;

fn action(text: &Text, name: &'static str, key: &str, act: Act, shortcut: Shortcut) -> Action {
    labelled(text.get(key), name, act, Some(shortcut))
}

fn labelled(label: String, name: &'static str, act: Act, shortcut: Option<Shortcut>) -> Action {
    Action {
        name,
        label,
        icon: None,
        bare: false,
        act,
        shortcut,
        seat: None,
        blocked: None,
        note: None,
        done: false,
        below: None,
    }
}

fn primary(text: &Text, name: &'static str, key: &str, act: Act) -> Action {
    action(text, name, key, act, Shortcut::Enter)
}

fn back(text: &Text, to: Lobby) -> Action {
    action(text, "back", "back", Act::Lobby(LobbyAct::Go(to)), Shortcut::Escape)
}

/// Leaves the game. Nothing is lost, because it is saved up to the last signature.
fn leave(text: &Text) -> Action {
    action(text, "leave", "leave", Act::Lobby(LobbyAct::Go(Lobby::Title)), Shortcut::Escape)
}

fn undo(text: &Text, possible: bool) -> Action {
    let blocked = (!possible).then(|| text.get("undo-nothing"));
    Action {
        blocked,
        ..icon(text.get("undo"), "undo", Icon::Undo, Act::Play(play::Act::Undo), Some(Shortcut::Ctrl('z')))
    }
}

/// A button with an icon only, for where there is no room for words.
fn icon(label: String, name: &'static str, icon: Icon, act: Act, shortcut: Option<Shortcut>) -> Action {
    Action { icon: Some(icon), bare: true, ..labelled(label, name, act, shortcut) }
}

/// Opens the settings. In a game there is only room for its icon.
pub(super) fn open_settings(text: &Text, named: bool) -> Action {
    let label = text.get("settings-title");
    Action {
        bare: !named,
        ..icon(label, "settings", Icon::Settings, Act::Window(WindowAct::Settings(true)), Some(Shortcut::Ctrl(',')))
    }
}

/// Opens the help, from every page.
pub(super) fn open_help(text: &Text) -> Action {
    icon(
        text.get("help-title"),
        "help",
        Icon::Help,
        Act::Window(WindowAct::Open(Sheet::Help)),
        Some(Shortcut::Char('?')),
    )
}

/// Opens the product map and the debt ledger, from every page of a game.
pub(super) fn open_map(text: &Text) -> Action {
    icon(text.get("map-title"), "map", Icon::Map, Act::Window(WindowAct::Open(Sheet::Map)), Some(Shortcut::Char('m')))
}

pub(super) fn settings(text: &Text) -> Foot {
    let close = action(text, "back", "back", Act::Window(WindowAct::Settings(false)), Shortcut::Escape);
    Foot { hint: text.get("settings-hint"), right: vec![close], ..Foot::default() }
}

/// Closes the comparison, or saves it as a page to hand out.
pub(super) fn compare(text: &Text, can_save: bool) -> Foot {
    let close = action(text, "back", "back", Act::Compare(CompareAct::Open(false)), Shortcut::Escape);
    let save = action(text, "save-comparison", "compare-save", Act::Compare(CompareAct::Save), Shortcut::Char('s'));
    let hint = text.with("compare-hint", &[("most", &MOST)]);
    Foot { left: vec![close].into_iter().chain(can_save.then_some(save)).collect(), hint, ..Foot::default() }
}

/// Opens the comparison of saved runs.
fn open_compare(text: &Text) -> Action {
    action(text, "compare", "compare-start", Act::Compare(CompareAct::Open(true)), Shortcut::Char('c'))
}

pub(super) fn title(text: &Text, title: &Title) -> Foot {
    let play = match &title.last {
        Some(run) => primary(text, "continue", "continue-last", run.act.clone()),
        None => primary(text, "play", "choose-scenario", Act::Lobby(LobbyAct::Go(Lobby::Shelf))),
    };
    Foot {
        left: vec![
            action(text, "quit", "quit", Act::Window(WindowAct::Quit), Shortcut::Char('q')),
            open_settings(text, true),
        ],
        right: vec![play],
        ..Foot::default()
    }
}

pub(super) fn open_runs(text: &Text) -> Foot {
    Foot { left: vec![back(text, Lobby::Title)], hint: text.get("open-hint"), ..Foot::default() }
}

pub(super) fn shelf(text: &Text) -> Foot {
    Foot { left: vec![back(text, Lobby::Title)], hint: text.get("shelf-hint"), ..Foot::default() }
}

/// The foot of a workshop before it is opened.
#[cfg(feature = "room")]
pub(super) fn host(text: &Text, setup: &HostSetup) -> Foot {
    let errors = [&setup.teams_error, &setup.minutes_error, &setup.seed_error];
    let open = Action {
        blocked: errors.into_iter().flatten().next().cloned(),
        ..primary(text, "open-workshop", "host-open", Act::Lobby(LobbyAct::Host(HostAct::Open)))
    };
    Foot { left: vec![back(text, Lobby::Title)], right: vec![open], ..Foot::default() }
}

/// The foot of a workshop that runs: leaving its page does not end it.
#[cfg(feature = "room")]
pub(super) fn hosted(text: &Text) -> Foot {
    let close = Act::Lobby(LobbyAct::Host(HostAct::Close));
    let close = labelled(text.get("host-close"), "close-workshop", close, None);
    Foot { left: vec![back(text, Lobby::Title), close], hint: text.get("host-hint"), ..Foot::default() }
}

pub(super) fn setup(text: &Text, setup: &Setup) -> Foot {
    let start = Action {
        blocked: setup.seed_error.clone(),
        ..primary(text, "start", "start-game", Act::Lobby(LobbyAct::Start))
    };
    Foot { left: vec![back(text, Lobby::Shelf)], right: vec![start], ..Foot::default() }
}

/// The foot of a page that has nothing to show.
pub(super) fn nothing(text: &Text) -> Foot {
    Foot { left: vec![leave(text)], ..Foot::default() }
}

/// What a seat is called to do.
pub(super) fn task(text: &Text, step: &Step) -> String {
    text.get(match step {
        Step::ReadBriefing(_) => "task-briefing",
        Step::Plan(_) => "task-plan",
        Step::Stance(..) => "task-stance",
        _ => "task-predict",
    })
}

pub(super) fn hand_over(text: &Text, seat: Seat, name: &str) -> Foot {
    let mut take = primary(text, "take", "take", Act::Play(play::Act::Take));
    take.label = text.with("take-as", &[("name", &name)]);
    take.seat = Some(seat);
    Foot { left: vec![leave(text)], right: vec![take], ..Foot::default() }
}

pub(super) fn briefing(text: &Text, seat: Seat) -> Foot {
    let read = Action { seat: Some(seat), ..primary(text, "read", "read-on", Act::Play(play::Act::Read)) };
    Foot { left: vec![leave(text)], hint: hidden_from(text, seat), right: vec![read], ..Foot::default() }
}

fn hidden_from(text: &Text, seat: Seat) -> String {
    text.with("hidden-from", &[("seat", &text::seat(text, seat.other()))])
}

/// Says what would be left over: attention, and push tokens if the seat has any. It is gone with the signature.
pub(super) fn plan(text: &Text, seat: Seat, left: (u8, usize), why_not: Option<String>, can_undo: bool) -> Foot {
    let sign =
        Action { seat: Some(seat), blocked: why_not, ..primary(text, "sign", "sign-plan", Act::Play(play::Act::Sign)) };
    let hint = match unused(text, left.0, left.1) {
        None => hidden_from(text, seat),
        Some(what) => text.with("plan-unused", &[("what", &what)]),
    };
    Foot { left: vec![leave(text), undo(text, can_undo)], hint, right: vec![sign], ..Foot::default() }
}

/// What a plan leaves over, in words: attention, and push tokens.
pub(super) fn unused(text: &Text, attention: u8, pushes: usize) -> Option<String> {
    let unused = |key: &str, count: usize| (count > 0).then(|| text.with(key, &[("count", &count)]));
    let all = [unused("unused-attention", attention.into()), unused("unused-pushes", pushes)];
    let all: Vec<String> = all.into_iter().flatten().collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// The undo button where nothing is drafted: it takes the last signature back.
pub(super) fn take_back(text: &Text) -> Action {
    Action { label: text.get("take-back"), ..undo(text, true) }
}

/// Changes the label of the next signature to say that it is given despite a warning.
pub(super) fn insist(text: &Text, foot: &mut Foot) {
    if let Some(sign) = foot.right.last_mut() {
        sign.label = match sign.act {
            Act::Play(play::Act::SignAs(Seat::Product)) => text.get("sign-product-anyway"),
            Act::Play(play::Act::SignAs(Seat::Sales)) => text.get("sign-sales-anyway"),
            _ => text.get("sign-anyway"),
        };
    }
}

pub(super) fn stance(text: &Text, seat: Seat, stance: Option<Response>, can_undo: bool) -> Foot {
    let blocked = stance.is_none().then(|| text.get("stance-first"));
    // Name the chosen answer on the button, because in the list it may be outside the visible part.
    let below = Some(stance.map_or_else(String::new, |stance| text::response(text, stance)));
    let sign =
        Action { seat: Some(seat), blocked, below, ..primary(text, "sign", "sign-stance", Act::Play(play::Act::Sign)) };
    Foot {
        left: vec![leave(text), undo(text, can_undo)],
        hint: hidden_from(text, seat),
        right: vec![sign],
        ..Foot::default()
    }
}

/// The foot of the table: two signatures, the next one primary; for a card, also asking the CEO.
pub(super) fn table(
    text: &Text,
    signed: &[(Seat, bool)],
    card: Option<&Card>,
    why_not: Option<String>,
    can_undo: bool,
) -> Foot {
    let mut left = vec![leave(text), undo(text, can_undo)];
    if let Some(card) = card {
        let ask = action(text, "ceo", "ask-ceo", Act::Window(WindowAct::Open(Sheet::AskCeo)), Shortcut::Char('e'));
        left.push(Action { blocked: card.why_no_ceo.clone(), note: Some(card.ceo.clone()), ..ask });
    }
    let next = signed.iter().find(|(_, done)| !done).map(|(seat, _)| *seat);
    let mut right: Vec<Action> = signed
        .iter()
        .map(|&(seat, done)| {
            let (name, key, letter) = match seat {
                Seat::Product => ("sign-product", if done { "signed-product" } else { "sign-product" }, 'p'),
                Seat::Sales => ("sign-sales", if done { "signed-sales" } else { "sign-sales" }, 's'),
            };
            let shortcut = if next == Some(seat) { Shortcut::Enter } else { Shortcut::Char(letter) };
            Action {
                seat: Some(seat),
                done,
                blocked: why_not.clone().filter(|_| !done),
                below: card.filter(|_| next == Some(seat)).map(chosen),
                ..action(text, name, key, Act::Play(play::Act::SignAs(seat)), shortcut)
            }
        })
        .collect();
    // Put the next signature last, because the primary action is at the bottom right.
    right.sort_by_key(|action| action.seat == next);
    Foot { left, right, ..Foot::default() }
}

/// The chosen answer, for the button of the next signature; in the list it may be outside the visible part.
fn chosen(card: &Card) -> String {
    card.responses.iter().find(|option| option.chosen).map_or_else(String::new, |option| option.title.clone())
}

/// The foot of a prediction, which can be signed once both ends are set.
pub(super) fn predict(text: &Text, seat: Seat, set: bool, can_undo: bool) -> Foot {
    let blocked = (!set).then(|| text.get("predict-first"));
    let sign =
        Action { seat: Some(seat), blocked, ..primary(text, "sign", "sign-prediction", Act::Play(play::Act::Sign)) };
    Foot {
        left: vec![leave(text), undo(text, can_undo)],
        hint: hidden_from(text, seat),
        right: vec![sign],
        ..Foot::default()
    }
}

pub(super) fn close(text: &Text, step: usize, all: usize) -> Foot {
    let mut left = vec![leave(text)];
    if step < all {
        left.push(action(text, "skip", "skip", Act::Show(ShowAct::Skip), Shortcut::Char('s')));
    }
    let key = if step < all { "next-step" } else { "next-page" };
    Foot { left, right: vec![primary(text, "next", key, Act::Show(ShowAct::Next))], ..Foot::default() }
}

pub(super) fn review(text: &Text, last: bool) -> Foot {
    let key = if last { "to-echo" } else { "next-quarter" };
    Foot {
        left: vec![leave(text)],
        hint: text.get("review-hint"),
        right: vec![primary(text, "read", key, Act::Play(play::Act::Read))],
        ..Foot::default()
    }
}

pub(super) fn echo(text: &Text, insolvent: bool) -> Foot {
    let hint = if insolvent { "echo-insolvent" } else { "echo-hint" };
    Foot {
        left: vec![leave(text)],
        hint: text.get(hint),
        right: vec![primary(text, "next", "to-debrief", Act::Show(ShowAct::Next))],
        ..Foot::default()
    }
}

/// The foot of a step of the debrief. Its button names the next step, so that a facilitator can announce it.
pub(super) fn debrief(text: &Text, step: DebriefStep) -> Foot {
    let next = match step.next() {
        Some(next) => {
            let label = text.with("next-part", &[("part", &text.get(next.key()))]);
            Action { label, ..primary(text, "next", "done", Act::Show(ShowAct::Step(next))) }
        }
        None => primary(text, "done", "done", Act::Lobby(LobbyAct::Go(Lobby::Title))),
    };
    let mut left = vec![leave(text), open_compare(text)];
    if step.next().is_none() {
        left.push(action(text, "again", "again", Act::Lobby(LobbyAct::Again), Shortcut::Char('a')));
    }
    Foot { left, right: vec![next], ..Foot::default() }
}
