//! A project from a starter, made a process and back.

use domain::command::{ConvertCommand, Original, ProjectDraft, StarterCommand};
use domain::convert::{Direction, preview};
use domain::id::{CharterId, ProjectId, TemplateId};
use domain::model::{Charter, Stage, Step, Task, Template};

use super::starters;
use crate::world::{World, day};

fn to_process(world: &mut World, id: ProjectId) -> TemplateId {
    let plan = world.run(ConvertCommand::ToProcess {
        id,
        original: Original::Remove,
        first_run: false,
    });
    TemplateId::from_key(plan.created.unwrap().key)
}

fn to_project(world: &mut World, id: TemplateId) -> ProjectId {
    let plan = world.run(ConvertCommand::ToProject {
        id,
        original: Original::Remove,
    });
    ProjectId::from_key(plan.created.unwrap().key)
}

#[test]
fn a_project_from_a_starter_becomes_steps_without_its_phases_and_back_again() {
    // V20, V21
    for starter in starters().projects {
        let mut world = World::new();
        let created = world.run(StarterCommand::Project {
            starter: starter.clone(),
            draft: ProjectDraft {
                name: "Ours".to_owned(),
                start: Some(day("2026-04-01")),
                ..ProjectDraft::default()
            },
            stage: Stage::Initiate,
        });
        let id = ProjectId::from_key(created.created.unwrap().key);
        let before = world.workspace.clone();
        let shown = preview(&before, Direction::ToProcess(id)).unwrap();
        assert_eq!(shown.n_parts, starter.tasks().count());
        let made = to_process(&mut world, id);
        let steps = world.steps(made);
        assert_eq!(steps.len(), starter.tasks().count());
        let template: Template = world.get(made);
        for deliverable in &starter.charter.deliverables {
            assert!(template.sheet.outputs.contains(&deliverable.name));
        }
        assert_eq!(
            template.sheet.customers,
            starter.charter.stakeholders.join("\n")
        );
        let n_ticks = |world: &World| -> usize {
            let all = world.workspace.all::<Step>();
            all.map(|(_, step)| step.work.checklist.len()).sum()
        };
        let expected: usize = starter.tasks().map(|task| task.checklist.len()).sum();
        assert_eq!(n_ticks(&world), expected);
        let kept = template.kept.concat();
        for phase in &starter.phases {
            assert!(kept.contains(&phase.name), "{}", phase.name);
            assert!(kept.contains(&phase.purpose), "{}", phase.purpose);
        }

        let again = to_project(&mut world, made);
        let charter: Charter = world.get(CharterId::from(again));
        let names: Vec<_> = charter
            .deliverables
            .into_iter()
            .map(|one| one.name)
            .collect();
        let expected_names = starter.charter.deliverables.iter();
        assert_eq!(
            names,
            expected_names
                .map(|one| one.name.clone())
                .collect::<Vec<_>>()
        );
        let tasks = world.workspace.all::<Task>();
        let n_again: usize = tasks.map(|(_, task)| task.checklist.len()).sum();
        assert_eq!(n_again, expected);
    }
}
