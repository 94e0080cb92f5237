//! The answers given so far.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Answer, Question};

/// Answers by question, in the order of the questions whatever the order of answering (W2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Answers(BTreeMap<Question, Answer>);

impl Answers {
    /// The answer to a question, "not sure" included; `None` when it was not answered.
    #[must_use]
    pub fn get(&self, question: Question) -> Option<Answer> {
        self.0.get(&question).copied()
    }

    /// The answer to a question when it says something: `None` for "not sure" and for no answer.
    #[must_use]
    pub fn known(&self, question: Question) -> Option<Answer> {
        self.get(question)
            .filter(|answer| *answer != Answer::NotSure && question.choices().contains(answer))
    }

    /// Keeps an answer, replacing an earlier one. An answer the question does not offer is not kept; returns whether it was.
    pub fn set(&mut self, question: Question, answer: Answer) -> bool {
        let offered = question.choices().contains(&answer);
        if offered {
            self.0.insert(question, answer);
        }
        offered
    }

    /// Takes an answer back.
    pub fn clear(&mut self, question: Question) {
        self.0.remove(&question);
    }

    /// The answers in the order of the questions.
    pub fn iter(&self) -> impl Iterator<Item = (Question, Answer)> + '_ {
        self.0.iter().map(|(question, answer)| (*question, *answer))
    }

    /// How many questions were answered, "not sure" included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same answers with one more.
    #[must_use]
    pub fn with(&self, question: Question, answer: Answer) -> Self {
        let mut answers = self.clone();
        answers.set(question, answer);
        answers
    }
}

impl FromIterator<(Question, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (Question, Answer)>>(pairs: I) -> Self {
        let mut answers = Self::default();
        for (question, answer) in pairs {
            answers.set(question, answer);
        }
        answers
    }
}
