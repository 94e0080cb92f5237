//! The rows of the chart as the text of an SVG: the same drawing for the page, a file and paper.

use std::fmt::Write;

use domain::id::TaskId;
use domain::schedule::{Dates, Schedule, number};
use domain::time::Day;

use super::plan::{Ghosts, Line, Plan, Rows};
use super::scale::Scale;
use crate::ui::format;

/// What a person wants to see beside the bars.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Show {
    /// The baseline below each bar.
    pub baseline: bool,
    /// Which tasks are critical.
    pub critical: bool,
    /// How long each task can wait.
    pub float: bool,
    /// What waits for what.
    pub links: bool,
}

/// What is drawn of a plan.
pub struct View<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its schedule, or the one it would have while something is dragged.
    pub schedule: &'a Schedule,
    /// The lines that can be seen.
    pub rows: &'a Rows,
    /// The half-open range of rows to draw.
    pub range: (usize, usize),
    /// The half-open range of days to draw.
    pub days: (i32, i32),
    /// Where they lie.
    pub scale: Scale,
    /// What is wanted.
    pub show: Show,
    /// The baseline to compare with.
    pub ghosts: Option<&'a Ghosts>,
    /// The task that is selected.
    pub selected: Option<TaskId>,
    /// The task a link is drawn to.
    pub target: Option<TaskId>,
    /// The day where the person is.
    pub today: Day,
}

