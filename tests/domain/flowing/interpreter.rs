//! A second engine, written for tests from the rules alone: a run is a tree. A leaf is a step to
//! do; a block is a parallel section with a part for each branch, and a part that is over is gone.

use std::collections::BTreeSet;

use domain::flow::graph::{Graph, Place};

#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    Step(usize),
    Block { split: usize, parts: Vec<Tree> },
}

impl Tree {
    /// The steps to do, sorted.
    pub fn leaves(&self) -> Vec<usize> {
        let mut leaves = match self {
            Tree::Step(step) => vec![*step],
            Tree::Block { parts, .. } => parts.iter().flat_map(Tree::leaves).collect(),
        };
        leaves.sort_unstable();
        leaves
    }
}

/// What stands at a place: nothing at the end.
fn at(place: Place) -> Option<Tree> {
    match place {
        Place::Step(step) => Some(Tree::Step(step)),
        Place::End => None,
    }
}

/// What finishing a step once makes of a tree, where `goes` says where it leads.
pub fn finish(
    graph: &Graph,
    tree: Tree,
    step: usize,
    goes: &dyn Fn(usize) -> Place,
) -> Option<Tree> {
    match leave(graph, tree, step, goes) {
        Left::Stays(tree) => Some(tree),
        Left::Leaves(place) => at(place),
    }
}

enum Left {
    Stays(Tree),
    Leaves(Place),
}

fn leave(graph: &Graph, tree: Tree, step: usize, goes: &dyn Fn(usize) -> Place) -> Left {
    match tree {
        Tree::Step(own) if own == step => {
            let join = graph.join(step);
            let heads: Vec<usize> = graph.heads(step).collect();
            if heads.is_empty() {
                return Left::Leaves(goes(step));
            }
            let parts: Vec<Tree> = heads
                .into_iter()
                .filter(|head| Place::Step(*head) != join)
                .map(Tree::Step)
                .collect();
            if parts.is_empty() {
                Left::Leaves(join)
            } else {
                Left::Stays(Tree::Block { split: step, parts })
            }
        }
        Tree::Step(own) => Left::Stays(Tree::Step(own)),
        Tree::Block { split, mut parts } => {
            let Some(nth) = parts.iter().position(|part| part.leaves().contains(&step)) else {
                return Left::Stays(Tree::Block { split, parts });
            };
            let part = parts.remove(nth);
            let inside: BTreeSet<usize> = graph.section(split);
            match leave(graph, part, step, goes) {
                Left::Stays(tree) => parts.insert(nth, tree),
                Left::Leaves(Place::Step(to)) if inside.contains(&to) => {
                    parts.insert(nth, Tree::Step(to));
                }
                Left::Leaves(place) if place == graph.join(split) || place == Place::End => {
                    if parts.is_empty() {
                        return Left::Leaves(graph.join(split));
                    }
                }
                // It leaves the section, which is over.
                Left::Leaves(place) => return Left::Leaves(place),
            }
            Left::Stays(Tree::Block { split, parts })
        }
    }
}
