//! A workshop: command in, events out.

use std::sync::Arc;

use off_roadmap::ids::{Quarter, Seat};
use off_roadmap::play::{Act, Page, TurnedAway};
use off_roadmap::room::{
    Audience, Drawing, Gate, Pace, PersonId, Place, Room, RoomCommand, RoomEvent, RoomRefusal, RoomTime, Seating,
    Setup, Sheet, TeamId, WallDemand, WallSays,
};
use off_roadmap::run::Chair;
use off_roadmap::scenario::{Scenario, Shelf};
use off_roadmap::sim::{Phase, Response};
use off_roadmap::text::Text;
use off_roadmap::view::Shape;
use proptest::prelude::*;

use crate::telling::telling;

const TEAMS: [&str; 3] = ["Aspen", "Birch", "Cedar"];

fn room(pace: Pace) -> Room {
    room_with(pace, |_| {})
}

fn room_with(pace: Pace, change: impl FnOnce(&mut Scenario)) -> Room {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/scenarios/minimal.ron");
    let mut scenario = Shelf::built_in().load(path).expect("the fixture is fine");
    change(&mut scenario);
    let scenario = Arc::new(scenario);
    let leads = ["Product Lead", "Sales Lead"].map(str::to_owned);
    Room::new(&Setup { scenario, seeds: vec![7; TEAMS.len()], leads, pace, minutes: Some(10) }, &TEAMS)
}

/// A room in which the first teams have a person on each seat, and the first gate is open.
fn playing(pace: Pace, teams: u16) -> Room {
    let mut room = room(pace);
    for team in (0..teams).map(TeamId) {
        for seat in Seat::BOTH {
            let person = enter(&mut room, "Ana");
            done(&mut room, 0, &RoomCommand::Sit { person, team, seat });
        }
    }
    done(&mut room, 0, &RoomCommand::OpenGate(Gate::FIRST));
    room
}

fn done(room: &mut Room, seconds: u64, command: &RoomCommand) -> Vec<RoomEvent> {
    room.execute(at(seconds), command).unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"))
}

fn refused(room: &mut Room, seconds: u64, command: &RoomCommand) -> RoomRefusal {
    room.execute(at(seconds), command).expect_err("it is not allowed")
}

fn at(seconds: u64) -> RoomTime {
    RoomTime::default().plus_seconds(seconds)
}

fn enter(room: &mut Room, name: &str) -> PersonId {
    match done(room, 0, &RoomCommand::Enter { name: name.to_owned(), bot: None }).as_slice() {
        [RoomEvent::Entered { person, .. }, ..] => *person,
        events => panic!("{events:?}"),
    }
}

fn person_on(room: &Room, team: TeamId, seat: Seat) -> PersonId {
    room.on(Place { team, seat }).next().expect("somebody sits there").0
}

fn act(room: &Room, person: PersonId, act: Act) -> RoomCommand {
    let place = room.person(person).and_then(|person| person.place).expect("a seat");
    let seen = room.team(place.team).expect("a team").pair().seen(place.seat);
    RoomCommand::Act { person, act, seen: Box::new(seen) }
}

/// Lets a team play on like impatient people, until it waits at a gate or its game is over.
fn play_on(room: &mut Room, team: TeamId) {
    for _ in 0..500 {
        let here = room.team(team).expect("a team");
        if room.held(here) || here.ended() {
            return;
        }
        press_all(room, team);
    }
    panic!("it is stuck at {:?}", room.team(team).expect("a team").pair().log().game().steps());
}

/// Presses what may lead on, for both seats of a team.
fn press_all(room: &mut Room, team: TeamId) {
    for seat in Seat::BOTH {
        let person = person_on(room, team, seat);
        for wanted in [Act::Respond(Response::Decline), Act::Low(-3), Act::High(3), Act::Sign, Act::Read] {
            let command = act(room, person, wanted);
            let _ = room.execute(at(0), &command);
        }
    }
}

fn gate(quarter: u8, close: bool) -> Gate {
    Gate { quarter: Quarter(quarter), close }
}

#[test]
fn somebody_enters_under_a_name_and_takes_a_seat_that_three_share_at_most() {
    let mut room = room(Pace::Together);
    assert_eq!(
        refused(&mut room, 0, &RoomCommand::Enter { name: " \u{202e} ".to_owned(), bot: None }),
        RoomRefusal::NoName
    );
    let sit = |person| RoomCommand::Sit { person, team: TeamId(0), seat: Seat::Product };
    for name in ["Ana", "Ben", "Cleo"] {
        let person = enter(&mut room, name);
        let seated = RoomEvent::Seated { person, team: TeamId(0), seat: Seat::Product };
        assert_eq!(done(&mut room, 0, &sit(person)), [seated]);
        assert_eq!(done(&mut room, 0, &sit(person)), [], "a doubled press changes nothing");
    }
    let fourth = enter(&mut room, "Dan");
    assert_eq!(refused(&mut room, 0, &sit(fourth)), RoomRefusal::SeatFull);
    done(&mut room, 0, &RoomCommand::Rise { person: PersonId(0) });
    done(&mut room, 0, &sit(fourth));
    assert_eq!(refused(&mut room, 0, &sit(PersonId(99))), RoomRefusal::Unknown);
    done(&mut room, 0, &RoomCommand::Lock(true));
    assert_eq!(refused(&mut room, 0, &RoomCommand::Enter { name: "Eve".to_owned(), bot: None }), RoomRefusal::Locked);
}

