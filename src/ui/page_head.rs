//! The head of a page: heading, what stands beside it, and the page's actions.

use leptos::prelude::*;

use crate::ui::dynamic::dynamic;
use crate::ui::icon::{Glyph, Icon, Kind};

/// One link of the way to a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    /// What it leads to.
    pub name: String,
    /// Where it leads.
    pub href: String,
}

/// A heading with actions. The heading takes the focus when the page is opened.
#[component]
pub fn PageHead(
    /// The page's name.
    #[prop(into)]
    title: Signal<String>,
    /// The glyph before it.
    #[prop(optional)]
    kind: Option<Kind>,
    /// A word for the kind of record, read aloud before the title.
    #[prop(optional)]
    what: &'static str,
    /// The way here.
    #[prop(optional)]
    crumbs: Vec<Crumb>,
    /// What stands beside the heading, such as a chip.
    #[prop(optional, into)]
    aside: ViewFn,
    /// Buttons.
    #[prop(optional, into)]
    actions: ViewFn,
    /// A sentence below.
    #[prop(optional, into)]
    lede: ViewFn,
) -> impl IntoView {
    let has_crumbs = !crumbs.is_empty();
    view! {
        <header class="page-head">
            {has_crumbs.then(|| view! { <Crumbs crumbs=crumbs/> })}
            <div class="page-head-row">
                <h1 tabindex="-1" data-page-heading="">
                    {kind.map(|kind| view! { <Glyph kind=kind/> })}
                    <span>
                        {(!what.is_empty()).then(|| view! { <span class="vh">{what} ": "</span> })}
                        {dynamic(move || title.get())}
                    </span>
                </h1>
                {aside.run()}
                <div class="page-actions">{actions.run()}</div>
            </div>
            {lede.run()}
        </header>
    }
}

#[component]
fn Crumbs(crumbs: Vec<Crumb>) -> impl IntoView {
    let n_crumbs = crumbs.len();
    let items = crumbs.into_iter().enumerate().map(move |(idx, crumb)| {
        view! {
            <li><a href=crumb.href>{crumb.name}</a></li>
            {(idx + 1 < n_crumbs).then(|| view! {
                <li aria-hidden="true"><Icon name="chevron-right"/></li>
            })}
        }
    });
    view! {
        <nav class="crumbs" aria-label="Breadcrumb">
            <ol>{items.collect_view()}</ol>
        </nav>
    }
}

/// One tab of a record's pages; each is an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// The tab's name.
    pub name: &'static str,
    /// Where it leads.
    pub href: String,
    /// Whether it is the page that is open.
    pub is_current: bool,
}

/// The tabs of a record.
#[component]
pub fn Tabs(
    /// From left to right.
    tabs: Vec<Tab>,
) -> impl IntoView {
    let links = tabs.into_iter().map(|tab| {
        view! {
            <a href=tab.href aria-current=tab.is_current.then_some("page")>{tab.name}</a>
        }
    });
    view! { <nav class="tabs" aria-label="Sections">{links.collect_view()}</nav> }
}
