//! New-hire onboarding: from a signed contract to a colleague at work.

use super::super::people::Who;
use super::{Does, Process, finished, under_way};

pub(super) const PROCESS: Process = Process {
    name: "New-hire onboarding",
    purpose: "A new colleague can work on the first day and knows after a month what is expected.",
    owner: Who::Priya,
    days_old: 45,
    decided: None,
    steps: &[
        Does {
            title: "Collect the facts",
            instructions: "Ask for address, bank account and tax number with the form. Agree on the first day and the place of work.",
            role: "People",
        },
        Does {
            title: "Name a buddy",
            instructions: "Choose someone from the same team who has time in the first week. Give them an hour a day in the calendar.",
            role: "Team lead",
        },
        Does {
            title: "Prepare laptop and accounts",
            instructions: "Set up the laptop two days early and sign in once with every account. Give each account the least rights that the work needs.",
            role: "IT",
        },
        Does {
            title: "First day",
            instructions: "Meet them at the door. Show the building, the team and the first small task, which they can finish the same day.",
            role: "Buddy",
        },
        Does {
            title: "Talk after 30 days",
            instructions: "Ask what helped, what was missing and what surprised them. Turn each answer into a change of these steps or of the workplace.",
            role: "Team lead",
        },
    ],
    rounds: &[
        finished("Nils Berg, workshop", 1_060, 60),
        under_way("Ines Carvalho, support", 4, 640, 290, Some(Who::Aisha)),
        under_way("Omar Haddad, warehouse", 2, 150, 53, Some(Who::Tomas)),
        under_way("Lucy Tran, marketing", 1, 70, 26, Some(Who::Jonas)),
    ],
};
