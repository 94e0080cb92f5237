//! A board: lanes of cards that move by mouse, finger and keyboard, and from their menus.
//!
//! Where a card would land is view state; only the drop calls back, once, so that one move is one
//! command. Cards and lanes are known by a key; what they are is the caller's business.

mod choose;
mod drag;
mod lane;
mod pointer;
mod swimlane;

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use crate::platform::measure;
use crate::ui::board::drag::Drag;
use crate::ui::board::lane::LaneView;
use crate::ui::board::pointer::Pointer;
use crate::ui::board::swimlane::SwimlanesView;
use crate::ui::dynamic::{dynamic, flag, text};

/// A lane of a board.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Lane {
    /// Unique on the board.
    pub key: u64,
    /// Its heading.
    pub name: String,
    /// A few words below the heading; may be empty.
    pub note: String,
}

/// A card dropped somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drop {
    /// The card.
    pub card: u64,
    /// The lane it was dropped in.
    pub lane: u64,
    /// The card it was dropped before; last when absent.
    pub before: Option<u64>,
}

/// What a board asks of its page. Copyable, so that every lane and card can hold it.
#[derive(Clone, Copy)]
pub struct BoardParts {
    /// The keys of a lane's cards in order, tracked.
    pub cards: Callback<u64, Arc<[u64]>>,
    /// The name of a card, for announcements.
    pub name: Callback<u64, String>,
    /// The card itself: an element with a link in its heading.
    pub card: Callback<u64, AnyView>,
    /// Carries out a move.
    pub on_drop: Callback<Drop>,
    /// What stands below a lane's cards, such as a quick add.
    pub foot: Callback<u64, AnyView>,
    /// Whether the order within a lane means anything.
    pub is_ordered: bool,
}

/// What a board can do beside moving cards, for a page that wants it.
#[derive(Clone, Copy)]
pub struct More {
    /// What stands after the count in a lane's heading.
    pub head: Callback<u64, AnyView>,
    /// The cards that are chosen, to be changed together.
    pub chosen: RwSignal<BTreeSet<u64>>,
    /// The card that was chosen last: where a choice with Shift begins.
    pub anchor: StoredValue<Option<u64>>,
    /// The names of the swimlanes, from the top; none for a board without. Cards of the n-th one,
    /// from 0, are asked for by the lane's key plus n times [`SWIMLANE`].
    pub swimlanes: Signal<Vec<String>>,
}

/// The keys of a swimlane's lanes begin at a multiple of this.
pub const SWIMLANE: u64 = 64;

/// State shared by a board's lanes and handlers.
#[derive(Clone, Copy)]
pub(crate) struct BoardState {
    parts: BoardParts,
    more: Option<More>,
    /// The lanes side by side.
    columns: Signal<Vec<Lane>>,
    /// Every lane in which cards stand: with swimlanes, those of each after the other.
    lanes: Signal<Vec<Lane>>,
    drag: RwSignal<Option<Drag>>,
    /// The card on its way and what carries it, `pointer` or `keyboard`.
    carried: Memo<Option<(u64, &'static str)>>,
    announcement: RwSignal<String>,
    element: NodeRef<html::Div>,
}

impl BoardState {
    /// How many lanes stand side by side, of so many in all.
    fn n_side(&self, n_lanes: usize) -> usize {
        let n_columns = self.columns.with_untracked(Vec::len);
        n_columns.clamp(1, n_lanes.max(1))
    }

