//! What the tables of a run have in them.

use std::collections::{BTreeMap, BTreeSet};

use expect_test::expect_file;
use off_roadmap::data::{Cell, CsvForm, Format, Holds, Moment, RunSource, Writer, dictionary, tables};
use off_roadmap::ids::Seat;
use off_roadmap::policy;
use off_roadmap::run::{Chair, Log, Signer, Team};

use super::{begun, number, rows, run, scenario, short, text};

/// Lines of a table that a golden file shows.
const SHOWN: usize = 60;

#[test]
fn the_tables_of_a_small_run_are_these() {
    let scenario = short();
    let run = run(&scenario, "quadrant", 7);
    let source = RunSource::new("aspen", None, &run, &scenario, &[]).expect("it can be played again");
    for table in tables() {
        let form = Format::Csv(CsvForm::default());
        let mut writer = Writer::new(form, table.fields(), Vec::new()).expect("it can be written");
        writer.rows(table.rows(&source)).expect("they can be written");
        let csv = String::from_utf8(writer.finish().expect("it is complete")).expect("it is text");
        let head: String = csv.lines().take(SHOWN).map(|line| format!("{line}\n")).collect();
        expect_file![format!("{}/tests/it/data/golden/{}.csv", env!("CARGO_MANIFEST_DIR"), table.name)]
            .assert_eq(&head);
    }
}

#[test]
fn every_value_is_of_the_type_and_among_the_values_that_the_dictionary_names() {
    for (id, policy) in
        [("scale-up", "random"), ("scale-up", "reformer"), ("heavy-debt", "paid"), ("role-swap", "bridge")]
    {
        let scenario = scenario(id);
        let run = run(&scenario, policy, 11);
        let source = RunSource::new("aspen", None, &run, &scenario, &[]).expect("it can be played again");
        for table in tables() {
            let (fields, rows) = (table.fields(), table.rows(&source));
            assert!(!rows.is_empty(), "{}", table.name);
            for row in rows {
                assert_eq!(row.len(), fields.len(), "{}", table.name);
                for (field, cell) in fields.iter().zip(row) {
                    assert!(fits(field.holds, &cell), "{id}, {policy}: {}.{} is {cell:?}", table.name, field.name);
                }
            }
        }
    }
}

fn fits(holds: Holds, cell: &Cell) -> bool {
    match (holds, cell) {
        (_, Cell::Empty) => true,
        (Holds::Word(all), Cell::Text(word)) => all().contains(word),
        (Holds::Json, Cell::Text(json)) => serde_json::from_str::<serde_json::Value>(json).is_ok(),
        (Holds::Text | Holds::Time, Cell::Text(_))
        | (Holds::Flag, Cell::Flag(_))
        | (Holds::Dollars, Cell::Whole(_)) => true,
        (Holds::Count | Holds::Id | Holds::Quarter, Cell::Whole(number)) => *number >= 0,
        (Holds::Points, Cell::Whole(number)) => (0..=100).contains(number),
        (Holds::Weeks | Holds::Seconds, Cell::Real(number)) => *number >= 0.0,
        (Holds::Share, Cell::Real(number)) => (0.0..=1.0).contains(number),
        (Holds::Balance, Cell::Real(number)) => (-1.0..=1.0).contains(number),
        (Holds::Ratio | Holds::Factor | Holds::Number, Cell::Real(_)) => true,
        _ => false,
    }
}

