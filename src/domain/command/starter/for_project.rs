//! What a starter makes of a project: its phases, tasks and links.

use std::collections::BTreeMap;

use crate::calendar::WorkingCalendar;
use crate::change::Draft;
use crate::command::{CommandError, Ctx};
use crate::id::{LinkId, ProjectId, TaskId};
use crate::model::{CheckItem, Column, Link, Project, Task, TaskKind};
use crate::order::OrderKey;
use crate::starters::ProjectStarter;
use crate::starters::plan::{self as timing, Span};
use crate::starters::project::{After, StarterTask};
use crate::text;
use crate::time::Day;
use crate::workspace::Workspace;

/// Gives a new project what its starter holds. What the person has filled in stays.
pub(super) fn furnish(
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
    let days = days.map(|(start, _)| (start, calendar));
    PlanMaker::new(id, days, ctx).make(draft, starter)
}

/// Makes the tasks of a project and what joins them.
struct PlanMaker<'a> {
    project: ProjectId,
    /// The first day and the calendar; nothing where no days were chosen.
    days: Option<(Day, WorkingCalendar)>,
    ctx: &'a Ctx<'a>,
    /// The last place given on the board, and in the outline.
    order: OrderKey,
    outline: OrderKey,
}

impl<'a> PlanMaker<'a> {
    fn new(
        project: ProjectId,
        days: Option<(Day, WorkingCalendar)>,
        ctx: &'a Ctx<'a>,
    ) -> PlanMaker<'a> {
        PlanMaker {
            project,
            days,
            ctx,
            order: OrderKey::default(),
            outline: OrderKey::default(),
        }
    }

    fn make(mut self, draft: &mut Draft, starter: &ProjectStarter) -> Result<(), CommandError> {
        // By its due day a task is late for the whole project: the latest finish, so that the
        // room a task has stays its own.
        let latest = timing::latest(starter);
        let mut ids = BTreeMap::new();
        for (idx, phase) in starter.phases.iter().enumerate() {
            // The conditions of the first phase are those of the project's open gate.
            let conditions = if idx == 0 { &[] } else { phase.gate.as_slice() };
            let summary = Task {
                notes: text::prose("Notes", &phase.purpose)?,
                checklist: ticks(conditions)?,
                ..self.task(&phase.name, Column::Backlog)?
            };
            let phase_id = TaskId::from_key((self.ctx.new_key)());
            draft.put(phase_id, summary);
            for task in &phase.tasks {
                let span = latest.get(task.id.as_str()).copied();
                let record = Task {
                    parent: Some(phase_id),
                    due: span.and_then(|span| self.due(span)),
                    ..self.of(task)?
                };
                let id = TaskId::from_key((self.ctx.new_key)());
                draft.put(id, record);
                ids.insert(task.id.as_str(), id);
            }
        }
        for task in starter.tasks() {
            for after in &task.after {
                let ends = (ids.get(after.task.as_str()), ids.get(task.id.as_str()));
                if let (Some(before), Some(id)) = ends {
                    let link = self.link(*before, *id, after);
                    draft.put(LinkId::from_key((self.ctx.new_key)()), link);
                }
            }
        }
        Ok(())
    }

    fn of(&mut self, task: &StarterTask) -> Result<Task, CommandError> {
        let column = if task.after.is_empty() {
            Column::Ready
        } else {
            Column::Backlog
        };
        // Nobody has the role yet, so the notes say who would do it.
        let notes = [&task.notes, "\n\nDone by: ", &task.role].concat();
        Ok(Task {
            notes: text::prose("Notes", &notes)?,
            duration: Some(task.days).filter(|days| *days > 0),
            kind: if task.days == 0 {
                TaskKind::Milestone
            } else {
                TaskKind::Task
            },
            checklist: ticks(&task.checklist)?,
            ..self.task(&task.title, column)?
        })
    }

    /// A task with the next place on board and outline.
    fn task(&mut self, title: &str, column: Column) -> Result<Task, CommandError> {
        self.order = OrderKey::between(Some(&self.order), None);
        self.outline = OrderKey::between(Some(&self.outline), None);
        let title = text::line("Title", title)?;
        Ok(Task {
            outline: Some(self.outline.clone()),
            ..Task::new(self.project, title, column, self.order.clone())
        })
    }

    fn due(&self, span: Span) -> Option<Day> {
        let (start, calendar) = self.days.as_ref()?;
        timing::due(span, *start, calendar)
    }

    fn link(&self, predecessor: TaskId, successor: TaskId, after: &After) -> Link {
        Link {
            project: self.project,
            predecessor,
            successor,
            kind: after.link,
            lag: after.lag,
        }
    }
}

fn ticks(texts: &[String]) -> Result<Vec<CheckItem>, CommandError> {
    let tick = |text: &String| {
        Ok(CheckItem {
            text: text::line("Checklist", text)?,
            done: false,
        })
    };
    texts.iter().map(tick).collect()
}
