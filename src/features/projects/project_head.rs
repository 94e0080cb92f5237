//! The head of a project's pages: name, how it stands, its facts, and its tabs.

use std::sync::Arc;

use domain::assessment::Assessment;
use domain::command::{ArchiveCommand, ProjectCommand};
use domain::id::ProjectId;
use domain::model::{Person, Project, Stage};
use domain::outline::leaves;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{desk, health, quick};
use crate::features::projects::copy_form::{CopyDialog, Copying};
use crate::features::projects::project_form::{FormFor, ProjectDialog};
use crate::features::projects::related::Related;
use crate::features::projects::standing::standing_mark;
use crate::ui::avatar::Avatar;
use crate::ui::deep_menu::{DeepMenu, Entry, Inside};
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::format;
use crate::ui::icon::{Icon, Kind};
use crate::ui::menu::MenuItem;
use crate::ui::page_head::{Crumb, PageHead, Tab, Tabs};

/// Head, facts and tabs of a project.
#[component]
pub fn ProjectHead(
    /// Which.
    id: ProjectId,
    /// The name of the tab that is open.
    tab: &'static str,
    /// How it stands by all rules, on a page that knows; elsewhere its dates alone say it.
    #[prop(optional_no_strip)]
    assessment: Option<Memo<Assessment>>,
    /// The page's main button.
    #[prop(optional, into)]
    action: ViewFn,
) -> impl IntoView {
    let desk = desk();
    let form = RwSignal::new(None::<FormFor>);
    let project = desk.record::<Project>(id);
    let name = Signal::derive(move || project.get().map(|p| p.name.clone()).unwrap_or_default());
    let crumbs = vec![Crumb {
        name: "Projects".to_owned(),
        href: Route::Projects.href(),
    }];
    let standing = move || {
        move || {
            let project = project.get()?;
            if project.is_template {
                return Some(view! { <span class="chip">"Template"</span> }.into_any());
            }
            let sample = project
                .sample
                .then(|| view! { <span class="chip" data-kind="sample">"Sample"</span> });
            let assessed = assessment.filter(|_| project.stage != Stage::Done);
            let mark = match assessed {
                Some(assessment) => standing_mark(&assessment.get()).into_any(),
                None => health::of_project(desk, id).map(health::mark).into_any(),
            };
            Some(
                view! {
                    {mark}
                    {sample}
                }
                .into_any(),
            )
        }
    };
    let copying = RwSignal::new(None::<Copying>);
    let entries = Callback::new(move |()| {
        let is_template = project.get_untracked().is_some_and(|p| p.is_template);
        let copy = |name: &str, what: Copying| MenuItem {
            name: name.to_owned(),
            icon: "copy",
            action: Callback::new(move |()| copying.set(Some(what))),
        };
        let copies = if is_template {
            vec![copy("Start a project…", Copying::Start(id))]
        } else {
            vec![
                copy("Copy project…", Copying::Copy(id)),
                copy("Save as template…", Copying::Template(id)),
            ]
        };
        let stages = Entry::More {
            name: "Move to a stage",
            icon: "arrow-right",
            inside: Inside::List(Arc::new(move || quick::stages(desk, id)), ""),
        };
        let items = vec![
            MenuItem {
                name: "Edit project".to_owned(),
                icon: "pencil",
                action: Callback::new(move |()| form.set(Some(FormFor::Existing(id)))),
            },
            MenuItem::to("History", "history", Route::HistoryOf(id.into()).href()),
            MenuItem {
                name: "Make it a process…".to_owned(),
                icon: "scale",
                action: Callback::new(move |()| desk.go(&Route::ConvertProject(id))),
            },
            MenuItem {
                name: "Archive project".to_owned(),
                icon: "archive",
                action: Callback::new(move |()| {
                    let ids = [id.into()].into();
                    if desk.run(ArchiveCommand::Put { ids }).is_some() {
                        desk.go(&Route::Projects);
                    }
                }),
            },
            MenuItem {
                name: "Delete project".to_owned(),
                icon: "trash-2",
                action: Callback::new(move |()| {
                    if desk.run(ProjectCommand::Delete { id }).is_some() {
                        desk.go(&Route::Projects);
                    }
                }),
            },
        ];
        let quick = quick::more(desk, id);
        let items = copies.into_iter().chain(items).map(Entry::Item);
        std::iter::once(stages).chain(quick).chain(items).collect()
    });
    let tabs = [
        ("Charter", Route::Charter(id)),
        ("Outline", Route::Outline(id)),
        ("Board", Route::Project(id)),
        ("Timeline", Route::Timeline(id)),
        ("Budget", Route::Budget(id)),
        ("RAID", Route::Raid(id)),
        ("People", Route::Team(id)),
        ("Report", Route::Report(id)),
    ];
    let tabs = tabs.map(|(name, route)| Tab {
        name,
        href: route.href(),
        is_current: name == tab,
    });
    view! {
        <PageHead
            title=name kind=Kind::Line what="Project" crumbs=crumbs aside=standing
            actions=move || view! {
                {action.run()}
                <DeepMenu label="Project actions" entries=entries/>
            }
        />
        <Facts id=id/>
        <Related id=id/>
        <Tabs tabs=tabs.into()/>
        <ProjectDialog form=form/>
        <CopyDialog form=copying/>
    }
}

