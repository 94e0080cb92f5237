//! Undo and redo: steps with a label, made again only where nothing else has happened since.

use domain::change::Change;
use domain::id::RecordId;
use domain::rebase::rebase;
use domain::workspace::Workspace;

/// Steps kept; older ones are forgotten.
const MAX_STEPS: usize = 200;

/// One undoable action.
#[derive(Clone, Debug)]
pub struct Step {
    /// What was done, in past tense.
    pub label: String,
    /// The change that undoes or redoes it, depending on the stack it is on.
    pub change: Change,
}

/// The outcome of an undo or redo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// What was undone or redone, in past tense as it was done.
    pub label: String,
    /// Records that were left as they are because they were changed since.
    pub skipped: Vec<RecordId>,
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

impl History {
    /// Keeps a new action; what was undone before can no longer be redone.
    pub fn push(&mut self, label: String, change: &Change) {
        self.redo.clear();
        push_capped(&mut self.undo, label, change.inverse());
    }

    /// The label of the step that would be taken next.
    pub fn next_label(&self, direction: Direction) -> Option<&str> {
        let stack = match direction {
            Direction::Undo => &self.undo,
            Direction::Redo => &self.redo,
        };
        stack.last().map(|step| step.label.as_str())
    }

    /// The change to make next in this direction, against the workspace as it is, and its outcome.
    /// Nothing is taken off the stack yet: writing may fail.
    pub fn next(&self, direction: Direction, workspace: &Workspace) -> Option<(Change, Undone)> {
        let step = match direction {
            Direction::Undo => self.undo.last(),
            Direction::Redo => self.redo.last(),
        }?;
        let rebased = rebase(&step.change, workspace);
        let undone = Undone {
            label: step.label.clone(),
            skipped: rebased.skipped,
        };
        Some((rebased.change, undone))
    }

    /// Moves the step that was just made onto the other stack.
    pub fn complete(&mut self, direction: Direction, made: &Change) {
        let (from, to) = match direction {
            Direction::Undo => (&mut self.undo, &mut self.redo),
            Direction::Redo => (&mut self.redo, &mut self.undo),
        };
        if let Some(step) = from.pop()
            && !made.is_empty()
        {
            push_capped(to, step.label, made.inverse());
        }
    }
}

fn push_capped(stack: &mut Vec<Step>, label: String, change: Change) {
    if stack.len() == MAX_STEPS {
        stack.remove(0);
    }
    stack.push(Step { label, change });
}
