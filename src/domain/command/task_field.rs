//! One field of one or many tasks, as an inline edit, a bulk edit or a drag sets it.

use std::collections::BTreeMap;

use crate::change::Draft;
use crate::command::plan_error::{MAX_DAYS, MAX_EFFORT, PlanError};
use crate::command::{CommandError, Ctx, person, task};
use crate::id::{PersonId, ProjectId, TaskId};
use crate::model::{CheckItem, Column, Constraint, Priority, Task, TaskKind, WebLink};
use crate::order::OrderKey;
use crate::outline;
use crate::text;
use crate::time::Day;
use crate::workspace::Workspace;

/// Labels a task may have.
const MAX_LABELS: usize = 20;
/// Items a checklist may have.
const MAX_ITEMS: usize = 100;
/// Web links a task may have.
const MAX_WEB_LINKS: usize = 50;

/// A field and its new value, as it was typed.
#[derive(Clone, Debug, PartialEq)]
pub enum TaskField {
    /// What is to be done.
    Title(String),
    /// Anything worth knowing.
    Notes(String),
    /// Who does it.
    Assignee(Option<PersonId>),
    /// The day by which it should be done: its deadline.
    Due(Option<Day>),
    /// Its column, at the end of it.
    Column(Column),
    /// Whether it takes time.
    Kind(TaskKind),
    /// Working days it takes; not planned when absent.
    Duration(Option<i64>),
    /// Minutes of work people put into it.
    Effort(Option<i64>),
    /// How much of it is done, from 0 to 100.
    Percent(Option<i64>),
    /// The day work on it began.
    ActualStart(Option<Day>),
    /// The last day of work on it; with one it is in Done, without one it is not.
    ActualFinish(Option<Day>),
    /// What its dates must keep to.
    Constraint(Option<Constraint>),
    /// The day it starts on whatever its links say.
    Pin(Option<Day>),
    /// How much it matters.
    Priority(Priority),
    /// All of its labels.
    Labels(Vec<String>),
    /// One more label.
    AddLabel(String),
    /// One label less.
    RemoveLabel(String),
    /// All of its checklist.
    Checklist(Vec<CheckItem>),
    /// All of its web links.
    WebLinks(Vec<WebLink>),
}

impl TaskField {
    /// What a person calls the field, in the middle of a sentence.
    pub fn name(&self) -> &'static str {
        match self {
            TaskField::Title(_) => "title",
            TaskField::Notes(_) => "notes",
            TaskField::Assignee(_) => "assignee",
            TaskField::Due(_) => "due day",
            TaskField::Column(_) => "column",
            TaskField::Kind(_) => "kind",
            TaskField::Duration(_) => "duration",
            TaskField::Effort(_) => "effort",
            TaskField::Percent(_) => "progress",
            TaskField::ActualStart(_) => "actual start",
            TaskField::ActualFinish(_) => "actual finish",
            TaskField::Constraint(_) => "constraint",
            TaskField::Pin(_) => "pin",
            TaskField::Priority(_) => "priority",
            TaskField::Labels(_) | TaskField::AddLabel(_) | TaskField::RemoveLabel(_) => "labels",
            TaskField::Checklist(_) => "checklist",
            TaskField::WebLinks(_) => "web links",
        }
    }

    /// Whether the parts of a summary decide it.
    fn comes_from_below(&self) -> bool {
        matches!(
            self,
            TaskField::Duration(Some(_))
                | TaskField::Percent(Some(_))
                | TaskField::ActualStart(Some(_))
                | TaskField::Pin(Some(_))
        )
    }
}

/// Where the next task goes at the end of a column, for tasks that are set one after another.
type Ends = BTreeMap<(ProjectId, Column), OrderKey>;

/// Drafts fields of tasks.
pub(super) fn set_all(
    workspace: &Workspace,
    draft: &mut Draft,
    ids: &[TaskId],
    fields: &[TaskField],
    ctx: &Ctx,
) -> Result<(), CommandError> {
    let mut ends = Ends::new();
    for id in ids {
        for field in fields {
            set(workspace, draft, *id, field, ctx, &mut ends)?;
        }
    }
    Ok(())
}

/// Puts a task into a column, at its end.
fn enter_last(workspace: &Workspace, task: &mut Task, column: Column, ctx: &Ctx, ends: &mut Ends) {
    if column != task.column {
        let end = ends
            .entry((task.project, column))
            .or_insert_with(|| task::position(workspace, task.project, column, None, None));
        task.outline = Some(task.outline_key().clone());
        task.order = end.clone();
        *end = OrderKey::between(Some(end), None);
    }
    task::enter(task, column, ctx);
}

