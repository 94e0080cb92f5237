//! Any commands about what surrounds a project's tasks.

use domain::command::{
    BudgetCommand, BudgetDraft, CharterCommand, CharterDraft, Command, EntryCommand, EntryDraft,
    GateCommand, KeepingCommand, LessonDraft, PersonCommand, RaidCommand, RaidDraft, TeamCommand,
};
use domain::earned_value::EarningRule;
use domain::model::{
    Baseline, BudgetLine, Check, Criterion, Deliverable, Entry, Gate, Lesson, LessonKind, Person,
    Project, Raid, RaidKind, Risk, Standing, StatusReport, Task, Template, Verdict,
};
use domain::money::Money;
use domain::simulate::Spread;
use domain::workspace::Workspace;

use super::actions::{Action, maybe, pick, some_day};
use crate::world::day;

/// The command an action is. Most make sense; some are refused.
pub fn command(action: &Action, workspace: &Workspace) -> Command {
    let [a, b, c, d] = action.picks;
    let project = pick::<Project>(workspace, a);
    match action.verb % 12 {
        0 | 1 => raid(action, workspace),
        2 => charter(action, workspace),
        3 => gate(action, workspace),
        4 => budget(action, workspace),
        5 | 6 => entry(action, workspace),
        7 => keeping(action, workspace),
        8 => TeamCommand::Assign {
            task: pick::<Task>(workspace, a),
            person: pick::<Person>(workspace, b),
            percent: c % 110,
        }
        .into(),
        9 => TeamCommand::SetEstimate {
            task: pick::<Task>(workspace, a),
            duration: (b % 3 > 0).then(|| spread(b, c, d)),
            cost: if d % 3 == 0 {
                spread(d, c, b)
            } else {
                Spread::default()
            },
        }
        .into(),
        10 => lesson(action, workspace),
        _ if a % 2 == 0 => PersonCommand::SetTerms {
            id: pick::<Person>(workspace, b),
            week: (c % 2 == 0).then_some(u32::from(c) * 60),
            rate: (d % 2 == 0).then(|| amount(d)),
            skills: vec![action.text.to_owned()],
        }
        .into(),
        _ => CharterCommand::SetEarningRule {
            project,
            rule: EarningRule::ALL[usize::from(b) % 4],
        }
        .into(),
    }
}

fn amount(n: u8) -> Money {
    Money::new(i64::from(n) * 1_000 - 3_000).unwrap()
}

fn spread(low: u8, likely: u8, high: u8) -> Spread {
    let [low, likely, high] = [low, likely, high].map(|n| i64::from(n % 40));
    let mut points = [low, likely, high];
    if low % 5 > 0 {
        points.sort_unstable();
    }
    Spread {
        low: points[0],
        likely: points[1],
        high: points[2],
        ..Spread::default()
    }
}

fn raid(action: &Action, workspace: &Workspace) -> Command {
    let [a, b, c, d] = action.picks;
    let id = pick::<Raid>(workspace, a);
    let draft = RaidDraft {
        kind: RaidKind::ALL[usize::from(c) % 6],
        title: action.text.to_owned(),
        notes: action.text.to_owned(),
        owner: maybe::<Person>(workspace, b),
        due: some_day(d),
        risk: Some(Risk {
            probability: c % 7,
            impact: 1 + d % 5,
            residual_impact: (b % 2 == 0).then_some(1 + b % 5),
            chance: (c % 2 == 0).then_some(u32::from(c) * 41),
            task: maybe::<Task>(workspace, d),
            delay: spread(a, b, c),
            cost: amount(b),
            ..Risk::default()
        }),
    };
    match b % 8 {
        0..=2 => RaidCommand::Create {
            project: pick::<Project>(workspace, a),
            draft,
        },
        3 => RaidCommand::Edit { id, draft },
        4 => RaidCommand::BecomeIssue { id },
        5 => RaidCommand::Close {
            id,
            outcome: action.text.to_owned(),
        },
        6 => RaidCommand::Reopen { id },
        _ => RaidCommand::Delete { id },
    }
    .into()
}

fn charter(action: &Action, workspace: &Workspace) -> Command {
    let [a, b, c, d] = action.picks;
    let project = pick::<Project>(workspace, a);
    let text = action.text.to_owned();
    match b % 6 {
        0..=2 => CharterCommand::Edit {
            project,
            draft: CharterDraft {
                scope_in: text.clone(),
                criteria: vec![Criterion {
                    text: text.clone(),
                    is_met: false,
                }],
                deliverables: vec![Deliverable {
                    name: text,
                    ..Deliverable::default()
                }],
                sponsor: maybe::<Person>(workspace, c),
                manager: maybe::<Person>(workspace, d),
                ..CharterDraft::default()
            },
        },
        3 => CharterCommand::Meet {
            project,
            at: 0,
            is_met: c % 2 == 0,
        },
        4 => CharterCommand::Accept {
            project,
            at: 0,
            is_accepted: c % 2 == 0,
        },
        _ => CharterCommand::Judge {
            project,
            judgement: (c % 2 == 0).then_some((Standing::ALL[usize::from(d) % 3], text)),
        },
    }
    .into()
}