#[test]
fn nobody_has_the_name_of_somebody_else() {
    let mut room = room(Pace::Together);
    let people = ["Ada", "Ben", "Ada", "Ada"].map(|name| enter(&mut room, name));
    let names = people.map(|person| room.person(person).expect("it came in").name.clone());
    assert_eq!(names, ["Ada", "Ben", "Ada 2", "Ada 3"]);
}

#[test]
fn a_call_and_words_of_the_facilitator_last_until_they_are_taken_back() {
    let mut room = room(Pace::Together);
    let person = enter(&mut room, "Ana");
    let call = RoomCommand::Call { person, on: true };
    assert_eq!(done(&mut room, 0, &call), [RoomEvent::Called { person, on: true }]);
    assert_eq!(done(&mut room, 0, &call), [], "a doubled press changes nothing");
    let say = |text: &str| RoomCommand::Say { to: Audience::All, text: text.to_owned() };
    done(&mut room, 0, &say("Break\nuntil four"));
    assert_eq!(room.said(Audience::All), Some("Break until four"), "on one line");
    done(&mut room, 0, &say(&"x".repeat(1_000)));
    assert_eq!(room.said(Audience::All).map(str::len), Some(300));
    done(&mut room, 0, &say(" "));
    assert_eq!(room.said(Audience::All), None);
    let nobody = RoomCommand::Say { to: Audience::Team(TeamId(99)), text: String::new() };
    assert_eq!(refused(&mut room, 0, &nobody), RoomRefusal::Unknown);
}

#[test]
fn nobody_reads_or_acts_before_the_first_gate_which_only_the_facilitator_opens() {
    let mut room = room(Pace::Together);
    let person = enter(&mut room, "Ana");
    let teller = telling(&Text::default(), room.team(TeamId(0)).expect("a team").pair().log().game());
    assert_eq!(room.sheet(person, &teller), Some(Sheet::Seats));
    done(&mut room, 0, &RoomCommand::Sit { person, team: TeamId(0), seat: Seat::Sales });
    assert_eq!(room.sheet(person, &teller), Some(Sheet::Held(Gate::FIRST)));
    let read = act(&room, person, Act::Read);
    assert_eq!(refused(&mut room, 0, &read), RoomRefusal::Held);
    done(&mut room, 0, &RoomCommand::OpenGate(Gate::FIRST));
    let Some(Sheet::Page(page, _)) = room.sheet(person, &teller) else { panic!("it is open") };
    assert!(matches!(*page, Page::Briefing(_)));
    done(&mut room, 0, &read);
}

#[test]
fn a_gate_opens_when_the_last_team_that_plays_has_come_to_it() {
    let mut room = playing(Pace::Together, 2);
    play_on(&mut room, TeamId(0));
    assert!(room.held(room.team(TeamId(0)).expect("a team")), "it waits before its close is told");
    let told = room.team(TeamId(0)).expect("a team").pair().log().game().state().phase;
    assert_eq!(told, Phase::Review, "though the rules have closed the quarter");
    play_on(&mut room, TeamId(1));
    assert!(!room.held(room.team(TeamId(0)).expect("a team")), "the third team has nobody, so nobody waits for it");
}

#[test]
fn by_hand_no_gate_opens_by_itself_and_in_a_free_room_nobody_waits() {
    let mut room = playing(Pace::ByHand, 1);
    play_on(&mut room, TeamId(0));
    assert!(room.held(room.team(TeamId(0)).expect("a team")));
    assert_eq!(refused(&mut room, 0, &RoomCommand::OpenGate(gate(1, false))), RoomRefusal::NoSuchGate, "it is open");
    assert_eq!(
        refused(&mut room, 0, &RoomCommand::OpenGate(gate(2, false))),
        RoomRefusal::NoSuchGate,
        "nobody is near"
    );
    done(&mut room, 0, &RoomCommand::OpenGate(gate(1, true)));
    assert!(!room.held(room.team(TeamId(0)).expect("a team")));
    done(&mut room, 0, &RoomCommand::SetPace(Pace::Free));
    play_on(&mut room, TeamId(0));
    assert!(room.team(TeamId(0)).expect("a team").ended(), "to the end of its game");
}

#[test]
fn a_whole_workshop_comes_to_its_end_together() {
    let mut room = playing(Pace::Together, 3);
    for _ in 0..40 {
        for team in (0..3).map(TeamId) {
            play_on(&mut room, team);
        }
    }
    assert!(room.teams().all(|(_, team)| team.ended() && !room.held(team)), "nothing lies behind the end");
    assert!(room.teams().all(|(_, team)| team.told().state().phase == Phase::Ended), "the wall tells the end, too");
}

