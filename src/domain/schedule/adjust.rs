//! Moving and stretching a task by hand: which fields that sets, and what else it moves.

use super::input::Activity;
use super::workdays::{WorkDays, day, number};
use super::{Dates, Schedule};
use crate::command::TaskField;
use crate::id::TaskId;
use crate::model::{Constraint, ConstraintKind, Task};
use crate::time::Day;

/// What is done to a task by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adjust {
    /// Begins so many calendar days later, or earlier when negative. Where that is a day off, it
    /// begins on the next working day in the same direction.
    Move(i32),
    /// Ends so many calendar days later or earlier; one day is always one working day. It keeps at
    /// least one working day.
    Stretch(i32),
    /// Begins on this day: for a task without dates.
    Place(i32),
}

/// What an adjustment does.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// The fields it sets.
    pub fields: Vec<TaskField>,
    /// The schedule it leads to.
    pub schedule: Schedule,
}

/// Why a task cannot be adjusted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AdjustError {
    /// It is not in the schedule.
    #[error("This task is not there any more.")]
    Gone,
    /// It has no dates.
    #[error("“{title}” has no dates yet. Place it first.")]
    NoDates {
        /// Its title.
        title: String,
    },
    /// Its parts decide.
    #[error("“{title}” runs as its parts do. Move its parts.")]
    Summary {
        /// Its title.
        title: String,
    },
    /// Its work has ended.
    #[error("“{title}” is finished and stays where it was.")]
    Finished {
        /// Its title.
        title: String,
    },
    /// Its work has begun.
    #[error("“{title}” has begun and keeps its start. Change how long it takes instead.")]
    Begun {
        /// Its title.
        title: String,
    },
    /// It takes no time.
    #[error("“{title}” is a milestone and takes no time.")]
    Milestone {
        /// Its title.
        title: String,
    },
    /// A constraint that a day alone cannot replace.
    #[error("“{title}” is planned with “{rule}”. Change that in its plan first.")]
    Constrained {
        /// Its title.
        title: String,
        /// The name of the constraint.
        rule: &'static str,
    },
    /// It would lie where it lies.
    #[error("“{title}” stays where it is.")]
    Held {
        /// Its title.
        title: String,
    },
    /// Outside the years of work.
    #[error("No work is planned that far away.")]
    TooFar,
}

/// What else an adjustment moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KnockOn {
    /// Other tasks without parts that start or finish on another day.
    pub n_moved: usize,
    /// The finish of the project before.
    pub before: Option<Day>,
    /// The finish of the project after.
    pub after: Option<Day>,
}

/// What an adjustment of a task would do. Nothing is changed.
pub fn adjust(
    schedule: &Schedule,
    id: TaskId,
    task: &Task,
    adjust: Adjust,
) -> Result<Planned, AdjustError> {
    let title = || task.title.clone();
    let idx = schedule.index(id).ok_or(AdjustError::Gone)?;
    let input = schedule.input();
    let activity = *input.activities.get(idx).ok_or(AdjustError::Gone)?;
    let calendar = input.calendars.get(activity.calendar as usize);
    let calendar = calendar
        .or(input.calendars.first())
        .ok_or(AdjustError::Gone)?;
    if schedule.network.is_summary(idx) {
        return Err(AdjustError::Summary { title: title() });
    }
    if let Adjust::Place(on) = adjust {
        return placed(schedule, task, activity, calendar, on);
    }
    let dates = schedule
        .dates_at(idx)
        .ok_or_else(|| AdjustError::NoDates { title: title() })?;
    if dates.is_finished {
        return Err(AdjustError::Finished { title: title() });
    }
    let planned = match adjust {
        Adjust::Move(by) => moved(schedule, task, activity, calendar, &dates, by)?,
        Adjust::Stretch(_) if dates.is_milestone => {
            return Err(AdjustError::Milestone { title: title() });
        }
        Adjust::Stretch(by) => stretched(schedule, activity, calendar, &dates, by),
        Adjust::Place(_) => return Err(AdjustError::Gone),
    };
    // Links hold it where it is, or it takes its one day already: an edit would say nothing.
    if planned.schedule.dates_at(idx) == Some(dates) {
        return Err(AdjustError::Held { title: title() });
    }
    Ok(planned)
}

