//! The three questions that find the shape, on one page: each is ticked or left, and one press goes on.

use domain::classify::{Answer, Question};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::features::wizard::questions::{AnswerLadder, WayOn};
use crate::features::wizard::state::Wizard;
use crate::platform::focus;
use crate::platform::keyboard::{has_command_key, is_typing};
use crate::ui::dynamic::text;
use crate::ui::needle::Needle;

#[component]
pub fn AskShape(wizard: Wizard, question: Question) -> impl IntoView {
    let ticked = RwSignal::new(Question::SHAPE.map(|question| {
        let given = untrack(move || wizard.answers().known(question));
        let suggested = untrack(move || wizard.suggested(question));
        given.or(suggested) == Some(Answer::Yes)
    }));
    let toggle = move |idx: usize| {
        ticked.update(|ticked| {
            if let Some(tick) = ticked.get_mut(idx) {
                *tick = !*tick;
            }
        });
    };
    let go_on = move || wizard.answer_shape(ticked.get_untracked());
    let not_sure = move || wizard.unsure_of_shape();
    let keys = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        if is_typing(&event) || has_command_key(&event) || event.alt_key() || event.repeat() {
            return;
        }
        let is_on_page = !focus::is_on("button, a");
        match event.key().as_str() {
            "1" => toggle(0),
            "2" => toggle(1),
            "3" => toggle(2),
            "0" => not_sure(),
            "Enter" if is_on_page => go_on(),
            "ArrowLeft" | "Backspace" => wizard.back(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
    let choices = Question::SHAPE.into_iter().enumerate().map(move |(idx, question)| {
        let is_ticked = move || ticked.with(|ticked| ticked.get(idx) == Some(&true));
        let pressed = move || if is_ticked() { "true" } else { "false" };
        let is_from_words = untrack(move || {
            wizard.answers().get(question).is_none()
                && wizard.suggested(question) == Some(Answer::Yes)
        });
        view! {
            <button type="button" class="choice choice-tick" aria-pressed=pressed on:click=move |_| toggle(idx)>
                <b>{question.statement()}</b>
                <kbd class="kbd">{idx + 1}</kbd>
                <span class="detail">{question.option(Answer::Yes).detail}" "{question.why()}</span>
                <span class="meta">{question.option(Answer::Yes).example}</span>
                {is_from_words.then(|| view! { <span class="chip">"suggested by your words"</span> })}
            </button>
        }
    });
    let says_none = Memo::new(move |_| ticked.with(|ticked| ticked.iter().all(|tick| !tick)));
    let on_label = move || {
        if says_none.get() {
            "None of these"
        } else {
            "Go on"
        }
        .to_owned()
    };
    view! {
        <main class="wizard-body two" id="main" tabindex="-1">
            <div class="ask">
                <WayOn wizard=wizard name="Shape"/>
                <div class="stack" data-gap="2">
                    <h1 tabindex="-1" data-page-heading="">"Which of these are true of it?"</h1>
                    <p class="lede">"They do not move the verdict. They say what kind of project it is, and what to set up for it."</p>
                </div>
                <div class="choices choices-one" role="group" aria-label="Answers">{choices.collect_view()}</div>
                <Needle reading=wizard.reading()/>
                <div class="wizard-acts">
                    <button type="button" class="btn" data-kind="primary" data-size="l" on:click=move |_| go_on()>
                        <span class="label">{text(on_label)}</span>
                        <kbd class="kbd">"Enter"</kbd>
                    </button>
                    <button type="button" class="btn" data-size="l" on:click=move |_| not_sure()>
                        <span class="label">"Not sure"</span>
                        <kbd class="kbd">"0"</kbd>
                    </button>
                    <button type="button" class="btn" data-kind="quiet" data-size="l" on:click=move |_| wizard.back()>
                        "Back"
                    </button>
                </div>
            </div>
            <AnswerLadder wizard=wizard current=question/>
        </main>
    }
}