#[test]
fn the_debrief_of_a_team_opens_when_every_team_that_plays_is_done() {
    let mut room = playing(Pace::Together, 2);
    let [last, first] = [TeamId(0), TeamId(1)];
    let ended = |room: &Room| room.team(first).expect("a team").ended();
    while !ended(&room) {
        play_on(&mut room, last);
        play_on(&mut room, first);
    }
    assert!(!room.debriefs());
    let teller = telling(&Text::default(), room.team(first).expect("a team").pair().log().game());
    let person = person_on(&room, first, Seat::Sales);
    assert_eq!(room.sheet(person, &teller), Some(Sheet::Held(Gate::debrief(4))));
    let told = room.team(first).expect("a team").told().state().history.last().map(|record| record.quarter);
    assert_eq!(told, Some(Quarter(4)), "the year after it is for the debrief");
    play_on(&mut room, last);
    assert!(room.debriefs());
    let Some(Sheet::Page(page, _)) = room.sheet(person, &teller) else { panic!("it is open") };
    assert_eq!(*page, Page::Debrief);
}

#[test]
fn a_company_that_runs_out_of_cash_waits_for_the_debrief_and_leads_nobody_through_a_gate() {
    let mut room = room_with(Pace::ByHand, |scenario| {
        (scenario.company.cash, scenario.rules.other_costs) = (1000, 9_000_000.0);
    });
    let person = enter(&mut room, "Ana");
    done(&mut room, 0, &RoomCommand::Sit { person, team: TeamId(0), seat: Seat::Product });
    let person = enter(&mut room, "Ben");
    done(&mut room, 0, &RoomCommand::Sit { person, team: TeamId(0), seat: Seat::Sales });
    let late = enter(&mut room, "Cleo");
    done(&mut room, 0, &RoomCommand::Sit { person: late, team: TeamId(1), seat: Seat::Sales });
    done(&mut room, 0, &RoomCommand::OpenGate(Gate::FIRST));
    play_on(&mut room, TeamId(0));
    let broke = |room: &Room| room.team(TeamId(0)).expect("a team").told().state().insolvent;
    assert!(room.team(TeamId(0)).expect("a team").ended() && !broke(&room), "the gate before its close is shut");
    assert_eq!(refused(&mut room, 0, &RoomCommand::OpenGate(gate(1, true))), RoomRefusal::NoSuchGate);
    done(&mut room, 0, &RoomCommand::Rise { person: late });
    done(&mut room, 0, &RoomCommand::OpenGate(gate(1, true)));
    assert!(broke(&room));
    let teller = telling(&Text::default(), room.team(TeamId(0)).expect("a team").pair().log().game());
    assert_eq!(room.sheet(person, &teller), Some(Sheet::Held(Gate::debrief(4))));
    done(&mut room, 0, &RoomCommand::OpenGate(Gate::debrief(4)));
    assert!(room.debriefs());
}

#[test]
fn nobody_outside_a_team_knows_a_close_before_its_gate_is_open_or_both_have_seen_it() {
    let closed = |room: &Room| room.team(TeamId(0)).expect("a team").told().state().history.len();
    let mut room = playing(Pace::ByHand, 1);
    let before = closed(&room);
    play_on(&mut room, TeamId(0));
    assert_eq!(closed(&room), before, "the gate before the close is shut");
    done(&mut room, 0, &RoomCommand::OpenGate(gate(1, true)));
    assert_eq!(closed(&room), before + 1);

    let mut room = playing(Pace::Free, 1);
    let phase = |room: &Room| room.team(TeamId(0)).expect("a team").pair().log().game().state().phase;
    while phase(&room) != Phase::Review {
        press_all(&mut room, TeamId(0));
    }
    while phase(&room) == Phase::Review {
        assert_eq!(closed(&room), before, "one of them has not read it");
        let missing = room.missing(room.team(TeamId(0)).expect("a team")).next().expect("somebody has to read");
        let read = act(&room, person_on(&room, TeamId(0), missing), Act::Read);
        done(&mut room, 0, &read);
    }
    assert_eq!(closed(&room), before + 1);
}

#[test]
fn whoever_does_not_mind_where_fills_every_seat_once_before_any_twice() {
    let mut room = room(Pace::Together);
    let mut places = Vec::new();
    while let Some(place) = room.free_place() {
        let person = enter(&mut room, "Ana");
        done(&mut room, 0, &RoomCommand::Sit { person, team: place.team, seat: place.seat });
        places.push(place);
    }
    assert_eq!(places.len(), 3 * 2 * 3, "three on every seat");
    let mut first = places[..6].to_vec();
    first.dedup();
    assert_eq!(first.len(), 6, "every seat once");
    assert_eq!(places[..6], places[6..12]);
}

#[test]
fn a_host_that_returns_finds_nobody_connected_and_the_clock_standing() {
    let mut room = playing(Pace::Together, 1);
    let person = person_on(&room, TeamId(0), Seat::Product);
    done(&mut room, 10, &RoomCommand::Connect { person, connected: true });
    assert_eq!(done(&mut room, 20, &RoomCommand::HostReturned), [RoomEvent::HostReturned, RoomEvent::Paused(true)]);
    assert_eq!(room.person(person).expect("it is known").devices, 0);
    let left = room.ends(room.team(TeamId(0)).expect("a team")).expect("there is a clock");
    done(&mut room, 500, &RoomCommand::Pause(false));
    let later = room.ends(room.team(TeamId(0)).expect("a team")).expect("there is a clock");
    assert_eq!(later, left.plus_seconds(480), "as many minutes are left as before");
    done(&mut room, 600, &RoomCommand::Pause(true));
    let shown = |now| room.left(room.team(TeamId(0)).expect("a team"), RoomTime::default().plus_seconds(now));
    assert_eq!(shown(600), Some(RoomTime::default().plus_seconds(600).until(later)));
    assert_eq!(shown(900), shown(600), "the time that is shown stands, too");
    let mut empty = self::room(Pace::Together);
    assert_eq!(done(&mut empty, 0, &RoomCommand::HostReturned), [RoomEvent::HostReturned], "nothing to pause");
}

