//! The effects of a move on the six numbers, as ranges from what the seat knows, or in words if it moves none of them
//! yet.

use super::effects::NumberEffect;
use crate::ids::{CustomerId, DealId, Quarter, Seat, SegmentId, WorkId};
use crate::scenario::Measure;
use crate::sight::{Band, Sight, alignment_band};
use crate::sim::formula::{churn_risk, impact_tokens, kept_up, price, renewal_impact, sunset_gain, together};
use crate::sim::{Customer, Deal, Game, ProductMove, Quantity, SalesMove, Work};
use crate::text::{self, Teller, quarter_name};

/// A move of the Product Lead: the numbers it moves, and what else it gives.
pub(super) fn product(game: &Game, text: &Teller, made: ProductMove) -> (Vec<NumberEffect>, String) {
    let about = About { game, text };
    let (rules, state) = (&game.scenario().rules, game.state());
    let (now, next) = (state.quarter, state.quarter.plus(1));
    match made {
        ProductMove::FunnelReview | ProductMove::ProspectCall(_) => {
            (about.together(0.0), about.words("move-gives-knowledge", now))
        }
        ProductMove::WinLoss => {
            let worth = kept_up(rules, state.winloss_streak.saturating_add(1));
            (Vec::new(), about.evidence(rules.winloss_tokens * worth, next))
        }
        ProductMove::EnablementKit => (about.together(0.0), about.words("move-gives-wins", next)),
        ProductMove::PublishVision => (Vec::new(), about.evidence(rules.vision_tokens, now)),
        ProductMove::PublishStrategy => (Vec::new(), about.evidence(rules.strategy_tokens, now)),
        ProductMove::TrackSpecials => (Vec::new(), about.evidence(impact_tokens(rules, state), next)),
        ProductMove::BoardPaper(_) => (Vec::new(), about.reform()),
        ProductMove::BoardPaperProductLed => {
            let loss = Band { low: -rules.trust_product_led, high: -rules.trust_product_led };
            (about.effects([(Measure::Trust, loss, now)]), String::new())
        }
        ProductMove::Sunset(id) => (about.sunset(id), about.words("move-gives-weeks", next)),
    }
}

/// A move of the Sales Lead: the numbers it moves, and what else it gives.
pub(super) fn sales(game: &Game, text: &Teller, made: SalesMove) -> (Vec<NumberEffect>, String) {
    let about = About { game, text };
    let (rules, state) = (&game.scenario().rules, game.state());
    let (now, next) = (state.quarter, state.quarter.plus(1));
    match made {
        SalesMove::Qualify(_) => (Vec::new(), about.words("move-gives-knowledge", now)),
        SalesMove::BringProductIn(_) => (about.together(0.0), String::new()),
        SalesMove::CoachReps => (about.together(0.0), about.words("move-gives-wins", next)),
        SalesMove::SharePipeline => (about.together(rules.trust_share), String::new()),
        SalesMove::PrePromise(deal) => {
            let loss = Band { low: -rules.trust_prepromise, high: -rules.trust_prepromise };
            let mut effects = about.deal(deal, rules.prepromise_win, 1.0);
            effects.extend(about.effects([(Measure::Trust, loss, now)]));
            (effects, String::new())
        }
        SalesMove::Discount(deal) => {
            (about.deal(deal, rules.win_discount, price(rules, 1.0, true, false)), String::new())
        }
        SalesMove::SaveRenewal(customer) => {
            let tokens = renewal_impact(rules, state, customer);
            (about.save(customer), if tokens > 0.0 { about.evidence(tokens, next) } else { String::new() })
        }
        SalesMove::RepriceOffStrategy => (about.reprice(), String::new()),
        SalesMove::ProspectIcp => (Vec::new(), about.words("move-gives-deals", next)),
        SalesMove::SupportPaper => (Vec::new(), about.reform()),
        SalesMove::BlockPaper => {
            (about.effects([(Measure::Trust, Band { low: -rules.trust_block, high: 0.0 }, now)]), String::new())
        }
    }
}

/// Context for describing moves.
struct About<'a> {
    game: &'a Game,
    text: &'a Teller,
}

