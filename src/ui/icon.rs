//! Icons, glyphs of the two kinds of work, and status shapes, from the sprite in `index.html`.

use leptos::prelude::*;

/// A stroke icon of the sprite, decoration only: the control around it has the name.
#[component]
pub fn Icon(
    /// Its name without `i-`, for example `plus`.
    name: &'static str,
    /// The smaller size.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let class = if small { "icon icon-s" } else { "icon" };
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true">
            <use href=format!("#i-{name}")></use>
        </svg>
    }
}

/// The two kinds of drawing: what repeats and what ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Repeats.
    Loop,
    /// Ends.
    Line,
}

impl Kind {
    /// The value of `data-type`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Loop => "loop",
            Kind::Line => "line",
        }
    }
}

/// The glyph of a loop or a line, decoration only.
#[component]
pub fn Glyph(
    /// Which.
    kind: Kind,
) -> impl IntoView {
    view! {
        <svg class="glyph" data-type=kind.name() viewBox="0 0 16 16" aria-hidden="true">
            <use href=format!("#g-{}", kind.name())></use>
        </svg>
    }
}

/// A status: its shape and its word.
#[component]
pub fn Status(
    /// `good`, `watch`, `bad`, `todo` or `done`.
    status: &'static str,
    /// The word beside the shape.
    #[prop(into)]
    label: String,
    /// The rule behind it.
    #[prop(optional, into)]
    title: Option<&'static str>,
) -> impl IntoView {
    view! {
        <span class="status" data-status=status title=title>
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <use href=format!("#s-{status}")></use>
            </svg>
            {label}
        </span>
    }
}
