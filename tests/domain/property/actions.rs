//! Any commands: numbers that become a command once the workspace they meet is known.

// The store's tests read this file from another folder.
#[path = "actions/improvement.rs"]
mod improvement;
#[path = "actions/person.rs"]
mod person;
#[path = "actions/plan.rs"]
mod plan;

use std::collections::BTreeSet;

use domain::brief::lines;
use domain::classify::{Answers, Kind, Shape, suggest};
use domain::command::{
    ArchiveCommand, Command, ConvertCommand, DecisionCommand, Finish, Original, ProjectCommand,
    ProjectDraft, Route, RunCommand, SampleCommand, SettingsCommand, SettingsDraft, Setup,
    StepCommand, StepDraft, TaskCommand, TaskDraft, TemplateCommand, TemplateDraft, Verdict,
    VersionCommand,
};
use domain::id::RecordId;
use domain::lists::List;
use domain::model::{
    Archived, Column, Decision, Next, Person, Project, Run, Stage, Step, StepWork, Target, Task,
    Template, Version,
};
use domain::time::Day;
use domain::workspace::{Entity, Workspace};
use proptest::prelude::*;

use super::surroundings;
use crate::world::day;

/// A command whose records are still numbers.
#[derive(Clone, Debug)]
pub struct Action {
    family: u8,
    pub(super) verb: u8,
    pub(super) picks: [u8; 4],
    pub(super) text: &'static str,
}

/// Any history of up to `n` commands.
pub fn any_history(n: usize) -> impl Strategy<Value = Vec<Action>> {
    let texts = vec![
        "Plan the visit",
        "Überprüfung 検査",
        "<b>bold</b> & “quoted”",
        "Every month we check the machines",
        "",
        "bell\u{7}",
    ];
    let action = (
        0_u8..42,
        any::<u8>(),
        any::<[u8; 4]>(),
        prop::sample::select(texts),
    )
        .prop_map(|(family, verb, picks, text)| Action {
            family,
            verb,
            picks,
            text,
        });
    prop::collection::vec(action, 1..n)
}

impl Action {
    /// The command this action is in `workspace`. Records that are not there are picked at times.
    pub fn command(&self, workspace: &Workspace) -> Command {
        let [a, b, c, d] = self.picks;
        match self.family {
            0..=2 => self.project(workspace),
            3..=7 => self.task(workspace),
            8..=9 => self.template(workspace),
            10..=13 => self.step(workspace),
            14..=18 => self.run(workspace),
            19 => self.decision(workspace),
            20 => match self.verb % 8 {
                0 => SampleCommand::Load.into(),
                1 => SampleCommand::Remove.into(),
                _ => SettingsCommand::Edit {
                    draft: SettingsDraft {
                        your_name: self.text.to_owned(),
                        weekdays: [a, b, c, d, a ^ b, b ^ c, c ^ d].map(|n| n % 3 == 0),
                        holidays: BTreeSet::from_iter(some_day(a)),
                        learns_from_overrules: a % 2 == 0,
                        hours: domain::model::WorkingHours::default(),
                    },
                }
                .into(),
            },
            21 => improvement::any(workspace, self.verb, self.picks, self.text),
            22..=23 => self.archive(workspace),
            24..=25 => person::any(workspace, self.verb, self.picks, self.text),
            26..=28 => plan::outline(workspace, self.verb, self.picks, self.text),
            29..=30 => plan::link(workspace, self.verb, self.picks),
            31..=32 => plan::set(workspace, self.verb, self.picks, self.text),
            33 => plan::comment(workspace, self.verb, self.picks, self.text),
            41 => plan::many(workspace, self.verb, self.picks, self.text),
            _ => surroundings::command(self, workspace),
        }
    }

    /// Puts everything finished away, or one thing whether it is or not, or brings some back.
    fn archive(&self, workspace: &Workspace) -> Command {
        let done = workspace
            .list::<Project>(List::ProjectsIn(Stage::Done))
            .map(|(id, _)| id.into());
        let over = workspace
            .all::<Run>()
            .filter(|(_, run)| run.current.is_none());
        let over = over.map(|(id, _)| RecordId::from(id));
        let [a, b, ..] = self.picks;
        match self.verb % 8 {
            0..=3 => ArchiveCommand::Put {
                ids: done.chain(over).collect(),
            },
            4 => ArchiveCommand::Put {
                ids: [
                    pick::<Project>(workspace, a).into(),
                    pick::<Run>(workspace, b).into(),
                ]
                .into(),
            },
            _ => ArchiveCommand::Restore {
                ids: [
                    pick::<Archived>(workspace, a),
                    pick::<Archived>(workspace, b),
                ]
                .into(),
            },
        }
        .into()
    }

