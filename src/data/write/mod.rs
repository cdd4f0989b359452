//! Writes tables, one file each, as their rows come.

mod csv;
mod json;
mod parquet;

use std::io::{self, Write};

use self::csv::CsvWriter;
use self::json::JsonWriter;
use self::parquet::ParquetWriter;
use super::cell::Cell;
use super::column::Field;

pub use self::csv::CsvForm;

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Lines of values.
    Csv(CsvForm),
    /// An array of objects, one on each line.
    Json,
    /// Apache Parquet, uncompressed.
    Parquet,
}

impl Format {
    /// The ending of its files, without a dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv(_) => "csv",
            Self::Json => "json",
            Self::Parquet => "parquet",
        }
    }
}

/// A table that is being written.
pub enum Writer<W: Write + Send> {
    /// As CSV.
    Csv(CsvWriter<W>),
    /// As JSON.
    Json(JsonWriter<W>),
    /// As Parquet.
    Parquet(ParquetWriter<W>),
}

impl<W: Write + Send> Writer<W> {
    /// Begins a table with these columns.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn new(format: Format, fields: Vec<Field>, out: W) -> io::Result<Self> {
        Ok(match format {
            Format::Csv(form) => Self::Csv(CsvWriter::new(form, fields, out)?),
            Format::Json => Self::Json(JsonWriter::new(fields, out)?),
            Format::Parquet => Self::Parquet(ParquetWriter::new(fields, out)?),
        })
    }

    /// Adds rows; each has a value for every column.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn rows(&mut self, rows: Vec<Vec<Cell>>) -> io::Result<()> {
        match self {
            Self::Csv(writer) => writer.rows(&rows),
            Self::Json(writer) => writer.rows(&rows),
            Self::Parquet(writer) => writer.rows(rows),
        }
    }

    /// Ends the table and gives back what it was written to.
    ///
    /// # Errors
    /// The rest cannot be written.
    pub fn finish(self) -> io::Result<W> {
        match self {
            Self::Csv(writer) => writer.finish(),
            Self::Json(writer) => writer.finish(),
            Self::Parquet(writer) => writer.finish(),
        }
    }
}
