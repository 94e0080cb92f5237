//! Maps a score to a point between loop and line.
//!
//! The map is the logistic function 1 / (1 + e^(-score / 24)): far from the middle, more evidence of the same sort adds
//! ever less. It is tabulated every 6 units and interpolated linearly, so that every machine computes the same integers.

/// The point at which a project begins, in basis points.
pub(super) const THRESHOLD: u16 = 5_000;

/// Units of score between two entries of the table: a quarter of a logit.
const STEP: i32 = 6;

/// The logistic function in basis points at 0, 1/4, … 6 logits.
const LOGISTIC: [i32; 25] = [
    5_000, 5_622, 6_225, 6_792, 7_311, 7_773, 8_176, 8_520, 8_808, 9_047, 9_241, 9_399, 9_526,
    9_627, 9_707, 9_770, 9_820, 9_859, 9_890, 9_914, 9_933, 9_948, 9_959, 9_968, 9_975,
];

/// The last entry of the table. No score is larger: the weights and the bounded description add up to 142.
const LAST: i32 = 9_975;

/// The point of a score: 0 is the loop end, 10,000 the line end, 5,000 the threshold. Grows with the score.
pub(super) fn point(score: i32) -> u16 {
    let size = score.abs();
    let step = usize::try_from(size / STEP).unwrap_or(usize::MAX);
    let from = LOGISTIC.get(step).copied().unwrap_or(LAST);
    let to = LOGISTIC
        .get(step.saturating_add(1))
        .copied()
        .unwrap_or(LAST);
    let upper = from + (to - from) * (size % STEP) / STEP;
    let point = if score < 0 { 10_000 - upper } else { upper };
    u16::try_from(point).unwrap_or(THRESHOLD)
}
