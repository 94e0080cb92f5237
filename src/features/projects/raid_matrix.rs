//! The risks of a project by probability and impact: five by five, each square a filter.

use domain::id::ProjectId;
use domain::lists::List;
use domain::model::{Raid, RaidKind, Risk, Severity};
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::projects::raid_form::{IMPACT, PROBABILITY};
use crate::ui::dynamic::{dynamic, flag};

/// A square of the matrix: probability and impact, each from 1 to 5.
pub type Square = (u8, u8);

/// Where a risk stands: as it is, or after its response where that was weighed.
pub fn square(risk: &Risk, is_after: bool) -> Square {
    if is_after {
        (
            risk.residual_probability.unwrap_or(risk.probability),
            risk.residual_impact.unwrap_or(risk.impact),
        )
    } else {
        (risk.probability, risk.impact)
    }
}

/// The open risks as a matrix, and the same as a list of squares.
#[component]
pub fn RiskMatrix(
    /// Whose.
    id: ProjectId,
    /// The square whose risks are shown in the log.
    chosen: RwSignal<Option<Square>>,
    /// Whether risks stand where their responses bring them.
    is_after: RwSignal<bool>,
) -> impl IntoView {
    let desk = desk();
    let risks = Memo::new(move |_| {
        let entries = desk.ids::<Raid>(List::Raid(id)).into_iter();
        let open = entries
            .filter_map(|id| desk.get::<Raid>(id))
            .filter(|raid| raid.kind == RaidKind::Risk && raid.closed_at.is_none());
        let placed = open.filter_map(|raid| {
            let risk = raid.risk.as_ref()?;
            Some((square(risk, is_after.get()), raid.title.clone()))
        });
        placed.collect::<Vec<_>>()
    });
    let count = move |at: Square| {
        risks.with(|risks| risks.iter().filter(|(place, _)| *place == at).count())
    };
    let cell = move |probability: u8, impact: u8| {
        let at = (probability, impact);
        let score = probability * impact;
        let severity = Severity::of(score);
        let level = match severity {
            Severity::Low => "low",
            Severity::Medium => "medium",
            Severity::High => "high",
        };
        let is_chosen = move || {
            Some(if chosen.get() == Some(at) {
                "true"
            } else {
                "false"
            })
        };
        let content = move || {
            let n = count(at);
            if n == 0 {
                return view! { <span class="faint num">{score}</span> }.into_any();
            }
            let risks = if n == 1 { "risk" } else { "risks" };
            // The name begins with what is seen, for those who speak to the page.
            let label = format!(
                "{score}, {n} {risks}: probability {probability}, impact {impact}, {}",
                severity.name()
            );
            view! {
                <button
                    type="button" class="risk-count num" aria-label=label aria-pressed=flag(is_chosen)
                    data-n=n.to_string()
                    on:click=move |_| chosen.update(|chosen| {
                        *chosen = (*chosen != Some(at)).then_some(at);
                    })
                >
                    {score}
                </button>
            }
            .into_any()
        };
        view! { <td data-severity=level>{dynamic(content)}</td> }
    };
    let rows = (1..=5_u8).rev().map(|probability| {
        let word = word(PROBABILITY, probability);
        let cells = (1..=5_u8).map(|impact| cell(probability, impact));
        view! { <tr><th scope="row">{format!("{probability} {word}")}</th>{cells.collect_view()}</tr> }
    });
    let heads = (1..=5_u8).map(|impact| {
        let word = word(IMPACT, impact);
        view! { <th scope="col">{format!("{impact} {word}")}</th> }
    });
    let (rows, heads) = (rows.collect_view(), heads.collect_view());
    let listed = move || {
        let mut risks = risks.get();
        risks.sort_by_key(|((probability, impact), _)| std::cmp::Reverse(probability * impact));
        let rows = risks.into_iter().map(|((probability, impact), title)| {
            let score = probability * impact;
            view! {
                <tr>
                    <td>{title}</td><td class="n">{probability}</td><td class="n">{impact}</td>
                    <td class="n">{format!("{score} {}", Severity::of(score).name())}</td>
                </tr>
            }
        });
        rows.collect_view()
    };
    let is_empty = Memo::new(move |_| risks.with(Vec::is_empty));
    let after = move |event| {
        chosen.set(None);
        is_after.set(event_target_checked(&event));
    };
    view! {
        <section class="panel" aria-label="Risk matrix" hidden=move || is_empty.get()>
            <div class="panel-head">
                <h2>"Risks by probability and impact"</h2>
                <label class="check end">
                    <input type="checkbox" prop:checked=is_after on:change=after/>
                    <span>"After the responses"</span>
                </label>
            </div>
            <div class="table-scroll" data-whole="" tabindex="0" role="region" aria-label="Matrix">
                <table class="risk-matrix">
                    <caption class="vh">"Open risks: probability down, impact across. A number filters the log."</caption>
                    <thead><tr><th scope="col">"Probability, impact"</th>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <details class="panel-note">
                <summary>"The same as a list"</summary>
                <table class="table">
                    <thead><tr><th>"Risk"</th><th class="n">"Probability"</th><th class="n">"Impact"</th><th class="n">"Score"</th></tr></thead>
                    <tbody>{dynamic(listed)}</tbody>
                </table>
            </details>
        </section>
    }
}

fn word(words: [&'static str; 5], n: u8) -> &'static str {
    let place = usize::from(n).checked_sub(1);
    place
        .and_then(|place| words.get(place))
        .copied()
        .unwrap_or_default()
}
