//! Making a change again after others have edited. Rule ids: `src/domain/SPEC.md`, "Undo beside others".

use domain::command::{PersonCommand, PersonDraft};
use domain::id::PersonId;
use domain::model::Person;
use domain::rebase::rebase;

use crate::world::World;

fn edit(world: &mut World, id: PersonId, name: &str, role: &str) -> domain::change::Change {
    let draft = PersonDraft {
        name: name.to_owned(),
        role: role.to_owned(),
    };
    world.run(PersonCommand::Edit { id, draft }).change
}

#[test]
fn a_change_applies_whole_where_nothing_has_moved() {
    // U1
    let mut world = World::new();
    let id = world.person("Ada");
    let change = edit(&mut world, id, "Ada L.", "Engineer");
    let undo = rebase(&change.inverse(), &world.workspace);
    assert_eq!((&undo.change, undo.skipped.len()), (&change.inverse(), 0));
}

#[test]
fn undo_leaves_the_fields_that_someone_else_has_edited() {
    // U1, U2
    let mut world = World::new();
    let id = world.person("Ada");
    let mine = edit(&mut world, id, "Ada L.", "Engineer");
    edit(&mut world, id, "Ada Lovelace", "Engineer");
    let undo = rebase(&mine.inverse(), &world.workspace);
    assert_eq!(undo.skipped, [id.into()]);
    world.apply(&undo.change);
    let person: Person = world.get(id);
    assert_eq!(
        (person.name.as_str(), person.role.as_str()),
        ("Ada Lovelace", "")
    );
}

#[test]
fn a_record_that_is_gone_or_was_edited_is_neither_brought_back_nor_deleted() {
    // U2
    let mut world = World::new();
    let created = world.run(PersonCommand::Create {
        draft: PersonDraft {
            name: "Ada".to_owned(),
            role: String::new(),
        },
    });
    let id = PersonId::from_key(created.created.unwrap().key);
    let edited = edit(&mut world, id, "Ada", "Engineer");
    let undo = rebase(&created.change.inverse(), &world.workspace);
    assert!(undo.change.is_empty() && undo.skipped == [id.into()]);

    world.run(PersonCommand::Delete { id });
    let undo = rebase(&edited.inverse(), &world.workspace);
    assert!(undo.change.is_empty() && undo.skipped == [id.into()]);
}

#[test]
fn what_is_already_so_is_not_done_again() {
    // U3
    let mut world = World::new();
    let id = world.person("Ada");
    let change = edit(&mut world, id, "Ada", "Engineer");
    let redo = rebase(&change, &world.workspace);
    assert!(redo.change.is_empty() && redo.skipped.is_empty());
}