#[test]
fn a_pause_stops_acts_and_the_other_seat_s_page_stays_what_it_was() {
    let mut room = playing(Pace::Together, 1);
    let person = person_on(&room, TeamId(0), Seat::Product);
    assert_eq!(done(&mut room, 0, &RoomCommand::Pause(true)), [RoomEvent::Paused(true)]);
    let read = act(&room, person, Act::Read);
    assert_eq!(refused(&mut room, 0, &read), RoomRefusal::Paused);
    let teller = telling(&Text::default(), room.team(TeamId(0)).expect("a team").pair().log().game());
    assert!(matches!(room.sheet(person, &teller), Some(Sheet::Page(..))), "reading goes on");
    done(&mut room, 0, &RoomCommand::Pause(false));
    done(&mut room, 0, &read);
}

#[test]
fn an_act_of_the_other_seat_is_turned_away() {
    let mut room = playing(Pace::Together, 1);
    let person = person_on(&room, TeamId(0), Seat::Product);
    let foreign = act(&room, person, Act::SignAs(Seat::Sales));
    assert_eq!(refused(&mut room, 0, &foreign), RoomRefusal::TurnedAway(TurnedAway::NotYours));
    let watcher = enter(&mut room, "Eve");
    let RoomCommand::Act { seen, .. } = act(&room, person, Act::Read) else { panic!("it is an act") };
    let command = RoomCommand::Act { person: watcher, act: Act::Read, seen };
    assert_eq!(refused(&mut room, 0, &command), RoomRefusal::NoSeat);
}

#[test]
fn a_stand_in_signs_for_an_absent_seat_one_step_at_a_time_until_its_people_touch_the_page() {
    let mut room = playing(Pace::Together, 1);
    let (team, seat) = (TeamId(0), Seat::Sales);
    let person = person_on(&room, team, seat);
    let stand_in = RoomCommand::StandIn { team, seat, on: true };
    done(&mut room, 0, &RoomCommand::Connect { person, connected: true });
    done(&mut room, 10, &RoomCommand::Connect { person, connected: false });
    assert_eq!(refused(&mut room, 60, &stand_in), RoomRefusal::Present, "phones sleep");
    let set = |signs| RoomEvent::StandInSet { team, seat, signs };
    assert_eq!(done(&mut room, 100, &stand_in), [set(Some(at(110)))]);
    assert_eq!(done(&mut room, 109, &RoomCommand::Tick), [], "it can still be stopped");
    let stood_in = RoomEvent::StoodIn { team, seat };
    assert_eq!(done(&mut room, 110, &RoomCommand::Tick), [stood_in, set(Some(at(113)))]);
    assert_eq!(done(&mut room, 120, &RoomCommand::Tick), [], "product has not read its briefing yet");
    let touch = act(&room, person, Act::Take);
    assert_eq!(done(&mut room, 121, &touch), [set(None)]);
    assert_eq!(room.team(team).and_then(|team| team.stand_in(seat)), None);
}

#[test]
fn people_are_long_away_after_ninety_seconds_without_a_device() {
    let mut room = playing(Pace::Together, 1);
    let person = person_on(&room, TeamId(0), Seat::Product);
    done(&mut room, 5, &RoomCommand::Connect { person, connected: true });
    assert_eq!((room.long_away(at(89)), room.long_away(at(90))), (0, 1), "the other one never came");
    done(&mut room, 200, &RoomCommand::Connect { person, connected: false });
    assert_eq!((room.long_away(at(289)), room.long_away(at(290))), (1, 2));
}

#[test]
fn stand_ins_of_both_seats_play_a_team_to_its_end_and_a_pause_counts_them_down_anew() {
    let mut room = playing(Pace::Free, 1);
    for seat in Seat::BOTH {
        done(&mut room, 100, &RoomCommand::StandIn { team: TeamId(0), seat, on: true });
    }
    done(&mut room, 105, &RoomCommand::Pause(true));
    assert_eq!(done(&mut room, 200, &RoomCommand::Tick), []);
    assert_eq!(done(&mut room, 300, &RoomCommand::Pause(false)).len(), 3);
    assert_eq!(done(&mut room, 309, &RoomCommand::Tick), []);
    for tick in 0..2_000 {
        done(&mut room, 310 + tick, &RoomCommand::Tick);
    }
    assert!(room.team(TeamId(0)).expect("a team").ended());
}

#[test]
fn time_that_runs_out_ends_every_phase_of_a_whole_workshop_together_and_of_none_otherwise() {
    for pace in [Pace::Together, Pace::ByHand, Pace::Free] {
        let mut room = playing(pace, 2);
        for minute in 0..200 {
            done(&mut room, 60 * minute, &RoomCommand::Tick);
        }
        let ended = room.teams().filter(|(_, team)| team.ended()).count();
        assert_eq!(ended, if pace == Pace::Together { 2 } else { 0 }, "{pace:?}; the third team has nobody");
    }
}