impl About<'_> {
    fn effects<const N: usize>(&self, changes: [(Measure, Band, Quarter); N]) -> Vec<NumberEffect> {
        let effect = |(measure, band, when)| NumberEffect::of(self.game, self.text, measure, band, when);
        changes.into_iter().filter_map(effect).collect()
    }

    fn words(&self, key: &str, from: Quarter) -> String {
        self.text.with(key, &[("quarter", &quarter_name(self.text, from))])
    }

    /// Evidence gained from a quarter on. If it is too little to defend an answer, the text says what is missing.
    fn evidence(&self, tokens: f64, from: Quarter) -> String {
        let rules = &self.game.scenario().rules;
        let key = if tokens < rules.token_min { "move-gives-little-evidence" } else { "move-gives-evidence" };
        let from = quarter_name(self.text, from);
        let (tokens, streak) = (text::decimal(self.text, tokens), text::count(libm::ceil(rules.threshold_quarters)));
        self.text.with(key, &[("tokens", &tokens), ("quarter", &from), ("quarters", &streak)])
    }

    fn reform(&self) -> String {
        let delay = self.game.scenario().rules.board_delay as u8;
        self.words("move-gives-rule", self.game.state().quarter.plus(delay))
    }

    /// Trust of `sure`, plus up to the gain of one cooperative move; that gain is zero if there are enough of them
    /// already.
    fn together(&self, sure: f64) -> Vec<NumberEffect> {
        let most = together(&self.game.scenario().rules, 1.0);
        self.effects([(Measure::Trust, Band { low: sure, high: sure + most }, self.game.state().quarter)])
    }

    /// The change in ARR if the chance to win a deal and its price each change by a factor.
    fn deal(&self, id: DealId, win: f64, price: f64) -> Vec<NumberEffect> {
        let Some(deal) = self.game.state().deals.get(&id) else { return Vec::new() };
        let chance = Sight::of(self.game, Seat::Sales).chance(deal);
        let most = self.game.scenario().rules.win_max;
        let brings = |chance: f64| deal.arr.f64() * ((chance * win).min(most) * price - chance);
        let (one, other) = (brings(chance.low), brings(chance.high));
        self.arr_of(deal, Band { low: one.min(other), high: one.max(other) })
    }

    fn arr_of(&self, deal: &Deal, arr: Band) -> Vec<NumberEffect> {
        let quota = self.game.state().get(Quantity::Quota).max(1.0);
        let attained = Band { low: arr.low / quota, high: arr.high / quota };
        let mut effects = self.effects([(Measure::Arr, arr, deal.closes)]);
        // The quota of a later quarter is not known yet.
        if deal.closes == self.game.state().quarter {
            effects.extend(self.effects([(Measure::QuotaAttainment, attained, deal.closes)]));
        }
        effects
    }

    /// A change in ARR at renewals, and in gross retention for the part that is kept or lost.
    fn renewals(&self, arr: Band, kept: Band, when: Quarter) -> Vec<NumberEffect> {
        let all = self.game.state().get(Quantity::Arr).max(1.0);
        let retention = Band { low: kept.low / all, high: kept.high / all };
        self.effects([(Measure::Arr, arr, when), (Measure::GrossRetention, retention, when)])
    }

    /// The part of the churn risk that working on a renewal removes, from at least the base risk up to all of it.
    fn save(&self, id: CustomerId) -> Vec<NumberEffect> {
        let (scenario, state) = (self.game.scenario(), self.game.state());
        let Some(customer) = state.customers.get(&id) else { return Vec::new() };
        let risk = churn_risk(scenario, state, customer);
        let kept = |risk: f64| customer.arr.f64() * risk.clamp(0.0, 1.0) * (1.0 - scenario.rules.save_factor);
        let kept = Band { low: kept(risk.base), high: kept(risk.total()) };
        self.renewals(kept, kept, state.quarter)
    }

    /// Repricing: off-strategy renewals pay more, but more of them leave.
    fn reprice(&self) -> Vec<NumberEffect> {
        let (scenario, state) = (self.game.scenario(), self.game.state());
        let rules = &scenario.rules;
        let due = |customer: &&Customer| customer.renews == state.quarter && customer.segment != SegmentId(0);
        let (mut arr, mut kept) = (Band::default(), Band::default());
        for customer in state.customers.values().filter(due) {
            let size = customer.arr.f64();
            let risk = churn_risk(scenario, state, customer);
            let brings = |risk: f64| {
                let stays = (1.0 - risk - rules.churn_reprice).max(0.0);
                size * (rules.reprice_raise * stays - rules.churn_reprice)
            };
            arr.low += brings(risk.total());
            arr.high += brings(risk.base);
            kept.low -= size * rules.churn_reprice;
            kept.high -= size * rules.churn_reprice;
        }
        self.renewals(arr, kept, state.quarter)
    }

    /// Part of the lost coherence comes back, and the customer may leave at renewal.
    fn sunset(&self, id: WorkId) -> Vec<NumberEffect> {
        let (rules, state) = (&self.game.scenario().rules, self.game.state());
        let Some(work) = state.works.get(&id) else { return Vec::new() };
        let mut effects = self.effects([(Measure::Coherence, self.back(work), state.quarter)]);
        if let Some(customer) = state.customers.get(&work.customer) {
            let lost = -customer.arr.f64() * rules.churn_sunset;
            let lost = Band { low: lost, high: lost };
            effects.extend(self.renewals(lost, lost, customer.renews));
        }
        effects
    }

    /// Coherence that comes back, from the true effort and the estimated alignment.
    fn back(&self, work: &Work) -> Band {
        let (rules, state) = (&self.game.scenario().rules, self.game.state());
        let alignment = alignment_band(state.get(Quantity::Discovery), work.alignment_estimate);
        let engineering = state.get(Quantity::Engineering);
        let back = |alignment| sunset_gain(rules, engineering, work.response, work.effort, alignment);
        Band { low: back(alignment.high), high: back(alignment.low) }
    }
}
