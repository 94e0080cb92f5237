//! The map of a process: its draft steps and the ways between them, laid out by itself.

use domain::flow::graph::{Graph, Place, Way};
use domain::flow::layout::layout;
use domain::flow::picture::{BOX, Line, Picture, picture};
use domain::id::TemplateId;
use domain::lists::List;
use domain::model::{Next, Step, VersionStep};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::processes::clock::worked;
use crate::features::processes::head::{ProcessFrame, ProcessTab};
use crate::features::processes::step_form::per_day;
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::icon::Kind;

/// A process's map.
#[component]
pub fn MapPage(
    /// Which.
    id: TemplateId,
) -> impl IntoView {
    let desk = desk();
    let map = move || {
        // Every step is read, so that the map follows each of them and nothing else.
        let ids = desk.ids::<Step>(List::Steps(id)).into_iter();
        let steps = ids.filter_map(|id| Some(VersionStep::of(id, &*desk.get::<Step>(id)?)));
        let steps: Vec<VersionStep> = steps.collect();
        if steps.is_empty() {
            return view! {
                <Empty kind=Kind::Loop title="No steps yet" text="The map draws itself from the steps.">
                    <a class="btn" data-kind="primary" href=Route::Process(id).href()>"Add steps"</a>
                </Empty>
            }
            .into_any();
        }
        let graph = Graph::new(&steps);
        let picture = picture(&layout(&graph));
        let per_day = per_day(desk);
        view! {
            {drawing(id, &steps, &picture, per_day)}
            {list(id, &graph)}
        }
        .into_any()
    };
    view! { <ProcessFrame id=id tab=ProcessTab::Map is_wide=true>{dynamic(map)}</ProcessFrame> }
}

fn drawing(id: TemplateId, steps: &[VersionStep], picture: &Picture, per_day: i64) -> AnyView {
    let (width, height) = (picture.width, picture.height);
    // The labels lie over all ways, so that none strikes one through.
    let labels = picture.lines.iter().filter_map(|line| {
        let label = match line.drawn.edge.way {
            Way::Branch(nth) => branch_label(steps, line.drawn.edge.from, nth),
            Way::Otherwise => "otherwise".to_owned(),
            Way::Rejected => "rejected".to_owned(),
            Way::Back => "sent back".to_owned(),
            Way::On | Way::Parallel(_) => return None,
        };
        let (x, y) = line.label;
        let short = short(&label, line.n_letters);
        Some(view! { <text class="cnt" x=x y=y text-anchor="middle"><title>{label}</title>{short}</text> })
    });
    let labels = labels.collect_view();
    let lines = picture.lines.iter().map(line_view).collect_view();
    let nodes = steps.iter().zip(&picture.steps).map(|(step, (x, y))| {
        let limit = step
            .work
            .minutes
            .map(|minutes| worked(i64::from(minutes), per_day));
        let meta = [
            Some(step.role.clone()).filter(|role| !role.is_empty()),
            limit,
        ];
        let meta: Vec<String> = meta.into_iter().flatten().collect();
        let href = Route::Step(id, step.step).href();
        let meta = meta.join(", ");
        let name = format!("{} {meta}", step.title);
        view! {
            <g>
            <a href=href aria-label=name.clone()>
                <title>{name.clone()}</title>
                <rect class="node" x=*x y=*y width=BOX.0 height=BOX.1 rx="7"></rect>
                <foreignObject x=*x y=*y width=BOX.0 height=BOX.1>
                    <div class="flow-words"><b>{step.title.clone()}</b><span>{meta}</span></div>
                </foreignObject>
            </a>
            </g>
        }
    });
    let nodes = nodes.collect_view();
    let (end_x, end_y) = picture.end;
    view! {
        <div class="flow-wrap" tabindex="0" role="group" aria-label="Map of the process">
            <svg class="flow" width=width viewBox=format!("0 0 {width} {height}")>
                <defs>
                    <marker id="map-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto-start-reverse">
                        <path class="ah" d="M0 0 8 4 0 8z"></path>
                    </marker>
                </defs>
                {lines}
                {labels}
                {nodes}
                <rect class="node end" x=end_x y=end_y width=BOX.0 height=BOX.1 rx="7"></rect>
                <text class="t" x=end_x + BOX.0 / 2 y=end_y + BOX.1 / 2 + 5 text-anchor="middle">"End"</text>
            </svg>
        </div>
    }
    .into_any()
}

