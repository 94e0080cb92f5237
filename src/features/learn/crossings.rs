//! How one kind of work becomes the other.

use domain::learn::{CROSSINGS, Passage};
use leptos::prelude::*;

#[component]
pub fn Crossings() -> impl IntoView {
    let [alike, left_behind, asked_for] = CROSSINGS;
    view! {
        <section class="stack" data-gap="4" aria-labelledby="crossings-heading">
            <h2 id="crossings-heading">"They turn into each other"</h2>
            <ul class="bridge">
                <li>
                    <svg viewBox="0 0 240 64" aria-hidden="true">
                        <path class="line" d="M8 16H92M8 32H92M8 48H92M92 11v10M92 27v10M92 43v10"></path>
                        <path class="way" d="M112 32h22m-6-6 6 6-6 6"></path>
                        <circle class="loop" cx="188" cy="32" r="22"></circle>
                    </svg>
                    {words(alike)}
                </li>
                <li>
                    <svg viewBox="0 0 240 64" aria-hidden="true">
                        <path class="line" d="M8 54H168"></path>
                        <circle class="loop" cx="168" cy="32" r="22"></circle>
                    </svg>
                    {words(left_behind)}
                </li>
                <li>
                    <svg viewBox="0 0 240 64" aria-hidden="true">
                        <circle class="loop" cx="44" cy="32" r="22"></circle>
                        <path class="way" d="M84 32h22m-6-6 6 6-6 6"></path>
                        <path class="line" d="M120 32H228M228 26v12"></path>
                    </svg>
                    {words(asked_for)}
                </li>
            </ul>
        </section>
    }
}

fn words(passage: Passage) -> impl IntoView {
    view! { <h3>{passage.title}</h3><p>{passage.text}</p> }
}
