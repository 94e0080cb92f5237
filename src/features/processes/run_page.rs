//! One run as its performer sees it: what is done, what to do now, what comes next.

use domain::command::{ArchiveCommand, RunCommand};
use domain::id::RunId;
use domain::model::{Ending, Run, Template, Version, VersionStep};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk, people};
use crate::features::processes::filled::filled;
use crate::features::processes::reason::{Asked, ReasonDialog};
use crate::features::processes::run_side::{ComesNext, Known};
use crate::features::processes::run_task::Task;
use crate::features::processes::run_trail::{History, Trail};
use crate::features::processes::runs_board::assignee_value;
use crate::ui::dialog::Dialog;
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::field::{SelectField, TextField};
use crate::ui::form::{FormFoot, field_error};
use crate::ui::format;
use crate::ui::icon::Kind;
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

/// The open steps of a run as its version has them, each with its token; tracked. A run of old data
/// has one without a token, which its first edit gives it.
fn open_steps(desk: Desk, id: RunId) -> Vec<(u32, VersionStep)> {
    let Some(run) = desk.get::<Run>(id) else {
        return Vec::new();
    };
    let Some(version) = desk.get::<Version>(run.version) else {
        return Vec::new();
    };
    let step = |token, step_id| Some((token, version.step(step_id)?.clone()));
    if run.tokens.is_empty() {
        return run.current.and_then(|id| step(1, id)).into_iter().collect();
    }
    let tokens = run.open_tokens();
    tokens
        .filter_map(|token| step(token.key, token.step))
        .collect()
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
    let asked = RwSignal::new(None::<Asked>);
    let items = Callback::new(move |()| {
        let mut items = vec![
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
        ];
        items.extend(life(desk, id, asked));
        items.push(MenuItem {
            name: "Delete run".to_owned(),
            icon: "trash-2",
            action: Callback::new(move |()| {
                if desk.run(RunCommand::Delete { id }).is_some() {
                    desk.go(&template_id.map_or(Route::Processes, Route::Runs));
                }
            }),
        });
        items
    });
    let aside = move || {
        move || {
            let run = run.get()?;
            let version = desk.get::<Version>(run.version)?;
            let text = format!("No. {}, version {}", run.number, version.number);
            Some(view! { <span class="chip">{text}</span> })
        }
    };
    let chosen = RwSignal::new(None::<u32>);
    let open = Memo::new(move |_| open_steps(desk, id));
    let step = Memo::new(move |_| {
        open.with(|open| {
            let wanted = open.iter().find(|(token, _)| Some(*token) == chosen.get());
            wanted.or(open.first()).cloned()
        })
    });
    let is_lost = Memo::new(move |_| {
        run.get()
            .is_some_and(|run| desk.get::<Version>(run.version).is_none())
    });
    let present = move || match step.get() {
        Some((token, step)) => view! { <Task id=id token=token step=step asked=asked/> }.into_any(),
        None if is_lost.get() => view! { <Lost/> }.into_any(),
        None => view! { <Ended id=id/> }.into_any(),
    };
    let next = move || {
        step.get()
            .map(|(_, step)| view! { <ComesNext id=id step=step/> })
    };
    view! {
        <div class="page">
            <PageHead
                title=name kind=Kind::Loop what="Run" crumbs=crumbs aside=aside
                actions=move || view! { <Menu label="Run actions" items=items/> }
            />
            <div class="run">
                <aside class="past" aria-label="Steps of this run"><Trail id=id/></aside>
                <div class="stack" data-gap="4">
                    {dynamic(move || paused(desk, id))}
                    {dynamic(move || side_by_side(desk, id, open.get(), step.get().map(|(token, _)| token), chosen))}
                    {dynamic(present)}
                </div>
                <div class="stack" data-gap="8">
                    <aside class="stack" data-gap="8" aria-label="What comes next and what is known">
                        {dynamic(next)}
                        <Known id=id/>
                    </aside>
                    <aside class="stack" data-gap="8" aria-label="What happened"><History id=id/></aside>
                </div>
            </div>
            <ReasonDialog asked=asked/>
            <Dialog open=is_editing title="Edit run"><RunEdit id=id open=is_editing/></Dialog>
        </div>
    }
}

