//! Overview: what is in flight, on both boards.

use leptos::prelude::*;

/// The overview page.
#[component]
pub fn Page() -> impl IntoView {
    view! { <div class="page"></div> }
}
