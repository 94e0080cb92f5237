//! Finding things and doing things by a few letters: a field over a list of what fits
//! (ARIA APG, combobox with a list).

use domain::find::{Entry, Fit, Index, Kind as Found, MAX_FOUND, entries};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use super::deeds::DEEDS;
use super::open_over;
use crate::desk::{Desk, desk};
use crate::platform::focus;
use crate::ui::dialog::Dialog;
use crate::ui::dynamic::{dynamic, text};
use crate::ui::icon::{Glyph, Icon, Kind};

/// What a line of the list leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    /// An entry, by its place.
    Entry(usize),
    /// A deed, by its place.
    Deed(usize),
}

/// Everything there is to find, as it was when the field was opened.
struct Things {
    entries: Vec<Entry>,
    index: Index,
    deeds: Index,
}

impl Things {
    fn of(desk: Desk) -> Things {
        let entries = desk.read(entries);
        let index = Index::new(entries.iter().map(|entry| entry.title.as_str()));
        let words = DEEDS.map(|deed| format!("{} {}", deed.name, deed.others));
        let deeds = Index::new(words.iter().map(String::as_str));
        Things {
            entries,
            index,
            deeds,
        }
    }

    /// What fits, in groups; the group with the best fit first.
    fn find(&self, typed: &str) -> Vec<(&'static str, Vec<Line>)> {
        let found = self.index.find(typed);
        let deeds = self.deeds.find(typed);
        let best = |found: &[(Fit, usize)]| found.first().map(|(fit, _)| *fit);
        let deeds_first = match (best(&deeds), best(&found)) {
            (Some(deed), Some(entry)) => deed < entry,
            (deed, _) => deed.is_some(),
        };
        let n_entries = MAX_FOUND.saturating_sub(deeds.len());
        let found = found.into_iter().take(n_entries);
        let found: Vec<Line> = found.map(|(_, idx)| Line::Entry(idx)).collect();
        let deeds: Vec<Line> = deeds.into_iter().map(|(_, idx)| Line::Deed(idx)).collect();
        let mut groups = vec![("Go to", found), ("Do", deeds)];
        if deeds_first {
            groups.reverse();
        }
        groups.retain(|(_, lines)| !lines.is_empty());
        groups
    }

    /// What is shown before anything is typed: where one has been, and what can be done.
    fn at_first(&self, desk: Desk) -> Vec<(&'static str, Vec<Line>)> {
        let recent = desk.recent.get_untracked();
        let recent = recent.iter().filter_map(|route| {
            let idx = self
                .entries
                .iter()
                .position(|entry| entry.route == *route)?;
            Some(Line::Entry(idx))
        });
        let mut groups = vec![
            ("Recent", recent.collect()),
            ("Do", (0..DEEDS.len()).map(Line::Deed).collect()),
        ];
        groups.retain(|(_, lines): &(_, Vec<Line>)| !lines.is_empty());
        groups
    }
}

/// The field and what it finds.
#[component]
pub fn Palette() -> impl IntoView {
    let desk = desk();
    let open = open_over(desk);
    view! {
        <Dialog open=open title="Search" is_fleeting=true>
            <Finder desk=desk open=open/>
        </Dialog>
    }
}

