//! A run as a card on the board of its process: on one of the steps on which it stands.

use domain::command::{Finish, RunCommand, Verdict};
use domain::flow::graph::{Graph, Place};
use domain::id::{RunId, StepId};
use domain::model::{Run, Template, Token, Version};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk, people};
use crate::features::processes::clock;
use crate::features::processes::reason::Asked;
use crate::features::processes::runs_board::{FINISHED, Usual};
use crate::features::processes::step_form::per_day;
use crate::ui::dynamic::{dynamic, text};
use crate::ui::format;
use crate::ui::icon::{Icon, Status};
use crate::ui::menu::{Menu, MenuItem};

/// A run on one of the steps on which it stands.
#[component]
pub fn RunCard(
    /// The run.
    id: RunId,
    /// The step on which this card stands; a run can stand on several.
    step: Option<StepId>,
    /// How long runs usually stay on each step.
    usual: RwSignal<Usual>,
    /// What a reason is asked for.
    asked: RwSignal<Option<Asked>>,
) -> impl IntoView {
    let desk = desk();
    let run = desk.record::<Run>(id);
    let name = Memo::new(move |_| run.get().map(|run| run.name.clone()).unwrap_or_default());
    // Working minutes, as the promise counts.
    let stood = move |run: &Run| {
        let work_time = clock::work_time(desk);
        work_time.between(
            token(run, step).map_or(run.entered_at, |token| token.entered_at),
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
        let is_old = usual.with(|usual| Some(stood(&run) > *usual.get(&step?)?));
        (is_old == Some(true)).then(|| {
            view! {
                <Status status="watch" label="longer here than 85 of 100 runs"/>
            }
        })
    };
    let is_open = Memo::new(move |_| run.get().is_some_and(|run| run.current.is_some()));
    let face = move || {
        let run = run.get();
        let person = run.and_then(|run| token(&run, step).map_or(run.assignee, |own| own.assignee));
        people::face(desk, person)
    };
    let finish_button = move || {
        is_open.get().then(|| {
            view! {
                <button
                    type="button" class="btn" data-kind="quiet" data-size="s" data-icon=""
                    aria-label=text(move || format!("Finish the step of {}", name.get())) title="Finish step"
                    on:click=move |_| finish(desk, id, step)
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
            {dynamic(move || sla(desk, id, step))}
            {dynamic(age)}
            <div class="foot">
                {dynamic(face)}
                <span class="raise">
                    {dynamic(finish_button)}
                    <Menu
                        label=Signal::derive(move || format!("Actions for {}", name.get()))
                        items=Callback::new(move |()| menu_items(desk, id, step, asked))
                    />
                </span>
            </div>
        </article>
    }
}

/// Where a run stands on the step of a card.
fn token(run: &Run, step: Option<StepId>) -> Option<&Token> {
    run.token_on(step?)
}

/// The clock of a run on the step of a card; tracked.
fn sla(desk: Desk, id: RunId, step: Option<StepId>) -> Option<AnyView> {
    let run = desk.get::<Run>(id)?;
    let own = token(&run, step)?;
    Some(clock::drawn(clock::clock(
        desk,
        own.entered_at,
        own.due?,
        &run,
    )))
}

fn menu_items(
    desk: Desk,
    id: RunId,
    from: Option<StepId>,
    asked: RwSignal<Option<Asked>>,
) -> Vec<MenuItem> {
    let steps = desk.read(|ws| {
        let run = ws.get::<Run>(id)?;
        let version = ws.get::<Version>(run.version)?;
        let others = version
            .steps
            .iter()
            .filter(|step| Some(step.step) != from && run.token_on(step.step).is_none());
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
            action: Callback::new(move |()| move_run(desk, id, from, step, asked)),
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

/// Dropped where it would go next, a run's step is finished; anywhere else it is moved by hand.
pub fn drop_run(
    desk: Desk,
    id: RunId,
    from: Option<StepId>,
    lane: u64,
    asked: RwSignal<Option<Asked>>,
) {
    // Where its step leads when there is only one way.
    let next = desk.read(|ws| {
        let run = ws.get::<Run>(id)?;
        let version = ws.get::<Version>(run.version)?;
        let graph = Graph::new(&version.steps);
        let ways = graph.edges(graph.position(from?)?);
        let [way] = ways.as_slice() else { return None };
        Some(match way.to {
            Place::Step(to) => graph.id(to)?.key(),
            Place::End => FINISHED,
        })
    });
    if next == Some(lane) {
        finish(desk, id, from);
    } else if lane == FINISHED {
        desk.notices.refused(
            "Only a run on its last step can be finished. Finish the steps before it first."
                .to_owned(),
        );
    } else {
        move_run(desk, id, from, StepId::from_key(lane), asked);
    }
}

/// Finishes the step of a card as it is.
fn finish(desk: Desk, id: RunId, step: Option<StepId>) {
    // A run of old data has no tokens yet, and only one step.
    let token = desk.read(|ws| Some(ws.get::<Run>(id)?.token_on(step?)?.key));
    match token {
        Some(token) => desk.run(RunCommand::Finish(Finish {
            id,
            token,
            values: Vec::new(),
            verdict: Verdict::Done,
            reason: String::new(),
        })),
        None => desk.run(RunCommand::FinishStep { id }),
    };
}

/// Moves a run by hand; where that is a deviation, it asks why first.
fn move_run(
    desk: Desk,
    id: RunId,
    from: Option<StepId>,
    step: StepId,
    asked: RwSignal<Option<Asked>>,
) {
    let is_choice = desk.read(|ws| {
        let run = ws.get::<Run>(id)?;
        let is_there = run.current == Some(step) || run.token_on(step).is_some();
        Some(is_there || ws.get::<Template>(run.template)?.flexible)
    });
    if is_choice == Some(true) {
        let reason = String::new();
        desk.run(RunCommand::MoveTo {
            id,
            step,
            from,
            reason,
        });
    } else {
        asked.set(Some(Asked::Move { id, step, from }));
    }
}