#[test]
fn the_clock_stands_during_a_pause_and_minutes_can_be_added() {
    let mut room = playing(Pace::Together, 1);
    let end = |room: &Room| room.ends(room.team(TeamId(0)).expect("a team")).expect("it has a clock");
    // The first quarter has twice ten minutes, of which the briefing has twelve of a hundred.
    assert_eq!(end(&room), at(144));
    done(&mut room, 100, &RoomCommand::Pause(true));
    assert_eq!(done(&mut room, 1_000, &RoomCommand::Tick), [], "nothing expires while the room stands");
    done(&mut room, 1_100, &RoomCommand::Pause(false));
    assert_eq!(end(&room), at(1_144));
    done(&mut room, 1_101, &RoomCommand::AddMinutes(2));
    assert_eq!(end(&room), at(1_264));
    assert_eq!(done(&mut room, 1_263, &RoomCommand::Tick), []);
    assert_eq!(done(&mut room, 1_264, &RoomCommand::Tick), [RoomEvent::Expired { team: TeamId(0) }]);
    let phase = room.team(TeamId(0)).expect("a team").pair().log().game().state().phase;
    assert_eq!(phase, Phase::Plan, "the briefing counts as read");
}

#[test]
fn a_quarter_that_begins_during_a_pause_has_all_its_minutes() {
    let mut room = room(Pace::Together);
    done(&mut room, 10, &RoomCommand::Pause(true));
    done(&mut room, 500, &RoomCommand::OpenGate(Gate::FIRST));
    done(&mut room, 600, &RoomCommand::Pause(false));
    let end = room.ends(room.team(TeamId(0)).expect("a team"));
    assert_eq!(end, Some(at(600 + 144)));
}

#[test]
fn people_of_a_team_change_seats_only_at_a_briefing() {
    let mut room = playing(Pace::Together, 1);
    let person = person_on(&room, TeamId(0), Seat::Product);
    let sit = |seat| RoomCommand::Assign { person, place: Place { team: TeamId(0), seat } };
    done(&mut room, 0, &sit(Seat::Sales));
    done(&mut room, 0, &sit(Seat::Product));
    for seat in Seat::BOTH {
        let read = act(&room, person_on(&room, TeamId(0), seat), Act::Read);
        done(&mut room, 0, &read);
    }
    assert_eq!(refused(&mut room, 0, &sit(Seat::Sales)), RoomRefusal::OnlyAtBriefing);
    let elsewhere = Place { team: TeamId(1), seat: Seat::Sales };
    let events = done(&mut room, 0, &RoomCommand::Assign { person, place: elsewhere });
    assert_eq!(events[0], RoomEvent::Rose { person }, "the team that is left hears of it, too");
}

#[test]
fn once_the_game_has_begun_only_the_facilitator_moves_people() {
    let mut room = playing(Pace::Together, 1);
    let person = person_on(&room, TeamId(0), Seat::Product);
    let sit = RoomCommand::Sit { person, team: TeamId(1), seat: Seat::Product };
    assert_eq!(refused(&mut room, 0, &sit), RoomRefusal::FacilitatorSeats);
    done(&mut room, 0, &RoomCommand::Assign { person, place: Place { team: TeamId(1), seat: Seat::Product } });
    let late = enter(&mut room, "Cleo");
    done(&mut room, 0, &RoomCommand::Sit { person: late, team: TeamId(1), seat: Seat::Sales });
}

#[test]
fn seats_are_chosen_or_given_or_filled_as_people_come() {
    let mut room = room(Pace::Together);
    let seating = |seating| RoomCommand::SetSeating(seating);
    done(&mut room, 0, &seating(Seating::Assigned));
    let people: Vec<PersonId> = (0..7).map(|_| enter(&mut room, "Ana")).collect();
    let sit = RoomCommand::Sit { person: people[0], team: TeamId(2), seat: Seat::Sales };
    assert_eq!(refused(&mut room, 0, &sit), RoomRefusal::FacilitatorSeats);
    done(&mut room, 0, &RoomCommand::Assign { person: people[0], place: Place { team: TeamId(2), seat: Seat::Sales } });
    done(&mut room, 0, &RoomCommand::AssignAll);
    let shared = |room: &Room| {
        let places = room.teams().flat_map(|(team, _)| Seat::BOTH.map(|seat| Place { team, seat }));
        places.map(|place| room.on(place).count()).collect::<Vec<_>>()
    };
    assert_eq!(shared(&room), [2, 1, 1, 1, 1, 1], "every seat once before any twice");
    done(&mut room, 0, &seating(Seating::Automatic));
    for _ in 0..13 {
        enter(&mut room, "Ben");
    }
    assert_eq!(shared(&room), [3; 6]);
    assert_eq!(room.people().filter(|(_, person)| person.place.is_none()).count(), 2, "the others watch");
}

#[test]
fn people_return_without_their_codes_for_five_minutes_at_most() {
    let mut room = room(Pace::Together);
    done(&mut room, 10, &RoomCommand::LetReturn(true));
    assert!(room.returns(at(309)) && !room.returns(at(310)));
    done(&mut room, 20, &RoomCommand::LetReturn(false));
    assert!(!room.returns(at(21)));
}

