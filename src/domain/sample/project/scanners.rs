//! New scanners for the warehouse, being planned.

use super::super::people::Who;
use super::{Line, done, later, open};
use crate::model::{Column, Stage};

pub(super) const PROJECT: Line = Line {
    name: "Warehouse scanners",
    objective: "Every pallet is found by a scan instead of a walk. Picking errors fall by half within three months of the change.",
    stage: Stage::Plan,
    owner: Who::Rosa,
    start: -16,
    finish: 96,
    decided: None,
    tasks: &[
        done("Visit a warehouse that uses them", Who::Rosa, 11),
        done("Count the picking errors of a month", Who::Rosa, 4),
        open(Column::Review, "Compare three suppliers", Who::Rosa, 2),
        open(
            Column::Doing,
            "Measure the wireless signal at the docks",
            Who::Tomas,
            5,
        ),
        open(Column::Ready, "Budget with spare devices", Who::Maya, 8),
        open(Column::Ready, "List of what could go wrong", Who::Rosa, 8),
        open(Column::Backlog, "Two-week trial at dock 2", Who::Rosa, 34),
        later("Train both shifts"),
        later("Labels for the shelves"),
    ],
};
