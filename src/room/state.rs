//! The room, and how events change it.

use schemars::JsonSchema;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::clock::Clock;
use super::setup::{Pace, Seating, Setup, WallSays};
use super::team::{RoomTeam, StandIn};
use super::{Audience, Gate, PersonId, RoomCommand, RoomEvent, RoomRefusal, RoomTime, TeamId};
use crate::ids::{Quarter, Seat};
use crate::policy;
use crate::sim::Phase;
use crate::sim::formula::value;
use crate::view::Shape;

/// A room: one workshop.
#[derive(Debug)]
pub struct Room {
    pub(super) people: BTreeMap<PersonId, Person>,
    pub(super) teams: Vec<RoomTeam>,
    pub(super) pace: Pace,
    /// The last gate that was opened.
    pub(super) open: Gate,
    pub(super) clock: Option<Clock>,
    pub(super) paused: bool,
    pub(super) locked: bool,
    pub(super) seating: Seating,
    pub(super) wall: WallSays,
    /// Until when those whose devices are gone come back without their codes.
    pub(super) returns: Option<RoomTime>,
    /// What the facilitator says.
    pub(super) said: BTreeMap<Audience, String>,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name, as typed.
    pub name: String,
    /// The seat; `None` for somebody who only watches.
    pub place: Option<Place>,
    /// How many devices are connected.
    pub devices: u32,
    /// When the last one was lost; when the person came in, if there was none yet.
    pub away_since: RoomTime,
    /// Whether the person has asked the facilitator to come.
    pub calls: bool,
    /// The policy by which it plays, if it is a program and no person.
    pub bot: Option<String>,
    /// How far it is with drawing what became of the demand for specials.
    pub drawing: Drawing,
}

/// How far a person is with drawing from memory what became of the demand for specials.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drawing {
    /// It has not drawn, and not seen it.
    #[default]
    Open,
    /// It has seen it, and drew this before; `None` if it did not want to.
    Seen(Option<Shape>),
}

/// A seat of a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// The team.
    pub team: TeamId,
    /// The seat.
    pub seat: Seat,
}

impl Room {
    /// A room in which nobody is yet. All teams stand before the first briefing, whose gate is closed.
    #[must_use]
    pub fn new(setup: &Setup, names: &[&str]) -> Self {
        let team = |(&seed, name): (&u64, &&str)| RoomTeam::new(setup, name, seed);
        Self {
            people: BTreeMap::new(),
            teams: setup.seeds.iter().zip(names).map(team).collect(),
            pace: setup.pace,
            open: START,
            clock: setup.minutes.map(Clock::new),
            paused: false,
            locked: false,
            seating: Seating::Free,
            wall: WallSays::default(),
            returns: None,
            said: BTreeMap::new(),
        }
    }

    /// The people, in the order of arrival.
    pub fn people(&self) -> impl Iterator<Item = (PersonId, &Person)> {
        self.people.iter().map(|(&id, person)| (id, person))
    }

    /// A person.
    #[must_use]
    pub fn person(&self, person: PersonId) -> Option<&Person> {
        self.people.get(&person)
    }

    /// The teams.
    pub fn teams(&self) -> impl Iterator<Item = (TeamId, &RoomTeam)> {
        (0..).map(TeamId).zip(&self.teams)
    }

    /// A team.
    #[must_use]
    pub fn team(&self, team: TeamId) -> Option<&RoomTeam> {
        self.teams.get(usize::from(team.0))
    }

    /// The people on a seat.
    pub fn on(&self, place: Place) -> impl Iterator<Item = (PersonId, &Person)> {
        self.people().filter(move |(_, person)| person.place == Some(place))
    }

    /// Whether everything but reading has stopped.
    #[must_use]
    pub fn paused(&self) -> bool {
        self.paused
    }

    /// Whether nobody else is let in.
    #[must_use]
    pub fn locked(&self) -> bool {
        self.locked
    }

    /// How people come to their seats.
    #[must_use]
    pub fn seating(&self) -> Seating {
        self.seating
    }

    /// What the wall says of the teams.
    #[must_use]
    pub fn wall(&self) -> WallSays {
        self.wall
    }

