//! A process's runs on a board whose columns are its steps.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use domain::command::RunCommand;
use domain::flow::graph::{Graph, Place};
use domain::id::{RunId, StepId, TemplateId};
use domain::lists::List;
use domain::log::{Window, records};
use domain::measure::bottleneck::MIN_VISITS;
use domain::measure::steps::step_times;
use domain::model::{Person, Run, Step, Template, Version};
use domain::route::Route;
use domain::time::Instant;
use leptos::prelude::*;

use crate::desk::{Desk, desk, people};
use crate::features::processes::clock;
use crate::features::processes::head::{ProcessFrame, ProcessTab};
use crate::features::processes::metrics::DAY;
use crate::features::processes::reason::{Asked, ReasonDialog};
use crate::features::processes::step_form::per_day;
use crate::features::processes::study::working_clock;
use crate::ui::board::{Board, BoardParts, Drop, Lane};
use crate::ui::dynamic::{dynamic, text};
use crate::ui::empty::Empty;
use crate::ui::format;
use crate::ui::icon::{Icon, Kind, Status};
use crate::ui::menu::{Menu, MenuItem};

/// The lane of finished runs. No step has the key 0: keys are 64 random bits.
const FINISHED: u64 = 0;
/// Finished runs on the board, the newest; all of them stay in the workspace.
const MAX_FINISHED: usize = 20;

/// A process's runs by step.
#[component]
pub fn RunsPage(
    /// Which.
    id: TemplateId,
) -> impl IntoView {
    let desk = desk();
    let has_steps = Memo::new(move |_| !desk.keys(List::Steps(id)).is_empty());
    let has_runs = Memo::new(move |_| !desk.keys(List::Runs(id)).is_empty());
    let content = move || {
        match (has_runs.get(), has_steps.get()) {
        (true, _) => view! { <RunsBoard id=id/> }.into_any(),
        (false, true) => view! {
            <Empty kind=Kind::Loop title="No runs yet" text="Start a run each time the work comes back. It moves from step to step by itself."/>
        }
        .into_any(),
        (false, false) => view! {
            <Empty kind=Kind::Loop title="No steps yet" text="A run goes through the documented steps. Add the first one, then start a run.">
                <a class="btn" data-kind="primary" href=Route::Process(id).href()>"Add steps"</a>
            </Empty>
        }
        .into_any(),
    }
    };
    view! { <ProcessFrame id=id tab=ProcessTab::Runs is_wide=true>{dynamic(content)}</ProcessFrame> }
}

#[component]
fn RunsBoard(id: TemplateId) -> impl IntoView {
    let desk = desk();
    let asked = RwSignal::new(None::<Asked>);
    // Looked at once, behind the board's first picture: what is usual does not change while someone
    // looks at the board, and a log of all runs at every edit would take long.
    let usual = RwSignal::new(Usual::new());
    request_animation_frame(move || {
        let look = move || {
            if !usual.is_disposed() {
                usual.set(usual_stays(desk, id));
            }
        };
        set_timeout(look, Duration::ZERO);
    });
    let lanes = Memo::new(move |_| lanes(desk, id));
    let parts = BoardParts {
        cards: Callback::new(move |lane| cards(desk, id, lane)),
        name: Callback::new(move |card| {
            let run_id = RunId::from_key(card);
            desk.read(|ws| {
                ws.get::<Run>(run_id)
                    .map(|run| run.name.clone())
                    .unwrap_or_default()
            })
        }),
        card: Callback::new(move |card| {
            view! { <RunCard id=RunId::from_key(card) usual=usual asked=asked/> }.into_any()
        }),
        on_drop: Callback::new(move |drop: Drop| drop_run(desk, drop, asked)),
        foot: Callback::new(|_| ().into_any()),
        is_ordered: false,
    };
    view! {
        <Board label="Runs by step" lanes=lanes parts=parts/>
        <ReasonDialog asked=asked/>
    }
}

