//! The documented flow, as far as mining needs it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::flow::graph::{Graph, Place};
use crate::log::Log;
use crate::mining::net::{Net, Transition};
use crate::model::{StepKind, Version};

/// What follows a step. `None` is the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Way {
    /// One of these.
    One(Vec<Option<u32>>),
    /// Each of the heads, side by side, until all have come to the place where they meet.
    All {
        /// The first activity of each branch.
        heads: Vec<u32>,
        /// Where the branches meet.
        join: Option<u32>,
    },
}

/// The documented flow of one version over the activities of a log.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The first step; absent for a document without steps.
    pub start: Option<u32>,
    /// What follows each step.
    pub ways: BTreeMap<u32, Way>,
    /// The role that does each step, where one is named.
    pub roles: BTreeMap<u32, String>,
    /// The steps that wait for someone's approval.
    pub approvals: BTreeSet<u32>,
}

impl Document {
    /// The document of a version, over the activities of a log. Steps the log has never seen are
    /// left out of neither: they get places behind those of the log.
    pub fn of(version: &Version, log: &Log) -> Document {
        let mut n_places = u32::try_from(log.activities.len()).unwrap_or(u32::MAX);
        let mut places = Vec::new();
        for step in &version.steps {
            let known = log
                .activities
                .iter()
                .position(|activity| activity.step == Some(step.step));
            places.push(
                known
                    .and_then(|place| u32::try_from(place).ok())
                    .unwrap_or_else(|| {
                        n_places += 1;
                        n_places - 1
                    }),
            );
        }
        let graph = Graph::new(&version.steps);
        let at = |place: Place| match place {
            Place::Step(idx) => places.get(idx).copied(),
            Place::End => None,
        };
        let mut document = Document {
            start: places.first().copied(),
            ..Document::default()
        };
        for (idx, (place, step)) in places.iter().zip(&version.steps).enumerate() {
            let heads: Vec<u32> = graph
                .heads(idx)
                .filter_map(|head| at(Place::Step(head)))
                .collect();
            let way = if heads.is_empty() {
                let mut targets: Vec<Option<u32>> = graph
                    .edges(idx)
                    .into_iter()
                    .map(|edge| at(edge.to))
                    .collect();
                targets.sort_unstable();
                targets.dedup();
                Way::One(targets)
            } else {
                let join = at(graph.join(idx));
                Way::All { heads, join }
            };
            document.ways.insert(*place, way);
            // A role that names a field is another one in each run.
            if !step.role.is_empty() && !step.role.contains("{{") {
                document.roles.insert(*place, step.role.clone());
            }
            if matches!(step.work.kind, StepKind::Approval { .. }) {
                document.approvals.insert(*place);
            }
        }
        document
    }

    /// Steps one after another.
    pub fn sequence(steps: &[u32]) -> Document {
        let next = steps.iter().skip(1).map(|step| Some(*step)).chain([None]);
        Document {
            start: steps.first().copied(),
            ways: steps
                .iter()
                .zip(next)
                .map(|(step, next)| (*step, Way::One(vec![next])))
                .collect(),
            ..Document::default()
        }
    }

    /// Whether a step is documented.
    pub fn has(&self, step: u32) -> bool {
        self.ways.contains_key(&step)
    }

    /// The steps that can come after each step, by however many ways.
    pub fn reach(&self) -> BTreeMap<u32, BTreeSet<u32>> {
        self.ways
            .keys()
            .map(|step| {
                let mut reached = BTreeSet::new();
                let mut open = self.next(*step);
                while let Some(next) = open.pop() {
                    if reached.insert(next) {
                        open.extend(self.next(next));
                    }
                }
                (*step, reached)
            })
            .collect()
    }

    /// The steps that no documented way to the end goes round.
    pub fn required(&self) -> BTreeSet<u32> {
        let steps = self.ways.keys().copied();
        steps.filter(|step| !self.can_avoid(*step)).collect()
    }

