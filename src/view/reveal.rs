//! The reveal: the demand for specials, which people draw from memory before they see it, and how much of its rise followed
//! from what the team itself had said yes to.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::past::played;
use crate::sim::{Game, Record};
use crate::text::{self, Teller, Text};

/// A smaller rise, in requests per hundred deals, is none: it could not be told from a level curve by eye.
const LEAST_RISE: f64 = 5.0;
/// The share of a rise that a team's own precedent has to explain, or the reveal would teach what was not so.
const LEAST_SHARE: f64 = 0.5;
/// What was asked for in a quarter, per hundred deals.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct DemandPoint {
    /// The quarter.
    pub quarter: String,
    /// What would have come at the initial precedent.
    pub base: f64,
    /// What came.
    pub asked: f64,
}

/// What became of the demand for specials, and what caused it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Reveal {
    /// Whether people draw it before they see it: only where their own precedent explains at least half of a rise.
    pub drawn_first: bool,
    /// The same in a sentence.
    pub told: String,
    /// How it rose; `None` if the game was over before that could be told.
    pub rise: Option<Rise>,
}

/// How demand changed from the first third of the played quarters to the last third, in requests per hundred deals.
///
/// Each end pools several quarters, because few deals enter in one. `own` is how far what came moved away from what would
/// have come at the initial precedent. Both were counted on the same deals with the same dice, so chance, news and the mix
/// of segments are in neither.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Rise {
    /// How many quarters each end pools.
    pub quarters: usize,
    /// What came in the first quarters.
    pub from: f64,
    /// What came in the last quarters.
    pub to: f64,
    /// How much more of it came in the last quarters than in the first because of the precedent; negative if less.
    pub own: f64,
}

/// A curve that people draw from memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub enum Shape {
    /// It stayed as it was.
    Level,
    /// It rose from beginning to end.
    Steady,
    /// It rose only in the second half.
    Late,
    /// It rose, and fell again.
    Hill,
}

/// The demand of several teams, one curve over another.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Demanded {
    /// Names of the quarters.
    pub quarters: Vec<String>,
    /// The teams.
    pub teams: Vec<TeamDemand>,
    /// What they have in common, in sentences.
    pub told: Vec<String>,
}

/// The demand of a team, per hundred deals.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct TeamDemand {
    /// Its name; empty if it is not told.
    pub name: String,
    /// What would have come at the initial precedent, quarter by quarter.
    pub base: Vec<f64>,
    /// What came, quarter by quarter.
    pub asked: Vec<f64>,
}

impl Rise {
    fn of(game: &Game) -> Option<Self> {
        let counted: Vec<Counted> = quarters(game).map(Counted::of).collect();
        Self::over(&counted)
    }

    fn over(counted: &[Counted]) -> Option<Self> {
        // The two ends must not overlap, and with fewer quarters a precedent has hardly had time to work.
        if counted.len() < 4 {
            return None;
        }
        let quarters = (counted.len() + 1) / 3;
        let (first, last) = (Counted::sum(&counted[..quarters]), Counted::sum(&counted[counted.len() - quarters..]));
        let above = |counted: &Counted| counted.share(counted.asked) - counted.share(counted.base);
        Some(Self {
            quarters,
            from: first.share(first.asked),
            to: last.share(last.asked),
            own: above(&last) - above(&first),
        })
    }

    /// Whether demand rose so much that it can be seen.
    #[must_use]
    pub fn rose(&self) -> bool {
        self.to - self.from >= LEAST_RISE
    }

    /// The share of the rise that follows from the team's own precedent, 0..1; `None` if demand did not rise. Where it would
    /// have fallen by itself, that is all of it.
    #[must_use]
    pub fn own_share(&self) -> Option<f64> {
        self.rose().then(|| (self.own / (self.to - self.from)).clamp(0.0, 1.0))
    }

    /// Whether the team's own precedent explains at least half of a rise.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.own_share().is_some_and(|share| share >= LEAST_SHARE)
    }
}