/// The present steps in order, then steps that only older versions have and on which runs still
/// stand, then the finished runs; tracked.
fn lanes(desk: Desk, id: TemplateId) -> Vec<Lane> {
    let steps = desk.ids::<Step>(List::Steps(id));
    let present = steps.iter().map(|step_id| {
        let step = desk.get::<Step>(*step_id);
        Lane {
            key: step_id.key(),
            name: step
                .as_ref()
                .map(|step| step.title.clone())
                .unwrap_or_default(),
            note: step
                .map(|step| lane_note(desk, id, *step_id, &step))
                .unwrap_or_default(),
        }
    });
    let mut lanes: Vec<Lane> = present.collect();
    // Steps of older versions, as far as runs still stand on them.
    for version_id in desk.ids::<Version>(List::Versions(id)).into_iter().rev() {
        let Some(version) = desk.get::<Version>(version_id) else {
            continue;
        };
        for step in &version.steps {
            let key = step.step.key();
            let is_known = lanes.iter().any(|lane| lane.key == key);
            if is_known || desk.keys(List::RunsAt(id, step.step)).is_empty() {
                continue;
            }
            lanes.push(Lane {
                key,
                name: step.title.clone(),
                note: format!("only in version {}", version.number),
            });
        }
    }
    lanes.push(Lane {
        key: FINISHED,
        name: "Finished".to_owned(),
        note: format!("the latest {MAX_FINISHED}"),
    });
    lanes
}

/// The role of a step, its promise, and how full it is; tracked.
fn lane_note(desk: Desk, id: TemplateId, step_id: StepId, step: &Step) -> String {
    let mut parts = Vec::new();
    if !step.role.is_empty() {
        parts.push(step.role.clone());
    }
    if let Some(minutes) = step.work.minutes {
        let limit = clock::worked(i64::from(minutes), per_day(desk));
        parts.push(format!("within {limit}"));
    }
    if let Some(limit) = step.work.wip_limit {
        let n_runs = desk.keys(List::RunsAt(id, step_id)).len();
        let is_over = n_runs > limit as usize;
        let over = if is_over { ", over the limit" } else { "" };
        parts.push(format!("{n_runs} of at most {limit}{over}"));
    }
    parts.join(", ")
}

fn cards(desk: Desk, id: TemplateId, lane: u64) -> Arc<[u64]> {
    if lane == FINISHED {
        let finished = desk.keys(List::FinishedRuns(id));
        return finished.iter().rev().take(MAX_FINISHED).copied().collect();
    }
    desk.keys(List::RunsAt(id, StepId::from_key(lane)))
}

/// Dropped where it would go next, a run's step is finished; anywhere else it is moved by hand.
fn drop_run(desk: Desk, drop: Drop, asked: RwSignal<Option<Asked>>) {
    let id = RunId::from_key(drop.card);
    // Where its step leads when there is only one way.
    let next = desk.read(|ws| {
        let run = ws.get::<Run>(id)?;
        let version = ws.get::<Version>(run.version)?;
        let graph = Graph::new(&version.steps);
        let ways = graph.edges(graph.position(run.current?)?);
        let [way] = ways.as_slice() else { return None };
        Some(match way.to {
            Place::Step(to) => graph.id(to)?.key(),
            Place::End => FINISHED,
        })
    });
    if next == Some(drop.lane) {
        desk.run(RunCommand::FinishStep { id });
    } else if drop.lane == FINISHED {
        desk.notices.refused(
            "Only a run on its last step can be finished. Finish the steps before it first."
                .to_owned(),
        );
    } else {
        move_run(desk, id, StepId::from_key(drop.lane), asked);
    }
}

/// Moves a run by hand; where that is a deviation, it asks why first.
fn move_run(desk: Desk, id: RunId, step: StepId, asked: RwSignal<Option<Asked>>) {
    let is_choice = desk.read(|ws| {
        let run = ws.get::<Run>(id)?;
        Some(ws.get::<Template>(run.template)?.flexible || run.current == Some(step))
    });
    if is_choice == Some(true) {
        let reason = String::new();
        desk.run(RunCommand::MoveTo { id, step, reason });
    } else {
        asked.set(Some(Asked::Move(id, step)));
    }
}

/// What is usual: the working time in minutes that 85 of 100 visits to each step within a year did
/// not exceed.
type Usual = BTreeMap<StepId, i64>;

fn usual_stays(desk: Desk, id: TemplateId) -> Usual {
    if desk.read(|ws| ws.ids::<Run>(List::OpenRuns(id)).is_empty()) {
        return Usual::new();
    }
    let now = desk.now();
    let window = Window {
        from: Instant::from_millis(now.millis() - 365 * DAY),
        to: now,
    };
    let working = working_clock(desk, window);
    let log = desk.read(|ws| records::log(ws, id));
    let times = step_times(&log, window, now, &working);
    let steps = log.activities.iter().zip(times);
    let usual = steps.filter_map(|(activity, times)| {
        let stay = times.stay.filter(|stay| stay.n >= MIN_VISITS)?;
        Some((activity.step?, stay.p85 / 60_000))
    });
    usual.collect()
}

