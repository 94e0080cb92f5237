//! Measures of a process, computed from its log and nothing else.
//!
//! Times are whole milliseconds. Shares are basis points: 10,000 is all. Real numbers appear only
//! where statistics needs them, and then only through the four operations and the square root,
//! which give the same digits on every machine (IEEE 754).

pub mod bottleneck;
pub mod capability;
pub mod causes;
pub mod compare;
pub mod effect;
pub mod flow;
pub mod percentile;
pub mod report;
pub mod span;
pub mod steps;
pub mod trips;
pub mod work_time;
pub mod xmr;
pub mod yields;

/// A part of a whole in basis points, rounded to the nearest; `None` when the whole is nothing.
pub fn basis_points(part: i64, whole: i64) -> Option<u16> {
    if whole <= 0 || part < 0 {
        return None;
    }
    let share = (i128::from(part) * 10_000 + i128::from(whole) / 2) / i128::from(whole);
    u16::try_from(share).ok()
}
