//! A map of the directly-follows graph that is readable on any width: steps below one another in
//! the order in which they are usually done, passings to a later step as arcs on the right and back
//! to an earlier one as arcs on the left.

use crate::log::Log;
use crate::mining::follows::Edge;

/// An arc of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// The passing it stands for.
    pub edge: Edge,
    /// The row it begins at, from 0.
    pub from_row: usize,
    /// The row it ends at; not below the first row means that it leads back.
    pub to_row: usize,
    /// How far from the rows it runs, from 0 for the nearest; arcs in one lane do not overlap.
    /// An arc from a row to the next one has none: it is the line between the two.
    pub lane: Option<usize>,
}

/// The map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FlowMap {
    /// The activities, from the top.
    pub rows: Vec<u32>,
    /// The arcs, forward and back.
    pub arcs: Vec<Arc>,
    /// The number of lanes on the right, for arcs forward.
    pub n_forward: usize,
    /// The number of lanes on the left, for arcs back.
    pub n_back: usize,
}

/// Lays out these passings of a log. Activities that were never done are left out.
pub fn layout(log: &Log, edges: &[Edge]) -> FlowMap {
    let rows = rows(log);
    let mut row_of = vec![None; log.activities.len()];
    for (row, activity) in rows.iter().enumerate() {
        if let Some(slot) = row_of.get_mut(*activity as usize) {
            *slot = Some(row);
        }
    }
    let row = |activity: u32| row_of.get(activity as usize).copied().flatten();
    let mut arcs: Vec<Arc> = edges
        .iter()
        .filter_map(|edge| {
            Some(Arc {
                edge: *edge,
                from_row: row(edge.from)?,
                to_row: row(edge.to)?,
                lane: None,
            })
        })
        .collect();
    // Short arcs lie inside long ones.
    arcs.sort_by_key(|arc| (arc.from_row.abs_diff(arc.to_row), arc.from_row, arc.to_row));
    let (mut forward, mut back) = (Lanes::default(), Lanes::default());
    for arc in &mut arcs {
        let span = (arc.from_row.min(arc.to_row), arc.from_row.max(arc.to_row));
        if arc.to_row > arc.from_row + 1 {
            arc.lane = Some(forward.take(span));
        } else if arc.to_row <= arc.from_row {
            arc.lane = Some(back.take(span));
        }
    }
    FlowMap {
        rows,
        arcs,
        n_forward: forward.0.len(),
        n_back: back.0.len(),
    }
}

/// The activities that were done, by their mean place in the cases.
fn rows(log: &Log) -> Vec<u32> {
    // Places are thousandths of the way, so that short and long cases count alike.
    let mut places = vec![(0i64, 0i64); log.activities.len()];
    for case in &log.cases {
        let n_done = log.trace(case).count() as i64;
        for (idx, activity) in log.trace(case).enumerate() {
            if let Some((sum, n)) = places.get_mut(activity as usize) {
                *sum += (2 * idx as i64 + 1) * 1_000 / (2 * n_done).max(1);
                *n += 1;
            }
        }
    }
    let mut rows: Vec<(i64, u32)> = places
        .iter()
        .zip(0..)
        .filter(|((_, n), _)| *n > 0)
        .map(|((sum, n), activity)| (sum / n, activity))
        .collect();
    rows.sort_unstable();
    rows.into_iter().map(|(_, activity)| activity).collect()
}

/// Lanes with the spans of rows that are taken in each.
#[derive(Default)]
struct Lanes(Vec<Vec<(usize, usize)>>);

impl Lanes {
    /// Puts a span into the first lane in which it overlaps nothing.
    fn take(&mut self, span: (usize, usize)) -> usize {
        let is_free = |taken: &Vec<(usize, usize)>| {
            taken
                .iter()
                .all(|other| span.1 < other.0 || other.1 < span.0)
        };
        let lane = self.0.iter().position(is_free).unwrap_or(self.0.len());
        if lane == self.0.len() {
            self.0.push(Vec::new());
        }
        if let Some(taken) = self.0.get_mut(lane) {
            taken.push(span);
        }
        lane
    }
}
