//! Choosing several cards: with Ctrl or Shift and a click, or with the keyboard.

use std::collections::BTreeSet;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use crate::platform::keyboard::has_command_key;
use crate::ui::board::BoardState;
use crate::ui::board::drag::{card_of, place_of, walk};

/// A click that chooses: with Ctrl or Cmd one card more or less, with Shift all up to the last
/// one chosen in the same lane. False for any other click.
pub fn click(state: BoardState, event: &MouseEvent) -> bool {
    let Some(card) = card_of(event).filter(|_| state.more.is_some()) else {
        return false;
    };
    if event.ctrl_key() || event.meta_key() {
        toggle(state, card);
    } else if event.shift_key() {
        up_to(state, card);
    } else {
        return false;
    }
    true
}

/// A key that chooses, pressed on a card: `x`, Shift with an arrow, Ctrl with A, and Escape, which
/// chooses nothing. False for any other key.
pub fn key(state: BoardState, card: u64, event: &KeyboardEvent) -> bool {
    let Some(more) = state.more else {
        return false;
    };
    let key = event.key();
    match key.as_str() {
        "a" | "A" if has_command_key(event) => whole_lane(state, card),
        "x" | "X" if !has_command_key(event) && !event.alt_key() => toggle(state, card),
        "ArrowUp" | "ArrowDown" if event.shift_key() => {
            more.chosen.update(|chosen| {
                chosen.insert(card);
            });
            if let Some(next) = walk(state, card, &key) {
                more.chosen.update(|chosen| {
                    chosen.insert(next);
                });
                more.anchor.set_value(Some(next));
                say(state, next, "chosen");
            }
        }
        "Escape" if !more.chosen.with_untracked(BTreeSet::is_empty) => {
            more.chosen.update(BTreeSet::clear);
            state.announcement.set("No card is chosen.".to_owned());
        }
        _ => return false,
    }
    true
}

fn toggle(state: BoardState, card: u64) {
    let Some(more) = state.more else { return };
    let is_chosen = more.chosen.with_untracked(|chosen| chosen.contains(&card));
    more.chosen.update(|chosen| {
        if is_chosen {
            chosen.remove(&card);
        } else {
            chosen.insert(card);
        }
    });
    more.anchor.set_value(Some(card));
    say(state, card, if is_chosen { "not chosen" } else { "chosen" });
}

/// Chooses the cards between the last one chosen and this one, both included.
fn up_to(state: BoardState, card: u64) {
    let Some(more) = state.more else { return };
    let Some(here) = place_of(state, card) else {
        return;
    };
    let cards = untrack(|| state.parts.cards.run(here.lane));
    let place = |wanted: u64| cards.iter().position(|other| *other == wanted);
    let anchor = more.anchor.get_value().and_then(place);
    let Some(to) = place(card) else { return };
    let from = anchor.unwrap_or(to);
    let span = cards.get(from.min(to)..=from.max(to)).unwrap_or_default();
    more.chosen.update(|chosen| chosen.extend(span));
    more.anchor.set_value(Some(card));
    say(state, card, "chosen");
}

fn whole_lane(state: BoardState, card: u64) {
    let Some(more) = state.more else { return };
    if let Some(here) = place_of(state, card) {
        let cards = untrack(|| state.parts.cards.run(here.lane));
        more.chosen.update(|chosen| chosen.extend(cards.iter()));
        say(state, card, "chosen with all in its column");
    }
}

fn say(state: BoardState, card: u64, how: &str) {
    let Some(more) = state.more else { return };
    let name = state.parts.name.run(card);
    let n_chosen = more.chosen.with_untracked(BTreeSet::len);
    state
        .announcement
        .set(format!("“{name}” {how}, {n_chosen} in all."));
}
