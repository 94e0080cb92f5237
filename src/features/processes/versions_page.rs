//! The versions of a process: what changed and why, publishing the draft, and moving runs.

use domain::command::{Migration, RunCommand, VersionCommand};
use domain::flow::diff::{Difference, diff, sheet_diff};
use domain::id::{RunId, StepId, TemplateId, VersionId};
use domain::lists::List;
use domain::model::{Run, Template, Version, VersionStep};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::processes::head::{ProcessFrame, ProcessTab};
use crate::ui::dialog::Dialog;
use crate::ui::dynamic::{dynamic, text};
use crate::ui::empty::Empty;
use crate::ui::field::{SelectField, TextArea};
use crate::ui::form::{FormFoot, field_error};
use crate::ui::format;
use crate::ui::icon::{Icon, Kind};

/// A process's versions.
#[component]
pub fn VersionsPage(
    /// Which.
    id: TemplateId,
) -> impl IntoView {
    view! { <ProcessFrame id=id tab=ProcessTab::Versions><Body id=id/></ProcessFrame> }
}

#[component]
fn Body(id: TemplateId) -> impl IntoView {
    let desk = desk();
    let versions = move || desk.ids::<Version>(List::Versions(id));
    let draft = move || {
        let steps = desk.compute(|ws| ws.draft_steps(id));
        let latest = versions().last().and_then(|id| desk.get::<Version>(*id));
        let before = latest
            .as_ref()
            .map(|version| version.steps.clone())
            .unwrap_or_default();
        if steps.is_empty() || desk.compute(|ws| ws.is_published(id)) {
            return None;
        }
        let mut differences = diff(&before, &steps);
        if let (Some(latest), Some(template)) = (&latest, desk.get::<Template>(id)) {
            let sheet = &template.sheet;
            differences.extend(sheet_diff(
                (&latest.run_name, latest.run_minutes),
                (&sheet.run_name, sheet.run_minutes),
            ));
        }
        let next = latest.map_or(1, |version| version.number + 1);
        Some(view! {
            <section class="stack" data-gap="2">
                <div class="line-up">
                    <h2>{format!("Draft of version {next}")}</h2>
                    <Publish id=id/>
                </div>
                {differences_view(differences)}
            </section>
        })
    };
    let list = move || {
        let ids = versions();
        if ids.is_empty() {
            return view! {
                <Empty
                    kind=Kind::Loop title="No version yet"
                    text="Publish the steps when they are ready. Runs follow the version they started with."
                />
            }
            .into_any();
        }
        let rows = (0..ids.len()).rev().filter_map(|nth| {
            let version_id = *ids.get(nth)?;
            let version = desk.get::<Version>(version_id)?;
            let before = nth
                .checked_sub(1)
                .and_then(|before| ids.get(before).copied());
            Some(version_row(
                desk,
                version_id,
                &version,
                before,
                nth + 1 == ids.len(),
            ))
        });
        view! { <div class="stack" data-gap="6">{rows.collect_view()}</div> }.into_any()
    };
    view! { <div class="stack versions" data-gap="8">{dynamic(draft)}{dynamic(list)}</div> }
}

