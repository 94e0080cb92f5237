//! Lint, map, differences and migration.

use domain::command::{Migration, RunCommand, StepCommand, VersionCommand};
use domain::flow::diff::{Difference, diff, sheet_diff};
use domain::flow::graph::Graph;
use domain::flow::layout::layout;
use domain::flow::lint::lint;
use domain::id::VersionId;
use domain::model::{Branch, FieldKind, Next, Run, Target, Value, Version};

use super::*;

fn messages(world: &World, template: TemplateId) -> Vec<String> {
    let steps = world.workspace.draft_steps(template);
    let findings = lint(&steps, &|role| role == "Agent");
    findings
        .into_iter()
        .map(|finding| finding.message)
        .collect()
}

#[test]
fn what_would_go_wrong_is_said_before() {
    // S30
    let (mut world, template, ids) = process(&["Read", "Look", "Reply"]);
    for id in &ids {
        document(&mut world, *id, |draft| draft.role = "Agent".to_owned());
    }
    assert_eq!(messages(&world, template), [""; 0]);
    document(&mut world, ids[2], |draft| {
        draft.role = "Nurse".to_owned();
        draft.instructions = "Write to {{customer}}".to_owned();
    });
    work(&mut world, ids[2], |work| {
        work.fields = vec![field("area", FieldKind::Choice)];
    });
    let branch = |when: &str, to| Branch {
        when: when.to_owned(),
        to,
    };
    next(
        &mut world,
        ids[0],
        Next::Choose {
            branches: vec![
                branch("area = \"Legal\"", to(ids[2])),
                branch("area = \"Legal\"", to(ids[0])),
            ],
            otherwise: to(ids[2]),
        },
    );
    let asks = "asks for “area”, which is not filled in on every way here.";
    assert_eq!(
        messages(&world, template),
        [
            format!("Condition 1 of “Read” {asks}"),
            format!("Condition 2 of “Read” {asks}"),
            "Condition 2 of “Read” covers nothing: an earlier one is the same.".to_owned(),
            "No run comes to “Look”. Lead a branch to it, or delete it.".to_owned(),
            "Nobody has the role “Nurse” of “Reply”. Give it to someone in Settings.".to_owned(),
            "“Reply” asks for “customer”, which no step records.".to_owned(),
        ]
    );
    next(&mut world, ids[0], Next::Go(to(ids[0])));
    assert!(
        messages(&world, template)
            .contains(&"From “Read”, no run comes to an end: it goes round for ever.".to_owned())
    );
}

#[test]
fn a_map_has_a_place_of_its_own_for_every_step_and_leads_to_the_right() {
    // S31
    let (mut world, template, ids) = process(&["a", "b", "c", "d", "e"]);
    next(
        &mut world,
        ids[0],
        Next::All {
            heads: vec![ids[1], ids[2]],
            join: to(ids[3]),
        },
    );
    next(
        &mut world,
        ids[3],
        Next::Choose {
            branches: vec![Branch {
                when: "x".to_owned(),
                to: to(ids[0]),
            }],
            otherwise: Target::Following,
        },
    );
    let steps = world.workspace.draft_steps(template);
    let map = layout(&Graph::new(&steps));
    let cells: Vec<_> = map
        .steps
        .iter()
        .map(|cell| (cell.column, cell.row))
        .collect();
    assert_eq!(cells, [(0, 0), (1, 0), (1, 1), (2, 0), (3, 0)]);
    assert_eq!((map.end.column, map.n_rows), (4, 2));
    let backs: Vec<_> = map
        .edges
        .iter()
        .filter(|drawn| drawn.is_back)
        .map(|d| d.edge.from)
        .collect();
    assert_eq!(backs, [3]);
}

#[test]
fn the_difference_of_two_versions_names_every_part() {
    // S32
    let (mut world, template, ids) = process(&["a", "b", "c"]);
    let before = world.workspace.draft_steps(template);
    world.run(StepCommand::Delete { id: ids[1] });
    world.step(template, "d");
    document(&mut world, ids[2], |draft| draft.role = "Agent".to_owned());
    let after = world.workspace.draft_steps(template);
    let title = |text: &str| text.to_owned();
    assert_eq!(
        diff(&before, &after),
        [
            Difference::Changed {
                title: title("c"),
                part: "Role",
                values: (title("nothing"), title("Agent")),
            },
            Difference::Added { title: title("d") },
            Difference::Removed { title: title("b") },
        ]
    );
    assert_eq!(diff(&before, &before), []);
    let names = ("{{customer}}", Some(60));
    assert_eq!(sheet_diff(names, names), []);
    assert_eq!(
        sheet_diff(("", Some(60)), ("{{customer}}", None)),
        [
            Difference::Changed {
                title: title("Process sheet"),
                part: "Name of a run",
                values: (title("nothing"), title("{{customer}}")),
            },
            Difference::Changed {
                title: title("Process sheet"),
                part: "Time for a run in minutes",
                values: (title("60"), title("nothing")),
            },
        ]
    );
}

#[test]
fn a_run_follows_another_version_with_all_it_knows() {
    // S33
    let (mut world, template, ids) = process(&["a", "b", "c"]);
    work(&mut world, ids[0], |work| {
        work.fields = vec![field("name", FieldKind::Text)];
    });
    let id = world.start(template, "one");
    recorded(
        &mut world,
        id,
        "a",
        &[("name", Value::Text("Elif".to_owned()))],
    );
    let step_b = world.get::<domain::model::Step>(ids[1]);
    world.run(StepCommand::Delete { id: ids[1] });
    let added = world.step(template, "d");
    world.run(VersionCommand::Publish {
        template,
        note: "Without b".to_owned(),
        number: 2,
    });
    let versions: Vec<VersionId> = world.workspace.ids::<Version>(List::Versions(template));
    let to = versions[1];
    let why = "Version 2 has no “b”. Say where it goes.".to_owned();
    assert_eq!(step_b.title, "b");
    assert_eq!(
        world.workspace.migration(id, to, &[]),
        Migration::Stays(why.clone())
    );
    let migrate = |map| RunCommand::Migrate {
        ids: vec![id],
        version: to,
        map,
    };
    assert_eq!(world.refusal(migrate(vec![])), why);
    let map = vec![(ids[1], ids[2])];
    let dry = world.workspace.migration(id, to, &map);
    assert_eq!(dry, Migration::Goes(vec!["c".to_owned()]));
    let before: Run = world.get(id);
    world.run(migrate(map));
    let after: Run = world.get(id);
    assert_eq!((after.version, after.current), (to, Some(ids[2])));
    assert_eq!(
        (after.values, after.started_at),
        (before.values, before.started_at)
    );
    finished(&mut world, id, "c");
    assert_eq!(world.get::<Run>(id).current, Some(added));
    world.run(VersionCommand::Restore { id: versions[0] });
    assert_eq!(world.steps(template), ["a", "b", "c"]);
}
