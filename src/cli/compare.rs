//! `off-roadmap compare`: several runs beside each other, as tables or as one page for a browser.

use std::fmt::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;

use super::table::table;
use super::{fail, print};
use crate::chart::{self, Lines, Palette};
use crate::lab;
use crate::run::{Session, plain};
use crate::scenario::Shelf;
use crate::text::{Text, Unit};
use crate::view::{self, Comparison, Contender, Moment};

/// Sizes of the pictures on the page, in pixels.
const LINES: (f32, f32) = (380.0, 200.0);
const MAP: (f32, f32) = (520.0, 330.0);
/// The six numbers: their texts, and how they are written.
const SIX: [(&str, Unit); 6] = [
    ("measure-cash", Unit::Dollars),
    ("measure-arr", Unit::Dollars),
    ("measure-attainment", Unit::Percent),
    ("measure-retention", Unit::Percent),
    ("measure-coherence", Unit::Index),
    ("measure-trust", Unit::Index),
];

/// Lay several runs beside each other.
#[derive(Args, Clone, Debug)]
pub struct CompareArgs {
    /// The run files.
    #[arg(required = true, value_name = "RUN")]
    pub runs: Vec<PathBuf>,
    /// Write one page for a browser instead of tables.
    #[arg(long, value_name = "FILE.html")]
    pub out: Option<PathBuf>,
}

/// Runs the command: 1 if a run cannot be read or does not hold.
#[must_use]
pub fn run(args: &CompareArgs) -> ExitCode {
    let shelf = Shelf::default();
    let find = |id: &str| shelf.load(id).map(Arc::new).map_err(|error| error.to_string());
    let mut sessions = Vec::new();
    for path in &args.runs {
        match Session::open(path, find) {
            Ok(session) => sessions.push(session),
            Err(error) => return fail(&error),
        }
    }
    let text = Text::default();
    let reached: Vec<_> =
        sessions.iter().map(|session| lab::par(session.game().scenario(), session.game().state().seed)).collect();
    let runs: Vec<Contender> = sessions
        .iter()
        .zip(&reached)
        .map(|(session, reached)| Contender { team: &session.team().name, game: session.game(), reached })
        .collect();
    let comparison = view::comparison(&runs, &text);
    match &args.out {
        None => print(&tables(&comparison, &text)),
        Some(path) => match std::fs::write(path, page(&comparison, &runs, &text)) {
            Ok(()) => print(&(text.with("compare-written", &[("file", &path.display().to_string())]) + "\n")),
            Err(error) => fail(&format!("{} cannot be written: {}", path.display(), plain(&error))),
        },
    }
}

fn tables(comparison: &Comparison, text: &Text) -> String {
    let mut told = String::new();
    if let Some(unlike) = &comparison.unlike {
        let _ = writeln!(told, "{unlike}\n");
    }
    let _ = writeln!(told, "{}", ruled(&heads(text), rows(comparison)));
    if !comparison.cards.is_empty() {
        let _ = writeln!(told, "\n{}", text.get("compare-cards"));
        let mut head = vec![text.get("compare-quarter"), text.get("compare-card")];
        head.extend(comparison.runs.iter().map(|run| run.team.clone()));
        let row = |card: &view::ComparedCard| {
            let mark = if card.parted { "≠ " } else { "" };
            let mut row = vec![card.quarter.clone(), format!("{mark}{}", card.customer)];
            row.extend(card.answers.iter().map(|answer| answer.clone().unwrap_or_else(|| "–".to_owned())));
            row
        };
        let rows = comparison.cards.iter().map(row).collect();
        let _ = writeln!(told, "{}", ruled(&head, rows));
    }
    told
}

fn ruled(heads: &[String], rows: Vec<Vec<String>>) -> String {
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    table(&heads, rows)
}

fn heads(text: &Text) -> Vec<String> {
    let mut heads = vec![text.get("compare-team"), text.get("compare-scenario"), text.get("compare-seed")];
    heads.extend([text.get("compare-value"), text.get("compare-par")]);
    heads.extend(SIX.iter().map(|(key, _)| text.get(key)));
    heads
}

fn rows(comparison: &Comparison) -> Vec<Vec<String>> {
    let row = |run: &view::ComparedRun| {
        let mut row =
            vec![run.team.clone(), run.scenario.clone(), run.seed.clone(), run.value.clone(), run.par.clone()];
        let last = run.six.last().copied().unwrap_or_default();
        row.extend(last.iter().zip(SIX).map(|(&value, (_, unit))| unit.write(value)));
        row
    };
    comparison.runs.iter().map(row).collect()
}

