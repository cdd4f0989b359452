//! What became of the demand for specials: drawn from memory before it is shown, by a team or by all of them.

use maud::{Markup, PreEscaped, html};

use super::part::{PICTURE, picture};
use crate::chart::{Size, drawn, lines, lines_summary, overlaid, overlaid_summary, shape};
use crate::text::Text;
use crate::view::{Debrief, Demanded, Shape};

/// The size of a curve to choose, of the curve of one team, and of those of all teams.
const CHOICE: Size = Size { width: 150.0, height: 84.0 };
const OWN: Size = Size { width: 440.0, height: 280.0 };
const ALL: Size = Size { width: 640.0, height: 380.0 };
/// The size of all curves on the projector. The smaller the picture, the larger its words in the room.
const WALL: Size = Size { width: 760.0, height: 320.0 };

/// How a page comes to the curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawFirst {
    /// It is chosen on the page itself, which nobody answers: a file, or paper.
    Here,
    /// The person has not drawn yet.
    Asked,
    /// The person has seen it, and drew this before.
    Seen(Option<Shape>),
}

/// What became of demand, in a debrief. The curve is not on the page before somebody drew it, or did not want to.
pub(super) fn reveal(text: &Text, debrief: &Debrief, draw_first: DrawFirst) -> Markup {
    let curve = |shape: Option<Shape>| {
        let chart = drawn(text, debrief, shape);
        html! { h3 { (chart.title) } (picture(&lines(&chart, OWN, &PICTURE), &lines_summary(&chart, text))) }
    };
    let told = html! {
        p { (debrief.reveal.told) }
        @if debrief.reveal.drawn_first { p.soft.joint { (text.get("reveal-ask")) } }
        p.small.muted { (text.get("reveal-how")) }
    };
    let seen = |shape: Option<Shape>| {
        html! {
            div.columns {
                div { (curve(shape)) }
                div {
                    @if let Some(shape) = shape { p { b { (text.with("reveal-drew", &[("shape", &shape.name(text))])) } } }
                    (told)
                }
            }
        }
    };
    html! {
        section.card.whole #demand {
            h2 { (text.get("reveal-title")) }
            @match draw_first {
                _ if !debrief.reveal.drawn_first => (seen(None)),
                DrawFirst::Seen(shape) => (seen(shape)),
                DrawFirst::Asked => (ask(text)),
                DrawFirst::Here => (on_the_page(text, &text.get("reveal-draw"), &text.get("reveal-now"), &each(&seen))),
            }
        }
    }
}

/// What was, beside each of the shapes that could be chosen.
fn each(seen: &impl Fn(Option<Shape>) -> Markup) -> Markup {
    html! { @for (at, shape) in choices() { div class=(format!("told told-{at}")) { (seen(shape)) } } }
}

/// Asks a person to draw. What it presses goes to the host.
fn ask(text: &Text) -> Markup {
    html! {
        p { (text.get("reveal-draw")) }
        div.shapes {
            @for one in Shape::ALL {
                button.shape type="submit" formaction="/draw" name="shape" value=(value(Some(one))) { (choice(text, one)) }
            }
        }
        button type="submit" formaction="/draw" name="shape" value=(value(None)) { (text.get("reveal-now")) }
    }
}

/// A shape as a form sends it.
fn value(shape: Option<Shape>) -> String {
    serde_json::to_string(&shape).unwrap_or_default()
}

/// A curve and what it is called.
fn choice(text: &Text, one: Shape) -> Markup {
    html! {
        span.sketch { (PreEscaped(shape(one, CHOICE, &PICTURE).ornament())) }
        span { (one.name(text)) }
    }
}

/// Shapes to choose from on a page that nobody answers: choosing one shows what was, by the style sheet alone. Paper shows
/// it at once. `told` is what then shows: a part for each choice, or one for any.
fn on_the_page(text: &Text, asks: &str, show: &str, told: &Markup) -> Markup {
    html! {
        p #draw { (asks) }
        div.tries role="radiogroup" aria-labelledby="draw" {
            @for (at, shape) in choices() {
                @let id = format!("draw-{at}");
                input type="radio" name="draw" id=(id);
                @match shape {
                    Some(shape) => label.shape for=(id) { (choice(text, shape)) },
                    None => label.plain for=(id) { (show) },
                }
            }
            (told)
        }
    }
}

/// The shapes, and last the choice of none.
fn choices() -> impl Iterator<Item = (usize, Option<Shape>)> {
    Shape::ALL.into_iter().map(Some).chain([None]).enumerate()
}

/// What became of demand in all teams, for a page that is read or projected.
pub(super) fn of_all(text: &Text, demanded: &Demanded) -> Markup {
    let told = html! {
        div.told.told-any {
            (picture(&overlaid(demanded, text, ALL, &PICTURE), &overlaid_summary(demanded, text)))
            @for told in &demanded.told { p { (told) } }
        }
    };
    on_the_page(text, &text.get("reveal-teams-draw"), &text.get("reveal-teams-show"), &told)
}

/// What people drew, for the projector: how many chose each curve.
pub(super) fn sketches(text: &Text, drawn: &[(Shape, usize)]) -> Markup {
    let all: usize = drawn.iter().map(|(_, count)| count).sum();
    html! {
        h2 { (text.get("reveal-wall-drew")) }
        div.counts {
            @for (one, count) in drawn {
                section.card { p.count { (count) } (choice(text, *one)) }
            }
        }
        p { (text.with("reveal-wall-count", &[("drawn", &all)])) }
    }
}

/// What was, for the projector.
pub(super) fn came(text: &Text, demanded: &Demanded) -> Markup {
    html! {
        h2 { (text.get("reveal-wall-came")) ": " (text.get("demand-title")) }
        div.came { (picture(&overlaid(demanded, text, WALL, &PICTURE), &overlaid_summary(demanded, text))) }
        @for told in &demanded.told { p.big { (told) } }
    }
}