/// Deals that entered, and those that asked.
#[derive(Clone, Copy, Debug, Default)]
struct Counted {
    opened: u32,
    asked: u32,
    base: u32,
}

impl Counted {
    fn of(record: &Record) -> Self {
        Self { opened: record.opened, asked: record.asked, base: record.base_asked }
    }

    fn sum(all: &[Self]) -> Self {
        all.iter().fold(Self::default(), |sum, one| Self {
            opened: sum.opened + one.opened,
            asked: sum.asked + one.asked,
            base: sum.base + one.base,
        })
    }

    /// So many of all that entered, per hundred.
    fn share(&self, some: u32) -> f64 {
        if self.opened > 0 { 100.0 * f64::from(some) / f64::from(self.opened) } else { 0.0 }
    }
}

impl Shape {
    /// All shapes, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Level, Self::Steady, Self::Late, Self::Hill];

    /// What it is called.
    #[must_use]
    pub fn name(self, text: &Text) -> String {
        text.get(match self {
            Self::Level => "shape-level",
            Self::Steady => "shape-steady",
            Self::Late => "shape-late",
            Self::Hill => "shape-hill",
        })
    }

    /// How high it is at a moment, 0..1 of its rise; the game lasts from 0 to 1.
    #[must_use]
    pub fn height(self, moment: f64) -> f64 {
        match self {
            Self::Level => 0.0,
            Self::Steady => moment,
            Self::Late => (2.0 * moment - 1.0).max(0.0),
            Self::Hill => 1.0 - libm::fabs(2.0 * moment - 1.0),
        }
    }

    /// The curve over so many quarters that begins at a value. It says how demand went, not how far: at its highest it is
    /// twice as high as at its beginning.
    #[must_use]
    pub fn over(self, quarters: usize, first: f64) -> Vec<f64> {
        let last = quarters.saturating_sub(1).max(1) as f64;
        (0..quarters).map(|quarter| first * (1.0 + self.height(quarter as f64 / last))).collect()
    }
}

/// Asks per hundred deals: what came, and what would have come at the initial precedent.
pub(super) fn demand(game: &Game, text: &Text) -> Vec<DemandPoint> {
    let point = |record: &Record| {
        let counted = Counted::of(record);
        DemandPoint {
            quarter: text::quarter_number(text, record.quarter.0),
            base: counted.share(counted.base),
            asked: counted.share(counted.asked),
        }
    };
    quarters(game).map(point).collect()
}

/// What is revealed of a game.
pub(super) fn reveal(game: &Game, text: &Teller) -> Reveal {
    let rise = Rise::of(game);
    Reveal {
        drawn_first: rise.is_some_and(|rise| rise.is_own()),
        told: rise.map_or_else(|| text.get("reveal-short"), |rise| told(&rise, text)),
        rise,
    }
}

fn told(rise: &Rise, text: &Text) -> String {
    let key = match rise.own_share() {
        None if rise.own <= -LEAST_RISE => "reveal-kept",
        None => "reveal-level",
        Some(_) if rise.is_own() => "reveal-own",
        Some(_) => "reveal-other",
    };
    // Rounded ends have to differ by the rounded rise.
    let (from, to) = (libm::round(rise.from), libm::round(rise.to));
    let (all, own) = (to - from, libm::round(rise.own_share().unwrap_or(0.0) * (to - from)));
    text.with(
        key,
        &[
            ("quarters", &rise.quarters),
            ("from", &text::count(from)),
            ("to", &text::count(to)),
            ("rise", &text::count(all)),
            ("own", &text::count(own)),
            ("less", &text::count(-rise.own)),
            ("share", &text::percent(text, rise.own_share().unwrap_or(0.0))),
        ],
    )
}

