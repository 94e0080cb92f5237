//! A project's timeline: its outline with the computed dates, to be moved by hand and explained.

mod act;
mod bar;
mod draw;
mod draw_days;
mod draw_links;
mod file;
mod levelling;
mod panel;
mod paste;
mod plan;
mod plan_form;
mod plan_links;
mod pointer;
mod scale;
mod scene;
mod tree;
mod unplaced;

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::id::{ProjectId, TaskId};
use domain::model::Project;
use domain::schedule::{Adjust, Schedule, number};
use leptos::html;
use leptos::prelude::*;

use self::bar::Toolbar;
use self::draw::Show;
use self::panel::Panel;
use self::paste::{NoTasks, PasteDialog};
use self::plan::{Ghosts, Plan, Rows};
use self::plan_form::PlanDialog;
use self::scale::{Scale, Zoom};
use self::scene::Scene;
use self::tree::Tree;
use self::unplaced::Unplaced;
use crate::desk::{Desk, desk};
use crate::features::projects::project_head::{ProjectGone, ProjectHead};
use crate::ui::dynamic::{dynamic, text};
use crate::ui::icon::Icon;

/// What is being dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Drag {
    /// A task.
    Task(TaskId, Adjust),
    /// A link from a task to the one under the pointer, if there is one.
    Link(TaskId, Option<TaskId>),
}

/// What the parts of the timeline share.
#[derive(Clone, Copy)]
struct Timeline {
    desk: Desk,
    project: ProjectId,
    plan: Memo<Arc<Plan>>,
    /// What would come of the task that is dragged, or the sentence that says why it stays.
    moved: Memo<Option<Result<Arc<Schedule>, String>>>,
    /// The schedule as it is, or as it would be while something is dragged.
    shown: Memo<Arc<Schedule>>,
    /// The lines that are not inside a closed summary.
    rows: Memo<Arc<Rows>>,
    closed: RwSignal<BTreeSet<u64>>,
    zoom: RwSignal<Zoom>,
    scale: Memo<Scale>,
    drag: RwSignal<Option<Drag>>,
    show: RwSignal<Show>,
    /// The baseline to compare with: its id, or nothing for the latest.
    baseline: RwSignal<String>,
    ghosts: Memo<Option<Arc<Ghosts>>>,
    /// What the last edit led to.
    said: RwSignal<String>,
    /// The task that is selected: keys and the panel are about it.
    selected: RwSignal<Option<TaskId>>,
    /// The task a link is being drawn from without a pointer.
    linking: RwSignal<Option<TaskId>>,
    /// The task whose plan is open.
    open: RwSignal<Option<TaskId>>,
}

impl Timeline {
    /// Selects a task, or ends a link on it where one was begun.
    fn choose(self, id: TaskId) {
        if let Some(from) = self.linking.get_untracked().filter(|from| *from != id) {
            self.linking.set(None);
            act::link(self, from, id);
        }
        if self.selected.get_untracked() != Some(id) {
            self.selected.set(Some(id));
        }
    }

    /// Begins a link from a task that waits for its other end.
    fn begin_link(self, from: TaskId) {
        self.linking.set(Some(from));
        let title = act::title(self.desk, from);
        self.said.set(format!(
            "Choose the task that waits for “{title}”, or press Escape."
        ));
    }
}

/// A project's timeline.
#[component]
pub fn TimelinePage(
    /// Which.
    id: ProjectId,
) -> impl IntoView {
    let desk = desk();
    let is_there = Memo::new(move |_| desk.get::<Project>(id).is_some());
    dynamic(move || {
        if !is_there.get() {
            return view! { <ProjectGone/> }.into_any();
        }
        let is_pasting = RwSignal::new(false);
        let add = move || {
            view! {
                <button type="button" class="btn" data-kind="primary" on:click=move |_| is_pasting.set(true)>
                    <Icon name="plus"/>
                    <span class="label">"Add tasks"</span>
                </button>
            }
        };
        let plan = plan::plan(desk, id);
        let is_empty = Memo::new(move |_| plan.with(|plan| plan.lines.is_empty()));
        view! {
            <div class="page page-wide">
                <ProjectHead id=id tab="Timeline" action=add/>
                {dynamic(move || if is_empty.get() {
                    view! { <NoTasks is_pasting=is_pasting/> }.into_any()
                } else {
                    view! { <Chart project=id plan=plan/> }.into_any()
                })}
                <PasteDialog project=id open=is_pasting/>
            </div>
        }
        .into_any()
    })
}

