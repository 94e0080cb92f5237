//! One run as its performer sees it: what is done, what to do now, what comes next.

use domain::command::{ArchiveCommand, RunCommand};
use domain::id::RunId;
use domain::model::{Run, Template, Version, VersionStep};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk, people};
use crate::features::processes::run_trail::{History, Trail};
use crate::features::processes::runs_board::assignee_value;
use crate::platform::focus;
use crate::ui::dialog::Dialog;
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::field::{SelectField, TextField};
use crate::ui::form::{FormFoot, field_error};
use crate::ui::format;
use crate::ui::icon::{Icon, Kind};
use crate::ui::menu::{Menu, MenuItem};
use crate::ui::page_head::{Crumb, PageHead};

/// One run, for whoever does its current step.
#[component]
pub fn RunPage(
    /// Which.
    id: RunId,
) -> impl IntoView {
    let desk = desk();
    let is_there = Memo::new(move |_| desk.get::<Run>(id).is_some());
    move || {
        if is_there.get() {
            view! { <RunBody id=id/> }.into_any()
        } else {
            view! {
                <div class="page">
                    <PageHead title="This run is not there any more"/>
                    <Empty kind=Kind::Loop title="Nothing to show" text="It was deleted, its process was, or it was put into the archive. Undo brings it back.">
                        <a class="btn" data-kind="primary" href=Route::Processes.href()>"All processes"</a>
                    </Empty>
                </div>
            }
            .into_any()
        }
    }
}

/// The step a run stands on, as its version has it; tracked.
fn current_step(desk: Desk, id: RunId) -> Option<VersionStep> {
    let run = desk.get::<Run>(id)?;
    let version = desk.get::<Version>(run.version)?;
    version.steps.get(version.position(run.current?)?).cloned()
}

#[component]
fn RunBody(id: RunId) -> impl IntoView {
    let desk = desk();
    let run = desk.record::<Run>(id);
    let name = Signal::derive(move || run.get().map(|run| run.name.clone()).unwrap_or_default());
    let is_editing = RwSignal::new(false);
    let template_id = desk.read(|ws| ws.get::<Run>(id).map(|run| run.template));
    let crumbs = template_id.into_iter().flat_map(|template_id| {
        let name = desk.read(|ws| ws.get::<Template>(template_id).map(|t| t.name.clone()));
        [
            Crumb {
                name: "Processes".to_owned(),
                href: Route::Processes.href(),
            },
            Crumb {
                name: name.unwrap_or_default(),
                href: Route::Runs(template_id).href(),
            },
        ]
    });
    let crumbs: Vec<Crumb> = crumbs.collect();
    let items = Callback::new(move |()| {
        vec![
            MenuItem {
                name: "Rename or assign".to_owned(),
                icon: "pencil",
                action: Callback::new(move |()| is_editing.set(true)),
            },
            MenuItem::to("History", "history", Route::HistoryOf(id.into()).href()),
            MenuItem {
                name: "Archive run".to_owned(),
                icon: "archive",
                action: Callback::new(move |()| {
                    let ids = [id.into()].into();
                    if desk.run(ArchiveCommand::Put { ids }).is_some() {
                        desk.go(&template_id.map_or(Route::Processes, Route::Runs));
                    }
                }),
            },
            MenuItem {
                name: "Delete run".to_owned(),
                icon: "trash-2",
                action: Callback::new(move |()| {
                    if desk.run(RunCommand::Delete { id }).is_some() {
                        desk.go(&template_id.map_or(Route::Processes, Route::Runs));
                    }
                }),
            },
        ]
    });
    let aside = move || {
        move || {
            let run = run.get()?;
            let version = desk.get::<Version>(run.version)?;
            let text = format!("No. {}, version {}", run.number, version.number);
            Some(view! { <span class="chip">{text}</span> })
        }
    };
    let step = Memo::new(move |_| current_step(desk, id));
    let present = move || match step.get() {
        Some(step) => view! { <Present id=id step=step/> }.into_any(),
        None => view! { <Finished id=id/> }.into_any(),
    };
    view! {
        <div class="page">
            <PageHead
                title=name kind=Kind::Loop what="Run" crumbs=crumbs aside=aside
                actions=move || view! { <Menu label="Run actions" items=items/> }
            />
            <div class="run">
                <aside class="past" aria-label="Steps of this run"><Trail id=id/></aside>
                {dynamic(present)}
                <aside class="stack" data-gap="8" aria-label="What happened"><History id=id/></aside>
            </div>
            <Dialog open=is_editing title="Edit run"><RunEdit id=id open=is_editing/></Dialog>
        </div>
    }
}

/// The step to do now, and the one press that finishes it.
#[component]
fn Present(id: RunId, step: VersionStep) -> impl IntoView {
    let desk = desk();
    let finish = move |_| {
        if desk.run(RunCommand::FinishStep { id }).is_some() {
            request_animation_frame(|| {
                focus::focus_into_view("[data-step-heading]");
            });
        }
    };
    let who = move || {
        let assignee = desk.get::<Run>(id)?.assignee?;
        Some(view! { <span class="person">{people::face(desk, Some(assignee))}</span> })
    };
    let role = if step.role.is_empty() {
        "Anyone".to_owned()
    } else {
        step.role
    };
    let instructions = if step.instructions.is_empty() {
        view! { <p class="muted">"No instructions are written down for this step."</p> }.into_any()
    } else {
        view! { <div class="prose"><p>{step.instructions}</p></div> }.into_any()
    };
    view! {
        <article class="task" aria-label="Step to do now">
            <header class="stack" data-gap="2">
                <h2 class="step-now" tabindex="-1" data-step-heading="">{step.title}</h2>
                <p class="line-up meta">{role}{who}</p>
            </header>
            {instructions}
            <div class="done-bar">
                <button type="button" class="btn" data-kind="primary" data-size="l" on:click=finish>
                    <Icon name="check"/>
                    <span class="label">"Finish step"</span>
                </button>
            </div>
        </article>
    }
}

#[component]
fn Finished(id: RunId) -> impl IntoView {
    let desk = desk();
    let took = move || {
        let run = desk.get::<Run>(id)?;
        let took = format::elapsed(run.finished_at?.millis_since(run.started_at));
        Some(format!(
            "Every step is done. It took {took} from start to finish."
        ))
    };
    view! {
        <article class="task" aria-label="Finished">
            <h2 class="step-now" tabindex="-1" data-step-heading="">"Finished"</h2>
            <p class="lede">{took}</p>
        </article>
    }
}

#[component]
fn RunEdit(id: RunId, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let (name, assignee) = desk.read(|ws| {
        let run = ws.get::<Run>(id);
        let name = run.map(|run| run.name.clone()).unwrap_or_default();
        (name, run.cloned())
    });
    let name = RwSignal::new(name);
    let assignee = assignee
        .map(|run| untrack(|| assignee_value(desk, &run)))
        .unwrap_or_default();
    let assignee = RwSignal::new(assignee);
    let error = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let command = RunCommand::Edit {
            id,
            name: name.get_untracked(),
            assignee: people::chosen(&assignee.get_untracked()),
        };
        match desk.try_run(command) {
            Ok(_) => open.set(false),
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <TextField label="Name" value=name error=field_error(error, "Name") autofocus=true/>
                <SelectField
                    label="Who does the current step" value=assignee optional=true
                    options=people::choices(desk, "Nobody yet")
                />
            </div>
            <FormFoot open=open save="Save run" error=error fields=&["Name"]/>
        </form>
    }
}
