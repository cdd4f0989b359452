//! The debt ledger: revenue debt as a stack of bills, in full or in short.

use crate::app::director::{Act, WindowAct};
use crate::app::theme::{Tone, space};
use crate::app::widgets::{Area, Arrive, Line, RangeBar, TextKind, Ui, told};
use crate::text::Text;
use crate::view::{Bill, DebtLedger};

/// The number of bills in the short form.
const LARGEST: usize = 3;

/// Draws the whole ledger as a column.
pub(super) fn draw(ui: &mut Ui, text: &Text, ledger: &DebtLedger) {
    ui.heading(text.get("debt-ledger"));
    ui.toned(TextKind::Number, Tone::Debt, ledger.total.clone());
    ui.note(text.with("debt-interest", &[("interest", &ledger.interest)]));
    for (i, bill) in ledger.bills.iter().enumerate() {
        draw_bill(ui, bill, i);
    }
}

/// Draws the total debt and its largest bills.
pub(super) fn short(ui: &mut Ui, text: &Text, ledger: &DebtLedger) {
    ui.area(Area::row(space::S).between().firm(), |ui| {
        ui.label(text.get("debt-ledger"));
        ui.toned(TextKind::Figure, Tone::Debt, ledger.total.clone());
    });
    ui.caption(text.with("debt-interest", &[("interest", &ledger.interest)]));
    for (i, bill) in ledger.bills.iter().take(LARGEST).enumerate() {
        draw_bill(ui, bill, i);
    }
    if ledger.bills.len() > LARGEST {
        ui.caption(text.with("bills-more", &[("count", &(ledger.bills.len() - LARGEST))]));
    }
}

/// Draws what pays for the interest: engineering weeks and renewals, as bars that grow one after another.
pub(super) fn interest(ui: &mut Ui, ledger: &DebtLedger, name: &str, apart: u16) {
    for (i, part) in ledger.parts.iter().enumerate() {
        let after = apart * u16::try_from(i).unwrap_or(0);
        let arrive = Arrive::wipe().after(after);
        ui.arriving(
            format!("{name}-{i}"),
            Arrive::fade().after(after),
            Area::column(space::XXS).padding(space::XXS, 0.0).firm(),
            |ui| {
                words(ui, part, format!("{name}-part-{i}"));
                ui.arriving(format!("{name}-bar-{i}"), arrive, Area::column(0.0), |ui| bar(ui, part));
            },
        );
    }
}

/// A bill: for whom, why and when, how much, and a hatched bar in proportion to the largest bill.
/// It leads to its decision.
fn draw_bill(ui: &mut Ui, bill: &Bill, position: usize) {
    ui.area(Area::column(0.0).padding(space::XXS, 0.0).firm(), |ui| {
        words(ui, bill, format!("bill-{position}"));
        bar(ui, bill);
    });
}

fn words(ui: &mut Ui, bill: &Bill, name: String) {
    let about = Some(bill.about.clone()).filter(|about| !about.is_empty());
    let line = Line::new(bill.name.clone(), bill.amount.clone()).named().tone(Tone::Debt).below(about);
    ui.line(line.leads(name, Act::Window(WindowAct::Explain(0, bill.topic))));
}

fn bar(ui: &mut Ui, bill: &Bill) {
    let range = RangeBar { low: 0.0, high: bill.share as f32, tone: Tone::Debt };
    ui.marked_range(range, []).insert(told(format!("{} {}", bill.name, bill.amount)));
}
