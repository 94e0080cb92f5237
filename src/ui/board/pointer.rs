//! Carrying a card with the mouse, a pen or a finger.

use leptos::ev::{Event, MouseEvent, PointerEvent};
use leptos::prelude::*;

use crate::platform::measure;
use crate::ui::board::drag::{Drag, Target, card_of, drop_card, others_in, place_of};
use crate::ui::board::{BoardState, choose};

/// How far the pointer moves before a press becomes a drag, in CSS pixels.
const SLOP: f64 = 6.0;
/// How near to the board's side the pointer makes it scroll, and by how much, in CSS pixels.
const EDGE: f64 = 48.0;
const EDGE_STEP: f64 = 16.0;
/// How long a finger rests on a card before it picks it up. A finger that moves sooner scrolls.
const REST: std::time::Duration = std::time::Duration::from_millis(400);

/// A press that may become a drag.
#[derive(Clone, Copy, PartialEq)]
struct Press {
    card: u64,
    pointer_id: i32,
    x: f64,
    y: f64,
    is_finger: bool,
}

/// Carrying with the mouse, a pen or a finger that rested.
#[derive(Clone, Copy)]
pub struct Pointer {
    state: BoardState,
    press: StoredValue<Option<Press>>,
    has_dragged: StoredValue<bool>,
}

impl Pointer {
    pub fn new(state: BoardState) -> Pointer {
        Pointer {
            state,
            press: StoredValue::new(None),
            has_dragged: StoredValue::new(false),
        }
    }

    pub fn down(&self, event: &PointerEvent) {
        self.has_dragged.set_value(false);
        let is_on_control =
            measure::closest_to_target(event, "button, input, select, textarea, [popover]")
                .is_some();
        if event.button() != 0 || is_on_control {
            self.press.set_value(None);
            return;
        }
        let press = card_of(event).map(|card| Press {
            card,
            pointer_id: event.pointer_id(),
            x: f64::from(event.client_x()),
            y: f64::from(event.client_y()),
            is_finger: event.pointer_type() == "touch",
        });
        self.press.set_value(press);
        let this = *self;
        if let Some(press) = press.filter(|press| press.is_finger) {
            set_timeout(move || this.rested(press), REST);
        }
    }

    /// A finger that still rests where it was put down picks the card up.
    fn rested(self, press: Press) {
        // The board may be gone by now, and its values with it.
        let is_resting = self.press.try_get_value().flatten() == Some(press);
        if is_resting {
            self.pick_up(press, (press.x, press.y));
        }
    }

    fn pick_up(&self, press: Press, at: (f64, f64)) {
        let Some(from) = place_of(self.state, press.card) else {
            return;
        };
        if let Some(board) = self.state.element.get_untracked() {
            // Without the capture the drag still works while the pointer is over the board.
            let _ = board.set_pointer_capture(press.pointer_id);
        }
        self.has_dragged.set_value(true);
        self.state.drag.set(Some(Drag {
            card: press.card,
            from,
            target: from,
            pointer: Some(at),
        }));
    }

    pub fn moved(&self, event: &PointerEvent) {
        let Some(press) = self.press.get_value() else {
            return;
        };
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        if !self.is_dragging() {
            if (x - press.x).hypot(y - press.y) < SLOP {
                return;
            }
            if press.is_finger {
                self.press.set_value(None);
                return;
            }
            self.pick_up(press, (x, y));
        }
        self.scroll_at_edges(x);
        let target = target_at(self.state, press.card, x, y);
        self.state.drag.update(|drag| {
            if let Some(drag) = drag {
                drag.pointer = Some((x, y));
                drag.target = target.unwrap_or(drag.target);
            }
        });
    }

    pub fn up(&self, event: &PointerEvent) {
        self.press.set_value(None);
        let is_carried = self
            .state
            .drag
            .with_untracked(|drag| drag.as_ref().is_some_and(|drag| drag.pointer.is_some()));
        if is_carried {
            event.prevent_default();
            drop_card(self.state);
        }
    }

    pub fn cancel(&self) {
        self.press.set_value(None);
        self.state.drag.set(None);
    }

    /// While a card is carried, moving the finger must not scroll and resting must open no menu.
    pub fn hold(&self, event: &Event) {
        if self.is_dragging() {
            event.prevent_default();
        }
    }

    /// The click that ends a drag must not open the card, nor one that chooses it.
    pub fn click(&self, event: &MouseEvent) {
        if self.has_dragged.get_value() {
            self.has_dragged.set_value(false);
            event.prevent_default();
        } else if choose::click(self.state, event) {
            event.prevent_default();
        }
    }

    fn is_dragging(&self) -> bool {
        self.state.drag.with_untracked(Option::is_some)
    }

    fn scroll_at_edges(&self, x: f64) {
        let Some(board) = self.state.element.get_untracked() else {
            return;
        };
        let rect = board.get_bounding_client_rect();
        if x < rect.left() + EDGE {
            board.scroll_by_with_x_and_y(-EDGE_STEP, 0.0);
        } else if x > rect.right() - EDGE {
            board.scroll_by_with_x_and_y(EDGE_STEP, 0.0);
        }
    }
}

/// The place under a point: before the first card whose middle is below it.
fn target_at(state: BoardState, card: u64, x: f64, y: f64) -> Option<Target> {
    let lane_element = measure::closest_at(x, y, "[data-lane]")?;
    let lane = measure::number_of(&lane_element, "data-lane")?;
    let elements = measure::all_within(&lane_element, "[data-card]");
    let drawn: Vec<_> = elements
        .iter()
        .filter_map(|element| Some((measure::number_of(element, "data-card")?, element)))
        .filter(|(key, _)| *key != card)
        .collect();
    let below = drawn
        .iter()
        .find(|(_, element)| measure::middle_y(element) > y);
    let others = others_in(state, lane, card);
    let before = match below {
        Some((key, _)) => Some(*key),
        // Below the last drawn card there may be more that are not drawn.
        None => drawn.last().and_then(|(last, _)| {
            others
                .get(others.iter().position(|key| key == last)? + 1)
                .copied()
        }),
    };
    Some(Target { lane, before })
}
