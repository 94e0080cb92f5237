//! What narrows a board and splits it.

use domain::board::{BoardView, DueWhen, Swimlanes, Who, labels};
use domain::model::Priority;
use leptos::prelude::*;

use crate::desk::{Desk, desk, people};
use crate::features::projects::task_board::look::Look;
use crate::ui::dynamic::dynamic;
use crate::ui::icon::Icon;

/// Swimlanes, filters, and how many tasks they leave.
#[component]
pub fn FilterBar(look: Look) -> impl IntoView {
    let desk = desk();
    let view = look.view;
    let ways = Swimlanes::ALL.map(|way| {
        let is_checked = view.with_untracked(|view| view.swimlanes == way);
        view! {
            <label>
                <input
                    type="radio" name="swimlanes" checked=is_checked
                    on:change=move |_| view.update(|view| view.swimlanes = way)
                />
                {way.name()}
            </label>
        }
    });
    let clear = move |_| view.update(|view| *view = view.whole());
    let standing = move || {
        let is_narrow = view.with(BoardView::is_narrow);
        is_narrow.then(|| {
            let (n_shown, n_tasks) = look.shown.with(|shown| (shown.n_shown, shown.n_tasks));
            view! {
                <span class="line-up">
                    <span class="num" role="status">{format!("{n_shown} of {n_tasks} shown")}</span>
                    <button type="button" class="btn" data-kind="quiet" data-size="s" on:click=clear>
                        <Icon name="x"/>
                        <span class="label">"Clear filters"</span>
                    </button>
                </span>
            }
        })
    };
    let text = Signal::derive(move || view.with(|view| view.text.clone()));
    view! {
        <div class="toolbar board-bar">
            <span class="segmented" role="radiogroup" aria-label="Swimlanes">{ways.collect_view()}</span>
            <input
                class="input board-find" type="search" data-size="s" aria-label="Filter by words"
                placeholder="Filter" autocomplete="off" prop:value=text
                on:input=move |event| view.update(|view| view.text = event_target_value(&event))
            />
            {choices(desk, look)}
            <label class="check">
                <input
                    type="checkbox" prop:checked=move || view.with(|view| view.hides_done)
                    on:change=move |event| view.update(|view| view.hides_done = event_target_checked(&event))
                />
                <span>"Hide done"</span>
            </label>
            {dynamic(standing)}
        </div>
    }
}

/// One way to narrow: the choices with their names, the chosen one, and what choosing does.
struct Narrowing {
    label: &'static str,
    options: Signal<Vec<(String, String)>>,
    chosen: Signal<String>,
    choose: Callback<String>,
    /// What is done before the choices are shown.
    before: Callback<()>,
}

fn label_choices(desk: Desk, look: Look) -> Vec<(String, String)> {
    let labels = desk.read(|ws| labels(ws, look.project)).into_iter();
    let any = (String::new(), "Any label".to_owned());
    std::iter::once(any)
        .chain(labels.map(|label| (label.clone(), label)))
        .collect()
}

fn choices(desk: Desk, look: Look) -> impl IntoView {
    let view = look.view;
    // Which labels there are takes a look at every task, so it is only found out when it is asked.
    let known = RwSignal::new(label_choices(desk, look));
    let nothing = Callback::new(|()| ());
    let narrowings = [
        Narrowing {
            label: "Filter by person",
            options: whose(desk),
            chosen: Signal::derive(move || {
                view.with(|view| match view.who {
                    None => String::new(),
                    Some(Who::Nobody) => "nobody".to_owned(),
                    Some(Who::Person(id)) => id.to_string(),
                })
            }),
            choose: Callback::new(move |value: String| {
                view.update(|view| {
                    view.who = match value.as_str() {
                        "nobody" => Some(Who::Nobody),
                        value => people::chosen(value).map(Who::Person),
                    }
                });
            }),
            before: nothing,
        },
        Narrowing {
            label: "Filter by label",
            options: known.into(),
            chosen: Signal::derive(move || {
                view.with(|view| view.label.clone().unwrap_or_default())
            }),
            choose: Callback::new(move |value: String| {
                view.update(|view| view.label = (!value.is_empty()).then_some(value));
            }),
            before: Callback::new(move |()| {
                let labels = label_choices(desk, look);
                if known.with_untracked(|known| *known != labels) {
                    known.set(labels);
                }
            }),
        },
        Narrowing {
            label: "Filter by priority",
            options: Signal::stored(named("Any priority", Priority::ALL.map(Priority::name))),
            chosen: Signal::derive(move || {
                view.with(|view| view.priority.map_or("", Priority::name).to_owned())
            }),
            choose: Callback::new(move |value: String| {
                let priority = Priority::ALL
                    .into_iter()
                    .find(|other| other.name() == value);
                view.update(|view| view.priority = priority);
            }),
            before: nothing,
        },
        Narrowing {
            label: "Filter by due day",
            options: Signal::stored(named("Any day", DueWhen::ALL.map(DueWhen::name))),
            chosen: Signal::derive(move || {
                view.with(|view| view.due.map_or("", DueWhen::name).to_owned())
            }),
            choose: Callback::new(move |value: String| {
                let due = DueWhen::ALL.into_iter().find(|other| other.name() == value);
                view.update(|view| view.due = due);
            }),
            before: nothing,
        },
    ];
    narrowings.map(select).collect_view()
}

fn whose(desk: Desk) -> Signal<Vec<(String, String)>> {
    let people = people::choices(desk, "Anyone");
    Signal::derive(move || {
        let mut people = people.get();
        people.insert(
            1.min(people.len()),
            ("nobody".to_owned(), "Nobody".to_owned()),
        );
        people
    })
}

/// Choices whose values are their names, after one that leaves all.
fn named<const N: usize>(all: &str, names: [&'static str; N]) -> Vec<(String, String)> {
    let names = names.map(|name| (name.to_owned(), name.to_owned()));
    std::iter::once((String::new(), all.to_owned()))
        .chain(names)
        .collect()
}

fn select(narrowing: Narrowing) -> impl IntoView {
    let Narrowing {
        label,
        options,
        chosen,
        choose,
        before,
    } = narrowing;
    let options = move || {
        // A choice stays on the list while it is chosen, even when nothing has it any more.
        let chosen = chosen.get();
        let mut options = options.get();
        if !options.iter().any(|(value, _)| *value == chosen) {
            options.push((chosen.clone(), chosen.clone()));
        }
        let options = options.into_iter().map(|(value, name)| {
            let is_selected = value == chosen;
            view! { <option value=value selected=is_selected>{name}</option> }
        });
        options.collect_view()
    };
    view! {
        <select
            class="input" data-size="s" aria-label=label on:focus=move |_| before.run(())
            on:change=move |event| choose.run(event_target_value(&event))
        >
            {dynamic(options)}
        </select>
    }
}
