//! A code that a phone's camera reads, as a part of a page.

use maud::{Markup, PreEscaped, html};

use crate::chart;

/// The side of the code; pages show it as large as there is room.
const SIDE: f64 = 320.0;

/// The code of an address; `told` is what it is, for a screen reader.
pub(super) fn qr(address: &str, told: &str) -> Markup {
    html! { div.qr { (PreEscaped(chart::qr(address, SIDE).inline(told))) } }
}
