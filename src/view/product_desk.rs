//! The Product Lead's desk: capacity, allocation, coming requests, backlog, themes, evidence, moves.

use schemars::JsonSchema;
use serde::Serialize;

use super::evidence::{Token, tokens};
use super::look::{Look, Note};
use super::past::goes_on;
use super::preview::preview;
use super::{Amount, Door, MoveOption, explain, move_effects, stake};
use crate::ids::{DealId, Quarter, Seat, ThemeId, WEEK_ONE};
use crate::sight::{Band, Sight, Viewer};
use crate::sim::check;
use crate::sim::formula::capacity;
use crate::sim::{ATTENTION, Capacity, Deal, Fact, Game, Phase, ProductMove, ProductPlan, Quantity, Reform, State};
use crate::text::{self, Teller, Unit, quarter_name};

/// The desk.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ProductDesk {
    /// `160 weeks on paper, 98 to give`.
    pub headline: String,
    /// The capacity bar, from left to right; the allocated parts come from the draft.
    pub bar: Vec<CapacityPart>,
    /// The four shares.
    pub rows: Vec<AllocationRow>,
    /// Percentage points not allocated yet; negative if too much is.
    pub left: i16,
    /// What the split would do this quarter, from estimates.
    pub preview: Vec<Amount>,
    /// Themes of the product.
    pub themes: Vec<ThemeRow>,
    /// Requests of open deals that product saw before they come to the table; the next table first.
    pub requests: Vec<RequestRow>,
    /// Specials that are promised but not delivered.
    pub backlog: Vec<BacklogRow>,
    /// `coherence 61`.
    pub coherence_now: String,
    /// What moved coherence last quarter.
    pub coherence: Vec<Amount>,
    /// Evidence.
    pub tokens: Vec<Token>,
    /// Attention points left.
    pub attention: u8,
    /// Attention points per quarter.
    pub attention_all: u8,
    /// Moves that can be chosen.
    pub moves: Vec<MoveOption<ProductMove>>,
    /// In the last quarter: what the split means for the echo year.
    pub goes_on: Option<String>,
    /// Why the plan cannot be signed.
    pub why_not: Option<String>,
}

/// A part of the capacity bar.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct CapacityPart {
    /// What it is.
    pub kind: PartKind,
    /// Its name.
    pub label: String,
    /// Engineer-weeks.
    pub weeks: f64,
}

/// What takes up a part of engineering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub enum PartKind {
    /// Upkeep; lost before allocation.
    Upkeep,
    /// Drag and low morale; lost before allocation.
    Drag,
    /// Support for off-strategy customers; lost before allocation.
    Support,
    /// Allocated to the roadmap.
    Roadmap,
    /// Allocated to specials.
    Specials,
    /// Allocated to repair.
    Repair,
    /// Allocated to discovery.
    Discovery,
    /// Not allocated yet.
    Free,
}

/// A share of engineering.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct AllocationRow {
    /// What it goes to.
    pub kind: PartKind,
    /// Its name.
    pub label: String,
    /// Percent.
    pub percent: u8,
    /// `48 wk`.
    pub weeks: String,
}

/// A theme.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ThemeRow {
    /// Its name.
    pub name: String,
    /// Whether it is productised.
    pub built: bool,
    /// How often it was asked for at the table so far.
    pub asked: usize,
}

/// A request that will come to the table, as product knows it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct RequestRow {
    /// The deal that asks.
    pub deal: DealId,
    /// The prospect.
    pub customer: String,
    /// What is asked.
    pub ask: String,
    /// Effort in engineer-weeks; `None` without an estimate.
    pub effort: Option<Band>,
    /// The same in words: `3–7 wk`.
    pub effort_line: String,
    /// Strategic alignment, 0..1.
    pub alignment: Band,
    /// The same in words: `40–70 %`.
    pub alignment_line: String,
    /// Notes that product may read: whose they are, and the text.
    pub notes: Vec<Note>,
    /// The quarter in which it comes to the table.
    pub comes: String,
}

/// A special in the backlog.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct BacklogRow {
    /// The customer.
    pub customer: String,
    /// What was asked.
    pub ask: String,
    /// How it is done.
    pub response: String,
    /// Work left, as far as engineering knows.
    pub left: String,
    /// When it is due.
    pub due: String,
    /// Whether it is late.
    pub late: bool,
}

