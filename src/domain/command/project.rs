//! Commands about projects.

use crate::change::Draft;
use crate::classify::Shape;
use crate::command::{
    CommandError, CopyDraft, Ctx, Planned, belongings, copy, person, position, task, template,
};
use crate::id::{PersonId, ProjectId, TaskId, TemplateId};
use crate::lists::List;
use crate::model::{Column, Decision, Link, Project, Stage, Template};
use crate::text;
use crate::time::Day;
use crate::workspace::Workspace;

/// What can be meant about a project.
#[derive(Clone, Debug, PartialEq)]
pub enum ProjectCommand {
    /// Start a new one in a stage, at the end of its column.
    Create {
        /// Its charter basics.
        draft: ProjectDraft,
        /// Where it stands.
        stage: Stage,
    },
    /// Replace its charter basics.
    Edit {
        /// Which.
        id: ProjectId,
        /// The new basics.
        draft: ProjectDraft,
    },
    /// Put it in a stage, before another project or last.
    Move {
        /// Which.
        id: ProjectId,
        /// The stage.
        stage: Stage,
        /// The project it goes before; last when absent.
        before: Option<ProjectId>,
    },
    /// Say what hybrid it is and which processes do parts of it.
    Relate {
        /// Which.
        id: ProjectId,
        /// The hybrid; `None` for a plain project.
        shape: Option<Shape>,
        /// The processes.
        through: Vec<TemplateId>,
    },
    /// Say up to which day progress is known; up to today when absent.
    SetStatusDate {
        /// Which.
        id: ProjectId,
        /// The day.
        day: Option<Day>,
    },
    /// Say how many tasks a column of its board should hold at most.
    SetWipLimit {
        /// Which.
        id: ProjectId,
        /// The column.
        column: Column,
        /// At least 1; no limit when absent.
        limit: Option<u32>,
    },
    /// Make a copy of its plan, on other days and without what has happened: another project, or
    /// a template.
    Copy {
        /// Which.
        id: ProjectId,
        /// What the copy is to be.
        draft: CopyDraft,
    },
    /// Delete it with its tasks.
    Delete {
        /// Which.
        id: ProjectId,
    },
}

/// The charter basics as a form gives them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProjectDraft {
    /// What it is called.
    pub name: String,
    /// What will be true when it is done.
    pub objective: String,
    /// First day of work.
    pub start: Option<Day>,
    /// Promised last day of work.
    pub finish: Option<Day>,
    /// Who answers for it.
    pub owner: Option<PersonId>,
}

impl ProjectDraft {
    /// The basics of a project, for a form to start from.
    pub fn of(project: &Project) -> ProjectDraft {
        ProjectDraft {
            name: project.name.clone(),
            objective: project.objective.clone(),
            start: project.start,
            finish: project.finish,
            owner: project.owner,
        }
    }

