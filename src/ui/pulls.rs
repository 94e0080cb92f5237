//! What pulled to which side, and how hard: bars that grow from the middle.

use leptos::prelude::*;

/// One thing that pulled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pull {
    /// What it is.
    pub name: String,
    /// What it says.
    pub detail: String,
    /// Its weight: negative to the Loop, positive to the Line, 0 for neither.
    pub weight: i32,
}

/// The pulls, largest first, as given.
#[component]
pub fn Pulls(
    /// What pulled.
    pulls: Vec<Pull>,
) -> impl IntoView {
    let heaviest = pulls
        .iter()
        .map(|pull| pull.weight.abs())
        .max()
        .unwrap_or(0)
        .max(1);
    let rows = pulls
        .into_iter()
        .map(|pull| row(pull, heaviest))
        .collect_view();
    view! {
        <ol class="contrib">
            <li class="ends">
                <span></span>
                <span class="l">"pulls to Loop"</span>
                <span class="r">"pulls to Line"</span>
            </li>
            {rows}
        </ol>
    }
}

fn row(pull: Pull, heaviest: i32) -> AnyView {
    // The longest bar takes a little less than half of its side, so that its words have room.
    let width = format!("{}%", pull.weight.abs() * 45 / heaviest);
    let detail = pull.detail;
    let bar = view! { <i style:--v=width></i> };
    let (left, right) = match pull.weight {
        0 => {
            let text = format!("{detail}, no weight");
            (
                ().into_any(),
                view! { <span class="faint none">{text}</span> }.into_any(),
            )
        }
        ..0 => (
            view! { <span>{detail.clone()}</span>{bar} }.into_any(),
            ().into_any(),
        ),
        _ => (
            ().into_any(),
            view! { {bar}<span>{detail.clone()}</span> }.into_any(),
        ),
    };
    view! {
        <li>
            <span class="name">{pull.name}<small>{detail}</small></span>
            <span class="l">{left}</span>
            <span class="r">{right}</span>
        </li>
    }
    .into_any()
}
