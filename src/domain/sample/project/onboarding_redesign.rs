//! A finished project that left a process behind: new-hire onboarding.

use super::super::people::Who;
use super::{Line, begins, done};
use crate::model::Stage;

pub(super) const PROJECT: Line = Line {
    name: "Onboarding redesign",
    objective: "One agreed way to welcome new colleagues, tried with two of them and handed over as a process with an owner.",
    stage: Stage::Done,
    owner: Who::Priya,
    start: -150,
    finish: -46,
    decided: None,
    baseline: None,
    around: None,
    tasks: &[
        done("Ask the last eight new colleagues", Who::Priya, 139)
            .takes(6)
            .begun(-150),
        done("Map what happens today", Who::Maya, 125)
            .takes(6)
            .begun(-134)
            .waits(&[begins("Ask the last eight new colleagues")]),
        done("Draft the new steps", Who::Priya, 104)
            .takes(10)
            .begun(-121)
            .waits(&[begins("Map what happens today")]),
        done("Try them with the first colleague", Who::Aisha, 83)
            .takes(12)
            .begun(-100)
            .waits(&[begins("Draft the new steps")]),
        done("Try them with the second colleague", Who::Tomas, 66)
            .takes(10)
            .begun(-79)
            .waits(&[begins("Try them with the first colleague")]),
        done("Hand over to the process owner", Who::Maya, 48)
            .takes(8)
            .begun(-60)
            .waits(&[begins("Try them with the second colleague")]),
    ],
};
