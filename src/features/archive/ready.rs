//! Finished work that can go to the archive.

use std::collections::BTreeSet;

use domain::command::ArchiveCommand;
use domain::id::{ProjectId, RecordId, RunId, TemplateId};
use domain::lists::List;
use domain::model::{Project, Stage, Template};
use domain::outline::leaves;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::ui::dynamic::dynamic;
use crate::ui::format;
use crate::ui::icon::{Glyph, Icon, Kind};

/// A finished project, or the finished runs of a process.
#[derive(Clone, PartialEq)]
struct Finished {
    name: String,
    kind: Kind,
    route: Route,
    about: String,
    ids: BTreeSet<RecordId>,
}

/// Lists what is finished, with a button for each and one for all.
#[component]
pub fn Ready() -> impl IntoView {
    let desk = desk();
    let finished = Memo::new(move |_| finished(desk));
    dynamic(move || {
        let finished = finished.get();
        (!finished.is_empty()).then(|| {
            let all: BTreeSet<RecordId> = finished
                .iter()
                .flat_map(|finished| finished.ids.iter().copied())
                .collect();
            let rows = finished.into_iter().map(|f| row(desk, f)).collect_view();
            view! {
                <section class="archive-part" aria-labelledby="ready-heading">
                    <div class="archive-head">
                        <h2 class="sec" id="ready-heading">"Finished, and still on the boards"</h2>
                        <button type="button" class="btn" on:click=move |_| put(desk, all.clone())>
                            <Icon name="archive"/>
                            <span class="label">"Archive all of it"</span>
                        </button>
                    </div>
                    <ul class="rows archive-list" aria-label="Finished, and still on the boards">{rows}</ul>
                </section>
            }
        })
    })
}

fn row(desk: Desk, finished: Finished) -> AnyView {
    let Finished {
        name,
        kind,
        route,
        about,
        ids,
    } = finished;
    let label = format!("Archive {name}, {about}");
    view! {
        <li class="row">
            <Glyph kind=kind/>
            <span>
                <a href=route.href()>{name}</a>
                <span class="sub">{about}</span>
            </span>
            <button
                type="button" class="btn" data-size="s" aria-label=label
                on:click=move |_| put(desk, ids.clone())
            >
                "Archive"
            </button>
        </li>
    }
    .into_any()
}

fn put(desk: Desk, ids: BTreeSet<RecordId>) {
    desk.run(ArchiveCommand::Put { ids });
}

fn finished(desk: Desk) -> Vec<Finished> {
    let done = desk.ids::<Project>(List::ProjectsIn(Stage::Done));
    let projects = done.into_iter().filter_map(|id| finished_project(desk, id));
    let templates = desk.ids::<Template>(List::Templates);
    let runs = templates
        .into_iter()
        .filter_map(|id| finished_runs(desk, id));
    projects.chain(runs).collect()
}

fn finished_project(desk: Desk, id: ProjectId) -> Option<Finished> {
    let project = desk.get::<Project>(id)?;
    let n_tasks = desk.compute(|ws| leaves(ws, id).n_tasks);
    Some(Finished {
        name: project.name.clone(),
        kind: Kind::Line,
        route: Route::Project(id),
        about: format!("project with {}", format::count(n_tasks, "task", "tasks")),
        ids: [id.into()].into(),
    })
}

fn finished_runs(desk: Desk, id: TemplateId) -> Option<Finished> {
    let runs = desk.keys(List::FinishedRuns(id));
    let template = desk.get::<Template>(id)?;
    (!runs.is_empty()).then(|| Finished {
        name: template.name.clone(),
        kind: Kind::Loop,
        route: Route::Runs(id),
        about: format::count(runs.len(), "finished run", "finished runs"),
        ids: runs
            .iter()
            .map(|key| RunId::from_key(*key).into())
            .collect(),
    })
}
