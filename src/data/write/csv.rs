//! A table as CSV, for programs or for a spreadsheet in one's own country.

use std::borrow::Cow;
use std::io::{self, Write};

use super::super::cell::Cell;
use super::super::column::{Field, Holds};

/// How a spreadsheet knows that a file is in UTF-8.
const MARK: &str = "\u{feff}";
/// A text that begins like this would be calculated by a spreadsheet.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The signs of a CSV file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CsvForm {
    /// Between values: one byte.
    pub separator: u8,
    /// Before the decimals of a number: `.` or `,`.
    pub decimal: char,
}

impl Default for CsvForm {
    fn default() -> Self {
        Self { separator: b',', decimal: '.' }
    }
}

impl CsvForm {
    /// Whether it is for a spreadsheet of a country that writes `1,5`, which has to be told that the text is in UTF-8.
    /// Most programs that read the usual form would take the mark for a part of the first name.
    fn marked(self) -> bool {
        self.separator == b';' || self.decimal == ','
    }

    fn written(self, field: &Field, cell: &Cell) -> String {
        match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => match field.holds {
                Holds::Text => harmless(text).into_owned(),
                // The others are words of this program, or numbers.
                _ => text.clone(),
            },
            Cell::Whole(number) => number.to_string(),
            Cell::Real(number) => {
                let plain = match field.holds {
                    Holds::Seconds => format!("{number:.3}"),
                    _ => number.to_string(),
                };
                if self.decimal == '.' { plain } else { plain.replace('.', &self.decimal.to_string()) }
            }
            Cell::Flag(flag) => flag.to_string(),
        }
    }
}

/// A text that a spreadsheet shows instead of calculating it: after an apostrophe, which tells it so.
fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(FORMULA) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// A table that is being written as CSV.
pub struct CsvWriter<W: Write> {
    form: CsvForm,
    fields: Vec<Field>,
    csv: csv::Writer<W>,
}

impl<W: Write> CsvWriter<W> {
    pub(super) fn new(form: CsvForm, fields: Vec<Field>, mut out: W) -> io::Result<Self> {
        if form.marked() {
            out.write_all(MARK.as_bytes())?;
        }
        let mut csv = csv::WriterBuilder::new().delimiter(form.separator).from_writer(out);
        csv.write_record(fields.iter().map(|field| field.name)).map_err(io_error)?;
        Ok(Self { form, fields, csv })
    }

    pub(super) fn rows(&mut self, rows: &[Vec<Cell>]) -> io::Result<()> {
        for row in rows {
            let cells = self.fields.iter().zip(row).map(|(field, cell)| self.form.written(field, cell));
            self.csv.write_record(cells).map_err(io_error)?;
        }
        Ok(())
    }

    pub(super) fn finish(self) -> io::Result<W> {
        self.csv.into_inner().map_err(|error| error.into_error())
    }
}

fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}
