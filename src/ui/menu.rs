//! A menu behind a button with three dots: the browser's own popover.

use leptos::prelude::*;

use crate::platform::{location, popover};
use crate::ui::dynamic::text;
use crate::ui::field::next_number;
use crate::ui::icon::Icon;

/// One thing a menu does.
#[derive(Clone)]
pub struct MenuItem {
    /// What it does, as a verb.
    pub name: String,
    /// Its icon.
    pub icon: &'static str,
    /// Does it.
    pub action: Callback<()>,
}

impl MenuItem {
    /// A way to another page.
    pub fn to(name: &str, icon: &'static str, href: String) -> MenuItem {
        MenuItem {
            name: name.to_owned(),
            icon,
            action: Callback::new(move |()| location::set_hash(&href)),
        }
    }
}

/// A menu. Its items are made when it opens, so that a board of many cards stays light.
#[component]
pub fn Menu(
    /// What the menu is for, for example “Actions for “Pick a venue””.
    #[prop(into)]
    label: Signal<String>,
    /// The items, from the top.
    items: Callback<(), Vec<MenuItem>>,
    /// What the button says; three dots when empty.
    #[prop(optional)]
    word: &'static str,
) -> impl IntoView {
    let id = format!("menu-{}", next_number());
    let is_open = RwSignal::new(false);
    let on_toggle = move |event: leptos::ev::Event| is_open.set(popover::is_open(&event));
    let popover_id = id.clone();
    let target = id.clone();
    let content = move || {
        let id = popover_id.clone();
        is_open.get().then(move || {
            let items = items.run(());
            items
                .into_iter()
                .map(move |item| menu_item(item, id.clone()))
                .collect_view()
        })
    };
    let face = if word.is_empty() {
        view! { <Icon name="ellipsis"/> }.into_any()
    } else {
        view! { <span class="label">{word}</span> }.into_any()
    };
    view! {
        <button
            type="button" class="btn" data-kind=word.is_empty().then_some("quiet") data-size="s"
            data-icon=word.is_empty().then_some("")
            aria-label=text(move || label.get()) aria-haspopup="true" popovertarget=target
        >
            {face}
        </button>
        <div class="menu" id=id popover="auto" on:toggle=on_toggle>{content}</div>
    }
}

/// The button of an item; pressing it closes the menu of this id.
pub(super) fn menu_item(item: MenuItem, menu_id: String) -> impl IntoView {
    view! {
        <button
            type="button" popovertarget=menu_id popovertargetaction="hide"
            on:click=move |_| item.action.run(())
        >
            <Icon name=item.icon/>
            {item.name}
        </button>
    }
}
