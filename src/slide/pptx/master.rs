//! What all slides share, so that a trainer restyles them in one place: colours and fonts, the master, and the layout with
//! the places of step, title, minutes and question.

use maud::{Markup, html};

use super::PRESENTATION;
use super::package::{Kind, Package, Relation, presentation as root};
use super::shape::{area, body, name, placeholder, tree};
use crate::chart::{LIGHT, Rgb, Size};
use crate::slide::layout::{LEAST, Role};

/// The paths of the parts.
const MASTER: &str = "ppt/slideMasters/slideMaster1.xml";
pub(super) const LAYOUT: &str = "ppt/slideLayouts/slideLayout1.xml";
const THEME: &str = "ppt/theme/theme1.xml";
pub(super) const NOTES_THEME: &str = "ppt/theme/theme2.xml";
/// A font that every system has, or has one of the same widths for.
const FONT: &str = "Arial";
/// The largest title.
const TITLE: f64 = 42.0;

/// Adds theme, master and layout.
pub(super) fn parts(package: &mut Package, language: &str) {
    package.relate(PRESENTATION, Relation::Master, MASTER);
    let layout = package.relate(MASTER, Relation::Layout, LAYOUT);
    package.relate(MASTER, Relation::Theme, THEME);
    package.relate(LAYOUT, Relation::Master, MASTER);
    package.part(THEME, Kind::Theme, theme());
    package.part(MASTER, Kind::Master, master(&layout, language));
    package.part(LAYOUT, Kind::Layout, self::layout(language));
}

/// The places of what every slide has.
const PLACES: [(Role, f64, f64, Size); 4] = [
    (Role::Part, 48.0, 22.0, Size { width: 604.8, height: 33.6 }),
    (Role::Minutes, 652.8, 22.0, Size { width: 259.2, height: 33.6 }),
    (Role::Title, 48.0, 62.0, Size { width: 864.0, height: 82.0 }),
    (Role::Question, 48.0, 456.0, Size { width: 864.0, height: 56.0 }),
];

fn master(layout: &str, language: &str) -> Markup {
    let title = PLACES.into_iter().filter(|(role, ..)| *role == Role::Title);
    let shapes: Vec<Markup> = title.enumerate().map(|(at, place)| shape(place, at, language)).collect();
    let levels = ["lvl1pPr", "lvl2pPr", "lvl3pPr"];
    root(
        "p:sldMaster",
        &html! {
            p:cSld {
                p:bg { p:bgPr { a:solidFill { a:schemeClr val="bg1" {} } a:effectLst {} } }
                (tree(&shapes))
            }
            (color_map())
            p:sldLayoutIdLst { p:sldLayoutId id="2147483649" r:id=(layout) {} }
            p:txStyles {
                p:titleStyle { (level("lvl1pPr", TITLE, true)) }
                p:bodyStyle { @for tag in levels { (level(tag, LEAST, false)) } }
                p:otherStyle { @for tag in levels { (level(tag, LEAST, false)) } }
            }
        },
    )
}

/// The style of a level of text.
fn level(tag: &str, size: f64, bold: bool) -> Markup {
    let bold = bold.then_some("1");
    let font = if bold.is_some() { "+mj-lt" } else { "+mn-lt" };
    let inside = html! {
        a:buNone {}
        a:defRPr sz=(format!("{:.0}", size * 100.0)) b=[bold] kern="1200" {
            a:solidFill { a:schemeClr val="tx1" {} }
            a:latin typeface=(font) {}
        }
    };
    html! {
        (maud::PreEscaped(format!("<a:{tag} marL=\"0\" indent=\"0\" algn=\"l\">")))
        (inside)
        (maud::PreEscaped(format!("</a:{tag}>")))
    }
}

fn layout(language: &str) -> Markup {
    let shapes: Vec<Markup> = PLACES.into_iter().enumerate().map(|(at, place)| shape(place, at, language)).collect();
    root(
        "p:sldLayout",
        &html! {
            p:cSld name="Off-Roadmap" { (tree(&shapes)) }
            p:clrMapOvr { a:masterClrMapping {} }
        },
    )
}

