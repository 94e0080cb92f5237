//! A run's way: its steps done, present and to come, and everything that happened on it.

use domain::id::{RunEventId, RunId, StepId};
use domain::lists::List;
use domain::model::{Run, RunEvent, RunEventKind, Version};
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::processes::filled::filled;
use crate::ui::dynamic::{dynamic, each};
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
        let is_old = run.n_given == 0;
        let now_idx = run.current.and_then(|step_id| version.position(step_id));
        let now_idx = now_idx.unwrap_or(version.steps.len());
        let rows = version.steps.iter().enumerate().map(|(idx, step)| {
            let is_now = run.current == Some(step.step)
                || run.open_tokens().any(|token| token.step == step.step);
            let place = if is_now {
                "now"
            } else if run.skipped.contains(&step.step) {
                "skipped"
            } else if run.done.contains(&step.step) || (is_old && idx < now_idx) {
                "done"
            } else {
                "next"
            };
            let tick = (place == "done").then(|| view! { <Icon name="check"/> });
            let is_now = (place == "now").then_some("step");
            let spoken = match place {
                "done" => "Done: ",
                "now" => "Now: ",
                "skipped" => "Skipped: ",
                _ => "To come: ",
            };
            view! {
                <li data-k=place aria-current=is_now>
                    <span class="mk" aria-hidden="true">{tick}</span>
                    <span>
                        <b><span class="vh">{spoken}</span>{filled(desk, id, &step.title)}</b>
                        <span class="sub">{filled(desk, id, &step.role)}</span>
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
        // That the run came to a step is said by what was finished before it.
        let keys = desk.keys(List::RunEvents(id));
        let is_shown = |key: &u64| {
            let event = desk.get::<RunEvent>(RunEventId::from_key(*key));
            event.is_some_and(|event| event.kind != RunEventKind::StepEntered)
        };
        keys.iter().rev().copied().filter(is_shown).collect()
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
    let note = event.note.clone();
    let note = (!note.is_empty()).then(|| view! { <span class="sub">{format!("“{note}”")}</span> });
    Some(
        view! { <li class="row"><span>{dynamic(move || filled(desk, run_id, &what))}{note}<span class="sub">{by}</span></span></li> },
    )
}

fn step_title(desk: Desk, run_id: RunId, step_id: StepId) -> Option<String> {
    desk.read(|ws| {
        let run = ws.get::<Run>(run_id)?;
        let version = ws.get::<Version>(run.version)?;
        let step = version.steps.get(version.position(step_id)?)?;
        Some(step.title.clone())
    })
}
