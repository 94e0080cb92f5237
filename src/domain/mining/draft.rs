//! A draft of a documented flow from what runs did.

use std::cmp::Reverse;

use crate::log::Log;
use crate::mining::follows::Follows;
use crate::mining::map::layout;

/// What the step is called that stands before several first ones.
const BEGIN: &str = "Begin";

/// A step of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundStep {
    /// What is done.
    pub title: String,
    /// What was done next, from the most frequent: places in the draft, absent for the end. At
    /// least one.
    pub ways: Vec<Option<usize>>,
}

/// The steps of a map of so much detail, in the order of its rows, each with the ways out of it
/// that the map shows. Every step is reached from the first and leads to the end: where runs began
/// in several ways, a step before them asks for the way, and a circle gets the end it had.
///
/// What was done side by side comes out as a choice: the order in which things were done does not
/// tell the two apart.
pub fn draft(log: &Log, follows: &Follows, percent: u8) -> Vec<FoundStep> {
    let map = layout(log, &follows.edges_at(percent));
    let first = |row: usize| at_row(&follows.n_first, &map.rows, row);
    let last = |row: usize| at_row(&follows.n_last, &map.rows, row);
    let mut steps: Vec<FoundStep> = Vec::new();
    for (row, activity) in map.rows.iter().enumerate() {
        let out = map.arcs.iter().filter(|arc| arc.from_row == row);
        let mut ways: Vec<(u32, Option<usize>)> =
            out.map(|arc| (arc.edge.n, Some(arc.to_row))).collect();
        let n_out: u32 = ways.iter().map(|(n, _)| *n).sum();
        if is_usual(last(row), n_out + last(row)) {
            ways.push((last(row), None));
        }
        ways.sort_by_key(|(n, to)| (Reverse(*n), *to));
        steps.push(FoundStep {
            title: log.name_of(*activity).to_owned(),
            ways: ways.into_iter().map(|(_, to)| to).collect(),
        });
    }
    let rows = || 0..steps.len();
    let n_cases: u32 = rows().map(first).sum();
    let mut starts: Vec<usize> = rows()
        .filter(|row| is_usual(first(*row), n_cases))
        .collect();
    while let Some(row) = most(missed(&steps, &starts), first) {
        starts.push(row);
    }
    while let Some(row) = most(endless(&steps), last) {
        if let Some(step) = steps.get_mut(row) {
            step.ways.push(None);
        }
    }
    if starts != [0] && !steps.is_empty() {
        starts.sort_by_key(|row| (Reverse(first(*row)), *row));
        lead_in(&mut steps, &starts);
    }
    steps
}

/// A few runs that began or ended somewhere do not make that a documented begin or end.
fn is_usual(n: u32, all: u32) -> bool {
    n > 0 && u64::from(n) * 5 >= u64::from(all)
}

fn at_row(counts: &[u32], rows: &[u32], row: usize) -> u32 {
    let activity = rows.get(row).copied().unwrap_or(u32::MAX);
    counts.get(activity as usize).copied().unwrap_or(0)
}

/// The row with the largest count; the first of several.
fn most(rows: Vec<usize>, count: impl Fn(usize) -> u32) -> Option<usize> {
    rows.into_iter()
        .max_by_key(|row| (count(*row), Reverse(*row)))
}

/// The rows to which no way leads from these.
fn missed(steps: &[FoundStep], starts: &[usize]) -> Vec<usize> {
    let mut is_reached = vec![false; steps.len()];
    let mut open = starts.to_vec();
    while let Some(row) = open.pop() {
        if let Some(mark) = is_reached.get_mut(row).filter(|mark| !**mark) {
            *mark = true;
            let ways = steps.get(row).into_iter().flat_map(|step| &step.ways);
            open.extend(ways.flatten());
        }
    }
    unmarked(&is_reached)
}

/// The rows from which no way leads to the end.
fn endless(steps: &[FoundStep]) -> Vec<usize> {
    let mut is_ending = vec![false; steps.len()];
    let mut has_changed = true;
    while has_changed {
        has_changed = false;
        for (row, step) in steps.iter().enumerate() {
            let ends = |way: &Option<usize>| {
                way.is_none_or(|to| is_ending.get(to).copied().unwrap_or(false))
            };
            let ends = step.ways.iter().any(ends);
            if let Some(mark) = is_ending.get_mut(row).filter(|mark| ends && !**mark) {
                *mark = true;
                has_changed = true;
            }
        }
    }
    unmarked(&is_ending)
}

fn unmarked(marks: &[bool]) -> Vec<usize> {
    let rows = marks.iter().enumerate();
    rows.filter(|(_, mark)| !**mark)
        .map(|(row, _)| row)
        .collect()
}

/// Puts a step before all others that leads to these.
fn lead_in(steps: &mut Vec<FoundStep>, starts: &[usize]) {
    for step in steps.iter_mut() {
        for way in &mut step.ways {
            *way = way.map(|row| row + 1);
        }
    }
    let begin = FoundStep {
        title: BEGIN.to_owned(),
        ways: starts.iter().map(|row| Some(row + 1)).collect(),
    };
    steps.insert(0, begin);
}
