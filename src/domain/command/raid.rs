//! Commands about a project's log of risks, assumptions, issues and the like.

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned, person};
use crate::id::{PersonId, ProjectId, RaidId};
use crate::lists::List;
use crate::model::{Project, Raid, RaidKind, Risk, Task};
use crate::money;
use crate::text;
use crate::time::Day;
use crate::workspace::Workspace;

/// What can be meant about the log.
#[derive(Clone, Debug, PartialEq)]
pub enum RaidCommand {
    /// Write something down.
    Create {
        /// Whose.
        project: ProjectId,
        /// What.
        draft: RaidDraft,
    },
    /// Replace what an entry says.
    Edit {
        /// Which.
        id: RaidId,
        /// What it says.
        draft: RaidDraft,
    },
    /// A risk has happened: it is closed, and an issue takes its place.
    BecomeIssue {
        /// Which.
        id: RaidId,
    },
    /// Close an entry.
    Close {
        /// Which.
        id: RaidId,
        /// How it ended; may be empty.
        outcome: String,
    },
    /// Open a closed entry again.
    Reopen {
        /// Which.
        id: RaidId,
    },
    /// Delete an entry.
    Delete {
        /// Which.
        id: RaidId,
    },
}

/// An entry as a form gives it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RaidDraft {
    /// What kind.
    pub kind: RaidKind,
    /// What it is about.
    pub title: String,
    /// More about it.
    pub notes: String,
    /// Who looks after it.
    pub owner: Option<PersonId>,
    /// By when.
    pub due: Option<Day>,
    /// How a risk is weighed; ignored for other kinds.
    pub risk: Option<Risk>,
}

impl RaidDraft {
    /// An entry for a form to start from.
    pub fn of(raid: &Raid) -> RaidDraft {
        RaidDraft {
            kind: raid.kind,
            title: raid.title.clone(),
            notes: raid.notes.clone(),
            owner: raid.owner,
            due: raid.due,
            risk: raid.risk.clone(),
        }
    }

    fn checked(self, workspace: &Workspace, project: ProjectId) -> Result<RaidDraft, CommandError> {
        let risk = match self.kind {
            RaidKind::Risk => {
                let risk = self.risk.unwrap_or_default();
                Some(checked_risk(risk, workspace, project)?)
            }
            _ => None,
        };
        Ok(RaidDraft {
            title: text::line("Title", &self.title)?,
            notes: text::prose("Notes", &self.notes)?,
            owner: person::present(workspace, self.owner),
            risk,
            ..self
        })
    }
}

fn checked_risk(
    risk: Risk,
    workspace: &Workspace,
    project: ProjectId,
) -> Result<Risk, CommandError> {
    let scale = |what: &'static str, value: u8| match value {
        1..=5 => Ok(()),
        _ => Err(CommandError::OutOfRange {
            what,
            low: 1,
            high: 5,
        }),
    };
    scale("Probability", risk.probability)?;
    scale("Impact", risk.impact)?;
    scale("Probability after", risk.residual_probability.unwrap_or(1))?;
    scale("Impact after", risk.residual_impact.unwrap_or(1))?;
    if risk.chance.is_some_and(|chance| chance > 10_000) {
        return Err(CommandError::OutOfRange {
            what: "Chance in percent",
            low: 0,
            high: 100,
        });
    }
    // A form may name a task that another tab has deleted meanwhile.
    let task = risk
        .task
        .and_then(|id| Some((id, workspace.get::<Task>(id)?)));
    if task.is_some_and(|(_, task)| task.project != project) {
        return Err(CommandError::OtherProject);
    }
    Ok(Risk {
        plan: text::prose("Plan", &risk.plan)?,
        trigger: text::prose("Trigger", &risk.trigger)?,
        task: task.map(|(id, _)| id),
        delay: risk.delay.checked()?,
        cost: money::not_negative(risk.cost)?,
        ..risk
    })
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: RaidCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        RaidCommand::Create {
            project,
            draft: fields,
        } => {
            if workspace.get::<Project>(project).is_none() {
                return Err(CommandError::Gone { what: "project" });
            }
            let fields = fields.checked(workspace, project)?;
            let label = format!(
                "Added {} “{}”",
                fields.kind.name().to_lowercase(),
                fields.title
            );
            let id = RaidId::from_key((ctx.new_key)());
            draft.put(id, entry(workspace, project, fields, ctx));
            Planned::created(id, label)
        }
        RaidCommand::Edit { id, draft: fields } => {
            let mut raid = find(workspace, id)?.clone();
            let fields = fields.checked(workspace, raid.project)?;
            let label = format!("Changed “{}”", fields.title);
            raid.kind = fields.kind;
            raid.title = fields.title;
            raid.notes = fields.notes;
            raid.owner = fields.owner;
            raid.due = fields.due;
            raid.risk = fields.risk;
            draft.put(id, raid);
            Planned::done(label)
        }
        RaidCommand::BecomeIssue { id } => {
            let mut risk = find(workspace, id)?.clone();
            let fields = RaidDraft {
                kind: RaidKind::Issue,
                risk: None,
                ..RaidDraft::of(&risk)
            };
            let mut issue = entry(workspace, risk.project, fields, ctx);
            issue.came_from = Some(id);
            let label = format!("“{}” is an issue now", risk.title);
            risk.closed_at = risk.closed_at.or(Some(ctx.now));
            "It happened and became an issue.".clone_into(&mut risk.outcome);
            draft.put(id, risk);
            let issue_id = RaidId::from_key((ctx.new_key)());
            draft.put(issue_id, issue);
            Planned::created(issue_id, label)
        }
        RaidCommand::Close { id, outcome } => {
            let mut raid = find(workspace, id)?.clone();
            raid.outcome = text::prose("Outcome", &outcome)?;
            raid.closed_at = raid.closed_at.or(Some(ctx.now));
            let label = format!("Closed “{}”", raid.title);
            draft.put(id, raid);
            Planned::done(label)
        }
        RaidCommand::Reopen { id } => {
            let mut raid = find(workspace, id)?.clone();
            raid.closed_at = None;
            let label = format!("Opened “{}” again", raid.title);
            draft.put(id, raid);
            Planned::done(label)
        }
        RaidCommand::Delete { id } => {
            let label = format!("Deleted “{}”", find(workspace, id)?.title);
            for (other_id, other) in workspace.all::<Raid>() {
                if other.came_from == Some(id) {
                    draft.edit::<Raid>(other_id, |other| other.came_from = None);
                }
            }
            draft.remove(id);
            Planned::done(label)
        }
    }
}

fn entry(workspace: &Workspace, project: ProjectId, fields: RaidDraft, ctx: &Ctx) -> Raid {
    let last = workspace
        .list::<Raid>(List::Raid(project))
        .map(|(_, raid)| raid.number)
        .last();
    Raid {
        project,
        kind: fields.kind,
        number: last.unwrap_or(0).saturating_add(1),
        title: fields.title,
        notes: fields.notes,
        owner: fields.owner,
        due: fields.due,
        risk: fields.risk,
        raised_at: ctx.now,
        closed_at: None,
        outcome: String::new(),
        came_from: None,
    }
}

fn find(workspace: &Workspace, id: RaidId) -> Result<&Raid, CommandError> {
    let raid = workspace.get::<Raid>(id).map(AsRef::as_ref);
    raid.ok_or(CommandError::Gone { what: "log entry" })
}
