//! Where more about a task is to be found.

use domain::command::{TaskCommand, TaskField};
use domain::id::TaskId;
use domain::model::{Task, WebLink};
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::ui::dynamic::dynamic;
use crate::ui::field::TextField;
use crate::ui::form::field_error;
use crate::ui::icon::Icon;

/// The links, and a form for the next one.
#[component]
pub fn WebLinks(
    /// The task.
    id: TaskId,
) -> impl IntoView {
    let desk = desk();
    let links = Memo::new(move |_| {
        desk.get::<Task>(id)
            .map(|task| task.web_links.clone())
            .unwrap_or_default()
    });
    let address = RwSignal::new(String::new());
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut links = links.get_untracked();
        links.push(WebLink {
            address: address.get_untracked(),
            name: name.get_untracked(),
        });
        match keep(desk, id, links) {
            Ok(()) => {
                address.set(String::new());
                name.set(String::new());
                error.set(None);
            }
            Err(sentence) => error.set(Some(sentence)),
        }
    };
    let rows = move || {
        let rows = links.get().into_iter().enumerate();
        rows.map(|(idx, link)| row(desk, id, links, idx, &link))
            .collect_view()
    };
    let general = move || {
        let sentence = error
            .get()
            .filter(|sentence| !sentence.starts_with("Address"))?;
        Some(view! { <p class="error" role="alert">{sentence}</p> })
    };
    view! {
        <section class="stack" data-gap="2" aria-label="Web links">
            <h3 class="label">"Web links"</h3>
            <ul class="rows">{dynamic(rows)}</ul>
            <form class="stack" data-gap="2" on:submit=add novalidate=true>
                <div class="form-row">
                    <TextField label="Address" value=address error=field_error(error, "Address") help="https://, http:// or mailto:"/>
                    <TextField label="Link text" value=name optional=true/>
                </div>
                <div><button type="submit" class="btn">"Add link"</button></div>
            </form>
            {dynamic(general)}
        </section>
    }
}

fn keep(desk: Desk, id: TaskId, links: Vec<WebLink>) -> Result<(), String> {
    let command = TaskCommand::Set {
        ids: vec![id],
        fields: vec![TaskField::WebLinks(links)],
    };
    desk.try_run(command)
        .map(drop)
        .map_err(|refused| refused.to_string())
}

fn row(desk: Desk, id: TaskId, links: Memo<Vec<WebLink>>, idx: usize, link: &WebLink) -> AnyView {
    let label = link.label().to_owned();
    let remove_label = format!("Remove {label}");
    let remove = move |_| {
        let mut links = links.get_untracked();
        if idx < links.len() {
            links.remove(idx);
        }
        if let Err(sentence) = keep(desk, id, links) {
            desk.notices.refused(sentence);
        }
    };
    // What came from a file and cannot be followed is shown as a text.
    let shown = match link.href().map(str::to_owned) {
        Some(href) => {
            let title = href.clone();
            view! { <a class="link" href=href title=title target="_blank" rel="noopener noreferrer">{label}</a> }
                .into_any()
        }
        None => view! { <span>{label}</span> }.into_any(),
    };
    view! {
        <li class="row">
            {shown}
            <button
                type="button" class="btn" data-kind="quiet" data-size="s" data-icon="" aria-label=remove_label
                on:click=remove
            >
                <Icon name="x"/>
            </button>
        </li>
    }
    .into_any()
}
