//! Why something cannot be planned, each as a sentence for the person.

use crate::time::Day;

/// The longest duration and lag, in working days: about forty years.
pub const MAX_DAYS: i64 = 10_000;
/// The most effort of one task, in minutes: a thousand person-years.
pub const MAX_EFFORT: i64 = 120_000_000;

/// A rule of the plan that would be broken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// No working day, or less.
    #[error(
        "A task takes at least 1 working day, not {days}. Make it a milestone if it takes no time."
    )]
    NoDuration {
        /// What was given.
        days: i64,
    },
    /// Longer than any work.
    #[error("{days} working days are too many. At most {MAX_DAYS} fit.")]
    TooLong {
        /// What was given.
        days: i64,
    },
    /// A milestone with a duration.
    #[error("“{task}” is a milestone and takes no time. Make it a task to give it a duration.")]
    MilestoneWithDuration {
        /// Its title.
        task: String,
    },
    /// Less than no effort, or more than anyone has.
    #[error("The effort must lie between 0 and {} hours.", MAX_EFFORT / 60)]
    Effort,
    /// Not a percentage.
    #[error("{percent}\u{202F}% cannot be. Give a number from 0 to 100.")]
    Percent {
        /// What was given.
        percent: i64,
    },
    /// Something has happened that is still to come.
    #[error("{day} is still to come. What has happened lies on {today} or before.")]
    NotYet {
        /// What was given.
        day: Day,
        /// The day of the edit.
        today: Day,
    },
    /// Work that ended before it began.
    #[error(
        "The actual finish, {finish}, is before the actual start, {start}. Correct one of them."
    )]
    ActualFinishBeforeStart {
        /// First day of work.
        start: Day,
        /// Last day of work.
        finish: Day,
    },
    /// A constraint about no day.
    #[error("“{constraint}” needs a day. Choose one.")]
    ConstraintWithoutDay {
        /// Name of the constraint.
        constraint: &'static str,
    },
    /// A field of a summary that its tasks decide.
    #[error("“{task}” is a summary of other tasks: its {field} comes from them. Change it there.")]
    ComesFromBelow {
        /// Title of the summary.
        task: String,
        /// What was to be set.
        field: &'static str,
    },
    /// More labels or items than a card can show.
    #[error("At most {max} {what} fit.")]
    TooMany {
        /// What there are too many of.
        what: &'static str,
        /// How many are allowed.
        max: usize,
    },
    /// An address that the page must not follow.
    #[error(
        "Address: “{address}” cannot be opened from here. Begin it with https://, http:// or mailto:, without spaces."
    )]
    Address {
        /// What was given.
        address: String,
    },
    /// A task after itself.
    #[error("A task cannot wait for itself.")]
    LinkToItself,
    /// A task that waits for what it is part of, or the other way around.
    #[error(
        "“{part}” is part of “{summary}”, so neither can wait for the other. Link “{part}” to another task instead."
    )]
    LinkToOwnSummary {
        /// The part.
        part: String,
        /// The summary.
        summary: String,
    },
    /// Two links between the same two tasks.
    #[error("“{successor}” already waits for “{predecessor}”. Change that link instead.")]
    LinkedAlready {
        /// What is waited for.
        predecessor: String,
        /// What waits.
        successor: String,
    },
    /// A link out of the project.
    #[error("Both tasks of a link belong to the same project.")]
    LinkAcrossProjects,
    /// A lag longer than any work.
    #[error("A lag lies between -{MAX_DAYS} and {MAX_DAYS} working days.")]
    Lag,
    /// Links that lead back to where they start.
    #[error(
        "This would go round in a circle: {members}. Each would wait for the next, so none could start. Take out one of these links first."
    )]
    Cycle {
        /// The titles, each before the one it leads to; the first again at the end.
        members: String,
    },
    /// A task inside itself.
    #[error("“{task}” cannot become a part of itself.")]
    InsideItself {
        /// Its title.
        task: String,
    },
    /// A milestone with parts.
    #[error("“{task}” is a milestone and has no parts. Make it a task first.")]
    MilestoneWithParts {
        /// Its title.
        task: String,
    },
    /// A summary that would be a milestone.
    #[error("“{task}” has parts, so it cannot be a milestone. Move them out first.")]
    SummaryAsMilestone {
        /// Its title.
        task: String,
    },
    /// Nothing stands before it that it could become a part of.
    #[error("There is no task before “{task}” that it could become a part of.")]
    NothingBefore {
        /// Its title.
        task: String,
    },
    /// It stands at the top already.
    #[error("“{task}” is at the top level already.")]
    AtTheTop {
        /// Its title.
        task: String,
    },
    /// Levels deeper than anyone can read.
    #[error("At most {max} levels fit. “{task}” would be deeper.")]
    TooDeep {
        /// Its title.
        task: String,
        /// How many are allowed.
        max: usize,
    },
    /// A list without a line.
    #[error("There is no line with text in it. Write or paste one task a line.")]
    EmptyList,
    /// A list that is too long to be meant.
    #[error("{n_lines} lines are too many at once. Paste at most {max}.")]
    LongList {
        /// Lines given.
        n_lines: usize,
        /// Lines allowed.
        max: usize,
    },
    /// A line that is not a title.
    #[error("Line {line}: {reason}")]
    Line {
        /// Its number, from 1.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
}
