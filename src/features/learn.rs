//! Learn: how to tell a process from a project.

use leptos::prelude::*;

/// The learn page.
#[component]
pub fn Page() -> impl IntoView {
    view! { <div class="page"></div> }
}
