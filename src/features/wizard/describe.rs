//! The first phase: the work in the person's own words, and what the words suggest.

use domain::classify::{Cue, Leaning, Pole};
use domain::text;
use leptos::prelude::*;

use crate::features::wizard::state::{Phase, Wizard};
use crate::platform::keyboard::has_command_key;
use crate::ui::dynamic::{dynamic, flag, text};
use crate::ui::format;
use crate::ui::icon::{Glyph, Kind};
use crate::ui::needle::Needle;

/// From this weight on, a cue is called strong.
const STRONG: i32 = 8;
/// Cues listed below the needle; the rest is marked in the text.
const MAX_CLUES: usize = 6;

/// Descriptions to try the wizard with.
const EXAMPLES: [(&str, &str); 5] = [
    (
        "Answer customers",
        "Answer the questions customers send us every day, each one the same way.",
    ),
    (
        "Open a shop",
        "Find a place for our second shop, fit it out and open it before the summer.",
    ),
    (
        "Check machines",
        "Every month someone checks the machines, replaces worn parts and notes the result.",
    ),
    (
        "Build an app",
        "Develop an app with which customers book their appointments, live by September.",
    ),
    (
        "Welcome a hire",
        "Design how we welcome new colleagues, so that every team does it the same way afterward.",
    ),
];

#[component]
pub fn Describe(wizard: Wizard) -> impl IntoView {
    let error = RwSignal::new(None::<String>);
    let go_on = move || match text::required_prose("The description", &wizard.description()) {
        Ok(_) => wizard.advance(),
        Err(refused) => error.set(Some(refused.to_string())),
    };
    let to_verdict = move |_| match text::required_prose(
        "The description",
        &untrack(move || wizard.description()),
    ) {
        Ok(_) => wizard.phase.set(Phase::Verdict),
        Err(refused) => error.set(Some(refused.to_string())),
    };
    let on_input = move |event| {
        error.set(None);
        wizard.describe(event_target_value(&event));
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && has_command_key(&event) {
            event.prevent_default();
            untrack(go_on);
        }
    };
    let examples = EXAMPLES.into_iter().map(move |(name, description)| {
        view! {
            <button type="button" class="filter" on:click=move |_| wizard.describe(description.to_owned())>
                {name}
            </button>
        }
    });
    let has_words = Memo::new(move |_| !wizard.description().trim().is_empty());
    let start_over = move || {
        has_words.get().then(|| {
            view! {
                <button type="button" class="btn" data-kind="quiet" data-size="l" on:click=move |_| wizard.start_over()>
                    "Start over"
                </button>
            }
        })
    };
    view! {
        <main class="wizard-body" id="main" tabindex="-1">
            <div class="stack" data-gap="2">
                <h1 id="describe-heading">"What needs doing?"</h1>
                <p class="lede">
                    "Say it in a sentence or two, as you would to a colleague. Nothing leaves this device."
                </p>
            </div>
            <div class="stack">
                <div class="say">
                    <div class="say-marks" aria-hidden="true"><Marked wizard=wizard/></div>
                    <textarea
                        class="say-input" data-page-heading="" aria-labelledby="describe-heading" aria-describedby="describe-error"
                        aria-invalid=flag(move || error.get().is_some().then_some("true"))
                        placeholder="Every month someone checks the machines and replaces worn parts."
                        prop:value=text(move || wizard.description())
                        on:input=on_input on:keydown=on_key
                    ></textarea>
                </div>
                <div id="describe-error" aria-live="polite">
                    {dynamic(move || error.get().map(|sentence| view! { <p class="error">{sentence}</p> }))}
                </div>
                <div class="examples"><span class="meta">"Or try"</span>{examples.collect_view()}</div>
            </div>
            <section class="panel box" aria-label="First impression">
                <div class="panel-body stack" data-gap="4">
                    <Needle reading=wizard.reading()/>
                    <Read wizard=wizard/>
                    <Clues wizard=wizard/>
                    <Suggested wizard=wizard/>
                </div>
            </section>
            <div class="wizard-acts">
                <button
                    type="button" class="btn" data-kind="primary" data-size="l"
                    on:click=move |_| untrack(go_on)
                >
                    <span class="label">"Answer the questions"</span>
                    <kbd class="kbd">"Ctrl Enter"</kbd>
                </button>
                {dynamic(move || has_words.get().then(|| view! {
                    <button type="button" class="btn" data-kind="quiet" data-size="l" on:click=to_verdict>
                        "See the verdict now"
                    </button>
                }))}
                {dynamic(start_over)}
                <span class="meta end not-phone">"Mostly two to four answers. Stop any time."</span>
            </div>
        </main>
    }
}

