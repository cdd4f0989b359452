//! A code that a phone's camera reads, as a picture.

use maud::{Markup, PreEscaped, html};
use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};

/// The code of an address; nothing if the address is too long for one. `told` is what it is, for a screen reader.
pub(super) fn qr(address: &str, told: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(address, EcLevel::M) else { return html! {} };
    let drawn = code.render::<svg::Color>().module_dimensions(8, 8).build();
    // A picture inside a page has no declaration of its own.
    let svg = drawn.find("<svg").map_or("", |at| &drawn[at..]);
    html! { div.qr role="img" aria-label=(told) { (PreEscaped(svg)) } }
}
