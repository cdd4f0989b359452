//! How tables are written: what a program reads again is what was in them.

use std::fs::File;
use std::io::Write;

use off_roadmap::data::{Cell, Column, CsvForm, Format, Holds, RunSource, Writer, cells, fields, tables};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;

use super::{run, short};

/// A row as it is.
type Row = [Cell; 5];

fn columns() -> Vec<Column<Row>> {
    vec![
        Column::new("name", Holds::Text, "A name.", |row: &Row| row[0].clone()),
        Column::new("count", Holds::Count, "A count.", |row: &Row| row[1].clone()),
        Column::new("share", Holds::Share, "A share.", |row: &Row| row[2].clone()),
        Column::new("well", Holds::Flag, "Yes or no.", |row: &Row| row[3].clone()),
        Column::new("detail", Holds::Json, "JSON.", |row: &Row| row[4].clone()),
    ]
}

fn written(format: Format, rows: &[Row]) -> Vec<u8> {
    let columns = columns();
    let mut writer = Writer::new(format, fields(&columns), Vec::new()).expect("it can be written");
    writer.rows(rows.iter().map(|row| cells(&columns, row)).collect()).expect("they can be written");
    writer.finish().expect("it is complete")
}

/// Reads Parquet with the library that wrote it.
fn parquet(bytes: &[u8]) -> SerializedFileReader<File> {
    let mut file = tempfile::tempfile().expect("there is room for a file");
    file.write_all(bytes).expect("it can be written");
    SerializedFileReader::new(file).expect("it is Parquet")
}

fn csv(form: CsvForm, rows: &[Row]) -> String {
    String::from_utf8(written(Format::Csv(form), rows)).expect("it is text")
}

fn row(name: &str, share: f64) -> Row {
    [name.into(), 12_u32.into(), share.into(), true.into(), "-5".into()]
}

const NOTHING: Row = [Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty, Cell::Empty];

#[test]
fn csv_is_what_most_programs_read_unless_other_signs_are_asked_for() {
    let told = csv(CsvForm::default(), &[row("Ahorn, \"Süd\"", 0.25), NOTHING]);
    assert_eq!(told, "name,count,share,well,detail\n\"Ahorn, \"\"Süd\"\"\",12,0.25,true,-5\n,,,,\n");
    let german = csv(CsvForm { separator: b';', decimal: ',' }, &[row("Ahorn; Süd", 0.25)]);
    assert_eq!(german, "\u{feff}name;count;share;well;detail\n\"Ahorn; Süd\";12;0,25;true;-5\n");
    let tabs = csv(CsvForm { separator: b'\t', decimal: '.' }, &[row("a,b", -0.5)]);
    assert_eq!(tabs, "name\tcount\tshare\twell\tdetail\na,b\t12\t-0.5\ttrue\t-5\n");
}

#[test]
fn no_name_is_calculated_by_a_spreadsheet_and_no_number_is_changed_for_that() {
    for name in ["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1"] {
        let told = csv(CsvForm::default(), &[row(name, -0.5)]);
        let mut reader = csv::Reader::from_reader(told.as_bytes());
        let read = reader.records().next().expect("it has a row").expect("it is a row");
        assert_eq!((&read[0], &read[2], &read[4]), (format!("'{name}").as_str(), "-0.5", "-5"));
        let json = String::from_utf8(written(Format::Json, &[row(name, -0.5)])).expect("it is text");
        let read: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        assert_eq!(read[0]["name"], name, "only a spreadsheet calculates");
    }
    assert!(csv(CsvForm::default(), &[row("it's = fine", 0.5)]).contains("\nit's = fine,"));
}

#[test]
fn json_is_an_array_with_an_object_on_each_line() {
    let told = String::from_utf8(written(Format::Json, &[row("Aspen", 0.25), NOTHING])).expect("it is text");
    let (first, second) = (
        r#"{"name":"Aspen","count":12,"share":0.25,"well":true,"detail":"-5"}"#,
        r#"{"name":null,"count":null,"share":null,"well":null,"detail":null}"#,
    );
    assert_eq!(told, format!("[\n{first},\n{second}\n]\n"));
    assert_eq!(String::from_utf8(written(Format::Json, &[])).expect("it is text"), "[\n]\n");
}

#[test]
fn a_table_without_rows_has_its_columns() {
    assert_eq!(csv(CsvForm::default(), &[]), "name,count,share,well,detail\n");
    let reader = parquet(&written(Format::Parquet, &[]));
    assert_eq!(reader.metadata().file_metadata().num_rows(), 0);
    assert_eq!(reader.metadata().file_metadata().schema_descr().num_columns(), 5);
}

#[test]
fn parquet_keeps_types_and_what_is_empty() {
    let bytes = written(Format::Parquet, &[row("Süd =1", 0.25), NOTHING, row("", 1.0)]);
    let reader = parquet(&bytes);
    let rows: Vec<Vec<Field>> = reader
        .get_row_iter(None)
        .expect("it has rows")
        .map(|row| row.expect("it is a row").into_columns().into_iter().map(|(_, value)| value).collect())
        .collect();
    let of = |name: &str, share| {
        let text = |text: &str| Field::Str(text.to_owned());
        vec![text(name), Field::Long(12), Field::Double(share), Field::Bool(true), text("-5")]
    };
    assert_eq!(rows, [of("Süd =1", 0.25), vec![Field::Null; 5], of("", 1.0)]);
}

#[test]
fn a_value_of_another_type_than_its_column_is_refused_by_parquet() {
    let columns = columns();
    let mut writer = Writer::new(Format::Parquet, fields(&columns), Vec::new()).expect("it can be written");
    writer.rows(vec![vec![Cell::Flag(true); 5]]).expect("they are kept");
    let problem = writer.finish().expect_err("a flag is no text").to_string();
    assert!(problem.contains("name"), "{problem}");
}

#[test]
fn all_three_formats_have_the_same_rows() {
    let scenario = short();
    let run = run(&scenario, "bridge", 3);
    let source = RunSource::new("aspen", None, &run, &scenario, &[]).expect("it can be played again");
    for table in tables() {
        let write = |format| {
            let mut writer = Writer::new(format, table.fields(), Vec::new()).expect("it can be written");
            writer.rows(table.rows(&source)).expect("they can be written");
            writer.finish().expect("it is complete")
        };
        let rows = table.rows(&source).len();
        let json: Vec<serde_json::Value> = serde_json::from_slice(&write(Format::Json)).expect("it is JSON");
        let csv = write(Format::Csv(CsvForm::default()));
        let parquet = parquet(&write(Format::Parquet));
        let read = parquet.get_row_iter(None).expect("it has rows").filter(Result::is_ok).count();
        assert_eq!((json.len(), csv::Reader::from_reader(&csv[..]).records().count(), read), (rows, rows, rows));
        for (row, object) in table.rows(&source).iter().zip(&json) {
            let names = table.fields();
            let same = names.iter().zip(row).all(|(field, cell)| match cell {
                Cell::Empty => object[field.name].is_null(),
                Cell::Text(text) => object[field.name] == text.as_str(),
                Cell::Whole(number) => object[field.name] == *number,
                // Reading JSON may round the last digit otherwise.
                Cell::Real(number) => object[field.name].as_f64().is_some_and(|read| (read - number).abs() < 1e-9),
                Cell::Flag(flag) => object[field.name] == *flag,
            });
            assert!(same, "{object}");
        }
    }
}
