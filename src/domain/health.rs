//! How a project stands, by stated rules: its promised finish and the due days of its open tasks.

use crate::model::{Project, Stage};
use crate::time::Day;

/// Days before the promised finish from which a project is worth a look.
pub const SOON_DAYS: i64 = 7;

/// How a project stands. The first rule that holds decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    /// It is in the stage Done.
    Done,
    /// The promised finish has passed.
    OffTrack,
    /// A task is past its due day, or the finish is at most [`SOON_DAYS`] away.
    Watch,
    /// No finish has been promised.
    NoFinish,
    /// None of these.
    OnTrack,
}

/// How a project stands on a day. `first_due` is the earliest due day of its open tasks.
pub fn health(project: &Project, first_due: Option<Day>, today: Day) -> Health {
    if project.stage == Stage::Done {
        return Health::Done;
    }
    let days_left = project.finish.map(|finish| finish.days_since(today));
    if days_left.is_some_and(|days| days < 0) {
        return Health::OffTrack;
    }
    let has_late_task = first_due.is_some_and(|due| due < today);
    match days_left {
        _ if has_late_task => Health::Watch,
        Some(days) if days <= SOON_DAYS => Health::Watch,
        Some(_) => Health::OnTrack,
        None => Health::NoFinish,
    }
}

impl Health {
    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Health::Done => "Done",
            Health::OffTrack => "Off track",
            Health::Watch => "Watch",
            Health::NoFinish => "No finish date",
            Health::OnTrack => "On track",
        }
    }

    /// The rule that led to it, as a sentence.
    pub fn rule(self) -> &'static str {
        match self {
            Health::Done => "The project is in the stage Done.",
            Health::OffTrack => "The promised finish has passed and the project is not done.",
            Health::Watch => {
                "A task is past its due day, or the promised finish is at most seven days away."
            }
            Health::NoFinish => "No finish has been promised yet.",
            Health::OnTrack => {
                "No task is past its due day, and the promised finish is more than seven days away."
            }
        }
    }
}
