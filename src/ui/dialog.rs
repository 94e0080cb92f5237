//! A modal dialog: the browser's own, so that focus, Escape and the backdrop are right.

use leptos::html;
use leptos::prelude::*;

use crate::platform::dialog as native;
use crate::ui::icon::Icon;

/// A dialog that is open while `open` is true. Its content is made anew each time it opens, so a
/// form in it starts from the record as it is then.
#[component]
pub fn Dialog(
    /// Whether it is open; closing it by Escape or its button sets this to false.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// What is in it, usually a form with `.dialog-body` and `.dialog-foot`.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let id = next_dialog_id();
    let labelled_by = id.clone();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if open.get() {
            native::open(&dialog);
        } else {
            native::close(&dialog);
        }
    });
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby=labelled_by on:close=move |_| open.set(false)>
            <header class="dialog-head">
                <h2 id=id>{move || title.get()}</h2>
                <button
                    type="button" class="btn" data-kind="quiet" data-icon="" aria-label="Close"
                    on:click=move |_| open.set(false)
                >
                    <Icon name="x"/>
                </button>
            </header>
            {move || open.get().then(|| children())}
        </dialog>
    }
}

fn next_dialog_id() -> String {
    format!("dialog-{}", crate::ui::field::next_number())
}
