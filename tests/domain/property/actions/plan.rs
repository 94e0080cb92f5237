//! Any commands about the plan of a project: parts, links, fields and comments.

use domain::command::{
    Command, CommentCommand, CopyDraft, LinkCommand, OutlineCommand, ProjectCommand, TaskCommand,
    TaskField,
};
use domain::id::ProjectId;
use domain::model::{
    CheckItem, Column, Comment, Constraint, ConstraintKind, Link, LinkKind, Person, Priority,
    Project, Task, TaskKind, WebLink,
};
use domain::workspace::Workspace;

use super::{maybe, pick, some_day};

/// A project that has tasks, where there is one.
fn busy_project(workspace: &Workspace, n: u8) -> ProjectId {
    let task = workspace.get::<Task>(pick::<Task>(workspace, n));
    task.map_or_else(|| pick::<Project>(workspace, n), |task| task.project)
}

pub fn outline(workspace: &Workspace, verb: u8, picks: [u8; 4], text: &str) -> Command {
    let [a, b, c, _] = picks;
    let id = pick::<Task>(workspace, a);
    match verb % 8 {
        0 => OutlineCommand::Add {
            project: busy_project(workspace, a),
            parent: maybe::<Task>(workspace, b),
            before: maybe::<Task>(workspace, c),
            title: text.to_owned(),
        },
        1 => OutlineCommand::Paste {
            project: busy_project(workspace, a),
            parent: maybe::<Task>(workspace, b),
            before: maybe::<Task>(workspace, c),
            list: format!("1. one\n  - two\n\tthree\n    four\n{text}"),
        },
        2..=3 => OutlineCommand::Move {
            id,
            parent: maybe::<Task>(workspace, b),
            before: maybe::<Task>(workspace, c),
        },
        4..=6 => OutlineCommand::Indent { id },
        _ => OutlineCommand::Outdent { id },
    }
    .into()
}

pub fn link(workspace: &Workspace, verb: u8, picks: [u8; 4]) -> Command {
    let [a, b, c, d] = picks;
    let (kind, lag) = (LinkKind::ALL[usize::from(c) % 4], i64::from(d) % 9 - 4);
    let id = pick::<Link>(workspace, a);
    match verb % 8 {
        0..=5 => LinkCommand::Create {
            predecessor: pick::<Task>(workspace, a),
            successor: pick::<Task>(workspace, b),
            kind,
            lag,
        },
        6 => LinkCommand::Edit { id, kind, lag },
        _ => LinkCommand::Delete { id },
    }
    .into()
}

pub fn set(workspace: &Workspace, verb: u8, picks: [u8; 4], text: &str) -> Command {
    let [a, b, c, d] = picks;
    let constraint = Constraint {
        kind: ConstraintKind::ALL[usize::from(c) % 7],
        day: some_day(d),
    };
    let fields = vec![
        match verb % 19 {
            0 => TaskField::Title(text.to_owned()),
            1 => TaskField::Notes(text.to_owned()),
            2 => TaskField::Assignee(maybe::<Person>(workspace, c)),
            3 => TaskField::Due(some_day(d)),
            4 => TaskField::Column(Column::ALL[usize::from(c) % 5]),
            5 if c % 2 == 0 => TaskField::Kind(TaskKind::Milestone),
            5 => TaskField::Kind(TaskKind::Task),
            6 => TaskField::Duration((c % 3 > 0).then(|| i64::from(d) - 5)),
            7 => TaskField::Effort((c % 3 > 0).then(|| i64::from(d) * 60)),
            8 => TaskField::Percent((c % 3 > 0).then_some(i64::from(d))),
            9 => TaskField::ActualStart(some_day(d % 40)),
            10 => TaskField::ActualFinish(some_day(d % 40)),
            11..=12 => TaskField::Constraint((c % 5 > 0).then_some(constraint)),
            13 => TaskField::Pin(some_day(d)),
            14 => TaskField::Priority(Priority::ALL[usize::from(c) % 4]),
            15 => TaskField::Labels(vec![text.to_owned(), "Site".to_owned()]),
            16 if c % 2 == 0 => TaskField::AddLabel(text.to_owned()),
            16 => TaskField::RemoveLabel(text.to_owned()),
            17 => TaskField::WebLinks(vec![WebLink {
                address: format!(
                    "{}example.org/{d}",
                    ["https://", "javascript:"][usize::from(c) % 2]
                ),
                name: text.to_owned(),
            }]),
            _ => TaskField::Checklist(vec![CheckItem {
                text: text.to_owned(),
                done: c % 2 == 0,
            }]),
        },
        TaskField::Priority(Priority::High),
    ];
    if verb >= 250 {
        let id = pick::<Project>(workspace, a);
        let (column, limit) = (Column::ALL[usize::from(c) % 5], Some(u32::from(d % 4)));
        return match verb {
            250..=252 => ProjectCommand::SetWipLimit { id, column, limit },
            _ => ProjectCommand::SetStatusDate {
                id,
                day: some_day(d),
            },
        }
        .into();
    }
    let ids = [a, b].map(|n| pick::<Task>(workspace, n)).to_vec();
    TaskCommand::Set { ids, fields }.into()
}

/// What is done with several tasks, or with all of a project.
pub fn many(workspace: &Workspace, verb: u8, picks: [u8; 4], text: &str) -> Command {
    let [a, b, c, d] = picks;
    let ids = [a, b].map(|n| pick::<Task>(workspace, n)).to_vec();
    let column = Column::ALL[usize::from(c) % 5];
    match verb % 8 {
        0..=3 => TaskCommand::Place {
            ids,
            column,
            before: maybe::<Task>(workspace, c),
            fields: vec![TaskField::Assignee(maybe::<Person>(workspace, d))],
            part_of: d.is_multiple_of(2).then(|| maybe::<Task>(workspace, d)),
        },
        4 => TaskCommand::CreateMany {
            project: busy_project(workspace, a),
            column,
            list: format!("- one\n  - two\n{text}"),
        },
        5 => TaskCommand::DeleteMany { ids },
        _ => {
            let draft = CopyDraft {
                name: text.to_owned(),
                start: some_day(c),
                finish: some_day(d),
                with_people: a.is_multiple_of(2),
                is_template: b.is_multiple_of(3),
            };
            let id = busy_project(workspace, a);
            return ProjectCommand::Copy { id, draft }.into();
        }
    }
    .into()
}

pub fn comment(workspace: &Workspace, verb: u8, picks: [u8; 4], text: &str) -> Command {
    let id = pick::<Comment>(workspace, picks[0]);
    let text = text.to_owned();
    match verb % 4 {
        0..=1 => CommentCommand::Create {
            task: pick::<Task>(workspace, picks[0]),
            text,
        },
        2 => CommentCommand::Edit { id, text },
        _ => CommentCommand::Delete { id },
    }
    .into()
}
