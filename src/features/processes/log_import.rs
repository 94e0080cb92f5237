//! Importing an event log: choose a file, say which column holds what, look, import.

use std::sync::Arc;

use domain::command::LogCommand;
use domain::id::TemplateId;
use domain::log::import::{self, Columns, LogFile, MAX_BYTES, Table, Taken};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::platform::file;
use crate::ui::dialog::Dialog;
use crate::ui::dynamic::dynamic;
use crate::ui::field::TextField;
use crate::ui::form::{FormFoot, field_error};
use crate::ui::format;
use crate::ui::icon::Icon;

/// So many rows and sentences are shown.
const N_SHOWN: usize = 5;

/// The button that opens the dialog.
#[component]
pub fn ImportLog() -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <button type="button" class="btn" on:click=move |_| open.set(true)>
            <Icon name="upload"/>
            <span class="label">"Import an event log"</span>
        </button>
        <Dialog open=open title="Import an event log"><LogForm open=open/></Dialog>
    }
}

#[component]
fn LogForm(open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let table = RwSignal::new(None::<Arc<Table>>);
    let columns = RwSignal::new(Columns::default());
    let events = RwSignal::new(None::<Arc<Taken>>);
    let on_file = move |event: leptos::ev::Event| {
        let Some(field) = file::field_of(&event) else {
            return;
        };
        file::read_chosen(&field, MAX_BYTES as f64, move |chosen| {
            error.set(None);
            table.set(None);
            events.set(None);
            let read = chosen.and_then(|file| {
                let stem = file
                    .name
                    .rsplit_once('.')
                    .map_or(file.name.as_str(), |(stem, _)| stem)
                    .to_owned();
                import::read(&file.text)
                    .map(|found| (stem, found))
                    .map_err(|error| error.to_string())
            });
            match read {
                Ok((stem, found)) => {
                    if name.with_untracked(String::is_empty) {
                        name.set(stem);
                    }
                    match found {
                        LogFile::Table(found) => {
                            columns.set(found.guess());
                            table.set(Some(Arc::new(found)));
                        }
                        LogFile::Events(taken) => events.set(Some(Arc::new(taken))),
                    }
                }
                Err(sentence) => error.set(Some(sentence)),
            }
        });
    };
    let taken = Memo::new(move |_| match table.get() {
        Some(table) => Some(Arc::new(table.take(&columns.get()))),
        None => events.get(),
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(taken) = taken.get_untracked() else {
            error.set(Some("Choose a file first.".to_owned()));
            return;
        };
        match desk.try_run(LogCommand::Import {
            name: name.get_untracked(),
            taken,
        }) {
            Ok(done) => {
                open.set(false);
                if let Some(created) = done.created {
                    desk.go(&Route::Mining(TemplateId::from_key(created.key)));
                }
            }
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <p>"A CSV or XES file with a row or an event for each thing that was done becomes a process with finished runs, which you can measure and mine at once. Undo takes it back."</p>
                <label class="field">
                    <span class="label">"CSV or XES file"</span>
                    <input type="file" class="input" accept=".csv,.tsv,.txt,.xes,.xml" on:change=on_file/>
                </label>
                <TextField label="Name" value=name error=field_error(error, "Name") help="What the process is called."/>
                {dynamic(move || table.get().map(|table| mapping(&table, columns)))}
                {dynamic(move || taken.get().map(|taken| preview(&taken)))}
            </div>
            <FormFoot open=open save="Import the log" error=error fields=&["Name"]/>
        </form>
    }
}

/// Which column holds what.
fn mapping(table: &Table, columns: RwSignal<Columns>) -> AnyView {
    let select = |label: &'static str,
                  is_needed: bool,
                  read: fn(&Columns) -> Option<usize>,
                  write: fn(&mut Columns, Option<usize>)| {
        let chosen = columns.with_untracked(read);
        let options = table.head.iter().enumerate().map(|(idx, name)| {
            let is_chosen = chosen == Some(idx);
            view! { <option value=idx.to_string() selected=is_chosen>{name.clone()}</option> }
        });
        view! {
            <label class="field">
                <span class="label">{label}</span>
                <select class="input" on:change=move |event| {
                    let column = event_target_value(&event).parse().ok();
                    columns.update(|columns| write(columns, column));
                }>
                    {(!is_needed).then(|| view! { <option value="">"None"</option> })}
                    {options.collect_view()}
                </select>
            </label>
        }
    };
    view! {
        <div class="form-row">
            {select("Case", true, |c| Some(c.case), |c, column| c.case = column.unwrap_or(c.case))}
            {select("Activity", true, |c| Some(c.activity), |c, column| c.activity = column.unwrap_or(c.activity))}
            {select("Time", true, |c| Some(c.at), |c, column| c.at = column.unwrap_or(c.at))}
            {select("Person", false, |c| c.actor, |c, column| c.actor = column)}
            {select("Start or complete", false, |c| c.lifecycle, |c, column| c.lifecycle = column)}
        </div>
    }
    .into_any()
}

/// What would be imported.
fn preview(taken: &Taken) -> AnyView {
    let (n_cases, n_events) = (taken.cases.len(), taken.n_events());
    let found = format!(
        "{} with {}",
        format::count(n_cases, "run", "runs"),
        format::count(n_events, "event", "events")
    );
    let rows = taken.cases.iter().take(N_SHOWN).map(|case| {
        let done: Vec<&str> = case
            .events
            .iter()
            .filter(|event| !event.is_beginning)
            .map(|event| event.activity.as_str())
            .collect();
        view! { <li class="row"><span>{case.name.clone()}<span class="sub">{done.join(" → ")}</span></span></li> }
    });
    let problems = taken.problems.iter().take(N_SHOWN * 4).map(|sentence| {
        view! { <li class="row"><span>{sentence.clone()}</span></li> }
    });
    let n_left_out = taken.n_left_out;
    view! {
        <section aria-label="Preview">
            <p role="status"><b>{found}</b></p>
            <ul class="rows">{rows.collect_view()}</ul>
            {(n_left_out > 0).then(|| view! {
                <details class="import-list">
                    <summary>{format!("{} left out", format::count(n_left_out, "row", "rows"))}</summary>
                    <ul class="rows">{problems.collect_view()}</ul>
                </details>
            })}
        </section>
    }
    .into_any()
}
