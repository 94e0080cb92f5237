//! From the verdict to the board: what the work begins with, what it is called, and what will be made.

use domain::classify::{Kind, Shape, Verdict};
use domain::command::{DecisionCommand, Route as RouteWork, Setup};
use domain::deadline::deadline;
use domain::id::{ProjectId, RecordId, TemplateId};
use domain::outlook::outlook;
use domain::route::Route;
use domain::starters::Starter;
use domain::workspace::Table;
use leptos::prelude::*;

use crate::desk::{Desk, desk, people};
use crate::features::wizard::brief::{Brief, BriefChoices};
use crate::features::wizard::setting_up::{Choices, SettingUp};
use crate::features::wizard::start_from::StartFrom;
use crate::features::wizard::state::Wizard;
use crate::ui::dynamic::dynamic;
use crate::ui::field::{SelectField, TextArea, TextField};
use crate::ui::form::parse_day;

/// Characters of a name taken from the description.
const NAME_CHARS: usize = 60;
/// Steps or tasks named in the preview; the others are counted.
const MAX_NAMED: usize = 8;

/// What the form holds.
#[derive(Clone, Copy)]
struct Form {
    to: RwSignal<Kind>,
    starter: RwSignal<Option<Starter>>,
    name: RwSignal<String>,
    aim: RwSignal<String>,
    owner: RwSignal<String>,
    finish: RwSignal<String>,
    reason: RwSignal<String>,
    choices: Choices,
    brief: Brief,
    error: RwSignal<Option<String>>,
}

impl Form {
    /// What is to be made, or what is wrong with a date; tracked.
    fn work(self, wizard: Wizard) -> Result<RouteWork, String> {
        let to = self.to.get();
        let finish = parse_day(&self.finish.get())?;
        let starter = self
            .starter
            .get()
            .filter(|_| self.choices.like_id().is_none());
        Ok(RouteWork {
            description: wizard.description(),
            answers: wizard.answers(),
            to,
            overrule_reason: self.reason.get(),
            name: self.name.get(),
            aim: self.aim.get(),
            owner: people::chosen(&self.owner.get()),
            starter,
            setup: Setup {
                lines: self.brief.kept(),
                start: None,
                finish,
                through: self.choices.through.get(),
                like: self.choices.like_id(),
                schedule: self.brief.schedule(),
            },
        })
    }
}

