//! A promise in working time: what is left of it as a pie and a word.

use domain::flow::worktime::WorkTime;
use domain::model::Run;
use domain::time::Instant;
use leptos::prelude::*;

use crate::desk::Desk;
use crate::ui::format;

/// From this share of its time on, in hundredths, a clock is amber.
const SOON: i64 = 75;

/// What a clock shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// `good`, `soon`, `over` or `hold`.
    state: &'static str,
    /// Hundredths of the time that are used.
    used: i64,
    /// What is left, in words.
    text: String,
}

/// The working time of the settings, where the person is.
pub fn work_time(desk: Desk) -> WorkTime {
    let offset = desk.store().offset_minutes();
    desk.read(|ws| WorkTime::of(&ws.settings(), offset))
}

/// The clock of a promise from a moment on; followed while time passes.
pub fn clock(desk: Desk, from: Instant, due: Instant, run: &Run) -> Clock {
    let work = work_time(desk);
    let now = run
        .paused_at
        .or(run.finished_at)
        .unwrap_or_else(|| desk.moment());
    let (whole, left) = (work.between(from, due).max(1), work.between(now, due));
    let used = (100 - left * 100 / whole).clamp(0, 100);
    let per_day = work.minutes_per_day();
    let (state, text) = if run.paused_at.is_some() {
        ("hold", "paused".to_owned())
    } else if now > due {
        match left {
            // Nobody has worked since.
            0 => ("over", format!("due {}", format::moment(due, desk.today()))),
            _ => ("over", format!("{} over", worked(-left, per_day))),
        }
    } else if used >= SOON {
        ("soon", format!("{} left", worked(left, per_day)))
    } else {
        ("good", format!("{} left", worked(left, per_day)))
    };
    Clock { state, used, text }
}

/// The clock drawn, with its definition.
pub fn drawn(clock: Clock) -> AnyView {
    let shape = match clock.state {
        "soon" => Some("#s-watch"),
        "over" => Some("#s-bad"),
        _ => None,
    };
    let mark = match shape {
        Some(shape) => {
            view! { <svg viewBox="0 0 16 16" aria-hidden="true"><use href=shape></use></svg> }
                .into_any()
        }
        None => {
            let used = format!("{}%", clock.used);
            view! { <i class="pie" style:--used=used aria-hidden="true"></i> }.into_any()
        }
    };
    view! {
        <span
            class="sla" data-state=clock.state
            title="Working time to the promise of this step, by the working days and hours in Settings. Amber from three quarters on."
        >
            {mark}
            {clock.text}
        </span>
    }
    .into_any()
}

/// Working minutes as people say them: “35 m”, “3 h 20 m”, “2 d 4 h”, by the length of a working day.
pub fn worked(minutes: i64, per_day: i64) -> String {
    let per_day = per_day.max(1);
    let (days, rest) = (minutes / per_day, minutes % per_day);
    let (hours, minutes) = (rest / 60, rest % 60);
    match (days, hours, minutes) {
        (0, 0, minutes) => format!("{minutes} m"),
        (0, hours, 0) => format!("{hours} h"),
        (0, hours, minutes) => format!("{hours} h {minutes} m"),
        (days, 0, _) => format!("{days} d"),
        (days, hours, _) => format!("{days} d {hours} h"),
    }
}

/// Working time in the largest unit that it fills: “35 working minutes”, “3 working hours”.
pub fn worked_roughly(minutes: i64, per_day: i64) -> String {
    let (length, unit) = match minutes {
        minutes if minutes >= per_day.max(1) => (per_day.max(1), "day"),
        60.. => (60, "hour"),
        _ => (1, "minute"),
    };
    let n = usize::try_from(minutes / length).unwrap_or(0);
    format::count(n, &format!("working {unit}"), &format!("working {unit}s"))
}

/// Working minutes from what is typed: “4 h”, “1 d 2 h”, “90 m”, “90”. Nothing typed is none.
pub fn read_worked(typed: &str, per_day: i64) -> Result<Option<u32>, ()> {
    let mut minutes: i64 = 0;
    let mut number = String::new();
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return Ok(None);
    }
    let mut has_unit = false;
    for c in typed.chars() {
        let unit = match c {
            '0'..='9' if number.len() < 7 => {
                number.push(c);
                continue;
            }
            'm' => 1,
            'h' => 60,
            'd' => per_day,
            c if c.is_whitespace() => continue,
            // The rest of a word such as “hours”.
            c if c.is_alphabetic() && has_unit && number.is_empty() => continue,
            _ => return Err(()),
        };
        if number.is_empty() && has_unit {
            continue;
        }
        minutes += number.parse::<i64>().map_err(drop)? * unit;
        number.clear();
        has_unit = true;
    }
    if !number.is_empty() {
        minutes += number.parse::<i64>().map_err(drop)?;
    }
    u32::try_from(minutes).map(Some).map_err(drop)
}
