//! The projects and processes in flight, a line each.

use domain::model::{Project, Template};
use domain::overview::{Overview, ProcessLine, ProjectLine};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk, health};
use crate::ui::dynamic::dynamic;
use crate::ui::format;
use crate::ui::icon::{Glyph, Kind};
use crate::ui::strip::strip;

#[component]
pub fn ProjectLines(overview: Memo<Overview>) -> impl IntoView {
    let desk = desk();
    let lines = Memo::new(move |_| overview.with(|overview| overview.projects.clone()));
    dynamic(move || {
        let lines = lines.get();
        let n = lines.len();
        let rows = lines
            .into_iter()
            .filter_map(|line| project_row(desk, &line));
        let content = if n == 0 {
            view! { <p class="panel-note">"No project is open."</p> }.into_any()
        } else {
            view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any()
        };
        view! {
            <section class="panel proj" aria-label="Projects">
                <div class="panel-head">
                    <h2><Glyph kind=Kind::Line/>"Projects"</h2>
                    <span class="meta">{n}</span>
                    <a class="meta end" href=Route::Projects.href()>"Open the board"</a>
                </div>
                {content}
            </section>
        }
    })
}

fn project_row(desk: Desk, line: &ProjectLine) -> Option<AnyView> {
    let project = desk.get::<Project>(line.id)?;
    let share = (line.n_done * 100).checked_div(line.n_tasks).unwrap_or(0);
    let tasks = match line.n_tasks {
        0 => "no tasks yet".to_owned(),
        n => format!("{} of {n} tasks", line.n_done),
    };
    let finish = match project.finish {
        Some(day) => format::day(day, desk.today()),
        None => "no date".to_owned(),
    };
    let name = project.name.clone();
    let title = name.clone();
    Some(
        view! {
            <li class="row">
                <a class="title clip" href=Route::Project(line.id).href() title=title>{name}</a>
                <span class="line-share">
                    <span class="bar-line" aria-hidden="true" style:--v=format!("{share}%")><i></i></span>
                    <span class="meta num">{tasks}</span>
                </span>
                <span class="fin num muted"><span class="vh">"Promised: "</span>{finish}</span>
                {health::mark(line.health)}
            </li>
        }
        .into_any(),
    )
}

#[component]
pub fn ProcessLines(overview: Memo<Overview>) -> impl IntoView {
    let desk = desk();
    let lines = Memo::new(move |_| overview.with(|overview| overview.processes.clone()));
    dynamic(move || {
        let lines = lines.get();
        let n = lines.len();
        let rows = lines.into_iter().filter_map(|line| process_row(desk, line));
        let content = if n == 0 {
            view! { <p class="panel-note">"No process yet."</p> }.into_any()
        } else {
            view! {
                <div class="proc-head" aria-hidden="true">
                    <span></span><span>"Runs at each step"</span><span>"In flight"</span><span>"Usual time"</span>
                </div>
                <ul class="rows">{rows.collect_view()}</ul>
            }
            .into_any()
        };
        view! {
            <section class="panel proc" aria-label="Processes">
                <div class="panel-head">
                    <h2><Glyph kind=Kind::Loop/>"Processes"</h2>
                    <span class="meta">{n}</span>
                    <a class="meta end" href=Route::Processes.href()>"Open the library"</a>
                </div>
                {content}
            </section>
        }
    })
}

fn process_row(desk: Desk, line: ProcessLine) -> Option<AnyView> {
    let name = desk.get::<Template>(line.id)?.name.clone();
    let title = name.clone();
    let (usual, why) = match line.median_millis {
        Some(millis) => (
            format::elapsed(millis),
            format!(
                "Median from start to finish of the {} runs finished in the last 30 days.",
                line.n_recent
            ),
        ),
        None => (
            "–".to_owned(),
            "Fewer than three runs were finished in the last 30 days.".to_owned(),
        ),
    };
    Some(
        view! {
            <li class="row">
                <a class="title clip" href=Route::Runs(line.id).href() title=title>{name}</a>
                {strip(line.steps)}
                <span class="num"><span class="vh">"In flight: "</span>{line.n_open}</span>
                <span class="nxt muted nowrap" title=why><span class="vh">"Usual time: "</span>{usual}</span>
            </li>
        }
        .into_any(),
    )
}
