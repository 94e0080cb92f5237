//! A run's way: its steps done, present and to come, and everything that happened on it.

use domain::id::{RunEventId, RunId, StepId};
use domain::lists::List;
use domain::model::{Run, RunEvent, RunEventKind, Version};
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::ui::dynamic::each;
use crate::ui::format;
use crate::ui::icon::Icon;

/// The steps of the run's version, with the present one marked.
#[component]
pub fn Trail(
    /// The run.
    id: RunId,
) -> impl IntoView {
    let desk = desk();
    let steps = move || {
        let run = desk.get::<Run>(id)?;
        let version = desk.get::<Version>(run.version)?;
        let now_idx = run.current.and_then(|step_id| version.position(step_id));
        let now_idx = now_idx.unwrap_or(version.steps.len());
        let rows = version.steps.iter().enumerate().map(|(idx, step)| {
            let place = match idx.cmp(&now_idx) {
                std::cmp::Ordering::Less => "done",
                std::cmp::Ordering::Equal => "now",
                std::cmp::Ordering::Greater => "next",
            };
            let tick = (place == "done").then(|| view! { <Icon name="check"/> });
            let is_now = (place == "now").then_some("step");
            let spoken = match place {
                "done" => "Done: ",
                "now" => "Now: ",
                _ => "To come: ",
            };
            view! {
                <li data-k=place aria-current=is_now>
                    <span class="mk" aria-hidden="true">{tick}</span>
                    <span>
                        <b><span class="vh">{spoken}</span>{step.title.clone()}</b>
                        <span class="sub">{step.role.clone()}</span>
                    </span>
                </li>
            }
        });
        Some(rows.collect_view())
    };
    view! { <ol class="trail">{steps}</ol> }
}

/// What happened in the run, newest first.
#[component]
pub fn History(
    /// The run.
    id: RunId,
) -> impl IntoView {
    let desk = desk();
    let newest_first = move || {
        let mut keys = desk.keys(List::RunEvents(id)).to_vec();
        keys.reverse();
        keys
    };
    view! {
        <section class="stack" data-gap="2">
            <h2>"What happened"</h2>
            <ul class="rows">
                {each(newest_first, move |key| {
                    row(desk, id, RunEventId::from_key(key)).into_any()
                })}
            </ul>
        </section>
    }
}

fn row(desk: Desk, run_id: RunId, id: RunEventId) -> impl IntoView {
    let event = desk.get::<RunEvent>(id)?;
    let step = event
        .step
        .and_then(|step_id| step_title(desk, run_id, step_id));
    let what = match (event.kind, step) {
        (RunEventKind::Started, _) | (_, None) => event.kind.name().to_owned(),
        (RunEventKind::StepFinished, Some(step)) => format!("Finished {step}"),
        (RunEventKind::Finished, Some(step)) => format!("Finished {step}, the last step"),
        (kind, Some(step)) => format!("{} {step}", kind.name()),
    };
    let when = format::moment(event.at, desk.today());
    let by = if event.by.is_empty() {
        when
    } else {
        format!("{when}, {}", event.by)
    };
    Some(view! { <li class="row"><span>{what}<span class="sub">{by}</span></span></li> })
}

fn step_title(desk: Desk, run_id: RunId, step_id: StepId) -> Option<String> {
    desk.read(|ws| {
        let run = ws.get::<Run>(run_id)?;
        let version = ws.get::<Version>(run.version)?;
        let step = version.steps.get(version.position(step_id)?)?;
        Some(step.title.clone())
    })
}
