//! The wizard: describe, answer, verdict, board.

use leptos::prelude::*;

/// The wizard page.
#[component]
pub fn Page() -> impl IntoView {
    view! { <div class="page"></div> }
}
