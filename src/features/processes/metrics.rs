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

use std::sync::Arc;

use domain::id::TemplateId;
use domain::lists::List;
use domain::log::{Log, Window, records};
use domain::measure::report::{Report, report};
use domain::model::Template;
use domain::route::Route;
use domain::time::Instant;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::processes::head::{ProcessGone, ProcessHead, ProcessTab};
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::icon::Kind;

/// What the page shows at one moment.
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// The runs that count.
    pub log: Arc<Log>,
    /// Their measures.
    pub report: Arc<Report>,
    /// The span of time looked at.
    pub window: Window,
    /// The moment it was looked at.
    pub now: Instant,
}

/// A process's metrics.
#[component]
pub fn MetricsPage(
    /// Which.
    id: TemplateId,
) -> impl IntoView {
    let desk = desk();
    let is_there = Memo::new(move |_| desk.get::<Template>(id).is_some());
    let has_runs = Memo::new(move |_| !desk.keys(List::Runs(id)).is_empty());
    dynamic(move || {
        if !is_there.get() {
            return view! { <ProcessGone/> }.into_any();
        }
        let content = dynamic(move || {
            if has_runs.get() {
                view! { <Measures id=id/> }.into_any()
            } else {
                view! { <NothingYet id=id/> }.into_any()
            }
        });
        view! {
            <div class="page">
                <ProcessHead id=id tab=ProcessTab::Metrics/>
                {content}
            </div>
        }
        .into_any()
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
    let chosen = Chosen::new();
    let log = Memo::new(move |_| Arc::new(desk.compute(|ws| records::log(ws, id))));
    let shown = Memo::new(move |_| show(desk, &log.get(), chosen));
    let explained = RwSignal::new(None::<Explained>);
    view! {
        <Toolbar chosen=chosen log=log/>
        {dynamic(move || figures::figures(desk, &shown.get(), explained))}
        <div class="metrics">
            {dynamic(move || charts::control(desk, &shown.get()))}
            {dynamic(move || charts::spread(desk, &shown.get()))}
            {dynamic(move || flow_charts::throughput(desk, &shown.get()))}
            {dynamic(move || panels::delays(&shown.get()))}
            {dynamic(move || charts::scatter(desk, &shown.get()))}
            {dynamic(move || flow_charts::cumulative(desk, &shown.get()))}
            {dynamic(move || panels::aging(&shown.get()))}
            {dynamic(move || panels::checks(&shown.get()))}
            {dynamic(move || panels::steps(&shown.get(), explained))}
        </div>
        <Explanation explained=explained/>
    }
}

fn show(desk: Desk, log: &Log, chosen: Chosen) -> Shown {
    let now = desk.now();
    let window = Window {
        from: Instant::from_millis(now.millis() - chosen.days.get() * DAY),
        to: Instant::from_millis(now.millis() + 1),
    };
    let log = chosen.filter().apply(log);
    let report = report(&log, window, now, &chosen.clock(desk, window));
    Shown {
        log: Arc::new(log),
        report: Arc::new(report),
        window,
        now,
    }
}
