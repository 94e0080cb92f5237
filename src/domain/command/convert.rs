//! Converting: a project becomes a process, a process becomes a project. Rules V20 to V26.

use crate::change::Draft;
use crate::command::chain::Chain;
use crate::command::{
    CharterCommand, CharterDraft, CommandError, Ctx, Planned, ProjectCommand, ProjectDraft,
    RunCommand, StepCommand, StepDraft, TaskCommand, TaskDraft, TemplateCommand, TemplateDraft,
    project, template,
};
use crate::convert::{self, Direction};
use crate::id::{CharterId, ProjectId, TaskId, TemplateId};
use crate::lists::List;
use crate::model::{
    Charter, CheckItem, Decision, Deliverable, Outcome, Project, Sheet, Stage, Step, StepWork,
    Task, Template,
};
use crate::text;
use crate::workspace::Workspace;

/// What can be meant about converting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConvertCommand {
    /// Make a process of a project.
    ToProcess {
        /// The project.
        id: ProjectId,
        /// What becomes of the project.
        original: Original,
        /// Whether the first run starts at once. A process without steps starts none.
        first_run: bool,
    },
    /// Make a project of a process.
    ToProject {
        /// The process.
        id: TemplateId,
        /// What becomes of the process.
        original: Original,
    },
}

/// What becomes of the work that was converted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Original {
    /// It stays, and the new work links back to it.
    #[default]
    Keep,
    /// It goes, and what has no place in the new work is kept there as text.
    Remove,
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: ConvertCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    let mut chain = Chain::new(workspace, ctx);
    let planned = match command {
        ConvertCommand::ToProcess {
            id,
            original,
            first_run,
        } => to_process(workspace, &mut chain, id, original, first_run),
        ConvertCommand::ToProject { id, original } => {
            to_project(workspace, &mut chain, id, original)
        }
    }?;
    chain.draft(draft);
    Ok(planned)
}

fn to_process(
    workspace: &Workspace,
    chain: &mut Chain,
    id: ProjectId,
    original: Original,
    first_run: bool,
) -> Result<Planned, CommandError> {
    let project = project::find(workspace, id)?.clone();
    let made = chain.create(TemplateCommand::Create {
        draft: TemplateDraft {
            name: project.name.clone(),
            purpose: project.objective.clone(),
            owner: project.owner,
            sheet: sheet_of(workspace, id),
        },
    })?;
    let made = TemplateId::from_key(made);
    let tasks = convert::in_order_of_work(workspace, id);
    let has_steps = !tasks.is_empty();
    for (_, task) in tasks {
        chain.create(StepCommand::Create {
            template: made,
            draft: StepDraft {
                title: task.title.clone(),
                instructions: task.notes.clone(),
                role: convert::role_of(workspace, task.assignee),
                work: StepWork {
                    checklist: task
                        .checklist
                        .iter()
                        .map(|tick| tick.text.clone())
                        .collect(),
                    ..StepWork::default()
                },
            },
        })?;
    }
    let mut kept = project.kept.clone();
    if original == Original::Remove {
        kept.extend(convert::note(workspace, Direction::ToProcess(id)));
        chain.run(ProjectCommand::Delete { id })?;
        if let Some(decision) = project.decision {
            chain.edit::<Decision>(decision, |decision| {
                decision.outcome = Some(Outcome::Template(made));
            });
        }
    }
    let is_kept = original == Original::Keep;
    chain.edit::<Template>(made, |template| {
        template.sample = project.sample;
        template.from_project = is_kept.then_some(id);
        template.decision = project.decision.filter(|_| !is_kept);
        template.kept = if is_kept { Vec::new() } else { kept };
    });
    if first_run && has_steps {
        chain.run(RunCommand::Start {
            template: made,
            name: String::new(),
        })?;
    }
    let label = match original {
        Original::Keep => format!("Drafted process “{}” from the project", project.name),
        Original::Remove => format!("Made “{}” a process", project.name),
    };
    Planned::created(made, label)
}

/// What the charter of a project says for the sheet of a process.
fn sheet_of(workspace: &Workspace, id: ProjectId) -> Sheet {
    let Some(charter) = workspace.get::<Charter>(CharterId::from(id)) else {
        return Sheet::default();
    };
    let names = charter.deliverables.iter().map(|one| one.name.as_str());
    Sheet {
        outputs: names.collect::<Vec<_>>().join("\n"),
        customers: charter.stakeholders.clone(),
        ..Sheet::default()
    }
}

/// What the sheet of a process says for the charter of a project. An output that is longer than a
/// name stands in the note alone.
fn fill_charter(chain: &mut Chain, id: ProjectId, sheet: &Sheet) -> Result<(), CommandError> {
    let names = sheet
        .outputs
        .lines()
        .filter_map(|name| text::line("Deliverable", name).ok());
    let deliverables = names.map(|name| Deliverable {
        name,
        ..Deliverable::default()
    });
    let draft = CharterDraft {
        deliverables: deliverables.collect(),
        stakeholders: sheet.customers.clone(),
        ..CharterDraft::default()
    };
    if draft != CharterDraft::default() {
        chain.run(CharterCommand::Edit { project: id, draft })?;
    }
    Ok(())
}

fn to_project(
    workspace: &Workspace,
    chain: &mut Chain,
    id: TemplateId,
    original: Original,
) -> Result<Planned, CommandError> {
    let template = template::find(workspace, id)?.clone();
    let made = chain.create(ProjectCommand::Create {
        draft: ProjectDraft {
            name: template.name.clone(),
            objective: template.purpose.clone(),
            owner: template.owner,
            start: None,
            finish: None,
        },
        stage: Stage::Initiate,
    })?;
    let made = ProjectId::from_key(made);
    fill_charter(chain, made, &template.sheet)?;
    for (_, step) in workspace.list::<Step>(List::Steps(id)) {
        let task = chain.create(TaskCommand::Create {
            project: made,
            column: crate::model::Column::Backlog,
            draft: TaskDraft {
                title: step.title.clone(),
                notes: convert::notes_of(step),
                ..TaskDraft::default()
            },
        })?;
        let ticks = step.work.checklist.iter().map(|text| CheckItem {
            text: text.clone(),
            done: false,
        });
        chain.edit::<Task>(TaskId::from_key(task), |task| {
            task.checklist = ticks.collect();
        });
    }
    let mut kept = template.kept.clone();
    if original == Original::Remove {
        kept.extend(convert::note(workspace, Direction::ToProject(id)));
        chain.run(TemplateCommand::Delete { id })?;
        if let Some(decision) = template.decision {
            chain.edit::<Decision>(decision, |decision| {
                decision.outcome = Some(Outcome::Project(made));
            });
        }
    }
    let is_kept = original == Original::Keep;
    chain.edit::<Project>(made, |project| {
        project.sample = template.sample;
        project.from_template = is_kept.then_some(id);
        project.decision = template.decision.filter(|_| !is_kept);
        project.kept = if is_kept { Vec::new() } else { kept };
    });
    let label = match original {
        Original::Keep => format!("Made a project of process “{}”", template.name),
        Original::Remove => format!("Made “{}” a project", template.name),
    };
    Planned::created(made, label)
}
