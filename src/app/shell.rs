//! The shell around every page: rail, phone bars, and where the data is.

use domain::id::{ProjectId, TemplateId};
use domain::lists::List;
use domain::model::{Project, Stage, Template};
use domain::route::Route;
use leptos::prelude::*;
use store::{OnDisk, Saving};

use crate::app::pages;
use crate::desk::{Over, desk, health};
use crate::platform::{focus, theme};
use crate::ui::dynamic::{dynamic, each, flag};
use crate::ui::icon::{Glyph, Icon, Kind};

/// Records listed by name in the rail; the rest is one click away.
const MAX_LISTED: usize = 8;

/// The rail beside the page from tablet width up, bars above and below it on a phone. The wizard
/// stands alone: it has its own head.
#[component]
pub fn Shell(
    /// Where the person is.
    route: Signal<Route>,
    /// The page.
    children: ChildrenFn,
) -> impl IntoView {
    let is_wizard = Memo::new(move |_| route.get() == Route::NewWork);
    let skip = |event: leptos::ev::MouseEvent| {
        // Followed as a link, the fragment would be a route: the focus is moved by hand.
        event.prevent_default();
        focus::focus("#main");
    };
    view! {
        <a class="skip" href="#main" on:click=skip>"Skip to content"</a>
        {dynamic(move || if is_wizard.get() {
            children().into_any()
        } else {
            let children = children.clone();
            view! {
                <div class="shell">
                    <Rail route=route/>
                    <TopBar route=route/>
                    <main class="main" id="main" tabindex="-1">{children()}</main>
                    <TabBar route=route/>
                </div>
            }
            .into_any()
        })}
    }
}

/// Which entry of the navigation a route belongs to.
fn section(route: &Route) -> Route {
    match route {
        _ if route.project().is_some() => Route::Projects,
        _ if route.template().is_some() => Route::Processes,
        Route::Run(_) => Route::Processes,
        Route::HistoryOf(_) => Route::History,
        Route::Decision(_) | Route::CompareDecisions(..) => Route::Decisions,
        other => other.clone(),
    }
}

#[component]
fn Rail(route: Signal<Route>) -> impl IntoView {
    let desk = desk();
    view! {
        <aside class="rail" aria-label="Main navigation">
            <div class="rail-in">
                <div class="rail-top"><Logo/></div>
                <div class="rail-acts">
                    <a class="btn" data-kind="primary" href=Route::NewWork.href() title="New work">
                        <Icon name="plus"/>
                        <span class="label">"New work"</span>
                        <kbd class="kbd">"N"</kbd>
                    </a>
                    <button type="button" class="btn" aria-keyshortcuts="Control+K" title="Search" on:click=move |_| desk.over.set(Some(Over::Find))>
                        <Icon name="search"/>
                        <span class="label">"Search"</span>
                        <kbd class="kbd" aria-hidden="true">"Ctrl K"</kbd>
                    </button>
                </div>
                <div class="rail-middle">
                <nav class="rail-nav" aria-label="Views">
                    <NavItem route=route to=Route::Overview icon="activity" name="Overview"/>
                    <NavItem route=route to=Route::Decisions icon="scale" name="Decisions"/>
                    <NavItem route=route to=Route::History icon="history" name="History"/>
                </nav>
                <ProjectLinks route=route/>
                <ProcessLinks route=route/>
                </div>
                <div class="rail-foot">
                    <nav class="rail-nav" aria-label="Help and settings">
                        <NavItem route=route to=Route::Learn icon="book-open" name="Learn: loop or line"/>
                        <NavItem route=route to=Route::Settings icon="settings" name="Settings"/>
                    </nav>
                    <div class="rail-row"><SavedMark/><ThemeToggle/></div>
                </div>
            </div>
        </aside>
    }
}

#[component]
fn Logo() -> impl IntoView {
    view! {
        <a class="logo" href=Route::Overview.href()>
            <svg class="logo-mark" viewBox="0 0 24 21" aria-hidden="true"><use href="#logo"></use></svg>
            <span class="logo-word">"Loopline"</span>
        </a>
    }
}

#[component]
fn NavItem(
    route: Signal<Route>,
    to: Route,
    icon: &'static str,
    name: &'static str,
) -> impl IntoView {
    let href = to.href();
    let is_current = move || (section(&route.get()) == to).then_some("page");
    view! {
        <a class="nav-item" href=href aria-current=flag(is_current) title=name>
            <Icon name=icon/>
            <span class="name">{name}</span>
        </a>
    }
}

#[component]
fn ProjectLinks(route: Signal<Route>) -> impl IntoView {
    let desk = desk();
    let open = Memo::new(move |_| {
        let open_stages = Stage::ALL
            .into_iter()
            .rev()
            .filter(|stage| *stage != Stage::Done);
        open_stages
            .flat_map(|stage| desk.keys(List::ProjectsIn(stage)).to_vec())
            .collect::<Vec<_>>()
    });
    let is_current = move || (route.get() == Route::Projects).then_some("page");
    view! {
        <nav class="rail-nav" aria-label="Projects">
            <a class="nav-item head" href=Route::Projects.href() aria-current=flag(is_current) title="Projects">
                <Glyph kind=Kind::Line/>
                <span class="name">"Projects"</span>
                <span class="count">{dynamic(move || open.with(Vec::len))}</span>
            </a>
            {each(
                move || open.get().into_iter().take(MAX_LISTED).collect(),
                move |key| view! { <ProjectLink route=route id=ProjectId::from_key(key)/> }.into_any(),
            )}
        </nav>
    }
}