#[component]
fn Chart(project: ProjectId, plan: Memo<Arc<Plan>>) -> impl IntoView {
    let timeline = timeline(project, plan);
    let scroller = NodeRef::<html::Div>::new();
    let scene = Scene::new(timeline, scroller);
    let scale = timeline.scale;
    let n_rows = Memo::new(move |_| timeline.rows.with(|rows| rows.lines.len()));
    let width = move || scale.get().width().to_string();
    let height = move || (n_rows.get() as i32 * scale.get().row).to_string();
    let (day_grid, rows, head) = (scene.grid, scene.rows, scene.head);
    view! {
        <Toolbar timeline=timeline/>
        <Unplaced timeline=timeline/>
        <div class="gantt" data-dragging=text(move || timeline.drag.get().is_some().to_string())>
            <div class="gantt-scroll" node_ref=scroller on:scroll=move |_| scene.scrolled()>
                <Tree timeline=timeline range=scene.range scroller=scroller/>
                <svg
                    class="gantt-head" aria-hidden="true" width=text(width)
                    height=text(move || scale.get().head.to_string())
                    inner_html=text(move || head.get())
                ></svg>
                <svg
                    class="gantt-canvas" aria-hidden="true" width=text(width) height=text(height)
                    on:pointerdown=move |event| pointer::down(&event)
                    on:pointermove=move |event| pointer::moved(timeline, &event)
                    on:pointerup=move |event| pointer::up(timeline, &event)
                    on:pointercancel=move |_| pointer::cancel(timeline)
                    on:dblclick=move |_| pointer::twice(timeline)
                >
                    <defs>
                        <pattern id="gantt-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                            <path data-part="hatch" d="M0 0V4"></path>
                        </pattern>
                    </defs>
                    <g inner_html=text(move || day_grid.get())></g>
                    <g inner_html=text(move || rows.get())></g>
                </svg>
            </div>
            <Panel timeline=timeline/>
        </div>
        <p class="vh" role="status">{dynamic(move || timeline.said.get())}</p>
        <PlanDialog timeline=timeline/>
        <file::PrintSheet timeline=timeline/>
    }
}

fn timeline(project: ProjectId, plan: Memo<Arc<Plan>>) -> Timeline {
    let desk = desk();
    let closed = RwSignal::new(BTreeSet::new());
    let rows = Memo::new(move |_| {
        plan.with(|plan| closed.with(|closed| Arc::new(Rows::of(plan, closed))))
    });
    let drag = RwSignal::new(None);
    let moved = Memo::new(move |_| match drag.get() {
        Some(Drag::Task(id, by)) => {
            let planned = plan.with(|plan| act::planned(desk, &plan.schedule, id, by));
            Some(planned.map(|planned| Arc::new(planned.schedule)))
        }
        _ => None,
    });
    let shown = Memo::new(move |_| {
        let moved = moved.get().and_then(Result::ok);
        moved.unwrap_or_else(|| plan.with(|plan| plan.schedule.clone()))
    });
    let n_days = plan.with_untracked(|plan| {
        let (start, finish) = (plan.schedule.start(), plan.schedule.finish());
        let span = start.zip(finish);
        span.map_or(60, |(start, finish)| number(finish) - number(start) + 14)
    });
    let zoom = RwSignal::new(Zoom::fitting(n_days, 1_400));
    let scale = Memo::new(move |_| {
        let (first, n_days) = plan.with(|plan| (plan.first, plan.n_days));
        Scale::new(zoom.get(), first, n_days)
    });
    let baseline = RwSignal::new(String::new());
    Timeline {
        desk,
        project,
        plan,
        moved,
        shown,
        rows,
        closed,
        zoom,
        scale,
        drag,
        show: RwSignal::new(Show {
            baseline: true,
            critical: true,
            float: true,
            links: true,
        }),
        baseline,
        ghosts: plan::ghosts(desk, project, baseline),
        said: RwSignal::new(String::new()),
        selected: RwSignal::new(None),
        linking: RwSignal::new(None),
        open: RwSignal::new(None),
    }
}
