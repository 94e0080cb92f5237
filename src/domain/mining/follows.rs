//! The directly-follows graph.

use serde::{Deserialize, Serialize};

use crate::log::{Lifecycle, Log};
use crate::measure::percentile::percentile;

/// Which step was done directly after which, how often and how much later. It shows what happened;
/// that one step follows another does not mean that it waits for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Follows {
    /// How often each activity was done, in the order of the log's list.
    pub n_done: Vec<u32>,
    /// How many cases began with each activity.
    pub n_first: Vec<u32>,
    /// How many finished cases ended with each activity.
    pub n_last: Vec<u32>,
    /// The pairs, from the most frequent.
    pub edges: Vec<Edge>,
}

/// A pair of activities of which the second was done directly after the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// The activity done before.
    pub from: u32,
    /// The activity done after.
    pub to: u32,
    /// How often.
    pub n: u32,
    /// The median time between the two being done, in milliseconds.
    pub p50: i64,
    /// The 85th percentile of that time.
    pub p85: i64,
}

/// The directly-follows graph of the cases of a log.
pub fn follows(log: &Log) -> Follows {
    let n_activities = log.activities.len();
    let mut follows = Follows {
        n_done: vec![0; n_activities],
        n_first: vec![0; n_activities],
        n_last: vec![0; n_activities],
        edges: Vec::new(),
    };
    let mut pairs: Vec<(u32, u32, i64)> = Vec::with_capacity(log.events.len());
    for case in &log.cases {
        let mut before = None;
        let events = log.events_of(case).iter();
        for event in events.filter(|event| event.lifecycle == Lifecycle::Finished) {
            count(&mut follows.n_done, event.activity);
            match before {
                None => count(&mut follows.n_first, event.activity),
                Some((activity, at)) => {
                    pairs.push((activity, event.activity, event.at.millis_since(at)));
                }
            }
            before = Some((event.activity, event.at));
        }
        if let Some((activity, _)) = before.filter(|_| case.finished.is_some()) {
            count(&mut follows.n_last, activity);
        }
    }
    pairs.sort_unstable();
    for group in pairs.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let Some((from, to, _)) = group.first().copied() else {
            continue;
        };
        let times: Vec<i64> = group.iter().map(|pair| pair.2).collect();
        follows.edges.push(Edge {
            from,
            to,
            n: u32::try_from(group.len()).unwrap_or(u32::MAX),
            p50: percentile(&times, 50).unwrap_or(0),
            p85: percentile(&times, 85).unwrap_or(0),
        });
    }
    follows
        .edges
        .sort_by_key(|edge| (std::cmp::Reverse(edge.n), edge.from, edge.to));
    follows
}

fn count(counts: &mut [u32], activity: u32) {
    if let Some(count) = counts.get_mut(activity as usize) {
        *count += 1;
    }
}

impl Follows {
    /// The edges of a map of so much detail: the most frequent ones that together make up this
    /// percentage of all passings, and besides them the most frequent one into and out of every
    /// activity, so that nothing that was done falls off the map.
    pub fn edges_at(&self, percent: u8) -> Vec<Edge> {
        let all: u64 = self.edges.iter().map(|edge| u64::from(edge.n)).sum();
        let wanted = all * u64::from(percent.min(100));
        let (mut seen_from, mut seen_to) = (
            vec![false; self.n_done.len()],
            vec![false; self.n_done.len()],
        );
        let mut passed = 0u64;
        let mut kept = Vec::new();
        for edge in &self.edges {
            let is_frequent = passed * 100 < wanted;
            let is_strongest = !is_marked(&seen_from, edge.from) || !is_marked(&seen_to, edge.to);
            if is_frequent || is_strongest {
                kept.push(*edge);
            }
            passed += u64::from(edge.n);
            mark(&mut seen_from, edge.from);
            mark(&mut seen_to, edge.to);
        }
        kept
    }
}

fn is_marked(marks: &[bool], activity: u32) -> bool {
    marks.get(activity as usize).copied().unwrap_or(false)
}

fn mark(marks: &mut [bool], activity: u32) {
    if let Some(mark) = marks.get_mut(activity as usize) {
        *mark = true;
    }
}
