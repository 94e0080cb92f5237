//! New-hire onboarding: from a signed contract to a colleague at work.

use super::super::people::Who;
use super::words::{text, within};
use super::{At, Chance, Deed, Does, Earlier, Process, Published, finished, under_way};
use crate::id::StepId;
use crate::model::{FieldKind, Next, Sheet, StepWork, Target};

pub(super) const PROCESS: Process = Process {
    name: "New-hire onboarding",
    purpose: "A new colleague can work on the first day and knows after a month what is expected.",
    owner: Who::Priya,
    days_old: 45,
    decided: None,
    sheet,
    schedule: None,
    steps: &[
        Does {
            title: "Collect the facts",
            instructions: "Ask for address, bank account and tax number with the form. Agree on the first day and the place of work.",
            role: "Office and people manager",
        },
        Does {
            title: "Name a buddy",
            instructions: "Choose someone from the same team who has time in the first week. Give them an hour a day in the calendar.",
            role: "Head of operations",
        },
        Does {
            title: "Prepare laptop and accounts",
            instructions: "Set up the laptop two days before {{name}} comes and sign in once with every account. Give each account the least rights that the work needs.",
            role: "Lead developer",
        },
        Does {
            title: "First day",
            instructions: "Meet them at the door. Show the building, the team and the first small task, which they can finish the same day.",
            role: "Office and people manager",
        },
        Does {
            title: "Talk after 30 days",
            instructions: "Ask what helped, what was missing and what surprised them. Turn each answer into a change of these steps or of the workplace.",
            role: "Head of operations",
        },
    ],
    works,
    versions: &[Published {
        note: "First version",
        days_ago: 45,
    }],
    rounds: &[
        finished("Nils Berg, workshop", 1_060, 60),
        under_way("Ines Carvalho, support", 4, 640, 290, Some(Who::Aisha)),
        under_way("Omar Haddad, warehouse", 2, 150, 53, Some(Who::Tomas)),
        under_way("Lucy Tran, marketing", 1, 70, 26, Some(Who::Jonas)),
    ],
    earlier: Earlier {
        first: 0,
        every: 1,
        n: 0,
        seed: 1,
    },
    plays,
    improvements: Vec::new,
};

fn sheet() -> Sheet {
    Sheet {
        trigger: "A signed contract".to_owned(),
        goal: "New people stay, and are soon at ease.".to_owned(),
        cadence: "Twice a year".to_owned(),
        suppliers: "The hiring team lead".to_owned(),
        inputs: "Name, first day, place of work".to_owned(),
        outputs: "A colleague at work".to_owned(),
        customers: "The new colleague and the team".to_owned(),
        run_name: "{{name}}, {{team}}".to_owned(),
        run_minutes: Some(35 * 480),
        on_time_percent: Some(90),
    }
}

fn works(ids: &[StepId], _: u32) -> Vec<StepWork> {
    let mut facts = within(2 * 480)
        .asks("name", "Name", FieldKind::Text)
        .asks("team", "Team", FieldKind::Text)
        .notes("first_day", "First day", FieldKind::Date);
    if let (Some(buddy), Some(laptop), Some(first_day)) = (ids.get(1), ids.get(2), ids.get(3)) {
        facts.next = Next::All {
            heads: vec![*buddy, *laptop],
            join: Target::Step(*first_day),
        };
    }
    vec![
        facts,
        within(3 * 480).asks("buddy", "Buddy", FieldKind::Text),
        within(5 * 480)
            .ticks(&["Laptop set up", "Signed in once with every account"])
            .turns("The first day, the team", "A laptop that works"),
        within(5 * 480).notes("task", "The first small task", FieldKind::Text),
        within(25 * 480).notes("surprise", "What surprised them", FieldKind::LongText),
    ]
}

fn plays(at: &At, chance: &mut Chance) -> Deed {
    let (name, team) = at.name.split_once(", ").unwrap_or((at.name, "office"));
    let by = match at.step {
        1 | 4 => Who::Maya,
        2 => Who::Tomas,
        _ => Who::Priya,
    };
    let deed = Deed::done(by, chance.within(60, 400), chance.within(20, 90));
    match at.step {
        0 => deed.with("name", text(name)).with("team", text(team)),
        1 => deed.with("buddy", text("Someone of the team")),
        _ => deed,
    }
}
