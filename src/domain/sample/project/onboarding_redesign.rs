//! A finished project that left a process behind: new-hire onboarding.

use super::super::people::Who;
use super::{Line, done};
use crate::model::Stage;

pub(super) const PROJECT: Line = Line {
    name: "Onboarding redesign",
    objective: "One agreed way to welcome new colleagues, tried with two of them and handed over as a process with an owner.",
    stage: Stage::Done,
    owner: Who::Priya,
    start: -150,
    finish: -46,
    decided: None,
    tasks: &[
        done("Ask the last eight new colleagues", Who::Priya, 139),
        done("Map what happens today", Who::Maya, 125),
        done("Draft the new steps", Who::Priya, 104),
        done("Try them with the first colleague", Who::Aisha, 83),
        done("Try them with the second colleague", Who::Tomas, 66),
        done("Hand over to the process owner", Who::Maya, 48),
    ],
};
