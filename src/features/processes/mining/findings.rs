//! Suggestions in sentences.

use domain::command::ImprovementDraft;
use domain::id::TemplateId;
use domain::lists::List;
use domain::mining::Suggestion;
use domain::model::{Improvement, Measure};
use domain::route::Route;
use leptos::prelude::*;

use crate::desk::desk;
use crate::features::processes::improve::FormFor;
use crate::features::processes::metrics::{DAY, Explained, panel};
use crate::features::processes::mining::rows::{runs_button, way};
use crate::features::processes::study::Studied;
use crate::ui::dynamic::dynamic;
use crate::ui::format;

/// So many runs are named in the evidence.
const MAX_NAMED: usize = 5;

const SUGGESTION: &str = "Found in the finished runs of the period. It says what happens, not why; the people who do the work know that.";

/// What is worth a look. Each opens an improvement with what was found in it.
pub fn suggested(
    id: TemplateId,
    studied: &Studied,
    explained: RwSignal<Option<Explained>>,
    improving: RwSignal<Option<FormFor>>,
) -> AnyView {
    let (desk, log) = (desk(), studied.log());
    let suggestions = &studied.findings.mined.suggestions;
    let rows = suggestions.iter().map(|suggestion| {
        let (title, sentence) = words(studied, suggestion);
        let cases = suggestion.cases();
        let runs = (!cases.is_empty()).then(|| runs_button(log, title.clone(), SUGGESTION, cases, explained));
        let draft = ImprovementDraft {
            title: title.clone(),
            problem: format!("{sentence}\n\n{}", evidence(studied, suggestion)),
            measure: measure(suggestion),
            ..ImprovementDraft::default()
        };
        let label = format!("Improve: {title}");
        let known = title.clone();
        let act = move || {
            let (draft, label) = (draft.clone(), label.clone());
            let ids = desk.ids::<Improvement>(List::Improvements(id)).into_iter();
            let mut there = ids.filter_map(|id| desk.get::<Improvement>(id));
            if there.any(|improvement| improvement.title == known) {
                return view! { <a class="link" href=Route::Improve(id).href()>"Being improved"</a> }.into_any();
            }
            view! {
                <button
                    type="button" class="btn" data-size="s" aria-haspopup="dialog" aria-label=label
                    on:click=move |_| improving.set(Some(FormFor::New(id, draft.clone())))
                >
                    "Improve"
                </button>
            }
            .into_any()
        };
        view! {
            <li class="row">
                <span><b>{title}</b><span class="sub">{sentence}</span></span>
                <span class="acts">{runs}{dynamic(act)}</span>
            </li>
        }
    });
    let content = view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any();
    let note = if suggestions.is_empty() {
        "Nothing stands out. Suggestions need ten finished runs in the period.".to_owned()
    } else {
        String::new()
    };
    panel("all", "Worth a look", String::new(), content, note)
}

/// By what an improvement of it is judged.
fn measure(suggestion: &Suggestion) -> Measure {
    match suggestion {
        Suggestion::Rework { .. } => Measure::Cycle,
        Suggestion::Bottleneck { .. }
        | Suggestion::ApprovalWait { .. }
        | Suggestion::Standardise { .. }
        | Suggestion::Overridden { .. } => Measure::Lead,
    }
}

/// What it rests on, for whoever reads the improvement later.
fn evidence(studied: &Studied, suggestion: &Suggestion) -> String {
    let log = studied.log();
    let n_finished = log
        .cases
        .iter()
        .filter(|case| case.finished.is_some())
        .count();
    let days = studied.study.window.millis() / DAY;
    let seen = format!(
        "Seen in {} of {days} days",
        format::count(n_finished, "finished run", "finished runs")
    );
    let names = suggestion.cases().iter().rev().take(MAX_NAMED);
    let names: Vec<&str> = names
        .filter_map(|case| log.cases.get(*case))
        .map(|case| case.name.as_str())
        .collect();
    if names.is_empty() {
        format!("{seen}.")
    } else {
        format!("{seen}; the latest: {}.", names.join(", "))
    }
}

/// A suggestion as a title and a sentence.
fn words(studied: &Studied, suggestion: &Suggestion) -> (String, String) {
    let name = |activity: &u32| studied.log().name_of(*activity).to_owned();
    match suggestion {
        Suggestion::Bottleneck { found } => (
            format!("Runs queue at {}", name(&found.activity)),
            format!(
                "{} of all standing time is spent there{}. Ask what keeps it from being begun, before making it faster.",
                format::percent(found.share),
                if found.is_growing {
                    ", and its queue grows"
                } else {
                    ""
                },
            ),
        ),
        Suggestion::Rework {
            activity, percent, ..
        } => (
            format!("Runs come back to {}", name(activity)),
            format!(
                "{percent} of 100 finished runs did it more than once. A check before it may cost less than doing it again."
            ),
        ),
        Suggestion::ApprovalWait { activity, stay } => (
            format!("{} keeps runs waiting", name(activity)),
            format!(
                "The median time of the approval is {}, more than half of what all other steps take together.",
                format::elapsed(stay.p50)
            ),
        ),
        Suggestion::Standardise {
            trace,
            percent,
            p50,
            ..
        } => (
            "A way outside the document works well".to_owned(),
            format!(
                "{percent} of 100 runs took {} and needed {} instead of {}. Consider documenting it.",
                way(studied.log(), trace),
                format::elapsed(p50.0),
                format::elapsed(p50.1),
            ),
        ),
        Suggestion::Overridden {
            activity, percent, ..
        } => (
            format!("{} is often left out or overridden", name(activity)),
            format!(
                "In {percent} of 100 runs. Either it is not needed, or what it needs comes too late."
            ),
        ),
    }
}
