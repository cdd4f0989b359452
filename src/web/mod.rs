//! Serves a room to browsers: routes, cookies, streams, limits. What a page shows is decided in `room` and `play`, how it
//! looks in `page`.
//!
//! Every open page has a stream of server-sent events. Each event is the whole page again, so a device that lost its
//! connection is up to date as soon as it connects. Without scripts, pages are forms and links.
//!
//! | module | what it is |
//! |---|---|
//! | `workshop` | opens a workshop and runs it |
//! | `opened` | its room: one that goes on, or a new one |
//! | `running` | a workshop beside a window |
//! | `host` | what all requests share |
//! | `routes` | which request goes where |
//! | `join` | the way in |
//! | `seat` | the pages of a person, and what it does on them |
//! | `compare` | the teams side by side, for the facilitator |
//! | `console` | the facilitator's page |
//! | `look` | the page of a seat on the console |
//! | `wall` | the projected page |
//! | `sheet` | what a person, the console and the wall see, as data |
//! | `stream` | tells open pages what changed |
//! | `rehearsal` | bots for the free teams of a rehearsal |
//! | `tls` | the certificate |
//! | `awake` | keeps the machine from falling asleep |
//! | `found` | what the debriefs compare with, as it is found |
//! | `api` | the same for programs, as JSON |
//! | `guard` | turns away what comes from other sites, and sets the headers of every answer |
//! | `cookie` | the keys that browsers hold |
//! | `words` | what several pages say about a room |
//! | `answer` | what answers and requests of all pages have in common |
//! | `refused` | why something was not done, in words |
//! | `files` | the style sheet, the script, the icon |
//! | `address` | where devices can reach this machine |
//! | `limits` | how often somebody may try |

mod address;
mod answer;
mod api;
mod awake;
mod compare;
mod console;
mod cookie;
mod files;
mod found;
mod guard;
mod host;
mod join;
mod limits;
mod look;
mod opened;
mod refused;
mod rehearsal;
mod routes;
mod running;
mod seat;
mod sheet;
mod stream;
mod tls;
mod wall;
mod words;
mod workshop;

pub use address::Address;
pub use host::Host;
pub use opened::load;
pub use running::Running;
pub use words::{people, position, watching};
pub use workshop::{Ended, Links, Seeds, Wanted, Workshop};
