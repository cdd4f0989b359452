//! Which events a command leads to, and which commands are not allowed now. Changes nothing.

use super::state::SHARE;
use super::{
    Audience, Drawing, Gate, Pace, Person, PersonId, Place, Room, RoomCommand, RoomEvent, RoomRefusal, RoomTeam,
    RoomTime, Seating, TeamId,
};
use crate::ids::{Quarter, Seat};
use crate::play::{Act, Means, Seen};
use crate::policy;
use crate::run::Chair;
use crate::sim::Command;
use crate::text::letters;
use crate::view::Shape;

/// Letters of a message at most: it has to be read beside a page.
const LONGEST_MESSAGE: usize = 300;
/// A seat is absent after this many seconds without a device: phones sleep.
const ABSENT: u64 = 90;
/// Seconds in which people come back without their codes, once the facilitator lets them.
const RETURN: u64 = 300;
/// Seconds in which a stand-in can be stopped before it signs.
const COUNTDOWN: u64 = 10;
/// Seconds between two signatures of a stand-in, so that the others can follow.
const BETWEEN: u64 = 3;

type Checked = Result<Vec<RoomEvent>, RoomRefusal>;

impl Room {
    /// The events that a command leads to at a moment.
    ///
    /// # Errors
    /// Why it is not allowed now.
    pub fn check(&self, now: RoomTime, command: &RoomCommand) -> Checked {
        match command {
            RoomCommand::Enter { name, bot } => self.enter(name, bot.as_deref()),
            RoomCommand::Sit { person, team, seat } => self.sit(*person, Place { team: *team, seat: *seat }),
            RoomCommand::Assign { person, place } => self.seat(*person, *place),
            RoomCommand::AssignAll => {
                let waiting = self.people().filter(|(_, person)| person.place.is_none()).map(|(id, _)| id);
                Ok(waiting.zip(self.free_places()).map(|(person, place)| seated(person, place)).collect())
            }
            RoomCommand::SetSeating(seating) => Ok(vec![RoomEvent::SeatingSet(*seating)]),
            RoomCommand::LetReturn(on) => Ok(vec![RoomEvent::Returning(on.then(|| now.plus_seconds(RETURN)))]),
            RoomCommand::Rise { person } => {
                self.place_of(*person)?;
                Ok(vec![RoomEvent::Rose { person: *person }])
            }
            RoomCommand::Call { person, on } => {
                let called = RoomEvent::Called { person: *person, on: *on };
                Ok((self.known(*person)?.calls != *on).then_some(called).into_iter().collect())
            }
            RoomCommand::Draw { person, shape } => self.draw(*person, *shape),
            RoomCommand::Say { to, text } => self.say(*to, text),
            RoomCommand::Connect { person, connected } => {
                self.known(*person)?;
                Ok(vec![RoomEvent::Connected { person: *person, connected: *connected }])
            }
            RoomCommand::Act { person, act, seen } => self.act(*person, *act, seen),
            RoomCommand::Sign { person, command, seen } => self.sign(*person, command, seen),
            RoomCommand::OpenGate(gate) => self.open_gate(*gate),
            RoomCommand::Pause(paused) => Ok(self.pause(now, *paused)),
            RoomCommand::AddMinutes(minutes) => Ok(vec![RoomEvent::MinutesAdded(*minutes)]),
            RoomCommand::SetPace(pace) => Ok(vec![RoomEvent::PaceSet(*pace)]),
            RoomCommand::SetWall(says) => Ok(vec![RoomEvent::WallSet(*says)]),
            RoomCommand::Lock(locked) => Ok(vec![RoomEvent::Locked(*locked)]),
            RoomCommand::StandIn { team, seat, on } => self.stand_in(now, Place { team: *team, seat: *seat }, *on),
            RoomCommand::Partner { team, chair } => self.partner(*team, chair.as_ref()),
            RoomCommand::Rewind { team, quarter } => self.rewind(*team, *quarter),
            RoomCommand::UndoRewind { team } => match self.known_team(*team)?.can_undo_rewind() {
                true => Ok(vec![RoomEvent::RewindUndone { team: *team }]),
                false => Err(RoomRefusal::NotRewound),
            },
            RoomCommand::Tick => Ok(self.tick(now)),
            RoomCommand::HostReturned => Ok(self.host_returned(now)),
        }
    }

