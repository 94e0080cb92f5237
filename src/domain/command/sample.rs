//! Commands about the sample workspace.

use std::collections::{BTreeMap, BTreeSet};

use crate::change::Draft;
use crate::command::{CommandError, Ctx, Planned, person, project, template};
use crate::id::{ArchivedId, PersonId, RecordId};
use crate::model::{Archived, Decision, Person, Project, Stage, Template};
use crate::named;
use crate::order::OrderKey;
use crate::sample;
use crate::workspace::{Entity, Record, Workspace};

/// What can be meant about the sample workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SampleCommand {
    /// Load it beside whatever is there.
    Load,
    /// Remove all of it, in the archive or not. People who also work on the person's own work stay.
    Remove,
}

pub(super) fn plan(
    workspace: &Workspace,
    draft: &mut Draft,
    command: SampleCommand,
    ctx: &Ctx,
) -> Result<Planned, CommandError> {
    match command {
        SampleCommand::Load => {
            if workspace.has_sample() {
                return Err(CommandError::SampleLoaded);
            }
            load(workspace, draft, ctx);
            Planned::done("Loaded the sample workspace".to_owned())
        }
        SampleCommand::Remove => {
            if !workspace.has_sample() {
                return Err(CommandError::NoSample);
            }
            remove(workspace, draft);
            Planned::done("Removed the sample workspace".to_owned())
        }
    }
}

fn load(workspace: &Workspace, draft: &mut Draft, ctx: &Ctx) {
    let mut last: BTreeMap<Stage, OrderKey> = BTreeMap::new();
    for (_, project) in workspace.all::<Project>() {
        let order = last.entry(project.stage).or_default();
        *order = project.order.clone().max(order.clone());
    }
    for (id, record) in sample::records(ctx) {
        let Some(project) = Project::from_record(&record) else {
            draft.put(id, record);
            continue;
        };
        let mut project = (**project).clone();
        project.order = OrderKey::between(last.get(&project.stage), None);
        last.insert(project.stage, project.order.clone());
        draft.put(id, project);
    }
}

fn remove(workspace: &Workspace, draft: &mut Draft) {
    remove_archived(workspace, draft);
    for (id, _) in workspace.all::<Project>().filter(|(_, p)| p.sample) {
        project::remove(workspace, draft, id);
    }
    for (id, _) in workspace.all::<Template>().filter(|(_, t)| t.sample) {
        template::remove(workspace, draft, id);
    }
    for (id, _) in workspace.all::<Decision>().filter(|(_, d)| d.sample) {
        draft.remove(id);
    }
    let busy = people_with_own_work(workspace);
    for (id, _) in workspace.all::<Person>().filter(|(_, p)| p.sample) {
        if busy.contains(&id) {
            draft.edit::<Person>(id, |person| person.sample = false);
        } else {
            person::remove(workspace, draft, id);
        }
    }
}

/// Drafts the removal of what is in the archive of it: its projects, and the runs of its processes.
fn remove_archived(workspace: &Workspace, draft: &mut Draft) {
    let archived = workspace.all::<Archived>().map(|(_, record)| record.of);
    let roots: BTreeSet<RecordId> = archived
        .filter(|root| is_archived_sample(workspace, *root))
        .collect();
    for (id, record) in workspace.away() {
        if roots.contains(&workspace.root_of(*id, record)) {
            draft.remove(*id);
        }
    }
    for root in roots {
        draft.remove(ArchivedId::from_key(root.key));
    }
}

fn is_archived_sample(workspace: &Workspace, id: RecordId) -> bool {
    match workspace.away().get(&id) {
        Some(Record::Project(project)) => project.sample,
        Some(Record::Run(run)) => workspace
            .get::<Template>(run.template)
            .is_some_and(|template| template.sample),
        _ => false,
    }
}

/// The people whom work names that is not part of the sample, in the archive or not.
fn people_with_own_work(workspace: &Workspace) -> BTreeSet<PersonId> {
    let mut people = BTreeSet::new();
    for (id, record) in workspace.all_records() {
        if !is_own(workspace, workspace.root_of(id, record)) {
            continue;
        }
        if let Record::Assignment(part) = record {
            people.insert(part.person);
        }
        named::each_person(&mut record.clone(), &mut |person| people.extend(*person));
    }
    people
}

/// Whether a project, process or run is not of the sample.
fn is_own(workspace: &Workspace, id: RecordId) -> bool {
    match workspace.any_record(id) {
        Some(Record::Project(project)) => !project.sample,
        Some(Record::Template(template)) => !template.sample,
        Some(Record::Run(run)) => {
            let template = workspace.get::<Template>(run.template);
            template.is_some_and(|template| !template.sample)
        }
        _ => false,
    }
}

impl Workspace {
    /// Whether any of the sample workspace is loaded, in the archive or not, as far as that is in
    /// memory.
    pub fn has_sample(&self) -> bool {
        let mut archived = self.all::<Archived>();
        archived.any(|(_, record)| is_archived_sample(self, record.of))
            || self
                .all::<Project>()
                .map(|(_, record)| record)
                .any(|project| project.sample)
            || self
                .all::<Template>()
                .map(|(_, record)| record)
                .any(|template| template.sample)
            || self
                .all::<Decision>()
                .map(|(_, record)| record)
                .any(|decision| decision.sample)
            || self
                .all::<Person>()
                .map(|(_, record)| record)
                .any(|person| person.sample)
    }
}