/// The text again, with the words that lean to one side marked. It lies under the field.
#[component]
fn Marked(wizard: Wizard) -> impl IntoView {
    move || {
        let description = wizard.description();
        let mut parts = Vec::new();
        let mut end_of_last = 0;
        wizard.suggestion.with(|suggestion| {
            for cue in &suggestion.cues {
                let before = description.get(end_of_last..cue.start).unwrap_or_default();
                let words = description.get(cue.start..cue.end).unwrap_or_default();
                parts.push(before.to_owned().into_any());
                parts.push(mark(words, cue.toward));
                end_of_last = cue.end;
            }
        });
        let rest = description.get(end_of_last..).unwrap_or_default();
        // A last line that is empty has no height without a character in it.
        parts.push(format!("{rest}\u{200B}").into_any());
        parts.collect_view()
    }
}

/// What the marked words mean, or an honest “cannot tell”.
#[component]
fn Clues(wizard: Wizard) -> impl IntoView {
    move || {
        let description = wizard.description();
        let cues = wizard.suggestion.get().cues;
        if cues.is_empty() {
            let text = if description.trim().is_empty() {
                "Words that speak for a process or a project will be marked as you type."
            } else {
                "Nothing in these words decides it yet. The questions will."
            };
            return view! { <p class="muted">{text}</p> }.into_any();
        }
        let mut strongest: Vec<Cue> = cues;
        strongest.sort_by_key(|cue| -cue.weight.abs());
        let rows = strongest.into_iter().take(MAX_CLUES).map(|cue| {
            let words = description
                .get(cue.start..cue.end)
                .unwrap_or_default()
                .to_owned();
            let kind = drawing(cue.toward);
            let strength = if cue.weight.abs() >= STRONG {
                "strong"
            } else {
                "some"
            };
            view! {
                <li>
                    {mark(&words, cue.toward)}
                    <span>{cue.reason}</span>
                    <span class="type" data-type=kind.name()>
                        <Glyph kind=kind/>
                        <span class="vh">{format!("{} ", side(cue.toward))}</span>
                        {strength}
                    </span>
                </li>
            }
        });
        view! { <ul class="clues">{rows.collect_view()}</ul> }.into_any()
    }
}

/// What the words alone read as, with how often such a reading is right; nothing where they do not tell.
#[component]
fn Read(wizard: Wizard) -> impl IntoView {
    let read = Memo::new(move |_| wizard.suggestion.with(|suggestion| suggestion.reading));
    dynamic(move || {
        let read = read.get();
        let what = described(read.leaning)?;
        let sure = format::percent(read.confidence);
        Some(view! {
            <p>"From your words alone, "<b>{what}</b>{format!(". About {sure} of such readings are right.")}</p>
        })
    })
}

/// What words lean to, in words; nothing where they do not tell.
pub fn described(leaning: Leaning) -> Option<&'static str> {
    match leaning {
        Leaning::Unclear => None,
        Leaning::Process => Some("a process"),
        Leaning::Project => Some("a project"),
        Leaning::Hybrid => {
            Some("both in one: a project with a process in it, or the other way around")
        }
    }
}

/// The answers that the words suggest. They are on the page from here on, and each can be changed.
#[component]
fn Suggested(wizard: Wizard) -> impl IntoView {
    let rows = move || {
        let suggested = wizard
            .suggestion
            .with(|suggestion| suggestion.answers.clone());
        let given = wizard.answers();
        let open: Vec<_> = suggested
            .iter()
            .filter(|(question, _)| given.get(*question).is_none())
            .collect();
        (!open.is_empty()).then(|| {
            let rows = open.into_iter().map(|(question, answer)| {
                let label = format!("{}: {}", question.name(), question.option(answer).title);
                view! {
                    <button type="button" class="filter" on:click=move |_| wizard.ask(question)>{label}</button>
                }
            });
            view! {
                <div class="examples">
                    <span class="meta">"Your words answer"</span>
                    {rows.collect_view()}
                </div>
            }
        })
    };
    dynamic(rows)
}

fn mark(words: &str, toward: Pole) -> AnyView {
    view! { <mark data-type=drawing(toward).name()>{words.to_owned()}</mark> }.into_any()
}

fn drawing(toward: Pole) -> Kind {
    match toward {
        Pole::Loop => Kind::Loop,
        Pole::Line => Kind::Line,
    }
}

fn side(toward: Pole) -> &'static str {
    match toward {
        Pole::Loop => "to the loop,",
        Pole::Line => "to the line,",
    }
}
