//! Pages for a browser: HTML from plain data, and nothing else.
//!
//! A page is whole and works without scripts: everything that can be done is a button of one form, whose value is the
//! act. It carries what it was made on, so that a signature counts only for what it showed.
//!
//! | module | what it is |
//! |---|---|
//! | `compare` | several runs compared, as one file that needs nothing else |
//! | `document` | the frame of every page of a room |
//! | `file` | the frame of a page that is a file of its own |
//! | `style` | the style sheet, from the colours of the themes |
//! | `part` | the pieces that pages are made of |
//! | `seat` | the page of a seat: the numbers above, the step below |
//! | `join` | the way in: the code, a name, a seat |
//! | `console` | what the facilitator sees and does |
//! | `look` | what the facilitator sees of a seat |
//! | `wall` | what the projector shows |
//! | `qr` | the code that a phone's camera reads |
//! | `briefing`, `desks`, `house`, `card`, `quarter` | the steps of a game |
//! | `debrief` | what it came to |
//! | `reveal` | what became of demand, drawn before it is shown |
//! | `origin` | what led to what in it, and how much was luck |
//! | `report` | the debrief as a file to take home |
//! | `slides` | slides for a debrief as a file: to scroll, to present and to print |
//! | `guide` | a facilitator's guide to a scenario |
//! | `paper` | sheets of paper for teams without devices |

mod briefing;
mod card;
mod compare;
mod console;
mod debrief;
mod desks;
mod document;
mod file;
mod guide;
mod house;
mod join;
mod look;
mod origin;
mod paper;
mod part;
mod qr;
mod quarter;
mod report;
mod reveal;
mod seat;
mod slides;
mod style;
mod wall;

pub use compare::{COMPARISON_MARK, compare_body, compare_page};
pub use console::{
    Address, CoFacilitator, Console, ConsolePerson, ConsoleSeat, ConsoleTeam, Look, Press, Say, console,
};
pub use debrief::DebriefPage;
pub use document::{Body, document};
pub use guide::{GUIDE_MARK, guide_page};
pub use join::{Door, Lobby, LobbySeat, LobbyTeam, door, lobby};
pub use look::{SHOWN as LOOK_SECONDS, look, look_question};
pub use paper::{Paper, SHEETS_MARK, cards_page, decisions_page, poster_page, quarter_page, roles_page};
pub use part::Clock;
pub use report::{Played, REPORT_MARK, report_page};
pub use reveal::DrawFirst;
pub use seat::{HeldPage, Own, SeatPage, Status, held_page, seat_page};
pub use slides::{SLIDES_MARK, slides_page};
pub use style::style;
pub use wall::{DemandWall, PlayWall, TeamWall, WelcomeWall, play_wall, welcome_wall};