    /// The teams in the order of what their companies are worth, each with its rank; teams of the same value share one.
    /// `None` until all have been told. A team that played a quarter again knew what would come, so it has no rank.
    #[must_use]
    pub fn ranking(&self) -> Option<Vec<(TeamId, Option<usize>)>> {
        let playing: Vec<(TeamId, &RoomTeam)> = self.teams().filter(|(id, _)| self.plays(*id)).collect();
        let told = |(_, team): &(TeamId, &RoomTeam)| team.told().state().phase == Phase::Ended;
        if playing.is_empty() || !playing.iter().all(told) {
            return None;
        }
        let worth = |team: &RoomTeam| value(team.told().scenario(), team.told().state()).total;
        let (again, mut ranked): (Vec<_>, Vec<_>) =
            playing.into_iter().partition(|(_, team)| team.again_from().is_some());
        ranked.sort_by(|(_, a), (_, b)| worth(b).total_cmp(&worth(a)));
        let rank = |team: &RoomTeam| ranked.iter().filter(|(_, other)| worth(other) > worth(team)).count() + 1;
        let ranks = ranked.iter().map(|(id, team)| (*id, Some(rank(team))));
        Some(ranks.chain(again.iter().map(|(id, _)| (*id, None))).collect())
    }

    /// How many people drew each curve, in the order in which they are offered.
    #[must_use]
    pub fn drawn(&self) -> [(Shape, usize); Shape::ALL.len()] {
        let drew = |shape| self.people.values().filter(|person| person.drawing == Drawing::Seen(Some(shape))).count();
        Shape::ALL.map(|shape| (shape, drew(shape)))
    }

    /// Whether those whose devices are gone come back without their codes.
    #[must_use]
    pub fn returns(&self, now: RoomTime) -> bool {
        self.returns.is_some_and(|until| now < until)
    }

    /// What the facilitator says to somebody.
    #[must_use]
    pub fn said(&self, to: Audience) -> Option<&str> {
        self.said.get(&to).map(String::as_str)
    }

    /// When gates open.
    #[must_use]
    pub fn pace(&self) -> Pace {
        self.pace
    }

    /// The last gate that was opened; one of quarter 0 before the game has begun.
    #[must_use]
    pub fn open(&self) -> Gate {
        self.open
    }

    /// Whether the first briefing is open.
    #[must_use]
    pub fn begun(&self) -> bool {
        self.open != START
    }

    /// The seat that somebody takes who does not mind which: every seat once before any twice, and teams in their order.
    #[must_use]
    pub fn free_place(&self) -> Option<Place> {
        self.free_places().next()
    }

    /// The seats that people take who do not mind which, one after another.
    pub(super) fn free_places(&self) -> impl Iterator<Item = Place> {
        let open = |(id, team): (TeamId, &RoomTeam)| {
            Seat::BOTH.map(|seat| (team.pair().log().human(seat), Place { team: id, seat }))
        };
        let places = self.teams().flat_map(open).filter_map(|(human, place)| human.then_some(place));
        let mut taken: Vec<(usize, Place)> = places.map(|place| (self.on(place).count(), place)).collect();
        std::iter::from_fn(move || {
            let (count, place) =
                taken.iter_mut().min_by_key(|(count, _)| *count).filter(|(count, _)| *count < SHARE)?;
            *count += 1;
            Some(*place)
        })
    }

    /// Whether somebody who has no seat in its team can take a seat now.
    #[must_use]
    pub fn can_sit(&self, place: Place) -> bool {
        let open = |team: &RoomTeam| team.pair().log().human(place.seat) || self.at_briefing(team);
        self.on(place).count() < SHARE && self.team(place.team).is_some_and(open)
    }

    /// Whether the chairs of a team can change: each seat knows what the other must not, but for a briefing.
    #[must_use]
    pub fn at_briefing(&self, team: &RoomTeam) -> bool {
        team.pair().log().game().state().phase == Phase::Briefing
    }

    /// The seats for which a team waits now; none while it waits at a gate.
    pub fn missing(&self, team: &RoomTeam) -> impl Iterator<Item = Seat> {
        let held = self.held(team);
        Seat::BOTH.into_iter().filter(move |&seat| !held && team.pair().awaits(seat))
    }

