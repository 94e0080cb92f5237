//! How many tasks a column should hold at most, set where it is shown.

use domain::command::ProjectCommand;
use domain::model::{Column, Project};
use domain::outline::n_leaves_in;
use leptos::html;
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::projects::task_board::look::Look;
use crate::platform::focus;
use crate::ui::board::SWIMLANE;
use crate::ui::dynamic::dynamic;
use crate::ui::form::{on_submit, parse_number};
use crate::ui::icon::{Icon, Status};
use crate::ui::menu::{Menu, MenuItem};

/// What stands beside the name of a column: its limit, whether it is kept, and what can be done.
#[component]
pub fn LimitHead(look: Look, column: Column) -> impl IntoView {
    let desk = desk();
    let id = look.project;
    let is_setting = RwSignal::new(false);
    let limit = Memo::new(move |_| {
        let project = desk.get::<Project>(id)?;
        project.wip_limits.get(&column).copied()
    });
    let n_tasks = Memo::new(move |_| desk.compute(|ws| n_leaves_in(ws, id, column)));
    let standing = move || {
        let limit = limit.get()?;
        let n_tasks = n_tasks.get();
        let room = (limit as usize).cmp(&n_tasks);
        let title = format!("{n_tasks} tasks stand here, and at most {limit} should.");
        let mark = match room {
            std::cmp::Ordering::Greater => None,
            std::cmp::Ordering::Equal => Some(view! { <Status status="watch" label="At limit"/> }),
            std::cmp::Ordering::Less => Some(view! { <Status status="bad" label="Over limit"/> }),
        };
        Some(view! {
            <span class="count" title=title>{format!("of {limit}")}</span>
            {mark}
        })
    };
    let items = Callback::new(move |()| {
        let choose = move |()| {
            // Without swimlanes the lane is the column; with them, every swimlane has one.
            let n_swimlanes = look.swimlane_names().len().max(1) as u64;
            let place = Column::ALL.iter().position(|other| *other == column);
            let place = place.unwrap_or(0) as u64;
            let cards = (0..n_swimlanes).map(|n| look.cards(desk, n * SWIMLANE + place));
            let cards: Vec<u64> = untrack(|| cards.flat_map(|cards| cards.to_vec()).collect());
            look.chosen.update(|chosen| chosen.extend(cards));
        };
        vec![
            MenuItem {
                name: "Choose all".to_owned(),
                icon: "square-check",
                action: Callback::new(choose),
            },
            MenuItem {
                name: "Set a limit".to_owned(),
                icon: "pencil",
                action: Callback::new(move |()| is_setting.set(true)),
            },
        ]
    });
    let label = format!("Actions for {}", column.name());
    dynamic(move || {
        if is_setting.get() {
            return view! { <LimitForm look=look column=column is_setting=is_setting/> }.into_any();
        }
        view! {
            {dynamic(standing)}
            <Menu label=Signal::stored(label.clone()) items=items/>
        }
        .into_any()
    })
}

#[component]
fn LimitForm(look: Look, column: Column, is_setting: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let id = look.project;
    let now = desk.read(|ws| ws.get::<Project>(id)?.wip_limits.get(&column).copied());
    let typed = RwSignal::new(now.map(|limit| limit.to_string()).unwrap_or_default());
    let error = RwSignal::new(None::<String>);
    let input = NodeRef::<html::Input>::new();
    focus::when_drawn(input);
    let save = move || -> Result<(), String> {
        let limit = parse_number("Limit", &typed.get_untracked())?;
        let limit = limit.map(|limit| u32::try_from(limit).unwrap_or(0));
        desk.try_run(ProjectCommand::SetWipLimit { id, column, limit })?;
        Ok(())
    };
    let submit = on_submit(error, save, move || is_setting.set(false));
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            is_setting.set(false);
        }
    };
    let label = format!("Most tasks in {}; empty for no limit", column.name());
    view! {
        <form class="limit" on:submit=submit novalidate=true>
            <input
                class="input" node_ref=input data-size="s" inputmode="numeric" autocomplete="off" aria-label=label
                prop:value=typed on:keydown=on_key
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <button type="submit" class="btn" data-size="s">"Set"</button>
            <button
                type="button" class="btn" data-kind="quiet" data-size="s" data-icon="" aria-label="Cancel"
                on:click=move |_| is_setting.set(false)
            >
                <Icon name="x"/>
            </button>
            {dynamic(move || error.get().map(|sentence| view! { <p class="error" role="alert">{sentence}</p> }))}
        </form>
    }
}
