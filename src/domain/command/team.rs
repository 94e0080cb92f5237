//! Commands about who works on a task, how long it may take, and what was learned.

use crate::change::Draft;
use crate::command::chain::Chain;
use crate::command::{CommandError, Ctx, Planned, person};
use crate::id::{AssignmentId, EstimateId, LessonId, PersonId, ProjectId, RecordId, TaskId};
use crate::lists::List;
use crate::model::{Assignment, Estimate, Lesson, LessonKind, Person, Project, Task};
use crate::simulate::Spread;
use crate::text;
use crate::workspace::{Table, Workspace};

/// What can be meant about a team and what it knows.
#[derive(Clone, Debug, PartialEq)]
pub enum TeamCommand {
    /// Give someone a part in a task, or change it.
    Assign {
        /// The task.
        task: TaskId,
        /// Who.
        person: PersonId,
        /// How much of their time, in percent; 0 takes them off it.
        percent: u8,
    },
    /// Say how long a task may take and what it may cost.
    SetEstimate {
        /// The task.
        task: TaskId,
        /// Its duration in working days.
        duration: Option<Spread>,
        /// Its cost besides the time of people, in units of the currency.
        cost: Spread,
    },
    /// Say at once how long a task may take, what it may cost and who works on it.
    SetPlan {
        /// The task.
        task: TaskId,
        /// Its duration in working days.
        duration: Option<Spread>,
        /// Its cost besides the time of people, in units of the currency.
        cost: Spread,
        /// People and how much of their time, in percent; those who are not named keep their part.
        parts: Vec<(PersonId, u8)>,
    },
    /// Keep a lesson.
    AddLesson {
        /// Whose.
        project: ProjectId,
        /// What was learned.
        draft: LessonDraft,
    },
    /// Replace what a lesson says.
    EditLesson {
        /// Which.
        id: LessonId,
        /// What it says.
        draft: LessonDraft,
    },
    /// Delete a lesson.
    DeleteLesson {
        /// Which.
        id: LessonId,
    },
}

/// A lesson as a form gives it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LessonDraft {
    /// Good or bad.
    pub kind: LessonKind,
    /// What happened.
    pub text: String,
    /// What will be done.
    pub action: String,
    /// Who sees to it.
    pub owner: Option<PersonId>,
    /// The process or step it is about.
    pub about: Option<RecordId>,
    /// Whether the action is done.
    pub is_done: bool,
}

impl LessonDraft {
    /// A lesson for a form to start from.
    pub fn of(lesson: &Lesson) -> LessonDraft {
        LessonDraft {
            kind: lesson.kind,
            text: lesson.text.clone(),
            action: lesson.action.clone(),
            owner: lesson.owner,
            about: lesson.about,
            is_done: lesson.is_done,
        }
    }

