//! Plays whole games through the views, for the tests of the views.

use std::sync::Arc;

use off_roadmap::ids::{DealId, Quarter, Seat};
use off_roadmap::scenario::{Checked, Scenario, Verdict, check_text};
use off_roadmap::sight::Viewer;
use off_roadmap::sim::{Answer, Command, Event, Evidence, Game, House, Phase, ProductPlan, Response, SalesPlan, Step};
use off_roadmap::text::{Teller, Text};
use off_roadmap::view;

use crate::telling::telling;

const MINIMAL: &str = include_str!("../scenarios/minimal.ron");

/// The minimal scenario with parts of its text replaced.
pub fn scenario(changes: &[(&str, &str)]) -> Scenario {
    let mut source = MINIMAL.to_owned();
    for (old, new) in changes {
        assert!(source.contains(old), "the fixture has no {old}");
        source = source.replace(old, new);
    }
    let Checked { verdict: Verdict::Playable(scenario), .. } = check_text("minimal.ron", &source) else {
        panic!("the changed scenario has errors");
    };
    *scenario
}

/// How both seats play.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Builds everything, and touches nothing else.
    Builds,
    /// Uses every move in turn, and gives each card another answer.
    Curious,
}

/// The command that does the first open step; `None` when the run is over.
pub fn next(game: &Game, style: Style) -> Option<Command> {
    let text = Text::default();
    let quarter = usize::from(game.state().quarter.0);
    match game.steps().into_iter().next()? {
        Step::ReadBriefing(seat) | Step::ReadReview(seat) => Some(Command::Read { seat }),
        Step::Plan(Seat::Product) => Some(Command::PlanProduct(product_plan(game, &text, style, quarter))),
        Step::Plan(Seat::Sales) => Some(Command::PlanSales(sales_plan(game, &text, style, quarter))),
        Step::House(seat) => Some(Command::SignHouse { seat, house: House::default() }),
        Step::Stance(seat, deal) => {
            let place = if style == Style::Curious && seat == Seat::Sales { 6 } else { 0 };
            Some(Command::TakeStance { seat, deal, stance: Response::ALL[place] })
        }
        Step::Answer(seat, deal) => Some(answer(game, seat, deal, style)),
        Step::Predict(seat) => {
            let range = view::predict(game, &telling(&text, game)).usual;
            Some(Command::Predict { seat, range })
        }
        Step::Debrief => None,
    }
}

fn product_plan(game: &Game, text: &Text, style: Style, quarter: usize) -> ProductPlan {
    let mut plan = ProductPlan { allocation: game.state().allocation, moves: Vec::new() };
    for turn in 0..if style == Style::Curious { 3 } else { 0 } {
        let open = view::product_desk(game, &telling(text, game), &plan).moves;
        let open: Vec<_> = open.iter().filter(|option| !option.chosen && option.why_not.is_none()).collect();
        if !open.is_empty() {
            plan.moves.push(open[(quarter * 5 + turn * 3) % open.len()].made);
        }
    }
    plan
}

fn sales_plan(game: &Game, text: &Text, style: Style, quarter: usize) -> SalesPlan {
    let mut plan = SalesPlan { target: game.state().target.clone(), ..SalesPlan::default() };
    for turn in 0..if style == Style::Curious { 3 } else { 0 } {
        let desk = view::sales_desk(game, &telling(text, game), &plan);
        let open: Vec<_> = desk.moves.iter().filter(|option| !option.chosen && option.why_not.is_none()).collect();
        if !open.is_empty() {
            plan.moves.push(open[(quarter * 7 + turn * 4) % open.len()].made);
        }
        let named = desk.columns.iter().flat_map(|column| &column.deals);
        plan.pushes.extend(named.filter(|deal| deal.why_not_push.is_none()).map(|deal| deal.deal).take(1));
    }
    plan
}

