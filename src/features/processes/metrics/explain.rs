//! What is behind a figure: its definition, its parts, and the runs it comes from.

use domain::id::RunId;
use domain::log::Log;
use domain::route::Route;
use leptos::prelude::*;

use crate::ui::dialog::{Dialog, open_while};
use crate::ui::dynamic::dynamic;

/// So many runs are listed; the log that can be saved has all of them.
const MAX_LISTED: usize = 100;

/// A figure taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explained {
    /// What it is called.
    pub title: String,
    /// What it means and how it is counted.
    pub definition: &'static str,
    /// Its parts, each with its value.
    pub parts: Vec<(&'static str, String)>,
    /// The runs it comes from, with what each adds.
    pub runs: Vec<(RunId, String, String)>,
}

/// The run of a case with its name and what it says.
pub fn run_row(log: &Log, case: usize, says: String) -> Option<(RunId, String, String)> {
    let case = log.cases.get(case)?;
    Some((case.run?, case.name.clone(), says))
}

/// The dialog that shows what was asked for.
#[component]
pub fn Explanation(
    /// What was asked for.
    explained: RwSignal<Option<Explained>>,
) -> impl IntoView {
    let (open, explained) = open_while(explained);
    let title = Signal::derive(move || {
        explained.with(|explained| {
            explained
                .as_ref()
                .map(|explained| explained.title.clone())
                .unwrap_or_default()
        })
    });
    view! {
        <Dialog open=open title=title>
            {dynamic(move || explained.get().map(|explained| inside(&explained)))}
        </Dialog>
    }
}

fn inside(explained: &Explained) -> AnyView {
    let parts = explained.parts.iter().map(|(name, value)| {
        view! { <div><dt>{*name}</dt><dd class="num">{value.clone()}</dd></div> }
    });
    let n_runs = explained.runs.len();
    let runs = explained
        .runs
        .iter()
        .take(MAX_LISTED)
        .map(|(id, name, says)| {
            view! {
                <li class="row">
                    <a class="title" href=Route::Run(*id).href()>{name.clone()}</a>
                    <span class="num muted">{says.clone()}</span>
                </li>
            }
        });
    let more = n_runs.saturating_sub(MAX_LISTED);
    view! {
        <div class="dialog-body">
            <p>{explained.definition}</p>
            <dl class="facts">{parts.collect_view()}</dl>
            {(n_runs > 0).then(|| view! {
                <section aria-label="Runs">
                    <h3>"The runs it comes from"</h3>
                    <ul class="rows">{runs.collect_view()}</ul>
                </section>
            })}
            {(more > 0).then(|| view! { <p class="meta">{format!("And {more} more.")}</p> })}
        </div>
    }
    .into_any()
}
