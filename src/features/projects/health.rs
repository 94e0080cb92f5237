//! How a project stands, by its promised finish alone.

use domain::model::{Project, Stage};
use domain::time::Day;

/// Days before the promised finish from which a project is worth a look.
const SOON_DAYS: i64 = 7;

/// A status with its word and the rule behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Health {
    /// The shape: `good`, `watch`, `bad`, `todo` or `done`.
    pub status: &'static str,
    /// The word.
    pub word: &'static str,
    /// The rule.
    pub rule: &'static str,
}

/// How a project stands on a day.
pub fn health(project: &Project, today: Day) -> Health {
    let of = |status, word, rule| Health { status, word, rule };
    if project.stage == Stage::Done {
        return of("done", "Done", "The project is in the stage Done.");
    }
    let Some(finish) = project.finish else {
        return of("todo", "No finish date", "No finish has been promised yet.");
    };
    match finish.days_since(today) {
        ..0 => of(
            "bad",
            "Late",
            "The promised finish has passed and the project is not done.",
        ),
        0..=SOON_DAYS => of(
            "watch",
            "Due soon",
            "The promised finish is at most seven days away.",
        ),
        _ => of(
            "good",
            "On time",
            "The promised finish is more than seven days away.",
        ),
    }
}
