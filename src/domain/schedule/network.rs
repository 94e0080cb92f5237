//! The network as dense arrays: nodes in topological order, and the arcs into and out of each.

use super::input::Input;
use crate::model::LinkKind;

/// No place.
pub const NONE: u32 = u32::MAX;

/// What an arc means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// A link.
    Link(LinkKind),
    /// From the beginning of a summary to a part: it does not start before.
    Part,
    /// From a part to the end of its summary: it rolls up.
    Roll,
    /// From the beginning of a summary to its end.
    Frame,
}

/// An arc, seen from one of its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// The node at the other end.
    pub node: u32,
    /// What it means.
    pub tie: Tie,
    /// Working days, signed.
    pub lag: i32,
    /// The place of its link, or [`NONE`].
    pub link: u32,
}

/// Nodes and arcs. Activities come first, as many nodes as there are; a summary's node is its end,
/// and its beginning is one of the nodes behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    /// The number of activities.
    pub n_activities: usize,
    /// The activity of each node.
    pub activity: Vec<u32>,
    /// The beginning of each activity that is a summary, else [`NONE`].
    pub begin: Vec<u32>,
    /// The nodes, each after all it waits for.
    pub order: Vec<u32>,
    /// The place of each node in `order`.
    pub rank: Vec<u32>,
    /// Whether a leaf takes part: it is planned, or something is linked to it.
    pub takes_part: Vec<bool>,
    /// Links that were left out because they lead round in a circle, which two tabs can do.
    pub left_out: Vec<u32>,
    into: Rows,
    out_of: Rows,
}

/// Arcs by node, one row behind the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Rows {
    first: Vec<u32>,
    arcs: Vec<Arc>,
}

impl Rows {
    fn of(&self, node: u32) -> &[Arc] {
        let node = node as usize;
        let first = self.first.get(node).copied().unwrap_or(0) as usize;
        let end = self.first.get(node + 1).copied().unwrap_or(0) as usize;
        self.arcs.get(first..end).unwrap_or_default()
    }

