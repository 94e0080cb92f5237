//! Office supplies: paper and coffee before they run out.

use super::super::people::Who;
use super::words::{money, text, within};
use super::{At, Chance, Deed, Does, Earlier, Process, Published, finished, under_way};
use crate::id::StepId;
use crate::model::{FieldKind, Sheet, StepKind, StepWork, Target};

pub(super) const PROCESS: Process = Process {
    name: "Office supplies",
    purpose: "Paper, toner and coffee are there before anyone misses them, with one order every two weeks.",
    owner: Who::Priya,
    days_old: 100,
    decided: None,
    sheet,
    schedule: None,
    steps: &[
        Does {
            title: "Collect wishes",
            instructions: "Count the shelf against the list on the door. Add what colleagues wrote in the channel since the last order.",
            role: "Office and people manager",
        },
        Does {
            title: "Approve",
            instructions: "Compare {{total}} with the budget of the month. Ask the person who wants the dearest item for a reason.",
            role: "Head of operations",
        },
        Does {
            title: "Order",
            instructions: "Order everything from one supplier where that costs at most 5 percent more. Choose delivery before noon.",
            role: "Office and people manager",
        },
        Does {
            title: "Receive and shelve",
            instructions: "Check the delivery note line by line. Put new stock behind the old, and tell people that their wish has arrived.",
            role: "Office and people manager",
        },
    ],
    works,
    versions: &[Published {
        note: "First version",
        days_ago: 100,
    }],
    rounds: &[
        finished("Third floor, first half of the month", 780, 690),
        finished("Third floor, second half of the month", 440, 362),
        under_way("Workshop gloves and towels", 3, 124, 29, Some(Who::Priya)),
        under_way("Third floor, this fortnight", 1, 31, 25, Some(Who::Maya)),
    ],
    earlier: Earlier {
        first: 92 * 24,
        every: 220,
        n: 6,
        seed: 2,
    },
    plays,
    improvements: Vec::new,
};

fn sheet() -> Sheet {
    Sheet {
        trigger: "Every second Thursday, or an empty shelf".to_owned(),
        goal: "Nobody stops working for want of paper.".to_owned(),
        cadence: "Twice a year".to_owned(),
        suppliers: "Colleagues, two suppliers".to_owned(),
        inputs: "Wishes, the list on the door".to_owned(),
        outputs: "A full shelf".to_owned(),
        customers: "Everyone in the house".to_owned(),
        run_name: String::new(),
        run_minutes: Some(6 * 480),
        on_time_percent: Some(90),
    }
}

fn works(ids: &[StepId], _: u32) -> Vec<StepWork> {
    let mut approve = within(480);
    approve.kind = StepKind::Approval {
        rejected: Target::End,
        back: ids.first().copied(),
    };
    vec![
        within(480)
            .asks("wishes", "Wishes", FieldKind::LongText)
            .asks("total", "Sum", FieldKind::Money)
            .branches("total <= 300", ids.get(2)),
        approve,
        within(240).asks("supplier", "Supplier", FieldKind::Text),
        within(4 * 480).ticks(&["Checked against the delivery note", "New behind old"]),
    ]
}

fn plays(at: &At, chance: &mut Chance) -> Deed {
    match at.step {
        0 => {
            let low = if at.name.is_empty() { 120 } else { 320 };
            Deed::done(Who::Priya, chance.within(30, 200), chance.within(20, 50))
                .with("wishes", text("Paper, toner, coffee, hand towels"))
                .with("total", money(chance.within(low, 480)))
        }
        1 => Deed::done(Who::Maya, chance.within(300, 900), chance.within(3, 10)),
        2 => Deed::done(Who::Priya, chance.within(20, 200), chance.within(15, 40))
            .with("supplier", text("Paper & Bean")),
        _ => Deed::done(Who::Priya, chance.within(480, 1_200), chance.within(20, 45)),
    }
}