    fn project(&self, workspace: &Workspace) -> Command {
        let [a, b, c, d] = self.picks;
        let id = pick::<Project>(workspace, a);
        let draft = ProjectDraft {
            name: self.text.to_owned(),
            objective: self.text.to_owned(),
            start: some_day(c),
            finish: some_day(d),
            owner: maybe::<Person>(workspace, b),
        };
        let stage = Stage::ALL[usize::from(c) % 5];
        match self.verb % 8 {
            0..=2 => ProjectCommand::Create { draft, stage },
            3 => ProjectCommand::Edit { id, draft },
            4..=6 => ProjectCommand::Move {
                id,
                stage,
                before: maybe::<Project>(workspace, b),
            },
            _ if c % 3 == 0 => ProjectCommand::Delete { id },
            _ if c % 3 == 1 => ProjectCommand::Relate {
                id,
                shape: [None, Some(Shape::BuildsProcess), Some(Shape::Line)][usize::from(d) % 3],
                through: maybe::<Template>(workspace, b).into_iter().collect(),
            },
            _ => {
                return ConvertCommand::ToProcess {
                    id,
                    original: original(b),
                    first_run: d % 2 == 0,
                }
                .into();
            }
        }
        .into()
    }

    fn task(&self, workspace: &Workspace) -> Command {
        let [a, b, c, d] = self.picks;
        let id = pick::<Task>(workspace, a);
        let draft = TaskDraft {
            title: self.text.to_owned(),
            notes: self.text.to_owned(),
            assignee: maybe::<Person>(workspace, b),
            due: some_day(d),
        };
        let column = Column::ALL[usize::from(c) % 5];
        match self.verb % 8 {
            0..=2 => TaskCommand::Create {
                project: pick::<Project>(workspace, a),
                column,
                draft,
            },
            3 => TaskCommand::Edit { id, draft },
            4..=6 => TaskCommand::Move {
                id,
                column,
                before: maybe::<Task>(workspace, b),
            },
            _ => TaskCommand::Delete { id },
        }
        .into()
    }

    fn template(&self, workspace: &Workspace) -> Command {
        let [a, b, ..] = self.picks;
        let id = pick::<Template>(workspace, a);
        let draft = TemplateDraft {
            name: self.text.to_owned(),
            purpose: self.text.to_owned(),
            owner: maybe::<Person>(workspace, b),
            ..TemplateDraft::default()
        };
        match self.verb % 6 {
            0..=2 => TemplateCommand::Create { draft },
            3 => TemplateCommand::Edit { id, draft },
            4 if b % 2 == 0 => TemplateCommand::SetFlexible {
                id,
                flexible: b % 4 == 0,
            },
            4 => {
                return ConvertCommand::ToProject {
                    id,
                    original: original(a),
                }
                .into();
            }
            _ => TemplateCommand::Delete { id },
        }
        .into()
    }

    fn step(&self, workspace: &Workspace) -> Command {
        let [a, b, ..] = self.picks;
        let id = pick::<Step>(workspace, a);
        let draft = StepDraft {
            title: self.text.to_owned(),
            instructions: self.text.to_owned(),
            role: String::new(),
            work: StepWork {
                next: match b % 5 {
                    0 => Next::All {
                        heads: maybe::<Step>(workspace, a).into_iter().collect(),
                        join: Target::Step(pick::<Step>(workspace, b)),
                    },
                    1 => Next::Go(Target::Step(pick::<Step>(workspace, b))),
                    _ => Next::Following,
                },
                ..StepWork::default()
            },
        };
        match self.verb % 8 {
            0..=3 => StepCommand::Create {
                template: pick::<Template>(workspace, a),
                draft,
            },
            4 => StepCommand::Edit { id, draft },
            5..=6 => StepCommand::Move {
                id,
                before: maybe::<Step>(workspace, b),
            },
            _ => StepCommand::Delete { id },
        }
        .into()
    }