    fn next(&self, step: u32) -> Vec<u32> {
        match self.ways.get(&step) {
            Some(Way::One(targets)) => targets.iter().copied().flatten().collect(),
            Some(Way::All { heads, join }) => heads.iter().copied().chain(*join).collect(),
            None => Vec::new(),
        }
    }

    /// Whether the end can be reached without a step: the steps from which it can are found from
    /// the end backward.
    fn can_avoid(&self, avoided: u32) -> bool {
        let mut can_end: BTreeSet<u32> = BTreeSet::new();
        loop {
            let ends = |target: &Option<u32>| target.is_none_or(|target| can_end.contains(&target));
            let found: Vec<u32> = self
                .ways
                .iter()
                .filter(|(step, way)| {
                    **step != avoided
                        && !can_end.contains(step)
                        && match way {
                            Way::One(targets) => targets.iter().any(ends),
                            Way::All { heads, join } => {
                                ends(join) && heads.iter().all(|head| can_end.contains(head))
                            }
                        }
                })
                .map(|(step, _)| *step)
                .collect();
            if found.is_empty() {
                return self.start.is_none_or(|start| can_end.contains(&start));
            }
            can_end.extend(found);
        }
    }

    /// The Petri net of the flow: a place before each step; silent transitions choose among
    /// several ways, begin branches side by side and join them.
    pub fn net(&self) -> Net {
        let Some(start) = self.start else {
            return Net {
                n_places: 1,
                ..Net::default()
            };
        };
        let mut weaver = Weaver {
            document: self,
            net: Net::default(),
            before: BTreeMap::new(),
        };
        weaver.net.end = weaver.place();
        weaver.net.start = weaver.place();
        weaver.before.insert(start, weaver.net.start);
        let outermost = Branch {
            join: None,
            wait: weaver.net.end,
        };
        weaver.step(start, outermost);
        weaver.net
    }
}

/// Makes the net of a document.
struct Weaver<'a> {
    document: &'a Document,
    net: Net,
    /// The place before each step met so far.
    before: BTreeMap<u32, u32>,
}

/// Where a branch leads in the end, and the place that then holds its token.
#[derive(Clone, Copy)]
struct Branch {
    join: Option<u32>,
    wait: u32,
}

impl Weaver<'_> {
    fn place(&mut self) -> u32 {
        self.net.n_places += 1;
        self.net.n_places - 1
    }

    fn add(&mut self, activity: Option<u32>, takes: Vec<u32>, gives: Vec<u32>) {
        self.net.transitions.push(Transition {
            activity,
            takes,
            gives,
        });
    }

    /// The place a token comes to on its way to a target, whose own step is woven if it is new.
    fn target(&mut self, target: Option<u32>, branch: Branch) -> u32 {
        match target {
            Some(step) if target != branch.join => match self.before.get(&step) {
                Some(place) => *place,
                None => {
                    let place = self.place();
                    self.before.insert(step, place);
                    self.step(step, branch);
                    place
                }
            },
            // The end within a branch is the end of the branch.
            _ => branch.wait,
        }
    }

    fn step(&mut self, step: u32, branch: Branch) {
        let before = self.before.get(&step).copied().unwrap_or(self.net.start);
        let document = self.document;
        match document.ways.get(&step) {
            Some(Way::One(targets)) if targets.len() > 1 => {
                let after = self.place();
                self.add(Some(step), vec![before], vec![after]);
                for target in targets {
                    let place = self.target(*target, branch);
                    self.add(None, vec![after], vec![place]);
                }
            }
            Some(Way::One(targets)) => {
                let place = self.target(targets.first().copied().flatten(), branch);
                self.add(Some(step), vec![before], vec![place]);
            }
            Some(Way::All { heads, join }) => {
                let (mut begins, mut waits) = (Vec::new(), Vec::new());
                for head in heads {
                    let wait = self.place();
                    waits.push(wait);
                    begins.push(self.target(Some(*head), Branch { join: *join, wait }));
                }
                self.add(Some(step), vec![before], begins);
                let place = self.target(*join, branch);
                self.add(None, waits, vec![place]);
            }
            None => self.add(Some(step), vec![before], vec![branch.wait]),
        }
    }
}