#[component]
fn RunCard(id: RunId, usual: RwSignal<Usual>, asked: RwSignal<Option<Asked>>) -> impl IntoView {
    let desk = desk();
    let run = desk.record::<Run>(id);
    let name = Memo::new(move |_| run.get().map(|run| run.name.clone()).unwrap_or_default());
    // Working minutes, as the promise counts.
    let stood = move |run: &Run| {
        let work_time = clock::work_time(desk);
        work_time.between(
            run.entered_at,
            run.paused_at.unwrap_or_else(|| desk.moment()),
        )
    };
    let meta = move || {
        let run = run.get()?;
        let text = match run.finished_at {
            Some(finished) => format!(
                "took {}",
                format::elapsed(finished.millis_since(run.started_at))
            ),
            None => format!("here {}", clock::worked_roughly(stood(&run), per_day(desk))),
        };
        Some(format!("No. {}, {text}", run.number))
    };
    let age = move || {
        let run = run.get().filter(|run| run.finished_at.is_none())?;
        let is_old = usual.with(|usual| Some(stood(&run) > *usual.get(&run.current?)?));
        (is_old == Some(true)).then(|| {
            view! {
                <Status status="watch" label="longer here than 85 of 100 runs"/>
            }
        })
    };
    let is_open = Memo::new(move |_| run.get().is_some_and(|run| run.current.is_some()));
    let finish = move |_| {
        desk.run(RunCommand::FinishStep { id });
    };
    let finish_button = move || {
        is_open.get().then(|| {
            view! {
                <button
                    type="button" class="btn" data-kind="quiet" data-size="s" data-icon=""
                    aria-label=text(move || format!("Finish the step of {}", name.get())) title="Finish step"
                    on:click=finish
                >
                    <Icon name="check"/>
                </button>
            }
        })
    };
    view! {
        <article class="card card-task" data-type="loop">
            <h3><a href=Route::Run(id).href()>{name}</a></h3>
            <p class="note">{meta}</p>
            {dynamic(move || sla(desk, id))}
            {dynamic(age)}
            <div class="foot">
                {dynamic(move || people::face(desk, run.get().and_then(|run| run.assignee)))}
                <span class="raise">
                    {dynamic(finish_button)}
                    <Menu
                        label=Signal::derive(move || format!("Actions for {}", name.get()))
                        items=Callback::new(move |()| menu_items(desk, id, asked))
                    />
                </span>
            </div>
        </article>
    }
}

/// The most pressing clock of a run; tracked.
fn sla(desk: Desk, id: RunId) -> Option<AnyView> {
    let run = desk.get::<Run>(id)?;
    let clocks = run
        .open_tokens()
        .filter_map(|token| Some((token.due?, token.entered_at)));
    let (due, from) = clocks.min()?;
    Some(clock::drawn(clock::clock(desk, from, due, &run)))
}

fn menu_items(desk: Desk, id: RunId, asked: RwSignal<Option<Asked>>) -> Vec<MenuItem> {
    let steps = desk.read(|ws| {
        let run = ws.get::<Run>(id)?;
        let version = ws.get::<Version>(run.version)?;
        let others = version
            .steps
            .iter()
            .filter(|step| Some(step.step) != run.current);
        Some(
            others
                .map(|step| (step.step, step.title.clone()))
                .collect::<Vec<_>>(),
        )
    });
    let moves = steps
        .unwrap_or_default()
        .into_iter()
        .map(|(step, title)| MenuItem {
            name: format!("Move to {title}"),
            icon: "arrow-right",
            action: Callback::new(move |()| move_run(desk, id, step, asked)),
        });
    let delete = MenuItem {
        name: "Delete".to_owned(),
        icon: "trash-2",
        action: Callback::new(move |()| {
            desk.run(RunCommand::Delete { id });
        }),
    };
    let history = MenuItem::to("History", "history", Route::HistoryOf(id.into()).href());
    moves.chain([history, delete]).collect()
}

/// Whoever is named by an id, for a select; the empty text for nobody.
pub fn assignee_value(desk: Desk, run: &Run) -> String {
    run.assignee
        .filter(|id| desk.get::<Person>(*id).is_some())
        .map(|id| id.to_string())
        .unwrap_or_default()
}