/// The form that puts the work on its board.
#[component]
pub fn Routing(wizard: Wizard, verdict: Verdict) -> impl IntoView {
    let desk = desk();
    let description = untrack(move || wizard.description());
    let called = verdict.kind;
    let is_open = verdict.undecided;
    let finish = deadline(&description, desk.today());
    let name = first_words(&description);
    let to = RwSignal::new(called);
    let starter = RwSignal::new(None);
    let form = Form {
        to,
        starter,
        brief: Brief::new(wizard, to, starter),
        aim: RwSignal::new(description.trim().to_owned()),
        owner: RwSignal::new(String::new()),
        finish: RwSignal::new(finish.map(|day| day.to_string()).unwrap_or_default()),
        reason: RwSignal::new(String::new()),
        choices: Choices::new(desk, verdict.shape, &name),
        name: RwSignal::new(name),
        error: RwSignal::new(None),
    };
    let people = people::choices(desk, "Nobody yet");
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let work = match untrack(move || form.work(wizard)) {
            Ok(work) => work,
            Err(sentence) => return form.error.set(Some(sentence)),
        };
        match desk.try_run(DecisionCommand::Route(work)) {
            Ok(done) => {
                wizard.finish();
                desk.go(&done.created.map_or(Route::Overview, page_of));
            }
            Err(refused) => form.error.set(Some(refused.to_string())),
        }
    };
    let error = form.error;
    let about = move |label: &'static str| {
        Signal::derive(move || error.get().filter(|sentence| sentence.starts_with(label)))
    };
    let is_overruled = Memo::new(move |_| !is_open && form.to.get() != called);
    let general = move || {
        let sentence = error.get()?;
        let has_field = ["Name", "Aim"]
            .iter()
            .any(|label| sentence.starts_with(label));
        (!has_field && !is_overruled.get())
            .then(|| view! { <p class="form-error" role="alert">{sentence}</p> })
    };
    let is_project = Memo::new(move |_| form.to.get() == Kind::Project);
    let shape = verdict.shape;
    view! {
        <form class="stack" data-gap="5" on:submit=submit novalidate=true>
            {is_open.then(|| view! { <Either to=form.to/> })}
            <StartFrom wizard=wizard to=form.to chosen=form.starter/>
            {dynamic(move || is_project.get().then(|| view! { <SettingUp shape=shape choices=form.choices/> }))}
            <TextField label="Name" value=form.name error=about("Name")/>
            <TextArea label="Aim" value=form.aim optional=true error=about("Aim") help="Becomes the project's objective or the process's purpose."/>
            {dynamic(move || is_project.get().then(|| view! {
                <TextField
                    label="Promised finish" value=form.finish kind="date" optional=true
                    help="Taken from your words where they name a day or a month."
                />
            }))}
            <SelectField label="Owner" value=form.owner options=people optional=true/>
            {dynamic(move || is_overruled.get().then(|| view! {
                <TextArea
                    label="Why against the verdict?" value=form.reason error=error
                    help="Kept with the decision, so that you can learn from it later."
                />
            }))}
            <BriefChoices brief=form.brief/>
            <Preview wizard=wizard form=form shape=shape is_followed=move || !is_overruled.get()/>
            {dynamic(general)}
            <button type="submit" class="btn" data-kind="primary" data-size="l">
                <span class="label">{dynamic(move || target(form.to.get()))}</span>
            </button>
            {(!is_open).then(|| view! { <Overrule to=form.to called=called/> })}
        </form>
    }
}

/// What pressing the button makes, worked out by the command itself, and what the shape adds.
#[component]
fn Preview(
    wizard: Wizard,
    form: Form,
    shape: Shape,
    #[prop(into)] is_followed: Signal<bool>,
) -> impl IntoView {
    let desk = desk();
    let made = Memo::new(move |_| made(desk, wizard, form));
    let sets_up = move || {
        let lines = if is_followed.get() {
            shape.sets_up()
        } else {
            &[]
        };
        let rows = lines.iter().map(|line| view! { <li>{*line}</li> });
        rows.collect_view()
    };
    let rows = move || {
        let rows = made.get().into_iter().map(|line| view! { <li>{line}</li> });
        rows.collect_view()
    };
    view! {
        <section class="stack" data-gap="1">
            <h2>"What will be set up"</h2>
            <ul class="plain">{dynamic(rows)}{dynamic(sets_up)}</ul>
        </section>
    }
}

fn made(desk: Desk, wizard: Wizard, form: Form) -> Vec<String> {
    let Ok(mut work) = form.work(wizard) else {
        return Vec::new();
    };
    if work.name.trim().is_empty() {
        "Without a name".clone_into(&mut work.name);
    }
    if work.overrule_reason.is_empty() {
        "Not given yet".clone_into(&mut work.overrule_reason);
    }
    let Ok(plan) = desk.preview(DecisionCommand::Route(work)) else {
        return Vec::new();
    };
    let created = desk.read(|ws| outlook(ws, &plan.change));
    let lines = created.into_iter().map(|created| {
        let n = created.titles.len();
        match created.table {
            Table::Decision => "This decision with its reasons".to_owned(),
            Table::Project | Table::Template => {
                format!("{} “{}”", created.what, created.titles.join("”, “"))
            }
            _ => {
                let named = created.titles.get(..MAX_NAMED.min(n)).unwrap_or_default();
                let rest = if n > MAX_NAMED { ", …" } else { "" };
                let what = created.what.to_lowercase();
                format!("{n} {what}: {}{rest}", named.join(", "))
            }
        }
    });
    lines.collect()
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
