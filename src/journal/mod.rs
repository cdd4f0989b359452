//! Keeps a room on disk: every command that it accepted, in order, before anybody is told that it was accepted. The room
//! is rebuilt from these commands, so nothing is lost whatever is closed, dropped or unplugged.
//!
//! | module | what it is |
//! |---|---|
//! | `opening` | how a room was opened |
//! | `key` | the keys that let devices in; only their hashes are kept |
//! | `store` | the file: one SQLite database for each room |
//! | `shelf` | the rooms on this machine, and how they are deleted |
//! | `problem` | why a room cannot be kept or opened, in words |
//! | `kept` | a room that is kept, for all who read it |
//! | `keeper` | the one thread that changes a room and writes its journal |
//! | `mirror` | a second copy in another folder, which follows |
//! | `runs` | the run files of the teams, written beside the path of acts |

mod keeper;
mod kept;
mod key;
mod mirror;
mod opening;
mod problem;
mod runs;
mod shelf;
mod store;

pub use kept::{Changed, Done, KeptRoom, NotDone, Reading, Task};
pub use key::{Facilitator, Holder, Key, KeyHash, code};
pub use mirror::{Lag, Mirror};
pub use opening::Opening;
pub use problem::JournalError;
pub use runs::Runs;
pub use shelf::{Deleted, ROOM_ENDING, delete, expire, room_file, rooms, rooms_dir};
pub use store::{Entry, Journal, Record};
