//! The history: what was done, newest first, all or about one record.

use std::collections::BTreeMap;
use std::time::Duration;

use domain::id::RecordId;
use domain::route::Route;
use domain::story;
use domain::time::Instant;
use leptos::prelude::*;
use leptos::task::spawn_local;
use store::Deed;

use crate::desk::{Desk, desk};
use crate::features::history::reading;
use crate::features::history::row::Row;
use crate::platform::past::MAX_KEPT;
use crate::ui::dynamic::{dynamic, each, text};
use crate::ui::empty::Empty;
use crate::ui::format;
use crate::ui::icon::{Icon, Kind};
use crate::ui::page_head::{Crumb, PageHead};

/// Deeds shown at first, and more each time more are asked for.
const PAGE: usize = 50;

/// What another tab did is kept a moment after it is shown.
const SETTLED: Duration = Duration::from_millis(500);

/// Deeds by a number of their own, newest first.
type Deeds = BTreeMap<u64, Deed>;

#[derive(Clone, Copy)]
struct List {
    about: Option<RecordId>,
    n_wanted: RwSignal<usize>,
    /// None until they were read, and where nothing is kept.
    deeds: RwSignal<Option<Deeds>>,
    has_failed: RwSignal<bool>,
}

/// What was done, newest first.
#[component]
pub fn Page(
    /// Only what is about this record.
    #[prop(optional_no_strip)]
    about: Option<RecordId>,
) -> impl IntoView {
    let desk = desk();
    let list = List {
        about,
        n_wanted: RwSignal::new(PAGE),
        deeds: RwSignal::new(None),
        has_failed: RwSignal::new(false),
    };
    follow(desk, list);
    let crumbs: Vec<Crumb> = about
        .map(|_| Crumb {
            name: "History".to_owned(),
            href: Route::History.href(),
        })
        .into_iter()
        .collect();
    let lede = move || {
        let sentence = match about {
            None => "Who did what when. Every board can be shown as it was after any of it.",
            Some(_) => "What was done to it and to what belongs to it.",
        };
        let go = about.and_then(|id| desk.read(|ws| story::page_of(ws, id)));
        view! {
            <p class="lede">
                {sentence}" "
                {go.map(|route| view! { <a href=route.href()>"Open it as it is now"</a> })}
            </p>
        }
    };
    view! {
        <div class="page">
            <PageHead
                title=title(desk, about) crumbs=crumbs
                lede=lede
            />
            {dynamic(move || body(list))}
        </div>
    }
}

fn title(desk: Desk, about: Option<RecordId>) -> String {
    let Some(id) = about else {
        return "History".to_owned();
    };
    let name = desk.read(|ws| story::name_of(ws, id));
    match name {
        Some(name) => format!("History of {name}"),
        None => format!(
            "History of a {} that is gone",
            story::kind_of(id.table).to_lowercase()
        ),
    }
}

/// Reads the deeds, and reads them again whenever something is done in any tab.
fn follow(desk: Desk, list: List) {
    let read = move || {
        let max = list.n_wanted.get_untracked();
        spawn_local(async move {
            let found = reading::newest(list.about, max).await;
            list.has_failed.try_set(found.is_none());
            let numbered = found.unwrap_or_default().into_iter();
            let numbered = numbered.map(|deed| (number(&deed), deed)).collect();
            list.deeds.try_set(Some(numbered));
        });
    };
    Effect::new(move |_| {
        desk.real_store().compute(|_| ());
        list.n_wanted.track();
        read();
        set_timeout(
            move || {
                if list.deeds.try_get_untracked().is_some() {
                    read();
                }
            },
            SETTLED,
        );
    });
}

/// A number for a deed that grows with its age: two deeds of one moment differ in their tab.
fn number(deed: &Deed) -> u64 {
    let order = (deed.stamp.millis as u64) << 20;
    let within = u64::from(deed.stamp.count & 0x3FF) << 10;
    !(order | within | (deed.stamp.actor.0 & 0x3FF))
}

fn body(list: List) -> Option<AnyView> {
    let is_empty = list
        .deeds
        .with(|deeds| deeds.as_ref().map(BTreeMap::is_empty))?;
    if list.has_failed.get() {
        let sentence = "This browser keeps no history here: it refuses the storage for it, as \
                        some do in private windows. Your work and undo are not affected.";
        return Some(view! { <p class="lede">{sentence}</p> }.into_any());
    }
    if is_empty {
        return Some(empty(list.about.is_some()));
    }
    let keys = move || {
        let deeds = list.deeds.get();
        deeds.map_or_else(Vec::new, |deeds| deeds.into_keys().collect())
    };
    let row = move |key| {
        let deed = list
            .deeds
            .with_untracked(|deeds| deeds.as_ref()?.get(&key).cloned());
        deed.map(|deed| view! { <Row deed=deed/> }).into_any()
    };
    Some(
        view! {
            <ol class="rows history-list" aria-label="What was done">{each(keys, row)}</ol>
            {dynamic(move || foot(list))}
        }
        .into_any(),
    )
}

fn empty(is_about_one: bool) -> AnyView {
    let text = if is_about_one {
        "Nothing was done to it since this browser keeps a history. What you do from now on is \
         listed here."
    } else {
        "Everything you do is listed here, with your name from Settings, the moment, and what it \
         changed."
    };
    view! {
        <Empty kind=Kind::Line title="Nothing yet" text=text>
            <a class="btn" data-kind="primary" href=Route::Overview.href()>"Open the overview"</a>
        </Empty>
    }
    .into_any()
}

/// The way to older deeds, or how far back this reaches.
fn foot(list: List) -> AnyView {
    let desk = desk();
    let oldest = list.deeds.with(|deeds| {
        let deeds = deeds.as_ref()?;
        let (_, oldest) = deeds.last_key_value()?;
        Some((deeds.len(), oldest.stamp.millis))
    });
    let Some((n_deeds, oldest)) = oldest else {
        return ().into_any();
    };
    if n_deeds >= list.n_wanted.get() {
        let more = move |_| list.n_wanted.update(|n| *n += PAGE);
        return view! {
            <button type="button" class="btn history-more" on:click=more>
                <Icon name="arrow-down"/>
                <span class="label">"Show older"</span>
            </button>
        }
        .into_any();
    }
    let when = format::moment(Instant::from_millis(oldest), desk.today());
    let sentence = format!(
        "This is as far back as this browser’s history reaches: {when}. It keeps the latest \
         {}\u{202F}000 actions made in this browser, apart from the work itself. An action that \
         was made elsewhere and brought in with a file is listed as that import.",
        MAX_KEPT / 1_000,
    );
    view! { <p class="panel-note">{text(move || sentence.clone())}</p> }.into_any()
}
