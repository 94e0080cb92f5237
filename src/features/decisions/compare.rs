//! Two kept decisions side by side: their answers row by row, and which differ.

use domain::classify::{Answer, Question};
use domain::id::DecisionId;
use domain::model::Decision;
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::{desk, kinds};
use crate::ui::format;
use crate::ui::icon::Glyph;
use crate::ui::page_head::{Crumb, PageHead};

/// Two decisions side by side.
#[component]
pub fn ComparePage(
    /// The one on the left.
    one: DecisionId,
    /// The one on the right.
    other: DecisionId,
) -> impl IntoView {
    let desk = desk();
    move || {
        let crumbs = vec![Crumb {
            name: "Decisions".to_owned(),
            href: Route::Decisions.href(),
        }];
        let pair = desk.get::<Decision>(one).zip(desk.get::<Decision>(other));
        let Some((left, right)) = pair else {
            return view! {
                <div class="page">
                    <PageHead title="One of these decisions is not there any more" crumbs=crumbs/>
                </div>
            }
            .into_any();
        };
        let heads = [(one, &left), (other, &right)].map(|(id, decision)| head(id, decision));
        let rows = Question::ALL.into_iter().filter_map(|question| {
            let said = [&left, &right].map(|decision| said(decision, question));
            if said.iter().all(Option::is_none) {
                return None;
            }
            let differs = said[0] != said[1];
            let [first, second] = said.map(|said| said.unwrap_or_else(|| "Not answered".to_owned()));
            Some(view! {
                <tr data-differs=differs.then_some("")>
                    <th scope="row">{question.name()}</th>
                    <td>{first}</td>
                    <td>{second}{differs.then(|| view! { <span class="chip">"differs"</span> })}</td>
                </tr>
            })
        });
        let rows = rows.collect_view();
        view! {
            <div class="page">
                <PageHead title="Two decisions" crumbs=crumbs/>
                <table class="mapping beside" aria-label="Two decisions side by side">
                    <thead><tr><th scope="col">"Question"</th>{heads.into_iter().collect_view()}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    }
}

fn head(id: DecisionId, decision: &Decision) -> impl IntoView {
    let desk = desk();
    let drawing = kinds::drawing(decision.chosen());
    let verdict = format!(
        "{}, {}",
        kinds::name(decision.verdict),
        format::percent(decision.confidence)
    );
    let when = format::moment(decision.decided_at, desk.today());
    view! {
        <th scope="col">
            <span class="type" data-type=drawing.name()><Glyph kind=drawing/>{verdict}</span>
            <a href=Route::Decision(id).href()>{decision.description.clone()}</a>
            <span class="sub">{format!("{when}, questions version {}", decision.question_set)}</span>
        </th>
    }
}

/// The answer a decision was made with, in words.
fn said(decision: &Decision, question: Question) -> Option<String> {
    let title = |answer: Answer| question.option(answer).title;
    let given = decision
        .answers
        .get(question)
        .map(|answer| title(answer).to_owned());
    given.or_else(|| {
        let suggested = decision.suggested.get(question)?;
        Some(format!("{} (from the words)", title(suggested)))
    })
}