fn gate(action: &Action, workspace: &Workspace) -> Command {
    let [a, b, c, d] = action.picks;
    let id = pick::<Gate>(workspace, a);
    match b % 6 {
        0..=1 => GateCommand::Open {
            project: pick::<Project>(workspace, a),
        },
        2 => GateCommand::SetChecks {
            id,
            checks: vec![Check {
                text: action.text.to_owned(),
                is_met: c % 2 == 0,
            }],
        },
        3 => GateCommand::Check {
            id,
            at: usize::from(c % 4),
            is_met: d % 2 == 0,
        },
        4 => GateCommand::Decide {
            id,
            verdict: Verdict::ALL[usize::from(c) % 3],
            by: action.text.to_owned(),
            reason: action.text.to_owned(),
        },
        _ => GateCommand::Delete { id },
    }
    .into()
}

fn budget(action: &Action, workspace: &Workspace) -> Command {
    let [a, b, c, d] = action.picks;
    let id = pick::<BudgetLine>(workspace, a);
    let project = pick::<Project>(workspace, a);
    let draft = BudgetDraft {
        category: action.text.to_owned(),
        name: String::new(),
        planned: amount(c),
        committed: amount(d),
        actual: Money::ZERO,
    };
    match b % 5 {
        0..=1 => BudgetCommand::Create { project, draft },
        2 => BudgetCommand::Edit { id, draft },
        3 => BudgetCommand::SetReserves {
            project,
            contingency: amount(c),
            reserve: amount(d),
        },
        _ => BudgetCommand::Delete { id },
    }
    .into()
}

fn entry(action: &Action, workspace: &Workspace) -> Command {
    let [a, b, c, d] = action.picks;
    let id = pick::<Entry>(workspace, a);
    let project = pick::<Project>(workspace, a);
    let (task, person) = (maybe::<Task>(workspace, c), maybe::<Person>(workspace, b));
    let draft = EntryDraft {
        day: some_day(d).unwrap_or(day("2026-03-01")),
        task,
        person,
        minutes: u32::from(c) * 6,
        category: if d % 2 == 0 {
            String::new()
        } else {
            action.text.to_owned()
        },
        cost: amount(c),
        note: action.text.to_owned(),
        is_billable: d % 3 == 0,
    };
    match b % 7 {
        0..=2 => EntryCommand::Create { project, draft },
        3 => EntryCommand::Edit { id, draft },
        4 => EntryCommand::StartTimer {
            project,
            task,
            person,
        },
        5 => EntryCommand::StopTimer { id },
        _ => EntryCommand::Delete { id },
    }
    .into()
}

fn keeping(action: &Action, workspace: &Workspace) -> Command {
    let [a, b, c, _] = action.picks;
    let project = pick::<Project>(workspace, a);
    let text = action.text.to_owned();
    match b % 6 {
        0..=1 => KeepingCommand::TakeBaseline {
            project,
            name: text,
        },
        2 => KeepingCommand::RenameBaseline {
            id: pick::<Baseline>(workspace, a),
            name: text,
        },
        3 => KeepingCommand::DeleteBaseline {
            id: pick::<Baseline>(workspace, a),
        },
        4 => KeepingCommand::KeepReport {
            project,
            summary: text.clone(),
            standing: (Standing::ALL[usize::from(c) % 3], text),
            likely: some_day(c).zip(some_day(b)),
        },
        _ => KeepingCommand::DeleteReport {
            id: pick::<StatusReport>(workspace, a),
        },
    }
    .into()
}

fn lesson(action: &Action, workspace: &Workspace) -> Command {
    let [a, b, c, d] = action.picks;
    let id = pick::<Lesson>(workspace, a);
    let draft = LessonDraft {
        kind: LessonKind::ALL[usize::from(c) % 3],
        text: action.text.to_owned(),
        action: action.text.to_owned(),
        owner: maybe::<Person>(workspace, b),
        about: maybe::<Template>(workspace, d).map(Into::into),
        is_done: d % 2 == 0,
    };
    match b % 4 {
        0..=1 => TeamCommand::AddLesson {
            project: pick::<Project>(workspace, a),
            draft,
        },
        2 => TeamCommand::EditLesson { id, draft },
        _ => TeamCommand::DeleteLesson { id },
    }
    .into()
}
