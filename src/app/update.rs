//! The banner about a newer build of the app. A page changes to it when its person says so, or when
//! another tab has done so and nothing unsaved is open here (DECISIONS 18).

use leptos::prelude::*;

use crate::desk::{Desk, Undecided};
use crate::platform::location;
use crate::platform::update::{self, Update};
use crate::ui::dynamic::dynamic;
use crate::ui::icon::Icon;

/// Whether a newer build is ready and this page waits for its person.
pub fn ready(desk: Desk) -> Signal<bool> {
    let (is_ready, set_ready) = signal(false);
    update::on_update(move |update| {
        if update == Update::Applied && !is_busy(desk) {
            location::reload();
        } else {
            set_ready.set(true);
        }
    });
    is_ready.into()
}

/// Whether loading the page anew could lose something typed.
fn is_busy(desk: Desk) -> bool {
    update::is_form_open() || desk.undecided.with_untracked(is_begun)
}

/// Whether work is described and not decided yet: that lives only as long as the page.
fn is_begun(undecided: &Undecided) -> bool {
    *undecided != Undecided::default()
}

/// Says that a newer build is ready, with the button that puts it in place.
#[component]
pub fn UpdateBanner(
    /// The state of this tab.
    desk: Desk,
    /// Whether there is something to say.
    is_ready: Signal<bool>,
) -> impl IntoView {
    let sentence = move || {
        if desk.undecided.with(is_begun) {
            "A newer Loopline is ready. Updating loads the page anew: decide first about the work \
             you are describing, which is not saved yet."
        } else {
            "A newer Loopline is ready. Your work is saved; updating loads the page anew."
        }
    };
    dynamic(move || {
        is_ready.get().then(|| {
            view! {
                <div class="banner" role="status">
                    <Icon name="download"/>
                    <p>{dynamic(sentence)}</p>
                    <div class="acts">
                        <button type="button" class="btn" data-size="s" on:click=|_| update::apply()>
                            "Update now"
                        </button>
                    </div>
                </div>
            }
        })
    })
}
