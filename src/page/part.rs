//! The pieces that pages are made of.

use maud::{Markup, PreEscaped, html};

use crate::chart::{Palette, Svg};
use crate::ids::Seat;
use crate::play::{Act, Undo};
use crate::text::Text;
use crate::view::{Amount, CauseLine};

/// A button that sends an act; with a reason it is blocked and says so below its label, since a phone has no pointer
/// that could hover.
pub(super) fn press(act: Act, class: &str, why_not: Option<&str>, content: &Markup) -> Markup {
    let content = html! { (content) @if let Some(why_not) = why_not { " " span.small { (why_not) } } };
    button(act, class, why_not.is_some(), &content)
}

/// The main button of a page. The foot says why it is blocked.
pub(super) fn primary(act: Act, blocked: bool, label: &str) -> Markup {
    button(act, "main", blocked, &html! { (label) })
}

fn button(act: Act, class: &str, blocked: bool, content: &Markup) -> Markup {
    let value = serde_json::to_string(&act).unwrap_or_default();
    html! {
        button type="submit" name="act" value=(value) class=[(!class.is_empty()).then_some(class)] disabled[blocked] { (content) }
    }
}

/// Amounts side by side, each with the name of its kind. Drawn without styles of its own, which a strict policy for
/// content forbids.
pub(super) fn bar(parts: &[(&str, f64)]) -> Markup {
    let total: f64 = parts.iter().map(|(_, amount)| amount.max(0.0)).sum();
    let ends = parts.iter().scan(0.0, |end, (_, amount)| {
        *end += amount.max(0.0);
        Some(*end)
    });
    html! {
        svg.bar viewBox=(format!("0 0 {:.3} 1", total.max(1.0))) preserveAspectRatio="none" aria-hidden="true" {
            @for ((kind, amount), end) in parts.iter().zip(ends) {
                @let (from, width) = (end - amount.max(0.0), amount.max(0.0));
                rect class=(kind) x=(format!("{from:.3}")) y="0" width=(format!("{width:.3}")) height="1" {}
            }
        }
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

/// What is said at the head of a page.
pub(super) fn notice(said: Option<&str>) -> Markup {
    html! { @if let Some(said) = said { p.notice role="status" { (said) } } }
}

/// The time that is left for a phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Milliseconds; negative if the phase should be over already.
    pub left: i64,
    /// Whether it runs, or stands during a pause.
    pub runs: bool,
}

/// The time that is left. The script of the page counts it down while it runs. Nothing without a clock.
pub(super) fn countdown(text: &Text, clock: Option<Clock>) -> Markup {
    let Some(Clock { left, runs }) = clock else { return html! {} };
    let over = text.get("clock-over");
    let seconds = u32::try_from(left / 1_000).unwrap_or(0);
    let time = format!("{}:{:02}", seconds / 60, seconds % 60);
    let minutes = || text.with("clock-minutes", &[("minutes", &(seconds / 60))]);
    html! {
        @match runs {
            _ if left < 0 => span.clock data-left=[runs.then_some(left)] data-over=(over) { (over) },
            true => span.clock data-left=(left) data-over=(over) { (minutes()) },
            false => span.clock.muted { (text.with("clock-paused", &[("time", &time)])) },
        }
    }
}

/// What can be done with the page as a whole; it stays in view. `said` is what stands beside the buttons.
pub(super) fn foot(text: &Text, seat: Option<Seat>, said: &str, undo: Option<Undo>, main: &Markup) -> Markup {
    let class = match seat {
        Some(Seat::Product) => "foot product",
        Some(Seat::Sales) => "foot sales",
        None => "foot",
    };
    html! {
        div class=(class) {
            p.small { (said) }
            @if let Some(undo) = undo {
                @let key = match undo { Undo::Change => "undo", Undo::Signature => "take-back" };
                (press(Act::Undo, "", None, &html! { (text.get(key)) }))
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_counted_down_while_it_runs_and_shown_while_it_stands() {
        let drawn = |runs| countdown(&Text::default(), Some(Clock { left: 754_000, runs })).into_string();
        assert!(drawn(true).contains("data-left=\"754000\""), "{}", drawn(true));
        assert!(!drawn(false).contains("data-left") && drawn(false).contains("12:34"), "{}", drawn(false));
        assert!(countdown(&Text::default(), None).into_string().is_empty());
    }
}
