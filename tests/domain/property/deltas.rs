//! Laws of deltas.

use domain::change::Change;
use domain::delta::Delta;
use proptest::prelude::*;

use super::actions::any_history;
use crate::world::World;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_delta_over_its_own_workspace_is_its_change(history in any_history(40)) {
        // U7
        let mut world = World::new();
        for action in &history {
            let Ok(plan) = world.plan(action.command(&world.workspace)) else { continue };
            let delta = Delta::of(&plan.change);
            prop_assert_eq!(delta.is_empty(), plan.change.is_empty());
            let laid = delta.over(&world.workspace);
            prop_assert!(laid.lost.is_empty());
            prop_assert!(laid.change == plan.change);
            world.apply(&plan.change);
            let back = delta.inverse().over(&world.workspace);
            prop_assert!(back.change == plan.change.inverse());
            prop_assert!(delta.inverse().inverse() == delta);

            let text = serde_json::to_string(&delta).unwrap();
            prop_assert!(serde_json::from_str::<Delta>(&text).unwrap() == delta);
        }
    }
}

#[test]
fn a_delta_over_a_workspace_that_lacks_its_record_names_it() {
    // U7
    let mut world = World::new();
    let id = world.project("Move house");
    let rename = world.run(domain::command::ProjectCommand::Edit {
        id,
        draft: domain::command::ProjectDraft {
            name: "Move office".to_owned(),
            ..Default::default()
        },
    });
    let laid = Delta::of(&rename.change).over(&domain::workspace::Workspace::default());
    assert!(laid.change == Change::default());
    assert_eq!(laid.lost, [id.into()]);
}
