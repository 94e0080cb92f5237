//! Carrying a card to a place that is only shown until it is dropped, here with the keyboard.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::platform::{focus, measure};
use crate::ui::board::{BoardState, Drop, Lane, choose};

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

/// Arrow keys walk or carry; Space picks up and drops; Escape puts back.
pub fn key_down(state: BoardState, event: &KeyboardEvent) {
    let is_on_card = measure::closest_to_target(event, "[data-card] h3 > a").is_some();
    let Some(card) = card_of(event).filter(|_| is_on_card) else {
        return;
    };
    let is_carrying = state.drag.with_untracked(Option::is_some);
    if !is_carrying && choose::key(state, card, event) {
        event.prevent_default();
        event.stop_propagation();
        return;
    }
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
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
                // There may be no card that way.
                let _ = walk(state, card, key);
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

pub fn drop_card(state: BoardState) {
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
    // With swimlanes, the lanes of each stand side by side, and the next swimlane's follow below.
    let n_side = state.n_side(lanes.len());
    let column = lane_idx % n_side;
    let (lane_idx, idx) = match key {
        "ArrowUp" if idx > 0 => (lane_idx, idx - 1),
        "ArrowUp" if lane_idx >= n_side => (lane_idx - n_side, usize::MAX),
        "ArrowDown" if idx < others.len() => (lane_idx, idx + 1),
        "ArrowDown" if lane_idx + n_side < lanes.len() => (lane_idx + n_side, 0),
        "ArrowLeft" if column > 0 => (lane_idx - 1, idx),
        "ArrowRight" if column + 1 < n_side => (lane_idx + 1, idx),
        _ => (lane_idx, idx),
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

/// Moves the focus from one card to its neighbor, which is returned.
pub fn walk(state: BoardState, card: u64, key: &str) -> Option<u64> {
    let here = place_of(state, card)?;
    let lanes = state.lanes.get_untracked();
    let cards_of = |lane: &Lane| untrack(|| state.parts.cards.run(lane.key));
    let lane_idx = lanes.iter().position(|lane| lane.key == here.lane)?;
    let cards = cards_of(lanes.get(lane_idx)?);
    let card_idx = cards.iter().position(|other| *other == card)?;
    let n_side = state.n_side(lanes.len());
    let row = lane_idx - lane_idx % n_side;
    // The nearest lanes in that direction that have a card.
    let filled = |idx: usize| {
        lanes
            .get(idx)
            .map(cards_of)
            .filter(|cards| !cards.is_empty())
    };
    let beside = |cards: Arc<[u64]>| cards.get(card_idx).or(cards.last()).copied();
    let next = match key {
        "ArrowUp" => match card_idx.checked_sub(1) {
            Some(idx) => cards.get(idx).copied(),
            None => {
                let above = (0..lane_idx)
                    .rev()
                    .filter(|idx| idx % n_side == lane_idx % n_side);
                above
                    .filter_map(filled)
                    .find_map(|cards| cards.last().copied())
            }
        },
        "ArrowDown" => cards.get(card_idx + 1).copied().or_else(|| {
            let below = (lane_idx + n_side..lanes.len()).step_by(n_side);
            below
                .filter_map(filled)
                .find_map(|cards| cards.first().copied())
        }),
        "ArrowLeft" => (row..lane_idx).rev().find_map(filled).and_then(beside),
        _ => (lane_idx + 1..row + n_side)
            .find_map(filled)
            .and_then(beside),
    }?;
    focus::focus_into_view(&format!("[data-card=\"{next}\"] h3 > a"));
    Some(next)
}

/// Where a card stands now.
pub fn place_of(state: BoardState, card: u64) -> Option<Target> {
    state.lanes.get_untracked().iter().find_map(|lane| {
        let cards = untrack(|| state.parts.cards.run(lane.key));
        let idx = cards.iter().position(|other| *other == card)?;
        Some(Target {
            lane: lane.key,
            before: cards.get(idx + 1).copied(),
        })
    })
}

pub fn others_in(state: BoardState, lane: u64, card: u64) -> Vec<u64> {
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

pub fn card_of(event: &leptos::ev::Event) -> Option<u64> {
    let card = measure::closest_to_target(event, "[data-card]")?;
    measure::number_of(&card, "data-card")
}
