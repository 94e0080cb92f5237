//! A Petri net of the documented flow, and the replay of traces on it.

use std::collections::{BTreeSet, VecDeque};

use crate::measure::basis_points;

/// Places and transitions. A trace begins with one token in the start place and should end with
/// one in the end place and none elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Net {
    /// The number of places.
    pub n_places: u32,
    /// The transitions.
    pub transitions: Vec<Transition>,
    /// Where a case begins.
    pub start: u32,
    /// Where a case ends.
    pub end: u32,
}

/// A transition takes one token from each of some places and gives one to each of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    /// The activity it stands for; absent for a silent one, which only routes.
    pub activity: Option<u32>,
    /// The places it takes from.
    pub takes: Vec<u32>,
    /// The places it gives to.
    pub gives: Vec<u32>,
}

/// What happened to tokens while traces were replayed (A. Rozinat and W. M. P. van der Aalst,
/// “Conformance checking of processes based on monitoring real behavior”, Information Systems 33,
/// 2008).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Replay {
    /// Tokens given, the one at the start included.
    pub produced: u64,
    /// Tokens taken, the one at the end included.
    pub consumed: u64,
    /// Tokens that had to be added for a step to be possible.
    pub missing: u64,
    /// Tokens that were left over.
    pub remaining: u64,
}

impl Replay {
    /// Fitness: ½(1 − missing/consumed) + ½(1 − remaining/produced), in basis points.
    pub fn fitness(self) -> Option<u16> {
        let (c, p) = (
            i64::try_from(self.consumed).ok()?,
            i64::try_from(self.produced).ok()?,
        );
        let (m, r) = (
            i64::try_from(self.missing).ok()?,
            i64::try_from(self.remaining).ok()?,
        );
        // Over one denominator, so that it is rounded once.
        let whole = c.checked_mul(p)?.checked_mul(2)?;
        let part = (c - m)
            .checked_mul(p)?
            .checked_add((p - r).checked_mul(c)?)?;
        basis_points(part, whole)
    }

    /// This replay and `n` times another.
    #[must_use]
    pub fn plus(self, other: Replay, n: u64) -> Replay {
        Replay {
            produced: self.produced + n * other.produced,
            consumed: self.consumed + n * other.consumed,
            missing: self.missing + n * other.missing,
            remaining: self.remaining + n * other.remaining,
        }
    }
}

/// Tokens in each place.
type Marking = Vec<u16>;

/// So many markings are looked at for a way of silent transitions; documents need a handful.
const MAX_MARKINGS: usize = 500;

impl Net {
    /// Replays a trace. Activities the net does not know are passed over.
    pub fn replay(&self, trace: &[u32]) -> Replay {
        let mut replay = Replay {
            produced: 1,
            consumed: 1,
            ..Replay::default()
        };
        let mut marking: Marking = vec![0; self.n_places as usize];
        give(&mut marking, self.start);
        for activity in trace {
            let ways: Vec<&Transition> = self
                .transitions
                .iter()
                .filter(|transition| transition.activity == Some(*activity))
                .collect();
            let Some(first) = ways.first() else { continue };
            let is_possible = |marking: &Marking| ways.iter().any(|way| is_enabled(marking, way));
            self.route(&mut marking, &mut replay, is_possible);
            let enabled = ways.iter().find(|way| is_enabled(&marking, way));
            fire(&mut marking, &mut replay, enabled.unwrap_or(first));
        }
        let end = self.end;
        self.route(&mut marking, &mut replay, |marking| has(marking, end));
        if !take(&mut marking, end) {
            replay.missing += 1;
        }
        replay.remaining = marking.iter().map(|n| u64::from(*n)).sum();
        replay
    }

    /// Fires silent transitions, as few as needed, until the goal holds; none when no way leads
    /// there.
    fn route(&self, marking: &mut Marking, replay: &mut Replay, goal: impl Fn(&Marking) -> bool) {
        if goal(marking) {
            return;
        }
        let silent: Vec<&Transition> = self
            .transitions
            .iter()
            .filter(|transition| transition.activity.is_none())
            .collect();
        let mut seen = BTreeSet::from([marking.clone()]);
        let mut queue = VecDeque::from([(marking.clone(), *replay)]);
        while let Some((at, spent)) = queue.pop_front() {
            for transition in silent.iter().filter(|way| is_enabled(&at, way)) {
                let (mut next, mut spent) = (at.clone(), spent);
                fire(&mut next, &mut spent, transition);
                if goal(&next) {
                    (*marking, *replay) = (next, spent);
                    return;
                }
                if seen.len() < MAX_MARKINGS && seen.insert(next.clone()) {
                    queue.push_back((next, spent));
                }
            }
        }
    }
}

fn has(marking: &Marking, place: u32) -> bool {
    marking.get(place as usize).is_some_and(|n| *n > 0)
}

fn is_enabled(marking: &Marking, transition: &Transition) -> bool {
    transition.takes.iter().all(|place| has(marking, *place))
}

fn give(marking: &mut Marking, place: u32) {
    if let Some(n) = marking.get_mut(place as usize) {
        *n = n.saturating_add(1);
    }
}

/// Takes a token; false when there is none.
fn take(marking: &mut Marking, place: u32) -> bool {
    match marking.get_mut(place as usize) {
        Some(n) if *n > 0 => {
            *n -= 1;
            true
        }
        _ => false,
    }
}

fn fire(marking: &mut Marking, replay: &mut Replay, transition: &Transition) {
    for place in &transition.takes {
        replay.missing += u64::from(!take(marking, *place));
        replay.consumed += 1;
    }
    for place in &transition.gives {
        give(marking, *place);
        replay.produced += 1;
    }
}