/// What else moved between two schedules of the same tasks.
pub fn knock_on(before: &Schedule, after: &Schedule, id: TaskId) -> KnockOn {
    let span = |schedule: &Schedule, idx: usize| {
        let dates = schedule.dates_at(idx)?;
        (!dates.is_summary).then_some((dates.start, dates.finish))
    };
    let activities = before.input().activities.iter().enumerate();
    let n_moved = activities
        .filter(|(idx, activity)| activity.id != id && span(before, *idx) != span(after, *idx))
        .count();
    KnockOn {
        n_moved,
        before: before.finish(),
        after: after.finish(),
    }
}

fn moved(
    schedule: &Schedule,
    task: &Task,
    activity: Activity,
    calendar: &WorkDays,
    dates: &Dates,
    by: i32,
) -> Result<Planned, AdjustError> {
    if dates.is_begun {
        let title = task.title.clone();
        return Err(AdjustError::Begun { title });
    }
    let to = number(dates.start) + by;
    let is_off = calendar.before(to) == calendar.before(to + 1);
    let start = calendar.nth(calendar.before(to) - i32::from(by < 0 && is_off));
    let on = day(start).ok_or(AdjustError::TooFar)?;
    if activity.pin.is_some() {
        let moved = Activity {
            pin: Some(start),
            ..activity
        };
        return Ok(Planned {
            fields: vec![TaskField::Pin(Some(on))],
            schedule: schedule.with(moved),
        });
    }
    let kind = kind_after(task, dates)?;
    let constrained = schedule.with(Activity {
        constraint: Some((kind, start)),
        is_planned: true,
        ..activity
    });
    // Where its links hold it later anyway, no constraint is left to explain.
    let held = constrained.dates(activity.id).map(|dates| dates.start);
    let is_free = task.duration.is_some() || dates.is_milestone;
    let needs_none = matches!(
        kind,
        ConstraintKind::StartNoEarlierThan | ConstraintKind::FinishNoEarlierThan
    );
    if by < 0 && needs_none && is_free && held.is_some_and(|held| held > on) {
        return Ok(Planned {
            fields: vec![TaskField::Constraint(None)],
            schedule: schedule.with(Activity {
                constraint: None,
                ..activity
            }),
        });
    }
    Ok(Planned {
        fields: vec![TaskField::Constraint(Some(Constraint {
            kind,
            day: Some(on),
        }))],
        schedule: constrained,
    })
}

/// The constraint that keeps a task where it is put. One that says more than a day stays as it is.
fn kind_after(task: &Task, dates: &Dates) -> Result<ConstraintKind, AdjustError> {
    use ConstraintKind::{FinishNoEarlierThan, MustFinishOn, MustStartOn, StartNoEarlierThan};
    match task.constraint.map(|constraint| constraint.kind) {
        None | Some(StartNoEarlierThan) if !dates.is_milestone => Ok(StartNoEarlierThan),
        // A milestone is reached at the end of its day, as those are that follow a task.
        None | Some(StartNoEarlierThan | FinishNoEarlierThan) if dates.is_milestone => {
            Ok(FinishNoEarlierThan)
        }
        Some(MustStartOn) => Ok(MustStartOn),
        Some(MustFinishOn) if dates.is_milestone => Ok(MustFinishOn),
        kind => Err(AdjustError::Constrained {
            title: task.title.clone(),
            rule: kind.map_or("", ConstraintKind::name),
        }),
    }
}

fn stretched(
    schedule: &Schedule,
    activity: Activity,
    calendar: &WorkDays,
    dates: &Dates,
    by: i32,
) -> Planned {
    let over = number(dates.finish) + 1;
    let more = match by {
        -1..=1 => by,
        by => calendar.before(over + by) - calendar.before(over),
    };
    let days = (activity.days + more).max(1);
    Planned {
        fields: vec![TaskField::Duration(Some(i64::from(days)))],
        schedule: schedule.with(Activity {
            days,
            is_planned: true,
            ..activity
        }),
    }
}

fn placed(
    schedule: &Schedule,
    task: &Task,
    activity: Activity,
    calendar: &WorkDays,
    on: i32,
) -> Result<Planned, AdjustError> {
    let start = calendar.nth(calendar.before(on));
    let day = day(start).ok_or(AdjustError::TooFar)?;
    let kind = ConstraintKind::StartNoEarlierThan;
    let constraint = Constraint {
        kind,
        day: Some(day),
    };
    let mut fields = vec![TaskField::Constraint(Some(constraint))];
    if task.duration.is_none() && activity.days > 0 {
        fields.push(TaskField::Duration(Some(i64::from(activity.days))));
    }
    let placed = Activity {
        constraint: Some((kind, start)),
        is_planned: true,
        ..activity
    };
    Ok(Planned {
        fields,
        schedule: schedule.with(placed),
    })
}
