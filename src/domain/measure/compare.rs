//! Before and after: did the change make a difference, and how large is it?
//!
//! The question is answered by chance itself: if the change did nothing, any run could as well
//! have happened before as after it. The runs are dealt anew many times, and it is counted how
//! often chance alone makes a difference as large as the one seen (B. Phipson and G. K. Smyth,
//! “Permutation P-values Should Never Be Zero”, 2010). No shape of the times is assumed.

use crate::measure::percentile::Spread;

/// Fewer runs on either side and it is too early to tell.
pub const MIN_RUNS: usize = 8;
/// How often the runs are dealt anew.
pub const N_DEALS: u32 = 4_999;

/// What the comparison says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// One side has fewer runs than are needed.
    TooEarly,
    /// Chance alone makes such a difference too often.
    NoDifference,
    /// Runs after the change are shorter.
    Shorter,
    /// Runs after the change are longer.
    Longer,
}

/// Two samples of times compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The times before; absent without any.
    pub before: Option<Spread>,
    /// The times after; absent without any.
    pub after: Option<Spread>,
    /// Effect size: of all pairs of one run before and one after, the share in which the one after
    /// is shorter, ties counting half (A. Vargha and H. D. Delaney, 2000). 5,000 is no effect.
    pub shorter: Option<u16>,
    /// How often chance alone makes a difference as large in either direction, in basis points.
    pub chance: Option<u16>,
    /// In a sentence's worth.
    pub finding: Finding,
}

/// Compares times before and after a change. The same times give the same answer: dealing is
/// seeded.
pub fn compare(before: &[i64], after: &[i64]) -> Comparison {
    let is_early = before.len() < MIN_RUNS || after.len() < MIN_RUNS;
    let shorter = shorter(before, after);
    let chance = (!is_early).then(|| chance(before, after, N_DEALS, 1));
    let finding = match (chance, shorter) {
        (Some(chance), Some(shorter)) if chance <= 500 && shorter != 5_000 => {
            if shorter > 5_000 {
                Finding::Shorter
            } else {
                Finding::Longer
            }
        }
        (Some(_), _) => Finding::NoDifference,
        (None, _) => Finding::TooEarly,
    };
    Comparison {
        before: Spread::of(before.to_vec()),
        after: Spread::of(after.to_vec()),
        shorter,
        chance,
        finding,
    }
}

/// Twice the ranks of the values among all of both samples, `before` first; ties share their mean
/// rank, which doubling keeps whole.
fn doubled_ranks(before: &[i64], after: &[i64]) -> Vec<i64> {
    let all: Vec<i64> = before.iter().chain(after).copied().collect();
    let mut sorted = all.clone();
    sorted.sort_unstable();
    all.iter()
        .map(|value| {
            let below = sorted.partition_point(|other| other < value);
            let up_to = sorted.partition_point(|other| other <= value);
            // Ranks below + 1 to up_to have the mean (below + 1 + up_to) ÷ 2.
            (below + 1 + up_to) as i64
        })
        .collect()
}

/// The Mann-Whitney count of pairs in which the value after is the shorter one, as a share.
fn shorter(before: &[i64], after: &[i64]) -> Option<u16> {
    let ranks = doubled_ranks(before, after);
    let n_before = before.len() as i64;
    let rank_sum: i64 = ranks.iter().take(before.len()).sum();
    let doubled_wins = rank_sum - n_before * (n_before + 1);
    crate::measure::basis_points(doubled_wins, 2 * n_before * after.len() as i64)
}

/// The two-sided permutation p-value of the rank sum in basis points: the share of deals whose
/// rank sum lies at least as far from its expectation, the deal that was seen counted with them.
pub fn chance(before: &[i64], after: &[i64], n_deals: u32, seed: u64) -> u16 {
    let mut ranks = doubled_ranks(before, after);
    let n_before = before.len();
    let all: i64 = ranks.iter().sum();
    // Compared without division: sum/n_before against all/n, both times n · n_before.
    let distance = |ranks: &[i64]| {
        let sum: i64 = ranks.iter().take(n_before).sum();
        (sum * ranks.len() as i64 - all * n_before as i64).abs()
    };
    let seen = distance(&ranks);
    let mut random = Random(seed);
    let mut n_as_far = 1u32;
    for _ in 0..n_deals {
        // Only the first places matter, so only they are dealt (Fisher-Yates).
        for place in 0..n_before {
            let other = place + random.below(ranks.len() - place);
            ranks.swap(place, other);
        }
        n_as_far += u32::from(distance(&ranks) >= seen);
    }
    crate::measure::basis_points(i64::from(n_as_far), i64::from(n_deals) + 1).unwrap_or(10_000)
}

/// SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, 2014): small, seeded and good enough to deal.
struct Random(u64);

impl Random {
    /// A number from 0 to one below `n`, which is at least 1.
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        // Multiply and shift: the bias is below one in 2^32 for samples of any size there can be.
        usize::try_from((u128::from(mixed) * n as u128) >> 64).unwrap_or(0)
    }
}
