//! Reading RON so that every value keeps its place and one mistake does not hide the next.
//!
//! `ron` and serde stop at the first error. Here the text is parsed into a separate [`Node`] tree. [`Reader`] passes
//! that tree to the same derived `Deserialize` types, notes what is wrong and continues with a stand-in.

mod brackets;
mod fields;
mod letters;
mod literal;
mod number;
mod parser;
mod quote;
mod reader;
mod tree;
mod variant;

pub(super) use fields::{list, match_fields, suggest};
pub(super) use letters::{code, look_alike};
pub(super) use number::shifted;
pub(super) use parser::{Parsed, parse};
pub(super) use reader::Reader;
pub(super) use tree::{Field, Kind, Node, Problem, Span, steps};
