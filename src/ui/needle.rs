//! The Loop-Line: a beam from what repeats to what ends, and a pin on it.

use crate::ui::dynamic::{dynamic, text};
use leptos::prelude::*;

/// Where a pin stands, in basis points: 0 is the Loop end, 10,000 the Line end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The estimate.
    pub point: u16,
    /// The lowest place it can still go to.
    pub low: u16,
    /// The highest place it can still go to.
    pub high: u16,
    /// What the pin says, for example “Process 82 %”.
    pub label: String,
    /// The same as a sentence.
    pub sentence: String,
}

/// The beam, its pin, and the band in which the pin can still move.
#[component]
pub fn Needle(
    /// Where the pin stands.
    #[prop(into)]
    reading: Signal<Reading>,
) -> impl IntoView {
    let percent = move |of: fn(&Reading) -> u16| {
        Signal::derive(move || format!("{}%", f64::from(reading.with(of)) / 100.0))
    };
    view! {
        <div class="needle" role="img" aria-label=text(move || reading.get().sentence)>
            <div
                class="needle-beam"
                style:--p=percent(|reading| reading.point)
                style:--lo=percent(|reading| reading.low)
                style:--hi=percent(|reading| reading.high)
            >
                <i class="half l"></i>
                <i class="half r"></i>
                <i class="mid"></i>
                <svg class="end-l" viewBox="0 0 28 28" aria-hidden="true">
                    <circle cx="14" cy="14" r="12.5"></circle>
                </svg>
                <i class="end-r"></i>
                <i class="band"></i>
                <i class="pin"></i>
                <span class="read">{dynamic(move || reading.get().label)}</span>
            </div>
            <div class="needle-ends">
                <span><b>"Loop"</b>", repeats"</span>
                <span><b>"Line"</b>", ends"</span>
            </div>
        </div>
    }
}
