//! A menu some of whose entries lead to more: a list, or a small form. Everything stays in the one
//! popover, so that the keyboard walks through it as through any list of buttons.

use std::sync::Arc;

use leptos::prelude::*;

use crate::platform::keyboard::is_typing;
use crate::platform::popover;
use crate::platform::walking::End;
use crate::ui::dynamic::text;
use crate::ui::field::next_number;
use crate::ui::icon::Icon;
use crate::ui::menu::{MenuItem, MenuKeys, menu_item};

/// An entry of the menu.
#[derive(Clone)]
pub enum Entry {
    /// Does something.
    Item(MenuItem),
    /// Leads to a list of things to do, or to a form, which gets what closes the menu.
    More {
        /// What it leads to, as a verb.
        name: &'static str,
        /// Its icon.
        icon: &'static str,
        /// What is behind it.
        inside: Inside,
    },
}

/// What is behind an entry. Not callbacks: the list of entries, to which those would belong, is
/// gone when what is behind one of them is shown.
#[derive(Clone)]
pub enum Inside {
    /// Things to do; a sentence when there is none.
    List(Arc<dyn Fn() -> Vec<MenuItem> + Send + Sync>, &'static str),
    /// A form. It calls what it is given once it is done.
    Form(Arc<dyn Fn(Callback<()>) -> AnyView + Send + Sync>),
}

/// The menu. Its entries are made when it opens.
#[component]
pub fn DeepMenu(
    /// What the menu is for.
    #[prop(into)]
    label: Signal<String>,
    /// The entries, from the top.
    entries: Callback<(), Vec<Entry>>,
) -> impl IntoView {
    let id = format!("menu-{}", next_number());
    let keys = MenuKeys::new(&id);
    let is_open = keys.is_open;
    let inside = RwSignal::new(None::<(&'static str, Inside)>);
    let on_toggle = move |event: leptos::ev::Event| {
        inside.try_set(None);
        keys.toggled(&event);
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        // What is behind an entry is left the way it was entered.
        if event.key() == "ArrowLeft"
            && inside.with_untracked(Option::is_some)
            && !is_typing(&event)
        {
            event.prevent_default();
            inside.set(None);
            keys.enter(End::First);
        } else {
            keys.inside(&event);
        }
    };
    let popover_id = StoredValue::new(id.clone());
    let content = move || {
        is_open.get().then(|| match inside.get() {
            None => list(&entries.run(()), popover_id, inside, keys),
            Some((name, inner)) => within(name, inner, popover_id, inside, keys),
        })
    };
    let target = id.clone();
    view! {
        <button
            type="button" class="btn" data-kind="quiet" data-size="s" data-icon=""
            aria-label=text(move || label.get()) popovertarget=target
            on:keydown=move |event| keys.on_button(&event)
        >
            <Icon name="ellipsis"/>
        </button>
        <div
            class="menu" id=id popover="auto" on:toggle=on_toggle
            on:keydown=on_key on:focusout=move |event| keys.left(&event)
        >
            {content}
        </div>
    }
}

fn list(
    entries: &[Entry],
    id: StoredValue<String>,
    inside: RwSignal<Option<(&'static str, Inside)>>,
    keys: MenuKeys,
) -> AnyView {
    let entries = entries.iter().cloned().map(|entry| match entry {
        Entry::Item(item) => menu_item(item, id.get_value()).into_any(),
        Entry::More {
            name,
            icon,
            inside: inner,
        } => {
            let go = move |_| {
                inside.set(Some((name, inner.clone())));
                keys.enter(End::First);
            };
            view! {
                <button type="button" tabindex="-1" on:click=go>
                    <Icon name=icon/>
                    {name}
                    <span class="more"><Icon name="chevron-right" small=true/></span>
                </button>
            }
            .into_any()
        }
    });
    entries.collect_view().into_any()
}

fn within(
    name: &'static str,
    inner: Inside,
    id: StoredValue<String>,
    inside: RwSignal<Option<(&'static str, Inside)>>,
    keys: MenuKeys,
) -> AnyView {
    let content = match inner {
        Inside::List(items, nothing) => {
            let items = items();
            if items.is_empty() {
                view! { <p class="menu-note">{nothing}</p> }.into_any()
            } else {
                let items = items.into_iter();
                items
                    .map(|item| menu_item(item, id.get_value()))
                    .collect_view()
                    .into_any()
            }
        }
        Inside::Form(form) => {
            let close = Callback::new(move |()| popover::hide(&id.get_value()));
            view! { <div class="menu-form">{form(close)}</div> }.into_any()
        }
    };
    let back = move |_| {
        inside.set(None);
        keys.enter(End::First);
    };
    view! {
        <button type="button" tabindex="-1" on:click=back>
            <Icon name="arrow-left"/>
            {name}
            <span class="vh">": back"</span>
        </button>
        <hr/>
        {content}
    }
    .into_any()
}
