//! How far back is looked.

use domain::log::{Log, Period, Window};
use domain::time::Instant;

use super::{hour, log};

const DAY: i64 = 24;

fn just_after(at: Instant) -> Instant {
    Instant::from_millis(at.millis() + 1)
}

#[test]
fn all_time_is_from_the_first_moment_to_the_last() {
    // X40
    let now = hour(10_000);
    let ended = log(&[("a", 5, Some(50), &[]), ("b", 2, Some(30), &[])]);
    let window = |log: &Log| Period::All.window(log, now);
    assert_eq!(
        window(&ended),
        Window {
            from: hour(2),
            to: just_after(hour(50)),
        }
    );
    let under_way = log(&[("a", 5, Some(50), &[]), ("b", 7, None, &[])]);
    assert_eq!(
        window(&under_way),
        Window {
            from: hour(5),
            to: just_after(now),
        }
    );
    assert_eq!(window(&Log::default()).millis(), 1, "nothing has no length");
    assert_eq!(
        Period::Days(30).window(&ended, now).from,
        hour(10_000 - 30 * DAY)
    );
}

#[test]
fn all_time_is_looked_at_first_where_nothing_ended_lately() {
    // X40
    let now = hour(200 * DAY);
    let opening = |finished: Option<i64>| {
        let days = finished.map(|days| days * DAY);
        Period::opening(&log(&[("a", 0, Some(1), &[]), ("b", 0, days, &[])]), now)
    };
    assert_eq!(opening(Some(109)), Period::All);
    assert_eq!(opening(None), Period::All);
    assert_eq!(opening(Some(110)), Period::Days(90));
    assert_eq!(Period::opening(&Log::default(), now), Period::USUAL);
    let never = log(&[("a", 0, None, &[])]);
    assert_eq!(Period::opening(&never, now), Period::USUAL);
}
