//! Any history of one tab: commands, undo, redo and both halves of a compaction.

use domain::command::Command;
use domain::workspace::Workspace;
use proptest::prelude::*;
use store::{Compaction, Refused, Store};

use crate::actions::{Action, any_history};

#[derive(Clone, Debug)]
pub enum Step {
    Do(Action),
    Undo,
    Redo,
    StartCompaction,
    FinishCompaction,
}

impl Step {
    pub fn is_compaction(&self) -> bool {
        matches!(self, Step::StartCompaction | Step::FinishCompaction)
    }
}

/// Any history of up to `n` commands, none of them about the sample workspace: its many records
/// make every later opening slow, and loaded a few times they fill the storage.
pub fn any_own_history(n: usize) -> impl Strategy<Value = Vec<Action>> {
    any_history(n).prop_map(|mut history| {
        let nowhere = Workspace::default();
        history.retain(|action| !matches!(action.command(&nowhere), Command::Sample(_)));
        history
    })
}

/// Any history of up to `n` steps; most of them are commands.
pub fn any_steps(n: usize) -> impl Strategy<Value = Vec<Step>> {
    let kinds = prop::collection::vec(0_u8..20, n);
    (any_own_history(n), kinds).prop_map(|(actions, kinds)| {
        let steps = actions.into_iter().zip(kinds);
        steps
            .map(|(action, kind)| match kind {
                0..=1 => Step::Undo,
                2 => Step::Redo,
                3..=4 => Step::StartCompaction,
                5..=6 => Step::FinishCompaction,
                _ => Step::Do(action),
            })
            .collect()
    })
}

/// A tab that takes steps, with the compaction it may be in the middle of.
pub struct Walker {
    pub store: Store,
    compaction: Option<Compaction>,
}

impl Walker {
    pub fn new(store: Store) -> Walker {
        Walker {
            store,
            compaction: None,
        }
    }

    /// Takes a step. A step that a rule refuses does nothing; one that storage refuses is an error.
    pub fn take(&mut self, step: &Step) -> Result<(), String> {
        match step {
            Step::Do(action) => unless_a_rule(act(&self.store, action).map(|_| ())),
            Step::Undo => unless_a_rule(self.store.undo().map(|_| ())),
            Step::Redo => unless_a_rule(self.store.redo().map(|_| ())),
            Step::StartCompaction => {
                let started = self.store.start_compaction();
                self.compaction = Some(started.map_err(|error| error.to_string())?);
                Ok(())
            }
            Step::FinishCompaction => match self.compaction.take() {
                Some(compaction) => self
                    .store
                    .finish_compaction(compaction)
                    .map(|_| ())
                    .map_err(|error| error.to_string()),
                None => Ok(()),
            },
        }
    }
}

/// Makes the command that an action is here.
pub fn act(store: &Store, action: &Action) -> Result<store::Done, Refused> {
    let command = store.read(|workspace| action.command(workspace));
    store.dispatch(command)
}

fn unless_a_rule(outcome: Result<(), Refused>) -> Result<(), String> {
    match outcome {
        Err(Refused::NotSaved(why) | Refused::OnlyShown(why)) => Err(why),
        Ok(()) | Err(Refused::Rule(_)) => Ok(()),
    }
}
