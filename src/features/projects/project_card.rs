//! A project on the portfolio board.

use domain::command::ProjectCommand;
use domain::id::ProjectId;
use domain::lists::List;
use domain::model::{Column, Project, Stage};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::desk::{health, people};
use crate::features::projects::project_form::FormFor;
use crate::ui::dynamic::{dynamic, text};
use crate::ui::format;
use crate::ui::menu::{Menu, MenuItem};

/// Name, how it stands, how much is done, when it was promised, and who answers for it.
#[component]
pub fn ProjectCard(
    /// Which.
    id: ProjectId,
    /// The dialog to edit it in.
    form: RwSignal<Option<FormFor>>,
) -> impl IntoView {
    let desk = desk();
    let today = desk.today();
    let project = desk.record::<Project>(id);
    let name = Memo::new(move |_| project.get().map(|p| p.name.clone()).unwrap_or_default());
    let standing = move || health::of_project(desk, id).map(health::mark);
    let finish = move || match project.get().and_then(|p| p.finish) {
        Some(day) => format!("due {}", format::day(day, today)),
        None => "no finish yet".to_owned(),
    };
    let sample = move || {
        let is_sample = project.get().is_some_and(|p| p.sample);
        is_sample.then(|| view! { <span class="chip" data-kind="sample">"Sample"</span> })
    };
    view! {
        <article class="card" data-type="line">
            <div class="top">
                {dynamic(standing)}
                {dynamic(sample)}
                <span class="end raise">
                    <Menu
                        label=Signal::derive(move || format!("Actions for {}", name.get()))
                        items=Callback::new(move |()| menu_items(desk, id, form))
                    />
                </span>
            </div>
            <h3><a href=Route::Project(id).href()>{name}</a></h3>
            <Progress id=id/>
            <div class="foot">
                <span class="num">{finish}</span>
                {dynamic(move || people::face(desk, project.get().and_then(|p| p.owner)))}
            </div>
        </article>
    }
}

/// The share of a project's tasks that are done.
#[component]
pub fn Progress(
    /// The project.
    id: ProjectId,
) -> impl IntoView {
    let desk = desk();
    let counts = Memo::new(move |_| {
        let n_in = |column| desk.keys(List::TasksIn(id, column)).len();
        let n_tasks: usize = Column::ALL.into_iter().map(n_in).sum();
        (n_in(Column::Done), n_tasks)
    });
    let share = move || {
        let (n_done, n_tasks) = counts.get();
        (n_done * 100).checked_div(n_tasks).unwrap_or(0)
    };
    let in_words = move || match counts.get() {
        (_, 0) => "no tasks yet".to_owned(),
        (n_done, n_tasks) => format!("{n_done} of {n_tasks} tasks"),
    };
    view! {
        <div class="card-fig">
            <div>
                <div class="pair">
                    <span>"Done"</span>
                    <b class="num">{in_words}</b>
                </div>
                <span
                    class="bar-line" role="progressbar" aria-label="Tasks done"
                    aria-valuemin="0" aria-valuemax="100" aria-valuenow=text(move || share().to_string())
                    style:--v=text(move || format!("{}%", share()))
                >
                    <i></i>
                </span>
            </div>
        </div>
    }
}

fn menu_items(desk: Desk, id: ProjectId, form: RwSignal<Option<FormFor>>) -> Vec<MenuItem> {
    let stage = desk.read(|ws| ws.get::<Project>(id).map(|project| project.stage));
    let moves = Stage::ALL
        .into_iter()
        .filter(|to| Some(*to) != stage)
        .map(|to| MenuItem {
            name: format!("Move to {}", to.name()),
            icon: "arrow-right",
            action: Callback::new(move |()| {
                desk.run(ProjectCommand::Move {
                    id,
                    stage: to,
                    before: None,
                });
            }),
        });
    let edit = MenuItem {
        name: "Edit".to_owned(),
        icon: "pencil",
        action: Callback::new(move |()| form.set(Some(FormFor::Existing(id)))),
    };
    let delete = MenuItem {
        name: "Delete".to_owned(),
        icon: "trash-2",
        action: Callback::new(move |()| {
            desk.run(ProjectCommand::Delete { id });
        }),
    };
    std::iter::once(edit).chain(moves).chain([delete]).collect()
}
