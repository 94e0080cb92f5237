//! Commands about comments on a task.

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned};
use crate::id::{CommentId, TaskId};
use crate::model::{Comment, Task};
use crate::text;
use crate::workspace::Workspace;

/// What can be meant about a comment.
#[derive(Clone, Debug, PartialEq)]
pub enum CommentCommand {
    /// Say something about a task.
    Create {
        /// The task.
        task: TaskId,
        /// What is said.
        text: String,
    },
    /// Say it differently.
    Edit {
        /// Which.
        id: CommentId,
        /// What is said.
        text: String,
    },
    /// Take it out.
    Delete {
        /// Which.
        id: CommentId,
    },
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: CommentCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        CommentCommand::Create { task, text } => {
            let title = &workspace
                .get::<Task>(task)
                .ok_or(CommandError::Gone { what: "task" })?
                .title;
            let label = format!("Commented on “{title}”");
            let comment = Comment {
                task,
                text: text::required_prose("Comment", &text)?,
                at: ctx.now,
                by: workspace.settings().your_name,
            };
            let id = CommentId::from_key((ctx.new_key)());
            draft.put(id, comment);
            Planned::created(id, label)
        }
        CommentCommand::Edit { id, text } => {
            let text = text::required_prose("Comment", &text)?;
            refuse_gone(workspace, id)?;
            draft.edit::<Comment>(id, |comment| comment.text = text);
            Planned::done("Changed a comment".to_owned())
        }
        CommentCommand::Delete { id } => {
            refuse_gone(workspace, id)?;
            draft.remove(id);
            Planned::done("Deleted a comment".to_owned())
        }
    }
}

fn refuse_gone(workspace: &Workspace, id: CommentId) -> Result<(), CommandError> {
    match workspace.get::<Comment>(id) {
        Some(_) => Ok(()),
        None => Err(CommandError::Gone { what: "comment" }),
    }
}
