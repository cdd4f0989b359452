//! Bots: programs that join a room and play it to its end through the interface for programs, as devices do. For a
//! rehearsal beside people, and to load a host.
//!
//! | module | what it is |
//! |---|---|
//! | `address` | where the room is, from the link that devices open |
//! | `client` | requests, and the stream of what a bot sees |
//! | `seat` | a bot on its seat |
//! | `report` | how fast the host answered |

mod address;
mod client;
mod report;
mod seat;

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::task::JoinSet;

use crate::policy::DICE;
use crate::scenario::POLICIES;
pub use address::{Address, BadAddress};
use client::Client;
pub use client::Problem;
use report::Measured;
pub use report::Report;
use seat::Bot;

/// How bots play.
#[derive(Clone, Debug)]
pub struct Manner {
    /// Teams that they play for; `None` for every team of which both seats are free.
    pub teams: Option<usize>,
    /// The policies of the teams, one after another; at least one.
    pub policies: Vec<String>,
    /// How long a bot thinks before it signs.
    pub think: Duration,
    /// Whether they follow the pages of a browser instead of data, which is as much work for a host as devices are.
    pub pages: bool,
}

/// Fills a room with bots and lets them play until all have come to the debrief, or `stop` is done.
///
/// # Errors
/// The room cannot be reached, or has no free team.
pub async fn play(address: &Address, manner: &Manner, stop: impl Future<Output = ()>) -> Result<Report, Problem> {
    let measured = Arc::new(Measured::default());
    let began = Instant::now();
    let scout = Client::join(address, "Bot 1", policy(manner, 0)).await?;
    let places = free_teams(&scout.get("/api/seat").await?);
    let teams = manner.teams.unwrap_or(places.len()).min(places.len());
    if teams == 0 {
        return Err(Problem::NoFreeTeam);
    }
    let mut bots = JoinSet::new();
    let mut scout = Some(scout);
    for (at, places) in places.into_iter().take(teams).enumerate() {
        let signed = Arc::default();
        for (seat, place) in places.into_iter().enumerate() {
            let name = format!("Bot {}", 2 * at + seat + 1);
            let client = match scout.take() {
                Some(scout) => scout,
                None => Client::join(address, &name, policy(manner, at)).await?,
            };
            let bot = Bot::new(client, place, manner, &measured, &signed);
            bots.spawn(bot.play());
        }
    }
    let joined = began.elapsed();
    let ends = async { while bots.join_next().await.is_some() {} };
    tokio::select! {
        () = ends => {}
        () = stop => {}
    }
    Ok(measured.report(teams, joined, began.elapsed()))
}

/// The policies that play as somebody might: all but the one that rolls dice.
#[must_use]
pub fn sensible() -> Vec<String> {
    POLICIES.iter().filter(|policy| **policy != DICE).map(|policy| (*policy).to_owned()).collect()
}

fn policy(manner: &Manner, team: usize) -> &str {
    manner.policies.get(team % manner.policies.len().max(1)).map_or("bridge", String::as_str)
}

/// The seats of the teams in which nobody sits yet.
fn free_teams(sheet: &Value) -> Vec<Vec<Value>> {
    let mut teams: Vec<(u64, Vec<Value>)> = Vec::new();
    for seat in sheet["shows"]["Seats"].as_array().into_iter().flatten() {
        let (Some(team), place) = (seat["place"]["team"].as_u64(), seat["place"].clone()) else { continue };
        let free = seat["free"] == true && seat["people"].as_array().is_some_and(Vec::is_empty);
        match teams.last_mut().filter(|(last, _)| *last == team) {
            Some((_, places)) => places.extend(free.then_some(place)),
            None => teams.push((team, free.then_some(place).into_iter().collect())),
        }
    }
    teams.into_iter().map(|(_, places)| places).filter(|places| places.len() == 2).collect()
}
