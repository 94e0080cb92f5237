//! A loop at a glance: a cell for each step with what stands there, and the way back.

use leptos::prelude::*;

use crate::ui::icon::Icon;

/// A strip of (step, how many stand there); nothing while there are no steps.
pub fn strip(steps: Vec<(String, usize)>) -> AnyView {
    if steps.is_empty() {
        return ().into_any();
    }
    let cells = steps.into_iter().map(|(step, n)| {
        let shown = if n == 0 {
            "·".to_owned()
        } else {
            n.to_string()
        };
        let spoken = format!("{step}: {n}");
        let title = spoken.clone();
        view! {
            <li data-load=n.min(3).to_string() title=title>
                <span class="vh">{spoken}</span>
                <span aria-hidden="true">{shown}</span>
            </li>
        }
    });
    view! {
        <ol class="strip" aria-label="Runs at each step">
            {cells.collect_view()}
            <li class="back" aria-hidden="true"><Icon name="corner-up-left"/></li>
        </ol>
    }
    .into_any()
}
