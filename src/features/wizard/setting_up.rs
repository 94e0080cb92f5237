//! What a hybrid needs beside its name: the processes it runs through, or the project it begins like.

use domain::classify::Shape;
use domain::id::{ProjectId, TemplateId};
use domain::lists::List;
use domain::model::{Project, Template};
use domain::outline::leaves;
use domain::reality::projects_like;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::ui::field::SelectField;

/// Projects offered to begin like.
const MAX_EARLIER: usize = 50;

/// What is chosen for a project.
#[derive(Clone, Copy)]
pub struct Choices {
    /// The processes that do parts of it.
    pub through: RwSignal<Vec<TemplateId>>,
    /// The earlier project whose tasks it begins with, as a text; empty for none.
    pub like: RwSignal<String>,
}

impl Choices {
    /// Nothing chosen, or for a recurring project the latest of its name.
    pub fn new(desk: Desk, shape: Shape, name: &str) -> Choices {
        let latest = desk.read(|ws| projects_like(ws, name).first().copied());
        let like = latest.filter(|_| shape == Shape::RecurringProject);
        Choices {
            through: RwSignal::new(Vec::new()),
            like: RwSignal::new(like.map(|id| id.to_string()).unwrap_or_default()),
        }
    }

    /// The earlier project.
    pub fn like_id(self) -> Option<ProjectId> {
        self.like.get().parse().ok()
    }
}

/// The choices of a shape; nothing for shapes that need none.
#[component]
pub fn SettingUp(shape: Shape, choices: Choices) -> impl IntoView {
    match shape {
        Shape::RunsThroughProcesses => view! { <Through choices=choices/> }.into_any(),
        Shape::RecurringProject => view! { <Like choices=choices/> }.into_any(),
        _ => ().into_any(),
    }
}

#[component]
fn Through(choices: Choices) -> impl IntoView {
    let desk = desk();
    let processes: Vec<(TemplateId, String)> = desk.read(|ws| {
        let all = ws.list::<Template>(List::Templates);
        all.map(|(id, template)| (id, template.name.clone()))
            .collect()
    });
    if processes.is_empty() {
        return view! {
            <p class="muted">
                "There is no process to link yet. Once there is one, link it from the project’s page."
            </p>
        }
        .into_any();
    }
    let rows = processes.into_iter().map(|(id, name)| {
        let is_chosen = move || choices.through.with(|through| through.contains(&id));
        let toggle = move |_| {
            choices.through.update(|through| {
                if through.contains(&id) {
                    through.retain(|other| *other != id);
                } else {
                    through.push(id);
                }
            });
        };
        view! {
            <label class="option">
                <input type="checkbox" prop:checked=is_chosen on:change=toggle/>
                <span><b>{name}</b></span>
            </label>
        }
    });
    view! {
        <fieldset class="stack" data-gap="2">
            <legend>"Which processes does it run through?"</legend>
            <div class="option-list">{rows.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

#[component]
fn Like(choices: Choices) -> impl IntoView {
    let desk = desk();
    let earlier = Signal::derive(move || {
        let mut ids = desk.ids::<Project>(List::Projects);
        ids.reverse();
        let projects = ids.into_iter().take(MAX_EARLIER).filter_map(|id| {
            let name = desk.get::<Project>(id)?.name.clone();
            let n_tasks = desk.compute(|ws| leaves(ws, id).n_tasks);
            Some((id.to_string(), format!("{name} ({n_tasks} tasks)")))
        });
        std::iter::once((String::new(), "No earlier project".to_owned()))
            .chain(projects)
            .collect::<Vec<_>>()
    });
    view! {
        <SelectField
            label="Begin with the tasks of" value=choices.like options=earlier optional=true
            help="They are copied undone, without days and people."
        />
    }
}