    fn fill(self, workspace: &Workspace, lesson: &mut Lesson) -> Result<(), CommandError> {
        lesson.kind = self.kind;
        lesson.text = text::required_prose("Lesson", &self.text)?;
        lesson.action = text::prose("Action", &self.action)?;
        lesson.owner = person::present(workspace, self.owner);
        let is_process = |id: &RecordId| matches!(id.table, Table::Template | Table::Step);
        let about = self.about.filter(is_process);
        lesson.about = about.filter(|id| workspace.record(*id).is_some());
        lesson.is_done = self.is_done;
        Ok(())
    }
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: TeamCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        TeamCommand::Assign {
            task,
            person,
            percent,
        } => assign(workspace, draft, task, person, percent, ctx),
        TeamCommand::SetEstimate {
            task,
            duration,
            cost,
        } => {
            let title = find_task(workspace, task)?.title.clone();
            let duration = duration.map(Spread::checked).transpose()?;
            if duration.is_some_and(|duration| duration.high > MAX_DAYS) {
                return Err(CommandError::OutOfRange {
                    what: "An estimate in working days",
                    low: 0,
                    high: 10_000,
                });
            }
            let estimate = Estimate {
                task,
                duration,
                cost: cost.checked()?,
            };
            let id = EstimateId::from(task);
            if duration.is_none() && cost == Spread::default() {
                if workspace.get::<Estimate>(id).is_some() {
                    draft.remove(id);
                }
            } else {
                draft.put(id, estimate);
            }
            Planned::done(format!("Estimated “{title}”"))
        }
        TeamCommand::SetPlan {
            task,
            duration,
            cost,
            parts,
        } => {
            let title = &find_task(workspace, task)?.title;
            let mut chain = Chain::new(workspace, ctx);
            chain.run(TeamCommand::SetEstimate {
                task,
                duration,
                cost,
            })?;
            for (person, percent) in parts {
                chain.run(TeamCommand::Assign {
                    task,
                    person,
                    percent,
                })?;
            }
            chain.draft(draft);
            Planned::done(format!("Planned people and estimate of “{title}”"))
        }
        TeamCommand::AddLesson {
            project,
            draft: fields,
        } => {
            if workspace.get::<Project>(project).is_none() {
                return Err(CommandError::Gone { what: "project" });
            }
            let mut lesson = Lesson {
                project,
                kind: fields.kind,
                text: String::new(),
                action: String::new(),
                owner: None,
                about: None,
                is_done: false,
                kept_at: ctx.now,
            };
            fields.fill(workspace, &mut lesson)?;
            let id = LessonId::from_key((ctx.new_key)());
            draft.put(id, lesson);
            Planned::created(id, "Kept a lesson".to_owned())
        }
        TeamCommand::EditLesson { id, draft: fields } => {
            let mut lesson = find_lesson(workspace, id)?.clone();
            fields.fill(workspace, &mut lesson)?;
            draft.put(id, lesson);
            Planned::done("Changed the lesson".to_owned())
        }
        TeamCommand::DeleteLesson { id } => {
            find_lesson(workspace, id)?;
            draft.remove(id);
            Planned::done("Deleted the lesson".to_owned())
        }
    }
}

/// The longest estimate, in working days.
pub const MAX_DAYS: i64 = 10_000;

fn assign(
    workspace: &Workspace,
    draft: &mut Draft,
    task: TaskId,
    person: PersonId,
    percent: u8,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    let title = find_task(workspace, task)?.title.clone();
    let who = workspace.get::<Person>(person);
    let who = who
        .ok_or(CommandError::Gone { what: "person" })?
        .name
        .clone();
    if percent > 100 {
        return Err(CommandError::OutOfRange {
            what: "Percent of their time",
            low: 0,
            high: 100,
        });
    }
    let mut there = workspace.list::<Assignment>(List::Assignments(task));
    let there = there.find(|(_, assignment)| assignment.person == person);
    match (there, percent) {
        (Some((id, _)), 0) => draft.remove(id),
        (Some((id, _)), _) => {
            draft.edit::<Assignment>(id, |assignment| assignment.percent = percent);
        }
        (None, 0) => {}
        (None, _) => {
            let assignment = Assignment {
                task,
                person,
                percent,
            };
            draft.put(AssignmentId::from_key((ctx.new_key)()), assignment);
        }
    }
    Planned::done(match percent {
        0 => format!("Took {who} off “{title}”"),
        percent => format!("Gave {who} {percent} % of “{title}”"),
    })
}

fn find_task(workspace: &Workspace, id: TaskId) -> Result<&Task, CommandError> {
    let task = workspace.get::<Task>(id).map(AsRef::as_ref);
    task.ok_or(CommandError::Gone { what: "task" })
}

fn find_lesson(workspace: &Workspace, id: LessonId) -> Result<&Lesson, CommandError> {
    let lesson = workspace.get::<Lesson>(id).map(AsRef::as_ref);
    lesson.ok_or(CommandError::Gone { what: "lesson" })
}
