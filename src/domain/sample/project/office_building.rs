//! The office building, under construction.

use super::super::people::Who;
use super::{Line, begins, done, later, milestone, open};
use crate::model::{Column, LinkKind, Stage};

pub(super) const PROJECT: Line = Line {
    name: "Riverside office building",
    objective: "Eighty people move into a building of our own by the river. It costs less per year than the three rented floors and can be reached by train.",
    stage: Stage::Execute,
    owner: Who::Ken,
    start: -130,
    finish: 168,
    decided: None,
    baseline: Some("As signed with the contractor"),
    around: None,
    tasks: &[
        done("Building permit", Who::Ken, 96).takes(22).begun(-130),
        done("Choose the general contractor", Who::Maya, 74)
            .takes(12)
            .begun(-92)
            .waits(&[begins("Building permit")]),
        done("Foundation", Who::Ken, 33)
            .takes(25)
            .begun(-70)
            .waits(&[begins("Choose the general contractor")]),
        done("Order the steel frame", Who::Ken, 27)
            .takes(25)
            .begun(-68)
            .waits(&[begins("Choose the general contractor")]),
        open(Column::Doing, "Raise the steel frame", Who::Ken)
            .takes(20)
            .begun(-22)
            .percent(55)
            .waits(&[begins("Foundation"), begins("Order the steel frame")])
            .noted("The crane is booked for two weeks. Wind above 50 km/h stops the work."),
        open(Column::Doing, "Decide on the heating", Who::Maya)
            .takes(8)
            .begun(-8)
            .percent(60),
        open(Column::Ready, "Ask for offers for the windows", Who::Ken)
            .takes(5)
            .due(-2),
        open(Column::Backlog, "Facade and windows", Who::Ken)
            .takes(25)
            .waits(&[
                begins("Raise the steel frame"),
                begins("Ask for offers for the windows"),
            ]),
        milestone("Weathertight").waits(&[begins("Facade and windows")]),
        open(Column::Backlog, "Fit out the floors", Who::Ken)
            .takes(68)
            .waits(&[
                ("Facade and windows", LinkKind::FinishToStart, -10),
                begins("Decide on the heating"),
            ]),
        open(Column::Ready, "Plan of the workplaces", Who::Priya).takes(12),
        open(Column::Backlog, "Data lines to the building", Who::Tomas)
            .takes(20)
            .waits(&[begins("Weathertight")]),
        later("Choose the furniture")
            .takes(30)
            .waits(&[begins("Plan of the workplaces")]),
        later("Give notice for the rented floors"),
        milestone("Moved in").waits(&[
            begins("Fit out the floors"),
            begins("Data lines to the building"),
            begins("Choose the furniture"),
        ]),
    ],
};
