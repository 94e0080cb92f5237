//! The kept decisions: a list, and each as it was made.

use domain::id::DecisionId;
use leptos::prelude::*;

/// Every kept decision.
#[component]
pub fn ListPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

/// One kept decision.
#[component]
pub fn Page(
    /// Which.
    id: DecisionId,
) -> impl IntoView {
    let _ = id;
    view! { <div class="page"></div> }
}
