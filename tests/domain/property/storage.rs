//! What is written reads back. Rule ids: `src/domain/SPEC.md`, "Fields" and "Files".

use domain::fields;
use domain::schema;
use proptest::prelude::*;
use serde_json::Value;

use super::actions::any_history;
use super::histories::play;
use crate::world::{World, rebuilt};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_workspace_reads_back_from_its_file(history in any_history(90)) {
        // F1, F2
        let mut world = World::new();
        play(&mut world, &history);
        let file = schema::seal(&world.workspace);
        let (opened, problems) = schema::open(&file).unwrap();
        prop_assert_eq!(problems, []);
        prop_assert!(opened == world.workspace);
        prop_assert_eq!(schema::seal(&rebuilt(&opened)), file);
    }

    #[test]
    fn the_difference_of_two_records_turns_one_into_the_other(history in any_history(90)) {
        // B1
        let mut world = World::new();
        for change in play(&mut world, &history) {
            for (id, edit) in change.edits() {
                let Some(after) = &edit.after else { continue };
                let mut merged = edit.before.as_ref().map(fields::of).unwrap_or_default();
                for (name, value) in fields::difference(edit.before.as_ref(), after) {
                    prop_assert_ne!(merged.get(&name), Some(&value));
                    match value {
                        Value::Null => merged.remove(&name),
                        value => merged.insert(name, value),
                    };
                }
                prop_assert_eq!(&fields::to_record(id.table, merged).unwrap(), after);
                prop_assert!(fields::difference(Some(after), after).is_empty());
            }
        }
    }
}
