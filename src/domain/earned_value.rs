//! Earned value: what was planned, what is done and what was spent, in one unit: money.
//!
//! Formulas of the PMBOK Guide (6th ed., table 7-1) and ISO 21508:2018; earned schedule after
//! Lipke, “Schedule is Different” (The Measurable News, 2003). Amounts are whole units of the
//! currency, indices ten-thousandths. Nothing is divided by zero: an index or forecast that would
//! be is absent, and the page shows “–”.

mod earning;
mod schedule;

pub use earning::{EarningRule, MilestoneStep, WorkItem};
pub use schedule::{EarnedSchedule, earned_schedule};

use crate::money::{Money, MoneyError, ratio};

/// A quotient in ten-thousandths: 8,930 is 0.893.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Index(pub i64);

impl Index {
    /// `part` / `whole`, absent when `whole` is zero or the quotient is past all reason.
    pub fn of(part: Money, whole: Money) -> Option<Index> {
        let scaled = ratio(i128::from(part.units()) * 10_000, i128::from(whole.units()))?;
        i64::try_from(scaled)
            .ok()
            .filter(|index| index.abs() < 10_000_000_000)
            .map(Index)
    }

    /// “0.89”, with two digits after the point.
    pub fn in_words(self) -> String {
        let sign = if self.0 < 0 { "\u{2212}" } else { "" };
        let hundredths = (self.0.unsigned_abs() + 50) / 100;
        format!("{sign}{}.{:02}", hundredths / 100, hundredths % 100)
    }
}

/// Where a project stands in money on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarnedValue {
    /// Budget at completion (BAC): all that was planned, the management reserve left out.
    pub budget: Money,
    /// Planned value (PV): the budget of the work that should be done by now.
    pub planned: Money,
    /// Earned value (EV): the budget of the work that is done.
    pub earned: Money,
    /// Actual cost (AC): what that work has cost.
    pub actual: Money,
    /// Schedule variance (SV) = EV − PV. Negative: behind the plan.
    pub schedule_variance: Money,
    /// Cost variance (CV) = EV − AC. Negative: dearer than planned.
    pub cost_variance: Money,
    /// Schedule performance index (SPI) = EV / PV.
    pub schedule_index: Option<Index>,
    /// Cost performance index (CPI) = EV / AC; absent without a budget, which nothing can be
    /// dearer than.
    pub cost_index: Option<Index>,
    /// What the whole will cost, by each way of forecasting.
    pub forecasts: Forecasts,
    /// To-complete index (TCPI) = (BAC − EV) / (BAC − AC): the cost index that the rest needs to
    /// end on budget. Absent when the money is used up.
    pub needed_for_budget: Option<Index>,
    /// To-complete index against the forecast, (BAC − EV) / (EAC − AC).
    pub needed_for_forecast: Option<Index>,
}

/// Estimates at completion (EAC), each with the assumption behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecasts {
    /// BAC / CPI: costs go on as they did.
    pub trend: Option<Money>,
    /// AC + (BAC − EV): what happened was a one-off, the rest costs what was planned.
    pub one_off: Money,
    /// AC + (BAC − EV) / (CPI × SPI): cost and delay both go on.
    pub cost_and_time: Option<Money>,
    /// AC + a new estimate of the rest, where there is one.
    pub bottom_up: Option<Money>,
}

impl Forecasts {
    /// The forecast the page leads with: a new estimate where there is one, else the trend, else
    /// the one-off.
    pub fn leading(&self) -> Money {
        self.bottom_up.or(self.trend).unwrap_or(self.one_off)
    }
}

impl EarnedValue {
    /// The figures for a budget, its planned and earned parts, what was spent, and a new estimate
    /// of the rest where there is one. Refused when an amount does not fit.
    pub fn new(
        budget: Money,
        planned: Money,
        earned: Money,
        actual: Money,
        estimate_of_rest: Option<Money>,
    ) -> Result<EarnedValue, MoneyError> {
        let rest = budget.minus(earned)?;
        let forecasts = Forecasts {
            trend: quotient(&[budget, actual], &[earned])?,
            one_off: actual.plus(rest)?,
            // (BAC − EV) / (CPI × SPI) = (BAC − EV) × AC × PV / EV²
            cost_and_time: quotient(&[rest, actual, planned], &[earned, earned])?
                .map(|rest| actual.plus(rest))
                .transpose()?,
            bottom_up: estimate_of_rest.map(|rest| actual.plus(rest)).transpose()?,
        };
        let left = budget.minus(actual)?;
        let left_of_forecast = forecasts.leading().minus(actual)?;
        let needed = |left: Money| {
            (left > Money::ZERO)
                .then(|| Index::of(rest, left))
                .flatten()
        };
        Ok(EarnedValue {
            budget,
            planned,
            earned,
            actual,
            schedule_variance: earned.minus(planned)?,
            cost_variance: earned.minus(actual)?,
            schedule_index: Index::of(earned, planned),
            cost_index: Index::of(earned, actual).filter(|_| budget != Money::ZERO),
            needed_for_budget: needed(left),
            needed_for_forecast: needed(left_of_forecast),
            forecasts,
        })
    }

    /// Estimate to complete (ETC) = EAC − AC, by the leading forecast.
    pub fn estimate_to_complete(&self) -> Result<Money, MoneyError> {
        self.forecasts.leading().minus(self.actual)
    }

    /// Variance at completion (VAC) = BAC − EAC, by the leading forecast. Negative: over budget.
    pub fn variance_at_completion(&self) -> Result<Money, MoneyError> {
        self.budget.minus(self.forecasts.leading())
    }
}

/// The product of the first amounts divided by that of the second; absent where that would be zero.
/// A forecast past the largest amount is absent too: it says nothing.
fn quotient(above: &[Money], below: &[Money]) -> Result<Option<Money>, MoneyError> {
    let product = |amounts: &[Money]| {
        amounts.iter().try_fold(1_i128, |product, amount| {
            product.checked_mul(i128::from(amount.units()))
        })
    };
    let (above, below) = match (product(above), product(below)) {
        (Some(above), Some(below)) => (above, below),
        // Three amounts of 10^15 do not fit 128 bits. Dividing each by 2^20 keeps ten digits.
        _ => {
            let small = |amounts: &[Money]| {
                amounts
                    .iter()
                    .map(|amount| i128::from(amount.units() >> 20))
                    .product::<i128>()
            };
            (small(above) << 20, small(below))
        }
    };
    match ratio(above, below) {
        Some(value) => Ok(Money::from_wide(value).ok()),
        None => Ok(None),
    }
}
