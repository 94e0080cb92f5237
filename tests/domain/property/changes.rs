//! The laws of changes. Rule ids: `src/domain/SPEC.md`, "Changes".

use domain::change::Change;
use proptest::prelude::*;

use super::actions::any_history;
use super::histories::play;
use crate::world::World;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_change_and_its_inverse_are_nothing(history in any_history(60)) {
        // C1, C3
        let mut world = World::new();
        for change in play(&mut world, &history) {
            prop_assert_eq!(change.inverse().inverse(), change.clone());
            prop_assert!(change.clone().then(&change.inverse()).is_empty());
        }
    }

    #[test]
    fn changes_joined_do_what_they_do_one_by_one(history in any_history(60)) {
        // C2
        let mut world = World::new();
        let mut joined = World::new();
        let mut all = Change::default();
        for change in play(&mut world, &history) {
            all = all.then(&change);
        }
        joined.apply(&all);
        prop_assert!(joined.workspace == world.workspace);
        prop_assert_eq!(all.n_records(), world.workspace.all_records().len());
        joined.apply(&all.inverse());
        prop_assert_eq!(joined.workspace.all_records().len(), 0);
    }

    #[test]
    fn joining_does_not_depend_on_the_grouping(history in any_history(40), cut in any::<prop::sample::Index>()) {
        // C4
        let changes = play(&mut World::new(), &history);
        let join = |part: &[Change]| part.iter().fold(Change::default(), Change::then);
        let cut = cut.index(changes.len() + 1);
        let (first, second) = changes.split_at(cut);
        prop_assert_eq!(join(first).then(&join(second)), join(&changes));
    }
}