#[test]
fn the_ledger_adds_up_to_the_numbers_of_every_quarter() {
    let scenario = scenario("scale-up");
    let run = run(&scenario, "accept-all", 5);
    let quarters = rows("quarters", &run, &scenario, &[]);
    let ledger = rows("ledger", &run, &scenario, &[]);
    assert_eq!(quarters.len(), usize::from(scenario.meta.quarters) + 1 + 4, "the start and the echo year, too");
    for (quantity, column) in [("Cash", "cash"), ("Arr", "arr"), ("Trust", "trust"), ("Bonus", "product_pay_total")] {
        let mut stock = 0.0;
        for quarter in &quarters {
            let now = number(quarter, "quarter");
            // What is booked between the close of a quarter and the next one's belongs to the next one.
            let of =
                |entry: &&BTreeMap<&str, Cell>| text(entry, "quantity") == quantity && number(entry, "quarter") == now;
            stock += ledger.iter().filter(of).map(|entry| number(entry, "amount")).sum::<f64>();
            let shown = number(quarter, column);
            assert!((stock - shown).abs() < 1e-6 * shown.abs().max(1.0), "{quantity} in {now}: {stock}, {shown}");
        }
    }
    let value = number(&rows("runs", &run, &scenario, &[])[0], "company_value");
    let last = quarters.last().expect("it has quarters");
    let multiple = number(&rows("runs", &run, &scenario, &[])[0], "value_multiple");
    assert!((number(last, "arr") * multiple + number(last, "cash") - value).abs() < 1.0, "{value}");
}

#[test]
fn what_a_decision_led_to_names_it_and_the_rest_names_where_it_comes_from() {
    let scenario = scenario("scale-up");
    let run = run(&scenario, "accept-all", 5);
    let decisions: BTreeSet<i64> =
        rows("decisions", &run, &scenario, &[]).iter().map(|row| number(row, "decision") as i64).collect();
    let mut origins = BTreeSet::new();
    for entry in rows("ledger", &run, &scenario, &[]) {
        let origin = text(&entry, "origin");
        match entry["decision"] {
            Cell::Whole(decision) => assert!(origin == "Decision" && decisions.contains(&decision), "{entry:?}"),
            _ => assert_ne!(origin, "Decision"),
        }
        origins.insert(origin);
    }
    for wanted in ["Decision", "Start", "Market", "Running"] {
        assert!(origins.contains(wanted), "{wanted} is not among {origins:?}");
    }
}

#[test]
fn who_signed_is_told_as_the_run_knows_it() {
    let scenario = short();
    let mut log = Log::new(scenario.clone(), 7, Team::named("Aspen", &scenario));
    log.take_chairs(Some(Chair { seat: Seat::Sales, persona: "bridge".to_owned() }));
    let policy = policy::by_id("purist").expect("it is built in");
    let mut signed = 0;
    while log.game().state().quarter.0 == 1 {
        let step = log.game().steps().into_iter().next().expect("it goes on");
        let command = policy::command(policy, log.game(), &step).expect("it has an answer");
        let product = command.seat() == Some(Seat::Product);
        match (product, signed % 3) {
            (true, 0) => log.execute_for(Signer::Clock, &command),
            (true, 1) => log.execute_for(Signer::StandIn, &command),
            _ => log.execute(&command),
        }
        .expect("it is allowed");
        signed += usize::from(product);
    }
    let run = log.run();
    let decisions = rows("decisions", run, &scenario, &[]);
    let by = |column: &str| -> BTreeSet<String> { decisions.iter().map(|row| text(row, column)).collect() };
    assert_eq!(by("sales_signed_by"), BTreeSet::from([String::new(), "Partner".to_owned()]));
    for decision in &decisions {
        let (product, sales) = (text(decision, "product_signed_by"), text(decision, "sales_signed_by"));
        match text(decision, "decided_by").as_str() {
            "Product" => assert!(!product.is_empty() && sales.is_empty(), "{decision:?}"),
            "Sales" => assert!(product.is_empty() && !sales.is_empty(), "{decision:?}"),
            "Both" => assert!(!product.is_empty() && !sales.is_empty(), "{decision:?}"),
            "Ceo" => assert_ne!(product.is_empty(), sales.is_empty(), "one of them asked: {decision:?}"),
            other => panic!("{other}"),
        }
    }
    let row = &rows("runs", run, &scenario, &[])[0];
    let all: usize = run.quarters.iter().map(|quarter| quarter.commands.len()).sum();
    let lead = signed / 3;
    let told =
        ["signed_by_partner", "signed_by_stand_in", "signed_by_clock"].map(|column| number(row, column) as usize);
    assert!(told[1] > 0 && told[2] > 0 && told.iter().sum::<usize>() + lead == all, "{told:?}, {lead} of {all}");
    assert_eq!((text(row, "partner_seat"), text(row, "partner_policy")), ("Sales".to_owned(), "bridge".to_owned()));
}

