//! What moves a task on the timeline: a drag, a key, a button. Each is one command.

use domain::command::{LinkCommand, TaskCommand};
use domain::id::TaskId;
use domain::model::{LinkKind, Task};
use domain::schedule::{Adjust, AdjustError, Planned, Schedule, Words, adjust, knock_on};
use domain::time::Day;

use super::Timeline;
use crate::desk::Desk;
use crate::ui::format;
use leptos::prelude::*;

/// What an adjustment would lead to, or the sentence that says why not.
pub fn planned(desk: Desk, schedule: &Schedule, id: TaskId, by: Adjust) -> Result<Planned, String> {
    let task = desk.read(|ws| ws.get::<Task>(id).cloned());
    let task = task.ok_or_else(|| AdjustError::Gone.to_string())?;
    adjust(schedule, id, &task, by).map_err(|error| match error {
        AdjustError::Held { .. } => {
            let why = why(desk, schedule, id, 1).into_iter().next();
            why.unwrap_or_else(|| error.to_string())
        }
        error => error.to_string(),
    })
}

/// Carries out an adjustment and says what came of it.
pub fn carry_out(timeline: Timeline, id: TaskId, by: Adjust) {
    let desk = timeline.desk;
    let plan = timeline.plan.get_untracked();
    let said = match planned(desk, &plan.schedule, id, by) {
        Err(sentence) => sentence,
        Ok(planned) => {
            let command = TaskCommand::Set {
                ids: vec![id],
                fields: planned.fields,
            };
            match desk.try_run(command) {
                Ok(_) => outcome(desk, &plan.schedule, &planned.schedule, id),
                Err(refused) => refused.to_string(),
            }
        }
    };
    timeline.said.set(said);
}

/// Where a task would lie, and what else would move: the knock-on of an edit, as a sentence.
pub fn outcome(desk: Desk, before: &Schedule, after: &Schedule, id: TaskId) -> String {
    let today = desk.today();
    let Some(dates) = after.dates(id) else {
        return String::new();
    };
    let write = |day: Day| format::day(day, today);
    let title = title(desk, id);
    let span = if dates.is_milestone {
        format!("“{title}”: {}", write(dates.finish))
    } else {
        let days = format::count(dates.days.max(0) as usize, "working day", "working days");
        let (start, finish) = (write(dates.start), write(dates.finish));
        format!("“{title}”: {start} to {finish}, {days}")
    };
    let knock_on = knock_on(before, after, id);
    let others = match knock_on.n_moved {
        0 => "Nothing else moves.".to_owned(),
        n => format::count(n, "other task moves.", "other tasks move."),
    };
    let finish = match (knock_on.before, knock_on.after) {
        (Some(old), Some(new)) if old != new => format!(
            " The project now ends on {} instead of {}.",
            write(new),
            write(old)
        ),
        (_, Some(finish)) => format!(" The project still ends on {}.", write(finish)),
        _ => String::new(),
    };
    format!("{span}. {others}{finish}")
}

/// Lets one task wait for another. A circle is refused with its members named.
pub fn link(timeline: Timeline, predecessor: TaskId, successor: TaskId) {
    let command = LinkCommand::Create {
        predecessor,
        successor,
        kind: LinkKind::FinishToStart,
        lag: 0,
    };
    let before = timeline.plan.get_untracked();
    let said = match timeline.desk.try_run(command) {
        Ok(_) => {
            let after = timeline.plan.get_untracked();
            let (desk, before, after) = (timeline.desk, &before.schedule, &after.schedule);
            let waits = format!(
                "“{}” now waits for “{}”. ",
                title(desk, successor),
                title(desk, predecessor)
            );
            waits + &outcome(desk, before, after, successor)
        }
        Err(refused) => refused.to_string(),
    };
    timeline.said.set(said);
}

/// Why a task lies where it does: a sentence each for it and for what it rests on.
pub fn why(desk: Desk, schedule: &Schedule, id: TaskId, n_max: usize) -> Vec<String> {
    let today = desk.today();
    let words = Words {
        title: &|id| title(desk, id),
        day: &|day| format::day(day, today),
    };
    schedule.why(id, &words, n_max)
}

/// What a task is called.
pub fn title(desk: Desk, id: TaskId) -> String {
    desk.read(|ws| ws.get::<Task>(id).map(|task| task.title.clone()))
        .unwrap_or_default()
}