/// The demand of several teams, each with the name that it has on the page.
#[must_use]
pub fn demanded<'a>(teams: impl IntoIterator<Item = (&'a Game, &'a str)>, text: &Text) -> Demanded {
    let teams: Vec<(&Game, &str)> = teams.into_iter().collect();
    let longest = teams.iter().map(|(game, _)| demand(game, text)).max_by_key(Vec::len).unwrap_or_default();
    let team = |(game, name): &(&Game, &str)| {
        let (base, asked) = demand(game, text).into_iter().map(|point| (point.base, point.asked)).unzip();
        TeamDemand { name: (*name).to_owned(), base, asked }
    };
    let rises: Vec<Rise> = teams.iter().filter_map(|(game, _)| Rise::of(game)).collect();
    Demanded {
        quarters: longest.into_iter().map(|point| point.quarter).collect(),
        teams: teams.iter().map(team).collect(),
        told: in_common(&rises, text),
    }
}

/// What the demand of several teams has in common.
fn in_common(rises: &[Rise], text: &Text) -> Vec<String> {
    let count = |which: fn(&Rise) -> bool| rises.iter().filter(|rise| which(rise)).count();
    let (all, rose, own) = (rises.len(), count(Rise::rose), count(Rise::is_own));
    if all < 2 {
        return Vec::new();
    }
    let counted = text.with("reveal-teams", &[("all", &all), ("rose", &rose), ("own", &own)]);
    // Three of four teams are more than a coincidence of characters.
    let same = (4 * own >= 3 * all).then(|| text.get("reveal-same"));
    std::iter::once(counted).chain(same).collect()
}

/// The closed quarters in which people played.
fn quarters(game: &Game) -> impl Iterator<Item = &Record> {
    played(game).filter(|record| record.quarter.0 > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Quarters of a hundred deals each, of which so many asked, and so many would have asked anyway.
    fn rise(quarters: &[(u32, u32)]) -> Option<Rise> {
        let counted: Vec<Counted> =
            quarters.iter().map(|&(asked, base)| Counted { opened: 100, asked, base }).collect();
        Rise::over(&counted)
    }

    #[test]
    fn what_would_have_come_anyway_is_not_booked_to_the_precedent() {
        let own = rise(&[(20, 20), (22, 20), (30, 20), (38, 20), (40, 20), (42, 22)]).expect("long enough");
        assert_eq!((own.quarters, own.from, own.to, own.own), (2, 21.0, 41.0, 19.0));
        assert_eq!(own.own_share(), Some(0.95));
        assert!(own.is_own());
        let news = rise(&[(20, 20), (22, 20), (30, 28), (38, 34), (40, 36), (42, 38)]).expect("long enough");
        assert!(news.rose() && !news.is_own(), "{news:?}");
    }

    #[test]
    fn a_level_curve_has_no_rise_to_explain_whatever_the_precedent_did() {
        let level = rise(&[(30, 30), (30, 30), (31, 24), (32, 22), (33, 20), (33, 20)]).expect("long enough");
        assert!(level.own > 10.0 && !level.rose() && !level.is_own(), "{level:?}");
        assert_eq!(level.own_share(), None);
    }

    #[test]
    fn where_demand_would_have_fallen_the_whole_rise_is_the_teams_own() {
        let fell = rise(&[(30, 30), (30, 30), (40, 25), (50, 20), (50, 20), (50, 20)]).expect("long enough");
        assert_eq!(fell.own_share(), Some(1.0));
    }

    #[test]
    fn a_game_that_was_over_early_has_nothing_to_tell() {
        assert_eq!(rise(&[(20, 20), (40, 20), (60, 20)]), None);
        let none = [Counted::default(); 4];
        assert_eq!(Rise::over(&none).map(|rise| rise.rose()), Some(false), "nobody came at all");
    }

    #[test]
    fn every_shape_begins_at_the_first_value_and_differs_from_the_others() {
        let all = Shape::ALL.map(|shape| shape.over(8, 20.0));
        assert!(all.iter().all(|curve| curve.len() == 8 && curve[0] == 20.0 && curve.iter().all(|v| *v <= 40.0)));
        for (at, one) in all.iter().enumerate() {
            assert!(all[at + 1..].iter().all(|other| other != one));
        }
        assert_eq!(Shape::Late.over(1, 20.0), [20.0]);
        assert_eq!(Shape::Late.over(0, 20.0), Vec::<f64>::new());
    }
}
