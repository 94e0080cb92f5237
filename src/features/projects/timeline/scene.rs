//! What of the drawing can be seen, drawn anew as one scrolls, zooms, edits or drags.

use domain::schedule::number;
use leptos::html;
use leptos::prelude::*;

use super::draw::View;
use super::{Drag, Timeline};
use crate::ui::window::visible_rows;

/// Days are drawn in steps of so many CSS pixels, so that scrolling within one draws nothing.
const STEP: i32 = 512;

/// The parts of the drawing, and what moves the window over them.
#[derive(Clone, Copy)]
pub struct Scene {
    /// The half-open range of rows that can be seen.
    pub range: Memo<(usize, usize)>,
    /// The names of months and weeks.
    pub head: Memo<String>,
    /// The days behind the rows.
    pub grid: Memo<String>,
    /// The rows.
    pub rows: Memo<String>,
    scroller: NodeRef<html::Div>,
    seen: RwSignal<Seen>,
    /// The day a third from the left, which stays there when one zooms.
    anchor: StoredValue<i32>,
    scale: Memo<super::Scale>,
}

/// What is drawn anew by itself.
#[derive(Clone, Copy)]
enum Layer {
    Head,
    Grid,
    Rows,
}

/// Where the window is and how large, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seen {
    left: i32,
    top: i32,
    width: i32,
    height: i32,
}

impl Scene {
    /// The scene of a timeline in an element that scrolls.
    pub fn new(timeline: Timeline, scroller: NodeRef<html::Div>) -> Scene {
        let seen = RwSignal::new(Seen {
            left: 0,
            top: 0,
            width: 1_600,
            height: 900,
        });
        let scale = timeline.scale;
        let range = Memo::new(move |_| {
            let n_rows = timeline.rows.with(|rows| rows.lines.len());
            let Seen { top, height, .. } = seen.get();
            visible_rows(n_rows, scale.get().row.into(), top.into(), height.into())
        });
        let days = Memo::new(move |_| {
            let Seen { left, width, .. } = seen.get();
            let from = (left.div_euclid(STEP) - 1) * STEP;
            let until = ((left + width).div_euclid(STEP) + 2) * STEP;
            scale.get().days_between(from, until)
        });
        let view = move |layer: Layer| {
            let (plan, shown, rows) = (
                timeline.plan.get(),
                timeline.shown.get(),
                timeline.rows.get(),
            );
            let ghosts = timeline.ghosts.get();
            let linking = timeline.linking.get();
            let target = match timeline.drag.get() {
                Some(Drag::Link(_, target)) => target,
                _ => linking,
            };
            let scale = scale.get();
            let height = rows.lines.len() as i32 * scale.row;
            let view = View {
                plan: &plan,
                schedule: &shown,
                rows: &rows,
                range: range.get(),
                days: days.get(),
                scale,
                show: timeline.show.get(),
                ghosts: ghosts.as_deref(),
                selected: timeline.selected.get(),
                target,
                today: timeline.desk.today(),
            };
            match layer {
                Layer::Head => view.head(),
                Layer::Grid => view.grid(height),
                Layer::Rows => view.rows(),
            }
        };
        let scene = Scene {
            range,
            head: Memo::new(move |_| view(Layer::Head)),
            grid: Memo::new(move |_| view(Layer::Grid)),
            rows: Memo::new(move |_| view(Layer::Rows)),
            scroller,
            seen,
            anchor: StoredValue::new(first_look(timeline)),
            scale,
        };
        scene.follow();
        scene
    }

    /// Keeps the window over the same day when one zooms, and knows its size when that changes.
    fn follow(self) {
        Effect::new(move |_| {
            if self.scroller.get().is_some() {
                self.scale.get().zoom.day();
                request_animation_frame(move || self.look_again());
            }
        });
        let resized = window_event_listener(leptos::ev::resize, move |_| self.scrolled());
        on_cleanup(move || resized.remove());
    }

    /// Puts the anchor a third from the left. Called in a later frame, when the page may be gone.
    fn look_again(self) {
        let Some(element) = self.scroller.try_get_untracked().flatten() else {
            return;
        };
        let (Some(scale), Some(anchor)) =
            (self.scale.try_get_untracked(), self.anchor.try_get_value())
        else {
            return;
        };
        let left = scale.x(anchor) - element.client_width() / 4;
        element.set_scroll_left(left.max(0));
        self.scrolled();
    }

    /// Takes notice of where the window is.
    pub fn scrolled(self) {
        let Some(element) = self.scroller.try_get_untracked().flatten() else {
            return;
        };
        let now = Seen {
            left: element.scroll_left(),
            top: element.scroll_top(),
            width: element.client_width(),
            height: element.client_height(),
        };
        if self.seen.try_get_untracked() != Some(now) {
            self.seen.try_set(now);
        }
        if let Some(scale) = self.scale.try_get_untracked() {
            let day = scale.day_at(now.left + now.width / 4);
            self.anchor.try_set_value(day);
        }
    }
}

/// Where one looks first: today while the work is under way, else where it begins.
fn first_look(timeline: Timeline) -> i32 {
    let today = number(timeline.desk.today());
    timeline.plan.with_untracked(|plan| {
        let span = plan.schedule.start().zip(plan.schedule.finish());
        match span.map(|(start, finish)| (number(start), number(finish))) {
            Some((start, finish)) if today < start || today > finish + 30 => start,
            _ => today,
        }
    })
}
