//! Three-point estimates and how values are drawn from them, in integers.
//!
//! A value is drawn by looking up a uniform number in the table of the distribution's quantiles. The
//! tables are made from the densities on a grid with nothing but multiplications and square roots of
//! integers, so every browser makes the same ones.

use serde::{Deserialize, Serialize};

/// The shape between the three points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// Straight lines from the ends to the likeliest value. Mean (O + M + P) / 3.
    Triangular,
    /// A smooth curve that trusts the likeliest value more: the beta distribution with
    /// α = 1 + 4 (M − O) / (P − O) and β = 1 + 4 (P − M) / (P − O), mean (O + 4M + P) / 6
    /// (Malcolm et al., “Application of a Technique for Research and Development Program
    /// Evaluation”, Operations Research 7, 1959).
    #[default]
    Pert,
}

impl Shape {
    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Shape::Triangular => "Triangular",
            Shape::Pert => "Beta-PERT",
        }
    }
}

/// A three-point estimate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spread {
    /// If all goes well.
    pub low: i64,
    /// Most likely.
    pub likely: i64,
    /// If all goes badly.
    pub high: i64,
    /// The shape between.
    #[serde(default)]
    pub shape: Shape,
}

/// Estimates that are not in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpreadError {
    /// Not low ≤ likely ≤ high.
    #[error(
        "The three estimates are out of order. The best case comes first, then the likeliest, then the worst."
    )]
    OutOfOrder,
    /// Less than nothing.
    #[error("An estimate cannot be negative.")]
    Negative,
    /// Past what fits.
    #[error("An estimate is too large.")]
    TooLarge,
}

impl Spread {
    /// The largest estimate: sums of many of them fit.
    pub const MAX: i64 = 1_000_000_000_000_000;

    /// A value that is certain.
    pub const fn fixed(value: i64) -> Spread {
        Spread {
            low: value,
            likely: value,
            high: value,
            shape: Shape::Triangular,
        }
    }

    /// An estimate in order and in range.
    pub fn checked(self) -> Result<Spread, SpreadError> {
        if self.low < 0 {
            return Err(SpreadError::Negative);
        }
        if self.low > self.likely || self.likely > self.high {
            return Err(SpreadError::OutOfOrder);
        }
        if self.high > Self::MAX {
            return Err(SpreadError::TooLarge);
        }
        Ok(self)
    }

    /// The mean, rounded down.
    pub fn mean(self) -> i64 {
        let (low, likely, high) = (self.low, self.likely, self.high);
        match self.shape {
            Shape::Triangular => (low + likely + high) / 3,
            Shape::Pert => (low + 4 * likely + high) / 6,
        }
    }
}

/// Cells of the density's grid.
const N_CELLS: usize = 256;
/// Cells of the table of quantiles: a power of two, so that a draw is split by shifting.
const QUANTILE_BITS: u32 = 10;
const N_QUANTILES: usize = 1 << QUANTILE_BITS;
/// One, in the fixed point of this file: 30 bits after the point.
const ONE: u64 = 1 << 30;
/// Binary digits of an exponent's fraction. A mode is met to 1/4,000 of the range.
const N_ROOTS: usize = 14;

/// Powers of the points of the grid, made once for all tables.
pub struct Grid {
    /// For each point x: x, √x, ∜x …
    roots: Vec<[u64; N_ROOTS + 1]>,
}

impl Grid {
    /// The grid.
    pub fn new() -> Grid {
        let point = |at: usize| {
            let mut roots = [(at as u64 * ONE) / N_CELLS as u64; N_ROOTS + 1];
            let mut value = roots[0];
            for root in roots.iter_mut().skip(1) {
                // √(v · 2^30) in integers is √v in this fixed point.
                value = (value << 30).isqrt();
                *root = value;
            }
            roots
        };
        Grid {
            roots: (0..=N_CELLS).map(point).collect(),
        }
    }

    /// x to the power `exponent`, which has `N_ROOTS` binary digits after the point.
    fn power(&self, at: usize, exponent: u64) -> u64 {
        let Some(roots) = self.roots.get(at) else {
            return 0;
        };
        let mut product = ONE;
        for _ in 0..exponent >> N_ROOTS {
            product = (product * roots[0]) >> 30;
        }
        for (digit, root) in roots.iter().enumerate().skip(1) {
            if exponent >> (N_ROOTS - digit) & 1 == 1 {
                product = (product * root) >> 30;
            }
        }
        product
    }