#[component]
fn Facts(id: ProjectId) -> impl IntoView {
    let desk = desk();
    let today = desk.today();
    let project = desk.record::<Project>(id);
    let owner = move || {
        let owner = project
            .get()
            .and_then(|p| p.owner)
            .and_then(|id| desk.get::<Person>(id));
        match owner {
            Some(person) => view! {
                <span class="person">
                    <Avatar initials=person.initials() name=person.name.clone() small=true/>
                    <span aria-hidden="true">{person.name.clone()}</span>
                </span>
            }
            .into_any(),
            None => view! { <span class="faint">"nobody yet"</span> }.into_any(),
        }
    };
    let done = Memo::new(move |_| {
        let leaves = desk.compute(|ws| leaves(ws, id));
        format!("{} of {} tasks", leaves.n_done, leaves.n_tasks)
    });
    let stage = move || project.get().map(|p| p.stage.name());
    let span = move || {
        let project = project.get()?;
        let day = |day: Option<domain::time::Day>| day.map(|day| format::day(day, today));
        Some(match (day(project.start), day(project.finish)) {
            (Some(start), Some(finish)) => format!("{start} to {finish}"),
            (Some(start), None) => format!("from {start}"),
            (None, Some(finish)) => format!("until {finish}"),
            (None, None) => "no dates yet".to_owned(),
        })
    };
    let left = move || {
        let finish = project.get()?.finish?;
        let calendar = desk.read(|ws| ws.settings().calendar);
        let n_days = calendar.working_days_between(today, finish.plus(1)?);
        let text = match n_days {
            ..0 => format!(
                "{} over",
                format::count(
                    n_days.unsigned_abs() as usize,
                    "working day",
                    "working days"
                )
            ),
            _ => format!(
                "{} left",
                format::count(n_days as usize, "working day", "working days")
            ),
        };
        Some(view! {
            <span class="faint" title="Counted from today to the promised finish by the working days in Settings.">
                {text}
            </span>
        })
    };
    view! {
        <dl class="facts">
            <div class="not-phone"><dt>"Owner"</dt><dd>{owner}</dd></div>
            <div><dt>"Stage"</dt><dd>{stage}</dd></div>
            <div><dt>"Done"</dt><dd class="num">{done}</dd></div>
            <div><dt>"Dates"</dt><dd class="num">{span}" "{left}</dd></div>
        </dl>
    }
}

/// A page of a project below its head; says so when the project is gone.
#[component]
pub fn ProjectPage(
    /// Which.
    id: ProjectId,
    /// The name of the tab that is open.
    tab: &'static str,
    /// How it stands by all rules, on a page that knows.
    #[prop(optional)]
    assessment: Option<Memo<Assessment>>,
    /// The page's main button.
    #[prop(optional, into)]
    action: ViewFn,
    /// What is below the tabs.
    children: ChildrenFn,
) -> impl IntoView {
    let desk = desk();
    let is_there = Memo::new(move |_| desk.get::<Project>(id).is_some());
    dynamic(move || {
        if !is_there.get() {
            return view! { <ProjectGone/> }.into_any();
        }
        let action = action.clone();
        view! {
            <div class="page">
                <ProjectHead id=id tab=tab assessment=assessment action=move || action.run()/>
                {children()}
            </div>
        }
        .into_any()
    })
}

/// What a project's page says when the project is not there.
#[component]
pub fn ProjectGone() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title="This project is not there any more"/>
            <Empty
                kind=Kind::Line title="Nothing to show"
                text="It was deleted, perhaps in another tab, or put into the archive. If that was done here, undo brings it back."
            >
                <a class="btn" href=Route::Archive.href()>"The archive"</a>
                <a class="btn" data-kind="primary" href=Route::Projects.href()>
                    <Icon name="arrow-left"/>
                    <span class="label">"All projects"</span>
                </a>
            </Empty>
        </div>
    }
}
