//! The pictures of a run: the same state gives the same picture, and every picture can be drawn.

use off_roadmap::chart::{Palette, pixels, product_map};
use off_roadmap::sim::Game;
use off_roadmap::text::Text;
use off_roadmap::view::{self, Moment};

use super::view_driver::{Style, play, scenario};

const SIZE: (f32, f32) = (760.0, 480.0);

fn picture(game: &Game, moment: Moment, size: (f32, f32)) -> String {
    product_map(&view::product_map(game, &Text::default(), moment), size, &Palette::PRINT).finish()
}

#[test]
fn the_product_map_is_a_function_of_the_state_and_changes_with_it() {
    let one = play(scenario(&[]), 3, Style::Builds, |_, _| {});
    let again = play(scenario(&[]), 3, Style::Builds, |_, _| {});
    let other = play(scenario(&[]), 3, Style::Curious, |_, _| {});
    assert_eq!(picture(&one, Moment::Now, SIZE), picture(&again, Moment::Now, SIZE));
    assert_ne!(picture(&one, Moment::Now, SIZE), picture(&other, Moment::Now, SIZE));
    assert_eq!(picture(&one, Moment::Start, SIZE), picture(&other, Moment::Start, SIZE), "both began alike");
}

#[test]
fn every_special_that_lives_stands_on_the_map_once() {
    let game = play(scenario(&[]), 3, Style::Builds, |_, _| {});
    let map = view::product_map(&game, &Text::default(), Moment::Now);
    let drawn: usize = map.districts.iter().map(|district| district.specials.len() + district.productised).sum();
    assert_eq!(drawn, game.state().works.values().filter(|work| work.live()).count());
    assert!(drawn > 0, "nothing was built");
    let svg = picture(&game, Moment::Now, SIZE);
    let hatched: usize = map.districts.iter().map(|district| district.specials.len()).sum();
    assert_eq!(svg.matches("url(#debt)").count(), hatched);
}

#[test]
fn a_map_is_drawn_as_a_thumbnail_and_on_a_whole_screen_and_names_stay_inside() {
    let game = play(scenario(&[]), 3, Style::Builds, |_, _| {});
    for (size, scale) in [((240.0, 150.0), 1.0), (SIZE, 2.0), ((1920.0, 1080.0), 1.0)] {
        let pixmap = pixels(&picture(&game, Moment::Now, size), scale).expect("it can be drawn");
        assert_eq!((pixmap.width(), pixmap.height()), ((size.0 * scale) as u32, (size.1 * scale) as u32));
        let inked = pixmap.pixels().iter().filter(|pixel| pixel.alpha() > 0).count();
        assert!(inked * 5 > pixmap.pixels().len(), "the map fills its place");
    }
    assert!(pixels("<svg", 1.0).is_none(), "what is no picture is refused");
}

#[test]
fn the_bills_of_the_debt_ledger_add_up_to_the_debt() {
    let game = play(scenario(&[]), 3, Style::Builds, |_, _| {});
    let text = Text::default();
    let ledger = view::debt_ledger(&game, &text);
    let page = view::explained(Some((&game, game.state().quarter)), &text, view::Term::Debt);
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