    /// The teams for which the gate ahead stays closed, if it opens as soon as all have come to it.
    pub fn behind(&self) -> impl Iterator<Item = TeamId> {
        self.waited_for().filter(|(_, team)| !team.ended() && !self.held(team)).map(|(id, _)| id)
    }

    /// The teams for which others wait at gates: nobody waits for one that plays a quarter again, unless all do.
    fn waited_for(&self) -> impl Iterator<Item = (TeamId, &RoomTeam)> {
        let plays = |(id, _): &(TeamId, &RoomTeam)| self.plays(*id);
        let again = self.teams().filter(plays).all(|(_, team)| team.again_from().is_some());
        self.teams().filter(plays).filter(move |(_, team)| again || team.again_from().is_none())
    }

    /// Whether a team waits at a gate. Its pages are held back.
    #[must_use]
    pub fn held(&self, team: &RoomTeam) -> bool {
        self.pace != Pace::Free && team.gate() > self.open
    }

    /// Whether the gate of the debrief is open: nothing is secret any more.
    #[must_use]
    pub fn debriefs(&self) -> bool {
        self.teams().any(|(_, team)| team.ended() && !self.held(team))
    }

    /// Whether every team that plays has come to its debrief.
    #[must_use]
    pub fn over(&self) -> bool {
        self.debriefs() && self.teams().all(|(id, team)| team.ended() || !self.plays(id))
    }

    /// When the phase of a team ends; `None` without a clock, when its game is over, and for a team that plays a quarter
    /// again: it takes the time that it needs, because nobody waits for it.
    #[must_use]
    pub fn ends(&self, team: &RoomTeam) -> Option<RoomTime> {
        if team.again_from().is_some() {
            return None;
        }
        let state = team.pair().log().game().state();
        self.clock?.end(state.quarter, state.phase)
    }

    /// Milliseconds until the phase of a team ends, negative if it should be over; they stand while the room is paused.
    /// `None` where [`Self::ends`] is.
    #[must_use]
    pub fn left(&self, team: &RoomTeam, now: RoomTime) -> Option<i64> {
        Some(self.clock?.left(self.ends(team)?, now))
    }

    /// Whether people play in a team, or a stand-in does. The others make nobody wait.
    #[must_use]
    pub fn plays(&self, team: TeamId) -> bool {
        let stands_in =
            self.team(team).is_some_and(|team| Seat::BOTH.iter().any(|&seat| team.stand_in(seat).is_some()));
        stands_in || self.people().any(|(_, person)| person.place.is_some_and(|place| place.team == team))
    }

    /// Carries out a command at a moment. Returns everything that happened.
    ///
    /// # Errors
    /// Why it is not allowed now; nothing changed.
    pub fn execute(&mut self, now: RoomTime, command: &RoomCommand) -> Result<Vec<RoomEvent>, RoomRefusal> {
        let mut events = self.check(now, command)?;
        for event in &events {
            self.apply(now, event);
        }
        self.tell();
        // A gate opens by itself when the last team has come to it.
        while let Some(gate) = self.due_gate() {
            let event = RoomEvent::GateOpened(gate);
            self.apply(now, &event);
            self.tell();
            events.push(event);
        }
        Ok(events)
    }

    /// Lets everybody see the quarters whose closes their own teams have seen.
    fn tell(&mut self) {
        let open = (self.pace != Pace::Free).then_some(self.open);
        for team in &mut self.teams {
            team.tell(open);
        }
    }

    /// The gate at which every team that plays is waiting.
    fn due_gate(&self) -> Option<Gate> {
        let mut playing = self.waited_for().peekable();
        let waits = playing.peek().is_some() && playing.all(|(_, team)| self.held(team));
        (self.pace == Pace::Together && waits && self.open != START).then(|| self.open.next())
    }

