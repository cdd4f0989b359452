//! The package of a PowerPoint file: parts, the type of each, and the relations between them.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Write};

use maud::{Markup, PreEscaped, html};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The first line of an XML part.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// What types of relations begin with.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/";

/// What an XML part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    App,
    Core,
    Presentation,
    Master,
    Layout,
    Theme,
    Slide,
    NotesMaster,
    Notes,
}

impl Kind {
    fn content_type(self) -> String {
        let inner = match self {
            Self::Core => return "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
            Self::App => "extended-properties",
            Self::Theme => "theme",
            Self::Presentation => "presentationml.presentation.main",
            Self::Master => "presentationml.slideMaster",
            Self::Layout => "presentationml.slideLayout",
            Self::Slide => "presentationml.slide",
            Self::NotesMaster => "presentationml.notesMaster",
            Self::Notes => "presentationml.notesSlide",
        };
        format!("application/vnd.openxmlformats-officedocument.{inner}+xml")
    }
}

/// What one part is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    App,
    Core,
    Presentation,
    Master,
    Layout,
    Theme,
    Slide,
    NotesMaster,
    Notes,
    Image,
}

impl Relation {
    fn address(self) -> String {
        let name = match self {
            Self::Core => return format!("{PACKAGE}core-properties"),
            Self::App => "extended-properties",
            Self::Presentation => "officeDocument",
            Self::Master => "slideMaster",
            Self::Layout => "slideLayout",
            Self::Theme => "theme",
            Self::Slide => "slide",
            Self::NotesMaster => "notesMaster",
            Self::Notes => "notesSlide",
            Self::Image => "image",
        };
        format!("{OFFICE}{name}")
    }
}

/// A file that is being put together.
#[derive(Default)]
pub(super) struct Package {
    /// Paths and contents, in the order in which they were added.
    parts: Vec<(String, Vec<u8>)>,
    kinds: Vec<(String, Kind)>,
    /// For each part, what it names: the kind of relation and the path.
    relations: BTreeMap<String, Vec<(Relation, String)>>,
}

impl Package {
    /// Adds an XML part.
    pub fn part(&mut self, path: &str, kind: Kind, content: Markup) {
        self.kinds.push((path.to_owned(), kind));
        self.parts.push((path.to_owned(), (DECLARATION.to_owned() + &content.into_string()).into_bytes()));
    }

    /// Adds a picture.
    pub fn bytes(&mut self, path: &str, bytes: Vec<u8>) {
        self.parts.push((path.to_owned(), bytes));
    }

    /// Says what one part is to another (`""` is the package itself), and returns the id by which it names it.
    pub fn relate(&mut self, from: &str, relation: Relation, to: &str) -> String {
        let all = self.relations.entry(from.to_owned()).or_default();
        all.push((relation, to.to_owned()));
        format!("rId{}", all.len())
    }

    /// The ids by which a part names others of a kind, in their order.
    pub fn ids(&self, from: &str, relation: Relation) -> Vec<String> {
        let all = self.relations.get(from).into_iter().flatten().enumerate();
        all.filter(|(_, (kind, _))| *kind == relation).map(|(at, _)| format!("rId{}", at + 1)).collect()
    }

    /// The whole file.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn zip(self) -> io::Result<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let types = ("[Content_Types].xml".to_owned(), self.types());
        let relations = self.relations.iter().map(|(from, all)| (path_of(from), named(from, all)));
        let text = relations
            .chain([types])
            .map(|(path, content)| (path, (DECLARATION.to_owned() + &content.into_string()).into_bytes()));
        // The properties come first, since they say what made the file.
        for (path, bytes) in self.parts.iter().map(|(path, bytes)| (path.clone(), bytes.clone())).chain(text) {
            zip.start_file(path, options).map_err(io::Error::other)?;
            zip.write_all(&bytes)?;
        }
        Ok(zip.finish().map_err(io::Error::other)?.into_inner())
    }

    fn types(&self) -> Markup {
        html! {
            Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types" {
                Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" {}
                Default Extension="xml" ContentType="application/xml" {}
                Default Extension="png" ContentType="image/png" {}
                @for (path, kind) in &self.kinds {
                    Override PartName=(format!("/{path}")) ContentType=(kind.content_type()) {}
                }
            }
        }
    }
}

/// The path of the relations of a part: `ppt/slides/_rels/slide1.xml.rels`.
fn path_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    format!("{folder}_rels/{name}.rels")
}

fn named(from: &str, all: &[(Relation, String)]) -> Markup {
    // From the root of the package, a path is relative; everywhere else it is whole.
    let target = |to: &str| if from.is_empty() { to.to_owned() } else { format!("/{to}") };
    html! {
        Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships" {
            @for (at, (relation, to)) in all.iter().enumerate() {
                Relationship Id=(format!("rId{}", at + 1)) Type=(relation.address()) Target=(target(to)) {}
            }
        }
    }
}

/// Text without the characters that XML does not allow.
pub(super) fn plain(text: &str) -> String {
    let allowed = |letter: &char| !matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.chars().filter(allowed).collect()
}

/// The namespaces of a part about slides.
pub(super) fn presentation(tag: &str, inside: &Markup) -> Markup {
    let open = format!(
        "<{tag} xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
         xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\">"
    );
    html! { (PreEscaped(open)) (inside) (PreEscaped(format!("</{tag}>"))) }
}