fn answer(game: &Game, seat: Seat, deal: DealId, style: Style) -> Command {
    if style == Style::Builds {
        return Command::SignAnswer { seat, deal, answer: Answer::plain(Response::BuildAsAsked) };
    }
    if seat == Seat::Product && deal.0.is_multiple_of(3) && game.check(&Command::Escalate { seat, deal }).is_ok() {
        return Command::Escalate { seat, deal };
    }
    // Every card gets another answer, but the same from both seats.
    for turn in 0..8 {
        let response = Response::ALL[(deal.0 as usize + usize::from(game.state().quarter.0) + turn) % 8];
        let due = (response == Response::RoadmapPromise).then(|| game.state().quarter.plus(2));
        for defence in [Some(Evidence::Strategy), Some(Evidence::Vision), None] {
            let command = Command::SignAnswer { seat, deal, answer: Answer { response, defence, due } };
            if game.check(&command).is_ok() {
                return command;
            }
        }
    }
    Command::SignAnswer { seat, deal, answer: Answer::plain(Response::BuildAsAsked) }
}

/// The scenario with changed hand-written specials.
pub fn with_cards(change: impl Fn(&mut off_roadmap::scenario::Card)) -> Scenario {
    let mut changed = scenario(&[]);
    changed.specials.iter_mut().for_each(change);
    changed
}

/// Plays a run to its end. `watch` sees the game before it starts and after every command, with the quarter's events.
pub fn play(scenario: Scenario, seed: u64, style: Style, mut watch: impl FnMut(&Game, &[Event])) -> Game {
    let mut game = Game::new(Arc::new(scenario), seed);
    let mut events = Vec::new();
    watch(&game, &events);
    while let Some(command) = next(&game, style) {
        let before = game.state().quarter;
        let new = game.execute(&command).expect("the driver asks first");
        if game.state().quarter != before {
            events.clear();
        }
        events.extend(new);
        watch(&game, &events);
    }
    game
}

/// Everything that a viewer may see now, as text.
pub fn seen(game: &Game, viewer: Viewer, events: &[Event]) -> String {
    told(game, &telling(&Text::default(), game), viewer, events)
}

/// Everything that a viewer may see now, as a teller tells it.
pub fn told(game: &Game, teller: &Teller, viewer: Viewer, events: &[Event]) -> String {
    let state = game.state();
    let mut pages = vec![json(&view::wall(game, teller, "Team"))];
    if state.phase >= Phase::Table {
        pages.push(json(&view::outcome(game, teller, viewer, events)));
        pages.push(json(&view::house(game, teller, &state.house)));
        for &deal in state.cards() {
            for response in [Response::BuildAsAsked, Response::Simplify, Response::Decline] {
                pages.push(json(&view::card(game, teller, viewer, deal, Some(&Answer::plain(response)))));
            }
        }
        pages.push(json(&view::predict(game, teller)));
    }
    if state.phase == Phase::Review {
        pages.push(json(&view::close(game, teller, state.quarter, events)));
        pages.push(json(&view::review(game, teller, state.quarter)));
    }
    match viewer {
        Viewer::Seat(Seat::Product) => {
            pages.push(json(&view::briefing(game, teller, Seat::Product)));
            pages.push(json(&view::product_desk(game, teller, &ProductPlan::default())));
        }
        Viewer::Seat(Seat::Sales) => {
            let plan = SalesPlan { target: state.target.clone(), ..SalesPlan::default() };
            pages.push(json(&view::briefing(game, teller, Seat::Sales)));
            pages.push(json(&view::sales_desk(game, teller, &plan)));
        }
        Viewer::Table => {}
    }
    pages.join("\n")
}

/// A view as text.
pub fn json(view: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(view).expect("a view is plain data")
}

/// Every quarter that was closed.
pub fn closed(game: &Game) -> Vec<Quarter> {
    game.state().history.iter().map(|record| record.quarter).filter(|quarter| quarter.0 > 0).collect()
}