    /// Whether nobody is at a seat: no person has it, or none of its devices has been connected for a while.
    #[must_use]
    pub fn absent(&self, now: RoomTime, place: Place) -> bool {
        self.on(place).all(|(_, person)| person.devices == 0 && person.away_since.plus_seconds(ABSENT) <= now)
    }

    /// How many people have been without a device for so long that a stand-in may sign for them.
    #[must_use]
    pub fn long_away(&self, now: RoomTime) -> usize {
        let away = |person: &&Person| person.devices == 0 && person.away_since.plus_seconds(ABSENT) <= now;
        self.people.values().filter(away).count()
    }

    fn enter(&self, name: &str, bot: Option<&str>) -> Checked {
        if bot.is_some_and(|bot| policy::by_id(bot).is_none()) {
            return Err(RoomRefusal::Unknown);
        }
        let name = letters::name(name);
        match (self.locked, name.is_empty()) {
            (true, _) => Err(RoomRefusal::Locked),
            (false, true) => Err(RoomRefusal::NoName),
            (false, false) => {
                let person = PersonId(self.people.last_key_value().map_or(0, |(last, _)| last.0 + 1));
                let place = (self.seating == Seating::Automatic).then(|| self.free_place()).flatten();
                let name = letters::unlike(name, |other| self.people.values().any(|person| person.name == other));
                let entered = RoomEvent::Entered { person, name, bot: bot.map(str::to_owned) };
                Ok(std::iter::once(entered).chain(place.map(|place| seated(person, place))).collect())
            }
        }
    }

    /// Who changes seats keeps what it knows, so once the game has begun only the facilitator moves people.
    fn sit(&self, person: PersonId, place: Place) -> Checked {
        let before = self.known(person)?.place;
        let moves = before.is_some_and(|before| before != place) && self.begun();
        if moves || (before != Some(place) && self.seating == Seating::Assigned) {
            return Err(RoomRefusal::FacilitatorSeats);
        }
        self.seat(person, place)
    }

    fn seat(&self, person: PersonId, place: Place) -> Checked {
        let before = self.known(person)?.place;
        let team = self.known_team(place.team)?;
        if before == Some(place) {
            return Ok(Vec::new());
        }
        if self.on(place).count() >= SHARE {
            return Err(RoomRefusal::SeatFull);
        }
        let briefing = self.at_briefing(team);
        if before.is_some_and(|before| before.team == place.team) && !briefing {
            return Err(RoomRefusal::OnlyAtBriefing);
        }
        let mut events = Vec::new();
        if before.is_some_and(|before| before.team != place.team) {
            events.push(RoomEvent::Rose { person });
        }
        if !team.pair().log().human(place.seat) {
            if !briefing {
                return Err(RoomRefusal::PartnerPlays);
            }
            events.push(RoomEvent::PartnerSet { team: place.team, chair: None });
        }
        events.push(seated(person, place));
        events.extend(self.stopped(place));
        Ok(events)
    }

    fn act(&self, person: PersonId, act: Act, seen: &Seen) -> Checked {
        let (place, team) = self.playing(person)?;
        let means = team.pair().check(place.seat, act, seen).map_err(RoomRefusal::TurnedAway)?;
        let acted = || RoomEvent::Acted { team: place.team, seat: place.seat, act, seen: Box::new(seen.clone()) };
        let acted = (means != Means::Nothing).then(acted);
        Ok(self.stopped(place).into_iter().chain(acted).collect())
    }

    fn sign(&self, person: PersonId, command: &Command, seen: &Seen) -> Checked {
        let (place, team) = self.playing(person)?;
        team.pair().check_command(place.seat, command, seen).map_err(RoomRefusal::TurnedAway)?;
        let (command, seen) = (Box::new(command.clone()), Box::new(seen.clone()));
        let signed = RoomEvent::Signed { team: place.team, seat: place.seat, command, seen };
        Ok(self.stopped(place).into_iter().chain([signed]).collect())
    }

