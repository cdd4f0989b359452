//! Several runs on one HTML page, for a screen or paper. A single file without scripts and network access.

use crate::chart::{Palette, Size, compared as lines_of, line_sample, lines, lines_summary, product_map};
use crate::text::{Text, seen};
use crate::view::{ComparedCard, ComparedNumber, Comparison};

/// In the head of every such page, to recognise it.
pub const PAGE_MARK: &str = "<meta name=\"generator\" content=\"Off-Roadmap comparison\">";

/// Size of the picture of a number; below it, of a product map.
const NUMBER: (f64, f64) = (400.0, 230.0);
const MAP: (f64, f64) = (560.0, 380.0);
/// Size of a line sample in the legend.
const SAMPLE: (f64, f64) = (36.0, 12.0);

const STYLE: &str = "
:root { color-scheme: light; }
body { margin: 0; background: #F7F5F0; color: #1B1F24; font: 16px/1.45 Inter, system-ui, sans-serif;
  font-variant-numeric: tabular-nums; }
main { max-width: 1240px; margin: 0 auto; padding: 32px 24px 48px; }
h1 { font-size: 32px; line-height: 1.15; margin: 0 0 24px; letter-spacing: -0.02em; }
h2 { font-size: 22px; margin: 40px 0 4px; letter-spacing: -0.01em; }
h3 { font-size: 15px; margin: 0 0 4px; }
p { margin: 0 0 12px; max-width: 78ch; }
.about, figcaption, footer { color: #56606C; }
figcaption, footer { font-size: 14px; }
.note, .parting { background: #fff; border: 1px solid #D9D5CB; border-left: 6px solid #8F5B0C; border-radius: 6px;
  padding: 12px 16px; margin: 0 0 12px; max-width: none; }
.parting { border-left-color: #6B4FA0; font-size: 18px; }
.scroll { overflow-x: auto; background: #fff; border: 1px solid #D9D5CB; border-radius: 10px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 8px 14px; border-top: 1px solid #D9D5CB; }
thead th { border-top: 0; color: #56606C; font-size: 14px; font-weight: 600; }
tbody th { font-weight: 600; }
.number { text-align: right; white-space: nowrap; }
.small { color: #56606C; font-size: 14px; display: block; font-weight: 400; }
.parted td, .parted th { background: #F6F3FB; }
.first td, .first th { background: #EFEAF7; border-top: 2px solid #6B4FA0; border-bottom: 2px solid #6B4FA0; }
.flag { color: #6B4FA0; font-weight: 700; white-space: nowrap; }
.grid { display: grid; gap: 16px; }
.numbers { grid-template-columns: repeat(auto-fill, minmax(340px, 1fr)); }
.maps { grid-template-columns: repeat(auto-fill, minmax(440px, 1fr)); }
figure { margin: 0; background: #fff; border: 1px solid #D9D5CB; border-radius: 10px; padding: 14px 16px; }
svg { display: block; width: 100%; height: auto; }
th svg { display: inline-block; width: 36px; margin-right: 8px; vertical-align: middle; }
footer { margin-top: 40px; }
@media (max-width: 520px) { .numbers, .maps { grid-template-columns: 1fr; } }
@media print {
  body { background: #fff; font-size: 12px; }
  main { padding: 0; max-width: none; }
  .numbers { grid-template-columns: repeat(3, 1fr); }
  .maps { grid-template-columns: repeat(2, 1fr); }
  figure, tr, .note, .parting { break-inside: avoid; }
  h2 { break-after: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
";

/// The whole page.
#[must_use]
pub fn compare_page(compared: &Comparison, text: &Text) -> String {
    let title = escape(&text.get("compare-title"));
    let mut body = format!("<h1>{title}</h1>\n");
    for note in &compared.notes {
        body += &format!("<p class=\"note\">{}</p>\n", escape(note));
    }
    body += &section(text, "compare-teams", Some("compare-teams-about"), &teams(compared, text));
    if !compared.parting.is_empty() {
        let parting = format!("<p class=\"parting\">{}</p>\n", escape(&compared.parting));
        body += &section(text, "compare-where", None, &parting);
    }
    body += &section(text, "compare-numbers", Some("compare-numbers-about"), &numbers(compared, text));
    body += &section(text, "compare-maps", Some("compare-maps-about"), &maps(compared));
    body += &if compared.cards.is_empty() {
        section(text, "compare-cards", Some("compare-no-cards"), "")
    } else {
        section(text, "compare-cards", Some("compare-cards-about"), &cards(compared, text))
    };
    let footer = escape(&text.with("compare-footer", &[("version", &env!("CARGO_PKG_VERSION"))]));
    let language = escape(text.language());
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n{PAGE_MARK}\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<main>\n{body}<footer>{footer}</footer>\n</main>\n</body>\n</html>\n"
    )
}

fn section(text: &Text, title: &str, about: Option<&str>, inside: &str) -> String {
    let about = about.map(|key| format!("<p class=\"about\">{}</p>\n", escape(&text.get(key)))).unwrap_or_default();
    format!("<section>\n<h2>{}</h2>\n{about}{inside}</section>\n", escape(&text.get(title)))
}

fn teams(compared: &Comparison, text: &Text) -> String {
    let head = ["compare-team", "compare-scenario", "compare-seed", "compare-value", "compare-par"];
    let words = |i: usize| if i < 2 { "" } else { " class=\"number\"" };
    let names = head.iter().map(|key| text.get(key)).chain(compared.numbers.iter().map(|number| number.label.clone()));
    let head: String =
        names.enumerate().map(|(i, name)| format!("<th scope=\"col\"{}>{}</th>", words(i), escape(&name))).collect();
    let palette = Palette::print();
    let row = |(position, team): (usize, &crate::view::ComparedTeam)| {
        let cells = [&team.scenario, &team.seed, &team.value, &team.par].into_iter().chain(&team.six);
        let cells: String =
            cells.enumerate().map(|(i, cell)| format!("<td{}>{}</td>", words(i + 1), escape(cell))).collect();
        let drawn = line_sample(position, Size::new(SAMPLE.0, SAMPLE.1), &palette);
        format!("<tr><th scope=\"row\">{} {}</th>{cells}</tr>\n", drawn.ornament(), escape(&team.name))
    };
    let rows: String = compared.teams.iter().enumerate().map(row).collect();
    table(&head, &rows)
}

fn table(head: &str, rows: &str) -> String {
    format!("<div class=\"scroll\"><table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table></div>\n")
}

fn numbers(compared: &Comparison, text: &Text) -> String {
    let palette = Palette::print();
    let figure = |number: &ComparedNumber| {
        let chart = lines_of(compared, number, text);
        let picture = lines(&chart, Size::new(NUMBER.0, NUMBER.1), &palette);
        let label = lines_summary(&chart, text);
        format!("<figure>\n<h3>{}</h3>\n{}\n</figure>\n", escape(&number.label), picture.inline(&label))
    };
    let figures: String = compared.numbers.iter().map(figure).collect();
    format!("<div class=\"grid numbers\">\n{figures}</div>\n")
}

fn maps(compared: &Comparison) -> String {
    let palette = Palette::print();
    let figure = |(team, map): (&crate::view::ComparedTeam, &crate::view::ProductMap)| {
        let picture = product_map(map, Size::new(MAP.0, MAP.1), &palette);
        format!(
            "<figure>\n<h3>{}</h3>\n{}\n<figcaption>{}</figcaption>\n</figure>\n",
            escape(&team.name),
            picture.inline(&map.summary),
            escape(&map.summary)
        )
    };
    let figures: String = compared.teams.iter().zip(&compared.maps).map(figure).collect();
    format!("<div class=\"grid maps\">\n{figures}</div>\n")
}

fn cards(compared: &Comparison, text: &Text) -> String {
    let column = |name: &str| format!("<th scope=\"col\">{}</th>", escape(name));
    let mut head = column(&text.get("compare-quarter")) + &column(&text.get("compare-card"));
    head.extend(compared.teams.iter().map(|team| column(&team.name)));
    let rows: String = compared.cards.iter().map(|row| card(row, text)).collect();
    table(&head, &rows)
}

fn card(card: &ComparedCard, text: &Text) -> String {
    let (class, flag) = match (card.parted, card.first) {
        (_, true) => {
            (" class=\"first\"", format!("<span class=\"flag\">≠ {}</span>", escape(&text.get("compare-first"))))
        }
        (true, _) => (" class=\"parted\"", "<span class=\"flag\">≠</span>".to_owned()),
        _ => ("", String::new()),
    };
    let answers: String = card
        .answers
        .iter()
        .map(|given| {
            format!("<td>{}<span class=\"small\">{}</span></td>", escape(&given.answer), escape(&given.outcome))
        })
        .collect();
    format!(
        "<tr{class}><td>{}</td><th scope=\"row\">{} {flag}<span class=\"small\">{}</span></th>{answers}</tr>\n",
        escape(&card.quarter),
        escape(&card.customer),
        escape(&card.ask)
    )
}

/// Escapes a text for HTML.
fn escape(text: &str) -> String {
    seen(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}
