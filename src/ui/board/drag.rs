//! Carrying a card: with the pointer or with the keyboard, to a place that is only shown until
//! the card is dropped.

use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent};
use leptos::prelude::*;

use crate::platform::{focus, measure};
use crate::ui::board::{BoardState, Drop};

/// How far the pointer moves before a press becomes a drag, in CSS pixels.
const SLOP: f64 = 6.0;
/// How near to the board's side the pointer makes it scroll, and by how much, in CSS pixels.
const EDGE: f64 = 48.0;
const EDGE_STEP: f64 = 16.0;

/// A place for a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The lane.
    pub lane: u64,
    /// The card it goes before; last when absent.
    pub before: Option<u64>,
}

/// A card on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Drag {
    /// The card.
    pub card: u64,
    /// Where it stands.
    pub from: Target,
    /// Where it would land.
    pub target: Target,
    /// Where the pointer is; absent when the keyboard carries it.
    pub pointer: Option<(f64, f64)>,
}

/// A press that may become a drag.
#[derive(Clone, Copy)]
struct Press {
    card: u64,
    pointer_id: i32,
    x: f64,
    y: f64,
}

/// Carrying with the mouse or a pen. Fingers scroll; they move cards from the card's menu.
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
        let is_main_button = event.button() == 0 && event.pointer_type() != "touch";
        let is_on_control =
            measure::closest_to_target(event, "button, input, select, textarea, [popover]")
                .is_some();
        if !is_main_button || is_on_control {
            return;
        }
        self.press.set_value(card_of(event).map(|card| Press {
            card,
            pointer_id: event.pointer_id(),
            x: f64::from(event.client_x()),
            y: f64::from(event.client_y()),
        }));
    }

    pub fn moved(&self, event: &PointerEvent) {
        let Some(press) = self.press.get_value() else {
            return;
        };
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let is_dragging = self.state.drag.with_untracked(Option::is_some);
        if !is_dragging {
            if (x - press.x).hypot(y - press.y) < SLOP {
                return;
            }
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
                pointer: Some((x, y)),
            }));
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

    /// The click that ends a drag must not open the card.
    pub fn click(&self, event: &MouseEvent) {
        if self.has_dragged.get_value() {
            self.has_dragged.set_value(false);
            event.prevent_default();
        }
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

/// Arrow keys walk or carry; Space picks up and drops; Escape puts back.
pub fn key_down(state: BoardState, event: &KeyboardEvent) {
    let is_on_card = measure::closest_to_target(event, "[data-card] h3 > a").is_some();
    let Some(card) = card_of(event).filter(|_| is_on_card) else {
        return;
    };
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let is_carrying = state.drag.with_untracked(Option::is_some);
    match event.key().as_str() {
        " " | "Enter" if is_carrying => drop_card(state),
        " " => pick_up(state, card),
        "Escape" if is_carrying => put_back(state),
        "Tab" if is_carrying => {
            put_back(state);
            return;
        }
        key @ ("ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight") => {
            if is_carrying {
                carry(state, key);
            } else {
                walk(state, card, key);
            }
        }
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

fn pick_up(state: BoardState, card: u64) {
    let Some(from) = place_of(state, card) else {
        return;
    };
    state.drag.set(Some(Drag {
        card,
        from,
        target: from,
        pointer: None,
    }));
    let name = state.parts.name.run(card);
    let text =
        format!("Picked up “{name}”. Arrow keys move it, Space drops it, Escape puts it back.");
    state.announcement.set(text);
}

fn put_back(state: BoardState) {
    if let Some(drag) = state.drag.get_untracked() {
        state.drag.set(None);
        let name = state.parts.name.run(drag.card);
        state
            .announcement
            .set(format!("“{name}” is back where it was."));
        focus_card(drag.card);
    }
}

fn drop_card(state: BoardState) {
    let Some(drag) = state.drag.get_untracked() else {
        return;
    };
    state.drag.set(None);
    let is_elsewhere = if state.parts.is_ordered {
        drag.target != drag.from
    } else {
        drag.target.lane != drag.from.lane
    };
    if is_elsewhere {
        state.parts.on_drop.run(Drop {
            card: drag.card,
            lane: drag.target.lane,
            before: drag.target.before,
        });
    }
    if drag.pointer.is_none() {
        focus_card(drag.card);
    }
}

/// Focuses a card once the page has followed the move.
fn focus_card(card: u64) {
    request_animation_frame(move || {
        request_animation_frame(move || {
            focus::focus_into_view(&format!("[data-card=\"{card}\"] h3 > a"));
        });
    });
}

/// Carries the picked-up card one place on.
fn carry(state: BoardState, key: &str) {
    let Some(mut drag) = state.drag.get_untracked() else {
        return;
    };
    let lanes = state.lanes.get_untracked();
    let Some(lane_idx) = lanes.iter().position(|lane| lane.key == drag.target.lane) else {
        return;
    };
    let others = others_in(state, drag.target.lane, drag.card);
    let idx = index_before(&others, drag.target.before);
    let (lane_idx, idx) = match key {
        "ArrowUp" => (lane_idx, idx.saturating_sub(1)),
        "ArrowDown" => (lane_idx, (idx + 1).min(others.len())),
        "ArrowLeft" => (lane_idx.saturating_sub(1), idx),
        _ => ((lane_idx + 1).min(lanes.len().saturating_sub(1)), idx),
    };
    let Some(lane) = lanes.get(lane_idx) else {
        return;
    };
    let others = others_in(state, lane.key, drag.card);
    let idx = idx.min(others.len());
    drag.target = Target {
        lane: lane.key,
        before: others.get(idx).copied(),
    };
    let place = format!("{}, place {} of {}.", lane.name, idx + 1, others.len() + 1);
    state.drag.set(Some(drag));
    state.announcement.set(place);
}

/// Moves the focus from one card to its neighbor.
fn walk(state: BoardState, card: u64, key: &str) {
    let Some(here) = place_of(state, card) else {
        return;
    };
    let lanes = state.lanes.get_untracked();
    let cards = untrack(|| state.parts.cards.run(here.lane));
    let Some(card_idx) = cards.iter().position(|other| *other == card) else {
        return;
    };
    let next = match key {
        "ArrowUp" => card_idx
            .checked_sub(1)
            .and_then(|idx| cards.get(idx).copied()),
        "ArrowDown" => cards.get(card_idx + 1).copied(),
        _ => {
            let lane_idx = lanes
                .iter()
                .position(|lane| lane.key == here.lane)
                .unwrap_or(0);
            let mut lanes_on: Vec<u64> = if key == "ArrowLeft" {
                lanes
                    .iter()
                    .take(lane_idx)
                    .rev()
                    .map(|lane| lane.key)
                    .collect()
            } else {
                lanes
                    .iter()
                    .skip(lane_idx + 1)
                    .map(|lane| lane.key)
                    .collect()
            };
            lanes_on.retain(|lane| !untrack(|| state.parts.cards.run(*lane)).is_empty());
            lanes_on.first().and_then(|lane| {
                let cards = untrack(|| state.parts.cards.run(*lane));
                cards.get(card_idx).or(cards.last()).copied()
            })
        }
    };
    if let Some(next) = next {
        focus::focus_into_view(&format!("[data-card=\"{next}\"] h3 > a"));
    }
}

/// Where a card stands now.
fn place_of(state: BoardState, card: u64) -> Option<Target> {
    state.lanes.get_untracked().iter().find_map(|lane| {
        let cards = untrack(|| state.parts.cards.run(lane.key));
        let idx = cards.iter().position(|other| *other == card)?;
        Some(Target {
            lane: lane.key,
            before: cards.get(idx + 1).copied(),
        })
    })
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

fn others_in(state: BoardState, lane: u64, card: u64) -> Vec<u64> {
    let cards = untrack(|| state.parts.cards.run(lane));
    cards
        .iter()
        .copied()
        .filter(|other| *other != card)
        .collect()
}

fn index_before(others: &[u64], before: Option<u64>) -> usize {
    before
        .and_then(|before| others.iter().position(|other| *other == before))
        .unwrap_or(others.len())
}

fn card_of(event: &leptos::ev::Event) -> Option<u64> {
    let card = measure::closest_to_target(event, "[data-card]")?;
    measure::number_of(&card, "data-card")
}
