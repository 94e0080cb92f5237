//! The earlier copies this browser keeps by itself.

use domain::import::Mode;
use domain::time::Instant;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::desk::{Desk, desk};
use crate::features::settings::incoming::Incoming;
use crate::platform::snapshots::{self, Fact};
use crate::ui::dynamic::dynamic;
use crate::ui::format;
use crate::ui::icon::Icon;

#[component]
pub fn Snapshots(incoming: Incoming) -> impl IntoView {
    let desk = desk();
    let kept = RwSignal::new(None::<Vec<Fact>>);
    spawn_local(async move {
        // A browser without IndexedDB keeps none.
        kept.set(Some(snapshots::list().await.unwrap_or_default()));
    });
    let list = move || {
        let kept = kept.get()?;
        if kept.is_empty() {
            return Some(view! { <p class="panel-note">"None yet: the first is made a few minutes after your first edit."</p> }.into_any());
        }
        let rows = kept.into_iter().map(|fact| row(desk, incoming, fact));
        Some(
            view! { <ul class="rows" aria-label="Earlier copies">{rows.collect_view()}</ul> }
                .into_any(),
        )
    };
    view! {
        <div class="setting">
            <div>
                <h3>"Earlier copies"</h3>
                <p>
                    "A copy is kept every hour in which something changed, the latest 24, apart from the data itself. \
                    They are gone when this browser's data is cleared."
                </p>
            </div>
        </div>
        {dynamic(list)}
    }
}

fn row(desk: Desk, incoming: Incoming, fact: Fact) -> impl IntoView {
    let at_millis = fact.at_millis;
    let when = format::moment(Instant::from_millis(at_millis), desk.today());
    let label = format!("Go back to {when}");
    let go_back = move |_| {
        spawn_local(async move {
            match snapshots::read(at_millis).await {
                Ok(Some(text)) => incoming.take_in(&text, Mode::Replace),
                _ => desk
                    .notices
                    .refused("This copy is not there any more.".to_owned()),
            }
        });
    };
    view! {
        <li class="row">
            <span class="num">{when}<span class="sub">{fact.about}</span></span>
            <button type="button" class="btn" data-size="s" aria-label=label on:click=go_back>
                <Icon name="history"/>"Go back"
            </button>
        </li>
    }
}
