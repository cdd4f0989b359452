//! The two seats at the table.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One of the two leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub enum Seat {
    /// The Product Lead.
    Product,
    /// The Sales Lead.
    Sales,
}

impl Seat {
    /// Both seats.
    pub const BOTH: [Self; 2] = [Self::Product, Self::Sales];

    /// The other lead.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Product => Self::Sales,
            Self::Sales => Self::Product,
        }
    }
}

/// A value for each seat.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PerSeat<T> {
    /// The Product Lead's.
    pub product: T,
    /// The Sales Lead's.
    pub sales: T,
}

impl<T> PerSeat<T> {
    /// The value of a seat.
    pub fn get(&self, seat: Seat) -> &T {
        match seat {
            Seat::Product => &self.product,
            Seat::Sales => &self.sales,
        }
    }

    /// The value of a seat, mutable.
    pub(crate) fn get_mut(&mut self, seat: Seat) -> &mut T {
        match seat {
            Seat::Product => &mut self.product,
            Seat::Sales => &mut self.sales,
        }
    }
}
