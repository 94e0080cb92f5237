//! The learn page.

use domain::learn::INTRO;
use leptos::prelude::*;

use crate::features::learn::compare::Comparison;
use crate::features::learn::crossings::Crossings;
use crate::features::learn::examples::Examples;
use crate::features::learn::reliability::Reliability;
use crate::features::learn::weights::Weights;

/// The learn page: what the two kinds are, twelve differences, examples, and how they cross.
#[component]
pub fn Page() -> impl IntoView {
    view! {
        <div class="page">
            <div class="learn">
                <Opening/>
                <Comparison/>
                <Examples/>
                <Crossings/>
                <Weights/>
                <Reliability/>
            </div>
        </div>
    }
}

#[component]
fn Opening() -> impl IntoView {
    view! {
        <div class="learn-top">
            <div class="stack">
                <h1 tabindex="-1" data-page-heading="">{INTRO.title}</h1>
                <p class="learn-lede">{INTRO.text}</p>
            </div>
            <svg class="learn-art" viewBox="0 0 352 120" aria-hidden="true">
                <circle class="loop" cx="92" cy="57" r="46"></circle>
                <path class="line" d="M92 103H340M340 91v24"></path>
                <circle class="loop dot" cx="92" cy="11" r="7"></circle>
                <circle class="loop dot" cx="132" cy="80" r="7"></circle>
                <circle class="loop dot" cx="52" cy="80" r="7"></circle>
                <rect class="line dot" x="196" y="96" width="14" height="14"></rect>
                <rect class="line dot" x="268" y="96" width="14" height="14"></rect>
            </svg>
        </div>
    }
}