/// What can be done with the run as a whole, by how it stands.
fn life(desk: Desk, id: RunId, asked: RwSignal<Option<Asked>>) -> Vec<MenuItem> {
    let ask = |name: &str, icon: &'static str, about: Asked| MenuItem {
        name: name.to_owned(),
        icon,
        action: Callback::new(move |()| asked.set(Some(about.clone()))),
    };
    let (has_ended, is_paused) = desk.read(|ws| {
        let run = ws.get::<Run>(id);
        let has_ended = run.is_some_and(|run| run.finished_at.is_some());
        (has_ended, run.is_some_and(|run| run.paused_at.is_some()))
    });
    if has_ended {
        return vec![ask("Reopen", "corner-up-left", Asked::Reopen(id))];
    }
    let rest = if is_paused {
        MenuItem {
            name: "Resume".to_owned(),
            icon: "play",
            action: Callback::new(move |()| {
                desk.run(RunCommand::Resume { id });
            }),
        }
    } else {
        ask("Pause", "history", Asked::Pause(id))
    };
    vec![rest, ask("Cancel run", "x", Asked::Cancel(id))]
}

fn paused(desk: Desk, id: RunId) -> Option<impl IntoView> {
    let since = desk.get::<Run>(id)?.paused_at?;
    let text = format!(
        "Paused since {}. The clocks stand still.",
        format::moment(since, desk.today())
    );
    let resume = move |_| {
        desk.run(RunCommand::Resume { id });
    };
    Some(view! {
        <div class="note-box line-up" role="note">
            {text}
            <button type="button" class="btn" data-size="s" on:click=resume>"Resume"</button>
        </div>
    })
}

/// The steps of a parallel section, to choose from.
fn side_by_side(
    desk: Desk,
    id: RunId,
    open: Vec<(u32, VersionStep)>,
    present: Option<u32>,
    chosen: RwSignal<Option<u32>>,
) -> Option<impl IntoView> {
    (open.len() > 1).then(|| {
        let buttons = open.into_iter().map(|(token, step)| {
            let is_present = (present == Some(token)).to_string();
            view! {
                <button
                    type="button" class="btn" data-size="s" aria-pressed=is_present
                    on:click=move |_| chosen.set(Some(token))
                >
                    {dynamic(move || filled(desk, id, &step.title))}
                </button>
            }
        });
        view! {
            <div class="line-up" role="group" aria-label="Steps at the same time">
                {buttons.collect_view()}
            </div>
        }
    })
}

/// What stands in place of the steps when the process is gone: deleted in another tab, perhaps,
/// while this run was being worked on here.
#[component]
fn Lost() -> impl IntoView {
    view! {
        <article class="task" aria-label="Without its process">
            <h2 class="step-now" tabindex="-1" data-step-heading="">"The process of this run is gone"</h2>
            <p class="lede">
                "It was deleted elsewhere, so nobody can say which step comes now. What was recorded and what happened are kept beside this. Undo in the tab where the process was deleted brings it back; or delete this run from its menu."
            </p>
        </article>
    }
}

#[component]
fn Ended(id: RunId) -> impl IntoView {
    let desk = desk();
    let took = move || {
        let run = desk.get::<Run>(id)?;
        let took = format::elapsed(run.finished_at?.millis_since(run.started_at));
        let how = match run.ending {
            None => "Every step is done.",
            Some(Ending::Cancelled) => "The run was cancelled.",
            Some(Ending::Rejected) => "The run was rejected.",
        };
        Some(format!("{how} It took {took} from start to finish."))
    };
    let title = move || match desk.get::<Run>(id).and_then(|run| run.ending) {
        None => "Finished",
        Some(Ending::Cancelled) => "Cancelled",
        Some(Ending::Rejected) => "Rejected",
    };
    view! {
        <article class="task" aria-label="Finished">
            <h2 class="step-now" tabindex="-1" data-step-heading="">{dynamic(title)}</h2>
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
