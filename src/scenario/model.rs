//! The scenario as the rules use it: checked, with every id resolved to a position.
//!
//! Parts without references are the same types in the file and here, so each field is declared only once.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::hash::former;
use super::rules::Rules;
use crate::ids::{SegmentId, ThemeId};

/// Where a scenario comes from. Has no effect on a game.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The absolute path of its file; `None` if it is built in.
    pub file: Option<PathBuf>,
    /// The texts of its own file and of those it extends, because runs of earlier versions refer to a hash of them.
    pub texts: Arc<[String]>,
}

/// A scenario that passed every check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Scenario {
    /// Identifier on the shelf and in run files.
    pub id: String,
    /// `blake3` of what its files mean; a run names it.
    #[schemars(skip)]
    pub hash: String,
    /// Where it comes from.
    #[serde(skip)]
    pub origin: Origin,
    /// Title, lesson, length.
    pub meta: Meta,
    /// The company and its state at the start.
    pub company: Company,
    /// Segments of the market; the first one is the ideal customer profile (ICP).
    pub segments: Vec<Segment>,
    /// Product themes.
    pub themes: Vec<Theme>,
    /// Sales quota per quarter.
    pub quota: Quota,
    /// Hand-written specials.
    #[schemars(with = "Vec<Card<String, String>>")]
    pub specials: Vec<Card>,
    /// Templates for the small asks of ordinary deals.
    #[schemars(with = "Vec<Template<String>>")]
    pub templates: Vec<Template>,
    /// Names for ordinary customers.
    pub names: Names,
    /// How many hand-written prospects enter the pipeline per quarter.
    #[schemars(default)]
    pub named_per_quarter: u8,
    /// What each lead is paid for.
    pub roles: Roles,
    /// What each lead reads in private, by quarter; the last entry also serves the later quarters.
    pub briefings: Vec<Briefing>,
    /// Scheduled and conditional news.
    #[schemars(default)]
    pub events: Vec<News>,
    /// Gates: conditions on which something opens or closes, such as a funding round.
    #[schemars(default)]
    pub gates: Vec<Gate>,
    /// The number that both leads predict, by quarter, repeated in order.
    #[schemars(default)]
    pub predictions: Vec<Measure>,
    /// The numbers of the rules.
    #[schemars(skip)]
    pub rules: Rules,
    /// Numbers of the rules that the scenario sets, and where each comes from.
    #[schemars(rename = "rules", default)]
    pub sources: BTreeMap<String, RuleOverride>,
    /// What the team is told to aim for.
    #[schemars(default)]
    pub goals: Vec<String>,
    /// Two reflection prompts per quarter, repeated in order.
    pub prompts: Vec<(String, String)>,
    /// Prompts of the debrief.
    #[schemars(default)]
    pub debrief: Vec<String>,
    /// The policy that should win, for the balance.
    #[schemars(default)]
    pub winner: Option<String>,
    /// Claims that `check --run-tests` proves.
    #[schemars(default)]
    pub tests: Vec<Claim>,
}

impl Scenario {
    /// Whether a run with this scenario hash was played with this scenario.
    #[must_use]
    pub fn known_as(&self, hash: &str) -> bool {
        self.hash == hash || former(&self.origin.texts).iter().any(|former| former == hash)
    }

    /// What to pass to the shelf to load it again: its file, or its id if it is built in.
    #[must_use]
    pub fn place(&self) -> String {
        self.origin.file.as_ref().map_or_else(|| self.id.clone(), |file| file.display().to_string())
    }
}

/// Title, lesson and length of a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    /// Title on the shelf.
    pub title: String,
    /// The situation in two lines.
    pub situation: String,
    /// What it teaches.
    pub lesson: String,
    /// Whether the lesson stays hidden until the scenario was played to its end; it does unless this is `false`.
    #[serde(default = "hidden")]
    pub hide_lesson: bool,
    /// Length of the whole workshop unit, in minutes.
    pub minutes: u16,
    /// 1 (first game) to 5.
    pub difficulty: u8,
    /// Quarters that are played, 4 to 12; the echo year follows.
    pub quarters: u8,
}

/// Hidden by default: a lesson read before the game is not learned in it.
fn hidden() -> bool {
    true
}

