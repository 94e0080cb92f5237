//! Customer support: questions in, answers out.

use super::super::people::Who;
use super::words::{number, text, within};
use super::{At, Chance, Deed, Does, Earlier, Process, Published, finished, under_way};
use crate::command::{ImprovementDraft, Verdict};
use crate::id::StepId;
use crate::model::{FieldKind, Measure, Pdca, Sheet, StepKind, StepWork, Target};

pub(super) const PROCESS: Process = Process {
    name: "Customer support",
    purpose: "Every question gets a useful answer within one working day, and the same question seldom comes twice.",
    owner: Who::Aisha,
    days_old: 210,
    decided: None,
    sheet,
    schedule: None,
    steps: &[
        Does {
            title: "Receive",
            instructions: "Check that the question names a customer and a product. If one is missing, ask for it now. Confirm that we have the question and say when we will answer.",
            role: "Support lead",
        },
        Does {
            title: "Triage",
            instructions: "Read the last three tickets of this customer. Choose the area, and mark anything about safety as urgent.",
            role: "Support lead",
        },
        Does {
            title: "Investigate",
            instructions: "Try to repeat the problem on the same version. Write down the shortest steps that show it. After four hours, hand over with what you have found.",
            role: "Lead developer",
        },
        Does {
            title: "Reply",
            instructions: "Start with the answer, then the reason. Say what the customer should do next and what we will do.",
            role: "Support lead",
        },
        Does {
            title: "Confirm",
            instructions: "Wait two days for the customer. When they agree, or stay silent, go on. When they disagree, send {{customer}}’s question back to Investigate.",
            role: "Support lead",
        },
        Does {
            title: "Close and learn",
            instructions: "If someone else could ask the same, add the answer to the help pages. Note in one line what would have prevented the question.",
            role: "Support lead",
        },
    ],
    works,
    versions: &[
        Published {
            note: "First version",
            days_ago: 210,
        },
        Published {
            note: "Questions about bills and accounts go straight to the reply: nine in ten needed no investigation.",
            days_ago: 50,
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
            2,
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
    earlier: Earlier {
        first: 95 * 24,
        every: 33,
        n: 63,
        seed: 11,
    },
    plays,
    improvements,
};

const AREAS: [&str; 4] = ["Account", "Bill", "Delivery", "Product"];
const CUSTOMERS: [&str; 8] = [
    "Bakery Holm",
    "Clinic Sander",
    "Dock Four",
    "Ferro Works",
    "Harbour Inn",
    "Kite School",
    "Mill & Sons",
    "Studio Ott",
];
/// What customers ask, with the place of its area.
const QUESTIONS: [(&str, usize); 16] = [
    ("Charger stays warm after use", 3),
    ("Second user cannot sign in", 0),
    ("Bill shows an old address", 1),
    ("Parcel left at the wrong door", 2),
    ("Lamp flickers on half power", 3),
    ("Discount missing on the bill", 1),
    ("How to change the main contact", 0),
    ("Pallet arrived with one box short", 2),
    ("App shows yesterday’s readings", 3),
    ("Paid twice for one order", 1),
    ("Locked out after a new phone", 0),
    ("Mount does not fit the rail", 3),
    ("Delivery day changed without notice", 2),
    ("Battery empties overnight", 3),
    ("Copy of a bill from last year", 1),
    ("Close the account of a branch", 0),
];
/// What the told questions are about.
const TOLD: [(&str, usize); 8] = [
    ("Gift card not accepted", 1),
    ("Order shows as sent twice", 2),
    ("Where to find the serial number", 3),
    ("Replacement pump arrived scratched", 2),
    ("Statement lists a closed account", 1),
    ("App signs me out every morning", 3),
    ("Export of last quarter stays empty", 3),
    ("Two parcels with one tracking number", 2),
];

fn sheet() -> Sheet {
    Sheet {
        trigger: "A question by mail, phone or chat".to_owned(),
        goal: "Customers stay because help is quick and right.".to_owned(),
        cadence: "Every month".to_owned(),
        suppliers: "Customers, the shop, the warehouse".to_owned(),
        inputs: "A question with customer and product".to_owned(),
        outputs: "An answer, and a help page where one was missing".to_owned(),
        customers: "Everyone who bought something".to_owned(),
        run_name: "{{question}}".to_owned(),
        run_minutes: Some(5 * 480),
        on_time_percent: Some(90),
    }
}

fn works(ids: &[StepId], version: u32) -> Vec<StepWork> {
    let mut triage = within(120).offers("area", "Area", &AREAS).asks(
        "urgent",
        "Is it urgent?",
        FieldKind::YesNo,
    );
    if version > 1 {
        let easy = "(area = \"Bill\" or area = \"Account\") and urgent = no";
        triage = triage.branches(easy, ids.get(3));
    }
    let mut investigate = within(480)
        .ticks(&["Tried on the same version", "Shortest steps written down"])
        .turns(
            "A question with area and urgency",
            "The cause, and what helps",
        )
        .notes("cause", "Cause", FieldKind::LongText);
    investigate.wip_limit = Some(3);
    let mut confirm = within(3 * 480);
    confirm.kind = StepKind::Approval {
        rejected: Target::End,
        back: ids.get(2).copied(),
    };
    vec![
        within(60)
            .asks("question", "Question", FieldKind::Text)
            .asks("customer", "Customer", FieldKind::Text),
        triage,
        investigate,
        within(120).notes("page", "Help page", FieldKind::Link),
        confirm,
        within(240)
            .notes("stars", "Satisfaction, 1 to 5", FieldKind::Number)
            .notes("lesson", "What would have prevented it", FieldKind::Text),
    ]
}

fn plays(at: &At, chance: &mut Chance) -> Deed {
    let told = TOLD.iter().find(|(name, _)| *name == at.name);
    let asked = QUESTIONS.get(at.run % QUESTIONS.len());
    let (question, area) = told.or(asked).copied().unwrap_or_default();
    match at.step {
        0 => Deed::done(Who::Aisha, chance.within(3, 30), chance.within(3, 12))
            .with("question", text(question))
            .with("customer", text(chance.of(&CUSTOMERS).unwrap_or_default())),
        1 => Deed::done(Who::Aisha, chance.within(10, 80), chance.within(5, 20))
            .with("area", text(AREAS.get(area).copied().unwrap_or_default()))
            .with("urgent", crate::model::Value::Flag(chance.strikes(8))),
        2 => {
            let who = if chance.strikes(10) {
                Who::Maya
            } else {
                Who::Tomas
            };
            let wait = if at.version > 1 {
                (100, 360)
            } else {
                (200, 480)
            };
            Deed::done(who, chance.within(wait.0, wait.1), chance.within(30, 110))
                .with("cause", text("Seen on the same version, and explained."))
        }
        3 => Deed::done(Who::Aisha, chance.within(10, 85), chance.within(8, 28)),
        4 => {
            let deed = Deed::done(Who::Aisha, chance.within(300, 1_400), chance.within(2, 6));
            if at.n_before == 0 && chance.strikes(if at.version > 1 { 10 } else { 26 }) {
                deed.but(Verdict::SendBack, "The customer still sees it.")
            } else {
                deed
            }
        }
        _ => {
            let deed = Deed::done(Who::Aisha, chance.within(20, 160), chance.within(5, 20));
            if chance.strikes(9) {
                deed.but(Verdict::Omit, "Nothing new to learn from it.")
            } else {
                deed.with("stars", number(chance.within(3, 5)))
            }
        }
    }
}

fn improvements() -> Vec<(ImprovementDraft, Pdca, i64)> {
    vec![
        (
            ImprovementDraft {
                title: "Answer simple questions at once".to_owned(),
                problem: "Every question waited for an investigation, although nine in ten about bills and accounts needed none.".to_owned(),
                hypothesis: "If Triage sends them straight to the reply, customers wait a day less, and Investigate has time for the rest.".to_owned(),
                measure: Measure::Lead,
                from_version: Some(2),
                ..ImprovementDraft::default()
            },
            Pdca::Check,
            54,
        ),
        (
            ImprovementDraft {
                title: "Fewer questions that come back".to_owned(),
                problem: "Some customers still see the problem after the reply, and Investigate does its work twice.".to_owned(),
                hypothesis: "If the reply is tried on the customer’s version before it is sent, fewer come back.".to_owned(),
                measure: Measure::Cycle,
                ..ImprovementDraft::default()
            },
            Pdca::Plan,
            6,
        ),
    ]
}
