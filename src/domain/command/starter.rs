//! Commands that begin work from a starter: everything it holds in one change.

mod process;

use std::sync::Arc;

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned, ProjectDraft, TemplateDraft, project, template};
use crate::id::{ProjectId, TaskId, TemplateId};
use crate::model::{Column, Project, Stage, Task};
use crate::order::OrderKey;
use crate::starters::project::StarterTask;
use crate::starters::{ProcessStarter, ProjectStarter, plan as timing};
use crate::text;
use crate::time::Day;
use crate::workspace::Workspace;

/// What can be meant about a starter.
#[derive(Clone, Debug, PartialEq)]
pub enum StarterCommand {
    /// Start a project with the charter, tasks and risks of a starter, at the end of its stage's
    /// column. Its days are counted from the draft's start or, without one, back from its finish;
    /// without either, nothing has a day yet.
    Project {
        /// The starter.
        starter: Arc<ProjectStarter>,
        /// The charter basics; an empty objective takes that of the starter.
        draft: ProjectDraft,
        /// Where it stands.
        stage: Stage,
    },
    /// Add a process with the sheet and steps of a starter to the library.
    Process {
        /// The starter.
        starter: Arc<ProcessStarter>,
        /// The sheet; an empty purpose takes that of the starter.
        draft: TemplateDraft,
    },
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: StarterCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        StarterCommand::Project {
            starter,
            draft: basics,
            stage,
        } => {
            let mut project = project::new_project(workspace, &basics, stage, ctx)?;
            let label = format!(
                "Added project “{}” from “{}”",
                project.name, starter.about.name
            );
            let id = ProjectId::from_key((ctx.new_key)());
            furnish_project(workspace, draft, id, &mut project, &starter, ctx)?;
            draft.put(id, project);
            Planned::created(id, label)
        }
        StarterCommand::Process {
            starter,
            draft: sheet,
        } => {
            let mut template = template::new_template(workspace, &sheet, ctx)?;
            let label = format!(
                "Added process “{}” from “{}”",
                template.name, starter.about.name
            );
            let id = TemplateId::from_key((ctx.new_key)());
            process::furnish(draft, id, &mut template, &starter, ctx)?;
            draft.put(id, template);
            Planned::created(id, label)
        }
    }
}

/// Gives a new project what its starter holds. What the person has filled in stays.
pub(super) fn furnish_project(
    workspace: &Workspace,
    draft: &mut Draft,
    id: ProjectId,
    project: &mut Project,
    starter: &ProjectStarter,
    ctx: &Ctx,
) -> Result<(), CommandError> {
    if project.objective.is_empty() {
        project.objective = text::prose("Objective", &starter.charter.objective)?;
    }
    let calendar = workspace.settings().calendar;
    let days = timing::days(
        timing::length(starter),
        project.start,
        project.finish,
        &calendar,
    );
    if let Some((start, finish)) = days {
        project.start = Some(start);
        project.finish.get_or_insert(finish);
    }
    let spans = timing::spans(starter);
    let mut last = [None::<OrderKey>, None];
    for task in starter.tasks() {
        let span = spans.get(task.id.as_str()).copied().unwrap_or_default();
        let due = days.and_then(|(start, _)| timing::due(span, start, &calendar));
        let is_first = task.after.is_empty();
        let column = if is_first {
            Column::Ready
        } else {
            Column::Backlog
        };
        let [ready, backlog] = &mut last;
        let last = if is_first { ready } else { backlog };
        let order = OrderKey::between(last.as_ref(), None);
        *last = Some(order.clone());
        let record = new_task(id, task, column, order, due)?;
        draft.put(TaskId::from_key((ctx.new_key)()), record);
    }
    Ok(())
}

fn new_task(
    project: ProjectId,
    task: &StarterTask,
    column: Column,
    order: OrderKey,
    due: Option<Day>,
) -> Result<Task, CommandError> {
    let title = text::line("Title", &task.title)?;
    Ok(Task {
        notes: text::prose("Notes", &task.notes)?,
        due,
        ..Task::new(project, title, column, order)
    })
}
