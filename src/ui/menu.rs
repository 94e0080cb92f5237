//! A menu behind a button with three dots: the browser's own popover, with a list of buttons that
//! the arrow keys walk through (ARIA APG, menu button).

use leptos::ev::{Event, FocusEvent, KeyboardEvent};
use leptos::prelude::*;

use crate::platform::walking::{self, End};
use crate::platform::{focus, location, popover};
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
    let keys = MenuKeys::new(&id);
    let is_open = keys.is_open;
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
            aria-label=text(move || label.get()) popovertarget=target
            on:keydown=move |event| keys.on_button(&event)
        >
            {face}
        </button>
        <div
            class="menu" id=id popover="auto" on:toggle=move |event| keys.toggled(&event)
            on:keydown=move |event| keys.inside(&event) on:focusout=move |event| keys.left(&event)
        >
            {content}
        </div>
    }
}

/// What the keyboard does with a menu's button and with what is in the menu.
#[derive(Clone, Copy)]
pub(super) struct MenuKeys {
    id: StoredValue<String>,
    /// Whether the menu is open.
    pub(super) is_open: RwSignal<bool>,
    /// Where the focus goes once it is.
    enters_at: StoredValue<End>,
}

impl MenuKeys {
    /// For the menu of this id.
    pub(super) fn new(id: &str) -> MenuKeys {
        MenuKeys {
            id: StoredValue::new(id.to_owned()),
            is_open: RwSignal::new(false),
            enters_at: StoredValue::new(End::First),
        }
    }

    /// The arrows open the menu, as a click does.
    pub(super) fn on_button(self, event: &KeyboardEvent) {
        let end = match event.key().as_str() {
            "ArrowDown" => End::First,
            "ArrowUp" => End::Last,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        if self.is_open.get_untracked() {
            self.enter(end);
        } else {
            self.enters_at.set_value(end);
            walking::press(event);
        }
    }

    /// However it was opened, the focus goes to one of its items.
    pub(super) fn toggled(self, event: &Event) {
        let is_open = popover::is_open(event);
        self.is_open.try_set(is_open);
        if is_open && let Some(end) = self.enters_at.try_get_value() {
            self.enter(end);
            self.enters_at.try_set_value(End::First);
        }
    }

    /// Puts the focus on an item once the items are drawn.
    pub(super) fn enter(self, end: End) {
        request_animation_frame(move || {
            if let Some(id) = self.id.try_get_value() {
                walking::enter(&id, end);
            }
        });
    }

    /// Keys pressed within the menu.
    pub(super) fn inside(self, event: &KeyboardEvent) {
        // Escape is the browser's: it closes the menu and gives the focus back to the button.
        let _ = walking::walk(event);
    }

    /// A menu that the focus has gone from is closed; its button closes it by itself.
    pub(super) fn left(self, event: &FocusEvent) {
        // A menu that goes with its page loses the focus, too.
        let Some(id) = self.id.try_get_value() else {
            return;
        };
        let button = format!("[popovertarget={id}]");
        let is_left = focus::goes_elsewhere(event) && !focus::stays_within(event);
        if is_left && !focus::goes_to(event, &button) {
            popover::hide(&id);
        }
    }
}

/// The button of an item; pressing it closes the menu of this id.
pub(super) fn menu_item(item: MenuItem, menu_id: String) -> impl IntoView {
    view! {
        <button
            type="button" tabindex="-1" popovertarget=menu_id popovertargetaction="hide"
            on:click=move |_| item.action.run(())
        >
            <Icon name=item.icon/>
            {item.name}
        </button>
    }
}
