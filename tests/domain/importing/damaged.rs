//! Files that are damaged, hostile or do not fit. Rule ids: `src/domain/SPEC.md`, "Importing".

use domain::id::RecordId;
use domain::import::{Import, MAX_BYTES, Mode, preview, read};
use domain::model::Person;
use domain::schema::{self, CURRENT};
use serde_json::{Value, json};

use super::{V01, command, world};
use crate::world::World;

/// The file of [`world`] after `damage` to its records, read again.
fn damaged(damage: impl FnOnce(&mut Vec<Value>)) -> Import {
    let mut file: Value = serde_json::from_str(&schema::seal(&world().workspace)).unwrap();
    damage(file["records"].as_array_mut().unwrap());
    read(&file.to_string()).unwrap()
}

fn refused(text: &str) -> String {
    read(text).unwrap_err().to_string()
}

#[test]
fn what_is_no_file_is_refused_with_a_sentence() {
    // M4
    for text in ["", "  \n", "\u{FEFF}"] {
        assert_eq!(refused(text), "This file is empty. Nothing was changed.");
    }
    let deep = "[".repeat(100_000);
    let deep_record = format!(
        r#"{{"format":"loopline","version":1,"records":[{}1{}]}}"#,
        "[".repeat(200),
        "]".repeat(200)
    );
    let hostile = format!(
        r#"{{"format":"loopline","version":"<script>\u202e{}"}}"#,
        "x".repeat(100_000)
    );
    let twice = r#"{"format":"loopline","format":"loopline","version":1,"records":[]}"#;
    let no_loopline = [
        "null",
        "[]",
        "{}",
        "name;due\nPack;1",
        "=cmd|' /C calc'!A0",
        &V01[..V01.len() / 2],
        &V01.replace("\"loopline\"", "\"trello\""),
        &V01.replacen('{', "[", 1),
        &deep,
        &deep_record,
        &hostile,
        twice,
        // A number that makes the reason long, which a fuzzer found.
        &format!("{{\"format\":{}}}", "5".repeat(89)),
    ];
    for text in no_loopline {
        let sentence = refused(text);
        assert!(sentence.starts_with("This is not a Loopline file: "));
        assert!(sentence.ends_with('.'), "{sentence}");
        assert!(sentence.chars().count() < 200 && !sentence.contains('\u{202E}'));
    }
    let newer = V01.replace("\"version\": 1,", &format!("\"version\": {},", CURRENT + 1));
    assert!(refused(&newer).contains("Open it with a newer Loopline."));
    let nul = V01.replacen("records", "rec\0ords", 1);
    assert!(refused(&nul).contains("a NUL character on line 4."));
    assert!(refused(&"x".repeat(MAX_BYTES + 1)).contains("20 MB"));
    assert!(refused(&" ".repeat(21 * 1024 * 1024)).contains("20 MB"));
}

#[test]
fn a_byte_order_mark_and_spaces_around_do_not_matter() {
    // M4
    let plain = read(V01).unwrap();
    assert_eq!(read(&format!("\u{FEFF}{V01}\r\n")).unwrap(), plain);
    assert_eq!(read(&V01.replace('\n', "\r\n")).unwrap(), plain);
    assert_eq!((plain.n_unknown_fields, plain.problems.len()), (0, 0));
}

#[test]
fn what_cannot_be_read_is_left_out_and_named() {
    // M5
    type Damage = fn(&mut Vec<Value>);
    let damages: [(&str, Damage); 10] = [
        ("a record cannot be read", |records| records.push(json!(7))),
        ("is not an id", |records| {
            records[2]["id"] = json!("per_\u{202E}1");
        }),
        ("missing field `name`", |records| {
            records[2]["fields"] = json!({});
        }),
        ("more than once", |records| records.push(records[2].clone())),
        ("Name is empty", |records| {
            records[2]["fields"]["name"] = json!("  ");
        }),
        (
            "Name has an invisible control character (U+202E)",
            |records| {
                records[2]["fields"]["name"] = json!("Ada\u{202E}adA");
            },
        ),
        (
            "Name has an invisible control character (U+0000)",
            |records| {
                records[2]["fields"]["name"] = json!("Ada\u{0}");
            },
        ),
        ("Name is 201 characters long", |records| {
            records[2]["fields"]["name"] = json!("x".repeat(201));
        }),
        ("Notes is 10001 characters long", |records| {
            records[1]["fields"]["notes"] = json!("x".repeat(10_001));
        }),
        ("only one record of settings", |records| {
            records.push(json!({"id": "set_0000000000002", "fields": {}}));
        }),
    ];
    for (reason, damage) in damages {
        let import = damaged(damage);
        let [problem] = &import.problems[..] else {
            panic!("{reason}: {:?}", import.problems)
        };
        assert!(problem.starts_with("Left out: "), "{problem}");
        assert!(
            problem.contains(reason) && problem.ends_with('.'),
            "{problem}"
        );
        assert!(!problem.contains('\u{202E}'), "{problem}");
        let told = preview(&World::new().workspace, &import, Mode::Merge);
        assert_eq!(told.left_out, import.problems);
    }
}

