//! The ways between the steps of a version, or of a draft, and where they lead.

use std::collections::BTreeSet;

use crate::id::StepId;
use crate::model::{Next, StepKind, Target, VersionStep};

/// A place in the flow: a step by its number in the list, or the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A step, from 0.
    Step(usize),
    /// The end of the run, or of a branch inside a parallel section.
    End,
}

/// Why one leads to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// In sequence.
    On,
    /// By the branch of this number, from 0.
    Branch(usize),
    /// When no branch's condition holds.
    Otherwise,
    /// Into the parallel branch of this number, from 0.
    Parallel(usize),
    /// An approval said no.
    Rejected,
    /// An approval sent it back.
    Back,
}

/// A way from a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edge {
    /// The step it leaves, from 0.
    pub from: usize,
    /// Where it leads.
    pub to: Place,
    /// Why.
    pub way: Way,
}

/// The ways between steps in list order.
#[derive(Clone, Copy)]
pub struct Graph<'a> {
    /// The steps, in the order of the list.
    pub steps: &'a [VersionStep],
}

impl<'a> Graph<'a> {
    /// The ways between these steps.
    pub fn new(steps: &'a [VersionStep]) -> Graph<'a> {
        Graph { steps }
    }

    /// The number of a step in the list.
    pub fn position(&self, id: StepId) -> Option<usize> {
        self.steps.iter().position(|step| step.step == id)
    }

    /// The id of a step.
    pub fn id(&self, step: usize) -> Option<StepId> {
        self.steps.get(step).map(|step| step.step)
    }

    /// Where a target of a step leads. One whose step is gone leads to the step below.
    pub fn resolve(&self, from: usize, target: Target) -> Place {
        match target {
            Target::Following => self.following(from),
            Target::End => Place::End,
            Target::Step(id) => self
                .position(id)
                .map_or_else(|| self.following(from), Place::Step),
        }
    }

    /// The step below, or the end. Where another branch of a parallel section begins below, the
    /// branch is over, and it leads to where the branches come together.
    pub fn following(&self, from: usize) -> Place {
        let below = from + 1;
        let Some(id) = self.id(below) else {
            return Place::End;
        };
        for split in 0..from {
            if self.heads(split).any(|head| self.id(head) == Some(id)) {
                return self.join(split);
            }
        }
        Place::Step(below)
    }

    /// The first steps of a step's parallel branches, in their order and each once.
    pub fn heads(&self, split: usize) -> impl Iterator<Item = usize> + '_ {
        let heads: &[StepId] = match self.steps.get(split).map(|step| &step.work.next) {
            Some(Next::All { heads, .. }) => heads,
            _ => &[],
        };
        heads.iter().enumerate().filter_map(move |(nth, head)| {
            let is_first = heads.iter().take(nth).all(|earlier| earlier != head);
            is_first.then(|| self.position(*head)).flatten()
        })
    }

    /// Where the branches of a step's parallel section come together.
    pub fn join(&self, split: usize) -> Place {
        match self.steps.get(split).map(|step| &step.work.next) {
            Some(Next::All {
                join: Target::Step(id),
                ..
            }) => self.position(*id).map_or(Place::End, Place::Step),
            _ => Place::End,
        }
    }

    /// The steps inside a step's parallel section: those a branch can come to before the join.
    pub fn section(&self, split: usize) -> BTreeSet<usize> {
        let join = self.join(split);
        let mut inside = BTreeSet::new();
        let mut open: Vec<usize> = self
            .heads(split)
            .filter(|head| Place::Step(*head) != join)
            .collect();
        while let Some(step) = open.pop() {
            // Whoever comes to the split again has left its section.
            if step != split && inside.insert(step) {
                let ways = self.edges(step).into_iter();
                open.extend(ways.filter_map(|edge| match edge.to {
                    Place::Step(to) if edge.to != join => Some(to),
                    _ => None,
                }));
            }
        }
        inside
    }

    /// Every way out of a step.
    pub fn edges(&self, from: usize) -> Vec<Edge> {
        let Some(step) = self.steps.get(from) else {
            return Vec::new();
        };
        let mut edges = Vec::new();
        let mut add = |to, way| edges.push(Edge { from, to, way });
        match &step.work.next {
            Next::Following => add(self.following(from), Way::On),
            Next::Go(target) => add(self.resolve(from, *target), Way::On),
            Next::Choose {
                branches,
                otherwise,
            } => {
                for (nth, branch) in branches.iter().enumerate() {
                    add(self.resolve(from, branch.to), Way::Branch(nth));
                }
                add(self.resolve(from, *otherwise), Way::Otherwise);
            }
            Next::All { .. } => {
                let mut heads = self.heads(from).enumerate().peekable();
                if heads.peek().is_none() {
                    add(self.join(from), Way::On);
                }
                for (nth, head) in heads {
                    add(Place::Step(head), Way::Parallel(nth));
                }
            }
        }
        if let StepKind::Approval { rejected, .. } = &step.work.kind {
            add(self.resolve(from, *rejected), Way::Rejected);
            if let Some(back) = self.back(from) {
                add(Place::Step(back), Way::Back);
            }
        }
        edges
    }

    /// Where an approval sends back to: what it says, else the step above.
    pub fn back(&self, from: usize) -> Option<usize> {
        let said = match self.steps.get(from).map(|step| &step.work.kind) {
            Some(StepKind::Approval { back, .. }) => back.and_then(|id| self.position(id)),
            _ => None,
        };
        said.or_else(|| from.checked_sub(1))
    }

    /// Every step that can be come to from these, themselves included.
    pub fn reach(&self, from: impl IntoIterator<Item = Place>) -> BTreeSet<usize> {
        let mut seen = BTreeSet::new();
        let mut open: Vec<Place> = from.into_iter().collect();
        while let Some(place) = open.pop() {
            let Place::Step(step) = place else { continue };
            if step < self.steps.len() && seen.insert(step) {
                open.extend(self.edges(step).into_iter().map(|edge| edge.to));
                if self.heads(step).next().is_some() {
                    open.push(self.join(step));
                }
            }
        }
        seen
    }
}
