//! The person's own templates: plans that projects start from.

use domain::command::ProjectCommand;
use domain::id::ProjectId;
use domain::lists::List;
use domain::model::Project;
use domain::outline::leaves;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::projects::copy_form::Copying;
use crate::ui::dynamic::{dynamic, each};
use crate::ui::format;

/// The templates above the board, where there is any.
#[component]
pub fn Templates(
    /// The dialog in which a project is started.
    form: RwSignal<Option<Copying>>,
) -> impl IntoView {
    let desk = desk();
    let ids = Memo::new(move |_| desk.keys(List::ProjectTemplates));
    let n_templates = move || ids.with(|ids| ids.len());
    dynamic(move || {
        (n_templates() > 0).then(|| {
            view! {
                <details class="templates">
                    <summary>{dynamic(move || format::count(n_templates(), "template", "templates"))}" to start from"</summary>
                    <ul class="rows">
                        {each(
                            move || ids.with(|ids| ids.to_vec()),
                            move |key| view! { <TemplateRow id=ProjectId::from_key(key) form=form/> }.into_any(),
                        )}
                    </ul>
                </details>
            }
        })
    })
}

#[component]
fn TemplateRow(id: ProjectId, form: RwSignal<Option<Copying>>) -> impl IntoView {
    let desk = desk();
    let n_tasks = Memo::new(move |_| desk.compute(|ws| leaves(ws, id).n_tasks));
    let row = move || {
        let name = desk.get::<Project>(id)?.name.clone();
        let n_tasks = n_tasks.get();
        let start = format!("Start a project from {name}");
        let delete = format!("Delete the template {name}");
        Some(view! {
            <a class="title clip" href=Route::Outline(id).href()>{name}</a>
            <span class="meta">{format::count(n_tasks, "task", "tasks")}</span>
            <button
                type="button" class="btn" data-size="s" aria-label=start
                on:click=move |_| form.set(Some(Copying::Start(id)))
            >
                "Start a project"
            </button>
            <button
                type="button" class="btn" data-size="s" data-kind="quiet" aria-label=delete
                on:click=move |_| {
                    desk.run(ProjectCommand::Delete { id });
                }
            >
                "Delete"
            </button>
        })
    };
    view! { <li class="row template-row">{dynamic(row)}</li> }
}
