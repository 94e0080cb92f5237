//! The work that a decision leads to, with all it is set up with.

use super::Route;
use crate::brief::{Line, Place};
use crate::classify::Shape;
use crate::command::chain::Chain;
use crate::command::{
    CharterCommand, CharterDraft, CommandError, CopyDraft, ProjectCommand, ProjectDraft,
    RaidCommand, RaidDraft, StarterCommand, TaskCommand, TaskDraft, TemplateCommand, TemplateDraft,
    VersionCommand, charter,
};
use crate::convert;
use crate::id::{ProjectId, TemplateId};
use crate::model::{
    CatchUp, Column, Criterion, Deliverable, Project, RaidKind, Risk, Sheet, Stage,
};
use crate::starters::Starter;

/// The change note of a version that a schedule needs, for runs follow versions only.
const FIRST_VERSION: &str = "As it came with its starter, so that the schedule can start runs";

/// A new project with what its shape and the person set it up with.
pub(super) fn project(
    chain: &mut Chain,
    route: &Route,
    shape: Option<Shape>,
) -> Result<ProjectId, CommandError> {
    let basics = ProjectDraft {
        name: route.name.clone(),
        objective: route.aim.clone(),
        owner: route.owner,
        start: route.setup.start,
        finish: route.setup.finish,
    };
    let stage = Stage::Initiate;
    let id = ProjectId::from_key(match (&route.setup.template, &route.starter) {
        (Some(template), _) => copy(chain, *template, basics),
        (None, Some(Starter::Project(starter))) => chain.create(StarterCommand::Project {
            starter: starter.clone(),
            draft: basics,
            stage,
        }),
        _ => chain.create(ProjectCommand::Create {
            draft: basics,
            stage,
        }),
    }?);
    fill_charter(chain, id, &route.setup.lines)?;
    if shape.is_some() || !route.setup.through.is_empty() {
        let copied = chain.ahead().get::<Project>(id);
        let copied = copied.map_or_else(Vec::new, |project| project.through.clone());
        chain.run(ProjectCommand::Relate {
            id,
            shape,
            through: [copied, route.setup.through.clone()].concat(),
        })?;
    }
    let earlier = route
        .setup
        .like
        .map(|like| convert::in_order_of_work(chain.ahead(), like));
    for (_, task) in earlier.into_iter().flatten() {
        chain.create(TaskCommand::Create {
            project: id,
            column: Column::Backlog,
            draft: TaskDraft {
                title: task.title.clone(),
                notes: task.notes.clone(),
                ..TaskDraft::default()
            },
        })?;
    }
    Ok(id)
}

/// A project like a template, with what the person says about it. Without a start and a finish the days of the plan stay as
/// they are in the template.
fn copy(chain: &mut Chain, template: ProjectId, basics: ProjectDraft) -> Result<u64, CommandError> {
    let key = chain.create(ProjectCommand::Copy {
        id: template,
        draft: CopyDraft {
            name: basics.name.clone(),
            start: basics.start,
            finish: basics.finish,
            ..CopyDraft::default()
        },
    })?;
    let id = ProjectId::from_key(key);
    let copied = chain.ahead().get::<Project>(id);
    let (start, finish) = copied.map_or((None, None), |project| (project.start, project.finish));
    chain.run(ProjectCommand::Edit {
        id,
        draft: ProjectDraft {
            start,
            finish,
            ..basics
        },
    })?;
    Ok(key)
}

/// Puts the lines into the charter, before what the starter has there, and the risks into the log.
fn fill_charter(chain: &mut Chain, id: ProjectId, lines: &[Line]) -> Result<(), CommandError> {
    let of = |place: Place| lines.iter().filter(move |line| line.place == place);
    let (before, _) = charter::find(chain.ahead(), id)?;
    let starter = CharterDraft::of(&before);
    let criteria = of(Place::Criterion).map(|line| Criterion {
        text: line.text.clone(),
        is_met: false,
    });
    let deliverables = of(Place::Deliverable).map(|line| Deliverable {
        name: line.text.clone(),
        acceptance: line.more.clone(),
        is_accepted: false,
    });
    let filled = CharterDraft {
        criteria: criteria.chain(starter.criteria.clone()).collect(),
        deliverables: deliverables.chain(starter.deliverables.clone()).collect(),
        scope_in: joined(of(Place::InScope), &starter.scope_in),
        scope_out: joined(of(Place::OutOfScope), &starter.scope_out),
        stakeholders: joined(of(Place::Stakeholders), &starter.stakeholders),
        constraints: joined(of(Place::Constraint), &starter.constraints),
        ..starter.clone()
    };
    if filled != starter {
        chain.run(CharterCommand::Edit {
            project: id,
            draft: filled,
        })?;
    }
    for risk in of(Place::Risk) {
        chain.create(RaidCommand::Create {
            project: id,
            draft: RaidDraft {
                kind: RaidKind::Risk,
                title: risk.text.clone(),
                risk: Some(Risk {
                    plan: risk.more.clone(),
                    ..Risk::default()
                }),
                ..RaidDraft::default()
            },
        })?;
    }
    Ok(())
}

/// A new process with its sheet and, where one was chosen, its schedule.
pub(super) fn process(chain: &mut Chain, route: &Route) -> Result<TemplateId, CommandError> {
    let of = |place: Place| {
        route
            .setup
            .lines
            .iter()
            .filter(move |line| line.place == place)
    };
    let sheet = TemplateDraft {
        name: route.name.clone(),
        purpose: route.aim.clone(),
        owner: route.owner,
        sheet: Sheet {
            trigger: joined(of(Place::Trigger), ""),
            goal: joined(of(Place::Goal), ""),
            customers: joined(of(Place::Customers), ""),
            cadence: joined(of(Place::Review), ""),
            ..Sheet::default()
        },
    };
    let id = TemplateId::from_key(match &route.starter {
        Some(Starter::Process(starter)) => chain.create(StarterCommand::Process {
            starter: starter.clone(),
            draft: sheet,
        }),
        _ => chain.create(TemplateCommand::Create { draft: sheet }),
    }?);
    if let Some((rule, start)) = &route.setup.schedule {
        chain.run(TemplateCommand::Schedule {
            id,
            schedule: Some((rule.clone(), *start, CatchUp::default())),
        })?;
        if !chain.ahead().draft_steps(id).is_empty() {
            chain.run(VersionCommand::Publish {
                template: id,
                note: FIRST_VERSION.to_owned(),
                number: 1,
            })?;
        }
    }
    Ok(id)
}

/// The lines and what stands there already, each on a line of its own.
fn joined<'a>(lines: impl Iterator<Item = &'a Line>, after: &'a str) -> String {
    let texts = lines.map(|line| line.text.as_str());
    let all = texts.chain(std::iter::once(after));
    let all: Vec<&str> = all.filter(|text| !text.is_empty()).collect();
    all.join("\n")
}
