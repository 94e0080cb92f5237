//! A board draws what can be seen of it, and its cards move by keyboard.

use std::sync::Arc;

use leptos::prelude::*;
use loopline::ui::board::{Board, BoardParts, Drop, Lane};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::mount::{Mounted, focused, mount, press, settle};

/// A board of two lanes, “Left” with these many cards and “Right” without; drops are kept.
async fn board(n_cards: u64) -> (Mounted, RwSignal<Vec<Drop>>) {
    let drops = RwSignal::new(Vec::new());
    let lanes = ["Left", "Right"]
        .into_iter()
        .zip(0..)
        .map(|(name, key)| Lane {
            key,
            name: name.to_owned(),
            note: String::new(),
        })
        .collect::<Vec<_>>();
    let parts = BoardParts {
        cards: Callback::new(move |lane| -> Arc<[u64]> {
            if lane == 0 {
                (0..n_cards).collect()
            } else {
                Arc::from([])
            }
        }),
        name: Callback::new(|card| format!("Card {card}")),
        card: Callback::new(|card: u64| {
            view! { <article class="card"><h3><a href="#/">{format!("Card {card}")}</a></h3></article> }.into_any()
        }),
        on_drop: Callback::new(move |drop| drops.update(|drops| drops.push(drop))),
        foot: Callback::new(|_| ().into_any()),
        is_ordered: true,
    };
    let page = mount(
        move || view! { <Board label="Cards" lanes=Signal::stored(lanes.clone()) parts=parts/> },
    )
    .await;
    (page, drops)
}

fn link(page: &Mounted, card: u64) -> web_sys::HtmlElement {
    page.one(&format!("[data-card=\"{card}\"] a"))
}

#[wasm_bindgen_test]
async fn a_short_lane_is_drawn_whole() {
    let (page, _) = board(80).await;
    assert_eq!(page.all("[data-card]").len(), 80);
}

#[wasm_bindgen_test]
async fn a_lane_of_five_thousand_cards_draws_only_those_near_the_view_and_counts_all() {
    let (page, _) = board(5_000).await;
    assert!(page.all("[data-card]").len() < 100);
    let heading = page.all("[data-lane] header").remove(0);
    assert_eq!(heading.text_content().unwrap(), "Left5000");
}

#[wasm_bindgen_test]
async fn space_picks_a_card_up_arrows_carry_it_and_space_drops_it_once() {
    let (page, drops) = board(3).await;
    link(&page, 1).focus().unwrap();
    for key in [" ", "ArrowRight", " "] {
        press(&link(&page, 1), key);
        settle().await;
    }
    let expected = Drop {
        card: 1,
        lane: 1,
        before: None,
    };
    assert_eq!(drops.get_untracked(), [expected]);
}

#[wasm_bindgen_test]
async fn escape_puts_a_carried_card_back_where_it_was() {
    let (page, drops) = board(3).await;
    link(&page, 0).focus().unwrap();
    for key in [" ", "ArrowDown", "ArrowDown", "Escape"] {
        press(&link(&page, 0), key);
        settle().await;
    }
    assert_eq!(drops.get_untracked(), []);
    let said = page.one("[role=status]").text_content().unwrap();
    assert!(said.contains("back where it was"), "{said}");
}

#[wasm_bindgen_test]
async fn dropping_a_card_where_it_was_moves_nothing() {
    let (page, drops) = board(3).await;
    for key in [" ", "ArrowDown", "ArrowUp", " "] {
        press(&link(&page, 1), key);
        settle().await;
    }
    assert_eq!(drops.get_untracked(), []);
}

#[wasm_bindgen_test]
async fn arrow_keys_walk_from_card_to_card() {
    let (page, _) = board(3).await;
    link(&page, 0).focus().unwrap();
    press(&link(&page, 0), "ArrowDown");
    let expected: web_sys::Element = link(&page, 1).into();
    assert_eq!(focused(), Some(expected));
}
