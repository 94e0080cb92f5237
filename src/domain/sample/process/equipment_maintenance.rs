//! Equipment maintenance: every machine, every month.

use super::super::decision::Decided;
use super::super::people::Who;
use super::words::{number, text, within};
use super::{At, Chance, Deed, Does, Earlier, Process, Published, finished, under_way};
use crate::classify::{Answer, Question};
use crate::command::Verdict;
use crate::id::StepId;
use crate::model::{FieldKind, Sheet, StepWork, Value};

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
    sheet,
    schedule: Some("FREQ=MONTHLY;BYDAY=1MO"),
    steps: &[
        Does {
            title: "Plan the visit",
            instructions: "Agree on an hour with the shift lead and check that oil, filters and belts are in stock.",
            role: "Facilities manager",
        },
        Does {
            title: "Inspect",
            instructions: "Switch {{machine}} off and hang the lock on the switch. Go through the sheet on its side from top to bottom. Take a picture of anything worn.",
            role: "Facilities manager",
        },
        Does {
            title: "Repair",
            instructions: "Replace what is worn. If a part is missing, order it and say on the machine until when it may run.",
            role: "Facilities manager",
        },
        Does {
            title: "Test and record",
            instructions: "Run the machine empty for five minutes, then with one piece. Enter hours, parts and remarks in the log.",
            role: "Facilities manager",
        },
    ],
    works,
    versions: &[Published {
        note: "First version",
        days_ago: 120,
    }],
    rounds: &[
        finished("Forklift 1", 820, 790),
        finished("Compressor", 770, 748),
        finished("Label printer, dock 1", 650, 640),
        under_way("Conveyor belt", 2, 76, 28, Some(Who::Ken)),
        under_way("Forklift 2", 1, 29, 4, Some(Who::Ken)),
        under_way("Wrapping machine", 0, 6, 6, Some(Who::Ken)),
    ],
    earlier: Earlier {
        first: 100 * 24,
        every: 150,
        n: 13,
        seed: 3,
    },
    plays,
    improvements: Vec::new,
};

const MACHINES: [&str; 7] = [
    "Forklift 1",
    "Forklift 2",
    "Compressor",
    "Conveyor belt",
    "Label printer, dock 1",
    "Wrapping machine",
    "Drill press",
];

fn sheet() -> Sheet {
    Sheet {
        trigger: "The first Monday of a month, or a strange noise".to_owned(),
        goal: "No order waits for a machine.".to_owned(),
        cadence: "Every quarter".to_owned(),
        suppliers: "Shift leads, the parts shop".to_owned(),
        inputs: "The sheet of the machine, spare parts".to_owned(),
        outputs: "A machine that runs, and its log".to_owned(),
        customers: "Warehouse and workshop".to_owned(),
        run_name: "{{machine}}".to_owned(),
        run_minutes: Some(4 * 480),
        on_time_percent: Some(95),
    }
}

fn works(ids: &[StepId], _: u32) -> Vec<StepWork> {
    vec![
        within(2 * 480).offers("machine", "Machine", &MACHINES),
        within(240)
            .ticks(&[
                "Switched off and locked",
                "Oil and filters",
                "Belts and chains",
            ])
            .asks("worn", "Is anything worn?", FieldKind::YesNo)
            .branches("worn = no", ids.get(3)),
        within(2 * 480)
            .turns(
                "What is worn, with a picture",
                "A machine without worn parts",
            )
            .notes("parts", "Parts that were replaced", FieldKind::LongText),
        within(240).asks("hours", "Hours on the meter", FieldKind::Number),
    ]
}

fn plays(at: &At, chance: &mut Chance) -> Deed {
    let told = MACHINES.iter().find(|machine| **machine == at.name);
    let machine = told.or_else(|| MACHINES.get(at.run % MACHINES.len()));
    match at.step {
        0 => Deed::done(Who::Ken, chance.within(60, 500), chance.within(5, 15))
            .with("machine", text(machine.copied().unwrap_or_default())),
        1 => Deed::done(Who::Ken, chance.within(60, 240), chance.within(25, 60)).with(
            "worn",
            Value::Flag(at.name == "Conveyor belt" || chance.strikes(45)),
        ),
        2 => {
            let who = if chance.strikes(20) {
                Who::Rosa
            } else {
                Who::Ken
            };
            Deed::done(who, chance.within(120, 700), chance.within(40, 200))
                .with("parts", text("One belt, two filters"))
        }
        _ => {
            let deed = Deed::done(Who::Ken, chance.within(10, 60), chance.within(10, 25));
            if chance.strikes(8) {
                deed.but(Verdict::Override, "The meter is broken.")
            } else {
                deed.with("hours", number(chance.within(900, 4_800)))
            }
        }
    }
}
