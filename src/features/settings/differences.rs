//! What an import would do, record by record and field by field.

use std::sync::Arc;

use domain::import::{Count, Effect, FieldDifference, Preview, RecordDifference};
use leptos::prelude::*;

/// Records listed; the counts above tell of all.
const MAX_LISTED: usize = 200;

#[component]
pub fn Differences(preview: Arc<Preview>) -> impl IntoView {
    let counts = preview.counts.iter().filter_map(count).collect_view();
    let n_records = preview.records.len();
    let records = preview
        .records
        .iter()
        .take(MAX_LISTED)
        .map(record)
        .collect_view();
    let more = (n_records > MAX_LISTED).then(|| {
        view! { <p class="meta">{format!("and {} more", n_records - MAX_LISTED)}</p> }
    });
    let summary = if preview.is_empty() {
        view! { <p>"Everything in it is here already, just so. There is nothing to import."</p> }
            .into_any()
    } else {
        view! { <ul class="rows import-counts">{counts}</ul> }.into_any()
    };
    let refusal = preview.refusal.clone().map(|sentence| {
        view! { <p class="error" role="alert">{sentence}</p> }
    });
    view! {
        {refusal}
        {left_out(&preview.left_out)}
        {summary}
        {(n_records > 0).then(|| view! {
            <details class="import-list">
                <summary>"Show each record"</summary>
                <ul class="rows">{records}</ul>
                {more}
            </details>
        })}
    }
}

fn left_out(sentences: &[String]) -> Option<impl IntoView> {
    let n = sentences.len();
    let rows = sentences
        .iter()
        .take(MAX_LISTED)
        .map(|sentence| view! { <li class="row"><span>{sentence.clone()}</span></li> })
        .collect_view();
    (n > 0).then(|| {
        view! {
            <details class="import-list">
                <summary>{format!("{n} of its records cannot be taken in")}</summary>
                <ul class="rows">{rows}</ul>
            </details>
        }
    })
}

/// “Tasks: 3 added, 1 changed, 12 the same”; nothing where nothing happens.
fn count(count: &Count) -> Option<impl IntoView> {
    let parts = [
        (count.n_added, "added"),
        (count.n_changed, "changed"),
        (count.n_removed, "removed"),
        (count.n_same, "the same"),
        (count.n_kept, "only here, kept"),
    ];
    let words: Vec<String> = parts
        .iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, what)| format!("{n} {what}"))
        .collect();
    let kinds = count.kinds;
    (!words.is_empty()).then(|| {
        view! {
            <li class="row"><span class="strong">{kinds}</span><span class="num">{words.join(", ")}</span></li>
        }
    })
}

fn record(record: &RecordDifference) -> impl IntoView {
    let (what, fields) = match &record.effect {
        Effect::Added => ("Added", None),
        Effect::Removed => ("Removed", None),
        Effect::Changed(fields) => ("Changed", Some(fields.iter().map(field).collect_view())),
    };
    let name = format!("{}: {}", record.kind, record.title);
    view! {
        <li class="row">
            <span>
                {name}
                {fields.map(|fields| view! { <span class="sub">{fields}</span> })}
            </span>
            <span class="meta">{what}</span>
        </li>
    }
}

fn field(field: &FieldDifference) -> impl IntoView {
    let name = format!("{}: ", field.name);
    view! {
        <span class="import-field">
            {name}<del>{field.before.clone()}</del>" "<ins>{field.after.clone()}</ins>
        </span>
    }
}
