//! Earned schedule: delay in time, where the schedule index fails. SPI comes back to 1 at the end of
//! a late project; time earned does not (Lipke 2003).

use crate::money::{Money, ratio};

/// Delay in periods, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EarnedSchedule {
    /// Earned schedule (ES): when the plan had earned what is earned now.
    pub earned: i64,
    /// Actual time (AT): periods passed.
    pub actual: i64,
    /// SV(t) = ES − AT. Negative: late.
    pub variance: i64,
    /// SPI(t) = ES / AT in ten-thousandths; absent before the first period has passed, and where
    /// nothing is planned: a plan without value says nothing of being late.
    pub index: Option<i64>,
    /// Forecast of the whole duration, planned duration / SPI(t); absent while nothing is earned,
    /// and where nothing is planned.
    pub forecast: Option<i64>,
}

/// Earned schedule from the plan: `planned` is the planned value at the end of period 0, 1, 2 …,
/// the first being the start. `n_passed` is the number of periods passed.
///
/// ES = C + (EV − PV꜀) / (PV꜀₊₁ − PV꜀), where C is the last period whose planned value is not more
/// than what is earned. A plan that stands still is passed over to its last such period.
pub fn earned_schedule(planned: &[Money], earned: Money, n_passed: i64) -> EarnedSchedule {
    let is_planned = planned.iter().any(|value| *value != Money::ZERO);
    let n_reached = planned.partition_point(|value| *value <= earned);
    let last = i64::try_from(planned.len()).unwrap_or(i64::MAX).max(1) - 1;
    let time = match n_reached {
        0 => 0,
        _ if n_reached >= planned.len() => finished(planned).saturating_mul(1_000),
        _ => {
            let below = planned.get(n_reached - 1).copied().unwrap_or_default();
            let above = planned.get(n_reached).copied().unwrap_or_default();
            let part = i128::from(earned.units() - below.units()) * 1_000;
            let whole = i128::from(above.units() - below.units());
            let part = ratio(part, whole).and_then(|part| i64::try_from(part).ok());
            (i64::try_from(n_reached).unwrap_or(0) - 1) * 1_000 + part.unwrap_or(0)
        }
    };
    let actual = n_passed.saturating_mul(1_000);
    let thousandths = |above: i128, below: i64| {
        let value = ratio(above, i128::from(below)).filter(|_| is_planned);
        value.and_then(|value| i64::try_from(value).ok())
    };
    EarnedSchedule {
        earned: time,
        actual,
        variance: time.saturating_sub(actual),
        index: thousandths(i128::from(time) * 10_000, actual),
        forecast: thousandths(i128::from(last) * 1_000 * i128::from(actual), time),
    }
}

/// The first period by which the whole plan is earned.
fn finished(planned: &[Money]) -> i64 {
    let all = planned.last().copied().unwrap_or_default();
    let first = planned.iter().position(|value| *value >= all);
    first.and_then(|at| i64::try_from(at).ok()).unwrap_or(0)
}
