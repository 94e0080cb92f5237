//! Charts: drawn from a description, readable without sight, colour, mouse or screen.
//!
//! A chart is told as layers over a plane; places on it are basis points of its width and height,
//! counted from the left and from the bottom. Lines and areas are drawn as a stretched SVG, letters
//! and marks as HTML above it, so that type never scales. Behind every chart are its definition and
//! its table, and it can be saved as SVG and CSV and printed.

mod more;
mod plot;
mod scale;
mod shapes;
mod svg;

pub use more::Table;
pub use scale::Scale;
pub use shapes::{Series, bars, histogram, lines};

use leptos::prelude::*;

use crate::ui::field::next_number;

/// What a chart shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chart {
    /// What it is called, for example “Cycle time”; also the name of its files.
    pub name: String,
    /// What its figures mean and how they are counted, in a few sentences.
    pub definition: String,
    /// Ticks along the bottom.
    pub x: Vec<Tick>,
    /// Ticks along the side, from the lowest.
    pub y: Vec<Tick>,
    /// What is drawn, from the back.
    pub layers: Vec<Layer>,
    /// The same as numbers.
    pub table: Table,
    /// Whether it gets the height of a chart of a whole row.
    pub is_tall: bool,
}

/// A labelled place on an axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where, in basis points.
    pub at: i32,
    /// What is written there.
    pub label: String,
}

/// Something drawn on a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layer {
    /// A line through places.
    Line {
        /// How it is drawn.
        stroke: Stroke,
        /// The places in order.
        points: Vec<(i32, i32)>,
    },
    /// The area between two lines.
    Area {
        /// Which of the seven shades, from 0 for the strongest.
        shade: u8,
        /// Its upper edge.
        top: Vec<(i32, i32)>,
        /// Its lower edge.
        bottom: Vec<(i32, i32)>,
    },
    /// Bars that stand on the bottom.
    Bars(Vec<Bar>),
    /// Dots, each of which can lead somewhere.
    Dots(Vec<Dot>),
    /// A line across.
    Level {
        /// Its height.
        at: i32,
        /// Where it begins.
        from: i32,
        /// Where it ends.
        to: i32,
        /// What it says; may be empty.
        label: String,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A line up, for a moment or a limit on the bottom axis.
    Mark {
        /// Where.
        at: i32,
        /// What it says.
        label: String,
        /// How it is drawn: solid for a limit that is promised, dashed for a moment.
        stroke: Stroke,
    },
}

/// How a line is drawn. Each differs from the others in more than its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Thick, for what the chart is about.
    Main,
    /// Thin and pale, to join dots.
    Thread,
    /// Dashed, for limits and forecasts.
    Dashed,
    /// Dotted, for comparison.
    Dotted,
}

impl Stroke {
    /// The value of `data-stroke`.
    pub fn name(self) -> &'static str {
        match self {
            Stroke::Main => "main",
            Stroke::Thread => "thread",
            Stroke::Dashed => "dashed",
            Stroke::Dotted => "dotted",
        }
    }
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Where it begins along the bottom.
    pub from: i32,
    /// Where it ends.
    pub to: i32,
    /// Its height.
    pub height: i32,
    /// What it says, for example “8 to 10 h: 4 runs”.
    pub name: String,
    /// Where it leads.
    pub href: Option<String>,
    /// Whether it is one of those that matter more.
    pub is_strong: bool,
}

/// A dot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dot {
    /// Its place along the bottom.
    pub x: i32,
    /// Its height.
    pub y: i32,
    /// What it says, for example “Broken lamp, 5 h, finished 12 May”.
    pub name: String,
    /// Where it leads.
    pub href: Option<String>,
    /// Whether it stands out: drawn as a diamond.
    pub is_out: bool,
}

/// A chart with what is behind it. `on_csv` is given the name and the table to save.
pub fn chart(chart: Chart, on_csv: Callback<(String, Table)>) -> AnyView {
    let id = format!("chart-{}", next_number());
    let drawing = plot::plot(&chart, id);
    let behind = more::more(chart, on_csv);
    view! {
        <figure class="chart">
            {drawing}
            {behind}
        </figure>
    }
    .into_any()
}
