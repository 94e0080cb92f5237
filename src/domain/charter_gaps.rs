//! What a charter still lacks before the work should start.

use crate::model::{Charter, Project};

/// What is missing, each as the end of the sentence “Missing: …”. Empty when the charter is whole.
pub fn missing_before_start(project: &Project, charter: Option<&Charter>) -> Vec<&'static str> {
    let is_empty = |text: fn(&Charter) -> &String| charter.is_none_or(|c| text(c).is_empty());
    let has_a_vague_measure = charter.is_some_and(|charter| {
        let measures = charter.criteria.iter();
        measures
            .filter(|criterion| !is_measurable(&criterion.text))
            .count()
            > 0
    });
    let has_open_acceptance = charter.is_some_and(|charter| {
        charter
            .deliverables
            .iter()
            .any(|deliverable| deliverable.acceptance.is_empty())
    });
    [
        (
            project.objective.is_empty(),
            "an objective: what will be true when it is done",
        ),
        (is_empty(|c| &c.scope_in), "what belongs to it"),
        (is_empty(|c| &c.scope_out), "what does not belong to it"),
        (
            charter.is_none_or(|c| c.criteria.is_empty()),
            "a measure of success",
        ),
        (
            has_a_vague_measure,
            "a number or a date in every measure of success, so that anyone can check it",
        ),
        (
            charter.is_none_or(|c| c.deliverables.is_empty()),
            "a deliverable: what is handed over",
        ),
        (
            has_open_acceptance,
            "for every deliverable, when it is accepted",
        ),
        (
            charter.is_none_or(|c| c.sponsor.is_none()),
            "a sponsor who wants it",
        ),
        (project.owner.is_none(), "an owner who answers for it"),
        (project.start.is_none(), "a start date"),
        (project.finish.is_none(), "a promised finish"),
    ]
    .into_iter()
    .filter_map(|(is_missing, what)| is_missing.then_some(what))
    .collect()
}

/// Whether a measure says how much or by when: it has a digit in it, or a word for all or none.
pub fn is_measurable(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    lower.chars().any(char::is_numeric)
        || words.into_iter().any(|word| {
            matches!(
                word,
                "all" | "every" | "each" | "no" | "none" | "never" | "zero"
            )
        })
}