    fn is_chosen(&self, card: u64) -> bool {
        let is_in = |more: More| more.chosen.with(|chosen| chosen.contains(&card));
        self.more.is_some_and(is_in)
    }
}

/// The lanes of every swimlane, one swimlane after the other.
fn cells(columns: &[Lane], swimlanes: &[String]) -> Vec<Lane> {
    if swimlanes.is_empty() {
        return columns.to_vec();
    }
    let swimlanes = (0..).zip(swimlanes);
    swimlanes
        .flat_map(|(n, swimlane)| {
            columns.iter().map(move |lane| Lane {
                key: n * SWIMLANE + lane.key,
                name: format!("{}, {swimlane}", lane.name),
                note: String::new(),
            })
        })
        .collect()
}

/// A board. Arrow keys walk over the cards; Space picks one up, arrows carry it, Space drops it,
/// Escape puts it back.
#[component]
pub fn Board(
    /// What the board shows, for those who hear it.
    label: &'static str,
    /// The lanes from left to right.
    #[prop(into)]
    lanes: Signal<Vec<Lane>>,
    /// What the board asks of its page.
    parts: BoardParts,
    /// The variant of the board in the style sheet, for example `board-tasks`.
    #[prop(optional)]
    variant: &'static str,
    /// What the board can do beside moving cards.
    #[prop(optional)]
    more: Option<More>,
) -> impl IntoView {
    let drag = RwSignal::new(None::<Drag>);
    let carried = Memo::new(move |_| {
        drag.with(|drag| {
            let drag = drag.as_ref()?;
            let by = if drag.pointer.is_some() {
                "pointer"
            } else {
                "keyboard"
            };
            Some((drag.card, by))
        })
    });
    let columns = lanes;
    let swimlanes = Memo::new(move |_| more.map_or_else(Vec::new, |more| more.swimlanes.get()));
    let lanes =
        Memo::new(move |_| columns.with(|columns| swimlanes.with(|names| cells(columns, names))));
    let state = BoardState {
        parts,
        more,
        columns,
        lanes: lanes.into(),
        drag,
        carried,
        announcement: RwSignal::new(String::new()),
        element: NodeRef::new(),
    };
    // Drawn anew only when a lane comes, goes or is renamed: cards move within what is drawn, and a
    // note follows by itself.
    let drawn = Memo::new(move |_| {
        columns.with(|columns| {
            let named = columns.iter().map(|lane| (lane.key, lane.name.clone()));
            named.collect::<Vec<_>>()
        })
    });
    let has_swimlanes = move || swimlanes.with(|names| !names.is_empty());
    let pointer = Pointer::new(state);
    let is_dragging = move || {
        state
            .carried
            .with(|carried| carried.is_some().then_some("true"))
    };
    view! {
        <div
            class=format!("board {variant}") role="group" aria-label=label node_ref=state.element
            data-dragging=flag(is_dragging) data-swimlanes=flag(move || has_swimlanes().then_some("true"))
            on:pointerdown=move |event| pointer.down(&event)
            on:pointermove=move |event| pointer.moved(&event)
            on:pointerup=move |event| pointer.up(&event)
            on:pointercancel=move |_| pointer.cancel()
            on:touchmove=move |event| pointer.hold(&event)
            on:contextmenu=move |event| pointer.hold(&event)
            on:dragstart=move |event| event.prevent_default()
            on:click=move |event| pointer.click(&event)
            on:keydown=move |event| drag::key_down(state, &event)
        >
            {dynamic(move || if has_swimlanes() {
                view! { <SwimlanesView names=swimlanes state=state/> }.into_any()
            } else {
                let lanes = drawn.get().into_iter();
                lanes.map(|(key, name)| view! { <LaneView key=key name=name state=state/> }).collect_view().into_any()
            })}
        </div>
        <p class="vh" role="status" aria-live="assertive">{dynamic(move || state.announcement.get())}</p>
        <Ghost state=state/>
    }
}

/// The name of the dragged card at the pointer.
#[component]
fn Ghost(state: BoardState) -> impl IntoView {
    let at = move || state.drag.with(|drag| drag.as_ref()?.pointer);
    move || {
        let (card, _) = state.carried.get().filter(|(_, by)| *by == "pointer")?;
        Some(view! {
            <div
                class="card card-float" aria-hidden="true"
                style:--x=text(move || measure::px(at().unwrap_or_default().0))
                style:--y=text(move || measure::px(at().unwrap_or_default().1))
            >
                {state.parts.name.run(card)}
            </div>
        })
    }
}
