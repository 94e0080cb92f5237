//! What goes with a project, a task or a person when they go.

use crate::change::Draft;
use crate::id::{CharterId, EstimateId, PersonId, ProjectId, TaskId};
use crate::lists::List;
use crate::model::{
    Assignment, Baseline, BudgetLine, Charter, Entry, Estimate, Gate, Lesson, Raid, StatusReport,
};
use crate::workspace::{Entity, Workspace};

/// Drafts the removal of all that is a project's, its tasks excepted.
pub(super) fn remove_of_project(workspace: &Workspace, draft: &mut Draft, id: ProjectId) {
    let charter_id = CharterId::from(id);
    if workspace.get::<Charter>(charter_id).is_some() {
        draft.remove(charter_id);
    }
    remove_all::<Gate>(workspace, draft, List::Gates(id));
    remove_all::<Raid>(workspace, draft, List::Raid(id));
    remove_all::<BudgetLine>(workspace, draft, List::BudgetLines(id));
    remove_all::<Entry>(workspace, draft, List::Entries(id));
    remove_all::<Baseline>(workspace, draft, List::Baselines(id));
    remove_all::<StatusReport>(workspace, draft, List::StatusReports(id));
    remove_all::<Lesson>(workspace, draft, List::Lessons(id));
}

/// Drafts the removal of a task's estimate and assignments. What was worked and spent on it, and
/// the risks to it, stay with the project.
pub(super) fn remove_of_task(workspace: &Workspace, draft: &mut Draft, id: TaskId) {
    let estimate_id = EstimateId::from(id);
    if workspace.get::<Estimate>(estimate_id).is_some() {
        draft.remove(estimate_id);
    }
    remove_all::<Assignment>(workspace, draft, List::Assignments(id));
}

/// Drafts that someone's work stays, without them.
pub(super) fn forget_person(workspace: &Workspace, draft: &mut Draft, id: PersonId) {
    let person = Some(id);
    for (charter_id, charter) in workspace.all::<Charter>() {
        if charter.sponsor == person || charter.manager == person {
            draft.edit::<Charter>(charter_id, |charter| {
                charter.sponsor = charter.sponsor.filter(|other| *other != id);
                charter.manager = charter.manager.filter(|other| *other != id);
            });
        }
    }
    for (raid_id, _) in workspace.all::<Raid>().filter(|(_, r)| r.owner == person) {
        draft.edit::<Raid>(raid_id, |raid| raid.owner = None);
    }
    for (entry_id, _) in workspace.all::<Entry>().filter(|(_, e)| e.person == person) {
        draft.edit::<Entry>(entry_id, |entry| entry.person = None);
    }
    for (lesson_id, _) in workspace.all::<Lesson>().filter(|(_, l)| l.owner == person) {
        draft.edit::<Lesson>(lesson_id, |lesson| lesson.owner = None);
    }
    remove_all::<Assignment>(workspace, draft, List::AssignmentsOf(id));
}

fn remove_all<T: Entity>(workspace: &Workspace, draft: &mut Draft, list: List) {
    for id in workspace.ids::<T>(list) {
        draft.remove(id);
    }
}
