//! Reading RON so that every value keeps its place and one mistake does not hide the next.
//!
//! `ron` and serde stop at the first error. Here the text becomes a [`Node`] tree of its own, and [`Reader`]
//! feeds that tree to the same derived `Deserialize` types, notes what is wrong and goes on with a stand-in.

mod fields;
mod literal;
mod parser;
mod reader;
mod tree;
mod variant;

pub(super) use fields::{list, match_fields, suggest};
pub(super) use parser::parse;
pub(super) use reader::Reader;
pub(super) use tree::{Field, Kind, Node, Problem, Span, steps};
