//! A table for the terminal: words to the left, numbers to the right.

use comfy_table::{CellAlignment, ContentArrangement, Table, presets::UTF8_HORIZONTAL_ONLY};

/// A table with a head; the first column is words.
pub(super) fn table(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut table = plain(head, rows);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table.to_string()
}

/// A table of nothing but words.
pub(super) fn words(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    plain(head, rows).to_string()
}

fn plain(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Disabled).set_header(head);
    table.add_rows(rows);
    table
}
