//! Beside the step: what the run knows, and what comes next.

use domain::flow::form;
use domain::flow::graph::{Graph, Place, Way};
use domain::id::RunId;
use domain::model::{Next, Run, Version, VersionStep};
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::processes::filled::{filled, named};
use crate::ui::dynamic::dynamic;

/// What was recorded so far, by the labels of the version.
#[component]
pub fn Known(
    /// The run.
    id: RunId,
) -> impl IntoView {
    let desk = desk();
    let rows = move || {
        let run = desk.get::<Run>(id)?;
        let version = desk.get::<Version>(run.version)?;
        if run.values.is_empty() {
            return None;
        }
        let fields = form::fields(&version.steps);
        let rows = run.values.iter().map(|(key, value)| {
            let label = fields
                .get(key.as_str())
                .map_or(key.clone(), |field| field.label.clone());
            let shown = form::shown(value, &|id| named(desk, id));
            view! { <dt>{label}</dt><dd>{shown}</dd> }
        });
        Some(view! {
            <section class="stack" data-gap="3">
                <h2>"Known so far"</h2>
                <dl class="known">{rows.collect_view()}</dl>
            </section>
        })
    };
    dynamic(rows)
}

/// Where each way from the present step leads, and on what it depends.
#[component]
pub fn ComesNext(
    /// The run.
    id: RunId,
    /// The step to do now.
    step: VersionStep,
) -> impl IntoView {
    let desk = desk();
    let cards = desk.read(|ws| {
        let run = ws.get::<Run>(id)?;
        let version = ws.get::<Version>(run.version)?;
        Some(ways(version, &step))
    });
    view! {
        <section class="stack" data-gap="2">
            <h2>"What comes next"</h2>
            {cards.unwrap_or_default().into_iter().map(|(head, title, role)| {
                let is_case = head.is_some().then_some("");
                view! {
                <div class="next-step" data-if=is_case>
                    {head.map(|head| view! { <span class="sub">{head}</span> })}
                    <b>{dynamic(move || filled(desk, id, &title))}</b>
                    {(!role.is_empty()).then(|| view! { <span class="sub">{dynamic(move || filled(desk, id, &role))}</span> })}
                </div>
            }}).collect_view()}
        </section>
    }
}

/// Condition, title and role of each way.
fn ways(version: &Version, step: &VersionStep) -> Vec<(Option<String>, String, String)> {
    let graph = Graph::new(&version.steps);
    let Some(at) = graph.position(step.step) else {
        return Vec::new();
    };
    let branches = match &step.work.next {
        Next::Choose { branches, .. } => branches.as_slice(),
        _ => &[],
    };
    let ways = graph.edges(at).into_iter().map(|edge| {
        let head = match edge.way {
            Way::On => None,
            Way::Branch(nth) => branches
                .get(nth)
                .map(|branch| format!("If {}", branch.when)),
            Way::Otherwise => Some("Otherwise".to_owned()),
            Way::Parallel(_) => Some("At the same time".to_owned()),
            Way::Rejected => Some("If rejected".to_owned()),
            Way::Back => Some("If sent back".to_owned()),
        };
        let to = match edge.to {
            Place::Step(to) => version.steps.get(to),
            Place::End => None,
        };
        match to {
            Some(to) => (head, to.title.clone(), to.role.clone()),
            None => (head, "The run is finished".to_owned(), String::new()),
        }
    });
    ways.collect()
}
