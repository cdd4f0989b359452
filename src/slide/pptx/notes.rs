//! The speaker's notes of a slide: a page with the slide above and the words below, and the master of such pages.

use maud::{Markup, html};

use super::PRESENTATION;
use super::master::{NOTES_THEME, color_map, theme};
use super::package::{Kind, Package, Relation, plain, presentation as root};
use super::shape::{area, tree};
use super::slide;
use crate::chart::Size;
use crate::slide::deck::Slide;

/// The path of the master.
const MASTER: &str = "ppt/notesMasters/notesMaster1.xml";
/// The place of the slide and of the words on a page of 540 × 720 points.
const PICTURE: (f64, f64, Size) = (54.0, 54.0, Size { width: 432.0, height: 243.0 });
const WORDS: (f64, f64, Size) = (54.0, 320.0, Size { width: 432.0, height: 360.0 });

/// Adds the master of notes with its theme.
pub(super) fn master(package: &mut Package) {
    let shapes = [image(Some(PICTURE)), words(Some(WORDS), &[], "")];
    let content = root(
        "p:notesMaster",
        &html! {
            p:cSld {
                p:bg { p:bgRef idx="1001" { a:schemeClr val="bg1" {} } }
                (tree(&shapes))
            }
            (color_map())
            p:notesStyle { a:lvl1pPr { a:defRPr sz="1200" { a:solidFill { a:schemeClr val="tx1" {} } } } }
        },
    );
    package.part(MASTER, Kind::NotesMaster, content);
    package.part(NOTES_THEME, Kind::Theme, theme());
    package.relate(MASTER, Relation::Theme, NOTES_THEME);
    package.relate(PRESENTATION, Relation::NotesMaster, MASTER);
}

/// Adds the notes of a slide.
pub(super) fn notes(package: &mut Package, number: usize, from: &Slide, language: &str) {
    let (path, of) = (format!("ppt/notesSlides/notesSlide{number}.xml"), slide::path(number));
    let shapes = [image(None), words(None, &from.notes, language)];
    let content = root(
        "p:notes",
        &html! {
            p:cSld { (tree(&shapes)) }
            p:clrMapOvr { a:masterClrMapping {} }
        },
    );
    package.part(&path, Kind::Notes, content);
    package.relate(&path, Relation::NotesMaster, MASTER);
    package.relate(&path, Relation::Slide, &of);
    package.relate(&of, Relation::Notes, &path);
}

/// The slide above; with a place on the master only.
fn image(place: Option<(f64, f64, Size)>) -> Markup {
    html! {
        p:sp {
            p:nvSpPr {
                p:cNvPr id="2" name="Slide" {}
                p:cNvSpPr { a:spLocks noGrp="1" noRot="1" noChangeAspect="1" {} }
                p:nvPr { p:ph type="sldImg" {} }
            }
            p:spPr { (placed(place)) }
        }
    }
}

fn words(place: Option<(f64, f64, Size)>, notes: &[String], language: &str) -> Markup {
    html! {
        p:sp {
            p:nvSpPr {
                p:cNvPr id="3" name="Notes" {}
                p:cNvSpPr { a:spLocks noGrp="1" {} }
                p:nvPr { p:ph type="body" idx="1" {} }
            }
            p:spPr { (placed(place)) }
            p:txBody {
                a:bodyPr { a:normAutofit {} }
                a:lstStyle {}
                @if notes.is_empty() { a:p {} }
                @for note in notes {
                    a:p {
                        a:pPr { a:spcAft { a:spcPts val="600" {} } }
                        a:r { a:rPr lang=(language) sz="1200" {} a:t { (plain(note)) } }
                    }
                }
            }
        }
    }
}

fn placed(place: Option<(f64, f64, Size)>) -> Markup {
    html! { @if let Some((x, y, size)) = place { (area(x, y, size)) a:prstGeom prst="rect" { a:avLst {} } } }
}