    /// The density of beta-PERT on the grid, up to a factor. `mode` lies between 0 and 2^14.
    fn pert(&self, mode: u64) -> Vec<u64> {
        let (up, down) = (4 * mode, 4 * ((1 << N_ROOTS) - mode));
        let density = |at: usize| (self.power(at, up) * self.power(N_CELLS - at, down)) >> 30;
        (0..=N_CELLS).map(density).collect()
    }

    /// The density of a triangle on the grid, up to a factor.
    fn triangle(mode: u64) -> Vec<u64> {
        let scale = 1_u64 << N_ROOTS;
        let density = |at: usize| {
            let x = at as u64 * scale / N_CELLS as u64;
            if x <= mode && mode > 0 {
                x * ONE / mode
            } else {
                (scale - x) * ONE / (scale - mode).max(1)
            }
        };
        (0..=N_CELLS).map(density).collect()
    }
}

/// Draws from one estimate.
pub struct Sampler {
    low: i64,
    range: i64,
    /// Values not exceeded with probability 0, 1/1024 … 1, in ONE-ths of the range; empty for a
    /// certain value.
    quantiles: Vec<u32>,
}

impl Sampler {
    /// The sampler of an estimate.
    pub fn new(grid: &Grid, spread: Spread) -> Sampler {
        let range = spread.high.saturating_sub(spread.low).max(0);
        let quantiles = if range == 0 {
            Vec::new()
        } else {
            let above = i128::from(spread.likely.saturating_sub(spread.low)) << N_ROOTS;
            let mode = u64::try_from(above / i128::from(range)).unwrap_or(0);
            let mode = mode.min(1 << N_ROOTS);
            quantiles(&match spread.shape {
                Shape::Pert => grid.pert(mode),
                Shape::Triangular => Grid::triangle(mode),
            })
        };
        Sampler {
            low: spread.low,
            range,
            quantiles,
        }
    }

    /// The value at a uniform draw: straight lines between the quantiles.
    pub fn at(&self, draw: u64) -> i64 {
        let cell = (draw >> (64 - QUANTILE_BITS)) as usize;
        let Some(&[from, to]) = self
            .quantiles
            .get(cell..cell + 2)
            .and_then(|pair| <&[u32; 2]>::try_from(pair).ok())
        else {
            return self.low;
        };
        let within = (draw >> (34 - QUANTILE_BITS)) & (ONE - 1);
        let (from, to) = (u64::from(from), u64::from(to));
        let share = from + (((to - from) * within) >> 30);
        let offset = (i128::from(self.range) * i128::from(share) + i128::from(ONE / 2)) >> 30;
        self.low + i64::try_from(offset).unwrap_or(0)
    }
}

/// The quantiles of a density on the grid: its integral by trapezoids, read the other way around.
fn quantiles(density: &[u64]) -> Vec<u32> {
    let mut sums = Vec::with_capacity(N_CELLS + 1);
    let mut sum = 0_u64;
    sums.push(0);
    for pair in density.windows(2) {
        sum += pair.iter().sum::<u64>();
        sums.push(sum);
    }
    let mut cell = 0;
    let quantile = |at: usize| {
        let wanted = u128::from(sum) * at as u128 / N_QUANTILES as u128;
        while sums
            .get(cell + 1)
            .is_some_and(|next| u128::from(*next) < wanted)
        {
            cell += 1;
        }
        let below = sums.get(cell).copied().unwrap_or(0);
        let above = sums.get(cell + 1).copied().unwrap_or(sum);
        let share =
            (wanted - u128::from(below)) * u128::from(ONE) / u128::from((above - below).max(1));
        let x = (cell as u128 * u128::from(ONE) + share) / N_CELLS as u128;
        u32::try_from(x.min(u128::from(ONE))).unwrap_or(0)
    };
    (0..=N_QUANTILES).map(quantile).collect()
}

/// A share as basis points, rounded.
pub fn basis_points(part: u32, whole: u32) -> u32 {
    let whole = u64::from(whole.max(1));
    let share = (u64::from(part) * 10_000 + whole / 2) / whole;
    u32::try_from(share).unwrap_or(10_000)
}
