//! The map of a process: its draft steps and the ways between them, laid out by itself.

use domain::flow::graph::{Graph, Place, Way};
use domain::flow::layout::{Cell, Layout, layout};
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

/// The width and height of a step, and of the place it has, in user units.
const NODE: (usize, usize) = (136, 52);
const CELL: (usize, usize) = (196, 96);
const MARGIN: usize = 56;

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
        let plan = layout(&graph);
        let per_day = per_day(desk);
        view! {
            {drawing(id, &steps, &plan, per_day)}
            {list(id, &graph)}
        }
        .into_any()
    };
    view! { <ProcessFrame id=id tab=ProcessTab::Map is_wide=true>{dynamic(map)}</ProcessFrame> }
}

fn corner(cell: Cell) -> (usize, usize) {
    (
        MARGIN / 2 + cell.column * CELL.0,
        MARGIN + cell.row * CELL.1,
    )
}

fn drawing(id: TemplateId, steps: &[VersionStep], plan: &Layout, per_day: i64) -> AnyView {
    let n_backs = plan.edges.iter().filter(|drawn| drawn.is_back).count();
    let width = plan.n_columns * CELL.0 + MARGIN;
    let rows_end = MARGIN + plan.n_rows * CELL.1;
    let height = rows_end + n_backs * 18 + MARGIN / 2;
    let mut nth_back = 0;
    let edges = plan.edges.iter().filter_map(|drawn| {
        let from = *plan.steps.get(drawn.edge.from)?;
        let to = match drawn.edge.to {
            Place::Step(to) => *plan.steps.get(to)?,
            Place::End => plan.end,
        };
        let below = rows_end + nth_back * 18;
        if drawn.is_back {
            nth_back += 1;
        }
        let label = match drawn.edge.way {
            Way::Branch(nth) => branch_label(steps, drawn.edge.from, nth),
            Way::Otherwise => "otherwise".to_owned(),
            Way::Rejected => "rejected".to_owned(),
            Way::Back => "sent back".to_owned(),
            Way::On | Way::Parallel(_) => String::new(),
        };
        Some(edge(from, to, drawn.is_back, below, label))
    });
    let edges = edges.collect_view();
    let nodes = steps.iter().zip(&plan.steps).map(|(step, cell)| {
        let (x, y) = corner(*cell);
        let limit = step.work.minutes.map(|minutes| worked(i64::from(minutes), per_day));
        let meta = [Some(step.role.clone()).filter(|role| !role.is_empty()), limit];
        let meta: Vec<String> = meta.into_iter().flatten().collect();
        let href = Route::Step(id, step.step).href();
        let name = format!("{}. {}", step.title, meta.join(", "));
        view! {
            <g>
            <a href=href aria-label=name>
                <title>{step.title.clone()}</title>
                <rect class="node" x=x y=y width=NODE.0 height=NODE.1 rx="7"></rect>
                <text class="t" x=x + NODE.0 / 2 y=y + 22 text-anchor="middle">{short(&step.title, 18)}</text>
                <text x=x + NODE.0 / 2 y=y + 40 text-anchor="middle">{short(&meta.join(", "), 22)}</text>
            </a>
            </g>
        }
    });
    let nodes = nodes.collect_view();
    let (end_x, end_y) = corner(plan.end);
    view! {
        <div class="flow-wrap" tabindex="0" role="group" aria-label="Map of the process">
            <svg class="flow" width=width height=height viewBox=format!("0 0 {width} {height}")>
                <defs>
                    <marker id="map-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto-start-reverse">
                        <path class="ah" d="M0 0 8 4 0 8z"></path>
                    </marker>
                </defs>
                {edges}
                {nodes}
                <rect class="node end" x=end_x y=end_y width=NODE.0 height=NODE.1 rx="7"></rect>
                <text class="t" x=end_x + NODE.0 / 2 y=end_y + 31 text-anchor="middle">"End"</text>
            </svg>
        </div>
    }
    .into_any()
}

fn edge(from: Cell, to: Cell, is_back: bool, below: usize, label: String) -> AnyView {
    let ((x1, y1), (x2, y2)) = (corner(from), corner(to));
    let (mid1, mid2) = (y1 + NODE.1 / 2, y2 + NODE.1 / 2);
    let is_far = to.column > from.column + 1;
    let (path, at) = if is_back {
        let (a, b) = (
            x1 + NODE.0 / 2,
            x2 + NODE.0 / 2 + if x1 == x2 { 20 } else { 0 },
        );
        let (start, end) = (y1 + NODE.1, y2 + NODE.1);
        let path = format!(
            "M{a} {start}C{a} {below} {a} {below} {} {below}H{}C{b} {below} {b} {below} {b} {end}",
            a.saturating_sub(16),
            b + 16
        );
        (path, ((a + b) / 2, below.saturating_sub(4)))
    } else if is_far && from.row == to.row {
        // Over the steps between.
        let top = y1.min(y2).saturating_sub(18);
        let (a, b) = (x1 + NODE.0 - 20, x2 + 20);
        let path = format!(
            "M{a} {y1}C{a} {top} {} {top} {} {top}H{}C{b} {top} {b} {top} {b} {y2}",
            a + 4,
            a + 24,
            b.saturating_sub(24)
        );
        (path, ((a + b) / 2, top.saturating_sub(4)))
    } else {
        let (a, b) = (x1 + NODE.0, x2);
        let bend = (a + b) / 2;
        let at = (bend, (mid1 + mid2) / 2 - 6);
        (
            format!("M{a} {mid1}C{bend} {mid1} {bend} {mid2} {b} {mid2}"),
            at,
        )
    };
    let class = if is_back { "e back" } else { "e" };
    let full = label.clone();
    let label = (!label.is_empty()).then(|| view! {
        <text class="cnt" x=at.0 y=at.1 text-anchor="middle"><title>{full}</title>{short(&label, 26)}</text>
    });
    view! { <path class=class d=path marker-end="url(#map-arrow)"></path>{label} }.into_any()
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

fn short(text: &str, n_chars: usize) -> String {
    if text.chars().count() <= n_chars {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(n_chars - 1).collect();
    short.push('…');
    short
}
