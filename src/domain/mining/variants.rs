//! Variants: the different ways cases took.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::log::Log;
use crate::measure::basis_points;

/// One way: the same steps done in the same order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// The activities in the order in which they were done.
    pub trace: Vec<u32>,
    /// The cases that took this way, as places in the log's list.
    pub cases: Vec<usize>,
    /// Its cases ÷ all cases, in basis points.
    pub coverage: u16,
    /// The coverage of this variant and all more frequent ones together.
    pub cumulative: u16,
}

/// The variants of the finished cases, from the most frequent; equally frequent ones in the order
/// of their traces.
pub fn variants(log: &Log) -> Vec<Variant> {
    let mut ways: BTreeMap<Vec<u32>, Vec<usize>> = BTreeMap::new();
    for (idx, case) in log.cases.iter().enumerate() {
        if case.finished.is_some() {
            ways.entry(log.trace(case).collect()).or_default().push(idx);
        }
    }
    let n_cases: usize = ways.values().map(Vec::len).sum();
    let mut ways: Vec<_> = ways.into_iter().collect();
    ways.sort_by_key(|(_, cases)| std::cmp::Reverse(cases.len()));
    let share = |n: usize| basis_points(n as i64, n_cases as i64).unwrap_or(0);
    let mut n_passed = 0;
    ways.into_iter()
        .map(|(trace, cases)| {
            n_passed += cases.len();
            Variant {
                trace,
                coverage: share(cases.len()),
                cumulative: share(n_passed),
                cases,
            }
        })
        .collect()
}
