//! Customer support: questions in, answers out.

use super::super::people::Who;
use super::{Does, Process, finished, under_way};

pub(super) const PROCESS: Process = Process {
    name: "Customer support",
    purpose: "Every question gets a useful answer within one working day, and the same question seldom comes twice.",
    owner: Who::Aisha,
    days_old: 210,
    decided: None,
    steps: &[
        Does {
            title: "Receive",
            instructions: "Check that the question names a customer and a product. If one is missing, ask for it now. Confirm that we have the question and say when we will answer.",
            role: "Anyone",
        },
        Does {
            title: "Triage",
            instructions: "Read the last three tickets of this customer. Choose the area, and mark anything about safety as urgent.",
            role: "Support agent",
        },
        Does {
            title: "Investigate",
            instructions: "Try to repeat the problem on the same version. Write down the shortest steps that show it. After four hours, hand over with what you have found.",
            role: "Specialist",
        },
        Does {
            title: "Reply",
            instructions: "Start with the answer, then the reason. Say what the customer should do next and what we will do.",
            role: "Support agent",
        },
        Does {
            title: "Confirm",
            instructions: "Wait two days for the customer. When they agree, or stay silent, go on. When they disagree, put the run back to Investigate.",
            role: "Support agent",
        },
        Does {
            title: "Close and learn",
            instructions: "If someone else could ask the same, add the answer to the help pages. Note in one line what would have prevented the question.",
            role: "Support agent",
        },
    ],
    rounds: &[
        finished("Gift card not accepted", 190, 121),
        finished("Order shows as sent twice", 168, 98),
        finished("Where to find the serial number", 141, 90),
        under_way(
            "Replacement pump arrived scratched",
            4,
            77,
            26,
            Some(Who::Maya),
        ),
        under_way(
            "Statement lists a closed account",
            3,
            30,
            3,
            Some(Who::Aisha),
        ),
        under_way(
            "App signs me out every morning",
            2,
            27,
            22,
            Some(Who::Tomas),
        ),
        under_way("Export of last quarter stays empty", 2, 9, 5, None),
        under_way("Two parcels with one tracking number", 1, 3, 2, None),
    ],
};