fn version_row(
    desk: Desk,
    id: VersionId,
    version: &Version,
    before: Option<VersionId>,
    is_latest: bool,
) -> AnyView {
    let number = version.number;
    let note = if version.note.is_empty() {
        "Published without a note.".to_owned()
    } else {
        version.note.clone()
    };
    let when = format::moment(version.published_at, desk.today());
    let by = if version.by.is_empty() {
        when
    } else {
        format!("{when}, {}", version.by)
    };
    let after = version.clone();
    let changes = move || {
        let before = desk.get::<Version>(before?)?;
        let mut differences = diff(&before.steps, &after.steps);
        differences.extend(sheet_diff(
            (&before.run_name, before.run_minutes),
            (&after.run_name, after.run_minutes),
        ));
        Some(differences_view(differences))
    };
    let template = version.template;
    let open = RwSignal::new(false);
    let older = move || {
        // The runs of older versions can come along.
        let runs = desk.ids::<Run>(List::OpenRuns(template)).into_iter();
        runs.filter(|run| desk.get::<Run>(*run).is_some_and(|run| run.version != id))
            .count()
    };
    let migrate = move || {
        let n_runs = if is_latest { older() } else { 0 };
        (n_runs > 0).then(|| view! {
            <button type="button" class="btn" data-size="s" on:click=move |_| open.set(true)>
                <Icon name="arrow-right"/>
                <span class="label">{format!("Move {} here", format::count(n_runs, "run", "runs"))}</span>
            </button>
        })
    };
    let restore = move |_| {
        if desk.run(VersionCommand::Restore { id }).is_some() {
            desk.go(&Route::Process(template));
        }
    };
    view! {
        <section class="stack" data-gap="2">
            <div class="line-up">
                <h2>{format!("Version {number}")}</h2>
                {is_latest.then(|| view! { <span class="chip">"new runs follow it"</span> })}
                {dynamic(migrate)}
                <button type="button" class="btn" data-kind="quiet" data-size="s" on:click=restore>
                    <span class="label">"Take back as draft"</span>
                </button>
            </div>
            <p>{note}</p>
            <p class="meta">{by}</p>
            {dynamic(changes)}
            <Dialog open=open title=text_signal(format!("Move runs to version {number}"))>
                <Migrate template=template to=id open=open/>
            </Dialog>
        </section>
    }
    .into_any()
}

fn text_signal(text: String) -> Signal<String> {
    Signal::stored(text)
}

fn differences_view(differences: Vec<Difference>) -> AnyView {
    if differences.is_empty() {
        return view! { <p class="meta">"The steps are the same."</p> }.into_any();
    }
    let rows = differences.into_iter().map(|difference| match difference {
        Difference::Added { title } => view! { <li class="row"><span><b>{title}</b>" is new"</span></li> }.into_any(),
        Difference::Removed { title } => view! { <li class="row"><span><b>{title}</b>" is gone"</span></li> }.into_any(),
        Difference::Moved { title, places: (from, to) } => view! {
            <li class="row"><span><b>{title}</b>{format!(" moved from place {from} to {to}")}</span></li>
        }
        .into_any(),
        Difference::Changed { title, part, values: (before, after) } if before == "nothing" && after == "changed" => view! {
            <li class="row"><span><b>{title}</b>{format!(": {} changed", part.to_lowercase())}</span></li>
        }
        .into_any(),
        Difference::Changed { title, part, values: (before, after) } => view! {
            <li class="row">
                <span><b>{title}</b>{format!(": {}", part.to_lowercase())}<span class="sub"><del>{before}</del>" "<ins>{after}</ins></span></span>
            </li>
        }
        .into_any(),
    });
    view! { <ul class="rows" aria-label="What changed">{rows.collect_view()}</ul> }.into_any()
}

/// The button that publishes the draft, and its dialog.
#[component]
pub fn Publish(
    /// The process.
    id: TemplateId,
) -> impl IntoView {
    let desk = desk();
    let open = RwSignal::new(false);
    let next = Memo::new(move |_| {
        desk.keys(List::Versions(id)).last().map_or(1, |key| {
            desk.get::<Version>(VersionId::from_key(*key))
                .map_or(1, |version| version.number + 1)
        })
    });
    let name = move || format!("Publish version {}", next.get());
    view! {
        <button type="button" class="btn" data-kind="primary" on:click=move |_| open.set(true)>
            <span class="label">{text(name)}</span>
        </button>
        <Dialog open=open title=Signal::derive(name)><PublishForm id=id open=open number=next/></Dialog>
    }
}

#[component]
fn PublishForm(id: TemplateId, open: RwSignal<bool>, number: Memo<u32>) -> impl IntoView {
    let desk = desk();
    let note = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    // What the person sees now is what is published; another tab may publish meanwhile.
    let number = number.get_untracked();
    let findings = desk.read(|ws| crate::features::processes::steps_page::findings(ws, id));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let note = note.get_untracked();
        match desk.try_run(VersionCommand::Publish {
            template: id,
            note,
            number,
        }) {
            Ok(_) => open.set(false),
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    let n_findings = findings.len();
    let warning = (n_findings > 0).then(|| view! {
        <p class="note-box">{format!("{} in the draft. You can publish anyway.", format::count(n_findings, "thing needs a look", "things need a look"))}</p>
    });
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                {warning}
                <TextArea
                    label="Change note" value=note error=field_error(error, "Change note")
                    help="What is different, and why. It stands beside the measures."
                />
            </div>
            <FormFoot open=open save="Publish" error=error fields=&["Change note"]/>
        </form>
    }
}

