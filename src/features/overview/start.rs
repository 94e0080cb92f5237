//! What the overview says before there is any work.

use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::ui::empty::Empty;
use crate::ui::icon::Kind;

/// What Loopline is, and the two ways to begin.
#[component]
pub fn Start() -> impl IntoView {
    let desk = desk();
    let load = move |_| {
        desk.load_sample();
    };
    view! {
        <Empty
            kind=Kind::Loop title="Is it a loop or a line?"
            text="Some work comes back and some work ends. Describe yours: Loopline says which it is, gives its reasons, and runs it on a board made for it. Everything stays in this browser."
        >
            <a class="btn" data-kind="primary" data-size="l" href=Route::NewWork.href()>"Describe your first work"</a>
            <button type="button" class="btn" data-size="l" on:click=load>"Load the sample workspace"</button>
            <a class="btn" data-kind="quiet" data-size="l" href=Route::Learn.href()>"How to tell them apart"</a>
        </Empty>
    }
}
