//! The bare arithmetic of a prototype of the rules: a scale-up that follows the quadrant. Amounts
//! are in thousands of dollars.

#![allow(clippy::disallowed_methods, reason = "the floor is the fastest arithmetic there is; no game runs on it")]

const QUARTERS: u8 = 8;
const WIN: [f64; 3] = [0.25, 0.19, 0.13];
const CHURN: [f64; 3] = [0.09, 0.15, 0.28];
const FIT: [f64; 3] = [1.0, 0.6, 0.15];
const ASK_EFFORT: [f64; 5] = [2.0, 4.0, 7.0, 12.0, 22.0];
const ENGINEERING: f64 = 160.0;
const DEAL_SIZE: f64 = 45.0;
const THEMES: usize = 6;

/// One stream of random numbers (xorshift128+).
struct Random(u64, u64);

impl Random {
    fn new(seed: u64) -> Self {
        let mut random = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(1), seed ^ 0xD1B5_4A32_D192_ED03);
        for _ in 0..4 {
            random.next();
        }
        random
    }

    fn next(&mut self) -> u64 {
        let (mut a, b) = (self.0, self.1);
        a ^= a << 23;
        self.0 = b;
        self.1 = a ^ b ^ (a >> 17) ^ (b >> 26);
        self.1.wrapping_add(b)
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn normal(&mut self, mean: f64, spread: f64) -> f64 {
        let (a, b) = (self.unit() + 1e-18, self.unit());
        mean + spread * (-2.0 * a.ln()).sqrt() * (core::f64::consts::TAU * b).cos()
    }

    fn size(&mut self, median: f64, spread: f64) -> f64 {
        self.normal(median.ln(), spread).exp().max(8.0)
    }

    fn segment(&mut self, weights: [f64; 3]) -> usize {
        let at = self.unit() * weights.iter().sum::<f64>();
        if at < weights[0] {
            0
        } else if at < weights[0] + weights[1] {
            1
        } else {
            2
        }
    }
}

/// The answers that the quadrant can give.
#[derive(Clone, Copy, PartialEq)]
enum Act {
    Plain,
    Build,
    Descope,
    Productise,
    Paid,
    Decline,
    Have,
}

struct Account {
    arr: f64,
    segment: usize,
    renews: u8,
    late: bool,
    since: i8,
}

fn off_strategy(accounts: &[Account]) -> f64 {
    accounts.iter().map(|account| account.arr * (1.0 - FIT[account.segment])).sum()
}

