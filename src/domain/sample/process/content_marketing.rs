//! Content marketing: one article after another.

use super::super::people::Who;
use super::{Does, Process, finished, under_way};

pub(super) const PROCESS: Process = Process {
    name: "Content marketing",
    purpose: "One article a week that a customer would save. Each round ends with numbers that help to choose the next topic.",
    owner: Who::Jonas,
    days_old: 160,
    decided: None,
    steps: &[
        Does {
            title: "Choose a topic",
            instructions: "Take a question that support heard at least twice this month. Write the reader and the one thing they should be able to do afterward.",
            role: "Marketing",
        },
        Does {
            title: "Write",
            instructions: "Draft it in one sitting, at most 900 words. Show an example before a rule.",
            role: "Writer",
        },
        Does {
            title: "Review",
            instructions: "One person checks the facts, another reads it aloud. Collect all remarks in one list and answer each.",
            role: "Specialist",
        },
        Does {
            title: "Publish",
            instructions: "Add a title under 60 characters, a description and a picture with a text alternative. Publish before ten in the morning and send it to the newsletter.",
            role: "Marketing",
        },
        Does {
            title: "Measure",
            instructions: "After a week, note readers, time on the page and requests that came of it. Write one sentence about what to repeat.",
            role: "Marketing",
        },
    ],
    rounds: &[
        finished("How to read a maintenance log", 710, 430),
        finished("Five checks before winter", 560, 260),
        under_way("When a repair pays off", 4, 405, 74, Some(Who::Jonas)),
        under_way("Packing fragile parts", 2, 240, 98, Some(Who::Rosa)),
        under_way(
            "What a service contract covers",
            2,
            172,
            50,
            Some(Who::Aisha),
        ),
        under_way("Choosing the right charger", 1, 54, 47, Some(Who::Jonas)),
    ],
};
