//! Settings and data.

use leptos::prelude::*;

/// The settings page.
#[component]
pub fn Page() -> impl IntoView {
    view! { <div class="page"></div> }
}
