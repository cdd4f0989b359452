//! Stands in for the crate `inventory`, and collects nothing.
//!
//! `bevy_reflect` submits code for each of its thousands of reflected types to it, so that types can be found by name at
//! run time. This game never does that, but several Bevy crates turn it on all the same, and the linker must then keep all
//! of that code: about a third of the program. With nothing submitted, it is left out.
#![no_std]

/// What a crate collects. Nothing is ever collected.
#[macro_export]
macro_rules! collect {
    ($what:ty) => {};
}

/// What would be collected. It is dropped while it compiles.
#[macro_export]
macro_rules! submit {
    ($($what:tt)*) => {};
}

/// All that was collected, which is nothing.
#[allow(non_camel_case_types, reason = "the crate that it stands in for calls it so")]
pub type iter<T> = kind::Nothing<T>;
// The value of the same name. Brought in by a glob, so that the type above takes the place of the variant.
#[doc(hidden)]
pub use value::*;

mod kind {
    use core::convert::Infallible;
    use core::marker::PhantomData;

    pub enum Nothing<T> {
        #[allow(non_camel_case_types, reason = "it is what a crate writes")]
        iter,
        #[allow(dead_code, reason = "there is one only so that the kind has a parameter")]
        Never(Infallible, PhantomData<T>),
    }
}

mod value {
    pub use super::kind::Nothing::iter;
}

impl<T: 'static> IntoIterator for iter<T> {
    type Item = &'static T;
    type IntoIter = core::iter::Empty<&'static T>;

    fn into_iter(self) -> Self::IntoIter {
        core::iter::empty()
    }
}
