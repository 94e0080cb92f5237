//! New scanners for the warehouse, being planned.

use super::super::people::Who;
use super::{Line, begins, done, later, milestone, open};
use crate::model::{Column, LinkKind, Stage};

pub(super) const PROJECT: Line = Line {
    name: "Warehouse scanners",
    objective: "Every pallet is found by a scan instead of a walk. Picking errors fall by half within three months of the change.",
    stage: Stage::Plan,
    owner: Who::Rosa,
    start: -16,
    finish: 96,
    decided: None,
    baseline: None,
    around: None,
    tasks: &[
        done("Visit a warehouse that uses them", Who::Rosa, 11)
            .takes(3)
            .begun(-16),
        done("Count the picking errors of a month", Who::Rosa, 4)
            .takes(8)
            .begun(-15),
        open(Column::Review, "Compare three suppliers", Who::Rosa)
            .takes(6)
            .begun(-8)
            .percent(70)
            .waits(&[begins("Visit a warehouse that uses them")]),
        open(
            Column::Doing,
            "Measure the wireless signal at the docks",
            Who::Tomas,
        )
        .takes(5)
        .begun(-3)
        .percent(40),
        open(Column::Ready, "Budget with spare devices", Who::Maya)
            .takes(4)
            .waits(&[begins("Compare three suppliers")]),
        open(Column::Ready, "List of what could go wrong", Who::Rosa).takes(3),
        milestone("Order placed").waits(&[
            begins("Budget with spare devices"),
            begins("Measure the wireless signal at the docks"),
            begins("List of what could go wrong"),
        ]),
        open(Column::Backlog, "Two-week trial at dock 2", Who::Rosa)
            .takes(10)
            .waits(&[("Order placed", LinkKind::FinishToStart, 15)])
            .noted("The devices come three weeks after the order."),
        later("Labels for the shelves")
            .takes(12)
            .waits(&[begins("Order placed")]),
        later("Train both shifts")
            .takes(6)
            .waits(&[begins("Two-week trial at dock 2")]),
        milestone("All docks scan").waits(&[
            begins("Train both shifts"),
            begins("Labels for the shelves"),
        ]),
    ],
};
