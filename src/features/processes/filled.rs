//! Texts of a step with the data of a run in them.

use domain::flow::fill::{Part, parts};
use domain::flow::form;
use domain::id::RunId;
use domain::model::{Person, Run};
use leptos::prelude::*;

use crate::desk::Desk;

/// A text in which `{{key}}` shows what was recorded; tracked.
pub fn filled(desk: Desk, run: RunId, text: &str) -> AnyView {
    let values = desk.get::<Run>(run).map(|run| run.values.clone());
    let values = values.unwrap_or_default();
    let parts = parts(text).into_iter().map(|part| match part {
        Part::Text(text) => text.into_any(),
        Part::Data(key) => match values.get(&key) {
            Some(value) => {
                let shown = form::shown(value, &|id| named(desk, id));
                view! { <span class="data" title=key>{shown}</span> }.into_any()
            }
            None => {
                view! { <span class="data" data-empty="" title="Not recorded yet">{key}</span> }
                    .into_any()
            }
        },
    });
    parts.collect_view().into_any()
}

/// A text of the draft, in which `{{key}}` stands out as what a run will fill in.
pub fn written(text: &str) -> AnyView {
    let parts = parts(text).into_iter().map(|part| match part {
        Part::Text(text) => text.into_any(),
        Part::Data(key) => view! { <span class="data">{key}</span> }.into_any(),
    });
    parts.collect_view().into_any()
}

/// A person's name; nothing when they are gone.
pub fn named(desk: Desk, id: domain::id::PersonId) -> Option<String> {
    desk.get::<Person>(id).map(|person| person.name.clone())
}
