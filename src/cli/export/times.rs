//! When each command of each team was signed, as the journal of a room tells it.

use crate::data::Moment;
use crate::room::{Room, RoomTeam};

/// When the commands of all teams were signed. What is not signed yet has no moment.
#[derive(Default)]
pub(super) struct Times {
    teams: Vec<TeamTimes>,
}

/// The same for a team: of the games that it left when it was taken back, and of the one that it plays.
#[derive(Default)]
struct TeamTimes {
    left: Vec<Vec<Moment>>,
    now: Vec<Moment>,
}

impl Times {
    /// Notes what was signed by something that was done at a moment, given the room after it.
    pub fn follow(&mut self, room: &Room, moment: &Moment) {
        for (at, (_, team)) in room.teams().enumerate() {
            if self.teams.len() <= at {
                self.teams.resize_with(at + 1, TeamTimes::default);
            }
            self.teams[at].follow(team, moment);
        }
    }

    /// The moments of the runs of a team, in order: those that it left, then the one that it plays.
    pub fn of_team(&self, at: usize) -> Vec<Vec<Moment>> {
        let Some(team) = self.teams.get(at) else { return Vec::new() };
        team.left.iter().chain([&team.now]).cloned().collect()
    }
}

impl TeamTimes {
    fn follow(&mut self, team: &RoomTeam, moment: &Moment) {
        let left = team.left().count();
        if left > self.left.len() {
            self.left.push(self.now.clone());
        } else if left < self.left.len()
            && let Some(before) = self.left.pop()
        {
            self.now = before;
        }
        let signed = team.pair().log().run().quarters.iter().map(|log| log.commands.len()).sum();
        // A signature that was taken back is no longer there, nor are those of the quarters that are played again.
        self.now.resize(signed, moment.clone());
    }
}
