//! Undo and redo: steps with a label, made again only where nothing else has happened since.

use domain::change::Change;
use domain::delta::Delta;
use domain::id::RecordId;
use domain::rebase::rebase;
use domain::workspace::Workspace;

use crate::deed::{Cause, Deed};
use crate::stamp::Stamp;

/// Steps kept; older ones are forgotten.
pub const MAX_STEPS: usize = 200;

/// One undoable action.
#[derive(Clone, Debug)]
pub struct Step {
    /// The stamp of the deed that put it on its stack.
    pub id: Stamp,
    /// What was done, in past tense.
    pub label: String,
    /// What undoes or redoes it, depending on the stack it is on.
    pub delta: Delta,
}

/// The outcome of an undo or redo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// What was undone or redone, in past tense as it was done.
    pub label: String,
    /// Records that were left as they are because they were changed since.
    pub skipped: Vec<RecordId>,
}

/// A step about to be made.
#[derive(Debug)]
pub struct Next {
    /// The step's id.
    pub id: Stamp,
    /// The change to make.
    pub change: Change,
    /// What will have been done.
    pub undone: Undone,
}

/// Both stacks of one tab.
#[derive(Debug, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

/// Which stack a step is taken from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Take the last action back.
    Undo,
    /// Make the last undone action again.
    Redo,
}

impl Direction {
    /// What the label of such a deed begins with.
    pub fn verb(self) -> &'static str {
        match self {
            Direction::Undo => "Undid",
            Direction::Redo => "Redid",
        }
    }
}

impl History {
    /// Keeps a new action; what was undone before can no longer be redone.
    pub fn push(&mut self, id: Stamp, label: String, delta: &Delta) {
        self.redo.clear();
        let delta = delta.inverse();
        push_capped(&mut self.undo, Step { id, label, delta });
    }

    /// The label of the step that would be taken next.
    pub fn next_label(&self, direction: Direction) -> Option<&str> {
        let step = self.stack(direction).last();
        step.map(|step| step.label.as_str())
    }

    /// The records that the next step in this direction touches.
    pub fn next_ids(&self, direction: Direction) -> impl Iterator<Item = &RecordId> {
        let step = self.stack(direction).last();
        step.into_iter()
            .flat_map(|step| step.delta.touches().map(|(id, _)| id))
    }

    /// The change to make next in this direction, against the workspace as it is, and its outcome.
    /// Nothing is taken off the stack yet: writing may fail.
    pub fn next(&self, direction: Direction, workspace: &Workspace) -> Option<Next> {
        let step = self.stack(direction).last()?;
        let laid = step.delta.over(workspace);
        let rebased = rebase(&laid.change, workspace);
        let mut skipped = rebased.skipped;
        skipped.extend(laid.lost);
        skipped.sort_unstable();
        Some(Next {
            id: step.id,
            change: rebased.change,
            undone: Undone {
                label: step.label.clone(),
                skipped,
            },
        })
    }

    /// Moves the step that was just made onto the other stack; without a stamp it did nothing.
    pub fn complete(&mut self, direction: Direction, id: Option<Stamp>, made: &Delta) {
        let (from, to) = self.stacks(direction);
        if let Some(step) = from.pop()
            && let Some(id) = id
        {
            let (label, delta) = (step.label, made.inverse());
            push_capped(to, Step { id, label, delta });
        }
    }

    /// Puts the steps that these deeds had left, first to last, below those that are here. What
    /// was undone then can be redone unless something was done since.
    pub fn restore(&mut self, deeds: &[Deed]) {
        let mut before = History::default();
        for deed in deeds {
            match deed.cause {
                Cause::Command => before.push(deed.stamp, deed.label.clone(), &deed.delta),
                Cause::Undo(step) => before.replay(Direction::Undo, step, deed),
                Cause::Redo(step) => before.replay(Direction::Redo, step, deed),
            }
        }
        if self.undo.is_empty() && self.redo.is_empty() {
            self.redo = before.redo;
        }
        before.undo.append(&mut self.undo);
        let n_too_many = before.undo.len().saturating_sub(MAX_STEPS);
        before.undo.drain(..n_too_many);
        self.undo = before.undo;
    }

    /// Moves a step onto the other stack as its deed says. Steps above it had come to nothing.
    fn replay(&mut self, direction: Direction, step_id: Stamp, deed: &Deed) {
        let verb = format!("{}: ", direction.verb());
        let label = deed.label.strip_prefix(verb.as_str());
        let step = Step {
            id: deed.stamp,
            label: label.unwrap_or(&deed.label).to_owned(),
            delta: deed.delta.inverse(),
        };
        let (from, to) = self.stacks(direction);
        if let Some(at) = from.iter().position(|step| step.id == step_id) {
            from.truncate(at);
        }
        push_capped(to, step);
    }

    fn stack(&self, direction: Direction) -> &[Step] {
        match direction {
            Direction::Undo => &self.undo,
            Direction::Redo => &self.redo,
        }
    }

    /// The stack that steps of this direction come from, and the one they go to.
    fn stacks(&mut self, direction: Direction) -> (&mut Vec<Step>, &mut Vec<Step>) {
        match direction {
            Direction::Undo => (&mut self.undo, &mut self.redo),
            Direction::Redo => (&mut self.redo, &mut self.undo),
        }
    }
}

fn push_capped(stack: &mut Vec<Step>, step: Step) {
    if stack.len() == MAX_STEPS {
        stack.remove(0);
    }
    stack.push(step);
}
