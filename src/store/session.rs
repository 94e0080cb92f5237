//! The session of a tab: what it was before it was reloaded, so that undo goes on where it was.
//!
//! A browser keeps a short text for each tab through reloads, and copies it when a tab is
//! duplicated. Each opening is another writer; the text names the writers before, each with the
//! moment up to which it was this tab. What a duplicate's original does afterward is another's.

use serde::{Deserialize, Serialize};

use crate::deed::Deed;
use crate::store::Store;

/// Writers remembered; a tab that is reloaded more often forgets the first.
const MAX_REMEMBERED: usize = 20;

/// What this tab was before it was opened now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Earlier(Vec<Writer>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Writer {
    /// The writer's name.
    a: String,
    /// Milliseconds since 1970 up to which it was this tab; absent for the one that writes now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    u: Option<i64>,
}

impl Earlier {
    /// The names of the writers, first to last.
    pub fn actors(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|writer| writer.a.as_str())
    }

    fn has_done(&self, deed: &Deed) -> bool {
        let actor = deed.actor();
        let mut writers = self.0.iter();
        writers.any(|writer| {
            writer.a == actor && writer.u.is_none_or(|until| deed.stamp.millis <= until)
        })
    }
}

impl Store {
    /// What this tab was before, from the text that the browser has kept for it, and the text to
    /// keep from now on. A text that cannot be read is taken for none.
    pub fn continue_session(&self, kept: Option<&str>) -> (Earlier, String) {
        let mut writers: Vec<Writer> = kept
            .and_then(|text| serde_json::from_str(text).ok())
            .unwrap_or_default();
        let until = self.0.latest_millis();
        for writer in &mut writers {
            writer.u.get_or_insert(until);
        }
        let n_too_many = (writers.len() + 1).saturating_sub(MAX_REMEMBERED);
        writers.drain(..n_too_many);
        let earlier = Earlier(writers.clone());
        self.0.is_restoring.set(!writers.is_empty());
        writers.push(Writer {
            a: self.0.actor.to_string(),
            u: None,
        });
        // Plain texts and numbers cannot fail to serialize.
        (earlier, serde_json::to_string(&writers).unwrap_or_default())
    }

    /// Takes up the steps that this tab could undo and redo before it was opened now, from deeds
    /// in any order. They come before what was done since.
    pub fn restore_steps(&self, earlier: &Earlier, deeds: Vec<Deed>) {
        let mut deeds = deeds;
        deeds.retain(|deed| earlier.has_done(deed));
        deeds.sort_by_key(|deed| deed.stamp);
        deeds.dedup_by_key(|deed| deed.stamp);
        self.0.history.borrow_mut().restore(&deeds);
        self.0.publish_history();
        self.0.is_restoring.set(false);
        for act in self.0.waiting.take() {
            act();
        }
    }

    /// Does this once the steps from before a reload are there; at once when they are. So an undo
    /// in the first moments takes back what the person saw last, and not nothing.
    pub fn when_restored(&self, act: impl FnOnce() + 'static) {
        if self.0.is_restoring.get() {
            self.0.waiting.borrow_mut().push(Box::new(act));
        } else {
            act();
        }
    }
}
