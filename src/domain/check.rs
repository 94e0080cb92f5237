//! Every structural invariant of a workspace, in one list.

mod project_work;

use crate::id::{PersonId, ProjectId, RecordId};
use crate::model::{
    Comment, Decision, Improvement, Link, Outcome, Project, Run, RunEvent, Step, Task, Template,
    Version,
};
use crate::outline;
use crate::workspace::Workspace;

/// Something that does not fit together. Nothing is repaired by itself: pages leave out what
/// has lost its home, and the record stays stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The record at fault, where one is known.
    pub record: Option<RecordId>,
    /// What is wrong, as a sentence.
    pub message: String,
}

impl Workspace {
    /// The broken invariants; none after any sequence of commands in one tab.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems = Problems(Vec::new());
        self.check_line(&mut problems);
        self.check_loop(&mut problems);
        project_work::check(self, &mut problems);
        for (id, decision) in self.all::<Decision>() {
            let missing = match decision.outcome {
                Some(Outcome::Project(project)) => self.lacks_project(project),
                Some(Outcome::Template(template)) => self.get::<Template>(template).is_none(),
                None => false,
            };
            problems.when(missing, id, "the work this decision led to is gone");
            let is_lost = decision
                .revises
                .is_some_and(|earlier| self.get::<Decision>(earlier).is_none());
            problems.when(is_lost, id, "the decision this one replaces is gone");
        }
        problems.0
    }

    fn check_line(&self, problems: &mut Problems) {
        for (id, project) in self.all::<Project>() {
            let is_reversed =
                matches!((project.start, project.finish), (Some(s), Some(f)) if f < s);
            problems.when(is_reversed, id, "the project finishes before it starts");
            problems.when(self.lacks(project.owner), id, "the project's owner is gone");
            let mut processes = project.through.iter().chain(&project.from_template);
            let is_lost = processes.any(|process| self.get::<Template>(*process).is_none());
            problems.when(is_lost, id, "a process the project names is gone");
        }
        for (id, task) in self.all::<Task>() {
            let is_lost = self.get::<Project>(task.project).is_none();
            problems.when(is_lost, id, "the task's project is gone");
            problems.when(self.lacks(task.assignee), id, "the task's assignee is gone");
        }
        self.check_plan(problems);
    }

    fn check_plan(&self, problems: &mut Problems) {
        for (id, task) in self.all::<Task>() {
            let parent = task.parent.map(|parent| self.get::<Task>(parent));
            let is_lost = parent
                .is_some_and(|parent| parent.is_none_or(|parent| parent.project != task.project));
            problems.when(is_lost, id, "what the task is part of is gone");
            let is_round = outline::is_within(self, id, id);
            problems.when(is_round, id, "the task is part of itself");
            let is_over = task.percent.is_some_and(|percent| percent > 100);
            problems.when(is_over, id, "more than all of the task is done");
            let is_reversed =
                matches!((task.actual_start, task.actual_finish), (Some(s), Some(f)) if f < s);
            problems.when(is_reversed, id, "the task ended before it began");
            let is_timeless = task.duration == Some(0);
            problems.when(is_timeless, id, "the task takes no time");
        }
        for (id, link) in self.all::<Link>() {
            let is_of_project = |task| {
                self.get::<Task>(task)
                    .is_some_and(|task| task.project == link.project)
            };
            let is_lost = !is_of_project(link.predecessor) || !is_of_project(link.successor);
            problems.when(is_lost, id, "a task of the link is gone");
            let is_loop = link.predecessor == link.successor;
            problems.when(is_loop, id, "the link leads to where it starts");
        }
        for (id, comment) in self.all::<Comment>() {
            let is_lost = self.get::<Task>(comment.task).is_none();
            problems.when(is_lost, id, "the comment's task is gone");
        }
    }

    fn check_loop(&self, problems: &mut Problems) {
        for (id, template) in self.all::<Template>() {
            problems.when(
                self.lacks(template.owner),
                id,
                "the process's owner is gone",
            );
            let is_lost = template
                .from_project
                .is_some_and(|project| self.lacks_project(project));
            problems.when(is_lost, id, "the project the process was made of is gone");
        }
        for (id, step) in self.all::<Step>() {
            let is_lost = self.get::<Template>(step.template).is_none();
            problems.when(is_lost, id, "the step's process is gone");
        }
        for (id, version) in self.all::<Version>() {
            let is_lost = self.get::<Template>(version.template).is_none();
            problems.when(is_lost, id, "the version's process is gone");
            problems.when(version.steps.is_empty(), id, "the version has no steps");
        }
        for (id, run) in self.all::<Run>() {
            let is_lost = self.get::<Template>(run.template).is_none();
            problems.when(is_lost, id, "the run's process is gone");
            let mut people = run.tokens.iter().map(|token| token.assignee);
            let is_lost = self.lacks(run.assignee) || people.any(|person| self.lacks(person));
            problems.when(is_lost, id, "the run's assignee is gone");
            match self.get::<Version>(run.version) {
                None => problems.when(true, id, "the version the run follows is gone"),
                Some(version) => {
                    let mut steps = run.tokens.iter().map(|token| token.step).chain(run.current);
                    let is_astray = steps.any(|step| version.position(step).is_none());
                    problems.when(is_astray, id, "the run stands on a step its version lacks");
                }
            }
            let is_unclear = run.current.is_some() == run.finished_at.is_some();
            problems.when(is_unclear, id, "the run is neither under way nor finished");
        }
        for (id, improvement) in self.all::<Improvement>() {
            let is_lost = self.get::<Template>(improvement.template).is_none();
            problems.when(is_lost, id, "the improvement's process is gone");
        }
        for (id, event) in self.all::<RunEvent>() {
            let is_lost = self.get::<Run>(event.run).is_none();
            problems.when(is_lost, id, "the event's run is gone");
        }
    }

    /// Whether a project is neither here nor in the archive.
    fn lacks_project(&self, id: ProjectId) -> bool {
        self.get::<Project>(id).is_none() && !self.is_archived(id.into())
    }

    fn lacks(&self, person: Option<PersonId>) -> bool {
        person.is_some_and(|id| self.get::<crate::model::Person>(id).is_none())
    }
}

struct Problems(Vec<Problem>);

impl Problems {
    fn when(&mut self, is_broken: bool, id: impl Into<RecordId>, message: &str) {
        if is_broken {
            self.0.push(Problem {
                record: Some(id.into()),
                message: message.to_owned(),
            });
        }
    }
}
