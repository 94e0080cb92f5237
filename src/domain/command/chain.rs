//! Commands that follow each other and are one change.

use crate::change::{Change, Draft};
use crate::command::{Command, CommandError, Ctx, Plan, plan};
use crate::workspace::{Entity, Record, Workspace};

/// Plans commands one after the other on a copy of the workspace, each on what the ones before leave.
///
/// The copy shares its records and costs their number, so this is for what a person does now and then.
pub(super) struct Chain<'a> {
    ahead: Workspace,
    change: Change,
    ctx: &'a Ctx<'a>,
}

impl<'a> Chain<'a> {
    pub(super) fn new(workspace: &Workspace, ctx: &'a Ctx<'a>) -> Self {
        Self {
            ahead: workspace.clone(),
            change: Change::default(),
            ctx,
        }
    }

    /// The workspace as the commands so far leave it.
    pub(super) fn ahead(&self) -> &Workspace {
        &self.ahead
    }

    /// Does a command.
    pub(super) fn run(&mut self, command: impl Into<Command>) -> Result<Plan, CommandError> {
        let plan = plan(&self.ahead, command.into(), self.ctx)?;
        self.follow(&plan.change);
        Ok(plan)
    }

    /// Does a command that creates a record, and returns the record's key.
    pub(super) fn create(&mut self, command: impl Into<Command>) -> Result<u64, CommandError> {
        let created = self.run(command)?.created;
        created
            .map(|id| id.key)
            .ok_or(CommandError::Gone { what: "record" })
    }

    /// Changes a record in place; one that is not there stays absent.
    pub(super) fn edit<T: Entity + Clone + Into<Record>>(
        &mut self,
        id: T::Id,
        edit: impl FnOnce(&mut T),
    ) {
        let mut draft = Draft::new(&self.ahead);
        draft.edit::<T>(id, edit);
        let change = draft.finish();
        self.follow(&change);
    }

    /// Creates or replaces a record.
    pub(super) fn put(&mut self, id: impl Into<crate::id::RecordId>, record: impl Into<Record>) {
        let mut draft = Draft::new(&self.ahead);
        draft.put(id, record);
        let change = draft.finish();
        self.follow(&change);
    }

    /// Drafts all of it.
    pub(super) fn draft(self, draft: &mut Draft) {
        for (id, edit) in self.change.edits() {
            match &edit.after {
                Some(record) => draft.put(*id, record.clone()),
                None => draft.remove(*id),
            }
        }
    }

    fn follow(&mut self, change: &Change) {
        self.ahead.apply(change);
        self.change = std::mem::take(&mut self.change).then(change);
    }
}
