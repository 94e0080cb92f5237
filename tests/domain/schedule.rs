//! The schedule. Rule ids: `src/domain/SPEC.md`, “Schedule”.

mod adjusting;
mod laws;
mod levelling;
mod oracle;
mod rules;
mod textbooks;

use domain::id::TaskId;
use domain::schedule::Activity;

/// A planned task of so many days and nothing more to say of it.
fn activity(key: u64, days: i32) -> Activity {
    Activity {
        id: TaskId::from_key(key),
        parent: None,
        days,
        calendar: 0,
        percent: None,
        actual_start: None,
        actual_finish: None,
        constraint: None,
        pin: None,
        due: None,
        is_planned: true,
    }
}
