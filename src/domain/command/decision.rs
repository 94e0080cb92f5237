//! Commands about the wizard's decisions.

mod making;

use crate::brief::Line;
use crate::change::Draft;
use crate::classify::{
    self, Answers, Cue, Kind, Shape, Source, Suggestion, Verdict, Weights, tuning,
};
use crate::command::chain::Chain;
use crate::command::{CommandError, Ctx, Planned};
use crate::id::{DecisionId, PersonId, ProjectId, TemplateId};
use crate::model::{Decision, Outcome, Overrule, Project, Reason, Template};
use crate::starters::Starter;
use crate::text;
use crate::time::Day;
use crate::workspace::Workspace;

/// Words of a description named as a reason.
const N_WORDS: usize = 3;

/// What can be meant about a decision.
#[derive(Clone, Debug, PartialEq)]
pub enum DecisionCommand {
    /// Keep a decision and put the work on the matching board.
    Route(Route),
    /// Keep another answer about work that was decided before; it takes the place of the earlier decision.
    Revise {
        /// The earlier decision.
        id: DecisionId,
        /// The work in the person's own words.
        description: String,
        /// The answers on the page.
        answers: Answers,
        /// What the person calls it now; against the verdict, it needs a reason.
        to: Kind,
        /// Why the person decides against the verdict.
        overrule_reason: String,
    },
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
    /// What it is set up with beside that.
    pub setup: Setup,
}

/// What new work is set up with. Of what concerns the other kind of work nothing is made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Setup {
    /// Lines of the charter or the process sheet from words and answers, before those of the
    /// starter.
    pub lines: Vec<Line>,
    /// First day of work on a project.
    pub start: Option<Day>,
    /// Promised last day of work on a project.
    pub finish: Option<Day>,
    /// The processes that do parts of a project.
    pub through: Vec<TemplateId>,
    /// The person's own template that a project is a copy of, in the place of a starter.
    pub template: Option<ProjectId>,
    /// An earlier project whose tasks a project begins with.
    pub like: Option<ProjectId>,
    /// The rule by which a process starts runs, as RFC 5545 writes it, and the day it counts from.
    pub schedule: Option<(String, Day)>,
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: DecisionCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        DecisionCommand::Route(route) => plan_route(workspace, draft, route, ctx),
        DecisionCommand::Revise {
            id,
            description,
            answers,
            to,
            overrule_reason,
        } => {
            let judged = judge(workspace, &description, answers, to, &overrule_reason, ctx)?;
            revise(workspace, draft, id, judged, ctx)
        }
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
            let later = workspace
                .all::<Decision>()
                .filter(|(_, later)| later.revises == Some(id));
            for (later_id, _) in later {
                draft.edit::<Decision>(later_id, |later| later.revises = decision.revises);
            }
            draft.remove(id);
            Planned::done("Deleted the decision".to_owned())
        }
    }
}

/// The decision that words and answers lead to, before anything is made of it.
fn judge(
    workspace: &Workspace,
    description: &str,
    answers: Answers,
    to: Kind,
    overrule_reason: &str,
    ctx: &Ctx,
) -> Result<Decision, CommandError> {
    let description = text::required_prose("Description", description)?;
    let suggestion = classify::suggest(&description);
    let verdict = classify::decide_with(&answers, &suggestion, &weights(workspace));
    // Where nothing speaks for either side there is no verdict to decide against.
    let called = if verdict.undecided { to } else { verdict.kind };
    let overrule = if to == called {
        None
    } else {
        let reason = text::prose("Reason", overrule_reason)?;
        if reason.is_empty() {
            return Err(CommandError::OverruleWithoutReason);
        }
        Some(Overrule { to, reason })
    };
    let reasons = reasons(&verdict, &description, &suggestion, &answers);
    let suggested = suggestion
        .answers
        .iter()
        .filter(|(question, _)| answers.get(*question).is_none())
        .collect();
    Ok(Decision {
        description,
        answers,
        suggested,
        question_set: classify::QUESTION_SET,
        verdict: called,
        shape: verdict.shape,
        point: verdict.point,
        confidence: verdict.confidence,
        reasons,
        revises: None,
        overrule,
        outcome: None,
        decided_at: ctx.now,
        sample: false,
    })
}