/// Plays the quarters and returns the value of the company.
pub fn run(seed: u64) -> f64 {
    let mut random = Random::new(seed);
    let (mut coherence, mut precedent, mut upkeep, mut cash) = (0.75_f64, 0.4_f64, 12.0_f64, 6000.0_f64);
    let (mut gap, mut morale, mut discovery, mut enablement, mut trust) = (0.0_f64, 0.8, 0.2, 0.2, 0.6);
    let (mut reference, mut backlog, mut lost, mut arr) = (0.0_f64, 0.0_f64, 0.0, 0.0);
    let mut themes = [false; THEMES];
    let mut accounts = Vec::with_capacity(1024);
    let mut left = 12_000.0;
    while left > 0.0 {
        let segment = random.segment([0.65, 0.2, 0.15]);
        let size = random.size(DEAL_SIZE, 0.5);
        accounts.push(Account { arr: size, segment, renews: (random.next() & 3) as u8, late: false, since: -1 });
        left -= size;
        arr += size;
    }
    let start = arr;
    let (proactive, repair, effort) = (0.12_f64, 0.04_f64, 1.0_f64);
    let mut played = 0;
    for quarter in 0..QUARTERS {
        played = quarter + 1;
        let drag = 0.08 + 0.32 * (1.0 - coherence);
        let support = ENGINEERING * 0.175 * off_strategy(&accounts) / f64::max(arr, 1.0);
        let capacity = (ENGINEERING * (0.8 + 0.2 * morale) * (1.0 - drag) - upkeep - support).max(0.0);
        let reserved = (proactive + repair) * ENGINEERING;
        discovery += 0.28 * (0.15 + 0.85 * effort - discovery);
        enablement += 0.22 * (0.1 + 0.9 * effort - enablement);
        let deals = (62.0 * (0.72 + 0.45 * trust) * (1.0 + reference) + random.unit()) as u32;
        let (mut declined, mut bespoke, mut wins) = (0, 0, 0);
        let (mut committed, mut aligned, mut won) = (backlog, 0.0, 0.0);
        for _ in 0..deals {
            let shift = 0.22 * discovery * effort * (f64::from(quarter) / 3.0).min(1.0);
            let segment = random.segment([0.45 + shift, 0.3, (0.25 - shift).max(0.03)]);
            let big = random.unit() < 0.04;
            let size = random.size(DEAL_SIZE * if big { 5.0 } else { 1.0 }, 0.4);
            let product = (1.0 + 0.7 * gap) * (1.0 + 0.35 * (coherence - 0.7));
            let mut win = WIN[segment] * product * (1.0 + 0.25 * enablement);
            let (mut act, mut weeks, mut fits, mut theme) = (Act::Plain, 0.0, 1.0, None);
            let likelier = (if segment > 0 { 1.0 } else { 0.65 }) * if big { 1.4 } else { 1.0 };
            if random.unit() < f64::min(0.12 + 0.45 * precedent, 0.9) * likelier {
                fits = random.normal(0.1 + 0.7 * FIT[segment], 0.2).clamp(0.0, 1.0);
                let factor = if big { 2.2 } else { 1.0 };
                weeks = ASK_EFFORT[(random.next() % 5) as usize] * factor * ENGINEERING / 120.0;
                let wanted = (random.next() % THEMES as u64) as usize;
                theme = (random.unit() < 0.3 * (fits + 0.3)).then_some(wanted);
                if theme.is_some_and(|theme| themes[theme]) {
                    act = Act::Have;
                } else {
                    act = quadrant(weeks / ENGINEERING < 0.06, fits, big, size);
                    let expected = weeks * share(act, discovery) * win;
                    if expected > 0.0 && committed + expected > 0.2 * ENGINEERING {
                        act = Act::Decline;
                    }
                    if act != Act::Decline {
                        committed += weeks * share(act, discovery) * win;
                    }
                    declined += u32::from(act == Act::Decline);
                }
                win *= lift(act, discovery);
            }
            if random.unit() >= win.min(0.8) {
                continue;
            }
            won += size;
            wins += 1;
            if big && act != Act::Decline {
                reference = (reference + 0.004).min(0.4);
            }
            let mut account = Account { arr: size, segment, renews: quarter & 3, late: false, since: quarter as i8 };
            if let Some((hit, rate, counts)) = terms(act) {
                let work = weeks * share(act, discovery);
                backlog += work;
                coherence -= work / ENGINEERING * (0.5 * (1.0 - fits) * hit + 0.03);
                upkeep += work * rate / 4.0;
                aligned += work * fits * counts;
                bespoke += u32::from(act == Act::Build);
                match (act, theme) {
                    (Act::Productise, Some(theme)) => themes[theme] = true,
                    (Act::Paid, _) => cash += work * 4.5,
                    _ => {}
                }
                account.late = backlog + reserved > capacity;
            }
            accounts.push(account);
        }
        let specials = backlog.min((capacity - reserved).max(0.0));
        backlog -= specials;
        let roadmap = (capacity - reserved - specials).max(0.0);
        let late = backlog / ENGINEERING;
        let gain =
            0.215 * (roadmap / ENGINEERING).powf(0.75) * (0.65 + 0.45 * discovery) + 0.19 * aligned / ENGINEERING;
        gap = (gap + gain * (1.0 - gap.max(0.0) / 0.6) - 0.075).max(-0.6);
        coherence = f64::max(0.05, coherence - 0.008 + repair * 0.55 * (1.0 - coherence).powf(0.6));
        upkeep = (upkeep - upkeep * 0.9 * f64::min(1.0, repair / 0.2) * 0.25).max(0.0);
        let built = f64::from(bespoke) / (f64::from(wins) * 0.5).max(1.0);
        precedent += 0.3 * ((0.1 + 1.3 * built).min(1.0) - precedent);
        let refused = f64::from(declined) / f64::from(deals.max(1));
        let goal = 0.72 - 0.75 * refused * 1.6 * (1.0 - 0.5 * effort) - 0.5 * late + 0.12 * effort;
        trust += 0.28 * (goal.clamp(0.0, 1.0) - trust);
        morale = (morale + 0.3 * (0.92 - 0.6 * late - 0.4 * (1.0 - coherence) - morale)).clamp(0.1, 1.0);
        reference *= 0.97;
        let weak = 0.2 * (0.75 - coherence).max(0.0) + 0.12 * (-gap).max(0.0);
        arr = 0.0;
        accounts.retain_mut(|account| {
            if account.since != quarter as i8 && account.renews == quarter & 3 {
                let risk = CHURN[account.segment] + weak + if account.late { 0.15 } else { 0.0 };
                if random.unit() < risk {
                    lost += account.arr;
                    return false;
                }
                account.arr *= 1.0 + 0.07 * FIT[account.segment] * (1.0 + gap);
                account.late = false;
            }
            arr += account.arr;
            true
        });
        cash += arr / 4.0 * 0.78 - 3300.0 * 0.85 - won * 0.12;
        if cash < 0.0 {
            return arr * 0.8;
        }
    }
    let years = f64::from(played) / 4.0;
    let growth = (arr / start).powf(1.0 / years) - 1.0;
    let retention = 1.0 - lost / start / years;
    let off = off_strategy(&accounts) / f64::max(arr, 1.0);
    let parts = 8.0 * growth + 6.0 * (retention - 0.85) + 2.0 * (coherence - 0.6) + 1.5 * gap - 3.0 * off;
    arr * (4.5 + parts).clamp(1.0, 14.0) + cash
}

