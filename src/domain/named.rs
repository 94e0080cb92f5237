//! The people that a record names.

use std::sync::Arc;

use crate::id::PersonId;
use crate::workspace::Record;

/// Shows each person that a record names as its own field, to look at or to take out. Two kinds of
/// naming are not among them: an assignment goes with its person, and what has happened keeps the
/// names it happened under. A new kind of record says here whom it names.
pub(crate) fn each_person(record: &mut Record, visit: &mut dyn FnMut(&mut Option<PersonId>)) {
    match record {
        Record::Project(project) => visit(&mut Arc::make_mut(project).owner),
        Record::Template(template) => visit(&mut Arc::make_mut(template).owner),
        Record::Task(task) => visit(&mut Arc::make_mut(task).assignee),
        Record::Charter(charter) => {
            let charter = Arc::make_mut(charter);
            visit(&mut charter.sponsor);
            visit(&mut charter.manager);
        }
        Record::Raid(raid) => visit(&mut Arc::make_mut(raid).owner),
        Record::Entry(entry) => visit(&mut Arc::make_mut(entry).person),
        Record::Lesson(lesson) => visit(&mut Arc::make_mut(lesson).owner),
        Record::Run(run) => {
            let run = Arc::make_mut(run);
            visit(&mut run.assignee);
            let tokens = run.tokens.iter_mut();
            tokens.for_each(|token| visit(&mut token.assignee));
        }
        Record::Decision(_)
        | Record::Step(_)
        | Record::Version(_)
        | Record::RunEvent(_)
        | Record::Person(_)
        | Record::Settings(_)
        | Record::Improvement(_)
        | Record::Archived(_)
        | Record::Gate(_)
        | Record::BudgetLine(_)
        | Record::Baseline(_)
        | Record::StatusReport(_)
        | Record::Assignment(_)
        | Record::Estimate(_)
        | Record::Link(_)
        | Record::Comment(_) => {}
    }
}