impl View<'_> {
    /// The rows, without the element around them. The first row begins at 0.
    pub fn rows(&self) -> String {
        let mut out = String::new();
        for row in self.range.0..self.range.1 {
            self.band(&mut out, row);
        }
        if self.show.links {
            self.links(&mut out);
        }
        for row in self.range.0..self.range.1 {
            if let Some(line) = self.line(row) {
                self.row(&mut out, row as i32 * self.scale.row, line);
            }
        }
        out
    }

    fn line(&self, row: usize) -> Option<&Line> {
        self.plan.lines.get(*self.rows.lines.get(row)?)
    }

    fn band(&self, out: &mut String, row: usize) {
        let id = self.line(row).map(|line| line.id);
        if id.is_none() || (id != self.selected && id != self.target) {
            return;
        }
        let Scale { row: height, .. } = self.scale;
        let part = if id == self.target {
            "target"
        } else {
            "chosen"
        };
        let (x, end) = (self.scale.x(self.days.0), self.scale.x(self.days.1));
        // Writing to a text cannot fail.
        let _ = write!(
            out,
            r#"<rect data-part="{part}" x="{x}" y="{}" width="{}" height="{height}"/>"#,
            row as i32 * height,
            end - x
        );
    }

    fn row(&self, out: &mut String, top: i32, line: &Line) {
        let scale = self.scale;
        let dates = self.schedule.dates_at(line.idx);
        let is_finished = dates.is_some_and(|dates| dates.is_finished);
        if let Some(due) = line.due.filter(|_| !is_finished && line.percent < 100) {
            let (x, y) = (scale.x(number(due) + 1), top + scale.row / 2 - 13);
            let _ = write!(
                out,
                r#"<path data-part="due" d="M{x} {y}v26m-5 -26h10l-5 7z"/>"#
            );
        }
        if let Some((start, finish)) = self.ghost(line) {
            let x = scale.x(number(start));
            let (width, y) = (scale.x(number(finish) + 1) - x, top + scale.row - 8);
            let _ = write!(
                out,
                r#"<rect data-part="ghost" x="{x}" y="{y}" width="{width}" height="4"/>"#
            );
        }
        let Some(dates) = dates else {
            return;
        };
        self.before(out, top, line, &dates);
        let middle = top + scale.row / 2 - 2;
        let (x, end) = ends(scale, &dates);
        if self.show.float && !dates.is_finished && !dates.is_summary && dates.total_float > 0 {
            let late = scale.x(number(dates.late_finish) + 1);
            let _ = write!(
                out,
                r#"<path data-part="float" d="M{end} {middle}H{late}"/><path data-part="float-end" d="M{late} {}v8"/>"#,
                middle - 4
            );
        }
        if dates.is_summary {
            let _ = write!(
                out,
                r#"<path data-part="summary" d="M{x} {}v-7H{end}v7"/>"#,
                middle + 4
            );
        } else if dates.is_milestone {
            self.milestone(out, line, &dates, middle);
        } else {
            self.bar(out, line, &dates, middle);
        }
    }

    /// The days of a row in the baseline, if they are wanted.
    fn ghost(&self, line: &Line) -> Option<(Day, Day)> {
        let ghosts = self.ghosts.filter(|_| self.show.baseline)?;
        ghosts.spans.get(&line.id).copied()
    }

    /// Where a row was before what is being dragged moved it.
    fn before(&self, out: &mut String, top: i32, line: &Line, dates: &Dates) {
        let before = self.plan.schedule.dates_at(line.idx);
        let Some(before) = before.filter(|before| {
            !before.is_summary && (before.start, before.finish) != (dates.start, dates.finish)
        }) else {
            return;
        };
        let (x, end) = ends(self.scale, &before);
        let (y, height) = (
            top + (self.scale.row - self.scale.bar) / 2 - 2,
            self.scale.bar,
        );
        let _ = write!(
            out,
            r#"<rect data-part="was" x="{x}" y="{y}" width="{}" height="{height}" rx="2"/>"#,
            (end - x).max(2)
        );
    }

    fn milestone(&self, out: &mut String, line: &Line, dates: &Dates, middle: i32) {
        let (_, x) = ends(self.scale, dates);
        let (key, state) = (line.id.key(), self.state(dates));
        let _ = write!(
            out,
            r#"<path data-part="milestone" data-task="{key}" data-state="{state}"{} d="M{x} {}l8 8l-8 8l-8 -8z"/><text data-part="label" x="{}" y="{}">{}</text>"#,
            self.mark(line),
            middle - 8,
            x + if self.selected == Some(line.id) {
                26
            } else {
                13
            },
            middle + 4,
            format::day(dates.finish, self.today)
        );
        if self.selected == Some(line.id) && !dates.is_finished {
            self.join(out, key, x + 11, middle);
        }
    }

    fn bar(&self, out: &mut String, line: &Line, dates: &Dates, middle: i32) {
        let Scale { bar, .. } = self.scale;
        let (x, end) = ends(self.scale, dates);
        let (key, state, mark) = (line.id.key(), self.state(dates), self.mark(line));
        let (y, width) = (middle - bar / 2, (end - x).max(2));
        let _ = write!(
            out,
            r#"<rect data-part="bar" data-task="{key}" data-state="{state}"{mark} x="{x}" y="{y}" width="{width}" height="{bar}" rx="2"/>"#
        );
        if dates.is_finished {
            return;
        }
        let is_selected = self.selected == Some(line.id);
        let done = width * i32::from(line.percent) / 100;
        if done > 0 {
            let _ = write!(
                out,
                r#"<rect data-part="done" data-task="{key}" data-state="{state}"{mark} x="{x}" y="{y}" width="{done}" height="{bar}" rx="2"/><text data-part="label" x="{}" y="{}">{}{}%</text>"#,
                end + if is_selected { 24 } else { 8 },
                middle + 4,
                line.percent,
                '\u{202F}'
            );
        }
        // What stretches a bar lies at its end; what draws a link from it just beyond.
        let (reach, left) = if is_selected {
            (self.scale.row - 8, end - 8)
        } else {
            (bar, end - 5)
        };
        let _ = write!(
            out,
            r#"<rect data-part="stretch" data-task="{key}"{mark} x="{left}" y="{}" width="10" height="{reach}"/>"#,
            middle - reach / 2
        );
        if is_selected {
            let _ = write!(
                out,
                r#"<path data-part="grip" d="M{} {}v{}"/>"#,
                end + 1,
                middle - bar / 2 - 2,
                bar + 4
            );
            self.join(out, key, end + 15, middle);
        }
    }

    fn join(&self, out: &mut String, key: u64, x: i32, y: i32) {
        let _ = write!(
            out,
            r#"<circle data-part="knob" cx="{x}" cy="{y}" r="5"/><circle data-part="join" data-task="{key}" data-selected="true" cx="{x}" cy="{y}" r="12"/>"#
        );
    }

    fn mark(&self, line: &Line) -> &'static str {
        if self.selected == Some(line.id) {
            r#" data-selected="true""#
        } else {
            ""
        }
    }

    fn state(&self, dates: &Dates) -> &'static str {
        match (dates.is_finished, dates.is_critical && self.show.critical) {
            (true, true) => "critical finished",
            (true, false) => "finished",
            (false, true) => "critical",
            (false, false) => "",
        }
    }
}

/// Where a task begins and ends.
pub fn ends(scale: Scale, dates: &Dates) -> (i32, i32) {
    (
        scale.x(number(dates.start)),
        scale.x(number(dates.finish) + 1),
    )
}
