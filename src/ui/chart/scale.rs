//! From values to places on an axis.

use crate::ui::chart::Tick;

/// All of an axis in basis points.
const WHOLE: i128 = 10_000;
const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// The values at both ends of an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The value at the beginning.
    pub from: i64,
    /// The value at the end; above `from`.
    pub to: i64,
    step: i64,
}

impl Scale {
    /// An axis between two values, without ticks of its own.
    pub fn between(from: i64, to: i64) -> Scale {
        Scale {
            from,
            to: to.max(from.saturating_add(1)),
            step: 0,
        }
    }

    /// An axis of counts or amounts from 0 to at least `highest`, ending on a tick.
    pub fn counts(highest: i64) -> Scale {
        let mut power = 1i64;
        loop {
            for step in [power, 2 * power, 5 * power] {
                if step * 4 >= highest || power > i64::MAX / 100 {
                    return Scale::stepped(step, highest);
                }
            }
            power *= 10;
        }
    }

    /// An axis of times in milliseconds from 0 to at least `longest`, ending on a tick.
    pub fn times(longest: i64) -> Scale {
        const STEPS: [i64; 13] = [
            MINUTE,
            5 * MINUTE,
            15 * MINUTE,
            30 * MINUTE,
            HOUR,
            2 * HOUR,
            4 * HOUR,
            8 * HOUR,
            DAY,
            2 * DAY,
            5 * DAY,
            10 * DAY,
            25 * DAY,
        ];
        let fits = STEPS.into_iter().find(|step| step * 4 >= longest);
        let step = fits.unwrap_or_else(|| Scale::counts(longest / DAY).step.max(1) * DAY);
        Scale::stepped(step, longest)
    }

    fn stepped(step: i64, highest: i64) -> Scale {
        let n_steps = (highest.max(1) + step - 1) / step;
        Scale {
            from: 0,
            to: n_steps * step,
            step,
        }
    }

    /// The place of a value, held between the ends.
    pub fn place(&self, value: i64) -> i32 {
        let along = i128::from(value.clamp(self.from, self.to) - self.from) * WHOLE;
        i32::try_from(along / i128::from(self.to - self.from)).unwrap_or(0)
    }

    /// The distance between two ticks.
    pub fn step(&self) -> i64 {
        self.step.max(1)
    }

    /// The ticks of the axis, written by `label`.
    pub fn ticks(&self, label: impl Fn(i64) -> String) -> Vec<Tick> {
        let n_ticks = if self.step == 0 {
            0
        } else {
            (self.to - self.from) / self.step + 1
        };
        (0..n_ticks)
            .map(|n| self.from + n * self.step)
            .map(|value| Tick {
                at: self.place(value),
                label: label(value),
            })
            .collect()
    }
}
