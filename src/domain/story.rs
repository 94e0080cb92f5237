//! What was done, in words: for a history, long after the records have moved on.

use serde_json::Value;

use crate::delta::{Delta, Touch};
use crate::fields::{self, Fields};
use crate::id::{DecisionId, ProjectId, RecordId, RunId, StepId, TaskId, TemplateId};
use crate::import::{Effect, FieldDifference, RecordDifference, known_fields, show};
use crate::model::Task;
use crate::route::Route;
use crate::workspace::{Record, Table, Workspace};

/// What a delta did to each record, at most so many, in order of id. Names of other records are
/// those they have in `workspace` now.
pub fn told(workspace: &Workspace, delta: &Delta, max: usize) -> Vec<RecordDifference> {
    let touches = delta.touches().take(max);
    let told = touches.map(|(id, touch)| {
        let Touch(before, after) = touch;
        let effect = match (before, after) {
            (None, _) => Effect::Added,
            (Some(_), None) => Effect::Removed,
            (Some(before), Some(after)) => Effect::Changed(
                after
                    .keys()
                    .map(|name| field(workspace, id.table, name, before, after))
                    .collect(),
            ),
        };
        let fields = after.as_ref().or(before.as_ref());
        RecordDifference {
            id: *id,
            kind: show::kind(id.table),
            title: title(workspace, *id, fields),
            effect,
        }
    });
    told.collect()
}

fn field(
    workspace: &Workspace,
    table: Table,
    stored: &str,
    before: &Fields,
    after: &Fields,
) -> FieldDifference {
    let field = known_fields::find(table, stored).unwrap_or(known_fields::UNKNOWN);
    let side = |fields: &Fields| fields.get(stored).cloned().unwrap_or(Value::Null);
    let (before, after) = show::difference(
        field.form,
        (workspace, &side(before)),
        (workspace, &side(after)),
    );
    FieldDifference {
        name: field.name,
        before,
        after,
    }
}

/// What a record is called: by the fields it had then, or as it is now.
fn title(workspace: &Workspace, id: RecordId, fields: Option<&Fields>) -> String {
    let then = fields.and_then(|fields| fields::to_record(id.table, fields.clone()).ok());
    if let Some(record) = then.or_else(|| workspace.record(id)) {
        return show::title(workspace, &record);
    }
    // A record that was changed then and is gone now: perhaps its name was among what changed.
    let names = ["name", "title", "description"];
    let name = names
        .iter()
        .find_map(|name| fields?.get(*name).and_then(Value::as_str));
    name.map_or_else(|| "gone since".to_owned(), show::clean)
}

/// The name of a record that is there now.
pub fn name_of(workspace: &Workspace, id: RecordId) -> Option<String> {
    let record = workspace.record(id)?;
    Some(show::title(workspace, &record))
}

/// What a person calls a kind of record.
pub fn kind_of(table: Table) -> &'static str {
    show::kind(table)
}

/// The page on which a record can be seen now, if there is one.
pub fn page_of(workspace: &Workspace, id: RecordId) -> Option<Route> {
    match workspace.record(id)? {
        Record::Decision(_) => Some(Route::Decision(DecisionId::from_key(id.key))),
        Record::Project(_) => Some(Route::Project(ProjectId::from_key(id.key))),
        Record::Task(task) => Some(Route::Task(task.project, TaskId::from_key(id.key))),
        Record::Template(_) => Some(Route::Process(TemplateId::from_key(id.key))),
        Record::Step(step) => Some(Route::Step(step.template, StepId::from_key(id.key))),
        Record::Version(version) => Some(Route::Process(version.template)),
        Record::Run(_) => Some(Route::Run(RunId::from_key(id.key))),
        Record::RunEvent(event) => Some(Route::Run(event.run)),
        Record::Improvement(improvement) => Some(Route::Improve(improvement.template)),
        Record::Charter(charter) => Some(Route::Charter(charter.project)),
        Record::Gate(gate) => Some(Route::Charter(gate.project)),
        Record::Lesson(lesson) => Some(Route::Charter(lesson.project)),
        Record::Raid(raid) => Some(Route::Raid(raid.project)),
        Record::BudgetLine(line) => Some(Route::Budget(line.project)),
        Record::Entry(entry) => Some(Route::Budget(entry.project)),
        Record::Baseline(baseline) => Some(Route::Report(baseline.project)),
        Record::StatusReport(report) => Some(Route::Report(report.project)),
        Record::Assignment(part) => task_page(workspace, part.task),
        Record::Estimate(estimate) => task_page(workspace, estimate.task),
        Record::Link(link) => Some(Route::Task(link.project, link.successor)),
        Record::Comment(comment) => {
            let task = workspace.get::<Task>(comment.task)?;
            Some(Route::Task(task.project, comment.task))
        }
        Record::Person(_) | Record::Settings(_) => Some(Route::Settings),
        Record::Archived(_) => Some(Route::Archive),
    }
}

fn task_page(workspace: &Workspace, id: TaskId) -> Option<Route> {
    let task = workspace.get::<Task>(id)?;
    Some(Route::Task(task.project, id))
}
