//! Slides as one file: a page to scroll, to present with keys or a clicker, and to print with one slide on each page.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::style::{light_on_paper, style};
use crate::chart::{DARK, Palette, Size};
use crate::slide::{Deck, Figure, Item, Para, Place, Role, SLIDE, Slide, Tone, layout};
use crate::text::Text;

/// What such a file is, in its head.
pub const SLIDES_MARK: &str = "Off-Roadmap slides";

/// Turns the slides by keys.
const SCRIPT: &str = include_str!("../../assets/web/slides.js");
/// The rules of slides.
const RULES: &str = include_str!("slides.css");
/// The paper is as wide as it is asked for; a slide takes all of its width.
const SHEET: &str = "@page{size:landscape;margin:0}";

/// The whole file.
#[must_use]
pub fn slides_page(deck: &Deck, text: &Text) -> String {
    let all = deck.slides.len();
    let page = html! {
        (DOCTYPE)
        html lang=(text.language()) {
            head {
                meta charset="utf-8";
                meta name="generator" content=(SLIDES_MARK);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (deck.title) }
                style { (PreEscaped(style())) (PreEscaped(RULES)) (PreEscaped(light_on_paper())) (PreEscaped(SHEET)) }
            }
            body {
                (bar(text))
                main.deck {
                    // Slides come and go; the page keeps its heading.
                    h1.unseen { (deck.title) }
                    @for (at, slide) in deck.slides.iter().enumerate() { (drawn(slide, at + 1, all, text)) }
                    footer.muted.small { (text.with("compare-footer", &[("version", &env!("CARGO_PKG_VERSION"))])) }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

/// The buttons, which only the script shows.
fn bar(text: &Text) -> Markup {
    let press = |what: &str, key: &str, sign: &str| {
        let said = (!sign.is_empty()).then(|| text.get(key));
        html! {
            button type="button" data-press=(what) aria-label=[said] {
                @if sign.is_empty() { (text.get(key)) } @else { (sign) }
            }
        }
    };
    html! {
        nav.deck-bar hidden aria-label=(text.get("slides-start")) {
            (press("begin", "slides-start", ""))
            (press("before", "slides-before", "←"))
            span #place role="status" {}
            (press("after", "slides-after", "→"))
            (press("notes", "slides-notes", ""))
            p.small.muted { (text.get("slides-how")) }
        }
    }
}

fn drawn(slide: &Slide, number: usize, all: usize, text: &Text) -> Markup {
    let laid = layout(slide, text);
    html! {
        section.slide id=(format!("s{number}"))
            aria-label=(text.with("slides-place", &[("number", &number), ("all", &all)])) {
            div.stage { @for place in &laid.places { (placed(place, text)) } }
            @if !slide.notes.is_empty() {
                details.notes {
                    summary { (text.get("slides-notes")) }
                    @for note in &slide.notes { p { (note) } }
                }
            }
        }
    }
}

fn placed(place: &Place, text: &Text) -> Markup {
    let part = |of: f64, whole: f64| format!("{:.3}%", of / whole * 100.0);
    let at = format!(
        "left:{};top:{};width:{};height:{}",
        part(place.x, SLIDE.width),
        part(place.y, SLIDE.height),
        part(place.size.width, SLIDE.width),
        part(place.size.height, SLIDE.height)
    );
    match &place.item {
        Item::Picture(figure) => html! { figure style=(at) { (picture(figure, place.size, text)) } },
        Item::Words(role, size, paras) => {
            let wide = |points: f64| format!("{:.3}cqw", points / SLIDE.width * 100.0);
            let (x, y) = role.padding();
            let at = format!("{at};font-size:{};padding:{} {}", wide(*size), wide(y), wide(x));
            let class = match role {
                Role::Part => "part",
                Role::Minutes => "minutes",
                Role::Title => "title",
                Role::Body => "body",
                Role::Caption => "caption",
                Role::Question => "question",
            };
            html! {
                div class=(class) style=(at) {
                    @for para in paras {
                        @match role {
                            Role::Title => h2 class=(classes(para)) { (para.text) },
                            _ => p class=(classes(para)) { (para.text) },
                        }
                    }
                }
            }
        }
    }
}

fn classes(para: &Para) -> String {
    let tone = match para.tone {
        Tone::Ink => "",
        Tone::Muted => " muted",
        Tone::Good => " good",
        Tone::Bad => " bad",
        Tone::Marked => " marked",
    };
    format!("para{}{tone}", if para.bold { " bold" } else { "" })
}

/// A picture in the colours of both themes, of which the device shows one.
fn picture(figure: &Figure, size: Size, text: &Text) -> Markup {
    let told = figure.told(text);
    let drawn = |palette: &Palette| figure.draw(size, text, palette).inline(&told);
    html! {
        div.in-light { (PreEscaped(drawn(&Palette::print()))) }
        div.in-dark { (PreEscaped(drawn(&Palette::of(&DARK)))) }
    }
}
