//! The second phase: one question at a time, the one that can still change the verdict most.

use domain::classify::{Answer, Question};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::features::wizard::state::{Phase, Wizard};
use crate::platform::keyboard::{has_command_key, is_typing};
use crate::ui::dynamic::{dynamic, text};
use crate::ui::format;
use crate::ui::icon::{Glyph, Icon, Kind};
use crate::ui::needle::Needle;

#[component]
pub fn Ask(wizard: Wizard, question: Question) -> impl IntoView {
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        on_key(wizard, question, &event);
    });
    on_cleanup(move || keys.remove());
    let choices = question
        .choices()
        .iter()
        .zip(1..)
        .map(|(answer, number)| choice(wizard, question, *answer, number))
        .collect_view();
    view! {
        <main class="wizard-body two" id="main" tabindex="-1">
            <div class="ask">
                <WayOn wizard=wizard name=question.name()/>
                <div class="stack" data-gap="2">
                    <h1 tabindex="-1" data-page-heading="">{question.prompt()}</h1>
                    <p class="lede">{question.why()}</p>
                </div>
                <div class="choices" role="group" aria-label="Answers">{choices}</div>
                <Needle reading=wizard.reading()/>
                <div class="wizard-acts">
                    <button type="button" class="btn" data-kind="quiet" data-size="l" on:click=move |_| wizard.back()>
                        <Icon name="arrow-left"/>
                        <span class="label">"Back"</span>
                    </button>
                    <button
                        type="button" class="btn" data-kind="quiet" data-size="l"
                        on:click=move |_| wizard.phase.set(Phase::Verdict)
                    >
                        "See the verdict now"
                    </button>
                </div>
            </div>
            <AnswerLadder wizard=wizard current=question/>
        </main>
    }
}

/// How far the answers are, and what is asked. The most there can be are thirteen; mostly it is fewer.
#[component]
pub fn WayOn(wizard: Wizard, name: &'static str) -> impl IntoView {
    let n_answered = Memo::new(move |_| wizard.answers().len());
    let said = move || format::count(n_answered.get(), "answer", "answers");
    let most = Question::ALL.len();
    view! {
        <div class="of">
            <span class="num">{text(said)}</span>
            <progress class="bar" max=most value=text(move || n_answered.get().to_string()) aria-label="Questions answered"></progress>
            <span>{name}</span>
        </div>
    }
}

/// The key of an answer: 1, 2, 3 in order, and 0 for “not sure”.
fn key_of(answer: Answer, number: u32) -> u32 {
    if answer == Answer::NotSure { 0 } else { number }
}

fn choice(wizard: Wizard, question: Question, answer: Answer, number: u32) -> impl IntoView {
    let option = question.option(answer);
    let is_chosen = move || {
        let is_it = wizard.answers().get(question) == Some(answer);
        if is_it { "true" } else { "false" }
    };
    let is_suggested = move || {
        let is_it =
            wizard.answers().get(question).is_none() && wizard.suggested(question) == Some(answer);
        is_it.then(|| view! { <span class="chip">"suggested by your words"</span> })
    };
    let kind = match answer {
        Answer::Loop => Some(Kind::Loop),
        Answer::Line => Some(Kind::Line),
        _ => None,
    };
    let is_small = matches!(answer, Answer::Both | Answer::NotSure);
    let detail = (!is_small && !option.detail.is_empty())
        .then(|| view! { <span class="detail">{option.detail}</span> });
    let example =
        (!option.example.is_empty()).then(|| view! { <span class="eg">{option.example}</span> });
    view! {
        <button
            type="button" class=if is_small { "choice choice-s" } else { "choice" }
            aria-pressed=is_chosen on:click=move |_| wizard.answer(question, answer)
        >
            {kind.map(|kind| view! { <Glyph kind=kind/> })}
            <b>{option.title}</b>
            <kbd class="kbd">{key_of(answer, number)}</kbd>
            {detail}
            {example}
            {dynamic(is_suggested)}
        </button>
    }
}

fn on_key(wizard: Wizard, question: Question, event: &KeyboardEvent) {
    if is_typing(event) || has_command_key(event) || event.alt_key() {
        return;
    }
    let key = event.key();
    let chosen = question
        .choices()
        .iter()
        .zip(1..)
        .find(|(answer, number)| key_of(**answer, *number).to_string() == key);
    match (chosen, key.as_str()) {
        (Some((answer, _)), _) => wizard.answer(question, *answer),
        (None, "ArrowLeft" | "Backspace") => wizard.back(),
        _ => return,
    }
    event.prevent_default();
}

/// Every answer so far and every question that could be asked; each leads to its question.
#[component]
pub fn AnswerLadder(wizard: Wizard, current: Question) -> impl IntoView {
    let rows = Question::ALL.into_iter().map(move |question| {
        let is_shape = |question| Question::SHAPE.contains(&question);
        let is_current =
            (question == current || (is_shape(question) && is_shape(current))).then_some("step");
        view! {
            <li aria-current=is_current>
                <button type="button" on:click=move |_| wizard.ask(question)>
                    <span>{question.name()}</span>
                    {dynamic(move || position(
                        wizard.answers().get(question), wizard.suggested(question),
                    ))}
                </button>
            </li>
        }
    });
    view! {
        <aside class="stack" aria-label="Your answers">
            <div class="line-up" data-spread="">
                <h2>"Your answers"</h2>
                <span class="meta">"Loop – Line"</span>
            </div>
            <ol class="ladder">{rows.collect_view()}</ol>
            <p class="meta">"Hollow marks come from your words. Press a row to answer it yourself."</p>
            <p class="meta not-phone">
                <kbd class="kbd">"1"</kbd>" "<kbd class="kbd">"2"</kbd>" "<kbd class="kbd">"3"</kbd>" choose  "
                <kbd class="kbd">"0"</kbd>" not sure  "<kbd class="kbd">"←"</kbd>" back"
            </p>
        </aside>
    }
}

/// Where an answer lies between the poles; one that only the words suggest is drawn hollow.
fn position(given: Option<Answer>, suggested: Option<Answer>) -> impl IntoView {
    let is_suggested = given.is_none() && suggested.is_some();
    let (kind, place, words) = match given.or(suggested) {
        None => {
            return view! { <span class="pos"><span class="vh">"not answered"</span></span> }
                .into_any();
        }
        Some(Answer::Loop) => ("loop", "10%", "loop"),
        Some(Answer::Line) => ("line", "90%", "line"),
        Some(Answer::Both) => ("both", "50%", "both"),
        Some(Answer::Yes) => ("yes", "50%", "yes"),
        Some(Answer::No) => ("no", "50%", "no"),
        Some(Answer::NotSure) => ("unsure", "50%", "not sure"),
    };
    let sign = match kind {
        "unsure" => Some("?"),
        "yes" | "no" => Some(words),
        _ => None,
    };
    let from = is_suggested.then_some("");
    view! {
        <span class="pos">
            <i data-k=kind data-suggested=from style:--v=place aria-hidden="true">{sign}</i>
            <span class="vh">{words}{is_suggested.then_some(", suggested by your words")}</span>
        </span>
    }
    .into_any()
}
