//! What answers and requests of all pages have in common.

use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;

use crate::journal::NotDone;

/// A link with a key.
#[derive(Debug, Deserialize)]
pub(super) struct Link {
    pub(super) key: Option<String>,
}

/// Whether the script of a page asks, which wants only what changes.
pub(super) fn is_live(headers: &HeaderMap) -> bool {
    headers.contains_key("x-live")
}

/// The status of an answer that says why something was not done.
pub(super) fn status(why: &NotDone) -> StatusCode {
    match why {
        NotDone::Refused(_) | NotDone::NoSuchLink => StatusCode::CONFLICT,
        NotDone::NotKept | NotDone::Closed => StatusCode::SERVICE_UNAVAILABLE,
    }
}
