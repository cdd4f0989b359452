//! What must stay the same on every platform and in every version of a dependency: the dice, and one whole run.
//! After a change of the rules that is meant: `UPDATE_EXPECT=1 cargo test --test it golden`.

use std::fmt::Write;
use std::sync::Arc;

use expect_test::expect;
use off_roadmap::sim::{Dice, Game, Purpose};

use super::view_driver::{Style, next, scenario};

const PURPOSES: [Purpose; 8] = [
    Purpose::CardOrder,
    Purpose::Deal,
    Purpose::NamedDeal,
    Purpose::StartCustomer,
    Purpose::Renewal,
    Purpose::Ceo,
    Purpose::ProspectedDeal,
    Purpose::StartWork,
];

#[test]
fn the_first_draws_of_every_purpose_are_the_same_everywhere() {
    let dice = Dice::new(7);
    let mut draws = String::new();
    for purpose in PURPOSES {
        let mut roll = dice.roll(purpose, 2, 3);
        let (unit, below, normal) = (roll.unit(), roll.below(1000), roll.normal());
        let (lognormal, pick) = (roll.lognormal(0.5), roll.pick([0.2, 0.3, 0.5]));
        let bits = |number: f64| number.to_bits();
        writeln!(
            draws,
            "{purpose:?}: {:016x} {below} {:016x} {:016x} {pick}",
            bits(unit),
            bits(normal),
            bits(lognormal)
        )
        .expect("a text grows");
    }
    expect![[r#"
        CardOrder: 3fc3a5bbc57edf68 784 bfe9f7a742af38d4 40032243ab806405 1
        Deal: 3fdc5bc4d3bb0778 672 3fe3959adf008663 3fea4e0eadb93654 2
        NamedDeal: 3fe6a99f0d568527 631 bfd3c153c00c4037 3ff8bc7a3d5f6bc9 2
        StartCustomer: 3fcb987f8750d700 803 3ff1b6ea4e38f09f 3ff92df2f24415e8 1
        Renewal: 3fe0e8332f4ef5b7 561 bffbbc0060c21b99 3fec690b2a7b4959 2
        Ceo: 3fead0a2b127a1a0 926 c00272296d9ee36a 3ff0642c55ec34e8 2
        ProspectedDeal: 3fbfabe274759e40 263 3fec5abd371172e4 3ff78d7f7f3c33f2 1
        StartWork: 3fd9aaa9c4e3724e 795 3faecdb61d4bafc0 3ff0b41ba034f465 2
    "#]]
    .assert_eq(&draws);
}

#[test]
fn a_whole_run_leads_to_the_same_states_everywhere() {
    let mut game = Game::new(Arc::new(scenario(&[("quarters: 4", "quarters: 8")])), 7);
    let mut hashes = String::new();
    while let Some(command) = next(&game, Style::Builds) {
        let before = game.state().quarter;
        game.execute(&command).expect("the driver asks first");
        if game.state().quarter != before {
            writeln!(hashes, "{:2} {}", game.state().quarter.0, game.hash()).expect("a text grows");
        }
    }
    expect![[r#"
         2 c7eabae2b3939872
         3 1687347471863161
         4 edec6ebec2735b2d
         5 d5270cbf419fc44d
         6 ffe60ffaec7417cd
         7 15850a3dfb12ac9f
         8 21e0faafc91421c2
        12 2553a909374ff548
    "#]]
    .assert_eq(&hashes);
}
