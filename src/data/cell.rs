//! One value of a table.

use serde::Serialize;
use serde_json::Value;

use crate::ids::{CustomerId, DealId, DecisionId, Money, Quarter, WorkId, round};

/// One value of a table. As JSON it is the value itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Cell {
    /// There is none.
    Empty,
    /// A text, or a word that stands for one.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A number; always finite.
    Real(f64),
    /// Yes or no.
    Flag(bool),
}

impl Cell {
    /// A number, rounded to a whole one.
    #[must_use]
    pub fn whole(amount: f64) -> Self {
        Self::Whole(round(amount))
    }

    /// The word by which files name a value of an enumeration, without what it holds: `Decline`, `Ceo`.
    #[must_use]
    pub fn word(value: &impl Serialize) -> Self {
        Self::Text(word(value))
    }
}

/// The word by which files name a value of an enumeration; empty for anything else.
pub(super) fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => name,
        Ok(Value::Object(whole)) => whole.into_iter().next().map(|(name, _)| name).unwrap_or_default(),
        _ => String::new(),
    }
}

/// The words of several values.
pub(super) fn words<T: Serialize>(values: &[T]) -> Vec<String> {
    values.iter().map(word).collect()
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Cell {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        // Adding zero turns −0 into 0.
        if number.is_finite() { Self::Real(number + 0.0) } else { Self::Empty }
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Whole(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// Whole numbers, and what holds one.
macro_rules! whole {
    ($($kind:ty: $read:expr;)*) => {$(
        impl From<$kind> for Cell {
            fn from(value: $kind) -> Self {
                let read: fn($kind) -> i64 = $read;
                Self::Whole(read(value))
            }
        }
    )*};
}

whole! {
    u8: i64::from;
    u32: i64::from;
    i64: |number| number;
    Money: |money| money.0;
    Quarter: |quarter| i64::from(quarter.0);
    DealId: |id| i64::from(id.0);
    CustomerId: |id| i64::from(id.0);
    DecisionId: |id| i64::from(id.0);
    WorkId: |id| i64::from(id.0);
}