#[test]
fn a_lone_lead_plays_beside_a_partner_that_gives_its_chair_up_at_a_briefing() {
    let mut room = room(Pace::Free);
    let team = TeamId(0);
    let person = enter(&mut room, "Ana");
    done(&mut room, 0, &RoomCommand::Sit { person, team, seat: Seat::Product });
    let chair = |seat, persona: &str| Some(Chair { seat, persona: persona.to_owned() });
    let partner = |chair| RoomCommand::Partner { team, chair };
    assert_eq!(refused(&mut room, 0, &partner(chair(Seat::Sales, "nobody"))), RoomRefusal::Unknown);
    assert_eq!(refused(&mut room, 0, &partner(chair(Seat::Product, "bridge"))), RoomRefusal::Present);
    done(&mut room, 0, &partner(chair(Seat::Sales, "bridge")));
    let read = act(&room, person, Act::Read);
    done(&mut room, 0, &read);
    let late = enter(&mut room, "Ben");
    let sit = RoomCommand::Sit { person: late, team, seat: Seat::Sales };
    assert_eq!(refused(&mut room, 0, &sit), RoomRefusal::PartnerPlays);
    for _ in 0..200 {
        if room.team(team).expect("a team").pair().log().game().state().phase == Phase::Briefing {
            break;
        }
        for wanted in [Act::Respond(Response::Decline), Act::Low(-3), Act::High(3), Act::Sign, Act::Escalate, Act::Read]
        {
            let command = act(&room, person, wanted);
            let _ = room.execute(at(0), &command);
        }
    }
    let events = done(&mut room, 0, &sit);
    assert_eq!(events[0], RoomEvent::PartnerSet { team, chair: None });
    assert!(room.team(team).expect("a team").pair().log().human(Seat::Sales));
}

/// Two teams that are through their first quarter, the second of which has begun.
fn in_the_second_quarter() -> Room {
    let mut room = playing(Pace::ByHand, 2);
    for next in [gate(1, true), gate(2, false)] {
        play_on(&mut room, TeamId(0));
        play_on(&mut room, TeamId(1));
        done(&mut room, 0, &RoomCommand::OpenGate(next));
    }
    done(&mut room, 0, &RoomCommand::SetPace(Pace::Together));
    press_all(&mut room, TeamId(0));
    assert_eq!(state_of(&room, TeamId(0)), (Quarter(2), Phase::Plan));
    room
}

fn rewind(quarter: u8) -> RoomCommand {
    RoomCommand::Rewind { team: TeamId(0), quarter: Quarter(quarter) }
}

const UNDO_REWIND: RoomCommand = RoomCommand::UndoRewind { team: TeamId(0) };

fn state_of(room: &Room, team: TeamId) -> (Quarter, Phase) {
    let state = room.team(team).expect("a team").pair().log().game().state();
    (state.quarter, state.phase)
}

#[test]
fn a_team_that_is_taken_back_plays_again_from_the_beginning_of_that_quarter_and_what_it_left_is_kept() {
    let mut room = in_the_second_quarter();
    let run = |room: &Room| room.team(TeamId(0)).expect("a team").pair().log().run().clone();
    let before = run(&room);
    assert_eq!(refused(&mut room, 0, &rewind(3)), RoomRefusal::NotPlayed, "nobody has come to it");
    done(&mut room, 0, &rewind(1));
    assert_eq!(state_of(&room, TeamId(0)), (Quarter(1), Phase::Briefing));
    let team = room.team(TeamId(0)).expect("a team");
    assert_eq!(team.left().collect::<Vec<_>>(), [&before]);
    assert_eq!(team.told().state().history.len(), 1, "the wall forgets with it");
    assert_eq!(run(&room).again_from, Some(1));
    assert_eq!(run(&room).quarters, [], "nothing is signed yet");
    assert_eq!(refused(&mut room, 0, &rewind(1)), RoomRefusal::NotPlayed, "it stands there");
    assert_eq!(state_of(&room, TeamId(1)), (Quarter(2), Phase::Briefing), "the other team plays on");
}

#[test]
fn a_team_that_plays_again_passes_open_gates_without_a_clock_and_nobody_waits_for_it() {
    let mut room = in_the_second_quarter();
    done(&mut room, 0, &rewind(1));
    assert_eq!(room.ends(room.team(TeamId(0)).expect("a team")), None);
    assert!(room.ends(room.team(TeamId(1)).expect("a team")).is_some());
    assert_eq!(room.behind().collect::<Vec<_>>(), [TeamId(1)]);
    while room.open() == gate(2, false) {
        press_all(&mut room, TeamId(1));
    }
    assert_eq!(room.open(), gate(2, true), "it opened though the first team is a quarter behind");
    play_on(&mut room, TeamId(0));
    assert_eq!(room.team(TeamId(0)).expect("a team").gate(), gate(3, false), "up to the first gate that is shut");
    let again = room.team(TeamId(0)).expect("a team");
    assert_eq!((again.again_from(), again.left().count()), (Some(Quarter(1)), 1), "the mark stays");
}

#[test]
fn teams_that_all_play_again_wait_for_each_other() {
    let mut room = playing(Pace::Together, 1);
    press_all(&mut room, TeamId(0));
    done(&mut room, 0, &rewind(1));
    play_on(&mut room, TeamId(0));
    assert!(room.debriefs(), "its gates open as before, up to the last one");
}