/// A place for a text.
fn shape((role, x, y, size): (Role, f64, f64, Size), at: usize, language: &str) -> Markup {
    let (kind, number) = placeholder(role).unwrap_or(("body", None));
    let question = role == Role::Question;
    let align = (role == Role::Minutes).then_some("r");
    let color = match role {
        Role::Part | Role::Minutes => "tx2",
        _ => "tx1",
    };
    html! {
        p:sp {
            p:nvSpPr {
                p:cNvPr id=(at + 2) name=(name(role)) {}
                p:cNvSpPr { a:spLocks noGrp="1" {} }
                p:nvPr { p:ph type=(kind) idx=[number] {} }
            }
            p:spPr {
                (area(x, y, size))
                @if question {
                    a:prstGeom prst="roundRect" { a:avLst { a:gd name="adj" fmla="val 14000" {} } }
                    a:solidFill { a:schemeClr val="bg2" {} }
                } @else {
                    a:prstGeom prst="rect" { a:avLst {} }
                }
            }
            p:txBody {
                (body(role))
                a:lstStyle {
                    @if role != Role::Title {
                        a:lvl1pPr algn=[align] {
                            a:defRPr sz=(format!("{:.0}", LEAST * 100.0)) b=[question.then_some("1")] {
                                a:solidFill { a:schemeClr val=(color) {} }
                            }
                        }
                    }
                }
                a:p { a:r { a:rPr lang=(language) {} a:t { (name(role)) } } }
            }
        }
    }
}

/// Which colour of the theme is used for what.
pub(super) fn color_map() -> Markup {
    html! {
        p:clrMap
            bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3"
            accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink" {}
    }
}

/// Colours and fonts: those of the game's light theme.
pub(super) fn theme() -> Markup {
    let colors: [(&str, Rgb); 12] = [
        ("dk1", LIGHT.ink),
        ("lt1", LIGHT.surface),
        ("dk2", LIGHT.muted),
        ("lt2", LIGHT.joint.soft),
        ("accent1", LIGHT.product.strong),
        ("accent2", LIGHT.sales.strong),
        ("accent3", LIGHT.joint.strong),
        ("accent4", LIGHT.good.strong),
        ("accent5", LIGHT.caution.strong),
        ("accent6", LIGHT.debt.strong),
        ("hlink", LIGHT.product.strong),
        ("folHlink", LIGHT.joint.strong),
    ];
    let color = |(name, color): (&str, Rgb)| {
        let value = color.css().trim_start_matches('#').to_uppercase();
        html! {
            (maud::PreEscaped(format!("<a:{name}>")))
            a:srgbClr val=(value) {}
            (maud::PreEscaped(format!("</a:{name}>")))
        }
    };
    let font = || html! { a:latin typeface=(FONT) {} a:ea typeface="" {} a:cs typeface="" {} };
    let fill = || html! { a:solidFill { a:schemeClr val="phClr" {} } };
    let line = |width: &str| html! { a:ln w=(width) { (fill()) a:prstDash val="solid" {} } };
    let effect = || html! { a:effectStyle { a:effectLst {} } };
    html! {
        a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Off-Roadmap" {
            a:themeElements {
                a:clrScheme name="Off-Roadmap" { @for it in colors { (color(it)) } }
                a:fontScheme name="Off-Roadmap" { a:majorFont { (font()) } a:minorFont { (font()) } }
                a:fmtScheme name="Off-Roadmap" {
                    a:fillStyleLst { (fill()) (fill()) (fill()) }
                    a:lnStyleLst { (line("6350")) (line("12700")) (line("19050")) }
                    a:effectStyleLst { (effect()) (effect()) (effect()) }
                    a:bgFillStyleLst { (fill()) (fill()) (fill()) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::slide::layout::SLIDE;

    #[test]
    fn every_place_is_on_the_slide() {
        for (role, x, y, size) in PLACES {
            assert!(x + size.width <= SLIDE.width && y + size.height <= SLIDE.height, "{role:?}");
        }
    }
}
