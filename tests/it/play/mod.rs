//! A game in the hands of people: the door, and the pages of a seat.

mod door;
mod pages;
mod pair;
