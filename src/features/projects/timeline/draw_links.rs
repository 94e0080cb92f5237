//! The links of the chart: right, down, right.

use std::fmt::Write;

use domain::schedule::{Arrow, Dates};

use super::draw::{View, ends};

/// One path for all links that look the same.
#[derive(Default)]
struct Strokes {
    lines: String,
    heads: String,
}

impl View<'_> {
    /// Those with an end among the rows drawn, or that pass through them.
    pub(super) fn links(&self, out: &mut String) {
        let (mut plain, mut critical, mut broken) =
            (Strokes::default(), Strokes::default(), Strokes::default());
        for (idx, arrow) in self.schedule.input().arrows.iter().enumerate() {
            let row = |task: u32| self.rows.of_task.get(task as usize).copied().flatten();
            let (Some(from_row), Some(to_row)) = (row(arrow.from), row(arrow.to)) else {
                continue;
            };
            let (low, high) = (from_row.min(to_row), from_row.max(to_row));
            if high < self.range.0 || low >= self.range.1 {
                continue;
            }
            let dates = |task: u32| self.schedule.dates_at(task as usize);
            let (Some(from), Some(to)) = (dates(arrow.from), dates(arrow.to)) else {
                continue;
            };
            let is_critical = self.show.critical
                && from.is_critical
                && to.is_critical
                && self.schedule.is_driving(idx);
            let strokes = match is_critical {
                _ if self.schedule.is_broken(idx) => &mut broken,
                true => &mut critical,
                false => &mut plain,
            };
            self.link(strokes, arrow, (from_row, &from), (to_row, &to));
        }
        for (state, strokes) in [("", plain), ("broken", broken), ("critical", critical)] {
            if !strokes.lines.is_empty() {
                // Writing to a text cannot fail.
                let _ = write!(
                    out,
                    r#"<path data-part="link" data-state="{state}" d="{}"/><path data-part="head" data-state="{state}" d="{}"/>"#,
                    strokes.lines, strokes.heads
                );
            }
        }
    }

    fn link(
        &self,
        strokes: &mut Strokes,
        arrow: &Arrow,
        (from_row, from): (usize, &Dates),
        (to_row, to): (usize, &Dates),
    ) {
        let row = self.scale.row;
        let side = |dates: &Dates, is_start: bool| {
            let (start, end) = ends(self.scale, dates);
            match (dates.is_milestone, is_start) {
                (true, true) => end - 8,
                (true, false) => end + 8,
                (false, true) => start,
                (false, false) => end,
            }
        };
        let x = side(from, !arrow.kind.is_from_finish());
        let to_x = side(to, arrow.kind.is_to_start());
        let middle = |at: usize| at as i32 * row + row / 2 - 2;
        let (y, to_y) = (middle(from_row), middle(to_row));
        let out_x = if arrow.kind.is_from_finish() {
            x + 6
        } else {
            x - 6
        };
        let (in_x, head) = if arrow.kind.is_to_start() {
            (to_x - 9, "l-6 -4v8z")
        } else {
            (to_x + 9, "l6 -4v8z")
        };
        let is_short = arrow.kind.is_to_start() && arrow.kind.is_from_finish() && out_x <= in_x;
        let way = if is_short {
            format!("M{x} {y}H{in_x}V{to_y}H{to_x}")
        } else {
            let bend = if to_y > y {
                to_y - row / 2 + 2
            } else {
                to_y + row / 2 - 2
            };
            format!("M{x} {y}H{out_x}V{bend}H{in_x}V{to_y}H{to_x}")
        };
        strokes.lines.push_str(&way);
        // Writing to a text cannot fail.
        let _ = write!(strokes.heads, "M{to_x} {to_y}{head}");
    }
}
