//! The launch of a lamp, at its beginning.

use super::super::people::Who;
use super::{Line, done, later, open};
use crate::model::{Column, Stage};

pub(super) const PROJECT: Line = Line {
    name: "Launch of the trail lamp",
    objective: "The lamp is in 120 shops on the day of the launch, and the first 2,000 are sold in six weeks.",
    stage: Stage::Initiate,
    owner: Who::Jonas,
    start: -3,
    finish: 117,
    decided: None,
    tasks: &[
        done("Talk to five shops about last year’s lamp", Who::Jonas, 1),
        open(Column::Doing, "Write the charter", Who::Jonas, 4),
        open(Column::Ready, "Find a sponsor", Who::Maya, 6),
        open(Column::Ready, "First idea of the price", Who::Jonas, 11),
        open(
            Column::Backlog,
            "Check how many lamps can be made",
            Who::Rosa,
            18,
        ),
        later("Choose the photographer"),
        later("Samples for the magazines"),
    ],
};
