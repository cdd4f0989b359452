//! Pages for a browser: HTML from plain data, and nothing else.
//!
//! A page is whole and works without scripts: everything that can be done is a button of one form, whose value is the
//! act. It carries what it was made on, so that a signature counts only for what it showed.
//!
//! | module | what it is |
//! |---|---|
//! | `compare` | several runs compared, as one file that needs nothing else |
//! | `document` | the frame of every page of a room |
//! | `style` | the style sheet, from the colours of the themes |
//! | `part` | the pieces that pages are made of |
//! | `seat` | the page of a seat: the numbers above, the step below |
//! | `briefing`, `desks`, `house`, `card`, `quarter` | the steps of a game |

mod briefing;
mod card;
mod compare;
mod desks;
mod document;
mod house;
mod part;
mod quarter;
mod seat;
mod style;

pub use compare::{PAGE_MARK, compare_page};
pub use document::document;
pub use seat::{SeatPage, seat_page};
pub use style::style;
