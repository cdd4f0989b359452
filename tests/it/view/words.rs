//! The pages of whole games: no holes in the words, and numbers that add up.

use std::sync::Arc;

use off_roadmap::ids::Seat;
use off_roadmap::lab::{self, Verdicts};
use off_roadmap::policy::{self, Partner};
use off_roadmap::scenario::{Measure, Shelf};
use off_roadmap::sight::Viewer;
use off_roadmap::sim::{Command, Game, Phase, ProductMove, Quantity, SalesMove, SalesPlan, Step};
use off_roadmap::text::{self, Text};
use off_roadmap::view::{self, Term, Told, Topic};

use crate::view::driver::{Style, closed, json, play, scenario, seen};

use crate::telling::telling;

fn no_holes(page: &str) {
    for hole in ["⟨", "⟩", "{$", "{ $", "NaN", "inf ", "−0 ", ": -0.0,"] {
        if let Some(line) = page.lines().find(|line| line.contains(hole)) {
            panic!("“{hole}” in {line}");
        }
    }
    // Zero has no sign, whatever its number of decimals.
    let nothing = |line: &&str| {
        line.split("−0.0")
            .skip(1)
            .any(|rest| !rest.trim_start_matches('0').starts_with(|next: char| next.is_ascii_digit()))
    };
    assert_eq!(page.lines().find(nothing), None);
}

#[test]
fn no_page_of_a_game_has_a_hole() {
    for seed in 0..3 {
        for style in [Style::Builds, Style::Curious] {
            let game = play(scenario(&[]), seed, style, |game, events| {
                for viewer in [Viewer::Seat(Seat::Product), Viewer::Seat(Seat::Sales), Viewer::Table] {
                    no_holes(&seen(game, viewer, events));
                }
            });
            assert_eq!(game.state().phase, Phase::Ended);
            no_holes(&json(&view::debrief(
                &game,
                &telling(&Text::default(), &game),
                &lab::par(game.scenario(), game.state().seed),
                Some(&Verdicts::default()),
            )));
        }
    }
}

#[test]
fn the_explained_parts_of_a_number_add_up_to_its_change() {
    let text = Text::default();
    let game = play(scenario(&[]), 2, Style::Curious, |_, _| {});
    let history = &game.state().history;
    for pair in history.windows(2) {
        for quantity in Quantity::ALL {
            let parts: i64 = view::explain(&game, &telling(&text, &game), quantity, pair[1].quarter)
                .iter()
                .map(|line| line.stored)
                .sum();
            let change = pair[1].stocks[quantity as usize] - pair[0].stocks[quantity as usize];
            assert_eq!(parts, change, "{quantity:?} in {:?}", pair[1].quarter);
        }
    }
}

#[test]
fn the_waterfall_of_a_close_leads_from_arr_to_arr() {
    let text = Text::default();
    let game = play(scenario(&[]), 3, Style::Curious, |_, _| {});
    for quarter in closed(&game) {
        let bar = view::close(&game, &telling(&text, &game), quarter, &[]).waterfall;
        assert_eq!(bar.start + bar.won + bar.grown + bar.left, bar.end, "{quarter:?}");
        assert!(bar.left <= 0.0 && bar.won >= 0.0 && bar.grown >= 0.0);
    }
}

#[test]
fn every_closed_quarter_has_a_review_with_six_numbers() {
    let text = Text::default();
    let game = play(scenario(&[]), 4, Style::Curious, |_, _| {});
    for quarter in closed(&game).into_iter().filter(|quarter| quarter.0 <= game.scenario().meta.quarters) {
        let review = view::review(&game, &telling(&text, &game), quarter).expect("the quarter is closed");
        assert_eq!(review.numbers.len(), 6);
        assert_eq!(review.calibration.predictions.len(), 2);
        assert_eq!(review.payslips.len(), 2);
        // The cash that is shown is what its causes add up to, including a gate after the close.
        let causes: i64 =
            view::explain(&game, &telling(&text, &game), Quantity::Cash, quarter).iter().map(|line| line.stored).sum();
        assert_eq!(review.numbers[0].change, off_roadmap::text::signed_dollars(&Text::default(), causes as f64));
    }
}

