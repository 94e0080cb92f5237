//! The sheet of keys.

use leptos::prelude::*;

use super::open_over;
use crate::desk::desk;
use crate::desk::keys::{EVERYWHERE, PAGES};
use crate::ui::dialog::Dialog;

/// What the keys do, on every page and on those that have some of their own.
#[component]
pub fn KeySheet() -> impl IntoView {
    let open = open_over(desk());
    view! {
        <Dialog open=open title="Keys">
            <div class="dialog-body key-sheet">
                {group("Everywhere", EVERYWHERE.iter().map(|key| (key.written, key.what)))}
                {PAGES.iter().map(|page| group(page.name, page.keys.iter().copied())).collect_view()}
                <p class="muted">"They rest while you type, Ctrl K excepted. All of it can be done with buttons, too."</p>
            </div>
        </Dialog>
    }
}

fn group(
    name: &'static str,
    keys: impl Iterator<Item = (&'static [&'static str], &'static str)>,
) -> impl IntoView {
    let rows = keys.map(|(keys, what)| {
        let keys = keys
            .iter()
            .map(|key| view! { <kbd class="kbd">{*key}</kbd> });
        view! { <div><dt>{what}</dt><dd class="keys">{keys.collect_view()}</dd></div> }
    });
    view! {
        <section class="key-group" aria-label=name>
            <h3>{name}</h3>
            <dl>{rows.collect_view()}</dl>
        </section>
    }
}
