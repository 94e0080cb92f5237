//! The projects and processes in flight, a line each.

use domain::axis::Axis;
use domain::model::{Project, Template};
use domain::overview::{Overview, ProcessLine, ProjectLine};
use domain::route::Route;
use domain::time::Day;
use leptos::prelude::*;

use crate::desk::quick::QuickMenu;
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
        let axis = axis_of(desk, &lines);
        let rows = lines
            .into_iter()
            .filter_map(|line| project_row(desk, &line, axis));
        let content = if n == 0 {
            view! { <p class="panel-note">"No project is open."</p> }.into_any()
        } else {
            let rows = rows.collect_view();
            view! {
                {axis.map(|axis| axis_row(desk, axis))}
                <ul class="rows">{rows}</ul>
            }
            .into_any()
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

/// Room on the axis, in basis points, that “Today” takes on either side.
const LABEL_ROOM: u16 = 1_000;

/// The axis that the tracks share: from the first start to the last promise, with today on it.
fn axis_of(desk: Desk, lines: &[ProjectLine]) -> Option<Axis> {
    let days = lines
        .iter()
        .filter_map(|line| desk.get::<Project>(line.id))
        .filter_map(|project| Some([Some(project.finish?), project.start]))
        .flatten()
        .flatten();
    let mut days: Vec<Day> = days.collect();
    if days.is_empty() {
        return None;
    }
    days.push(desk.today());
    Axis::over(days)
}

fn percent(basis_points: u16) -> String {
    format!("{}.{:02}%", basis_points / 100, basis_points % 100)
}

fn axis_row(desk: Desk, axis: Axis) -> impl IntoView {
    let today = axis.place(desk.today());
    let has_room = move |month: &Day| axis.place(*month).abs_diff(today) > LABEL_ROOM;
    let months = axis
        .labels()
        .into_iter()
        .filter(has_room)
        .map(move |month| {
            let name = format::first_three(month.month_name());
            view! { <span style:--x=percent(axis.place(month))>{name}</span> }
        });
    view! {
        <div class="axis-row" aria-hidden="true">
            <span></span>
            <span class="axis">
                {months.collect_view()}
                <b style:--x=percent(today)>"Today"</b>
            </span>
            <span>"Promised"</span>
            <span></span>
            <span></span>
        </div>
    }
}

fn project_row(desk: Desk, line: &ProjectLine, axis: Option<Axis>) -> Option<AnyView> {
    let project = desk.get::<Project>(line.id)?;
    let tasks = match line.n_tasks {
        0 => "no tasks yet".to_owned(),
        n => format!("{} of {n} tasks done", line.n_done),
    };
    let finish = match project.finish {
        Some(day) => format::day(day, desk.today()),
        None => "no date".to_owned(),
    };
    let track = match (axis, project.finish) {
        (Some(axis), Some(finish)) => track(desk.today(), line, axis, project.start, finish, tasks),
        _ => view! { <span class="meta">{tasks}</span> }.into_any(),
    };
    let name = project.name.clone();
    let title = name.clone();
    Some(
        view! {
            <li class="row">
                <a class="title clip" href=Route::Project(line.id).href() title=title>{name}</a>
                {track}
                <span class="fin num muted"><span class="vh">"Promised: "</span>{finish}</span>
                {health::mark(line.health)}
                <QuickMenu id=line.id/>
            </li>
        }
        .into_any(),
    )
}

/// A line from start to promise, as much of it drawn thick as there are tasks done.
fn track(
    today: Day,
    line: &ProjectLine,
    axis: Axis,
    start: Option<Day>,
    finish: Day,
    tasks: String,
) -> AnyView {
    let from = axis.place(start.unwrap_or(today).min(finish));
    let to = axis.place(finish);
    let length = usize::from(to - from);
    let done = (length * line.n_done)
        .checked_div(line.n_tasks)
        .unwrap_or(0);
    let now = from + u16::try_from(done).unwrap_or(0);
    let title = tasks.clone();
    view! {
        <span
            class="track" role="img" aria-label=tasks title=title
            style:--today=percent(axis.place(today)) style:--from=percent(from) style:--to=percent(to)
            style:--now=percent(now) style:--due=percent(to)
        >
            <i class="rail-line"></i>
            <i class="done"></i>
            <i class="due"></i>
        </span>
    }
    .into_any()
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
                    <span></span><span>"Runs at each step"</span><span>"In flight"</span><span>"Median, 30 days"</span>
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
            "too few runs".to_owned(),
            "Fewer than three runs were finished in the last 30 days.".to_owned(),
        ),
    };
    Some(
        view! {
            <li class="row">
                <a class="title clip" href=Route::Runs(line.id).href() title=title>{name}</a>
                {strip(line.steps)}
                <span class="num"><span class="vh">"In flight: "</span>{line.n_open}</span>
                <span class="nxt muted nowrap" title=why><span class="vh">"Median of 30 days: "</span>{usual}</span>
            </li>
        }
        .into_any(),
    )
}
