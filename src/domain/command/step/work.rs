//! The documentation of a step as a form gives it: what is accepted, and the sentence when it is not.

use std::collections::BTreeSet;

use crate::command::CommandError;
use crate::flow::{expr, form};
use crate::model::{FieldKind, FormField, Next, StepWork};
use crate::text::{self, TextError};

/// Working minutes of a promise: ten years of eight hours a day.
const MAX_MINUTES: u32 = 10 * 260 * 8 * 60;
/// Lines of a checklist, fields of a form, branches of a choice.
const MAX_PARTS: usize = 60;

/// The same documentation with texts trimmed, or the first broken rule.
///
/// A condition that does not parse is refused here; whether it fits the fields is said by the
/// lint, for the fields may come later.
pub fn checked(work: &StepWork) -> Result<StepWork, CommandError> {
    let mut work = work.clone();
    work.purpose = text::prose("Purpose", &work.purpose)?;
    work.accountable = text::optional_line("Accountable", &work.accountable)?;
    work.consulted = text::optional_line("Consulted", &work.consulted)?;
    work.informed = text::optional_line("Informed", &work.informed)?;
    work.inputs = text::prose("Inputs", &work.inputs)?;
    work.outputs = text::prose("Outputs", &work.outputs)?;
    work.minutes = minutes("Time limit", work.minutes)?;
    if work.wip_limit == Some(0) {
        return Err(refused("At most runs: leave it empty, or give at least 1."));
    }
    for line in &mut work.checklist {
        *line = text::line("A line of the checklist", line)?;
    }
    let n_branches = match &work.next {
        Next::Choose { branches, .. } => branches.len(),
        Next::All { heads, .. } => heads.len(),
        Next::Following | Next::Go(_) => 0,
    };
    if [work.checklist.len(), work.fields.len(), n_branches]
        .iter()
        .any(|n| *n > MAX_PARTS)
    {
        return Err(refused(format!(
            "A step has at most {MAX_PARTS} lines, fields and branches each. Split the step."
        )));
    }
    let mut keys = BTreeSet::new();
    for field in &mut work.fields {
        check_field(field)?;
        if !keys.insert(field.key.clone()) {
            return Err(refused(format!(
                "Two fields of this step have the key “{}”. Give one of them another.",
                field.key
            )));
        }
    }
    if let Next::Choose { branches, .. } = &mut work.next {
        for (nth, branch) in (1..).zip(branches) {
            branch.when = branch.when.trim().to_owned();
            expr::parse(&branch.when)
                .map_err(|wrong| refused(format!("Condition {nth}: {wrong}")))?;
        }
    }
    Ok(work)
}

fn check_field(field: &mut FormField) -> Result<(), CommandError> {
    field.label = text::line("Label", &field.label)?;
    field.help = text::optional_line("Help", &field.help)?;
    let is_choice = matches!(field.kind, FieldKind::Choice | FieldKind::MultiChoice);
    if !form::is_key(&field.key) {
        return Err(refused(format!(
            "Key: “{}” cannot be one. Use a small letter first, then small letters, digits and underscores.",
            field.key.chars().take(40).collect::<String>()
        )));
    }
    if is_choice {
        field.options.retain(|option| !option.trim().is_empty());
        for option in &mut field.options {
            *option = text::line("Choice", option)?;
        }
        if field.options.is_empty() {
            return Err(refused(format!(
                "“{}” has no choices. Write one a line.",
                field.label
            )));
        }
    } else {
        field.options.clear();
    }
    if matches!((field.min, field.max), (Some(min), Some(max)) if min > max) {
        return Err(refused(format!(
            "“{}” has a least value above its largest.",
            field.label
        )));
    }
    Ok(())
}

/// Working minutes within what a calendar can count.
pub fn minutes(field: &'static str, minutes: Option<u32>) -> Result<Option<u32>, CommandError> {
    match minutes {
        Some(0) => Err(TextError::Empty { field }.into()),
        Some(minutes) if minutes > MAX_MINUTES => Err(refused(format!(
            "{field} is longer than ten years. Shorten it."
        ))),
        minutes => Ok(minutes),
    }
}

fn refused(sentence: impl Into<String>) -> CommandError {
    CommandError::Step(sentence.into())
}
