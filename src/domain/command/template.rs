//! Commands about process templates.

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned, person, step};
use crate::id::{PersonId, TemplateId};
use crate::lists::List;
use crate::model::{
    CatchUp, Decision, Improvement, Project, Run, RunEvent, Schedule, Sheet, Step, Template,
    Version,
};
use crate::recur::Rule;
use crate::text;
use crate::time::Day;
use crate::workspace::Workspace;

/// What can be meant about a process template.
#[derive(Clone, Debug, PartialEq)]
pub enum TemplateCommand {
    /// Add one to the library, without steps.
    Create {
        /// Its sheet.
        draft: TemplateDraft,
    },
    /// Replace its sheet.
    Edit {
        /// Which.
        id: TemplateId,
        /// The new sheet.
        draft: TemplateDraft,
    },
    /// Say whether its path is decided in each run.
    SetFlexible {
        /// Which.
        id: TemplateId,
        /// Whether it is.
        flexible: bool,
    },
    /// Say when runs start by themselves; only by hand when absent.
    Schedule {
        /// Which.
        id: TemplateId,
        /// The rule, its first day, and what happens with missed starts.
        schedule: Option<(String, Day, CatchUp)>,
    },
    /// Delete it with its steps, versions and runs.
    Delete {
        /// Which.
        id: TemplateId,
    },
}

/// The process sheet as a form gives it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TemplateDraft {
    /// What it is called.
    pub name: String,
    /// Why it exists and what a good round brings.
    pub purpose: String,
    /// Who answers for its performance.
    pub owner: Option<PersonId>,
    /// The rest of the process sheet.
    pub sheet: Sheet,
}

impl TemplateDraft {
    /// The sheet of a template, for a form to start from.
    pub fn of(template: &Template) -> TemplateDraft {
        TemplateDraft {
            name: template.name.clone(),
            purpose: template.purpose.clone(),
            owner: template.owner,
            sheet: template.sheet.clone(),
        }
    }

    /// The same sheet with texts trimmed, or the first broken rule.
    pub fn checked(&self) -> Result<TemplateDraft, CommandError> {
        Ok(TemplateDraft {
            name: text::line("Name", &self.name)?,
            purpose: text::prose("Purpose", &self.purpose)?,
            owner: self.owner,
            sheet: checked_sheet(&self.sheet)?,
        })
    }
}

/// The sheet with texts trimmed, or the first broken rule.
fn checked_sheet(sheet: &Sheet) -> Result<Sheet, CommandError> {
    let percent = sheet.on_time_percent.filter(|percent| *percent > 100);
    if percent.is_some() {
        let sentence = "Target on time is a percentage: at most 100.";
        return Err(CommandError::Step(sentence.to_owned()));
    }
    Ok(Sheet {
        trigger: text::optional_line("Trigger", &sheet.trigger)?,
        goal: text::prose("Goal", &sheet.goal)?,
        cadence: text::optional_line("Review", &sheet.cadence)?,
        suppliers: text::prose("Suppliers", &sheet.suppliers)?,
        inputs: text::prose("Inputs", &sheet.inputs)?,
        outputs: text::prose("Outputs", &sheet.outputs)?,
        customers: text::prose("Customers", &sheet.customers)?,
        run_name: text::optional_line("Name of a run", &sheet.run_name)?,
        run_minutes: step::work_minutes("Time for a run", sheet.run_minutes)?,
        on_time_percent: sheet.on_time_percent,
    })
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: TemplateCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        TemplateCommand::Create { draft: sheet } => {
            let template = new_template(workspace, &sheet, ctx)?;
            let id = TemplateId::from_key((ctx.new_key)());
            let label = format!("Added process “{}”", template.name);
            draft.put(id, template);
            Planned::created(id, label)
        }
        TemplateCommand::Edit { id, draft: sheet } => {
            let sheet = sheet.checked()?;
            let label = format!("Changed process “{}”", sheet.name);
            let mut template = find(workspace, id)?.clone();
            template.name = sheet.name;
            template.purpose = sheet.purpose;
            template.owner = person::present(workspace, sheet.owner);
            template.sheet = sheet.sheet;
            draft.put(id, template);
            Planned::done(label)
        }
        TemplateCommand::SetFlexible { id, flexible } => {
            let mut template = find(workspace, id)?.clone();
            template.flexible = flexible;
            let label = if flexible {
                format!("Let each run of “{}” choose its path", template.name)
            } else {
                format!("Gave “{}” a fixed path", template.name)
            };
            draft.put(id, template);
            Planned::done(label)
        }
        TemplateCommand::Schedule { id, schedule } => {
            let mut template = find(workspace, id)?.clone();
            let name = template.name.clone();
            template.schedule = match schedule {
                None => None,
                Some((rule, start, catch_up)) => Some(Schedule {
                    rule: Rule::checked(&rule, start)?.to_string(),
                    start,
                    catch_up,
                    // What lies before today was never promised, so it is not missed.
                    done_until: ctx.today.plus(-1),
                }),
            };
            let label = match &template.schedule {
                Some(_) => format!("Gave “{name}” a schedule"),
                None => format!("Took the schedule of “{name}” away"),
            };
            draft.put(id, template);
            Planned::done(label)
        }
        TemplateCommand::Delete { id } => {
            let label = format!("Deleted process “{}”", find(workspace, id)?.name);
            remove(workspace, draft, id);
            Planned::done(label)
        }
    }
}

