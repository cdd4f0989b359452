//! A table as JSON: an array of objects, one on each line, so that it can also be read line by line.

use std::io::{self, Write};

use serde::Serializer;

use super::super::cell::Cell;
use super::super::column::Field;

/// A table that is being written as JSON.
pub struct JsonWriter<W: Write> {
    fields: Vec<Field>,
    out: W,
    first: bool,
}

impl<W: Write> JsonWriter<W> {
    pub(super) fn new(fields: Vec<Field>, mut out: W) -> io::Result<Self> {
        out.write_all(b"[")?;
        Ok(Self { fields, out, first: true })
    }

    pub(super) fn rows(&mut self, rows: &[Vec<Cell>]) -> io::Result<()> {
        for row in rows {
            self.out.write_all(if self.first { b"\n" } else { b",\n" })?;
            self.first = false;
            let object = self.fields.iter().map(|field| field.name).zip(row);
            serde_json::Serializer::new(&mut self.out).collect_map(object)?;
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> io::Result<W> {
        self.out.write_all(b"\n]\n")?;
        Ok(self.out)
    }
}
