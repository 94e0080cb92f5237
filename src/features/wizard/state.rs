//! What the wizard knows while work is being decided.

use domain::classify::{
    Answer, Answers, Flips, Question, Suggestion, Verdict, Weights, decide_with, flips,
    next_question, suggest,
};
use domain::command::decision;
use domain::id::DecisionId;
use leptos::prelude::*;

use crate::desk::{Desk, Undecided, kinds};
use crate::ui::format;
use crate::ui::needle::Reading;

/// Where in the wizard the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Saying what the work is.
    Describe,
    /// Answering a question.
    Ask(Question),
    /// Reading the verdict.
    Verdict,
}

/// The wizard's state. Copyable, so that every part can hold it.
#[derive(Clone, Copy)]
pub struct Wizard {
    undecided: RwSignal<Undecided>,
    /// Where the person is.
    pub phase: RwSignal<Phase>,
    /// The questions asked so far, so that Back goes the way one came.
    asked: RwSignal<Vec<Question>>,
    /// What the words suggest.
    pub suggestion: Memo<Suggestion>,
    /// What words and answers amount to.
    pub verdict: Memo<Verdict>,
    /// What each answer weighs, as it was when the page opened.
    weights: StoredValue<Weights>,
}

impl Wizard {
    /// The wizard over the work that is being decided.
    pub fn new(desk: Desk) -> Wizard {
        let undecided = desk.undecided;
        let description = Memo::new(move |_| undecided.with(|work| work.description.clone()));
        let suggestion = Memo::new(move |_| description.with(|text| suggest(text)));
        let weights = StoredValue::new(desk.read(decision::weights));
        let verdict = Memo::new(move |_| {
            let answers = undecided.with(|work| work.answers.clone());
            suggestion.with(|suggestion| {
                weights.with_value(|weights| decide_with(&answers, suggestion, weights))
            })
        });
        Wizard {
            undecided,
            phase: RwSignal::new(Phase::Describe),
            asked: RwSignal::new(Vec::new()),
            suggestion,
            verdict,
            weights,
        }
    }

    /// The person's words, tracked.
    pub fn description(&self) -> String {
        self.undecided.with(|work| work.description.clone())
    }

    /// Takes down the person's words.
    pub fn describe(&self, text: String) {
        self.undecided.update(|work| work.description = text);
    }

    /// The answers given, tracked.
    pub fn answers(&self) -> Answers {
        self.undecided.with(|work| work.answers.clone())
    }

    /// The answer the words suggest to a question, tracked.
    pub fn suggested(&self, question: Question) -> Option<Answer> {
        self.suggestion
            .with(|suggestion| suggestion.answers.known(question))
    }

    /// The decision that is being answered anew, untracked.
    pub fn revises(&self) -> Option<DecisionId> {
        self.undecided.with_untracked(|work| work.revises)
    }

    /// Begins again with nothing.
    pub fn start_over(&self) {
        self.undecided.set(Undecided::default());
        self.asked.set(Vec::new());
        self.phase.set(Phase::Describe);
    }

    /// Forgets the work: it has been decided.
    pub fn finish(&self) {
        self.undecided.set(Undecided::default());
    }

    /// Answers a question and goes on.
    pub fn answer(&self, question: Question, answer: Answer) {
        self.undecided.update(|work| {
            work.answers.set(question, answer);
        });
        self.advance();
    }

    /// Answers the three questions about the shape: those ticked with yes, the others with no.
    pub fn answer_shape(&self, ticked: [bool; 3]) {
        self.undecided.update(|work| {
            for (question, is_ticked) in Question::SHAPE.into_iter().zip(ticked) {
                let answer = if is_ticked { Answer::Yes } else { Answer::No };
                work.answers.set(question, answer);
            }
        });
        self.advance();
    }

    /// Leaves the shape open.
    pub fn unsure_of_shape(&self) {
        self.undecided.update(|work| {
            for question in Question::SHAPE {
                work.answers.set(question, Answer::NotSure);
            }
        });
        self.advance();
    }

    /// Goes to the question that can still change the verdict most, or to the verdict.
    pub fn advance(&self) {
        let next = self.undecided.with_untracked(|work| {
            self.suggestion.with_untracked(|suggestion| {
                self.weights
                    .with_value(|weights| next_question(&work.answers, suggestion, weights))
            })
        });
        match next {
            Some(question) => self.ask(question),
            None => self.phase.set(Phase::Verdict),
        }
    }

    /// What would turn the verdict, untracked.
    pub fn flips(&self) -> Flips {
        let answers = self.undecided.with_untracked(|work| work.answers.clone());
        self.suggestion.with_untracked(|suggestion| {
            self.weights
                .with_value(|weights| flips(&answers, suggestion, weights))
        })
    }

    /// Goes to a question.
    pub fn ask(&self, question: Question) {
        // The questions about the shape are one page.
        let is_shape = Question::SHAPE.contains(&question);
        let question = if is_shape {
            Question::ChangesRoutine
        } else {
            question
        };
        self.asked.update(|asked| {
            asked.retain(|earlier| *earlier != question);
            asked.push(question);
        });
        self.phase.set(Phase::Ask(question));
    }

    /// Goes back the way one came: to the question before, or to the description.
    pub fn back(&self) {
        let mut asked = self.asked.get_untracked();
        if matches!(self.phase.get_untracked(), Phase::Ask(_)) {
            asked.pop();
        }
        let phase = asked
            .last()
            .map_or(Phase::Describe, |question| Phase::Ask(*question));
        self.asked.set(asked);
        self.phase.set(phase);
    }

    /// Where the needle stands.
    pub fn reading(&self) -> Signal<Reading> {
        let wizard = *self;
        Signal::derive(move || {
            let mut reading = wizard.verdict.with(reading);
            let is_by_words = wizard.undecided.with(|work| work.answers.is_empty());
            let is_undecided = wizard.verdict.with(|verdict| verdict.undecided);
            if is_by_words && !is_undecided {
                // How often such words are read right has been counted and stands beside the needle;
                // a second figure here would seem to speak against it.
                let kind = wizard.verdict.with(|verdict| verdict.kind.word());
                reading.label = format!("Leans to {kind}");
                reading.sentence = format!("Leaning to {kind}.");
            }
            reading
        })
    }
}

/// The needle of a verdict.
pub fn reading(verdict: &Verdict) -> Reading {
    let (label, sentence) = if verdict.undecided {
        (
            "Cannot tell yet".to_owned(),
            "Nothing decides between process and project yet.".to_owned(),
        )
    } else {
        let percent = format::percent(verdict.confidence);
        let kind = kinds::name(verdict.kind);
        (
            format!("{kind} {percent}"),
            format!("Leaning to {}, {percent}.", verdict.kind.word()),
        )
    };
    Reading {
        point: verdict.point,
        low: verdict.band.low,
        high: verdict.band.high,
        label,
        sentence,
    }
}
