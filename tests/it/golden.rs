//! What must stay the same on every platform and with every version of a dependency: the dice, and one whole run. To
//! update the run after an intended change of the rules: `UPDATE_EXPECT=1 cargo test --test it golden`.

use std::fmt::Write;
use std::sync::Arc;

use expect_test::expect;
use off_roadmap::sim::{Dice, Game, Purpose};

use crate::view::driver::{Style, next, scenario};

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
    let mut renewals = dice.units(Purpose::Renewal, 2);
    let (third, far, again) = (renewals.of(3), renewals.of(1_001_100), renewals.of(3));
    assert_eq!(third, again, "a number does not depend on what was asked before it");
    writeln!(draws, "units: {:016x} {:016x}", third.to_bits(), far.to_bits()).expect("a text grows");
    expect![[r#"
        CardOrder: 3fc3a5bbc57edf68 784 bfe261b04350c552 3fef60ce87bfd777 2
        Deal: 3fdc5bc4d3bb0778 672 bfe6530842ea22d7 3ffea6b90983277c 2
        NamedDeal: 3fe6a99f0d568527 631 3fe5267dff2f923c 3ff56ae80e8e3c72 1
        StartCustomer: 3fcb987f8750d700 803 3fe28fcba2f8b340 3fe21f7e6d76c81c 2
        Renewal: 3fe0e8332f4ef5b7 561 3fe87099872781dc 3ff00e277f5311a6 1
        Ceo: 3fead0a2b127a1a0 926 3ffbf5ac652224cd 3fed5e39255410b2 0
        ProspectedDeal: 3fbfabe274759e40 263 3fe353e9e553bff3 3fe35b3ff17962f7 2
        StartWork: 3fd9aaa9c4e3724e 795 bff21e2fec4fdbb2 3fe62dcbd994b6ec 2
        units: 3fe5700808832609 3fe63fc008529ea0
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
         2 8169fb3bcec5c7e7
         3 b2b0a22fc006fc0c
         4 5b829cc66049052e
         5 d4814507f3065be6
         6 aa79333357b0fc66
         7 e41751bca32725da
         8 6589acbb4d4f1981
        12 9d7f0a46b7fc716a
    "#]]
    .assert_eq(&hashes);
}