/// What moved the point, in words that stay true when the questions change.
pub fn reasons(
    verdict: &Verdict,
    description: &str,
    suggestion: &Suggestion,
    answers: &Answers,
) -> Vec<Reason> {
    let parts = verdict.contributions.iter().map(|part| {
        let (about, answer) = match part.source {
            Source::Description => (
                "Your words",
                strongest_words(description, suggestion.counted(answers), part.weight),
            ),
            Source::Question(question) => (question.name(), part.label.clone()),
        };
        Reason {
            about: about.to_owned(),
            answer,
            weight: part.weight,
        }
    });
    parts.collect()
}

/// The three words or phrases that weigh most on the side to which they pull together, in the order of the description and
/// in quotes.
fn strongest_words<'a>(
    description: &str,
    cues: impl Iterator<Item = &'a Cue>,
    together: i32,
) -> String {
    let mut cues: Vec<&Cue> = cues
        .filter(|cue| cue.toward.signed(1) * together >= 0)
        .collect();
    cues.sort_by_key(|cue| (-cue.weight.abs(), cue.start));
    cues.truncate(N_WORDS);
    cues.sort_by_key(|cue| cue.start);
    let words = cues
        .iter()
        .filter_map(|cue| description.get(cue.start..cue.end));
    let quoted: Vec<String> = words.map(|words| format!("“{words}”")).collect();
    quoted.join(", ")
}

/// The weights in force: those of the table, or, where the settings say so, moved by what was decided against verdicts.
pub fn weights(workspace: &Workspace) -> Weights {
    if !workspace.settings().learns_from_overrules {
        return Weights::default();
    }
    tuning::tuned(&overrules(workspace))
}

/// The answers of every decision that went against the verdict, and what was chosen instead. The sample's do not count.
pub fn overrules(workspace: &Workspace) -> Vec<(Answers, Kind)> {
    let own = workspace.all::<Decision>().filter(|(_, one)| !one.sample);
    let overruled = own.filter_map(|(_, decision)| {
        let chosen = decision.overrule.as_ref()?.to;
        let mut all = decision.suggested.clone();
        for (question, answer) in decision.answers.iter() {
            all.set(question, answer);
        }
        Some((all, chosen))
    });
    overruled.collect()
}

fn plan_route(
    workspace: &Workspace,
    draft: &mut Draft,
    route: Route,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    let mut decision = judge(
        workspace,
        &route.description,
        route.answers.clone(),
        route.to,
        &route.overrule_reason,
        ctx,
    )?;
    let decision_id = DecisionId::from_key((ctx.new_key)());
    let is_followed = decision.overrule.is_none();
    let shape = decision.shape;
    let mut chain = Chain::new(workspace, ctx);
    let planned = match route.to {
        Kind::Project => {
            let shape = Some(shape).filter(|shape| is_followed && shape.is_hybrid());
            let id = making::project(&mut chain, &route, shape)?;
            chain.edit::<Project>(id, |project| project.decision = Some(decision_id));
            decision.outcome = Some(Outcome::Project(id));
            let project = chain.ahead().get::<Project>(id);
            let name = project.map_or("", |project| &project.name);
            Planned::created(id, format!("Put “{name}” on the project board"))
        }
        Kind::Process => {
            let id = making::process(&mut chain, &route)?;
            chain.edit::<Template>(id, |template| {
                template.decision = Some(decision_id);
                template.flexible = is_followed && shape == Shape::Case;
            });
            decision.outcome = Some(Outcome::Template(id));
            let template = chain.ahead().get::<Template>(id);
            let name = template.map_or("", |template| &template.name);
            Planned::created(id, format!("Put “{name}” in the process library"))
        }
    };
    chain.put(decision_id, decision);
    chain.draft(draft);
    planned
}

/// Puts a decision in the place of an earlier one: the work follows to it.
fn revise(
    workspace: &Workspace,
    draft: &mut Draft,
    earlier_id: DecisionId,
    mut decision: Decision,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    let earlier = workspace
        .get::<Decision>(earlier_id)
        .ok_or(CommandError::Gone { what: "decision" })?;
    let id = DecisionId::from_key((ctx.new_key)());
    decision.outcome = earlier.outcome;
    decision.revises = Some(earlier_id);
    decision.sample = earlier.sample;
    match earlier.outcome {
        Some(Outcome::Project(project_id)) => {
            draft.edit::<Project>(project_id, |project| project.decision = Some(id));
        }
        Some(Outcome::Template(template_id)) => {
            draft.edit::<Template>(template_id, |template| template.decision = Some(id));
        }
        None => {}
    }
    draft.edit::<Decision>(earlier_id, |earlier| earlier.outcome = None);
    draft.put(id, decision);
    Planned::created(id, "Kept the new answer beside the earlier one".to_owned())
}