#[test]
fn a_file_of_junk_is_named_up_to_a_limit() {
    // M5
    let import = damaged(|records| records.extend(vec![json!(0); 5_000]));
    assert_eq!(import.problems.len(), 1_001);
    assert_eq!(
        import.problems.last().unwrap(),
        "Left out: 4000 more records cannot be read."
    );
}

#[test]
fn markup_and_formulas_are_kept_as_typed() {
    // M5
    for name in [
        "<img src=x onerror=alert(1)>",
        "=1+1",
        "محمد",
        "👩‍🔧",
        "a\\u0000b",
    ] {
        let import = damaged(|records| records[2]["fields"]["name"] = json!(name));
        assert_eq!(import.problems, [""; 0]);
        let (_, person) = import.workspace.all::<Person>().next().unwrap();
        assert_eq!(person.name, name);
    }
}

#[test]
fn unknown_fields_are_counted() {
    // M5
    let import = damaged(|records| {
        records[0]["fields"]["budget"] = json!(7);
        records[2]["fields"]["email"] = json!("ada@example.org");
    });
    assert_eq!((import.n_unknown_fields, import.problems.len()), (2, 0));
    assert_eq!(import.workspace, world().workspace);
}

#[test]
fn what_refers_to_nothing_is_refused_or_left_out() {
    // M6
    let mut import = damaged(|records| {
        records.remove(0);
    });
    let sentence = "The file does not fit here. \
                    Task “Pack”: the task's project is gone. Nothing was changed.";
    let mut empty = World::new();
    let told = preview(&empty.workspace, &import, Mode::Merge);
    assert_eq!(told.refusal.as_deref(), Some(sentence));
    assert_eq!(told.problems, ["Task “Pack”: the task's project is gone."]);
    assert_eq!(empty.refusal(command(&import, Mode::Merge)), sentence);

    // Where the project is, the same file fits.
    assert!(preview(&world().workspace, &import, Mode::Merge).can_apply());
    assert!(!preview(&world().workspace, &import, Mode::Replace).can_apply());

    import.leave_out_unfit(&empty.workspace, Mode::Merge);
    assert_eq!(
        import.problems,
        ["Left out: Task “Pack”: the task's project is gone."]
    );
    empty.run(command(&import, Mode::Merge));
    assert_eq!(empty.workspace.n_records(), 1);
}

#[test]
fn a_refusal_counts_what_it_does_not_name() {
    // M6
    let refusal_of_steps = |n_kept: usize| {
        let mut file: Value = serde_json::from_str(V01).unwrap();
        let records = file["records"].as_array_mut().unwrap();
        let is = |record: &Value, kind: &str| record["id"].as_str().unwrap().starts_with(kind);
        let mut n_steps = 0;
        records.retain(|record| {
            n_steps += usize::from(is(record, "stp"));
            is(record, "stp") && n_steps <= n_kept
        });
        preview(
            &World::new().workspace,
            &read(&file.to_string()).unwrap(),
            Mode::Merge,
        )
        .refusal
        .unwrap()
    };
    let first = "The file does not fit here. Step “Door”: the step's process is gone.";
    assert_eq!(refusal_of_steps(1), format!("{first} Nothing was changed."));
    assert_eq!(
        refusal_of_steps(2),
        format!("{first} There is 1 more like it. Nothing was changed.")
    );
    assert_eq!(
        refusal_of_steps(3),
        format!("{first} There are 2 more like it. Nothing was changed.")
    );
}

#[test]
fn what_did_not_fit_before_does_not_hinder() {
    // M6
    let mut ours = world();
    // Two tabs can do this: one deletes the owner while the other gives them the project.
    let mut loss = domain::change::Change::default();
    let owner: RecordId = ours.workspace.all::<Person>().next().unwrap().0.into();
    loss.put(owner, ours.workspace.record(owner), None);
    ours.workspace.apply(&loss);
    assert_eq!(ours.workspace.problems().len(), 1);
    let import = read(&schema::seal(&ours.workspace)).unwrap();
    for mode in [Mode::Merge, Mode::Replace] {
        assert!(ours.plan(command(&import, mode)).unwrap().change.is_empty());
    }
}
