//! Changes, by example. Rule ids: `src/domain/SPEC.md`, "Changes".

use domain::change::{Change, Draft};
use domain::command::{PersonCommand, PersonDraft, SampleCommand};
use domain::id::PersonId;
use domain::model::Person;
use domain::workspace::{Record, Workspace};

use crate::world::World;

fn named(name: &str) -> Option<Record> {
    let person = Person {
        name: name.to_owned(),
        role: String::new(),
        ..Person::default()
    };
    Some(person.into())
}

fn change(before: Option<Record>, after: Option<Record>) -> Change {
    let mut change = Change::default();
    change.put(PersonId::from_key(1).into(), before, after);
    change
}

#[test]
fn adding_and_removing_is_nothing() {
    // C3
    let (added, removed) = (change(None, named("Ada")), change(named("Ada"), None));
    assert!(added.then(&removed).is_empty());
}

#[test]
fn a_record_touched_twice_keeps_its_first_state_before() {
    // C2
    let first = change(named("Ada"), named("Ada L."));
    let both = first.then(&change(named("Ada L."), None));
    assert_eq!(both, change(named("Ada"), None));
}

#[test]
fn a_change_to_the_same_value_is_not_kept() {
    // C5
    assert!(change(named("Ada"), named("Ada")).is_empty());
    assert!(change(None, None).is_empty());

    let mut world = World::new();
    let id = world.person("Ada");
    let draft = PersonDraft {
        name: "  Ada ".to_owned(),
        role: String::new(),
    };
    let plan = world.plan(PersonCommand::Edit { id, draft }).unwrap();
    assert!(plan.change.is_empty());
}

#[test]
fn a_draft_reads_through_its_own_edits() {
    // C6
    let mut world = World::new();
    let id = world.person("Ada");
    let mut draft = Draft::new(&world.workspace);
    draft.edit::<Person>(id, |person| person.role = "Engineer".to_owned());
    draft.edit::<Person>(id, |person| person.name = "Ada L.".to_owned());
    let seen = draft.get::<Person>(id).unwrap();
    assert_eq!(
        (seen.name.as_str(), seen.role.as_str()),
        ("Ada L.", "Engineer")
    );
    draft.remove(id);
    assert_eq!(draft.get::<Person>(id), None);
    draft.edit::<Person>(id, |person| person.name = "Nobody".to_owned());
    assert_eq!(draft.finish().edit(id.into()).unwrap().after, None);
}

#[test]
fn one_command_is_one_change_however_many_records_it_touches() {
    // C1, N4
    let mut world = World::new();
    let start = world.workspace.clone();
    let plan = world.run(SampleCommand::Load);
    assert!(plan.change.n_records() > 100);
    world.apply(&plan.change.inverse());
    assert_eq!(world.workspace, start);
    assert_eq!(world.workspace, Workspace::default());
}
