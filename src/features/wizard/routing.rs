//! From the verdict to the board: what the work is called, whose it is, and where it goes.

use domain::classify::{Kind, Verdict};
use domain::command::{DecisionCommand, Route as RouteWork, Setup};
use domain::id::{ProjectId, RecordId, TemplateId};
use domain::route::Route;
use domain::workspace::Table;
use leptos::prelude::*;

use crate::desk::{desk, people};
use crate::features::wizard::state::Wizard;
use crate::ui::dynamic::dynamic;
use crate::ui::field::{SelectField, TextArea, TextField};

/// Characters of a name taken from the description.
const NAME_CHARS: usize = 60;

/// The form that puts the work on its board.
#[component]
pub fn Routing(wizard: Wizard, verdict: Verdict) -> impl IntoView {
    let desk = desk();
    let description = untrack(move || wizard.description());
    let called = verdict.kind;
    let is_open = verdict.undecided;
    let to = RwSignal::new(called);
    let name = RwSignal::new(first_words(&description));
    let aim = RwSignal::new(description.trim().to_owned());
    let owner = RwSignal::new(String::new());
    let reason = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let people = people::choices(desk, "Nobody yet");
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let route = RouteWork {
            description: untrack(move || wizard.description()),
            answers: untrack(move || wizard.answers()),
            to: to.get_untracked(),
            overrule_reason: reason.get_untracked(),
            name: name.get_untracked(),
            aim: aim.get_untracked(),
            owner: people::chosen(&owner.get_untracked()),
            starter: None,
            setup: Setup::default(),
        };
        match desk.try_run(DecisionCommand::Route(route)) {
            Ok(done) => {
                wizard.finish();
                desk.go(&done.created.map_or(Route::Overview, page_of));
            }
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    let about = move |label: &'static str| {
        Signal::derive(move || error.get().filter(|sentence| sentence.starts_with(label)))
    };
    let is_overruled = Memo::new(move |_| !is_open && to.get() != called);
    let general = move || {
        let sentence = error.get()?;
        let has_field = ["Name", "Aim"]
            .iter()
            .any(|label| sentence.starts_with(label));
        (!has_field && !is_overruled.get())
            .then(|| view! { <p class="form-error" role="alert">{sentence}</p> })
    };
    view! {
        <form class="stack" data-gap="4" on:submit=submit novalidate=true>
            <h2>"Put it to work"</h2>
            {is_open.then(|| view! { <Either to=to/> })}
            <TextField label="Name" value=name error=about("Name")/>
            <TextArea label="Aim" value=aim optional=true error=about("Aim") help="Becomes the project's objective or the process's purpose."/>
            <SelectField label="Owner" value=owner options=people optional=true/>
            {dynamic(move || is_overruled.get().then(|| view! {
                <TextArea
                    label="Why against the verdict?" value=reason error=error
                    help="Kept with the decision, so that you can learn from it later."
                />
            }))}
            {dynamic(general)}
            <button type="submit" class="btn" data-kind="primary" data-size="l">
                <span class="label">{dynamic(move || target(to.get()))}</span>
            </button>
            {(!is_open).then(|| view! { <Overrule to=to called=called/> })}
        </form>
    }
}

fn target(kind: Kind) -> &'static str {
    match kind {
        Kind::Process => "Put it in the process library",
        Kind::Project => "Put it on the project board",
    }
}

/// Goes the other way than the verdict, or back to it.
#[component]
fn Overrule(to: RwSignal<Kind>, called: Kind) -> impl IntoView {
    let text = move || match (to.get() == called, called.other()) {
        (true, Kind::Process) => "Make it a process anyway",
        (true, Kind::Project) => "Make it a project anyway",
        (false, _) => "Follow the verdict after all",
    };
    view! {
        <button
            type="button" class="btn" data-kind="quiet"
            on:click=move |_| to.update(|to| *to = to.other())
        >
            {dynamic(text)}
        </button>
    }
}

/// The choice where there is no verdict.
#[component]
fn Either(to: RwSignal<Kind>) -> impl IntoView {
    let choice = move |kind: Kind, name: &'static str| {
        view! {
            <button
                type="button" aria-pressed=move || if to.get() == kind { "true" } else { "false" }
                on:click=move |_| to.set(kind)
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="segmented" role="group" aria-label="Which board">
            {choice(Kind::Process, "A process")}
            {choice(Kind::Project, "A project")}
        </div>
    }
}

fn page_of(created: RecordId) -> Route {
    match created.table {
        Table::Project => Route::Project(ProjectId::from_key(created.key)),
        Table::Template => Route::Process(TemplateId::from_key(created.key)),
        _ => Route::Overview,
    }
}

/// A name from a description: its first sentence, cut at a word when it is long.
fn first_words(description: &str) -> String {
    let sentence = description
        .trim()
        .split(['.', '\n', '!', '?', ';'])
        .next()
        .unwrap_or_default()
        .trim();
    if sentence.chars().count() <= NAME_CHARS {
        return sentence.to_owned();
    }
    let mut name = String::new();
    for word in sentence.split_whitespace() {
        if name.chars().count() + word.chars().count() + 1 > NAME_CHARS {
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    if name.is_empty() {
        // One endless word: cut it where it stands.
        return sentence.chars().take(NAME_CHARS).collect();
    }
    name.trim_end_matches([',', ':', '–', '-']).to_owned()
}
