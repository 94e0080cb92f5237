//! Suggestions in sentences.

use domain::mining::Suggestion;
use leptos::prelude::*;

use crate::features::processes::metrics::{Explained, panel};
use crate::features::processes::mining::Mined;
use crate::features::processes::mining::rows::{runs_button, way};
use crate::ui::format;

const SUGGESTION: &str = "Found in the finished runs of the period. It says what happens, not why; the people who do the work know that.";

/// What is worth a look.
pub fn suggested(mined: &Mined, explained: RwSignal<Option<Explained>>) -> AnyView {
    let log = &mined.log;
    let rows = mined.suggestions.iter().map(|suggestion| {
        let (title, sentence) = words(mined, suggestion);
        let cases = suggestion.cases();
        view! {
            <li class="row">
                <span><b>{title.clone()}</b><span class="sub">{sentence}</span></span>
                {(!cases.is_empty()).then(|| runs_button(log, title, SUGGESTION, cases, explained))}
            </li>
        }
    });
    let content = view! { <ul class="rows">{rows.collect_view()}</ul> }.into_any();
    let note = if mined.suggestions.is_empty() {
        "Nothing stands out. Suggestions need ten finished runs in the period.".to_owned()
    } else {
        String::new()
    };
    panel("all", "Worth a look", String::new(), content, note)
}

/// A suggestion as a title and a sentence.
fn words(mined: &Mined, suggestion: &Suggestion) -> (String, String) {
    let name = |activity: &u32| mined.log.name_of(*activity).to_owned();
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
                "The approval takes {} in the middle, more than half of what all other steps take together.",
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
                way(&mined.log, trace),
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
