//! Tables for the terminal: words to the left, numbers to the right. On a terminal, cells wrap; in a file or a pipe,
//! every row is one line.

use std::io::{IsTerminal, stdout};

use comfy_table::{CellAlignment, ContentArrangement, Table, presets::UTF8_HORIZONTAL_ONLY};

use crate::terminal::columns;

/// A table with a header row; the first column has words, the others numbers.
pub(super) fn table(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut table = plain(head, rows);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table.to_string()
}

/// A table of words only.
pub(super) fn words(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    plain(head, rows).to_string()
}

fn plain(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Disabled).set_header(head);
    if stdout().is_terminal() {
        let width = u16::try_from(columns()).unwrap_or(u16::MAX);
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    table.add_rows(rows);
    table
}