    /// Who has seen the curve has nothing to remember any more, so only the first drawing counts.
    fn draw(&self, person: PersonId, shape: Option<Shape>) -> Checked {
        let (place, team) = self.playing(person)?;
        if !team.ended() {
            return Err(RoomRefusal::NotOver);
        }
        let drew = RoomEvent::Drew { team: place.team, person, shape };
        Ok((self.known(person)?.drawing == Drawing::Open).then_some(drew).into_iter().collect())
    }

    /// The seat and the team of somebody whose pages are open.
    fn playing(&self, person: PersonId) -> Result<(Place, &RoomTeam), RoomRefusal> {
        let place = self.place_of(person)?;
        let team = self.known_team(place.team)?;
        match () {
            () if self.paused() => Err(RoomRefusal::Paused),
            () if self.held(team) => Err(RoomRefusal::Held),
            () => Ok((place, team)),
        }
    }

    fn say(&self, to: Audience, text: &str) -> Checked {
        if let Audience::Team(team) | Audience::Seat(Place { team, .. }) = to {
            self.known_team(team)?;
        }
        let text = letters::first(&letters::one_line(text), LONGEST_MESSAGE).trim().to_owned();
        Ok(vec![RoomEvent::Said { to, text }])
    }

    fn open_gate(&self, gate: Gate) -> Checked {
        match gate > self.open && gate <= self.reached() {
            true => Ok(vec![RoomEvent::GateOpened(gate)]),
            false => Err(RoomRefusal::NoSuchGate),
        }
    }

    /// The furthest gate that a team has come to. A company that ran out of cash waits at the last one at once, and leads
    /// the others nowhere.
    #[must_use]
    pub fn reached(&self) -> Gate {
        let playing = self.teams().filter(|(id, team)| self.plays(*id) && !team.ended());
        let furthest = playing.map(|(_, team)| team.gate()).max();
        furthest.or_else(|| self.teams().map(|(_, team)| team.gate()).max()).unwrap_or(Gate::FIRST)
    }

    /// After a pause, stand-ins count down anew: nobody could stop them meanwhile.
    fn pause(&self, now: RoomTime, paused: bool) -> Vec<RoomEvent> {
        if paused == self.paused() {
            return Vec::new();
        }
        let anew = |(place, _)| stand_in_set(place, Some(now.plus_seconds(COUNTDOWN)));
        let stand_ins = (!paused).then(|| self.stand_ins().map(anew)).into_iter().flatten();
        std::iter::once(RoomEvent::Paused(paused)).chain(stand_ins).collect()
    }

    /// Nothing expires while the host was away. Before the first briefing there is nothing to pause.
    fn host_returned(&self, now: RoomTime) -> Vec<RoomEvent> {
        let pause = if self.begun() { self.pause(now, true) } else { Vec::new() };
        std::iter::once(RoomEvent::HostReturned).chain(pause).collect()
    }

    fn stand_in(&self, now: RoomTime, place: Place, on: bool) -> Checked {
        let team = self.known_team(place.team)?;
        if !on {
            return Ok(self.stopped(place).into_iter().collect());
        }
        if !team.pair().log().human(place.seat) {
            return Err(RoomRefusal::PartnerPlays);
        }
        match (self.absent(now, place), team.stand_in(place.seat)) {
            (false, _) => Err(RoomRefusal::Present),
            (true, Some(_)) => Ok(Vec::new()),
            (true, None) => Ok(vec![stand_in_set(place, Some(now.plus_seconds(COUNTDOWN)))]),
        }
    }

    fn partner(&self, id: TeamId, chair: Option<&Chair>) -> Checked {
        let team = self.known_team(id)?;
        if !self.at_briefing(team) {
            return Err(RoomRefusal::OnlyAtBriefing);
        }
        if let Some(chair) = chair {
            if policy::by_id(&chair.persona).is_none() {
                return Err(RoomRefusal::Unknown);
            }
            if self.on(Place { team: id, seat: chair.seat }).next().is_some() {
                return Err(RoomRefusal::Present);
            }
        }
        let stopped = chair.and_then(|chair| self.stopped(Place { team: id, seat: chair.seat }));
        Ok(stopped.into_iter().chain([RoomEvent::PartnerSet { team: id, chair: chair.cloned() }]).collect())
    }

