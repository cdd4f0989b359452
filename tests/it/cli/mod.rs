//! The commands of the command line.

mod compare;
mod export;
mod guide;
mod lab;
mod play;
mod print;
mod rename;
mod report;
mod slides;
