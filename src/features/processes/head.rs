//! The head of a process's pages: name, facts, tabs, and the run to start.

use domain::command::TemplateCommand;
use domain::id::{TemplateId, VersionId};
use domain::lists::List;
use domain::model::{Person, Template, Version};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Desk, desk};
use crate::features::processes::process_form::{FormFor, ProcessDialog};
use crate::features::processes::related::Related;
use crate::features::processes::run_form::StartRun;
use crate::features::processes::schedule_form::{self, ScheduleDialog};
use crate::ui::avatar::Avatar;
use crate::ui::dynamic::dynamic;
use crate::ui::empty::Empty;
use crate::ui::icon::{Icon, Kind};
use crate::ui::menu::{Menu, MenuItem};
use crate::ui::page_head::{Crumb, PageHead, Tab, Tabs};

/// The pages of a process, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProcessTab {
    /// The documented steps.
    Steps,
    /// The same steps as a map.
    Map,
    /// The runs board.
    Runs,
    /// What runs took.
    Metrics,
    /// What runs did.
    Mining,
    /// What is done to make it better.
    Improve,
    /// The versions.
    Versions,
}

/// Head, facts and tabs of a process.
#[component]
pub fn ProcessHead(
    /// Which.
    id: TemplateId,
    /// The page that is open.
    tab: ProcessTab,
) -> impl IntoView {
    let desk = desk();
    let form = RwSignal::new(None::<FormFor>);
    let template = desk.record::<Template>(id);
    let name = Signal::derive(move || template.get().map(|t| t.name.clone()).unwrap_or_default());
    let crumbs = vec![Crumb {
        name: "Processes".to_owned(),
        href: Route::Processes.href(),
    }];
    let sample = move || {
        move || {
            let is_sample = template.get().is_some_and(|t| t.sample);
            is_sample.then(|| view! { <span class="chip" data-kind="sample">"Sample"</span> })
        }
    };
    let is_scheduling = RwSignal::new(false);
    let items = Callback::new(move |()| {
        vec![
            MenuItem {
                name: "Edit process".to_owned(),
                icon: "pencil",
                action: Callback::new(move |()| form.set(Some(FormFor::Existing(id)))),
            },
            MenuItem::to("History", "history", Route::HistoryOf(id.into()).href()),
            MenuItem {
                name: if template.get().is_some_and(|t| t.flexible) {
                    "Give it a fixed path".to_owned()
                } else {
                    "Let each run choose its path".to_owned()
                },
                icon: "activity",
                action: Callback::new(move |()| {
                    let flexible =
                        !desk.read(|ws| ws.get::<Template>(id).is_some_and(|t| t.flexible));
                    desk.run(TemplateCommand::SetFlexible { id, flexible });
                }),
            },
            MenuItem {
                name: "Make it a project…".to_owned(),
                icon: "scale",
                action: Callback::new(move |()| desk.go(&Route::ConvertProcess(id))),
            },
            MenuItem {
                name: "When it starts".to_owned(),
                icon: "history",
                action: Callback::new(move |()| is_scheduling.set(true)),
            },
            MenuItem {
                name: "Delete process".to_owned(),
                icon: "trash-2",
                action: Callback::new(move |()| {
                    if desk.run(TemplateCommand::Delete { id }).is_some() {
                        desk.go(&Route::Processes);
                    }
                }),
            },
        ]
    });
    let tabs = [
        (ProcessTab::Steps, "Steps", Route::Process(id)),
        (ProcessTab::Map, "Map", Route::Map(id)),
        (ProcessTab::Runs, "Runs", Route::Runs(id)),
        (ProcessTab::Metrics, "Metrics", Route::Metrics(id)),
        (ProcessTab::Mining, "Mining", Route::Mining(id)),
        (ProcessTab::Improve, "Improve", Route::Improve(id)),
        (ProcessTab::Versions, "Versions", Route::Versions(id)),
    ]
    .map(|(page, name, route)| Tab {
        name,
        href: route.href(),
        is_current: page == tab,
    })
    .to_vec();
    view! {
        <PageHead
            title=name kind=Kind::Loop what="Process" crumbs=crumbs aside=sample
            actions=move || view! {
                <StartRun id=id/>
                <Menu label="Process actions" items=items/>
            }
        />
        <Facts id=id/>
        <Related id=id/>
        <Tabs tabs=tabs/>
        <ProcessDialog form=form/>
        <ScheduleDialog id=id open=is_scheduling/>
    }
}

#[component]
fn Facts(id: TemplateId) -> impl IntoView {
    let desk = desk();
    let owner = move || {
        let owner = desk
            .get::<Template>(id)
            .and_then(|t| t.owner)
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
    let n_open = move || desk.keys(List::Runs(id)).len() - desk.keys(List::FinishedRuns(id)).len();
    let n_finished = move || desk.keys(List::FinishedRuns(id)).len();
    let version = move || match latest_version(desk, id) {
        Some(version) => format!("Version {}", version.number),
        None => "not yet run".to_owned(),
    };
    view! {
        <dl class="facts">
            <div class="not-phone"><dt>"Owner"</dt><dd>{owner}</dd></div>
            <div><dt>"In flight"</dt><dd class="num">{n_open}</dd></div>
            <div><dt>"Finished"</dt><dd class="num">{n_finished}</dd></div>
            <div><dt>"Steps"</dt><dd>{version}</dd></div>
            <div class="not-phone"><dt>"Starts"</dt><dd>{dynamic(move || schedule_form::starts(desk, id))}</dd></div>
        </dl>
    }
}

/// The version that was frozen last; tracked.
pub fn latest_version(desk: Desk, id: TemplateId) -> Option<std::sync::Arc<Version>> {
    let key = *desk.keys(List::Versions(id)).last()?;
    desk.get::<Version>(VersionId::from_key(key))
}

/// A page of a process: its head with this tab, and below it what `children` shows; or that the
/// process is gone. A wide page is as wide as the window and scrolls by itself.
#[component]
pub fn ProcessFrame(
    /// Which process.
    id: TemplateId,
    /// The tab the page is.
    tab: ProcessTab,
    /// Whether it is a wide page.
    #[prop(optional)]
    is_wide: bool,
    /// What is on it.
    children: ChildrenFn,
) -> impl IntoView {
    let desk = desk();
    let is_there = Memo::new(move |_| desk.get::<Template>(id).is_some());
    let class = if is_wide { "page page-wide" } else { "page" };
    dynamic(move || {
        if !is_there.get() {
            return view! { <ProcessGone/> }.into_any();
        }
        view! {
            <div class=class>
                <ProcessHead id=id tab=tab/>
                {children()}
            </div>
        }
        .into_any()
    })
}

/// What a process's page says when the process is not there.
#[component]
fn ProcessGone() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead title="This process is not there any more"/>
            <Empty
                kind=Kind::Loop title="Nothing to show"
                text="It was deleted, perhaps in another tab. If it was deleted here, undo brings it back."
            >
                <a class="btn" data-kind="primary" href=Route::Processes.href()>
                    <Icon name="arrow-left"/>
                    <span class="label">"All processes"</span>
                </a>
            </Empty>
        </div>
    }
}
