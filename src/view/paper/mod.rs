//! What stands on paper for teams without devices: role sheets, cards, decision sheets, the wall, and the sheets of a
//! quarter that a run has reached.
//!
//! | module | what it is |
//! |---|---|
//! | `numbered` | the numbers of deals, answers and moves |
//! | `role` | what a lead has at hand the whole game |
//! | `special` | a special as a card with a half for each lead |
//! | `decisions` | what a team decides in a quarter, in the order in which it is typed in |
//! | `poster` | what hangs on the wall |
//! | `quarter` | what both leads get in a quarter of a run |

mod decisions;
mod numbered;
mod poster;
mod quarter;
mod role;
mod special;

pub use decisions::{CARD_LETTERS, DecisionSheet, blank_decisions};
pub use numbered::{
    Aim, NumberedMove, PRODUCT_KINDS, SALES_KINDS, deal_number, numbered_product, numbered_sales, product_aim,
    response_number, sales_aim,
};
pub use poster::{Poster, poster};
pub use quarter::{HalfAnswer, HalfCard, NotNow, QuarterSheets, SeatDesk, SeatSheet, TableCard, quarter_sheets};
pub use role::{AnswerRow, RoleMove, RoleSheet, TableRules, role_sheet, table_rules};
pub use special::{SpecialCard, special_cards};
