//! Notices: one line about what just happened, with a way back.

use leptos::prelude::*;
use store::{Refused, Undone};

/// How long a notice stays, in milliseconds. The pointer or the focus on it keeps it longer.
pub const LIFETIME_MILLIS: u64 = 8_000;

/// One line about what happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Counts up, so that a later notice with the same text is another one.
    pub number: u64,
    /// What happened, in past tense, or why it did not.
    pub text: String,
    /// Whether something was refused.
    pub is_refusal: bool,
    /// What the button on it does.
    pub action: Option<NoticeAction>,
}

/// The button on a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeAction {
    /// Takes the action back.
    Undo,
    /// Makes it again.
    Redo,
}

/// The notice that is on the page, if any: the newest replaces the one before.
#[derive(Clone, Copy)]
pub struct Notices {
    current: RwSignal<Option<Notice>>,
    n_shown: StoredValue<u64>,
}

impl Notices {
    /// No notice.
    pub fn new() -> Notices {
        Notices {
            current: RwSignal::new(None),
            n_shown: StoredValue::new(0),
        }
    }

    /// The notice on the page, tracked.
    pub fn current(&self) -> Option<Notice> {
        self.current.get()
    }

    /// Says what was done, with undo.
    pub fn done(&self, text: String) {
        self.show(text, false, Some(NoticeAction::Undo));
    }

    /// Says something that cannot be undone, such as a finished download.
    pub fn say(&self, text: impl Into<String>) {
        self.show(text.into(), false, None);
    }

    /// Says why something was not done.
    pub fn refused(&self, text: String) {
        self.show(text, true, None);
    }

    /// Takes a notice off the page, unless another has replaced it.
    pub fn dismiss(&self, number: u64) {
        let is_current = self
            .current
            .with_untracked(|notice| notice.as_ref().is_some_and(|n| n.number == number));
        if is_current {
            self.current.set(None);
        }
    }

    pub(super) fn undone(
        &self,
        outcome: Result<Option<Undone>, Refused>,
        verb: &str,
        nothing: &'static str,
    ) {
        match outcome {
            Err(refused) => self.refused(refused.to_string()),
            Ok(None) => self.say(nothing),
            Ok(Some(undone)) => {
                let action = if verb == "Undid" {
                    NoticeAction::Redo
                } else {
                    NoticeAction::Undo
                };
                let mut text = format!("{verb}: {}", undone.label);
                if !undone.skipped.is_empty() {
                    text.push_str(". What was changed elsewhere since stayed as it is");
                }
                self.show(text, false, Some(action));
            }
        }
    }

    fn show(&self, text: String, is_refusal: bool, action: Option<NoticeAction>) {
        let number = self.n_shown.get_value() + 1;
        self.n_shown.set_value(number);
        self.current.set(Some(Notice {
            number,
            text,
            is_refusal,
            action,
        }));
    }
}

impl Default for Notices {
    fn default() -> Self {
        Self::new()
    }
}
