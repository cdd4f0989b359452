//! Money: revenue, costs, and what the two leads earn.

use super::super::turn::Turn;
use crate::sim::formula::{product_pay, sales_pay};
use crate::sim::{Cause, Quantity, Rule};

/// Quarters in a year, because ARR is yearly.
const YEAR: f64 = 4.0;

/// Books the cash flow of the quarter.
pub(super) fn settle(turn: &mut Turn) {
    let rules = &turn.scenario().rules;
    let margin = turn.get(Quantity::Arr) / YEAR * rules.gross_margin;
    let engineering = turn.get(Quantity::Engineering) * rules.week_cost;
    let commission = sales_pay(turn.scenario(), turn.state());
    let bonus = product_pay(turn.scenario(), turn.state());
    turn.change(Quantity::Cash, margin, Cause::rule(Rule::Subscriptions));
    turn.change(Quantity::Cash, -engineering, Cause::rule(Rule::EngineeringCost));
    turn.change(Quantity::Cash, -rules.other_costs, Cause::rule(Rule::OtherCosts));
    turn.change(Quantity::Commission, commission, Cause::rule(Rule::Commission));
    turn.change(Quantity::Cash, -commission, Cause::rule(Rule::Commission));
    turn.change(Quantity::Bonus, bonus, Cause::rule(Rule::Bonus));
    turn.change(Quantity::Cash, -bonus, Cause::rule(Rule::Bonus));
}
