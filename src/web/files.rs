//! The files beside every page. All are embedded; nothing is loaded from elsewhere.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::IntoResponse;

use crate::page::style;

/// A library that changes a page into another one without losing what is focused or half typed, and our own script.
const SCRIPT: &str =
    concat!(include_str!("../../assets/web/idiomorph.js"), "\n", include_str!("../../assets/web/page.js"));
const ICON: &str = include_str!("../../assets/icon.svg");

pub(super) async fn style_sheet() -> impl IntoResponse {
    file("text/css; charset=utf-8", style())
}

pub(super) async fn script() -> impl IntoResponse {
    file("text/javascript; charset=utf-8", SCRIPT)
}

pub(super) async fn icon() -> impl IntoResponse {
    file("image/svg+xml", ICON)
}

fn file(kind: &'static str, text: impl IntoResponse) -> impl IntoResponse {
    // Asked again each time a page is opened, so that a newer program is not shown with an older style.
    ([(CONTENT_TYPE, kind), (CACHE_CONTROL, "no-cache")], text)
}
