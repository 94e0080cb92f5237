//! A person as one or two letters.

use leptos::prelude::*;

/// Initials in a disc; the full name is its text for everyone who does not see the letters.
#[component]
pub fn Avatar(
    /// One or two letters.
    #[prop(into)]
    initials: String,
    /// The person's name.
    #[prop(into)]
    name: String,
    /// The smaller size.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let title = name.clone();
    let class = if small { "avatar avatar-s" } else { "avatar" };
    view! {
        <span class=class title=title>
            <span aria-hidden="true">{initials}</span>
            <span class="vh">{name}</span>
        </span>
    }
}
