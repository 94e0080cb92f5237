//! The log of the process as a file for other tools.

use std::sync::Arc;

use domain::id::TemplateId;
use domain::log::{Log, export};
use domain::model::Template;
use leptos::prelude::*;

use crate::desk::{desk, save};
use crate::ui::icon::Icon;

/// The buttons that save the whole log, whatever the page is narrowed to.
#[component]
pub fn Files(
    /// The process.
    id: TemplateId,
    /// Its log.
    log: Memo<Arc<Log>>,
) -> impl IntoView {
    let desk = desk();
    let name = move || {
        desk.read(|ws| ws.get::<Template>(id).map(|template| template.name.clone()))
            .unwrap_or_default()
    };
    let file = move |ending: &'static str, mime: &'static str, write: fn(&Log, &str) -> String| {
        let on_click = move |_| {
            let name = name();
            let text = log.with_untracked(|log| write(log, &name));
            save::text(desk, &format!("{name} log.{ending}"), mime, &text);
        };
        move |label: &'static str| {
            view! {
                <button type="button" class="btn" data-size="s" on:click=on_click>
                    <Icon name="download"/>{label}
                </button>
            }
        }
    };
    view! {
        <section class="panel" aria-label="Event log">
            <div class="panel-head"><h2>"Event log"</h2></div>
            <p class="panel-note">
                "Everything that happened in the runs of this process, for other tools: a table, XES (IEEE 1849) or OCEL 2.0."
            </p>
            <p class="toolbar">
                {file("csv", "text/csv", |log, _| export::csv(log))("Save as CSV")}
                {file("xes", "application/xml", export::xes)("Save as XES")}
                {file("ocel.json", "application/json", |log, _| export::ocel(log))("Save as OCEL 2.0")}
            </p>
        </section>
    }
}