/// One page that needs nothing else: words, tables and pictures.
fn page(comparison: &Comparison, runs: &[Contender], text: &Text) -> String {
    let title = text.get("compare-title");
    let mut body = format!("<h1>{}</h1>", escaped(&title));
    if let Some(unlike) = &comparison.unlike {
        let _ = write!(body, "<p class='note'>{}</p>", escaped(unlike));
    }
    body += &key(comparison);
    body += &html_table(&heads(text), &rows(comparison), &[]);
    body += &numbers(comparison, text);
    body += &maps(runs, text);
    body += &cards(comparison, text);
    format!(
        "<!doctype html><html lang='{}'><meta charset='utf-8'><title>{}</title><style>{STYLE}</style><main>{body}</main></html>\n",
        text.language(),
        escaped(&title)
    )
}

const STYLE: &str = "body{background:#F7F5F0;color:#1B1F24;font:16px/1.45 Inter,system-ui,sans-serif;margin:0}\
    main{max-width:1240px;margin:0 auto;padding:32px 24px}h1{font-size:32px}h2{font-size:22px;margin-top:40px}\
    table{border-collapse:collapse;width:100%;background:#fff;font-variant-numeric:tabular-nums}\
    th,td{text-align:left;padding:8px 10px;border-bottom:1px solid #D9D5CB;vertical-align:top}\
    .grid{display:grid;grid-template-columns:repeat(auto-fit,minmax(380px,1fr));gap:16px}\
    figure{margin:0;background:#fff;border:1px solid #D9D5CB;border-radius:10px;padding:12px}\
    figcaption{font-weight:600}figure small{display:block;font-weight:400;color:#56606C}svg{max-width:100%;height:auto}\
    .key span{display:inline-flex;align-items:center;gap:8px;margin-right:24px}.note{background:#FAF0DC;padding:8px 12px}\
    tr.parted td{background:#EFEAF7}@media print{body{background:#fff}}";

fn key(comparison: &Comparison) -> String {
    let mut key = "<p class='key'>".to_owned();
    for (at, run) in comparison.runs.iter().enumerate() {
        let line = chart::line_key(at, &Palette::PRINT).finish();
        let _ = write!(key, "<span>{line}<b>{}</b></span>", escaped(&run.team));
    }
    key + "</p>"
}

fn numbers(comparison: &Comparison, text: &Text) -> String {
    let mut told = format!("<h2>{}</h2><div class='grid'>", escaped(&text.get("compare-numbers")));
    let longest = comparison.runs.iter().max_by_key(|run| run.quarters.len());
    for (number, (name, unit)) in SIX.into_iter().enumerate() {
        let data = Lines {
            series: comparison.runs.iter().map(|run| run.six.iter().map(|six| six[number]).collect()).collect(),
            quarters: longest.map_or_else(Vec::new, |run| run.quarters.clone()),
            echo: longest.map_or(0, |run| run.echo),
            unit,
        };
        let picture = chart::lines(&data, LINES, &Palette::PRINT).finish();
        let _ = write!(told, "<figure><figcaption>{}</figcaption>{picture}</figure>", escaped(&text.get(name)));
    }
    told + "</div>"
}

fn maps(runs: &[Contender], text: &Text) -> String {
    let mut told = format!("<h2>{}</h2><div class='grid'>", escaped(&text.get("compare-maps")));
    for run in runs {
        let map = view::product_map(run.game, text, Moment::Now);
        let picture = chart::product_map(&map, MAP, &Palette::PRINT).finish();
        let (team, summary) = (escaped(run.team), escaped(&map.summary));
        let _ = write!(told, "<figure><figcaption>{team}<small>{summary}</small></figcaption>{picture}</figure>");
    }
    told + "</div>"
}

fn cards(comparison: &Comparison, text: &Text) -> String {
    if comparison.cards.is_empty() {
        return String::new();
    }
    let mut heads = vec![text.get("compare-quarter"), text.get("compare-card"), text.get("compare-ask")];
    heads.extend(comparison.runs.iter().map(|run| run.team.clone()));
    let row = |card: &view::ComparedCard| {
        let mut row = vec![card.quarter.clone(), card.customer.clone(), card.ask.clone()];
        row.extend(card.answers.iter().map(|answer| answer.clone().unwrap_or_else(|| "–".to_owned())));
        row
    };
    let rows: Vec<Vec<String>> = comparison.cards.iter().map(row).collect();
    let parted: Vec<bool> = comparison.cards.iter().map(|card| card.parted).collect();
    let table = html_table(&heads, &rows, &parted);
    format!("<h2>{}</h2><p>{}</p>{table}", escaped(&text.get("compare-cards")), escaped(&text.get("compare-parted")))
}

fn html_table(heads: &[String], rows: &[Vec<String>], marked: &[bool]) -> String {
    let mut table = "<table><thead><tr>".to_owned();
    for head in heads {
        let _ = write!(table, "<th>{}</th>", escaped(head));
    }
    table += "</tr></thead><tbody>";
    for (at, row) in rows.iter().enumerate() {
        table += if marked.get(at) == Some(&true) { "<tr class='parted'>" } else { "<tr>" };
        for cell in row {
            let _ = write!(table, "<td>{}</td>", escaped(cell));
        }
        table += "</tr>";
    }
    table + "</tbody></table>"
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
