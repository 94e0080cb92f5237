//! Data, clocks and people.

use domain::command::{PersonCommand, PersonDraft, RunCommand, TemplateCommand, TemplateDraft};
use domain::flow::{fill, form, worktime::WorkTime};
use domain::id::PersonId;
use domain::model::{DueRule, FieldKind, Run, Settings, Template, Value};
use domain::time::Instant;
use proptest::prelude::*;

use super::*;
use crate::world::day;

fn person(world: &mut World, name: &str, role: &str) -> PersonId {
    let draft = PersonDraft {
        name: name.to_owned(),
        role: role.to_owned(),
    };
    let made = world.run(PersonCommand::Create { draft });
    PersonId::from_key(made.created.unwrap().key)
}

#[test]
fn data_flows_into_later_texts_names_roles_and_due_days() {
    // R17
    let (mut world, template, ids) = process(&["Facts", "First day"]);
    let aisha = person(&mut world, "Aisha", "");
    let mut draft = TemplateDraft::of(&world.get::<Template>(template));
    draft.sheet.run_name = "Onboarding of {{name}}".to_owned();
    world.run(TemplateCommand::Edit {
        id: template,
        draft,
    });
    work(&mut world, ids[0], |work| {
        work.fields = vec![
            field("name", FieldKind::Text),
            field("start", FieldKind::Date),
            field("buddy", FieldKind::Person),
        ];
    });
    document(&mut world, ids[1], |draft| {
        draft.role = "{{buddy}}".to_owned();
        draft.work.due = Some(DueRule {
            field: "start".to_owned(),
            days: -2,
        });
    });
    let id = world.start(template, "");
    assert_eq!(world.get::<Run>(id).name, "Support 1");
    let values = [
        ("name", Value::Text("Elif".to_owned())),
        ("start", Value::Date(day("2026-05-18"))),
        ("buddy", Value::Person(aisha)),
    ];
    recorded(&mut world, id, "Facts", &values);
    let run: Run = world.get(id);
    assert_eq!(run.name, "Onboarding of Elif");
    assert_eq!(run.tokens[0].assignee, Some(aisha));
    // Two working days before Monday 18 May is Thursday the 14th, at five in the afternoon.
    let due = day("2026-05-14").days_since(day("1970-01-01")) * 24 * 60 + 17 * 60;
    assert_eq!(run.tokens[0].due, Some(Instant::from_millis(due * 60_000)));
    let names = |_| Some("Aisha".to_owned());
    assert_eq!(
        fill::filled("{{name}}, {{ buddy }}, {{shoe}} {{}}", &run.values, &names),
        "Elif, Aisha, … {{}}"
    );
}

#[test]
fn what_does_not_fit_a_field_is_refused_with_its_label() {
    // R18
    let mut amount = field("amount", FieldKind::Money);
    (amount.min, amount.max) = (Some(100), Some(100_000));
    for (kind, typed, expected) in [
        (
            FieldKind::Number,
            "12,5x",
            "x is not a number. Write it with a point, for example 12.5.",
        ),
        (
            FieldKind::Choice,
            "Pay",
            "x: “Pay” is not one of the choices.",
        ),
        (FieldKind::YesNo, "maybe", "x: choose yes or no."),
        (
            FieldKind::Link,
            "javascript:1",
            "x is not a link. It begins with https:// or http:// and has no spaces.",
        ),
    ] {
        let mut field = field("x", kind);
        field.label = "x".to_owned();
        assert_eq!(form::read(&field, typed).unwrap_err(), expected);
    }
    assert_eq!(
        form::read(&amount, "1,000.00"),
        Ok(Some(Value::Money(100_000)))
    );
    assert_eq!(
        form::read(&amount, "1000.01").unwrap_err(),
        "amount is above 1000.00."
    );
    assert_eq!(form::read(&amount, " "), Ok(None));
}

#[test]
fn a_step_goes_to_whoever_did_its_role_before_else_to_the_least_busy() {
    // R19
    let (mut world, template, ids) = process(&["Read", "Check", "Reply"]);
    let ada = person(&mut world, "Ada", "Agent");
    let ben = person(&mut world, "Ben", "agent");
    for at in [0, 2] {
        document(&mut world, ids[at], |draft| draft.role = "Agent".to_owned());
    }
    let first = world.start(template, "one");
    let second = world.start(template, "two");
    assert_eq!(world.get::<Run>(first).assignee, Some(ada));
    assert_eq!(world.get::<Run>(second).assignee, Some(ben));
    for step in ["Read", "Check"] {
        finished(&mut world, second, step);
    }
    assert_eq!(world.get::<Run>(second).assignee, Some(ben));
    assert_eq!(world.workspace.ids::<Run>(List::RunsOf(ben)), [second]);
}

#[test]
fn clocks_count_working_time_and_stand_still_while_a_run_rests() {
    // R30
    let (mut world, template, ids) = process(&["Read"]);
    work(&mut world, ids[0], |work| work.minutes = Some(60));
    let id = world.start(template, "Lamp");
    let began = world.get::<Run>(id).started_at;
    let clock = WorkTime::of(&Settings::default(), 0);
    let due = world.get::<Run>(id).tokens[0].due.unwrap();
    assert_eq!(clock.between(began, due), 60);
    world.run(RunCommand::Pause {
        id,
        reason: "Lunch".to_owned(),
    });
    for _ in 0..30 {
        world.task_free_minute();
    }
    world.run(RunCommand::Resume { id });
    let later = world.get::<Run>(id).tokens[0].due.unwrap();
    assert_eq!(clock.between(due, later), 31);
    assert!(
        events(&world, id)
            .iter()
            .any(|event| event.due == Some(due))
    );
}

proptest! {
    #[test]
    fn working_minutes_after_a_moment_are_that_many_minutes_later(
        start in 1_700_000_000_i64..1_900_000_000, minutes in 1_u32..20_000, offset in -720_i32..840,
    ) {
        // R30
        let clock = WorkTime::of(&Settings::default(), offset);
        let from = Instant::from_millis(start * 1_000 / 60_000 * 60_000);
        let to = clock.after(from, minutes).unwrap();
        prop_assert_eq!(clock.between(from, to), i64::from(minutes));
        prop_assert_eq!(clock.between(to, from), -i64::from(minutes));
        let minute_before = Instant::from_millis(to.millis() - 60_000);
        prop_assert_eq!(clock.between(from, minute_before), i64::from(minutes) - 1);
    }

    #[test]
    fn numbers_read_as_they_are_written(number in -999_999_999_999_i64..999_999_999_999) {
        // R18
        prop_assert_eq!(form::decimal(&form::written(number, 2), 2), Some(number));
        prop_assert_eq!(form::decimal(&form::written(number, 3), 3), Some(number));
    }

    #[test]
    fn no_text_stops_the_filling(text in "\\PC{0,60}|[{}a-z ]{0,30}") {
        // R17
        let values = domain::model::Values::new();
        let filled = fill::filled(&text, &values, &|_| None);
        prop_assert!(fill::keys(&text).is_empty() == (filled == text) || text.contains('…'));
    }
}