#[test]
fn the_debrief_shows_the_echo_year_and_the_base_demand() {
    let game = play(scenario(&[]), 5, Style::Curious, |_, _| {});
    let page =
        view::debrief(&game, &telling(&Text::default(), &game), &lab::par(game.scenario(), game.state().seed), None);
    let echo: Vec<&str> = page.timeline.iter().filter(|point| point.echo).map(|point| point.label.as_str()).collect();
    assert_eq!(echo, ["+1", "+2", "+3", "+4"]);
    assert_eq!(page.demand.len(), usize::from(game.scenario().meta.quarters));
    assert!(!page.cards.is_empty() && !page.decisions.is_empty());
}

#[test]
fn nobody_sells_against_a_quota_in_the_echo_year() {
    let game = play(scenario(&[]), 5, Style::Curious, |_, _| {});
    let text = Text::default();
    let last = game.scenario().meta.quarters;
    let page = view::debrief(&game, &telling(&text, &game), &lab::par(game.scenario(), game.state().seed), None);
    let known: Vec<bool> = page.timeline.iter().map(|point| point.six[2].is_some()).collect();
    let expected: Vec<bool> = (0..=last + 4).map(|quarter| (1..=last).contains(&quarter)).collect();
    assert_eq!(known, expected);
    let wall = view::wall(&game, &telling(&text, &game), "Juniper");
    let quota = wall.numbers.iter().find(|number| number.measure == Measure::QuotaAttainment).unwrap();
    let sold = game.state().history.iter().find(|record| record.quarter.0 == last).unwrap().attainment;
    assert_eq!(quota.value, text::percent(&text, sold), "the wall keeps what was sold when somebody sold");
    assert!(quota.change.starts_with("of $") && quota.change.contains("in Q") && quota.good.is_none(), "{quota:?}");
}

#[test]
fn the_debrief_ranks_the_team_among_the_policies_of_its_seed() {
    let game = play(scenario(&[]), 5, Style::Curious, |_, _| {});
    let reached = lab::par(game.scenario(), game.state().seed);
    let page = view::debrief(&game, &telling(&Text::default(), &game), &reached, None);
    assert_eq!(page.par.rows.len(), reached.len() + 1, "all strategies, dice among them, and the team");
    assert!(page.par.rows.iter().all(|row| row.own == row.about.is_none()), "the page says what the strategies are");
    assert!(page.par.line.contains(&off_roadmap::text::dollars(&Text::default(), reached[0].1)), "{}", page.par.line);
    assert_eq!(page.par.rows.iter().filter(|row| row.own).count(), 1);
    assert!(page.par.rows.windows(2).all(|pair| pair[0].share >= pair[1].share), "the best comes first");
    let own = page.par.rows.iter().find(|row| row.own).expect("the team is there");
    assert_eq!(own.amount, page.value);
}

#[test]
fn the_preview_of_a_split_without_specials_comes_true() {
    let text = Text::default();
    let mut foreseen = Vec::new();
    let game = play(scenario(&[]), 6, Style::Builds, |game, _| {
        if game.state().quarter.0 == 1 && game.state().phase == Phase::Plan {
            let plan = off_roadmap::sim::ProductPlan { allocation: game.state().allocation, moves: Vec::new() };
            foreseen = view::product_desk(game, &telling(&text, game), &plan).preview;
        }
    });
    let history = &game.state().history;
    for (quantity, name) in [(Quantity::Coherence, "Coherence"), (Quantity::Gap, "Market gap")] {
        let change = history[1].get(quantity) - history[0].get(quantity);
        let line = foreseen.iter().find(|line| line.text == name).expect("it is foreseen");
        assert_eq!(
            line.amount,
            off_roadmap::text::change(&Text::default(), off_roadmap::text::Unit::Index, change),
            "{name}"
        );
    }
}

