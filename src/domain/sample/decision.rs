//! The sample's decisions: what was described and answered. The verdict is worked out, as in the wizard.

use super::Sheet;
use crate::classify::{self, Answer, Question};
use crate::command::decision::reasons;
use crate::id::DecisionId;
use crate::model::{Decision, Outcome};

/// A decision as it was made in the wizard.
pub(super) struct Decided {
    pub description: &'static str,
    pub answers: &'static [(Question, Answer)],
    pub days_ago: i64,
}

/// Keeps the decision that led to `outcome`.
pub(super) fn add(sheet: &mut Sheet, decided: &Decided, outcome: Outcome) -> DecisionId {
    let answers = decided.answers.iter().copied().collect();
    let suggestion = classify::suggest(decided.description);
    let verdict = classify::decide(&answers, &suggestion);
    let reasons = reasons(&verdict, decided.description, &suggestion, &answers);
    let id = DecisionId::from_key(sheet.key());
    let decision = Decision {
        description: decided.description.to_owned(),
        answers,
        suggested: classify::Answers::default(),
        question_set: classify::QUESTION_SET,
        verdict: verdict.kind,
        shape: verdict.shape,
        point: verdict.point,
        confidence: verdict.confidence,
        reasons,
        revises: None,
        overrule: None,
        outcome: Some(outcome),
        decided_at: sheet.days_ago(decided.days_ago),
        sample: true,
    };
    sheet.put(id, decision);
    id
}
