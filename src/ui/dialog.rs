//! A modal dialog: the browser's own, so that focus, Escape and the backdrop are right.

use leptos::html;
use leptos::prelude::*;

use crate::platform::dialog as native;
use crate::ui::dynamic::dynamic;
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
                <h2 id=id>{dynamic(move || title.get())}</h2>
                <button
                    type="button" class="btn" data-kind="quiet" data-icon="" aria-label="Close"
                    on:click=move |_| open.set(false)
                >
                    <Icon name="x"/>
                </button>
            </header>
            {dynamic(move || open.get().then(|| children()))}
        </dialog>
    }
}

/// A dialog's state that follows whether there is something to show, and takes it away when the
/// dialog is closed.
pub fn open_while<T: Clone + Send + Sync + 'static>(shown: RwSignal<Option<T>>) -> RwSignal<bool> {
    let open = RwSignal::new(false);
    // Each side compares before it sets: two effects that set each other never rest otherwise.
    Effect::new(move |_| {
        let is_wanted = shown.with(Option::is_some);
        if open.get_untracked() != is_wanted {
            open.set(is_wanted);
        }
    });
    Effect::new(move |_| {
        if !open.get() && shown.with_untracked(Option::is_some) {
            shown.set(None);
        }
    });
    open
}

fn next_dialog_id() -> String {
    format!("dialog-{}", crate::ui::field::next_number())
}
