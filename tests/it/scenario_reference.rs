//! The field reference says what the program reads. After a change of the types that is meant:
//! `UPDATE_EXPECT=1 cargo test --test it scenario_reference`.

use expect_test::expect_file;
use off_roadmap::scenario::reference;

#[test]
fn the_field_reference_is_what_the_types_say() {
    expect_file!["../../scenarios/REFERENCE.md"].assert_eq(&reference());
}
