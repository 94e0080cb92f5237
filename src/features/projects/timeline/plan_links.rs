//! What a task waits for, and a form to let it wait for one more.

use domain::command::LinkCommand;
use domain::id::{LinkId, TaskId};
use domain::lists::List;
use domain::model::{Link, LinkKind, Task};
use leptos::prelude::*;

use super::Timeline;
use crate::ui::dynamic::{dynamic, each, text};
use crate::ui::field::{SelectField, TextField};
use crate::ui::form::parse_number;
use crate::ui::icon::Icon;

/// What the task waits for, and a form to let it wait for one more.
#[component]
pub fn Links(timeline: Timeline, id: TaskId) -> impl IntoView {
    let desk = timeline.desk;
    let keys = move || {
        let keys = desk.keys(List::LinksOf(id));
        let into = keys.iter().copied().filter(|key| {
            desk.get::<Link>(LinkId::from_key(*key))
                .is_some_and(|link| link.successor == id)
        });
        into.collect::<Vec<u64>>()
    };
    let row = move |key: u64| {
        let link_id = LinkId::from_key(key);
        let words = move || {
            let Some(link) = desk.get::<Link>(link_id) else {
                return String::new();
            };
            let title = desk
                .get::<Task>(link.predecessor)
                .map(|task| task.title.clone())
                .unwrap_or_default();
            let lag = match link.lag {
                0 => String::new(),
                lag => format!(" {lag:+} d"),
            };
            format!("{title}, {}{lag}", link.kind.name().to_lowercase())
        };
        view! {
            <li class="row">
                <span>{text(words)}</span>
                <button
                    type="button" class="btn" data-kind="quiet" data-size="s" data-icon=""
                    aria-label=text(move || format!("Unlink {}", words()))
                    on:click=move |_| { desk.run(LinkCommand::Delete { id: link_id }); }
                >
                    <Icon name="x"/>
                </button>
            </li>
        }
        .into_any()
    };
    let others = timeline.plan.with_untracked(|plan| {
        let lines = plan.lines.iter().filter(|line| line.id != id);
        lines
            .map(|line| (line.id.to_string(), format!("{} {}", line.code, line.title)))
            .collect::<Vec<_>>()
    });
    let first = others.first().map(|(id, _)| id.clone()).unwrap_or_default();
    let predecessor = RwSignal::new(first);
    let kind = RwSignal::new("0".to_owned());
    let lag = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let kinds = (0..)
        .zip(LinkKind::ALL)
        .map(|(place, kind): (usize, LinkKind)| (place.to_string(), kind.name().to_owned()));
    let kinds: Vec<(String, String)> = kinds.collect();
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Ok(before) = predecessor.get_untracked().parse() else {
            return;
        };
        let place: usize = kind.get_untracked().parse().unwrap_or(0);
        let outcome = parse_number("Lag", &lag.get_untracked()).and_then(|lag| {
            let command = LinkCommand::Create {
                predecessor: before,
                successor: id,
                kind: LinkKind::ALL.get(place).copied().unwrap_or_default(),
                lag: lag.unwrap_or(0),
            };
            desk.try_run(command).map_err(|refused| refused.to_string())
        });
        error.set(outcome.err());
    };
    view! {
        <section class="dialog-body" aria-label="Waits for">
            <h3>"Waits for"</h3>
            <ul class="rows">{each(keys, row)}</ul>
            <form class="stack" on:submit=add novalidate=true>
                <SelectField label="Task it waits for" value=predecessor options=Signal::stored(others)/>
                <div class="form-row">
                    <SelectField label="Kind of link" value=kind options=Signal::stored(kinds)/>
                    <TextField label="Lag" value=lag optional=true help="Working days; -2 lets them overlap by two."/>
                </div>
                {dynamic(move || error.get().map(|sentence| view! { <p class="form-error" role="alert">{sentence}</p> }))}
                <button type="submit" class="btn">"Add link"</button>
            </form>
        </section>
    }
}
