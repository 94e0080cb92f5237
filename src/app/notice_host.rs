//! Shows the current notice, with its button, for eight seconds or as long as it is attended to.

use std::time::Duration;

use leptos::prelude::*;

use crate::desk::{Notice, NoticeAction, desk};
use crate::ui::dynamic::dynamic;
use crate::ui::icon::Icon;

const LIFETIME: Duration = Duration::from_millis(crate::desk::NOTICE_LIFETIME_MILLIS);

/// The place of the notice. The live region is always there, so that what appears in it is read.
#[component]
pub fn NoticeHost() -> impl IntoView {
    let desk = desk();
    view! {
        <div class="toast-stack" role="status" aria-live="polite">
            {dynamic(move || desk.notices.current().map(|notice| view! { <Toast notice=notice/> }))}
        </div>
    }
}

#[component]
fn Toast(notice: Notice) -> impl IntoView {
    let desk = desk();
    let number = notice.number;
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let wait = move || {
        let handle = set_timeout_with_handle(move || desk.notices.dismiss(number), LIFETIME);
        timer.set_value(handle.ok());
    };
    let attend = move || {
        if let Some(handle) = timer.try_get_value().flatten() {
            handle.clear();
        }
    };
    wait();
    on_cleanup(attend);
    let act = move |action: NoticeAction| {
        desk.notices.dismiss(number);
        match action {
            NoticeAction::Undo => desk.undo(),
            NoticeAction::Redo => desk.redo(),
        }
    };
    let icon = if notice.is_refusal { "x" } else { "check" };
    view! {
        <div
            class="toast" data-refused=notice.is_refusal.then_some("true")
            on:mouseenter=move |_| attend() on:mouseleave=move |_| wait()
            on:focusin=move |_| attend() on:focusout=move |_| wait()
        >
            <Icon name=icon/>
            <span class="msg">{notice.text}</span>
            {notice.action.map(|action| {
                let label = match action {
                    NoticeAction::Undo => "Undo",
                    NoticeAction::Redo => "Redo",
                };
                view! {
                    <button type="button" class="btn" data-size="s" on:click=move |_| act(action)>
                        {label}
                    </button>
                }
            })}
            <button
                type="button" class="btn" data-kind="quiet" data-size="s" data-icon=""
                aria-label="Dismiss" on:click=move |_| desk.notices.dismiss(number)
            >
                <Icon name="x"/>
            </button>
        </div>
    }
}
