//! What each answer weighs, why, and after whom; and what is never counted.

use domain::classify::weights::{NOT_SCORED, WEIGHTS};
use leptos::prelude::*;

#[component]
pub fn Weights() -> impl IntoView {
    let rows = WEIGHTS.iter().map(|weight| {
        view! {
            <tr>
                <th scope="row">{weight.question.name()}</th>
                <td class="num">{weight.weight}</td>
                <td>{weight.reason}<span class="sub">{weight.source}</span></td>
            </tr>
        }
    });
    let left_out = NOT_SCORED.iter().map(|one| {
        view! {
            <tr>
                <th scope="row">{one.name}</th>
                <td class="num">"0"</td>
                <td>{one.reason}</td>
            </tr>
        }
    });
    view! {
        <section class="stack" aria-labelledby="weights-heading">
            <div class="stack" data-gap="1">
                <h2 id="weights-heading">"What each answer weighs"</h2>
                <p class="muted">
                    "The weights of the nine scored questions add up to 100. The tie-breaker counts only when the rest is \
                     balanced, and your words count for at most two or three answers."
                </p>
            </div>
            <table class="mapping" aria-labelledby="weights-heading">
                <thead><tr>
                    <th scope="col">"Question"</th><th scope="col" class="num">"Weight"</th>
                    <th scope="col">"Why"</th>
                </tr></thead>
                <tbody>{rows.collect_view()}{left_out.collect_view()}</tbody>
            </table>
        </section>
    }
}
