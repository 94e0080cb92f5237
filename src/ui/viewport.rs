//! A box of rows that scrolls, and which of its rows are worth drawing.

use leptos::html;
use leptos::prelude::*;

use crate::ui::window::visible_rows;

/// What is seen of a box, in CSS pixels.
#[derive(Clone, Copy)]
pub struct Viewport {
    /// The box.
    pub body: NodeRef<html::Div>,
    scroll_top: RwSignal<f64>,
    height: RwSignal<f64>,
}

impl Viewport {
    /// Measures the box once it is in the page and when the window changes; `height` is what it is
    /// taken for until then.
    pub fn new(height: f64) -> Viewport {
        let viewport = Viewport {
            body: NodeRef::new(),
            scroll_top: RwSignal::new(0.0),
            height: RwSignal::new(height),
        };
        Effect::new(move |_| {
            if viewport.body.get().is_some() {
                request_animation_frame(move || viewport.measure());
            }
        });
        let resized = window_event_listener(leptos::ev::resize, move |_| viewport.measure());
        on_cleanup(move || resized.remove());
        viewport
    }

    /// The half-open range of rows to draw, of so many rows of this height.
    pub fn range(
        self,
        n_rows: impl Fn() -> usize + Send + Sync + 'static,
        row_height: f64,
    ) -> Memo<(usize, usize)> {
        Memo::new(move |_| {
            let (top, height) = (self.scroll_top.get(), self.height.get());
            visible_rows(n_rows(), row_height, top, height)
        })
    }

    /// Follows the box after it was scrolled.
    pub fn follow(self) {
        if let Some(body) = self.body.try_get_untracked().flatten() {
            self.scroll_top.set(f64::from(body.scroll_top()));
        }
    }

    /// Scrolls as little as shows the row at this place, and one after it below a fixed head.
    pub fn reveal(self, row: usize, row_height: f64) {
        let Some(body) = self.body.get_untracked() else {
            return;
        };
        let top = row as f64 * row_height;
        let (from, height) = (f64::from(body.scroll_top()), self.height.get_untracked());
        if top < from {
            body.set_scroll_top(top as i32);
        } else if top + 2.0 * row_height > from + height {
            body.set_scroll_top((top + 2.0 * row_height - height) as i32);
        }
    }

    // Called in a later frame and by the browser, when the box may be gone and its signals with it.
    fn measure(self) {
        if let Some(body) = self.body.try_get_untracked().flatten() {
            self.height.try_set(f64::from(body.client_height()));
        }
    }
}
