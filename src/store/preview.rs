//! What a command would do, before it is carried out.

use domain::command::{self, Command, CommandError, Ctx, Plan};

use crate::store::Store;

impl Store {
    /// What a command would do, or why it is refused. Nothing is done.
    pub fn preview(&self, command: impl Into<Command>) -> Result<Plan, CommandError> {
        let inner = &self.0;
        let ctx = Ctx {
            now: inner.clock.now(),
            today: inner.clock.today(),
            offset_minutes: inner.clock.offset_minutes(),
            new_key: &|| inner.ids.next_key(),
        };
        command::plan(&inner.state.borrow().workspace, command.into(), &ctx)
    }
}
