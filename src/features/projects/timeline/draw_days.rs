//! The days behind the rows, and the head that names them.

use std::fmt::Write;

use domain::schedule::{day, number};
use domain::time::Day;

use super::draw::View;
use super::scale::{Zoom, is_week_named};
use crate::ui::format;

/// The name of a day that is marked, and where it lies.
struct Flag {
    part: &'static str,
    x: i32,
    name: &'static str,
    left: i32,
    width: i32,
    top: i32,
}

impl View<'_> {
    /// Days off as bands, lines of months and weeks, and the days that are marked, down to a height.
    pub fn grid(&self, height: i32) -> String {
        let (mut off, mut weeks, mut months) = (String::new(), String::new(), String::new());
        let wide = self.scale.zoom.day();
        let calendar = self.schedule.input().calendars.first();
        for number in self.days.0..self.days.1 {
            let Some(day) = day(number) else { continue };
            let x = self.scale.x(number);
            let is_off =
                calendar.is_some_and(|days| days.before(number) == days.before(number + 1));
            // Writing to a text cannot fail.
            let _ = if is_off && self.scale.zoom != Zoom::Quarter {
                write!(off, "M{x} 0h{wide}V{height}h-{wide}z")
            } else {
                Ok(())
            };
            let _ = if day.day_of_month() == 1 {
                write!(months, "M{x} 0V{height}")
            } else if day.weekday() == 0 && self.scale.zoom == Zoom::Day {
                write!(weeks, "M{x} 0V{height}")
            } else {
                Ok(())
            };
        }
        let mut out = format!(
            r#"<path data-part="off" d="{off}"/><path data-part="week-rule" d="{weeks}"/><path data-part="rule" d="{months}"/>"#
        );
        for (part, x, _) in self.marks() {
            let _ = write!(out, r#"<path data-part="{part}" d="M{x} 0V{height}"/>"#);
        }
        out
    }

    /// The names of months and weeks, and of the days that are marked.
    pub fn head(&self) -> String {
        let mut out = String::new();
        let height = self.scale.head;
        let (first, _) = self.days;
        let flags: Vec<Flag> = self
            .marks()
            .into_iter()
            .map(|mark| self.flag(mark))
            .collect();
        // A name that a flag would cover half is not written.
        let is_free = |is_above: bool, x: i32, width: i32| {
            let mut beside = flags.iter().filter(|flag| (flag.top < 10) == is_above);
            beside.all(|flag| x + width <= flag.left || x >= flag.left + flag.width)
        };
        for number in self.days.0..self.days.1 {
            let Some(day) = day(number) else { continue };
            let x = self.scale.x(number);
            if self.is_month_named(day, number, first) && is_free(true, x, 40) {
                let name = format::first_three(day.month_name());
                let year = if day.month() == 1 || number == first {
                    format!(" {}", day.year())
                } else {
                    String::new()
                };
                let _ = write!(
                    out,
                    r#"<text data-part="month" x="{}" y="{}">{name}{year}</text>"#,
                    x + 5,
                    height / 2 - 6
                );
            }
            if is_week_named(self.scale.zoom, day, number) && is_free(false, x, 18) {
                let _ = write!(
                    out,
                    r#"<text data-part="week" x="{}" y="{}">{}</text>"#,
                    x + 3,
                    height - 8,
                    day.day_of_month()
                );
            }
        }
        for Flag {
            part,
            x,
            name,
            left,
            width,
            top,
        } in flags
        {
            let _ = write!(
                out,
                r#"<path data-part="{part}" d="M{x} {top}V{height}"/><rect data-part="flag" data-of="{part}" x="{left}" y="{top}" width="{width}" height="18" rx="4"/><text data-part="flag" data-of="{part}" x="{}" y="{}">{name}</text>"#,
                left + width / 2,
                top + 13
            );
        }
        out
    }

    fn flag(&self, (part, x, name): (&'static str, i32, &'static str)) -> Flag {
        let width = 14 + name.len() as i32 * 6;
        let (left, top) = if part == "today" {
            (x - width / 2, 2)
        } else {
            (x - width - 4, self.scale.head / 2 - 2)
        };
        Flag {
            part,
            x,
            name,
            left,
            width,
            top,
        }
    }

    fn is_month_named(&self, day: Day, number: i32, first: i32) -> bool {
        if number == first {
            // A name at the edge must not run into the next one.
            return day.day_of_month() < 20 && self.scale.zoom != Zoom::Quarter;
        }
        let is_first = day.day_of_month() == 1;
        is_first && (self.scale.zoom != Zoom::Quarter || day.month() % 3 == 1)
    }

    /// The days that are marked: their part, where they lie, and what they are called.
    fn marks(&self) -> Vec<(&'static str, i32, &'static str)> {
        let scale = self.scale;
        let today = scale.x(number(self.today)) + scale.zoom.day() / 2;
        let mut marks = vec![("today", today, "Today")];
        if let Some(status) = self.plan.status {
            let x = scale.x(number(status)) + scale.zoom.day() / 2;
            marks.push(("status", x, "Status"));
        }
        if let Some(promised) = self.plan.promised {
            marks.push(("promised", scale.x(number(promised) + 1), "Promised"));
        }
        marks
    }
}
