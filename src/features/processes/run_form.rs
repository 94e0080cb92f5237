//! Starting a run: one press when it needs no name, a dialog when it does.

use domain::command::RunCommand;
use domain::id::{RunId, TemplateId};
use domain::lists::List;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::dialog::Dialog;
use crate::ui::field::TextField;
use crate::ui::form::{FormFoot, field_error};
use crate::ui::icon::Icon;

/// The button that starts a run, and its dialog. It rests while the process has no steps.
#[component]
pub fn StartRun(
    /// The process.
    id: TemplateId,
    /// The quieter button of a card.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let desk = desk();
    let open = RwSignal::new(false);
    let has_steps = Memo::new(move |_| !desk.keys(List::Steps(id)).is_empty());
    view! {
        <button
            type="button" class="btn"
            data-kind=(!small).then_some("primary") data-size=small.then_some("s")
            disabled=move || !has_steps.get()
            title=move || if has_steps.get() { "" } else { "Add a step first" }
            on:click=move |_| open.set(true)
        >
            <Icon name="play"/>
            <span class="label">"Start a run"</span>
        </button>
        <Dialog open=open title="Start a run"><RunForm id=id open=open/></Dialog>
    }
}

#[component]
fn RunForm(id: TemplateId, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let command = RunCommand::Start {
            template: id,
            name: name.get_untracked(),
        };
        match desk.try_run(command) {
            Ok(done) => {
                open.set(false);
                if let Some(created) = done.created {
                    desk.go(&Route::Run(RunId::from_key(created.key)));
                }
            }
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <TextField
                    label="Name" value=name error=field_error(error, "Name") optional=true autofocus=true
                    help="What this run is about. Left empty, it is called after the process and its number."
                />
            </div>
            <FormFoot open=open save="Start the run" error=error fields=&["Name"]/>
        </form>
    }
}
