//! The days of a rule, period by period.

use std::collections::BTreeSet;

use super::{Freq, Rule};
use crate::time::Day;

pub(super) fn days(rule: &Rule, start: Day) -> impl Iterator<Item = Day> + '_ {
    let count = rule.count.map_or(usize::MAX, |count| count as usize);
    (0..)
        .map_while(move |nth| period(rule, start, nth))
        .flatten()
        .filter(move |day| *day >= start)
        .take_while(move |day| rule.until.is_none_or(|until| *day <= until))
        .take(count)
}

/// The occurrences within the nth period, counted from that of the start. `None` past the last
/// day of work.
fn period(rule: &Rule, start: Day, nth: i64) -> Option<Vec<Day>> {
    let shift = nth * i64::from(rule.interval);
    let mut days: Vec<Day> = match rule.freq {
        Freq::Daily => {
            let day = start.plus(shift)?;
            Some(day)
                .filter(|day| fits(rule, *day))
                .into_iter()
                .collect()
        }
        Freq::Weekly => {
            let into = (i64::from(start.weekday()) - i64::from(rule.week_start)).rem_euclid(7);
            let shift = shift * 7;
            // A week that begins before the years of work, or ends after them, has fewer days.
            start.plus(shift)?;
            let week = (0..7).filter_map(|n| start.plus(shift - into + n));
            week.filter(|day| fits_month(rule, *day))
                .filter(|day| match rule.by_day.as_slice() {
                    [] => day.weekday() == start.weekday(),
                    all => all.iter().any(|by| by.weekday == day.weekday()),
                })
                .collect()
        }
        Freq::Monthly => {
            let months = i64::from(start.year()) * 12 + i64::from(start.month()) - 1 + shift;
            let year = i32::try_from(months.div_euclid(12)).ok()?;
            let month = u32::try_from(months.rem_euclid(12) + 1).ok()?;
            let first = Day::new(year, month, 1).ok()?;
            if fits_month(rule, first) {
                of_month(rule, first, start)
            } else {
                Vec::new()
            }
        }
        Freq::Yearly => {
            let year = i32::try_from(i64::from(start.year()) + shift).ok()?;
            Day::new(year, 1, 1).ok()?;
            of_year(rule, year, start)
        }
    };
    if !rule.by_set_pos.is_empty() {
        let n_days = i64::try_from(days.len()).unwrap_or(0);
        let chosen = rule.by_set_pos.iter().filter_map(|pos| {
            let pos = i64::from(*pos);
            let idx = if pos > 0 { pos - 1 } else { n_days + pos };
            days.get(usize::try_from(idx).ok()?).copied()
        });
        let chosen: BTreeSet<Day> = chosen.collect();
        days = chosen.into_iter().collect();
    }
    Some(days)
}

fn fits_month(rule: &Rule, day: Day) -> bool {
    rule.by_month.is_empty() || rule.by_month.contains(&day.month())
}

/// Whether a day fits the parts that only limit.
fn fits(rule: &Rule, day: Day) -> bool {
    let is_day = rule.by_day.is_empty() || rule.by_day.iter().any(|by| by.weekday == day.weekday());
    let is_date = rule.by_month_day.is_empty()
        || rule
            .by_month_day
            .iter()
            .any(|n| nth_of_month(day, *n) == Some(day));
    fits_month(rule, day) && is_day && is_date
}

/// The nth day of a day's month, from its end when negative.
fn nth_of_month(day: Day, nth: i32) -> Option<Day> {
    let first = Day::new(day.year(), day.month(), 1).ok()?;
    let length = n_days_of_month(first)?;
    let day = if nth > 0 {
        i64::from(nth)
    } else {
        length + 1 + i64::from(nth)
    };
    if (1..=length).contains(&day) {
        first.plus(day - 1)
    } else {
        None
    }
}

fn n_days_of_month(first: Day) -> Option<i64> {
    let (year, month) = (first.year(), first.month());
    (28..=31_u32)
        .rev()
        .find(|day| Day::new(year, month, *day).is_ok())
        .map(i64::from)
}

/// The days of a month, in order.
fn of_month(rule: &Rule, first: Day, start: Day) -> Vec<Day> {
    let n_days = n_days_of_month(first).unwrap_or(0);
    let all = (0..n_days).filter_map(|n| first.plus(n));
    if rule.by_day.is_empty() && rule.by_month_day.is_empty() {
        return all
            .filter(|day| day.day_of_month() == start.day_of_month())
            .collect();
    }
    all.filter(|day| {
        rule.by_month_day.is_empty()
            || rule
                .by_month_day
                .iter()
                .any(|n| nth_of_month(*day, *n) == Some(*day))
    })
    .filter(|day| {
        let idx = day.days_since(first);
        is_by_day(rule, *day, idx, n_days)
    })
    .collect()
}

/// Whether a day is one of BYDAY; `idx` counts it from 0 in a period of `n_days`.
fn is_by_day(rule: &Rule, day: Day, idx: i64, n_days: i64) -> bool {
    rule.by_day.is_empty()
        || rule.by_day.iter().any(|by| {
            by.weekday == day.weekday()
                && match by.nth {
                    None => true,
                    Some(nth) if nth > 0 => idx / 7 + 1 == i64::from(nth),
                    Some(nth) => (n_days - 1 - idx) / 7 + 1 == -i64::from(nth),
                }
        })
}

fn of_year(rule: &Rule, year: i32, start: Day) -> Vec<Day> {
    let months = || (1..=12_u32).filter_map(|month| Day::new(year, month, 1).ok());
    // Numbered days count within the year, unless months are named; then within each month.
    let is_by_year =
        !rule.by_day.is_empty() && rule.by_month.is_empty() && rule.by_month_day.is_empty();
    if is_by_year {
        let Ok(first) = Day::new(year, 1, 1) else {
            return Vec::new();
        };
        let n_days = if Day::new(year, 2, 29).is_ok() {
            366
        } else {
            365
        };
        let all = (0..n_days).filter_map(|n| Some((n, first.plus(n)?)));
        return all
            .filter(|(idx, day)| is_by_day(rule, *day, *idx, n_days))
            .map(|(_, day)| day)
            .collect();
    }
    let has_days = !rule.by_day.is_empty() || !rule.by_month_day.is_empty();
    months()
        .filter(|first| match rule.by_month.as_slice() {
            [] => has_days || first.month() == start.month(),
            named => named.contains(&first.month()),
        })
        .flat_map(|first| of_month(rule, first, start))
        .collect()
}
