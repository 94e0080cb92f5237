//! Swimlanes: the same columns again for each person, priority or the like.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::ui::board::lane::LaneBody;
use crate::ui::board::{BoardState, SWIMLANE};
use crate::ui::dynamic::{dynamic, flag, text};
use crate::ui::icon::Icon;

/// The headings of the columns, and below them one row of lanes for each swimlane.
#[component]
pub fn SwimlanesView(names: Memo<Vec<String>>, state: BoardState) -> impl IntoView {
    // Folded ones are known by their names: places change when swimlanes come and go.
    let folded = RwSignal::new(BTreeSet::<String>::new());
    let columns = state.columns.get_untracked();
    let n_swimlanes = move || names.with(|names| names.len() as u64);
    let heads = columns.iter().cloned().map(move |lane| {
        let key = lane.key;
        let n_cards = Memo::new(move |_| {
            let keys = (0..n_swimlanes()).map(move |n| n * SWIMLANE + key);
            keys.map(|key| state.parts.cards.run(key).len())
                .sum::<usize>()
        });
        view! {
            <header class="col-head">
                <h2>{lane.name}</h2>
                <span class="count">{n_cards}</span>
                {state.more.map(|more| more.head.run(key))}
            </header>
        }
    });
    let feet = columns
        .iter()
        .map(|lane| view! { <div class="cell-foot">{state.parts.foot.run(lane.key)}</div> });
    let feet = feet.collect_view();
    let rows = move || {
        let names = names.get();
        let rows = (0..)
            .zip(names)
            .map(|(n, name)| swimlane(n, name, state, folded));
        rows.collect_view()
    };
    view! {
        {heads.collect_view()}
        {dynamic(rows)}
        {feet}
    }
}

fn swimlane(
    n: u64,
    name: String,
    state: BoardState,
    folded: RwSignal<BTreeSet<String>>,
) -> AnyView {
    let columns = state.columns.get_untracked();
    let keys: Vec<u64> = columns.iter().map(|lane| n * SWIMLANE + lane.key).collect();
    let n_cards = Memo::new(move |_| {
        let counts = keys.iter().map(|key| state.parts.cards.run(*key).len());
        counts.sum::<usize>()
    });
    let known = name.clone();
    let is_folded = Memo::new(move |_| folded.with(|folded| folded.contains(&known)));
    let toggled = name.clone();
    let toggle = move |_| {
        folded.update(|folded| {
            if !folded.remove(&toggled) {
                folded.insert(toggled.clone());
            }
        });
    };
    let fold_label = name.clone();
    let label = text(move || {
        let verb = if is_folded.get() { "Unfold" } else { "Fold" };
        format!("{verb} {fold_label}")
    });
    let is_open = move || Some(if is_folded.get() { "false" } else { "true" });
    let swimlane_name = name.clone();
    let cells = move || {
        (!is_folded.get()).then(|| {
            let cells = columns.iter().map(|lane| {
                let key = n * SWIMLANE + lane.key;
                let label = format!("{}, {swimlane_name}", lane.name);
                view! {
                    <section class="cell" data-lane=key.to_string() aria-label=label>
                        <LaneBody key=key state=state/>
                    </section>
                }
            });
            cells.collect_view()
        })
    };
    view! {
        <header class="lane-head">
            <button
                type="button" class="btn" data-kind="quiet" data-icon="" data-size="s"
                aria-expanded=flag(is_open) aria-label=label on:click=toggle
            >
                <Icon name="chevron-right"/>
            </button>
            <h3>{name}</h3>
            <span class="meta">{n_cards}</span>
        </header>
        {dynamic(cells)}
    }
    .into_any()
}
