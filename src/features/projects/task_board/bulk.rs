//! What is done with all chosen tasks at once, each a single step to undo.

use std::collections::BTreeSet;

use domain::board::labels;
use domain::command::{TaskCommand, TaskField};
use domain::id::TaskId;
use domain::lists::List;
use domain::model::{Column, Person, Priority, Task};
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::projects::task_board::look::Look;
use crate::ui::dynamic::dynamic;
use crate::ui::field::next_number;
use crate::ui::form::parse_day;
use crate::ui::format;
use crate::ui::icon::Icon;
use crate::ui::menu::{Menu, MenuItem};

/// The bar that is there while cards are chosen.
#[component]
pub fn BulkBar(look: Look) -> impl IntoView {
    let desk = desk();
    let n_chosen = Memo::new(move |_| {
        // What was deleted meanwhile, here or elsewhere, is not chosen any more.
        let chosen = look.chosen.get();
        let ids = chosen.into_iter().map(TaskId::from_key);
        ids.filter(|id| desk.get::<Task>(*id).is_some()).count()
    });
    let has_any = Memo::new(move |_| n_chosen.get() > 0);
    let count = move || format!("{} chosen", format::count(n_chosen.get(), "task", "tasks"));
    dynamic(move || {
        has_any.get().then(|| {
            view! {
                <div class="bulk" role="region" aria-label="Chosen tasks">
                    <b class="num">{dynamic(count)}</b>
                    <Menu label=Signal::stored("Move the chosen tasks".to_owned()) word="Move" items=moves(desk, look)/>
                    <Menu label=Signal::stored("Assign the chosen tasks".to_owned()) word="Assign" items=people(desk, look)/>
                    <Menu label=Signal::stored("Priority of the chosen tasks".to_owned()) word="Priority" items=priorities(desk, look)/>
                    <LabelForm look=look/>
                    <DueForm look=look/>
                    <button type="button" class="btn" data-size="s" on:click=move |_| delete(desk, look)>
                        <Icon name="trash-2"/>
                        <span class="label">"Delete"</span>
                    </button>
                    <button
                        type="button" class="btn" data-kind="quiet" data-size="s"
                        on:click=move |_| look.chosen.update(BTreeSet::clear)
                    >
                        <Icon name="x"/>
                        <span class="label">"Choose none"</span>
                    </button>
                </div>
            }
        })
    })
}

fn set(desk: Desk, look: Look, field: TaskField) {
    desk.run(TaskCommand::Set {
        ids: look.chosen_tasks(desk),
        fields: vec![field],
    });
}

fn delete(desk: Desk, look: Look) {
    let ids = look.chosen_tasks(desk);
    if desk.run(TaskCommand::DeleteMany { ids }).is_some() {
        look.chosen.update(BTreeSet::clear);
    }
}

fn item(name: &str, icon: &'static str, action: impl Fn() + Send + Sync + 'static) -> MenuItem {
    MenuItem {
        name: name.to_owned(),
        icon,
        action: Callback::new(move |()| action()),
    }
}

fn moves(desk: Desk, look: Look) -> Callback<(), Vec<MenuItem>> {
    Callback::new(move |()| {
        let columns = Column::ALL.into_iter().map(|column| {
            item(column.name(), "arrow-right", move || {
                desk.run(TaskCommand::Place {
                    ids: look.chosen_tasks(desk),
                    column,
                    before: None,
                    fields: Vec::new(),
                    part_of: None,
                });
            })
        });
        columns.collect()
    })
}

fn people(desk: Desk, look: Look) -> Callback<(), Vec<MenuItem>> {
    Callback::new(move |()| {
        let nobody = item("Nobody", "x", move || {
            set(desk, look, TaskField::Assignee(None));
        });
        let people: Vec<MenuItem> = desk.read(|ws| {
            let people = ws.list::<Person>(List::People).map(|(id, person)| {
                item(&person.name, "check", move || {
                    set(desk, look, TaskField::Assignee(Some(id)));
                })
            });
            people.collect()
        });
        people.into_iter().chain([nobody]).collect()
    })
}

fn priorities(desk: Desk, look: Look) -> Callback<(), Vec<MenuItem>> {
    Callback::new(move |()| {
        let priorities = Priority::ALL.into_iter().map(|priority| {
            item(priority.name(), "check", move || {
                set(desk, look, TaskField::Priority(priority));
            })
        });
        priorities.collect()
    })
}

/// Gives every chosen task a label, or takes it away.
#[component]
fn LabelForm(look: Look) -> impl IntoView {
    let desk = desk();
    let label = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let list_id = format!("labels-{}", next_number());
    let list = list_id.clone();
    let run = move |field: fn(String) -> TaskField| {
        let command = TaskCommand::Set {
            ids: look.chosen_tasks(desk),
            fields: vec![field(label.get_untracked())],
        };
        match desk.try_run(command) {
            Ok(_) => {
                label.set(String::new());
                error.set(None);
            }
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    let known = move || {
        let labels = desk.read(|ws| labels(ws, look.project)).into_iter();
        labels
            .map(|label| view! { <option value=label></option> })
            .collect_view()
    };
    view! {
        <form
            class="line-up" novalidate=true
            on:submit=move |event| {
                event.prevent_default();
                run(TaskField::AddLabel);
            }
        >
            <input
                class="input bulk-field" data-size="s" aria-label="Label for the chosen tasks" placeholder="Label"
                autocomplete="off" list=list prop:value=label
                on:input=move |event| label.set(event_target_value(&event))
            />
            <datalist id=list_id>{known()}</datalist>
            <button type="submit" class="btn" data-size="s">"Add label"</button>
            <button
                type="button" class="btn" data-kind="quiet" data-size="s"
                on:click=move |_| run(TaskField::RemoveLabel)
            >
                "Take away"
            </button>
            {dynamic(move || error.get().map(|sentence| view! { <span class="error" role="alert">{sentence}</span> }))}
        </form>
    }
}

/// Sets the due day of every chosen task; an empty field takes it away.
#[component]
fn DueForm(look: Look) -> impl IntoView {
    let desk = desk();
    let due = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match parse_day(&due.get_untracked()) {
            Ok(day) => {
                error.set(None);
                set(desk, look, TaskField::Due(day));
            }
            Err(sentence) => error.set(Some(sentence)),
        }
    };
    view! {
        <form class="line-up" on:submit=submit novalidate=true>
            <input
                class="input bulk-field" type="date" data-size="s" aria-label="Due day of the chosen tasks"
                prop:value=due on:input=move |event| due.set(event_target_value(&event))
            />
            <button type="submit" class="btn" data-size="s">"Set due day"</button>
            {dynamic(move || error.get().map(|sentence| view! { <span class="error" role="alert">{sentence}</span> }))}
        </form>
    }
}