/// A new template.
pub(super) fn new_template(
    workspace: &Workspace,
    sheet: &TemplateDraft,
    ctx: &Ctx,
) -> Result<Template, CommandError> {
    let sheet = sheet.checked()?;
    Ok(Template {
        name: sheet.name,
        purpose: sheet.purpose,
        owner: person::present(workspace, sheet.owner),
        sheet: sheet.sheet,
        schedule: None,
        decision: None,
        flexible: false,
        from_project: None,
        kept: Vec::new(),
        created_at: ctx.now,
        sample: false,
    })
}

/// Drafts the removal of a template and everything under it.
pub(crate) fn remove(workspace: &Workspace, draft: &mut Draft, id: TemplateId) {
    for run_id in workspace.ids::<Run>(List::Runs(id)) {
        for event_id in workspace.ids::<RunEvent>(List::RunEvents(run_id)) {
            draft.remove(event_id);
        }
        draft.remove(run_id);
    }
    for improvement_id in workspace.ids::<Improvement>(List::Improvements(id)) {
        draft.remove(improvement_id);
    }
    for version_id in workspace.ids::<Version>(List::Versions(id)) {
        draft.remove(version_id);
    }
    for step_id in workspace.ids::<Step>(List::Steps(id)) {
        draft.remove(step_id);
    }
    if let Some(decision_id) = workspace
        .get::<Template>(id)
        .and_then(|template| template.decision)
    {
        draft.edit::<Decision>(decision_id, |decision| decision.outcome = None);
    }
    for project_id in workspace.ids::<Project>(List::ProjectsThrough(id)) {
        draft.edit::<Project>(project_id, |project| {
            project.through.retain(|other| *other != id);
        });
    }
    for project_id in workspace.ids::<Project>(List::ProjectsFrom(id)) {
        draft.edit::<Project>(project_id, |project| project.from_template = None);
    }
    draft.remove(id);
}

/// Those of the named processes that are there, each once, in the order given.
pub(super) fn present(workspace: &Workspace, named: &[TemplateId]) -> Vec<TemplateId> {
    let mut present: Vec<TemplateId> = Vec::new();
    for id in named {
        if workspace.get::<Template>(*id).is_some() && !present.contains(id) {
            present.push(*id);
        }
    }
    present
}

pub(super) fn find(workspace: &Workspace, id: TemplateId) -> Result<&Template, CommandError> {
    workspace
        .get::<Template>(id)
        .map(AsRef::as_ref)
        .ok_or(CommandError::Gone { what: "process" })
}
