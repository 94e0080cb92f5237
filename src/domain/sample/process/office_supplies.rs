//! Office supplies: paper and coffee before they run out.

use super::super::people::Who;
use super::{Does, Process, finished, under_way};

pub(super) const PROCESS: Process = Process {
    name: "Office supplies",
    purpose: "Paper, toner and coffee are there before anyone misses them, with one order every two weeks.",
    owner: Who::Priya,
    days_old: 100,
    decided: None,
    steps: &[
        Does {
            title: "Collect wishes",
            instructions: "Count the shelf against the list on the door. Add what colleagues wrote in the channel since the last order.",
            role: "Office",
        },
        Does {
            title: "Approve",
            instructions: "Compare the sum with the budget of the month. Above 300, ask the person who wants it for a reason.",
            role: "Head of operations",
        },
        Does {
            title: "Order",
            instructions: "Order everything from one supplier where that costs at most 5 percent more. Choose delivery before noon.",
            role: "Office",
        },
        Does {
            title: "Receive and shelve",
            instructions: "Check the delivery note line by line. Put new stock behind the old, and tell people that their wish has arrived.",
            role: "Office",
        },
    ],
    rounds: &[
        finished("Third floor, first half of the month", 780, 690),
        finished("Third floor, second half of the month", 440, 362),
        under_way("Workshop gloves and towels", 3, 124, 29, Some(Who::Priya)),
        under_way("Third floor, this fortnight", 1, 31, 25, Some(Who::Maya)),
    ],
};
