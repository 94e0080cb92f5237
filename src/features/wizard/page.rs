//! The wizard's page: its own head, and the phase that is open.

use domain::classify::Question;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::wizard::describe::Describe;
use crate::features::wizard::questions::Ask;
use crate::features::wizard::shape::AskShape;
use crate::features::wizard::state::{Phase, Wizard};
use crate::features::wizard::verdict::VerdictPhase;
use crate::platform::focus;
use crate::platform::keyboard::is_dialog_open;
use crate::ui::dynamic::{dynamic, flag};
use crate::ui::icon::Icon;

/// New work: describe, questions, verdict.
#[component]
pub fn Page() -> impl IntoView {
    let desk = desk();
    let wizard = Wizard::new(desk);
    follow_phase(wizard);
    let escape = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "Escape" && !event.default_prevented() && !is_dialog_open() {
            desk.go(&Route::Overview);
        }
    });
    on_cleanup(move || escape.remove());
    let phase = Memo::new(move |_| wizard.phase.get());
    view! {
        <div class="wizard">
            <header class="wizard-top">
                <a class="logo" href=Route::Overview.href()>
                    <svg class="logo-mark" viewBox="0 0 24 21" role="img" aria-label="Loopline">
                        <use href="#logo"></use>
                    </svg>
                    <span class="logo-word">"Loopline"</span>
                </a>
                <PhaseList phase=phase/>
                <a class="btn" data-kind="quiet" href=Route::Overview.href()>
                    <span class="label">"Close"</span>
                    <kbd class="kbd">"Esc"</kbd>
                </a>
            </header>
            {dynamic(move || match phase.get() {
                Phase::Describe => view! { <Describe wizard=wizard/> }.into_any(),
                Phase::Ask(question) if Question::SHAPE.contains(&question) => {
                    view! { <AskShape wizard=wizard question=question/> }.into_any()
                }
                Phase::Ask(question) => view! { <Ask wizard=wizard question=question/> }.into_any(),
                Phase::Verdict => view! { <VerdictPhase wizard=wizard/> }.into_any(),
            })}
            <p class="vh" role="status" aria-live="polite">
                {dynamic(move || wizard.reading().get().sentence)}
            </p>
        </div>
    }
}

/// Moves the focus to the heading of each new phase.
fn follow_phase(wizard: Wizard) {
    Effect::new(move |previous: Option<Phase>| {
        let phase = wizard.phase.get();
        if previous.is_some_and(|previous| previous != phase) {
            request_animation_frame(|| {
                focus::scroll_to_top();
                focus::focus("[data-page-heading]");
            });
        }
        phase
    });
}

#[component]
fn PhaseList(phase: Memo<Phase>) -> impl IntoView {
    let place = Memo::new(move |_| match phase.get() {
        Phase::Describe => 0,
        Phase::Ask(_) => 1,
        Phase::Verdict => 2,
    });
    let items = (0..)
        .zip(["Describe", "Questions", "Verdict"])
        .map(move |(idx, name)| {
            let is_current = move || (place.get() == idx).then_some("step");
            let is_done = move || (place.get() > idx).then(|| view! { <Icon name="check"/> });
            view! { <li aria-current=flag(is_current)>{dynamic(is_done)}{name}</li> }
        });
    view! { <ol class="wizard-steps" aria-label="Progress">{items.collect_view()}</ol> }
}
