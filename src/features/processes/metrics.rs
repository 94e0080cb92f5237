//! A process's metrics: what its runs took, how steady it is and where it waits.

mod charts;
mod chosen;
mod explain;
mod figures;
mod flow_charts;
mod panels;
mod words;

pub use charts::panel;
pub use chosen::{Chosen, DAY, Toolbar};
pub use explain::{Explained, Explanation, run_row};

use domain::id::{ArchivedId, TemplateId};
use domain::lists::List;
use domain::model::{Archived, Template};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::processes::head::{ProcessFrame, ProcessTab};
use crate::features::processes::study::{Studied, log_of, studied};
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::format;
use crate::ui::icon::Kind;

/// A process's metrics.
#[component]
pub fn MetricsPage(
    /// Which.
    id: TemplateId,
) -> impl IntoView {
    let desk = desk();
    let has_runs = Memo::new(move |_| !desk.keys(List::Runs(id)).is_empty());
    let content = move || {
        if has_runs.get() {
            view! { <Measures id=id/> }.into_any()
        } else {
            view! { <NothingYet id=id/> }.into_any()
        }
    };
    view! { <ProcessFrame id=id tab=ProcessTab::Metrics>{dynamic(move || archived(desk, id))}{dynamic(content)}</ProcessFrame> }
}

/// How many runs do not count because they were put away; tracked.
fn archived(desk: Desk, id: TemplateId) -> Option<impl IntoView> {
    let keys = desk.keys(List::Archived);
    let is_own = |key: &&u64| {
        let archived = desk.get::<Archived>(ArchivedId::from_key(**key));
        archived.is_some_and(|archived| archived.template == Some(id))
    };
    let n_away = keys.iter().filter(is_own).count();
    let verb = if n_away == 1 { "is" } else { "are" };
    let runs = format::count(n_away, "archived run", "archived runs");
    (n_away > 0).then(|| view! {
        <p class="meta">{format!("{runs} {verb} not counted. ")}<a href=Route::Archive.href()>"Open the archive"</a></p>
    })
}

#[component]
fn NothingYet(id: TemplateId) -> impl IntoView {
    view! {
        <Empty
            kind=Kind::Loop title="Nothing to measure yet"
            text="Every run is measured by itself: how long it took, where it waited, what was done twice. Start the first one."
        >
            <a class="btn" data-kind="primary" href=Route::Runs(id).href()>"Open the runs"</a>
        </Empty>
    }
}

#[component]
fn Measures(id: TemplateId) -> impl IntoView {
    let desk = desk();
    let log = log_of(id);
    let chosen = Chosen::new(id, log);
    let shown = studied(id, log, chosen, false);
    let explained = RwSignal::new(None::<Explained>);
    let panel = move |draw: fn(Desk, &Studied) -> AnyView| {
        dynamic(move || shown.with(|shown| shown.as_ref().map(|shown| draw(desk, shown))))
    };
    let opening = move |draw: fn(Desk, &Studied, RwSignal<Option<Explained>>) -> AnyView| {
        dynamic(move || {
            shown.with(|shown| shown.as_ref().map(|shown| draw(desk, shown, explained)))
        })
    };
    let checks = move || {
        let minutes = desk
            .get::<Template>(id)
            .and_then(|template| template.sheet.run_minutes);
        shown.with(|shown| {
            shown
                .as_ref()
                .map(|shown| panels::checks(desk, shown, minutes))
        })
    };
    view! {
        <Toolbar chosen=chosen log=log/>
        {opening(figures::figures)}
        <div class="metrics">
            {panel(charts::control)}
            {panel(charts::spread)}
            {panel(flow_charts::throughput)}
            {panel(|_, shown| panels::delays(shown))}
            {panel(charts::scatter)}
            {panel(flow_charts::cumulative)}
            {panel(|_, shown| panels::aging(shown))}
            {dynamic(checks)}
            {opening(|_, shown, explained| panels::steps(shown, explained))}
        </div>
        <Explanation explained=explained/>
    }
}
