//! Where a result came from: what a decision led to, where the final numbers came from, and how much was luck.

use maud::{Markup, html};

use super::part::amount;
use crate::text::Text;
use crate::view::{Chain, Luck, Origins};

/// The deepest step of a chain that is indented further than the one before it.
const DEEPEST: usize = 3;

/// What a decision led to. The line above it says what that comes to in all.
pub(super) fn chain(text: &Text, chain: &Chain) -> Markup {
    html! {
        ol.chain {
            @for link in &chain.links {
                li class=(format!("small led-{}", link.depth.min(DEEPEST))) {
                    @if link.depth > 0 { span.muted role="img" aria-label=(text.get("chain-leads")) { "↳" } " " }
                    b { (link.quarter) } " · " (link.text) ": " b { (link.amounts) }
                }
            }
            @if let Some(rest) = &chain.rest { li.small.muted { (rest) } }
        }
        @for touched in &chain.touched { p.small.muted { (touched) } }
    }
}

/// Where the final numbers came from.
pub(super) fn origins(text: &Text, origins: &Origins) -> Markup {
    let heads = ["measure-arr", "measure-cash", "measure-value"];
    html! {
        h3 { (text.get("origins-title")) }
        p.small.muted { (origins.about) }
        div.scroll tabindex="0" role="group" aria-label=(text.get("origins-title")) {
            table.small.origins {
                thead { tr { th scope="col" { (text.get("origin-name")) } @for head in heads { th.number scope="col" { (text.get(head)) } } } }
                tbody {
                    @for row in &origins.rows {
                        tr class=[row.total.then_some("total")] {
                            th scope="row" { (row.name) }
                            @for number in [&row.arr, &row.cash, &row.value] { td.number { (number) } }
                        }
                    }
                }
            }
        }
    }
}

/// How much was luck, or that it is being found out.
pub(super) fn luck(text: &Text, luck: Option<&Luck>) -> Markup {
    let Some(luck) = luck else { return html! { p.muted { (text.get("luck-coming")) } } };
    html! {
        div.columns {
            div {
                p { b { (luck.told) } }
                @if !luck.falls.is_empty() {
                    p.small { (text.get("luck-falls")) }
                    ul { @for fall in &luck.falls { li.small { (fall) } } }
                }
                p { (luck.decided) }
                p.small.muted { (luck.about) }
            }
            div {
                @for part in &luck.parts { (amount(part)) }
                table.small {
                    caption { (text.get("luck-by-quarter")) }
                    thead { tr {
                        th scope="col" { (text.get("luck-quarter")) }
                        th.number scope="col" { (text.get("luck-of-decisions")) }
                        th.number scope="col" { (text.get("luck-of-dice")) }
                    } }
                    tbody {
                        @for it in &luck.quarters {
                            tr { th scope="row" { (it.quarter) } td.number { (it.decisions) } td.number { (it.luck) } }
                        }
                    }
                }
            }
        }
    }
}
