//! What can be found in a workspace, with the page it is on.

use crate::lists::List;
use crate::model::{Column, Decision, Person, Project, Raid, Run, Stage, Step, Task, Template};
use crate::route::Route;
use crate::workspace::Workspace;

/// What kind of thing was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A line.
    Project,
    /// A loop.
    Process,
    /// One trip round a loop.
    Run,
    /// A piece of a project's work.
    Task,
    /// A documented step of a loop.
    Step,
    /// A line of a project's log.
    Raid,
    /// A kept answer of the wizard.
    Decision,
    /// Someone who does or owns work.
    Person,
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Its name.
    pub title: String,
    /// What it is, and what it belongs to.
    pub note: String,
    /// Where it is shown.
    pub route: Route,
}

/// Everything that is not in the archive and has a name: what is under way before what is over, and
/// the works before their parts.
pub fn entries(workspace: &Workspace) -> Vec<Entry> {
    let mut entries: Vec<Entry> = workspace
        .list::<Project>(List::Projects)
        .map(|(id, project)| Entry {
            kind: Kind::Project,
            title: project.name.clone(),
            note: match project.stage {
                _ if project.is_template => "Template of projects".to_owned(),
                Stage::Done => "Project, done".to_owned(),
                stage => format!("Project, {}", stage.name().to_lowercase()),
            },
            route: Route::Project(id),
        })
        .collect();
    let processes = workspace.list::<Template>(List::Templates);
    entries.extend(processes.map(|(id, process)| Entry {
        kind: Kind::Process,
        title: process.name.clone(),
        note: "Process".to_owned(),
        route: Route::Process(id),
    }));
    parts(workspace, &mut entries, true);
    let people = workspace.list::<Person>(List::People);
    entries.extend(people.map(|(_, person)| Entry {
        kind: Kind::Person,
        title: person.name.clone(),
        note: match person.role.as_str() {
            "" => "Person".to_owned(),
            role => format!("Person, {role}"),
        },
        route: Route::Settings,
    }));
    let decisions = workspace.list::<Decision>(List::Decisions);
    entries.extend(decisions.map(|(id, decision)| Entry {
        kind: Kind::Decision,
        title: first_line(&decision.description),
        note: "Decision".to_owned(),
        route: Route::Decision(id),
    }));
    parts(workspace, &mut entries, false);
    entries.retain(|entry| !entry.title.is_empty());
    entries
}

/// The parts of projects and processes that are under way, or those that are over.
fn parts(workspace: &Workspace, entries: &mut Vec<Entry>, is_open: bool) {
    let process_of = |id| workspace.get::<Template>(id).map(|process| &*process.name);
    let project_of = |id| workspace.get::<Project>(id).map(|project| &*project.name);
    let within = |what: &str, name: Option<&str>| match name {
        Some(name) => format!("{what} {name}"),
        None => what.split(' ').next().unwrap_or_default().to_owned(),
    };
    let runs = workspace.all::<Run>();
    let runs = runs.filter(|(_, run)| run.finished_at.is_none() == is_open);
    entries.extend(runs.map(|(id, run)| Entry {
        kind: Kind::Run,
        title: run.name.clone(),
        note: within(
            if is_open { "Run of" } else { "Finished run of" },
            process_of(run.template),
        ),
        route: Route::Run(id),
    }));
    let tasks = workspace.all::<Task>();
    let tasks = tasks.filter(|(_, task)| (task.column != Column::Done) == is_open);
    entries.extend(tasks.map(|(id, task)| Entry {
        kind: Kind::Task,
        title: task.title.clone(),
        note: within(
            if is_open { "Task in" } else { "Done task in" },
            project_of(task.project),
        ),
        route: Route::Task(task.project, id),
    }));
    if is_open {
        entries.extend(workspace.all::<Step>().map(|(id, step)| Entry {
            kind: Kind::Step,
            title: step.title.clone(),
            note: within("Step of", process_of(step.template)),
            route: Route::Step(step.template, id),
        }));
    }
    let log = workspace.all::<Raid>();
    let log = log.filter(|(_, raid)| raid.closed_at.is_none() == is_open);
    entries.extend(log.map(|(_, raid)| Entry {
        kind: Kind::Raid,
        title: raid.title.clone(),
        note: within(
            &format!("{} in", raid.kind.name()),
            project_of(raid.project),
        ),
        route: Route::Raid(raid.project),
    }));
}

/// A description may be long; its first line says what it is about.
fn first_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default().trim();
    line.chars().take(crate::text::MAX_LINE).collect()
}
