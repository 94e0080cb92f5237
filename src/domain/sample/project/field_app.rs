//! The field service app, in the middle of the work.

use super::super::decision::Decided;
use super::super::people::Who;
use super::{Line, begins, done, later, milestone, open, phase};
use crate::classify::{Answer, Question};
use crate::model::{Column, LinkKind, Stage};

pub(super) const PROJECT: Line = Line {
    name: "Field service mobile app",
    objective: "Technicians see their jobs, fill in the report and collect the signature on one phone, with or without a signal. Paper reports are gone two months after the release.",
    stage: Stage::Execute,
    owner: Who::Tomas,
    start: -62,
    finish: 41,
    decided: Some(Decided {
        description: "Build a mobile app for our technicians and launch it before the summer",
        answers: &[
            (Question::Repetition, Answer::Line),
            (Question::End, Answer::Line),
            (Question::Novelty, Answer::Line),
            (Question::PastExperience, Answer::Both),
            (Question::Management, Answer::Line),
        ],
        days_ago: 70,
    }),
    baseline: Some("As agreed with the technicians"),
    around: Some(super::field_app_around::add),
    tasks: &[
        phase(Column::Done, "Find out").reached(41),
        done("Watch three technicians for a day", Who::Maya, 55)
            .part_of("Find out").takes(5).begun(-62),
        done("Agree on the job list screen", Who::Tomas, 44)
            .part_of("Find out").takes(8).begun(-52)
            .waits(&[begins("Watch three technicians for a day")]),
        milestone("Scope agreed").reached(41)
            .part_of("Find out")
            .waits(&[begins("Agree on the job list screen")]),
        phase(Column::Doing, "Build"),
        done("Keep jobs on the phone", Who::Tomas, 19)
            .part_of("Build").takes(12).begun(-38)
            .waits(&[begins("Scope agreed")]),
        done("Take pictures in a report", Who::Rosa, 9)
            .part_of("Build").takes(5).begun(-16)
            .waits(&[begins("Keep jobs on the phone")]),
        open(Column::Review, "Sign with a finger", Who::Tomas)
            .part_of("Build").takes(5).begun(-6).percent(80)
            .waits(&[begins("Take pictures in a report")]),
        open(Column::Doing, "Merge edits made on two phones", Who::Tomas)
            .part_of("Build").takes(15).begun(-16).percent(60)
            .waits(&[begins("Keep jobs on the phone")])
            .noted("Keep both versions of a remark when they differ, and show which phone each came from."),
        open(Column::Doing, "Try it in the basement of the workshop", Who::Ken)
            .part_of("Build").takes(3).begun(-1).percent(30)
            .waits(&[begins("Keep jobs on the phone")]),
        milestone("Feature complete")
            .part_of("Build")
            .waits(&[
                begins("Sign with a finger"),
                begins("Merge edits made on two phones"),
                begins("Try it in the basement of the workshop"),
            ]),
        phase(Column::Ready, "Test and release"),
        open(Column::Review, "Wording of the customer’s consent", Who::Maya)
            .part_of("Test and release").takes(8).begun(-12).percent(85).due(-1)
            .noted("The legal adviser has the text. Four languages are needed for the release, two for the test."),
        open(Column::Ready, "Invite 15 technicians to the test", Who::Maya)
            .part_of("Test and release").takes(4)
            .waits(&[begins("Scope agreed")]),
        open(Column::Ready, "Form for remarks from the test", Who::Jonas)
            .part_of("Test and release").takes(3)
            .waits(&[begins("Sign with a finger")]),
        open(Column::Backlog, "Test with 15 technicians", Who::Maya)
            .part_of("Test and release").takes(15)
            .waits(&[
                begins("Feature complete"),
                begins("Wording of the customer’s consent"),
                begins("Invite 15 technicians to the test"),
                begins("Form for remarks from the test"),
            ]),
        open(Column::Backlog, "Mend what the test finds", Who::Tomas)
            .part_of("Test and release").takes(7)
            .waits(&[begins("Test with 15 technicians")]),
        open(Column::Backlog, "Train the support team", Who::Aisha)
            .part_of("Test and release").takes(3)
            .waits(&[("Test with 15 technicians", LinkKind::StartToStart, 10)]),
        later("Store texts and pictures")
            .part_of("Test and release").takes(4)
            .waits(&[begins("Feature complete")]),
        milestone("Release")
            .part_of("Test and release")
            .waits(&[
                begins("Mend what the test finds"),
                begins("Train the support team"),
                begins("Store texts and pictures"),
            ]),
    ],
};
