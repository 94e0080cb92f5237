//! The browser's clock.

use domain::time::{Day, Instant};
use js_sys::Date;
use store::Clock;

/// UTC instants and the civil day of the person's time zone.
pub struct BrowserClock;

impl Clock for BrowserClock {
    fn now(&self) -> Instant {
        // Whole milliseconds since 1970 fit an i64 for any date a browser can show.
        Instant::from_millis(Date::now() as i64)
    }

    fn today(&self) -> Day {
        day_of(&Date::new_0()).unwrap_or_default()
    }

    fn offset_minutes(&self) -> i32 {
        // The browser counts how far UTC is ahead of local time; whole minutes fit an i32.
        -Date::new_0().get_timezone_offset() as i32
    }
}

/// The civil day, where the person is, of a moment.
pub fn local_day(instant: Instant) -> Option<Day> {
    day_of(&Date::new(&(instant.millis() as f64).into()))
}

/// The time of day, where the person is, of a moment: hours and minutes.
pub fn local_time(instant: Instant) -> (u32, u32) {
    let date = Date::new(&(instant.millis() as f64).into());
    (date.get_hours(), date.get_minutes())
}

fn day_of(date: &Date) -> Option<Day> {
    let year = i32::try_from(date.get_full_year()).ok()?;
    Day::new(year, date.get_month() + 1, date.get_date()).ok()
}
