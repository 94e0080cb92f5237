//! Notices: one line about what just happened, with a way back.

use std::time::Duration;

use leptos::prelude::*;
use store::{Refused, Undone};

use crate::ui::dialog::Aside;

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
    /// Brings back a dialog that was left with changes in it.
    BringBack(RwSignal<Aside>),
}

impl Notice {
    /// How long it stays. The pointer or the focus on it keeps it longer. Undo is there without
    /// the notice, too; what was typed is not.
    pub fn lifetime(&self) -> Duration {
        match self.action {
            Some(NoticeAction::BringBack(_)) => Duration::from_secs(30),
            _ => Duration::from_secs(8),
        }
    }

    /// Says that nobody wanted back what was set aside.
    fn give_up(&self) {
        if let Some(NoticeAction::BringBack(aside)) = self.action
            && aside.try_get_untracked() == Some(Aside::Offered)
        {
            aside.set(Aside::Over);
        }
    }
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

    /// Offers to bring back a dialog that was left with changes in it.
    pub fn offer_back(&self, aside: RwSignal<Aside>) {
        let action = NoticeAction::BringBack(aside);
        self.show("Changes set aside".to_owned(), false, Some(action));
    }

    /// Takes a notice off the page, unless another has replaced it.
    pub fn dismiss(&self, number: u64) {
        let current = self.current.get_untracked();
        if let Some(notice) = current.filter(|notice| notice.number == number) {
            notice.give_up();
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
        if let Some(before) = self.current.get_untracked() {
            before.give_up();
        }
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