#[test]
fn every_option_of_a_desk_has_a_name_of_its_own() {
    let text = Text::default();
    play(scenario(&[]), 7, Style::Curious, |game, _| {
        let state = game.state();
        let product = view::product_desk(game, &telling(&text, game), &off_roadmap::sim::ProductPlan::default());
        let plan = off_roadmap::sim::SalesPlan { target: state.target.clone(), ..Default::default() };
        let sales = view::sales_desk(game, &telling(&text, game), &plan);
        for ids in [
            product.moves.iter().map(|option| &option.id).collect::<Vec<_>>(),
            sales.moves.iter().map(|option| &option.id).collect(),
        ] {
            let different: std::collections::BTreeSet<_> = ids.iter().collect();
            assert_eq!(different.len(), ids.len(), "{ids:?}");
        }
    });
}

#[test]
fn what_a_quarter_is_likely_to_bring_holds_it_whatever_the_table_answers() {
    let text = Text::default();
    let (mut held, mut quarters) = (0, 0);
    for id in ["scale-up", "whale-niche", "hungry-series-a"] {
        let scenario = Arc::new(Shelf::built_in().load(id).unwrap());
        for (policy, seed) in ["accept-all", "decline-all", "quadrant"].into_iter().flat_map(|id| [(id, 1), (id, 2)]) {
            let policy = policy::by_id(policy).unwrap();
            let mut game = Game::new(scenario.clone(), seed);
            let mut likely = None;
            while let Some(step) = game.steps().into_iter().find(|step| *step != Step::Debrief) {
                let command = policy::command(policy, &game, &step).unwrap();
                if let Command::PlanSales(plan) = &command {
                    likely = Some(view::sales_desk(&game, &telling(&text, &game), plan).bar.likely);
                }
                game.execute(&command).unwrap();
                if game.state().phase == Phase::Review
                    && let Some(band) = likely.take()
                {
                    let [.., before, now] = game.state().history.as_slice() else { panic!("a quarter is closed") };
                    let brought = now.get(Quantity::Bookings) - before.get(Quantity::Bookings);
                    held += usize::from((band.low..=band.high).contains(&brought));
                    quarters += 1;
                }
            }
        }
    }
    assert!(quarters > 100 && held * 5 >= quarters * 4, "{held} of {quarters}");
}

#[test]
fn a_partner_announces_the_paper_that_sales_can_support() {
    let text = Text::default();
    let policy = policy::by_id("reformer").unwrap();
    let mut game = Game::new(Arc::new(Shelf::built_in().load("role-swap").unwrap()), 7);
    let mut announced = 0;
    while let Some(step) = game.steps().into_iter().find(|step| *step != Step::Debrief) {
        let command = policy::command(policy, &game, &step).unwrap();
        if let Command::PlanSales(plan) = &command {
            let supported = plan.moves.contains(&SalesMove::SupportPaper);
            let told = view::announced(&game, &telling(&text, &game), &Partner { seat: Seat::Product, policy });
            assert_eq!(told.is_some(), supported, "{told:?}");
            announced += usize::from(supported);
        }
        game.execute(&command).unwrap();
    }
    assert!(announced > 0);
}

