//! The glossary: the terms of the game, what each means, and related terms.

use crate::text::Text;
use schemars::JsonSchema;

macro_rules! terms {
    ($($(#[$doc:meta])* $term:ident = $key:literal => [$($see:ident),*];)*) => {
        /// A term of the game.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, JsonSchema)]
        pub enum Term { $($(#[$doc])* $term,)* }

        impl Term {
            /// All terms, in the order of the glossary.
            pub const ALL: &[Self] = &[$(Self::$term,)*];

            /// The text key of its name.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$term => $key,)* }
            }

            /// Related terms.
            #[must_use]
            pub fn see(self) -> &'static [Self] {
                match self { $(Self::$term => &[$(Self::$see,)*],)* }
            }
        }
    };
}

terms! {
    /// Money in the bank.
    Cash = "term-cash" => [Arr, Value];
    /// Annual recurring revenue.
    Arr = "term-arr" => [Retention, Quota, Value];
    /// New ARR that sales is asked to sign.
    Quota = "term-quota" => [Arr, Enablement];
    /// ARR of a year ago that is still there.
    Retention = "term-retention" => [Fit, Coherence, Promise];
    /// How well the product holds together.
    Coherence = "term-coherence" => [Special, Repair, Productise, Drag];
    /// How far the two sides rely on each other.
    Trust = "term-trust" => [Evidence, Backlog, Promise];
    /// What today's revenue will still cost.
    Debt = "term-debt" => [Fit, Promise, Upkeep, Interest];
    /// What revenue debt costs per quarter.
    Interest = "term-interest" => [Debt, Upkeep];
    /// A custom request tied to one deal.
    Special = "term-special" => [Quadrant, Precedent, Upkeep];
    /// How well a customer matches the product.
    Fit = "term-fit" => [Icp, Debt];
    /// The customers the product is for.
    Icp = "term-icp" => [Fit];
    /// How close a request is to the strategy.
    Alignment = "term-alignment" => [Quadrant, Coherence];
    /// Engineer-weeks to build a special.
    Effort = "term-effort" => [Discovery, Quadrant];
    /// Who decides when the two leads do not agree.
    Ceo = "term-ceo" => [Evidence, Trust, Cash];
    /// Standing answers to small asks.
    Quadrant = "term-quadrant" => [Effort, Alignment, Descope, Productise];
    /// Build the part that carries the deal.
    Descope = "term-descope" => [Simplify, Coherence];
    /// Build for the true need.
    Simplify = "term-simplify" => [Discovery, Descope];
    /// Build it for everybody.
    Productise = "term-productise" => [Coherence, Alignment];
    /// Build it outside the product, for a fee.
    Paid = "term-paid" => [Upkeep];
    /// Sold today, built later.
    Promise = "term-promise" => [Backlog, Retention];
    /// Tokens that defend an answer.
    Evidence = "term-evidence" => [Trust, Paper];
    /// What the market heard you build.
    Precedent = "term-precedent" => [Special];
    /// What specials cost as long as they live.
    Upkeep = "term-upkeep" => [Capacity, Repair, Debt];
    /// Time lost to incoherence.
    Drag = "term-drag" => [Coherence, Capacity];
    /// Sold but not built yet.
    Backlog = "term-backlog" => [Promise, Trust];
    /// Engineer-weeks per quarter.
    Capacity = "term-capacity" => [Upkeep, Drag, Repair, Discovery];
    /// Engineering that restores coherence and removes upkeep.
    Repair = "term-repair" => [Coherence, Upkeep];
    /// Engineering that finds out what customers need.
    Discovery = "term-discovery" => [Effort, Simplify];
    /// Ahead of the market, or behind.
    Gap = "term-gap" => [Capacity, Value];
    /// The person at the customer who wants you to win.
    Champion = "term-champion" => [Quota];
    /// How well sales can sell what is there.
    Enablement = "term-enablement" => [Quota, Attention];
    /// What a lead has time for.
    Attention = "term-attention" => [Enablement, Paper];
    /// A change of the rules that the board is asked for.
    Paper = "term-paper" => [Evidence, Attention];
    /// ARR times a multiple, plus cash.
    Value = "term-value" => [Arr, Retention, Coherence, Echo];
    /// The four quarters after the game.
    Echo = "term-echo" => [Debt, Value];
}

impl Term {
    /// Its name.
    #[must_use]
    pub fn name(self, text: &Text) -> String {
        text.get(self.key())
    }

    /// What it means.
    #[must_use]
    pub fn about(self, text: &Text) -> String {
        text.get(&format!("{}-about", self.key()))
    }
}
