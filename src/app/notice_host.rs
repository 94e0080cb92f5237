//! Shows the current notice, with its button, for some seconds or as long as it is attended to.

use leptos::ev::PointerEvent;
use leptos::prelude::*;

use crate::desk::{Notice, NoticeAction, desk};
use crate::platform::measure;
use crate::ui::dialog::Aside;
use crate::ui::dynamic::{dynamic, text};
use crate::ui::icon::Icon;

/// How far a finger moves a notice, in pixels, to take it off the page.
const SWIPE: i32 = 72;

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
    let lifetime = notice.lifetime();
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let wait = move || {
        let handle = set_timeout_with_handle(move || desk.notices.dismiss(number), lifetime);
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
        if let NoticeAction::BringBack(aside) = action {
            aside.try_set(Aside::No);
        }
        desk.notices.dismiss(number);
        match action {
            NoticeAction::Undo => desk.undo(),
            NoticeAction::Redo => desk.redo(),
            NoticeAction::BringBack(_) => {}
        }
    };
    // What is brought back some other way, or is gone with its page, is not offered any more.
    Effect::new(move |_| {
        if let Some(NoticeAction::BringBack(aside)) = notice.action
            && aside.try_get() != Some(Aside::Offered)
        {
            desk.notices.dismiss(number);
        }
    });
    let pressed_at = StoredValue::new(None::<i32>);
    let moved = RwSignal::new(0);
    let on_move = move |event: PointerEvent| {
        let Some(from) = pressed_at.try_get_value().flatten() else {
            return;
        };
        let by = event.client_x() - from;
        if by.abs() > SWIPE {
            desk.notices.dismiss(number);
        } else {
            moved.set(by);
        }
    };
    let let_go = move || {
        pressed_at.try_set_value(None);
        moved.try_set(0);
    };
    let icon = if notice.is_refusal { "x" } else { "check" };
    view! {
        <div
            class="toast" data-refused=notice.is_refusal.then_some("true")
            on:mouseenter=move |_| attend() on:mouseleave=move |_| wait()
            on:focusin=move |_| attend() on:focusout=move |_| wait()
            style:--moved=text(move || measure::px(f64::from(moved.get())))
            on:pointerdown=move |event| {
                let is_finger = event.pointer_type() == "touch";
                pressed_at.set_value(is_finger.then(|| event.client_x()));
            }
            on:pointermove=on_move
            on:pointerup=move |_| let_go() on:pointercancel=move |_| let_go()
        >
            <Icon name=icon/>
            <span class="msg">{notice.text}</span>
            {notice.action.map(|action| {
                let label = match action {
                    NoticeAction::Undo => "Undo",
                    NoticeAction::Redo => "Redo",
                    NoticeAction::BringBack(_) => "Bring back",
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
