//! What the keys do on the timeline.

use leptos::prelude::*;

use crate::ui::dialog::Dialog;

const KEYS: [(&[&str], &str); 10] = [
    (&["↑", "↓"], "Go to the task above or below"),
    (&["←", "→"], "Close or open a summary"),
    (
        &["Shift ←", "Shift →"],
        "Start a working day earlier or later",
    ),
    (&["-", "+"], "Take a working day less or more"),
    (&["L"], "Link: the task you choose next waits for this one"),
    (&["Escape"], "Give up the link"),
    (&["P"], "Place a task that has no dates"),
    (
        &["Enter"],
        "Open the plan of the task: dates, links, constraint",
    ),
    (&["Page up", "Page down"], "Go ten tasks up or down"),
    (&["Ctrl Z"], "Take back the last change"),
];

/// The keys of the timeline.
#[component]
pub fn KeysDialog(open: RwSignal<bool>) -> impl IntoView {
    let rows = || {
        KEYS.map(|(keys, what)| {
            let keys = keys.iter().map(|key| view! { <kbd>{*key}</kbd>" " });
            view! { <tr><td>{keys.collect_view()}</td><td>{what}</td></tr> }
        })
        .collect_view()
    };
    view! {
        <Dialog open=open title="Keys of the timeline">
            <div class="dialog-body">
                <p class="muted">"They work while the list of tasks has the focus. All of it can be done with buttons, too: select a task and use those below the chart."</p>
                <table class="table">
                    <thead><tr><th scope="col">"Key"</th><th scope="col">"What it does"</th></tr></thead>
                    <tbody>{rows()}</tbody>
                </table>
            </div>
        </Dialog>
    }
}
