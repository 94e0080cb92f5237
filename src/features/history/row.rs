//! One deed of the history.

use domain::id::RecordId;
use domain::import::{Effect, FieldDifference, RecordDifference};
use domain::story;
use domain::time::Instant;
use leptos::prelude::*;
use store::Deed;

use crate::desk::{Desk, desk};
use crate::features::history::reading;
use crate::ui::dynamic::dynamic;
use crate::ui::format;
use crate::ui::icon::Icon;

/// Records named beside a deed; the rest are counted.
const MAX_NAMED: usize = 2;
/// A deed that touched more than so many records, as the sample does, is not told by two of them.
const MANY: usize = 50;
/// Records told in full when a person asks what changed.
const MAX_TOLD: usize = 100;

#[component]
pub fn Row(
    /// What was done.
    deed: Deed,
) -> impl IntoView {
    let desk = desk();
    let when = format::moment(Instant::from_millis(deed.stamp.millis), desk.today());
    let who = if deed.by.is_empty() {
        "Without a name".to_owned()
    } else {
        deed.by.clone()
    };
    let label = deed.label.clone();
    let look_label = format!("As it was then, after “{label}”, {when}");
    let links = links(desk, &deed);
    let is_open = RwSignal::new(false);
    let on_toggle = move |_| is_open.update(|is_open| *is_open = !*is_open);
    let kept = StoredValue::new(deed);
    let look = move |_| kept.with_value(|deed| reading::look_back(desk, deed));
    let told = move || {
        is_open
            .get()
            .then(|| kept.with_value(|deed| told(desk, deed)))
    };
    view! {
        <li class="row">
            <span class="when num">{when}</span>
            <div class="what">
                <p>{label}</p>
                <p class="sub">{who}{links}</p>
                <details on:toggle=on_toggle>
                    <summary>"What changed"</summary>
                    {dynamic(told)}
                </details>
            </div>
            <button type="button" class="btn" data-size="s" aria-label=look_label on:click=look>
                <Icon name="history"/>
                <span class="label">"As it was then"</span>
            </button>
        </li>
    }
}

/// The records that a deed touched and that can still be opened.
fn links(desk: Desk, deed: &Deed) -> AnyView {
    let ids: Vec<RecordId> = deed.delta.touches().map(|(id, _)| *id).collect();
    if ids.len() > MANY {
        return format!(" · {} records", ids.len()).into_any();
    }
    let mut named = Vec::new();
    for id in &ids {
        let there = desk.read(|ws| Some((story::name_of(ws, *id)?, story::page_of(ws, *id)?)));
        if let Some((name, route)) = there {
            named.push(view! { " · "<a href=route.href()>{name}</a> });
        }
        if named.len() == MAX_NAMED {
            break;
        }
    }
    let n_more = ids.len().saturating_sub(named.len());
    let more = (n_more > 0 && !named.is_empty()).then(|| format!(" and {n_more} more"));
    view! { {named}{more} }.into_any()
}

fn told(desk: Desk, deed: &Deed) -> AnyView {
    let told = desk.read(|ws| story::told(ws, &deed.delta, MAX_TOLD));
    let n_more = deed.delta.touches().count().saturating_sub(told.len());
    let records = told.into_iter().map(record).collect_view();
    let more = (n_more > 0).then(|| view! { <li>{format!("and {n_more} more records")}</li> });
    view! { <ul class="history-told">{records}{more}</ul> }.into_any()
}

fn record(record: RecordDifference) -> AnyView {
    let (what, fields) = match record.effect {
        Effect::Added => (" added", Vec::new()),
        Effect::Removed => (" removed", Vec::new()),
        Effect::Changed(fields) => ("", fields),
    };
    let fields = fields.into_iter().map(field).collect_view();
    view! {
        <li>
            <span>{record.kind}" “"{record.title}"”"{what}</span>
            {fields}
        </li>
    }
    .into_any()
}

fn field(field: FieldDifference) -> AnyView {
    view! {
        <span class="import-field">
            {field.name}": "<del>{field.before}</del>" "<ins>{field.after}</ins>
        </span>
    }
    .into_any()
}
