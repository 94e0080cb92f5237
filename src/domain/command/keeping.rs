//! Commands about what is kept of a project at a moment: baselines and status reports.

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned};
use crate::id::{BaselineId, ProjectId, StatusReportId};
use crate::model::{Baseline, Project, ReportFigures, Standing, StatusReport};
use crate::plan_figures;
use crate::text;
use crate::time::Day;
use crate::workspace::Workspace;

/// What can be meant about baselines and reports.
#[derive(Clone, Debug, PartialEq)]
pub enum KeepingCommand {
    /// Keep the plan as it is now.
    TakeBaseline {
        /// Whose.
        project: ProjectId,
        /// What it is called.
        name: String,
    },
    /// Call a baseline something else.
    RenameBaseline {
        /// Which.
        id: BaselineId,
        /// What it is called.
        name: String,
    },
    /// Delete a baseline.
    DeleteBaseline {
        /// Which.
        id: BaselineId,
    },
    /// Keep a status report as it is given.
    KeepReport {
        /// Whose.
        project: ProjectId,
        /// What the author says.
        summary: String,
        /// How the project stands, and why.
        standing: (Standing, String),
        /// The likely finishes, if they were simulated.
        likely: Option<(Day, Day)>,
    },
    /// Delete a report.
    DeleteReport {
        /// Which.
        id: StatusReportId,
    },
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: KeepingCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        KeepingCommand::TakeBaseline { project, name } => {
            let found = find_project(workspace, project)?;
            let name = text::line("Name", &name)?;
            let lines = plan_figures::baseline_lines(workspace, project, ctx.today)?;
            if lines.is_empty() {
                return Err(CommandError::NothingToKeep);
            }
            let baseline = Baseline {
                project,
                name: name.clone(),
                taken_at: ctx.now,
                finish: found.finish,
                lines,
            };
            let id = BaselineId::from_key((ctx.new_key)());
            draft.put(id, baseline);
            Planned::created(id, format!("Kept the plan as “{name}”"))
        }
        KeepingCommand::RenameBaseline { id, name } => {
            let mut baseline = find(workspace, id)?.clone();
            baseline.name = text::line("Name", &name)?;
            let label = format!("Called the baseline “{}”", baseline.name);
            draft.put(id, baseline);
            Planned::done(label)
        }
        KeepingCommand::DeleteBaseline { id } => {
            let label = format!("Deleted the baseline “{}”", find(workspace, id)?.name);
            draft.remove(id);
            Planned::done(label)
        }
        KeepingCommand::KeepReport {
            project,
            summary,
            standing: (standing, reason),
            likely,
        } => {
            let name = find_project(workspace, project)?.name.clone();
            let figures = plan_figures::of_project(workspace, project, ctx.today)?;
            let report = StatusReport {
                project,
                day: ctx.today,
                kept_at: ctx.now,
                summary: text::prose("Summary", &summary)?,
                standing,
                reason: text::prose("Reason", &reason)?,
                figures: ReportFigures {
                    p50: likely.map(|(p50, _)| p50),
                    p80: likely.map(|(_, p80)| p80),
                    ..figures
                },
            };
            let id = StatusReportId::from_key((ctx.new_key)());
            draft.put(id, report);
            Planned::created(id, format!("Kept the report on “{name}”"))
        }
        KeepingCommand::DeleteReport { id } => {
            let report = workspace.get::<StatusReport>(id);
            let report = report.ok_or(CommandError::Gone { what: "report" })?;
            let label = format!("Deleted the report of {}", report.day);
            draft.remove(id);
            Planned::done(label)
        }
    }
}

fn find_project(workspace: &Workspace, id: ProjectId) -> Result<&Project, CommandError> {
    let project = workspace.get::<Project>(id).map(AsRef::as_ref);
    project.ok_or(CommandError::Gone { what: "project" })
}

fn find(workspace: &Workspace, id: BaselineId) -> Result<&Baseline, CommandError> {
    let baseline = workspace.get::<Baseline>(id).map(AsRef::as_ref);
    baseline.ok_or(CommandError::Gone { what: "baseline" })
}
