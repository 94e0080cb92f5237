//! The overview's page.

use domain::command::SampleCommand;
use domain::id::DecisionId;
use domain::model::Decision;
use domain::overview::{Overview, overview};
use domain::reality::contradictions;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk, kinds, reality};
use crate::features::overview::attention::NeedsAttention;
use crate::features::overview::due::DueSoon;
use crate::features::overview::lines::{ProcessLines, ProjectLines};
use crate::features::overview::start::Start;
use crate::ui::dynamic::{dynamic, text};
use crate::ui::format;
use crate::ui::icon::Glyph;
use crate::ui::page_head::PageHead;

/// What is in flight.
#[component]
pub fn Page() -> impl IntoView {
    let desk = desk();
    let (today, now) = (desk.today(), desk.now());
    let overview = Memo::new(move |_| desk.compute(|ws| overview(ws, today, now)));
    let is_empty = Memo::new(move |_| overview.with(|overview| overview.is_empty));
    let aside = move || view! { <span class="muted">{format::long_day(today)}</span> };
    let lede = move || {
        view! { <p class="lede">{text(move || overview.with(in_flight))}</p> }
    };
    view! {
        <div class="page">
            <PageHead title="Overview" aside=aside lede=lede/>
            {dynamic(move || if is_empty.get() {
                view! { <Start/> }.into_any()
            } else {
                view! { <Work overview=overview/> }.into_any()
            })}
        </div>
    }
}

/// “4 projects and 5 processes, 17 runs in flight. 3 tasks are late.”
fn in_flight(overview: &Overview) -> String {
    if overview.is_empty {
        return String::new();
    }
    let projects = format::count(overview.projects.len(), "open project", "open projects");
    let processes = format::count(overview.processes.len(), "process", "processes");
    let runs = format::count(overview.n_open_runs, "run", "runs");
    let late = match overview.n_late_tasks {
        0 => "No task is late.".to_owned(),
        1 => "1 task is late.".to_owned(),
        n => format!("{n} tasks are late."),
    };
    format!("{projects} and {processes} with {runs} in flight. {late}")
}

#[component]
fn Work(overview: Memo<Overview>) -> impl IntoView {
    view! {
        <SampleNote overview=overview/>
        <div class="overview">
            <div>
                <NeedsAttention overview=overview/>
                <ProjectLines overview=overview/>
                <ProcessLines overview=overview/>
            </div>
            <div class="side">
                <DueSoon overview=overview/>
                <LatestDecisions overview=overview/>
                <Reality/>
            </div>
        </div>
    }
}

/// Work that behaves like the other kind.
#[component]
fn Reality() -> impl IntoView {
    let desk = desk();
    let now = desk.now();
    let found = Memo::new(move |_| desk.compute(|ws| contradictions(ws, now)));
    dynamic(move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let rows = found.into_iter().map(reality::row);
            view! {
                <section class="panel" aria-labelledby="reality-heading">
                    <div class="panel-head"><h2 id="reality-heading">"Reality disagrees"</h2></div>
                    <ul class="rows">{rows.collect_view()}</ul>
                </section>
            }
        })
    })
}

#[component]
fn SampleNote(overview: Memo<Overview>) -> impl IntoView {
    let desk = desk();
    let has_sample = Memo::new(move |_| overview.with(|overview| overview.has_sample));
    let remove = move |_| {
        desk.run(SampleCommand::Remove);
    };
    dynamic(move || {
        has_sample.get().then(|| {
            view! {
                <p class="sample-note">
                    <span class="chip" data-kind="sample">"Sample"</span>
                    "The sample workspace is loaded. Change anything you like."
                    <button type="button" class="btn" data-size="s" on:click=remove>"Remove the sample"</button>
                </p>
            }
        })
    })
}

#[component]
fn LatestDecisions(overview: Memo<Overview>) -> impl IntoView {
    let desk = desk();
    let latest = Memo::new(move |_| overview.with(|overview| overview.decisions.clone()));
    dynamic(move || {
        let latest = latest.get();
        (!latest.is_empty()).then(|| {
            let rows = latest
                .into_iter()
                .map(|id| decision_row(desk, id))
                .collect_view();
            view! {
                <section class="panel decide" aria-label="Latest decisions">
                    <div class="panel-head">
                        <h2>"Latest decisions"</h2>
                        <a class="meta end" href=Route::Decisions.href()>"All decisions"</a>
                    </div>
                    <ul class="rows">{rows}</ul>
                </section>
            }
        })
    })
}

fn decision_row(desk: Desk, id: DecisionId) -> Option<impl IntoView> {
    let decision = desk.get::<Decision>(id)?;
    let (drawing, kind) = (
        kinds::drawing(decision.chosen()),
        kinds::name(decision.chosen()),
    );
    let sub = format!("{kind}, {}", format::percent(decision.confidence));
    Some(view! {
        <li class="row">
            <span class="title">
                <Glyph kind=drawing/>
                <a href=Route::Decision(id).href()>{decision.description.clone()}</a>
            </span>
            <span class="sub">{sub}</span>
        </li>
    })
}
