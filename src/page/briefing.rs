//! A seat's briefing.

use maud::{Markup, html};

use super::part::{amount, foot, primary};
use crate::play::Act;
use crate::text::{self, Text};
use crate::view::{Briefing, Bulletin};

pub(super) fn draw(text: &Text, briefing: &Briefing) -> Markup {
    let bulletin = |class: &str, bulletin: &Bulletin| {
        html! {
            section class=(class) { h2 { (bulletin.title) } p { (bulletin.text) } }
        }
    };
    html! {
        div.columns {
            section.card {
                h1 { (text.get("briefing-title")) }
                @if let Some(about) = &briefing.about { p { (about) } }
                @if !briefing.goals.is_empty() {
                    h2 { (text.get("briefing-goals")) }
                    ul { @for goal in &briefing.goals { li { (goal) } } }
                }
                p { (text.with("briefing-quota", &[("quota", &briefing.quota)])) }
                @for news in &briefing.news { (bulletin("soft", news)) }
                @for gate in &briefing.gates { (bulletin("soft joint", gate)) }
                @for happened in briefing.happened.iter().filter(|happened| !happened.causes.is_empty()) {
                    h2 { (text.with("briefing-moved", &[("number", &happened.number)])) }
                    @for cause in &happened.causes { (amount(cause)) }
                }
            }
            section.card {
                h1 { (text.with("briefing-page", &[("seat", &text::seat(text, briefing.seat))])) }
                @if briefing.again { p.muted { (text.get("briefing-again")) } }
                p { (briefing.page) }
                h2 { (text.get("briefing-pay")) }
                p { (briefing.pay) }
            }
        }
        (foot(text, Some(briefing.seat), "", None, &primary(Act::Read, false, &text.get("read-on"))))
    }
}
