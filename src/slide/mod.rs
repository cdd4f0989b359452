//! Slides for a debrief: what is on them as plain data, and where it stands. Pages and files draw them from that.
//!
//! | module | what it is |
//! |---|---|
//! | `deck` | slides as data: title, content, question, time, speaker's notes |
//! | `figure` | the pictures on slides, drawn with words that can be read from the back of a room |
//! | `room` | the slides about several runs |
//! | `team` | the slides about one run |
//! | `shared` | the slides that both have |
//! | `fit` | how many lines a text takes, and a text cut to its lines |
//! | `layout` | the place of everything on a slide |
//! | `pptx` | slides as a PowerPoint file |
//!
//! A slide has one idea and one question. No words on it are smaller than [`LEAST`].

mod deck;
mod figure;
mod fit;
mod layout;
mod pptx;
mod room;
mod shared;
mod team;

pub use deck::{Block, Captioned, Column, Deck, Para, Slide, SlidePart, Tone};
pub use figure::Figure;
pub use fit::lines_of;
pub use layout::{Item, LEAST, Laid, Place, Role, SLIDE, layout};
pub use pptx::{SLIDES_PRODUCER, pptx};
pub use room::{Room, room_deck};
pub use team::{Played, team_deck};
