//! What surrounds the tasks of the field service app: its charter, gate, budget, estimates and log.

use super::super::Sheet;
use super::super::people::{People, Who};
use crate::id::{BudgetLineId, CharterId, EstimateId, GateId, ProjectId, RaidId, TaskId};
use crate::model::{
    BudgetLine, Charter, Check, Criterion, Deliverable, Estimate, Gate, Raid, RaidKind, Risk,
    Ruling, Stage, Task, Verdict, usual_checks,
};
use crate::money::Money;
use crate::simulate::Spread;

/// Days at best, most likely and at worst.
type Days = (i64, i64, i64);

const ESTIMATES: [(&str, Days); 4] = [
    ("Sign with a finger", (4, 5, 8)),
    ("Merge edits made on two phones", (12, 15, 24)),
    ("Test with 15 technicians", (12, 15, 22)),
    ("Mend what the test finds", (4, 7, 15)),
];

/// Category, name, and what is planned, committed and paid in whole money.
const BUDGET: [(&str, &str, [i64; 3]); 3] = [
    (
        "Development",
        "Partner for the two phone systems",
        [48_000, 40_000, 26_500],
    ),
    ("Equipment", "20 phones for the test", [6_000, 5_400, 5_400]),
    (
        "Test and training",
        "Days of the technicians, a trainer",
        [9_000, 2_000, 0],
    ),
];

/// Entries of the log that are no risks: kind, title, who answers, and the day by which.
const LOG: [(RaidKind, &str, Who, Option<i64>); 4] = [
    (
        RaidKind::Issue,
        "The consent is missing in two of four languages",
        Who::Maya,
        Some(6),
    ),
    (
        RaidKind::Assumption,
        "Phones older than four years are replaced before the release",
        Who::Ken,
        None,
    ),
    (
        RaidKind::Dependency,
        "The maker of the planning system opens its interface for jobs",
        Who::Tomas,
        Some(12),
    ),
    (
        RaidKind::Decision,
        "No tablets in the first release",
        Who::Maya,
        None,
    ),
];

pub(super) fn add(
    sheet: &mut Sheet,
    project: ProjectId,
    people: &People,
    tasks: &[(TaskId, Task)],
) {
    let who = |who: Who| people.get(&who).copied();
    let task = |title: &str| {
        let task = tasks.iter().find(|(_, task)| task.title == title);
        task.map(|(id, _)| *id)
    };
    sheet.put(CharterId::from(project), charter(project, people));
    let gate = gate(sheet, project);
    let id = GateId::from_key(sheet.key());
    sheet.put(id, gate);
    for (category, name, [planned, committed, actual]) in BUDGET {
        let line = BudgetLine {
            project,
            category: category.to_owned(),
            name: name.to_owned(),
            planned: whole(planned),
            committed: whole(committed),
            actual: whole(actual),
            created_at: sheet.days_ago(60),
        };
        let id = BudgetLineId::from_key(sheet.key());
        sheet.put(id, line);
    }
    for (title, days) in ESTIMATES {
        if let Some(task) = task(title) {
            let estimate = Estimate {
                task,
                duration: Some(spread(days)),
                cost: Spread::fixed(0),
            };
            sheet.put(EstimateId::from(task), estimate);
        }
    }
    let phones = Risk {
        probability: 3,
        impact: 4,
        plan: "Lend each of them one of the test phones for the two weeks.".to_owned(),
        residual_probability: Some(2),
        residual_impact: Some(2),
        chance: Some(3_000),
        task: task("Test with 15 technicians"),
        delay: spread((3, 5, 10)),
        ..Risk::default()
    };
    let store = Risk {
        probability: 2,
        impact: 3,
        chance: Some(2_000),
        task: task("Store texts and pictures"),
        delay: spread((2, 4, 8)),
        ..Risk::default()
    };
    let risks = [
        (
            "Technicians without a phone of the company drop out of the test",
            Who::Ken,
            phones,
        ),
        (
            "A store asks for changes before it lets the app in",
            Who::Tomas,
            store,
        ),
    ];
    let risks = risks.map(|(title, owner, risk)| (RaidKind::Risk, title, owner, None, Some(risk)));
    let log = LOG.map(|(kind, title, owner, due)| (kind, title, owner, due, None));
    for (number, (kind, title, owner, due, risk)) in (1..).zip(risks.into_iter().chain(log)) {
        let entry = Raid {
            project,
            kind,
            number,
            title: title.to_owned(),
            notes: String::new(),
            owner: who(owner),
            due: due.and_then(|day| sheet.workday(day)),
            risk,
            raised_at: sheet.days_ago(30 - i64::from(number)),
            closed_at: None,
            outcome: String::new(),
            came_from: None,
        };
        let id = RaidId::from_key(sheet.key());
        sheet.put(id, entry);
    }
}

fn charter(project: ProjectId, people: &People) -> Charter {
    let criterion = |text: &str| Criterion {
        text: text.to_owned(),
        is_met: false,
    };
    let deliverable = |name: &str, acceptance: &str, is_accepted| Deliverable {
        name: name.to_owned(),
        acceptance: acceptance.to_owned(),
        is_accepted,
    };
    Charter {
        scope_in: "Job list, report with pictures, signature, work without a signal".to_owned(),
        scope_out: "Invoices, tablets, the planning system itself".to_owned(),
        criteria: vec![
            criterion("95 of 100 reports arrive on the day of the job"),
            criterion("No paper report two months after the release"),
        ],
        deliverables: vec![
            deliverable("Job list screen", "Agreed with three technicians", true),
            deliverable(
                "App in both stores",
                "15 technicians worked with it for two weeks",
                false,
            ),
            deliverable(
                "Trained support team",
                "Answers the ten usual questions",
                false,
            ),
        ],
        sponsor: people.get(&Who::Maya).copied(),
        manager: people.get(&Who::Tomas).copied(),
        contingency: whole(5_000),
        ..Charter::of(project)
    }
}

fn gate(sheet: &Sheet, project: ProjectId) -> Gate {
    let checks = usual_checks(Stage::Execute).iter().map(|text| Check {
        text: (*text).to_owned(),
        is_met: true,
    });
    Gate {
        project,
        to: Stage::Execute,
        checks: checks.collect(),
        opened_at: sheet.days_ago(42),
        ruling: Some(Ruling {
            verdict: Verdict::Go,
            by: Who::Maya.name().to_owned(),
            at: sheet.days_ago(41),
            reason: String::new(),
        }),
    }
}

/// An amount of whole money; what is written here is far below what does not fit.
fn whole(amount: i64) -> Money {
    Money::new(amount * 100).unwrap_or_default()
}

fn spread((low, likely, high): Days) -> Spread {
    Spread {
        low,
        likely,
        high,
        ..Spread::fixed(0)
    }
}
