//! Which numbers of the company somebody may know.

use super::{Sight, Viewer};
use crate::ids::Seat;
use crate::sim::{Phase, Quantity};

impl Sight<'_> {
    /// Whether the viewer may know a number. Some are public, some are private to product, and the rest is revealed at
    /// the end.
    #[must_use]
    pub fn may_know(&self, quantity: Quantity) -> bool {
        match quantity {
            _ if self.over() => true,
            Quantity::Engineering | Quantity::Vision | Quantity::Strategy | Quantity::Impact => self.sees_engineering(),
            Quantity::Gap
            | Quantity::MarketSpeed
            | Quantity::Need
            | Quantity::Precedent
            | Quantity::Confidence
            | Quantity::Morale
            | Quantity::Discovery
            | Quantity::Enablement => false,
            _ => true,
        }
    }

    /// Engineering is private to product during planning and visible at the table.
    #[must_use]
    pub fn sees_engineering(&self) -> bool {
        self.viewer != Viewer::Seat(Seat::Sales) || self.over()
    }

    fn over(&self) -> bool {
        self.game.state().phase == Phase::Ended
    }
}