fn line_view(line: &Line) -> AnyView {
    let class = if line.drawn.is_back { "e back" } else { "e" };
    view! { <path class=class d=path(&line.points) marker-end="url(#map-arrow)"></path> }.into_any()
}

/// The corners as a path that takes each corner in a small curve.
fn path(points: &[(i64, i64)]) -> String {
    let mut path = String::new();
    for (nth, (x, y)) in points.iter().enumerate() {
        let before = nth.checked_sub(1).and_then(|before| points.get(before));
        match (before, points.get(nth + 1)) {
            (None, _) => path.push_str(&format!("M{x} {y}")),
            (Some(_), None) => path.push_str(&format!("L{x} {y}")),
            (Some(before), Some(after)) => {
                let (a, b) = (toward((*x, *y), *before), toward((*x, *y), *after));
                path.push_str(&format!("L{} {}Q{x} {y} {} {}", a.0, a.1, b.0, b.1));
            }
        }
    }
    path
}

/// A few units from a corner toward its neighbour, at most half of the way.
fn toward(corner: (i64, i64), other: (i64, i64)) -> (i64, i64) {
    let step = |from: i64, to: i64| from + ((to - from) / 2).clamp(-6, 6);
    (step(corner.0, other.0), step(corner.1, other.1))
}

fn branch_label(steps: &[VersionStep], from: usize, nth: usize) -> String {
    match steps.get(from).map(|step| &step.work.next) {
        Some(Next::Choose { branches, .. }) => branches
            .get(nth)
            .map(|branch| branch.when.clone())
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// The same map as a list, for narrow pages and for everyone who does not see the drawing.
fn list(id: TemplateId, graph: &Graph) -> AnyView {
    let rows = graph.steps.iter().enumerate().map(|(nth, step)| {
        let ways = graph.edges(nth).into_iter().map(|edge| {
            let to = match edge.to {
                Place::Step(to) => graph.steps.get(to).map(|to| to.title.clone()),
                Place::End => None,
            };
            let to = to.unwrap_or_else(|| "the end".to_owned());
            match edge.way {
                Way::On => format!("goes on to {to}"),
                Way::Branch(branch) => {
                    format!("if {}: {to}", branch_label(graph.steps, nth, branch))
                }
                Way::Otherwise => format!("otherwise: {to}"),
                Way::Parallel(_) => format!("at the same time: {to}"),
                Way::Rejected => format!("if rejected: {to}"),
                Way::Back => format!("if sent back: {to}"),
            }
        });
        let ways = ways
            .map(|way| view! { <span class="sub">{way}</span> })
            .collect_view();
        let href = Route::Step(id, step.step).href();
        view! { <li class="row"><span><a href=href>{step.title.clone()}</a>{ways}</span></li> }
    });
    view! {
        <section class="stack flow-list" data-gap="2">
            <h2>"Every way"</h2>
            <ol class="rows">{rows.collect_view()}</ol>
        </section>
    }
    .into_any()
}

/// A text of at most so many letters, cut between two words where there are some.
fn short(text: &str, n_chars: usize) -> String {
    if text.chars().count() <= n_chars {
        return text.to_owned();
    }
    let short: String = text.chars().take(n_chars.saturating_sub(1)).collect();
    let whole = short
        .rsplit_once(' ')
        .map_or(short.as_str(), |(words, _)| words);
    format!("{whole}…")
}
