//! Quantiles of the normal distribution, computed with only `+ − × ÷` and `libm` so they are the same on every
//! platform.

use libm::{fabs, log, sqrt};

/// Distance from one half up to which the approximation for the centre is good enough.
const CENTRE: f64 = 0.425;
/// Where the approximation of the tail changes, in `sqrt(−ln p)`.
const FAR: f64 = 5.0;

/// The value below which a share `p` of a standard normal distribution lies; `p` must be inside 0..1, without the ends.
///
/// Wichura's algorithm AS 241 (PPND7), accurate to about one part in 10⁷.
pub(super) fn quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if fabs(q) <= CENTRE {
        let r = CENTRE * CENTRE - q * q;
        let top = polynomial(r, [3.387_132_717_9, 50.434_271_938, 159.291_132_02, 59.109_374_72]);
        return q * top / polynomial(r, [1.0, 17.895_169_469, 78.757_757_664, 67.187_563_6]);
    }
    let r = sqrt(-log(if q < 0.0 { p } else { 1.0 - p }));
    let size = if r <= FAR {
        let r = r - 1.6;
        let top = polynomial(r, [1.423_437_277_7, 2.756_815_39, 1.306_728_481_6, 0.170_238_211_03]);
        top / polynomial(r, [1.0, 0.737_001_642_5, 0.120_211_329_75, 0.0])
    } else {
        let r = r - FAR;
        let top = polynomial(r, [6.657_905_115, 3.081_226_386, 0.428_682_943_37, 0.017_337_203_997]);
        top / polynomial(r, [1.0, 0.241_978_942_25, 0.012_258_202_635, 0.0])
    };
    if q < 0.0 { -size } else { size }
}

/// `c₀ + c₁x + c₂x² + c₃x³`.
fn polynomial(x: f64, c: [f64; 4]) -> f64 {
    ((c[3] * x + c[2]) * x + c[1]) * x + c[0]
}

#[cfg(test)]
mod tests {
    use super::quantile;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (p, value) in [
            (0.5, 0.0),
            (0.6, 0.253_347_10),
            (0.9, 1.281_551_57),
            (0.975, 1.959_963_98),
            (0.999, 3.090_232_31),
            (0.001, -3.090_232_31),
            (1e-6, -4.753_424_31),
            (1e-12, -7.034_483_82),
        ] {
            assert!((quantile(p) - value).abs() < 2e-6, "{p}: {}", quantile(p));
        }
    }
}