/// Makes the desk from a draft of the plan.
#[must_use]
pub fn product_desk(game: &Game, text: &Teller, draft: &ProductPlan) -> ProductDesk {
    let state = game.state();
    let given = capacity(game.scenario(), state, state.support_weeks);
    let sum: i16 = draft.allocation.shares().iter().map(|&share| i16::from(share)).sum();
    let spent: u8 = draft.moves.iter().map(|made| made.cost()).sum();
    let command = crate::sim::Command::PlanProduct(draft.clone());
    let refused = game.check(&command).err();
    ProductDesk {
        headline: text.with(
            "capacity-headline",
            &[("paper", &text::count(given.paper)), ("give", &text::count(given.available))],
        ),
        bar: bar(text, &given, draft),
        rows: rows(text, &given, draft),
        left: 100 - sum,
        preview: preview(game, text, draft.allocation),
        themes: themes(game, text),
        requests: requests(game, text),
        backlog: backlog(game, text),
        coherence_now: text.with("coherence-now", &[("coherence", &text::index(state.get(Quantity::Coherence)))]),
        coherence: coherence(game, text),
        tokens: tokens(game, text),
        attention: ATTENTION.saturating_sub(spent),
        attention_all: ATTENTION,
        moves: moves(game, text, draft),
        goes_on: goes_on(game, text, "plan-goes-on-split"),
        why_not: refused.map(|refusal| text::refusal(text, state, &refusal)),
    }
}