fn quadrant(small: bool, fits: f64, big: bool, size: f64) -> Act {
    if fits >= 0.5 {
        if small && fits > 0.75 {
            Act::Build
        } else if fits > 0.55 {
            Act::Productise
        } else {
            Act::Descope
        }
    } else if fits >= 0.3 && (small || size > 3.0 * DEAL_SIZE) {
        Act::Descope
    } else if big && fits >= 0.2 {
        Act::Paid
    } else {
        Act::Decline
    }
}

/// Effort relative to building as asked.
fn share(act: Act, discovery: f64) -> f64 {
    match act {
        Act::Build => 1.0,
        Act::Descope => 0.5 + 0.15 * (1.0 - discovery),
        Act::Productise => 1.35,
        Act::Paid => 1.1,
        Act::Plain | Act::Decline | Act::Have => 0.0,
    }
}

/// Factor on the chance to win.
fn lift(act: Act, discovery: f64) -> f64 {
    match act {
        Act::Plain => 1.0,
        Act::Build => 2.2,
        Act::Descope => 1.8,
        Act::Productise => 1.55,
        Act::Paid | Act::Have => 1.5,
        Act::Decline => 0.38 + 0.27 * discovery,
    }
}

/// Loss of coherence, yearly upkeep, and progress on the roadmap, for what is built.
fn terms(act: Act) -> Option<(f64, f64, f64)> {
    match act {
        Act::Build => Some((1.0, 0.2, 0.45)),
        Act::Descope => Some((0.5, 0.15, 0.4)),
        Act::Productise => Some((0.05, 0.06, 0.95)),
        Act::Paid => Some((0.4, 0.1, 0.2)),
        Act::Plain | Act::Decline | Act::Have => None,
    }
}
