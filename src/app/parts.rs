//! The parts of the app that are loaded when they are first needed, each a file of WebAssembly of
//! its own: one for each section, the overview excepted, which is where most visits begin. What
//! several parts share has files of its own, too (DECISIONS 22).

use std::future::Future;
use std::time::Duration;

use domain::convert::Direction;
use domain::route::Route;
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::app::entrance::Entrance;
use crate::desk::Over;
use crate::features::{
    archive, convert, decisions, finder, history, learn, processes, projects, settings, wizard,
};
use crate::platform::location;
use crate::ui::dynamic::dynamic;

/// How long after the start the parts are loaded that nobody has asked for yet.
const IDLE: Duration = Duration::from_millis(1_500);

/// A part that could not be loaded. The next try begins anew.
pub struct Missing;

impl From<SplitLoaderError> for Missing {
    fn from(_: SplitLoaderError) -> Missing {
        Missing
    }
}

/// What a part shows.
pub type Part = Result<AnyView, Missing>;

/// The wizard, the decisions that were kept, conversions, and the comparison to learn from.
#[wasm_split(deciding, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_deciding))]
pub fn deciding(route: Route) -> Part {
    Ok(match route {
        Route::Decision(id) => view! { <decisions::Page id=id/> }.into_any(),
        Route::Decisions => view! { <decisions::ListPage/> }.into_any(),
        Route::CompareDecisions(one, other) => {
            view! { <decisions::ComparePage one=one other=other/> }.into_any()
        }
        Route::ConvertProject(id) => {
            view! { <convert::Page direction=Direction::ToProcess(id)/> }.into_any()
        }
        Route::ConvertProcess(id) => {
            view! { <convert::Page direction=Direction::ToProject(id)/> }.into_any()
        }
        Route::Learn => view! { <learn::Page/> }.into_any(),
        _ => view! { <wizard::Page/> }.into_any(),
    })
}

/// The projects.
#[wasm_split(projects, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_projects))]
pub fn projects(route: Route) -> Part {
    Ok(match route {
        Route::Project(id) | Route::Task(id, _) => {
            view! { <projects::BoardPage id=id/> }.into_any()
        }
        Route::Outline(id) => view! { <projects::OutlinePage id=id/> }.into_any(),
        Route::Charter(id) => view! { <projects::CharterPage id=id/> }.into_any(),
        Route::Timeline(id) => view! { <projects::TimelinePage id=id/> }.into_any(),
        Route::Budget(id) => view! { <projects::BudgetPage id=id/> }.into_any(),
        Route::Raid(id) => view! { <projects::RaidPage id=id/> }.into_any(),
        Route::Team(id) => view! { <projects::TeamPage id=id/> }.into_any(),
        Route::Report(id) => view! { <projects::ReportPage id=id/> }.into_any(),
        _ => view! { <projects::PortfolioPage/> }.into_any(),
    })
}

/// The processes and their runs.
#[wasm_split(processes, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_processes))]
pub fn processes(route: Route) -> Part {
    Ok(match route {
        Route::Process(id) | Route::Step(id, _) => {
            view! { <processes::StepsPage id=id/> }.into_any()
        }
        Route::Map(id) => view! { <processes::MapPage id=id/> }.into_any(),
        Route::Versions(id) => view! { <processes::VersionsPage id=id/> }.into_any(),
        Route::Runs(id) => view! { <processes::RunsPage id=id/> }.into_any(),
        Route::Run(id) => view! { <processes::RunPage id=id/> }.into_any(),
        _ => view! { <processes::LibraryPage/> }.into_any(),
    })
}

/// What is measured of a process, mined from its log, and improved.
#[wasm_split(measuring, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_measuring))]
pub fn measuring(route: Route) -> Part {
    Ok(match route {
        Route::Metrics(id) => view! { <processes::MetricsPage id=id/> }.into_any(),
        Route::Improve(id) => view! { <processes::ImprovePage id=id/> }.into_any(),
        Route::Mining(id) => view! { <processes::MiningPage id=id/> }.into_any(),
        // Only the pages above are asked of this part.
        _ => ().into_any(),
    })
}

/// The settings, and everything about the data and its history.
#[wasm_split(settings, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_settings))]
pub fn settings(route: Route) -> Part {
    Ok(match route {
        Route::Archive => view! { <archive::Page/> }.into_any(),
        Route::History => view! { <history::Page about=None/> }.into_any(),
        Route::HistoryOf(id) => view! { <history::Page about=Some(id)/> }.into_any(),
        _ => view! { <settings::Page/> }.into_any(),
    })
}

/// What lies over a page: finding and doing by a few letters, and what the keys do.
#[wasm_split(finding, wasm_split_path = ::leptos::wasm_split, fallible, preload(load_finding))]
pub fn finding(over: Over) -> Part {
    Ok(match over {
        Over::Find => view! { <finder::Palette/> }.into_any(),
        Over::Keys => view! { <finder::KeySheet/> }.into_any(),
    })
}

/// Loads every part once the page is at rest, so that going there takes no time.
pub fn load_when_idle() {
    set_timeout(
        || {
            spawn_local(async {
                // One that cannot be loaded now is loaded when it is asked for, and then it is said.
                let _ = load_projects().await;
                let _ = load_processes().await;
                let _ = load_deciding().await;
                let _ = load_settings().await;
                let _ = load_measuring().await;
                let _ = load_finding().await;
            });
        },
        IDLE,
    );
}

/// The view of a part: at once when it is loaded already, else as soon as it is.
pub fn shown(part: impl Future<Output = Part> + 'static) -> AnyView {
    let entrance = expect_context::<Entrance>();
    let view = StoredValue::new_local(None);
    let is_here = RwSignal::new(false);
    // The part's own signals belong to this page, and end with it.
    spawn_local(ScopedFuture::new(async move {
        let part = part.await.unwrap_or_else(|Missing| missing());
        // Somebody may have gone to another page meanwhile.
        if view.try_set_value(Some(part)).is_none() {
            is_here.try_set(true);
            entrance.enter_when_drawn();
        }
    }));
    dynamic(move || {
        is_here.get();
        view.try_update_value(Option::take).flatten()
    })
    .into_any()
}

fn missing() -> AnyView {
    view! {
        <div class="page">
            <h1 tabindex="-1" data-page-heading="">"This page could not be loaded"</h1>
            <p class="lede">
                "Your work is safe in this browser. Is the network there? After the first visit Loopline needs none."
            </p>
            <button type="button" class="btn" data-kind="primary" on:click=|_| location::reload()>"Try again"</button>
        </div>
    }
    .into_any()
}