#[test]
fn a_partner_in_the_sales_chair_says_where_product_may_call() {
    let text = Text::default();
    let policy = policy::by_id("quadrant-proactive").unwrap();
    let partner = Partner { seat: Seat::Sales, policy };
    let mut game = Game::new(Arc::new(Shelf::built_in().load("scale-up").unwrap()), 7);
    let mut doors = 0;
    while let Some(step) = game.steps().into_iter().find(|step| *step != Step::Debrief) {
        // Sales plans first, as a partner does.
        let plan = Step::Plan(Seat::Sales);
        let step = if game.steps().contains(&plan) { plan } else { step };
        let command = policy::command(policy, &game, &step).unwrap();
        if let Command::PlanProduct(plan) = &command {
            let told = view::announced(&game, &telling(&text, &game), &partner).unwrap();
            for made in &plan.moves {
                if let ProductMove::ProspectCall(deal) = made {
                    let name = text::deal_name(&telling(&text, &game), game.state(), *deal);
                    assert!(told.contains(&name), "{told} without {name}");
                    doors += 1;
                }
            }
        }
        game.execute(&command).unwrap();
    }
    assert!(doors > 3, "{doors}");
}

#[test]
fn nobody_can_predict_less_than_nothing_is_sold() {
    let game = Game::new(Arc::new(Shelf::built_in().load("whale-niche").unwrap()), 7);
    let predict = view::predict(&game, &telling(&Text::default(), &game));
    assert_eq!(predict.measure, off_roadmap::scenario::Measure::Bookings);
    assert!(predict.least == 0.0 && predict.usual.low >= 0.0, "{predict:?}");
}

fn sales_pay_line(game: &Game) -> (String, usize) {
    let desk = view::sales_desk(game, &telling(&Text::default(), game), &SalesPlan::default());
    (desk.pay, desk.bar.marks.len())
}

#[test]
fn the_sales_desk_names_accelerators_only_where_bookings_are_paid() {
    let on = |pay: &str| Game::new(Arc::new(scenario(&[("pay: Bookings", pay)])), 1);
    let (line, marks) = sales_pay_line(&on("pay: Bookings"));
    assert!(line.contains("past 100 % of quota") && marks == 2, "{line}");
    let (line, marks) = sales_pay_line(&on("pay: RetainedArr"));
    assert!(line.contains("No accelerator") && marks == 0, "{line}");
    let (line, marks) = sales_pay_line(&on("pay: Outcomes"));
    assert!(line.contains("Bookings pay nothing") && marks == 0, "{line}");
}

#[test]
fn an_explained_number_has_parts_that_add_up_and_never_tells_a_later_quarter() {
    let text = Text::default();
    let game = play(scenario(&[]), 8, Style::Curious, |_, _| {});
    let teller = telling(&text, &game);
    for quarter in closed(&game) {
        let told = Told { game: &game, teller: &teller, quarter, viewer: Viewer::Table };
        let page = view::explained(Some(told), &text, Topic::Term(view::Term::Cash));
        let stored: i64 =
            view::explain(&game, &telling(&text, &game), Quantity::Cash, quarter).iter().map(|line| line.stored).sum();
        let whole = page.whole.expect("cash moves every quarter");
        assert_eq!(whole.amount, off_roadmap::text::signed_dollars(&Text::default(), stored as f64), "{quarter:?}");
        let record = game.state().history.iter().find(|record| record.quarter == quarter).expect("it is closed");
        assert_eq!(page.value, Some(off_roadmap::text::dollars(&Text::default(), record.get(Quantity::Cash))));
    }
}

#[test]
fn every_word_of_the_glossary_has_a_name_and_a_meaning_in_every_language() {
    for language in off_roadmap::text::languages() {
        let text = Text::new(&language);
        for term in view::Term::ALL {
            assert!(text.has(term.key()) && text.has(&format!("{}-about", term.key())), "{term:?} in {language}");
            assert!(!term.see().contains(term), "{term:?} leads to itself");
        }
    }
}

#[test]
fn no_attainment_is_told_before_the_first_close() {
    let game = Game::new(Arc::new(scenario(&[])), 8);
    let teller = telling(&Text::default(), &game);
    let told = Told { game: &game, teller: &teller, quarter: game.state().quarter, viewer: Viewer::Table };
    let value = |term| view::explained(Some(told), &Text::default(), Topic::Term(term)).value;
    assert_eq!(value(Term::Quota), None);
    assert!(value(Term::Cash).is_some());
}

