//! Slides as a PowerPoint file: real titles, texts and speaker's notes on a master of its own, so that trainers can change
//! them, restyle them and put slides of their own between them. Pictures are PNG, which every program shows.
//!
//! | module | what it is |
//! |---|---|
//! | `package` | the file: its parts, what each is, and how they name each other |
//! | `master` | the parts that all slides share: theme, master, layout |
//! | `slide` | a slide |
//! | `notes` | the speaker's notes of a slide, and their master |
//! | `shape` | texts and pictures with their places |
//!
//! The same slides give the same file, byte by byte.

mod master;
mod notes;
mod package;
mod shape;
mod slide;

use std::io;

use maud::html;

use super::deck::Deck;
use super::figure::Figure;
use super::layout::{Item, layout};
use crate::chart::{Palette, png};
use crate::text::Text;
use package::{Kind, Package, Relation};

/// What the file says it was made by, which stands near its start.
pub const SLIDES_PRODUCER: &str = "Off-Roadmap slides";

/// Pixels for each point of a picture.
const SCALE: f64 = 2.0;

/// Writes the slides.
///
/// # Errors
/// A picture could not be drawn, or there is not enough memory.
pub fn pptx(deck: &Deck, text: &Text) -> io::Result<Vec<u8>> {
    let mut package = Package::default();
    let language = if text.language() == "en" { "en-GB" } else { text.language() };
    let places: Vec<_> = deck.slides.iter().map(|slide| layout(slide, text)).collect();
    package.part(
        "docProps/app.xml",
        Kind::App,
        html! {
            Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" {
                Application { (SLIDES_PRODUCER) }
            }
        },
    );
    package.part(
        "docProps/core.xml",
        Kind::Core,
        html! {
            cp:coreProperties
                xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
                xmlns:dc="http://purl.org/dc/elements/1.1/" {
                dc:title { (package::plain(&deck.title)) }
                dc:language { (language) }
            }
        },
    );
    package.relate("", Relation::App, "docProps/app.xml");
    package.relate("", Relation::Core, "docProps/core.xml");
    package.relate("", Relation::Presentation, PRESENTATION);
    master::parts(&mut package, language);
    notes::master(&mut package);
    let mut pictures = 0;
    for (at, (slide, laid)) in deck.slides.iter().zip(&places).enumerate() {
        let (number, path) = (at + 1, slide::path(at + 1));
        package.relate(PRESENTATION, Relation::Slide, &path);
        package.relate(&path, Relation::Layout, master::LAYOUT);
        let mut shapes = Vec::new();
        for place in &laid.places {
            let shape = match &place.item {
                Item::Words(role, size, paras) => shape::words(place, *role, *size, paras, language, shapes.len()),
                Item::Picture(figure) => {
                    pictures += 1;
                    let path_of_picture = format!("ppt/media/image{pictures}.png");
                    package.bytes(&path_of_picture, drawn(figure, place.size, text)?);
                    let id = package.relate(&path, Relation::Image, &path_of_picture);
                    shape::picture(place, &id, &figure.told(text), shapes.len())
                }
            };
            shapes.push(shape);
        }
        package.part(&path, Kind::Slide, slide::slide(&shapes));
        notes::notes(&mut package, number, slide, language);
    }
    package.part(PRESENTATION, Kind::Presentation, slide::presentation(&package, deck.slides.len()));
    package.zip()
}

/// The path of the part that names all others.
const PRESENTATION: &str = "ppt/presentation.xml";

fn drawn(figure: &Figure, size: crate::chart::Size, text: &Text) -> io::Result<Vec<u8>> {
    let palette = Palette::print();
    let picture = figure.draw(size, text, &palette);
    // A picture that is drawn small to be enlarged gets as many pixels as the others.
    let scale = SCALE * size.width / picture.size.width.max(1.0);
    png(&picture, palette.surface, scale as f32).ok_or_else(|| io::Error::other("a picture cannot be drawn"))
}
