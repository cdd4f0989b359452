//! Tables for the terminal. One that is too wide for it is turned on its side, wrapped between words, or told row by
//! row, so that no number and no word is broken. In a file or a pipe every row is one line.

use std::io::{IsTerminal, stdout};

use comfy_table::{CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets::UTF8_HORIZONTAL_ONLY};
use unicode_width::UnicodeWidthStr;

use crate::terminal::columns;

/// A table with a header row; the first column has words, the others numbers.
pub(super) fn table(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    numbers(head, &rows.into_iter().collect::<Vec<_>>(), room())
}

/// A table of words. The first `names` columns together name a row.
pub(super) fn words(head: &[&str], names: usize, rows: impl IntoIterator<Item = Vec<String>>) -> String {
    sentences(head, names, &rows.into_iter().collect::<Vec<_>>(), room())
}

/// The columns of the terminal; none in a file or a pipe, where lines may have any length.
fn room() -> Option<usize> {
    stdout().is_terminal().then(columns)
}

fn numbers(head: &[&str], rows: &[Vec<String>], room: Option<usize>) -> String {
    let upright = to_the_right(plain(head, rows));
    fitting(upright, room)
        .or_else(|| {
            let names: Vec<&str> = rows.iter().filter_map(|row| row.first()).map(String::as_str).collect();
            let turned = (1..head.len()).map(|column| {
                let cells = rows.iter().map(|row| row.get(column).cloned().unwrap_or_default());
                [head[column].to_owned()].into_iter().chain(cells).collect()
            });
            fitting(to_the_right(plain(&[&head[..1], &names].concat(), &turned.collect::<Vec<_>>())), room)
        })
        .unwrap_or_else(|| row_by_row(head, 1, rows))
}

fn sentences(head: &[&str], names: usize, rows: &[Vec<String>], room: Option<usize>) -> String {
    let table = plain(head, rows);
    fitting(table.clone(), room)
        .or_else(|| fitting(wrapped(table, head, rows, room?), room))
        .unwrap_or_else(|| row_by_row(head, names, rows))
}

fn plain(head: &[&str], rows: &[Vec<String>]) -> Table {
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Disabled).set_header(head);
    table.add_rows(rows.iter().cloned());
    table
}

fn to_the_right(mut table: Table) -> Table {
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

/// The table with its cells wrapped between words.
fn wrapped(mut table: Table, head: &[&str], rows: &[Vec<String>], room: usize) -> Table {
    const PADDING: usize = 2;
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(u16::try_from(room).unwrap_or(u16::MAX));
    for (at, column) in table.column_iter_mut().enumerate() {
        let cells = rows.iter().filter_map(|row| row.get(at)).map(String::as_str);
        let words = cells.chain(head.get(at).copied()).flat_map(str::split_whitespace);
        let longest = words.map(UnicodeWidthStr::width).max().unwrap_or_default() + PADDING;
        let least = Width::Fixed(u16::try_from(longest).unwrap_or(u16::MAX));
        column.set_constraint(ColumnConstraint::LowerBoundary(least));
    }
    table
}

fn fitting(table: Table, room: Option<usize>) -> Option<String> {
    let text = table.to_string();
    let fits = |room| text.lines().all(|line| line.width() <= room);
    room.is_none_or(fits).then_some(text)
}

/// Every row as a name and a line for each of its other cells.
fn row_by_row(head: &[&str], names: usize, rows: &[Vec<String>]) -> String {
    let told = |row: &Vec<String>| {
        let (name, cells) = row.split_at(names.min(row.len()));
        let name: Vec<&str> = name.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect();
        let lines = head.iter().skip(names).zip(cells).filter(|(_, cell)| !cell.is_empty());
        let lines: Vec<String> = lines.map(|(head, cell)| format!("  {head}: {cell}")).collect();
        [vec![name.join(" ")], lines].concat().join("\n")
    };
    rows.iter().map(told).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect()
    }

    fn told(text: &str) -> Vec<String> {
        text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.starts_with(['─', '═', '-'])).collect()
    }

    #[test]
    fn numbers_that_are_too_wide_beside_each_other_stand_below_each_other() {
        let head = ["Team", "Value", "Cash", "Recurring revenue"];
        let teams = rows(&[&["Juniper", "$43.9M", "$1.20M", "$18.4M"], &["Aspen", "$9.85M", "$0.40M", "$12.0M"]]);
        assert!(told(&numbers(&head, &teams, None))[1].ends_with("$18.4M"), "a file has room for everything");
        let turned = numbers(&head, &teams, Some(40));
        assert!(turned.lines().all(|line| line.width() <= 40), "{turned}");
        assert_eq!(told(&turned)[1].split_whitespace().collect::<Vec<_>>(), ["Value", "$43.9M", "$9.85M"]);
        let narrow = numbers(&head, &teams, Some(24));
        assert_eq!(narrow.lines().take(2).collect::<Vec<_>>(), ["Juniper", "  Value: $43.9M"]);
    }

    #[test]
    fn words_wrap_between_words_or_are_told_row_by_row() {
        let head = ["", "Quarter", "Card", "Juniper"];
        let cards = rows(&[&["≠", "Q1", "Harbour Drainage", "Build as asked · won $1.20M"]]);
        for room in [50, 60] {
            let text = sentences(&head, 3, &cards, Some(room));
            assert!(text.lines().all(|line| line.width() <= room), "{text}");
            for word in ["Harbour", "Drainage", "asked", "$1.20M", "Quarter"] {
                assert!(text.contains(word), "{word} is broken in\n{text}");
            }
        }
        let narrow = sentences(&head, 3, &cards, Some(20));
        assert_eq!(narrow, "≠ Q1 Harbour Drainage\n  Juniper: Build as asked · won $1.20M");
    }
}
