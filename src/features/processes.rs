//! Processes: the library, a process's steps, its runs board, and a run.

use domain::id::{RunId, TemplateId};
use leptos::prelude::*;

/// The library of processes.
#[component]
pub fn LibraryPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

/// A process's documented steps.
#[component]
pub fn StepsPage(
    /// Which.
    id: TemplateId,
) -> impl IntoView {
    let _ = id;
    view! { <div class="page"></div> }
}

/// A process's runs by step.
#[component]
pub fn RunsPage(
    /// Which.
    id: TemplateId,
) -> impl IntoView {
    let _ = id;
    view! { <div class="page"></div> }
}

/// One run, for whoever does its current step.
#[component]
pub fn RunPage(
    /// Which.
    id: RunId,
) -> impl IntoView {
    let _ = id;
    view! { <div class="page"></div> }
}
