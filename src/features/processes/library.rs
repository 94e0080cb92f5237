//! The library: every process as a card.

use domain::id::TemplateId;
use domain::lists::List;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Wish, desk};
use crate::features::processes::log_import::ImportLog;
use crate::features::processes::my_steps::MySteps;
use crate::features::processes::process_card::ProcessCard;
use crate::features::processes::process_form::{FormFor, ProcessDialog};
use crate::ui::dynamic::{dynamic, each};
use crate::ui::empty::Empty;
use crate::ui::icon::{Icon, Kind};
use crate::ui::page_head::PageHead;

/// The library of processes.
#[component]
pub fn LibraryPage() -> impl IntoView {
    let desk = desk();
    let form = RwSignal::new(None::<FormFor>);
    desk.grant(Wish::NewProcess, move || {
        form.try_set(Some(FormFor::New));
    });
    let keys = move || desk.keys(List::Templates).to_vec();
    let is_empty = Memo::new(move |_| desk.keys(List::Templates).is_empty());
    let actions = move || {
        view! {
            <ImportLog/>
            <button
                type="button" class="btn" data-kind="primary"
                on:click=move |_| form.set(Some(FormFor::New))
            >
                <Icon name="plus"/>
                <span class="label">"New process"</span>
            </button>
        }
    };
    view! {
        <div class="page">
            <PageHead title="Processes" kind=Kind::Loop actions=actions/>
            {dynamic(move || if is_empty.get() {
                view! { <NoProcesses/> }.into_any()
            } else {
                view! {
                    <ul class="library">
                        {each(keys, move |key| {
                            let id = TemplateId::from_key(key);
                            view! { <li><ProcessCard id=id form=form/></li> }.into_any()
                        })}
                    </ul>
                }.into_any()
            })}
            <MySteps/>
            <ProcessDialog form=form/>
        </div>
    }
}

#[component]
fn NoProcesses() -> impl IntoView {
    let desk = desk();
    let load_sample = move |_| {
        desk.load_sample();
    };
    view! {
        <Empty
            kind=Kind::Loop title="No processes yet"
            text="A process is work that comes back. Describe some work, and Loopline says whether it is one."
        >
            <a class="btn" data-kind="primary" href=Route::NewWork.href()>"Describe new work"</a>
            <button type="button" class="btn" on:click=load_sample>"Load the sample workspace"</button>
        </Empty>
    }
}
