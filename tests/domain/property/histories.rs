//! Any history of commands. Rule ids: `src/domain/SPEC.md`, "Commands" and "Lists".

use domain::change::Change;
use domain::command::SampleCommand;
use domain::lists::List;
use domain::model::{
    Column, Decision, Outcome, Project, Run, RunEvent, RunEventKind, Task, Template,
};
use domain::workspace::Workspace;
use proptest::prelude::*;

use super::actions::{Action, any_history};
use crate::world::{World, rebuilt};

/// Runs a history and returns the changes that were made.
pub fn play(world: &mut World, history: &[Action]) -> Vec<Change> {
    let mut changes = Vec::new();
    for action in history {
        if let Ok(plan) = world.plan(action.command(&world.workspace)) {
            world.apply(&plan.change);
            changes.push(plan.change);
        }
    }
    changes
}

/// What `problems()` leaves to the commands: links that run both ways and times that agree with the place.
fn assert_agrees(workspace: &Workspace) {
    for task in workspace.all::<Task>().map(|(_, record)| record) {
        assert_eq!(task.finished_at.is_some(), task.column == Column::Done);
    }
    for (id, decision) in workspace.all::<Decision>() {
        let linked_back = match decision.outcome {
            Some(Outcome::Project(project)) if workspace.is_archived(project.into()) => Some(id),
            Some(Outcome::Project(project)) => workspace.get::<Project>(project).unwrap().decision,
            Some(Outcome::Template(template)) => {
                workspace.get::<Template>(template).unwrap().decision
            }
            None => Some(id),
        };
        assert_eq!(linked_back, Some(id));
    }
    let projects = workspace
        .all::<Project>()
        .map(|(_, record)| record)
        .map(|p| p.decision);
    let templates = workspace
        .all::<Template>()
        .map(|(_, record)| record)
        .map(|t| t.decision);
    for id in projects.chain(templates).flatten() {
        assert!(workspace.get::<Decision>(id).is_some());
    }
    for (id, run) in workspace.all::<Run>() {
        let kinds: Vec<_> = workspace
            .all::<RunEvent>()
            .map(|(_, record)| record)
            .filter(|event| event.run == id)
            .map(|event| event.kind)
            .collect();
        let n = |kind| kinds.iter().filter(|k| **k == kind).count();
        assert_eq!(n(RunEventKind::Started), 1);
        let n_ends = n(RunEventKind::Finished) + n(RunEventKind::Cancelled);
        assert!(run.finished_at.is_none() || n_ends > 0);
        assert!(
            workspace
                .lists()
                .keys(List::Runs(run.template))
                .any(|key| key == id.key())
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_history_leaves_every_invariant_whole(history in any_history(90)) {
        // N1, L1
        let mut world = World::new();
        for action in &history {
            if let Ok(plan) = world.plan(action.command(&world.workspace)) {
                world.apply(&plan.change);
                assert_agrees(&world.workspace);
                prop_assert!(world.workspace == rebuilt(&world.workspace), "{:?}", plan.label);
                prop_assert!(!plan.label.is_empty());
                if let Some(id) = plan.created {
                    prop_assert!(world.workspace.record(id).is_some());
                }
            }
        }
    }

    #[test]
    fn any_history_can_be_undone_and_redone(history in any_history(90)) {
        // C1
        let mut world = World::new();
        world.run(SampleCommand::Load);
        let start = world.workspace.clone();
        let changes = play(&mut world, &history);
        let end = world.workspace.clone();
        for change in changes.iter().rev() {
            world.apply(&change.inverse());
        }
        prop_assert!(world.workspace == start);
        for change in &changes {
            world.apply(change);
        }
        prop_assert!(world.workspace == end);
    }

    #[test]
    fn a_plan_leaves_the_workspace_as_it_is(history in any_history(60)) {
        // N2, N3
        let mut world = World::new();
        for action in &history {
            let before = world.workspace.clone();
            let command = action.command(&world.workspace);
            let planned = world.plan(command);
            prop_assert!(world.workspace == before);
            match planned {
                Ok(plan) => world.apply(&plan.change),
                Err(error) => {
                    let sentence = error.to_string();
                    prop_assert!(sentence.ends_with('.'), "{}", sentence);
                }
            }
        }
    }

    #[test]
    fn every_edit_starts_from_the_record_as_it_is_and_changes_it(history in any_history(60)) {
        // C5
        let mut world = World::new();
        for action in &history {
            if let Ok(plan) = world.plan(action.command(&world.workspace)) {
                for (id, edit) in plan.change.edits() {
                    // Restoring edits a record in the archive that names a person who is gone.
                    prop_assert_eq!(&world.workspace.any_record(*id), &edit.before);
                    prop_assert_ne!(&edit.before, &edit.after);
                }
                world.apply(&plan.change);
            }
        }
    }
}