    /// The quarters to which a team can be taken back: those in which something was signed. A team that has seen its
    /// debrief knows every secret of the game, so it is never taken back.
    pub fn rewinds(&self, team: &RoomTeam) -> impl Iterator<Item = Quarter> {
        let open = self.held(team) || !team.ended();
        team.pair().log().run().quarters.iter().filter(move |_| open).map(|log| Quarter(log.quarter))
    }

    fn rewind(&self, id: TeamId, quarter: Quarter) -> Checked {
        let team = self.known_team(id)?;
        match self.rewinds(team).any(|played| played == quarter) {
            true => Ok(vec![RoomEvent::Rewound { team: id, quarter }]),
            false => Err(RoomRefusal::NotPlayed),
        }
    }

    /// Ends the phases whose time is up, and lets the stand-ins sign that are due.
    fn tick(&self, now: RoomTime) -> Vec<RoomEvent> {
        if self.paused() {
            return Vec::new();
        }
        // Rarely is time up, so that is asked first: who plays in a team takes a look at everybody.
        let over = |(id, team): &(TeamId, &RoomTeam)| {
            let up = self.pace == Pace::Together && self.ends(team).is_some_and(|end| end <= now);
            up && !self.held(team) && self.plays(*id)
        };
        let expired: Vec<TeamId> = self.teams().filter(over).map(|(id, _)| id).collect();
        let due = |(place, signs): &(Place, RoomTime)| {
            let team = self.team(place.team).filter(|team| !self.held(team));
            *signs <= now && team.is_some_and(|team| team.pair().turn(place.seat).is_some())
        };
        let signed = |(place, _): (Place, RoomTime)| {
            let again = stand_in_set(place, Some(now.plus_seconds(BETWEEN)));
            [RoomEvent::StoodIn { team: place.team, seat: place.seat }, again]
        };
        // One signature may end the turn of another stand-in of the team; that one signs at the next tick.
        let mut teams = expired.clone();
        let first = |(place, _): &(Place, RoomTime)| {
            !teams.contains(&place.team) && {
                teams.push(place.team);
                true
            }
        };
        let stood_in = self.stand_ins().filter(due).filter(first).flat_map(signed);
        expired.iter().map(|&team| RoomEvent::Expired { team }).chain(stood_in.collect::<Vec<_>>()).collect()
    }

    /// The seats for which a stand-in signs, and when.
    fn stand_ins(&self) -> impl Iterator<Item = (Place, RoomTime)> {
        self.teams().flat_map(|(id, team)| {
            Seat::BOTH.into_iter().filter_map(move |seat| Some((Place { team: id, seat }, team.stand_in(seat)?.signs)))
        })
    }

    /// The end of the stand-in of a seat, if there is one.
    fn stopped(&self, place: Place) -> Option<RoomEvent> {
        self.team(place.team)?.stand_in(place.seat).map(|_| stand_in_set(place, None))
    }

    fn known(&self, person: PersonId) -> Result<&Person, RoomRefusal> {
        self.person(person).ok_or(RoomRefusal::Unknown)
    }

    fn known_team(&self, team: TeamId) -> Result<&RoomTeam, RoomRefusal> {
        self.team(team).ok_or(RoomRefusal::Unknown)
    }

    fn place_of(&self, person: PersonId) -> Result<Place, RoomRefusal> {
        self.known(person)?.place.ok_or(RoomRefusal::NoSeat)
    }
}

fn seated(person: PersonId, Place { team, seat }: Place) -> RoomEvent {
    RoomEvent::Seated { person, team, seat }
}

fn stand_in_set(place: Place, signs: Option<RoomTime>) -> RoomEvent {
    RoomEvent::StandInSet { team: place.team, seat: place.seat, signs }
}
