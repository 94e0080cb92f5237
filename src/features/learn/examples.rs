//! Worked examples, each to be tried in the wizard with one press.

use domain::learn::{EXAMPLES, Example};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{Undecided, desk, kinds};
use crate::ui::icon::{Glyph, Icon};

#[component]
pub fn Examples() -> impl IntoView {
    let stories = EXAMPLES.iter().map(|example| {
        view! { <Story example=example/> }
    });
    view! {
        <section class="stack" data-gap="4" aria-labelledby="examples-heading">
            <div class="stack" data-gap="1">
                <h2 id="examples-heading">"Worked examples"</h2>
                <p class="muted">"Open one in the wizard, answers included, and change what you like."</p>
            </div>
            <ul class="stories">{stories.collect_view()}</ul>
        </section>
    }
}

#[component]
fn Story(example: &'static Example) -> impl IntoView {
    let desk = desk();
    let drawing = kinds::drawing(example.kind);
    let open = move |_| {
        desk.undecided.set(Undecided {
            description: example.description.to_owned(),
            answers: example.answers.iter().copied().collect(),
            revises: None,
        });
        desk.go(&Route::NewWork);
    };
    let what = format!(" in the wizard: {}", example.title);
    view! {
        <li class="story" data-type=drawing.name()>
            <h3><Glyph kind=drawing/>{example.title}</h3>
            <p class="said">{format!("“{}”", example.description)}</p>
            <p>{example.why}</p>
            <button type="button" class="btn" data-size="s" on:click=open>
                <span>"Try it"<span class="vh">{what}</span></span><Icon name="arrow-right"/>
            </button>
        </li>
    }
}
