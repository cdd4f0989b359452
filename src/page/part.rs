//! The pieces that pages are made of.

use maud::{Markup, PreEscaped, html};

use crate::chart::{Palette, Svg};
use crate::ids::Seat;
use crate::play::Act;
use crate::text::Text;
use crate::view::{Amount, CauseLine};

/// A button that sends an act; with a reason it is blocked and says so.
pub(super) fn press(act: Act, class: &str, why_not: Option<&str>, content: &Markup) -> Markup {
    let value = serde_json::to_string(&act).unwrap_or_default();
    html! {
        button type="submit" name="act" value=(value) class=[(!class.is_empty()).then_some(class)]
            disabled[why_not.is_some()] title=[why_not] { (content) }
    }
}

/// A line with an amount at its end.
pub(super) fn amount(line: &Amount) -> Markup {
    html! { div.line { span { (line.text) } b class=[weight(line.good)] { (line.amount) } } }
}

/// What moved a number, and by how much.
pub(super) fn cause(cause: &CauseLine) -> Markup {
    html! { div.line.small { span { (cause.text) } b class=[weight(Some(cause.up))] { (cause.amount) } } }
}

fn weight(good: Option<bool>) -> Option<&'static str> {
    good.map(|good| if good { "good" } else { "bad" })
}

/// A value with a button to lower and one to raise it.
pub(super) fn stepper(label: &Markup, value: &str, lower: Option<Act>, raise: Option<Act>, name: &str) -> Markup {
    let step = |act: Option<Act>, sign: &str| {
        let said = format!("{sign} {name}");
        let value = act.and_then(|act| serde_json::to_string(&act).ok());
        html! { button type="submit" name="act" value=[value.as_deref()] disabled[value.is_none()] aria-label=(said) { (sign) } }
    };
    html! { div.stepper { div { (label) } (step(lower, "−")) output { (value) } (step(raise, "+")) } }
}

/// What can be done with the page as a whole; it stays in view. `said` is what stands beside the buttons.
pub(super) fn foot(text: &Text, seat: Option<Seat>, said: &str, undo: bool, main: &Markup) -> Markup {
    let class = match seat {
        Some(Seat::Product) => "foot product",
        Some(Seat::Sales) => "foot sales",
        None => "foot",
    };
    html! {
        div class=(class) {
            p.small { (said) }
            @if undo { (press(Act::Undo, "", None, &html! { (text.get("undo")) })) }
            (main)
        }
    }
}

/// A picture with its words for a screen reader.
pub(super) fn picture(svg: &Svg, told: &str) -> Markup {
    html! { figure { (PreEscaped(svg.inline(told))) } }
}

/// The colours of pictures on pages. A picture brings its own background, so that it is readable in every theme.
pub(super) const PICTURE: Palette = Palette::print();
