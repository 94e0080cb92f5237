//! Conformance: where runs left the documented way.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::log::{Case, Lifecycle, Log};
use crate::measure::basis_points;
use crate::mining::document::Document;
use crate::mining::net::Replay;

/// The ways to leave the documented one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DeviationKind {
    /// A finished run never did a step that every documented way has, or it was left out by hand.
    Skipped,
    /// Something was done that is not documented.
    Inserted,
    /// A step was done again although no documented way leads back to it.
    Repeated,
    /// A step was done before one that should have come first.
    OutOfOrder,
    /// The run, or a step of it, was done after it was promised.
    Late,
    /// A step was done by someone with another role than the documented one.
    WrongRole,
    /// A person put the run on a step or finished one without what it needs.
    ByHand,
}

impl DeviationKind {
    /// Every kind, in the order in which pages list them.
    pub const ALL: [DeviationKind; 7] = [
        DeviationKind::Skipped,
        DeviationKind::Inserted,
        DeviationKind::Repeated,
        DeviationKind::OutOfOrder,
        DeviationKind::Late,
        DeviationKind::WrongRole,
        DeviationKind::ByHand,
    ];

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            DeviationKind::Skipped => "Skipped",
            DeviationKind::Inserted => "Not documented",
            DeviationKind::Repeated => "Repeated",
            DeviationKind::OutOfOrder => "Out of order",
            DeviationKind::Late => "Late",
            DeviationKind::WrongRole => "Wrong role",
            DeviationKind::ByHand => "Moved by hand",
        }
    }
}

/// One kind of deviation at one step, and the runs that had it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deviation {
    /// What kind.
    pub kind: DeviationKind,
    /// At which activity of the log; absent for the run as a whole.
    pub activity: Option<u32>,
    /// The cases, as places in the log's list, each once.
    pub cases: Vec<usize>,
}

/// How the finished runs of a log fit its documents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conformance {
    /// Finished runs that were compared.
    pub n_cases: usize,
    /// Those without a deviation.
    pub n_fitting: usize,
    /// Token-replay fitness over all of them, in basis points; absent without any.
    pub fitness: Option<u16>,
    /// Runs without a deviation ÷ runs, in basis points.
    pub fitting: Option<u16>,
    /// The deviations, from the one that most runs had.
    pub deviations: Vec<Deviation>,
}

/// Holds every finished run against the document of its version; runs of a version without a
/// document are passed over. `role_of` gives the role of the person with a name, if it is known.
pub fn conformance(
    log: &Log,
    documents: &BTreeMap<u32, Document>,
    role_of: impl Fn(&str) -> Option<String>,
) -> Conformance {
    let judges: BTreeMap<u32, Judge> = documents
        .iter()
        .map(|(version, document)| (*version, Judge::new(document)))
        .collect();
    let roles: Vec<Option<String>> = log.actors.iter().map(|actor| role_of(actor)).collect();
    let mut conformance = Conformance::default();
    let mut replay = Replay::default();
    let mut replays: BTreeMap<(u32, Vec<u32>), Replay> = BTreeMap::new();
    let mut found: BTreeMap<(DeviationKind, Option<u32>), Vec<usize>> = BTreeMap::new();
    for (idx, case) in log.cases.iter().enumerate() {
        let Some(judge) = judges
            .get(&case.version)
            .filter(|_| case.finished.is_some())
        else {
            continue;
        };
        let trace: Vec<u32> = log.trace(case).collect();
        let mut deviations = judge.deviations(log, case, &trace, &roles);
        deviations.sort_unstable();
        deviations.dedup();
        conformance.n_cases += 1;
        conformance.n_fitting += usize::from(deviations.is_empty());
        for deviation in deviations {
            found.entry(deviation).or_default().push(idx);
        }
        // Cases that took the same way are replayed once.
        let key = (case.version, trace);
        let one = match replays.get(&key) {
            Some(one) => *one,
            None => {
                let one = judge.net.replay(&key.1);
                replays.insert(key, one);
                one
            }
        };
        replay = replay.plus(one, 1);
    }
    let n_cases = conformance.n_cases as i64;
    conformance.fitting = basis_points(conformance.n_fitting as i64, n_cases);
    conformance.fitness = replay.fitness();
    conformance.deviations = found
        .into_iter()
        .map(|((kind, activity), cases)| Deviation {
            kind,
            activity,
            cases,
        })
        .collect();
    conformance
        .deviations
        .sort_by_key(|deviation| std::cmp::Reverse(deviation.cases.len()));
    conformance
}

/// A document with what is looked up for every run.
struct Judge<'a> {
    document: &'a Document,
    net: crate::mining::net::Net,
    reach: BTreeMap<u32, std::collections::BTreeSet<u32>>,
    required: std::collections::BTreeSet<u32>,
}

impl<'a> Judge<'a> {
    fn new(document: &'a Document) -> Judge<'a> {
        Judge {
            document,
            net: document.net(),
            reach: document.reach(),
            required: document.required(),
        }
    }

    /// Whether the document has the second step only after the first.
    fn is_before(&self, first: u32, second: u32) -> bool {
        let leads = |from: u32, to: u32| self.reach.get(&from).is_some_and(|set| set.contains(&to));
        leads(first, second) && !leads(second, first)
    }

    fn deviations(
        &self,
        log: &Log,
        case: &Case,
        trace: &[u32],
        roles: &[Option<String>],
    ) -> Vec<(DeviationKind, Option<u32>)> {
        let mut found = Vec::new();
        for step in &self.required {
            if !trace.contains(step) {
                found.push((DeviationKind::Skipped, Some(*step)));
            }
        }
        for (idx, step) in trace.iter().enumerate() {
            let earlier = trace.get(..idx).unwrap_or_default();
            if !self.document.has(*step) {
                found.push((DeviationKind::Inserted, Some(*step)));
                continue;
            }
            let is_loop = self.reach.get(step).is_some_and(|set| set.contains(step));
            if earlier.contains(step) {
                if !is_loop {
                    found.push((DeviationKind::Repeated, Some(*step)));
                }
                continue;
            }
            // Done the first time after a step that should come later: that one was too early.
            for other in earlier {
                if self.is_before(*step, *other) {
                    found.push((DeviationKind::OutOfOrder, Some(*other)));
                }
            }
        }
        for event in log.events_of(case) {
            let step = Some(event.activity);
            match event.lifecycle {
                Lifecycle::Omitted => found.push((DeviationKind::Skipped, step)),
                Lifecycle::Moved | Lifecycle::Overridden => {
                    found.push((DeviationKind::ByHand, step));
                }
                Lifecycle::Late => found.push((DeviationKind::Late, step)),
                Lifecycle::Finished => {
                    let documented = self.document.roles.get(&event.activity);
                    let actual = roles.get(event.actor as usize).and_then(Option::as_ref);
                    if let (Some(documented), Some(actual)) = (documented, actual)
                        && !actual.eq_ignore_ascii_case(documented)
                    {
                        found.push((DeviationKind::WrongRole, step));
                    }
                }
                _ => {}
            }
        }
        if matches!((case.finished, case.due), (Some(finished), Some(due)) if due < finished) {
            found.push((DeviationKind::Late, None));
        }
        found
    }
}
