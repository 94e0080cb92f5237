//! The portfolio: every project on one board by stage.

use domain::command::ProjectCommand;
use domain::id::ProjectId;
use domain::lists::List;
use domain::model::{Project, Stage};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Wish, desk};
use crate::features::projects::copy_form::{CopyDialog, Copying};
use crate::features::projects::project_card::ProjectCard;
use crate::features::projects::project_form::{FormFor, ProjectDialog};
use crate::features::projects::templates::Templates;
use crate::ui::board::{Board, BoardParts, Drop, Lane};
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::icon::{Icon, Kind};
use crate::ui::page_head::PageHead;

/// The portfolio by stage.
#[component]
pub fn PortfolioPage() -> impl IntoView {
    let desk = desk();
    let form = RwSignal::new(None::<FormFor>);
    let copying = RwSignal::new(None::<Copying>);
    let is_empty = Memo::new(move |_| desk.keys(List::Projects).is_empty());
    let open_form = move || {
        form.try_set(Some(FormFor::New(Stage::Initiate)));
    };
    desk.grant(Wish::NewProject, open_form);
    view! {
        <div class="page page-wide">
            <PageHead
                title="Projects" kind=Kind::Line
                actions=move || view! {
                    <button type="button" class="btn" data-kind="primary" on:click=move |_| open_form()>
                        <Icon name="plus"/>
                        <span class="label">"New project"</span>
                    </button>
                }
            />
            <Templates form=copying/>
            {dynamic(move || if is_empty.get() {
                view! { <NoProjects/> }.into_any()
            } else {
                view! { <StageBoard form=form copying=copying/> }.into_any()
            })}
            <ProjectDialog form=form/>
            <CopyDialog form=copying/>
        </div>
    }
}

#[component]
fn NoProjects() -> impl IntoView {
    let desk = desk();
    let load_sample = move |_| {
        desk.load_sample();
    };
    view! {
        <Empty
            kind=Kind::Line title="No projects yet"
            text="A project is unique work with an end. Describe some work, and Loopline says whether it is one."
        >
            <a class="btn" data-kind="primary" href=Route::NewWork.href()>"Describe new work"</a>
            <button type="button" class="btn" on:click=load_sample>"Load the sample workspace"</button>
        </Empty>
    }
}

#[component]
fn StageBoard(
    form: RwSignal<Option<FormFor>>,
    copying: RwSignal<Option<Copying>>,
) -> impl IntoView {
    let desk = desk();
    let lanes: Vec<Lane> = (0..)
        .zip(Stage::ALL)
        .map(|(key, stage)| Lane {
            key,
            name: stage.name().to_owned(),
            note: stage.note().to_owned(),
        })
        .collect();
    let parts = BoardParts {
        cards: Callback::new(move |lane| desk.keys(List::ProjectsIn(stage_of(lane)))),
        name: Callback::new(move |card| {
            let id = ProjectId::from_key(card);
            desk.read(|ws| {
                ws.get::<Project>(id)
                    .map(|p| p.name.clone())
                    .unwrap_or_default()
            })
        }),
        card: Callback::new(move |card| {
            view! { <ProjectCard id=ProjectId::from_key(card) form=form copying=copying/> }
                .into_any()
        }),
        on_drop: Callback::new(move |drop: Drop| {
            desk.run(ProjectCommand::Move {
                id: ProjectId::from_key(drop.card),
                stage: stage_of(drop.lane),
                before: drop.before.map(ProjectId::from_key),
            });
        }),
        foot: Callback::new(move |lane| {
            let stage = stage_of(lane);
            if stage == Stage::Done {
                return ().into_any();
            }
            view! {
                <button type="button" class="add" on:click=move |_| form.set(Some(FormFor::New(stage)))>
                    <Icon name="plus" small=true/>
                    "Add project"
                    <span class="vh">{format!(" to {}", stage.name())}</span>
                </button>
            }
            .into_any()
        }),
        is_ordered: true,
    };
    view! { <Board variant="board-stages" label="Projects by stage" lanes=Signal::stored(lanes) parts=parts/> }
}

/// The stage of a lane; lanes count the stages from 0.
fn stage_of(lane: u64) -> Stage {
    usize::try_from(lane)
        .ok()
        .and_then(|idx| Stage::ALL.get(idx))
        .copied()
        .unwrap_or_default()
}
