//! Projects: the portfolio board, a project's task board, its charter basics.

use domain::id::ProjectId;
use leptos::prelude::*;

/// The portfolio by stage.
#[component]
pub fn PortfolioPage() -> impl IntoView {
    view! { <div class="page"></div> }
}

/// A project's task board.
#[component]
pub fn BoardPage(
    /// Which.
    id: ProjectId,
) -> impl IntoView {
    let _ = id;
    view! { <div class="page"></div> }
}

/// A project's charter basics.
#[component]
pub fn CharterPage(
    /// Which.
    id: ProjectId,
) -> impl IntoView {
    let _ = id;
    view! { <div class="page"></div> }
}
