//! Answering again about work that was decided before: the new answer is kept beside the earlier one.

use domain::classify::{Kind, Verdict};
use domain::command::DecisionCommand;
use domain::id::DecisionId;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::wizard::state::Wizard;
use crate::ui::dynamic::dynamic;
use crate::ui::field::TextArea;

/// Keeps the new answer; the work stays as it is.
#[component]
pub fn Revising(wizard: Wizard, verdict: Verdict, earlier: DecisionId) -> impl IntoView {
    let desk = desk();
    let to = RwSignal::new(verdict.kind);
    let called = verdict.kind;
    let is_open = verdict.undecided;
    let reason = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let command = DecisionCommand::Revise {
            id: earlier,
            description: untrack(move || wizard.description()),
            answers: untrack(move || wizard.answers()),
            to: to.get_untracked(),
            overrule_reason: reason.get_untracked(),
        };
        match desk.try_run(command) {
            Ok(done) => {
                wizard.finish();
                let kept = done.created.map(|id| DecisionId::from_key(id.key));
                desk.go(&kept.map_or(Route::Decisions, Route::Decision));
            }
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    let is_overruled = Memo::new(move |_| !is_open && to.get() != called);
    let other = move || match (to.get() == called, called.other()) {
        (true, Kind::Process) => "Keep it as a process instead",
        (true, Kind::Project) => "Keep it as a project instead",
        (false, _) => "Follow the verdict after all",
    };
    view! {
        <form class="stack" data-gap="4" on:submit=submit novalidate=true>
            <h2>"Answered again"</h2>
            <p class="muted">
                "This is kept beside the earlier answer, and you can compare the two. The work stays as it is. \
                 If its kind has changed, convert it from the decision’s page."
            </p>
            {dynamic(move || is_overruled.get().then(|| view! {
                <TextArea label="Why against the verdict?" value=reason error=error/>
            }))}
            {dynamic(move || error.get().filter(|_| !is_overruled.get()).map(|sentence| view! {
                <p class="form-error" role="alert">{sentence}</p>
            }))}
            <button type="submit" class="btn" data-kind="primary" data-size="l">
                <span class="label">"Keep the new answer"</span>
            </button>
            <button
                type="button" class="btn" data-kind="quiet"
                on:click=move |_| to.update(|to| *to = to.other())
            >
                {dynamic(other)}
            </button>
        </form>
    }
}
