//! A modal dialog: the browser's own, so that focus, Escape and the backdrop are right.

use leptos::html;
use leptos::prelude::*;

use crate::platform::dialog::{self as native, Entered};
use crate::ui::dynamic::dynamic;
use crate::ui::icon::Icon;

/// Where a dialog is that was left with changes in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aside {
    /// It was not left so.
    #[default]
    No,
    /// It is out of sight, with all that was typed, and the page offers to bring it back.
    Offered,
    /// Nobody wanted it back.
    Over,
}

/// Offers to bring back what was set aside. The root of the page provides it; where nobody does,
/// a dialog that is left is closed.
#[derive(Clone, Copy)]
pub struct SettingAside(pub Callback<RwSignal<Aside>>);

/// A dialog that is open while `open` is true. Its content is made anew each time it opens, so a
/// form in it starts from the record as it is then. One that is left by Escape or its cross with
/// changes in a field is set aside: `open` stays true until nobody wants it back.
#[component]
pub fn Dialog(
    /// Whether it is open; closing it by Escape or its button sets this to false.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// Where it is when it is left with changes, for who has to know.
    #[prop(optional)]
    aside: RwSignal<Aside>,
    /// Whether what is typed into it is worth nothing once it is left.
    #[prop(optional)]
    is_fleeting: bool,
    /// What is in it, usually a form with `.dialog-body` and `.dialog-foot`.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let id = next_dialog_id();
    let labelled_by = id.clone();
    let entered = StoredValue::new_local(Entered::default());
    let setting_aside = use_context::<SettingAside>();
    let is_made = Memo::new(move |_| open.get());
    // Opened once more by what opened it first, it shows what was typed, too.
    Effect::new(move |_| {
        if !open.get() {
            entered.set_value(Entered::default());
        }
        if aside.get_untracked() != Aside::No {
            aside.set(Aside::No);
        }
    });
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if is_made.get() && aside.get() == Aside::No {
            native::open(&dialog);
        } else {
            native::close(&dialog);
        }
    });
    Effect::new(move |_| {
        if aside.get() == Aside::Over {
            open.set(false);
        }
    });
    on_cleanup(move || {
        // The offer ends with the page the dialog is on.
        aside.try_set(Aside::Over);
    });
    let leave = move || match setting_aside {
        Some(SettingAside(offer))
            if !is_fleeting && entered.try_with_value(Entered::is_changed) == Some(true) =>
        {
            aside.set(Aside::Offered);
            offer.run(aside);
        }
        _ => open.set(false),
    };
    // The browser says so a little later, when the page may be gone.
    let on_close = move |_| {
        let is_shown = dialog.try_get_untracked().flatten();
        let is_shown = is_shown.is_some_and(|dialog| dialog.open());
        let is_here = aside.try_get_untracked() == Some(Aside::No);
        if !is_shown && is_here && open.try_get_untracked() == Some(true) {
            leave();
        }
    };
    view! {
        <dialog
            class="dialog" node_ref=dialog aria-labelledby=labelled_by
            on:close=on_close on:focusin=move |event| {
                entered.try_update_value(|entered| entered.note(event.target()));
            }
        >
            <header class="dialog-head">
                <h2 id=id>{dynamic(move || title.get())}</h2>
                <button
                    type="button" class="btn" data-kind="quiet" data-icon="" aria-label="Close"
                    on:click=move |_| leave()
                >
                    <Icon name="x"/>
                </button>
            </header>
            {dynamic(move || is_made.get().then(|| children()))}
        </dialog>
    }
}

/// A dialog's state that follows whether there is something to show, and takes it away when the
/// dialog is closed; with it what is shown, which only changes when it is another thing, so that
/// a form that was set aside comes back as it was.
pub fn open_while<T: Clone + PartialEq + Send + Sync + 'static>(
    shown: RwSignal<Option<T>>,
) -> (RwSignal<bool>, Memo<Option<T>>) {
    let open = RwSignal::new(false);
    // The second side compares before it sets: two effects that set each other never rest
    // otherwise.
    Effect::new(move |_| {
        let is_wanted = shown.with(Option::is_some);
        if is_wanted || open.get_untracked() {
            open.set(is_wanted);
        }
    });
    Effect::new(move |_| {
        if !open.get() && shown.with_untracked(Option::is_some) {
            shown.set(None);
        }
    });
    (open, Memo::new(move |_| shown.get()))
}

fn next_dialog_id() -> String {
    format!("dialog-{}", crate::ui::field::next_number())
}
