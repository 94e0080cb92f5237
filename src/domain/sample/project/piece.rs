//! A task of the sample as one reads it.

use super::super::people::Who;
use crate::model::{Column, LinkKind, TaskKind};

/// A task; days are counted from today.
pub(super) struct Piece {
    pub(super) title: &'static str,
    pub(super) notes: &'static str,
    pub(super) column: Column,
    pub(super) assignee: Option<Who>,
    /// For a finished task, the day on which it was done.
    pub(super) due: Option<i64>,
    pub(super) kind: TaskKind,
    /// Working days; 0 when nobody has said.
    pub(super) takes: u32,
    /// The day work on it began.
    pub(super) begun: Option<i64>,
    pub(super) percent: Option<u8>,
    /// The phase it is part of.
    pub(super) part_of: Option<&'static str>,
    pub(super) waits: &'static [Wait],
}

/// What a task waits for: its title, which ends, and working days between them.
pub(super) type Wait = (&'static str, LinkKind, i32);

/// It starts once another has finished.
pub(super) const fn begins(after: &'static str) -> Wait {
    (after, LinkKind::FinishToStart, 0)
}

const fn piece(column: Column, title: &'static str) -> Piece {
    Piece {
        title,
        notes: "",
        column,
        assignee: None,
        due: None,
        kind: TaskKind::Task,
        takes: 0,
        begun: None,
        percent: None,
        part_of: None,
        waits: &[],
    }
}

/// A finished task.
pub(super) const fn done(title: &'static str, who: Who, days_ago: i64) -> Piece {
    Piece {
        assignee: Some(who),
        due: Some(-days_ago),
        ..piece(Column::Done, title)
    }
}

/// A task somebody does.
pub(super) const fn open(column: Column, title: &'static str, who: Who) -> Piece {
    Piece {
        assignee: Some(who),
        ..piece(column, title)
    }
}

/// A task nobody does yet.
pub(super) const fn later(title: &'static str) -> Piece {
    piece(Column::Backlog, title)
}

/// A significant point.
pub(super) const fn milestone(title: &'static str) -> Piece {
    Piece {
        kind: TaskKind::Milestone,
        ..piece(Column::Backlog, title)
    }
}

/// A task that others are parts of. It stands where its parts stand.
pub(super) const fn phase(column: Column, title: &'static str) -> Piece {
    piece(column, title)
}

impl Piece {
    pub(super) const fn noted(mut self, notes: &'static str) -> Piece {
        self.notes = notes;
        self
    }

    pub(super) const fn due(mut self, day: i64) -> Piece {
        self.due = Some(day);
        self
    }

    pub(super) const fn takes(mut self, days: u32) -> Piece {
        self.takes = days;
        self
    }

    pub(super) const fn begun(mut self, day: i64) -> Piece {
        self.begun = Some(day);
        self
    }

    pub(super) const fn percent(mut self, percent: u8) -> Piece {
        self.percent = Some(percent);
        self
    }

    pub(super) const fn part_of(mut self, phase: &'static str) -> Piece {
        self.part_of = Some(phase);
        self
    }

    pub(super) const fn waits(mut self, waits: &'static [Wait]) -> Piece {
        self.waits = waits;
        self
    }

    pub(super) const fn reached(mut self, days_ago: i64) -> Piece {
        self.column = Column::Done;
        self.due = Some(-days_ago);
        self
    }

    /// Whether it says when it is done, and not only by when.
    pub(super) fn is_planned(&self) -> bool {
        self.takes > 0 || self.kind == TaskKind::Milestone
    }
}
