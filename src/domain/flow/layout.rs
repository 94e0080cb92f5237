//! Where the steps of a map stand: columns by the longest way from the start, rows by the ways
//! that cross least (the barycentre heuristic of Sugiyama, Tagawa and Toda, 1981).

use std::collections::BTreeMap;

use crate::flow::graph::{Edge, Graph, Place};

/// A map: a place for each step and for the end, and the ways between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// Column and row of each step, from 0, in the order of the list.
    pub steps: Vec<Cell>,
    /// Column and row of the end.
    pub end: Cell,
    /// The ways, each once.
    pub edges: Vec<Drawn>,
    /// Columns in all.
    pub n_columns: usize,
    /// Rows in all.
    pub n_rows: usize,
}

/// A place on the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// From the left, from 0.
    pub column: usize,
    /// From the top, from 0.
    pub row: usize,
}

/// A way on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    /// The way.
    pub edge: Edge,
    /// Whether it leads back or stays in its column: rework.
    pub is_back: bool,
}

/// The map of these steps.
pub fn layout(graph: &Graph) -> Layout {
    let n_steps = graph.steps.len();
    let mut edges: Vec<Edge> = (0..n_steps).flat_map(|step| graph.edges(step)).collect();
    edges.sort_by_key(|edge| (edge.from, edge.to, edge.way));
    edges.dedup_by_key(|edge| (edge.from, edge.to));
    let back = back_edges(n_steps, &edges);
    let columns = columns(n_steps, &edges, &back);
    let end_column = columns.iter().max().map_or(0, |last| last + 1);
    let rows = rows(&columns, &edges, &back);
    let steps: Vec<Cell> = columns
        .iter()
        .zip(&rows)
        .map(|(column, row)| Cell {
            column: *column,
            row: *row,
        })
        .collect();
    let n_rows = rows.iter().max().map_or(1, |last| last + 1);
    // The end stands beside the last step that leads to it.
    let end_row = edges
        .iter()
        .filter(|edge| edge.to == Place::End)
        .filter_map(|edge| steps.get(edge.from))
        .max_by_key(|cell| cell.column)
        .map_or(0, |cell| cell.row);
    Layout {
        edges: edges
            .iter()
            .zip(&back)
            .map(|(edge, is_back)| Drawn {
                edge: *edge,
                is_back: *is_back,
            })
            .collect(),
        end: Cell {
            column: end_column,
            row: end_row,
        },
        n_columns: end_column + 1,
        n_rows,
        steps,
    }
}

/// Ways to a step that is still being walked through, or to one above that was walked before.
fn back_edges(n_steps: usize, edges: &[Edge]) -> Vec<bool> {
    let mut is_back = vec![false; edges.len()];
    let mut state = vec![0_u8; n_steps];
    for root in 0..n_steps {
        if state.get(root) != Some(&0) {
            continue;
        }
        // A walk by hand: maps are small, but files may hold any number of steps.
        let mut walk = vec![(root, out_of(edges, root))];
        set(&mut state, root, 1);
        while let Some((step, open)) = walk.last_mut() {
            let step = *step;
            let Some(at) = open.pop() else {
                set(&mut state, step, 2);
                walk.pop();
                continue;
            };
            let Some(Place::Step(to)) = edges.get(at).map(|edge| edge.to) else {
                continue;
            };
            match state.get(to) {
                Some(1) => set_flag(&mut is_back, at),
                Some(0) => {
                    set(&mut state, to, 1);
                    walk.push((to, out_of(edges, to)));
                }
                _ => {}
            }
        }
    }
    is_back
}

fn out_of(edges: &[Edge], step: usize) -> Vec<usize> {
    // From the back, so that the first way is walked first.
    let own = edges.iter().enumerate().rev();
    own.filter(|(_, edge)| edge.from == step)
        .map(|(at, _)| at)
        .collect()
}

fn set(states: &mut [u8], at: usize, value: u8) {
    if let Some(state) = states.get_mut(at) {
        *state = value;
    }
}

fn set_flag(flags: &mut [bool], at: usize) {
    if let Some(flag) = flags.get_mut(at) {
        *flag = true;
    }
}

/// The longest way to each step without going back.
fn columns(n_steps: usize, edges: &[Edge], back: &[bool]) -> Vec<usize> {
    let mut columns = vec![0_usize; n_steps];
    // Without ways back there is no circle, so each pass settles at least one more column.
    for _ in 0..n_steps {
        let mut has_moved = false;
        for (edge, is_back) in edges.iter().zip(back) {
            let Place::Step(to) = edge.to else { continue };
            let wanted = columns.get(edge.from).map_or(0, |from| from + 1);
            if let Some(column) = columns
                .get_mut(to)
                .filter(|column| !is_back && **column < wanted)
            {
                *column = wanted;
                has_moved = true;
            }
        }
        if !has_moved {
            break;
        }
    }
    columns
}

fn rows(columns: &[usize], edges: &[Edge], back: &[bool]) -> Vec<usize> {
    let n_columns = columns.iter().max().map_or(0, |last| last + 1);
    let mut layers: Vec<Vec<usize>> = vec![Vec::new(); n_columns];
    for (step, column) in columns.iter().enumerate() {
        if let Some(layer) = layers.get_mut(*column) {
            layer.push(step);
        }
    }
    let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
    for layer in &layers {
        rows.extend(layer.iter().enumerate().map(|(row, step)| (*step, row)));
    }
    for pass in 0..8 {
        let is_forward = pass % 2 == 0;
        let order: Vec<usize> = if is_forward {
            (0..n_columns).collect()
        } else {
            (0..n_columns).rev().collect()
        };
        for column in order {
            let Some(layer) = layers.get_mut(column) else {
                continue;
            };
            let weight = |step: usize| {
                let beside = edges.iter().zip(back).filter(|(_, is_back)| !**is_back);
                let rows_of: Vec<usize> = beside
                    .filter_map(|(edge, _)| match edge.to {
                        Place::Step(to) if is_forward && to == step => rows.get(&edge.from),
                        Place::Step(to) if !is_forward && edge.from == step => rows.get(&to),
                        _ => None,
                    })
                    .copied()
                    .collect();
                match rows_of.len() {
                    0 => rows.get(&step).copied().unwrap_or(0) * 1_000,
                    n => rows_of.iter().sum::<usize>() * 1_000 / n,
                }
            };
            layer.sort_by_key(|step| (weight(*step), *step));
            let placed: Vec<(usize, usize)> = layer
                .iter()
                .enumerate()
                .map(|(row, step)| (*step, row))
                .collect();
            rows.extend(placed);
        }
    }
    (0..columns.len())
        .map(|step| rows.get(&step).copied().unwrap_or(0))
        .collect()
}
