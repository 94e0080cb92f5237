//! The gates of a project: what must be so before the next stage, and how it was decided.

use domain::command::GateCommand;
use domain::id::{GateId, ProjectId};
use domain::lists::List;
use domain::model::{Gate, Project, Stage, Verdict};
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::dynamic::dynamic;
use crate::ui::field::{SelectField, TextArea, TextField};
use crate::ui::form::field_error;
use crate::ui::format;

/// Every gate, the open one first.
#[component]
pub fn Gates(
    /// Whose.
    id: ProjectId,
) -> impl IntoView {
    let desk = desk();
    let project = desk.record::<Project>(id);
    let content = move || {
        let mut gates: Vec<GateId> = desk.ids::<Gate>(List::Gates(id));
        gates.reverse();
        let is_open = gates
            .first()
            .and_then(|gate| desk.get::<Gate>(*gate))
            .is_some_and(|gate| gate.ruling.is_none());
        let stage = project
            .get()
            .map(|project| project.stage)
            .unwrap_or_default();
        let next = Stage::ALL.into_iter().find(|other| *other > stage);
        let open = next.filter(|_| !is_open).map(|next| {
            let open = move |_| {
                desk.run(GateCommand::Open { project: id });
            };
            view! {
                <button type="button" class="btn" on:click=open>{format!("Open the gate to {}", next.name())}</button>
            }
        });
        let reviews = gates.into_iter().map(|gate| view! { <Review id=gate/> });
        view! {
            {open}
            <ul class="rows" aria-label="Gates">{reviews.collect_view()}</ul>
        }
    };
    view! {
        <section class="panel">
            <header class="panel-head"><h2>"Gates"</h2></header>
            <div class="stack" data-gap="2">{dynamic(content)}</div>
        </section>
    }
}

#[component]
fn Review(id: GateId) -> impl IntoView {
    let desk = desk();
    let gate = desk.record::<Gate>(id);
    let checks = move || {
        let gate = gate.get()?;
        let is_decided = gate.ruling.is_some();
        let checks = gate.checks.clone().into_iter().enumerate().map(move |(at, check)| {
            let tick = move |event| {
                let is_met = event_target_checked(&event);
                desk.run(GateCommand::Check { id, at, is_met });
            };
            view! {
                <label class="check">
                    <input type="checkbox" prop:checked=check.is_met disabled=is_decided on:change=tick/>
                    <span>{check.text}</span>
                </label>
            }
        });
        Some(checks.collect_view())
    };
    let title = move || gate.get().map(|gate| format!("Gate to {}", gate.to.name()));
    let ruling = move || {
        let ruling = gate.get()?.ruling.clone()?;
        let when = format::moment(ruling.at, desk.today());
        let reason =
            (!ruling.reason.is_empty()).then(|| view! { <span class="sub">{ruling.reason}</span> });
        Some(view! {
            <p>{format!("{}, decided by {} on {when}", ruling.verdict.name(), ruling.by)}{reason}</p>
        })
    };
    let is_open = Memo::new(move |_| gate.get().is_some_and(|gate| gate.ruling.is_none()));
    view! {
        <li class="gate">
            <h3>{dynamic(title)}</h3>
            {dynamic(checks)}
            {dynamic(ruling)}
            {dynamic(move || is_open.get().then(|| view! { <Decide id=id/> }))}
        </li>
    }
}

#[component]
fn Decide(id: GateId) -> impl IntoView {
    let desk = desk();
    let verdict = RwSignal::new("0".to_owned());
    let by = RwSignal::new(desk.read(|ws| ws.settings().your_name));
    let reason = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let choices: Vec<(String, String)> = [
        "Go: on to the next stage",
        "Hold: wait until it is put right",
        "Stop: the project ends here",
    ]
    .iter()
    .enumerate()
    .map(|(at, name)| (at.to_string(), (*name).to_owned()))
    .collect();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let at: usize = verdict.get_untracked().parse().unwrap_or(0);
        let command = GateCommand::Decide {
            id,
            verdict: Verdict::ALL.get(at).copied().unwrap_or(Verdict::Hold),
            by: by.get_untracked(),
            reason: reason.get_untracked(),
        };
        if let Err(refused) = desk.try_run(command) {
            error.set(Some(refused.to_string()));
        }
    };
    let other = move || {
        let sentence = error
            .get()
            .filter(|sentence| !sentence.starts_with("Decided by"))?;
        Some(view! { <p class="form-error" role="alert">{sentence}</p> })
    };
    view! {
        <form class="stack" data-gap="2" on:submit=submit novalidate=true>
            <SelectField label="Decision" value=verdict options=Signal::stored(choices)/>
            <TextField label="Decided by" value=by error=field_error(error, "Decided by")/>
            <TextArea label="Reason" value=reason optional=true/>
            {dynamic(other)}
            <button type="submit" class="btn" data-kind="primary">"Record the decision"</button>
        </form>
    }
}
