//! What a process is related to: the project it came from, the projects that run through it, and how fixed its path is.

use domain::id::{ProjectId, TemplateId};
use domain::lists::List;
use domain::model::{Project, Template};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::ui::dynamic::dynamic;

/// The relations of a process; nothing for one that has none.
#[component]
pub fn Related(
    /// Which.
    id: TemplateId,
) -> impl IntoView {
    let desk = desk();
    let template = desk.record::<Template>(id);
    let relations = move || {
        let template = template.get()?;
        let flexible = template.flexible.then(|| {
            view! { <p><span class="chip">"A case"</span>" Each run chooses its next step."</p> }
        });
        let from = template
            .from_project
            .and_then(|from| project_link(desk, from));
        let from = from.map(|link| view! { <p>"Made of the project "{link}</p> });
        let kept = (!template.kept.is_empty()).then(|| {
            let pages = template
                .kept
                .iter()
                .map(|page| view! { <p class="prose">{page.clone()}</p> });
            view! {
                <details class="more">
                    <summary>"Kept from the project it was"</summary>
                    {pages.collect_view()}
                </details>
            }
        });
        Some(view! { {flexible}{from}{kept} })
    };
    let used_by = move || {
        let mut projects = desk.ids::<Project>(List::ProjectsThrough(id));
        projects.extend(desk.ids::<Project>(List::ProjectsFrom(id)));
        let links: Vec<_> = projects
            .into_iter()
            .filter_map(|id| project_link(desk, id))
            .collect();
        (!links.is_empty()).then(|| view! { <p class="line-up">"Used by "{links}</p> })
    };
    view! { <div class="related">{dynamic(relations)}{dynamic(used_by)}</div> }
}

fn project_link(desk: Desk, id: ProjectId) -> Option<impl IntoView> {
    let name = desk.get::<Project>(id)?.name.clone();
    Some(view! { <a href=Route::Project(id).href()>{name}</a> })
}
