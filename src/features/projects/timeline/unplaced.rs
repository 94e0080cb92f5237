//! The tasks without dates, to be put on the chart: pressed, they start where the plan stands;
//! dragged, where they are let go.

use std::cell::Cell;

use domain::id::TaskId;
use domain::schedule::Adjust;
use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::{Drag, Timeline, act, tree};
use crate::platform::measure;
use crate::ui::dynamic::{dynamic, each, flag, text};
use crate::ui::format;

/// More are not listed: each has its row, too.
const MAX_LISTED: usize = 12;

thread_local! {
    /// Whether the pointer that is down has been over the chart.
    static IS_DRAGGED: Cell<bool> = const { Cell::new(false) };
}

/// Tasks without dates.
#[component]
pub fn Unplaced(timeline: Timeline) -> impl IntoView {
    let ids = Memo::new(move |_| {
        timeline.plan.with(|plan| {
            plan.unplaced()
                .map(|line| line.id.key())
                .collect::<Vec<u64>>()
        })
    });
    let is_any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    let listed = move || ids.with(|ids| ids.iter().take(MAX_LISTED).copied().collect());
    let rest = move || {
        let n_more = ids.with(Vec::len).saturating_sub(MAX_LISTED);
        (n_more > 0).then(
            || view! { <span class="meta">{format!("and {n_more} more, each in its row")}</span> },
        )
    };
    let name = move || {
        let n_tasks = ids.with(Vec::len);
        format!(
            "{} no dates yet:",
            format::count(n_tasks, "task has", "tasks have")
        )
    };
    dynamic(move || {
        is_any.get().then(|| view! {
            <div class="gantt-unplaced" role="group" aria-label="Tasks without dates">
                <span class="meta">{text(name)}</span>
                {each(listed, move |key| view! { <Chip timeline=timeline id=TaskId::from_key(key)/> }.into_any())}
                {dynamic(rest)}
            </div>
        })
    })
}

#[component]
fn Chip(timeline: Timeline, id: TaskId) -> impl IntoView {
    let title = Memo::new(move |_| {
        timeline
            .plan
            .with(|plan| plan.line(id).map(|line| line.title.clone()))
            .unwrap_or_default()
    });
    let is_dragged = move || matches!(timeline.drag.get(), Some(Drag::Task(of, _)) if of == id);
    let moved = move |event: PointerEvent| {
        let drag = day_under(timeline, &event).map(|on| Drag::Task(id, Adjust::Place(on)));
        if event.buttons() & 1 == 1 && timeline.drag.get_untracked() != drag {
            IS_DRAGGED.set(true);
            timeline.drag.set(drag);
        }
    };
    let up = move |_| {
        let drag = timeline.drag.get_untracked();
        timeline.drag.set(None);
        if let Some(Drag::Task(id, by)) = drag {
            act::carry_out(timeline, id, by);
            timeline.selected.set(Some(id));
        }
    };
    // A click follows every pointer, and a key is nothing but a click.
    let clicked = move |_| {
        if !IS_DRAGGED.replace(false) {
            tree::place(timeline, id);
        }
    };
    view! {
        <button
            type="button" class="btn" data-size="s" data-dragged=flag(move || is_dragged().then_some("true"))
            title="Press to start it where the plan stands, or drag it to a day of the chart"
            aria-label=text(move || format!("Place {}", title.get()))
            on:pointerdown=move |event| {
                IS_DRAGGED.set(false);
                measure::capture_pointer(&event);
            }
            on:pointermove=moved on:pointerup=up
            on:pointercancel=move |_| timeline.drag.set(None)
            on:click=clicked
        >
            {text(move || title.get())}
        </button>
    }
}

/// The day of the chart under a pointer that came from somewhere else.
fn day_under(timeline: Timeline, event: &PointerEvent) -> Option<i32> {
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let canvas = measure::closest_at(x, y, ".gantt-canvas")?;
    let left = measure::left_of(&canvas);
    Some(timeline.scale.get_untracked().day_at((x - left) as i32))
}
