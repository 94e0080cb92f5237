//! One lane: its heading, and as many of its cards as can be seen.

use leptos::prelude::*;

use crate::platform::measure;
use crate::ui::board::BoardState;
use crate::ui::dynamic::{dynamic, flag};
use crate::ui::icon::Icon;
use crate::ui::viewport::Viewport;
use crate::ui::window::WHOLE;

/// Height of a card in a lane too long to draw whole, in units of the reader's font size.
const ROW_REM: f64 = 7.0;

/// What stands in a row of a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Row {
    Card(u64),
    /// Where the dragged card would land.
    Place,
}

#[component]
pub fn LaneView(key: u64, name: String, state: BoardState) -> impl IntoView {
    let n_cards = Memo::new(move |_| state.parts.cards.run(key).len());
    let note = Memo::new(move |_| {
        state.columns.with(|lanes| {
            let lane = lanes.iter().find(|lane| lane.key == key);
            lane.map(|lane| lane.note.clone()).unwrap_or_default()
        })
    });
    let note = move || {
        let note = note.get();
        (!note.is_empty()).then(|| view! { <p class="col-sub">{note}</p> })
    };
    let heading_id = format!("lane-{key}");
    let labelled_by = heading_id.clone();
    view! {
        <section class="col" data-lane=key.to_string() aria-labelledby=labelled_by>
            <header class="col-head">
                <h2 id=heading_id>{name}</h2>
                <span class="count">{n_cards}</span>
                {state.more.map(|more| more.head.run(key))}
            </header>
            {dynamic(note)}
            <LaneBody key=key state=state/>
            {state.parts.foot.run(key)}
        </section>
    }
}

/// The cards of a lane, as many as can be seen.
#[component]
pub fn LaneBody(key: u64, state: BoardState) -> impl IntoView {
    let viewport = Viewport::new(800.0);
    let row_height = (ROW_REM * measure::root_font_size()).round();

    let cards = Memo::new(move |_| state.parts.cards.run(key));
    let n_cards = move || cards.with(|cards| cards.len());
    let is_windowed = move || n_cards() > WHOLE;
    let range = viewport.range(n_cards, row_height);
    let place = Memo::new(move |_| {
        state.drag.with(|drag| {
            let drag = drag.as_ref().filter(|drag| drag.target.lane == key)?;
            Some(drag.target.before)
        })
    });
    let rows = move || {
        let (start, end) = range.get();
        let place = place.get();
        cards.with(|cards| {
            let mut rows = Vec::with_capacity(end - start + 1);
            for card in cards.get(start..end).unwrap_or_default() {
                if place == Some(Some(*card)) {
                    rows.push(Row::Place);
                }
                rows.push(Row::Card(*card));
            }
            if place == Some(None) && end == cards.len() {
                rows.push(Row::Place);
            }
            rows
        })
    };
    let space_before =
        move || is_windowed().then(|| measure::px(range.get().0 as f64 * row_height));
    let space_after =
        move || is_windowed().then(|| measure::px((n_cards() - range.get().1) as f64 * row_height));
    view! {
        <div class="col-body" node_ref=viewport.body on:scroll=move |_| viewport.follow()>
            <ul
                class="cards" data-windowed=flag(move || is_windowed().then_some("true"))
                style:--row=measure::px(row_height)
                style:--before=space_before
                style:--after=space_after
            >
                <For each=rows key=|row| *row children=move |row| row_view(row, state)/>
            </ul>
        </div>
    }
}

fn row_view(row: Row, state: BoardState) -> AnyView {
    match row {
        Row::Place => view! { <li class="card-drop" aria-hidden="true"></li> }.into_any(),
        Row::Card(card) => {
            let carried_by = move || {
                let (carried, by) = state.carried.get()?;
                (carried == card).then_some(by)
            };
            let chosen = state.more.map(|_| {
                dynamic(move || {
                    state.is_chosen(card).then(|| {
                        view! { <span class="chosen"><Icon name="check" small=true/><span class="vh">"Chosen"</span></span> }
                    })
                })
            });
            view! {
                <li
                    data-card=card.to_string() data-carried=carried_by
                    data-chosen=flag(move || state.is_chosen(card).then_some("true"))
                >
                    {state.parts.card.run(card)}
                    {chosen}
                </li>
            }
            .into_any()
        }
    }
}
