//! Who is looking at a game.

use serde::Serialize;

use crate::ids::Seat;

/// Who is looking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Viewer {
    /// One lead, in private.
    Seat(Seat),
    /// Both at the table; sees what both know.
    Table,
}
