//! Making tasks of an indented list, which is where a plan without any begins.

use domain::command::OutlineCommand;
use domain::id::ProjectId;
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::dialog::Dialog;
use crate::ui::empty::Empty;
use crate::ui::field::TextArea;
use crate::ui::form::FormFoot;
use crate::ui::icon::Kind;

/// What stands where no task is.
#[component]
pub fn NoTasks(is_pasting: RwSignal<bool>) -> impl IntoView {
    view! {
        <Empty
            kind=Kind::Line title="Nothing to schedule yet"
            text="Write down what is to be done, one task a line. Indented lines become parts of the line above."
        >
            <button type="button" class="btn" data-kind="primary" on:click=move |_| is_pasting.set(true)>
                "Write the first tasks"
            </button>
        </Empty>
    }
}

/// Makes tasks of an indented list.
#[component]
pub fn PasteDialog(project: ProjectId, open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog open=open title="Add tasks">
            <PasteForm project=project open=open/>
        </Dialog>
    }
}

#[component]
fn PasteForm(project: ProjectId, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let list = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let command = OutlineCommand::Paste {
            project,
            parent: None,
            before: None,
            list: list.get_untracked(),
        };
        match desk.try_run(command) {
            Ok(_) => open.set(false),
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <TextArea
                    label="Tasks" value=list
                    help="One task a line. Indented lines become parts of the line above; bullets and numbers are taken off."
                />
            </div>
            <FormFoot open=open save="Add tasks" error=error fields=&[]/>
        </form>
    }
}