    /// The same basics with texts trimmed, or the first broken rule.
    pub fn checked(&self) -> Result<ProjectDraft, CommandError> {
        if let (Some(start), Some(finish)) = (self.start, self.finish)
            && finish < start
        {
            return Err(CommandError::FinishBeforeStart { start, finish });
        }
        Ok(ProjectDraft {
            name: text::line("Name", &self.name)?,
            objective: text::prose("Objective", &self.objective)?,
            ..self.clone()
        })
    }
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: ProjectCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        ProjectCommand::Create {
            draft: basics,
            stage,
        } => {
            let project = new_project(workspace, &basics, stage, ctx)?;
            let id = ProjectId::from_key((ctx.new_key)());
            let label = format!("Added project “{}”", project.name);
            draft.put(id, project);
            Planned::created(id, label)
        }
        ProjectCommand::Edit { id, draft: basics } => {
            let basics = basics.checked()?;
            let label = format!("Changed project “{}”", basics.name);
            let mut project = (*find(workspace, id)?).clone();
            project.name = basics.name;
            project.objective = basics.objective;
            project.start = basics.start;
            project.finish = basics.finish;
            project.owner = person::present(workspace, basics.owner);
            draft.put(id, project);
            Planned::done(label)
        }
        ProjectCommand::Move { id, stage, before } => {
            let mut project = (*find(workspace, id)?).clone();
            if before == Some(id) {
                return Planned::done(format!("Left “{}” where it was", project.name));
            }
            project.order = position(workspace, stage, before, Some(id));
            project.stage = stage;
            let label = format!("Moved “{}” to {}", project.name, stage.name());
            draft.put(id, project);
            Planned::done(label)
        }
        ProjectCommand::Relate { id, shape, through } => {
            let mut project = find(workspace, id)?.clone();
            let label = format!("Changed what “{}” is related to", project.name);
            project.shape = shape.filter(|shape| shape.is_hybrid());
            project.through = template::present(workspace, &through);
            draft.put(id, project);
            Planned::done(label)
        }
        ProjectCommand::SetStatusDate { id, day } => {
            let label = format!("Changed the status date of “{}”", find(workspace, id)?.name);
            draft.edit::<Project>(id, |project| project.status_date = day);
            Planned::done(label)
        }
        ProjectCommand::SetWipLimit { id, column, limit } => {
            let label = match limit {
                Some(0) => return Err(CommandError::NoRoomInColumn),
                Some(limit) => format!("Limited {} to {limit}", column.name()),
                None => format!("Took the limit off {}", column.name()),
            };
            find(workspace, id)?;
            draft.edit::<Project>(id, |project| {
                match limit {
                    Some(limit) => project.wip_limits.insert(column, limit),
                    None => project.wip_limits.remove(&column),
                };
            });
            Planned::done(label)
        }
        ProjectCommand::Copy { id, draft: fields } => {
            copy::plan(workspace, draft, id, &fields, ctx)
        }
        ProjectCommand::Delete { id } => {
            let label = format!("Deleted project “{}”", find(workspace, id)?.name);
            remove(workspace, draft, id);
            Planned::done(label)
        }
    }
}

/// A new project at the end of a stage.
pub(super) fn new_project(
    workspace: &Workspace,
    basics: &ProjectDraft,
    stage: Stage,
    ctx: &Ctx,
) -> Result<Project, CommandError> {
    let basics = basics.checked()?;
    Ok(Project {
        name: basics.name,
        objective: basics.objective,
        stage,
        order: position(workspace, stage, None, None),
        start: basics.start,
        finish: basics.finish,
        owner: person::present(workspace, basics.owner),
        created_at: ctx.now,
        ..Project::default()
    })
}

/// Drafts the removal of a project, its tasks, and its mention in the decision it came from and in what was made of it.
pub(crate) fn remove(workspace: &Workspace, draft: &mut Draft, id: ProjectId) {
    for key in workspace.lists().keys(List::Tasks(id)) {
        task::remove_one(workspace, draft, TaskId::from_key(key));
    }
    for link_id in workspace.ids::<Link>(List::Links(id)) {
        draft.remove(link_id);
    }
    belongings::remove_of_project(workspace, draft, id);
    if let Some(decision_id) = workspace
        .get::<Project>(id)
        .and_then(|project| project.decision)
    {
        draft.edit::<Decision>(decision_id, |decision| decision.outcome = None);
    }
    for template_id in workspace.ids::<Template>(List::TemplatesFrom(id)) {
        draft.edit::<Template>(template_id, |template| template.from_project = None);
    }
    draft.remove(id);
}

/// Drafts that a project moves to the end of a stage.
pub(super) fn enter(workspace: &Workspace, draft: &mut Draft, id: ProjectId, stage: Stage) {
    let order = position(workspace, stage, None, Some(id));
    draft.edit::<Project>(id, |project| {
        project.stage = stage;
        project.order = order;
    });
}

fn position(
    workspace: &Workspace,
    stage: Stage,
    before: Option<ProjectId>,
    moving: Option<ProjectId>,
) -> crate::order::OrderKey {
    position::order_key(
        workspace.lists(),
        List::ProjectsIn(stage),
        before.map(ProjectId::key),
        moving.map(ProjectId::key),
        |key| {
            Some(
                workspace
                    .get::<Project>(ProjectId::from_key(key))?
                    .order
                    .clone(),
            )
        },
    )
}

pub(super) fn find(workspace: &Workspace, id: ProjectId) -> Result<&Project, CommandError> {
    workspace
        .get::<Project>(id)
        .map(AsRef::as_ref)
        .ok_or(CommandError::Gone { what: "project" })
}
