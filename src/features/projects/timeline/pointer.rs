//! Dragging on the chart with a mouse, a pen or a finger.
//!
//! A mouse drags any bar. A finger scrolls, and drags only the bar that was selected before: style
//! takes touches on that bar away from scrolling.

use std::cell::Cell;

use domain::id::TaskId;
use domain::schedule::Adjust;
use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::{Drag, Timeline, act};
use crate::platform::measure;

/// What of a task was taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grip {
    Bar,
    End,
    Join,
}

/// Where the pointer went down, and on what.
#[derive(Clone, Copy)]
struct Down {
    x: i32,
    id: TaskId,
    grip: Grip,
    is_free: bool,
}

thread_local! {
    static DOWN: Cell<Option<Down>> = const { Cell::new(None) };
}

/// Takes what lies under the pointer.
pub fn down(event: &PointerEvent) {
    if event.button() != 0 || !event.is_primary() {
        return;
    }
    DOWN.set(None);
    let Some(element) = measure::closest_to_svg(event, "[data-task]") else {
        return;
    };
    let Some(key) = measure::number_of(&element, "data-task") else {
        return;
    };
    let grip = match element.get_attribute("data-part").as_deref() {
        Some("stretch") => Grip::End,
        Some("join") => Grip::Join,
        _ => Grip::Bar,
    };
    let is_selected = element.has_attribute("data-selected");
    let is_free = event.pointer_type() != "touch" || is_selected;
    DOWN.set(Some(Down {
        x: event.client_x(),
        id: TaskId::from_key(key),
        grip,
        is_free,
    }));
    if is_free {
        // Without the capture a drag ends at the edge of the drawing, which is no harm.
        measure::capture_pointer(event);
        event.prevent_default();
    }
}

/// Shows where what was taken would go, and what would move with it.
pub fn moved(timeline: Timeline, event: &PointerEvent) {
    let Some(down) = DOWN.get().filter(|down| down.is_free) else {
        return;
    };
    let wide = timeline.zoom.get_untracked().day();
    let far = event.client_x() - down.x;
    // Half a day further is the next one.
    let by = (2 * far + wide).div_euclid(2 * wide);
    let drag = match down.grip {
        Grip::Bar => Drag::Task(down.id, Adjust::Move(by)),
        Grip::End => Drag::Task(down.id, Adjust::Stretch(by)),
        Grip::Join => Drag::Link(down.id, row_at(timeline, event).filter(|id| *id != down.id)),
    };
    let before = timeline.drag.get_untracked();
    // A hand that trembles moves nothing.
    let is_begun = before.is_some() || far.abs() > 3;
    if is_begun && before != Some(drag) {
        timeline.drag.set(Some(drag));
    }
}

/// Lets go: one drag is one command. What was not moved is selected.
pub fn up(timeline: Timeline, event: &PointerEvent) {
    let down = DOWN.take();
    let drag = timeline.drag.get_untracked();
    timeline.drag.set(None);
    let Some(down) = down else {
        if let Some(id) = row_at(timeline, event) {
            clicked_beside(timeline, event, id);
        }
        return;
    };
    match drag {
        Some(Drag::Task(_, Adjust::Move(0) | Adjust::Stretch(0))) => {}
        Some(Drag::Task(id, by)) => act::carry_out(timeline, id, by),
        Some(Drag::Link(from, Some(to))) => act::link(timeline, from, to),
        Some(Drag::Link(_, None)) => {
            timeline
                .said
                .set("A link ends on the row of another task.".to_owned());
        }
        None => timeline.choose(down.id),
    }
    if timeline.selected.get_untracked() != Some(down.id) && drag.is_some() {
        timeline.selected.set(Some(down.id));
    }
}

/// Gives up a drag: the browser took the finger for scrolling, or something came between.
pub fn cancel(timeline: Timeline) {
    DOWN.set(None);
    timeline.drag.set(None);
}

/// Opens the plan of what was clicked twice.
pub fn twice(timeline: Timeline) {
    timeline.open.set(timeline.selected.get_untracked());
}

/// A click into a row beside its bar selects it, and gives a task without dates its first.
fn clicked_beside(timeline: Timeline, event: &PointerEvent, id: TaskId) {
    let is_unplaced = timeline
        .plan
        .with_untracked(|plan| plan.unplaced().any(|line| line.id == id));
    let is_linking = timeline.linking.get_untracked().is_some();
    timeline.choose(id);
    if is_unplaced
        && !is_linking
        && let Some((x, _)) = measure::within_target(event)
    {
        let on = timeline.scale.get_untracked().day_at(x);
        act::carry_out(timeline, id, Adjust::Place(on));
    }
}

/// The task of the row under the pointer.
fn row_at(timeline: Timeline, event: &PointerEvent) -> Option<TaskId> {
    let (_, y) = measure::within_target(event)?;
    let row = usize::try_from(y.div_euclid(timeline.scale.get_untracked().row)).ok()?;
    let line = timeline
        .rows
        .with_untracked(|rows| rows.lines.get(row).copied())?;
    timeline
        .plan
        .with_untracked(|plan| plan.lines.get(line).map(|line| line.id))
}
