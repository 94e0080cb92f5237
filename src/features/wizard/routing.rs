//! From the verdict to the board: what the work begins with, what it is called, and what will be made.

use domain::brief;
use domain::classify::{Kind, Shape, Verdict};
use domain::command::{DecisionCommand, Route as RouteWork, Setup};
use domain::deadline::deadline;
use domain::id::{ProjectId, RecordId, TemplateId};
use domain::route::Route;
use domain::starters::Starter;
use domain::workspace::Table;
use leptos::prelude::*;

use crate::desk::{desk, people};
use crate::features::wizard::brief::Brief;
use crate::features::wizard::setting_up::{Choices, SettingUp};
use crate::features::wizard::start_from::StartFrom;
use crate::features::wizard::state::Wizard;
use crate::platform::focus;
use crate::ui::dynamic::dynamic;
use crate::ui::field::{SelectField, TextArea, TextField};
use crate::ui::form::parse_day;

/// What the form holds.
#[derive(Clone, Copy)]
pub struct Form {
    /// The board.
    to: RwSignal<Kind>,
    /// What the wizard called the work; nothing where it cannot tell.
    called: Option<Kind>,
    starter: RwSignal<Option<Starter>>,
    template: RwSignal<Option<ProjectId>>,
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
    /// The form for a verdict, filled in from the words.
    pub fn new(wizard: Wizard, verdict: &Verdict) -> Form {
        let desk = desk();
        let description = untrack(move || wizard.description());
        let finish = deadline(&description, desk.today());
        let name = brief::name(&description);
        let to = RwSignal::new(verdict.kind);
        let starter = RwSignal::new(None);
        Form {
            to,
            called: (!verdict.undecided).then_some(verdict.kind),
            starter,
            template: RwSignal::new(None),
            aim: RwSignal::new(description.trim().to_owned()),
            owner: RwSignal::new(String::new()),
            finish: RwSignal::new(finish.map(|day| day.to_string()).unwrap_or_default()),
            reason: RwSignal::new(String::new()),
            choices: Choices::new(desk, verdict.shape, &name),
            brief: Brief::new(wizard, to, starter),
            name: RwSignal::new(name),
            error: RwSignal::new(None),
        }
    }

    /// What is kept from words and answers.
    pub fn brief(self) -> Brief {
        self.brief
    }

    /// Whether the person goes against the verdict; tracked.
    pub fn is_overruled(self) -> bool {
        self.called.is_some_and(|called| called != self.to.get())
    }

    /// What is to be made, or what is wrong with a date; tracked.
    pub fn work(self, wizard: Wizard) -> Result<RouteWork, String> {
        let to = self.to.get();
        let finish = parse_day(&self.finish.get())?;
        let template = self.template.get().filter(|_| to == Kind::Project);
        let like = self.choices.like_id().filter(|_| template.is_none());
        let starter = self.starter.get().filter(|_| like.is_none());
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
                template,
                like,
                schedule: self.brief.schedule(),
            },
        })
    }
}

/// The form that puts the work on its board.
#[component]
pub fn Routing(wizard: Wizard, shape: Shape, form: Form) -> impl IntoView {
    let desk = desk();
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
            Err(refused) => {
                form.error.set(Some(refused.to_string()));
                if untrack(move || form.is_overruled()) {
                    to_the_reason();
                }
            }
        }
    };
    let error = form.error;
    let about = move |label: &'static str| {
        Signal::derive(move || error.get().filter(|sentence| sentence.starts_with(label)))
    };
    let is_overruled = Memo::new(move |_| form.is_overruled());
    let general = move || {
        let sentence = error.get()?;
        let has_field = ["Name", "Aim"]
            .iter()
            .any(|label| sentence.starts_with(label));
        (!has_field && !is_overruled.get())
            .then(|| view! { <p class="form-error" role="alert">{sentence}</p> })
    };
    let is_project = Memo::new(move |_| form.to.get() == Kind::Project);
    view! {
        <form class="stack" data-gap="5" on:submit=submit novalidate=true>
            {form.called.is_none().then(|| view! { <Either to=form.to/> })}
            <StartFrom wizard=wizard shape=shape to=form.to chosen=form.starter template=form.template/>
            {dynamic(move || is_project.get().then(|| view! { <SettingUp shape=shape choices=form.choices/> }))}
            <TextField label="Name" value=form.name error=about("Name")/>
            <TextArea label="Aim" value=form.aim optional=true error=about("Aim") help="Becomes the objective of the project, or the purpose of the process."/>
            {dynamic(move || is_project.get().then(|| view! {
                <TextField
                    label="Promised finish" value=form.finish kind="date" optional=true
                    help="Taken from your words where they name a day or a month."
                />
            }))}
            <SelectField label="Owner" value=form.owner options=people optional=true/>
            {dynamic(move || is_overruled.get().then(|| view! {
                <div class="stack against" data-gap="3" data-against="">
                    <p class="strong">{against(form.to.get_untracked())}</p>
                    <TextArea
                        label="Why against the verdict?" value=form.reason error=error
                        help="Kept with the decision, so that you can learn from it later."
                    />
                </div>
            }))}
            {dynamic(general)}
            <button type="submit" class="btn" data-kind="primary" data-size="l">
                <span class="label">{dynamic(move || target(form.to.get()))}</span>
            </button>
            {form.called.map(|called| view! { <Overrule to=form.to called=called/> })}
        </form>
    }
}

fn against(kind: Kind) -> &'static str {
    match kind {
        Kind::Process => "You make it a process, against the verdict.",
        Kind::Project => "You make it a project, against the verdict.",
    }
}

/// Brings the focus to the field for the reason, once it is there.
fn to_the_reason() {
    request_animation_frame(|| {
        focus::focus_into_view("[data-against] textarea");
    });
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
            on:click=move |_| {
                to.update(|to| *to = to.other());
                if to.get_untracked() != called {
                    to_the_reason();
                }
            }
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
        <div class="stack" data-gap="2">
            <h2>"Which board?"</h2>
            <div>
                <div class="segmented" role="group" aria-label="Which board">
                    {choice(Kind::Process, "A process")}
                    {choice(Kind::Project, "A project")}
                </div>
            </div>
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
