//! How days and rows lie on the drawing.

use domain::time::Day;

use crate::platform::measure;

/// How wide a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    /// Every day has room for its number.
    Day,
    /// Weeks are named.
    Week,
    /// Months are named.
    Month,
    /// A year fits on a screen.
    Quarter,
}

impl Zoom {
    /// Every step, closest first.
    pub const ALL: [Zoom; 4] = [Zoom::Day, Zoom::Week, Zoom::Month, Zoom::Quarter];

    /// CSS pixels of a day.
    pub fn day(self) -> i32 {
        match self {
            Zoom::Day => 24,
            Zoom::Week => 9,
            Zoom::Month => 4,
            Zoom::Quarter => 2,
        }
    }

    /// Its name on the page.
    pub fn name(self) -> &'static str {
        match self {
            Zoom::Day => "Day",
            Zoom::Week => "Week",
            Zoom::Month => "Month",
            Zoom::Quarter => "Quarter",
        }
    }

    /// The closest step at which so many days are no wider than a width.
    pub fn fitting(n_days: i32, width: i32) -> Zoom {
        let fits = |zoom: &Zoom| zoom.day() * n_days <= width;
        Zoom::ALL.into_iter().find(fits).unwrap_or(Zoom::Quarter)
    }
}

/// Where days and rows lie, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// How wide a day is.
    pub zoom: Zoom,
    /// The day at the left, as a number.
    pub first: i32,
    /// How many days there are.
    pub n_days: i32,
    /// Height of a row.
    pub row: i32,
    /// Height of the head with months and weeks.
    pub head: i32,
    /// Height of a bar.
    pub bar: i32,
}

impl Scale {
    /// A scale for some days, with rows as high as the reader's font asks for.
    pub fn new(zoom: Zoom, first: i32, n_days: i32) -> Scale {
        let rem = measure::root_font_size();
        let of = |rems: f64| (rems * rem).round() as i32;
        Scale {
            zoom,
            first,
            n_days,
            row: of(2.25),
            head: of(3.0),
            bar: of(0.875),
        }
    }

    /// Where a day begins.
    pub fn x(&self, day: i32) -> i32 {
        (day - self.first) * self.zoom.day()
    }

    /// The width of all days.
    pub fn width(&self) -> i32 {
        self.n_days * self.zoom.day()
    }

    /// The day at a place.
    pub fn day_at(&self, x: i32) -> i32 {
        self.first + x.div_euclid(self.zoom.day())
    }

    /// The half-open span of days between two places, within those there are.
    pub fn days_between(&self, left: i32, right: i32) -> (i32, i32) {
        let last = self.first + self.n_days;
        let from = self.day_at(left).clamp(self.first, last);
        (from, (self.day_at(right) + 1).clamp(from, last))
    }
}

/// Whether the week line of a day is named at a zoom.
pub fn is_week_named(zoom: Zoom, day: Day, number: i32) -> bool {
    match zoom {
        Zoom::Day => true,
        Zoom::Week => day.weekday() == 0,
        Zoom::Month => day.weekday() == 0 && number.rem_euclid(14) < 7,
        Zoom::Quarter => false,
    }
}
