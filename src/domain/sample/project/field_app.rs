//! The field service app, in the middle of the work.

use super::super::decision::Decided;
use super::super::people::Who;
use super::{Line, done, later, open};
use crate::classify::{Answer, Question};
use crate::model::{Column, Stage};

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
    tasks: &[
        done("Watch three technicians for a day", Who::Maya, 55),
        done("Agree on the job list screen", Who::Tomas, 41),
        done("Keep jobs on the phone", Who::Tomas, 19),
        done("Take pictures in a report", Who::Rosa, 9),
        open(Column::Review, "Sign with a finger", Who::Tomas, 1),
        open(Column::Review, "Wording of the customer’s consent", Who::Maya, -1)
            .noted("The legal adviser has the text. Four languages are needed for the release, two for the test."),
        open(Column::Doing, "Merge edits made on two phones", Who::Tomas, 4)
            .noted("Keep both versions of a remark when they differ, and show which phone each came from."),
        open(Column::Doing, "Try it in the basement of the workshop", Who::Ken, 6),
        open(Column::Ready, "Invite 15 technicians to the test", Who::Maya, 9),
        open(Column::Ready, "Form for remarks from the test", Who::Jonas, 10),
        open(Column::Backlog, "Train the support team", Who::Aisha, 27),
        later("Store texts and pictures"),
    ],
};