#[component]
fn Finder(desk: Desk, open: RwSignal<bool>) -> impl IntoView {
    let things = StoredValue::new(Things::of(desk));
    let typed = RwSignal::new(String::new());
    let groups = Memo::new(move |_| {
        let typed = typed.get();
        things.with_value(|things| match typed.trim() {
            "" => things.at_first(desk),
            typed => things.find(typed),
        })
    });
    let lines = Memo::new(move |_| {
        groups.with(|groups| {
            let lines = groups.iter().flat_map(|(_, lines)| lines.iter().copied());
            lines.collect::<Vec<Line>>()
        })
    });
    let chosen = RwSignal::new(0_usize);
    let act = move |line: Line| {
        let route = match line {
            Line::Entry(idx) => {
                things.with_value(|things| things.entries.get(idx).map(|entry| entry.route.clone()))
            }
            Line::Deed(_) => None,
        };
        open.set(false);
        // The focus is back where it was, and this is gone, before anything follows.
        request_animation_frame(move || {
            request_animation_frame(move || match (line, route) {
                (Line::Deed(idx), _) => {
                    if let Some(deed) = DEEDS.get(idx) {
                        (deed.act)(desk);
                    }
                }
                (Line::Entry(_), Some(route)) => desk.go(&route),
                (Line::Entry(_), None) => {}
            });
        });
    };
    let choose = move |place: usize| {
        chosen.set(place);
        focus::reveal(&format!("#found-{place}"));
    };
    let on_key = move |event: KeyboardEvent| {
        let n_lines = lines.with_untracked(Vec::len);
        let here = chosen.get_untracked();
        match event.key().as_str() {
            "ArrowDown" if n_lines > 0 => choose((here + 1) % n_lines),
            "ArrowUp" if n_lines > 0 => choose((here + n_lines - 1) % n_lines),
            "Enter" => {
                let line = lines.with_untracked(|lines| lines.get(here).copied());
                if let Some(line) = line {
                    act(line);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let field = NodeRef::<html::Input>::new();
    focus::when_drawn(field);
    let list = move || {
        let mut place = 0;
        let groups = groups.get().into_iter().map(|(name, lines)| {
            let lines = lines.into_iter().map(|line| {
                let option = things.with_value(|things| option(things, line, place, chosen, act));
                place += 1;
                option
            });
            let lines = lines.collect_view();
            view! { <div role="group" aria-label=name><h3 aria-hidden="true">{name}</h3>{lines}</div> }
        });
        groups.collect_view()
    };
    let says = move || {
        let typed = typed.get();
        match lines.with(Vec::len) {
            0 => format!("Nothing found for “{}”", typed.trim()),
            _ if typed.trim().is_empty() => String::new(),
            1 => "1 found".to_owned(),
            MAX_FOUND => format!("The best {MAX_FOUND}"),
            n_lines => format!("{n_lines} found"),
        }
    };
    let active = move || format!("found-{}", chosen.get());
    view! {
        <div class="palette">
            <div class="palette-in">
                <Icon name="search"/>
                <input
                    type="text" node_ref=field role="combobox" aria-label="Search or do" autocomplete="off" spellcheck="false"
                    placeholder="A name, or what you want to do"
                    aria-expanded="true" aria-controls="found" aria-autocomplete="list" aria-activedescendant=text(active)
                    on:keydown=on_key
                    on:input=move |event| {
                        chosen.set(0);
                        typed.set(event_target_value(&event));
                    }
                />
                <button
                    type="button" class="btn" data-kind="quiet" data-icon="" aria-label="Close search"
                    on:click=move |_| open.set(false)
                >
                    <Icon name="x"/>
                </button>
            </div>
            <div class="palette-list" id="found" role="listbox" aria-label="What was found" tabindex="-1">{dynamic(list)}</div>
            <div class="palette-foot">
                <span role="status">{dynamic(says)}</span>
                <span class="keys"><kbd class="kbd">"↑"</kbd><kbd class="kbd">"↓"</kbd>" move"</span>
                <span class="keys"><kbd class="kbd">"Enter"</kbd>" open"</span>
                <span class="keys"><kbd class="kbd">"Esc"</kbd>" close"</span>
            </div>
        </div>
    }
}

fn option(
    things: &Things,
    line: Line,
    place: usize,
    chosen: RwSignal<usize>,
    act: impl Fn(Line) + Copy + 'static,
) -> AnyView {
    let inside = match line {
        Line::Entry(idx) => things.entries.get(idx).map(|entry| {
            let (title, note) = (entry.title.clone(), entry.note.clone());
            view! { {mark(entry.kind)}<span class="name">{title}</span><span class="sub">{note}</span> }
                .into_any()
        }),
        Line::Deed(idx) => DEEDS.get(idx).map(|deed| {
            let keys = (!deed.keys.is_empty()).then(|| view! { <kbd class="kbd">{deed.keys}</kbd> });
            view! { <Icon name=deed.icon/><span class="name">{deed.name}</span>{keys} }.into_any()
        }),
    };
    view! {
        <div
            class="palette-item" role="option" id=format!("found-{place}")
            aria-selected=text(move || (chosen.get() == place).to_string())
            on:click=move |_| act(line)
        >
            {inside}
        </div>
    }
    .into_any()
}

/// The sign of a kind of thing.
fn mark(kind: Found) -> AnyView {
    match kind {
        Found::Project => view! { <Glyph kind=Kind::Line/> }.into_any(),
        Found::Process => view! { <Glyph kind=Kind::Loop/> }.into_any(),
        Found::Run => drawn("play"),
        Found::Task => drawn("square-check"),
        Found::Step => drawn("book-open"),
        Found::Raid => drawn("activity"),
        Found::Decision => drawn("scale"),
        Found::Person => drawn("user"),
    }
}

fn drawn(icon: &'static str) -> AnyView {
    view! { <Icon name=icon/> }.into_any()
}