fn shares(draft: &ProductPlan) -> [(PartKind, &'static str, u8); 4] {
    let split = draft.allocation;
    [
        (PartKind::Roadmap, "part-roadmap", split.roadmap),
        (PartKind::Specials, "part-specials", split.specials),
        (PartKind::Repair, "part-repair", split.repair),
        (PartKind::Discovery, "part-discovery", split.discovery),
    ]
}

fn bar(text: &Teller, given: &Capacity, draft: &ProductPlan) -> Vec<CapacityPart> {
    let eaten = [
        (PartKind::Upkeep, "part-upkeep", given.upkeep),
        (PartKind::Drag, "part-drag", given.drag + given.morale),
        (PartKind::Support, "part-support", given.support),
    ];
    // The floor reduces the losses. Reduce all of them proportionally, so the bar adds up to engineering on paper.
    let all_eaten: f64 = eaten.iter().map(|(_, _, weeks)| weeks).sum();
    let kept = if all_eaten > 0.0 { (all_eaten - given.floor) / all_eaten } else { 0.0 };
    let part = |kind, key: &str, weeks| CapacityPart { kind, label: text.get(key), weeks };
    let mut bar: Vec<CapacityPart> = eaten.map(|(kind, key, weeks)| part(kind, key, weeks * kept)).into();
    let mut free = given.available;
    for (kind, key, percent) in shares(draft) {
        let weeks = given.share(percent).min(free);
        free -= weeks;
        bar.push(part(kind, key, weeks));
    }
    bar.push(part(PartKind::Free, "part-free", free));
    bar.retain(|part| part.weeks > 0.05);
    bar
}

fn rows(text: &Teller, given: &Capacity, draft: &ProductPlan) -> Vec<AllocationRow> {
    let row = |(kind, key, percent): (PartKind, &str, u8)| AllocationRow {
        kind,
        label: text.get(key),
        percent,
        weeks: text::weeks(text, given.share(percent)),
    };
    shares(draft).map(row).into()
}

fn themes(game: &Game, text: &Teller) -> Vec<ThemeRow> {
    let state = game.state();
    let row = |(i, theme): (usize, &crate::scenario::Theme)| {
        let id = ThemeId(u8::try_from(i).unwrap_or(u8::MAX));
        ThemeRow { name: theme.name.clone(), built: state.themes_built.contains(&id), asked: asked(game, id) }
    };
    text.scenario().themes.iter().enumerate().map(row).collect()
}

/// How often a theme came to the table, as far as product saw.
fn asked(game: &Game, theme: ThemeId) -> usize {
    let state = game.state();
    state
        .deals
        .values()
        .filter(|deal| deal.ask.as_ref().is_some_and(|ask| ask.theme == theme))
        .filter(|deal| Sight::of(game, Seat::Product).knows(Fact::Request(deal.id)))
        .count()
}

fn requests(game: &Game, text: &Teller) -> Vec<RequestRow> {
    let state = game.state();
    let ahead = |deal: &&Deal| deal.closes > state.quarter || state.phase < Phase::Table;
    let known = |deal: &&Deal| Sight::of(game, Seat::Product).knows(Fact::Request(deal.id));
    let mut deals: Vec<&Deal> = state.open_deals().filter(ahead).filter(known).collect();
    deals.sort_by_key(|deal| (deal.closes, -deal.arr.0, deal.id));
    deals.into_iter().filter_map(|deal| request_row(game, text, deal.id)).collect()
}

fn request_row(game: &Game, text: &Teller, id: DealId) -> Option<RequestRow> {
    let look = Look::of(game, text, Viewer::Seat(Seat::Product), id)?;
    let (deal, ask, alignment) = (look.seen.deal, look.seen.ask, look.seen.alignment());
    Some(RequestRow {
        deal: deal.id,
        customer: text::name(text, deal.name),
        ask: text::request(text, ask.text),
        effort: look.seen.effort(),
        effort_line: look.effort_line(),
        alignment,
        alignment_line: text::range(text, Unit::Percent, alignment.low, alignment.high),
        notes: look.notes(),
        comes: quarter_name(text, deal.closes),
    })
}

fn backlog(game: &Game, text: &Teller) -> Vec<BacklogRow> {
    let state = game.state();
    let mut open: Vec<_> = state.works.values().filter(|work| work.open()).collect();
    open.sort_by_key(|work| (work.due, work.id));
    open.into_iter()
        .map(|work| BacklogRow {
            customer: text::work_name(text, state, work.id),
            ask: text::request(text, work.ask),
            response: text::response(text, work.response),
            left: text::weeks(text, work.remaining as f64 / WEEK_ONE),
            due: quarter_name(text, work.due),
            late: work.late,
        })
        .collect()
}

fn coherence(game: &Game, text: &Teller) -> Vec<Amount> {
    // Values at the start are not a change.
    let last = Quarter(game.state().quarter.0.saturating_sub(1));
    let parts = if last > Quarter(0) { explain(game, text, Quantity::Coherence, last) } else { Vec::new() };
    parts.into_iter().map(|line| Amount { text: line.text, amount: line.amount, good: Some(line.stored > 0) }).collect()
}

fn moves(game: &Game, text: &Teller, draft: &ProductPlan) -> Vec<MoveOption<ProductMove>> {
    let (scenario, state) = (game.scenario(), game.state());
    candidates(game)
        .into_iter()
        .map(|made| {
            let chosen = draft.moves.contains(&made);
            let refused = check::product_move(scenario, state, &draft.moves, made).err().filter(|_| !chosen);
            let (effects, gives) = move_effects::product(game, text, made);
            MoveOption {
                made,
                id: text::product_move_id(made),
                kind: text::product_move_kind(text, made),
                target: text::product_move_target(text, state, made),
                stake: stake::product(game, text, made),
                title: text::product_move(text, state, made),
                about: text::product_move_about(text, made),
                effects,
                gives,
                door: door(state, made),
                cost: made.cost(),
                chosen,
                why_not: refused.map(|refusal| text::refusal(text, state, &refusal)),
            }
        })
        .collect()
}

/// Whether sales consents to a call. What sales plans this quarter is not known yet.
fn door(state: &State, made: ProductMove) -> Option<Door> {
    let ProductMove::ProspectCall(id) = made else { return None };
    Some(if state.deals.get(&id).is_some_and(|deal| deal.consent) { Door::Open } else { Door::Closed })
}

impl ProductDesk {
    /// The desk of a person who was told the only deals in which calls are possible this quarter.
    #[must_use]
    pub fn with_doors(mut self, open: &[DealId]) -> Self {
        for option in &mut self.moves {
            if let ProductMove::ProspectCall(id) = option.made {
                option.door = Some(if open.contains(&id) { Door::Open } else { Door::Shut });
            }
        }
        // Sort only the calls, so that moves of one kind stay together.
        if let Some(first) = self.moves.iter().position(|option| option.door.is_some()) {
            let calls = self.moves[first..].iter().take_while(|option| option.door.is_some()).count();
            self.moves[first..first + calls].sort_by_key(|option| option.door);
        }
        self
    }
}

fn candidates(game: &Game) -> Vec<ProductMove> {
    let state = game.state();
    let mut deals: Vec<&Deal> = state.open_deals().filter(|deal| deal.named).collect();
    // Deals with consent come first, because a call is certain to take place.
    deals.sort_by_key(|deal| (!deal.consent, deal.closes, -deal.arr.0));
    let unknown = |deal: &DealId| !Sight::of(game, Seat::Product).knows(Fact::Need(*deal));
    let mut all = vec![ProductMove::FunnelReview];
    all.extend(deals.iter().map(|deal| deal.id).filter(unknown).map(ProductMove::ProspectCall));
    all.extend([
        ProductMove::WinLoss,
        ProductMove::EnablementKit,
        ProductMove::PublishVision,
        ProductMove::PublishStrategy,
        ProductMove::TrackSpecials,
    ]);
    all.extend(
        Reform::ALL.into_iter().filter(|reform| !state.reforms.contains_key(reform)).map(ProductMove::BoardPaper),
    );
    all.push(ProductMove::BoardPaperProductLed);
    all.extend(state.works.values().filter(|work| work.live()).map(|work| ProductMove::Sunset(work.id)));
    all
}
