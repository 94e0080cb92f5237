//! The people work can be given to.

use domain::command::PersonCommand;
use domain::id::PersonId;
use domain::lists::List;
use domain::model::Person;
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::settings::person_form::{FormFor, PersonDialog};
use crate::ui::avatar::Avatar;
use crate::ui::dynamic::{dynamic, each};
use crate::ui::icon::Icon;

#[component]
pub fn People() -> impl IntoView {
    let desk = desk();
    let form = RwSignal::new(None::<FormFor>);
    let keys = move || desk.keys(List::People).to_vec();
    let is_empty = Memo::new(move |_| desk.keys(List::People).is_empty());
    view! {
        <section class="people" aria-labelledby="people-heading">
            <div class="sec line-up">
                <h2 id="people-heading">"People"</h2>
                <button
                    type="button" class="btn end" data-size="s"
                    on:click=move |_| form.set(Some(FormFor::New))
                >
                    <Icon name="plus"/>"Add person"
                </button>
            </div>
            {dynamic(move || is_empty.get().then(|| view! {
                <p class="panel-note">"Nobody yet. People added here can own projects and processes and be given tasks."</p>
            }))}
            <ul class="rows">
                {each(keys, move |key| {
                    view! { <Row id=PersonId::from_key(key) form=form/> }.into_any()
                })}
            </ul>
            <PersonDialog form=form/>
        </section>
    }
}

#[component]
fn Row(id: PersonId, form: RwSignal<Option<FormFor>>) -> impl IntoView {
    let desk = desk();
    let remove = move |_| {
        desk.run(PersonCommand::Delete { id });
    };
    dynamic(move || {
        let person = desk.get::<Person>(id)?;
        let sample = person
            .sample
            .then(|| view! { <span class="chip" data-kind="sample">"Sample"</span> });
        let edit_label = format!("Edit {}", person.name);
        let remove_label = format!("Remove {}", person.name);
        Some(view! {
            <li class="row">
                <span aria-hidden="true"><Avatar initials=person.initials() name=person.name.clone()/></span>
                <span class="title">
                    {person.name.clone()}" "{sample}
                    <span class="sub">{person.role.clone()}</span>
                </span>
                <span class="line-up" data-gap="1">
                    <button
                        type="button" class="btn" data-kind="quiet" data-size="s" data-icon=""
                        aria-label=edit_label title="Edit"
                        on:click=move |_| form.set(Some(FormFor::Existing(id)))
                    >
                        <Icon name="pencil"/>
                    </button>
                    <button
                        type="button" class="btn" data-kind="quiet" data-size="s" data-icon=""
                        aria-label=remove_label title="Remove" on:click=remove
                    >
                        <Icon name="trash-2"/>
                    </button>
                </span>
            </li>
        })
    })
}
