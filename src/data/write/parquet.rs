//! A table as Apache Parquet, for data frames and databases. Every column may be empty.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter};
use parquet::schema::types::Type;

use super::super::cell::Cell;
use super::super::column::{Field, Kind};

/// Rows that are kept in memory before they are written.
const GROUP: usize = 50_000;

/// A table that is being written as Parquet.
pub struct ParquetWriter<W: Write + Send> {
    fields: Vec<Field>,
    file: SerializedFileWriter<W>,
    rows: Vec<Vec<Cell>>,
}

impl<W: Write + Send> ParquetWriter<W> {
    pub(super) fn new(fields: Vec<Field>, out: W) -> io::Result<Self> {
        let columns = fields.iter().map(column).collect::<Result<Vec<_>, _>>().map_err(io_error)?;
        let schema = Type::group_type_builder("schema").with_fields(columns).build().map_err(io_error)?;
        let made_by = concat!("off-roadmap version ", env!("CARGO_PKG_VERSION"));
        let properties = WriterProperties::builder().set_created_by(made_by.to_owned()).build();
        let file = SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties)).map_err(io_error)?;
        Ok(Self { fields, file, rows: Vec::new() })
    }

    pub(super) fn rows(&mut self, rows: Vec<Vec<Cell>>) -> io::Result<()> {
        self.rows.extend(rows);
        if self.rows.len() >= GROUP { self.write() } else { Ok(()) }
    }

    pub(super) fn finish(mut self) -> io::Result<W> {
        if !self.rows.is_empty() {
            self.write()?;
        }
        self.file.into_inner().map_err(io_error)
    }

    /// Writes the rows that are kept, column by column.
    fn write(&mut self) -> io::Result<()> {
        let rows = std::mem::take(&mut self.rows);
        let mut group = self.file.next_row_group().map_err(io_error)?;
        for (at, field) in self.fields.iter().enumerate() {
            let Some(writer) = group.next_column().map_err(io_error)? else { break };
            let cells = rows.iter().map(|row| row.get(at).unwrap_or(&Cell::Empty));
            match field.holds.kind() {
                Kind::Text => values::<ByteArrayType>(writer, field, cells, text),
                Kind::Integer => values::<Int64Type>(writer, field, cells, whole),
                Kind::Number => values::<DoubleType>(writer, field, cells, real),
                Kind::Boolean => values::<BoolType>(writer, field, cells, flag),
            }?;
        }
        group.close().map(drop).map_err(io_error)
    }
}

fn column(field: &Field) -> Result<Arc<Type>, ParquetError> {
    let (physical, logical) = match field.holds.kind() {
        Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Integer => (Physical::INT64, None),
        Kind::Number => (Physical::DOUBLE, None),
        Kind::Boolean => (Physical::BOOLEAN, None),
    };
    let column = Type::primitive_type_builder(field.name, physical).with_repetition(Repetition::OPTIONAL);
    column.with_logical_type(logical).build().map(Arc::new)
}

/// Writes the values of a column. Which of them are there is written apart from what they are.
fn values<'a, T: DataType>(
    mut writer: SerializedColumnWriter<'_>,
    field: &Field,
    cells: impl Iterator<Item = &'a Cell>,
    read: fn(&Cell) -> Option<T::T>,
) -> io::Result<()> {
    let (mut there, mut values) = (Vec::new(), Vec::new());
    for cell in cells {
        there.push(i16::from(*cell != Cell::Empty));
        if *cell != Cell::Empty {
            let wrong = || io::Error::other(format!("the column {} has a value of another type", field.name));
            values.push(read(cell).ok_or_else(wrong)?);
        }
    }
    writer.typed::<T>().write_batch(&values, Some(&there), None).map_err(io_error)?;
    writer.close().map_err(io_error)
}

fn text(cell: &Cell) -> Option<ByteArray> {
    match cell {
        Cell::Text(text) => Some(text.as_str().into()),
        _ => None,
    }
}

fn whole(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Whole(number) => Some(*number),
        _ => None,
    }
}

fn real(cell: &Cell) -> Option<f64> {
    match cell {
        Cell::Real(number) => Some(*number),
        _ => None,
    }
}

fn flag(cell: &Cell) -> Option<bool> {
    match cell {
        Cell::Flag(flag) => Some(*flag),
        _ => None,
    }
}

fn io_error(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(other) => io::Error::other(other),
        },
        other => io::Error::other(other),
    }
}
