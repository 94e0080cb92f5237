//! Commands about the links between tasks.

use crate::change::Draft;
use crate::command::plan_error::{MAX_DAYS, PlanError};
use crate::command::{CommandError, Ctx, Planned};
use crate::id::{LinkId, TaskId};
use crate::lists::List;
use crate::model::{Link, LinkKind, Task};
use crate::outline;
use crate::schedule::cycle::Network;
use crate::workspace::Workspace;

/// What can be meant about a link.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkCommand {
    /// Let one task wait for another.
    Create {
        /// What is waited for.
        predecessor: TaskId,
        /// What waits.
        successor: TaskId,
        /// Which end waits for which.
        kind: LinkKind,
        /// Working days between them, negative for an overlap.
        lag: i64,
    },
    /// Change what waits for what, and how long.
    Edit {
        /// Which.
        id: LinkId,
        /// Which end waits for which.
        kind: LinkKind,
        /// Working days between them, negative for an overlap.
        lag: i64,
    },
    /// Take it out.
    Delete {
        /// Which.
        id: LinkId,
    },
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: LinkCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        LinkCommand::Create {
            predecessor,
            successor,
            kind,
            lag,
        } => {
            let (before, after) = (task(workspace, predecessor)?, task(workspace, successor)?);
            if predecessor == successor {
                return Err(PlanError::LinkToItself.into());
            }
            if before.project != after.project {
                return Err(PlanError::LinkAcrossProjects.into());
            }
            for (part, summary) in [(predecessor, successor), (successor, predecessor)] {
                if outline::is_within(workspace, part, summary) {
                    return Err(PlanError::LinkToOwnSummary {
                        part: task(workspace, part)?.title.clone(),
                        summary: task(workspace, summary)?.title.clone(),
                    }
                    .into());
                }
            }
            let is_there = workspace
                .list::<Link>(List::LinksOf(predecessor))
                .any(|(_, link)| link.predecessor == predecessor && link.successor == successor);
            if is_there {
                return Err(PlanError::LinkedAlready {
                    predecessor: before.title.clone(),
                    successor: after.title.clone(),
                }
                .into());
            }
            let link = Link {
                project: before.project,
                predecessor,
                successor,
                kind,
                lag: checked_lag(lag)?,
            };
            let label = format!("Linked “{}” to “{}”", before.title, after.title);
            refuse_cycle(
                workspace,
                &Network::new(workspace).with_link(link.clone(), None),
                successor,
            )?;
            let id = LinkId::from_key((ctx.new_key)());
            draft.put(id, link);
            Planned::created(id, label)
        }
        LinkCommand::Edit { id, kind, lag } => {
            let mut link = find(workspace, id)?.clone();
            link.kind = kind;
            link.lag = checked_lag(lag)?;
            let network = Network::new(workspace).with_link(link.clone(), Some(id));
            refuse_cycle(workspace, &network, link.successor)?;
            let label = format!("Changed the link {}", title(workspace, &link));
            draft.put(id, link);
            Planned::done(label)
        }
        LinkCommand::Delete { id } => {
            let label = format!("Unlinked {}", title(workspace, find(workspace, id)?));
            draft.remove(id);
            Planned::done(label)
        }
    }
}

/// Refuses a network in which tasks that can be reached from one wait for each other.
pub(super) fn refuse_cycle(
    workspace: &Workspace,
    network: &Network,
    from: TaskId,
) -> Result<(), PlanError> {
    let Some(mut members) = network.cycle_from(from) else {
        return Ok(());
    };
    members.extend(members.first().copied());
    let titles: Vec<String> = members
        .into_iter()
        .filter_map(|id| Some(format!("“{}”", workspace.get::<Task>(id)?.title)))
        .collect();
    Err(PlanError::Cycle {
        members: titles.join(" → "),
    })
}

fn checked_lag(lag: i64) -> Result<i32, PlanError> {
    if (-MAX_DAYS..=MAX_DAYS).contains(&lag) {
        i32::try_from(lag).map_err(|_| PlanError::Lag)
    } else {
        Err(PlanError::Lag)
    }
}

fn title(workspace: &Workspace, link: &Link) -> String {
    let title = |id| workspace.get::<Task>(id).map(|task| task.title.as_str());
    format!(
        "from “{}” to “{}”",
        title(link.predecessor).unwrap_or_default(),
        title(link.successor).unwrap_or_default()
    )
}

fn task(workspace: &Workspace, id: TaskId) -> Result<&Task, CommandError> {
    workspace
        .get::<Task>(id)
        .map(AsRef::as_ref)
        .ok_or(CommandError::Gone { what: "task" })
}

fn find(workspace: &Workspace, id: LinkId) -> Result<&Link, CommandError> {
    workspace
        .get::<Link>(id)
        .map(AsRef::as_ref)
        .ok_or(CommandError::Gone { what: "link" })
}
