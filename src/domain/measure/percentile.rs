//! Percentiles, all by one rule.
//!
//! The rule is type 7 of Hyndman and Fan, “Sample Quantiles in Statistical Packages” (The American
//! Statistician 50, 1996), the default of R, NumPy and spreadsheets: with n sorted values the
//! percentile p lies at place (n − 1)·p/100, counted from 0, and between two values it is
//! interpolated.

use serde::{Deserialize, Serialize};

/// The percentile `p` (0 to 100) of sorted values, to the nearest whole; `None` of none.
pub fn percentile(sorted: &[i64], p: u8) -> Option<i64> {
    let last_idx = sorted.len().checked_sub(1)?;
    let place = last_idx.checked_mul(usize::from(p.min(100)))?;
    let below = *sorted.get(place / 100)?;
    let above = sorted.get(place / 100 + 1).copied().unwrap_or(below);
    let step = i128::from(above) - i128::from(below);
    let hundredths = step * i128::try_from(place % 100).ok()?;
    i64::try_from(i128::from(below) + (hundredths + 50).div_euclid(100)).ok()
}

/// The figures that describe a spread of times, percentiles first: times are skewed, and a mean
/// promises what half of the runs cannot keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spread {
    /// How many values there are; at least one.
    pub n: usize,
    /// Half are not longer.
    pub p50: i64,
    /// 85 in a hundred are not longer.
    pub p85: i64,
    /// 95 in a hundred are not longer.
    pub p95: i64,
    /// The arithmetic mean.
    pub mean: i64,
}

impl Spread {
    /// The spread of some values in any order; `None` of none.
    pub fn of(mut values: Vec<i64>) -> Option<Spread> {
        values.sort_unstable();
        let n = values.len();
        let sum: i128 = values.iter().map(|value| i128::from(*value)).sum();
        Some(Spread {
            n,
            p50: percentile(&values, 50)?,
            p85: percentile(&values, 85)?,
            p95: percentile(&values, 95)?,
            mean: i64::try_from(sum / i128::try_from(n).ok()?).ok()?,
        })
    }
}