#[test]
fn a_decision_is_signed_when_its_last_signature_was() {
    let scenario = short();
    let log = begun(&scenario, 12);
    let all: usize = log.run().quarters.iter().map(|quarter| quarter.commands.len()).sum();
    let moment = |at| Moment { time: format!("2026-12-01T09:00:{at:02}Z"), room_seconds: at as f64 };
    let moments: Vec<Moment> = (0..all).map(moment).collect();
    let commands = &log.run().quarters[0].commands;
    let decisions = rows("decisions", log.run(), &scenario, &moments);
    let place = |wanted: &str| commands.iter().rposition(|command| format!("{command:?}").starts_with(wanted));
    for (kind, command) in [("Allocation", "PlanProduct"), ("Target", "PlanSales"), ("House", "SignHouse")] {
        let row = decisions.iter().find(|row| text(row, "kind") == kind).expect("it was decided");
        let at = place(command).expect("it was signed");
        assert_eq!(
            (number(row, "room_seconds"), text(row, "signed_at")),
            (at as f64, moments[at].time.clone()),
            "{kind}"
        );
    }
    assert!(rows("decisions", log.run(), &scenario, &[]).iter().all(|row| row["signed_at"] == Cell::Empty));
}

#[test]
fn a_run_that_goes_on_has_no_end_and_keeps_open_cards_closed() {
    let scenario = short();
    let log = begun(&scenario, 6);
    let row = &rows("runs", log.run(), &scenario, &[])[0];
    assert_eq!((&row["finished"], &row["company_value"]), (&Cell::Flag(false), &Cell::Empty));
    assert!(number(row, "cash") > 0.0 && row["quota_attainment"] == Cell::Empty, "only the start is closed: {row:?}");
    assert!(!log.game().state().cards().is_empty(), "cards are on the table");
    for table in ["cards", "stances", "predictions"] {
        assert_eq!(rows(table, log.run(), &scenario, &[]), Vec::<BTreeMap<_, _>>::new(), "{table}");
    }
    assert_eq!(rows("quarters", log.run(), &scenario, &[]).len(), 1);
}

#[test]
fn a_run_of_another_scenario_is_refused() {
    let run = run(&scenario("scale-up"), "accept-all", 5);
    assert!(RunSource::new("aspen", None, &run, &short(), &[]).is_err());
}

#[test]
fn every_column_of_every_table_is_explained_once() {
    let tables = tables();
    let (fields, rows) = dictionary(&tables, &[]);
    let at = |name: &str| fields.iter().position(|field| field.name == name).expect("it has the column");
    let (table, column, meaning) = (at("table"), at("column"), at("meaning"));
    let mut told = BTreeSet::new();
    for row in &rows {
        let Cell::Text(meaning) = &row[meaning] else { panic!("{row:?} has no meaning") };
        assert!(meaning.ends_with('.') && !meaning.contains("  "), "{meaning}");
        assert!(told.insert(format!("{:?}.{:?}", row[table], row[column])), "{row:?} is there twice");
    }
    let all: usize = tables.iter().map(|table| table.fields().len() + 1).sum();
    assert_eq!(rows.len(), all);
    let names = tables.iter().flat_map(|table| table.fields());
    for field in names {
        let snake = field.name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
        assert!(snake, "{} is not in snake_case", field.name);
    }
}
