//! Content marketing: one article after another.

use super::super::people::Who;
use super::words::{number, text, within};
use super::{At, Chance, Deed, Does, Earlier, Process, Published, finished, under_way};
use crate::command::Verdict;
use crate::id::StepId;
use crate::model::{FieldKind, Sheet, StepKind, StepWork, Target};

pub(super) const PROCESS: Process = Process {
    name: "Content marketing",
    purpose: "One article a week that a customer would save. Each round ends with numbers that help to choose the next topic.",
    owner: Who::Jonas,
    days_old: 160,
    decided: None,
    sheet,
    schedule: None,
    steps: &[
        Does {
            title: "Choose a topic",
            instructions: "Take a question that support heard at least twice this month. Write the reader and the one thing they should be able to do afterward.",
            role: "Marketing lead",
        },
        Does {
            title: "Write",
            instructions: "Draft it in one sitting for {{reader}}, at most 900 words. Show an example before a rule.",
            role: "Marketing lead",
        },
        Does {
            title: "Review",
            instructions: "One person checks the facts, another reads it aloud. Collect all remarks in one list and answer each.",
            role: "Support lead",
        },
        Does {
            title: "Publish",
            instructions: "Add a title under 60 characters, a description and a picture with a text alternative. Publish before ten in the morning and send it to the newsletter.",
            role: "Marketing lead",
        },
        Does {
            title: "Measure",
            instructions: "After a week, note readers, time on the page and requests that came of it. Write one sentence about what to repeat.",
            role: "Marketing lead",
        },
    ],
    works,
    versions: &[Published {
        note: "First version",
        days_ago: 160,
    }],
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
    earlier: Earlier {
        first: 110 * 24,
        every: 168,
        n: 11,
        seed: 5,
    },
    plays,
    improvements: Vec::new,
};

const READERS: [&str; 4] = [
    "A shop owner",
    "A new technician",
    "A buyer who compares",
    "Someone who repairs at home",
];
const TOPICS: [&str; 11] = [
    "Reading a parts list",
    "Ten minutes of care a month",
    "What a warranty leaves out",
    "Storing batteries over winter",
    "Lamps for wet places",
    "When two chargers are cheaper",
    "Three noises and what they mean",
    "A label that lasts outdoors",
    "Planning a spare-parts shelf",
    "From complaint to better part",
    "Measuring light at a workplace",
];

fn sheet() -> Sheet {
    Sheet {
        trigger: "A question that support heard twice".to_owned(),
        goal: "People find us by what we know.".to_owned(),
        cadence: "Every quarter".to_owned(),
        suppliers: "Support, the workshop".to_owned(),
        inputs: "Questions, pictures, numbers of earlier articles".to_owned(),
        outputs: "An article with its numbers".to_owned(),
        customers: "Readers who may become customers".to_owned(),
        run_name: "{{topic}}".to_owned(),
        run_minutes: Some(15 * 480),
        on_time_percent: Some(80),
    }
}

fn works(ids: &[StepId], _: u32) -> Vec<StepWork> {
    let mut review = within(3 * 480).ticks(&["Facts checked", "Read aloud"]);
    review.kind = StepKind::Approval {
        rejected: Target::End,
        back: ids.get(1).copied(),
    };
    vec![
        within(480).asks("topic", "Topic", FieldKind::Text).asks(
            "reader",
            "Reader",
            FieldKind::Text,
        ),
        within(3 * 480).asks("words", "Words", FieldKind::Number),
        review,
        within(480).notes("link", "Address of the article", FieldKind::Link),
        within(7 * 480).asks("readers", "Readers in the first week", FieldKind::Number),
    ]
}

fn plays(at: &At, chance: &mut Chance) -> Deed {
    let topic = TOPICS
        .get(at.run % TOPICS.len())
        .copied()
        .unwrap_or_default();
    let topic = if at.name.is_empty() { topic } else { at.name };
    match at.step {
        0 => Deed::done(Who::Jonas, chance.within(60, 300), chance.within(20, 60))
            .with("topic", text(topic))
            .with("reader", text(chance.of(&READERS).unwrap_or_default())),
        1 => Deed::done(Who::Jonas, chance.within(200, 900), chance.within(180, 420))
            .with("words", number(chance.within(620, 900))),
        2 => {
            let deed = Deed::done(Who::Aisha, chance.within(500, 1_600), chance.within(40, 90));
            if at.n_before == 0 && chance.strikes(30) {
                deed.but(Verdict::SendBack, "Two figures do not match the manual.")
            } else {
                deed
            }
        }
        3 => Deed::done(Who::Jonas, chance.within(30, 300), chance.within(20, 45)),
        _ => Deed::done(
            Who::Jonas,
            chance.within(2_200, 2_600),
            chance.within(15, 40),
        )
        .with("readers", number(chance.within(180, 1_400))),
    }
}