#[test]
fn the_bills_of_the_debt_ledger_add_up_to_the_debt() {
    let game = play(scenario(&[]), 3, Style::Builds, |_, _| {});
    let text = Text::default();
    let teller = telling(&text, &game);
    let ledger = view::debt_ledger(&game, &teller);
    let told = Told { game: &game, teller: &teller, quarter: game.state().quarter, viewer: Viewer::Table };
    let page = view::explained(Some(told), &text, Topic::Term(view::Term::Debt));
    assert_eq!(page.value, Some(ledger.total.clone()));
    assert!(ledger.bills.windows(2).take(8).all(|pair| pair[0].share >= pair[1].share), "the largest comes first");
    let written = |amount: &str| {
        let (number, unit) = amount.trim_start_matches('$').split_at(amount.len() - 2);
        number.parse::<f64>().expect("a number") * if unit == "M" { 1e6 } else { 1e3 }
    };
    let sum: f64 = ledger.bills.iter().map(|bill| written(&bill.amount)).sum();
    let total = written(&ledger.total);
    assert!((sum - total).abs() < 0.02 * total, "{sum} is not {total}");
}

/// An amount in tenths, as it is shown: `−71.3 pt` is −713.
fn tenths(amount: &str) -> i64 {
    let number: String = amount.chars().filter(|c| c.is_ascii_digit() || *c == '−').collect();
    number.replace('−', "-").parse().unwrap_or_else(|_| panic!("{amount} is no number with one decimal"))
}

#[test]
fn the_parts_of_a_share_add_up_to_the_change_as_both_are_read() {
    let text = Text::default();
    for style in [Style::Builds, Style::Curious] {
        let game = play(scenario(&[]), 9, style, |_, _| {});
        let teller = telling(&text, &game);
        for pair in game.state().history.windows(2) {
            let told = Told { game: &game, teller: &teller, quarter: pair[1].quarter, viewer: Viewer::Table };
            let moved = |record: &off_roadmap::sim::Record| {
                let index = |quantity| 100.0 * record.get(quantity);
                [
                    // There was no quota before the first quarter.
                    (Term::Quota, if record.quarter.0 > 0 { 100.0 * record.attainment } else { 0.0 }),
                    (Term::Retention, 100.0 * record.gross_retention),
                    (Term::Coherence, index(Quantity::Coherence)),
                    (Term::Trust, index(Quantity::Trust)),
                ]
            };
            let pairs = moved(&pair[0]).into_iter().zip(moved(&pair[1]));
            // In the echo year there is no quota, so the last one there was stays explained.
            let echo = pair[1].quarter.0 > game.scenario().meta.quarters;
            for ((term, before), (_, now)) in pairs.filter(|((term, _), _)| !(echo && *term == Term::Quota)) {
                let page = view::explained(Some(told), &text, Topic::Term(term));
                let whole = tenths(&page.whole.expect("it has moved or stood still").amount);
                let parts: i64 = page.parts.iter().map(|part| tenths(&part.amount.amount)).sum();
                assert_eq!(parts, whole, "{term:?} in {:?}: {:?}", pair[1].quarter, page.parts);
                assert!(
                    (whole as f64 - 10.0 * (now - before)).abs() <= 0.5001,
                    "{term:?}: {whole} is not {before} to {now}"
                );
            }
        }
    }
}

