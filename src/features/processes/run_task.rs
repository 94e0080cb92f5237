//! The step to do now: what to do, with the data in it, the checklist, the form, and how it ends.

use domain::command::{CommandError, Finish, RunCommand, Verdict};
use domain::id::RunId;
use domain::model::{Run, StepKind, Version, VersionStep};
use domain::route::Route;
use leptos::prelude::*;
use store::Refused;

use crate::desk::{Desk, desk, people};
use crate::features::processes::clock;
use crate::features::processes::data_field::{Typed, data_field};
use crate::features::processes::filled::filled;
use crate::features::processes::reason::Asked;
use crate::platform::{focus, keyboard};
use crate::ui::dynamic::{dynamic, flag, text};
use crate::ui::icon::Icon;
use crate::ui::menu::{Menu, MenuItem};

/// The step a token stands on. Ctrl with Enter finishes it, from anywhere on the page.
#[component]
pub fn Task(
    /// The run.
    id: RunId,
    /// Where it stands.
    token: u32,
    /// The step as its version has it.
    step: VersionStep,
    /// Asks for a reason.
    asked: RwSignal<Option<Asked>>,
) -> impl IntoView {
    let desk = desk();
    let values = desk.read(|ws| ws.get::<Run>(id).map(|run| run.values.clone()));
    let values = values.unwrap_or_default();
    let fields = step.work.fields.iter();
    let typed: Vec<Typed> = fields
        .map(|field| Typed::new(field.clone(), values.get(&field.key)))
        .collect();
    let error = RwSignal::new(None::<String>);
    let is_marked = RwSignal::new(false);
    let form = StoredValue::new(typed.clone());
    let with = move |verdict| form.with_value(|typed| finish_with(id, token, typed, verdict));
    let finish = move || {
        let Some(command) = with(Verdict::Done) else {
            error.set(Some(
                "Something above is not filled in as it should be.".to_owned(),
            ));
            return;
        };
        match desk.try_run(RunCommand::Finish(command)) {
            Ok(_) => request_animation_frame(|| {
                focus::focus_into_view("[data-step-heading]");
            }),
            Err(refused) => {
                let is_unfilled = matches!(refused, Refused::Rule(CommandError::Form(_)));
                let is_field = show(&refused.to_string(), form, error);
                is_marked.set(is_unfilled && !is_field);
                request_animation_frame(|| {
                    focus::focus_into_view("[aria-invalid=\"true\"]");
                });
            }
        }
    };
    let save = Callback::new(move |()| {
        let filled = form.with_value(|typed| {
            typed
                .iter()
                .map(|typed| Some((typed.field.key.clone(), typed.read().ok()?)))
                .collect::<Vec<_>>()
        });
        // What cannot be read says so in place and stays typed; the rest is kept at once.
        let values = filled.into_iter().flatten().collect();
        if let Err(refused) = desk.try_run_quietly(RunCommand::Fill { id, token, values }) {
            error.set(Some(refused.to_string()));
        }
    });
    // Heard by the window: a page that was just opened has the focus on its heading or nowhere.
    let keys = window_event_listener(leptos::ev::keydown, move |event| {
        let is_key = event.key() == "Enter" && keyboard::has_command_key(&event);
        let is_spoken_for =
            event.default_prevented() || keyboard::is_dialog_open() || keyboard::is_on_link(&event);
        if is_key && !is_spoken_for {
            event.prevent_default();
            save.run(());
            finish();
        }
    });
    on_cleanup(move || keys.remove());
    let is_approval = matches!(step.work.kind, StepKind::Approval { .. });
    let instructions = step.instructions.clone();
    let body = if instructions.is_empty() {
        view! { <p class="muted">"No instructions are written down for this step."</p> }.into_any()
    } else {
        view! { <div class="prose"><p>{dynamic(move || filled(desk, id, &instructions))}</p></div> }
            .into_any()
    };
    let purpose = step.work.purpose.clone();
    let purpose = (!purpose.is_empty())
        .then(|| view! { <p class="meta">{dynamic(move || filled(desk, id, &purpose))}</p> });
    let title = step.title.clone();
    let role = if step.role.is_empty() {
        "Anyone".to_owned()
    } else {
        step.role.clone()
    };
    let who = move || {
        let run = desk.get::<Run>(id)?;
        let assignee = run
            .token(token)
            .map_or(run.assignee, |token| token.assignee)?;
        Some(view! { <span class="person">{people::face(desk, Some(assignee))}</span> })
    };
    let due = move || {
        let run = desk.get::<Run>(id)?;
        let own = run.token(token)?;
        Some(clock::drawn(clock::clock(
            desk,
            own.entered_at,
            own.due?,
            &run,
        )))
    };
    let has_form = !typed.is_empty();
    // A run that was just started begins with its first field.
    let is_start = desk.read(|ws| {
        let run = ws.get::<Run>(id)?;
        let entered_at = run.token(token)?.entered_at;
        Some(run.values.is_empty() && entered_at == run.started_at)
    });
    let is_start = is_start == Some(true);
    let fields = typed
        .into_iter()
        .map(|typed| data_field(desk, typed, save))
        .collect_view();
    let more =
        Callback::new(move |()| more(desk, id, token, is_approval, Callback::new(with), asked));
    let main = if is_approval {
        "Approve"
    } else {
        "Finish step"
    };
    view! {
        <article class="task" aria-label="Step to do now">
            <header class="stack" data-gap="2">
                <h2 class="step-now" tabindex="-1" data-step-heading="">{dynamic(move || filled(desk, id, &title))}</h2>
                <p class="line-up meta">{dynamic(move || filled(desk, id, &role))}{dynamic(who)}{dynamic(due)}</p>
                {purpose}
            </header>
            {body}
            {checklist(desk, id, token, &step, error, is_marked)}
            {has_form.then(|| view! { <div class="form" data-page-start=is_start.then_some("")><h3>"Write down"</h3>{fields}</div> })}
            {dynamic(move || waiting(desk, id, token))}
            <div class="done-bar">
                <p class="error" role="alert">{dynamic(move || error.get())}</p>
                <button
                    type="button" class="btn" data-kind="primary" data-size="l" aria-keyshortcuts="Control+Enter"
                    on:click=move |_| finish()
                >
                    <Icon name="check"/>
                    <span class="label">{main}</span>
                    <kbd class="kbd">"Ctrl Enter"</kbd>
                </button>
                {is_approval.then(|| view! {
                    <button
                        type="button" class="btn" data-size="l"
                        on:click=move |_| asked.set(with(Verdict::Reject).map(Asked::Leave))
                    >
                        <span class="label">"Reject"</span>
                    </button>
                })}
                <button
                    type="button" class="btn" data-kind="quiet" data-size="l"
                    on:click=move |_| asked.set(with(Verdict::SendBack).map(Asked::Leave))
                >
                    <Icon name="corner-up-left"/>
                    <span class="label">"Send back"</span>
                </button>
                <Menu label="More about this step" items=more/>
            </div>
        </article>
    }
}

