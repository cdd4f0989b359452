//! All parameters of the rules: name, unit, default, allowed range. A scenario overrides them by name.
//!
//! The defaults started as values from the rule book and were tuned for balance. The struct, the lookup by name and the
//! field reference all come from one table, so they cannot get out of step.

use serde::{Deserialize, Serialize};

/// A parameter, for documentation and checks.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Name used in scenario files.
    pub name: &'static str,
    /// What it does, with its unit.
    pub doc: &'static str,
    /// Value if a scenario does not set it.
    pub default: f64,
    /// Smallest allowed value.
    pub min: f64,
    /// Largest allowed value.
    pub max: f64,
}

macro_rules! rules {
    ($($name:ident = $default:literal in $min:literal .. $max:literal, $doc:literal;)*) => {
        /// The values of all parameters in a scenario.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub struct Rules {
            $(#[doc = $doc] pub $name: f64,)*
        }

        impl Default for Rules {
            fn default() -> Self {
                Self { $($name: $default,)* }
            }
        }

        /// All parameters, in the order of the rule book.
        pub const PARAMETERS: &[Parameter] = &[
            $(Parameter { name: stringify!($name), doc: $doc, default: $default, min: $min, max: $max },)*
        ];

        impl Rules {
            /// Sets a parameter by name; `false` if there is no such parameter.
            pub fn set(&mut self, name: &str, value: f64) -> bool {
                match name {
                    $(stringify!($name) => self.$name = value,)*
                    _ => return false,
                }
                true
            }

            /// The value of a parameter by name.
            #[must_use]
            pub fn get(&self, name: &str) -> Option<f64> {
                match name {
                    $(stringify!($name) => Some(self.$name),)*
                    _ => None,
                }
            }
        }
    };
}

