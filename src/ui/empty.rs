//! What stands where nothing is yet: what goes here, and the one next action.

use leptos::prelude::*;

use crate::ui::icon::Kind;

/// A drawing, a heading, a sentence and the actions as children.
#[component]
pub fn Empty(
    /// Which drawing.
    kind: Kind,
    /// What is missing, for example “No projects yet”.
    title: &'static str,
    /// What goes here and how it gets here.
    text: &'static str,
    /// The next action.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let drawing = match kind {
        Kind::Loop => view! {
            <svg class="art" viewBox="0 0 120 72" aria-hidden="true">
                <circle class="loop" cx="60" cy="36" r="24"></circle>
                <path class="dim dash" d="M4 60H116"></path>
            </svg>
        }
        .into_any(),
        Kind::Line => view! {
            <svg class="art" viewBox="0 0 120 72" aria-hidden="true">
                <path class="line" d="M12 36H104M104 26V46"></path>
                <path class="dim dash" d="M4 60H116"></path>
            </svg>
        }
        .into_any(),
    };
    view! {
        <div class="empty">
            {drawing}
            <h2>{title}</h2>
            <p>{text}</p>
            {children.map(|children| view! { <div class="acts">{children()}</div> })}
        </div>
    }
}