#[test]
fn a_rewind_is_undone_until_the_team_signs() {
    let mut room = in_the_second_quarter();
    let before = picture(&room);
    done(&mut room, 0, &rewind(2));
    done(&mut room, 0, &rewind(1));
    done(&mut room, 0, &UNDO_REWIND);
    assert_eq!(state_of(&room, TeamId(0)), (Quarter(2), Phase::Briefing), "the first of them still counts");
    done(&mut room, 0, &UNDO_REWIND);
    assert_eq!(picture(&room), before);
    assert_eq!(room.team(TeamId(0)).expect("a team").again_from(), None, "nothing happened");
    assert_eq!(refused(&mut room, 0, &UNDO_REWIND), RoomRefusal::NotRewound);
    done(&mut room, 0, &rewind(1));
    press_all(&mut room, TeamId(0));
    assert_eq!(refused(&mut room, 0, &UNDO_REWIND), RoomRefusal::NotRewound, "it has signed");
}

#[test]
fn no_page_from_before_a_rewind_or_its_undoing_signs_anything_after_it() {
    let mut room = in_the_second_quarter();
    let person = person_on(&room, TeamId(0), Seat::Product);
    let plan = act(&room, person, Act::Sign);
    done(&mut room, 0, &rewind(2));
    for seat in Seat::BOTH {
        let read = act(&room, person_on(&room, TeamId(0), seat), Act::Read);
        done(&mut room, 0, &read);
    }
    assert_eq!(state_of(&room, TeamId(0)), (Quarter(2), Phase::Plan), "the same step");
    assert_eq!(refused(&mut room, 0, &plan), RoomRefusal::TurnedAway(TurnedAway::Stale));

    let again = act(&room, person, Act::Sign);
    done(&mut room, 0, &rewind(2));
    done(&mut room, 0, &UNDO_REWIND);
    assert_eq!(refused(&mut room, 0, &again), RoomRefusal::TurnedAway(TurnedAway::Stale));
}

#[test]
fn a_team_out_of_cash_gets_another_chance_but_none_that_has_seen_its_debrief() {
    let mut room = room_with(Pace::ByHand, |scenario| {
        (scenario.company.cash, scenario.rules.other_costs) = (1000, 9_000_000.0);
    });
    for seat in Seat::BOTH {
        let person = enter(&mut room, "Ana");
        done(&mut room, 0, &RoomCommand::Sit { person, team: TeamId(0), seat });
    }
    done(&mut room, 0, &RoomCommand::OpenGate(Gate::FIRST));
    play_on(&mut room, TeamId(0));
    done(&mut room, 0, &rewind(1));
    assert_eq!(state_of(&room, TeamId(0)), (Quarter(1), Phase::Briefing));
    play_on(&mut room, TeamId(0));
    done(&mut room, 0, &RoomCommand::OpenGate(Gate::debrief(4)));
    assert!(room.debriefs());
    assert_eq!(refused(&mut room, 0, &rewind(1)), RoomRefusal::NotPlayed);
}

#[test]
fn teams_are_ranked_once_all_are_told_and_those_that_played_again_have_no_rank() {
    let mut room = in_the_second_quarter();
    done(&mut room, 0, &rewind(1));
    for _ in 0..20 {
        assert_eq!(room.ranking(), None, "somebody still plays");
        for team in (0..2).map(TeamId) {
            play_on(&mut room, team);
        }
        if room.over() {
            break;
        }
    }
    assert_eq!(room.ranking(), Some(vec![(TeamId(1), Some(1)), (TeamId(0), None)]), "the third team has nobody");

    let mut room = playing(Pace::Free, 2);
    play_on(&mut room, TeamId(0));
    assert_eq!(room.ranking(), None);
    play_on(&mut room, TeamId(1));
    assert_eq!(
        room.ranking(),
        Some(vec![(TeamId(0), Some(1)), (TeamId(1), Some(1))]),
        "who did the same with the same dice shares a rank"
    );
}

#[test]
fn everybody_draws_the_demand_once_and_only_in_the_debrief() {
    let mut room = playing(Pace::Together, 2);
    let people = Seat::BOTH.map(|seat| person_on(&room, TeamId(0), seat));
    let draw = |person, shape| RoomCommand::Draw { person, shape };
    assert_eq!(refused(&mut room, 0, &draw(people[0], Some(Shape::Late))), RoomRefusal::NotOver);
    for _ in 0..20 {
        (0..2).map(TeamId).for_each(|team| play_on(&mut room, team));
    }
    assert!(room.over());
    done(&mut room, 0, &RoomCommand::Pause(true));
    assert_eq!(refused(&mut room, 0, &draw(people[0], None)), RoomRefusal::Paused);
    done(&mut room, 0, &RoomCommand::Pause(false));

    let drew = RoomEvent::Drew { team: TeamId(0), person: people[0], shape: Some(Shape::Late) };
    assert_eq!(done(&mut room, 0, &draw(people[0], Some(Shape::Late))), [drew]);
    assert_eq!(done(&mut room, 0, &draw(people[0], Some(Shape::Level))), [], "it has seen what was");
    assert_eq!(room.person(people[0]).expect("it is there").drawing, Drawing::Seen(Some(Shape::Late)));
    done(&mut room, 0, &draw(people[1], None));
    assert_eq!(room.person(people[1]).expect("it is there").drawing, Drawing::Seen(None));
    let counts: Vec<usize> = room.drawn().iter().map(|(_, count)| *count).collect();
    assert_eq!(counts, [0, 0, 1, 0], "who did not want to draw is not counted");
}