    /// Rows of arcs `(row, arc)`, by counting.
    fn new(n_nodes: usize, arcs: impl Iterator<Item = (u32, Arc)> + Clone) -> Rows {
        let mut first = vec![0_u32; n_nodes + 1];
        for (row, _) in arcs.clone() {
            if let Some(count) = first.get_mut(row as usize + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for count in &mut first {
            sum += *count;
            *count = sum;
        }
        let nothing = Arc {
            node: NONE,
            tie: Tie::Frame,
            lag: 0,
            link: NONE,
        };
        let mut next = first.clone();
        let mut sorted = vec![nothing; sum as usize];
        for (row, arc) in arcs {
            if let Some(place) = next.get_mut(row as usize) {
                if let Some(slot) = sorted.get_mut(*place as usize) {
                    *slot = arc;
                }
                *place += 1;
            }
        }
        Rows {
            first,
            arcs: sorted,
        }
    }
}

impl Network {
    /// The network of an input. Parents and links that lead round in a circle are left out.
    pub fn new(input: &Input) -> Network {
        let parents = parents(input);
        let mut left_out = Vec::new();
        loop {
            let network = Network::without(input, &parents, &left_out);
            if network.order.len() == network.activity.len() {
                return Network {
                    left_out,
                    ..network
                };
            }
            // The links among the nodes that could not be ordered; the last of them goes.
            let is_stuck = |activity: u32| {
                network.rank_of(activity).is_none()
                    || network.rank_of(network.begin_of(activity)).is_none()
            };
            let stuck = (0..).zip(&input.arrows).filter(|(idx, arrow)| {
                !left_out.contains(idx) && is_stuck(arrow.from) && is_stuck(arrow.to)
            });
            match stuck.last() {
                Some((idx, _)) => left_out.push(idx),
                // Without links only parts are left, which make no circle.
                None => return network,
            }
        }
    }

    fn without(input: &Input, parents: &[u32], left_out: &[u32]) -> Network {
        let n_activities = input.activities.len();
        let mut begin = vec![NONE; n_activities];
        let mut activity: Vec<u32> = (0..n_activities as u32).collect();
        for parent in parents.iter().copied().filter(|parent| *parent != NONE) {
            if let Some(place) = begin
                .get_mut(parent as usize)
                .filter(|place| **place == NONE)
            {
                *place = activity.len() as u32;
                activity.push(parent);
            }
        }
        let n_nodes = activity.len();
        let entry = |idx: u32, begin: &[u32]| match begin.get(idx as usize) {
            Some(&NONE) | None => idx,
            Some(begin) => *begin,
        };
        let mut arcs: Vec<(u32, u32, Tie, i32, u32)> =
            Vec::with_capacity(input.arrows.len() + 2 * n_nodes);
        let mut takes_part: Vec<bool> = input.activities.iter().map(|a| a.is_planned).collect();
        for (idx, arrow) in (0..).zip(&input.arrows) {
            if left_out.contains(&idx) {
                continue;
            }
            let to = if arrow.kind.is_to_start() {
                entry(arrow.to, &begin)
            } else {
                arrow.to
            };
            arcs.push((arrow.from, to, Tie::Link(arrow.kind), arrow.lag, idx));
            for end in [arrow.from, arrow.to] {
                if let Some(part) = takes_part.get_mut(end as usize) {
                    *part = true;
                }
            }
        }
        for (child, parent) in (0..).zip(parents.iter().copied()) {
            if parent != NONE {
                let child_entry = entry(child, &begin);
                arcs.push((entry(parent, &begin), child_entry, Tie::Part, 0, NONE));
                arcs.push((child, parent, Tie::Roll, 0, NONE));
            }
        }
        for (end, begin) in (0..).zip(begin.iter().copied()) {
            if begin != NONE {
                arcs.push((begin, end, Tie::Frame, 0, NONE));
            }
        }
        let arc = |node, (_, _, tie, lag, link): (u32, u32, Tie, i32, u32)| Arc {
            node,
            tie,
            lag,
            link,
        };
        let into = Rows::new(n_nodes, arcs.iter().map(|all| (all.1, arc(all.0, *all))));
        let out_of = Rows::new(n_nodes, arcs.iter().map(|all| (all.0, arc(all.1, *all))));
        let mut network = Network {
            n_activities,
            activity,
            begin,
            order: Vec::with_capacity(n_nodes),
            rank: vec![NONE; n_nodes],
            takes_part,
            left_out: Vec::new(),
            into,
            out_of,
        };
        network.sort();
        network
    }

    /// Orders the nodes so that each comes after all it waits for (Kahn 1962).
    fn sort(&mut self) {
        let n_nodes = self.activity.len();
        let mut n_waiting: Vec<u32> = (0..n_nodes as u32)
            .map(|node| self.into.of(node).len() as u32)
            .collect();
        let ready = (0..).zip(&n_waiting).filter(|(_, n)| **n == 0);
        self.order.extend(ready.map(|(node, _)| node));
        let mut next = 0;
        while let Some(node) = self.order.get(next).copied() {
            if let Some(rank) = self.rank.get_mut(node as usize) {
                *rank = next as u32;
            }
            next += 1;
            for arc in self.out_of.of(node) {
                if let Some(n) = n_waiting.get_mut(arc.node as usize) {
                    *n -= 1;
                    if *n == 0 {
                        self.order.push(arc.node);
                    }
                }
            }
        }
    }

    /// The arcs into a node.
    pub fn arcs_into(&self, node: u32) -> &[Arc] {
        self.into.of(node)
    }

    /// The arcs out of a node.
    pub fn arcs_out_of(&self, node: u32) -> &[Arc] {
        self.out_of.of(node)
    }

    /// Whether an activity has parts.
    pub fn is_summary(&self, activity: usize) -> bool {
        self.begin.get(activity).is_some_and(|begin| *begin != NONE)
    }

    fn begin_of(&self, activity: u32) -> u32 {
        match self.begin.get(activity as usize) {
            Some(&NONE) | None => activity,
            Some(begin) => *begin,
        }
    }

    fn rank_of(&self, node: u32) -> Option<u32> {
        self.rank
            .get(node as usize)
            .copied()
            .filter(|rank| *rank != NONE)
    }
}

/// The parent of each activity, or [`NONE`], also where parents lead round in a circle.
fn parents(input: &Input) -> Vec<u32> {
    let n = input.activities.len();
    let mut parents: Vec<u32> = input
        .activities
        .iter()
        .map(|activity| {
            activity
                .parent
                .filter(|p| (*p as usize) < n)
                .unwrap_or(NONE)
        })
        .collect();
    let up = |parents: &[u32], idx: u32| parents.get(idx as usize).copied().unwrap_or(NONE);
    // Each walk goes up until it meets the top or what an earlier one has found to lead there.
    let mut is_sound = vec![false; n];
    for idx in 0..n as u32 {
        let mut at = idx;
        let mut path = Vec::new();
        while at != NONE && !is_sound.get(at as usize).copied().unwrap_or(true) {
            if path.contains(&at) {
                if let Some(parent) = parents.get_mut(at as usize) {
                    *parent = NONE;
                }
                break;
            }
            path.push(at);
            at = up(&parents, at);
        }
        for at in path {
            if let Some(sound) = is_sound.get_mut(at as usize) {
                *sound = true;
            }
        }
    }
    parents
}