/// The command that leaves the step with what is typed; nothing when something typed does not fit.
fn finish_with(id: RunId, token: u32, typed: &[Typed], verdict: Verdict) -> Option<Finish> {
    // Every field is read, so that each says what is wrong with it.
    let values: Vec<_> = typed
        .iter()
        .map(|typed| Some((typed.field.key.clone(), typed.read().ok()?)))
        .collect();
    let is_whole = values.iter().all(Option::is_some);
    (is_whole || verdict == Verdict::Omit).then(|| Finish {
        id,
        token,
        values: values.into_iter().flatten().collect(),
        verdict,
        reason: String::new(),
    })
}

/// Shows a refusal beside its field, or below the form. Whether it is a field's.
fn show(sentence: &str, form: StoredValue<Vec<Typed>>, error: RwSignal<Option<String>>) -> bool {
    let is_shown = form.with_value(|typed| {
        let own = typed
            .iter()
            .find(|typed| sentence.starts_with(&typed.field.label));
        own.map(|typed| typed.error.set(Some(sentence.to_owned())))
            .is_some()
    });
    error.set((!is_shown).then(|| sentence.to_owned()));
    is_shown
}

/// The checklist. Lines that are open when they may not be are marked.
fn checklist(
    desk: Desk,
    id: RunId,
    token: u32,
    step: &VersionStep,
    error: RwSignal<Option<String>>,
    is_marked: RwSignal<bool>,
) -> Option<AnyView> {
    if step.work.checklist.is_empty() {
        return None;
    }
    let n_lines = step.work.checklist.len();
    let ticked = Memo::new(move |_| {
        let run = desk.get::<Run>(id);
        run.and_then(|run| Some(run.token(token)?.checked.clone()))
            .unwrap_or_default()
    });
    let lines = (0_u32..).zip(step.work.checklist.clone()).map(|(line, words)| {
        let is_done = move || ticked.with(|ticked| ticked.contains(&line));
        let toggle = move |event| {
            let is_done = event_target_checked(&event);
            error.set(None);
            desk.run(RunCommand::Check { id, token, line, is_done });
        };
        view! {
            <li>
                <label class="check" data-done=flag(move || is_done().then_some(""))>
                    <input
                        type="checkbox" prop:checked=is_done on:change=toggle
                        aria-invalid=flag(move || (is_marked.get() && !is_done()).then_some("true"))
                    />
                    <span>{dynamic(move || filled(desk, id, &words))}</span>
                </label>
            </li>
        }
    });
    let count = move || format!("{} of {n_lines}", ticked.with(Vec::len));
    Some(view! {
        <fieldset>
            <legend class="legend-h">"Checklist " <span class="meta">{text(count)}</span></legend>
            <ul class="checklist">{lines.collect_view()}</ul>
        </fieldset>
    }
    .into_any())
}

