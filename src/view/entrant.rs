//! A run among others that it is compared with.

use crate::ids::Quarter;
use crate::sim::Game;
use crate::text::Teller;

/// A run to compare.
#[derive(Clone, Copy, Debug)]
pub struct Entrant<'a> {
    /// Who played.
    pub team: &'a str,
    /// The quarter from which the team played again, knowing what would come; `None` for a team that played once.
    pub again_from: Option<Quarter>,
    /// The Product Lead and the Sales Lead; empty if they have no names.
    pub leads: [&'a str; 2],
    /// The game.
    pub game: &'a Game,
    /// Tells it.
    pub teller: &'a Teller,
    /// What the best policy reaches with the same company and seed, in dollars; `None` while the run is unfinished.
    pub par: Option<f64>,
}
