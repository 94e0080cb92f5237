//! A file or an earlier copy on its way in: read, shown as what it would change, then imported.

use std::sync::Arc;

use domain::command::ImportCommand;
use domain::import::{self, Import, Mode, Preview};
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::settings::differences::Differences;
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dynamic::dynamic;

/// What is on its way in. Copyable, so that every way in can hold it.
#[derive(Clone, Copy)]
pub struct Incoming {
    desk: Desk,
    read: RwSignal<Option<Arc<Import>>>,
    mode: RwSignal<Mode>,
    /// Why something could not be taken in.
    pub error: RwSignal<Option<String>>,
}

impl Incoming {
    /// Nothing yet.
    pub fn new(desk: Desk) -> Incoming {
        Incoming {
            desk,
            read: RwSignal::new(None),
            mode: RwSignal::new(Mode::Merge),
            error: RwSignal::new(None),
        }
    }

    /// Reads a text and shows what it would change, in the mode that is proposed.
    pub fn take_in(&self, text: &str, mode: Mode) {
        match import::read(text) {
            Ok(import) => {
                self.error.set(None);
                self.mode.set(mode);
                self.read.set(Some(Arc::new(import)));
            }
            Err(refused) => self.error.set(Some(refused.to_string())),
        }
    }

    /// Goes on without what would not fit together.
    fn leave_out_unfit(&self) {
        let mode = self.mode.get_untracked();
        let desk = self.desk;
        self.read.update(|read| {
            if let Some(import) = read {
                let import = Arc::make_mut(import);
                desk.read(|ws| import.leave_out_unfit(ws, mode));
            }
        });
    }

    /// Whether there is anything here that replacing would take away.
    fn has_work(&self) -> bool {
        self.desk.read(|ws| ws.n_records() > 0)
    }

    /// Imports it. Before everything is replaced, a copy of what is here is handed to the person.
    fn apply(&self) {
        let Some(import) = self.read.get_untracked() else {
            return;
        };
        let mode = self.mode.get_untracked();
        if mode == Mode::Replace && self.has_work() && !self.desk.download_copy() {
            return;
        }
        if self.desk.run(ImportCommand { mode, import }).is_some() {
            self.read.set(None);
        }
    }
}

/// The dialog that shows what would change and asks how to go on.
#[component]
pub fn IncomingDialog(incoming: Incoming) -> impl IntoView {
    let (open, _) = open_while(incoming.read);
    view! {
        <Dialog open=open title="Import">
            <Decide incoming=incoming open=open/>
        </Dialog>
    }
}

#[component]
fn Decide(incoming: Incoming, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let preview = Memo::new(move |_| {
        let (import, mode) = (incoming.read.get()?, incoming.mode.get());
        desk.compute(|_| ());
        let store = desk.store();
        Some(Arc::new(
            store.read_whole(|ws| import::preview(ws, &import, mode)),
        ))
    });
    let shown = move || {
        preview
            .get()
            .map(|preview| view! { <Differences preview=preview/> })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        incoming.apply();
    };
    view! {
        <form on:submit=submit>
            <div class="dialog-body">
                <div class="segmented" role="radiogroup" aria-label="What happens to what is here">
                    {choice(incoming, Mode::Merge, "Merge")}
                    {choice(incoming, Mode::Replace, "Replace everything")}
                </div>
                {dynamic(shown)}
            </div>
            <div class="dialog-foot">
                <button type="button" class="btn" data-kind="quiet" on:click=move |_| open.set(false)>
                    "Cancel"
                </button>
                {dynamic(move || preview.get().map(|preview| go_on(incoming, &preview)))}
            </div>
        </form>
    }
}

fn choice(incoming: Incoming, mode: Mode, name: &'static str) -> impl IntoView {
    view! {
        <label>
            <input
                type="radio" name="import-mode" prop:checked=move || incoming.mode.get() == mode
                on:change=move |_| incoming.mode.set(mode)
            />
            {name}
        </label>
    }
}

/// The button that imports, or the way to what can be imported.
fn go_on(incoming: Incoming, preview: &Preview) -> AnyView {
    if !preview.can_apply() {
        return view! {
            <button type="button" class="btn" data-kind="primary" on:click=move |_| incoming.leave_out_unfit()>
                "Leave out what does not fit"
            </button>
        }
        .into_any();
    }
    let name = match incoming.mode.get() {
        Mode::Merge => "Merge",
        Mode::Replace if incoming.has_work() => "Download a copy and replace",
        Mode::Replace => "Replace",
    };
    view! {
        <button type="submit" class="btn" data-kind="primary" disabled=preview.is_empty()>{name}</button>
    }
    .into_any()
}