/// The company and its state at the start.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Company {
    /// Name of the company.
    pub name: String,
    /// What it sells, to whom, in a few sentences.
    pub about: String,
    /// Calendar name of the first quarter: quarter of the year (1–4) and year.
    pub first_quarter: (u8, u16),
    /// Cash in dollars.
    pub cash: i64,
    /// Annual recurring revenue in dollars.
    pub arr: i64,
    /// ARR of a typical customer at the start, in dollars.
    pub customer_size: i64,
    /// Engineering capacity on paper, in engineer-weeks per quarter.
    pub engineering: f64,
    /// Product coherence, 0..1.
    pub coherence: f64,
    /// Market gap, −0.6 (far behind) to 0.6 (far ahead).
    pub gap: f64,
    /// Upkeep of bespoke work, in engineer-weeks per quarter.
    pub upkeep: f64,
    /// Specials that customers hold at the start; the upkeep is theirs, and each can be sunset.
    #[serde(default)]
    pub live_specials: u16,
    /// Precedent: how far the market expects bespoke work, 0..1.
    pub precedent: f64,
    /// Trust between product and sales, 0..1.
    pub trust: f64,
    /// Confidence of the CEO, 0..1.
    pub confidence: f64,
    /// Morale of engineering, 0..1.
    pub morale: f64,
    /// Discovery: how well the product team knows its market, 0..1.
    pub discovery: f64,
    /// Enablement: how well reps sell the standard product, 0..1.
    pub enablement: f64,
    /// Gross retention of the year before, 0..1.
    pub gross_retention: f64,
    /// Evidence tokens at the start: vision, strategy, impact.
    #[serde(default)]
    pub tokens: (f64, f64, f64),
}

/// A segment of the market.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Segment {
    /// Identifier used by cards.
    pub id: String,
    /// Name on the screen.
    pub name: String,
    /// Who they are, in one sentence.
    pub about: String,
    /// Share of the deals that come without steering, 0..1; all segments sum to 1.
    pub market_share: f64,
    /// Share of today's customers, 0..1; all segments sum to 1.
    pub customer_share: f64,
    /// Win rate of an ordinary deal, 0..1.
    pub win: f64,
    /// Chance to leave at a yearly renewal, 0..1.
    pub churn: f64,
    /// Typical fit to the strategy, 0..1.
    pub fit: f64,
    /// Shortest and longest sales cycle, in quarters.
    pub cycle: (u8, u8),
    /// Size of a deal relative to an ordinary one.
    #[serde(default = "one")]
    pub size: f64,
    /// How likely a deal asks for a special, relative to an ordinary one.
    #[serde(default = "one")]
    pub asks: f64,
}

fn one() -> f64 {
    1.0
}

/// A theme of the product, shared by several requests.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Identifier used by cards and templates.
    pub id: String,
    /// Name on the screen.
    pub name: String,
    /// What it covers, in one sentence.
    pub about: String,
}

/// Sales quota: new ARR per quarter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// Quota of the first quarter, in dollars.
    pub first: i64,
    /// Growth per quarter, e.g. 0.03.
    pub growth: f64,
}

/// A hand-written special: a prospect, what they ask for, and what is behind it.
///
/// Its `segment` and `theme` are identifiers in a file, and resolved in a checked scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Card")]
pub struct Card<S = SegmentId, T = ThemeId> {
    /// Identifier, unique in the scenario.
    pub id: String,
    /// Name of the prospect.
    pub customer: String,
    /// Who they are, in one sentence.
    pub about: String,
    /// Segment of the market.
    pub segment: S,
    /// Theme of the request.
    pub theme: T,
    /// ARR of the deal, in dollars.
    pub arr: i64,
    /// The request, as a short noun phrase.
    pub ask: String,
    /// What their buyer says.
    pub quote: String,
    /// The true need behind the request; hidden until someone finds it.
    pub need: String,
    /// Whether the deal truly depends on the request; hidden.
    pub dealbreaker: bool,
    /// Effort as engineering estimates it, in engineer-weeks.
    pub effort: f64,
    /// Effort as it will turn out, in engineer-weeks; hidden.
    pub true_effort: f64,
    /// True strategic alignment, 0..1; hidden.
    pub alignment: f64,
    /// How far the first estimate of the alignment is off, −0.5..0.5.
    #[serde(default)]
    pub alignment_error: f64,
    /// Share of the effort that solves the true need, 0.3..0.5.
    pub simplify: f64,
    /// True fit of the customer to the strategy, 0..1; hidden.
    pub fit: f64,
    /// Strength of the champion, 0..1; known to sales.
    pub champion: f64,
    /// Whether the competitor has the feature; sales hears it right 70 % of the time.
    pub competitor_has: bool,
    /// What product knows about it and sales does not.
    pub product_note: String,
    /// What sales knows about it and product does not.
    pub sales_note: String,
    /// A hidden profile: each private note leans one way, the pooled truth the other.
    #[serde(default)]
    pub hidden_profile: bool,
    /// First and last quarter in which the prospect may enter the pipeline (0 = there at the start).
    #[serde(default)]
    pub enters: Option<(u8, u8)>,
}

/// A template for small asks of ordinary deals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Template")]
pub struct Template<T = ThemeId> {
    /// Theme of the request.
    pub theme: T,
    /// The request, as a short noun phrase.
    pub ask: String,
    /// What the buyer says.
    pub quote: String,
    /// The true need behind it.
    pub need: String,
    /// Effort as engineering estimates it, in engineer-weeks.
    pub effort: f64,
}

