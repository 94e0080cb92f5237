//! A person as a form: someone new or someone who is there.

use domain::command::{PersonCommand, PersonDraft};
use domain::id::PersonId;
use domain::model::Person;
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dynamic::dynamic;
use crate::ui::field::TextField;
use crate::ui::form::{FormFoot, field_error};

/// Whom the form is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormFor {
    /// Someone new.
    New,
    /// Someone who is there.
    Existing(PersonId),
}

/// The dialog around the form; open while `form` is something.
#[component]
pub fn PersonDialog(form: RwSignal<Option<FormFor>>) -> impl IntoView {
    let (open, form) = open_while(form);
    let title = Signal::derive(move || match form.get() {
        Some(FormFor::Existing(_)) => "Edit person".to_owned(),
        _ => "Add person".to_owned(),
    });
    view! {
        <Dialog open=open title=title>
            {dynamic(move || form.get().map(|about| view! { <PersonForm about=about open=open/> }))}
        </Dialog>
    }
}

#[component]
fn PersonForm(about: FormFor, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let (first_name, first_role) = match about {
        FormFor::New => Default::default(),
        FormFor::Existing(id) => desk.read(|ws| {
            ws.get::<Person>(id)
                .map(|person| (person.name.clone(), person.role.clone()))
                .unwrap_or_default()
        }),
    };
    let name = RwSignal::new(first_name);
    let role = RwSignal::new(first_role);
    let error = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let draft = PersonDraft {
            name: name.get_untracked(),
            role: role.get_untracked(),
        };
        let command = match about {
            FormFor::New => PersonCommand::Create { draft },
            FormFor::Existing(id) => PersonCommand::Edit { id, draft },
        };
        match desk.try_run(command) {
            Ok(_) => open.set(false),
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <TextField label="Name" value=name error=field_error(error, "Name") autofocus=true/>
                <TextField
                    label="Role" value=role error=field_error(error, "Role") optional=true
                    help="What they do, as the steps of a process name it."
                />
            </div>
            <FormFoot open=open save="Save person" error=error fields=&["Name", "Role"]/>
        </form>
    }
}
