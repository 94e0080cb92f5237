//! Suggestions: what the data says is worth a look, with the runs it rests on.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::log::{Lifecycle, Log};
use crate::measure::bottleneck::Bottleneck;
use crate::measure::percentile::Spread;
use crate::measure::steps::StepTimes;
use crate::mining::document::Document;
use crate::mining::variants::Variant;

/// Fewer finished runs are no ground for a suggestion.
pub const MIN_CASES: usize = 10;

/// Something found in the data. Cases are places in the log's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Suggestion {
    /// Runs queue at a step.
    Bottleneck {
        /// The step with its evidence.
        found: Bottleneck,
    },
    /// Runs come back to a step: at least one in seven.
    Rework {
        /// The step they come back to.
        activity: u32,
        /// The runs that did.
        cases: Vec<usize>,
        /// The share of finished runs in percent.
        percent: u16,
    },
    /// Runs wait longer for an approval than half of a run takes elsewhere.
    ApprovalWait {
        /// The approval.
        activity: u32,
        /// How long runs stay there, and how many did.
        stay: Spread,
    },
    /// A way that is not the documented one is taken often and is faster than the others.
    Standardise {
        /// The way.
        trace: Vec<u32>,
        /// The runs that took it.
        cases: Vec<usize>,
        /// Its coverage in percent.
        percent: u16,
        /// Its median lead time, and that of all other runs, in calendar time.
        p50: (i64, i64),
    },
    /// A step is left out or overridden by hand in at least a third of the runs.
    Overridden {
        /// The step.
        activity: u32,
        /// The runs in which it was.
        cases: Vec<usize>,
        /// The share of finished runs in percent.
        percent: u16,
    },
}

impl Suggestion {
    /// The runs it rests on; empty for one that rests on all.
    pub fn cases(&self) -> &[usize] {
        match self {
            Suggestion::Rework { cases, .. }
            | Suggestion::Standardise { cases, .. }
            | Suggestion::Overridden { cases, .. } => cases,
            Suggestion::Bottleneck { .. } | Suggestion::ApprovalWait { .. } => &[],
        }
    }
}

/// What was measured already, to suggest from.
pub struct Measured<'a> {
    /// The times of each step.
    pub steps: &'a [StepTimes],
    /// The bottleneck, if there is one.
    pub bottleneck: Option<Bottleneck>,
    /// The variants of the finished runs.
    pub variants: &'a [Variant],
}

/// The suggestions of a log with its documents, by version; none below ten finished runs.
pub fn suggestions(
    log: &Log,
    documents: &BTreeMap<u32, Document>,
    measured: &Measured,
) -> Vec<Suggestion> {
    let n_cases = log
        .cases
        .iter()
        .filter(|case| case.finished.is_some())
        .count();
    if n_cases < MIN_CASES {
        return Vec::new();
    }
    let mut found = Vec::new();
    found.extend(
        measured
            .bottleneck
            .filter(|bottleneck| bottleneck.share >= 3_000)
            .map(|found| Suggestion::Bottleneck { found }),
    );
    let by_hand =
        |lifecycle: Lifecycle| matches!(lifecycle, Lifecycle::Omitted | Lifecycle::Overridden);
    for activity in 0..u32::try_from(log.activities.len()).unwrap_or(0) {
        let repeated = cases_where(log, |case| {
            log.trace(case).filter(|step| *step == activity).count() > 1
        });
        if repeated.len() * 7 >= n_cases {
            found.push(Suggestion::Rework {
                activity,
                percent: percent(repeated.len(), n_cases),
                cases: repeated,
            });
        }
        let overridden = cases_where(log, |case| {
            let mut events = log.events_of(case).iter();
            events.any(|event| event.activity == activity && by_hand(event.lifecycle))
        });
        if overridden.len() * 3 >= n_cases {
            found.push(Suggestion::Overridden {
                activity,
                percent: percent(overridden.len(), n_cases),
                cases: overridden,
            });
        }
    }
    let approvals: BTreeSet<u32> = documents
        .values()
        .flat_map(|document| document.approvals.iter().copied())
        .collect();
    found.extend(
        approvals
            .iter()
            .filter_map(|activity| approval_wait(measured.steps, *activity)),
    );
    found.extend(standardise(log, documents, measured.variants, n_cases));
    found
}

fn cases_where(log: &Log, holds: impl Fn(&crate::log::Case) -> bool) -> Vec<usize> {
    let finished = log.cases.iter().enumerate();
    finished
        .filter(|(_, case)| case.finished.is_some() && holds(case))
        .map(|(idx, _)| idx)
        .collect()
}

fn percent(part: usize, whole: usize) -> u16 {
    u16::try_from((part * 100 + whole / 2) / whole.max(1)).unwrap_or(100)
}

/// An approval at which half of the runs stay longer than at all other steps together.
fn approval_wait(steps: &[StepTimes], activity: u32) -> Option<Suggestion> {
    let stay = steps.get(activity as usize)?.stay?;
    let elsewhere: i64 = steps
        .iter()
        .zip(0..)
        .filter(|(_, place)| *place != activity)
        .filter_map(|(step, _)| step.stay.map(|stay| stay.p50))
        .sum();
    (stay.n >= MIN_CASES && stay.p50 > elsewhere / 2)
        .then_some(Suggestion::ApprovalWait { activity, stay })
}

/// The most frequent undocumented way of at least one run in five, if it is faster.
fn standardise(
    log: &Log,
    documents: &BTreeMap<u32, Document>,
    variants: &[Variant],
    n_cases: usize,
) -> Option<Suggestion> {
    let is_documented = |variant: &Variant| {
        documents.values().any(|document| {
            let replay = document.net().replay(&variant.trace);
            replay.missing == 0
                && replay.remaining == 0
                && variant.trace.iter().all(|step| document.has(*step))
        })
    };
    let variant = variants
        .iter()
        .take_while(|variant| variant.cases.len() * 5 >= n_cases)
        .find(|variant| !is_documented(variant))?;
    let lead = |idx: usize| {
        let case = log.cases.get(idx)?;
        Some(case.finished?.millis_since(case.accepted))
    };
    let within: BTreeSet<usize> = variant.cases.iter().copied().collect();
    let here = Spread::of(variant.cases.iter().filter_map(|idx| lead(*idx)).collect())?;
    let others = (0..log.cases.len()).filter(|idx| !within.contains(idx));
    let elsewhere = Spread::of(others.filter_map(lead).collect())?;
    (here.p50 < elsewhere.p50).then(|| Suggestion::Standardise {
        trace: variant.trace.clone(),
        cases: variant.cases.clone(),
        percent: percent(variant.cases.len(), n_cases),
        p50: (here.p50, elsewhere.p50),
    })
}