/// Parts of names for ordinary customers: any first with any second. No pair comes twice in a game while there are
/// enough: about 60 first and 22 second words for eight quarters with 62 deals each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// First words.
    pub first: Vec<String>,
    /// Second words.
    pub second: Vec<String>,
}

/// What each lead is paid for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Roles {
    /// The Product Lead's pay.
    pub product: Role,
    /// The Sales Lead's pay.
    pub sales: Role,
}

/// The pay of a lead and how they hear of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Default name of the lead.
    pub name: String,
    /// What the bonus depends on.
    pub pay: Pay,
    /// The same in words, for the lead.
    pub about: String,
    /// Bonus of a full quarter, in dollars (commission plans compute their own).
    pub bonus: i64,
}

/// What a bonus depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Pay {
    /// Market gap 40 %, coherence 30 %, promises kept 30 %.
    Outcomes,
    /// Bookings against quota, with accelerators.
    Bookings,
    /// For sales: the commission on bookings times gross retention. For product: gross retention times the bonus.
    RetainedArr,
}

/// What the two leads read in private.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Briefing {
    /// The quarter it is read in.
    pub quarter: u8,
    /// For the Product Lead.
    pub product: String,
    /// For the Sales Lead.
    pub sales: String,
}

/// News: something happens to the company.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct News {
    /// Identifier, unique in the scenario.
    pub id: String,
    /// When it happens; each happens once.
    pub when: When,
    /// Headline.
    pub title: String,
    /// Two or three sentences.
    pub text: String,
    /// What it changes.
    #[serde(default)]
    pub effects: Vec<Effect>,
}

/// When news happens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub enum When {
    /// At the briefing of a quarter.
    Quarter(u8),
    /// At the first briefing from a quarter on at which a condition holds.
    If {
        /// First quarter it may happen in.
        from: u8,
        /// The condition.
        holds: Condition,
    },
}

/// A comparison of a number with a bound.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub enum Condition {
    /// The number is the bound or more.
    AtLeast(Measure, f64),
    /// The number is less than the bound.
    Below(Measure, f64),
}

/// A number of the company that conditions, predictions and tests name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Measure {
    /// Cash in dollars.
    Cash,
    /// Annual recurring revenue in dollars.
    Arr,
    /// New ARR of the quarter in dollars.
    Bookings,
    /// Bookings over quota, 1 = 100 %.
    QuotaAttainment,
    /// Gross retention over the last four quarters, 0..1.
    GrossRetention,
    /// Product coherence, 0..1.
    Coherence,
    /// Trust between product and sales, 0..1.
    Trust,
    /// Market gap, −0.6..0.6.
    Gap,
    /// Upkeep in engineer-weeks per quarter.
    Upkeep,
    /// Precedent, 0..1.
    Precedent,
    /// Morale of engineering, 0..1.
    Morale,
    /// Company value in dollars (after the echo year: the final one).
    Value,
}

/// What news or a gate changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub enum Effect {
    /// Dollars in or out.
    Cash(i64),
    /// Engineer-weeks per quarter, for good.
    Engineering(f64),
    /// Coherence, in shares.
    Coherence(f64),
    /// Market gap.
    Gap(f64),
    /// Market speed per quarter, for good.
    MarketSpeed(f64),
    /// Trust between product and sales.
    Trust(f64),
    /// Confidence of the CEO.
    Confidence(f64),
    /// Morale of engineering.
    Morale(f64),
    /// Precedent.
    Precedent(f64),
    /// Quota of this and the later quarters, as a factor.
    Quota(f64),
    /// Chance that a deal asks for a special, added for good.
    Need(f64),
}

/// Something that opens only if a condition holds after a quarter, such as a funding round.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// Identifier, unique in the scenario.
    pub id: String,
    /// Headline.
    pub title: String,
    /// What is needed; both leads know it from the start.
    pub text: String,
    /// The quarter after whose close it is checked.
    pub after: u8,
    /// What must hold.
    pub needs: Condition,
    /// What happens if it holds.
    pub passed: Outcome,
    /// What happens if not.
    pub failed: Outcome,
}

/// One way a gate ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Two or three sentences.
    pub text: String,
    /// What it changes.
    #[serde(default)]
    pub effects: Vec<Effect>,
}

/// A parameter of the rules that a scenario sets, and where the number comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleOverride {
    /// The value.
    pub value: f64,
    /// Where it comes from.
    pub source: String,
    /// How far to trust it.
    pub trust: TrustGrade,
}

/// How far to trust a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum TrustGrade {
    /// Peer-reviewed or large audited data.
    High,
    /// A large survey.
    Medium,
    /// One practitioner, a glossary, a marketing page.
    Low,
    /// Chosen for the game.
    Design,
}

/// A claim about a scenario: what must hold at the end, in how many of how many seeded runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The policy that plays both seats.
    pub policy: String,
    /// How many seeds.
    pub seeds: u32,
    /// Share of the runs in which it must hold, 0..1.
    pub share: f64,
    /// What must hold at the end.
    pub holds: Condition,
}
