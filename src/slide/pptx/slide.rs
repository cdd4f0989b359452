//! A slide, and the list of all slides.

use maud::{Markup, html};

use super::PRESENTATION;
use super::package::{Package, Relation, presentation as root};
use super::shape::{emu, tree};
use crate::slide::layout::SLIDE;

/// The path of a slide, from 1.
pub(super) fn path(number: usize) -> String {
    format!("ppt/slides/slide{number}.xml")
}

/// A slide with shapes.
pub(super) fn slide(shapes: &[Markup]) -> Markup {
    root(
        "p:sld",
        &html! {
            p:cSld { (tree(shapes)) }
            p:clrMapOvr { a:masterClrMapping {} }
        },
    )
}

/// The list of all slides.
pub(super) fn presentation(package: &Package, slides: usize) -> Markup {
    let ids = |relation| package.ids(PRESENTATION, relation);
    let slide_ids = ids(Relation::Slide);
    root(
        "p:presentation",
        &html! {
            p:sldMasterIdLst { @for id in ids(Relation::Master) { p:sldMasterId id="2147483648" r:id=(id) {} } }
            p:notesMasterIdLst { @for id in ids(Relation::NotesMaster) { p:notesMasterId r:id=(id) {} } }
            p:sldIdLst {
                @for (at, id) in slide_ids.iter().take(slides).enumerate() { p:sldId id=(256 + at) r:id=(id) {} }
            }
            p:sldSz cx=(emu(SLIDE.width)) cy=(emu(SLIDE.height)) {}
            p:notesSz cx="6858000" cy="9144000" {}
        },
    )
}
