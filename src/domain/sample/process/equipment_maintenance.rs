//! Equipment maintenance: every machine, every month.

use super::super::decision::Decided;
use super::super::people::Who;
use super::{Does, Process, finished, under_way};
use crate::classify::{Answer, Question};

pub(super) const PROCESS: Process = Process {
    name: "Equipment maintenance",
    purpose: "Every machine is checked once a month, so that none stops in the middle of an order.",
    owner: Who::Ken,
    days_old: 120,
    decided: Some(Decided {
        description: "Every month we check the machines in the workshop, fix what is worn and write it in the log",
        answers: &[
            (Question::Repetition, Answer::Loop),
            (Question::End, Answer::Loop),
            (Question::Novelty, Answer::Loop),
            (Question::KnownSteps, Answer::Loop),
            (Question::Success, Answer::NotSure),
        ],
        days_ago: 120,
    }),
    steps: &[
        Does {
            title: "Plan the visit",
            instructions: "Agree on an hour with the shift lead and check that oil, filters and belts are in stock.",
            role: "Facilities",
        },
        Does {
            title: "Inspect",
            instructions: "Switch the machine off and hang the lock on the switch. Go through the sheet on its side from top to bottom. Take a picture of anything worn.",
            role: "Technician",
        },
        Does {
            title: "Repair",
            instructions: "Replace what is worn. If a part is missing, order it and say on the machine until when it may run.",
            role: "Technician",
        },
        Does {
            title: "Test and record",
            instructions: "Run the machine empty for five minutes, then with one piece. Enter hours, parts and remarks in the log.",
            role: "Technician",
        },
    ],
    rounds: &[
        finished("Forklift 1", 820, 790),
        finished("Compressor", 770, 748),
        finished("Label printer, dock 1", 650, 640),
        under_way("Conveyor belt", 2, 76, 28, Some(Who::Ken)),
        under_way("Forklift 2", 1, 29, 4, Some(Who::Ken)),
    ],
};
