//! The process sheet as a form: for a new process or one that is there.

use domain::classify::Kind;
use domain::command::{Command, StarterCommand, TemplateCommand, TemplateDraft};
use domain::id::TemplateId;
use domain::model::Template;
use domain::route::Route;
use domain::starters::Starter;
use leptos::prelude::*;

use crate::desk::{StarterPicker, desk, people};
use crate::features::processes::sheet_form::{SheetFields, SheetForm};
use crate::features::processes::step_form::per_day;
use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dynamic::dynamic;
use crate::ui::field::{SelectField, TextArea, TextField};
use crate::ui::form::{FormFoot, field_error};

/// What the form is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormFor {
    /// A new process.
    New,
    /// A process that is there.
    Existing(TemplateId),
}

/// The dialog around the form; open while `form` is something.
#[component]
pub fn ProcessDialog(
    /// What the form is about.
    form: RwSignal<Option<FormFor>>,
) -> impl IntoView {
    let (open, form) = open_while(form);
    let title = Signal::derive(move || match form.get() {
        Some(FormFor::Existing(_)) => "Edit process".to_owned(),
        _ => "New process".to_owned(),
    });
    view! {
        <Dialog open=open title=title>
            {dynamic(move || form.get().map(|about| view! { <ProcessForm about=about open=open/> }))}
        </Dialog>
    }
}

#[component]
fn ProcessForm(about: FormFor, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let draft = match about {
        FormFor::New => TemplateDraft::default(),
        FormFor::Existing(id) => desk.read(|ws| {
            ws.get::<Template>(id)
                .map(|template| TemplateDraft::of(template))
                .unwrap_or_default()
        }),
    };
    let per_day = per_day(desk);
    let sheet = SheetForm::of(&draft.sheet, per_day);
    let name = RwSignal::new(draft.name);
    let purpose = RwSignal::new(draft.purpose);
    let owner = RwSignal::new(draft.owner.map(|id| id.to_string()).unwrap_or_default());
    let starter = RwSignal::new(None::<Starter>);
    let is_new = about == FormFor::New;
    let error = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let sheet = match sheet.read(per_day) {
            Ok(sheet) => sheet,
            Err(sentence) => return error.set(Some(sentence)),
        };
        let draft = TemplateDraft {
            name: name.get_untracked(),
            purpose: purpose.get_untracked(),
            owner: people::chosen(&owner.get_untracked()),
            sheet,
        };
        let command: Command = match (about, starter.get_untracked()) {
            (FormFor::New, Some(Starter::Process(starter))) => {
                StarterCommand::Process { starter, draft }.into()
            }
            (FormFor::New, _) => TemplateCommand::Create { draft }.into(),
            (FormFor::Existing(id), _) => TemplateCommand::Edit { id, draft }.into(),
        };
        match desk.try_run(command) {
            Ok(done) => {
                open.set(false);
                if let Some(created) = done.created {
                    desk.go(&Route::Process(TemplateId::from_key(created.key)));
                }
            }
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                {is_new.then(|| view! {
                    <StarterPicker kind=Kind::Process chosen=starter name=name aim=purpose/>
                })}
                <TextField label="Name" value=name error=field_error(error, "Name") autofocus=true/>
                <TextArea
                    label="Purpose" value=purpose error=field_error(error, "Purpose") optional=true
                    help="Why it exists, and what a good round brings."
                />
                <SelectField
                    label="Owner" value=owner options=people::choices(desk, "Nobody yet") optional=true
                    help="Who answers for how well it runs."
                />
                <SheetFields form=sheet/>
            </div>
            <FormFoot open=open save="Save process" error=error fields=&["Name", "Purpose"]/>
        </form>
    }
}
