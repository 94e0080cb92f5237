//! The page of each route, and what follows a change of it: title, focus, scroll.

use domain::model::{Project, Run, Template};
use domain::route::Route;
use leptos::prelude::*;

use crate::app::entrance::Entrance;
use crate::app::parts::{self, shown};
use crate::desk::Desk;
use crate::features::overview;
use crate::platform::location;
use crate::ui::empty::Empty;
use crate::ui::icon::Kind;

/// The route of the page that shows a route: a task is shown on its project's board and a step in
/// its process's list, which stay as they are while one is opened after another.
pub fn page_of(route: Route) -> Route {
    match route {
        Route::Task(project_id, _) => Route::Project(project_id),
        Route::Step(template_id, _) => Route::Process(template_id),
        other => other,
    }
}

/// The page of a route.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Overview => view! { <overview::Page/> }.into_any(),
        Route::NewWork
        | Route::Decisions
        | Route::Decision(_)
        | Route::CompareDecisions(..)
        | Route::ConvertProject(_)
        | Route::ConvertProcess(_)
        | Route::Learn => shown(parts::deciding(route)),
        Route::Projects
        | Route::Project(_)
        | Route::Task(..)
        | Route::Outline(_)
        | Route::Charter(_)
        | Route::Timeline(_)
        | Route::Budget(_)
        | Route::Raid(_)
        | Route::Team(_)
        | Route::Report(_) => shown(parts::projects(route)),
        Route::Processes
        | Route::Process(_)
        | Route::Step(..)
        | Route::Map(_)
        | Route::Versions(_)
        | Route::Runs(_)
        | Route::Run(_) => shown(parts::processes(route)),
        Route::Settings | Route::Archive | Route::History | Route::HistoryOf(_) => {
            shown(parts::settings(route))
        }
        Route::Metrics(_) | Route::Improve(_) | Route::Mining(_) => shown(parts::measuring(route)),
        Route::NotFound(path) => view! { <NotFound path=path/> }.into_any(),
    }
}

/// Keeps the title of the browser's tab, and on every new page moves the focus to its heading.
pub fn follow(desk: Desk, route: Signal<Route>, entrance: Entrance) {
    Effect::new(move |_| {
        location::set_title(&format!("{} · Loopline", title(desk, &route.get())));
    });
    Effect::new(move |previous: Option<Route>| {
        let route = route.get();
        desk.remember_page(&route);
        if previous.is_some_and(|previous| previous != route) {
            entrance.wait();
        }
        route
    });
}

/// The name of a page, tracked: it follows the record's name.
pub fn title(desk: Desk, route: &Route) -> String {
    let project = |id| desk.get::<Project>(id).map(|project| project.name.clone());
    let process = |id| {
        desk.get::<Template>(id)
            .map(|template| template.name.clone())
    };
    let gone = || "Not found".to_owned();
    match route {
        Route::Overview => "Overview".to_owned(),
        Route::NewWork => "New work".to_owned(),
        Route::Decisions => "Decisions".to_owned(),
        Route::Decision(_) => "Decision".to_owned(),
        Route::CompareDecisions(..) => "Two decisions".to_owned(),
        Route::ConvertProject(id) => {
            project(*id).map_or_else(gone, |name| format!("Convert {name}"))
        }
        Route::ConvertProcess(id) => {
            process(*id).map_or_else(gone, |name| format!("Convert {name}"))
        }
        Route::Projects => "Projects".to_owned(),
        Route::Project(id) | Route::Task(id, _) => project(*id).unwrap_or_else(gone),
        Route::Timeline(id) => project(*id).map_or_else(gone, |name| format!("Timeline of {name}")),
        Route::Outline(id) => project(*id).map_or_else(gone, |name| format!("Outline of {name}")),
        Route::Charter(id) => project(*id).map_or_else(gone, |name| format!("Charter of {name}")),
        Route::Budget(id) => project(*id).map_or_else(gone, |name| format!("Budget of {name}")),
        Route::Raid(id) => project(*id).map_or_else(gone, |name| format!("Log of {name}")),
        Route::Team(id) => project(*id).map_or_else(gone, |name| format!("People of {name}")),
        Route::Report(id) => project(*id).map_or_else(gone, |name| format!("Report on {name}")),
        Route::Processes => "Processes".to_owned(),
        Route::Process(id) | Route::Step(id, _) => process(*id).unwrap_or_else(gone),
        Route::Map(id) => process(*id).map_or_else(gone, |name| format!("Map of {name}")),
        Route::Versions(id) => process(*id).map_or_else(gone, |name| format!("Versions of {name}")),
        Route::Runs(id) => process(*id).map_or_else(gone, |name| format!("Runs of {name}")),
        Route::Metrics(id) => process(*id).map_or_else(gone, |name| format!("Metrics of {name}")),
        Route::Improve(id) => {
            process(*id).map_or_else(gone, |name| format!("Improvements of {name}"))
        }
        Route::Mining(id) => process(*id).map_or_else(gone, |name| format!("Mining of {name}")),
        Route::Run(id) => desk
            .get::<Run>(*id)
            .map_or_else(gone, |run| run.name.clone()),
        Route::Learn => "Learn".to_owned(),
        Route::Archive => "Archive".to_owned(),
        Route::History | Route::HistoryOf(_) => "History".to_owned(),
        Route::Settings => "Settings".to_owned(),
        Route::NotFound(_) => gone(),
    }
}

#[component]
fn NotFound(path: String) -> impl IntoView {
    view! {
        <div class="page">
            <h1 tabindex="-1" data-page-heading="">"There is no such page"</h1>
            <p class="lede">{format!("Nothing is at “{path}”. It may have been deleted, or the link is incomplete.")}</p>
            <Empty kind=Kind::Line title="Go on from here" text="Your work is where it was.">
                <a class="btn" data-kind="primary" href=Route::Overview.href()>"Open the overview"</a>
            </Empty>
        </div>
    }
}