/// Which runs come along, where each goes, and what stays.
#[component]
fn Migrate(template: TemplateId, to: VersionId, open: RwSignal<bool>) -> impl IntoView {
    let desk = desk();
    let runs: Vec<RunId> = desk.read(|ws| {
        let open = ws.list::<Run>(List::OpenRuns(template));
        open.filter(|(_, run)| run.version != to)
            .map(|(id, _)| id)
            .collect()
    });
    // Steps on which runs stand and which the version lacks: each needs a place.
    let lost: Vec<VersionStep> = desk.read(|ws| {
        let mut lost: Vec<VersionStep> = Vec::new();
        let version = ws.get::<Version>(to);
        for run in runs.iter().filter_map(|id| ws.get::<Run>(*id)) {
            let Some(own) = ws.get::<Version>(run.version) else {
                continue;
            };
            let steps = run.tokens.iter().map(|token| token.step).chain(run.current);
            for step in steps.filter_map(|id| own.step(id)) {
                let is_there = version.is_some_and(|version| version.step(step.step).is_some());
                if !is_there && lost.iter().all(|other| other.step != step.step) {
                    lost.push(step.clone());
                }
            }
        }
        lost
    });
    let places: Vec<(String, String)> = desk.read(|ws| {
        let steps = ws
            .get::<Version>(to)
            .map(|version| version.steps.clone())
            .unwrap_or_default();
        let named = steps
            .into_iter()
            .map(|step| (step.step.to_string(), step.title));
        std::iter::once((String::new(), "stays on its version".to_owned()))
            .chain(named)
            .collect()
    });
    let chosen: Vec<(StepId, RwSignal<String>)> = lost
        .iter()
        .map(|step| (step.step, RwSignal::new(String::new())))
        .collect();
    let picks = StoredValue::new(chosen.clone());
    let map = move || -> Vec<(StepId, StepId)> {
        picks.with_value(|picks| {
            picks
                .iter()
                .filter_map(|(from, to)| Some((*from, to.get().parse().ok()?)))
                .collect()
        })
    };
    let dry = Memo::new({
        let runs = runs.clone();
        move |_| {
            let map = map();
            let outcome = |id: RunId| {
                desk.read(|ws| {
                    let name = ws
                        .get::<Run>(id)
                        .map(|run| run.name.clone())
                        .unwrap_or_default();
                    (id, name, ws.migration(id, to, &map))
                })
            };
            runs.iter().map(|id| outcome(*id)).collect::<Vec<_>>()
        }
    });
    let selects = lost.into_iter().zip(chosen).map(|(step, (_, pick))| {
        view! {
            <p>"Runs on " <b>{step.title}</b> ", which this version does not have:"</p>
            <SelectField label="go to" value=pick options=Signal::stored(places.clone())/>
        }
    });
    let selects = selects.collect_view();
    let rows = move || {
        let rows = dry.get().into_iter().map(|(_, name, outcome)| {
            let what = match outcome {
                Migration::Goes(titles) => format!("goes on with {}", titles.join(" and ")),
                Migration::Stays(why) => format!("stays. {why}"),
            };
            view! { <li class="row"><span><b>{name}</b><span class="sub">{what}</span></span></li> }
        });
        rows.collect_view()
    };
    let error = RwSignal::new(None::<String>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let map = untrack(map);
        let going = dry.get_untracked().into_iter();
        let ids = going
            .filter(|(.., outcome)| matches!(outcome, Migration::Goes(_)))
            .map(|(id, ..)| id)
            .collect();
        match desk.try_run(RunCommand::Migrate {
            ids,
            version: to,
            map,
        }) {
            Ok(_) => open.set(false),
            Err(refused) => error.set(Some(refused.to_string())),
        }
    };
    view! {
        <form on:submit=submit novalidate=true>
            <div class="dialog-body">
                <p class="meta">"Data, clocks and what happened stay with each run. Nothing is moved before you press the button."</p>
                {selects}
                <ul class="rows" aria-label="What would become of each run">{dynamic(rows)}</ul>
            </div>
            <FormFoot open=open save="Move the runs" error=error fields=&[]/>
        </form>
    }
}