rules! {
    // Pipeline
    deals_per_quarter = 62.0 in 1.0..400.0, "Deals that would enter the pipeline in a quarter at reach 1.";
    reach_base = 0.72 in 0.0..2.0, "Share of the possible deals that show up when trust is 0.";
    reach_trust = 0.45 in 0.0..2.0, "Further share of the possible deals at trust 1.";
    prospecting_deals = 3.0 in 0.0..40.0, "Extra deals in the first segment next quarter for each 'prospect in the ICP'.";
    deal_size = 45000.0 in 1000.0..5000000.0, "Median ARR of an ordinary deal, in dollars.";
    deal_size_spread = 0.4 in 0.0..2.0, "Spread of deal sizes (sigma of a lognormal).";
    big_deal_chance = 0.04 in 0.0..1.0, "Chance that a deal is a big one.";
    big_deal_factor = 5.0 in 1.0..50.0, "How many times larger a big deal is.";
    target_pull = 0.25 in 0.0..1.0, "How far the sales target alone moves the mix of segments from the market's to the target.";
    strategy_mix_shift = 0.22 in 0.0..1.0, "Share of the mix that moves from off-strategy to ICP when discovery is 1, the strategy is published, enablement is kept up and sales targets it.";
    fit_spread = 0.12 in 0.0..1.0, "Spread of a customer's true fit around its segment's.";
    cycle_drag = 0.5 in 0.0..3.0, "How much longer a sales cycle gets when coherence is 0.";

    // Asks
    need_base = 0.12 in 0.0..1.0, "Chance that a deal asks for a special when precedent is 0.";
    need_precedent = 0.45 in 0.0..1.0, "Further chance that a deal asks when precedent is 1.";
    need_big = 1.4 in 0.0..10.0, "How many times likelier a big deal is to ask.";
    alignment_base = 0.1 in 0.0..1.0, "Strategic alignment of an ask from a customer with fit 0.";
    alignment_fit = 0.7 in 0.0..1.0, "Further alignment of an ask from a customer with fit 1.";
    alignment_spread = 0.2 in 0.0..1.0, "Spread of an ask's alignment.";
    big_effort_factor = 2.2 in 1.0..10.0, "How many times more effort the ask of a big deal takes.";
    effort_bias = 1.3 in 0.5..4.0, "True effort over estimated effort, on average.";
    effort_spread = 0.4 in 0.0..2.0, "Spread of true effort around its mean (sigma of a lognormal).";
    dealbreaker_chance = 0.5 in 0.0..1.0, "Chance that a template ask is a true dealbreaker.";
    theme_share = 0.3 in 0.0..1.0, "Chance that an ask belongs to a theme others share, at alignment 0.7.";
    big_ask_effort = 0.05 in 0.0..1.0, "An ask is big if it takes at least this share of a quarter's engineering.";
    on_strategy_alignment = 0.5 in 0.0..1.0, "An ask is on strategy if its estimated alignment is at least this.";

    // Responses: effort factor, win factor, coherence hit, upkeep share per quarter, progress on the roadmap, precedent
    build_effort = 1.0 in 0.0..5.0, "Effort of building as asked.";
    build_win = 2.2 in 0.0..5.0, "Win factor of building as asked.";
    build_coherence = 1.0 in 0.0..2.0, "Coherence hit of building as asked.";
    build_upkeep = 0.05 in 0.0..1.0, "Upkeep per quarter of building as asked, as a share of its effort.";
    build_aligned = 0.45 in 0.0..1.0, "Share of aligned effort that counts as roadmap when built as asked.";
    build_precedent = 1.0 in 0.0..2.0, "How much building as asked counts towards precedent.";
    descope_effort = 0.65 in 0.0..5.0, "Effort of a descoped special when discovery is 0.";
    descope_effort_discovery = 0.15 in 0.0..1.0, "Effort saved when descoping at discovery 1.";
    descope_win = 1.8 in 0.0..5.0, "Win factor of descoping.";
    descope_coherence = 0.5 in 0.0..2.0, "Coherence hit of descoping.";
    descope_upkeep = 0.0375 in 0.0..1.0, "Upkeep per quarter of a descoped special.";
    descope_aligned = 0.4 in 0.0..1.0, "Share of aligned effort that counts as roadmap when descoped.";
    descope_precedent = 0.3 in 0.0..2.0, "Weight in the precedent of descoping.";
    simplify_win = 2.0 in 0.0..5.0, "Win factor of solving the true need.";
    simplify_coherence = 0.15 in 0.0..2.0, "Coherence hit of solving the true need.";
    simplify_upkeep = 0.02 in 0.0..1.0, "Upkeep per quarter of solving the true need.";
    simplify_aligned = 0.7 in 0.0..1.0, "Share of aligned effort that counts as roadmap when simplified.";
    simplify_precedent = 0.1 in 0.0..2.0, "Weight in the precedent of simplifying.";
    productise_effort = 1.35 in 0.0..5.0, "Effort of productising.";
    productise_win = 1.55 in 0.0..5.0, "Win factor of productising later.";
    productise_coherence = 0.05 in 0.0..2.0, "Coherence hit of productising.";
    productise_upkeep = 0.015 in 0.0..1.0, "Upkeep per quarter of a productised special.";
    productise_aligned = 0.95 in 0.0..1.0, "Share of aligned effort that counts as roadmap when productised.";
    paid_effort = 1.1 in 0.0..5.0, "Effort of a paid extension.";
    paid_win = 1.5 in 0.0..5.0, "Win factor of a paid extension.";
    paid_coherence = 0.4 in 0.0..2.0, "Coherence hit of a paid extension.";
    paid_upkeep = 0.025 in 0.0..1.0, "Upkeep per quarter of a paid extension.";
    paid_aligned = 0.2 in 0.0..1.0, "Share of aligned effort that counts as roadmap in a paid extension.";
    paid_precedent = 0.2 in 0.0..2.0, "Weight in the precedent of a paid extension.";
    paid_fee_per_week = 4500.0 in 0.0..50000.0, "Fee of a paid extension, in dollars per estimated engineer-week.";
    paid_upfront = 1.0 in 0.0..1.0, "Share of that fee that is paid on signing; the rest is held in escrow until delivery.";
    paid_contract = 4.0 in 1.0..12.0, "Quarters until the first renewal of a customer with a paid extension.";
    promise_effort = 1.0 in 0.0..5.0, "Effort of a roadmap promise.";
    promise_win = 1.6 in 0.0..5.0, "Win factor of a roadmap promise.";
    promise_coherence = 0.5 in 0.0..2.0, "Coherence hit of what a roadmap promise builds.";
    promise_upkeep = 0.03 in 0.0..1.0, "Upkeep per quarter of what a roadmap promise builds.";
    promise_aligned = 0.6 in 0.0..1.0, "Share of aligned effort that counts as roadmap for a promise.";
    promise_precedent = 0.6 in 0.0..2.0, "Weight in the precedent of a roadmap promise.";
    decline_win = 0.3 in 0.0..1.0, "Win factor of declining a true dealbreaker.";
    decline_win_soft = 0.55 in 0.0..1.0, "Win factor of declining an ask that is not a dealbreaker.";
    decline_win_defended = 0.1 in 0.0..1.0, "Added to the win factor of a decline that is defended with a fitting token.";
    have_win = 1.5 in 0.0..5.0, "Win factor when a productised theme already covers the ask.";
    prepromise_win = 1.1 in 0.5..3.0, "Win factor of a special promised before asking.";

    // Winning
    win_gap = 0.7 in 0.0..3.0, "How strongly the market gap moves win rates.";
    win_coherence = 0.35 in 0.0..3.0, "How strongly coherence (around 0.7) moves win rates.";
    win_enablement = 0.25 in 0.0..3.0, "How much enablement 1 lifts win rates.";
    win_champion = 0.4 in 0.0..2.0, "Spread of win rates between no champion (−half) and a strong one (+half).";
    win_competitor = 0.8 in 0.0..1.0, "Win factor of a decline when the competitor already has the feature.";
    win_push = 1.15 in 1.0..3.0, "Win factor of one push token.";
    win_discount = 1.25 in 1.0..3.0, "Win factor of a discount.";
    win_max = 0.9 in 0.0..1.0, "Largest chance to win any deal.";
    discount_share = 0.15 in 0.0..0.9, "Share of the ARR given away by a discount.";
    discount_creep = 0.07 in 0.0..0.5, "Extra discount that accelerated reps give on deals past 100 % of quota.";
    retained_comp_mix = 0.05 in 0.0..1.0, "Share of the mix that moves to ICP while commission is paid on retained revenue.";
    bookings_pay_asks = 1.4 in 1.0..4.0, "How many times likelier a deal is to ask while the Product Lead is paid on bookings.";
    paid_only_asks = 0.7 in 0.0..1.0, "Factor on the chance that a deal asks while only paid specials are allowed.";
    specials_budget = 0.1 in 0.0..1.0, "Share of engineering that new specials may claim in a quarter while a specials budget is in force.";

    // Engineering
    week_cost = 3200.0 in 100.0..50000.0, "Full cost of an engineer-week, in dollars.";
    capacity_floor = 0.25 in 0.0..1.0, "Smallest share of engineering that is left after all deductions.";
    morale_base = 0.8 in 0.0..1.0, "Productivity at morale 0.";
    morale_gain = 0.2 in 0.0..1.0, "Further productivity at morale 1.";
    drag_base = 0.08 in 0.0..1.0, "Share of capacity lost to drag at coherence 1.";
    drag_incoherence = 0.32 in 0.0..1.0, "Further share lost at coherence 0.";
    support_off_share = 0.175 in 0.0..1.0, "Share of engineering eaten by support if all ARR were off-fit.";
    gap_gain = 0.215 in 0.0..2.0, "Market gap gained when all engineering goes into the roadmap.";
    gap_power = 0.75 in 0.1..2.0, "Diminishing returns of roadmap work.";
    gap_undirected = 0.65 in 0.0..1.0, "Value of roadmap work without discovery.";
    gap_discovery = 0.45 in 0.0..1.0, "Further worth of roadmap work at discovery 1.";
    gap_special = 0.19 in 0.0..2.0, "Market gap gained per share of engineering that aligned specials take.";
    gap_limit = 0.6 in 0.1..2.0, "Largest lead or lag of the product in its market.";
    market_speed = 0.075 in 0.0..0.5, "Market gap lost per quarter because competitors ship.";
    repair_gain = 0.8 in 0.0..3.0, "Coherence gained per share of engineering spent on repair, far from 1.";
    repair_power = 1.0 in 0.1..2.0, "Diminishing returns of repair near coherence 1.";
    coherence_decay = 0.008 in 0.0..0.2, "Coherence lost every quarter without any other cause.";
    coherence_misfit = 0.5 in 0.0..3.0, "Coherence lost per share of engineering in fully misaligned work.";
    coherence_change = 0.03 in 0.0..1.0, "Coherence lost per share of engineering in any special.";
    repair_upkeep = 0.225 in 0.0..1.0, "Share of upkeep removed in a quarter of full repair.";
    repair_upkeep_full = 0.2 in 0.01..1.0, "Share of engineering at which repair removes most upkeep.";

    // Slow stocks
    precedent_rate = 0.3 in 0.0..1.0, "How fast precedent follows what was accepted.";
    precedent_base = 0.1 in 0.0..1.0, "Precedent of a company that never builds as asked.";
    precedent_gain = 1.3 in 0.0..5.0, "Precedent per share of bespoke among half of the wins.";
    discovery_rate = 0.28 in 0.0..1.0, "How fast discovery approaches the level that the work on it supports.";
    discovery_base = 0.15 in 0.0..1.0, "Discovery without any work on it.";
    discovery_full = 0.12 in 0.01..1.0, "Share of engineering at which discovery gets full effort.";
    call_effort = 0.25 in 0.0..1.0, "What a prospect call or win/loss interviews add to the effort on discovery.";
    enablement_rate = 0.22 in 0.0..1.0, "How fast enablement follows the work on it.";
    enablement_base = 0.1 in 0.0..1.0, "Enablement without any work on it.";
    half_done = 0.1 in 0.0..1.0, "Value of enablement or win/loss work below the threshold.";
    threshold_quarters = 2.0 in 1.0..8.0, "Quarters in a row after which enablement and win/loss work take full effect.";
    trust_rate = 0.28 in 0.0..1.0, "How fast trust follows behaviour.";
    trust_base = 0.72 in 0.0..1.0, "Trust towards which two teams drift if they leave each other alone.";
    trust_declined = 1.2 in 0.0..5.0, "Trust lost per share of asks declined without defence.";
    trust_backlog = 0.5 in 0.0..5.0, "Trust lost per quarter's worth of engineering that is promised but not done.";
    trust_relation = 0.12 in 0.0..1.0, "Trust gained while both sides work together.";
    relation_full = 3.0 in 1.0..10.0, "Moves towards the other side in a quarter that count as full effort.";
    defended_share = 0.5 in 0.0..1.0, "How much a defended decline counts, as a share of an undefended one.";
    trust_escalation = 0.05 in 0.0..1.0, "Trust lost by asking the CEO.";
    trust_prepromise = 0.08 in 0.0..1.0, "Trust lost by promising before asking.";
    trust_late = 0.02 in 0.0..1.0, "Trust lost when a promised special becomes late.";
    trust_product_led = 0.1 in 0.0..1.0, "Trust lost by the board paper 'we should be product-led'.";
    trust_share = 0.03 in 0.0..1.0, "Trust gained when sales shares the pipeline honestly.";
    trust_block = 0.05 in 0.0..1.0, "Trust lost when sales blocks a board paper.";
    morale_rate = 0.3 in 0.0..1.0, "How fast morale follows the state of the work.";
    morale_target = 0.92 in 0.0..1.0, "Morale without backlog and with full coherence.";
    morale_backlog = 0.6 in 0.0..5.0, "Morale lost per quarter's worth of engineering in the backlog.";
    morale_incoherence = 0.4 in 0.0..2.0, "Morale lost at coherence 0.";
    confidence_rate = 0.25 in 0.0..1.0, "How fast the CEO's confidence follows quota attainment.";

    // Evidence
    token_fade = 0.25 in 0.0..1.0, "Share of every evidence token that is lost per quarter.";
    token_min = 0.5 in 0.0..1.0, "Smallest part of a token that can still defend a decision.";
    vision_tokens = 2.0 in 0.0..10.0, "Vision tokens from publishing the vision.";
    strategy_tokens = 1.5 in 0.0..10.0, "Strategy tokens from publishing the ICP and strategy.";
    winloss_tokens = 1.0 in 0.0..10.0, "Strategy tokens per quarter from win/loss work above its threshold.";
    impact_tokens = 1.0 in 0.0..10.0, "Impact tokens gained one quarter after the impact of specials was tracked.";
    impact_per_special = 0.1 in 0.0..2.0, "Further impact tokens per live special that is tracked, up to five.";
    impact_renewal = 0.7 in 0.0..10.0, "Impact tokens from a renewal that sales works on, if the customer has a special.";
    board_tokens = 3.0 in 0.0..10.0, "Evidence tokens that a board paper with a business case in money uses up.";
    board_delay = 2.0 in 0.0..8.0, "Quarters until an adopted board paper is in force.";
    ceo_yes = 0.35 in 0.0..1.0, "Chance that the CEO sides with sales.";
    ceo_cash = 0.5 in 0.0..1.0, "Added to that chance when cash lasts less than three quarters.";
    ceo_mood = 0.3 in 0.0..1.0, "How far the CEO's confidence moves that chance up or down.";
    ceo_evidence = 0.3 in 0.0..1.0, "Added to the chance of the side that brings fitting evidence.";

    // Customers
    churn_coherence = 0.2 in 0.0..2.0, "Churn added at renewal per unit of coherence below the threshold.";
    churn_coherence_from = 0.75 in 0.0..1.0, "Coherence below which customers start to leave because of it.";
    churn_gap = 0.12 in 0.0..2.0, "Churn added at renewal per unit that the product lags behind its market.";
    churn_late = 0.15 in 0.0..1.0, "Churn added at renewal by a late or broken promise.";
    churn_sunset = 0.25 in 0.0..1.0, "Churn added at renewal by a special that was sunset.";
    churn_reprice = 0.2 in 0.0..1.0, "Churn added at the renewal of an off-strategy customer whose price was raised.";
    reprice_raise = 0.25 in 0.0..1.0, "How much more a repriced customer pays, as a share of its ARR.";
    save_factor = 0.5 in 0.0..1.0, "Share of the churn risk that remains when Sales works to save a renewal.";
    expansion = 0.07 in 0.0..1.0, "Growth at renewal of a customer with fit 1.";
    sunset_coherence = 0.3 in 0.0..1.0, "Share of a special's coherence hit that comes back when it is sunset.";
    late_grace = 1.0 in 0.0..4.0, "Quarters after signing by which an ordinary special is expected.";

    // Money
    gross_margin = 0.78 in 0.0..1.0, "Gross margin on subscription revenue.";
    other_costs = 2100000.0 in 0.0..100000000.0, "Costs per quarter besides engineering and commission, in dollars.";
    commission = 0.1 in 0.0..1.0, "Commission on bookings, up to quota.";
    accelerator_1 = 1.5 in 1.0..5.0, "Commission factor between 100 % and 125 % of quota.";
    accelerator_2 = 2.0 in 1.0..5.0, "Commission factor past 125 % of quota.";

    // Value
    value_base = 4.5 in 0.0..20.0, "Multiple of ARR that the value starts from.";
    value_growth = 8.0 in 0.0..40.0, "Added to the multiple per 100 % of yearly growth.";
    value_retention = 6.0 in 0.0..40.0, "Multiple per gross retention above 85 %.";
    value_coherence = 2.0 in 0.0..20.0, "Multiple per coherence above 0.6.";
    value_gap = 1.5 in 0.0..20.0, "Multiple per unit of market gap.";
    value_off_share = 3.0 in 0.0..20.0, "Multiple lost per share of ARR off strategy.";
    value_concentration = 1.5 in 0.0..20.0, "Multiple lost when the largest customer is 30 % of ARR or more; none below 15 %.";
    value_min = 1.0 in 0.0..20.0, "Smallest multiple.";
    value_max = 14.0 in 1.0..40.0, "Largest multiple.";
    value_insolvent = 0.8 in 0.0..10.0, "Multiple of ARR if the company has run out of cash.";
}

impl Rules {
    /// Ordinary deals that can enter the pipeline in a quarter at most, at full trust.
    #[must_use]
    pub fn most_deals(&self) -> f64 {
        self.deals_per_quarter * (self.reach_base + self.reach_trust)
    }
}
