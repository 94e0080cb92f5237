//! A project on the portfolio board.

use domain::command::ProjectCommand;
use domain::id::ProjectId;
use domain::model::Project;
use domain::outline::{Leaves, leaves};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::desk::{health, people, quick};
use crate::features::projects::copy_form::Copying;
use crate::features::projects::project_form::FormFor;
use crate::ui::deep_menu::{DeepMenu, Entry};
use crate::ui::dynamic::{dynamic, text};
use crate::ui::format;
use crate::ui::menu::MenuItem;

/// Name, how it stands, how much is done, when it was promised, and who answers for it.
#[component]
pub fn ProjectCard(
    /// Which.
    id: ProjectId,
    /// The dialog to edit it in.
    form: RwSignal<Option<FormFor>>,
    /// The dialog to copy it in.
    copying: RwSignal<Option<Copying>>,
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
                    <DeepMenu
                        label=Signal::derive(move || format!("Actions for {}", name.get()))
                        entries=Callback::new(move |()| entries(desk, id, form, copying))
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
    let counts = Memo::new(move |_| desk.compute(|ws| leaves(ws, id)));
    let share = move || {
        let Leaves { n_done, n_tasks } = counts.get();
        (n_done * 100).checked_div(n_tasks).unwrap_or(0)
    };
    let in_words = move || match counts.get() {
        Leaves { n_tasks: 0, .. } => "no tasks yet".to_owned(),
        Leaves { n_done, n_tasks } => format!("{n_done} of {n_tasks} tasks"),
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

fn entries(
    desk: Desk,
    id: ProjectId,
    form: RwSignal<Option<FormFor>>,
    copying: RwSignal<Option<Copying>>,
) -> Vec<Entry> {
    let edit = MenuItem {
        name: "Edit".to_owned(),
        icon: "pencil",
        action: Callback::new(move |()| form.set(Some(FormFor::Existing(id)))),
    };
    let copy = MenuItem {
        name: "Copy…".to_owned(),
        icon: "copy",
        action: Callback::new(move |()| copying.set(Some(Copying::Copy(id)))),
    };
    let delete = MenuItem {
        name: "Delete".to_owned(),
        icon: "trash-2",
        action: Callback::new(move |()| {
            desk.run(ProjectCommand::Delete { id });
        }),
    };
    let moves = quick::stages(desk, id).into_iter().map(Entry::Item);
    std::iter::once(Entry::Item(edit))
        .chain(moves)
        .chain(quick::more(desk, id))
        .chain([copy, delete].map(Entry::Item))
        .collect()
}