fn set(
    workspace: &Workspace,
    draft: &mut Draft,
    id: TaskId,
    field: &TaskField,
    ctx: &Ctx,
    ends: &mut Ends,
) -> Result<(), CommandError> {
    let before = draft
        .get::<Task>(id)
        .ok_or(CommandError::Gone { what: "task" })?;
    let mut task = (*before).clone();
    let is_summary = outline::is_summary(workspace, task.project, id);
    if is_summary && field.comes_from_below() {
        return Err(PlanError::ComesFromBelow {
            task: task.title,
            field: field.name(),
        }
        .into());
    }
    match field {
        TaskField::Title(title) => task.title = text::line("Title", title)?,
        TaskField::Notes(notes) => task.notes = text::prose("Notes", notes)?,
        TaskField::Assignee(who) => task.assignee = person::present(workspace, *who),
        TaskField::Due(day) => task.due = *day,
        TaskField::Column(column) => enter_last(workspace, &mut task, *column, ctx, ends),
        TaskField::Kind(TaskKind::Milestone) if is_summary => {
            return Err(PlanError::SummaryAsMilestone { task: task.title }.into());
        }
        TaskField::Kind(kind) => {
            task.kind = *kind;
            if *kind == TaskKind::Milestone {
                task.duration = None;
            }
        }
        TaskField::Duration(days) => task.duration = duration(&task, *days)?,
        TaskField::Effort(minutes) => task.effort = effort(*minutes)?,
        TaskField::Percent(percent) => task.percent = checked_percent(*percent)?,
        TaskField::ActualStart(day) => {
            task.actual_start = happened(*day, ctx)?;
            in_order(&task)?;
        }
        TaskField::ActualFinish(Some(day)) => {
            let finish = happened(Some(*day), ctx)?;
            if task.column != Column::Done {
                enter_last(workspace, &mut task, Column::Done, ctx, ends);
                task.actual_start = before.actual_start;
            }
            task.actual_finish = finish;
            in_order(&task)?;
        }
        TaskField::ActualFinish(None) => {
            if task.column == Column::Done {
                enter_last(workspace, &mut task, Column::Doing, ctx, ends);
            }
        }
        TaskField::Constraint(constraint) => task.constraint = checked_constraint(*constraint)?,
        TaskField::Pin(day) => task.pin = *day,
        TaskField::Priority(priority) => task.priority = *priority,
        TaskField::Labels(labels) => {
            task.labels.clear();
            for label in labels {
                add_label(&mut task.labels, label)?;
            }
        }
        TaskField::AddLabel(label) => add_label(&mut task.labels, label)?,
        TaskField::RemoveLabel(label) => task.labels.retain(|other| other != label.trim()),
        TaskField::Checklist(items) => task.checklist = checklist(items)?,
        TaskField::WebLinks(links) => task.web_links = web_links(links)?,
    }
    draft.put(id, task);
    Ok(())
}

fn duration(task: &Task, days: Option<i64>) -> Result<Option<u32>, PlanError> {
    match days {
        None => Ok(None),
        Some(_) if task.kind == TaskKind::Milestone => Err(PlanError::MilestoneWithDuration {
            task: task.title.clone(),
        }),
        Some(days @ ..1) => Err(PlanError::NoDuration { days }),
        Some(days) if days > MAX_DAYS => Err(PlanError::TooLong { days }),
        Some(days) => Ok(u32::try_from(days).ok()),
    }
}

fn effort(minutes: Option<i64>) -> Result<Option<u32>, PlanError> {
    match minutes {
        Some(minutes) if !(0..=MAX_EFFORT).contains(&minutes) => Err(PlanError::Effort),
        minutes => Ok(minutes.and_then(|minutes| u32::try_from(minutes).ok())),
    }
}

fn checked_percent(percent: Option<i64>) -> Result<Option<u8>, PlanError> {
    match percent {
        Some(percent) if !(0..=100).contains(&percent) => Err(PlanError::Percent { percent }),
        percent => Ok(percent.and_then(|percent| u8::try_from(percent).ok())),
    }
}

fn checked_constraint(constraint: Option<Constraint>) -> Result<Option<Constraint>, PlanError> {
    let Some(mut constraint) = constraint else {
        return Ok(None);
    };
    if !constraint.kind.needs_day() {
        constraint.day = None;
    } else if constraint.day.is_none() {
        let constraint = constraint.kind.name();
        return Err(PlanError::ConstraintWithoutDay { constraint });
    }
    Ok(Some(constraint))
}

/// A day of something that has happened cannot lie ahead.
fn happened(day: Option<Day>, ctx: &Ctx) -> Result<Option<Day>, PlanError> {
    match day {
        Some(day) if day > ctx.today => Err(PlanError::NotYet {
            day,
            today: ctx.today,
        }),
        day => Ok(day),
    }
}

fn in_order(task: &Task) -> Result<(), PlanError> {
    match (task.actual_start, task.actual_finish) {
        (Some(start), Some(finish)) if finish < start => {
            Err(PlanError::ActualFinishBeforeStart { start, finish })
        }
        _ => Ok(()),
    }
}

fn add_label(labels: &mut Vec<String>, label: &str) -> Result<(), CommandError> {
    let label = text::line("Label", label)?;
    if labels.contains(&label) {
        return Ok(());
    }
    if labels.len() == MAX_LABELS {
        return Err(PlanError::TooMany {
            what: "labels",
            max: MAX_LABELS,
        }
        .into());
    }
    labels.push(label);
    Ok(())
}

fn checklist(items: &[CheckItem]) -> Result<Vec<CheckItem>, CommandError> {
    if items.len() > MAX_ITEMS {
        return Err(PlanError::TooMany {
            what: "items",
            max: MAX_ITEMS,
        }
        .into());
    }
    let checked = items.iter().map(|item| {
        Ok(CheckItem {
            text: text::line("Item", &item.text)?,
            done: item.done,
        })
    });
    checked.collect()
}

fn web_links(links: &[WebLink]) -> Result<Vec<WebLink>, CommandError> {
    if links.len() > MAX_WEB_LINKS {
        return Err(PlanError::TooMany {
            what: "web links",
            max: MAX_WEB_LINKS,
        }
        .into());
    }
    let checked = links.iter().map(|link| {
        let link = WebLink {
            address: text::required_prose("Address", &link.address)?,
            name: text::optional_line("Name", &link.name)?,
        };
        if link.href().is_none() {
            let address = link.address;
            return Err(PlanError::Address { address }.into());
        }
        Ok(link)
    });
    checked.collect()
}
