//! Ids. Rule ids: `src/domain/SPEC.md`, "Ids".

use domain::id::{PersonId, ProjectId, RecordId, TaskId};
use domain::workspace::Table;
use proptest::prelude::*;

proptest! {
    #[test]
    fn any_id_reads_back_from_its_print(table in prop::sample::select(Table::ALL), key: u64) {
        // I1
        let id = RecordId { table, key };
        let text = id.to_string();
        prop_assert_eq!(text.len(), 17);
        prop_assert_eq!(text.parse::<RecordId>().unwrap(), id);
        prop_assert_eq!(serde_json::from_value::<RecordId>(serde_json::to_value(id).unwrap()).unwrap(), id);
    }

    #[test]
    fn printed_ids_sort_as_their_keys_do(a: u64, b: u64) {
        // I2
        let print = |key| TaskId::from_key(key).to_string();
        prop_assert_eq!(print(a).cmp(&print(b)), a.cmp(&b));
    }

    #[test]
    fn any_text_is_an_id_only_when_it_prints_the_same(text in "([a-z]{3}_)?[0-9a-zA-Z_é]{0,15}") {
        // I1
        if let Ok(id) = text.parse::<RecordId>() {
            prop_assert_eq!(id.to_string(), text);
        }
    }
}

#[test]
fn every_table_has_a_prefix_of_its_own() {
    // I2
    for table in Table::ALL {
        assert_eq!(table.prefix().len(), 3);
        assert_eq!(Table::from_prefix(table.prefix()), Some(*table));
    }
}

#[test]
fn an_id_of_another_kind_is_refused() {
    // I3
    let project = ProjectId::from_key(7);
    assert_eq!(project.to_string(), "prj_0000000000007");
    assert_eq!(project.to_string().parse::<ProjectId>().unwrap(), project);
    assert_eq!(
        project
            .to_string()
            .parse::<TaskId>()
            .unwrap_err()
            .to_string(),
        "“prj_0000000000007” is not an id Loopline knows"
    );
    assert!(serde_json::from_str::<PersonId>("\"prj_0000000000007\"").is_err());
}

#[test]
fn what_is_not_an_id_is_refused() {
    // I3
    for text in [
        "",
        "_",
        "prj",
        "prj_",
        "prj_7",
        "prj_00000000000077",
        "xyz_0000000000007",
        "PRJ_0000000000007",
        "prj_000000000000I",
        "prj_000000000000A",
        "prj_zzzzzzzzzzzzz",
        "prj_g000000000000",
        "prj_000000000000é",
        " prj_0000000000007",
    ] {
        assert!(text.parse::<RecordId>().is_err(), "{text}");
    }
    assert_eq!(
        "prj_fzzzzzzzzzzzz".parse::<ProjectId>().unwrap(),
        ProjectId::from_key(u64::MAX)
    );
}
