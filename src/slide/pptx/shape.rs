//! Texts and pictures on a slide, with their places.

use maud::{Markup, html};

use super::package::plain;
use crate::chart::Size;
use crate::slide::deck::{Para, Tone};
use crate::slide::layout::{Place, Role};

/// Units of the format for each point.
const EMU: f64 = 12_700.0;

pub(super) fn emu(points: f64) -> String {
    format!("{:.0}", libm::round(points.max(0.0) * EMU))
}

/// What a text is on the master: its kind and its number there.
pub(super) fn placeholder(role: Role) -> Option<(&'static str, Option<u32>)> {
    match role {
        Role::Title => Some(("title", None)),
        Role::Part => Some(("body", Some(10))),
        Role::Minutes => Some(("body", Some(11))),
        Role::Question => Some(("body", Some(12))),
        Role::Body | Role::Caption => None,
    }
}

/// The name of a shape, for the list of shapes and for screen readers.
pub(super) fn name(role: Role) -> &'static str {
    match role {
        Role::Title => "Title",
        Role::Part => "Step",
        Role::Minutes => "Minutes",
        Role::Question => "Question",
        Role::Body => "Text",
        Role::Caption => "Caption",
    }
}

/// A text.
pub(super) fn words(place: &Place, role: Role, size: f64, paras: &[Para], language: &str, at: usize) -> Markup {
    let holder = placeholder(role);
    html! {
        p:sp {
            p:nvSpPr {
                p:cNvPr id=(at + 2) name=(format!("{} {}", name(role), at + 1)) {}
                @if holder.is_some() { p:cNvSpPr { a:spLocks noGrp="1" {} } } @else { p:cNvSpPr txBox="1" {} }
                p:nvPr { @if let Some((kind, number)) = holder { p:ph type=(kind) idx=[number] {} } }
            }
            p:spPr {
                (frame(place))
                @if holder.is_none() { a:prstGeom prst="rect" { a:avLst {} } a:noFill {} }
            }
            p:txBody {
                (body(role))
                a:lstStyle {}
                @for (at, para) in paras.iter().enumerate() { (paragraph(para, at > 0, size, language, role)) }
            }
        }
    }
}

/// How the words stand in their box.
pub(super) fn body(role: Role) -> Markup {
    let (x, y) = role.padding();
    let anchor = match role {
        Role::Question | Role::Part | Role::Minutes => "ctr",
        Role::Caption => "b",
        Role::Title | Role::Body => "t",
    };
    html! {
        a:bodyPr wrap="square" lIns=(emu(x)) tIns=(emu(y)) rIns=(emu(x)) bIns=(emu(y)) anchor=(anchor) rtlCol="0" {
            a:normAutofit {}
        }
    }
}

/// A paragraph, which stands apart from the one before it.
fn paragraph(para: &Para, apart: bool, size: f64, language: &str, role: Role) -> Markup {
    let bold = (para.bold || role.bold()).then_some("1");
    let align = (role == Role::Minutes).then_some("r");
    let hundredths = format!("{:.0}", size * 100.0);
    html! {
        a:p {
            a:pPr algn=[align] {
                a:lnSpc { a:spcPct val="100000" {} }
                @if apart { a:spcBef { a:spcPts val=(format!("{:.0}", size * 25.0)) {} } }
            }
            a:r {
                a:rPr lang=(language) sz=(hundredths) b=[bold] {
                    a:solidFill { a:schemeClr val=(color(para.tone)) {} }
                }
                a:t { (plain(&para.text)) }
            }
        }
    }
}

/// The colour of the theme that a tone has.
fn color(tone: Tone) -> &'static str {
    match tone {
        Tone::Ink => "tx1",
        Tone::Muted => "tx2",
        Tone::Good => "accent4",
        Tone::Bad => "accent6",
        Tone::Marked => "accent3",
    }
}

/// A picture with its words.
pub(super) fn picture(place: &Place, id: &str, told: &str, at: usize) -> Markup {
    html! {
        p:pic {
            p:nvPicPr {
                p:cNvPr id=(at + 2) name=(format!("Picture {}", at + 1)) descr=(plain(told)) {}
                p:cNvPicPr { a:picLocks noChangeAspect="1" {} }
                p:nvPr {}
            }
            p:blipFill { a:blip r:embed=(id) {} a:stretch { a:fillRect {} } }
            p:spPr { (frame(place)) a:prstGeom prst="rect" { a:avLst {} } }
        }
    }
}

fn frame(place: &Place) -> Markup {
    area(place.x, place.y, place.size)
}

/// A place.
pub(super) fn area(x: f64, y: f64, size: Size) -> Markup {
    html! {
        a:xfrm {
            a:off x=(emu(x)) y=(emu(y)) {}
            a:ext cx=(emu(size.width)) cy=(emu(size.height)) {}
        }
    }
}

/// The group that all shapes of a slide are in.
pub(super) fn tree(shapes: &[Markup]) -> Markup {
    html! {
        p:spTree {
            p:nvGrpSpPr { p:cNvPr id="1" name="" {} p:cNvGrpSpPr {} p:nvPr {} }
            p:grpSpPr {
                a:xfrm {
                    a:off x="0" y="0" {} a:ext cx="0" cy="0" {} a:chOff x="0" y="0" {} a:chExt cx="0" cy="0" {}
                }
            }
            @for shape in shapes { (shape) }
        }
    }
}