    fn run(&self, workspace: &Workspace) -> Command {
        let [a, b, c, _] = self.picks;
        let id = pick::<Run>(workspace, a);
        let token = u32::from(c % 5);
        let reason = self.text.to_owned();
        match self.verb % 16 {
            8 => RunCommand::Pause { id, reason },
            9 => RunCommand::Resume { id },
            10 if c % 3 == 0 => RunCommand::Cancel { id, reason },
            10 => RunCommand::Reopen { id, reason },
            11 => RunCommand::Assign {
                id,
                token,
                person: maybe::<Person>(workspace, b),
            },
            12 => RunCommand::Migrate {
                ids: vec![id],
                version: pick::<Version>(workspace, b),
                map: Vec::new(),
            },
            13 => RunCommand::Begin { id, token },
            14 => RunCommand::Finish(Finish {
                id,
                token,
                values: Vec::new(),
                verdict: [Verdict::Override, Verdict::SendBack, Verdict::Omit][usize::from(b) % 3],
                reason,
            }),
            15 => {
                return match workspace.latest_version(pick::<Template>(workspace, a)) {
                    Some((id, _)) if c % 2 == 0 => VersionCommand::Restore { id }.into(),
                    latest => VersionCommand::Publish {
                        template: pick::<Template>(workspace, a),
                        note: self.text.to_owned(),
                        number: latest.map_or(1, |(_, version)| version.number + 1),
                    }
                    .into(),
                };
            }
            0..=2 => RunCommand::Start {
                template: pick::<Template>(workspace, a),
                name: self.text.to_owned(),
            },
            3 => RunCommand::Edit {
                id,
                name: self.text.to_owned(),
                assignee: maybe::<Person>(workspace, b),
            },
            4..=5 => RunCommand::FinishStep { id },
            6 => {
                let version =
                    nth::<Version>(workspace, b).and_then(|id| workspace.get::<Version>(id));
                let step = version.map(|v| v.steps[usize::from(c) % v.steps.len()].step);
                RunCommand::MoveTo {
                    from: None,
                    id,
                    step: step.unwrap_or(pick::<Step>(workspace, c)),
                    reason: self.text.to_owned(),
                }
            }
            _ => RunCommand::Delete { id },
        }
        .into()
    }

    fn decision(&self, workspace: &Workspace) -> Command {
        let [a, b, c, _] = self.picks;
        if self.verb.is_multiple_of(4) {
            let id = pick::<Decision>(workspace, a);
            return DecisionCommand::Delete { id }.into();
        }
        let to = [Kind::Process, Kind::Project][usize::from(c) % 2];
        if self.verb % 4 == 1 {
            return DecisionCommand::Revise {
                id: pick::<Decision>(workspace, a),
                description: self.text.to_owned(),
                answers: Answers::default(),
                to,
                overrule_reason: "It turned out so".to_owned(),
            }
            .into();
        }
        DecisionCommand::Route(Route {
            description: self.text.to_owned(),
            answers: Answers::default(),
            to,
            overrule_reason: "We have done so before".to_owned(),
            name: self.text.to_owned(),
            aim: String::new(),
            owner: maybe::<Person>(workspace, b),
            starter: None,
            setup: Setup {
                lines: lines(to, self.text, &Answers::default(), &suggest(self.text)),
                schedule: some_day(b).map(|day| ("FREQ=WEEKLY".to_owned(), day)),
                start: some_day(a),
                finish: None,
                through: maybe::<Template>(workspace, c).into_iter().collect(),
                template: maybe::<Project>(workspace, b).filter(|_| c % 4 == 0),
                like: maybe::<Project>(workspace, a),
            },
        })
        .into()
    }
}

fn nth<T: Entity>(workspace: &Workspace, pick: u8) -> Option<T::Id> {
    let n = workspace.all::<T>().count();
    workspace
        .all::<T>()
        .map(|(id, _)| id)
        .nth(usize::from(pick) % n.max(1))
}

/// One of the records of a type, or now and then one that is gone.
pub(super) fn pick<T: Entity>(workspace: &Workspace, pick: u8) -> T::Id {
    nth::<T>(workspace, pick)
        .filter(|_| pick < 250)
        .unwrap_or(T::id(12_345))
}

pub(super) fn maybe<T: Entity>(workspace: &Workspace, n: u8) -> Option<T::Id> {
    (!n.is_multiple_of(4)).then(|| pick::<T>(workspace, n))
}

fn original(n: u8) -> Original {
    if n.is_multiple_of(2) {
        Original::Keep
    } else {
        Original::Remove
    }
}

pub(super) fn some_day(n: u8) -> Option<Day> {
    (!n.is_multiple_of(3)).then(|| day("2026-02-20").plus(i64::from(n)).unwrap())
}