#[component]
fn ProjectLink(route: Signal<Route>, id: ProjectId) -> impl IntoView {
    let desk = desk();
    let name = Memo::new(move |_| {
        let project = desk.get::<Project>(id);
        project
            .map(|project| project.name.clone())
            .unwrap_or_default()
    });
    let is_current = move || (route.get().project() == Some(id)).then_some("page");
    view! {
        <a class="nav-item sub" href=Route::Project(id).href() aria-current=flag(is_current) title=name>
            <span class="name">{name}</span>
            {dynamic(move || health::of_project(desk, id).and_then(health::warning))}
        </a>
    }
}

#[component]
fn ProcessLinks(route: Signal<Route>) -> impl IntoView {
    let desk = desk();
    let is_current = move || (route.get() == Route::Processes).then_some("page");
    view! {
        <nav class="rail-nav" aria-label="Processes">
            <a class="nav-item head" href=Route::Processes.href() aria-current=flag(is_current) title="Processes">
                <Glyph kind=Kind::Loop/>
                <span class="name">"Processes"</span>
                <span class="count">{dynamic(move || desk.keys(List::Templates).len())}</span>
            </a>
            {each(
                move || desk.keys(List::Templates).iter().take(MAX_LISTED).copied().collect(),
                move |key| view! { <ProcessLink route=route id=TemplateId::from_key(key)/> }.into_any(),
            )}
        </nav>
    }
}

#[component]
fn ProcessLink(route: Signal<Route>, id: TemplateId) -> impl IntoView {
    let desk = desk();
    let name = Memo::new(move |_| {
        let template = desk.get::<Template>(id);
        template
            .map(|template| template.name.clone())
            .unwrap_or_default()
    });
    let n_open = move || desk.keys(List::Runs(id)).len() - desk.keys(List::FinishedRuns(id)).len();
    let is_current = move || (route.get().template() == Some(id)).then_some("page");
    view! {
        <a class="nav-item sub" href=Route::Runs(id).href() aria-current=flag(is_current) title=name>
            <span class="name">{name}</span>
            <span class="count">{dynamic(n_open)}<span class="vh">" runs in flight"</span></span>
        </a>
    }
}

/// Where the work is kept, and whether it is.
#[component]
fn SavedMark() -> impl IntoView {
    let desk = desk();
    let store = desk.store();
    let (saving, on_disk) = (store.saving(), store.on_disk());
    let text = Memo::new(move |_| match saving.get() {
        _ if desk.looking().is_some() => "Only to look at",
        Saving::Works => match on_disk.get() {
            OnDisk::All => "Saved on disk",
            OnDisk::Pending(_) => "Saved",
            OnDisk::Unknown => "Saved in this browser",
        },
        Saving::Refused { .. } => "Not saving",
        Saving::LastFailed { .. } => "Last edit not saved",
    });
    view! {
        <span class="saved" title=text>
            <Icon name="hard-drive" small=true/>
            <span class="saved-text">{text}</span>
        </span>
    }
}

#[component]
fn ThemeToggle() -> impl IntoView {
    view! {
        <button
            type="button" class="btn" data-kind="quiet" data-icon="" data-size="s"
            aria-label="Switch between light and dark" title="Light or dark" on:click=|_| theme::toggle()
        >
            <Icon name="sun"/>
        </button>
    }
}

/// The phone's bar above the page: the way back, where one is, and settings.
#[component]
fn TopBar(route: Signal<Route>) -> impl IntoView {
    let desk = desk();
    let back = move || {
        let route = route.get();
        match route {
            Route::Run(id) => desk
                .get::<domain::model::Run>(id)
                .map(|run| Route::Runs(run.template)),
            _ => Some(section(&route)).filter(|section| *section != route),
        }
    };
    view! {
        <header class="topbar">
            {dynamic(move || match back() {
                Some(up) => view! {
                    <a class="btn" data-kind="quiet" data-size="l" data-icon="" aria-label="Back" href=up.href()>
                        <Icon name="chevron-left"/>
                    </a>
                }.into_any(),
                None => view! {
                    <svg class="logo-mark" viewBox="0 0 24 21" aria-hidden="true"><use href="#logo"></use></svg>
                }.into_any(),
            })}
            <span class="title">{dynamic(move || pages::title(desk, &route.get()))}</span>
            <button
                type="button" class="btn" data-kind="quiet" data-size="l" data-icon="" aria-label="Search"
                on:click=move |_| desk.over.set(Some(Over::Find))
            >
                <Icon name="search"/>
            </button>
            <a class="btn" data-kind="quiet" data-size="l" data-icon="" aria-label="Decisions" href=Route::Decisions.href()>
                <Icon name="scale"/>
            </a>
            <a class="btn" data-kind="quiet" data-size="l" data-icon="" aria-label="Settings" href=Route::Settings.href()>
                <Icon name="settings"/>
            </a>
        </header>
    }
}

/// The phone's bar below the page.
#[component]
fn TabBar(route: Signal<Route>) -> impl IntoView {
    let item = move |to: Route, name: &'static str, drawing: AnyView| {
        let href = to.href();
        let is_current = move || (section(&route.get()) == to).then_some("page");
        view! { <a href=href aria-current=flag(is_current)>{drawing}{name}</a> }
    };
    view! {
        <nav class="tabbar" aria-label="Main">
            {item(Route::Overview, "Overview", view! { <Icon name="activity"/> }.into_any())}
            {item(Route::Projects, "Projects", view! { <Glyph kind=Kind::Line/> }.into_any())}
            <a class="add" href=Route::NewWork.href()><Icon name="plus"/>"New work"</a>
            {item(Route::Processes, "Processes", view! { <Glyph kind=Kind::Loop/> }.into_any())}
            {item(Route::Learn, "Learn", view! { <Icon name="book-open"/> }.into_any())}
        </nav>
    }
}