#[test]
fn rooms_from_before_the_reveal_still_load() {
    let before: RoomCommand = serde_json::from_str("{\"SetWall\":{\"names\":false,\"ranks\":true}}").expect("it loads");
    let says = WallSays { names: false, ranks: true, demand: WallDemand::Nothing };
    assert_eq!(before, RoomCommand::SetWall(says));
}

/// Anything that may reach a room.
fn any_command() -> impl Strategy<Value = RoomCommand> {
    let person = || (0..8_u32).prop_map(PersonId);
    let team = || (0..4_u16).prop_map(TeamId);
    let seat = || prop_oneof![Just(Seat::Product), Just(Seat::Sales)];
    prop_oneof![
        3 => Just(RoomCommand::Enter { name: "Ana".to_owned(), bot: None }),
        6 => (person(), team(), seat()).prop_map(|(person, team, seat)| RoomCommand::Sit { person, team, seat }),
        2 => (person(), team(), seat())
            .prop_map(|(person, team, seat)| RoomCommand::Assign { person, place: Place { team, seat } }),
        1 => Just(RoomCommand::AssignAll),
        1 => prop_oneof![Just(Seating::Free), Just(Seating::Assigned), Just(Seating::Automatic)]
            .prop_map(RoomCommand::SetSeating),
        1 => any::<bool>().prop_map(RoomCommand::LetReturn),
        1 => person().prop_map(|person| RoomCommand::Rise { person }),
        2 => (person(), any::<bool>()).prop_map(|(person, connected)| RoomCommand::Connect { person, connected }),
        3 => (1..4_u8, any::<bool>()).prop_map(|(quarter, close)| RoomCommand::OpenGate(gate(quarter, close))),
        1 => any::<bool>().prop_map(RoomCommand::Pause),
        1 => prop_oneof![Just(Pace::ByHand), Just(Pace::Together), Just(Pace::Free)].prop_map(RoomCommand::SetPace),
        1 => any::<bool>().prop_map(RoomCommand::Lock),
        1 => any::<(bool, bool)>()
            .prop_map(|(names, ranks)| RoomCommand::SetWall(WallSays { names, ranks, ..WallSays::default() })),
        1 => person().prop_map(|person| RoomCommand::Draw { person, shape: Some(Shape::Late) }),
        1 => (-3..9_i32).prop_map(RoomCommand::AddMinutes),
        3 => (team(), seat(), any::<bool>()).prop_map(|(team, seat, on)| RoomCommand::StandIn { team, seat, on }),
        1 => (team(), seat()).prop_map(|(team, seat)| {
            RoomCommand::Partner { team, chair: Some(Chair { seat, persona: "bridge".to_owned() }) }
        }),
        1 => team().prop_map(|team| RoomCommand::Partner { team, chair: None }),
        1 => (team(), 1..4_u8).prop_map(|(team, quarter)| RoomCommand::Rewind { team, quarter: Quarter(quarter) }),
        1 => team().prop_map(|team| RoomCommand::UndoRewind { team }),
        12 => Just(RoomCommand::Tick),
    ]
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => Just(Act::Sign),
        4 => Just(Act::Read),
        1 => Just(Act::Undo),
        1 => Just(Act::Escalate),
        3 => Just(Act::Respond(Response::Decline)),
        1 => Just(Act::Low(-3)),
        1 => Just(Act::High(3)),
    ]
}

/// What a room is, as far as anybody can tell.
fn picture(room: &Room) -> String {
    let teams: Vec<_> = room
        .teams()
        .map(|(id, team)| {
            (id, team.pair().log().game().hash(), Seat::BOTH.map(|seat| team.stand_in(seat)), room.held(team))
        })
        .collect();
    format!("{:?} {teams:?} {}", room.people().collect::<Vec<_>>(), room.paused())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_reaches_a_room_no_seat_is_given_too_often_and_its_commands_lead_to_it_again(
        wanted in prop::collection::vec((0..40_u64, any_command(), (0..8_u32, any_act())), 1..160),
    ) {
        let mut room = room(Pace::Together);
        let mut journal: Vec<(RoomTime, RoomCommand)> = Vec::new();
        let mut seconds = 0;
        for (later, command, (person, wish)) in wanted {
            seconds += later;
            let person = PersonId(person);
            let seated = room.person(person).is_some_and(|person| person.place.is_some());
            for command in [Some(command), seated.then(|| act(&room, person, wish))].into_iter().flatten() {
                let before = picture(&room);
                match room.execute(at(seconds), &command) {
                    Ok(_) => journal.push((at(seconds), command)),
                    Err(_) => prop_assert_eq!(picture(&room), before, "a refused command changes nothing"),
                }
            }
            for (team, _) in room.teams() {
                for seat in Seat::BOTH {
                    let people = room.on(Place { team, seat }).count();
                    prop_assert!(people <= 3);
                }
            }
        }
        let mut again = self::room(Pace::Together);
        for (moment, command) in &journal {
            prop_assert!(again.execute(*moment, command).is_ok());
        }
        prop_assert_eq!(picture(&again), picture(&room));
    }
}