    fn apply(&mut self, now: RoomTime, event: &RoomEvent) {
        match event {
            RoomEvent::Entered { person, name, bot } => {
                let entered = Person {
                    name: name.clone(),
                    place: None,
                    devices: 0,
                    away_since: now,
                    calls: false,
                    bot: bot.clone(),
                    drawing: Drawing::Open,
                };
                self.people.insert(*person, entered);
            }
            RoomEvent::Seated { person, team, seat } => self.place(*person, Some(Place { team: *team, seat: *seat })),
            RoomEvent::Rose { person } => self.place(*person, None),
            RoomEvent::Called { person, on } => {
                if let Some(person) = self.people.get_mut(person) {
                    person.calls = *on;
                }
            }
            RoomEvent::Drew { person, shape, .. } => {
                if let Some(person) = self.people.get_mut(person) {
                    person.drawing = Drawing::Seen(*shape);
                }
            }
            RoomEvent::Said { to, text } if text.is_empty() => drop(self.said.remove(to)),
            RoomEvent::Said { to, text } => drop(self.said.insert(*to, text.clone())),
            RoomEvent::Connected { person, connected } => {
                if let Some(person) = self.people.get_mut(person) {
                    person.devices = match connected {
                        true => person.devices + 1,
                        false => person.devices.saturating_sub(1),
                    };
                    person.away_since = now;
                }
            }
            RoomEvent::Acted { team, seat, act, seen } => {
                let acted = self.team_mut(*team).map(|team| team.pair.act(*seat, *act, seen));
                debug_assert!(!matches!(acted, Some(Err(_))), "it was checked: {acted:?}");
            }
            RoomEvent::Signed { team, seat, command, seen } => {
                let signed = self.team_mut(*team).map(|team| team.pair.sign(*seat, command, seen));
                debug_assert!(!matches!(signed, Some(Err(_))), "it was checked: {signed:?}");
            }
            RoomEvent::GateOpened(gate) => {
                self.open = *gate;
                if let Some(clock) = self.clock.as_mut().filter(|_| !gate.close) {
                    clock.begin(now);
                }
            }
            RoomEvent::HostReturned => {
                for person in self.people.values_mut() {
                    (person.devices, person.away_since) = (0, now);
                }
            }
            RoomEvent::Paused(paused) => {
                self.paused = *paused;
                if let Some(clock) = &mut self.clock {
                    clock.pause(now, *paused);
                }
            }
            RoomEvent::MinutesAdded(minutes) => {
                if let Some(clock) = &mut self.clock {
                    clock.add(*minutes);
                }
            }
            RoomEvent::Expired { team } => {
                if let Some(team) = self.team_mut(*team) {
                    team.expire();
                }
            }
            RoomEvent::PaceSet(pace) => self.pace = *pace,
            RoomEvent::SeatingSet(seating) => self.seating = *seating,
            RoomEvent::WallSet(says) => self.wall = *says,
            RoomEvent::Returning(until) => self.returns = *until,
            RoomEvent::Locked(locked) => self.locked = *locked,
            RoomEvent::StandInSet { team, seat, signs } => {
                if let Some(team) = self.team_mut(*team) {
                    *team.stand_ins.get_mut(*seat) = signs.map(|signs| StandIn { signs });
                }
            }
            RoomEvent::StoodIn { team, seat } => {
                if let Some(team) = self.team_mut(*team) {
                    team.pair.stand_in(*seat, policy::STAND_IN);
                }
            }
            RoomEvent::Rewound { team, quarter } => {
                if let Some(team) = self.team_mut(*team) {
                    team.rewind(*quarter);
                }
            }
            RoomEvent::RewindUndone { team } => {
                if let Some(team) = self.team_mut(*team) {
                    team.undo_rewind();
                }
            }
            RoomEvent::PartnerSet { team, chair } => {
                if let Some(team) = self.team_mut(*team) {
                    team.pair.take_chairs(chair.clone());
                }
            }
        }
    }

    fn place(&mut self, person: PersonId, place: Option<Place>) {
        if let Some(person) = self.people.get_mut(&person) {
            person.place = place;
        }
    }

    fn team_mut(&mut self, team: TeamId) -> Option<&mut RoomTeam> {
        self.teams.get_mut(usize::from(team.0))
    }
}

/// As many people as share a seat at most.
pub(super) const SHARE: usize = 3;
/// Before the first gate. People may still be arriving, so the first gate never opens by itself.
const START: Gate = Gate { quarter: Quarter(0), close: true };