/// What the step waits for, when it cannot be finished by hand, and why it must be, where another
/// process should do it.
fn waiting(desk: Desk, id: RunId, token: u32) -> Option<AnyView> {
    let run = desk.get::<Run>(id)?;
    let own = run.token(token)?;
    let child = own.child.filter(|child| desk.get::<Run>(*child).is_some());
    let version = desk.get::<Version>(run.version);
    let step = version.as_ref().and_then(|version| version.step(own.step));
    let why = desk.compute(|ws| {
        let by_hand = || ws.by_hand(step?, own);
        ws.blocked(&run, own).or_else(by_hand)
    })?;
    let link = child.map(|child| view! { <a href=Route::Run(child).href()>"Open that run"</a> });
    Some(view! { <p class="note-box" role="note">{why}" "{link}</p> }.into_any())
}

fn more(
    desk: Desk,
    id: RunId,
    token: u32,
    is_approval: bool,
    with: Callback<Verdict, Option<Finish>>,
    asked: RwSignal<Option<Asked>>,
) -> Vec<MenuItem> {
    let leave = |name: &str, icon: &'static str, verdict| MenuItem {
        name: name.to_owned(),
        icon,
        action: Callback::new(move |()| asked.set(with.run(verdict).map(Asked::Leave))),
    };
    let mut items = vec![MenuItem {
        name: "Begin to work on it".to_owned(),
        icon: "play",
        action: Callback::new(move |()| {
            desk.run(RunCommand::Begin { id, token });
        }),
    }];
    if !is_approval {
        items.push(leave(
            "Finish with something missing",
            "check",
            Verdict::Override,
        ));
    }
    items.push(leave("Leave this step out", "arrow-right", Verdict::Omit));
    items
}
