//! The office building, under construction.

use super::super::people::Who;
use super::{Line, done, later, open};
use crate::model::{Column, Stage};

pub(super) const PROJECT: Line = Line {
    name: "Riverside office building",
    objective: "Eighty people move into a building of our own by the river. It costs less per year than the three rented floors and can be reached by train.",
    stage: Stage::Execute,
    owner: Who::Ken,
    start: -130,
    finish: 168,
    decided: None,
    tasks: &[
        done("Building permit", Who::Ken, 96),
        done("Choose the general contractor", Who::Maya, 74),
        done("Foundation", Who::Ken, 33),
        done("Order the steel frame", Who::Ken, 27),
        open(Column::Doing, "Raise the steel frame", Who::Ken, 12)
            .noted("The crane is booked for two weeks. Wind above 50 km/h stops the work."),
        open(Column::Doing, "Decide on the heating", Who::Maya, 3),
        open(
            Column::Ready,
            "Ask for offers for the windows",
            Who::Ken,
            -2,
        ),
        open(Column::Ready, "Plan of the workplaces", Who::Priya, 20),
        open(
            Column::Backlog,
            "Data lines to the building",
            Who::Tomas,
            60,
        ),
        later("Choose the furniture"),
        later("Give notice for the rented floors"),
    ],
};
