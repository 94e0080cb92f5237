//! The passes after an edit, over no more than what it reaches.

use super::network;
use super::pass::Passes;
use super::{Schedule, end};

impl Schedule {
    /// The passes over what some activities reach.
    pub(super) fn update(&mut self, changed: &[usize]) {
        let passes = Passes {
            input: &self.input,
            network: &self.network,
        };
        let (network, times) = (&self.network, &mut self.times);
        let n_nodes = network.order.len();
        let mut moved = Marks::new(n_nodes);
        let mut due = Marks::new(n_nodes);
        let rank = |node: u32| network.rank.get(node as usize).copied().unwrap_or(0) as usize;
        for idx in changed {
            due.add(rank(*idx as u32));
            moved.add(rank(*idx as u32));
            let begin = network.begin.get(*idx).copied().unwrap_or(network::NONE);
            if begin != network::NONE {
                due.add(rank(begin));
                moved.add(rank(begin));
            }
        }
        let mut next = 0;
        while let Some(at) = due.first_from(next) {
            next = at + 1;
            let Some(node) = network.order.get(at).copied() else {
                break;
            };
            let before = times.of(node);
            passes.forward(times, node);
            if times.of(node) != before {
                moved.add(at);
                for arc in network.arcs_out_of(node) {
                    due.add(rank(arc.node));
                }
            }
        }
        let end = end(times, network, self.input.start);
        let is_all = end != times.end;
        times.end = end;
        for is_free in [false, true] {
            let mut due = Marks::new(n_nodes);
            if is_all {
                due.fill(n_nodes);
            }
            let mut from = 0;
            while let Some(at) = moved.first_from(from) {
                from = at + 1;
                due.add(at);
                let node = network.order.get(at).copied().unwrap_or(0);
                for arc in network.arcs_into(node) {
                    due.add(rank(arc.node));
                }
            }
            let mut next = n_nodes;
            while let Some(at) = due.last_before(next) {
                next = at;
                let Some(node) = network.order.get(at).copied() else {
                    break;
                };
                let before = times.limits_of(node);
                if is_free {
                    passes.free(times, node);
                } else {
                    passes.backward(times, node);
                }
                if times.limits_of(node) != before {
                    for arc in network.arcs_into(node) {
                        due.add(rank(arc.node));
                    }
                }
            }
        }
    }
}

/// A set of ranks, walked from either end.
struct Marks(Vec<u64>);

impl Marks {
    fn new(n: usize) -> Marks {
        Marks(vec![0; n.div_ceil(64)])
    }

    fn fill(&mut self, n: usize) {
        for rank in 0..n {
            self.add(rank);
        }
    }

    fn add(&mut self, rank: usize) {
        if let Some(word) = self.0.get_mut(rank / 64) {
            *word |= 1 << (rank % 64);
        }
    }

    fn first_from(&self, rank: usize) -> Option<usize> {
        let mut word_idx = rank / 64;
        let mut word = self.0.get(word_idx)? & (u64::MAX << (rank % 64));
        while word == 0 {
            word_idx += 1;
            word = *self.0.get(word_idx)?;
        }
        Some(word_idx * 64 + word.trailing_zeros() as usize)
    }

    fn last_before(&self, rank: usize) -> Option<usize> {
        let rank = rank.checked_sub(1)?;
        let mut word_idx = rank / 64;
        let mut word = self.0.get(word_idx)? & (u64::MAX >> (63 - rank % 64));
        while word == 0 {
            word_idx = word_idx.checked_sub(1)?;
            word = *self.0.get(word_idx)?;
        }
        Some(word_idx * 64 + 63 - word.leading_zeros() as usize)
    }
}
