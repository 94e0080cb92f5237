//! The banner while something else than the work as it is is looked at.

use leptos::prelude::*;

use crate::desk::desk;
use crate::platform::focus;
use crate::ui::dynamic::dynamic;
use crate::ui::icon::Icon;

/// Says what is looked at, with the way back.
#[component]
pub fn LookingBanner() -> impl IntoView {
    let desk = desk();
    let back = move |_| {
        desk.come_back();
        desk.notices.say("Back to now");
        request_animation_frame(|| {
            focus::focus("[data-page-heading]");
        });
    };
    dynamic(move || {
        desk.looking().map(|looking| {
            view! {
                <div class="banner" data-status="past" role="status">
                    <Icon name="history"/>
                    <p>{looking.sentence()}</p>
                    <div class="acts">
                        <button type="button" class="btn" data-kind="primary" data-size="s" on:click=back>
                            "Back to now"
                        </button>
                    </div>
                </div>
            }
        })
    })
}
