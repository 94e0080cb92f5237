//! Commands that put finished work away, and bring it back.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::change::{Change, Draft};
use crate::command::person::present;
use crate::command::{CommandError, Ctx, Planned, template};
use crate::id::{ArchivedId, DecisionId, ProjectId, RecordId, RunId, TemplateId};
use crate::model::{Archived, Decision, Outcome, Project, Run, Stage, Template};
use crate::named;
use crate::time::Instant;
use crate::workspace::{Record, Table, Workspace};

/// About the archive.
#[derive(Clone, Debug, PartialEq)]
pub enum ArchiveCommand {
    /// Put finished projects and runs away, each with all that belongs to it.
    Put {
        /// Which.
        ids: BTreeSet<RecordId>,
    },
    /// Bring them back as they were.
    Restore {
        /// Which.
        ids: BTreeSet<ArchivedId>,
    },
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: ArchiveCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        ArchiveCommand::Put { ids } => put(workspace, draft, &ids, ctx),
        ArchiveCommand::Restore { ids } => restore(workspace, draft, &ids),
    }
}

fn put(
    workspace: &Workspace,
    draft: &mut Draft,
    ids: &BTreeSet<RecordId>,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    let mut names = Vec::new();
    let n_of = workspace.belongings(ids);
    for id in ids {
        let n_records = n_of.get(id).copied().unwrap_or(1);
        let archived = Archived {
            n_records,
            archived_at: ctx.now,
            ..finished(workspace, *id)?
        };
        names.push(archived.name.clone());
        draft.put(ArchivedId::from_key(id.key), archived);
    }
    Planned::done(label("Archived", &names))
}

/// What is to be said of a finished project or run.
fn finished(workspace: &Workspace, id: RecordId) -> Result<Archived, CommandError> {
    let archived = |name: &str, run: Option<&Run>| Archived {
        of: id,
        name: name.to_owned(),
        template: run.map(|run| run.template),
        number: run.map(|run| run.number),
        n_records: 0,
        archived_at: Instant::default(),
    };
    let (archived, is_finished) = if id.table == Table::Run {
        let run = workspace.get::<Run>(RunId::from_key(id.key));
        let run = run.ok_or(CommandError::Gone { what: "run" })?;
        (archived(&run.name, Some(run)), run.current.is_none())
    } else {
        let project = workspace.get::<Project>(ProjectId::from_key(id.key));
        let project = project.filter(|_| id.table == Table::Project);
        let project = project.ok_or(CommandError::Gone { what: "project" })?;
        let is_finished = project.stage == Stage::Done;
        (archived(&project.name, None), is_finished)
    };
    if is_finished {
        Ok(archived)
    } else {
        let name = archived.name;
        Err(CommandError::NotFinished { name })
    }
}

fn restore(
    workspace: &Workspace,
    draft: &mut Draft,
    ids: &BTreeSet<ArchivedId>,
) -> Result<Planned, CommandError> {
    let mut change = Change::default();
    let mut names = Vec::new();
    let mut roots = BTreeSet::new();
    for id in ids {
        let archived = workspace.get::<Archived>(*id);
        let archived = archived.ok_or(CommandError::Gone {
            what: "part of the archive",
        })?;
        if let Some(template) = archived.template
            && workspace.get::<Template>(template).is_none()
        {
            let name = archived.name.clone();
            return Err(CommandError::ProcessGone { name });
        }
        names.push(archived.name.clone());
        roots.insert(archived.of);
        let record_id = RecordId::from(*id);
        change.put(record_id, workspace.record(record_id), None);
    }
    for (id, record) in workspace.away() {
        if roots.contains(&workspace.root_of(*id, record)) {
            let fitting = without_the_gone(workspace, *id, record);
            if fitting.as_ref() != Some(record) {
                change.put(*id, Some(record.clone()), fitting);
            }
        }
    }
    draft.adopt(change);
    Planned::done(label("Restored", &names))
}

/// The record without the people, the decision and the processes that are gone; nothing where it
/// would mean nothing without them, as the part in a task of someone who left.
fn without_the_gone(workspace: &Workspace, id: RecordId, record: &Record) -> Option<Record> {
    if let Record::Assignment(part) = record {
        present(workspace, Some(part.person))?;
    }
    let mut fitting = record.clone();
    named::each_person(&mut fitting, &mut |id| *id = present(workspace, *id));
    if let Record::Project(project) = &mut fitting {
        let project = Arc::make_mut(project);
        let is_there = |id: &TemplateId| workspace.get::<Template>(*id).is_some();
        project.decision = decision_about(workspace, ProjectId::from_key(id.key));
        project.through = template::present(workspace, &project.through);
        project.from_template = project.from_template.filter(is_there);
    }
    Some(fitting)
}

/// The decision that led to the project. While it was away, another can have taken the place of
/// the one it names.
fn decision_about(workspace: &Workspace, project: ProjectId) -> Option<DecisionId> {
    let mut decisions = workspace.all::<Decision>();
    let led = decisions.find(|(_, d)| d.outcome == Some(Outcome::Project(project)));
    led.map(|(id, _)| id)
}

fn label(verb: &str, names: &[String]) -> String {
    match names {
        [name] => format!("{verb} “{name}”"),
        names => format!("{verb} {} pieces of finished work", names.len()),
    }
}