#[test]
fn a_part_of_a_number_leads_to_its_decision_and_that_to_everything_it_moved() {
    let text = Text::default();
    let game = play(scenario(&[]), 8, Style::Builds, |_, _| {});
    let teller = telling(&text, &game);
    let at = |quarter| Told { game: &game, teller: &teller, quarter, viewer: Viewer::Table };
    let mut followed = 0;
    for quarter in closed(&game) {
        for term in [Term::Arr, Term::Coherence, Term::Upkeep] {
            let page = view::explained(Some(at(quarter)), &text, Topic::Term(term));
            for part in page.parts.iter().filter(|part| part.behind.is_some()) {
                let Some(Topic::Decision(id)) = part.leads else { panic!("{part:?} leads to no decision") };
                let decision = view::explained(Some(at(quarter)), &text, Topic::Decision(id));
                assert!(!decision.title.is_empty() && !decision.parts.is_empty(), "{decision:?}");
                assert!(decision.parts.iter().any(|moved| matches!(moved.leads, Some(Topic::Number(_)))));
                followed += 1;
            }
        }
    }
    assert!(followed > 20, "only {followed} parts lead to a decision");
}

#[test]
fn a_decision_tells_nothing_that_happened_after_what_was_told() {
    let text = Text::default();
    let game = play(scenario(&[]), 8, Style::Builds, |_, _| {});
    let last = closed(&game).len();
    let teller = telling(&text, &game);
    for decision in game.state().decisions.iter() {
        let told = Told { game: &game, teller: &teller, quarter: decision.quarter, viewer: Viewer::Table };
        let page = view::explained(Some(told), &text, Topic::Decision(decision.id));
        let later = (usize::from(decision.quarter.0) + 1..=last)
            .map(|n| text::quarter_name(&teller, off_roadmap::ids::Quarter(n as u8)));
        let told: Vec<&str> = page.parts.iter().filter_map(|part| part.behind.as_deref()).collect();
        for name in later {
            assert!(told.iter().all(|words| !words.contains(&name)), "{name} in {told:?}");
        }
    }
}

#[test]
fn what_engineering_has_is_hidden_from_sales_while_it_plans_and_hidden_numbers_from_everybody() {
    let text = Text::default();
    let value = |game: &Game, viewer, topic| {
        let teller = telling(&text, game);
        let told = Told { game, teller: &teller, quarter: game.state().quarter, viewer };
        view::explained(Some(told), &text, topic).value
    };
    let mut looked = 0;
    let game = play(scenario(&[]), 3, Style::Curious, |game, _| {
        if game.state().phase == Phase::Plan {
            let sales = Viewer::Seat(Seat::Sales);
            for term in [Term::Capacity, Term::Drag, Term::Evidence] {
                assert_eq!(value(game, sales, Topic::Term(term)), None);
                assert!(value(game, Viewer::Seat(Seat::Product), Topic::Term(term)).is_some());
            }
            for viewer in [sales, Viewer::Seat(Seat::Product), Viewer::Table] {
                assert_eq!(value(game, viewer, Topic::Term(Term::Precedent)), None);
                assert_eq!(value(game, viewer, Topic::Number(Quantity::Morale)), None);
            }
            looked += 1;
        }
    });
    assert!(looked > 5 && value(&game, Viewer::Table, Topic::Term(Term::Precedent)).is_some());
}

#[test]
fn every_move_says_what_it_moves_and_when_or_what_it_gives() {
    let text = Text::default();
    play(scenario(&[]), 7, Style::Curious, |game, _| {
        let product = view::product_desk(game, &telling(&text, game), &off_roadmap::sim::ProductPlan::default());
        let plan = SalesPlan { target: game.state().target.clone(), ..SalesPlan::default() };
        let sales = view::sales_desk(game, &telling(&text, game), &plan);
        let said = product.moves.iter().map(|one| (&one.id, &one.effects, &one.gives));
        for (id, effects, gives) in said.chain(sales.moves.iter().map(|one| (&one.id, &one.effects, &one.gives))) {
            // Repricing changes nothing in a quarter in which no off-strategy customer renews.
            let told = !effects.is_empty() || !gives.is_empty() || id == "reprice";
            assert!(told, "{id} says nothing in {:?}", game.state().quarter);
            assert!(effects.iter().all(|effect| !effect.when.is_empty() && effect.band.low <= effect.band.high));
        }
    });
}
