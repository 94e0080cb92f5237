//! Commands about the wizard's decisions.

use crate::change::Draft;
use crate::classify::{self, Answers, Kind};
use crate::command::{
    CommandError, Ctx, Planned, ProjectDraft, TemplateDraft, project, starter, template,
};
use crate::id::{DecisionId, PersonId, ProjectId, TemplateId};
use crate::model::{Decision, Outcome, Overrule, Project, Stage, Template};
use crate::starters::Starter;
use crate::text;
use crate::workspace::Workspace;

/// What can be meant about a decision.
#[derive(Clone, Debug, PartialEq)]
pub enum DecisionCommand {
    /// Keep a decision and put the work on the matching board.
    Route(Route),
    /// Delete the record; the work it led to stays.
    Delete {
        /// Which.
        id: DecisionId,
    },
}

/// A decided piece of work on its way to a board.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// The work in the person's own words.
    pub description: String,
    /// The answers on the page. The verdict is worked out from these and the description.
    pub answers: Answers,
    /// The board the person chose; against the verdict, it needs a reason.
    pub to: Kind,
    /// Why the person decides against the verdict; ignored when they follow it.
    pub overrule_reason: String,
    /// What the project or process is called.
    pub name: String,
    /// The project's objective or the process's purpose.
    pub aim: String,
    /// Who answers for it.
    pub owner: Option<PersonId>,
    /// What it begins with; one of the other kind than the chosen board is left aside.
    pub starter: Option<Starter>,
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: DecisionCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        DecisionCommand::Route(route) => plan_route(workspace, draft, route, ctx),
        DecisionCommand::Delete { id } => {
            let decision = workspace
                .get::<Decision>(id)
                .ok_or(CommandError::Gone { what: "decision" })?;
            match decision.outcome {
                Some(Outcome::Project(project_id)) => {
                    draft.edit::<Project>(project_id, |project| project.decision = None);
                }
                Some(Outcome::Template(template_id)) => {
                    draft.edit::<Template>(template_id, |template| template.decision = None);
                }
                None => {}
            }
            draft.remove(id);
            Planned::done("Deleted the decision".to_owned())
        }
    }
}

fn plan_route(
    workspace: &Workspace,
    draft: &mut Draft,
    route: Route,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    let description = text::required_prose("Description", &route.description)?;
    let suggestion = classify::suggest(&description);
    let verdict = classify::decide(&route.answers, &suggestion);
    // Where nothing speaks for either side there is no verdict to decide against.
    let called = if verdict.undecided {
        route.to
    } else {
        verdict.kind
    };
    let overrule = if route.to == called {
        None
    } else {
        let reason = text::prose("Reason", &route.overrule_reason)?;
        if reason.is_empty() {
            return Err(CommandError::OverruleWithoutReason);
        }
        Some(Overrule {
            to: route.to,
            reason,
        })
    };
    let decision_id = DecisionId::from_key((ctx.new_key)());
    let (outcome, planned) = match route.to {
        Kind::Project => {
            let basics = ProjectDraft {
                name: route.name,
                objective: route.aim,
                owner: route.owner,
                ..ProjectDraft::default()
            };
            let mut project = project::new_project(workspace, &basics, Stage::Initiate, ctx)?;
            project.decision = Some(decision_id);
            let label = format!("Put “{}” on the project board", project.name);
            let id = ProjectId::from_key((ctx.new_key)());
            if let Some(Starter::Project(from)) = &route.starter {
                starter::furnish_project(workspace, draft, id, &mut project, from, ctx)?;
            }
            draft.put(id, project);
            (Outcome::Project(id), Planned::created(id, label))
        }
        Kind::Process => {
            let sheet = TemplateDraft {
                name: route.name,
                purpose: route.aim,
                owner: route.owner,
            };
            let mut template = template::new_template(workspace, &sheet, ctx)?;
            template.decision = Some(decision_id);
            let label = format!("Put “{}” in the process library", template.name);
            let id = TemplateId::from_key((ctx.new_key)());
            if let Some(Starter::Process(from)) = &route.starter {
                starter::furnish_process(draft, id, &mut template, from, ctx)?;
            }
            draft.put(id, template);
            (Outcome::Template(id), Planned::created(id, label))
        }
    };
    let decision = Decision {
        description,
        answers: route.answers,
        question_set: classify::QUESTION_SET,
        verdict: called,
        shape: verdict.shape,
        point: verdict.point,
        confidence: verdict.confidence,
        overrule,
        outcome: Some(outcome),
        decided_at: ctx.now,
        sample: false,
    };
    draft.put(decision_id, decision);
    planned
}
