//! The launch of a lamp, at its beginning.

use super::super::people::Who;
use super::{Line, begins, done, later, milestone, open};
use crate::model::{Column, Stage};

pub(super) const PROJECT: Line = Line {
    name: "Launch of the trail lamp",
    objective: "The lamp is in 120 shops on the day of the launch, and the first 2,000 are sold in six weeks.",
    stage: Stage::Initiate,
    owner: Who::Jonas,
    start: -3,
    finish: 117,
    decided: None,
    baseline: None,
    around: None,
    tasks: &[
        done("Talk to five shops about last year’s lamp", Who::Jonas, 1)
            .takes(2)
            .begun(-3),
        open(Column::Doing, "Write the charter", Who::Jonas)
            .takes(4)
            .begun(-1)
            .percent(30),
        open(Column::Ready, "Find a sponsor", Who::Maya).takes(3),
        open(Column::Ready, "First idea of the price", Who::Jonas)
            .takes(5)
            .waits(&[begins("Write the charter")]),
        open(
            Column::Backlog,
            "Check how many lamps can be made",
            Who::Rosa,
        )
        .takes(6)
        .waits(&[begins("First idea of the price")]),
        milestone("Go or no go").waits(&[
            begins("Find a sponsor"),
            begins("Check how many lamps can be made"),
        ]),
        later("Choose the photographer"),
        later("Samples for the magazines"),
    ],
};
